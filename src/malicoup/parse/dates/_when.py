"""What a date phrase says, before and after it is set beside the publication date."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from malicoup.model.edtf import is_edtf
from malicoup.model.time import RelativeDate
from malicoup.model.vocab import TimeUnit
from malicoup.parse.dates import _hijri

#: A date without a year is taken as coming where it lies this near; else as past.
_SOON = timedelta(days=31)
_LONG_UNITS = {"decade": 10, "century": 100}


class When(NamedTuple):
    """The parts of a date as the words give them.

    Attributes:
        year, month, day: What is named; ``month`` may be a season or quarter of EDTF.
        islamic: Whether they are counted by the Islamic calendar.
        year_shift, month_shift, week_shift: A year, month, week counted from now.
        turn: "last" (-1), "this" (0), "next" (1) of a month or weekday without a year.
        weekday: 1 (Monday) to 7; with ``nth`` the nth of the month, -1 the last.
        nth: See ``weekday``; without a weekday the last day of the month.
        shift: Distances from now, in pairs of unit and number: "two months ago".
        run: Unit, first and last of a stretch counted from now.
        rest: Unit of which the rest is meant: "the rest of the month".
        fixed: EDTF that needs no more thought.
        last: The other end, where this is the first of two.
        same_year: Whether the year is the one spoken of before ("of the same year").
        about: Whether the words say "about".
        whole_week: Whether the week of that day is meant.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    islamic: bool = False
    year_shift: int | None = None
    month_shift: int | None = None
    week_shift: int | None = None
    turn: int | None = None
    weekday: int | None = None
    nth: int | None = None
    shift: tuple[tuple[str, int], ...] = ()
    run: tuple[str, int | None, int | None] | None = None
    rest: str = ""
    fixed: str = ""
    last: When | None = None
    same_year: bool = False
    about: bool = False
    whole_week: bool = False


class Resolved(NamedTuple):
    """A :class:`When` beside a publication date.

    Attributes:
        edtf: The date, or None where it cannot be told.
        leans: Whether it takes a publication date.
        partial: What is known without one.
        relative: The distance that the words give.
    """

    edtf: str | None
    leans: bool
    partial: str | None = None
    relative: RelativeDate | None = None


def resolve(when: When, published: date | None) -> Resolved:
    """Set *when* beside the publication date, where it takes one."""
    if when.last is not None:
        joined = interval(when._replace(last=None), when.last, published)
        return joined or Resolved(None, True)
    if when.about:
        exact = resolve(when._replace(about=False), published)
        return exact._replace(edtf=exact.edtf and "/".join(f"{e}~" for e in exact.edtf.split("/")))
    if when.whole_week:
        day = resolve(when._replace(whole_week=False), published)
        return day._replace(edtf=day.edtf and _week(0, None, date.fromisoformat(day.edtf)))
    if when.fixed:
        return Resolved(when.fixed, False)
    if when.islamic:
        leans = when.year is None
        text = _hijri.to_edtf(when.year, when.month, when.day, published if leans else None)
        return Resolved(text, leans)
    if when.year is not None:
        return Resolved(_valid(_dated(when, when.year)), False)
    edtf = None
    if published is not None and not when.same_year:
        try:
            edtf = _valid(_leaning(when, published))
        except (OverflowError, ValueError):
            edtf = None
    return Resolved(edtf, True, _partial(when), _relative(when))


def _valid(text: str | None) -> str | None:
    """The text, or None where it names a day that no calendar has."""
    if text is None or (len(text) < 8 and text[:4].isdecimal() and text[4:5] in ("", "-")):
        return text  # a year or month cannot be wrong
    if len(text) == 10 and text[:4].isdecimal() and text[:4] != "0000":
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            return None
    return text if is_edtf(text) else None


def _dated(when: When, year: int) -> str | None:
    """A date of a year that is known."""
    if when.month is None:
        return f"{year:04}" if year >= 0 else f"-{-year:04}"
    if when.nth is not None and not _falls_on(when, year):
        return _nth_day(when, year)
    if when.day is None:
        return f"{year:04}-{when.month:02}"
    return f"{year:04}-{when.month:02}-{when.day:02}"


def _falls_on(when: When, year: int) -> bool:
    """Whether "Tuesday the third of" a month can be its third day: where that is a Tuesday."""
    if when.day is None or when.month is None or not 1 <= year <= 9999:
        return False
    return date(year, when.month, when.day).isoweekday() == when.weekday


