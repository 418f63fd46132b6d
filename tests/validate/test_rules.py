"""What the rules let pass, and that nothing breaks them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from malicoup.model import (
    Article,
    Certainty,
    Claim,
    Confidence,
    Country,
    DealStatus,
    Delivery,
    Diagnostic,
    Event,
    FieldSpan,
    Mention,
    MentionForm,
    Quantity,
    Quote,
    QuoteStyle,
    Section,
    Severity,
    Source,
    Span,
)
from malicoup.validate import validate
from malicoup.validate._context import REFERENCES, field_names
from validate.sound import SOUND, at, changed, evidence, number

PROBABLE = Certainty.PROBABLE


def deal(**values: Any) -> Article:
    return evolve(SOUND, arms_deals=changed(SOUND.arms_deals, 0, **values))


def event(index: int, **values: Any) -> Article:
    return evolve(SOUND, events=changed(SOUND.events, index, **values))


def quote(index: int, **values: Any) -> Article:
    return evolve(SOUND, quotes=changed(SOUND.quotes, index, **values))


def pronoun_for_two() -> Article:
    two = tuple(
        Mention(id=f"p{n}", span=at("ضباط"), actor=actor, form=MentionForm.PRONOUN)
        for n, actor in enumerate(("najjar", "ministry"))
    )
    return evolve(SOUND, mentions=(*SOUND.mentions[:10], *two, *SOUND.mentions[10:]))


def two_groups_of_one_name() -> Article:
    others = Source(id="others", name="محللون")
    return evolve(
        SOUND, actors=(*SOUND.actors, others), quotes=changed(SOUND.quotes, 0, addressee="others")
    )


def quote_in_quote() -> Article:
    inner = Quote(id="q9", span=at("قروضها"), style=QuoteStyle.INDIRECT)
    return evolve(SOUND, quotes=(*SOUND.quotes, inner))


def unnamed_holders() -> Article:
    claim = Claim(id="c9", span=at("ضباط قد أطاحوا"), holders=("port", None, None))
    return evolve(SOUND, claims=(*SOUND.claims[:3], claim, *SOUND.claims[3:]))


def two_deliveries(*numbers: int, approximate: bool = False) -> Article:
    quantities = [evolve(number("ستة", n, "زورق"), approximate=approximate) for n in numbers]
    return deal(deliveries=tuple(Delivery(quantity=q, date="2021") for q in quantities))


PASSING: dict[str, Callable[[], Article]] = {
    "a pronoun stands for two": pronoun_for_two,
    "two nameless groups have one name": two_groups_of_one_name,
    "a quote holds another": quote_in_quote,
    "nobody names the holders": unnamed_holders,
    "all that was ordered is delivered": lambda: two_deliveries(2, 4),
    "more is delivered, about": lambda: two_deliveries(3, 4, approximate=True),
    "more is delivered than about so many": lambda: deal(
        ordered=Quantity(span=at("ستة"), maximum=Decimal(1), approximate=True)
    ),
    "at least so many were ordered": lambda: deal(
        ordered=Quantity(span=at("ستة"), minimum=Decimal(1))
    ),
    "delivered within the year of the order": lambda: deal(
        order_date="2021", deliveries=(Delivery(date="2021-01"),)
    ),
    "the order date is open": lambda: deal(order_date="../2020"),
    "the order date has no year": lambda: deal(order_date="XXXX-05"),
    "delivered on the day of publication": lambda: deal(deliveries=(Delivery(date="2021-03-05"),)),
    "a planned order lies ahead": lambda: deal(
        status=DealStatus.PLANNED,
        order_date="2022",
        deliveries=(),
        evidence=evidence("c2", ordered="ستة زوارق"),
        source="najjar",
    ),
    "both exercise": lambda: event(0, provider="argentina", joint_exercise=True),
    "a training fills its interval": lambda: event(0, date="2020-02-01/2020-02-28"),
    "a training lasts hours": lambda: event(0, duration="PT5H", date="2020-02-01/2020-02-01"),
    "an interval is open": lambda: event(0, duration="P9Y", date="2020-02-01/.."),
    "evidence names a part of a field": lambda: deal(
        evidence=evidence(
            "c0", **{"weapon.description": "زورقي دورية", "deliveries[0].date": "أمس"}
        )
    ),
    "a speaker set by hand has no confidence": lambda: quote(
        2, speaker_confidence=None, speaker_rule="manual"
    ),
    "a speaker is sure": lambda: quote(1, rule="verb", speaker_confidence=Confidence.LIKELY),
    "a cue is interposed in an indirect clause": lambda: quote(
        4, cue=evolve(SOUND.quotes[4].cue, span=at("ربما")), mention=None
    ),
    "a language has a region": lambda: evolve(SOUND, language="ar-Latn-EG-x-press"),
    "a publisher is not known": lambda: evolve(
        SOUND, publisher=None, claims=tuple(evolve(c, holders=c.holders[-1:]) for c in SOUND.claims)
    ),
    "the first section has no heading": lambda: evolve(
        SOUND, sections=changed(SOUND.sections, 0, heading=None)
    ),
    "an article has no parts": lambda: evolve(SOUND, title=None, lede=None, sections=()),
    "a diagnostic points at nothing": lambda: evolve(
        SOUND,
        diagnostics=(
            Diagnostic(code="odd", severity=Severity.INFO, message="odd"),
            Diagnostic(
                code="odd", severity=Severity.INFO, message="odd", span=Span(start=9, end=9)
            ),
        ),
    ),
}


@pytest.mark.parametrize("case", PASSING)
def test_passes(case: str) -> None:
    assert str(validate(PASSING[case]())) == "no issues"


FAILING: dict[str, tuple[Callable[[], Article], str, str]] = {
    "an alias has a line break": (
        lambda: evolve(SOUND, actors=changed(SOUND.actors, 0, aliases=("مملكة\nالنرويج",))),
        "name-untidy",
        "$.actors[0].aliases[0]",
    ),
    "a cue stands in the marks of a mixed quote": (
        lambda: quote(2, cue=evolve(SOUND.quotes[2].cue, span=at("بطيء"))),
        "cue-in-quoted-words",
        "$.quotes[2].cue.span",
    ),
    "a record is its own witness twice": (
        lambda: event(2, evidence=evidence("c4", sender="البرازيل") * 3),
        "evidence-claim-repeated",
        "$.events[2].evidence[1].claim",
    ),
    "a share has no upper bound": (
        lambda: evolve(
            SOUND,
            statistics=changed(
                SOUND.statistics,
                0,
                value=Quantity(span=at("12"), minimum=Decimal(-1), unit="percent"),
            ),
        ),
        "percent-out-of-range",
        "$.statistics[0].value",
    ),
    "a delivery counts below zero": (
        lambda: two_deliveries(2, -3),
        "count-negative",
        "$.arms_deals[0].deliveries[1].quantity",
    ),
    "a coup lies ahead": (
        lambda: event(1, date="2021-03-06"),
        "done-after-publication",
        "$.events[1].date",
    ),
    "an order lies ahead": (
        lambda: deal(order_date="2021-04", deliveries=(Delivery(),)),
        "done-after-publication",
        "$.arms_deals[0].order_date",
    ),
    "a country leads a coup": (
        lambda: event(1, alleged_leaders=("brazil",)),
        "actor-kind-unfit",
        "$.events[1].alleged_leaders[0]",
    ),
    "a span cuts a mark off at its end": (
        lambda: evolve(
            SOUND,
            claims=changed(SOUND.claims, 1, hedges=(at("بطي"), at("جد")), certainty=PROBABLE),
        ),
        "span-splits-letter",
        "$.claims[1].hedges[1]",
    ),
    "a mention is dropped twice": (
        lambda: evolve(
            SOUND,
            mentions=(*SOUND.mentions[:7], evolve(SOUND.mentions[6], id="p"), *SOUND.mentions[7:]),
        ),
        "mention-repeated",
        "$.mentions[7]",
    ),
}


@pytest.mark.parametrize("case", FAILING)
def test_fails(case: str) -> None:
    build, code, path = FAILING[case]
    assert (code, path) in [(issue.code, issue.path) for issue in validate(build())]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("weapon.category", True),
        ("deliveries[0].quantity", True),
        ("deliveries[1].quantity", False),
        ("deliveries[0].colour", False),
        ("weapon.description.word", False),
        ("deliveries[٠]", False),
        ("deliveries.date", False),
        ("kind", False),
        (".", False),
    ],
)
def test_names_of_fields(name: str, known: bool) -> None:
    given = FieldSpan(name=name, span=at("زورقي دورية"))
    article = deal(evidence=(evolve(SOUND.arms_deals[0].evidence[0], fields=(given,)),))
    assert ("evidence-field-unknown" in {i.code for i in validate(article)}) is not known


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("للقُوّات", "القوات"),
        ("الإِمارات", "الامارات"),
        ("بمدرسـة", "المدرسة"),
        ("reuters", "Reuters"),
    ],
)
def test_mention_holds_a_name_in_another_form(words: str, names: str) -> None:
    article = Article(
        text=words,
        actors=(Country(id="a", name=names, country="AE"),),
        mentions=(
            Mention(id="m", span=Span(start=0, end=len(words)), actor="a", form=MentionForm.NAME),
        ),
    )
    assert str(validate(article)) == "no issues"


def test_figures_of_any_size_are_compared() -> None:
    huge = Quantity(span=at("ستة"), minimum=Decimal("9E+999999"))
    codes = [i.code for i in validate(deal(deliveries=(Delivery(quantity=huge),) * 3))]
    assert codes == ["delivered-more-than-ordered"]


def test_durations_of_any_length_are_compared() -> None:
    article = event(0, duration=f"P{'9' * 5000}D", date="2020-01-01/2020-01-02")
    assert [i.code for i in validate(article)] == ["duration-exceeds-date"]


@pytest.mark.parametrize("length", range(0, len(SOUND.text), 11))
def test_nothing_breaks_on_a_cut_text(length: int) -> None:
    report = validate(evolve(SOUND, text=SOUND.text[:length]))
    assert {"span-past-end", "text-hash-wrong"} <= {i.code for i in report.errors}


@pytest.mark.parametrize("name", ["actors", "mentions", "quotes", "claims", "sections"])
def test_nothing_breaks_on_lost_parts(name: str) -> None:
    article = evolve(SOUND, **{name: ()})
    kind = f"{name.removesuffix('s')}-unknown"
    assert (kind in {i.code for i in validate(article)}) is (name != "sections")


def test_a_part_may_begin_anywhere() -> None:
    article = Article(
        text=SOUND.text,
        sections=(Section(paragraphs=(SOUND.lede,)),),
        quotes=(Quote(id="q", span=at("النرويج"), style=QuoteStyle.INDIRECT),),
    )
    assert [i.code for i in validate(article)] == ["quote-across-parts"]


def test_events_of_other_packages_are_walked() -> None:
    class Parade(Event):
        kind = "parade"

    report = validate(evolve(SOUND, events=(*SOUND.events, Parade(id="parade", source="nobody"))))
    assert [(issue.path, issue.code) for issue in report] == [
        ("$.events[3].evidence", "record-without-evidence"),
        ("$.events[3].source", "actor-unknown"),
    ]


def test_references_name_fields_that_exist() -> None:
    for cls, fields in REFERENCES.items():
        assert set(fields) <= set(field_names(cls))
