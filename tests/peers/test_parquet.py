"""Arrow, DuckDB and polars read the tables as they were written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from formats.exports import FED
from formats.parsed import EVERY_REPORT, parsed
from formats.report import REPORT, TEXT
from malicoup.errors import DecodeError, EncodeError
from malicoup.formats import parquet
from malicoup.formats.json import dumps
from malicoup.model import Article
from malicoup.strategies import articles

arrow = pytest.importorskip("pyarrow")
arrow_parquet = pytest.importorskip("pyarrow.parquet")

SETTINGS = settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
WITH_WORDS = ("mentions", "quotes", "claims")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in parquet.dumps(REPORT).files.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_articles_come_back_byte_for_byte() -> None:
    other = Article(text="خبر")
    export = parquet.dump_many([REPORT, other])
    back = parquet.loads(export.files)
    assert back == (REPORT, other)
    assert [dumps(a) for a in back] == [dumps(REPORT), dumps(other)]
    assert export.losses == ()


@EVERY_REPORT
def test_the_seed_and_the_sample_reports_come_back(report: str) -> None:
    (back,) = parquet.loads(parquet.dumps(parsed(report)).files)
    assert dumps(back) == dumps(parsed(report))


@pytest.mark.property
@SETTINGS
@given(FED)
def test_any_article_comes_back(article: Article) -> None:
    (back,) = parquet.loads(parquet.dumps(article).files)
    assert dumps(back) == dumps(article)


@pytest.mark.property
@SETTINGS
@given(articles(coherent=False))
def test_an_incoherent_article_comes_back_or_is_refused(article: Article) -> None:
    try:
        export = parquet.dumps(article)
    except EncodeError:
        return
    assert parquet.loads(export.files) == (article,)


def test_an_empty_list_keeps_its_type(folder: Path) -> None:
    empty = parquet.dumps(Article(text="خبر")).files[parquet.ARTICLES]
    schema = arrow_parquet.read_schema(arrow.BufferReader(empty))
    assert schema.equals(arrow_parquet.read_schema(folder / parquet.ARTICLES))
    assert "null" not in {str(field.type) for field in schema}


def test_a_changed_text_is_refused(folder: Path) -> None:
    table = arrow_parquet.read_table(folder / parquet.ARTICLES)
    rows = table.to_pylist()
    rows[0]["text"] += "!"
    target = arrow.BufferOutputStream()
    arrow_parquet.write_table(arrow.Table.from_pylist(rows, schema=table.schema), target)
    with pytest.raises(DecodeError, match="row 0: is not the fingerprint"):
        parquet.loads({parquet.ARTICLES: target.getvalue().to_pybytes()})


@pytest.mark.parametrize("cut", [slice(None, -9), slice(9, None), slice(0)])
def test_a_torn_file_is_refused(cut: slice) -> None:
    data = parquet.dumps(REPORT).files[parquet.ARTICLES]
    with pytest.raises((arrow.ArrowInvalid, OSError)):
        arrow_parquet.read_table(arrow.BufferReader(data[cut]))
    with pytest.raises(DecodeError):
        parquet.loads({parquet.ARTICLES: data[cut]})


def test_a_file_of_other_columns_is_refused() -> None:
    with pytest.raises(DecodeError):
        parquet.loads({parquet.ARTICLES: parquet.dumps(REPORT).files["quotes.parquet"]})
    with pytest.raises(DecodeError):
        parquet.loads({})


def places(table: Any) -> list[tuple[int, int, str]]:
    return [(row["span_start"], row["span_end"], row["words"]) for row in table]


@pytest.mark.parametrize("name", WITH_WORDS)
def test_duckdb_cuts_the_words_out_of_the_text(folder: Path, name: str) -> None:
    duckdb = pytest.importorskip("duckdb")
    query = f"""
        SELECT substr(a.text, t.span_start + 1, t.span_end - t.span_start), t.words
        FROM '{folder}/{name}.parquet' t JOIN '{folder}/articles.parquet' a USING (article)
    """
    rows = duckdb.connect().execute(query).fetchall()
    assert len(rows) == len(getattr(REPORT, name))
    assert all(cut == words for cut, words in rows)


def test_duckdb_reads_nested_spans_of_the_articles(folder: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    query = f"""
        SELECT q.id, substr(text, q.span.start + 1, q.span."end" - q.span.start), q.cue.lemma
        FROM (SELECT text, unnest(quotes) AS q FROM '{folder}/articles.parquet')
    """
    rows = duckdb.connect().execute(query).fetchall()
    assert rows == [(q.id, REPORT.slice(q.span), q.cue.lemma) for q in REPORT.quotes if q.cue]


@pytest.mark.parametrize("name", WITH_WORDS)
def test_polars_cuts_the_words_out_of_the_text(folder: Path, name: str) -> None:
    polars = pytest.importorskip("polars")
    table = polars.read_parquet(folder / f"{name}.parquet")
    joined = table.join(polars.read_parquet(folder / parquet.ARTICLES), on="article")
    start, end = polars.col("span_start"), polars.col("span_end")
    cut = joined.select(polars.col("text").str.slice(start, end - start).alias("cut"), "words")
    assert cut.height == len(getattr(REPORT, name))
    assert cut["cut"].to_list() == cut["words"].to_list()


def test_numbers_dates_and_truth_have_types(folder: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    base = duckdb.connect()
    deal = base.execute(
        "SELECT ordered_min, date_first, amount, ordered_approximate "
        f"FROM '{folder}/arms_deals.parquet'"
    ).fetchone()
    assert deal is not None
    assert (deal[0], str(deal[1]), deal[2], deal[3]) == (8.0, "2015-01-01", 4e7, False)
    query = f"SELECT sum(quantity_min), count(*) FROM '{folder}/deliveries.parquet'"
    assert base.execute(query).fetchone() == (2.0, 2)
    kinds = base.execute(f"SELECT kind FROM '{folder}/events.parquet'").fetchall()
    assert [kind for (kind,) in kinds] == [event.kind for event in REPORT.events]


def test_a_shifted_span_would_be_seen(folder: Path) -> None:
    polars = pytest.importorskip("polars")
    quotes = polars.read_parquet(folder / "quotes.parquet")
    shifted = [
        TEXT[s + 1 : e + 1] for s, e in zip(quotes["span_start"], quotes["span_end"], strict=True)
    ]
    assert all(cut != words for cut, words in zip(shifted, quotes["words"], strict=True))


def test_an_event_of_another_package_is_refused() -> None:
    from attrs import define

    from malicoup.model import Event

    @define(frozen=True, kw_only=True)
    class Election(Event):
        kind = "election"

    with pytest.raises(EncodeError, match="Election"):
        parquet.dumps(evolve(REPORT, events=(Election(id="z"),)))
