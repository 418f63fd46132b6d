"""What every exporter gives back and shares: files, losses, addresses, walkers.

An exporter never drops anything in silence. It states in a table which fields it carries
(``Rules``); ``losses`` walks the whole article and lists every value that the table does not
name, and the exporter adds what only single values lose (an open interval, a denied claim).
"""

from __future__ import annotations

import bisect
import importlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from types import ModuleType
from typing import Any, get_args

import attrs
from attrs import define

from malicoup.errors import EncodeError, MissingExtraError
from malicoup.formats._iris import IRIs as IRIs
from malicoup.formats._iris import iris as iris
from malicoup.formats._iris import is_absolute as is_absolute
from malicoup.formats._options import spaces
from malicoup.model import AnyActor, Article, Event, Mention, Quote, Span, text_sha256

#: Reason given where the table of an exporter names none.
NO_PLACE = "the format has no place for it"
DANGLING = "no object of the article has this id"

#: A field as ``quotes.cue.lemma`` or, of one class only, ``events.Coup.leaders`` -> None where
#: it is carried with all that is in it, else why it (with all that is in it) is lost.
Rules = Mapping[str, str | None]


@define(frozen=True, kw_only=True)
class Loss:
    """One value that an export does not carry.

    Attributes:
        path: Where it stands, such as ``$.quotes[3].cue``; in an export of several articles
            ``$[0].quotes[3].cue``.
        value: The value as plain JSON data.
        reason: Why, in words.
    """

    path: str
    value: Any
    reason: str


@define(frozen=True, kw_only=True)
class Export:
    """Files of an export, and what they do not say.

    Attributes:
        files: Name -> bytes. A format of one file names it by its suffix alone, such as
            ``.json``; a format of a folder by paths within the folder.
        losses: In the order of the fields of the article.
    """

    files: Mapping[str, bytes]
    losses: tuple[Loss, ...] = ()

    @property
    def data(self) -> bytes:
        """The only file.

        Raises:
            ValueError: If the export is a folder.
        """
        (only,) = self.files.values()
        return only


def group(items: Iterable[Loss]) -> dict[tuple[str, str], int]:
    """Count losses by field (indices left out) and reason, for a short report."""
    counts: dict[tuple[str, str], int] = {}
    for loss in items:
        key = (re.sub(r"\[\d+\]", "[]", loss.path), loss.reason)
        counts[key] = counts.get(key, 0) + 1
    return counts


# --- Losses ------------------------------


def losses(article: Article, rules: Rules, *, skip: Iterable[str] = ()) -> list[Loss]:
    """Every value of *article* that differs from its default and that *rules* do not carry.

    Args:
        article: What was exported.
        rules: What the format carries, and reasons for what it does not.
        skip: Paths that are not looked into, because the exporter reports them itself.
    """
    walk = _Walk(rules, frozenset(skip), frozenset(_opened(rules)))
    return list(walk.fields(article, "$", ""))


def _opened(rules: Rules) -> Iterator[str]:
    """Names of objects that rules look into: ``quotes.cue`` for ``quotes.cue.lemma``."""
    for name in rules:
        steps = [step for step in name.split(".") if not step[0].isupper()]
        for size in range(1, len(steps)):
            yield ".".join(steps[:size])


@define(frozen=True)
class _Walk:
    """One walk over an article; objects that no rule looks into are lost as a whole."""

    rules: Rules
    skip: frozenset[str]
    opened: frozenset[str]

    def fields(self, node: Any, path: str, name: str) -> Iterator[Loss]:
        for key, value in _said(node):
            here, inner = f"{path}.{key}", f"{name}.{key}" if name else key
            if here in self.skip:
                continue
            rule = self._rule(node, name, key)
            if rule is _NO_RULE:
                yield from self._value(value, here, inner)
            elif rule is not None:
                yield Loss(path=here, value=plain(value), reason=str(rule))

    def _value(self, value: Any, path: str, name: str) -> Iterator[Loss]:
        if isinstance(value, tuple) and value:
            for i, item in enumerate(value):
                if f"{path}[{i}]" not in self.skip:
                    yield from self._value(item, f"{path}[{i}]", name)
        elif name in self.opened and _shape(type(value)):
            yield from self.fields(value, path, name)
        else:
            yield Loss(path=path, value=plain(value), reason=NO_PLACE)

    def _rule(self, node: Any, name: str, key: str) -> object:
        """The rule for a field; that for its class goes before that for all classes."""
        prefix = f"{name}." if name else ""
        general = self.rules.get(f"{prefix}{key}", _NO_RULE)
        return self.rules.get(f"{prefix}{type(node).__name__}.{key}", general)


