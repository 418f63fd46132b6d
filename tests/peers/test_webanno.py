"""PyLD and rdflib understand the annotations; Recogito finds their words in a page.

Recogito runs where ``MALICOUP_NODE_MODULES`` names a folder that holds it
(@recogito/text-annotator 4.1.1, jsdom 24).
"""

from __future__ import annotations

import copy
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from formats.exports import FED
from formats.parsed import EVERY_REPORT, parsed
from formats.report import REPORT, TEXT
from malicoup.formats import hypothesis as hypothesis_format
from malicoup.formats import webanno
from malicoup.model import Article

pyld = pytest.importorskip("pyld.jsonld")
rdflib = pytest.importorskip("rdflib")

BASE = "https://example.org/x"
NODE_MODULES = os.environ.get("MALICOUP_NODE_MODULES")
needs_node = pytest.mark.skipif(NODE_MODULES is None, reason="MALICOUP_NODE_MODULES is not set")
SETTINGS = settings(
    max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


def page(article: Article, **options: Any) -> dict[str, Any]:
    return json.loads(webanno.dumps(article, **{"base": BASE, **options}).data)


def offline(url: str, options: Any = None) -> dict[str, Any]:
    assert url == webanno.CONTEXT_URL
    kind = "application/ld+json"
    return {
        "contentType": kind,
        "contextUrl": None,
        "documentUrl": url,
        "document": webanno.context(),
    }


def there_and_back(document: dict[str, Any]) -> dict[str, Any]:
    options = {"documentLoader": offline}
    expanded = pyld.expand(document, options)
    return pyld.compact(expanded, webanno.CONTEXT_URL, options)


def graph(document: dict[str, Any]) -> Any:
    options = {"documentLoader": offline, "format": "application/n-quads", "algorithm": "URDNA2015"}
    return rdflib.Graph().parse(data=pyld.normalize(document, options), format="nt")


QUERY = """
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?a ?start ?end ?exact WHERE {
  ?a a oa:Annotation ; oa:hasTarget ?t .
  ?t oa:hasSelector [ oa:start ?start ; oa:end ?end ] , [ oa:exact ?exact ] .
}
"""


def test_expansion_and_compaction_give_the_same_document() -> None:
    document = page(REPORT, created="2026-11-24T12:00:00Z")
    assert there_and_back(document) == document


@EVERY_REPORT
def test_the_seed_and_the_sample_reports_expand_and_compact_to_themselves(report: str) -> None:
    document = page(parsed(report))
    assert there_and_back(document) == document


@pytest.mark.property
@SETTINGS
@given(FED)
def test_any_article_expands_and_compacts_to_itself(article: Article) -> None:
    document = page(article)
    back = there_and_back(document)
    if len(document["items"]) == 0:
        document.pop("items"), back.pop("items", None)
    assert back == document


@pytest.mark.parametrize("path", [("items", 0, "motivations"), ("items", 0, "target", "sources")])
def test_a_misspelt_key_does_not_come_back(path: tuple[Any, ...]) -> None:
    broken = copy.deepcopy(page(REPORT))
    place: Any = broken
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = "x"
    assert there_and_back(broken) != broken


def test_a_query_finds_the_words_at_their_places() -> None:
    rows = list(graph(page(REPORT)).query(QUERY))
    with_words = [m for m in REPORT.mentions if len(m.span)]
    assert len(rows) == len(with_words) + len(REPORT.quotes) + len(REPORT.claims)
    for row in rows:
        assert TEXT[int(row.start) : int(row.end)] == str(row.exact)
    broken = page(REPORT)
    broken["items"][3]["target"]["selector"][0]["end"] += 1
    found = [TEXT[int(r.start) : int(r.end)] == str(r.exact) for r in graph(broken).query(QUERY)]
    assert found.count(False) == 1


def recogito(text: str, annotations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    script = Path(__file__).with_name("recogito.mjs")
    data = json.dumps({"text": text, "annotations": annotations}).encode()
    command = ["node", str(script), str(Path(NODE_MODULES or "").resolve())]
    run = subprocess.run(command, input=data, capture_output=True, check=True)
    return json.loads(run.stdout)


@needs_node
def test_recogito_finds_the_words_and_writes_the_annotation_back() -> None:
    annotations = page(REPORT, offset_unit="utf16")["items"]
    for given_, result in zip(annotations, recogito(TEXT, annotations), strict=True):
        assert result["found"] == result["exact"]
        again = result["again"]
        bodies = given_["body"] if isinstance(given_["body"], list) else [given_["body"]]
        assert again["id"] == given_["id"]
        assert [body_key(b) for b in again["body"]] == [body_key(b) for b in bodies]
        target = again["target"][0] if isinstance(again["target"], list) else again["target"]
        selectors = {s["type"]: s for s in target["selector"]}
        wanted = {s["type"]: s for s in given_["target"]["selector"]}
        position, quote = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
        assert position == wanted["TextPositionSelector"]
        assert quote["exact"] == wanted["TextQuoteSelector"]["exact"]


def body_key(body: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(body.get(key) for key in ("type", "value", "source", "purpose", "textDirection"))


@needs_node
def test_code_points_land_wrong_in_recogito_after_an_emoji() -> None:
    wrong = [
        result
        for result in recogito(TEXT, page(REPORT, offset_unit="code_point")["items"])
        if result["found"] != result["exact"]
    ]
    emoji = TEXT.index("🚁")
    after = [i for i in page(REPORT)["items"] if i["target"]["selector"][0]["start"] > emoji]
    assert len(wrong) == len(after) > 10


@needs_node
@EVERY_REPORT
def test_recogito_finds_the_words_of_the_seed_and_the_sample_reports(report: str) -> None:
    article = parsed(report)
    for result in recogito(article.text, page(article, offset_unit="utf16")["items"]):
        assert result["found"] == result["exact"]


@needs_node
@pytest.mark.property
@SETTINGS
@given(FED)
def test_recogito_finds_the_words_of_any_article(article: Article) -> None:
    items = page(article, offset_unit="utf16")["items"]
    for result in recogito(article.text, items):
        assert result["found"] == result["exact"]


def of_hypothesis(article: Article) -> list[dict[str, Any]]:
    """The annotations of the Hypothes.is file in the shape that Recogito reads."""
    document = json.loads(hypothesis_format.dumps(article).data)
    return [
        {"id": f"a{i}", "type": "Annotation", "body": [], "target": a["target"][0]}
        for i, a in enumerate(document["annotations"])
    ]


@needs_node
@pytest.mark.parametrize("article", [REPORT, *map(parsed, ("seed", "08_hashtags"))])
def test_recogito_finds_the_words_of_the_hypothesis_file(article: Article) -> None:
    for result in recogito(article.text, of_hypothesis(article)):
        assert result["found"] == result["exact"]


@needs_node
def test_recogito_shows_a_shifted_place_of_the_hypothesis_file() -> None:
    annotations = of_hypothesis(REPORT)
    for selector in annotations[2]["target"]["selector"]:
        if selector["type"] == "TextPositionSelector":
            selector["start"] += 1
    wrong = [r["found"] != r["exact"] for r in recogito(TEXT, annotations)]
    assert [i for i, is_wrong in enumerate(wrong) if is_wrong] == [2]
