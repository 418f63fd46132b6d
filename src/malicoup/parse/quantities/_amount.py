"""One amount before the bounds around it are looked at."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Amount(NamedTuple):
    """One amount before the bounds around it are looked at.

    Attributes:
        first, end: Its tokens, half-open.
        start: Offset where it begins.
        low, high: Least and greatest value.
        unit: What is counted.
        rule: The reading that found it.
        about: Whether the number itself is approximate.
        bounds: Whether words such as "more than" may bound it.
        number_end: Index after the number, before its unit.
        scale: The last scale word of the number.
    """

    first: int
    end: int
    start: int
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    rule: str
    about: bool = False
    bounds: bool = True
    number_end: int = 0
    scale: int = 1
