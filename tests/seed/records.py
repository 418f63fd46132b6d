"""Compares the records of an article with a reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from seed.compare import Comparison, bounds, wanted


def differences(compared: Comparison) -> Iterator[str]:
    """Every record of the facts that is missing, other or too many."""
    yield from _deals(compared)
    for kind, key, is_same in (
        ("military_training", "trainings", is_training),
        ("coup", "coups", is_coup),
        ("suspension", "suspensions", is_measure),
        ("sanction", "sanctions", is_measure),
    ):
        found = [e for e in compared.article.events if e.kind == kind]
        facts = compared.facts[key]
        if len(found) != len(facts):
            yield f"{len(found)} of {kind}, not {len(facts)}"
        for fact in facts:
            if not any(is_same(compared, fact, event) for event in found):
                yield f"{kind} {fact} not found"
    (fact,) = compared.facts["statistics"]
    if not any(
        bounds(s.value) == wanted(*fact["value"]) and compared.is_actor(fact["source"], s.source)
        for s in compared.article.statistics
    ):
        yield f"statistic {fact} not found"


def _deals(compared: Comparison) -> Iterator[str]:
    (fact,) = compared.facts["arms_deals"]
    deals = compared.article.arms_deals
    if len(deals) != 1:
        yield f"{len(deals)} deals"
        return
    deal = deals[0]
    if not is_power(compared, deal.supplier):
        yield f"supplier {compared.name(deal.supplier)}"
    for key in ("recipient", "source"):
        if not compared.is_actor(fact[key], getattr(deal, key)):
            yield f"{key} {compared.name(getattr(deal, key))}"
    if deal.weapon.designation != fact["designation"]:
        yield f"weapon {deal.weapon.designation}, not {fact['designation']}"
    if bounds(deal.ordered) != wanted(*fact["ordered"]) or deal.order_date != fact["order_date"]:
        yield f"ordered {bounds(deal.ordered)} in {deal.order_date}"
    want = [(wanted(*d["quantity"]), d["date"], d["condition"]) for d in fact["deliveries"]]
    if [(bounds(d.quantity), d.date, d.condition) for d in deal.deliveries] != want:
        yield f"deliveries {deal.deliveries}"


def is_power(compared: Comparison, id: str | None) -> bool:
    """Whether the id is the country, or the seat that stands for its government."""
    return compared.is_actor("russia", id) or compared.is_actor("kremlin", id)


def is_training(compared: Comparison, fact: dict[str, Any], event: Any) -> bool:
    return (
        all(any(compared.is_actor(t, x) for x in event.trainees) for t in fact["trainees"])
        and ("duration" not in fact or event.duration == fact["duration"])
        and all(
            key not in fact or compared.is_actor(fact[key], getattr(event, key))
            for key in ("provider", "institution")
        )
    )


def is_coup(compared: Comparison, fact: dict[str, Any], event: Any) -> bool:
    return (
        event.country == fact["country"]
        and compared.is_actor(fact["ousted"], event.ousted)
        and event.date == fact.get("date", event.date)
        and all(
            any(compared.is_actor(person, x) for x in getattr(event, key))
            for key in ("leaders", "alleged_leaders")
            for person in fact.get(key, ())
        )
    )


def is_measure(compared: Comparison, fact: dict[str, Any], event: Any) -> bool:
    target = fact["target"]
    return (
        ("sender" not in fact or compared.is_actor(fact["sender"], event.sender))
        and (
            compared.is_actor(target, event.target)
            or (target == "russia" and is_power(compared, event.target))
        )
        and event.date == fact.get("date", event.date)
    )
