"""pandas reads the register as it reads SIPRI's own files."""

from __future__ import annotations

import io
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from formats.exports import FED
from formats.parsed import EVERY_REPORT, parsed
from formats.report import DEAL, REPORT
from malicoup.errors import DecodeError
from malicoup.formats import sipri
from malicoup.model import Article

pandas = pytest.importorskip("pandas")

SETTINGS = settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


def frame(article: Article, **options: Any) -> Any:
    data = io.BytesIO(sipri.dumps(article).data)
    return pandas.read_csv(data, skiprows=6, **options)


def test_headers_without_names_are_told_apart_as_in_sipri_s_files() -> None:
    columns = list(frame(REPORT).columns)
    assert [name for name in columns if not name.strip(" .12")] == [" ", " .1", " .2"]
    assert [name for name in columns if name.strip(" .12")] == [
        name for name in sipri.COLUMNS if name != " "
    ]


def test_values_and_flags_are_ours() -> None:
    article = evolve(REPORT, arms_deals=(evolve(DEAL, order_date="2015~"),))
    row = frame(article, keep_default_na=False).iloc[0]
    assert (row["Recipient"], row["Supplier"]) == ("Chile", "Denmark")
    assert (row["Year of order"], row[" "]) == (2015, "?")
    assert (row["Number ordered"], row[" .1"]) == (8, "")
    assert (row["Number delivered"], row[" .2"]) == (2, "?")
    assert row["Year(s) of delivery"] == "2017; 2018; 2019; 2020"
    assert [row[name] for name in row.index if "TIV" in name] == ["", "", ""]


@EVERY_REPORT
def test_pandas_and_our_reader_agree_on_the_seed_and_the_sample_reports(report: str) -> None:
    check(parsed(report))


@pytest.mark.property
@SETTINGS
@given(FED)
def test_pandas_and_our_reader_see_the_same(article: Article) -> None:
    check(article)


def check(article: Article) -> None:
    table = frame(article, dtype=str, keep_default_na=False)
    transfers = sipri.read(sipri.dumps(article).data)
    assert len(table) == len(transfers)
    for (_, row), transfer in zip(table.iterrows(), transfers, strict=True):
        assert row["Recipient"].strip().rstrip("*") == transfer.recipient
        assert (row["Weapon designation"].strip() or None) == transfer.designation
        ordered = row["Number ordered"]
        assert (float(ordered) if ordered else None) == transfer.ordered
        assert (row[" .1"] == "?") == transfer.ordered_estimate


def test_a_wrong_count_of_lines_would_be_seen() -> None:
    data = io.BytesIO(sipri.dumps(REPORT).data)
    assert "Recipient" not in pandas.read_csv(data, skiprows=7).columns


def test_a_shifted_column_would_be_seen() -> None:
    data = sipri.dumps(REPORT).data.replace(b"Chile,Denmark", b"Denmark", 1)
    row = pandas.read_csv(io.BytesIO(data), skiprows=6, keep_default_na=False).iloc[0]
    assert (row["Recipient"], row["Supplier"]) != ("Chile", "Denmark")
    with pytest.raises(DecodeError):
        sipri.read(sipri.dumps(REPORT).data.replace(b"Recipient,Supplier", b"To,From"))
