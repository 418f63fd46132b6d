"""Blind tables of reported speech: written by the guideline before the parser was run on them.

A row is a text with its statements in [[double brackets]], a tab, and `cue=speaker` for each
statement, joined by ` ; `. A row without a second column is a refusal: nothing may be found.
"""

from __future__ import annotations

import pathlib
from typing import NamedTuple

import pytest
from _pytest.mark.structures import ParameterSet

import malicoup
from malicoup.model import Quote
from parse.quote_cases import Row, expected

HERE = pathlib.Path(__file__).parent
NOBODY, OPEN, DITTO, CUT = "~", "?", "^", "…"


class Case(NamedTuple):
    """A table's row: the marked text, and cue and speaker of each statement in order."""

    table: str
    marked: str
    answers: tuple[tuple[str, str], ...]


def _answers(cell: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for part in cell.split(" ; ") if cell else []:
        cue, speaker = part.split("=")
        found.append((cue, found[-1][1] if speaker == DITTO else speaker))
    return tuple(found)


def _table(path: pathlib.Path) -> list[Case]:
    lines = path.read_text("utf-8").splitlines()
    cells = [line.partition("\t") for line in lines if line and not line.startswith("#")]
    return [Case(path.stem, a.replace("\\n", "\n"), _answers(b)) for a, _, b in cells]


def _gaps() -> frozenset[tuple[str, str]]:
    found = set()
    for path in sorted((HERE / "gaps").glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                found.add((path.stem, line.replace("\\n", "\n")))
    return frozenset(found)


def cases() -> list[Case]:
    """The rows of all tables."""
    return [case for path in sorted(HERE.glob("*.tsv")) for case in _table(path)]


def _params() -> list[ParameterSet]:
    gap = pytest.mark.xfail(reason="listed in gaps/", strict=True)
    known = _gaps()
    return [
        pytest.param(
            case,
            id=f"{case.table}-{n}",
            marks=[gap] if (case.table, case.marked) in known else [],
        )
        for n, case in enumerate(cases())
    ]


def _fits(want: str, got: str | None) -> bool:
    """Whether a name or a cue is one of those that the row allows."""
    if want == OPEN:
        return True
    if want == NOBODY or got is None:
        return want == NOBODY and got is None
    return any(
        got.startswith(form.removesuffix(CUT)) if form.endswith(CUT) else got == form
        for form in want.split("|")
    )


def _cue(article: malicoup.Article, quote: Quote) -> str | None:
    return article.slice(quote.cue.span) if quote.cue else None


def _speaker(article: malicoup.Article, quote: Quote) -> str | None:
    return article.actor(quote.speaker).name if quote.speaker else None


def faults(case: Case) -> list[str]:
    """What the parser reads otherwise than the row: words and style, cue, speaker."""
    text, want = expected(Row("", case.marked))
    article = malicoup.parse(text)
    quotes = article.quotes
    got = [(article.slice(q.span), q.style.value) for q in quotes]
    if got != [(w.words, w.style) for w in want]:
        return [f"words {got}"]
    found = []
    for quote, (cue, speaker) in zip(quotes, case.answers, strict=True):
        if not _fits(cue, _cue(article, quote)):
            found.append(f"cue {_cue(article, quote)}")
        if not _fits(speaker, _speaker(article, quote)):
            found.append(f"speaker {_speaker(article, quote)}")
    return found


def test_rows_answer_every_statement() -> None:
    wrong = [c.marked for c in cases() if c.marked.count("[[") != len(c.answers)]
    assert wrong == []


def test_gaps_are_rows() -> None:
    assert _gaps() <= {(c.table, c.marked) for c in cases()}


@pytest.mark.parametrize("case", _params())
def test_variation(case: Case) -> None:
    assert faults(case) == []
