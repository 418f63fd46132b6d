"""Dates, spans of time and relative dates, read into EDTF."""

from __future__ import annotations

from malicoup.parse.dates._dateline import PageDay
from malicoup.parse.dates._finder import beside_page_day, dates_in, find_dates

__all__ = ["PageDay", "beside_page_day", "dates_in", "find_dates"]
