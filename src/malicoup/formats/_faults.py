"""Faults of a document: collected from cattrs' tree of errors, ordered, written as text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from malicoup.errors import DecodeError, ModelError

#: Steps from the root to a value: keys of objects and indices of lists.
Path = tuple[str | int, ...]

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LONGEST_MESSAGE = 300


class Fault(NamedTuple):
    """What is wrong, and where."""

    path: Path
    message: str

    def __str__(self) -> str:
        return f"{_shortened(self.message)} @ {show(self.path)}"


class RefusedError(ValueError):
    """A value does not fit the format; *key* is the part of it that is to blame."""

    def __init__(self, message: str, *, key: str | None = None) -> None:
        self.key = key
        super().__init__(message)


def show(path: Path) -> str:
    """Write a path as a JSON path: ``$.article.quotes[3].span.start``."""
    return "$" + "".join(map(_step, path))


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if _PLAIN_KEY.fullmatch(step) else f"[{json.dumps(_shortened(step))}]"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_MESSAGE else f"{text[:_LONGEST_MESSAGE]}…"


def collect(error: BaseException, path: Path = ()) -> Iterator[Fault]:
    """Walk cattrs' tree of errors and yield every leaf with its path."""
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from collect(inner, path + _place(inner))
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield Fault((*path, key), "unknown key")
    elif isinstance(error, KeyError):
        yield Fault(path, "key missing")
    elif isinstance(error, ModelError):
        yield Fault((*path, error.field.rpartition(".")[2]), str(error))
    elif isinstance(error, RefusedError) and error.key is not None:
        yield Fault((*path, error.key), str(error))
    else:
        yield Fault(path, str(error))


def _place(error: BaseException) -> Path:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()


def decode_error(faults: Iterable[Fault], document: object) -> DecodeError:
    """Make the error that lists *faults* in the order of *document*."""
    ordered = sorted(faults, key=lambda fault: _rank(fault.path, document))
    return DecodeError([str(fault) for fault in ordered])


def _rank(path: Path, node: object) -> tuple[int, ...]:
    """Key that sorts paths by their place in the document; a missing key goes first."""
    rank = []
    for step in path:
        if isinstance(node, dict):
            rank.append(list(node).index(step) if step in node else -1)
            node = node.get(step)
        elif isinstance(node, list) and isinstance(step, int):
            rank.append(step)
            node = node[step]
    return tuple(rank)


def describe(value: object) -> str:
    """Name a JSON value for a message, without printing what may be endless."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"the number {value if abs(value) < 10**20 else 'beyond 10**20'}"
        case str():
            return f"the text {_shortened(value)[:60]!r}"
        case list():
            return "a list"
        case dict():
            return "an object"
        case _:
            return str(value)
