"""Who a party is to PLOVER: country and role, apart as in a record and joined as in CAMEO."""

from __future__ import annotations

from functools import cache

from malicoup.formats._countries import countries
from malicoup.lexicon._load import rows
from malicoup.model import ActorKind, AnyActor, Person
from malicoup.text.fold import fold

_SECTORS = {
    ActorKind.COUNTRY: "GOV",
    ActorKind.GOVERNMENT: "GOV",
    ActorKind.ARMED_FORCE: "MIL",
    ActorKind.ARMED_GROUP: "UAF",
    ActorKind.MEDIA: "JRN",
}
#: Beginnings of the offices by which a person acts for a government.
_OFFICES = ("رئيس", "وزير", "ملك", "أمير", "سفير", "مستشار", "نائب رئيس", "نائب وزير", "حاكم")


def entity(actor: AnyActor) -> dict[str, str]:
    """An actor as a record names it; a body of several states has its code for a country's."""
    body = _body(actor)
    if body is not None:
        codes = {"code": body}
    elif actor.country is not None:
        codes = {"code": countries()[actor.country].alpha3, "sector": _role(actor)}
    else:
        codes = {"sector": _role(actor)}
    return codes | {"entity_text": actor.name, "identifier_id": actor.id}


def country_entity(code: str) -> dict[str, str]:
    """A country that nobody in the report stands for, by its alpha-2 code."""
    names = countries()[code]
    return {"code": names.alpha3, "sector": "GOV", "entity_text": names.english}


def actor_code(actor: AnyActor) -> str:
    """Country and role of an actor: ``FRAGOV``, ``MLIMIL``; ``IGOUNO``; ``UNK`` for no role.

    A country alone is its government. A person with a rank is military, one with an office of
    state government. Without a country only the role is given.
    """
    body = _body(actor)
    if body is not None:
        return "IGO" if body == "IGO" else f"IGO{body}"
    country = "" if actor.country is None else countries()[actor.country].alpha3
    if actor.kind is ActorKind.COUNTRY:
        return country or _role(actor)
    return country + _role(actor)


def _role(actor: AnyActor) -> str:
    if isinstance(actor, Person):
        if actor.rank is not None:
            return "MIL"
        offices = (actor.title or "", *actor.roles)
        return "GOV" if any(office.startswith(_OFFICES) for office in offices) else "UNK"
    return _SECTORS.get(actor.kind, "UNK")


def _body(actor: AnyActor) -> str | None:
    """Code of a body of several states."""
    if actor.kind not in (ActorKind.ORGANIZATION, ActorKind.GOVERNMENT):
        return None
    names = [fold(name) for name in (actor.name, *actor.aliases)]
    return next((code for words, code in _bodies() if any(words in name for name in names)), None)


@cache
def _bodies() -> tuple[tuple[str, str], ...]:
    return tuple((fold(words), code) for words, code in rows("intergovernmental"))
