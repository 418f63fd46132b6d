"""Which of several frames that claim the same words prevails.

Contents that are kept never cut one another, so each question about them is one about a range
of tokens; it is put to a table of ranges, not to every frame kept before.
"""

from __future__ import annotations

from bisect import bisect_left

from malicoup.model import Confidence, QuoteStyle
from malicoup.parse.quotes.frame import Frame


def settle(frames: list[Frame]) -> list[Frame]:
    """Leave one frame for each content.

    Of two frames that begin with the same words, the one whose cue stands nearest prevails; an
    according-to phrase at the end gives way to a reporting verb in its sentence.
    """
    kept = _Kept(frames)
    for frame in sorted(frames, key=_preference):
        if not kept.tells(frame):
            kept.add(frame)
    return sorted(kept.frames, key=lambda f: (f.content.first, -f.content.end))


def _preference(frame: Frame) -> tuple[bool, bool, int]:
    distance = min(abs(frame.content.first - frame.cue[1]), abs(frame.cue[0] - frame.content.end))
    after = frame.rule.startswith("according-to-after") or frame.rule == "marks-verb"
    return after, frame.confidence is not Confidence.CERTAIN, distance


class _Greatest:
    """Values at places, and the greatest of those between two of them.

    A tree in a list: row ``n`` holds the greater of rows ``2n`` and ``2n + 1``.
    """

    __slots__ = ("_places", "_rows", "_size")

    def __init__(self, places: list[int]) -> None:
        self._places = places
        self._size = len(places)
        self._rows = [_NONE] * (2 * self._size)

    def put(self, place: int, value: int) -> None:
        rows = self._rows
        n = self._size + bisect_left(self._places, place)
        while n and rows[n] < value:
            rows[n] = value
            n >>= 1

    def between(self, first: int, end: int) -> int:
        """The greatest value at the places from *first* up to, not including, *end*."""
        low = self._size + bisect_left(self._places, first)
        high = self._size + bisect_left(self._places, end)
        found = _NONE
        while low < high:
            if low & 1:
                found = max(found, self._rows[low])
                low += 1
            if high & 1:
                high -= 1
                found = max(found, self._rows[high])
            low >>= 1
            high >>= 1
        return found


_NONE = -1 << 60


class _Kept:
    """The frames kept so far. Their contents begin apart, and none cuts another."""

    def __init__(self, frames: list[Frame]) -> None:
        self.frames: list[Frame] = []
        self._firsts: set[int] = set()
        self._parts: set[tuple[int, int]] = set()
        firsts = sorted({f.content.first for f in frames})
        self._ends = _Greatest(firsts)  # by first token: the end
        self._cues = _Greatest(firsts)  # by first token: the cue
        self._cues_back = _Greatest(firsts)  # the same with a minus, for the least
        self._firsts_back = _Greatest(sorted({f.content.end for f in frames}))  # by end

    def add(self, frame: Frame) -> None:
        first, end = frame.content.first, frame.content.end
        self.frames.append(frame)
        self._firsts.add(first)
        self._parts.update(frame.content.quoted)
        self._ends.put(first, end)
        self._cues.put(first, frame.cue[0])
        self._cues_back.put(first, -frame.cue[0])
        self._firsts_back.put(end, -first)

    def tells(self, frame: Frame) -> bool:
        """Whether a frame that was kept tells the words of *frame* already."""
        first, end = frame.content.first, frame.content.end
        if first in self._firsts:
            return True
        around = self._ends.between(0, first) > first
        within = self._ends.between(first, end)
        if not around and within < 0:
            return False
        if frame.rule.startswith("according-to-after"):
            return True
        if within > end or -self._firsts_back.between(first + 1, end) < first:
            return True  # one content cuts the other
        if around and self._told_around(frame):
            return True
        return within >= 0 and (
            -self._cues_back.between(first, end) < first or self._cues.between(first, end) >= end
        )

    def _told_around(self, frame: Frame) -> bool:
        """Whether a content holds that of *frame* but not its cue, or holds it as marked words."""
        first, end = frame.content.first, frame.content.end
        cue = frame.cue[0]
        if cue < first and self._ends.between(cue + 1, first) > first:
            return True
        if cue >= end and -self._firsts_back.between(end, cue + 1) < first:
            return True
        unsure = frame.confidence is not Confidence.CERTAIN
        return unsure and frame.content.style is QuoteStyle.DIRECT and (first, end) in self._parts
