"""Quotes that go on in the next paragraph, whose cue stands in an earlier one.

Three shapes: a quote that is opened in one paragraph and closed in a later one, a paragraph that
stands wholly in marks right behind a quote, and a sentence that does so within its paragraph.
Each paragraph is a quote of its own.
"""

from __future__ import annotations

from bisect import bisect_left

from malicoup.lexicon.words import Tag
from malicoup.model import Confidence, QuoteStyle, Stance
from malicoup.parse.page import Page
from malicoup.parse.quotes.ends import COMMAS, SENTENCE_MARKS
from malicoup.parse.quotes.frame import Content, Frame, is_long
from malicoup.parse.quotes.subject import sentence_start
from malicoup.text.marks import MarkFault, Pair

_PARAGRAPHS = 4  # a mark left open longer than this is a slip of the pen


def continued_frames(page: Page, frames: list[Frame]) -> list[Frame]:
    """The frames of paragraphs that carry on a quote of the paragraph before."""
    lines = page.layout.lines
    quoted = {
        page.line_of[f.content.end - 1] for f in frames if f.content.style is QuoteStyle.DIRECT
    }
    speaking = quoted | {line for f in frames if (line := _speaks_last(page, f)) is not None}
    lone = _lone_closings(page)
    found: list[Frame] = _in_paragraph(page, frames)
    open_since: int | None = None
    for n in range(1, len(lines)):
        if n - 1 in quoted and _left_open(page, n - 1) and _closes_within(page, n, lone):
            open_since = n
        if open_since is not None and n - open_since < _PARAGRAPHS:
            end = lone.get(n)
            content = _whole(page, lines[n].first, end if end is not None else lines[n].last)
            if content is not None:
                found.append(_frame(content))
            if end is not None:
                open_since = None
            continue
        if n - 1 in quoted and _opens(page, n) and _closes_within(page, n + 1, lone):
            content = _whole(page, lines[n].first + 1, lines[n].last)
            if content is not None:
                found.append(_frame(content))
                open_since = n + 1
            continue
        if n - 1 in speaking or any(f.content.first >= lines[n - 1].first for f in found[-1:]):
            content = _in_marks(page, n)
            if content is not None and n not in quoted:
                found.append(_frame(content))
    return found


def _speaks_last(page: Page, frame: Frame) -> int | None:
    """The line of a frame, if its sentence is the last of it."""
    line = page.line_of[frame.cue[0]]
    if line < 0:
        return None
    return line if page.sentence_end[frame.cue[0]] >= page.layout.lines[line].last - 2 else None


def _in_paragraph(page: Page, frames: list[Frame]) -> list[Frame]:
    """«…»، قالت فلانة. «…»: a sentence wholly in marks right behind one that reports."""
    cues = sorted(f.cue[0] for f in frames)
    claimed = {f.content.first for f in frames}
    found = []
    for pair in page.marks.pairs:
        first = pair.open
        if not pair.closed or first == 0 or first + 1 in claimed:
            continue
        if page.sentence_end[first - 1] != first - 1 or page.kind(first - 1) == "b":
            continue
        before = sentence_start(page, first - 1)
        n = bisect_left(cues, before)
        reported = n < len(cues) and cues[n] < first
        if reported and _is_whole_sentence(page, pair):
            content = _whole(page, first + 1, pair.close)
            if content is not None:
                found.append(_frame(content))
    return found


def _is_whole_sentence(page: Page, pair: Pair) -> bool:
    """Whether nothing but a stop follows the marks in their sentence."""
    behind = pair.close + 1
    if page.kind(behind) == "b" or page.raw(behind)[:1] in SENTENCE_MARKS:
        return True
    stopped = page.raw(pair.close - 1)[:1] in SENTENCE_MARKS
    return stopped and page.raw(behind) not in COMMAS and not page.words[behind].tags & Tag.CUE


def _lone_closings(page: Page) -> dict[int, int]:
    """By line, the first mark of the line where it closes a quote that the line never opened."""
    found: dict[int, int] = {}
    last = -1
    for fault in page.marks.faults:
        line = page.line_of[fault.token]
        if fault.kind is MarkFault.NEVER_OPENED and line != last:
            last = line
            first = page.layout.lines[line].first
            if not any(k in page.pair_at for k in range(first, fault.token)):
                found[line] = fault.token
    return found


def _left_open(page: Page, line: int) -> bool:
    first, last = page.layout.lines[line].first, page.layout.lines[line].last
    return any(
        not pair.closed and first <= pair.open and pair.close >= last
        for k in range(first, last)
        if (pair := page.pair_at.get(k)) is not None
    )


def _opens(page: Page, line: int) -> bool:
    """Whether the line begins with a mark that it never closes."""
    pair = page.pair_at.get(page.layout.lines[line].first)
    return pair is not None and not pair.closed


def _closes_within(page: Page, line: int, lone: dict[int, int]) -> bool:
    for n in range(line, min(line + _PARAGRAPHS, len(page.layout.lines))):
        if n in lone:
            return True
        first, last = page.layout.lines[n].first, page.layout.lines[n].last
        if any(k in page.pair_at for k in range(first, last)):
            return False
    return False


def _in_marks(page: Page, line: int) -> Content | None:
    """The content of a paragraph that stands wholly in marks."""
    first, last = page.layout.lines[line].first, page.layout.lines[line].last
    pair = page.pair_at.get(first)
    if pair is None or not pair.closed or last - pair.close > 2:
        return None
    if any(page.words[k].tags & Tag.CUE for k in range(pair.close, last)):
        return None
    return _whole(page, first + 1, pair.close)


def _whole(page: Page, first: int, end: int) -> Content | None:
    while end > first and page.raw(end - 1)[:1] in "،,":
        end -= 1
    if not is_long(page, first, end):
        return None
    return Content(first, end, QuoteStyle.DIRECT, ((first, end),))


def _frame(content: Content) -> Frame:
    return Frame(
        (content.first, content.first + 1), "-", Stance.NEUTRAL, content,
        (content.first, content.first), None, None, None, "continued", "continued",
        Confidence.LIKELY,
    )  # fmt: skip
