"""pandas, DuckDB and polars read the CSV tables as they were written."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from formats.exports import FED
from formats.parsed import EVERY_REPORT, parsed
from formats.report import REPORT
from malicoup.formats import csv as csv_format
from malicoup.formats._tables import TABLES, article_keys, tables
from malicoup.model import Article

pandas = pytest.importorskip("pandas")

SETTINGS = settings(
    max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


def expected(article: Article, name: str) -> list[list[str]]:
    rows = tables(article_keys([article]))[name]
    return [[csv_format._cell(value) for value in row.values()] for row in rows]


def read(data: bytes) -> list[list[str]]:
    frame = pandas.read_csv(
        io.BytesIO(data), dtype=str, keep_default_na=False, encoding="utf-8-sig"
    )
    return frame.values.tolist()


@pytest.mark.parametrize("bom", [False, True])
@pytest.mark.parametrize("name", TABLES)
def test_pandas_reads_every_cell(name: str, bom: bool) -> None:
    data = csv_format.dumps(REPORT, bom=bom).files[f"{name}.csv"]
    assert list(pandas.read_csv(io.BytesIO(data), encoding="utf-8-sig").columns) == list(
        TABLES[name]
    )
    assert read(data) == expected(REPORT, name)


def test_pandas_reads_the_text_as_it_was() -> None:
    ((*_, text, digest),) = read(csv_format.dumps(REPORT).files["articles.csv"])
    assert (text, digest) == (REPORT.text, REPORT.text_sha256)


@EVERY_REPORT
def test_pandas_reads_every_cell_of_the_seed_and_the_sample_reports(report: str) -> None:
    for name in TABLES:
        data = csv_format.dumps(parsed(report)).files[f"{name}.csv"]
        assert read(data) == expected(parsed(report), name)


@pytest.mark.property
@SETTINGS
@given(FED)
def test_pandas_reads_every_cell_of_any_article(article: Article) -> None:
    for name in TABLES:
        data = csv_format.dumps(article).files[f"{name}.csv"]
        assert read(data) == expected(article, name)


def test_pandas_refuses_a_row_with_a_cell_too_many() -> None:
    data = csv_format.dumps(REPORT).files["quotes.csv"]
    head, first, rest = data.split(b"\r\n", 2)
    with pytest.raises(pandas.errors.ParserError):
        read(b"\r\n".join([head, first, b"x," + rest]))


def test_a_cell_without_its_marks_is_seen() -> None:
    """A line end in a cell counts only because the cell stands in marks."""
    data = csv_format.dumps(REPORT).files["claims.csv"]
    assert b'"' in data
    assert read(data.replace(b'"', b"")) != expected(REPORT, "claims")


def test_a_table_in_another_encoding_is_refused() -> None:
    data = csv_format.dumps(REPORT).files["quotes.csv"].decode().encode("cp1256", "replace")
    with pytest.raises(UnicodeDecodeError):
        read(data)


@pytest.mark.parametrize("name", ["mentions", "quotes", "claims", "arms_deals", "events"])
def test_duckdb_and_polars_read_every_cell(name: str, tmp_path: Path) -> None:
    duckdb, polars = pytest.importorskip("duckdb"), pytest.importorskip("polars")
    path = tmp_path / f"{name}.csv"
    path.write_bytes(csv_format.dumps(REPORT).files[path.name])
    options = "all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"'"
    query = f"SELECT * FROM read_csv('{path}', {options})"
    rows = duckdb.connect().execute(query).fetchall()
    assert [[cell or "" for cell in row] for row in rows] == expected(REPORT, name)
    frame = polars.read_csv(path, infer_schema=False)
    assert [[cell or "" for cell in row] for row in frame.rows()] == expected(REPORT, name)
