"""The hooks that every JSON-like format shares: strict on the way in, canonical on the way out.

cattrs alone turns ``"5"`` into 5 and ``"abc"`` into a tuple of letters without a word; these
hooks coerce nothing. On the way out a field that equals its default is left out, so the order
of keys and their presence follow from the object alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, get_args, get_origin

import attrs
from cattrs import ClassValidationError, Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.errors import AttributeValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from malicoup.errors import EncodeError, ModelError
from malicoup.extension import record_types
from malicoup.formats._faults import RefusedError, describe
from malicoup.formats._strict import RepeatedKeys
from malicoup.model import AnyActor, AnyEvent, Article, Event, Organization, text_sha256
from malicoup.model.vocab import ORGANIZATION_KINDS

#: How a Decimal is written: ASCII digits, no leading zeros, exponent with sign.
DECIMAL_PATTERN = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:E[+-](?:0|[1-9][0-9]*))?"
#: How a day is written. ``date.fromisoformat`` would also take ``20200826`` and week dates.
DATE_PATTERN = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
#: Fields that are written even where they equal their default, and asked for when reading.
ALWAYS: Mapping[type, tuple[str, ...]] = {Article: ("text_sha256",), Organization: ("kind",)}

_DECIMAL = re.compile(DECIMAL_PATTERN)
_DATE = re.compile(DATE_PATTERN)

Read = Callable[[Any, Any], Any]
Write = Callable[[Any], Any]


def actor_classes() -> tuple[type, ...]:
    """The classes an actor can have."""
    return get_args(AnyActor)


def event_classes() -> tuple[type[Event], ...]:
    """The classes an event can have. The one place that reader, writer and schema ask."""
    return (*get_args(AnyEvent), *(added.cls for added in record_types()))


def kinds(cl: type) -> tuple[str, ...]:
    """Values of the key ``kind`` that stand for *cl*; none where the class has no kind."""
    if issubclass(cl, Organization):
        return tuple(sorted(ORGANIZATION_KINDS))
    kind = getattr(cl, "kind", None)
    return () if kind is None else (str(kind),)


def configure_converter(converter: Converter) -> None:
    """Teach *converter* malicoup's classes.

    Raises:
        ValueError: If *converter* stops at the first fault (``detailed_validation=False``).
    """
    if not converter.detailed_validation:
        raise ValueError("malicoup reports all faults at once: the converter must too")
    for cl, read in _SCALARS.items():
        converter.register_structure_hook(cl, read)
    converter.register_structure_hook_factory(_is_tuple, _tuple_reader)
    converter.register_structure_hook_factory(attrs.has, _class_reader)
    converter.register_unstructure_hook(Decimal, lambda value: str(value).upper())
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook_factory(_is_tuple, _tuple_writer)
    converter.register_unstructure_hook_factory(attrs.has, _class_writer)
    _configure_union(converter, AnyActor, actor_classes())
    _configure_union(converter, AnyEvent, event_classes())


def _is_tuple(cl: Any) -> bool:
    return get_origin(cl) is tuple


def _configure_union(converter: Converter, union: Any, classes: tuple[type, ...]) -> None:
    converter.register_structure_hook_func(
        lambda cl: cl == union, _union_reader(converter, classes)
    )
    converter.register_unstructure_hook_func(
        lambda cl: cl == union, _union_writer(converter, classes)
    )


# --- Reading ------------------------------


def _read_text(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        raise RefusedError(f"must be text, not {describe(value)}")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        code = f"U+{ord(value[error.start]):04X}"
        raise RefusedError(f"holds a lone surrogate, {code}, at character {error.start}") from None
    return value


def _read_int(value: Any, _: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise RefusedError(f"must be a whole number, not {describe(value)}")
    return value


def _read_bool(value: Any, _: Any) -> bool:
    if not isinstance(value, bool):
        raise RefusedError(f"must be true or false, not {describe(value)}")
    return value


def _read_decimal(value: Any, _: Any) -> Decimal:
    if not isinstance(value, str) or not _DECIMAL.fullmatch(value):
        raise RefusedError(
            f'must be a number written as text, such as "3.5", not {describe(value)}'
        )
    try:
        return Decimal(value)
    except InvalidOperation:
        raise RefusedError(f"is out of the range of numbers: {value[:60]!r}") from None


def _read_date(value: Any, _: Any) -> date:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise RefusedError(f"must be a date such as 2020-08-26, not {describe(value)}")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise RefusedError(f"is no day of the calendar: {value!r}") from None


def _read_code(value: Any, cl: type[StrEnum]) -> StrEnum:
    if not isinstance(value, str) or value not in cl._value2member_map_:
        known = ", ".join(cl)
        raise RefusedError(f"must be one of {known}, not {describe(value)}")
    return cl(value)


#: cattrs looks for the nearest base class: StrEnum before str, bool before int.
_SCALARS: Mapping[type, Read] = {
    str: _read_text,
    StrEnum: _read_code,
    int: _read_int,
    bool: _read_bool,
    Decimal: _read_decimal,
    date: _read_date,
}


def _tuple_reader(cl: Any, converter: Converter) -> Read:
    inner = homogenous_tuple_structure_factory(cl, converter)

    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            raise RefusedError(f"must be a list, not {describe(value)}")
        return inner(value, cl)

    return read


def _union_reader(converter: Converter, classes: tuple[type, ...]) -> Read:
    by_kind = {kind: cl for cl in classes for kind in kinds(cl)}
    known = ", ".join(by_kind)

    def read(value: Any, _: Any) -> Any:
        _require_object(value)
        if "kind" not in value:
            raise RefusedError(f"key missing, one of {known}", key="kind")
        kind = value["kind"]
        if not isinstance(kind, str) or kind not in by_kind:
            raise RefusedError(f"unknown kind, known are {known}: {describe(kind)}", key="kind")
        return converter.structure(value, by_kind[kind])

    return read


def _require_object(value: Any) -> None:
    if not isinstance(value, dict):
        raise RefusedError(f"must be an object, not {describe(value)}")


def _class_reader(cl: type, converter: Converter) -> Read:
    inner: Read = make_dict_structure_fn(
        cl, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True
    )
    tagged = bool(kinds(cl)) and "kind" not in attrs.fields_dict(cl)

    def read(value: Any, _: Any) -> Any:
        _require_object(value)
        faults = _object_faults(value, cl, tagged)
        fields = {key: value[key] for key in value if key != "kind"} if tagged else value
        try:
            result = inner(fields, cl)
        except ClassValidationError as error:
            faults += _field_faults(error, fields, cl, converter)
        if faults:
            raise ClassValidationError(f"While reading {cl.__name__}", faults, cl)
        return result

    return read


def _object_faults(value: dict[str, Any], cl: type, tagged: bool) -> list[Exception]:
    """Faults that no single field shows."""
    faults: list[Exception] = []
    if isinstance(value, RepeatedKeys):
        faults += [RefusedError("key stands more than once", key=key) for key in value.repeated]
    for key in (*ALWAYS.get(cl, ()), *(("kind",) if tagged else ())):
        if key not in value:
            faults.append(RefusedError("key missing", key=key))
    if tagged and "kind" in value and value["kind"] not in kinds(cl):
        expected = " or ".join(kinds(cl))
        faults.append(
            RefusedError(f"must be {expected}, not {describe(value['kind'])}", key="kind")
        )
    if cl is Article and _hash_is_wrong(value.get("text"), value.get("text_sha256")):
        fault = "is not the fingerprint of the text: the text was changed, or the spans lie"
        faults.append(RefusedError(fault, key="text_sha256"))
    return faults


def _hash_is_wrong(text: object, digest: object) -> bool:
    if not isinstance(text, str) or not isinstance(digest, str):
        return False  # reported as the wrong type, or as missing
    return bool(re.fullmatch("[0-9a-f]{64}", digest)) and digest != text_sha256(text)


def _field_faults(
    error: ClassValidationError, value: dict[str, Any], cl: type, converter: Converter
) -> list[Exception]:
    """All faults of the fields of one object, those of the model's validators included.

    cattrs builds the object only when each field could be read, and attrs stops at the first
    validator that refuses. So whatever could be read is put into a draft, and every validator
    is asked.
    """
    faults = [fault for fault in error.exceptions if not isinstance(fault, ModelError)]
    unread = {
        note.name
        for fault in faults
        for note in getattr(fault, "__notes__", ())
        if isinstance(note, AttributeValidationNote)
    }
    draft: Any = object.__new__(cl)
    read = [attribute for attribute in attrs.fields(cl) if attribute.name not in unread]
    for attribute in read:
        _fill(draft, attribute, value, converter)
    for attribute in read:
        try:
            if attribute.validator is not None:
                attribute.validator(draft, attribute, getattr(draft, attribute.name))
        except ModelError as fault:
            faults.append(fault)
        except AttributeError:
            pass  # it compares with a field that could not be read
    return faults


def _fill(draft: Any, attribute: Any, value: dict[str, Any], converter: Converter) -> None:
    """Give *draft* one field, past the locks of a frozen class."""
    name, default = attribute.name, attribute.default
    if name in value:
        object.__setattr__(draft, name, converter.structure(value[name], attribute.type))
    elif not isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        object.__setattr__(draft, name, default)
    elif not default.takes_self:
        object.__setattr__(draft, name, default.factory())


# --- Writing ------------------------------


def _tuple_writer(cl: Any, converter: Converter) -> Write:
    write = converter.get_unstructure_hook(get_args(cl)[0])
    return lambda values: [write(value) for value in values]


def _class_writer(cl: type, converter: Converter) -> Write:
    always: Any = {name: override(omit_if_default=False) for name in ALWAYS.get(cl, ())}
    inner: Write = make_dict_unstructure_fn(cl, converter, _cattrs_omit_if_default=True, **always)
    names = [attribute.name for attribute in attrs.fields(cl) if attribute.name != "kind"]
    tagged = bool(kinds(cl))

    def write(value: Any) -> dict[str, Any]:
        # cattrs writes what is never left out before all other fields; order them anew.
        written = inner(value)
        result = {"kind": str(value.kind)} if tagged else {}
        return result | {name: written[name] for name in names if name in written}

    return write


def _union_writer(converter: Converter, classes: tuple[type, ...]) -> Write:
    def write(value: Any) -> Any:
        if type(value) not in classes:
            name = type(value).__name__
            raise EncodeError(f"the format knows no class {name}: {getattr(value, 'id', None)!r}")
        return converter.unstructure(value, type(value))

    return write
