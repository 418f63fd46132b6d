"""The PLOVER code of every record, and the CAMEO-style codes of its actors."""

from __future__ import annotations

from functools import cache

from attrs import define

from malicoup.formats._countries import countries
from malicoup.formats.plover._coding import QUADS, Coded, code_deal, code_event
from malicoup.formats.plover._record import SECTORS
from malicoup.lexicon._load import rows
from malicoup.model import ActorKind, AnyActor, Article, Person
from malicoup.text.fold import fold

#: Beginnings of the offices by which a person acts for a government.
_OFFICES = ("رئيس", "وزير", "ملك", "أمير", "سفير", "مستشار", "نائب رئيس", "نائب وزير", "حاكم")


@define(frozen=True, kw_only=True)
class EventCode:
    """How PLOVER codes one record.

    Attributes:
        record: Id of the record; for a delivery the deal's with its number behind.
        event: Type, or None where PLOVER has none.
        quad: Quad class of the type.
        modes, contexts: Further codes.
        actors, recipients: CAMEO-style codes: country and role, such as ``MLIMIL``.
        reason: Why there is no type.
    """

    record: str
    event: str | None = None
    quad: int | None = None
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    reason: str | None = None


def codes(article: Article) -> tuple[EventCode, ...]:
    """The code of every deal, delivery and event, those without one with the reason.

    Unlike the export it needs neither a day nor a recipient.

    Example:
        >>> import malicoup
        >>> codes(malicoup.parse("علقت كندا مساعداتها إلى غانا."))[0].event
        'SANCTION'
    """
    found = [
        _event_code(article, deal.id, coded)
        for deal in article.arms_deals
        for _, coded in code_deal(deal)
    ]
    return (*found, *(_event_code(article, e.id, code_event(e)) for e in article.events))


def _event_code(article: Article, record: str, coded: Coded | str) -> EventCode:
    if isinstance(coded, str):
        return EventCode(record=record, reason=coded)
    recipients = _codes(article, coded.recipients)
    if not recipients and coded.country is not None:
        recipients = (countries()[coded.country].alpha3,)
    return EventCode(
        record=coded.id,
        event=coded.event,
        quad=QUADS[coded.event],
        modes=coded.modes,
        contexts=coded.contexts,
        actors=_codes(article, coded.actors),
        recipients=recipients,
    )


def _codes(article: Article, ids: tuple[str, ...]) -> tuple[str, ...]:
    known = {actor.id: actor for actor in article.actors}
    return tuple(actor_code(known[id]) for id in ids if id in known)  # noqa: A001


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
        return country or "UNK"
    return country + _role(actor)


def _role(actor: AnyActor) -> str:
    if isinstance(actor, Person):
        if actor.rank is not None:
            return "MIL"
        offices = (actor.title or "", *actor.roles)
        return "GOV" if any(office.startswith(_OFFICES) for office in offices) else "UNK"
    return SECTORS.get(actor.kind, "UNK")


def _body(actor: AnyActor) -> str | None:
    """Code of a body of several states."""
    if actor.kind not in (ActorKind.ORGANIZATION, ActorKind.GOVERNMENT):
        return None
    names = [fold(name) for name in (actor.name, *actor.aliases)]
    return next((code for words, code in _bodies() if any(words in name for name in names)), None)


@cache
def _bodies() -> tuple[tuple[str, str], ...]:
    return tuple((fold(words), code) for words, code in rows("intergovernmental"))
