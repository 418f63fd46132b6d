"""Deals, events and statistics as lines of a readable account."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import fields_dict

from malicoup.model import (
    ArmsDeal,
    Coup,
    Delivery,
    Event,
    Measure,
    MilitaryTraining,
    Record,
    Statistic,
    Weapon,
)
from malicoup.view._guide import Guide, figure
from malicoup.view._terminal import isolate


def deal_lines(deal: ArmsDeal, guide: Guide) -> Iterator[str]:
    """A deal: the parties first, then a line a fact."""
    weapon = weapon_text(deal.weapon) or "weapons"
    yield f"{guide.name(deal.supplier)} → {guide.name(deal.recipient)}: {weapon}"
    ordered = figure(deal.ordered)
    if ordered or deal.order_date:
        yield " ".join(filter(None, ["ordered", ordered, deal.order_date]))
    for delivery in deal.deliveries:
        yield _delivery(delivery)
    if deal.value is not None:
        yield f"worth {deal.value.amount:f} {deal.value.currency or ''}".rstrip()
    if deal.status is not None:
        yield f"status: {deal.status}"
    if deal.condition is not None:
        yield f"on condition: {isolate(deal.condition)}"
    if deal.source is not None:
        yield f"vouched for by {guide.name(deal.source)}"
    for other in deal.alternatives:
        yield f"but {other.name} is {isolate(other.value)} according to {guide.name(other.source)}"


def weapon_text(weapon: Weapon) -> str:
    """Designation, description and register category."""
    category = f"(UN register {weapon.category})" if weapon.category else ""
    parts = (weapon.designation, weapon.description)
    return " ".join(filter(None, [*(isolate(part) for part in parts if part), category]))


def _delivery(delivery: Delivery) -> str:
    condition = str(delivery.condition or "").replace("_", " ")
    parts = ["delivered", figure(delivery.quantity), condition, delivery.date]
    return " ".join(filter(None, parts))


def event_lines(event: Event, guide: Guide) -> Iterator[str]:
    """An event of any kind; kinds that malicoup does not know are shown field by field."""
    if isinstance(event, MilitaryTraining):
        yield from _training(event, guide)
    elif isinstance(event, Coup):
        yield from _coup(event, guide)
    elif isinstance(event, Measure):
        yield from _measure(event, guide)
    else:
        yield from _unknown(event)
    if event.date is not None:
        yield f"date: {event.date}"
    if event.source is not None:
        yield f"according to {guide.name(event.source)}"


def _training(event: MilitaryTraining, guide: Guide) -> Iterator[str]:
    what = "exercise together" if event.joint_exercise else "trained"
    by = f" by {guide.name(event.provider)}" if event.provider is not None else ""
    yield f"{guide.names(event.trainees) or '(not said who)'} {what}{by}"
    if event.institution is not None:
        yield f"at {guide.name(event.institution)}"
    if event.place is not None or event.country is not None:
        yield "in " + ", ".join(filter(None, [isolate(event.place or ""), event.country]))
    if event.subject is not None:
        yield f"in the subject {isolate(event.subject)}"
    if event.duration is not None:
        yield f"for {event.duration}"
    if event.number_trained is not None:
        yield f"number trained: {figure(event.number_trained)}"


def _coup(event: Coup, guide: Guide) -> Iterator[str]:
    yield f"coup in {event.country or '(not said where)'}: {event.outcome}"
    if event.ousted is not None:
        yield f"ousted: {guide.name(event.ousted)}"
    if event.leaders:
        yield f"led by {guide.names(event.leaders)}"
    if event.alleged_leaders:
        yield f"said to be led by {guide.names(event.alleged_leaders)}"


def _measure(event: Measure, guide: Guide) -> Iterator[str]:
    status = str(event.status).replace("_", " ")
    yield f"{event.kind}: {guide.name(event.sender)} → {guide.name(event.target)}, {status}"
    if event.measure is not None:
        yield isolate(event.measure)


def _unknown(event: Event) -> Iterator[str]:
    yield str(event.kind).replace("_", " ")
    for name in fields_dict(type(event)):
        value = getattr(event, name)
        if name not in fields_dict(Event) and value not in (None, ()):
            yield f"{name}: {isolate(str(value))}"


def statistic_lines(statistic: Statistic, guide: Guide) -> Iterator[str]:
    """A figure with what it measures."""
    measure = f": {isolate(statistic.measure)}" if statistic.measure is not None else ""
    yield f"{figure(statistic.value)}{measure}"
    if statistic.subject is not None:
        yield f"of {guide.name(statistic.subject)}"
    if statistic.scope is not None:
        yield f"out of {isolate(statistic.scope)}"
    if statistic.excludes:
        yield f"without {guide.names(statistic.excludes)}"
    if statistic.period is not None:
        yield f"period: {statistic.period}"
    if statistic.source is not None:
        yield f"according to {guide.name(statistic.source)}"


def standing_lines(record: Record, guide: Guide) -> Iterator[str]:
    """How a record stands, and the words it was read from."""
    if record.certainty != "asserted":
        yield f"{record.certainty}, not told as fact"
    places = [guide.place(item.span) for part in record.evidence for item in part.fields]
    if places:
        yield "read from " + ", ".join(dict.fromkeys(places))
