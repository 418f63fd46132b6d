"""Arabic and English together on a terminal: isolates, widths, line breaks, colours.

Words of a report are strange input. Control characters would move the cursor and bidirectional
controls would reorder our own words, so neither gets through.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from attrs import define

# Right-to-left isolate and its end: what stands between them does not disturb the line around it.
_RLI, _PDI = "\u2067", "\u2069"
_BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STRANGE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

_BOLD, _DIM, _YELLOW = "1", "2", "33"


def clean(words: str) -> str:
    """*words* on one line, with nothing in them that steers a terminal."""
    line = " ".join(_BIDI_CONTROLS.sub("", words).split())
    return _STRANGE.sub("\ufffd", line)


def isolate(words: str) -> str:
    """*words* cleaned and, where they run from right to left, kept apart from their line."""
    line = clean(words)
    return f"{_RLI}{line}{_PDI}" if _RIGHT_TO_LEFT.search(line) else line


def columns(words: str) -> int:
    """How many columns *words* take: none for marks above letters, two for wide characters."""
    return sum(_width(character) for character in words)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def fold(words: str, width: int) -> Iterator[str]:
    """*words* cleaned and cut into lines of at most *width* columns, each isolated by itself.

    A word that is wider than a line stays whole.
    """
    line: list[str] = []
    used = 0
    for word in clean(words).split(" "):
        size = columns(word)
        if line and used + 1 + size > width:
            yield isolate(" ".join(line))
            line, used = [], 0
        used += size + (1 if line else 0)
        line.append(word)
    yield isolate(" ".join(line))


def fold_plain(line: str, width: int, *, indent: str) -> Iterator[str]:
    """A line of ours, which may hold isolated words, cut at spaces outside of isolates."""
    parts = re.findall(f"(?:{_RLI}[^{_PDI}]*{_PDI}|[^ {_RLI}])+", line)
    text, used = "", 0
    for part in parts:
        size = columns(part)
        if text and used + 1 + size > width - columns(indent):
            yield indent + text
            text, used = "", 0
        text, used = (f"{text} {part}", used + 1 + size) if text else (part, size)
    yield indent + text


@define(frozen=True)
class Paint:
    """Colours, or none."""

    on: bool

    def bold(self, text: str) -> str:
        """*text* for headings."""
        return self._paint(text, _BOLD)

    def dim(self, text: str) -> str:
        """*text* for what is said about findings."""
        return self._paint(text, _DIM)

    def doubt(self, text: str) -> str:
        """*text* for what is not sure."""
        return self._paint(text, _YELLOW)

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text
