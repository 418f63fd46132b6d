"""A made-up report with everything in order: no rule has anything to say about it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeVar

from attrs import evolve

from malicoup.model import (
    ArmsDeal,
    Article,
    Certainty,
    Claim,
    Confidence,
    Country,
    Coup,
    Cue,
    DateExpression,
    DealStatus,
    Delivery,
    Evidence,
    FieldSpan,
    Mention,
    MentionForm,
    MilitaryTraining,
    Organization,
    Person,
    Quantity,
    Quote,
    QuoteStyle,
    RelativeDate,
    Section,
    Source,
    Span,
    Stance,
    Statistic,
    Suspension,
    TimeUnit,
    Weapon,
)
from malicoup.model.vocab import ActorKind

TITLE = "النرويج تسلم الأرجنتين زوارق دورية"
LEDE = "قالت صحيفة الميناء أمس إن النرويج سلمت الأرجنتين زورقي دورية."
TRAINING = "تدريب البحارة"
DEAL = (
    "قال الباحث سامي النجار: «الصفقة صغيرة ولا تغير شيئًا». وأضاف أن الأرجنتين طلبت ستة زوارق "
    "عام 2019، وأن التسليم «بطيء جدًا»."
)
COURSE = "وبحسب وزارة الدفاع النرويجية تدرب عشرون بحارًا أرجنتينيًا لمدة شهر في الكلية البحرية."
PAST = "تاريخ قديم"
COUP = (
    "وكان ضباط قد أطاحوا بالرئيس هيبوليتو يريغوين عام 1930 بقيادة خوسيه أوريبورو. "
    "ويعتقد محللون أن البرازيل ربما علقت قروضها بعد ذلك."
)
SHARE = "وتبلغ حصة النرويج 12 بالمئة من سوق الزوارق."
TEXT = "\n".join([TITLE, LEDE, TRAINING, DEAL, COURSE, PAST, COUP, SHARE])


def at(words: str, nth: int = 0) -> Span:
    """Where *words* stand in the text; *nth* counts from 0."""
    start = TEXT.index(words)
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start=start, end=start + len(words))


T = TypeVar("T")


def changed(items: tuple[T, ...], index: int, **values: object) -> tuple[T, ...]:
    """*items* with some fields of one of them changed."""
    return (*items[:index], evolve(items[index], **values), *items[index + 1 :])


def mention(id: str, words: str, actor: str, nth: int = 0) -> Mention:
    return Mention(id=id, span=at(words, nth), actor=actor, form=MentionForm.NAME)


def number(words: str, value: int, unit: str) -> Quantity:
    return Quantity(span=at(words), minimum=Decimal(value), maximum=Decimal(value), unit=unit)


def evidence(claim: str | None, **fields: str) -> tuple[Evidence, ...]:
    spans = tuple(FieldSpan(name=name, span=at(words)) for name, words in fields.items())
    return (Evidence(claim=claim, fields=spans),)


DIRECT, TOLD = (
    "الصفقة صغيرة ولا تغير شيئًا",
    "الأرجنتين طلبت ستة زوارق عام 2019، وأن التسليم «بطيء جدًا»",
)
TRAINED = "تدرب عشرون بحارًا أرجنتينيًا لمدة شهر في الكلية البحرية"
BELIEVED = "البرازيل ربما علقت قروضها بعد ذلك"
DELIVERED = "النرويج سلمت الأرجنتين زورقي دورية"

SOUND = Article(
    text=TEXT,
    title=at(TITLE),
    lede=at(LEDE),
    sections=(
        Section(heading=at(TRAINING), paragraphs=(at(DEAL), at(COURSE))),
        Section(heading=at(PAST), paragraphs=(at(COUP), at(SHARE))),
    ),
    publisher="port",
    published=date(2021, 3, 5),
    url="https://example.org/boats",
    actors=(
        Country(id="norway", name="النرويج", country="NO"),
        Country(id="argentina", name="الأرجنتين", country="AR"),
        Organization(id="port", name="صحيفة الميناء", aliases=("الميناء",), kind=ActorKind.MEDIA),
        Person(id="najjar", name="سامي النجار", affiliation="academy", title="الباحث"),
        Organization(
            id="ministry", name="وزارة الدفاع النرويجية", kind=ActorKind.GOVERNMENT, country="NO"
        ),
        Organization(id="academy", name="الكلية البحرية"),
        Person(id="yrigoyen", name="هيبوليتو يريغوين"),
        Person(id="uriburu", name="خوسيه أوريبورو"),
        Source(id="analysts", name="محللون"),
        Country(id="brazil", name="البرازيل", country="BR"),
    ),
    mentions=(
        mention("m0", "النرويج", "norway"),
        mention("m1", "الأرجنتين", "argentina"),
        mention("m2", "صحيفة الميناء", "port"),
        mention("m3", "النرويج", "norway", nth=1),
        mention("m4", "الأرجنتين", "argentina", nth=1),
        mention("m5", "الباحث سامي النجار", "najjar"),
        Mention(
            id="m6",
            span=Span(start=at("وأضاف").end, end=at("وأضاف").end),
            actor="najjar",
            form=MentionForm.DROPPED,
        ),
        mention("m7", "الأرجنتين", "argentina", nth=2),
        mention("m8", "وزارة الدفاع النرويجية", "ministry"),
        mention("m9", "الكلية البحرية", "academy"),
        mention("m10", "هيبوليتو يريغوين", "yrigoyen"),
        mention("m11", "خوسيه أوريبورو", "uriburu"),
        Mention(id="m12", span=at("محللون"), actor="analysts", form=MentionForm.NOMINAL),
        mention("m13", "البرازيل", "brazil"),
    ),
    quotes=(
        Quote(
            id="q0",
            span=at(DELIVERED),
            style=QuoteStyle.INDIRECT,
            cue=Cue(span=at("قالت"), lemma="قال"),
            speaker="port",
            mention="m2",
        ),
        Quote(
            id="q1",
            span=at(DIRECT),
            style=QuoteStyle.DIRECT,
            cue=Cue(span=at("قال", nth=1), lemma="قال"),
            speaker="najjar",
            mention="m5",
            quoted=(at(DIRECT),),
        ),
        Quote(
            id="q2",
            span=at(TOLD),
            style=QuoteStyle.MIXED,
            cue=Cue(span=at("أضاف"), lemma="أضاف", stance=Stance.ADDING),
            speaker="najjar",
            quoted=(at("بطيء جدًا"),),
            rule="verb-that",
            speaker_confidence=Confidence.CERTAIN,
        ),
        Quote(
            id="q3",
            span=at(TRAINED),
            style=QuoteStyle.INDIRECT,
            cue=Cue(span=at("بحسب"), lemma="بحسب"),
            speaker="ministry",
            mention="m8",
        ),
        Quote(
            id="q4",
            span=at(BELIEVED),
            style=QuoteStyle.INDIRECT,
            cue=Cue(span=at("يعتقد"), lemma="اعتقد", stance=Stance.BELIEVING),
            speaker="analysts",
            mention="m12",
        ),
    ),
    claims=(
        Claim(id="c0", span=at(DELIVERED), holders=("port",), quote="q0"),
        Claim(id="c2", span=at(TOLD), holders=("port", "najjar"), quote="q2"),
        Claim(id="c3", span=at(TRAINED), holders=("port", "ministry"), quote="q3"),
        Claim(
            id="c4",
            span=at(BELIEVED),
            holders=("port", "analysts"),
            certainty=Certainty.POSSIBLE,
            hedges=(at("يعتقد"), at("ربما")),
            quote="q4",
        ),
    ),
    dates=(
        DateExpression(
            span=at("أمس"),
            edtf="2021-03-04",
            reference=date(2021, 3, 5),
            relative=RelativeDate(unit=TimeUnit.DAY, first=-1, last=-1),
        ),
        DateExpression(span=at("عام 2019"), edtf="2019"),
        DateExpression(span=at("عام 1930"), edtf="1930"),
    ),
    quantities=(
        number("زورقي دورية", 2, "زورق دورية"),
        number("ستة زوارق", 6, "زورق"),
        number("عشرون بحارًا أرجنتينيًا", 20, "بحار أرجنتيني"),
        number("شهر", 1, "month"),
        number("12 بالمئة", 12, "percent"),
    ),
    arms_deals=(
        ArmsDeal(
            id="deal",
            supplier="norway",
            recipient="argentina",
            weapon=Weapon(description="patrol boat"),
            ordered=number("ستة زوارق", 6, "زورق"),
            order_date="2019",
            deliveries=(Delivery(quantity=number("زورقي دورية", 2, "زورق دورية"), date="2021"),),
            status=DealStatus.DELIVERING,
            source="port",
            evidence=(
                *evidence("c0", deliveries="زورقي دورية"),
                *evidence("c2", ordered="ستة زوارق", order_date="عام 2019"),
            ),
        ),
    ),
    events=(
        MilitaryTraining(
            id="training",
            trainees=("argentina",),
            institution="academy",
            duration="P1M",
            number_trained=number("عشرون بحارًا أرجنتينيًا", 20, "بحار أرجنتيني"),
            source="ministry",
            evidence=evidence("c3", duration="لمدة شهر"),
        ),
        Coup(
            id="coup",
            country="AR",
            date="1930",
            ousted="yrigoyen",
            leaders=("uriburu",),
            evidence=evidence(None, ousted="هيبوليتو يريغوين", date="عام 1930"),
        ),
        Suspension(
            id="suspension",
            sender="brazil",
            measure="قروضها",
            source="analysts",
            evidence=evidence("c4", measure="قروضها"),
        ),
    ),
    statistics=(
        Statistic(
            id="share",
            value=number("12 بالمئة", 12, "percent"),
            measure="حصة من سوق الزوارق",
            subject="norway",
            evidence=evidence(None, value="12 بالمئة"),
        ),
    ),
)