def _nth_day(when: When, year: int) -> str | None:
    """The first Friday, the last day of a month."""
    month, nth = when.month, when.nth
    if month is None or nth is None or not 1 <= month <= 12 or not 1 <= year <= 9999:
        return None
    length = calendar.monthrange(year, month)[1]
    days = [
        day
        for day in range(1, length + 1)
        if when.weekday is None or date(year, month, day).isoweekday() == when.weekday
    ]
    index = nth - 1 if nth > 0 else nth
    return f"{year:04}-{month:02}-{days[index]:02}" if index < len(days) else None


def _leaning(when: When, now: date) -> str | None:
    if when.shift:
        return _shifted(when.shift, now)
    if when.run is not None:
        return _stretch(*when.run, now)
    if when.rest:
        return f"{now}/{_end_of(when.rest, now)}"
    if when.week_shift is not None:
        return _week(when.week_shift, when.weekday, now)
    if when.year_shift is not None:
        return _dated(when, now.year + when.year_shift)
    if when.month_shift is not None:
        start = now.replace(day=1) + relativedelta(months=when.month_shift)
        return _dated(when._replace(month=start.month), start.year)
    if when.month is not None:
        return _yearless(when, now)
    if when.weekday is not None:
        return _named_day(when, now)
    if when.day is not None:
        return _dated(when._replace(month=now.month), now.year)
    return None


def _end_of(unit: str, now: date) -> date:
    if unit == "week":
        return now + timedelta(7 - now.isoweekday())
    month = 12 if unit == "year" else now.month
    return date(now.year, month, calendar.monthrange(now.year, month)[1])


def _shifted(shift: tuple[tuple[str, int], ...], now: date) -> str:
    """A distance of years is a year, of months a month, the rest a day."""
    then = now
    for unit, number in shift:
        then += _delta(unit, number)
    units = {unit for unit, _ in shift}
    if units <= {"year", "decade", "century"}:
        return f"{then.year:04}"
    if units <= {"year", "decade", "century", "month"}:
        return f"{then.year:04}-{then.month:02}"
    return then.isoformat()


def _delta(unit: str, number: int) -> relativedelta:
    if unit == "month":
        return relativedelta(months=number)
    if unit in ("week", "day"):
        return relativedelta(days=number * (7 if unit == "week" else 1))
    return relativedelta(years=number * _LONG_UNITS.get(unit, 1))


def _stretch(unit: str, first: int | None, last: int | None, now: date) -> str | None:
    """Whole units before or after now ("the past ten years"), today left out."""
    if first is None or last is None:
        return None
    if unit in _LONG_UNITS:
        size = _LONG_UNITS[unit]
        if first == last:
            mark = (now.year // size + first) * size
            return f"{mark:04}"[: -len(str(size)) + 1] + "X" * (len(str(size)) - 1)
        unit = "year"
        first, last = (first * size, last) if first < 0 else (first, last * size)
    if unit == "year":
        return f"{now.year + first:04}/{now.year + last:04}"
    if unit == "month":
        start, end = (now.replace(day=1) + relativedelta(months=n) for n in (first, last))
        return f"{start.year:04}-{start.month:02}/{end.year:04}-{end.month:02}"
    if unit in ("day", "week"):
        size = 7 if unit == "week" else 1
        low, high = (first * size, last) if first < 0 else (first, last * size)
        return f"{now + timedelta(low)}/{now + timedelta(high)}"
    return None


def _week(shift: int, weekday: int | None, now: date) -> str:
    monday = now - timedelta(now.isoweekday() - 1) + timedelta(weeks=shift)
    if weekday is not None:
        return (monday + timedelta(weekday - 1)).isoformat()
    return f"{monday}/{monday + timedelta(6)}"


def _yearless(when: When, now: date) -> str | None:
    """A month, with or without day, of the year that the words or the date of print suggest."""
    month, turn = when.month or 1, when.turn
    if month > 12:
        return _dated(when, now.year + (turn or 0))
    if turn == 0:
        return _dated(when, now.year)
    day = when.day or 1
    here = (month, when.day or now.day)
    today = (now.month, now.day)
    if turn is None and when.day is None and when.nth is None and month == now.month:
        return _dated(when, now.year)
    if turn is not None and turn < 0:
        back = 0 if here < today and (when.day or month != now.month) else 1
        return _dated(when, now.year - back + turn + 1)
    if turn is not None:
        ahead = 0 if here > today and (when.day or month != now.month) else 1
        return _dated(when, now.year + ahead + turn - 1)
    year = now.year if here <= today else now.year - 1
    if month == 2 and day == 29:
        past = (y for y in range(year, max(year - 9, 0), -1) if calendar.isleap(y))
        return next((_dated(when, y) for y in past), None)
    coming = date(year + 1, month, min(day, calendar.monthrange(year + 1, month)[1]))
    return _dated(when, year + 1 if timedelta(0) < coming - now <= _SOON else year)


def _named_day(when: When, now: date) -> str | None:
    """A weekday, alone or with the day of an unnamed month ("Friday the 22nd")."""
    weekday, turn = when.weekday or 1, when.turn
    if when.day is not None:
        return _matching_day(when.day, weekday, now)
    if turn == 0:
        return _week(0, weekday, now)
    back = (now.isoweekday() - weekday) % 7
    if turn is None:
        return (now - timedelta(back)).isoformat()
    if turn < 0:
        return (now - timedelta((back or 7) - 7 * (turn + 1))).isoformat()
    return (now + timedelta(7 - back + 7 * (turn - 1))).isoformat()


def _matching_day(day: int, weekday: int, now: date) -> str | None:
    """The nearest month whose *day* is that weekday, the past first."""
    for months in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6):
        start = now.replace(day=1) + relativedelta(months=months)
        if day <= calendar.monthrange(start.year, start.month)[1]:
            then = start.replace(day=day)
            if then.isoweekday() == weekday:
                return then.isoformat()
    return None


