"""Numbers, ordinals and dates that other libraries write in Arabic are read back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from malicoup import find_dates, find_quantities

pytestmark = pytest.mark.property

#: Locales whose months are named in different ways, or whose digits differ.
LOCALES = ("ar", "ar_DZ", "ar_EG", "ar_IQ", "ar_LB", "ar_MA", "ar_MR", "ar_SA", "ar_TN")


def values(text: str) -> list[int | None]:
    return [None if q.value is None else int(q.value) for q in find_quantities(text)]


def is_written_right(number: int) -> bool:
    """Whether num2words writes the number as Arabic does.

    It writes "five hundred and a thousand thousand" for 501 000, and the construct (ألفا) for a
    bare two thousand.
    """
    groups = [int(g) for g in f"{abs(number):,}".split(",")]
    higher = groups[:-1]
    bare_two = bool(higher) and higher[0] == 2 and not any(groups[1:])
    return not bare_two and not any(g > 100 and g % 100 == 1 for g in higher)


@given(st.integers(-(10**12), 10**12) | st.integers(-9999, 9999) | st.sampled_from([0, 10**12]))
def test_a_number_of_num2words_is_read_back(number: int) -> None:
    num2words = pytest.importorskip("num2words").num2words
    assume(is_written_right(number))
    assert values(num2words(number, lang="ar")) == [number]


@given(st.integers(1, 999))
def test_an_ordinal_of_num2words_is_read_back(number: int) -> None:
    num2words = pytest.importorskip("num2words").num2words
    text = num2words(number, lang="ar", to="ordinal")
    assert values(text) == [number]


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(LOCALES),
    st.sampled_from(["full", "long", "medium"]),
)
def test_a_date_of_babel_is_read_back(day: date, locale: str, style: str) -> None:
    dates = pytest.importorskip("babel.dates")
    text = dates.format_date(day, style, locale=locale)
    assert [found.edtf for found in find_dates(text)] == [day.isoformat()]


@given(st.integers(1900, 2099), st.integers(1, 12), st.sampled_from(LOCALES))
def test_a_month_of_babel_is_read_back(year: int, month: int, locale: str) -> None:
    dates = pytest.importorskip("babel.dates")
    text = dates.format_date(date(year, month, 1), "MMMM y", locale=locale)
    assert [found.edtf for found in find_dates(text)] == [f"{year}-{month:02}"]


@given(st.integers(0, 10**9), st.sampled_from(LOCALES))
def test_digits_of_babel_are_read_back(number: int, locale: str) -> None:
    numbers = pytest.importorskip("babel.numbers")
    text = numbers.format_decimal(number, locale=locale)
    assume(text.count(".") != 1)  # 1.001 of the Maghreb: elsewhere its dot is a point
    found = find_quantities(text + " نسمة")
    assert [(q.value, q.unit) for q in found] == [(number, "نسمة")]


@given(st.integers(1, 99), st.sampled_from(LOCALES))
def test_percents_of_babel_are_read_back(number: int, locale: str) -> None:
    numbers = pytest.importorskip("babel.numbers")
    found = find_quantities(numbers.format_percent(number / 100, locale=locale))
    assert [(q.value, q.unit) for q in found] == [(number, "percent")]


ONES = [
    "الأولى",
    "الثانية",
    "الثالثة",
    "الرابعة",
    "الخامسة",
    "السادسة",
    "السابعة",
    "الثامنة",
    "التاسعة",
]
TENS = ["العشرون", "الثلاثون", "الأربعون", "الخمسون", "الستون", "السبعون", "الثمانون", "التسعون"]


def feminine_ordinal(number: int, *, oblique: bool) -> str:
    """The feminine ordinal of a number from 1 to 99, by the grammar."""
    ten, one = divmod(number, 10)
    first = "الحادية" if one == 1 and ten else ONES[one - 1]
    if ten == 0:
        return first
    if ten == 1:
        return f"{first} عشرة" if one else "العاشرة"
    tens = TENS[ten - 2]
    tens = tens[:-2] + "ين" if oblique else tens
    return f"{first} و{tens}" if one else tens


@given(st.integers(1, 99), st.booleans())
def test_a_feminine_ordinal_is_read_back(number: int, oblique: bool) -> None:
    text = f"في الدورة {feminine_ordinal(number, oblique=oblique)} للمجلس"
    found = [q for q in find_quantities(text) if q.unit == "ordinal"]
    assert [q.value for q in found] == [number]
