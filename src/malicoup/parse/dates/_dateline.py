"""The day on which a page itself says that it was published.

Three places tell it: a line with a label ("published on …"), a line of its own at the head or
the foot of the page that holds a day and nothing else, and the dateline that opens a report
("place, day (agency) -"). All three are one shape: from the beginning of its line on, the day
stands among places, agencies, clock times and labels only, up to the end of the line or to the
mark that parts it from the report. A caption or a sentence has other words there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from malicoup.lexicon._load import rows
from malicoup.lexicon.build import lexicon
from malicoup.lexicon.words import Tag
from malicoup.model.span import Span
from malicoup.model.time import DateExpression
from malicoup.parse._words import read_word
from malicoup.parse.page import phrase_of
from malicoup.text.fold import fold
from malicoup.text.segment import Line, find_lines
from malicoup.text.tokens import Tokens

#: How many lines at the head and at the foot of a page may be about the page itself.
_HEAD, _FOOT = 5, 3
#: A line about the page is short; a dateline too. In tokens.
_REACH = 40
_BRACKET = 8
_OPENING = {"(": ")", "[": "]"}
_CLOSING = frozenset(_OPENING.values())
_PARTS = frozenset("-–—:|/")
_BESIDE = frozenset("،,.;؛•·") | _PARTS | _CLOSING
_PLACES = Tag.PLACE | Tag.COUNTRY | Tag.SEAT
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_RANKS = ("publication-label", "dateline", "date-line", "update-label")


class PageDay(NamedTuple):
    """A day on which the page says that it was published.

    Attributes:
        day: The day.
        span: The words that name it.
        rule: ``publication-label``, ``dateline``, ``date-line`` (a line of its own) or
            ``update-label``.
    """

    day: date
    span: Span
    rule: str


class _Head(NamedTuple):
    """The beginning of a line that is about the page: its days, each with its label."""

    days: list[tuple[DateExpression, str]]
    end: int  # token behind it
    place: bool
    agency: bool
    bracket: bool


def page_days(tokens: Tokens, dates: Sequence[DateExpression]) -> tuple[PageDay, ...]:
    """The days on which the page may have been published: one, none, or several that differ.

    A label outranks a dateline, that a line of its own, that the day of an update; only the
    days of the highest rank found are told.

    Args:
        tokens: The tokens of the text.
        dates: Its dates, read without a publication date, in text order.
    """
    whole = {tokens.at(d.span.start): d for d in dates if _is_whole(d)}
    if not whole:
        return ()
    lines = find_lines(tokens)
    ends = {first: tokens.at(d.span.end - 1) + 1 for first, d in whole.items()}
    found = [
        day
        for n, line in enumerate(lines)
        if any(i in whole for i in range(line.first, min(line.last, line.first + _REACH)))
        for day in _days_of_line(tokens, line, whole, ends, outer=_is_outer(n, len(lines)))
        if len(lines) > 1 or day.rule != "date-line"  # a text that is but a day is no page
    ]
    best = min((_RANKS.index(day.rule) for day in found), default=0)
    chosen: dict[date, PageDay] = {}
    for day in found:
        if day.rule == _RANKS[best]:
            chosen.setdefault(day.day, day)
    return tuple(chosen.values())


def _is_whole(found: DateExpression) -> bool:
    """Whether a date is one day that leans on nothing."""
    return found.edtf is not None and _DAY.fullmatch(found.edtf) is not None


def _is_outer(n: int, count: int) -> bool:
    return n < _HEAD or n >= count - _FOOT


def _days_of_line(
    tokens: Tokens,
    line: Line,
    whole: dict[int, DateExpression],
    ends: dict[int, int],
    *,
    outer: bool,
) -> Iterator[PageDay]:
    head = _read_head(tokens, line, whole, ends)
    rule = _rule(tokens, line, head)
    if not head.days or not rule:
        return
    western = [(found, label) for found, label in head.days if not _is_islamic(tokens, found)]
    labels = {label for _, label in head.days} - {""}
    for found, label in western or head.days:
        if labels and not label:
            continue
        named = {"published": "publication-label", "updated": "update-label"}.get(label, rule)
        if named in ("publication-label", "update-label") or outer:
            yield PageDay(date.fromisoformat(found.edtf or ""), found.span, named)


def _rule(tokens: Tokens, line: Line, head: _Head) -> str:
    """How the words beside the days say that the page was published then, or nothing."""
    if head.end == line.last:
        return "dateline" if head.agency else "date-line"
    parted = head.bracket or tokens.raws[head.end - 1][0] in _PARTS
    return "dateline" if parted and (head.place or head.agency) else ""


def _read_head(
    tokens: Tokens, line: Line, whole: dict[int, DateExpression], ends: dict[int, int]
) -> _Head:
    """Read from the beginning of *line* as far as its words are about the page."""
    days: list[tuple[DateExpression, str]] = []
    label, place, agency, bracket = "", False, False, False
    last = min(line.last, line.first + _REACH)
    words = [lexicon().word(raw) for raw in tokens.raws[line.first : last]]
    i = line.first
    while i < last:
        raw = tokens.raws[i]
        closing = _closing(tokens, i, last)
        if i in whole:
            days.append((whole[i], label))
            i, bracket = ends[i], False
        elif closing is not None:
            inner = [
                phrase_of(words, k - line.first, Tag.ORGANIZATION) for k in range(i + 1, closing)
            ]
            agency |= any(inner) or _is_short_name(tokens, i + 1, closing)
            i, bracket = closing + 1, bool(days)
        elif (role := _roles().get(fold(raw))) is not None:
            label = role if role != "beside" else label
            i, bracket = i + 1, False
        elif raw in _BESIDE or _is_clock(tokens, i) or read_word(raw).weekday:
            i += 1
        else:
            known = phrase_of(words, i - line.first, _PLACES | Tag.ORGANIZATION)
            if known is None or known[1].preposition:
                break
            place |= bool(known[2].tag & _PLACES)
            agency |= bool(known[2].tag & Tag.ORGANIZATION)
            i, bracket = known[0] + line.first, False
    return _Head(days, i, place, agency, bracket)


def _closing(tokens: Tokens, i: int, last: int) -> int | None:
    """The token that closes the bracket which opens at *i*."""
    mark = _OPENING.get(tokens.raws[i])
    if mark is None:
        return None
    inner = range(i + 1, min(last, i + _BRACKET))
    return next((k for k in inner if tokens.raws[k] == mark), None)


def _is_short_name(tokens: Tokens, first: int, end: int) -> bool:
    """أ ف ب, د.ب.أ: letters that stand for an agency."""
    letters = [tokens.raws[k] for k in range(first, end) if tokens.kinds[k] == "w"]
    return len(letters) > 1 and all(len(fold(letter)) == 1 for letter in letters)


def _is_clock(tokens: Tokens, i: int) -> bool:
    """A number beside a colon, or that of an issue of a paper."""
    if tokens.kinds[i] != "n":
        return False
    beside = [tokens.raws[k] for k in (i - 1, i + 1) if 0 <= k < len(tokens.raws)]
    return ":" in beside or any(fold(raw) in _ISSUE for raw in beside)


_ISSUE = frozenset(fold(word) for word in ("العدد", "رقم"))


def _is_islamic(tokens: Tokens, found: DateExpression) -> bool:
    i = tokens.at(found.span.start)
    while i < len(tokens.raws) and tokens.starts[i] < found.span.end:
        month = read_word(tokens.raws[i]).month
        if month is not None and month.calendar == "islamic":
            return True
        i += 1
    return False


@cache
def _roles() -> dict[str, str]:
    return {fold(word): role for word, role in rows("dateline_words")}
