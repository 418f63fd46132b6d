"""Dates composed of the words that date phrases are made of: what must hold whatever they say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import malicoup
from malicoup.model import DateExpression, edtf_bounds, is_edtf

pytestmark = pytest.mark.property

_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
UNITS = ("اليوم", "الأسبوع", "الشهر", "العام", "السنة", "العقد", "القرن", "الساعة")
SEVERAL = ("أيام", "أسابيع", "أشهر", "سنوات", "أعوام", "عقود", "ساعات")
TURNS = ("الماضي", "المقبل", "الجاري", "الحالي", "القادم", "الماضية", "المقبلة", "الأخيرة")
MONTHS = ("يناير", "شباط", "مارس", "نيسان/أبريل", "رمضان", "محرم", "كانون الأول", "أوت")
WEEKDAYS = ("الأحد", "الاثنين", "الثلاثاء", "الجمعة", "السبت")
ORDER = ("الأول", "الثاني", "الثالث", "الأخير", "الرابع عشر", "الحادي والعشرين")
PARTS = ("الربع", "النصف", "أوائل", "مطلع", "منتصف", "أواخر", "نهاية", "بداية", "خلال")

_number = st.integers(1, 31).map(str) | st.sampled_from(("ثلاثة", "خمس", "عشرة", "عدة", "بضع"))
_year = st.integers(1, 2100).map(str) | st.sampled_from(("2031", "1446", "624", "ألفين وواحد"))


def _pick(*words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(words)


_point = st.one_of(
    st.tuples(_number, _pick(*MONTHS), _year),
    st.tuples(_number, _pick(*MONTHS), _pick(*TURNS)),
    st.tuples(_number, _pick("من", "في"), _pick(*UNITS), _pick(*TURNS)),
    st.tuples(_pick(*UNITS), _pick(*TURNS)),
    st.tuples(_pick("قبل", "بعد", "منذ", "خلال", "آخر"), _number, _pick(*SEVERAL)),
    st.tuples(_pick("هذا", "هذه", "بقية", "كل"), _pick(*UNITS)),
    st.tuples(_pick("يوم", "مساء", "صباح", "قبل"), _pick(*WEEKDAYS), _pick(*TURNS, *ORDER)),
    st.tuples(_pick(*WEEKDAYS), _pick("من"), _pick("الأسبوع"), _pick(*TURNS)),
    st.tuples(_pick(*WEEKDAYS), _number, _pick(*MONTHS)),
    st.tuples(_pick("أول من", "بعد", "قبل"), _pick("أمس", "غد", "غدا")),
    st.tuples(_pick(*PARTS), _pick(*ORDER, ""), _pick("من", ""), _pick("عام", "سنة", ""), _year),
    st.tuples(_pick("عام", "سنة", "العام", "في"), _year, _pick("", "هـ", "م", "قبل الميلاد")),
    st.tuples(_pick("القرن", "العقد"), _pick(*ORDER), _pick("", "الهجري", "قبل الميلاد")),
    st.tuples(_pick("السنوات", "الأشهر", "الأيام"), _number, _pick(*TURNS)),
    st.tuples(_pick("اليوم", "الشهر"), _pick(*ORDER), _pick("من"), _pick(*MONTHS), _year),
).map(lambda words: " ".join(filter(None, words)))
_numeric = st.tuples(st.integers(0, 40), _pick("/", "-", "."), st.integers(0, 40), _year).map(
    lambda t: f"{t[0]}{t[1]}{t[2]}{t[1]}{t[3]}"
)
phrases = st.one_of(
    _point,
    _numeric,
    st.tuples(_pick("من", "بين", "منذ"), _point, _pick("إلى", "حتى", "و"), _point).map(" ".join),
    st.tuples(_point, _pick("و", "،", "أو"), _point).map(" ".join),
)
days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def _read(text: str, published: date | None = None) -> tuple[DateExpression, ...]:
    return malicoup.find_dates(text, published=published)


@settings(max_examples=400)
@given(phrases, days)
def test_what_is_found_makes_sense(text: str, published: date) -> None:
    found = _read(text, published)
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        if one.edtf is not None:
            assert is_edtf(one.edtf)
            first, last = edtf_bounds(one.edtf)
            assert first is None or last is None or first <= last
    ends = [0, *(one.span.end for one in found)]
    assert all(one.span.start >= end for one, end in zip(found, ends, strict=False))


@settings(max_examples=300)
@given(phrases, days)
def test_digits_of_either_kind_mean_the_same(text: str, published: date) -> None:
    other = _read(text.translate(_INDIC), published)
    assert [(d.span, d.edtf) for d in _read(text, published)] == [(d.span, d.edtf) for d in other]


@settings(max_examples=300)
@given(_point | _numeric, days)
def test_the_day_of_publication_adds_and_changes_nothing(text: str, published: date) -> None:
    """A value that does not lean on that day is the same without it.

    Not asked of spans: "from the last year to the last day" is one only if it is not reversed.
    """
    plain, dated = _read(text), _read(text, published)
    assert [d.span for d in plain] == [d.span for d in dated]
    for before, after in zip(plain, dated, strict=True):
        if before.edtf is not None:
            assert after.edtf == before.edtf
        assert before.reference is None
        assert after.reference in (None, published)
