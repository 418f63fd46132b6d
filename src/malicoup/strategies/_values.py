"""Strategies for values that stand in many classes: spans, dates, numbers, codes."""

from __future__ import annotations

import calendar
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy

from malicoup.model import (
    DateExpression,
    FieldSpan,
    Quantity,
    RelativeDate,
    Span,
    TimeUnit,
)
from malicoup.model._codes import COUNTRY_CODES, CURRENCY_CODES
from malicoup.strategies._text import cached, choose, maybe, phrases, rules

#: Where a span may end if no text is given.
_LONGEST = 10_000


@cached
@st.composite
def spans(draw: DrawFn, text: str | None = None, *, min_size: int = 0) -> Span:
    """Spans, within *text* where one is given.

    Args:
        draw: Given by Hypothesis.
        text: The text that must hold the span.
        min_size: Least number of characters.

    Raises:
        InvalidArgument: If no span of that size fits into *text*.
    """
    length = _LONGEST if text is None else len(text)
    if not 0 <= min_size <= length:
        raise InvalidArgument(f"no span of {min_size} characters in a text of {length}")
    start = draw(st.integers(0, length - min_size))
    return Span(start=start, end=draw(st.integers(start + min_size, length)))


@cached
def country_codes() -> SearchStrategy[str]:
    """ISO 3166-1 alpha-2 codes that the model takes."""
    return st.sampled_from(sorted(COUNTRY_CODES))


@cached
def currency_codes() -> SearchStrategy[str]:
    """ISO 4217 codes that the model takes."""
    return st.sampled_from(sorted(CURRENCY_CODES))


@cached
@st.composite
def edtf(draw: DrawFn, *, min_year: int = 1, max_year: int = 9999) -> str:
    """EDTF texts: dates, open and closed intervals, sets; qualified, or with unknown digits."""
    first = draw(st.integers(min_year, max_year))
    last = draw(st.integers(first, max_year))
    form = choose(draw, ["date", "date", "date", "closed", "open", "set"])
    if form == "date":
        return _edtf_date(draw, first) if draw(st.booleans()) else f"{first // 10:03}X"
    if form == "closed":  # of years, so that the ends cannot be reversed
        return f"{first:04}/{last:04}{choose(draw, _QUALIFIERS)}"
    if form == "open":
        ends = (_edtf_date(draw, first), choose(draw, ["", ".."]))
        return "/".join(ends if draw(st.booleans()) else ends[::-1])
    items = draw(
        st.sampled_from([f"{first:04},{last:04}", f"{first:04}..{last:04}", f"..{last:04}"])
    )
    return choose(draw, [f"[{items}]", f"{{{items}}}"])


_QUALIFIERS = ("", "", "?", "~", "%")


def _edtf_date(draw: DrawFn, year: int) -> str:
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, calendar.monthrange(year, month)[1]))
    season = draw(st.integers(21, 41))
    month_and_day = ["", f"-{month:02}", f"-{month:02}-{day:02}", f"-{season}", "-XX", "-XX-XX"]
    return f"{year:04}{choose(draw, month_and_day)}{choose(draw, _QUALIFIERS)}"


@cached
@st.composite
def durations(draw: DrawFn) -> str:
    """ISO 8601 durations longer than nothing."""
    days = draw(st.lists(st.sampled_from("YMWD"), unique=True, max_size=4))
    times = draw(st.lists(st.sampled_from("HMS"), unique=True, max_size=3, min_size=not days))
    number = st.integers(1, 99).map(str) | st.sampled_from(["1.5", "0.25", "12"])
    date = "".join(f"{draw(number)}{letter}" for letter in "YMWD" if letter in days)
    time = "".join(f"{draw(number)}{letter}" for letter in "HMS" if letter in times)
    return f"P{date}T{time}" if time else f"P{date}"


@cached
def clock_times() -> SearchStrategy[str]:
    """ISO 8601 times of day, with and without seconds and zone."""
    zones = st.sampled_from(["", "", "Z", "+03:00", "-05:30"])
    clock = st.times().map(lambda time: time.isoformat("seconds"))
    short = st.times().map(lambda time: time.isoformat("minutes"))
    return st.builds(str.__add__, clock | short, zones)


@cached
def decimals() -> SearchStrategy[Decimal]:
    """Finite Decimals, with trailing zeros, exponents and the negative zero."""
    odd = ["0", "-0", "0.00", "3.50", "1E+40", "1E-9", "-7.5", "12000000000000000000000000000000"]
    plain = st.integers(-(10**9), 10**9).map(Decimal)
    return st.integers(0, 99).map(Decimal) | plain | st.sampled_from(odd).map(Decimal)


@cached
def units() -> SearchStrategy[str]:
    """Units of quantities: the fixed ones, currencies, nouns."""
    fixed = ["percent", "ordinal", *TimeUnit]
    return st.sampled_from([str(unit) for unit in fixed]) | currency_codes() | phrases(max_size=1)


@cached
@st.composite
def quantities(draw: DrawFn, *, text: str | None = None) -> Quantity:
    """Quantities with both bounds, one or none."""
    bounds = draw(st.lists(decimals(), min_size=2, max_size=2))
    least, most = sorted(bounds) if draw(st.booleans()) else (bounds[0], bounds[0])
    return Quantity(
        span=draw(spans(text)),
        minimum=choose(draw, [least, None]),
        maximum=choose(draw, [most, None]),
        approximate=draw(st.booleans()),
        unit=draw(maybe(units())),
        rule=draw(rules()),
    )


@cached
@st.composite
def relative_dates(draw: DrawFn) -> RelativeDate:
    """Distances from the publication date, with and without a weekday."""
    first = draw(maybe(st.integers(-100, 100)))
    last = draw(maybe(st.integers(-100 if first is None else first, 100)))
    return RelativeDate(
        unit=choose(draw, TimeUnit),
        first=first,
        last=last,
        weekday=draw(maybe(st.integers(1, 7))),
    )


@cached
def date_expressions(*, text: str | None = None) -> SearchStrategy[DateExpression]:
    """Date expressions whose parts are each valid; ``articles`` makes them agree."""
    return st.builds(
        DateExpression,
        span=spans(text),
        edtf=maybe(edtf()),
        reference=maybe(st.dates()),
        partial=maybe(st.sampled_from(["XXXX-01", "XXXX-XX-05", "201X"])),
        relative=maybe(relative_dates()),
        time=maybe(clock_times()),
        rule=rules(),
    )


@cached
def field_spans(*, text: str | None = None) -> SearchStrategy[FieldSpan]:
    """Names of fields with the words they were read from."""
    names = st.sampled_from(["supplier", "ordered", "date", "weapon.designation", "value"])
    return st.builds(FieldSpan, name=names, span=spans(text))
