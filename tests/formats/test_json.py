from __future__ import annotations

import decimal
import json as plain_json
import os
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from cattrs import Converter

from formats.golden import ARTICLE
from malicoup import model
from malicoup.errors import EncodeError
from malicoup.formats import json
from malicoup.model import AnyEvent, Article, Coup, Event, Organization, Person, Quantity, Span

GOLDEN = Path(__file__).parents[1] / "golden" / "article-1.0.json"


def test_the_golden_file_is_what_is_written_today() -> None:
    text = json.dumps(ARTICLE, indent=1) + "\n"
    if os.environ.get("MALICOUP_REBUILD_GOLDEN"):
        GOLDEN.write_text(text, "utf-8", newline="\n")
    assert GOLDEN.read_text("utf-8") == text


def test_the_golden_file_of_format_1_0_is_read() -> None:
    assert json.loads(GOLDEN.read_bytes()) == ARTICLE


def test_the_golden_article_holds_every_class_of_the_model() -> None:
    seen: set[type] = set()

    def walk(node: object) -> None:
        if isinstance(node, tuple):
            for item in node:
                walk(item)
        elif attrs.has(type(node)):
            seen.add(type(node))
            for attribute in attrs.fields(type(node)):
                walk(getattr(node, attribute.name))

    walk(ARTICLE)
    classes = {cl for cl in vars(model).values() if isinstance(cl, type) and attrs.has(cl)}
    assert classes - seen == {model.Actor, model.Record, model.Event, model.Measure}


def test_a_bare_article_is_three_keys() -> None:
    text = json.dumps(Article(text=""))
    digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert text == f'{{"malicoup":"1.0","article":{{"text":"","text_sha256":"{digest}"}}}}'


def test_text_is_read_from_bytes_and_from_str() -> None:
    text = json.dumps(ARTICLE)
    assert json.loads(text) == json.loads(text.encode()) == ARTICLE


def test_indentation_changes_nothing_but_white_space() -> None:
    assert plain_json.loads(json.dumps(ARTICLE, indent=2)) == plain_json.loads(json.dumps(ARTICLE))


def test_keys_stand_in_the_order_of_the_fields() -> None:
    written = list(plain_json.loads(json.dumps(ARTICLE))["article"])
    fields = [attribute.name for attribute in attrs.fields(Article)]
    assert written == [name for name in fields if name in written]


def test_the_kind_comes_first_and_is_never_left_out() -> None:
    article = Article(text="", actors=(Organization(id="a", name="x"),), events=(Coup(id="e"),))
    document = plain_json.loads(json.dumps(article))["article"]
    assert document["actors"] == [{"kind": "organization", "id": "a", "name": "x"}]
    assert document["events"] == [{"kind": "coup", "id": "e"}]


def test_arabic_is_written_as_it_is() -> None:
    assert "\\u" not in json.dumps(ARTICLE)


@pytest.mark.parametrize("number", ["3.50", "1E+40", "-0", "0E-8", "12500000.00"])
def test_a_decimal_keeps_its_spelling(number: str) -> None:
    quantity = Quantity(span=Span(start=0, end=0), minimum=Decimal(number))
    loaded = json.loads(json.dumps(Article(text="", quantities=(quantity,))))
    assert str(loaded.quantities[0].minimum) == number


def test_the_bytes_do_not_hang_on_the_decimal_context() -> None:
    quantity = Quantity(span=Span(start=0, end=0), minimum=Decimal("1E+40"))
    article = Article(text="", quantities=(quantity,))
    with decimal.localcontext(decimal.Context(capitals=0, prec=1)):
        text = json.dumps(article)
        assert json.loads(text) == article
    assert text == json.dumps(article)


def test_a_lone_surrogate_is_refused_with_its_path() -> None:
    person = Person(id="a", name="x", roles=("ok", "b\udc00"))
    with pytest.raises(EncodeError) as caught:
        json.dumps(Article(text="\ud83d", actors=(person,)))
    assert str(caught.value).splitlines() == [
        "holds a lone surrogate, U+D83D, at character 0 @ $.article.text",
        "holds a lone surrogate, U+DC00, at character 1 @ $.article.actors[0].roles[1]",
    ]


def test_two_halves_that_are_two_characters_are_refused_too() -> None:
    with pytest.raises(EncodeError, match=r"U\+D83D, at character 0 @ \$\.article\.text"):
        json.dumps(Article(text="\ud83d\ude00"))


@pytest.mark.parametrize("value", [None, "text", {"text": ""}, Span(start=0, end=1)])
def test_only_articles_are_written(value: object) -> None:
    with pytest.raises(EncodeError, match="only an Article can be written"):
        json.dumps(value)  # type: ignore[arg-type]


@attrs.define(frozen=True, kw_only=True)
class Strike(Event):
    kind = "strike"


def test_an_event_of_a_class_the_format_does_not_know_is_refused() -> None:
    with pytest.raises(EncodeError, match="knows no class Strike: 'e1'"):
        json.dumps(Article(text="", events=(Strike(id="e1"),)))  # type: ignore[arg-type]


def test_a_number_too_long_for_python_is_refused() -> None:
    article = Article(text="", title=Span(start=0, end=10**5000))
    with pytest.raises(EncodeError, match="digits"):
        json.dumps(article)


def test_a_converter_can_be_added_to() -> None:
    converter = Converter()
    json.configure_converter(converter)
    claim = ARTICLE.claims[1]
    document = converter.unstructure(claim)
    assert document["holders"] == ["a4", None]
    assert converter.structure(document, type(claim)) == claim


def test_a_converter_reads_and_writes_parts_of_the_model() -> None:
    converter = json.make_converter()
    documents = converter.unstructure(ARTICLE.events, tuple[AnyEvent, ...])
    assert documents[1]["kind"] == "coup"
    assert converter.structure(documents, tuple[AnyEvent, ...]) == ARTICLE.events


def test_a_class_with_a_kind_refuses_another_kind() -> None:
    converter = json.make_converter()
    with pytest.raises(Exception, match="While reading Coup") as caught:
        converter.structure({"kind": "embargo", "id": "e"}, Coup)
    assert str(caught.value.exceptions[0]) == "must be coup, not the text 'embargo'"  # type: ignore[attr-defined]


def test_a_converter_that_stops_at_the_first_fault_is_refused() -> None:
    with pytest.raises(ValueError, match="all faults at once"):
        json.configure_converter(Converter(detailed_validation=False))
