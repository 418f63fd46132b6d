"""spaCy reads the DocBin back, its JSON too, and displaCy draws the data from right to left."""

from __future__ import annotations

import json
import zlib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import malicoup
from formats.exports import FED, loss_lines, stored
from formats.parsed import EVERY_REPORT, parsed
from formats.report import REPORT
from malicoup.errors import EncodeError
from malicoup.formats import spacy_docbin
from malicoup.model import Article

pytest.importorskip("spacy")

import spacy
from spacy import displacy
from spacy.tokens import Doc, DocBin, Span

SETTINGS = settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
VOCAB = spacy.blank("ar").vocab


def read(data: bytes) -> list[Doc]:
    return list(DocBin().from_bytes(data).get_docs(VOCAB))


def groups(doc: Doc) -> dict[str, list[tuple[Any, ...]]]:
    return {
        name: sorted((s.start_char, s.end_char, s.label_, s.id_, s.text) for s in found)
        for name, found in doc.spans.items()
    }


def wanted(article: Article) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = {name: [] for name in spacy_docbin._GROUPS}
    for group, span, label, ref in spacy_docbin._marks(article):
        if len(span):
            found[group].append((span.start, span.end, label, ref, article.slice(span)))
    return {name: sorted(spans) for name, spans in found.items()}


def check(doc: Doc, article: Article) -> None:
    assert doc.text == article.text
    assert groups(doc) == wanted(article)
    assert malicoup.loads(doc.user_data["malicoup"]) == article


def check_ents(doc: Doc, article: Article) -> None:
    """No mention is missing but for one that shares a word with an entity."""
    kept = {(e.start_char, e.end_char, e.label_, e.kb_id_) for e in doc.ents}
    for start, end, label, ref, _ in wanted(article)["mentions"]:
        overlaps = [e for e in kept if e[0] < end and start < e[1]]
        assert (start, end, label, ref) in kept or overlaps


@pytest.mark.parametrize("article", [REPORT, Article(text=""), Article(text="  \n ")])
def test_docbin_gives_the_article_back(article: Article) -> None:
    (doc,) = read(spacy_docbin.dumps(article).data)
    check(doc, article)
    check_ents(doc, article)


@EVERY_REPORT
def test_docbin_gives_the_seed_and_the_sample_reports_back(report: str) -> None:
    (doc,) = read(spacy_docbin.dumps(parsed(report)).data)
    check(doc, parsed(report))
    check_ents(doc, parsed(report))


@SETTINGS
@given(article=FED)
def test_docbin_gives_every_article_back(article: Article) -> None:
    (doc,) = read(spacy_docbin.dumps(article).data)
    check(doc, article)
    check_ents(doc, article)


@SETTINGS
@given(article=FED)
def test_json_of_the_doc_gives_every_article_back(article: Article) -> None:
    doc = spacy_docbin.to_doc(article)
    # Spans of spaCy's own JSON have no ids; its user data only comes along when asked for.
    again = Doc(VOCAB).from_json(json.loads(json.dumps(doc.to_json(underscore=[]))))
    assert again.text == article.text
    assert {n: [s[:3] for s in g] for n, g in groups(again).items()} == {
        n: [s[:3] for s in g] for n, g in wanted(article).items()
    }


@SETTINGS
@given(article=FED)
def test_same_input_same_bytes(article: Article) -> None:
    assert spacy_docbin.dumps(article) == spacy_docbin.dumps(article)


def test_several_articles() -> None:
    other = Article(text="خبر قصير")
    first, second = read(spacy_docbin.dump_many([REPORT, other]).data)
    check(first, REPORT)
    check(second, other)


def test_displacy_draws_from_right_to_left() -> None:
    data = spacy_docbin.displacy(REPORT)
    drawn = displacy.render(data["ent"], style="ent", manual=True, page=True, jupyter=False)
    assert "direction: rtl" in drawn
    assert 'lang="ar"' in drawn
    assert drawn.count("<mark") == len(data["ent"]["ents"])
    stacked = displacy.render(data["span"], style="span", manual=True, page=True, jupyter=False)
    assert "direction: rtl" in stacked
    assert "QUOTE_DIRECT" in stacked


@SETTINGS
@given(article=FED)
def test_displacy_says_what_spacy_says(article: Article) -> None:
    data = spacy_docbin.displacy(article)["span"]
    doc = spacy_docbin.to_doc(article)
    assert data["tokens"] == [token.text for token in doc]
    found = sorted((s.start, s.end, s.label_) for group in doc.spans.values() for s in group)
    assert sorted((s["start_token"], s["end_token"], s["label"]) for s in data["spans"]) == found


def test_losses_are_exactly_the_stored_ones() -> None:
    lines = loss_lines(spacy_docbin.dumps(REPORT))
    assert stored("spacy.losses.jsonl", lines) == lines


def test_our_check_sees_a_span_that_moved() -> None:
    (doc,) = read(spacy_docbin.dumps(REPORT).data)
    first = doc.spans["quotes"][0]
    moved = Span(doc, first.start + 1, first.end, label=first.label, span_id=first.id)
    doc.spans["quotes"] = [moved, *list(doc.spans["quotes"])[1:]]
    with pytest.raises(AssertionError):
        check(doc, REPORT)


def test_what_is_broken_is_refused() -> None:
    data = spacy_docbin.dumps(REPORT).data
    with pytest.raises(ValueError, match="E1014"):
        read(data[:-20])
    with pytest.raises(ValueError, match="incomplete"):
        read(zlib.compress(zlib.decompress(data)[:-20]))
    with pytest.raises(EncodeError, match="form is"):
        spacy_docbin.dump_many([REPORT], form="displacy")
    # What we avoid: its own tokenizer has no place for most of our quotes.
    own = spacy.blank("ar")("قال: «هذا أساس».")
    assert own.char_span(6, 14) is None
