"""The tables as CSV: what stands in the cells, and that no cell is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from formats.report import REPORT
from malicoup.formats import csv as csv_format
from malicoup.formats._export import Export
from malicoup.formats._tables import TABLES
from malicoup.model import Article, Organization
from malicoup.strategies import articles


def rows(export: Export, name: str) -> list[dict[str, str]]:
    text = export.files[f"{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_table_has_its_file_even_without_rows() -> None:
    files = csv_format.dumps(Article(text="خبر")).files
    assert list(files) == ["articles.csv", *(f"{name}.csv" for name in TABLES)]
    assert all(data.endswith(b"\r\n") for data in files.values())


def test_a_deal_and_its_deliveries() -> None:
    export = csv_format.dumps(REPORT)
    (deal,) = rows(export, "arms_deals")
    assert {k: deal[k] for k in ("ordered_min", "ordered_max", "date", "date_last", "amount")} == {
        "ordered_min": "8",
        "ordered_max": "8",
        "date": "2015",
        "date_last": "2015-12-31",
        "amount": "40000000",
    }
    first, second = rows(export, "deliveries")
    assert (first["quantity_min"], first["quantity_max"]) == ("2", "")
    assert (first["date_first"], first["date_last"]) == ("2017-01-01", "2019-12-31")
    assert (second["deal"], second["number"], second["quantity_min"]) == ("d0", "2", "")


def test_a_chain_of_holders_stays_in_order() -> None:
    claim = rows(csv_format.dumps(REPORT), "claims")[3]
    assert claim["holders"] == "harbour; analysts; ?"
    assert (claim["holder"], claim["holder_names"]) == ("", "صحيفة المرفأ; محللين; ?")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+966", "'+966"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\uff1d1", "'\uff1d1"),
        ("'quoted'", "''quoted'"),
        ("نص", "نص"),
        ("", ""),
    ],
)
def test_formulas_are_disarmed(text: str, safe: str) -> None:
    assert csv_format.disarmed(text) == safe


def test_a_name_that_is_a_formula_is_disarmed_in_its_cell() -> None:
    actor = Organization(id="=x", name='=HYPERLINK("http://example.org")')
    export = csv_format.dumps(evolve(REPORT, actors=(*REPORT.actors, actor)))
    last = rows(export, "actors")[-1]
    assert (last["id"], last["name"]) == ("'=x", "'" + actor.name)


def test_a_byte_order_mark_only_on_request() -> None:
    plain, marked = csv_format.dumps(REPORT), csv_format.dumps(REPORT, bom=True)
    for name, data in plain.files.items():
        assert marked.files[name] == b"\xef\xbb\xbf" + data
        assert not data.startswith(b"\xef\xbb\xbf")


def test_a_text_that_comes_twice_has_two_keys() -> None:
    export = csv_format.dump_many([REPORT, REPORT])
    first, second = (row["article"] for row in rows(export, "articles"))
    assert second == f"{first}-2"
    assert [row["article"] for row in rows(export, "arms_deals")] == [first, second]


@pytest.mark.property
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles())
def test_words_stand_at_their_places_and_no_cell_is_a_formula(article: Article) -> None:
    export = csv_format.dumps(article)
    for name, columns in TABLES.items():
        for row in rows(export, name):
            assert list(row) == list(columns)
            for column, cell in row.items():
                assert columns[column] is not str or not cell or cell[0] not in "=+-@\t\r\n"
            if "words" in row:
                place = slice(int(row["span_start"]), int(row["span_end"]))
                assert csv_format.disarmed(article.text[place]) == row["words"]
