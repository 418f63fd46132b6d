"""What becomes of single values in FollowTheMoney, schema.org and the annotation formats."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve

from formats.exports import json_lines, lost
from formats.report import CLAIMS, DEAL, EVENTS, REPORT
from malicoup.errors import EncodeError
from malicoup.formats import ftm, hypothesis, jsonld, webanno
from malicoup.model import Article, Claim, MeasureStatus, Polarity, Realis, RecordCertainty


def entities(article: Article) -> dict[str, dict[str, Any]]:
    found = json_lines(ftm.dumps(article).files[ftm.ENTITIES])
    return {entity["id"].split("-", 2)[-1]: entity for entity in found}


def nodes(article: Article, **options: Any) -> dict[str, dict[str, Any]]:
    document = json.loads(jsonld.dumps(article, **options).data)
    return {node["@id"].partition("#")[2]: node for node in document["@graph"]}


def test_a_claim_in_ftm_says_its_polarity_first() -> None:
    note = entities(REPORT)["claim-c2"]
    assert note["schema"] == "Note"
    assert note["properties"]["description"] == ["[negative/certain/negated] إلغاء الصفقة"]


def test_an_interval_in_ftm_has_start_and_end() -> None:
    delivery = entities(REPORT)["delivery-d0-0"]["properties"]
    assert (delivery["startDate"], delivery["endDate"]) == (["2017"], ["2019"])
    assert "date" not in delivery


@pytest.mark.parametrize(
    ("edtf", "kept", "reasons"),
    [
        ("2015", ["2015"], []),
        ("2015-03-04", ["2015-03-04"], []),
        ("2015?", ["2015"], ["only its plain date is kept"]),
        ("201X", None, ["FollowTheMoney knows no such date"]),
        ("2015/2016", None, ["FollowTheMoney knows no such date"]),
        ("[2015..2016]", None, ["FollowTheMoney knows no such date"]),
        ("0800", None, ["FollowTheMoney knows no such date"]),
    ],
)
def test_dates_of_a_contract_in_ftm(edtf: str, kept: object, reasons: list[str]) -> None:
    article = evolve(REPORT, arms_deals=(evolve(DEAL, order_date=edtf),))
    assert entities(article)["deal-d0"]["properties"].get("contractDate") == kept
    found = lost(ftm.dumps(article), "$.arms_deals[0].order_date")
    assert [(loss.value, loss.reason) for loss in found] == [(edtf, reason) for reason in reasons]


def test_a_sanction_that_is_lifted_is_no_designation_in_ftm() -> None:
    assert entities(REPORT)["event-e3"]["schema"] == "Sanction"
    lifted = evolve(EVENTS[3], status=MeasureStatus.LIFTED)
    event = entities(evolve(REPORT, events=(lifted,)))["event-e3"]
    assert (event["schema"], event["properties"]["name"]) == (
        "Event",
        ["sanction (lifted): عقوبات"],
    )


def test_ftm_s_cleaning_comes_to_an_end() -> None:
    # Without the joiner the two marks stand side by side, and change places when composed.
    text = "ا\u064c\u200c\u064b."
    body = entities(Article(text=text, url="https://example.org/1"))
    (entity,) = body.values()
    assert entity["properties"]["bodyText"] == ["ا\u064b\u064c."]


def test_ids_that_ftm_cannot_hold_are_hashed() -> None:
    article = evolve(REPORT, claims=(evolve(CLAIMS[0], id="ادعاء ١"),))
    (key,) = [key for key in entities(article) if key.startswith("claim-")]
    assert key.isascii()
    assert len(key) == len("claim-x") + 16


def test_two_articles_of_one_text_are_refused_by_ftm() -> None:
    with pytest.raises(EncodeError, match=r"written before @ \$\[1\]\.text"):
        ftm.dump_many([REPORT, REPORT])


@pytest.mark.parametrize("module", [ftm, jsonld])
def test_denied_records_are_left_out(module: Any) -> None:
    denied = evolve(DEAL, certainty=RecordCertainty.DENIED)
    article = evolve(REPORT, arms_deals=(denied,))
    (loss,) = lost(module.dumps(article), "$.arms_deals[0]")
    assert "affirm" in loss.reason
    assert b"Lynx" not in b"".join(module.dumps(article).files.values())


def test_only_affirmed_claims_and_words_in_marks_reach_schema_org() -> None:
    found = nodes(REPORT)
    assert {"q1", "q2", "c0", "c1", "c3"} <= set(found)
    assert not {"q0", "q3", "q4", "c2", "analysts"} & set(found)
    assert found["c1"]["author"] == {"@id": f"{REPORT.url}#andersen"}
    assert "author" not in found["c3"]  # nobody names its last holder


def test_partial_dates_in_schema_org_depend_on_the_profile() -> None:
    assert "startDate" not in nodes(REPORT)["d0"]
    assert nodes(REPORT)["e3"]["startDate"] == "2020-03-01"
    edtf = {"@type": "http://id.loc.gov/datatypes/edtf/EDTF", "@value": "2015"}
    assert nodes(REPORT, profile="rich")["d0"]["startDate"] == edtf
    paths = [loss.path for loss in jsonld.dumps(REPORT, profile="rich").losses]
    assert "$.arms_deals[0].order_date" not in paths


@pytest.mark.parametrize("module", [jsonld, webanno, hypothesis])
def test_without_an_address_a_base_is_asked_for(module: Any) -> None:
    nameless = evolve(REPORT, url=None)
    with pytest.raises(EncodeError, match="base"):
        module.dumps(nameless)
    assert b"urn:x:1" in module.dumps(nameless, base="urn:x:1").data


def test_offsets_of_web_annotations_in_both_units() -> None:
    points, units = (
        json.loads(webanno.dumps(REPORT, offset_unit=unit).data)["items"]  # type: ignore[arg-type]
        for unit in ("code_point", "utf16")
    )
    emoji = REPORT.text.index("🚁")
    for a, b in zip(points, units, strict=True):
        (first, quote), (second, _) = (x["target"]["selector"] for x in (a, b))
        assert REPORT.text[first["start"] : first["end"]] == quote["exact"]
        assert second["start"] - first["start"] == (first["start"] > emoji)
    with pytest.raises(EncodeError, match="offset_unit"):
        webanno.dumps(REPORT, offset_unit="bytes")  # type: ignore[arg-type]


def test_the_moment_of_an_annotation_comes_from_the_caller() -> None:
    assert b"created" not in webanno.dumps(REPORT).data
    assert (
        b'"created":"2026-11-24T12:00:00Z"'
        in webanno.dumps(REPORT, created="2026-11-24T12:00:00Z").data
    )
    with pytest.raises(EncodeError, match="no moment"):
        webanno.dumps(REPORT, created="yesterday")


def test_tags_tell_style_cue_speaker_and_standing() -> None:
    annotations = json.loads(hypothesis.dumps(REPORT).data)["annotations"]
    assert ["quote:mixed", "cue:أضاف", "stance:adding", "speaker:ماتياس أندرسن"] in [
        annotation["tags"] for annotation in annotations
    ]
    denied = Claim(id="z", span=CLAIMS[0].span, polarity=Polarity.NEGATIVE, realis=Realis.NEGATED)
    last = json.loads(hypothesis.dumps(evolve(REPORT, claims=(denied,))).data)["annotations"][-1]
    assert last["tags"] == ["claim:certain/negative", "realis:negated"]
