"""Quotation marks, paired by kind inside each paragraph.

Families pair only with themselves. A mark's role follows from its shape where the shape has
one, and from its place where it has none (``"``) or where writers take the wrong one
(``”…”``): a mark that stands after a blank, a colon or an attached particle opens, one that
stands behind a word or a stop closes. An unclosed quote ends with its paragraph, and every
mark without a partner is reported, so no quote is lost.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from malicoup.text.fold import fold
from malicoup.text.tokens import Tokens

_OPENING = {"«": "g", "“": "c", "„": "c", "‟": "c", "‘": "s", "‚": "s", "‹": "h"}
_CLOSING = {"»": "g", "”": "c", "’": "s", "›": "h"}
_EITHER = {'"': "d", "″": "d", "'": "q", "＂": "d"}
_FAMILY = _OPENING | _CLOSING | _EITHER

#: Particles that are written onto the word they govern, so a mark may follow without a blank.
_ATTACHED = frozenset({"و", "ف", "ب", "ل", "ك", "ال", "بال", "وال", "لل", "فال", "ول", "وب", "ا"})
_BEFORE_OPENING = frozenset(":([{-–—،,؛;\n/…«“\"'‘")


class MarkFault(StrEnum):
    """What can be wrong with a quotation mark."""

    OPENED_WITH_CLOSING = "mark-opened-with-closing"
    CLOSED_WITH_OPENING = "mark-closed-with-opening"
    NEVER_CLOSED = "mark-never-closed"
    NEVER_OPENED = "mark-never-opened"


class Pair(NamedTuple):
    """A pair of marks by token index; ``close`` is the index of the token behind the words.

    For a mark that is never closed, ``close`` is the end of its paragraph and ``closed`` False.
    """

    open: int
    close: int
    depth: int
    closed: bool


class Fault(NamedTuple):
    """A fault at one mark (token index)."""

    kind: MarkFault
    token: int


class Marks(NamedTuple):
    """All pairs in text order, and all faults."""

    pairs: tuple[Pair, ...]
    faults: tuple[Fault, ...]


class _Open(NamedTuple):
    token: int
    family: str


def pair_marks(tokens: Tokens) -> Marks:
    """Pair the quotation marks of a text. Linear; total.

    Example:
        >>> from malicoup.text.tokens import tokenize
        >>> pair_marks(tokenize("قال «نعم»")).pairs
        (Pair(open=1, close=3, depth=0, closed=True),)
    """
    pairs: list[Pair] = []
    faults: list[Fault] = []
    marks: list[int] = []
    for i, (raw, kind) in enumerate(zip(tokens.raws, tokens.kinds, strict=True)):
        if kind == "b":
            _pair_paragraph(tokens, marks, i, pairs, faults)
            marks = []
        elif raw in _FAMILY:
            marks.append(i)
    _pair_paragraph(tokens, marks, len(tokens.raws), pairs, faults)
    return Marks(tuple(sorted(pairs)), tuple(sorted(faults, key=lambda f: f.token)))


def _pair_paragraph(
    tokens: Tokens, marks: list[int], end: int, pairs: list[Pair], faults: list[Fault]
) -> None:
    stack: list[_Open] = []
    places: dict[str, list[int]] = {family: [] for family in "gcshdq"}  # in the stack
    left = _count_families(tokens, marks)
    for i in marks:
        raw = tokens.raws[i]
        family = _FAMILY[raw]
        left[family] -= 1
        if _opens(tokens, i, raw, bool(places[family]), left[family]):
            if raw in _CLOSING:
                faults.append(Fault(MarkFault.OPENED_WITH_CLOSING, i))
            places[family].append(len(stack))
            stack.append(_Open(i, family))
        elif not places[family]:
            if family not in "qs":  # a lone apostrophe is no broken quote
                faults.append(Fault(MarkFault.NEVER_OPENED, i))
        else:
            depth = places[family].pop()
            for inner, left_open in enumerate(stack[depth + 1 :], depth + 1):
                _leave_open(tokens, left_open, i, pairs, faults, inner)
                places[left_open.family].pop()
            opened = stack[depth]
            del stack[depth:]
            if raw in _OPENING:
                faults.append(Fault(MarkFault.CLOSED_WITH_OPENING, i))
            pairs.append(Pair(opened.token, i, depth, True))
    for depth, opened in enumerate(stack):
        _leave_open(tokens, opened, end, pairs, faults, depth)


def _leave_open(
    tokens: Tokens, opened: _Open, end: int, pairs: list[Pair], faults: list[Fault], depth: int
) -> None:
    if opened.family in "qs":
        return
    faults.append(Fault(MarkFault.NEVER_CLOSED, opened.token))
    pairs.append(Pair(opened.token, end, depth, False))


def _count_families(tokens: Tokens, marks: list[int]) -> dict[str, int]:
    left = dict.fromkeys("gcshdq", 0)
    for i in marks:
        left[_FAMILY[tokens.raws[i]]] += 1
    return left


def _opens(tokens: Tokens, i: int, raw: str, is_open: bool, left: int) -> bool:
    """Whether the mark at token *i* opens a quote."""
    if raw in _OPENING:
        # «…« : a second opening mark behind a word, when one is open and none is left to close.
        return not (is_open and _behind_word(tokens, i) and left == 0)
    if raw in _CLOSING:
        return not is_open and left > 0 and _at_opening_place(tokens, i)
    if raw == "'":
        return not is_open and left > 0 and _at_opening_place(tokens, i)
    if is_open:  # look-alike marks alternate, but one more may open inside a quote and close there
        return _nests(tokens, i, left)
    return left > 0 or _at_opening_place(tokens, i)


def _nests(tokens: Tokens, i: int, left: int) -> bool:
    """Whether a straight mark opens a second time: at an opening place, with two left to close."""
    return left >= 2 and left % 2 == 0 and _at_opening_place(tokens, i) and _glued_right(tokens, i)


def _glued_right(tokens: Tokens, i: int) -> bool:
    return i + 1 < len(tokens.raws) and tokens.starts[i + 1] == tokens.ends[i]


def _behind_word(tokens: Tokens, i: int) -> bool:
    return i > 0 and tokens.ends[i - 1] == tokens.starts[i]


def _at_opening_place(tokens: Tokens, i: int) -> bool:
    if i == 0 or tokens.ends[i - 1] < tokens.starts[i]:
        return True
    before = tokens.raws[i - 1]
    return before in _BEFORE_OPENING or tokens.kinds[i - 1] == "b" or fold(before) in _ATTACHED
