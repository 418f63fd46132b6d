"""JSON lines: one document of the native format a line, for many articles in one file.

Lines end with a line feed and with nothing else: texts may hold U+2028 or U+0085, so a file must
not be cut with ``str.splitlines``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from malicoup.errors import DecodeError
from malicoup.formats import json
from malicoup.formats._strict import MAX_BYTES
from malicoup.formats.json import configure_converter, make_converter
from malicoup.model import Article

__all__ = [
    "TextFile",
    "configure_converter",
    "dump",
    "dumps",
    "iter_load",
    "loads",
    "make_converter",
]


class TextFile(Protocol):
    """What ``dump`` writes to."""

    def write(self, text: str, /) -> object:
        """Take *text*."""


def dumps(articles: Iterable[Article]) -> Iterator[str]:
    """Write each article as one line, without its line end.

    Raises:
        EncodeError: As ``malicoup.formats.json.dumps``, when the article is reached.
    """
    return map(json.dumps, articles)


def dump(articles: Iterable[Article], file: TextFile) -> int:
    """Write articles to a file that is open for text in UTF-8, best without newline translation.

    Returns:
        How many were written.
    """
    count = 0
    for line in dumps(articles):
        file.write(f"{line}\n")
        count += 1
    return count


def iter_load(lines: Iterable[str | bytes], *, max_bytes: int = MAX_BYTES) -> Iterator[Article]:
    """Read article after article from *lines*, such as an open file.

    Args:
        lines: Lines with or without their line ends.
        max_bytes: Refuse a line that is longer.

    Raises:
        DecodeError: At the first line that is no article; every fault names the line. An
            empty line is a fault.
    """
    for number, line in enumerate(lines, start=1):
        try:
            yield _load_line(line, max_bytes)
        except DecodeError as error:
            raise DecodeError(_numbered(error, number)) from None


def loads(data: str | bytes, *, max_bytes: int = MAX_BYTES) -> tuple[Article, ...]:
    """Read all articles of a file.

    Args:
        data: The whole file, as text or as bytes in UTF-8.
        max_bytes: Refuse a line that is longer.

    Raises:
        DecodeError: If any line is no article; ``faults`` lists the faults of all lines.
    """
    articles, faults = [], list[str]()
    for number, line in enumerate(_lines(data), start=1):
        try:
            articles.append(_load_line(line, max_bytes))
        except DecodeError as error:
            faults += _numbered(error, number)
    if faults:
        raise DecodeError(faults)
    return tuple(articles)


def _lines(data: str | bytes) -> Sequence[str | bytes]:
    if isinstance(data, str):
        return data.removesuffix("\n").split("\n") if data else ()
    return data.removesuffix(b"\n").split(b"\n") if data else ()


def _load_line(line: str | bytes, max_bytes: int) -> Article:
    if not line.strip():
        raise DecodeError(["empty line @ $"])
    return json.loads(line, max_bytes=max_bytes)


def _numbered(error: DecodeError, number: int) -> list[str]:
    return [f"line {number}: {fault}" for fault in error.faults]
