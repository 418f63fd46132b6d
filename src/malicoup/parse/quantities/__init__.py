"""Numbers with their bounds and what they count."""

from __future__ import annotations

from malicoup.parse.numbers import read_number
from malicoup.parse.quantities._finder import find_quantities, quantities_in

__all__ = ["find_quantities", "quantities_in", "read_number"]
