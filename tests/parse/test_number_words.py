"""Numbers in words: read back what a grammar of our own writes, and tables of odd forms."""

from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malicoup.errors import QuantityError
from malicoup.parse.numbers import read_number

MASCULINE = [
    "-",
    "واحد",
    "اثنان",
    "ثلاثة",
    "أربعة",
    "خمسة",
    "ستة",
    "سبعة",
    "ثمانية",
    "تسعة",
    "عشرة",
]
FEMININE = ["-", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
TENS = ["-", "عشر", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS = [
    "-",
    "مئة",
    "مئتان",
    "ثلاثمئة",
    "أربعمئة",
    "خمسمئة",
    "ستمئة",
    "سبعمئة",
    "ثمانمئة",
    "تسعمئة",
]
SCALES = (
    (10**12, "تريليون", "تريليونان", "تريليونات", "تريليونا"),
    (10**9, "مليار", "ملياران", "مليارات", "مليارا"),
    (10**6, "مليون", "مليونان", "ملايين", "مليونا"),
    (10**3, "ألف", "ألفان", "آلاف", "ألفا"),
)


def oblique(word: str) -> str:
    dual_or_tens = word.endswith("ان") or word in TENS
    return word[:-2] + "ين" if dual_or_tens and word != "عشر" else word


def below_thousand(number: int, *, feminine: bool) -> list[str]:
    units = FEMININE if feminine else MASCULINE
    words = [HUNDREDS[number // 100]] if number >= 100 else []
    rest = number % 100
    if rest == 11:
        words.append("إحدى عشرة" if feminine else "أحد عشر")
    elif rest == 12:
        words.append("اثنتا عشرة" if feminine else "اثنا عشر")
    elif 10 < rest < 20:
        words.append(f"{units[rest - 10]} {'عشرة' if feminine else 'عشر'}")
    elif 0 < rest <= 10:
        words.append(units[rest])
    elif rest:
        words += [units[rest % 10]] if rest % 10 else []
        words.append(TENS[rest // 10])
    return words


def in_words(number: int, *, feminine: bool = False, cased: bool = False, link: str = " و") -> str:
    """Write a number the way a grammar book does."""
    parts: list[str] = []
    for value, one, two, few, many in SCALES:
        count, number = divmod(number, value)
        if count == 1:
            parts.append(one)
        elif count == 2:
            parts.append(two)
        elif count:
            noun = few if 3 <= count % 100 <= 10 else many if count % 100 >= 11 else one
            *head, last = below_thousand(count, feminine=False)
            parts += [*head, f"{last} {noun}"]
    parts += below_thousand(number, feminine=feminine)
    return link.join(oblique(part) if cased else part for part in parts) or "صفر"


@pytest.mark.parametrize("feminine", [False, True])
@pytest.mark.parametrize("cased", [False, True])
def test_every_number_below_a_thousand(feminine: bool, cased: bool) -> None:
    for number in range(1000):
        assert read_number(in_words(number, feminine=feminine, cased=cased)) == number


@pytest.mark.property
@given(st.integers(0, 10**15 - 1), st.booleans(), st.booleans(), st.sampled_from([" و", " و "]))
def test_what_is_written_is_read_back(number: int, feminine: bool, cased: bool, link: str) -> None:
    assert read_number(in_words(number, feminine=feminine, cased=cased, link=link)) == number


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("٣ ملايين ونصف", "3500000"),
        ("11 مليونا", "11000000"),
        ("مليون ونصف المليون", "1500000"),
        ("نصف مليون", "500000"),
        ("ثلاثة أرباع مليون", "750000"),
        ("ثلاثة أخماس", "0.6"),
        ("سبعة وربع", "7.25"),
        ("تسعة فاصلة صفر ثمانية", "9.08"),
        ("اثنان فاصلة خمسة مليار", "2500000000"),
        ("سالب ستة", "-6"),
        ("-٧٥", "-75"),
        ("٠٫٥", "0.5"),
        ("2,750", "2750"),
        ("2.750.000", "2750000"),
        ("60.000", "60000"),
        ("4,25", "4.25"),
        ("8 250 000", "8250000"),
        ("واحد على خمسة وعشرين", "0.04"),
        ("3/8", "0.375"),
        ("٦ آلاف و٤٠", "6040"),
        ("مائتي ألف", "200000"),
        ("ثمان مية", "800"),
        ("مائة وأحد عشر", "111"),
        ("مائة واحد عشر", "111"),
        ("مليون إلا ربعا", "750000"),
        ("ألف مليار", "1000000000000"),
        ("إثنى عشر", "12"),
        ("تِسْعَةٌ وَتِسْعُونَ", "99"),
    ],
)
def test_reads(phrase: str, expected: str) -> None:
    assert read_number(phrase) == Decimal(expected)


@pytest.mark.parametrize(
    "phrase",
    ["", "سفينة", "خمسة وستة", "عشرة عشرون", "ثلاثون وثلاثة", "آلاف", "و", "12.34.5", "سالب"],
)
def test_refuses(phrase: str) -> None:
    with pytest.raises(QuantityError) as caught:
        read_number(phrase)
    assert caught.value.source == phrase


@pytest.mark.property
@given(st.text())
def test_nonsense_raises_nothing_else(phrase: str) -> None:
    with contextlib.suppress(QuantityError):
        assert read_number(phrase).is_finite()
