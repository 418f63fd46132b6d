"""The whole tree of malicoup's errors and warnings.

This module imports nothing of ours, so every other module may import it. A place
in a text is a plain ``(start, end)`` pair here, half-open, in code points.
"""

from __future__ import annotations

from collections.abc import Sequence

Place = tuple[int, int]


class MalicoupError(Exception):
    """Root of every error that malicoup raises on purpose."""


class ModelError(MalicoupError, ValueError):
    """A value that makes no sense was given to a model class.

    Attributes:
        field: ``Class.field`` that refused the value.
        value: The value refused.
    """

    def __init__(self, field: str, value: object, reason: str) -> None:
        self.field = field
        self.value = value
        self.reason = reason
        super().__init__(f"'{field}' {reason}: {value!r}")


class ParseError(MalicoupError, ValueError):
    """A phrase could not be read by the single-purpose reader it was given to.

    ``malicoup.parse`` itself never raises this: it writes a diagnostic instead.

    Attributes:
        source: The text that was read.
        span: The place of the fault, or None for the whole text.
        rule: The rule that refused it, or None.
    """

    def __init__(
        self, message: str, *, source: str, span: Place | None = None, rule: str | None = None
    ) -> None:
        self.source = source
        self.span = span
        self.rule = rule
        super().__init__(message)


class DateError(ParseError):
    """A phrase holds no date that can be read."""


class QuantityError(ParseError):
    """A phrase holds no quantity that can be read."""


class ConversionError(MalicoupError):
    """An article could not be written to a format, or read from it."""


class EncodeError(ConversionError):
    """An article cannot be written in the format asked for."""


class NoAddressError(EncodeError):
    """The format builds on the address of an article, and none is given."""


class DecodeError(ConversionError, ValueError):
    """Data given to a reader is not a well-formed article.

    Attributes:
        faults: Every fault found, each with its JSON path, in document order.
    """

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        head = f"{len(self.faults)} fault{'s' if len(self.faults) != 1 else ''}"
        super().__init__("\n".join([head, *self.faults]))


class ValidationError(MalicoupError, ValueError):
    """An article broke rules of the model; ``report`` lists them all."""

    def __init__(self, message: str, *, report: object) -> None:
        self.report = report
        super().__init__(message)


class LexiconError(MalicoupError):
    """A lexicon file is malformed.

    Attributes:
        file: Name of the file.
        entry: The line refused, as written.
    """

    def __init__(self, message: str, *, file: str, entry: str = "") -> None:
        self.file = file
        self.entry = entry
        super().__init__(f"{file}: {message}" + (f": {entry!r}" if entry else ""))


class MissingExtraError(MalicoupError, ImportError):
    """A format needs an optional dependency that is not installed."""

    def __init__(self, *, package: str, extra: str) -> None:
        self.package = package
        self.extra = extra
        super().__init__(f"{package} is not installed: run  pip install 'malicoup[{extra}]'")
