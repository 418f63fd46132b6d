"""Citron JSON: spans with their words, sources and coreferences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from formats.exports import FED
from formats.report import REPORT
from malicoup.formats import citron
from malicoup.model import Article, Span


def document(article: Article) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(citron.dumps(article).data)
    return result


def spans(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for item in node:
            yield from spans(item)
    elif isinstance(node, dict) and "start" in node:
        yield node
    elif isinstance(node, dict):
        yield from spans(list(node.values()))


def test_a_quote_has_cue_source_content_and_coreferences() -> None:
    first, second, third, *_ = document(REPORT)["quotes"]
    assert first["id"] == "q0"
    assert [first["cue"]["text"], first["sources"][0]["text"]] == ["قالت", "صحيفة المرفأ"]
    assert [content["text"] for content in second["contents"]] == ["الصفقة قديمة\nولا تمس أحدًا"]
    # The subject of the third is dropped: no source, but the speaker's other words.
    assert third["sources"] == []
    assert [span["text"] for span in third["coreferences"]] == ["العقيد ماتياس أندرسن"]


def test_a_quote_without_the_words_of_a_cue_is_lost() -> None:
    """Citron's parser makes nothing of a cue without characters, and its trainers fail on it."""
    first, second, *others = REPORT.quotes
    assert second.cue is not None
    empty = evolve(second.cue, span=Span(start=second.span.start, end=second.span.start))
    quotes = (evolve(first, cue=None), evolve(second, cue=empty), *others)
    article = evolve(REPORT, quotes=quotes)
    assert [quote["id"] for quote in document(article)["quotes"]] == ["q2", "q3", "q4"]
    found = [loss for loss in citron.dumps(article).losses if loss.reason == citron.NO_CUE]
    assert [loss.path for loss in found] == ["$.quotes[0]", "$.quotes[1]"]


def test_words_for_the_same_actor_make_a_group() -> None:
    groups = document(REPORT)["coreference_groups"]
    texts = [[span["text"] for span in group] for group in groups]
    assert texts == [["الدنمارك"] * 2, ["تشيلي"] * 3, ["كندا"] * 3]


@pytest.mark.property
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(FED)
def test_every_span_holds_its_words(article: Article) -> None:
    for span in spans(document(article)):
        assert article.text[span["start"] : span["end"]] == span["text"]
