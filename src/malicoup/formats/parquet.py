"""Arrow and Parquet: articles as they are, nested, and flat tables beside them.

A folder. ``articles.parquet`` has a row per article with every field of the model, so nothing
is lost: ``loads`` gives the same articles back. Actors and events are structs with the fields
of all their classes and ``kind``. Decimals are text there and doubles in the flat tables.
"""

from __future__ import annotations

import io
import math
import types
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
from cattrs import BaseValidationError

from malicoup.errors import DecodeError, EncodeError
from malicoup.formats import _export
from malicoup.formats._export import Export
from malicoup.formats._faults import collect
from malicoup.formats._hooks import event_classes
from malicoup.formats._tables import TABLES, Row, article_keys, tables
from malicoup.formats.json import make_converter
from malicoup.formats.versions import FORMAT_VERSION
from malicoup.model import AnyActor, AnyEvent, Article

__all__ = ["ARTICLES", "EXTRA", "SUFFIX", "TEXT", "arrow_schema", "dump_many", "dumps", "loads"]

EXTRA: str | None = "parquet"
SUFFIX = ""
TEXT = False

ARTICLES = "articles.parquet"
_FLAT: Mapping[type, str] = {
    str: "string",
    int: "int64",
    bool: "bool",
    date: "date32[day]",
    Decimal: "float64",
}


def dumps(article: Article) -> Export:
    """Write one article.

    Raises:
        EncodeError: If a span ends past the text, an id stands twice, a text holds a lone
            surrogate, or an event is of a class that is not malicoup's own.
        MissingExtraError: If pyarrow is not installed.
    """
    return dump_many([article])


def dump_many(articles: Iterable[Article]) -> Export:
    """Write several articles into the same files."""
    keyed = list(article_keys(articles))
    for _, article in keyed:
        _export.check(article)
    rows = [{"article": key} | _full(article) for key, article in keyed]
    files = {ARTICLES: _file(arrow_schema(), rows)}
    for name, flat in tables(keyed).items():
        files[f"{name}.parquet"] = _file(_flat_schema(TABLES[name]), list(map(_flat_row, flat)))
    return Export(files=files)


def loads(files: Mapping[str, bytes]) -> tuple[Article, ...]:
    """Read the articles back from ``articles.parquet``.

    Raises:
        DecodeError: If the file is missing or no Parquet, or a row is no article.
        MissingExtraError: If pyarrow is not installed.
    """
    converter = make_converter()
    articles = []
    for i, row in enumerate(_rows(files)):
        row.pop("article", None)
        try:
            articles.append(converter.structure(_said(row), Article))
        except BaseValidationError as error:
            raise DecodeError([f"row {i}: {fault}" for fault in collect(error)]) from None
    return tuple(articles)


def _rows(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    parquet = _export.need("pyarrow.parquet", package="pyarrow", extra="parquet")
    if ARTICLES not in files:
        raise DecodeError([f"there is no {ARTICLES} @ $"])
    try:
        rows: list[dict[str, Any]] = parquet.read_table(io.BytesIO(files[ARTICLES])).to_pylist()
    except (OSError, ValueError) as error:  # what pyarrow makes of a torn file
        raise DecodeError([f"is no Parquet: {error} @ {ARTICLES}"]) from None
    return rows


def arrow_schema() -> Any:
    """The schema of ``articles.parquet``, made from the classes."""
    pa = _arrow()
    fields = [pa.field("article", pa.string()), *_fields([Article])]
    return pa.schema(fields, metadata={"malicoup": FORMAT_VERSION})


def _arrow() -> Any:
    return _export.need("pyarrow", package="pyarrow", extra="parquet")


def _fields(classes: Iterable[type]) -> list[Any]:
    """Fields of all *classes*, each once, in order."""
    pa = _arrow()
    fields: dict[str, Any] = {}
    for cl in classes:
        hints = get_type_hints(cl)
        if getattr(cl, "kind", None) is not None:
            fields.setdefault("kind", pa.field("kind", pa.string()))
        for attribute in attrs.fields(cl):
            kind = _type(hints[attribute.name])
            known = fields.setdefault(attribute.name, pa.field(attribute.name, kind))
            assert known.type == kind, f"{cl.__name__}.{attribute.name} has two types"
    return list(fields.values())


def _type(hint: Any) -> Any:
    pa = _arrow()
    if hint in (AnyActor, AnyEvent):
        return pa.struct(_fields(event_classes() if hint == AnyEvent else get_args(hint)))
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (arg for arg in get_args(hint) if arg is not type(None))
        return _type(hint)
    if get_origin(hint) is tuple:
        return pa.list_(_type(get_args(hint)[0]))
    if attrs.has(hint):
        return pa.struct(_fields([hint]))
    # Decimals as text: a decimal128 changes their spelling and refuses great exponents.
    return {int: pa.int64(), bool: pa.bool_(), date: pa.date32()}.get(hint, pa.string())


def _full(value: Any) -> Any:
    """*value* as Python data with every field, defaults too."""
    if attrs.has(type(value)):
        known = (*get_args(AnyActor), *event_classes())
        kind = getattr(value, "kind", None)
        if kind is not None and type(value) not in known:
            raise EncodeError(f"the format knows no class {type(value).__name__} @ $")
        tag = {} if kind is None else {"kind": str(kind)}
        return tag | {a.name: _full(getattr(value, a.name)) for a in attrs.fields(type(value))}
    if isinstance(value, tuple):
        return [_full(item) for item in value]
    return str(value).upper() if isinstance(value, Decimal) else _enum(value)


def _enum(value: Any) -> Any:
    return str(value) if isinstance(value, Enum) else value


def _said(value: Any) -> Any:
    """A row as the native format writes it: fields that are null are left out."""
    if isinstance(value, dict):
        return {key: _said(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_said(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _flat_schema(columns: Mapping[str, type]) -> Any:
    pa = _arrow()
    pairs = [(name, pa.type_for_alias(_FLAT[kind])) for name, kind in columns.items()]
    return pa.schema(pairs)


def _flat_row(row: Row) -> Row:
    return {k: _double(v) if isinstance(v, Decimal) else _enum(v) for k, v in row.items()}


def _double(number: Decimal) -> float | None:
    """*number* as a double; None where it is beyond them, rather than infinite."""
    value = float(number)
    return value if math.isfinite(value) else None


def _file(schema: Any, rows: list[Row]) -> bytes:
    pa = _arrow()
    parquet = _export.need("pyarrow.parquet", package="pyarrow", extra="parquet")
    file = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows, schema=schema), file)
    return file.getvalue()
