"""Outlets in Latin letters to which something was said: قالت فلانة لـ NRW.

Done before the roster is filled, so that their later mentions are found like those of others.
"""

from __future__ import annotations

from malicoup.model import ActorKind, Span
from malicoup.parse.names.abbreviations import is_abbreviation
from malicoup.parse.names.phrase import Phrase, name_text
from malicoup.parse.page import Page
from malicoup.parse.quotes.frame import Frame

_TO = frozenset({"ل", "لـ"})


def add_told(page: Page, phrases: list[Phrase], frames: list[Frame]) -> list[Phrase]:
    """The phrases of a page, and those abbreviations that "to" leads to inside of a frame."""
    covered = {k for p in phrases for k in range(p.first, p.end)}
    found: dict[int, Phrase] = {}
    for frame in frames:
        for k in range(frame.gap[0] + 1, frame.gap[1]):
            if k not in covered and page.words[k - 1].form in _TO and _is_outlet(page, k):
                found[k] = Phrase(k, k + 1, _kind(page, k), "told", name=page.span(k, k + 1))
    if not found:
        return phrases
    return sorted([*phrases, *found.values()], key=lambda p: p.first)


def _is_outlet(page: Page, k: int) -> bool:
    """NRW, or voltnews.org: no name of a person is written so."""
    if page.kind(k) != "l" or page.kind(k + 1) == "l":
        return False
    raw = page.raw(k)
    return is_abbreviation(raw) or "." in raw.strip(".")


def _kind(page: Page, k: int) -> ActorKind:
    """A medium where it has an address or the page's source line names it; else some body."""
    source = page.layout.source
    line = "" if source is None else name_text(page, Span(start=source[0], end=source[1]))
    is_medium = "." in page.raw(k).strip(".") or line == page.raw(k)
    return ActorKind.MEDIA if is_medium else ActorKind.ORGANIZATION
