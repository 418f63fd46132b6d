"""What differs between two articles of the same report, in words a reader can check.

Objects with ids are compared with the object of the same id, wherever it stands; the rest is
aligned in order. ``diff(a, b)`` is empty exactly when ``a == b``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

import attrs
from attrs import define

from malicoup.model import Article, MilitaryTraining, Span

_ACTOR_FIELDS = frozenset(
    {
        "actor", "addressee", "affiliation", "alleged_leaders", "excludes", "holders",
        "institution", "leaders", "ousted", "provider", "publisher", "recipient", "sender",
        "source", "speaker", "subject", "supplier", "target", "trainees",
    }
)  # fmt: skip
_LONGEST = 60


def is_reference(cl: type, name: str) -> bool:
    """Whether the field *name* of *cl* holds ids of actors; the subject of a training is words."""
    return name in _ACTOR_FIELDS and not (name == "subject" and issubclass(cl, MilitaryTraining))


class ChangeKind(StrEnum):
    """What happened to a value."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@define(frozen=True, kw_only=True)
class Change:
    """One difference.

    Attributes:
        kind: Added, removed or changed.
        path: Where it stands, such as ``$.quotes[3].speaker``: in the new article, or in the
            old one where it was removed.
        old: The value before; None for something added.
        new: The value after; None for something removed.
        message: The same in words.
    """

    kind: ChangeKind
    path: str
    old: Any
    new: Any
    message: str


def diff(old: Article, new: Article) -> tuple[Change, ...]:
    """List every difference between *old* and *new*, in the order of the fields.

    Example:
        >>> from malicoup.model import Article
        >>> for change in diff(Article(text="خبر"), Article(text="خبر", language="fa")):
        ...     print(change.message)
        article: language ar → fa
    """
    walk = _Walk(old, new)
    skip = {"text_sha256"} if old.text != new.text else set()
    return tuple(walk.fields(old, new, "$", "article", skip=skip))


@define(frozen=True)
class _Walk:
    old: Article
    new: Article

    def fields(
        self,
        old: Any,
        new: Any,
        path: str,
        label: str,
        skip: set[str] | frozenset[str] = frozenset(),
    ) -> Iterator[Change]:
        names = [a.name for a in attrs.fields(type(new)) if a.name not in skip]
        names += [a.name for a in attrs.fields(type(old)) if a.name not in {*names, *skip}]
        if type(old) is not type(new):  # an actor or event of another kind
            yield self._changed(f"{path}.kind", "kind", old.kind, new.kind, type(new), label)
            names = [name for name in names if name != "kind"]
        for name in names:
            before, after = getattr(old, name, None), getattr(new, name, None)
            yield from self._value(before, after, f"{path}.{name}", name, type(new), label)

    def _value(
        self, old: Any, new: Any, path: str, name: str, cl: type, label: str
    ) -> Iterator[Change]:
        if old == new:
            return
        if _is_object(old) and _is_object(new):
            yield from self.fields(old, new, path, f"{label}: {name}")
        elif isinstance(old, tuple) and isinstance(new, tuple) and _are_objects((*old, *new)):
            items = self._by_id if _have_ids(old) and _have_ids(new) else self._in_order
            yield from items(old, new, path, name)
        else:
            yield self._changed(path, name, old, new, cl, label)

    def _by_id(
        self, old: Sequence[Any], new: Sequence[Any], path: str, name: str
    ) -> Iterator[Change]:
        before = {item.id: item for item in old}
        after = {item.id: item for item in new}
        for i, item in enumerate(old):
            if item.id not in after:
                yield self._removed(f"{path}[{i}]", item)
        for i, item in enumerate(new):
            if item.id not in before:
                yield self._added(f"{path}[{i}]", item)
            elif item != before[item.id]:
                what = self._label(item, self.new)
                yield from self.fields(before[item.id], item, f"{path}[{i}]", what)
        kept = tuple(item.id for item in old if item.id in after)
        now = tuple(item.id for item in new if item.id in before)
        if kept != now:
            message = f"{name}: order {', '.join(kept)} → {', '.join(now)}"
            yield Change(kind=ChangeKind.CHANGED, path=path, old=kept, new=now, message=message)

    def _in_order(
        self, old: Sequence[Any], new: Sequence[Any], path: str, name: str
    ) -> Iterator[Change]:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        for tag, i, i_end, j, j_end in matcher.get_opcodes():
            if tag == "equal":
                continue
            pairs = min(i_end - i, j_end - j)
            for n in range(pairs):
                before, after = old[i + n], new[j + n]
                what = self._label(after, self.new)
                yield from self.fields(before, after, f"{path}[{j + n}]", what)
            for n in range(i + pairs, i_end):
                yield self._removed(f"{path}[{n}]", old[n])
            for n in range(j + pairs, j_end):
                yield self._added(f"{path}[{n}]", new[n])

    # --- Words ------------------------------

    def _added(self, path: str, item: Any) -> Change:
        message = f"{self._label(item, self.new)} added"
        return Change(kind=ChangeKind.ADDED, path=path, old=None, new=item, message=message)

    def _removed(self, path: str, item: Any) -> Change:
        message = f"{self._label(item, self.old)} removed"
        return Change(kind=ChangeKind.REMOVED, path=path, old=item, new=None, message=message)

    def _changed(self, path: str, name: str, old: Any, new: Any, cl: type, label: str) -> Change:
        ids = is_reference(cl, name)
        before, after = self._show(old, self.old, ids), self._show(new, self.new, ids)
        message = f"{label}: {name} {before} → {after}"
        return Change(kind=ChangeKind.CHANGED, path=path, old=old, new=new, message=message)

    def _label(self, item: Any, article: Article) -> str:
        """Such as ``quote q3 “…”``."""
        kind = getattr(item, "kind", None) or re.sub(r"\B([A-Z])", r" \1", type(item).__name__)
        word = str(kind).replace("_", " ").lower()
        said = getattr(item, "name", None) or _words(getattr(item, "span", None), article)
        return " ".join(filter(None, [word, getattr(item, "id", None), said and f"“{said}”"]))

    def _show(self, value: Any, article: Article, ids: bool) -> str:
        if value is None or value == ():
            return "nothing"
        if isinstance(value, tuple):
            return ", ".join(self._show(item, article, ids) for item in value)
        if isinstance(value, Span):
            return f"{value.start}–{value.end} “{_words(value, article)}”"
        if _is_object(value):
            return self._label(value, article)
        if ids:
            actor = next((actor for actor in article.actors if actor.id == value), None)
            return f"{value} “{actor.name}”" if actor is not None else str(value)
        return _clip(str(value))


def _is_object(value: Any) -> bool:
    return attrs.has(type(value)) and not isinstance(value, Span)


def _are_objects(items: Sequence[Any]) -> bool:
    return all(_is_object(item) for item in items)


def _have_ids(items: Sequence[Any]) -> bool:
    ids = [getattr(item, "id", None) for item in items]
    return None not in ids and len(set(ids)) == len(ids)


def _words(span: Span | None, article: Article) -> str | None:
    return None if span is None else _clip(article.text[span.start : span.end])


def _clip(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
