"""Places in the text, and what points at them."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from malicoup.model import _checks
from malicoup.model.vocab import Severity


@define(frozen=True, kw_only=True, order=True, init=False)
class Span:
    """A half-open range ``[start, end)`` of code points of ``Article.text`` as given."""

    start: int = field(validator=_checks.not_negative)
    end: int = field()

    @end.validator
    def _not_before_start(self, attribute: Any, value: int) -> None:
        if type(value) is int and value >= self.start:  # the start is sound by now
            return
        _checks.not_negative(self, attribute, value)
        if value < self.start:
            _checks.fail(self, attribute, value, f"must be >= start ({self.start})")

    def __init__(self, *, start: int, end: int) -> None:
        # A parser makes hundreds of spans a page. Sound offsets, which is all it makes, are put
        # straight into their slots; anything else goes the long way, which says what is wrong.
        if type(start) is int and type(end) is int and 0 <= start <= end:
            _set_start(self, start)
            _set_end(self, end)
        else:
            self.__attrs_init__(start=start, end=end)

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether *other* lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


_set_start = vars(Span)["start"].__set__
_set_end = vars(Span)["end"].__set__


@define(frozen=True, kw_only=True)
class FieldSpan:
    """The words from which one field of a record was read."""

    name: str = field(validator=_checks.filled)
    span: Span = field(validator=_checks.of(Span))


@define(frozen=True, kw_only=True)
class Evidence:
    """Where a record was read from: the claim that states it and, per field, the words."""

    claim: str | None = field(default=None, validator=_checks.optional(_checks.filled))
    fields: tuple[FieldSpan, ...] = field(default=(), validator=_checks.each(_checks.of(FieldSpan)))


@define(frozen=True, kw_only=True)
class Diagnostic:
    """Something the parser wants the reader to know: a fault of the text, or its own doubt."""

    code: str = field(validator=_checks.code)
    severity: Severity = field(validator=_checks.of(Severity))
    span: Span | None = field(default=None, validator=_checks.optional(_checks.of(Span)))
    message: str = field(validator=_checks.filled)
