"""Phrases near a reporting word, found by place and not by walking the tokens between.

A rule looks over :data:`LOOK_BACK` phrases or quotes at most. Reports hold fewer in a sentence
and hardly more in all; lists of thousands of names are read in proportion to their length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from malicoup.parse.names.phrase import Phrase
from malicoup.parse.page import Page
from malicoup.parse.quotes.content import COMMAS

LOOK_BACK = 64


class Nearby:
    """The phrases of a page by place.

    Attributes:
        firsts: First tokens of the phrases, in order.
        subjects: Those right behind a word that is a finite verb and nothing else.
        main_subjects: Those right behind the verb of a main clause, ambiguous words included.
        addressees: Tokens at which someone spoken to may be named.
        persons: First tokens of phrases that name a person.
    """

    __slots__ = ("_reach", "addressees", "firsts", "main_subjects", "persons", "subjects")

    def __init__(
        self,
        starts: dict[int, Phrase],
        subjects: list[int],
        main_subjects: list[int],
        addressees: list[int],
        persons: list[int],
    ) -> None:
        self.firsts = sorted(starts)
        self.subjects = subjects
        self.main_subjects = main_subjects
        self.addressees = addressees
        self.persons = persons
        self._reach = list(accumulate((starts[k].end for k in self.firsts), max))

    def reaching(self, first: int, end: int, token: int) -> list[int]:
        """Phrases that begin from *first* up to *end*, none that all end before *token*."""
        low = max(bisect_left(self.firsts, first), bisect_left(self._reach, token))
        return self.firsts[low : bisect_left(self.firsts, end)]


def next_in(places: list[int], first: int, end: int) -> list[int]:
    """The first of *places* from *first* up to *end*."""
    low = bisect_left(places, first)
    return places[low : min(bisect_left(places, end), low + LOOK_BACK)]


def last_in(places: list[int], first: int, end: int) -> list[int]:
    """The last of *places* from *first* up to *end*, the nearest to *end* first."""
    high = bisect_left(places, end)
    return places[max(bisect_left(places, first), high - LOOK_BACK) : high][::-1]


def comma_from(page: Page, first: int, end: int) -> int:
    """The first comma from token *first* on; *end* where none stands before it."""
    commas = page.once(_commas)
    n = bisect_left(commas, first)
    return min(commas[n], end) if n < len(commas) else max(first, end)


def comma_before(page: Page, first: int, end: int) -> int | None:
    """The last comma from token *first* up to *end*."""
    commas = page.once(_commas)
    n = bisect_right(commas, end - 1) - 1
    return commas[n] if n >= 0 and commas[n] >= first else None


def _commas(page: Page) -> list[int]:
    return [k for k, raw in enumerate(page.tokens.raws) if raw in COMMAS]
