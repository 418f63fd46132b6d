"""JSON text to plain objects, with everything refused that ``json.loads`` lets through.

Two things can only be seen while reading but are faults of a place in the document, so they
are handed on: an object with a key twice arrives as ``RepeatedKeys``, ``NaN`` and
``Infinity`` as ``Constant``. The hooks refuse both where they meet them.
"""

from __future__ import annotations

import codecs
import json
from typing import Any

from attrs import frozen

from malicoup.errors import DecodeError

#: Longest document read, in bytes of UTF-8, unless the caller says otherwise.
MAX_BYTES = 64 * 2**20
#: Deepest nesting that is still called a document; an article needs ten levels.
MAX_DEPTH = 64

_TOO_DEEP = f"nested more than {MAX_DEPTH} levels deep @ $"


class RepeatedKeys(dict[str, Any]):
    """An object in which keys stand twice; the last value of each was kept."""

    __slots__ = ("repeated",)

    repeated: tuple[str, ...]


@frozen
class Constant:
    """``NaN``, ``Infinity`` or ``-Infinity``, which are no JSON."""

    name: str

    def __str__(self) -> str:
        return f"{self.name}, which is no JSON"


def read_json(data: str | bytes, *, max_bytes: int = MAX_BYTES) -> Any:
    """Read one JSON value.

    Raises:
        DecodeError: If *data* is too long, no UTF-8, begins with a byte order mark, or is no
            JSON.
        TypeError: If *data* is neither text nor bytes.
    """
    text = _decoded(data, max_bytes)
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=Constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise DecodeError([f"no JSON: {error.msg} at {place} @ $"]) from None
    except RecursionError:
        raise DecodeError([_TOO_DEEP]) from None
    except ValueError:  # Python reads no number of more than 4300 digits
        raise DecodeError(["a number has too many digits @ $"]) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) == len(pairs):
        return result
    repeated = RepeatedKeys(result)
    keys = [key for key, _ in pairs]
    repeated.repeated = tuple(key for key in result if keys.count(key) > 1)
    return repeated


def _decoded(data: str | bytes, max_bytes: int) -> str:
    if not isinstance(data, str | bytes | bytearray | memoryview):
        raise TypeError(f"JSON is text or bytes, not {type(data).__name__}")
    if _size(data, max_bytes) > max_bytes:
        raise DecodeError([f"longer than {max_bytes} bytes (max_bytes) @ $"])
    if isinstance(data, str):
        if data.startswith("\ufeff"):
            raise DecodeError(["begins with a byte order mark (U+FEFF); leave it out @ $"])
        return data
    data = bytes(data)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise DecodeError(["is UTF-16 (byte order mark); write UTF-8 without a mark @ $"])
    if data.startswith(codecs.BOM_UTF8):
        raise DecodeError(["begins with a byte order mark (EF BB BF); leave it out @ $"])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = data[error.start]
        fault = f"no UTF-8: byte 0x{byte:02X} at offset {error.start}"
        raise DecodeError([f"{fault} ({error.reason}) @ $"]) from None


def _size(data: str | bytes | bytearray | memoryview, limit: int) -> int:
    """Bytes of *data* in UTF-8; counted only where it can matter."""
    if isinstance(data, memoryview):
        return data.nbytes
    if isinstance(data, str) and len(data) <= limit < 4 * len(data):
        return len(data.encode("utf-8", "surrogatepass"))
    return len(data)


def is_too_deep(document: object) -> bool:
    """Whether *document* nests deeper than an article ever does."""
    level = [document]
    for _ in range(MAX_DEPTH):
        level = [
            child
            for node in level
            if isinstance(node, dict | list)
            for child in (node.values() if isinstance(node, dict) else node)
        ]
        if not level:
            return False
    return any(isinstance(node, dict | list) for node in level)
