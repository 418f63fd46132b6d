"""What an article tells: sentences that make records, written at the desk."""

from __future__ import annotations

from collections.abc import Container
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from malicoup.model import (
    ActorKind,
    Alternative,
    AnyActor,
    AnyEvent,
    ArmsDeal,
    Claim,
    Condemnation,
    Coup,
    CoupOutcome,
    DateExpression,
    DealStatus,
    Delivery,
    DeliveryCondition,
    Embargo,
    Evidence,
    Expulsion,
    FieldSpan,
    MeasureStatus,
    MilitaryTraining,
    Money,
    Polarity,
    Quantity,
    RecordCertainty,
    Sanction,
    Span,
    Statistic,
    Suspension,
    Weapon,
)
from malicoup.strategies._desk import Desk, id_of
from malicoup.strategies._records import weapons
from malicoup.strategies._text import maybe, phrases, rules
from malicoup.strategies._values import country_codes, currency_codes, decimals, durations

_NO_PARTY = frozenset({ActorKind.PERSON, ActorKind.MEDIA})
_NO_TROOPS = frozenset({ActorKind.MEDIA, ActorKind.FACILITY})
_NO_BODY = frozenset({ActorKind.PERSON, ActorKind.COUNTRY, ActorKind.UNNAMED, ActorKind.MEDIA})
_NO_LEADER = _NO_TROOPS | {ActorKind.COUNTRY}
_FACILITY = frozenset({ActorKind.FACILITY})
_MEASURES: tuple[type[Sanction | Suspension | Expulsion | Embargo | Condemnation], ...] = (
    Sanction,
    Suspension,
    Expulsion,
    Embargo,
    Condemnation,
)
_OPEN = [None, DealStatus.PLANNED, DealStatus.NEGOTIATED, DealStatus.BLOCKED]
_UNDER_WAY = [None, DealStatus.DELIVERING, DealStatus.DELIVERED, DealStatus.SUSPENDED]


