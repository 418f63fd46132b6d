"""Options of the exporters: a wrong value is refused, and never gives another file."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from formats.report import REPORT
from malicoup.errors import EncodeError
from malicoup.formats import registry
from malicoup.model import text_sha256

LONGER = f"{REPORT.text}\n"
OTHER = evolve(REPORT, text=LONGER, text_sha256=text_sha256(LONGER), url="https://example.org/18")


@pytest.mark.parametrize(
    ("name", "options", "fault"),
    [
        ("ftm", {"dataset": "a b"}, "dataset holds letters, digits"),
        ("ftm", {"dataset": ""}, "dataset holds letters, digits"),
        ("jsonld", {"profile": "loud"}, "profile is web or rich, not 'loud'"),
        ("jsonld", {"inline_context": "maybe"}, "inline_context is true or false, not 'maybe'"),
        ("jsonld", {"indent": "x"}, "indent is a number of spaces, 0 to 16, not 'x'"),
        ("jsonld", {"indent": -3}, "indent is a number of spaces, 0 to 16, not -3"),
        ("jsonld", {"base": "foo"}, "no absolute address"),
        ("jsonld", {"base": 5}, "no absolute address"),
        ("webanno", {"offset_unit": "bytes"}, "offset_unit is code_point or utf16, not 'bytes'"),
        ("webanno", {"created": 2031}, "no moment with a zone"),
        ("webanno", {"indent": 99}, "indent is a number of spaces"),
        ("hypothesis", {"indent": True}, "indent is a number of spaces"),
        ("hypothesis", {"base": "foo"}, "needs an absolute address"),
        ("brat", {"labels": "fr"}, "labels is en or ar, not 'fr'"),
        ("brat", {"name": "../x"}, "name holds letters, digits"),
        ("cas", {"name": ".x"}, "name holds letters, digits"),
        ("cas", {"name": "a/b"}, "name holds letters, digits"),
        ("labelstudio", {"labels": "fr"}, "labels is en or ar, not 'fr'"),
        ("labelstudio", {"result": "done"}, "result is predictions or annotations, not 'done'"),
        ("spacy", {"form": "html"}, "form is docbin or displacy, not 'html'"),
        ("csv", {"bom": "perhaps"}, "bom is true or false, not 'perhaps'"),
        ("plover", {"event_text": 1}, "event_text is true or false, not 1"),
        ("citron", {"indent": 2.5}, "indent is a number of spaces"),
    ],
)
def test_a_wrong_value_is_refused(name: str, options: dict[str, Any], fault: str) -> None:
    with pytest.raises(EncodeError) as caught:
        registry.get(name).dumps(REPORT, **options)
    assert fault in str(caught.value)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("jsonld", {"profile": "rich", "inline_context": True, "indent": 1}),
        ("jsonld", {"base": "urn:x:1"}),
        ("webanno", {"offset_unit": "utf16", "base": "urn:x:1", "indent": 1}),
        ("hypothesis", {"base": "urn:x:1", "indent": 1}),
        ("citron", {"indent": 1}),
        ("plover", {"event_text": False}),
        ("brat", {"labels": "ar"}),
        ("csv", {"bom": True}),
        ("ftm", {"dataset": "desk"}),
    ],
)
def test_options_hold_for_several_articles_too(name: str, options: dict[str, Any]) -> None:
    module = registry.get(name)
    assert module.dump_many([REPORT, OTHER], **options) != module.dump_many([REPORT, OTHER])


@pytest.mark.parametrize("name", ["webanno", "hypothesis", "jsonld"])
def test_a_base_for_several_articles_is_numbered(name: str) -> None:
    export = registry.get(name).dump_many([REPORT, OTHER], base="https://example.org/x/")
    text = b"".join(export.files.values()).decode()
    assert "https://example.org/x/0" in text
    assert "https://example.org/x/1" in text
