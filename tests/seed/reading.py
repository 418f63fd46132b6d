"""What a report says, as a table of facts with places in its text.

A :class:`Reading` is a text with facts. Its facts are plain data (``facts.json``), so a rewritten
text carries the same facts at other places.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
SEED = next((HERE.parents[1] / "seeds").glob("*.txt"))

#: Keys of the facts that hold a span, or a list of spans.
PLACES = frozenset(
    {"span", "cue", "mention", "quoted", "title", "lede", "headings", "paragraphs",
     "source_line", "publisher"}
)  # fmt: skip


class Edit(NamedTuple):
    """Characters of a text and what stands there instead."""

    start: int
    end: int
    new: str


class Reading(NamedTuple):
    """A text and what it says."""

    text: str
    facts: dict[str, Any]

    def words(self, span: Sequence[int]) -> str:
        return self.text[span[0] : span[1]]

    def edited(self, edits: Iterable[Edit]) -> Reading:
        """The text with *edits* made, and every fact moved with its words.

        A fact may begin or end where an edit begins or ends, never inside one.
        """
        pieces: list[str] = []
        marks: list[tuple[int, int, int, int]] = []  # old start, old end, new start, new end
        done = length = 0
        for edit in sorted(edits):
            assert edit.start >= done, f"two edits at {edit.start}"
            pieces += [self.text[done : edit.start], edit.new]
            start = length + edit.start - done
            length = start + len(edit.new)
            marks.append((edit.start, edit.end, start, length))
            done = edit.end
        pieces.append(self.text[done:])
        return Reading("".join(pieces), moved(self.facts, _mover(marks)))


def _mover(marks: list[tuple[int, int, int, int]]) -> Callable[[int], int]:
    from bisect import bisect_right

    starts = [m[0] for m in marks]

    def move(offset: int) -> int:
        n = bisect_right(starts, offset) - 1
        if n >= 0 and starts[n] == offset and marks[n][1] > offset:
            return marks[n][2]  # a replacement begins here
        if n < 0:
            return offset
        old_start, old_end, _, new_end = marks[n]
        assert offset >= old_end, f"a fact has its edge inside an edit ({old_start}, {old_end})"
        return new_end + offset - old_end

    return move


def moved(facts: Any, move: Callable[[int], int], key: str = "") -> Any:
    """The facts with every offset sent through *move*."""
    if isinstance(facts, dict):
        return {k: moved(v, move, k) for k, v in facts.items()}
    if isinstance(facts, list):
        if key in PLACES and facts and isinstance(facts[0], int):
            return [move(offset) for offset in facts]
        return [moved(v, move, key) for v in facts]
    return facts


def read_seed() -> Reading:
    """The seed and its facts."""
    text = SEED.read_bytes().decode("utf-8")
    return Reading(text, json.loads((HERE / "facts.json").read_text("utf-8")))


_DIACRITICS = re.compile("[\u064b-\u0652\u0670]")
_ALEFS = str.maketrans("أإآ", "ااا")


def plain(text: str) -> str:
    """Spelling as names are compared: no diacritics, bare alefs, single blanks."""
    return " ".join(_DIACRITICS.sub("", text).translate(_ALEFS).lower().split())


#: What may stand at the edge of a span without being one of its words.
EDGES = '«»"“”„‟ .،,؛:!؟?…\u00a0'


def trimmed(text: str, span: Sequence[int]) -> tuple[int, int]:
    """The span without marks, stops and blanks at its edges."""
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end
