"""dkpro-cassis reads the XMI, the JSON and the type system, and writes files that we read."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from formats.exports import FED
from formats.parsed import EVERY_REPORT, parsed
from formats.report import REPORT
from malicoup.errors import DecodeError
from malicoup.formats import cas
from malicoup.formats._export import Export
from malicoup.formats.cas._build import Builder
from malicoup.formats.cas._types import DOCUMENT, ENTITY, LAYERS, LINKS, QUOTE, SENTENCE, TOKEN
from malicoup.model import Article

pytest.importorskip("cassis")

import cassis
from cassis.typesystem import TypeNotFoundError

SETTINGS = settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


def type_system(export: Export) -> Any:
    return cassis.load_typesystem(io.BytesIO(export.files["TypeSystem.xml"]))


def by_xmi(export: Export) -> Any:
    source = io.BytesIO(export.files["article.xmi"])
    return cassis.load_cas_from_xmi(source, typesystem=type_system(export), trusted=True)


def by_json(export: Export) -> Any:
    return cassis.load_cas_from_json(export.files["article.json"].decode())


READERS = pytest.mark.parametrize("reader", [by_xmi, by_json])


def found(document: Any) -> list[tuple[Any, ...]]:
    """Type, place, words, features and links of every annotation of ours."""
    rows = []
    for name, layer in LAYERS.items():
        for fs in document.select(name):
            said = tuple(
                (feature, fs[feature]) for feature in layer.text if fs[feature] is not None
            )
            links = tuple(
                (feature, link.role, link.target.begin, link.target.end, link.target.type.name)
                for feature in layer.links
                for link in (fs[feature].elements if fs[feature] is not None else ())
            )
            rows.append((name, fs.begin, fs.end, fs.get_covered_text(), said, links))
    return sorted(rows)


def wanted(article: Article) -> list[tuple[Any, ...]]:
    graph = Builder(article).graph
    rows = []
    for node in graph.nodes.values():
        if node.type in LAYERS and node.span is not None:
            links = [(name, n) for name, numbers in node.refs.items() for n in numbers]
            ends = []
            for feature in LAYERS[node.type].links:
                for name, number in links:
                    if name == feature:
                        link = graph.nodes[number]
                        end = graph.nodes[link.refs["target"][0]]
                        assert end.span is not None
                        place = end.span.start, end.span.end
                        ends.append((name, link.text["role"], *place, end.type))
            said = tuple((f, node.text[f]) for f in LAYERS[node.type].text if f in node.text)
            words = graph.text[node.span.start : node.span.end]
            rows.append((node.type, node.span.start, node.span.end, words, said, tuple(ends)))
    return sorted(rows)


def check(document: Any, article: Article) -> None:
    assert document.sofa_string == Builder(article).graph.text
    assert found(document) == wanted(article)
    assert document.typecheck() == []
    size = len(article.text)
    for fs in document.select_all_annotations():
        # cassis only warns of places past the end.
        assert 0 <= fs.begin <= fs.end <= size
        assert fs.begin < fs.end or fs.type.name == DOCUMENT
    (whole,) = document.select(DOCUMENT)
    assert whole.language == article.language


@READERS
def test_cassis_reads_the_report(reader: Any) -> None:
    check(reader(cas.dumps(REPORT)), REPORT)


@READERS
@EVERY_REPORT
def test_cassis_reads_the_seed_and_the_sample_reports(reader: Any, report: str) -> None:
    check(reader(cas.dumps(parsed(report))), parsed(report))


@READERS
@SETTINGS
@given(article=FED)
def test_cassis_reads_every_article(reader: Any, article: Article) -> None:
    check(reader(cas.dumps(article)), article)


@READERS
@SETTINGS
@given(article=FED)
def test_what_cassis_writes_reads_back_unchanged(reader: Any, article: Article) -> None:
    """As if somebody had opened the file and saved it: new numbers, nothing else."""
    document = reader(cas.dumps(article))
    for name, data in (
        ("saved.xmi", document.to_xmi().encode()),
        ("saved.json", document.to_json().encode()),
    ):
        again, report = cas.loads({name: data}, article)
        assert again == article
        assert (report.changes, report.merged, report.remarks) == ((), (), ())


@pytest.mark.filterwarnings("ignore:open_binary is deprecated")
def test_types_agree_with_those_of_dkpro() -> None:
    ours, theirs = type_system(cas.dumps(REPORT)), cassis.load_dkpro_core_typesystem()
    for name in (SENTENCE, TOKEN, ENTITY):
        assert ours.get_type(name).supertype.name == theirs.get_type(name).supertype.name
    for feature in ("value", "identifier"):
        mine, other = (
            ts.get_type(ENTITY).get_feature(feature).rangeType.name for ts in (ours, theirs)
        )
        assert mine == other
    assert {*LAYERS, *LINKS} <= {t.name for t in ours.get_types()}


def test_edits_made_with_cassis() -> None:
    """Move a quote, give it another speaker, delete one, add one: these changes and no others."""
    document = by_xmi(cas.dumps(REPORT))
    quotes = {fs.identifier: fs for fs in document.select(QUOTE)}
    entities = {fs.mention: fs for fs in document.select(ENTITY)}
    quotes["q2"].end -= 1
    quotes["q3"].speaker.elements[0].target = entities["m5"]
    document.remove(quotes["q0"])
    start = REPORT.text.index("وأدانت كندا الهجوم")
    document.add(document.typesystem.get_type(QUOTE)(begin=start, end=start + 18))
    _, report = cas.loads({"article.xmi": document.to_xmi().encode()}, REPORT)
    assert [(c.kind, c.path) for c in report.changes] == [
        ("removed", "$.quotes[0]"),
        ("changed", "$.quotes[1].span"),
        ("changed", "$.quotes[2].speaker"),
        ("changed", "$.quotes[2].mention"),
        ("changed", "$.quotes[2].speaker_confidence"),
        ("changed", "$.quotes[2].speaker_rule"),
        ("added", "$.quotes[4]"),
        ("changed", "$.claims[0].quote"),
        ("changed", "$.claims[2].holders"),
    ]
    assert report.remarks == ("c0 is kept, but its quote q0 is gone",)


def test_what_is_broken_is_refused() -> None:
    export = cas.dumps(REPORT)
    no_types = cassis.TypeSystem()
    with pytest.raises(TypeNotFoundError):
        cassis.load_cas_from_xmi(io.BytesIO(export.files["article.xmi"]), typesystem=no_types)
    late = export.files["article.xmi"].replace(b'end="770" value', b'end="1770" value')
    assert late != export.files["article.xmi"]
    with pytest.raises(DecodeError, match="no place of the text"):
        cas.loads({"a.xmi": late}, REPORT)
    with pytest.raises(DecodeError, match="not the text"):
        cas.loads({"a.xmi": export.files["article.xmi"]}, Article(text="خبر آخر"))
