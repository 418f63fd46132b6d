"""EDTF texts: what is one, why another is none, and the days that each can mean."""

from __future__ import annotations

from datetime import date

import pytest

from malicoup import edtf_bounds, is_edtf
from malicoup.model.edtf import edtf_fault

BOUNDS: list[tuple[str, date | None, date | None]] = [
    ("2031", date(2031, 1, 1), date(2031, 12, 31)),
    ("203X", date(2030, 1, 1), date(2039, 12, 31)),
    ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
    ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
    ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
    ("2031-1X", date(2031, 10, 1), date(2031, 12, 31)),
    ("2031-XX", date(2031, 1, 1), date(2031, 12, 31)),
    ("2031-02-2X", date(2031, 2, 20), date(2031, 2, 28)),
    ("2031-03-05~", date(2031, 3, 5), date(2031, 3, 5)),
    ("2031-03-05/2031-03-09", date(2031, 3, 5), date(2031, 3, 9)),
    ("2031-03/..", date(2031, 3, 1), None),
    ("/2031-03", None, date(2031, 3, 31)),
    ("2031-33", date(2031, 1, 1), date(2031, 3, 31)),
    ("2031-40", date(2031, 1, 1), date(2031, 6, 30)),
    ("2031-21", None, None),  # spring begins on other days in other places
    ("XXXX-05", None, None),
    ("-0044", None, None),  # before the calendar of datetime
    ("[2031..2033]", date(2031, 1, 1), date(2033, 12, 31)),
    ("{2031-03-05, 2031-03-07}", date(2031, 3, 5), date(2031, 3, 7)),
    ("[2031..]", date(2031, 1, 1), None),
    ("[..2031]", None, date(2031, 12, 31)),
    # A day that only some of the years have: no day of the first month fits.
    ("20XX-02-29", None, None),
]
FAULTS = [
    ("", "not year"),
    ("31", "not year"),
    ("2031-3", "not year"),
    ("٢٠٣١", "not year"),
    ("2031-13", "no month 13"),
    ("2031-00", "no month 00"),
    ("2031-21-05", "no month 21"),
    ("2031-02-30", "no day 30 in 2031-02"),
    ("2031-02-29", "no day 29 in 2031-02"),
    ("2031-04-3X-", "not year"),
    ("2031/2032/2033", "two ends"),
    ("/", "a date at one end"),
    ("../..", "a date at one end"),
    ("2031/gestern", "not year"),
    ("2032/2031", "interval is reversed"),
    ("2031-03-09/2031-03-05", "interval is reversed"),
    ("[2031}", "brackets do not match"),
    ("{2031]", "brackets do not match"),
    ("[2031..2032..2033]", "dates or ranges"),
    ("[..]", "dates or ranges"),
    ("[2031,]", "dates or ranges"),
    ("[2031, bald]", "not year"),
    ("[2033..2031]", "range is reversed"),
]


@pytest.mark.parametrize(("text", "first", "last"), BOUNDS)
def test_bounds(text: str, first: date | None, last: date | None) -> None:
    assert is_edtf(text)
    assert edtf_bounds(text) == (first, last)


@pytest.mark.parametrize(("text", "reason"), FAULTS)
def test_faults(text: str, reason: str) -> None:
    assert not is_edtf(text)
    assert reason in (edtf_fault(text) or "")
    with pytest.raises(ValueError, match="not EDTF") as caught:
        edtf_bounds(text)
    assert repr(text) in str(caught.value)
