"""Which of our findings a finding of a tool is: by id, by place, or by overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from malicoup.formats._export import split_span
from malicoup.formats._reading import Found
from malicoup.model import Article, Span

_LEAST_OVERLAP = 0.5


def covered(text: str, span: Span) -> Span:
    """*span* as a tool that marks no line ends gives it back."""
    pieces = split_span(text, span)
    return Span(start=pieces[0].start, end=pieces[-1].end) if pieces else span


def trimmed(text: str, span: Span) -> Span:
    """*span* without the blanks at its ends, which a hand takes along when it marks words."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start=start, end=max(start, span.start + len(words.rstrip())))


def identify(text: str, found: Sequence[Found], ours: Mapping[str, Span]) -> dict[str, str]:
    """Ids for findings that are ours; findings left out are new.

    An id that the tool kept decides; where two findings carry the same one (a copied
    annotation), the one nearer to the old place. A finding without id is ours where it stands
    exactly at, or overlaps by half with, a finding that would otherwise be gone: tools lose
    ids, and annotators delete and draw again.
    """
    places = {name: covered(text, span) for name, span in ours.items()}
    pairs = [
        (_claim_on(item, name, place), item.key, name)
        for item in found
        for name, place in places.items()
        if item.id == name or item.id not in places
    ]
    ids: dict[str, str] = {}
    for strength, key, name in sorted(pairs, key=lambda pair: -pair[0]):
        if strength >= _LEAST_OVERLAP and key not in ids and name not in ids.values():
            ids[key] = name
    return ids


def _claim_on(item: Found, id: str, place: Span) -> float:
    """How strong the claim of *item* on *id* is: its id first, then its place."""
    common = min(item.span.end, place.end) - max(item.span.start, place.start)
    size = len(item.span) + len(place) - max(common, 0)
    overlap = max(common, 0) / size if size else float(item.span == place)
    return overlap + (2 if item.id == id else 0)


class FreshIds:
    """Gives ids that nothing in the article has, counting on from the highest number."""

    def __init__(self, article: Article) -> None:
        groups: Iterable[Iterable[object]] = (
            article.actors, article.mentions, article.quotes, article.claims,
            article.arms_deals, article.events, article.statistics,
        )  # fmt: skip
        self._taken = {str(getattr(item, "id", "")) for group in groups for item in group}

    def take(self, letter: str, wish: str | None = None) -> str:
        """A new id such as ``q7``; *wish* itself where it is free."""
        numbers = (re.fullmatch(rf"{letter}([0-9]{{1,9}})", name) for name in self._taken)
        highest = max((int(match[1]) for match in numbers if match), default=0)
        is_free = wish is not None and bool(wish.strip()) and wish not in self._taken
        taken = wish if wish is not None and is_free else f"{letter}{highest + 1}"
        self._taken.add(taken)
        return taken
