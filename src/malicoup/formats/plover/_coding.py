"""Which PLOVER event a record is: event, mode, contexts, parties."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define

from malicoup.model import (
    ArmsDeal,
    Article,
    Condemnation,
    Coup,
    CoupOutcome,
    DealStatus,
    Delivery,
    Embargo,
    Event,
    Expulsion,
    Measure,
    MeasureStatus,
    MilitaryTraining,
    Quote,
    RecordCertainty,
    Stance,
    Suspension,
)

NO_CODE = "PLOVER has no code for it"
DENIED = "a record can only affirm"
NOT_CARRIED_OUT = "PLOVER has no code for a coup that was not carried out"
NO_RECIPIENT = "PLOVER asks for a recipient"

#: Events that need a recipient.
NEEDS_RECIPIENT = frozenset({"COOPERATE", "AID", "SANCTION"})
#: Event -> quad class.
QUADS = {
    **dict.fromkeys(["AGREE", "CONSULT", "SUPPORT", "CONCEDE"], 1),
    **dict.fromkeys(["COOPERATE", "AID", "RETREAT"], 2),
    **dict.fromkeys(["REQUEST", "REJECT", "ACCUSE", "THREATEN"], 3),
    **dict.fromkeys(["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"], 4),
}

_ORDERED = (DealStatus.ANNOUNCED, DealStatus.SIGNED, DealStatus.DELIVERING, DealStatus.DELIVERED)
#: Words for membership, by which a suspension is an expulsion for a time.
_MEMBERSHIP = "عضوي"


@define(frozen=True, kw_only=True)
class Coded:
    """A PLOVER event in our terms; parties are actor ids, *date* is EDTF text."""

    id: str
    event: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    #: Alpha-2 code of a country that is the recipient where no actor is.
    country: str | None = None
    date: str | None = None
    delivery: Delivery | None = None


def _ids(*ids: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for id in ids if id is not None))  # noqa: A001


def code_quote(article: Article, quote: Quote) -> Coded | None:
    """An accusation or a denial; None for other quotes."""
    events = {Stance.ACCUSING: ("ACCUSE", ("allege",)), Stance.DENYING: ("REJECT", ())}
    if quote.cue is None or quote.speaker is None or quote.cue.stance not in events:
        return None
    event, modes = events[quote.cue.stance]
    recipients = _ids(quote.addressee)
    return Coded(
        id=quote.id, event=event, modes=modes, actors=(quote.speaker,), recipients=recipients
    )


def code_deal(deal: ArmsDeal) -> Iterator[tuple[str, Coded | str]]:
    """The order, and each delivery."""
    if deal.certainty is RecordCertainty.DENIED:
        yield "", DENIED
        return
    if deal.status is not None and deal.status not in _ORDERED:
        yield ".status", f"{NO_CODE}: {deal.status}"
    else:
        yield (
            "",
            Coded(
                id=deal.id,
                event="AGREE",
                contexts=("military", "economic"),
                actors=_ids(deal.supplier),
                recipients=_ids(deal.recipient),
                date=deal.order_date,
            ),
        )
    for i, delivery in enumerate(deal.deliveries):
        yield (
            f".deliveries[{i}]",
            Coded(
                id=f"{deal.id}-{i + 1}",
                event="COOPERATE",
                contexts=("military",),
                actors=_ids(deal.supplier),
                recipients=_ids(deal.recipient),
                date=delivery.date,
                delivery=delivery,
            ),
        )


def code_event(event: Event) -> Coded | str:
    """The code of an event, or why it has none."""
    if event.certainty is RecordCertainty.DENIED:
        return DENIED
    if isinstance(event, Coup):
        return _code_coup(event)
    if isinstance(event, MilitaryTraining):
        return Coded(
            id=event.id,
            event="COOPERATE" if event.joint_exercise else "AID",
            contexts=("military",),
            actors=_ids(event.provider or event.institution),
            recipients=event.trainees,
            date=event.date,
        )
    return _code_measure(event) if isinstance(event, Measure) else NO_CODE


def _code_coup(coup: Coup) -> Coded | str:
    if coup.outcome is not CoupOutcome.REALIZED:
        return NOT_CARRIED_OUT
    return Coded(
        id=coup.id,
        event="COERCE",
        modes=("restrict",),
        contexts=("military", "executive", "political_institutions", "pro_autocracy"),
        actors=coup.leaders,
        recipients=_ids(coup.ousted),
        country=coup.country,
        date=coup.date,
    )


def _code_measure(measure: Measure) -> Coded | str:
    coding = _measure_event(measure)
    if coding is None:
        return f"{NO_CODE}: {measure.kind}, {measure.status}"
    event, modes, contexts = coding
    return Coded(
        id=measure.id,
        event=event,
        modes=modes,
        contexts=contexts,
        actors=_ids(measure.sender),
        recipients=_ids(measure.target),
        date=measure.date,
    )


_Coding = tuple[str, tuple[str, ...], tuple[str, ...]]


def _measure_event(measure: Measure) -> _Coding | None:
    contexts = _contexts(measure)
    if isinstance(measure, Condemnation):
        told = measure.status in (MeasureStatus.IMPOSED, MeasureStatus.ANNOUNCED)
        return ("ACCUSE", ("disapprove",), contexts) if told else None
    if measure.status is MeasureStatus.THREATENED:
        return "THREATEN", ("expel" if isinstance(measure, Expulsion) else "restrict",), contexts
    if measure.status is MeasureStatus.LIFTED:
        return "CONCEDE", (), contexts
    if measure.status not in (MeasureStatus.IMPOSED, MeasureStatus.EXTENDED):
        return None
    expels = isinstance(measure, Expulsion) or _is_membership(measure)
    return "SANCTION", ("expel" if expels else "discontinue",), contexts


def _is_membership(measure: Measure) -> bool:
    return isinstance(measure, Suspension) and _MEMBERSHIP in (measure.measure or "")


def _contexts(measure: Measure) -> tuple[str, ...]:
    if isinstance(measure, Embargo):
        return "diplomatic", "economic"
    if _is_membership(measure):
        return "diplomatic", "political_institutions"
    if isinstance(measure, Condemnation | Expulsion):
        return ("diplomatic",)
    return "diplomatic", "economic"
