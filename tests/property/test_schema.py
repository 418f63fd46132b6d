"""The schema and the reader agree, on good documents and on documents with faults put in."""

from __future__ import annotations

import copy
import json as plain_json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, note
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from jsonschema import Draft202012Validator

from malicoup.errors import DecodeError
from malicoup.formats import json
from malicoup.formats.schema import schema
from malicoup.model import Article
from malicoup.strategies import articles

pytestmark = pytest.mark.property

VALIDATOR = Draft202012Validator(schema())
any_articles = st.one_of(articles(), articles(coherent=False))

#: Values that fit in one place and in no other.
ODD_VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    7,
    1.0,
    2.5,
    10**30,
    "",
    " ",
    "\u00a0",
    "x",
    "a1",
    "5",
    "-2.5",
    "1E+3",
    "NaN",
    "٣",
    "2020",
    "2020-13",
    "2020-02-30",
    "2020-01-01",
    "2020/2010",
    "[2001..2003]",
    "XXXX-01",
    "P1D",
    "P",
    "14:30",
    "24:00",
    "ML",
    "QQ",
    "USD",
    "coup",
    "person",
    "media",
    "direct",
    "name",
    "dropped",
    "manual",
    "Not A Code",
    "0" * 64,
    [],
    [None],
    ["x"],
    [[]],
    {},
    {"start": 0, "end": 1},
    {"start": 3, "end": 1},
    {"kind": "coup", "id": "e9"},
    {"kind": "country", "id": "a9", "name": "x"},
)
KEYS = [*sorted({key for d in schema()["$defs"].values() for key in d.get("properties", ())}), "x"]

#: What no schema can say, so that the reader alone refuses it.
UNSAYABLE = re.compile(
    r"must be >= (?:start|first|minimum) "
    r"|must hold at least one character"
    r"|must be empty for a dropped mention"
    r"|must be EDTF text"
    r"|must be a finite Decimal >= 0"
    r"|is no day of the calendar"
    r"|must be a whole number, not the number \d+\.0 "  # 1.0 is an integer to a schema
    r"|is not the fingerprint of the text"
)


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every container with each of its keys or indices."""
    children = node.items() if isinstance(node, dict) else enumerate(node)
    for key, child in children:
        yield node, key
        if isinstance(child, dict | list):
            yield from places(child)


@st.composite
def mutated_documents(draw: DrawFn) -> Any:
    """Documents of articles in which one to three things were dropped, added or altered."""
    document = plain_json.loads(json.dumps(draw(any_articles)))
    for _ in range(draw(st.integers(1, 3))):
        found = list(places(document))
        node, key = found[draw(st.integers(0, len(found) - 1))]
        match draw(st.sampled_from(["alter", "alter", "drop", "add", "swap"])):
            case "alter":
                node[key] = draw(st.sampled_from(ODD_VALUES))
            case "drop":
                del node[key]
            case "add" if isinstance(node, dict):
                node[draw(st.sampled_from(KEYS))] = draw(st.sampled_from(ODD_VALUES))
            case "add":
                node.append(draw(st.sampled_from(ODD_VALUES)))
            case _:  # put in what stands elsewhere
                other, place = found[draw(st.integers(0, len(found) - 1))]
                node[key] = copy.deepcopy(other[place])
        if not document:
            break
    return document


@given(any_articles)
def test_what_is_written_fits_the_schema(article: Article) -> None:
    document = plain_json.loads(json.dumps(article))
    assert [error.message for error in VALIDATOR.iter_errors(document)] == []


@given(mutated_documents())
def test_the_reader_refuses_what_the_schema_refuses_and_little_more(document: Any) -> None:
    note(plain_json.dumps(document, ensure_ascii=False))
    fits = VALIDATOR.is_valid(document)
    try:
        article = json.loads(plain_json.dumps(document))
    except DecodeError as error:
        unexplained = [fault for fault in error.faults if not UNSAYABLE.search(fault)]
    else:
        assert fits
        assert json.loads(json.dumps(article)) == article
        return
    assert not fits or unexplained == []
