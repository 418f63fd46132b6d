"""Interviews: lines "asker: question?" and "guest: answer", and the answers' further paragraphs."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from malicoup.lexicon.words import Tag
from malicoup.model import Confidence, QuoteStyle, Stance
from malicoup.parse.page import Page
from malicoup.parse.quotes.content import quoted_parts, trim
from malicoup.parse.quotes.frame import Content, Frame, words_in

_LABEL_WORDS = 5
_QUESTION_MARKS = frozenset("؟?")


class _Turn(NamedTuple):
    """A line that opens with a label and a colon: its number and the token of the colon."""

    line: int
    colon: int


class Interview(NamedTuple):
    """The lines that belong to an interview, and the frames of its answers."""

    lines: frozenset[int]
    frames: list[Frame]


NO_INTERVIEW = Interview(frozenset(), [])


def read_interview(page: Page) -> Interview:
    """Read the answers of an interview; :data:`NO_INTERVIEW` where the page holds none.

    Two labels must take turns, one of them asking: most of its lines end with a question mark.
    A paragraph without a label belongs to the answer before it if a later label follows.
    """
    turns = _turns(page)
    asking = {label for label, held in turns.items() if _asks(page, held)}
    answering = set(turns) - asking
    if not asking or not any(len(turns[label]) > 1 for label in answering):
        return NO_INTERVIEW
    labelled = {t.line: label for label, held in turns.items() for t in held}
    colons = {t.line: t.colon for held in turns.values() for t in held}
    frames = []
    answer: int | None = None
    last = max(labelled)
    for n in range(min(labelled), last + 1):
        if n in labelled:
            answer = None if labelled[n] in asking else n
        if answer is not None:
            frame = _frame(page, colons[answer], n, answer)
            if frame is not None:
                frames.append(frame)
    return Interview(frozenset(labelled), frames)


def _turns(page: Page) -> dict[str, list[_Turn]]:
    """Lines with a label, by label; labels that stand once only are none."""
    found: dict[str, list[_Turn]] = defaultdict(list)
    raws, kinds = page.raws, page.kinds
    for n, line in enumerate(page.layout.lines):
        for k in range(line.first, min(line.first + _LABEL_WORDS + 1, line.last)):
            if raws[k] == ":" and k > line.first:
                label = " ".join(page.words[i].form for i in range(line.first, k))
                found[label].append(_Turn(n, k))
                break
            if kinds[k] not in "wl" or page.words[k].tags & Tag.THAT:
                break
    return {label: held for label, held in found.items() if len(held) > 1}


def _asks(page: Page, turns: list[_Turn]) -> bool:
    questions = sum(_ends_asking(page, t.line) for t in turns)
    return 2 * questions >= len(turns)


def _ends_asking(page: Page, line: int) -> bool:
    k = page.layout.lines[line].last - 1
    while k > page.layout.lines[line].first and page.kind(k) == "b":
        k -= 1
    return page.raw(k)[:1] in _QUESTION_MARKS


def _frame(page: Page, colon: int, line: int, answer: int) -> Frame | None:
    """The words of an answer in one paragraph."""
    held = page.layout.lines[line]
    first = colon + 1 if line == answer else held.first
    if page.raw(first) == "(":  # (تضحك): a remark of the writer's
        while first < held.last and page.raw(first) != ")":
            first += 1
        first += 1
    end = trim(page, first, held.last) if first < held.last else first
    if words_in(page, first, end) < 2:
        return None
    quoted = quoted_parts(page, first, end)
    label = (page.layout.lines[answer].first, colon)
    return Frame(
        (colon, colon + 1), ":", Stance.NEUTRAL,
        Content(first, end, QuoteStyle.MIXED if quoted else QuoteStyle.INDIRECT, quoted),
        label, None, None, None, "source", "interview-answer", Confidence.CERTAIN,
    )  # fmt: skip
