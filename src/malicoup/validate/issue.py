"""What validation gives back: issues, and the report that holds them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from malicoup.errors import ValidationError
from malicoup.model import Severity, Span, _checks


@define(frozen=True, kw_only=True)
class Issue:
    """One thing that is wrong, or doubtful, in an article.

    Attributes:
        code: Which rule speaks; the reference lists every code with an example.
        severity: An error breaks a promise of the model; a warning is very probably a
            mistake; an info is worth a look.
        path: Where in the article, like a JSON path: ``$.quotes[3].span``.
        message: What is wrong there, with the values.
        span: The words concerned, where there are some.
    """

    code: str = field(validator=_checks.code)
    severity: Severity = field(validator=_checks.of(Severity))
    path: str = field(validator=_checks.filled)
    message: str = field(validator=_checks.filled)
    span: Span | None = field(default=None, validator=_checks.optional(_checks.of(Span)))

    def __str__(self) -> str:
        place = "" if self.span is None else f" [{self.span.start}:{self.span.end}]"
        return f"{self.severity} {self.code} at {self.path}{place}: {self.message}"


@define(frozen=True, kw_only=True)
class Report:
    """All issues of one article, in the order of the document.

    A report is a sequence of issues in small: it can be looped over and has a length. Ask
    ``ok`` whether the article is sound; an empty report is false in a condition.
    """

    issues: tuple[Issue, ...] = field(default=(), validator=_checks.each(_checks.of(Issue)))

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings and infos may be there."""
        return not self.errors

    @property
    def errors(self) -> tuple[Issue, ...]:
        """The issues that break a promise of the model."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Issue, ...]:
        """The issues that are very probably mistakes."""
        return self._of(Severity.WARNING)

    @property
    def infos(self) -> tuple[Issue, ...]:
        """The issues that are worth a look."""
        return self._of(Severity.INFO)

    def raise_if_invalid(self) -> None:
        """Do nothing where the report is ``ok``.

        Raises:
            ValidationError: If there is an error; it carries the whole report.
        """
        if not self.ok:
            raise ValidationError(str(self), report=self)

    def _of(self, severity: Severity) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues if issue.severity is severity)

    def __iter__(self) -> Iterator[Issue]:
        return iter(self.issues)

    def __len__(self) -> int:
        return len(self.issues)

    def __str__(self) -> str:
        if not self.issues:
            return "no issues"
        counts = [
            _count(len(self.errors), "error"),
            _count(len(self.warnings), "warning"),
            _count(len(self.infos), "info"),
        ]
        return "\n".join([", ".join(filter(None, counts)), *map(str, self.issues)])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""
