from __future__ import annotations

import json as plain_json
import re
import runpy
import sys
from pathlib import Path

import attrs
import pytest
from jsonschema import Draft202012Validator

from formats.golden import ARTICLE
from malicoup import model
from malicoup.formats import json
from malicoup.formats.schema import (
    CONSTRAINTS,
    schema,
    schema_text,
    shipped_schema_text,
    validators,
)
from malicoup.model import vocab

CLASSES = sorted(
    (cl for cl in vars(model).values() if isinstance(cl, type) and attrs.has(cl)),
    key=lambda cl: cl.__name__,
)
ABSTRACT = {model.Actor, model.Event, model.Measure, model.Record}
SCRIPT = Path(__file__).parents[2] / "scripts" / "build_schema.py"


def test_the_shipped_schema_is_the_one_the_classes_give() -> None:
    assert shipped_schema_text() == schema_text()
    assert plain_json.loads(shipped_schema_text()) == schema()


def test_the_script_finds_the_shipped_schema_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert runpy.run_path(str(SCRIPT))["main"](["--check"]) == 0
    assert capsys.readouterr().out == "malicoup-1.0.schema.json is up to date\n"


def test_the_script_tells_an_old_schema_and_rewrites_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main = runpy.run_path(str(SCRIPT))["main"]
    main.__globals__["TARGET"] = tmp_path / "x.schema.json"
    assert main(["--check"]) == 1
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert (tmp_path / "x.schema.json").read_text("utf-8") == schema_text()
    assert "out of date" in capsys.readouterr().out


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_every_reference_in_the_schema_resolves() -> None:
    names = set(re.findall(r'"#/\$defs/(\w+)"', schema_text()))
    assert names == set(schema()["$defs"])


@pytest.mark.parametrize("cl", [cl for cl in CLASSES if cl not in ABSTRACT])
def test_every_class_is_described_with_all_its_fields(cl: type) -> None:
    definition = schema()["$defs"][cl.__name__]
    fields = [attribute.name for attribute in attrs.fields(cl)]
    assert [name for name in definition["properties"] if name in fields] == (
        fields if "kind" not in fields else ["kind", *(f for f in fields if f != "kind")]
    )
    assert definition["additionalProperties"] is False


def test_every_vocabulary_is_described_with_all_its_codes() -> None:
    definitions = schema()["$defs"]
    for name, cl in vars(vocab).items():
        if name in definitions:
            assert definitions[name]["enum"] == [str(code) for code in cl]


def test_every_constraint_belongs_to_a_validator_in_use() -> None:
    used = {
        name
        for cl in CLASSES
        for attribute in attrs.fields(cl)
        for name, _ in validators(attribute.validator)
    }
    assert used | {"_current"} == set(CONSTRAINTS)


def test_the_blanks_of_the_schema_are_those_of_python() -> None:
    visible = re.compile(CONSTRAINTS["filled"]["pattern"])
    wrong = [
        c for c in map(chr, range(sys.maxunicode + 1)) if bool(visible.search(c)) != bool(c.strip())
    ]
    assert wrong == []


def test_the_golden_article_fits_the_schema() -> None:
    document = plain_json.loads(json.dumps(ARTICLE))
    assert list(Draft202012Validator(schema()).iter_errors(document)) == []
