"""Arms deals and events as ``Event``s, statistics as ``Observation``s."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from malicoup.formats._say import deal_title, json_number, standing
from malicoup.formats.jsonld._graph import Graph, Node, country, put
from malicoup.model import (
    ArmsDeal,
    Coup,
    Event,
    Measure,
    MeasureStatus,
    MilitaryTraining,
    Money,
    Quantity,
    Record,
    RecordCertainty,
    Statistic,
)

TOO_EXACT = "no JSON number holds it exactly"


def _is_denied(graph: Graph, record: Record, path: str) -> bool:
    denied = record.certainty is RecordCertainty.DENIED
    if denied:
        graph.lose(path, record, "an Event or Observation can only affirm")
    return denied


def write_deal(graph: Graph, deal: ArmsDeal, path: str) -> None:
    """An ``Event``: the supplier organizes, the recipient contributes."""
    if _is_denied(graph, deal, path):
        return
    node = graph.node("Event", deal.id, "about")
    put(
        node,
        name=deal_title(deal),
        organizer=graph.actor(deal.supplier, f"{path}.supplier"),
        contributor=graph.actor(deal.recipient, f"{path}.recipient"),
        about=None if deal.value is None else _money(graph, deal.value, f"{path}.value"),
    )
    graph.dates(node, deal.order_date, f"{path}.order_date")


def _money(graph: Graph, money: Money, path: str) -> Node:
    node: Node = {"@type": "MonetaryAmount"}
    put(node, currency=money.currency, value=_number(graph, money.amount, f"{path}.amount"))
    return node


def _number(graph: Graph, value: Decimal | None, path: str) -> int | float | None:
    if value is None:
        return None
    number = json_number(value)
    if number is None:
        graph.lose(path, value, TOO_EXACT)
    return number


def write_event(graph: Graph, event: Event, path: str) -> None:
    """An ``Event`` of any kind."""
    if _is_denied(graph, event, path):
        return
    node = graph.node("Event", event.id, "about")
    if isinstance(event, MilitaryTraining):
        _write_training(graph, node, event, path)
    elif isinstance(event, Coup):
        _write_coup(graph, node, event, path)
    elif isinstance(event, Measure):
        _write_measure(graph, node, event, path)
    else:
        put(node, name=_name(event))
    graph.dates(node, event.date, f"{path}.date")


def _name(event: Event, *more: str | None, what: str | None = None) -> str:
    kind = str(event.kind).replace("_", " ")
    return f"{kind}{standing(event, *more)}{f': {what}' if what else ''}"


def _write_training(graph: Graph, node: Node, training: MilitaryTraining, path: str) -> None:
    place: list[Any] = [country(training.country)] if training.country else []
    if training.place is not None:
        place.insert(0, {"@type": "Place", "name": training.place})
    put(
        node,
        name=_name(
            training, "joint exercise" if training.joint_exercise else None, what=training.subject
        ),
        organizer=graph.actor(training.provider, f"{path}.provider"),
        attendee=graph.actors(training.trainees, f"{path}.trainees"),
        contributor=graph.actor(training.institution, f"{path}.institution"),
        location=place,
        duration=training.duration,
    )


def _write_coup(graph: Graph, node: Node, coup: Coup, path: str) -> None:
    put(
        node,
        name=_name(coup, str(coup.outcome)),
        location=country(coup.country),
        organizer=graph.actors(coup.leaders, f"{path}.leaders"),
        about=graph.actor(coup.ousted, f"{path}.ousted"),
    )


def _write_measure(graph: Graph, node: Node, measure: Measure, path: str) -> None:
    imposed = measure.status is MeasureStatus.IMPOSED
    put(
        node,
        name=_name(measure, None if imposed else str(measure.status), what=measure.measure),
        organizer=graph.actor(measure.sender, f"{path}.sender"),
        about=graph.actor(measure.target, f"{path}.target"),
    )


def write_statistic(graph: Graph, statistic: Statistic, path: str) -> None:
    """An ``Observation``: a value, or its bounds."""
    if _is_denied(graph, statistic, path):
        return
    node = graph.node("Observation", statistic.id, "about")
    measured = [statistic.measure, statistic.scope]
    doubt = standing(statistic)
    put(
        node,
        name=f"statistic{doubt}" if doubt else None,
        variableMeasured=" / ".join(filter(None, measured)) or None,
        observationAbout=graph.actor(statistic.subject, f"{path}.subject"),
        observationPeriod=statistic.period,
        unitText=statistic.value.unit,
    )
    _write_bounds(graph, node, statistic.value, f"{path}.value")


def _write_bounds(graph: Graph, node: Node, quantity: Quantity, path: str) -> None:
    if quantity.value is not None:
        put(node, value=_number(graph, quantity.value, f"{path}.minimum"))
        if "value" not in node:
            graph.lose(f"{path}.maximum", quantity.maximum, TOO_EXACT)
        return
    put(
        node,
        minValue=_number(graph, quantity.minimum, f"{path}.minimum"),
        maxValue=_number(graph, quantity.maximum, f"{path}.maximum"),
    )
