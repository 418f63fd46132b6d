"""Times of day beside a date: "الساعة 10:30 صباحًا بتوقيت غرينتش"."""

from __future__ import annotations

from malicoup.parse._view import View
from malicoup.parse._words import plays
from malicoup.parse.dates._parts import ordinal

#: How many tokens before a date its time may begin.
_REACH = 8


def clock_near(view: View, first: int, end: int) -> str | None:
    """The time of day that stands right before or right after a date, in ISO 8601."""
    at = end + (view.raw(end) in ("،", ","))
    at += view.word(at).sense == "in" or plays(view.word(at), "at")
    after = clock(view, at)
    if after is not None:
        return after[0]
    for i in range(max(0, first - _REACH), first):
        if plays(view.word(i), "hour"):
            before = clock(view, i)
            if before is not None and _leads_to(view, before[1], first):
                return before[0]
    return None


def _leads_to(view: View, i: int, first: int) -> bool:
    """Whether only small words stand between a time and the date."""
    while i < first and (view.word(i).sense in ("from", "in") or plays(view.word(i), "day")):
        i += 1
    return i == first


def clock(view: View, i: int) -> tuple[str, int] | None:
    """الساعة 10:30, الساعة الثالثة مساء, with zone; and the index after it."""
    word = view.word(i)
    if word.unit is None or word.unit.name != "hour" or not word.article:
        return None
    hour = view.whole(i + 1, 0, 24)
    at, minute = i + 2, 0
    if hour is None:
        named = ordinal(view, i + 1)
        one = view.word(i + 1).number
        if named is None and one is not None and one.value == 1 and view.word(i + 1).article:
            named = (1, i + 2)
        if named is None or named[0] > 12:
            return None
        hour, at = named
    elif view.raw(at) in (":", ".") and view.whole(at + 1, 0, 59) is not None:
        minute, at = view.whole(at + 1, 0, 59) or 0, at + 2
    hour, at = _half_of_day(view, at, hour)
    zone, at = _zone(view, at)
    return (f"{hour:02}:{minute:02}{zone}", at) if hour < 24 else None


def _half_of_day(view: View, i: int, hour: int) -> tuple[int, int]:
    at = i + 1 if view.word(i).sense in ("from", "in") else i
    word = view.word(at)
    if word.sense != "half_of_day":
        return hour, i
    if word.value and hour < 12:
        return hour + 12, at + 1
    return (0 if not word.value and hour == 12 else hour), at + 1


def _zone(view: View, i: int) -> tuple[str, int]:
    at = i + 1 if view.raw(i) == "(" else i
    word, place = view.word(at), view.word(at + 1)
    if word.sense != "clock_of" or place.sense != "zone":
        return "", i
    zone = "Z" if not place.value else f"+{place.value:02}:00"
    return zone, at + 2 + (view.raw(at + 2) == ")")
