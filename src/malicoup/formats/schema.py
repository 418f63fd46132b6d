"""JSON Schema (2020-12) of the native format, generated from the classes of the model.

What the schema refuses, ``loads`` refuses too. ``loads`` asks for more than a schema can say:
ends not before starts, bounds in order, days that the calendar has, the fingerprint of the text.
"""

from __future__ import annotations

import functools
import inspect
import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from importlib import resources
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from malicoup.formats._envelope import Envelope
from malicoup.formats._hooks import (
    ALWAYS,
    DATE_PATTERN,
    DECIMAL_PATTERN,
    event_classes,
    kinds,
)
from malicoup.formats.json import make_converter
from malicoup.formats.versions import FORMAT_VERSION
from malicoup.model import AnyEvent, _checks, time
from malicoup.model._codes import COUNTRY_CODES, CURRENCY_CODES

#: Everything that ``str.strip`` takes away, as a class of characters that all dialects share.
_BLANKS = r"\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_EDTF_DATE = (
    r"(?:-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX|XXXX)"
    r"(?:-(?:[0-9]{2}|[0-9]X|XX)(?:-(?:[0-9]{2}|[0-9]X|XX))?)?[?~%]?"
)
_EDTF = rf"{_EDTF_DATE}|(?:{_EDTF_DATE}|\.\.)?/(?:{_EDTF_DATE}|\.\.)?|[\[{{][^\[\]{{}}]+[\]}}]"


def _pattern(expression: str) -> dict[str, Any]:
    # Model patterns are ASCII-only; a schema's \d may mean other digits as well.
    return {"pattern": f"^(?:{expression})$".replace(r"\d", "[0-9]")}


#: What a validator of the model asks for, by its name; those that a schema cannot say are
#: listed with nothing, so that a new validator without an entry is noticed.
CONSTRAINTS: Mapping[str, Mapping[str, Any]] = {
    "filled": {"pattern": f"[^{_BLANKS}]"},
    "code": _pattern(_checks._CODE.pattern),
    "not_negative": {"minimum": 0},
    "country": {"enum": sorted(COUNTRY_CODES)},
    "currency": {"enum": sorted(CURRENCY_CODES)},
    "edtf": _pattern(_EDTF),
    "duration": _pattern(_checks._DURATION.pattern),
    "_clock_time": _pattern(time._TIME.pattern),
    "_digest": _pattern("[0-9a-f]{64}"),
    "_current": {"const": FORMAT_VERSION},
    "RelativeDate._of_the_week": {"minimum": 1, "maximum": 7},
    # Said by the type, or by the values of `kind`.
    "of.<locals>.check": {},
    "_day": {},
    "_plain_date": {},
    "_finite": {},
    "Organization._kind_of_body": {},
    # Not sayable.
    "_amount": {},
    "Span._not_before_start": {},
    "Quote._has_words": {},
    "Claim._has_words": {},
    "Mention._words_unless_dropped": {},
    "RelativeDate._in_order": {},
    "Quantity._in_order": {},
}

#: Constraints that are defined once and referred to.
_SHARED = frozenset({"filled", "code", "country", "currency", "edtf", "duration"})

_SCALARS: Mapping[type, Mapping[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"type": "string", **_pattern(DECIMAL_PATTERN)},
    date: {"type": "string", "format": "date", **_pattern(DATE_PATTERN)},
}


def schema() -> dict[str, Any]:
    """The JSON Schema of a document of the current version, generated anew.

    Example:
        >>> schema()["required"]
        ['malicoup', 'article']
    """
    definitions: dict[str, Any] = {}
    root = _object(Envelope, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:malicoup:format:{FORMAT_VERSION}",
        "title": f"malicoup article, format {FORMAT_VERSION}",
        **root,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def schema_text() -> str:
    """The text of the schema file that the package ships."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def shipped_schema_text(version: str = FORMAT_VERSION) -> str:
    """Read the schema file of a version of the format from the package."""
    name = f"malicoup-{version}.schema.json"
    return (resources.files("malicoup.formats") / "schemas" / name).read_text("utf-8")


def validators(validator: Any) -> Iterator[tuple[str, Any]]:
    """The single validators in a combined one, each with its name."""
    if validator is None:
        return
    parts = getattr(validator, "_validators", ())  # attrs.validators.and_ keeps them there
    for part in parts:
        yield from validators(part)
    if parts:
        return
    plain = inspect.isfunction(validator)  # attrs has validators that are objects
    inner = inspect.getclosurevars(validator).nonlocals.get("inner") if plain else None
    if inner is not None:  # optional(inner), each(inner)
        yield from validators(inner)
    else:
        yield getattr(validator, "__qualname__", type(validator).__name__), validator


def _object(cl: type, definitions: dict[str, Any]) -> dict[str, Any]:
    attrs.resolve_types(cl)
    attributes = attrs.fields(cl)
    required = [a.name for a in attributes if a.default is attrs.NOTHING]
    required += [name for name in ALWAYS.get(cl, ()) if name not in required]
    properties = {a.name: _field(a, definitions) for a in attributes if a.name != "kind"}
    if tags := kinds(cl):
        tag = {"const": tags[0]} if len(tags) == 1 else {"enum": list(tags)}
        properties = {"kind": tag, **properties}
        required = ["kind", *(name for name in required if name != "kind")]
    return {
        "description": (inspect.getdoc(cl) or "").partition("\n")[0],
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _field(attribute: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    constraint: dict[str, Any] = {}
    for name, found in validators(attribute.validator):
        ours = (getattr(found, "__module__", "") or "").partition(".")[0] == "malicoup"
        if name not in CONSTRAINTS and not ours:  # of a record type that another package adds
            continue
        if name in _SHARED:
            definitions[name] = dict(CONSTRAINTS[name])
        constraint |= {"$ref": f"#/$defs/{name}"} if name in _SHARED else CONSTRAINTS[name]
    result = _type(attribute.type, constraint, definitions)
    default = attribute.default
    if default is attrs.NOTHING or getattr(default, "takes_self", False):
        return result
    value = default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]
    return {**result, "default": _converter().unstructure(value)}


@functools.lru_cache(maxsize=1)
def _converter() -> Any:
    return make_converter()


def _type(cl: Any, constraint: Mapping[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    if cl in _SCALARS:
        return {**_SCALARS[cl], **constraint}
    if get_origin(cl) is tuple:
        return {"type": "array", "items": _type(get_args(cl)[0], constraint, definitions)}
    if get_origin(cl) in (UnionType, Union):
        return _union(cl, constraint, definitions)
    return _reference(cl, definitions)


def _union(cl: Any, constraint: Mapping[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    members = event_classes() if cl == AnyEvent else get_args(cl)
    if type(None) not in members:
        return {"oneOf": [_reference(member, definitions) for member in members]}
    (member,) = (m for m in members if m is not type(None))
    return {"anyOf": [_type(member, constraint, definitions), {"type": "null"}]}


def _reference(cl: type, definitions: dict[str, Any]) -> dict[str, Any]:
    if cl.__name__ not in definitions:
        definitions[cl.__name__] = {}  # holds the place while the class is being described
        definitions[cl.__name__] = (
            _enum(cl) if issubclass(cl, StrEnum) else _object(cl, definitions)
        )
    return {"$ref": f"#/$defs/{cl.__name__}"}


def _enum(cl: type[StrEnum]) -> dict[str, Any]:
    description = (inspect.getdoc(cl) or "").partition("\n")[0]
    return {"description": description, "type": "string", "enum": [str(code) for code in cl]}
