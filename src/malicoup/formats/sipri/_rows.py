"""Rows of the register from arms deals."""

from __future__ import annotations

from decimal import Decimal

from malicoup.formats import _export
from malicoup.formats._countries import countries
from malicoup.formats._export import Index, Loss, plain
from malicoup.formats._say import number
from malicoup.model import (
    ActorKind,
    AnyActor,
    ArmsDeal,
    Delivery,
    DeliveryCondition,
    Quantity,
    edtf_bounds,
)

#: As SIPRI's page writes them; flag columns have a blank for a name.
COLUMNS = (
    "Recipient", "Supplier", "Year of order", " ", "Number ordered", " ", "Weapon designation",
    "Weapon description", "Number delivered", " ", "Year(s) of delivery", "status", "Comments",
    "SIPRI TIV per unit", "SIPRI TIV for total order", "SIPRI TIV of delivered weapons",
)  # fmt: skip

CONDITIONS = {
    DeliveryCondition.NEW: "New",
    DeliveryCondition.SECOND_HAND: "Second hand",
    DeliveryCondition.SECOND_HAND_MODERNIZED: "Second hand but modernized",
}
_STATE = (ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.ARMED_FORCE)
#: Longest run of years written out; a longer one keeps its ends.
_MOST_YEARS = 30

NO_YEARS = "a register has years only"
YEARS = "kept as years and a flag"
OPEN = "only one end is known: kept as one year and a flag"
BOUND = "the register has one number and a flag"


class RowWriter:
    """Makes rows of the deals of one article."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.lost: list[Loss] = []
        self.skip: set[str] = set()

    def lose(self, path: str, value: object, reason: str) -> None:
        """Report a value that is lost."""
        self.lost.append(Loss(path=path, value=plain(value), reason=reason))
        self.skip.add(path)

    def row(self, deal: ArmsDeal, path: str) -> tuple[str, ...]:
        """The row of a deal."""
        year, year_flag = self._order_year(deal.order_date, f"{path}.order_date")
        ordered, ordered_flag = self._number(deal.ordered, f"{path}.ordered")
        delivered, delivered_flag = self._delivered(deal.deliveries, path)
        return (
            self._party(deal.recipient, "unknown recipient(s)", f"{path}.recipient"),
            self._party(deal.supplier, "unknown supplier(s)", f"{path}.supplier"),
            year,
            year_flag,
            ordered,
            ordered_flag,
            deal.weapon.designation or "",
            deal.weapon.description or "",
            delivered,
            delivered_flag,
            self._years(deal.deliveries, path),
            self._condition(deal.deliveries, path),
            self._comments(deal),
            *("", "", ""),
        )

    def _party(self, id: str | None, unknown: str, path: str) -> str:
        actor = self.index.actor(id)
        if actor is None:
            if id is not None:
                self.lose(path, id, _export.DANGLING)
            return unknown
        if actor.kind in _STATE and actor.country is not None:
            if actor.kind is not ActorKind.COUNTRY:
                self.lose(path, id, f"kept only as its country, {actor.country}")
            return countries()[actor.country].english
        return actor.name if actor.kind is ActorKind.COUNTRY else f"{actor.name}**"

    def _order_year(self, edtf: str | None, path: str) -> tuple[str, str]:
        if edtf is None:
            return "", ""
        first, last = edtf_bounds(edtf)
        day = first or last
        if day is None:
            self.lose(path, edtf, NO_YEARS)
            return "", "?"
        exact = _is_exact(edtf) and first is not None and last is not None
        if edtf != str(day.year):
            self.lose(path, edtf, YEARS)
        return str(day.year), "" if exact else "?"

    def _number(self, quantity: Quantity | None, path: str) -> tuple[str, str]:
        if quantity is None:
            return "", ""
        value = quantity.minimum if quantity.minimum is not None else quantity.maximum
        if value is None:
            return "", "?"
        exact = quantity.value is not None and not quantity.approximate
        if quantity.minimum is not None and quantity.value is None and quantity.maximum is not None:
            self.lose(f"{path}.maximum", quantity.maximum, BOUND)
        return number(value), "" if exact else "?"

    def _delivered(self, deliveries: tuple[Delivery, ...], path: str) -> tuple[str, str]:
        """The sum of the deliveries whose number is told, flagged where any is not exact."""
        quantities = [delivery.quantity for delivery in deliveries]
        if len(deliveries) == 1:
            return self._number(quantities[0], f"{path}.deliveries[0].quantity")
        known = [q for q in quantities if q is not None and q.minimum is not None]
        if not known:
            return "", "?" if deliveries else ""
        for i, delivery in enumerate(deliveries):
            if delivery.quantity is not None:
                place = f"{path}.deliveries[{i}].quantity"
                self.lose(place, delivery.quantity, "only the sum of all deliveries is kept")
        total = sum((q.minimum for q in known if q.minimum is not None), start=Decimal(0))
        exact = all(q is not None and q.value is not None and not q.approximate for q in quantities)
        return number(total), "" if exact else "?"

    def _years(self, deliveries: tuple[Delivery, ...], path: str) -> str:
        years: set[int] = set()
        for i, delivery in enumerate(deliveries):
            if delivery.date is None:
                continue
            place = f"{path}.deliveries[{i}].date"
            first, last = edtf_bounds(delivery.date)
            if first is None and last is None:
                self.lose(place, delivery.date, NO_YEARS)
                continue
            ends = [day.year for day in (first, last) if day is not None]
            if len(ends) == 1:
                self.lose(place, delivery.date, OPEN)
            elif not _is_years(delivery.date):
                self.lose(place, delivery.date, YEARS)
            whole = range(ends[0], ends[-1] + 1)
            years.update(whole if len(whole) <= _MOST_YEARS else ends)
        return "; ".join(map(str, sorted(years)))

    def _condition(self, deliveries: tuple[Delivery, ...], path: str) -> str:
        told = [delivery.condition for delivery in deliveries if delivery.condition is not None]
        for i, delivery in enumerate(deliveries):
            if delivery.condition is not None and delivery.condition is not told[0]:
                place = f"{path}.deliveries[{i}].condition"
                self.lose(place, delivery.condition, "a register has one status a row")
        return CONDITIONS[told[0]] if told else ""

    def _comments(self, deal: ArmsDeal) -> str:
        article = self.index.article
        parts: list[str | None] = [
            str(deal.certainty) if deal.certainty != "asserted" else None,
            None if deal.status is None else f"deal {deal.status}",
            _price(deal),
            None if deal.condition is None else f"condition: {deal.condition}",
            _named("according to", self.index.actor(deal.source)),
            _named("reported by", self.index.actor(article.publisher)),
            article.url,
        ]
        return "; ".join(filter(None, parts))


def _price(deal: ArmsDeal) -> str | None:
    if deal.value is None:
        return None
    currency = f" {deal.value.currency}" if deal.value.currency else ""
    return f"deal worth {number(deal.value.amount)}{currency}"


def _named(words: str, actor: AnyActor | None) -> str | None:
    return None if actor is None else f"{words} {actor.name}"


def _is_exact(edtf: str) -> bool:
    return not any(mark in edtf for mark in "?~%X/[{")


def _is_years(edtf: str) -> bool:
    """Whether years say all of it: ``2017``, ``2017/2019``."""
    return all(len(end) == 4 and end.isdigit() for end in edtf.split("/"))
