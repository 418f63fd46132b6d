"""A made-up report in which every class of the model occurs, with almost every field set."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from malicoup.model import (
    ActorKind,
    Alternative,
    ArmsDeal,
    Article,
    Certainty,
    Claim,
    Condemnation,
    Confidence,
    Country,
    Coup,
    CoupOutcome,
    Cue,
    DateExpression,
    DealStatus,
    Delivery,
    DeliveryCondition,
    Diagnostic,
    Embargo,
    Evidence,
    Expulsion,
    FieldSpan,
    Gender,
    MeasureStatus,
    Mention,
    MentionForm,
    MilitaryTraining,
    Money,
    Organization,
    Person,
    Polarity,
    Quantity,
    Quote,
    QuoteStyle,
    Realis,
    RecordCertainty,
    RelativeDate,
    Sanction,
    Section,
    Severity,
    Source,
    Span,
    Stance,
    Statistic,
    Suspension,
    TimeUnit,
    Weapon,
    WeaponCategory,
)

LINES = (
    "جدلٌ حول صفقة المروحيات 🚁",
    "نفت وزارة الدفاع التشادية أن تكون للصفقة صلة بالتدريب.",
    "صفقة لم تكتمل",
    "وقالت الباحثة ليلى الحداد، من معهد الشمال، للصحيفة:"
    " «تسلّمت تشاد مروحيتين على الأقل من أصل ٤ طلبتها عام 2015».",
    "وأضافت أن الاتفاق «لم يُنفَّذ كاملًا» بعد، وأن ثمنه ١٢٫٥٠ مليون دولار.",
    "تدريب وعقوبات",
    "ويُعتقد أن عشرين ضابطًا تدرّبوا أمس الأول عند الساعة 14:30 في الأكاديمية البحرية.",
    "وعلّق الاتحاد الأفريقي عضوية البلاد بعد الانقلاب المزعوم، ولوّح بعقوبات وحظر سلاح وطرد.",
    "وقال محللون إن ٤٠ بالمئة من السلاح مستورد\u200f.",
)
TEXT = "\n".join(LINES)


def at(words: str, *, line: int, size: int | None = None) -> Span:
    """The place of *words* in one line of the text."""
    offset = sum(len(text) + 1 for text in LINES[:line])
    start = offset + LINES[line].index(words)
    return Span(start=start, end=start + (len(words) if size is None else size))


def whole(line: int) -> Span:
    return at(LINES[line], line=line)


ACTORS = (
    Organization(
        id="a1",
        kind=ActorKind.GOVERNMENT,
        name="وزارة الدفاع التشادية",
        aliases=("الوزارة",),
        country="TD",
    ),
    Person(
        id="a2",
        name="ليلى الحداد",
        country="NO",
        title="الباحثة",
        rank="رائد",
        roles=("باحثة في معهد الشمال",),
        affiliation="a3",
        gender=Gender.FEMALE,
    ),
    Organization(id="a3", kind=ActorKind.ORGANIZATION, name="معهد الشمال"),
    Organization(id="a4", kind=ActorKind.MEDIA, name="الصحيفة"),
    Country(id="a5", name="تشاد", country="TD"),
    Organization(id="a6", kind=ActorKind.FACILITY, name="الأكاديمية البحرية"),
    Organization(id="a7", kind=ActorKind.ORGANIZATION, name="الاتحاد الأفريقي"),
    Source(id="a8", name="محللون"),
    Country(id="a9", name="النرويج", country="NO"),
)

MENTIONS = (
    Mention(id="m1", span=at("وزارة الدفاع التشادية", line=1), actor="a1", form=MentionForm.NAME),
    Mention(
        id="m2", span=at("ليلى الحداد", line=3), actor="a2", form=MentionForm.NAME, rule="title"
    ),
    Mention(
        id="m3",
        span=at(" أن الاتفاق", line=4, size=0),
        actor="a2",
        form=MentionForm.DROPPED,
        rule="dropped-subject",
    ),
)

QUOTES = (
    Quote(
        id="q1",
        span=at("تسلّمت تشاد مروحيتين على الأقل من أصل ٤ طلبتها عام 2015", line=3),
        style=QuoteStyle.DIRECT,
        cue=Cue(span=at("وقالت", line=3), lemma="قال"),
        speaker="a2",
        mention="m2",
        addressee="a4",
        quoted=(at("تسلّمت تشاد مروحيتين على الأقل من أصل ٤ طلبتها عام 2015", line=3),),
        rule="verb-subject-colon",
        speaker_confidence=Confidence.CERTAIN,
        speaker_rule="beside-cue",
    ),
    Quote(
        id="q2",
        span=at("الاتفاق «لم يُنفَّذ كاملًا» بعد", line=4),
        style=QuoteStyle.MIXED,
        cue=Cue(span=at("وأضافت", line=4), lemma="أضاف", stance=Stance.ADDING),
        speaker="a2",
        mention="m3",
        quoted=(at("لم يُنفَّذ كاملًا", line=4),),
        confidence=Confidence.LIKELY,
        rule="verb-that",
        speaker_confidence=Confidence.GUESS,
        speaker_rule="last-speaker",
    ),
)

CLAIMS = (
    Claim(
        id="c1",
        span=QUOTES[0].span,
        holders=("a4", "a2"),
        quote="q1",
    ),
    Claim(
        id="c2",
        span=at("عشرين ضابطًا تدرّبوا أمس الأول", line=6),
        holders=("a4", None),
        certainty=Certainty.PROBABLE,
        hedges=(at("ويُعتقد", line=6),),
        rule="passive-belief",
    ),
    Claim(
        id="c3",
        span=at("علّق الاتحاد الأفريقي عضوية البلاد", line=7),
        holders=("a4",),
        polarity=Polarity.NEGATIVE,
        realis=Realis.NEGATED,
    ),
)

ORDERED = Quantity(span=at("٤", line=3), minimum=Decimal(4), maximum=Decimal(4), rule="digits")
DELIVERED = Quantity(span=at("مروحيتين على الأقل", line=3), minimum=Decimal(2), unit="مروحية")
PRICE = Quantity(
    span=at("١٢٫٥٠ مليون دولار", line=4),
    minimum=Decimal("12500000.00"),
    maximum=Decimal("1.25E+7"),
    approximate=True,
    unit="USD",
)
TRAINED = Quantity(span=at("عشرين ضابطًا", line=6), minimum=Decimal(20), maximum=Decimal(20))
SHARE = Quantity(
    span=at("٤٠ بالمئة", line=8), minimum=Decimal(40), maximum=Decimal(40), unit="percent"
)

DEAL = ArmsDeal(
    id="d1",
    evidence=(Evidence(claim="c1", fields=(FieldSpan(name="ordered", span=ORDERED.span),)),),
    supplier="a9",
    recipient="a5",
    weapon=Weapon(
        designation="AB-12",
        description="transport helicopter",
        category=WeaponCategory.COMBAT_AIRCRAFT,
    ),
    ordered=ORDERED,
    order_date="2015",
    deliveries=(
        Delivery(quantity=DELIVERED, date="2017/2019", condition=DeliveryCondition.SECOND_HAND),
    ),
    value=Money(amount=Decimal("12500000.00"), currency="USD"),
    status=DealStatus.DELIVERING,
    condition="بعد موافقة البرلمان",
    source="a2",
    alternatives=(Alternative(name="ordered", value="5", source="a8", span=ORDERED.span),),
)

EVENTS = (
    MilitaryTraining(
        id="e1",
        certainty=RecordCertainty.ALLEGED,
        evidence=(Evidence(claim="c2"),),
        date="2020-08-24",
        trainees=("a1",),
        provider="a9",
        institution="a6",
        place="على الساحل",
        country="NO",
        duration="P18D",
        number_trained=TRAINED,
        subject="الملاحة",
        joint_exercise=True,
    ),
    Coup(
        id="e2",
        country="TD",
        ousted="a1",
        leaders=("a2",),
        alleged_leaders=("a8",),
        outcome=CoupOutcome.ALLEGED,
        certainty=RecordCertainty.ALLEGED,
    ),
    Suspension(id="e3", sender="a7", target="a5", measure="عضوية البلاد"),
    Sanction(id="e4", sender="a7", target="a5", status=MeasureStatus.THREATENED),
    Embargo(id="e5", sender="a7", measure="حظر سلاح", status=MeasureStatus.CALLED_FOR),
    Expulsion(id="e6", sender="a7", source="a4"),
    Condemnation(id="e7", certainty=RecordCertainty.DENIED, rule="verb-object"),
)

ARTICLE = Article(
    text=TEXT,
    title=whole(0),
    lede=whole(1),
    sections=(
        Section(heading=whole(2), paragraphs=(whole(3), whole(4))),
        Section(heading=whole(5), paragraphs=(whole(6), whole(7), whole(8))),
    ),
    publisher="a4",
    published=date(2020, 8, 26),
    url="https://example.org/خبر/1",
    actors=ACTORS,
    mentions=MENTIONS,
    quotes=QUOTES,
    claims=CLAIMS,
    dates=(
        DateExpression(span=at("عام 2015", line=3), edtf="2015", rule="year"),
        DateExpression(
            span=at("أمس الأول عند الساعة 14:30", line=6),
            edtf="2020-08-24",
            reference=date(2020, 8, 26),
            partial="XXXX-XX-XX",
            relative=RelativeDate(unit=TimeUnit.DAY, first=-2, last=-2, weekday=1),
            time="14:30",
        ),
    ),
    quantities=(DELIVERED, ORDERED, PRICE, TRAINED, SHARE),
    arms_deals=(DEAL,),
    events=EVENTS,
    statistics=(
        Statistic(
            id="s1",
            value=SHARE,
            measure="استيراد",
            subject="a5",
            scope="السلاح",
            excludes=("a9",),
            period="2010/2019",
            source="a8",
        ),
    ),
    diagnostics=(
        Diagnostic(code="mark-never-closed", severity=Severity.WARNING, span=whole(3), message="«"),
        Diagnostic(code="no-date", severity=Severity.INFO, message="لا تاريخ"),
    ),
)
