"""An object that makes no sense does not build, and the error says field and value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

import attrs
import pytest

import malicoup as m


class Case(NamedTuple):
    """How to build the object, the field that must refuse, and words of the reason."""

    build: Callable[[], object]
    field: str
    reason: str


def span(start: Any = 0, end: Any = 4) -> m.Span:
    return m.Span(start=start, end=end)


def date_of(**fields: Any) -> m.DateExpression:
    return m.DateExpression(span=span(), **fields)


def quantity(low: Any, high: Any = None, **fields: Any) -> m.Quantity:
    return m.Quantity(span=span(), minimum=low, maximum=high, **fields)


def relative(**fields: Any) -> m.RelativeDate:
    return m.RelativeDate(unit=m.TimeUnit.DAY, **fields)


def training(**fields: Any) -> m.MilitaryTraining:
    return m.MilitaryTraining(id="e1", **fields)


TWO, THREE = Decimal(2), Decimal(3)
CASES = [
    Case(lambda: span(5, 2), "Span.end", ">= start (5)"),
    Case(lambda: span(-1), "Span.start", ">= 0"),
    Case(lambda: span("0"), "Span.start", ">= 0"),
    Case(lambda: span(True), "Span.start", ">= 0"),
    Case(lambda: quantity(THREE, TWO), "Quantity.maximum", ">= minimum (3)"),
    Case(lambda: quantity(3), "Quantity.minimum", "finite Decimal"),
    Case(lambda: quantity(Decimal("NaN")), "Quantity.minimum", "finite Decimal"),
    Case(lambda: quantity(TWO, Decimal("Infinity")), "Quantity.maximum", "finite Decimal"),
    Case(lambda: quantity(TWO, unit=" "), "Quantity.unit", "not blank"),
    Case(lambda: quantity(TWO, approximate=1), "Quantity.approximate", "bool"),
    Case(lambda: quantity(TWO, rule="Two Words"), "Quantity.rule", "lower-case code"),
    Case(lambda: date_of(edtf="gestern"), "DateExpression.edtf", "EDTF"),
    Case(lambda: date_of(edtf="2031-02-30"), "DateExpression.edtf", "no day 30"),
    Case(lambda: date_of(edtf=2031), "DateExpression.edtf", "EDTF"),
    Case(lambda: date_of(time="25:00"), "DateExpression.time", "ISO 8601 time"),
    Case(lambda: date_of(time="٠٩:٣٠"), "DateExpression.time", "ISO 8601 time"),
    Case(lambda: date_of(reference="2031-01-01"), "DateExpression.reference", "a date"),
    Case(lambda: date_of(reference=datetime(2031, 1, 1)), "DateExpression.reference", "a date"),
    Case(lambda: m.RelativeDate(unit="day"), "RelativeDate.unit", "TimeUnit"),
    Case(lambda: relative(first=1, last=0), "RelativeDate.last", ">= first (1)"),
    Case(lambda: relative(weekday=8), "RelativeDate.weekday", "Sunday"),
    Case(lambda: m.Person(id="", name="سامي الخوري"), "Person.id", "not blank"),
    Case(lambda: m.Person(id="a1", name="\n"), "Person.name", "not blank"),
    Case(lambda: m.Person(id="a1", name="سامي", country="XY"), "Person.country", "ISO 3166-1"),
    Case(lambda: m.Person(id="a1", name="سامي", country="lb"), "Person.country", "ISO 3166-1"),
    Case(lambda: m.Person(id="a1", name="سامي", aliases=["خوري"]), "Person.aliases", "a tuple"),
    Case(
        lambda: m.Organization(id="a1", name="النادي", kind=m.ActorKind.PERSON),
        "Organization.kind", "kind of organization",
    ),
    Case(
        lambda: m.Mention(id="m1", span=span(0, 0), actor="a1", form=m.MentionForm.SHORT_NAME),
        "Mention.span", "only then",
    ),
    Case(
        lambda: m.Mention(id="m1", span=span(), actor="a1", form=m.MentionForm.DROPPED),
        "Mention.span", "only then",
    ),
    Case(
        lambda: m.Quote(id="q1", span=span(0, 0), style=m.QuoteStyle.DIRECT),
        "Quote.span", "one character",
    ),
    Case(lambda: m.Quote(id="q1", span=span(), style="direct"), "Quote.style", "QuoteStyle"),
    Case(lambda: m.Claim(id="c1", span=span(3, 3)), "Claim.span", "one character"),
    Case(lambda: m.Claim(id="c1", span=span(), holders=("",)), "Claim.holders", "not blank"),
    Case(lambda: m.Money(amount=Decimal(-1)), "Money.amount", ">= 0"),
    Case(lambda: m.Money(amount=5, currency="USD"), "Money.amount", "Decimal"),
    Case(lambda: m.Money(amount=TWO, currency="US$"), "Money.currency", "ISO 4217"),
    Case(lambda: m.Delivery(date="2031-21-01"), "Delivery.date", "no month 21"),
    Case(lambda: training(duration="18 days"), "MilitaryTraining.duration", "ISO 8601"),
    Case(lambda: training(duration="P"), "MilitaryTraining.duration", "ISO 8601"),
    Case(lambda: training(duration="PT"), "MilitaryTraining.duration", "ISO 8601"),
    Case(lambda: m.Coup(id="e1", country="ZZ"), "Coup.country", "ISO 3166-1"),
    Case(lambda: m.Article(text=b"x"), "Article.text", "must be str"),
    Case(lambda: m.Article(text="", published="2031-01-01"), "Article.published", "a date"),
    Case(lambda: m.Article(text="", text_sha256="ABC"), "Article.text_sha256", "hexadecimal"),
    Case(lambda: m.Article(text="", actors=(None,)), "Article.actors", "must be Person or"),
    Case(lambda: m.Article(text="", dates=[date_of()]), "Article.dates", "a tuple"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.field} {case.reason}")
def test_the_error_says_field_value_and_reason(case: Case) -> None:
    with pytest.raises(m.ModelError) as caught:
        case.build()
    assert caught.value.field == case.field
    assert case.reason in str(caught.value)
    assert repr(caught.value.value) in str(caught.value)


@pytest.mark.parametrize(
    "build",
    [
        lambda: span(0, 0),
        lambda: quantity(TWO, TWO),
        lambda: quantity(TWO),
        lambda: quantity(None, TWO),
        lambda: quantity(Decimal("-4.5"), Decimal("-4.5")),
        lambda: date_of(),
        lambda: date_of(edtf="[2031..2033]", time="09:30+03:00"),
        lambda: m.RelativeDate(unit=m.TimeUnit.DAY, first=-1, last=-1, weekday=7),
        lambda: m.Country(id="a1", name="كوسوفو", country="XK"),
        lambda: m.Mention(id="m1", span=span(3, 3), actor="a1", form=m.MentionForm.DROPPED),
        lambda: m.MilitaryTraining(id="e1", duration="P2W"),
        lambda: m.Claim(id="c1", span=span(), holders=("a1", None)),
    ],
)
def test_what_makes_sense_builds(build: Callable[[], object]) -> None:
    assert build() == build()


def test_objects_are_frozen_slotted_and_take_keywords_only() -> None:
    for name in m.__all__:
        cls = getattr(m, name)
        if not (isinstance(cls, type) and attrs.has(cls) and ".model." in cls.__module__):
            continue
        assert "__slots__" in vars(cls), name
        assert all(f.kw_only for f in attrs.fields(cls)), name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        span().start = 1  # type: ignore[misc]


def test_looking_things_up() -> None:
    person = m.Person(id="a1", name="سامي الخوري")
    mention = m.Mention(id="m1", span=span(), actor="a1", form=m.MentionForm.NAME)
    article = m.Article(text="سامي الخوري", actors=(person,), mentions=(mention,))
    assert article.actor("a1") is person
    assert article.mention("m1") is mention
    assert article.actor(None) is article.mention(None) is None
    assert article.slice(span()) == "سامي"
    with pytest.raises(KeyError, match="no actor 'a2'"):
        article.actor("a2")
    with pytest.raises(KeyError, match="no mention 'a1'"):
        article.mention("a1")
    with pytest.raises(IndexError, match="text of 11 characters"):
        article.slice(span(5, 12))


def test_a_text_with_half_a_character_has_a_fingerprint_too() -> None:
    assert len(m.Article(text="\ud800").text_sha256) == 64


@pytest.mark.parametrize(
    ("unit", "low", "high", "duration"),
    [
        ("day", 18, 18, "P18D"),
        ("hour", 2, 2, "PT2H"),
        ("decade", 2, 2, "P20Y"),
        ("year", Decimal("1.50"), Decimal("1.5"), "P1.5Y"),
        ("day", 2, 3, None),
        ("day", -1, -1, None),
        ("percent", 4, 4, None),
        (None, 4, 4, None),
    ],
)
def test_durations(unit: str | None, low: int, high: int, duration: str | None) -> None:
    found = quantity(Decimal(low), Decimal(high), unit=unit)
    assert found.duration == duration


def test_spans() -> None:
    assert len(span(2, 5)) == 3
    assert span(2, 5).contains(span(2, 5))
    assert not span(2, 5).contains(span(4, 6))
    assert span(2, 5).overlaps(span(4, 6))
    assert not span(2, 5).overlaps(span(5, 6))
    assert span(2, 5) < span(3, 4)
    assert date(2031, 1, 1) == date_of(reference=date(2031, 1, 1)).reference
