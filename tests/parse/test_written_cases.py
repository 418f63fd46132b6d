"""The tables of date_cases.py and quantity_cases.py."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from malicoup import find_dates, find_quantities
from parse.date_cases import DATES, NO_DATES
from parse.quantity_cases import BOUNDS, DURATIONS, NO_QUANTITIES, NUMBERS, ORDINALS, PERCENTS

PUBLISHED = date(2022, 3, 16)


@pytest.mark.parametrize(("text", "words", "edtf"), DATES)
def test_dates(text: str, words: str, edtf: str) -> None:
    (found,) = find_dates(text, published=PUBLISHED)
    assert (text[found.span.start : found.span.end], found.edtf) == (words, edtf)


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    assert find_dates(text, published=PUBLISHED) == ()


@pytest.mark.parametrize(("text", "words", "low", "high", "unit"), [*NUMBERS, *BOUNDS])
def test_quantities(
    text: str, words: str, low: str | None, high: str | None, unit: str | None
) -> None:
    (found,) = find_quantities(text)
    assert text[found.span.start : found.span.end] == words
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    assert [found.minimum, found.maximum] == bounds
    assert found.unit == unit


@pytest.mark.parametrize(("text", "value"), PERCENTS)
def test_percents(text: str, value: str | None) -> None:
    found = [one.value for one in find_quantities(text) if one.unit == "percent"]
    assert found == ([] if value is None else [Decimal(value)])


@pytest.mark.parametrize(("text", "durations"), DURATIONS)
def test_durations(text: str, durations: list[str]) -> None:
    assert [one.duration for one in find_quantities(text)] == durations


@pytest.mark.parametrize(("text", "value"), ORDINALS)
def test_ordinals(text: str, value: str | None) -> None:
    found = [one.value for one in find_quantities(text) if one.unit == "ordinal"]
    assert found == ([] if value is None else [Decimal(value)])


@pytest.mark.parametrize("text", NO_QUANTITIES)
def test_no_quantities(text: str) -> None:
    assert find_quantities(text) == ()
