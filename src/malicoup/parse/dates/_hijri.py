"""Islamic dates: converted with ``hijridate`` where that is installed, else left open.

The Umm al-Qura calendar that it follows covers the years 1343 to 1500 (1924 to 2077).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from importlib import import_module
from typing import Any


@cache
def _converter() -> Any:
    try:
        return import_module("hijridate").Hijri
    except ImportError:
        return None


def to_edtf(
    year: int | None, month: int | None, day: int | None, published: date | None
) -> str | None:
    """The same days in the Gregorian calendar, or None where they cannot be told.

    Args:
        year: Islamic year; None for the one that lies nearest before *published*.
        month: Islamic month, or None for the whole year.
        day: Day of that month, or None for the whole month.
        published: Publication date, needed only without a year.
    """
    if _converter() is None:
        return None
    if year is not None:
        return _of_year(year, month, day)
    if published is None or month is None:
        return None
    guess = int((published.year - 622) * 33 / 32) + 2
    for near in range(guess, guess - 4, -1):
        start = _first_day(near, month, day or 1)
        if start is not None and start <= published:
            return _of_year(near, month, day)
    return None


def _first_day(year: int, month: int, day: int) -> date | None:
    try:
        found = _converter()(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def _of_year(year: int, month: int | None, day: int | None) -> str | None:
    start = _first_day(year, month or 1, day or 1)
    if start is None or day is not None:
        return None if start is None else start.isoformat()
    following = (year, month + 1) if month is not None and month < 12 else (year + 1, 1)
    end = _first_day(*following, 1)
    return None if end is None else f"{start}/{end - timedelta(1)}"