def _partial(when: When) -> str | None:
    if when.shift or when.run is not None or when.week_shift is not None or when.nth is not None:
        return None
    if when.month is not None:
        return _valid(f"XXXX-{when.month:02}" + (f"-{when.day:02}" if when.day else ""))
    return f"XXXX-XX-{when.day:02}" if when.day is not None else None


def _relative(when: When) -> RelativeDate | None:
    if len(when.shift) == 1:
        unit, number = when.shift[0]
        return RelativeDate(unit=TimeUnit(unit), first=number, last=number)
    if when.run is not None:
        unit, first, last = when.run
        return RelativeDate(unit=TimeUnit(unit), first=first, last=last)
    for counted, distance in (
        (TimeUnit.WEEK, when.week_shift),
        (TimeUnit.YEAR, when.year_shift),
        (TimeUnit.MONTH, when.month_shift),
    ):
        if distance is not None:
            return RelativeDate(unit=counted, first=distance, last=distance, weekday=when.weekday)
    if when.weekday is None and when.turn is None:
        return None
    unit = TimeUnit.DAY if when.weekday is not None else TimeUnit.MONTH
    if when.turn == 0:
        return RelativeDate(unit=unit, first=0, last=None, weekday=when.weekday)
    past, coming = (when.turn or 0) < 0, (when.turn or 0) > 0
    return RelativeDate(
        unit=unit, first=1 if coming else None, last=-1 if past else None, weekday=when.weekday
    )


def interval(first: When, last: When, published: date | None) -> Resolved | None:
    """Join two dates; None where they make no interval.

    What one of them leaves out is taken from the other: "from 4 to 23 January 1995".
    """
    first, last = _shared(first, last)
    if _only_weekday(first) and _only_weekday(last):
        end = resolve(last, published)
        if end.edtf is None:
            return Resolved(None, True)
        length = ((last.weekday or 0) - (first.weekday or 0)) % 7
        return Resolved(f"{date.fromisoformat(end.edtf) - timedelta(length)}/{end.edtf}", True)
    end = resolve(last, published)
    if first.year is None and last.year is None and end.edtf and end.edtf[:4].isdecimal():
        if first.month is not None and last.month is not None and first.turn is None:
            year = int(end.edtf[:4]) - (first.month > last.month)
            first = first._replace(year=year, turn=None, year_shift=None)
        start = resolve(first, published)
        start = start._replace(leans=True)
    else:
        start = resolve(first, published)
    leans = start.leans or end.leans
    if start.edtf is None or end.edtf is None:
        return Resolved(None, True) if leans and published is None else None
    head, tail = start.edtf.split("/")[0], end.edtf.split("/")[-1]
    joined = f"{head}/{tail}"
    return Resolved(joined, leans) if is_edtf(joined) else None


def _only_weekday(when: When) -> bool:
    bare = when.month is None and when.day is None and when.week_shift is None
    return when.weekday is not None and bare and when.turn is None


def _shared(first: When, last: When) -> tuple[When, When]:
    if first.month is None and first.day is not None and first.month_shift is None:
        first = first._replace(
            month=last.month,
            year=last.year,
            islamic=last.islamic,
            turn=last.turn,
            year_shift=last.year_shift,
            month_shift=last.month_shift,
            week_shift=last.week_shift,
        )
    elif first.month is not None and first.year is None and last.month is not None:
        if last.year is not None:
            earlier = first.month > last.month and first.month <= 12
            first = first._replace(year=last.year - earlier, islamic=last.islamic)
        elif last.year_shift is not None:
            first = first._replace(year_shift=last.year_shift)
    if last.month is not None and last.year is None and first.year is not None:
        last = last._replace(year=first.year)
    return first, last
