"""Quantities in reports: tables of hits and refusals, and properties."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malicoup.model.quantity import Quantity
from malicoup.parse.quantities import find_quantities

#: Text, words expected as span, minimum, maximum (None: open), unit.
FOUND = [
    ("وصلت خمس سفن حربية", "خمس سفن حربية", "5", "5", "سفن"),
    ("أسر ثلاثة عشر جنديا", "ثلاثة عشر جنديا", "13", "13", "جنديا"),
    ("أُسر ألفا جندي", "ألفا جندي", "2000", "2000", "جندي"),
    ("مليونا شخص", "مليونا شخص", "2000000", "2000000", "شخص"),
    ("ولألفي لاجئ", "ألفي لاجئ", "2000", "2000", "لاجئ"),
    ("بـ60 دبابة", "60 دبابة", "60", "60", "دبابة"),
    ("الرهائن الـ14", "14", "14", "14", "الرهائن"),
    ("الدول الخمس", "الدول الخمس", "5", "5", "الدول"),
    ("شخص واحد", "شخص واحد", "1", "1", "شخص"),
    ("سلم صاروخين", "صاروخين", "2", "2", "صاروخين"),
    ("مقتل جنديين فرنسيين", "جنديين فرنسيين", "2", "2", "جنديين"),
    ("شراء مروحيتي نقل", "مروحيتي", "2", "2", "مروحيتي"),
    ("ما لا يقل عن ثلاثين شخصا", "ما لا يقل عن ثلاثين شخصا", "30", None, "شخصا"),
    ("وأكثر من 40 مسلحا", "أكثر من 40 مسلحا", "40", None, "مسلحا"),
    ("ستة جرحى على الأقل", "ستة جرحى على الأقل", "6", None, "جرحى"),
    ("لا يتجاوز 70 مترا", "لا يتجاوز 70 مترا", None, "70", "مترا"),
    ("أقل من مئة ناخب", "أقل من مئة ناخب", None, "100", "ناخب"),
    ("بين 20 و30 شاحنة", "بين 20 و30 شاحنة", "20", "30", "شاحنة"),
    ("ما بين 20 و30 ألف مقاتل", "ما بين 20 و30 ألف مقاتل", "20000", "30000", "مقاتل"),
    ("بين ستة آلاف و9 آلاف", "بين ستة آلاف و9 آلاف", "6000", "9000", None),
    ("من 3 إلى 5 أيام", "من 3 إلى 5 أيام", "3", "5", "day"),
    ("200-300 مسلح", "200-300 مسلح", "200", "300", "مسلح"),
    ("خمسة أو ستة أشهر", "خمسة أو ستة أشهر", "5", "6", "month"),
    ("أكبر من ستة وأقل من تسعة", "أكبر من ستة وأقل من تسعة", "6", "9", None),
    ("نسبة 12 بالمائة", "12 بالمائة", "12", "12", "percent"),
    ("8,5 في المئة", "8,5 في المئة", "8.5", "8.5", "percent"),
    ("٪٤٠", "٪٤٠", "40", "40", "percent"),
    ("نصف بالمئة", "نصف بالمئة", "0.5", "0.5", "percent"),
    ("2.4 مليار دولار أميركي", "2.4 مليار دولار أميركي", "2400000000", "2400000000", "USD"),
    ("90 ألف جنيه مصري", "90 ألف جنيه مصري", "90000", "90000", "EGP"),
    ("$70", "$70", "70", "70", "USD"),
    ("80 دينارا", "80 دينارا", "80", "80", "دينارا"),
    ("45 يومًا", "45 يومًا", "45", "45", "day"),
    ("ساعتين ونصف", "ساعتين ونصف", "2.5", "2.5", "hour"),
    ("ساعة ونصف الساعة", "ساعة ونصف الساعة", "1.5", "1.5", "hour"),
    ("أمضى عامًا في السجن", "عامًا", "1", "1", "year"),
    ("شهر كامل", "شهر كامل", "1", "1", "month"),
    ("ثلث السكان", "ثلث", str(Decimal(1) / 3), str(Decimal(1) / 3), None),
    ("الكتيبة الرابعة", "الرابعة", "4", "4", "ordinal"),
    ("الذكرى الخامسة والعشرين", "الخامسة والعشرين", "25", "25", "ordinal"),
    ("ثالث أكبر مدينة", "ثالث", "3", "3", "ordinal"),
]


def number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(("text", "words", "low", "high", "unit"), FOUND)
def test_found(text: str, words: str, low: str | None, high: str | None, unit: str | None) -> None:
    (found,) = find_quantities(text)
    assert text[found.span.start : found.span.end] == words
    assert (found.minimum, found.maximum, found.unit) == (number(low), number(high), unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("نحو 300 خيمة", 300, 300),
        ("عشرات الجرحى", 20, None),
        ("مئات الآلاف من المتظاهرين", 200_000, None),
        ("بضعة أشهر", 3, 9),
        ("بضع مئات من الخيام", 300, 900),
        ("50 طنا تقريبا", 50, 50),
    ],
)
def test_approximate(text: str, low: int, high: int | None) -> None:
    (found,) = find_quantities(text)
    assert (found.minimum, found.maximum, found.approximate) == (low, high, True)


def test_parts_of_a_length_of_time_stand_apart() -> None:
    found = find_quantities("سنة وشهرين و20 يوما")
    assert [(one.value, one.unit) for one in found] == [(1, "year"), (2, "month"), (20, "day")]
    assert [one.duration for one in found] == ["P1Y", "P2M", "P20D"]


def test_a_change_is_two_amounts() -> None:
    found = find_quantities("ارتفعت النسبة من 20% إلى 35%")
    assert [one.value for one in found] == [20, 35]


@pytest.mark.parametrize(
    "text",
    [
        "طائرة إف-16",
        "صواريخ إس 300",
        "مروحية Mi-35M",
        "دبابات تي-72",
        "مجموعة 5+1",
        "الساعة 06:50",
        "انتهت المباراة 3-1",
        "هاتف 0101-555-2020",
        "+22370000000",
        "القرار 2254",
        "المادة 7",
        "رقم 5",
        "القناة 12",
        "1. مقدمة",
        "2) خاتمة",
        "في عام 2016",
        "15 مايو 2020",
        "قبل ثلاثة أشهر",
        "https://example.org/?q=30%25",
        "user42@example.org",
        "أحد المسؤولين",
        "إحدى الدول",
        "واحد من أهم الملفات",
        "كل واحد",
        "مجموعة السبع",
        "مجموعة العشرين",
        "الطرفين",
        "البحرين",
        "مسؤولين أمريكيين",
        "من تجربتي،",
        "الأمين العام",
        "أثنى على الخطة",
        "لست متأكدا",
        "المليونير",
        "نصف نهائي البطولة",
        "بشكل عام",
        "أولا وثانيا",
        "«جنيف 2»",
    ],
)
def test_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


fragments = st.sampled_from(
    [
        "من",
        "إلى",
        "بين",
        "و",
        "أو",
        "أكثر",
        "أقل",
        "نحو",
        "على",
        "الأقل",
        "5",
        "30",
        "1000",
        "2.5",
        "%",
        "$",
        "-",
        "/",
        "(",
        ")",
        "ثلاثة",
        "عشر",
        "مئة",
        "ألف",
        "ملايين",
        "ونصف",
        "دولار",
        "يوما",
        "شهر",
        "طائرتين",
        "جنديا",
        "الثالث",
        "عشرات",
        "بضعة",
        "في",
        "المئة",
        "عام",
        "2016",
        "واحد\n",
    ]
)


@pytest.mark.property
@given(st.one_of(st.text(), st.lists(fragments, max_size=14).map(" ".join)))
def test_total_ordered_and_repeatable(text: str) -> None:
    found = find_quantities(text)
    assert found == find_quantities(text)
    ends = 0
    for one in found:
        assert isinstance(one, Quantity)
        assert ends <= one.span.start < one.span.end <= len(text)
        ends = one.span.end


@pytest.mark.property
@given(st.integers(0, 10**12), st.sampled_from(["", "-"]))
def test_digits_are_read_exactly(value: int, sign: str) -> None:
    text = f"النتيجة {sign}{value:,}"
    (found,) = find_quantities(text)
    assert found.value == (-value if sign else value)
