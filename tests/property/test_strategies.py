"""What the published strategies promise."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malicoup import strategies
from malicoup.model import Article, Span, edtf_bounds, is_edtf
from malicoup.strategies import STRATEGIES, articles, register
from malicoup.validate import validate

pytestmark = pytest.mark.property


@given(articles())
def test_a_careful_archivist_finds_nothing_wrong_with_an_article(article: Article) -> None:
    assert str(validate(article)) == "no issues"


@given(articles(max_sentences=2))
def test_an_article_is_as_small_as_asked_for(article: Article) -> None:
    assert len(article.actors) <= 2
    assert len(article.quotes) <= 2
    assert len(article.arms_deals) + len(article.events) + len(article.statistics) <= 2


@given(st.text(min_size=1, max_size=9), st.data())
def test_places_lie_in_the_text_that_is_given(text: str, data: st.DataObject) -> None:
    makers = (strategies.quotes, strategies.claims, strategies.mentions, strategies.quantities)
    found = data.draw(data.draw(st.sampled_from(makers))(text=text))
    assert found.span.end <= len(text)


@given(st.integers(0, 5), st.data())
def test_spans_have_the_size_asked_for(size: int, data: st.DataObject) -> None:
    span = data.draw(strategies.spans("خمسة", min_size=min(size, 4)))
    assert Span(start=0, end=4).contains(span)
    assert len(span) >= min(size, 4)


@given(strategies.edtf(min_year=1990, max_year=2020))
def test_edtf_texts_are_read_and_lie_in_the_years_asked_for(text: str) -> None:
    assert is_edtf(text)
    first, last = edtf_bounds(text)
    assert first is None or first.year >= 1990
    assert last is None or last.year <= 2029  # a decade may reach further


@given(strategies.arabic_text())
def test_arabic_text_can_be_written_as_utf_8(text: str) -> None:
    assert text.encode().decode() == text


@given(strategies.arabic_text(min_size=3, max_size=5))
def test_arabic_text_has_the_size_asked_for(text: str) -> None:
    assert 3 <= len(text) <= 5


@given(strategies.words())
def test_a_word_begins_with_a_letter_and_holds_no_blank(word: str) -> None:
    assert unicodedata.category(word[0]) == "Lo"
    assert word.split() == [word]


@given(st.data())
def test_every_strategy_gives_objects_of_its_class(data: st.DataObject) -> None:
    cl = data.draw(st.sampled_from(sorted(STRATEGIES, key=lambda cl: cl.__name__)))
    assert isinstance(data.draw(STRATEGIES[cl]()), cl)


@given(st.data())
def test_types_are_found_once_registered(data: st.DataObject) -> None:
    register()
    cl = data.draw(st.sampled_from(sorted(STRATEGIES, key=lambda cl: cl.__name__)))
    assert isinstance(data.draw(st.from_type(cl)), cl)
