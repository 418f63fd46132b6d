"""Arms deals: sale, gift, delivery, lease, licence; planned, signed, delivered, stopped."""

from __future__ import annotations

from typing import Any

import attrs

from malicoup.model import (
    Alternative,
    ArmsDeal,
    DealStatus,
    Delivery,
    Quantity,
    RecordCertainty,
    Weapon,
)
from malicoup.parse.records._deal_fields import hinge, read_fields, stops
from malicoup.parse.records._deal_hits import Hit, find_hits
from malicoup.parse.records._deal_loose import fill_sides
from malicoup.parse.records._deal_merge import best_status, join, stopped
from malicoup.parse.records._deal_price import told_price
from malicoup.parse.records._deal_roles import read_sides
from malicoup.parse.records._finding import Finding, Support, certainty_at, joint_certainty
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._parties import Parties
from malicoup.parse.records._scene import Scene
from malicoup.parse.records._weapons import WeaponMention, find_weapons

_WEAPON_FIELDS = frozenset(attrs.fields_dict(Weapon))


def find_deals(scene: Scene, parties: Parties) -> list[Finding]:
    """The arms deals of a report.

    A deal is found where a weapon is the object of a word for handing over, taking over or
    agreeing, and one party at least is known. Mentions of one deal are joined.
    """
    if not scene.tags & Family.DEAL:
        return []
    weapons = find_weapons(scene)
    hits: list[Hit] = []
    for hit in find_hits(scene, weapons):
        if _read(scene, parties, hit, hits[-1] if hits else None):
            hits.append(hit)
    groups = [g for g in join(scene, hits) if not all(_is_aid(hit) for hit in g)]
    for group in groups:
        for hit in group:
            if all(h.price is None for h in group):
                told_price(scene, hit, hits)
    return [_finding(scene, group) for group in groups]


def _read(scene: Scene, parties: Parties, hit: Hit, before: Hit | None) -> bool:
    """Fill a hit; False where it is no deal after all."""
    read_sides(scene, parties, hit)
    fill_sides(scene, parties, hit, before)
    read_fields(scene, hit)
    hit.rule = _rule(hit)
    if _is_aid(hit):  # the arms in it tell how far it has come
        hit.status, hit.delivery = None, False
    weapon = hit.weapon
    if weapon is None:
        return False
    both = hit.supplier is not None and hit.recipient is not None
    if hit.nucleus.is_weak and not both and not _specific(scene, hit, weapon):
        return False
    if weapon.generic and (_is_measure(scene, hit) or _is_budget(hit)):
        return False
    sold = hit.nucleus.is_verb and hit.nucleus.role == "supply" and hit.counts is None
    people = hit.nucleus.sense.form == "participle" and not hit.nucleus.is_gift
    if weapon.generic and people and hit.counts is None:  # ثالث مستورد للسلاح الروسي
        return False
    if weapon.generic and (_is_trade(scene, hit) or (sold and not hit.recipient)):
        return False
    lot = hit.counts is not None or hit.price is not None
    if weapon.generic and not both and not lot:
        return False
    return not _habit(scene, hit, weapon)


def _is_budget(hit: Hit) -> bool:
    """خصصت كذا لاقتناء الأسلحة: buying arms in general, of nobody, is no deal."""
    agreed = any(p.role == "deal" for p in hit.predicates)
    seller = hit.supplier is not None and not hit.inherited
    return hit.nucleus.role == "acquire" and not seller and not agreed


def _is_trade(scene: Scene, hit: Hit) -> bool:
    """زادت مبيعات السلاح إلى كذا: the trade of a year is a statistic."""
    token = hit.nucleus.token
    plural = scene.form(token).endswith("ات") and hit.nucleus.role in ("supply", "acquire")
    plural = plural and not hit.nucleus.is_verb
    clause = scene.clause(token)
    rates = scene.has(clause.first, clause.end, Family.STATISTIC, "change", "size", "measure")
    return plural and rates is not None


