"""An article with the look-ups that rules share, each made once."""

from __future__ import annotations

import functools
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

import attrs

from malicoup.extension import record_types
from malicoup.model import (
    Alternative,
    AnyActor,
    ArmsDeal,
    Article,
    Claim,
    Coup,
    Event,
    Evidence,
    Mention,
    MilitaryTraining,
    Person,
    Quote,
    Record,
    Span,
    Statistic,
)
from malicoup.model.record import Measure

#: Steps from the article to a value: names of fields and indices of tuples.
Path = tuple[str | int, ...]

#: Which fields of which classes hold the id of what. Subclasses inherit the fields.
REFERENCES: Mapping[type, Mapping[str, str]] = {
    Article: {"publisher": "actor"},
    Person: {"affiliation": "actor"},
    Mention: {"actor": "actor"},
    Quote: {"speaker": "actor", "addressee": "actor", "mention": "mention"},
    Claim: {"holders": "actor", "quote": "quote"},
    Evidence: {"claim": "claim"},
    ArmsDeal: {"supplier": "actor", "recipient": "actor", "source": "actor"},
    Alternative: {"source": "actor"},
    Event: {"source": "actor"},
    MilitaryTraining: {"trainees": "actor", "provider": "actor", "institution": "actor"},
    Coup: {"ousted": "actor", "leaders": "actor", "alleged_leaders": "actor"},
    Measure: {"sender": "actor", "target": "actor"},
    Statistic: {"subject": "actor", "excludes": "actor", "source": "actor"},
}


class Reference(NamedTuple):
    """One id found in a field: where, in whom, and of what kind of thing."""

    path: Path
    owner: object
    field: str
    target: str
    id: str


class Part(NamedTuple):
    """Title, lede, heading or paragraph."""

    path: Path
    span: Span


class Context:
    """One article and everything that several rules want to know about it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.nodes = tuple(_walk(article, ()))
        self.actors: dict[str, AnyActor] = _by_id(article.actors)
        self.mentions: dict[str, Mention] = _by_id(article.mentions)
        self.quotes: dict[str, Quote] = _by_id(article.quotes)
        self.claims: dict[str, Claim] = _by_id(article.claims)
        self.parts = tuple(_parts(article))
        self._sorted_parts = sorted(self.parts, key=lambda part: part.span)
        self._starts = [part.span.start for part in self._sorted_parts]

    @functools.cached_property
    def spans(self) -> tuple[tuple[Path, Span], ...]:
        """Every span anywhere in the article."""
        return tuple((path, node) for path, node in self.nodes if isinstance(node, Span))

    @functools.cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every id that points at something."""
        return tuple(ref for path, node in self.nodes for ref in _references(path, node))

    @functools.cached_property
    def records(self) -> tuple[tuple[Path, Record], ...]:
        """Every arms deal, event and statistic."""
        return tuple((path, node) for path, node in self.nodes if isinstance(node, Record))

    def known(self, target: str) -> Mapping[str, object]:
        """Everything of one kind (actor, mention, quote, claim) by its id."""
        pools: dict[str, Mapping[str, object]] = {
            "actor": self.actors,
            "mention": self.mentions,
            "quote": self.quotes,
            "claim": self.claims,
        }
        return pools[target]

    def near(self, span: Span, other: Span) -> bool:
        """Whether *span* begins in a part of the text that *other* touches."""
        first, last = self._part_at(other.start), self._part_at(max(other.start, other.end - 1))
        return first <= self._part_at(span.start) <= last

    def part_holding(self, span: Span) -> Part | None:
        """The part of the text in which *span* lies as a whole."""
        index = self._part_at(span.start) - 1
        part = self._sorted_parts[index] if index >= 0 else None
        return part if part is not None and part.span.contains(span) else None

    def _part_at(self, offset: int) -> int:
        return bisect_right(self._starts, offset)


_T = TypeVar("_T", AnyActor, Mention, Quote, Claim)


def _by_id(items: tuple[_T, ...]) -> dict[str, _T]:
    # The first of two equal ids wins, as in Article.actor.
    return {item.id: item for item in reversed(items)}


def _parts(article: Article) -> Iterator[Part]:
    for name in ("title", "lede"):
        span = getattr(article, name)
        if span is not None:
            yield Part((name,), span)
    for i, section in enumerate(article.sections):
        if section.heading is not None:
            yield Part(("sections", i, "heading"), section.heading)
        for j, paragraph in enumerate(section.paragraphs):
            yield Part(("sections", i, "paragraphs", j), paragraph)


#: Looking up the fields of a class takes attrs longer than all the rest of the walk.
_FIELDS: dict[type, tuple[str, ...]] = {}


def field_names(cls: type) -> tuple[str, ...]:
    """Names of the fields of an attrs class, in order; none of another class."""
    if cls not in _FIELDS:
        fields = attrs.fields(cls) if attrs.has(cls) else ()
        _FIELDS[cls] = tuple(attribute.name for attribute in fields)
    return _FIELDS[cls]


def _walk(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    """Every attrs object in *value*, itself included, in the order of the document."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index))
    elif names := field_names(type(value)):
        yield path, value
        for name in names:
            yield from _walk(getattr(value, name), (*path, name))


def _references(path: Path, node: object) -> Iterator[Reference]:
    fields = [pair for base in type(node).__mro__ for pair in REFERENCES.get(base, {}).items()]
    for added in record_types() if isinstance(node, Event) else ():
        if type(node) is added.cls:
            fields += [(name, "actor") for name in added.actors]
    for name, target in fields:
        value = getattr(node, name)
        if isinstance(value, str):
            yield Reference((*path, name), node, name, target, value)
        for index, item in enumerate(value if isinstance(value, tuple) else ()):
            if item is not None:
                yield Reference((*path, name, index), node, name, target, item)


def show(path: Path) -> str:
    """Write a path the way JSON paths are written."""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def position(article: Article, path: Path) -> tuple[int, ...]:
    """Key that sorts paths by their place in the document, parents before children."""
    value: Any = article
    key = []
    for step in path:
        if isinstance(step, int):
            key.append(step)
            value = value[step]
        else:
            key.append(field_names(type(value)).index(step))
            value = getattr(value, step)
    return tuple(key)


def crossings(spans: Iterable[tuple[Path, Span]]) -> Iterator[tuple[Path, Span, Span]]:
    """Spans that partly overlap an earlier one without nesting, with that earlier one."""
    open_spans: list[Span] = []
    for path, span in sorted(spans, key=lambda item: (item[1].start, -item[1].end)):
        while open_spans and open_spans[-1].end <= span.start:
            open_spans.pop()
        if open_spans and open_spans[-1].end < span.end:
            yield path, span, open_spans[-1]
        open_spans.append(span)


def overlaps(spans: Iterable[tuple[Path, Span]]) -> Iterator[tuple[Path, Span, Span]]:
    """Spans that share a character with an earlier one, with that earlier one."""
    reach: Span | None = None
    for path, span in sorted(spans, key=lambda item: (item[1].start, item[1].end)):
        if reach is not None and reach.overlaps(span):
            yield path, span, reach
        if reach is None or span.end > reach.end:
            reach = span


def fold(text: str) -> str:
    """*text* without diacritics, hamzas, kashida and controls, and without case."""
    letters = (
        c
        for c in unicodedata.normalize("NFKD", text)
        if unicodedata.category(c) not in ("Mn", "Cf")
    )
    return "".join(letters).translate(_FOLDED).casefold()


#: Kashida falls away; alef maqsura and teh marbuta are one with what they are mistaken for.
_FOLDED = {0x0640: None, 0x0649: 0x064A, 0x0629: 0x0647}
