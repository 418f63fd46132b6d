"""Shorthand for expected records, and the comparison of a passage with them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from malicoup.model import Article
from malicoup.text.fold import fold

#: A passage with its records.
Case = tuple[Any, ...]
Expected = tuple[str, dict[str, Any], dict[str, Any]]


def deal(supplier: str, recipient: str, weapon: str, **fields: Any) -> Expected:
    return "deal", {"supplier": supplier, "recipient": recipient, "weapon": weapon}, fields


def training(trainees: str, provider: str | None, **fields: Any) -> Expected:
    return "training", {"trainees": trainees, "provider": provider}, fields


def coup(country: str, **fields: Any) -> Expected:
    return "coup", {"country": country}, fields


def measure(kind: str, sender: str | None, target: str, **fields: Any) -> Expected:
    return "measure", {"kind": kind, "sender": sender, "target": target}, fields


def statistic(value: str, *, percent: bool = False, **fields: Any) -> Expected:
    return "statistic", {"value": value, "percent": percent}, fields


def records_of(article: Article, type_: str) -> list[Any]:
    """The records of one type."""
    if type_ == "deal":
        return list(article.arms_deals)
    if type_ == "statistic":
        return list(article.statistics)
    kinds = {"training": {"military_training"}, "coup": {"coup"}}
    if type_ in kinds:
        return [e for e in article.events if e.kind in kinds[type_]]
    return [e for e in article.events if e.kind not in ("military_training", "coup")]


def differences(article: Article, type_: str, expected: list[Expected]) -> list[str]:
    """What is missing, too much or other than expected; nothing where all is right."""
    left = records_of(article, type_)
    found: list[str] = []
    for _, identity, fields in expected:
        matches = [r for r in left if not _wrong(article, r, identity)]
        if not matches:
            found.append(f"missed {identity}")
            continue
        best = min(matches, key=lambda r: len(_wrong(article, r, fields)))
        left.remove(best)
        found += [
            f"{name} is {_show(article, best, name)}" for name in _wrong(article, best, fields)
        ]
    return found + [f"false {_short(article, record)}" for record in left]


def _wrong(article: Article, record: Any, fields: dict[str, Any]) -> list[str]:
    return [name for name, value in fields.items() if not _agrees(article, record, name, value)]


def _agrees(article: Article, record: Any, name: str, want: Any) -> bool:
    if want is None:
        return True
    if name == "weapon":
        weapon = record.weapon
        told = " ".join(filter(None, (weapon.designation, weapon.description, weapon.surface)))
        return fold(want) in fold(told)
    if name == "value" and isinstance(want, tuple):
        value = record.value
        return value is not None and (value.amount, value.currency) == (Decimal(want[0]), want[1])
    if name == "value":
        bounds = (record.value.minimum, record.value.maximum)
        return Decimal(want) in bounds
    if name == "percent":
        return bool((record.value.unit == "percent") == want)
    if name == "deliveries":
        return [d.quantity.minimum for d in record.deliveries if d.quantity] == want
    if name in ("ordered", "number"):
        figure = record.ordered if name == "ordered" else record.number_trained
        return figure is not None and figure.minimum == want
    held = getattr(record, name)
    if name in _ACTORS or isinstance(held, tuple):
        ids = held if isinstance(held, tuple) else (held,)
        wanted = want if isinstance(want, list) else [want]
        return all(any(_is(article, one, actor) for actor in ids) for one in wanted)
    if name in ("order_date", "date"):
        return held is not None and held.startswith(want)
    if name == "period":
        return held is not None and held[:4] == want[:4]
    if name in ("place", "subject", "measure", "condition"):
        return held is not None and fold(want) in fold(held)
    return str(held) == want


_ACTORS = frozenset({"supplier", "recipient", "source", "sender", "target", "provider", "ousted"})


def _is(article: Article, want: str, id: str | None) -> bool:
    if id is None:
        return False
    actor = article.actor(id)
    if len(want) == 2:
        return actor.country == want
    words = set(_words(want))
    return any(
        words <= set(_words(n)) or set(_words(n)) <= words for n in (actor.name, *actor.aliases)
    )


def _words(name: str) -> list[str]:
    return [re.sub("^ال", "", word) for word in re.findall(r"\w+", fold(name))]


def _show(article: Article, record: Any, name: str) -> str:
    held = getattr(record, {"number": "number_trained"}.get(name, name), None)
    return str(article.actor(held).name if isinstance(held, str) and name in _ACTORS else held)


def _short(article: Article, record: Any) -> str:
    told = {}
    for name in record.__slots__:
        if name in ("evidence", "id", "rule", "__weakref__"):
            continue
        held = getattr(record, name)
        if held not in (None, ()):
            told[name] = _show(article, record, name)
    return f"{record.rule} {told}"[:400]
