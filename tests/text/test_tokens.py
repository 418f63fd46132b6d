"""Tokens: what is one, where it stands; folding that never moves an offset."""

from __future__ import annotations

import pytest
from hypothesis import given

from malicoup.strategies import arabic_text
from malicoup.text.fold import ascii_digits, fold
from malicoup.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "raws", "kinds"),
    [
        ("قال: «نعم».", ["قال", ":", "«", "نعم", "»", "."], "wppwpp"),
        ("في 2012 و٢٠١٣", ["في", "2012", "و", "٢٠١٣"], "wnwn"),
        ("1,234.5 و ٣٫٥", ["1,234.5", "و", "٣٫٥"], "nwn"),
        ("طراز Mi-35M", ["طراز", "Mi-35M"], "wl"),
        ("لـ DW", ["لـ", "DW"], "wl"),
        ("قَالَ", ["قَالَ"], "w"),
        ("أ\nب", ["أ", "\n", "ب"], "wbw"),
        ("نعم...", ["نعم", "..."], "wp"),
        ("site.com", ["site.com"], "l"),
        ("#وسم_جديد", ["وسم", "جديد"], "ww"),
        ("\u200fنعم\u200f", ["نعم"], "w"),
        ("نبيل مرادإن", ["نبيل", "مراد", "إن"], "www"),
        ("وأكدإنه وقالإن", ["وأكد", "إنه", "وقال", "إن"], "wwww"),
        (
            "وبإنه فإن والإنسان للإنقاذ بالإنترنت",
            ["وبإنه", "فإن", "والإنسان", "للإنقاذ", "بالإنترنت"],
            "wwwww",
        ),
        ("إنجازإنتاج", ["إنجازإنتاج"], "w"),
        ("", [], ""),
        (" \t\u00a0", [], ""),
    ],
)
def test_tokens(text: str, raws: list[str], kinds: str) -> None:
    tokens = tokenize(text)
    assert tokens.raws == raws
    assert "".join(tokens.kinds) == kinds


@pytest.mark.property
@given(arabic_text())
def test_tokens_stand_in_order_where_they_say(text: str) -> None:
    tokens = tokenize(text)
    columns = zip(tokens.starts, tokens.ends, tokens.raws, strict=True)
    assert all(text[a:b] == raw and raw for a, b, raw in columns)
    assert all(a <= b for a, b in zip(tokens.ends, tokens.starts[1:], strict=False))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أُعْلِنَ", "اعلن"),
        ("إلى", "الى"),
        ("آسيا", "اسيا"),
        ("ســلام", "سلام"),
        ("کتاب", "كتاب"),
        ("ﻣﺼﺮ", "مصر"),
        ("على", "على"),
        ("علي", "علي"),
        ("مدرسة", "مدرسة"),
        ("BBC", "bbc"),
        ("", ""),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.property
@given(arabic_text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("written", "digits"), [("٢٠١٢", "2012"), ("۱۴", "14"), ("2012", "2012"), ("٣٫٥", "3٫5")]
)
def test_ascii_digits(written: str, digits: str) -> None:
    assert ascii_digits(written) == digits


def test_the_token_at_an_offset() -> None:
    tokens = tokenize("قال نعم")
    assert [tokens.at(n) for n in (0, 2, 3, 4, 6, 7)] == [0, 0, 1, 1, 1, 2]
