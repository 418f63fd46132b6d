"""Numbers with what they count."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import define, field

from malicoup.model import _checks
from malicoup.model.span import Span


def _finite(instance: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, Decimal) or not value.is_finite():
        _checks.fail(instance, attribute, value, "must be a finite Decimal")


@define(frozen=True, kw_only=True)
class Quantity:
    """A number as the text gives it, with its bounds.

    "four" is 4 … 4; "at least two" is 2 … None; "between 20 and 30" is 20 … 30. Two numbers
    that are equal in value but written differently (``3.5`` and ``3.50``) are equal.

    Attributes:
        span: The words of number, bound and noun counted.
        minimum: Least value; None where there is no lower bound.
        maximum: Greatest value; None where there is no upper bound.
        approximate: Whether the text says "about".
        unit: ``percent``, ``ordinal``, a unit of time (``second`` … ``century``), an ISO 4217
            code for money, or the noun counted as written; None for a bare number.
        rule: The rule that read it.
    """

    span: Span = field(validator=_checks.of(Span))
    minimum: Decimal | None = field(default=None, validator=_checks.optional(_finite))
    maximum: Decimal | None = field(default=None, validator=_checks.optional(_finite))
    approximate: bool = field(default=False, validator=_checks.of(bool))
    unit: str | None = field(default=None, validator=_checks.optional(_checks.filled))
    rule: str = field(default="manual", validator=_checks.code)

    @maximum.validator
    def _in_order(self, attribute: Any, value: Decimal | None) -> None:
        if value is not None and self.minimum is not None and value < self.minimum:
            _checks.fail(self, attribute, value, f"must be >= minimum ({self.minimum})")

    @property
    def value(self) -> Decimal | None:
        """The one number meant, where minimum and maximum are equal; else None."""
        return self.minimum if self.minimum == self.maximum else None

    @property
    def duration(self) -> str | None:
        """ISO 8601 duration where the unit is a unit of time and the value is one number."""
        value = self.value
        if value is None or value < 0 or self.unit not in _DURATIONS:
            return None
        factor, prefix, letter = _DURATIONS[self.unit]
        return f"{prefix}{_plain(value * factor)}{letter}"


_DURATIONS = {
    "second": (1, "PT", "S"),
    "minute": (1, "PT", "M"),
    "hour": (1, "PT", "H"),
    "day": (1, "P", "D"),
    "week": (1, "P", "W"),
    "month": (1, "P", "M"),
    "year": (1, "P", "Y"),
    "decade": (10, "P", "Y"),
    "century": (100, "P", "Y"),
}


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
