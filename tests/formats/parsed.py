"""The seed and the sample reports, as the parser reads them: real articles for every format."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

import malicoup
from malicoup.model import Article

_ROOT = Path(__file__).resolve().parents[2]
_FILES = {
    "seed": next((_ROOT / "seeds").glob("*.txt")),
    **{path.stem: path for path in sorted((_ROOT / "tests" / "sample").glob("*.txt"))},
}
#: For tests with a parameter ``report``, the name of a report for ``parsed``.
EVERY_REPORT = pytest.mark.parametrize("report", list(_FILES))


@cache
def parsed(report: str) -> Article:
    """The article read from a report; address and day are made up."""
    text = _FILES[report].read_text(encoding="utf-8")
    url = f"https://example.org/{report}"
    return malicoup.parse(text, url=url, published=date(2026, 11, 24))
