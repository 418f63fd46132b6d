"""The seed and the sample reports through every format.

Where malicoup reads a format back, the article must come back equal; else the file is taken
apart here and compared with the article, finding by finding. What a file does not hold must
stand in the loss report. Other people's readers get the same reports in ``tests/peers``.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from formats.exports import at_path, json_lines
from formats.parsed import EVERY_REPORT, parsed
from malicoup.errors import MissingExtraError
from malicoup.formats import (
    brat,
    cas,
    jsonl,
    labelstudio,
    parquet,
    plover,
    registry,
    sipri,
    spacy_docbin,
)
from malicoup.formats import json as native
from malicoup.formats._export import Export, plain
from malicoup.formats._tables import TABLES, article_keys, tables
from malicoup.formats.csv import _cell
from malicoup.formats.ftm._entity import entity_id
from malicoup.model import Article, Quote, QuoteStyle, RecordCertainty

Check = Callable[[Article, Export], None]


def lost_paths(export: Export) -> set[str]:
    return {loss.path for loss in export.losses}


def kept(article: Article, export: Export, name: str) -> list[Any]:
    """The findings of a list that the loss report does not give up as a whole."""
    gone = lost_paths(export)
    found = enumerate(getattr(article, name))
    return [item for i, item in found if f"$.{name}[{i}]" not in gone]


# --- Formats that malicoup reads back ------------------------------


def unchanged(module: Any, files: dict[str, bytes], article: Article) -> None:
    again, report = module.loads(files, article)
    assert again == article
    assert (report.changes, report.merged, report.remarks) == ((), (), ())


def check_brat(article: Article, export: Export) -> None:
    unchanged(brat, dict(export.files), article)


def check_cas(article: Article, export: Export) -> None:
    for name in ("article.xmi", "article.json"):
        unchanged(cas, {name: export.files[name]}, article)


def check_labelstudio(article: Article, export: Export) -> None:
    finished = labelstudio.dumps(article, result="annotations").files
    unchanged(labelstudio, {"tasks.json": finished["tasks.json"]}, article)


def check_parquet(article: Article, export: Export) -> None:
    assert parquet.loads(export.files) == (article,)
    assert export.losses == ()


# --- Formats that other programs read ------------------------------


def check_ftm(article: Article, export: Export) -> None:
    ids = {entity["id"] for entity in json_lines(export.files["entities.ftm.json"])}
    kinds = {
        "actors": "actor", "mentions": "mention", "quotes": "quote", "claims": "claim",
        "arms_deals": "deal", "events": "event", "statistics": "statistic",
    }  # fmt: skip
    for name, kind in kinds.items():
        for item in kept(article, export, name):
            assert entity_id(article, kind, item.id) in ids
    rows = csv.DictReader(io.StringIO(export.files["statements.csv"].decode(), newline=""))
    # FollowTheMoney leaves the original value empty where cleaning changes nothing.
    (body,) = (row for row in rows if row["prop"] == "bodyText")
    assert (body["original_value"] or body["value"]) == article.text


def check_jsonld(article: Article, export: Export) -> None:
    nodes = {n["@id"].partition("#")[2]: n for n in json.loads(export.data)["@graph"]}
    assert nodes[""]["articleBody"] == article.text
    for quote in kept(article, export, "quotes"):
        assert quote.style is not QuoteStyle.INDIRECT
        assert nodes[quote.id]["text"] == article.slice(quote.span)
    for claim in kept(article, export, "claims"):
        assert nodes[claim.id]["text"] == article.slice(claim.span)
    for name in ("actors", "arms_deals", "events", "statistics"):
        assert {item.id for item in kept(article, export, name)} <= set(nodes)


def check_webanno(article: Article, export: Export) -> None:
    items = json.loads(export.data)["items"]
    marked = [item for name in SPANS for item in kept(article, export, name)]
    assert [item["id"].partition("#")[2] for item in items] == [one.id for one in marked]
    for item, one in zip(items, marked, strict=True):
        place, words = item["target"]["selector"]
        assert (place["start"], place["end"]) == (one.span.start, one.span.end)
        assert words["exact"] == article.slice(one.span)


SPANS = ("mentions", "quotes", "claims")


def check_hypothesis(article: Article, export: Export) -> None:
    units = article.text.encode("utf-16-le")
    items = json.loads(export.data)["annotations"]
    marked = [item for name in SPANS for item in kept(article, export, name)]
    for item, one in zip(items, marked, strict=True):
        selectors = {s["type"]: s for s in item["target"][0]["selector"]}
        place = selectors["TextPositionSelector"]
        words = units[2 * place["start"] : 2 * place["end"]].decode("utf-16-le")
        assert words == selectors["TextQuoteSelector"]["exact"] == article.slice(one.span)


def check_spacy(article: Article, export: Export) -> None:
    import spacy

    (doc,) = spacy.tokens.DocBin().from_bytes(export.data).get_docs(spacy.blank("ar").vocab)
    assert doc.text == article.text
    assert native.loads(doc.user_data["malicoup"]) == article
    quotes = sorted((quote.span.start, quote.span.end) for quote in article.quotes)
    assert sorted((s.start_char, s.end_char) for s in doc.spans["quotes"]) == quotes


def check_csv(article: Article, export: Export) -> None:
    expected = tables(article_keys([article]))
    for name in TABLES:
        text = export.files[f"{name}.csv"].decode()
        _, *rows = csv.reader(io.StringIO(text, newline=""))
        assert rows == [[_cell(value) for value in row.values()] for row in expected[name]]


def check_plover(article: Article, export: Export) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(plover.schema())
    for record in json_lines(export.data):
        assert not list(validator.iter_errors(record))
        if "text_info" in record:
            place = record["text_info"]
            words = article.text[place["start"] : place["end"]]
            assert record["event_text"] == [words]


def check_sipri(article: Article, export: Export) -> None:
    transfers = sipri.read(export.data)
    deals = kept(article, export, "arms_deals")
    assert len(transfers) == len(deals)
    assert all(deal.certainty is not RecordCertainty.DENIED for deal in deals)
    for transfer, deal in zip(transfers, deals, strict=True):
        assert transfer.designation == (deal.weapon and deal.weapon.designation)


def check_citron(article: Article, export: Export) -> None:
    document = json.loads(export.data)
    assert document["text"] == article.text
    quotes: list[Quote] = kept(article, export, "quotes")
    for found, quote in zip(document["quotes"], quotes, strict=True):
        assert found["id"] == quote.id
        (content,) = found["contents"]
        assert (content["start"], content["end"]) == (quote.span.start, quote.span.end)
        assert quote.cue is not None
        assert found["cue"]["text"] == article.slice(quote.cue.span) != ""


CHECKS: dict[str, Check] = {
    "ftm": check_ftm,
    "jsonld": check_jsonld,
    "webanno": check_webanno,
    "hypothesis": check_hypothesis,
    "brat": check_brat,
    "cas": check_cas,
    "spacy": check_spacy,
    "labelstudio": check_labelstudio,
    "parquet": check_parquet,
    "csv": check_csv,
    "plover": check_plover,
    "sipri": check_sipri,
    "citron": check_citron,
}


def test_no_format_is_left_out() -> None:
    assert list(CHECKS) == list(registry.FORMATS)


@EVERY_REPORT
@pytest.mark.parametrize("name", list(CHECKS))
def test_what_goes_out_is_what_the_report_says(name: str, report: str) -> None:
    article = parsed(report)
    try:
        export = registry.get(name).dumps(article)
    except MissingExtraError as error:
        pytest.skip(str(error))
    CHECKS[name](article, export)
    for loss in export.losses:
        value = at_path(article, loss.path)
        assert isinstance(loss.value, list) or loss.value == plain(value), loss


@EVERY_REPORT
def test_json_and_json_lines_lose_nothing(report: str) -> None:
    article = parsed(report)
    assert native.loads(native.dumps(article)) == article
    assert jsonl.loads("\n".join(jsonl.dumps([article, article]))) == (article, article)


@EVERY_REPORT
def test_data_for_displacy_hold_every_span(report: str) -> None:
    article = parsed(report)
    drawn = spacy_docbin.displacy(article)["span"]
    places = {(span["start"], span["end"]) for span in drawn["spans"]}
    for name in SPANS:
        spans = {(item.span.start, item.span.end) for item in getattr(article, name)}
        assert {(a, b) for a, b in spans if a < b} <= places
