"""What holds for the native format whatever the article."""

from __future__ import annotations

import json as plain_json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malicoup.errors import DecodeError, EncodeError
from malicoup.formats import json, jsonl
from malicoup.model import Article
from malicoup.strategies import articles

pytestmark = pytest.mark.property

any_articles = st.one_of(articles(), articles(coherent=False))


@given(any_articles)
def test_what_is_written_is_read_back_to_the_last_digit(article: Article) -> None:
    loaded = json.loads(json.dumps(article))
    assert loaded == article
    assert repr(loaded) == repr(article)  # Decimals compare equal however they are spelt


@given(any_articles)
def test_reading_and_writing_changes_no_byte(article: Article) -> None:
    text = json.dumps(article)
    assert json.dumps(json.loads(text)) == text
    assert json.dumps(json.loads(json.dumps(article, indent=2))) == text


@given(any_articles)
def test_the_order_of_keys_is_of_no_import_when_reading(article: Article) -> None:
    document = plain_json.loads(json.dumps(article), object_pairs_hook=lambda p: dict(p[::-1]))
    assert json.loads(plain_json.dumps(document)) == article


@given(any_articles)
def test_other_escapes_of_the_same_text_are_read_alike(article: Article) -> None:
    escaped = plain_json.dumps(plain_json.loads(json.dumps(article)), ensure_ascii=True)
    assert json.loads(escaped) == article


@given(st.lists(any_articles, max_size=2))
def test_lines_are_read_back(several: list[Article]) -> None:
    data = "".join(f"{line}\n" for line in jsonl.dumps(several))
    assert jsonl.loads(data) == jsonl.loads(data.encode()) == tuple(several)


@given(st.text(st.characters(exclude_categories=())))
def test_a_text_is_either_written_and_read_back_or_refused(text: str) -> None:
    try:
        written = json.dumps(Article(text=text))
    except EncodeError:
        assert any(0xD800 <= ord(char) < 0xE000 for char in text)
    else:
        assert json.loads(written.encode()).text == text


@given(st.text() | st.binary())
def test_nonsense_raises_the_documented_error_and_nothing_else(data: str | bytes) -> None:
    with pytest.raises(DecodeError):
        json.loads(data)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(json_values)
def test_any_json_in_the_place_of_an_article_is_refused(value: object) -> None:
    with pytest.raises(DecodeError):
        json.loads(plain_json.dumps({"malicoup": "1.0", "article": value}))
    with pytest.raises(DecodeError):
        json.loads(plain_json.dumps(value))
