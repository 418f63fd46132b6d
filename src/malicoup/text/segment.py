"""Lines, sentences and the shape of the page: title, lede, headings, paragraphs, source line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import compress
from typing import NamedTuple

from malicoup.text.tokens import Tokens

_STOPS = frozenset(".!؟?…")
_HEADING_WORDS = 14
_TITLE_WORDS = 30
_FINAL = frozenset('.!؟?…»”":،؛,')
#: "Source: …" at the foot of a page.
_SOURCE_LINE = re.compile(r"\s*(?:ال)?(?:مصدر|مصادر)\s*[:：]\s*(?P<name>\S[^\n]{0,60}?)\s*\Z")


class Line(NamedTuple):
    """A line that is not blank: its characters without blanks at the ends, and its tokens."""

    start: int
    end: int
    first: int
    last: int  # token index behind the last token


class Layout(NamedTuple):
    """Which line is what (indices into ``lines``), and the name in the source line."""

    lines: tuple[Line, ...]
    title: int | None
    lede: int | None
    headings: frozenset[int]
    source_line: int | None
    source: tuple[int, int] | None


def find_lines(tokens: Tokens) -> tuple[Line, ...]:
    """The lines of the text that hold a token."""
    lines: list[Line] = []
    first = 0
    for i, kind in enumerate([*tokens.kinds, "b"]):
        if kind == "b":
            if i > first:
                lines.append(Line(tokens.starts[first], tokens.ends[i - 1], first, i))
            first = i + 1
    return tuple(lines)


def find_layout(tokens: Tokens) -> Layout:
    """The shape of the page. Total; a text of one line is one paragraph."""
    lines = find_lines(tokens)
    source_line, source = _find_source(tokens, lines)
    body = [i for i in range(len(lines)) if i != source_line]
    title = body[0] if len(body) > 1 and _is_title(tokens, lines[body[0]]) else None
    rest = body[1:] if title is not None else body
    headings = frozenset(
        i for i in rest[1:-1] if _is_heading(tokens, lines[i]) and _runs_on(tokens, lines[i + 1])
    )
    lede = rest[0] if title is not None and len(rest) > 1 else None
    return Layout(lines, title, lede, headings, source_line, source)


def _find_source(
    tokens: Tokens, lines: tuple[Line, ...]
) -> tuple[int | None, tuple[int, int] | None]:
    if len(lines) < 2:
        return None, None
    last = lines[-1]
    match = _SOURCE_LINE.match(tokens.text[last.start : last.end])
    if match is None:
        return None, None
    return len(lines) - 1, (last.start + match.start("name"), last.start + match.end("name"))


def _words(tokens: Tokens, line: Line) -> int:
    return line.last - line.first - tokens.kinds[line.first : line.last].count("p")


def _is_title(tokens: Tokens, line: Line) -> bool:
    return _words(tokens, line) <= _TITLE_WORDS and tokens.raws[line.last - 1] not in (".", "،")


def _is_heading(tokens: Tokens, line: Line) -> bool:
    return (
        2 <= _words(tokens, line) <= _HEADING_WORDS and tokens.raws[line.last - 1] not in _FINAL
    ) or (2 <= _words(tokens, line) <= 8 and tokens.raws[line.last - 1] in ("؟", "?"))


def _runs_on(tokens: Tokens, line: Line) -> bool:
    return _words(tokens, line) > _HEADING_WORDS


def sentence_ends(tokens: Tokens, pairs: Mapping[int, int]) -> list[int]:
    """For each token, the index of the token that ends its sentence (the stop itself).

    A stop ends a sentence; so does the end of the line, whose index is that of the break (or
    the number of tokens). A full stop behind a single letter belongs to an initial; one inside
    quotation marks does not end the sentence around them, unless the marks close behind it and
    no comma goes on.

    Args:
        tokens: The text's tokens.
        pairs: Closing token by opening token of the quotation marks, in text order; pairs nest.
    """
    n = len(tokens.raws)
    stops = [
        kind == "b" or (kind == "p" and _is_stop(tokens, i)) for i, kind in enumerate(tokens.kinds)
    ]
    outer = -1
    for opening, closing in pairs.items():
        if opening < outer:  # the pair around it has taken its stops away
            continue
        outer = closing
        last = closing - 1 > opening and stops[closing - 1]
        for i in range(opening + 1, closing):
            stops[i] = stops[i] and tokens.kinds[i] == "b"
        if last and (closing + 1 >= n or tokens.raws[closing + 1] not in _GOES_ON):
            stops[closing] = True
    ends: list[int] = []
    for i in compress(range(n), stops):
        ends += [i] * (i + 1 - len(ends))
    return ends + [n] * (n - len(ends))


_GOES_ON = frozenset("،,.؛;:")


def _is_stop(tokens: Tokens, i: int) -> bool:
    """Whether a punctuation mark ends a sentence."""
    return tokens.raws[i][0] in _STOPS and not _is_initial(tokens, i)


def _is_initial(tokens: Tokens, i: int) -> bool:
    return (
        tokens.raws[i] == "."
        and i > 0
        and len(tokens.raws[i - 1]) == 1
        and tokens.kinds[i - 1] in "wl"
        and tokens.starts[i] == tokens.ends[i - 1]
        and i + 1 < len(tokens.raws)
        and tokens.kinds[i + 1] in "wl"
    )