_NO_RULE = object()


def _said(node: Any) -> Iterator[tuple[str, Any]]:
    """Fields that say something: those without a default, or different from it."""
    for name, default in _shape(type(node)):
        value = getattr(node, name)
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
            default = default.factory(node)
        if value is not None and (default is attrs.NOTHING or value != default):
            yield name, value


def _shape(cl: type) -> tuple[tuple[str, Any], ...]:
    """Fields of a class with their defaults; none for what is no class of attrs."""
    if cl not in _SHAPES:
        fields = attrs.fields(cl) if attrs.has(cl) else ()
        _SHAPES[cl] = tuple((a.name, _default(a.default)) for a in fields)
    return _SHAPES[cl]


_SHAPES: dict[type, tuple[tuple[str, Any], ...]] = {}


def _default(default: Any) -> Any:
    is_made = isinstance(default, attrs.Factory)  # type: ignore[arg-type]
    return default.factory() if is_made and not default.takes_self else default


def carry(prefix: str, *names: str) -> dict[str, str | None]:
    """Rules for fields that are carried: ``carry("quotes", "span", "style")``."""
    return {f"{prefix}.{name}" if prefix else name: None for name in names}


def lose(reason: str, prefix: str, *names: str) -> dict[str, str | None]:
    """Rules for fields that are lost, all for one reason."""
    return {f"{prefix}.{name}" if prefix else name: reason for name in names}


def in_order(items: Iterable[Loss], article: Article) -> tuple[Loss, ...]:
    """Losses in the order of the article's fields, whoever found them first."""
    place = {a.name: i for i, a in enumerate(attrs.fields(type(article)))}

    def key(loss: Loss) -> tuple[Any, ...]:
        steps = re.findall(r"[^.\[\]$]+", loss.path)
        first = place.get(steps[0], -1) if steps else -1
        # Within a field: by index, then as found (sorting is stable).
        return first, int(steps[1]) if len(steps) > 1 and steps[1].isdigit() else -1

    return tuple(sorted(items, key=key))


_AS_IT_IS = frozenset({str, int, bool, float, type(None)})
_OF_A_KIND = (*get_args(AnyActor), Event)


def plain(value: Any) -> Any:
    """*value* as JSON data: objects without their defaults, numbers of a Decimal as text."""
    if type(value) in _AS_IT_IS:
        return value
    if _shape(type(value)):
        said = {key: plain(item) for key, item in _said(value)}
        return {"kind": str(value.kind)} | said if isinstance(value, _OF_A_KIND) else said
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Enum | Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


# --- Finding one's way ------------------------------


