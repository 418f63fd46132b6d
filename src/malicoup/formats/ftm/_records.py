"""Arms deals, events and statistics as entities."""

from __future__ import annotations

from malicoup.formats._roles import ROLES, actors_in
from malicoup.formats._say import deal_title, number, say, standing
from malicoup.formats.ftm._entity import Entity
from malicoup.formats.ftm._writer import Writer
from malicoup.model import (
    ArmsDeal,
    Coup,
    Delivery,
    Event,
    Measure,
    MeasureStatus,
    MilitaryTraining,
    Record,
    RecordCertainty,
    Sanction,
    Statistic,
)

DENIED = "an entity can only affirm"
#: Statuses under which a sanction is in force, so that tools may read it as one.
_IN_FORCE = (MeasureStatus.IMPOSED, MeasureStatus.EXTENDED)


def is_denied(writer: Writer, record: Record, path: str) -> bool:
    """Leave out what the report denies, and say so."""
    denied = record.certainty is RecordCertainty.DENIED
    if denied:
        writer.lose(path, record, DENIED)
    return denied


def write_deal(writer: Writer, deal: ArmsDeal, path: str) -> None:
    """A ``Contract``, its ``ContractAward``, and an ``EconomicActivity`` per delivery."""
    if is_denied(writer, deal, path):
        return
    contract = writer.entity("Contract", "deal", deal.id)
    title = deal_title(deal)
    writer.words(contract, "title", title, f"{path}.weapon")
    contract.put("name", title)
    writer.actor(contract, "authority", deal.recipient, f"{path}.recipient")
    writer.date(contract, deal.order_date, f"{path}.order_date", "contractDate")
    if deal.value is not None:
        contract.put("amount", number(deal.value.amount))
        if deal.value.currency is not None:
            contract.put("currency", deal.value.currency)
    if deal.status is not None:
        contract.put("status", str(deal.status))
    if deal.ordered is not None:
        contract.put("description", f"ordered: {say(deal.ordered)}")
    writer.words(contract, "description", deal.condition, f"{path}.condition")
    if writer.actor_id(deal.supplier) is None:
        writer.actor(contract, "supplier", deal.supplier, f"{path}.supplier")
    else:
        award = writer.entity("ContractAward", "award", deal.id)
        award.put("contract", contract.id)
        writer.actor(award, "supplier", deal.supplier, f"{path}.supplier")
    for i, delivery in enumerate(deal.deliveries):
        _write_delivery(writer, deal, contract, delivery, i, f"{path}.deliveries[{i}]")


def _write_delivery(
    writer: Writer, deal: ArmsDeal, contract: Entity, delivery: Delivery, i: int, path: str
) -> None:
    activity = writer.entity("EconomicActivity", "delivery", f"{deal.id}-{i}")
    activity.put("contract", contract.id)
    for prop, party in (("sender", deal.supplier), ("receiver", deal.recipient)):
        if (target := writer.actor_id(party)) is not None:
            activity.put(prop, target)
    weapon = " ".join(filter(None, [deal.weapon.designation, deal.weapon.description]))
    amount = "" if delivery.quantity is None else say(delivery.quantity)
    goods = ": ".join(filter(None, [weapon, amount]))
    activity.put("goodsDescription", goods)
    if delivery.condition is not None:
        activity.put("description", str(delivery.condition).replace("_", " "))
    writer.date(activity, delivery.date, f"{path}.date")


def write_event(writer: Writer, event: Event, path: str) -> None:
    """A ``Sanction`` for a sanction in force, else an ``Event``."""
    if is_denied(writer, event, path):
        return
    if isinstance(event, Sanction):
        if event.status in _IN_FORCE and writer.actor_id(event.target) is not None:
            _write_sanction(writer, event, path)
            return
        writer.lose(f"{path}.status", event.status, "kept only as words of its name")
    entity = writer.entity("Event", "event", event.id)
    writer.date(entity, event.date, f"{path}.date")
    if isinstance(event, MilitaryTraining):
        _write_training(writer, entity, event, path)
    elif isinstance(event, Coup):
        _write_coup(writer, entity, event, path)
    elif isinstance(event, Measure):
        _write_measure(writer, entity, event, path)
    else:
        _write_added(writer, entity, event, path)


