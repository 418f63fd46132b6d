"""The PLOVER code of every record, and the CAMEO-style codes of its actors."""

from __future__ import annotations

from attrs import define

from malicoup.formats._countries import countries
from malicoup.formats.plover._actors import actor_code
from malicoup.formats.plover._coding import QUADS, Coded, code_deal, code_event
from malicoup.model import Article


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
    return EventCode(
        record=coded.id,
        event=coded.event,
        quad=QUADS[coded.event],
        modes=coded.modes,
        contexts=coded.contexts,
        actors=party_codes(article, coded.actors),
        recipients=recipient_codes(article, coded),
    )


def recipient_codes(article: Article, coded: Coded) -> tuple[str, ...]:
    """CAMEO-style codes of the recipients; of the country where it alone is one."""
    recipients = party_codes(article, coded.recipients)
    if not recipients and coded.country is not None:
        return (countries()[coded.country].alpha3,)
    return recipients


def party_codes(article: Article, ids: tuple[str, ...]) -> tuple[str, ...]:
    """CAMEO-style codes of the actors of these ids, without those that are none."""
    known = {actor.id: actor for actor in article.actors}
    return tuple(actor_code(known[id]) for id in ids if id in known)  # noqa: A001
