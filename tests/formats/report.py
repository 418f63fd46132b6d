"""A made-up report for the tests of the exporters: everything a format may stumble over.

A mark of direction (U+200F), diacritics, Arabic-Indic digits, an emoji beyond U+FFFF, a quote
over a line end, a dropped mention, a denied claim, a chain of three holders, open and
approximate numbers, intervals of dates, and each kind of record.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from malicoup.model import (
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
    Sanction,
    Section,
    Severity,
    Source,
    Span,
    Stance,
    Statistic,
    Suspension,
    Weapon,
    WeaponCategory,
)
from malicoup.model.vocab import ActorKind, Gender

LINES = (
    "الدنمارك تُسلِّم تشيلي مروحيات 🚁",
    "\u200fقالت صحيفة المرفأ إن الدنمارك باعت تشيلي ثماني مروحيات في السنوات الأخيرة.",
    "صفقة المروحيات",
    "وقال العقيد ماتياس أندرسن، المتحدث باسم الجيش الدنماركي: «الصفقة قديمة",
    "ولا تمس أحدًا». وأضاف أن تشيلي طلبت ٨ مروحيات عام 2015، وأن التسليم «بطيء جدًا».",
    "وسُلمت مروحيتان على الأقل بين عامي 2017 و2019.",
    "ونفت الوزيرة إيزابيل موراليس إلغاء الصفقة. وبحسب محللين ربما بلغت قيمتها 40 مليون يورو.",
    "تدريب وعقوبات",
    "ويتدرب نحو عشرين ضابطًا تشيليًا في الأكاديمية البحرية في آرهوس منذ 2016 لمدة شهرين.",
    "وفي عام 1924 أطاح ضباط بقيادة خورخي سالاس بالرئيس بيدرو ميدينا.",
    "وعلّق الاتحاد الأوروبي مساعداته، وفرضت كندا عقوبات على ميليشيا الساحل ثم رفعت حظر السلاح.",
    "وطردت بيرو السفير، وأدانت كندا الهجوم.",
    "وتبلغ حصة الدنمارك بين 10 و12 بالمئة من سوق المروحيات باستثناء كندا.",
)
TEXT = "\n".join(LINES) + "\n"


def at(words: str, nth: int = 0) -> Span:
    """Where *words* stand in the text; *nth* counts from 0."""
    start = TEXT.index(words)
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start=start, end=start + len(words))


def named(id: str, words: str, actor: str, nth: int = 0) -> Mention:
    return Mention(id=id, span=at(words, nth), actor=actor, form=MentionForm.NAME)


def number(words: str, least: int | None, most: int | None, unit: str, about: bool = False):
    return Quantity(
        span=at(words),
        minimum=None if least is None else Decimal(least),
        maximum=None if most is None else Decimal(most),
        unit=unit,
        approximate=about,
    )


EIGHT = number("٨ مروحيات", 8, 8, "مروحية")
TWO = number("مروحيتان على الأقل", 2, None, "مروحية")
PRICE = number("40 مليون يورو", 40_000_000, 40_000_000, "EUR")
TWENTY = number("نحو عشرين ضابطًا تشيليًا", 20, 20, "ضابط تشيلي", about=True)
SHARE = number("بين 10 و12 بالمئة", 10, 12, "percent")

TOLD = "الدنمارك باعت تشيلي ثماني مروحيات في السنوات الأخيرة"
DIRECT = "الصفقة قديمة\nولا تمس أحدًا"
MIXED = "تشيلي طلبت ٨ مروحيات عام 2015، وأن التسليم «بطيء جدًا»"
DENIED = "إلغاء الصفقة"
BELIEVED = "ربما بلغت قيمتها 40 مليون يورو"

ACTORS = (
    Country(id="denmark", name="الدنمارك", country="DK"),
    Country(id="chile", name="تشيلي", country="CL"),
    Organization(
        id="harbour", name="صحيفة المرفأ", aliases=("المرفأ",), kind=ActorKind.MEDIA, country="DK"
    ),
    Person(
        id="andersen",
        name="ماتياس أندرسن",
        rank="العقيد",
        roles=("المتحدث باسم الجيش الدنماركي",),
        affiliation="army",
        gender=Gender.MALE,
        country="DK",
    ),
    Organization(id="army", name="الجيش الدنماركي", kind=ActorKind.ARMED_FORCE, country="DK"),
    Person(
        id="morales",
        name="إيزابيل موراليس",
        title="الوزيرة",
        roles=("وزيرة",),
        gender=Gender.FEMALE,
    ),
    Source(id="analysts", name="محللين"),
    Organization(id="academy", name="الأكاديمية البحرية", kind=ActorKind.FACILITY),
    Person(id="salas", name="خورخي سالاس"),
    Person(id="medina", name="بيدرو ميدينا"),
    Organization(id="union", name="الاتحاد الأوروبي"),
    Country(id="canada", name="كندا", country="CA"),
    Organization(id="militia", name="ميليشيا الساحل", kind=ActorKind.ARMED_GROUP),
    Country(id="peru", name="بيرو", country="PE"),
)

MENTIONS = (
    named("m0", "الدنمارك", "denmark"),
    named("m1", "تشيلي", "chile"),
    named("m2", "صحيفة المرفأ", "harbour"),
    named("m3", "الدنمارك", "denmark", nth=1),
    named("m4", "تشيلي", "chile", nth=1),
    named("m5", "العقيد ماتياس أندرسن", "andersen"),
    named("m6", "الجيش الدنماركي", "army"),
    Mention(
        id="m7",
        span=Span(start=at("وأضاف").end, end=at("وأضاف").end),
        actor="andersen",
        form=MentionForm.DROPPED,
    ),
    named("m8", "تشيلي", "chile", nth=2),
    named("m9", "الوزيرة إيزابيل موراليس", "morales"),
    Mention(id="m10", span=at("محللين"), actor="analysts", form=MentionForm.NOMINAL),
    named("m11", "الأكاديمية البحرية", "academy"),
    named("m12", "خورخي سالاس", "salas"),
    named("m13", "بيدرو ميدينا", "medina"),
    named("m14", "الاتحاد الأوروبي", "union"),
    named("m15", "كندا", "canada"),
    named("m16", "ميليشيا الساحل", "militia"),
    named("m17", "بيرو", "peru"),
    named("m18", "كندا", "canada", nth=1),
    named("m19", "كندا", "canada", nth=2),
)

QUOTES = (
    Quote(
        id="q0",
        span=at(TOLD),
        style=QuoteStyle.INDIRECT,
        cue=Cue(span=at("قالت"), lemma="قال"),
        speaker="harbour",
        mention="m2",
        rule="verb-subject-that",
        speaker_confidence=Confidence.CERTAIN,
        speaker_rule="subject",
    ),
    Quote(
        id="q1",
        span=at(DIRECT),
        style=QuoteStyle.DIRECT,
        cue=Cue(span=at("قال", nth=1), lemma="قال"),
        speaker="andersen",
        mention="m5",
        quoted=(at(DIRECT),),
    ),
    Quote(
        id="q2",
        span=at(MIXED),
        style=QuoteStyle.MIXED,
        cue=Cue(span=at("أضاف"), lemma="أضاف", stance=Stance.ADDING),
        speaker="andersen",
        mention="m7",
        addressee="harbour",
        quoted=(at("بطيء جدًا"),),
    ),
    Quote(
        id="q3",
        span=at(DENIED),
        style=QuoteStyle.INDIRECT,
        cue=Cue(span=at("نفت"), lemma="نفى", stance=Stance.DENYING),
        speaker="morales",
        mention="m9",
    ),
    Quote(
        id="q4",
        span=at(BELIEVED),
        style=QuoteStyle.INDIRECT,
        cue=Cue(span=at("بحسب"), lemma="بحسب"),
        speaker="analysts",
        mention="m10",
        confidence=Confidence.LIKELY,
    ),
)

CLAIMS = (
    Claim(id="c0", span=at(TOLD), holders=("harbour",), quote="q0"),
    Claim(id="c1", span=at(DIRECT), holders=("harbour", "andersen"), quote="q1"),
    Claim(
        id="c2",
        span=at(DENIED),
        holders=("harbour", "morales"),
        polarity=Polarity.NEGATIVE,
        realis=Realis.NEGATED,
        quote="q3",
    ),
    Claim(
        id="c3",
        span=at(BELIEVED),
        holders=("harbour", "analysts", None),
        certainty=Certainty.POSSIBLE,
        hedges=(at("ربما"),),
        quote="q4",
    ),
)


def shown(claim: str | None, **fields: str) -> tuple[Evidence, ...]:
    spans = tuple(FieldSpan(name=name, span=at(words)) for name, words in fields.items())
    return (Evidence(claim=claim, fields=spans),)


DEAL = ArmsDeal(
    id="d0",
    supplier="denmark",
    recipient="chile",
    weapon=Weapon(
        designation="Lynx", description="helicopter", category=WeaponCategory.ATTACK_HELICOPTERS
    ),
    ordered=EIGHT,
    order_date="2015",
    deliveries=(
        Delivery(quantity=TWO, date="2017/2019", condition=DeliveryCondition.SECOND_HAND),
        Delivery(date="2020-05"),
    ),
    value=Money(amount=Decimal("40000000"), currency="EUR"),
    status=DealStatus.DELIVERING,
    condition="بعد الدفع",
    source="harbour",
    alternatives=(
        Alternative(name="order_date", value="2014", source="analysts", span=at("عام 2015")),
    ),
    certainty=RecordCertainty.ALLEGED,
    evidence=shown("c0", ordered="٨ مروحيات"),
)

EVENTS = (
    MilitaryTraining(
        id="e0",
        date="2016/..",
        trainees=("chile",),
        provider="denmark",
        institution="academy",
        place="آرهوس",
        country="DK",
        duration="P2M",
        number_trained=TWENTY,
        subject="ملاحة",
        joint_exercise=True,
    ),
    Coup(
        id="e1",
        date="1924",
        country="CL",
        ousted="medina",
        leaders=("salas",),
        outcome=CoupOutcome.REALIZED,
        evidence=shown(None, date="عام 1924"),
    ),
    Suspension(id="e2", sender="union", target="chile", measure="مساعداته", source="harbour"),
    Sanction(id="e3", date="2020-03-01", sender="canada", target="militia", measure="عقوبات"),
    Embargo(
        id="e4",
        sender="canada",
        target="militia",
        measure="حظر السلاح",
        status=MeasureStatus.LIFTED,
    ),
    Expulsion(id="e5", date="2021~", sender="peru", target="denmark", measure="السفير"),
    Condemnation(id="e6", sender="canada", measure="الهجوم", certainty=RecordCertainty.DENIED),
)

REPORT = Article(
    text=TEXT,
    title=at(LINES[0]),
    lede=at(LINES[1]),
    sections=(
        Section(heading=at(LINES[2]), paragraphs=tuple(map(at, LINES[3:7]))),
        Section(heading=at(LINES[7]), paragraphs=tuple(map(at, LINES[8:]))),
    ),
    publisher="harbour",
    published=date(2021, 3, 5),
    url="https://example.org/news/17",
    actors=ACTORS,
    mentions=MENTIONS,
    quotes=QUOTES,
    claims=CLAIMS,
    dates=(
        DateExpression(span=at("عام 2015"), edtf="2015"),
        DateExpression(span=at("بين عامي 2017 و2019"), edtf="2017/2019"),
        DateExpression(span=at("عام 1924"), edtf="1924"),
    ),
    quantities=(EIGHT, TWO, PRICE, TWENTY, SHARE),
    arms_deals=(DEAL,),
    events=EVENTS,
    statistics=(
        Statistic(
            id="s0",
            value=SHARE,
            measure="حصة",
            subject="denmark",
            scope="سوق المروحيات",
            excludes=("canada",),
            period="2015/2020",
            source="harbour",
        ),
    ),
    diagnostics=(
        Diagnostic(
            code="mark-unbalanced", severity=Severity.INFO, span=at("«الصفقة"), message="مثال"
        ),
    ),
)
