"""FollowTheMoney's own library reads what the exporter writes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from formats.exports import FED, json_lines
from formats.parsed import EVERY_REPORT, parsed
from formats.report import REPORT
from malicoup.formats import ftm
from malicoup.formats.ftm._entity import type_of
from malicoup.model import Article

pytest.importorskip("followthemoney")

from followthemoney import model
from followthemoney.dataset import Dataset
from followthemoney.exc import InvalidData
from followthemoney.statement.entity import StatementEntity
from followthemoney.statement.serialize import read_csv_statements

SETTINGS = settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


def faults(entities: list[dict[str, Any]]) -> list[str]:
    """Our check: everything that the library would let pass or drop in silence."""
    found = []
    by_id = {entity["id"]: entity for entity in entities}
    for entity in entities:
        schema = model.get(entity["schema"])
        if schema is None:
            found.append(f"no schema {entity['schema']}")
            continue
        needed = {name for ancestor in schema.schemata for name in ancestor.required}
        found += [f"{entity['id']} lacks {n}" for n in needed if n not in entity["properties"]]
        for name, values in entity["properties"].items():
            prop = schema.get(name)
            if prop is None or prop.stub:
                found.append(f"{entity['id']} has no property {name}")
                continue
            if prop.type.name != type_of(entity["schema"], name):
                found.append(f"{name} is a {prop.type.name}")
            for value in values:
                if prop.type.clean(value) != value:
                    found.append(f"{entity['id']}.{name}: {value!r} is not clean")
                if prop.range is not None and not reaches(by_id.get(value), prop.range):
                    found.append(f"{entity['id']}.{name}: {value} is no {prop.range.name}")
    return found


def reaches(target: dict[str, Any] | None, range: Any) -> bool:
    return target is not None and model.get(target["schema"]).is_a(range)


def rebuilt(entity: dict[str, Any]) -> dict[str, Any]:
    """The entity after the library has read and cleaned it."""
    proxy = model.get_proxy(entity, cleaned=False).to_dict()
    return {key: proxy[key] for key in ("id", "schema", "properties")}


def unordered(entities: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        e["id"]: (e["schema"], {p: sorted(vs) for p, vs in e["properties"].items()})
        for e in entities
    }


def entities_of(article: Article) -> list[dict[str, Any]]:
    return json_lines(ftm.dumps(article).files[ftm.ENTITIES])


def test_each_entity_comes_back_as_it_was() -> None:
    entities = entities_of(REPORT)
    assert faults(entities) == []
    assert unordered([rebuilt(entity) for entity in entities]) == unordered(entities)


@EVERY_REPORT
def test_entities_of_the_seed_and_the_sample_reports_come_back(report: str) -> None:
    entities = entities_of(parsed(report))
    assert faults(entities) == []
    assert unordered([rebuilt(entity) for entity in entities]) == unordered(entities)


@pytest.mark.property
@SETTINGS
@given(FED)
def test_entities_of_any_article_come_back_as_they_were(article: Article) -> None:
    entities = entities_of(article)
    assert faults(entities) == []
    assert unordered([rebuilt(entity) for entity in entities]) == unordered(entities)


def test_the_program_reads_and_writes_the_same(tmp_path: Path) -> None:
    source, target = tmp_path / "in.json", tmp_path / "out.json"
    source.write_bytes(ftm.dumps(REPORT).files[ftm.ENTITIES])
    run = [sys.executable, "-m", "followthemoney.cli.cli"]
    program = Path(sys.executable).with_name("ftm")
    if program.exists():
        run = [str(program)]
    subprocess.run([*run, "validate", "-i", str(source), "-o", str(target)], check=True)
    read = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert unordered(read) == unordered(entities_of(REPORT))


def test_statements_add_up_to_the_entities() -> None:
    export = ftm.dumps(REPORT, dataset="desk")
    statements = list(read_csv_statements(io.BytesIO(export.files[ftm.STATEMENTS])))
    assert [s.id for s in statements] == [s.generate_key() for s in statements]
    assert {(s.dataset, s.external) for s in statements} == {("desk", False)}
    dataset = Dataset.make({"name": "desk", "title": "desk"})
    by_entity: dict[str, list[Any]] = {}
    for statement in statements:
        by_entity.setdefault(statement.entity_id, []).append(statement)
    read = [
        StatementEntity.from_statements(dataset, group).to_dict() for group in by_entity.values()
    ]
    assert unordered(read) == unordered(json_lines(export.files[ftm.ENTITIES]))


def test_statements_keep_language_and_words_as_given() -> None:
    rows = list(read_csv_statements(io.BytesIO(ftm.dumps(REPORT).files[ftm.STATEMENTS])))
    body = next(s for s in rows if s.prop == "bodyText")
    assert (body.lang, body.original_value) == ("ara", REPORT.text)
    assert {s.lang for s in rows if s.prop in ("date", "proof", "country", "language")} == {None}
    entity = model.make_entity("Article")
    assert entity.schema.get("bodyText").type.clean(REPORT.text) == body.value


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"properties": {"name": ["x"], "gender": ["neither"]}}, "is not clean"),
        ({"properties": {"name": ["x"], "birthDate": ["2017/2019"]}}, "is not clean"),
        ({"properties": {"gender": ["male"]}}, "lacks name"),
        ({"properties": {"name": ["x"], "proof": ["nobody"]}}, "is no Document"),
        ({"properties": {"name": ["x"], "quoteText": ["y"]}}, "has no property quoteText"),
    ],
)
def test_our_check_sees_what_the_library_lets_pass(
    change: dict[str, Any], fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(
        globals(), "type_of", lambda schema, name: model.get(schema).get(name).type.name
    )
    assert any(fault in found for found in faults([{"id": "a", "schema": "Person", **change}]))


def test_the_library_refuses_an_unknown_property_and_schema() -> None:
    with pytest.raises(InvalidData):
        model.make_entity("Person").add("quoteText", "x", quiet=False)
    assert model.get("Quote") is None