def _is_aid(hit: Hit) -> bool:
    """Military aid alone is a flow of money, and no deal."""
    return all(weapon.is_aid for weapon in hit.weapons)


def _specific(scene: Scene, hit: Hit, weapon: WeaponMention) -> bool:
    """Whether a mention with one party only is about a lot that can be told apart."""
    lot = weapon.designation is not None or hit.counts is not None
    deal = any(p.role == "deal" for p in hit.predicates)
    return (lot or deal) and hit.recipient is not None


def _is_measure(scene: Scene, hit: Hit) -> bool:
    """Stopping arms in general is an embargo or a suspension, not a deal."""
    if hit.price is not None or hit.counts is not None or hit.nucleus.role != "supply":
        return False
    if any(p.role == "deal" and p.token < hit.nucleus.token for p in hit.predicates):
        return False  # رفض صفقة لبيع ذخائر
    if scene.base(hit.nucleus.token).removeprefix("ال") == "شحنة":
        return False
    first = max(scene.clause(hit.nucleus.token).first, hit.nucleus.token - 5)
    barred = scene.has(first, hit.nucleus.token, Family.MEASURE, "embargo")
    return stops(scene, hit) or barred is not None


def _habit(scene: Scene, hit: Hit, weapon: WeaponMention) -> bool:
    """روسيا تزود مالي ببعض المعدات: what is told as a habit of arms in general is no deal."""
    lot = hit.price is not None or hit.counts is not None or hit.date is not None
    habitual = hit.nucleus.is_verb and scene.tense(hit.nucleus.token, Family.DEAL) == "imperfect"
    return weapon.generic and habitual and not lot


def _rule(hit: Hit) -> str:
    form = hit.nucleus.sense.form
    names = {"verb": "verb", "noun": "noun", "participle": "participle"}
    return f"{hit.nucleus.role}-{names[form]}"


# -- building ------------------------------


def _finding(scene: Scene, group: list[Hit]) -> Finding:
    values: dict[str, Any] = {
        "supplier": _first(group, "supplier"),
        "recipient": _first(group, "recipient"),
        "weapon": _weapon(scene, group),
        "ordered": _ordered(group),
        "order_date": _order_date(group),
        "deliveries": _deliveries(group),
        "value": next((h.price for h in group if h.price), None),
        "status": best_status(group) or DealStatus.ANNOUNCED,
    }
    hinges = [h for hit in group if (h := hinge(scene, hit)) is not None]
    if hinges:
        values["condition"] = " ".join(scene.page.slice(*hinges[0]).split())
        group[0].places.setdefault("condition", hinges[0])
    values["alternatives"] = _alternatives(scene, group, values)
    support = tuple(_support(hit, values) for hit in group)
    return Finding(ArmsDeal, values, support, group[0].rule, _certainty(scene, group))


def _ordered(group: list[Hit]) -> Quantity | None:
    totals = (h.total for h in group if h.total is not None)
    return next(totals, next((h.counts for h in group if h.counts and not h.delivery), None))


def _first(group: list[Hit], side: str) -> str | None:
    """The first actor given for a side; one read from the words before an inherited one."""
    told = [h for h in group if getattr(h, side) is not None]
    told.sort(key=lambda h: h.inherited)
    return getattr(told[0], side).id if told else None


def _weapon(scene: Scene, group: list[Hit]) -> Weapon:
    mentions = [w for hit in group for w in hit.weapons]
    named = [w for w in mentions if w.designation is not None]
    best = named[0] if named else next((w for w in mentions if not w.generic), mentions[0])
    fields: dict[str, Any] = {
        "designation": best.designation.text if best.designation else None,
        "description": best.english or next((w.english for w in mentions if w.english), None),
        "category": best.category or next((w.category for w in mentions if w.category), None),
    }
    if "surface" in _WEAPON_FIELDS:
        fields["surface"] = _surface(scene, group, best)
    return Weapon(**fields)