def _write_added(writer: Writer, entity: Entity, event: Event, path: str) -> None:
    """An event of another package: its name, and its actors as those involved."""
    _name(entity, event)
    for name in ROLES.get(type(event), ()):
        if name == "source":
            continue
        ids = actors_in(event, name)
        many = isinstance(getattr(event, name), tuple)
        for i, one in enumerate(ids):
            place = f"{path}.{name}[{i}]" if many else f"{path}.{name}"
            writer.actor(entity, "involved", one, place)


def _name(entity: Entity, event: Event, *more: str | None, what: str | None = None) -> None:
    """Name an event: its kind, how it stands, and what it is in the words of the report."""
    kind = str(event.kind).replace("_", " ")
    entity.put("name", f"{kind}{standing(event, *more)}{f': {what}' if what else ''}")


def _write_sanction(writer: Writer, sanction: Sanction, path: str) -> None:
    entity = writer.entity("Sanction", "event", sanction.id)
    writer.actor(entity, "entity", sanction.target, f"{path}.target")
    name = writer.index.name(sanction.sender)
    if sanction.sender is not None and name is None:
        writer.lose(f"{path}.sender", sanction.sender, "no object of the article has this id")
    writer.words(entity, "authority", name, f"{path}.sender")
    writer.words(entity, "provisions", sanction.measure, f"{path}.measure")
    status = f"{sanction.status}{standing(sanction)}"
    entity.put("status", status)
    writer.date(entity, sanction.date, f"{path}.date")


def _write_training(writer: Writer, entity: Entity, training: MilitaryTraining, path: str) -> None:
    joint = "joint exercise" if training.joint_exercise else None
    _name(entity, training, joint, what=training.subject)
    writer.actors(entity, "involved", training.trainees, f"{path}.trainees")
    writer.actor(entity, "involved", training.institution, f"{path}.institution")
    writer.actor(entity, "organizer", training.provider, f"{path}.provider")
    writer.words(entity, "location", training.place, f"{path}.place")
    writer.country(entity, "country", training.country)
    if training.duration is not None:
        entity.put("description", f"duration: {training.duration}")
    if training.number_trained is not None:
        entity.put("description", f"number trained: {say(training.number_trained)}")


def _write_coup(writer: Writer, entity: Entity, coup: Coup, path: str) -> None:
    _name(entity, coup, str(coup.outcome))
    writer.country(entity, "country", coup.country)
    writer.actor(entity, "involved", coup.ousted, f"{path}.ousted")
    writer.actors(entity, "involved", coup.leaders, f"{path}.leaders")
    writer.actors(entity, "involved", coup.alleged_leaders, f"{path}.alleged_leaders")
    roles = [("ousted", coup.ousted)]
    roles += [("leader", one) for one in coup.leaders]
    roles += [("alleged leader", one) for one in coup.alleged_leaders]
    for role, who in roles:
        if (name := writer.index.name(who)) is not None:
            entity.put("description", f"{role}: {name}")


def _write_measure(writer: Writer, entity: Entity, measure: Measure, path: str) -> None:
    imposed = measure.status is MeasureStatus.IMPOSED
    _name(entity, measure, None if imposed else str(measure.status), what=measure.measure)
    writer.actor(entity, "organizer", measure.sender, f"{path}.sender")
    writer.actor(entity, "involved", measure.target, f"{path}.target")


def write_statistic(writer: Writer, statistic: Statistic, path: str) -> None:
    """A ``Note`` on the subject."""
    if is_denied(writer, statistic, path):
        return
    entity = writer.entity("Note", "statistic", statistic.id)
    measure = f": {statistic.measure}" if statistic.measure else ""
    entity.put("name", f"statistic{standing(statistic)}{measure}")
    entity.put("description", f"value: {say(statistic.value)}")
    if statistic.scope is not None:
        entity.put("description", f"of: {statistic.scope}", lang=writer.lang)
    if statistic.period is not None:
        entity.put("description", f"period: {statistic.period}")
    writer.actor(entity, "entity", statistic.subject, f"{path}.subject")