class Story:
    """One sentence that becomes a record: the words of its fields, and the claim they make."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.parts = [desk.word()]
        self.fields: list[FieldSpan] = []

    def note(self, name: str, span: Span) -> None:
        """Remember the words of a field."""
        self.fields.append(FieldSpan(name=name, span=span))
        self.parts.append(span)

    def actor(
        self,
        name: str,
        taken: list[AnyActor],
        *,
        unfit: Container[ActorKind] = (),
        need: bool = False,
    ) -> str | None:
        """Write somebody into the sentence, and say who it is."""
        if not need and self.desk.draw(st.booleans()):
            return None
        actor = self.desk.pick(unfit=unfit, besides=taken)
        if actor is None:
            return None
        taken.append(actor)
        self.note(name, self.desk.mention(actor).span)
        return actor.id

    def words(self, name: str) -> str | None:
        """Write words that are kept as they are, or leave them out."""
        if self.desk.draw(st.booleans()):
            return None
        phrase = self.desk.draw(phrases())
        self.note(name, self.desk.put(phrase))
        return phrase

    def count(self, name: str, number: int) -> Quantity:
        """Write how many."""
        quantity = self.desk.quantity(Decimal(number), Decimal(number))
        self.note(name, quantity.span)
        return quantity

    def date(self, name: str, *, since: int = 1960) -> tuple[str | None, int]:
        """Write a year not before *since* and before the publication; give EDTF and year."""
        desk = self.desk
        last = 2040 if desk.published is None else desk.published.year - 1
        if desk.draw(st.booleans()):
            return None, since
        year = desk.draw(st.integers(since, last))
        month = f"-{desk.draw(st.integers(1, 12)):02}"
        meaning = desk.choose([f"{year}", f"{year}?", f"{year}{month}", f"{year}~"])
        span = desk.phrase()
        desk.dates.append(DateExpression(span=span, edtf=meaning))
        self.note(name, span)
        return meaning, year

    def record(self) -> dict[str, Any]:
        """End the sentence: its claim, and the fields that every record has."""
        desk = self.desk
        claim = desk.claim(self.parts)
        certainties = [
            certainty
            for certainty in RecordCertainty
            if claim.polarity is not Polarity.NEGATIVE or certainty is not RecordCertainty.ASSERTED
        ]
        named = desk.choose([claim.id, claim.id, None]) if self.fields else claim.id
        return {
            "certainty": desk.choose(certainties),
            "evidence": (Evidence(claim=named, fields=tuple(self.fields)),),
            "rule": desk.draw(rules()),
            "source": self._source(claim),
        }

    def _source(self, claim: Claim) -> str | None:
        """One of those who stand behind the claim and can publish figures."""
        fit = {actor.id for actor in self.desk.cast if actor.kind is not ActorKind.FACILITY}
        return self.desk.choose([None, *(h for h in claim.holders if h in fit)])


def tell_deal(desk: Desk, id: str) -> ArmsDeal | None:
    """Tell of an arms deal, unless nobody in the cast could make one."""
    story, taken = Story(desk), list[AnyActor]()
    supplier = story.actor("supplier", taken, unfit=_NO_PARTY, need=True)
    recipient = story.actor("recipient", taken, unfit=_NO_PARTY)
    if supplier is None:
        return None
    weapon = desk.draw(weapons())
    story.note(f"weapon.{_given(weapon)}", desk.phrase())
    number = desk.draw(maybe(st.integers(1, 500)))
    ordered = None if number is None else story.count("ordered", number)
    order_date, year = story.date("order_date")
    deliveries = _deliveries(story, number or 500, year)
    status = desk.choose(_UNDER_WAY if deliveries else _OPEN)
    return ArmsDeal(
        id=id,
        supplier=supplier,
        recipient=recipient,
        weapon=weapon,
        ordered=ordered,
        order_date=order_date,
        deliveries=deliveries,
        value=_price(story),
        status=status,
        condition=story.words("condition"),
        alternatives=_alternatives(story),
        **story.record(),
    )


def _given(weapon: Weapon) -> str:
    """The first field of *weapon* that says something."""
    names = ("designation", "description", "category")
    return next(name for name in names if getattr(weapon, name) is not None)


def _deliveries(story: Story, most: int, year: int) -> tuple[Delivery, ...]:
    """Deliveries in the order of time that bring no more than *most* in all."""
    deliveries: list[Delivery] = []
    while most and len(deliveries) < 2 and story.desk.draw(st.booleans()):
        place = f"deliveries[{len(deliveries)}]"
        number = story.desk.draw(st.integers(1, most))
        most -= number
        quantity = story.count(f"{place}.quantity", number)
        meaning, year = story.date(f"{place}.date", since=year)
        condition = story.desk.choose([None, *DeliveryCondition])
        deliveries.append(Delivery(quantity=quantity, date=meaning, condition=condition))
    return tuple(deliveries)


def _price(story: Story) -> Money | None:
    if story.desk.draw(st.booleans()):
        return None
    money = Money(
        amount=abs(story.desk.draw(decimals())), currency=story.desk.draw(currency_codes())
    )
    quantity = story.desk.quantity(money.amount, money.amount, unit=money.currency)
    story.note("value", quantity.span)
    return money


def _alternatives(story: Story) -> tuple[Alternative, ...]:
    if story.desk.draw(st.booleans()):
        return ()
    name = story.desk.choose(["ordered", "order_date", "weapon.designation"])
    value = story.desk.draw(phrases())
    source = story.desk.pick()
    span = story.desk.put(value)
    return (Alternative(name=name, value=value, source=id_of(source), span=span),)


def tell_training(desk: Desk, id: str) -> AnyEvent | None:
    """Tell of a training, unless nobody in the cast could take part."""
    story, taken = Story(desk), list[AnyActor]()
    trainee = story.actor("trainees", taken, unfit=_NO_TROOPS, need=True)
    if trainee is None:
        return None
    number = desk.draw(maybe(st.integers(0, 500)))
    return MilitaryTraining(
        id=id,
        trainees=(trainee,),
        provider=story.actor("provider", taken, unfit={ActorKind.MEDIA}),
        institution=story.actor("institution", taken, unfit=_NO_BODY),
        place=story.words("place"),
        country=desk.draw(maybe(country_codes())),
        duration=desk.draw(maybe(durations())),
        number_trained=None if number is None else story.count("number_trained", number),
        subject=story.words("subject"),
        joint_exercise=desk.draw(st.booleans()),
        date=story.date("date")[0],
        **story.record(),
    )


def tell_coup(desk: Desk, id: str) -> AnyEvent:
    """Tell of a coup."""
    story, taken = Story(desk), list[AnyActor]()
    ousted = story.actor("ousted", taken, unfit=_NO_LEADER)
    leader = story.actor("leaders", taken, unfit=_NO_LEADER)
    alleged = story.actor("alleged_leaders", taken, unfit=_NO_LEADER)
    outcome = desk.choose(CoupOutcome)
    meaning, _ = story.date("date")
    common = story.record()
    if outcome is CoupOutcome.ALLEGED and common["certainty"] is RecordCertainty.ASSERTED:
        common["certainty"] = RecordCertainty.ALLEGED
    return Coup(
        id=id,
        country=desk.draw(country_codes()),
        ousted=ousted,
        leaders=() if leader is None else (leader,),
        alleged_leaders=() if alleged is None else (alleged,),
        outcome=outcome,
        date=meaning,
        **common,
    )


def tell_measure(desk: Desk, id: str) -> AnyEvent | None:
    """Tell of a measure of any class, unless nobody in the cast could take one."""
    story, taken = Story(desk), list[AnyActor]()
    sender = story.actor("sender", taken, unfit=_FACILITY, need=True)
    if sender is None:
        return None
    return desk.choose(_MEASURES)(
        id=id,
        sender=sender,
        target=story.actor("target", taken),
        measure=story.words("measure"),
        status=desk.choose(MeasureStatus),
        date=story.date("date")[0],
        **story.record(),
    )


def tell_statistic(desk: Desk, id: str) -> Statistic:
    """Tell a share in percent."""
    story, taken = Story(desk), list[AnyActor]()
    subject = story.actor("subject", taken)
    excluded = story.actor("excludes", taken)
    share = desk.draw(st.decimals(0, 100, places=1))
    value = desk.quantity(share, share, unit="percent")
    story.note("value", value.span)
    measure = desk.draw(phrases())
    story.note("measure", desk.put(measure))
    return Statistic(
        id=id,
        value=value,
        measure=measure,
        subject=subject,
        scope=story.words("scope"),
        excludes=() if excluded is None else (excluded,),
        period=story.date("period")[0],
        **story.record(),
    )
