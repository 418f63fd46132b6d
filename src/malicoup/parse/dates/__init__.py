"""Dates, spans of time and relative dates, read into EDTF."""

from __future__ import annotations

from malicoup.parse.dates._finder import dates_in, find_dates

__all__ = ["dates_in", "find_dates"]