class Index:
    """Looks up the objects of an article; an id that leads nowhere gives None."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.actors = {actor.id: actor for actor in article.actors}
        self.mentions = {mention.id: mention for mention in article.mentions}
        self.quotes = {quote.id: quote for quote in article.quotes}
        self.claims = {claim.id: claim for claim in article.claims}

    def actor(self, id: str | None) -> AnyActor | None:
        """The actor of that id."""
        return None if id is None else self.actors.get(id)

    def name(self, id: str | None) -> str | None:
        """Name of the actor of that id."""
        actor = self.actor(id)
        return None if actor is None else actor.name

    def speaker_mention(self, quote: Quote) -> Mention | None:
        """The words by the cue that name the speaker, where they are words."""
        mention = None if quote.mention is None else self.mentions.get(quote.mention)
        return mention if mention is not None and len(mention.span) else None


def words(article: Article, span: Span | None) -> str | None:
    """The words at *span*; None for None."""
    return None if span is None else article.slice(span)


def spans(node: Any, path: str = "$") -> Iterator[tuple[str, Span]]:
    """Every span in *node* with its path, in the order of the fields."""
    if isinstance(node, Span):
        yield path, node
    elif isinstance(node, tuple):
        for i, item in enumerate(node):
            yield from spans(item, f"{path}[{i}]")
    else:
        for name, _ in _shape(type(node)):
            value = getattr(node, name)
            if type(value) not in _AS_IT_IS:
                yield from spans(value, f"{path}.{name}")


def check(article: Article) -> None:
    """Refuse what no exporter can write without lying.

    Raises:
        EncodeError: If a span reaches past the end of the text, an id stands twice, or the
            text holds a lone surrogate. The message lists all faults.
    """
    size = len(article.text)
    faults = [
        f"ends past the text ({span.end} > {size}) @ {path}"
        for path, span in spans(article)
        if span.end > size
    ]
    # Exporters put all of these into one space of names, as `validate` asks.
    names = ("actors", "mentions", "quotes", "claims", "arms_deals", "events", "statistics")
    ids = Counter(item.id for name in names for item in getattr(article, name))
    faults += [f"id stands twice: {one!r} @ $" for one, count in ids.items() if count > 1]
    if faults:
        raise EncodeError("\n".join(faults))
    encode(article.text, "$.text")
    if article.text_sha256 != text_sha256(article.text):
        raise EncodeError("is not the fingerprint of the text @ $.text_sha256")


def split_span(text: str, span: Span, *, at: str = "\n") -> tuple[Span, ...]:
    """*span* in pieces without the character *at*; pieces without words are left out."""
    pieces, start = [], span.start
    for line in text[span.start : span.end].split(at):
        if line.strip():
            pieces.append(Span(start=start, end=start + len(line)))
        start += len(line) + 1
    return tuple(pieces)


def utf16_offsets(text: str) -> Callable[[int], int]:
    """A function from code-point offsets of *text* to offsets in UTF-16 units."""
    beyond = [i for i, character in enumerate(text) if ord(character) > 0xFFFF]
    return lambda offset: offset + bisect.bisect_left(beyond, offset)


# --- Bytes ------------------------------


def encode(text: str, path: str = "$") -> bytes:
    """*text* in UTF-8.

    Raises:
        EncodeError: If it holds a lone surrogate.
    """
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        code = f"U+{ord(text[error.start]):04X}"
        message = f"holds a lone surrogate, {code}, at character {error.start} @ {path}"
        raise EncodeError(message) from None


def json_bytes(document: Any, *, indent: int | None = None) -> bytes:
    """*document* as JSON in UTF-8 with a line end; keys stay in their order.

    Raises:
        EncodeError: If a text holds a lone surrogate, or *indent* is no number of spaces.
    """
    spaces("indent", indent)
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(
        document, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )
    return encode(f"{text}\n")


def need(module: str, *, package: str, extra: str) -> ModuleType:
    """Import a module of an extra.

    Raises:
        MissingExtraError: If its package is not installed.
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name is not None and error.name.split(".")[0] == module.split(".")[0]:
            raise MissingExtraError(package=package, extra=extra) from None
        raise


# --- Several articles ------------------------------


def numbered(base: str | None, number: int) -> str | None:
    """The address to build on for the article at index *number* of several."""
    return None if base is None else f"{str(base).rstrip('/')}/{number}"


def renumbered(lost: Iterable[Loss], number: int) -> tuple[Loss, ...]:
    """Losses of the article at index *number* of several: ``$.x`` becomes ``$[number].x``."""
    return tuple(
        attrs.evolve(loss, path=f"$[{number}]{loss.path.removeprefix('$')}") for loss in lost
    )


def join_files(exports: Iterable[Export]) -> Export:
    """Files of the same name one after the other, as JSON lines allow."""
    files: dict[str, bytes] = {}
    lost: list[Loss] = []
    for number, export in enumerate(exports):
        for name, data in export.files.items():
            files[name] = files.get(name, b"") + data
        lost += renumbered(export.losses, number)
    return Export(files=files, losses=tuple(lost))


def number_files(exports: Iterable[Export]) -> Export:
    """A file per article (``0001.json``), or a folder per article (``0001/…``)."""
    files: dict[str, bytes] = {}
    lost: list[Loss] = []
    for number, export in enumerate(exports):
        for name, data in export.files.items():
            files[f"{number + 1:04}{name if name.startswith('.') else '/' + name}"] = data
        lost += renumbered(export.losses, number)
    return Export(files=files, losses=tuple(lost))
