"""Bounds around a number: "at least", "more than", "about"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from malicoup.lexicon._load import rows
from malicoup.parse._view import View
from malicoup.text.fold import fold

_PARTICLES = ("و", "ف", "ب", "ل", "ك")
#: Two bounds may stand together: "ما لا يقل عن نحو".
_MOST_BOUNDS = 2

Phrase = tuple[tuple[str, ...], str]


class Bound(NamedTuple):
    """What the words before or after a number say of it: kinds, and where they end."""

    kinds: frozenset[str]
    edge: int


NO_BOUND = frozenset[str]()


@cache
def _by_last() -> dict[str, list[Phrase]]:
    return _index("bounds", -1)


@cache
def _by_first() -> dict[str, list[Phrase]]:
    return _index("bounds", 0)


@cache
def _after() -> dict[str, list[Phrase]]:
    return _index("bounds_after", 0)


def _index(name: str, at: int) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for text, kind in rows(name):
        words = tuple(fold(text).split())
        found.setdefault(words[at], []).append((words, kind))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return found


def bound_before(view: View, i: int, free: int) -> Bound:
    """The bounds that end right before token *i*, beginning at *free* or later."""
    kinds: set[str] = set()
    edge = i
    while len(kinds) < _MOST_BOUNDS:
        step = _one_before(view, edge, free)
        if step is None:
            break
        kinds.add(step[0])
        edge = step[1]
    return Bound(frozenset(kinds), edge)


def _one_before(view: View, i: int, free: int) -> tuple[str, int] | None:
    last = view.folded(i - 1)
    for words, kind in _by_last().get(last, ()) or _by_last().get(_bare(last), ()):
        start = i - len(words)
        if start < free or any(view.folded(start + n) != w for n, w in enumerate(words) if n):
            continue
        if _opens(view.folded(start), words[0]):
            return kind, start
    return None


def _bare(folded: str) -> str:
    """The word without one attached particle, for a bound of a single word: "بنحو"."""
    return folded[1:] if folded[:1] in _PARTICLES else folded


def _opens(folded: str, first: str) -> bool:
    """Whether a word is *first*, up to two attached particles left out."""
    extra = folded.removesuffix(first)
    return folded.endswith(first) and len(extra) <= 2 and all(c in _PARTICLES for c in extra)


def bound_at(view: View, i: int) -> tuple[str, int] | None:
    """The bound that begins at token *i*, and the index after it."""
    folded = view.folded(i)
    for words, kind in _by_first().get(folded, ()) or _by_first().get(_bare(folded), ()):
        if all(view.folded(i + n) == w for n, w in enumerate(words) if n):
            return kind, i + len(words)
    return None


def bound_after(view: View, i: int) -> Bound:
    """The bound that begins right after the number or its noun."""
    for words, kind in _after().get(view.folded(i), ()):
        if all(view.folded(i + n) == w for n, w in enumerate(words)):
            kinds = NO_BOUND if kind == "same" else frozenset({kind})
            return Bound(kinds, i + len(words))
    return Bound(NO_BOUND, i)
