"""Reads what the command line is given: reports as text or as saved pages, articles as JSON."""

from __future__ import annotations

import codecs
import itertools
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO

import attrs
import click

from malicoup.cli._encoding import encoding_fault
from malicoup.errors import DecodeError
from malicoup.formats import json, jsonl
from malicoup.model import Article
from malicoup.text.html import PlainPage, declared_encoding, is_html, page_text

#: Longest report read unless the user says otherwise; reports have some kilobytes.
MAX_REPORT = 10 * 2**20
STDIN = "-"
_PAGES = frozenset({".htm", ".html", ".xhtml"})
_LINES = frozenset({".jsonl", ".ndjson"})


def file_failure(name: str, problem: str) -> click.ClickException:
    """The error for one file; exit code 1."""
    return click.ClickException(f"{show(name)}: {problem}")


def show(name: str) -> str:
    """A file's name for messages."""
    return "standard input" if name == STDIN else click.format_filename(name)


def read_report(name: str, *, encoding: str | None, max_bytes: int) -> PlainPage:
    """The report in the file *name*, its markup taken off if it is a web page.

    Raises:
        click.ClickException: If there is nothing to read; the message says what to do.
    """
    with opened(name) as file:
        data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise file_failure(
            name, f"longer than {max_bytes:,} bytes; read more with --max-bytes, if it is a report"
        )
    text = _decoded(name, data, encoding)
    if not text.strip():
        raise file_failure(name, "is empty")
    if Path(name).suffix.lower() not in _PAGES and not is_html(text):
        return PlainPage(text=text)
    page = page_text(text)
    if not page.text:
        raise file_failure(name, "is a web page without text")
    return page


def _decoded(name: str, data: bytes, encoding: str | None) -> str:
    declared = None
    if encoding is None and not data.startswith(codecs.BOM_UTF8):
        declared = declared_encoding(data)
    wanted = encoding or declared or "utf-8"
    try:
        text = data.decode(wanted)
    except UnicodeDecodeError as error:
        raise file_failure(name, encoding_fault(data, wanted, error.start)) from None
    except UnicodeError as error:  # an odd encoding whose error names no byte
        raise file_failure(name, f"cannot be read as {wanted}: {error}") from None
    text = text.removeprefix("\ufeff")  # a byte order mark is no part of the text
    if "\0" in text and encoding is None:
        place = data.index(b"\0")
        raise file_failure(name, encoding_fault(data, wanted, place, found="a zero byte"))
    return text


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The file *name*, or standard input, open for bytes; failures are said in plain words."""
    try:
        if name == STDIN:
            if sys.stdin is None:
                raise file_failure(name, "is closed")
            yield sys.stdin.buffer
        else:
            with Path(name).open("rb") as file:
                yield file
    except FileNotFoundError:
        raise file_failure(name, "no such file") from None
    except IsADirectoryError:
        raise file_failure(name, f"is a folder; name its files, such as {name}/*") from None
    except OSError as error:
        raise file_failure(name, error.strerror or str(error)) from None


def with_page(
    page: PlainPage, *, published: date | None, url: str | None, publisher: str | None
) -> PlainPage:
    """*page*, with what the user says in place of what the page says."""
    return attrs.evolve(
        page,
        published=published or page.published,
        url=url or page.url,
        publisher=publisher or page.publisher,
    )


# --- Articles ------------------------------


def read_articles(name: str, *, max_bytes: int = json.MAX_BYTES) -> Iterator[Article]:
    """The articles in a file of JSON or JSON lines, one at a time.

    Raises:
        click.ClickException: If the file cannot be read, or is no article.
    """
    with opened(name) as file:
        first = file.readline(max_bytes + 1)
        second = file.readline(max_bytes + 1)
        if not first:
            raise file_failure(name, "is empty")
        try:
            if _holds_lines(name, first, second):
                lines = itertools.chain([first, second] if second else [first], file)
                yield from jsonl.iter_load((_bare(line) for line in lines), max_bytes=max_bytes)
            else:
                rest = file.read(max_bytes + 1)
                yield json.loads(first + second + rest, max_bytes=max_bytes)
        except DecodeError as error:
            faults = "\n".join(f"  {fault}" for fault in error.faults)
            hint = "" if first.lstrip().startswith(b"{") else "; `malicoup parse` reads reports"
            raise file_failure(name, f"is no article of malicoup{hint}\n{faults}") from None


def read_article(name: str) -> Article:
    """The one article of a file.

    Raises:
        click.ClickException: Also if there are several.
    """
    articles = list(itertools.islice(read_articles(name), 2))
    if len(articles) != 1:
        raise file_failure(name, "holds several articles; one is wanted here")
    return articles[0]


def _holds_lines(name: str, first: bytes, second: bytes) -> bool:
    if Path(name).suffix.lower() in _LINES:
        return True
    # Indented JSON has no line that is a whole object.
    return all(_bare(line).endswith(b"}") and line.startswith(b"{") for line in (first, second))


def _bare(line: bytes) -> bytes:
    return line.removesuffix(b"\n").removesuffix(b"\r")


def refuse_stdin_twice(*names: str) -> None:
    """Refuse to read standard input for two arguments."""
    if names.count(STDIN) > 1:
        raise click.UsageError("standard input (-) can be read only once")


def say(message: str) -> None:
    """A line on standard error; nothing where there is none."""
    if sys.stderr is not None:
        click.echo(message, err=True)


def read_folder(name: str) -> dict[str, bytes]:
    """The files of a folder by their paths within it, or one file by its name."""
    root = Path(name)
    paths = sorted(p for p in root.rglob("*") if p.is_file()) if root.is_dir() else [root]
    files = {}
    for path in paths:
        with opened(str(path)) as file:
            data = file.read(json.MAX_BYTES + 1)
        if len(data) > json.MAX_BYTES:
            raise file_failure(str(path), f"longer than {json.MAX_BYTES:,} bytes")
        inner = path.relative_to(root).as_posix() if root.is_dir() else path.name
        files[inner] = data
    return files
