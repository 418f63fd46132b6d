"""What the steps of a correction share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from attrs import define, field

from malicoup.formats._identify import FreshIds, identify
from malicoup.formats._links import Links, has_words
from malicoup.formats._reading import Found, Reading
from malicoup.formats._recast import Cast, recast
from malicoup.model import Article, Span

T = TypeVar("T", bound=Any)


@define(kw_only=True)
class Bench:
    """The article, what was found, and who is who.

    Attributes:
        article: What was exported.
        reading: What came back.
        links: Which words stood for which actor in the export.
        fresh: Where new ids come from.
        ids: Our ids by the tool's keys, new findings included, for each kind of finding.
        cast: Actors after the correction.
        remarks: What was decided on the way.
    """

    article: Article
    reading: Reading
    links: Links
    fresh: FreshIds
    ids: dict[str, dict[str, str]]
    cast: Cast
    remarks: list[str] = field(factory=list)

    def key(self, kind: str, id: str) -> str | None:
        """The tool's key of our object of that id; None where it is gone or was never there."""
        return next((key for key, ours in self.ids[kind].items() if ours == id), None)

    def actor_now(self, actor: str | None) -> str | None:
        """The actor, or the one it was merged into."""
        return None if actor is None else self.cast.merged.get(actor, actor)

    def actor_of(self, key: str) -> str | None:
        """The actor that the mention of that key names; None for a key of nothing."""
        return self.cast.of.get(key)


def make_bench(article: Article, reading: Reading) -> Bench:
    """Find out what is ours, name what is new, decide who is who."""
    fresh = FreshIds(article)
    kinds = (("mentions", "m"), ("quotes", "q"), ("claims", "c"))
    ids: dict[str, dict[str, str]] = {}
    for kind, letter in kinds:
        found: Sequence[Found] = getattr(reading, kind)
        ours = _marked(article, getattr(article, kind))
        ids[kind] = identify(article.text, found, ours)
        if kind == "mentions":
            cast = recast(article, reading.mentions, ids[kind], fresh)
        for item in sorted(found, key=lambda item: (item.span, item.key)):
            if item.key not in ids[kind]:
                ids[kind][item.key] = fresh.take(letter, item.id)
    return Bench(
        article=article,
        reading=reading,
        links=Links(article),
        fresh=fresh,
        ids=ids,
        cast=cast,
        remarks=[*reading.remarks, *cast.remarks],
    )


def _marked(article: Article, items: Iterable[Any]) -> dict[str, Span]:
    """Places of what a tool could be shown."""
    return {item.id: item.span for item in items if has_words(article, item.span)}


def bring_together(
    bench: Bench,
    kind: str,
    *,
    update: Callable[[Any, Any], T],
    keep: Callable[[Any], T],
    create: Callable[[str, Any], T],
) -> tuple[T, ...]:
    """The findings of one kind after the correction, in text order where they were before.

    Args:
        bench: Everything known.
        kind: ``mentions``, ``quotes`` or ``claims``.
        update: Makes the new object of ours and of what was found.
        keep: Makes it of ours alone, where the tool could not be shown it.
        create: Makes it of a new id and what was found.
    """
    article, ids = bench.article, bench.ids[kind]
    ours = getattr(article, kind)
    found = {ids[item.key]: item for item in getattr(bench.reading, kind)}
    items: list[Any] = []
    for item in ours:
        if item.id in found:
            items.append(update(item, found.pop(item.id)))
        elif not has_words(article, item.span):
            items.append(keep(item))
    items += [create(name, item) for name, item in found.items()]
    if list(ours) == sorted(ours, key=_place):
        items.sort(key=_place)
    return tuple(items)


def _place(item: Any) -> Span:
    span: Span = item.span
    return span
