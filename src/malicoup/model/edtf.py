"""Extended Date/Time Format: the part of ISO 8601-2 that reports need.

Read are levels 0 and 1 (dates, intervals, qualifiers ``? ~ %``, unspecified digits ``X``,
open and unknown ends, seasons and quarters ``21``–``41``) and from level 2 the sets
``[a..b]`` and ``{a..b}``. Source: https://www.loc.gov/standards/datetime/ (2019).
"""

from __future__ import annotations

import calendar
import re
from datetime import date

_DATE = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX)"
    r"(?:-(?P<month>\d\d|\dX|XX)(?:-(?P<day>\d\d|\dX|XX))?)?"
    r"(?P<qualifier>[?~%]?)",
    re.ASCII,
)
_SET = re.compile(r"[\[{](?P<body>[^\[\]{}]+)[\]}]")
_SEASONS = range(21, 42)

#: First and last month of the divisions of a year (quarters, thirds, halves).
_DIVISIONS = {
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip

Bounds = tuple[date | None, date | None]


def edtf_fault(text: str) -> str | None:
    """Say why *text* is no EDTF text, or None where it is one."""
    if match := _SET.fullmatch(text):
        return _set_fault(text, match["body"])
    if "/" in text:
        return _interval_fault(text)
    return _date_fault(text)


def is_edtf(text: str) -> bool:
    """Whether *text* is an EDTF text that malicoup can read."""
    return edtf_fault(text) is None


def edtf_bounds(text: str) -> Bounds:
    """First and last day that *text* can mean, both inclusive.

    An open or unknown end, and anything without a day in the calendar (a season, a date
    whose year is ``XXXX``), is None.

    Raises:
        ValueError: If *text* is no EDTF text.
    """
    if (fault := edtf_fault(text)) is not None:
        raise ValueError(f"not EDTF ({fault}): {text!r}")
    if match := _SET.fullmatch(text):
        parts = [part for item in match["body"].split(",") for part in item.split("..")]
        bounds = [_date_bounds(part.strip()) if part.strip() else (None, None) for part in parts]
        return bounds[0][0], bounds[-1][1]
    if "/" in text:
        first, last = text.split("/")
        return _end_bounds(first)[0], _end_bounds(last)[1]
    return _date_bounds(text)


def _end_bounds(text: str) -> Bounds:
    return (None, None) if text in ("", "..") else _date_bounds(text)


def _set_fault(text: str, body: str) -> str | None:
    if text[0] + text[-1] not in ("[]", "{}"):
        return "brackets do not match"
    for item in body.split(","):
        parts = item.split("..")
        if len(parts) > 2 or not any(parts):
            return "a set holds dates or ranges a..b"
        for part in filter(None, parts):
            if fault := _date_fault(part.strip()):
                return fault
        if len(parts) == 2 and all(parts) and _reversed(parts[0], parts[1]):
            return "range is reversed"
    return None


def _interval_fault(text: str) -> str | None:
    ends = text.split("/")
    if len(ends) != 2:
        return "an interval has two ends"
    if all(end in ("", "..") for end in ends):
        return "an interval needs a date at one end"
    for end in ends:
        if end not in ("", "..") and (fault := _date_fault(end)):
            return fault
    if all(end not in ("", "..") for end in ends) and _reversed(*ends):
        return "interval is reversed"
    return None


def _reversed(first: str, last: str) -> bool:
    start, end = _date_bounds(first.strip())[0], _date_bounds(last.strip())[1]
    return start is not None and end is not None and start > end


def _date_fault(text: str) -> str | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return "not year, year-month or year-month-day"
    year, month, day = match["year"], match["month"], match["day"]
    if month is None:
        return None
    months = _fitting(month, range(1, 13))
    if not months:
        return None if _is_season(month) and day is None else f"no month {month}"
    if day is None:
        return None
    longest = max(_month_length(year, m) for m in months)
    return None if _fitting(day, range(1, longest + 1)) else f"no day {day} in {year}-{month}"


def _is_season(month: str) -> bool:
    return month.isdigit() and int(month) in _SEASONS


def _month_length(year: str, month: int) -> int:
    # February of a year that is not known, or lies before the calendar, may have 29 days.
    if "X" in year or not 1 <= int(year) <= 9999:
        return 29 if month == 2 else calendar.monthrange(2000, month)[1]
    return calendar.monthrange(int(year), month)[1]


def _fitting(pattern: str, values: range) -> list[int]:
    """Values whose two digits fit *pattern*, where X fits any digit."""
    return [
        v for v in values if all(p in ("X", c) for p, c in zip(pattern, f"{v:02}", strict=True))
    ]


def _date_bounds(text: str) -> Bounds:
    match = _DATE.fullmatch(text)
    if match is None or match["year"] == "XXXX":
        return None, None
    first_year = int(match["year"].replace("X", "0"))
    last_year = int(match["year"].replace("X", "9"))
    if not 1 <= first_year <= last_year <= 9999:
        return None, None
    if match["month"] is None:
        return date(first_year, 1, 1), date(last_year, 12, 31)
    if _is_season(match["month"]):
        return _division_bounds(first_year, last_year, int(match["month"]))
    months = _fitting(match["month"], range(1, 13))
    first_days = _fitting(
        match["day"] or "XX", range(1, _month_length(str(first_year), months[0]) + 1)
    )
    last_days = _fitting(
        match["day"] or "XX", range(1, _month_length(str(last_year), months[-1]) + 1)
    )
    if not first_days or not last_days:
        return None, None
    return date(first_year, months[0], first_days[0]), date(last_year, months[-1], last_days[-1])


def _division_bounds(first_year: int, last_year: int, division: int) -> Bounds:
    if division not in _DIVISIONS:
        return None, None  # a season begins on other days in other places
    first, last = _DIVISIONS[division]
    length = calendar.monthrange(last_year, last)[1]
    return date(first_year, first, 1), date(last_year, last, length)
