"""Field validators shared by the model classes; each error says the field and the value."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from malicoup.errors import ModelError
from malicoup.model._codes import COUNTRY_CODES, CURRENCY_CODES
from malicoup.model.edtf import edtf_fault

# ISO 8601 durations with at least one part; weeks may stand beside other parts (ISO 8601-2).
_DURATION = re.compile(
    r"P(?=\d|T\d)(?:\d+(?:\.\d+)?Y)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?W)?(?:\d+(?:\.\d+)?D)?"
    r"(?:T(?=\d)(?:\d+(?:\.\d+)?H)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?S)?)?",
    re.ASCII,
)
_CODE = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")

Validator = Callable[[Any, Any, Any], None]


def fail(instance: object, attribute: Any, value: Any, reason: str) -> None:
    """Raise the model's error for one field."""
    raise ModelError(f"{type(instance).__name__}.{attribute.name}", value, reason)


def of(*types: type) -> Validator:
    """Make a validator that asks for an instance of one of *types* (a bool is no int)."""
    names = " or ".join(t.__name__ for t in types)

    def check(instance: object, attribute: Any, value: Any) -> None:
        if type(value) in types:
            return
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            fail(instance, attribute, value, f"must be {names}")

    return check


def optional(inner: Validator) -> Validator:
    """Let None pass, and anything that *inner* lets pass."""

    def check(instance: object, attribute: Any, value: Any) -> None:
        if value is not None:
            inner(instance, attribute, value)

    return check


def each(inner: Validator) -> Validator:
    """Ask for a tuple whose every item passes *inner*."""

    def check(instance: object, attribute: Any, value: Any) -> None:
        if not isinstance(value, tuple):
            fail(instance, attribute, value, "must be a tuple")
        else:
            for item in value:
                inner(instance, attribute, item)

    return check


def filled(instance: object, attribute: Any, value: Any) -> None:
    """Ask for text that is not blank."""
    if not isinstance(value, str) or not value.strip():
        fail(instance, attribute, value, "must be text that is not blank")


def code(instance: object, attribute: Any, value: Any) -> None:
    """Ask for a lower-case code such as ``verb-subject-that``."""
    if not isinstance(value, str) or not _is_code(value):
        fail(instance, attribute, value, "must be a lower-case code")


@lru_cache(maxsize=1 << 10)
def _is_code(value: str) -> bool:
    return _CODE.fullmatch(value) is not None


def not_negative(instance: object, attribute: Any, value: Any) -> None:
    """Ask for an int of zero or more."""
    if type(value) is int and value >= 0:
        return
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        fail(instance, attribute, value, "must be an int >= 0")


def country(instance: object, attribute: Any, value: Any) -> None:
    """Ask for an ISO 3166-1 alpha-2 code."""
    if value not in COUNTRY_CODES:
        fail(instance, attribute, value, "must be an ISO 3166-1 alpha-2 code")


def currency(instance: object, attribute: Any, value: Any) -> None:
    """Ask for an ISO 4217 code."""
    if value not in CURRENCY_CODES:
        fail(instance, attribute, value, "must be an ISO 4217 code")


def edtf(instance: object, attribute: Any, value: Any) -> None:
    """Ask for an EDTF text (ISO 8601-2, the part that ``malicoup.model.edtf`` reads)."""
    if not isinstance(value, str):
        fail(instance, attribute, value, "must be EDTF text")
    elif (fault := edtf_fault(value)) is not None:
        fail(instance, attribute, value, f"must be EDTF text ({fault})")


def duration(instance: object, attribute: Any, value: Any) -> None:
    """Ask for an ISO 8601 duration such as ``P18D``."""
    if not isinstance(value, str) or not _DURATION.fullmatch(value):
        fail(instance, attribute, value, "must be an ISO 8601 duration")
