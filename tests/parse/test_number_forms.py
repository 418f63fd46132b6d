"""Single numbers in rarer forms, and what is no number or more than one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from malicoup.errors import QuantityError
from malicoup.parse.quantities import read_number

READ = [
    ("ثلاثة أرباع", "0.75"),
    ("ربع", "0.25"),
    ("نصف مليون", "500000"),
    ("خمسة ونصف", "5.5"),
    ("خمسة ونصف مليون", "5500000"),
    ("خمسة ملايين ونصف", "5500000"),
    ("خمسة ملايين ونصف المليون", "5500000"),
    ("مليونا ونصف", "2500000"),
    ("خمسة فاصلة ثلاثة", "5.3"),
    ("12.5 مليون", "12500000"),
    ("مليار ومئتا مليون", "1200000000"),
    ("ألف مليون", "1000000000"),
    ("ثلاثة آلاف وأربعمئة وخمسة", "3405"),
    ("الخمسة والعشرون", "25"),
    ("3 مائة", "300"),
    ("ناقص خمسة", "-5"),
    ("-5", "-5"),
    (".5", "0.5"),
    ("٠٫٥", "0.5"),
    ("3,5", "3.5"),
    ("3,500", "3500"),
    ("3،500", "3500"),
    ("1,234,567", "1234567"),
    ("007", "7"),
    ("3/4", "0.75"),
    ("صفر", "0"),
]
REFUSED = [
    "",
    "قال",
    "بضع",
    "آلاف",
    "½",
    "خمسة تفاح",
    "3،5",
    "1/4/5",
    "15 مائة",
    "مئة مئة",
    "عشرون وخمسة",
    "واحد من كل خمسة",
    "خمسة فاصل خمسة",
    "5%",
    "ثلاثة بالمئة",
    "من 3 إلى 5",
    "2½",
]
KNOWN_GAPS = [
    ("parse/numbers.py: وثلاثة أرباع behind a scale", "خمسة ملايين وثلاثة أرباع", "5750000"),
]


@pytest.mark.parametrize(("phrase", "value"), READ)
def test_read(phrase: str, value: str) -> None:
    assert read_number(phrase) == Decimal(value)


@pytest.mark.parametrize("phrase", REFUSED)
def test_refused(phrase: str) -> None:
    with pytest.raises(QuantityError) as caught:
        read_number(phrase)
    assert caught.value.source == phrase
    assert caught.value.span is None or caught.value.span[1] == len(phrase)


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        pytest.param(phrase, value, marks=pytest.mark.xfail(reason=reason, strict=True))
        for reason, phrase, value in KNOWN_GAPS
    ],
)
def test_known_gaps(phrase: str, value: str) -> None:
    assert read_number(phrase) == Decimal(value)