def _surface(scene: Scene, group: list[Hit], best: WeaponMention) -> str:
    """The words of the report for the weapon, a list whole."""
    hit = next(h for h in group if best in h.weapons)
    lot = hit.weapons if hit.weapons[0] is best else [best]
    text = scene.page.slice(lot[0].first, lot[-1].end)
    model = best.designation
    if model is not None and not best.first <= model.first < best.end:  # named before
        text += " " + scene.page.slice(model.first, model.end)
    return " ".join(text.split())


def _order_date(group: list[Hit]) -> str | None:
    for hit in group:
        if hit.past and stopped(hit) and hit is not group[0]:
            continue  # كانت قد أوقفت التسليم عام 2013
        agreed = any(p.role == "deal" for p in hit.predicates)  # سلمت بموجب اتفاق 2016
        if (not hit.delivery or agreed) and hit.date and hit.status not in _UNDATED:
            return hit.date
    return None


_UNDATED = frozenset({DealStatus.PLANNED, DealStatus.NEGOTIATED})


def _deliveries(group: list[Hit]) -> tuple[Delivery, ...]:
    found: list[Delivery] = []
    for hit in group:
        done = hit.status in (DealStatus.DELIVERED, DealStatus.DELIVERING)
        if hit.delivery and done and not hit.denied:
            delivery = Delivery(quantity=hit.counts, date=hit.date, condition=hit.condition)
            if hit.counts is None and hit.date is None and found:
                continue
            if all(d.quantity != delivery.quantity or d.date != delivery.date for d in found):
                found.append(delivery)
    return tuple(found)


def _support(hit: Hit, values: dict[str, Any]) -> Support:
    places = dict(hit.places)
    fields: list[tuple[str, int, int]] = []
    for side in ("supplier", "recipient", "value", "condition"):
        if side in places and values.get(side) is not None:
            fields.append((side, *places[side]))
    if hit.weapon is not None:
        fields.append(("weapon", hit.weapon.first, hit.weapons[-1].end))
    if "count" in places:
        if not hit.delivery and values["ordered"] is hit.counts:
            fields.append(("ordered", *places["count"]))
        for n, delivery in enumerate(values["deliveries"]):
            if hit.delivery and delivery.quantity is hit.counts:
                fields.append((f"deliveries[{n}].quantity", *places["count"]))
    if "date" in places and not hit.delivery and values["order_date"] == hit.date:
        fields.append(("order_date", *places["date"]))
    if "date" in places and hit.delivery:
        for n, delivery in enumerate(values["deliveries"]):
            if delivery.date == hit.date:
                fields.append((f"deliveries[{n}].date", *places["date"]))
    fields.sort(key=lambda f: f[1])
    return Support(hit.first, hit.end, tuple(fields))


def _alternatives(
    scene: Scene, group: list[Hit], values: dict[str, Any]
) -> tuple[Alternative, ...]:
    """Readings of number and date that another mention gives otherwise."""
    found: list[Alternative] = []
    for hit in group:
        for name, value, place in (
            ("ordered", _other_count(hit, values), "count"),
            ("order_date", _other_date(hit, values), "date"),
        ):
            if value is not None:
                source = scene.book.speaker_at(hit.first, hit.end)
                span = scene.page.span(*hit.places[place])
                found.append(Alternative(name=name, value=value, source=source, span=span))
    return tuple(found)


def _other_count(hit: Hit, values: dict[str, Any]) -> str | None:
    told: Quantity | None = values["ordered"]
    if hit.counts is None or hit.delivery or told is None:
        return None
    same = (hit.counts.minimum, hit.counts.maximum) == (told.minimum, told.maximum)
    return None if same else str(hit.counts.minimum or hit.counts.maximum)


def _other_date(hit: Hit, values: dict[str, Any]) -> str | None:
    told = values["order_date"]
    differs = hit.date and not hit.delivery and told is not None and hit.date != told
    return hit.date if differs else None


def _certainty(scene: Scene, group: list[Hit]) -> RecordCertainty:
    return joint_certainty([certainty_at(scene, h.first, denied=h.denied) for h in group])
