"""Reads the word lists: tab-separated UTF-8 files, comments with ``#``, a source in the head."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from malicoup.errors import LexiconError


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of one list, each with the same number of columns; ``-`` stands for "none".

    Args:
        name: File name without ``.tsv``.

    Raises:
        LexiconError: If the list does not exist or a row has another number of columns.
    """
    resource = files("malicoup.lexicon") / "data" / f"{name}.tsv"
    try:
        text = resource.read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError("no such list", file=f"{name}.tsv") from error
    return parse_rows(text, file=f"{name}.tsv")


def parse_rows(text: str, *, file: str) -> tuple[tuple[str, ...], ...]:
    """The rows in the text of a list; *file* is its name in errors.

    Raises:
        LexiconError: If a row has another number of columns than the first one.
    """
    found: list[tuple[str, ...]] = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        row = tuple("" if cell == "-" else cell for cell in line.split("\t"))
        if found and len(row) != len(found[0]):
            raise LexiconError(f"expected {len(found[0])} columns", file=file, entry=line)
        found.append(row)
    return tuple(found)


def cells(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several words, separated by ``|``."""
    return tuple(part for part in cell.split("|") if part)
