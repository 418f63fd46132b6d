"""What the package promises; run with malicoup and this package installed."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from malicoup_peacekeeping import PeacekeepingDeployment

import malicoup
from malicoup.formats import registry
from malicoup.formats.json import make_converter
from malicoup.strategies import events

TEXT = "أرسلت رواندا 800 جندي إلى بعثة حفظ السلام في جنوب السودان."


def deployments(text):
    return [e for e in malicoup.parse(text).events if isinstance(e, PeacekeepingDeployment)]


@pytest.mark.parametrize(
    ("text", "contributor", "country", "troops"),
    [
        (TEXT, "RW", "SS", 800),
        ("نشرت بنغلاديش 120 جنديا ضمن قوة حفظ السلام في مالي.", "BD", "ML", 120),
        ("شاركت منغوليا في بعثة حفظ السلام في لبنان.", "MN", "LB", None),
    ],
)
def test_reads(text, contributor, country, troops):
    (found,) = deployments(text)
    article = malicoup.parse(text)
    assert article.actor(found.contributor).country == contributor
    assert found.country == country
    assert (found.troops and found.troops.minimum) == (troops and Decimal(troops))


@pytest.mark.parametrize(
    "text",
    [
        "لم ترسل رواندا جنودا إلى بعثة حفظ السلام في مالي.",
        "إذا أرسلت غانا جنودا إلى بعثة حفظ السلام فسترحب بها الأمم المتحدة.",
        "أرسلت رواندا بعثة طبية إلى جنوب السودان.",
    ],
)
def test_refuses(text):
    assert deployments(text) == []


def test_json_round_trip_and_strictness():
    article = malicoup.parse(TEXT)
    data = malicoup.dumps(article)
    assert malicoup.loads(data) == article
    tree = json.loads(data)
    tree["article"]["events"][0]["contributor"] = 5
    with pytest.raises(malicoup.DecodeError, match="contributor"):
        malicoup.loads(json.dumps(tree))


def test_schema_knows_it():
    from malicoup.formats.schema import schema

    assert "PeacekeepingDeployment" in schema()["$defs"]


def test_validates():
    assert not malicoup.validate(malicoup.parse(TEXT)).errors
    home = malicoup.parse("نشرت مالي 120 جنديا ضمن قوة حفظ السلام في مالي.")
    assert "peacekeepers-at-home" in {issue.code for issue in malicoup.validate(home).issues}


def test_a_reference_to_nobody_is_an_error():
    import attrs

    article = malicoup.parse(TEXT)
    broken = attrs.evolve(article.events[0], contributor="nobody")
    report = malicoup.validate(attrs.evolve(article, events=(broken,)))
    assert "actor-unknown" in {issue.code for issue in report.errors}


@settings(max_examples=25, deadline=None)
@given(st.from_type(PeacekeepingDeployment))
def test_strategy_round_trips(deployment):
    converter = make_converter()
    data = converter.unstructure(deployment)
    assert converter.structure(data, PeacekeepingDeployment) == deployment


def test_events_of_every_class_include_it():
    from hypothesis import find

    assert find(events(), lambda event: isinstance(event, PeacekeepingDeployment))


def test_tables_and_graphs():
    article = malicoup.parse(TEXT, url="https://example.org/news/1")
    export = registry.get("csv").dumps(article)
    head, row = export.files["peacekeeping_deployment.csv"].decode().splitlines()
    cells = dict(zip(head.split(","), row.split(","), strict=True))
    told = (cells["contributor_name"], cells["country"], cells["troops_min"])
    assert told == ("رواندا", "SS", "800")
    assert not [loss for loss in export.losses if "contributor" in loss.path]
    entities = b"".join(registry.get("ftm").dumps(article).files.values()).decode()
    assert "peacekeeping deployment" in entities
    for name in ("jsonld", "plover", "brat", "labelstudio", "cas"):
        assert registry.get(name).dumps(article).files


def test_parquet_round_trip():
    parquet = pytest.importorskip("pyarrow") and registry.get("parquet")
    article = malicoup.parse(TEXT)
    assert parquet.loads(parquet.dumps(article).files) == (article,)
