"""PLOVER records: their codes, what is left out, and the schema that watches over them."""

from __future__ import annotations

from datetime import date
from typing import Any

import jsonschema
import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

import malicoup
from formats.exports import FED, json_lines, lost
from formats.report import DEAL, EVENTS, REPORT
from malicoup.formats import plover
from malicoup.model import (
    Article,
    Coup,
    CoupOutcome,
    DealStatus,
    MeasureStatus,
    MilitaryTraining,
    Suspension,
)

VALIDATOR = jsonschema.Draft202012Validator(plover.schema())


def records(article: Article) -> list[dict[str, Any]]:
    return json_lines(plover.dumps(article).data)


def only(*events: Any, **fields: Any) -> Article:
    emptied = evolve(REPORT, quotes=(), claims=(), arms_deals=(), events=events, statistics=())
    return evolve(emptied, **fields)


def test_the_schema_is_one_and_takes_every_record() -> None:
    jsonschema.Draft202012Validator.check_schema(plover.schema())
    assert [list(VALIDATOR.iter_errors(record)) for record in records(REPORT)] == [[]] * 10


@pytest.mark.property
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(FED)
def test_the_schema_takes_every_record_of_any_article(article: Article) -> None:
    for record in records(article):
        VALIDATOR.validate(record)


@pytest.mark.parametrize(
    "change",
    [
        {"event": ["COUP"]},
        {"date": "2015"},
        {"mode": ["firearms"]},
        {"quad_code": 3},
        {"context": ["coup"]},
        {"certainty": "alleged"},
        {"actor": [{"code": "DK", "entity_text": "x"}]},
        {"event": ["AID"], "quad_code": 2, "recipient": []},
    ],
)
def test_the_schema_refuses_broken_records(change: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(records(REPORT)[1] | change)


def codes(article: Article) -> list[tuple[Any, ...]]:
    return [(*record["event"], record.get("mode", [])) for record in records(article)]


def test_each_record_has_its_code() -> None:
    assert codes(REPORT) == [
        ("REJECT", []),
        ("AGREE", []),
        ("COOPERATE", []),
        ("COOPERATE", []),
        ("COOPERATE", []),
        ("COERCE", ["restrict"]),
        ("SANCTION", ["discontinue"]),
        ("SANCTION", ["discontinue"]),
        ("CONCEDE", []),
        ("SANCTION", ["expel"]),
    ]


def test_a_suspended_membership_is_an_expulsion_for_a_time() -> None:
    event = Suspension(id="z", sender="union", target="chile", measure="عضويتها")
    (record,) = records(only(event))
    assert (record["event"], record["mode"]) == (["SANCTION"], ["expel"])
    assert record["context"] == ["diplomatic", "political_institutions"]
    (threat,) = records(only(evolve(event, status=MeasureStatus.THREATENED)))
    assert (threat["event"], threat["mode"]) == (["THREATEN"], ["restrict"])


def test_days_are_the_event_s_or_the_report_s_and_say_so() -> None:
    coup, suspension = records(only(EVENTS[1], EVENTS[2]))
    assert (coup["date"], coup["enddate"]) == ("1924-01-01", "1924-12-31")
    assert coup["malicoup"]["edtf"] == "1924"
    assert suspension["date"] == "2021-03-05"
    assert suspension["malicoup"]["date_basis"] == "publication"


@pytest.mark.parametrize(
    ("article", "path", "reason"),
    [
        (only(EVENTS[6]), "$.events[0]", "a record can only affirm"),
        (only(EVENTS[2], published=None), "$.events[0]", "neither event nor report has one"),
        (only(MilitaryTraining(id="z")), "$.events[0]", "PLOVER asks for a recipient"),
        (
            only(Coup(id="z", outcome=CoupOutcome.FOILED)),
            "$.events[0]",
            "no code for a coup that was not carried out",
        ),
        (
            only(arms_deals=(evolve(DEAL, status=DealStatus.CANCELLED, deliveries=()),)),
            "$.arms_deals[0].status",
            "no code for it: cancelled",
        ),
    ],
)
def test_what_has_no_record_is_lost(article: Article, path: str, reason: str) -> None:
    assert records(article) == []
    assert any(reason in loss.reason for loss in lost(plover.dumps(article), path))


def test_words_of_the_outlet_can_be_left_out() -> None:
    assert all(
        "event_text" not in r for r in json_lines(plover.dumps(REPORT, event_text=False).data)
    )
    for record in records(REPORT):
        if "text_info" in record:
            place = record["text_info"]
            assert [REPORT.text[place["start"] : place["end"]]] == record["event_text"]


@pytest.mark.parametrize(
    ("text", "event", "modes", "actors", "recipients"),
    [
        ("علقت كندا مساعداتها إلى غانا.", "SANCTION", ("discontinue",), ("CAN",), ("GHA",)),
        ("طردت بولندا السفير البيلاروسي.", "SANCTION", ("expel",), ("POL",), ("BLRUNK",)),
        ("هددت كندا بفرض عقوبات على غانا.", "THREATEN", ("restrict",), ("CAN",), ("GHA",)),
        ("باعت فرنسا الهند 36 مقاتلة من طراز رافال.", "AGREE", (), ("FRA",), ("IND",)),
        ("علق الاتحاد الأفريقي عضوية غينيا.", "SANCTION", ("expel",), ("IGO",), ("GIN",)),
        ("درب الجيش الفرنسي قوات الأمن الكينية.", "AID", (), ("FRAMIL",), ("KENMIL",)),
    ],
)
def test_codes_of_records(
    text: str,
    event: str,
    modes: tuple[str, ...],
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
) -> None:
    (code,) = plover.codes(malicoup.parse(text))
    assert (code.event, code.modes) == (event, modes)
    assert (code.actors, code.recipients) == (actors, recipients)


def test_a_record_without_a_code_says_why() -> None:
    (code,) = plover.codes(malicoup.parse("أحبطت السلطات محاولة انقلاب في زامبيا."))
    assert code.event is None
    assert code.reason == "PLOVER has no code for a coup that was not carried out"


def test_every_record_exported_has_the_same_code() -> None:
    told = {code.record: code for code in plover.codes(REPORT)}
    shared = [r for r in records(REPORT) if r["id"].partition("-")[2] in told]
    assert len(shared) == 9  # all but the denial, which is a quote
    for record in shared:
        code = told[record["id"].partition("-")[2]]
        assert [code.event] == record["event"]
        assert code.quad == record["quad_code"]
        assert list(code.modes) == record["mode"]
        assert list(code.contexts) == record["context"]
        assert list(code.actors) == record["malicoup"]["actors"]
        assert list(code.recipients) == record["malicoup"]["recipients"]


@pytest.mark.property
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(FED)
def test_every_line_has_type_mode_contexts_and_the_codes_of_its_parties(article: Article) -> None:
    for record in records(article):
        assert {"event", "quad_code", "mode", "context"} <= record.keys()
        for parties, joined in (("actor", "actors"), ("recipient", "recipients")):
            told = zip(record.get(parties, []), record["malicoup"][joined], strict=True)
            for entity, code in told:
                own = entity.get("code", "") + entity.get("sector", "")
                # A country alone is its government; bodies of states are IGO to CAMEO.
                assert own in (code, f"{code}GOV") or code == f"IGO{own}"


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "joined"),
    [
        (
            "فرض الاتحاد الأوروبي عقوبات على بيلاروسيا عام 2021.",
            {"code": "EUR"},
            {"code": "BLR", "sector": "GOV"},
            ("IGOEUR", "BLR"),
        ),
        (
            "درب الجيش الفرنسي قوات الأمن الكينية عام 2019.",
            {"code": "FRA", "sector": "MIL"},
            {"code": "KEN", "sector": "MIL"},
            ("FRAMIL", "KENMIL"),
        ),
        (
            "أدان وزير الخارجية الكندي بيتر لارسن غانا عام 2019.",
            {"code": "CAN", "sector": "GOV"},
            {"code": "GHA", "sector": "GOV"},
            ("CANGOV", "GHA"),
        ),
    ],
)
def test_parties_have_country_and_role(
    text: str, actor: dict[str, str], recipient: dict[str, str], joined: tuple[str, str]
) -> None:
    (record,) = records(malicoup.parse(text, published=date(2021, 5, 4)))
    coded = [
        {key: party[key] for key in ("code", "sector") if key in party}
        for party in (*record["actor"], *record["recipient"])
    ]
    assert coded == [actor, recipient]
    own = record["malicoup"]
    assert (own["actors"], own["recipients"]) == ([joined[0]], [joined[1]])
