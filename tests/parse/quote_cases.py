"""Rows of quote tests: a text in which the reported words stand in [[double brackets]].

The style follows from the row itself: all in marks is direct, partly is mixed, else indirect.
"""

from __future__ import annotations

import pathlib
import re
from typing import NamedTuple

import pytest
from _pytest.mark.structures import ParameterSet

import malicoup

_OPENING = '«“"„”'
_MARKS = '«»“”"„'


class Found(NamedTuple):
    """One statement as rows expect it; fields that a row leaves open are None."""

    words: str
    style: str
    rule: str | None
    speaker: str | None


class Row(NamedTuple):
    """A rule, a marked text, and who speaks (None: nobody; "?": left open)."""

    rule: str
    marked: str
    speaker: str | None = "?"
    style: str | None = None  # where it does not follow from the row


def expected(row: Row) -> tuple[str, list[Found]]:
    """The text without brackets, and the statements that stood in them."""
    text = row.marked.replace("[[", "").replace("]]", "")
    found = []
    for match in re.finditer(r"\[\[(.*?)\]\]", row.marked, re.S):
        words = match.group(1)
        before = row.marked[: match.start()].rstrip()[-1:]
        inside = any(c in _MARKS for c in words)
        direct = before != "" and before in _OPENING and not inside
        style = "direct" if direct else "mixed" if inside else "indirect"
        found.append(Found(words, row.style or style, None, None))
    return text, found


def check(row: Row) -> None:
    """Parse a row and compare words, styles, the rule of the first statement, and the speaker."""
    text, want = expected(row)
    article = malicoup.parse(text)
    got = [Found(article.slice(q.span), q.style, None, None) for q in article.quotes]
    assert got == want, [q.rule for q in article.quotes]
    if not want:
        return
    rules = row.rule.split("|")
    quotes = article.quotes
    assert any(q.rule in rules for q in quotes) or rules == [""], [q.rule for q in quotes]
    if row.speaker != "?":
        names = [article.actor(q.speaker).name if q.speaker else None for q in quotes]
        assert names == [row.speaker] * len(quotes), [q.speaker_rule for q in quotes]


def _gaps() -> frozenset[str]:
    lines = (pathlib.Path(__file__).parent / "quote_gaps.txt").read_text("utf-8").splitlines()
    return frozenset(line.replace("\\n", "\n") for line in lines if not line.startswith("#"))


def rows(*lists: list[Row]) -> list[ParameterSet]:
    """Rows as parameters, named by rule and number; those of quote_gaps.txt must still fail."""
    gap = pytest.mark.xfail(reason="listed in quote_gaps.txt", strict=True)
    known = _gaps()
    return [
        pytest.param(
            row, id=f"{row.rule or 'none'}-{n}", marks=[gap] if row.marked in known else []
        )
        for n, row in enumerate(row for rows in lists for row in rows)
    ]
