"""Dates as a report writes them."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from attrs import define, field

from malicoup.model import _checks
from malicoup.model.span import Span
from malicoup.model.vocab import TimeUnit

_TIME = re.compile(
    r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?", re.ASCII
)


@define(frozen=True, kw_only=True)
class RelativeDate:
    """A date counted from the publication date, in whole units.

    "yesterday" is ``day -1 … -1``, "the past ten years" ``year -10 … -1``, "next month"
    ``month 1 … 1``. A weekday is numbered 1 (Monday) to 7 (Sunday), as in ISO 8601.
    """

    unit: TimeUnit = field(validator=_checks.of(TimeUnit))
    first: int | None = field(default=None, validator=_checks.optional(_checks.of(int)))
    last: int | None = field(default=None, validator=_checks.optional(_checks.of(int)))
    weekday: int | None = field(default=None, validator=_checks.optional(_checks.of(int)))

    @last.validator
    def _in_order(self, attribute: Any, value: int | None) -> None:
        if value is not None and self.first is not None and value < self.first:
            _checks.fail(self, attribute, value, f"must be >= first ({self.first})")

    @weekday.validator
    def _of_the_week(self, attribute: Any, value: int | None) -> None:
        if value is not None and not 1 <= value <= 7:
            _checks.fail(self, attribute, value, "must be 1 (Monday) to 7 (Sunday)")


def _plain_date(instance: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, date) or isinstance(value, datetime):
        _checks.fail(instance, attribute, value, "must be a date")


def _clock_time(instance: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        _checks.fail(instance, attribute, value, "must be an ISO 8601 time such as 14:30 or 14:30Z")


@define(frozen=True, kw_only=True)
class DateExpression:
    """One date, period or point in time written in the text.

    Attributes:
        span: The words.
        edtf: What they mean, in EDTF (ISO 8601-2); None where that takes a publication
            date that is not known.
        reference: The publication date that the meaning leans on; None where it leans on none.
        partial: What is known without a publication date, in EDTF with ``X`` for the rest
            (``XXXX-01`` for "last January").
        relative: The distance from the publication date, where the words give one.
        time: Time of day, ISO 8601, with zone where it is given.
        rule: The rule that read it.
    """

    span: Span = field(validator=_checks.of(Span))
    edtf: str | None = field(default=None, validator=_checks.optional(_checks.edtf))
    reference: date | None = field(default=None, validator=_checks.optional(_plain_date))
    partial: str | None = field(default=None, validator=_checks.optional(_checks.edtf))
    relative: RelativeDate | None = field(
        default=None, validator=_checks.optional(_checks.of(RelativeDate))
    )
    time: str | None = field(default=None, validator=_checks.optional(_clock_time))
    rule: str = field(default="manual", validator=_checks.code)
