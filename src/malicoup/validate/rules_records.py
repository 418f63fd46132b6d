"""Records: parties, figures and dates that have to agree with one another."""

from __future__ import annotations

import decimal
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from malicoup.model import (
    ArmsDeal,
    Coup,
    CoupOutcome,
    DealStatus,
    MilitaryTraining,
    Quantity,
    RecordCertainty,
    Severity,
    Statistic,
    Weapon,
    edtf_bounds,
)
from malicoup.model.record import Measure
from malicoup.validate._context import Context, Path
from malicoup.validate._registry import Finding, rule

_DONE = frozenset({DealStatus.SIGNED, DealStatus.DELIVERING, DealStatus.DELIVERED})
_NOT_YET = frozenset({DealStatus.PLANNED, DealStatus.NEGOTIATED})
_TRIED = frozenset({CoupOutcome.REALIZED, CoupOutcome.ATTEMPTED, CoupOutcome.FOILED})

#: Least days of the parts of a duration, in the order in which they are written.
_DAYS = {"Y": 365.0, "M": 28.0, "W": 7.0, "D": 1.0}


def _deals(context: Context) -> Iterator[tuple[Path, ArmsDeal]]:
    for i, deal in enumerate(context.article.arms_deals):
        yield ("arms_deals", i), deal


def _trainings(context: Context) -> Iterator[tuple[Path, MilitaryTraining]]:
    for i, event in enumerate(context.article.events):
        if isinstance(event, MilitaryTraining):
            yield ("events", i), event


def _coups(context: Context) -> Iterator[tuple[Path, Coup]]:
    for i, event in enumerate(context.article.events):
        if isinstance(event, Coup):
            yield ("events", i), event


def _measures(context: Context) -> Iterator[tuple[Path, Measure]]:
    for i, event in enumerate(context.article.events):
        if isinstance(event, Measure):
            yield ("events", i), event


@rule(Severity.INFO)
def record_without_parties(context: Context) -> Iterator[Finding]:
    """A deal, training, coup or measure names a party; a coup may name the country alone.

    With neither side known nothing is left to look up.
    """
    groups: list[tuple[Path, tuple[object, ...]]] = [
        *((path, (deal.supplier, deal.recipient)) for path, deal in _deals(context)),
        *((path, (t.trainees, t.provider, t.institution)) for path, t in _trainings(context)),
        *((p, (c.country, c.ousted, c.leaders, c.alleged_leaders)) for p, c in _coups(context)),
        *((path, (m.sender, m.target)) for path, m in _measures(context)),
    ]
    for path, parties in groups:
        if not any(parties):
            yield Finding(path, "names no party")


@rule(Severity.WARNING)
def supplier_is_recipient(context: Context) -> Iterator[Finding]:
    """Nobody sells weapons to himself.

    One side was resolved to the other.
    """
    for path, deal in _deals(context):
        if deal.supplier is not None and deal.supplier == deal.recipient:
            yield Finding((*path, "recipient"), f"{deal.recipient!r} is the supplier")


@rule(Severity.WARNING)
def sender_is_target(context: Context) -> Iterator[Finding]:
    """Nobody takes a measure against himself.

    One side was resolved to the other.
    """
    for path, event in _measures(context):
        if event.sender is not None and event.sender == event.target:
            yield Finding((*path, "target"), f"{event.target!r} is the sender")


@rule(Severity.WARNING)
def trainee_is_provider(context: Context) -> Iterator[Finding]:
    """Nobody trains himself, save in a joint exercise.

    A country's own exercise is no training of another.
    """
    for path, event in _trainings(context):
        for i, trainee in enumerate(event.trainees):
            if trainee == event.provider and not event.joint_exercise:
                yield Finding((*path, "trainees", i), f"{trainee!r} is the provider")


@rule(Severity.WARNING)
def leader_is_ousted(context: Context) -> Iterator[Finding]:
    """Whoever is ousted by a coup does not lead it.

    The two sides were mixed up.
    """
    for path, coup in _coups(context):
        for name in ("leaders", "alleged_leaders"):
            for i, leader in enumerate(getattr(coup, name)):
                if leader == coup.ousted:
                    yield Finding((*path, name, i), f"{leader!r} is ousted by it")


@rule(Severity.WARNING)
def leader_also_alleged(context: Context) -> Iterator[Finding]:
    """A leader of a coup is told or alleged to lead it, not both.

    What is told as fact need not be alleged.
    """
    for path, coup in _coups(context):
        leaders = frozenset(coup.leaders)
        for i, leader in enumerate(coup.alleged_leaders):
            if leader in leaders:
                yield Finding((*path, "alleged_leaders", i), f"{leader!r} is among the leaders")


@rule(Severity.INFO)
def alleged_coup_asserted(context: Context) -> Iterator[Finding]:
    """A coup whose outcome is ``alleged`` is not told as fact.

    Whether it took place at all hangs on somebody's word.
    """
    for path, coup in _coups(context):
        alleged = coup.outcome is CoupOutcome.ALLEGED
        if alleged and coup.certainty is RecordCertainty.ASSERTED:
            yield Finding((*path, "certainty"), "is asserted, but the outcome is alleged")


@rule(Severity.INFO)
def weapon_unspecified(context: Context) -> Iterator[Finding]:
    """A deal says what is transferred.

    By designation, description or category.
    """
    for path, deal in _deals(context):
        if deal.weapon == Weapon():
            yield Finding((*path, "weapon"), "says nothing")


@rule(Severity.INFO)
def money_without_currency(context: Context) -> Iterator[Finding]:
    """A price has a currency.

    An amount of unknown money compares with nothing.
    """
    for path, deal in _deals(context):
        if deal.value is not None and deal.value.currency is None:
            yield Finding((*path, "value", "currency"), f"is missing for {deal.value.amount}")


@rule(Severity.WARNING)
def delivered_more_than_ordered(context: Context) -> Iterator[Finding]:
    """No more is delivered than was ordered.

    The least that all deliveries bring is compared with the most that was ordered; figures
    that are approximate are left out.
    """
    for path, deal in _deals(context):
        if deal.ordered is None or deal.ordered.maximum is None or deal.ordered.approximate:
            continue
        delivered = _least(delivery.quantity for delivery in deal.deliveries)
        if delivered > deal.ordered.maximum:
            message = f"bring at least {delivered}, but {deal.ordered.maximum} were ordered"
            yield Finding((*path, "deliveries"), message, deal.ordered.span)


def _least(quantities: Iterator[Quantity | None]) -> Decimal:
    """Sum of what *quantities* bring at least; without traps, so that no figure is too great."""
    with decimal.localcontext(decimal.Context(rounding=decimal.ROUND_FLOOR, traps=[])):
        return sum(
            (
                quantity.minimum
                for quantity in quantities
                if quantity is not None
                and not quantity.approximate
                and quantity.minimum is not None
                and quantity.minimum > 0
            ),
            Decimal(0),
        )


@rule(Severity.WARNING)
def delivered_before_order(context: Context) -> Iterator[Finding]:
    """No delivery was over before the order was made.

    Compared are the last day that the delivery can mean and the first day that the order can.
    """
    for path, deal in _deals(context):
        for i, delivery in enumerate(deal.deliveries):
            ordered, delivered = _first_day(deal.order_date), _last_day(delivery.date)
            if ordered is not None and delivered is not None and delivered < ordered:
                message = f"is {delivery.date}, the order {deal.order_date}"
                yield Finding((*path, "deliveries", i, "date"), message)


@rule(Severity.WARNING)
def status_against_deliveries(context: Context) -> Iterator[Finding]:
    """A deal with completed deliveries is past planning and negotiation.

    Announced deliveries are no deliveries.
    """
    for path, deal in _deals(context):
        if deal.deliveries and deal.status in _NOT_YET:
            yield Finding((*path, "status"), f"is {deal.status}, but there are deliveries")


@rule(Severity.WARNING)
def done_after_publication(context: Context) -> Iterator[Finding]:
    """What is told as done was done by the day of publication.

    Asked are deliveries, the order date of deals signed or beyond, and coups that were carried
    out, tried or foiled. Later ones are plans, or their dates were counted wrongly.
    """
    published = context.article.published
    if published is not None:
        for path, text in _done(context):
            first = _first_day(text)
            if first is not None and first > published:
                yield Finding(path, f"is {text}, after the publication on {published}")


def _done(context: Context) -> Iterator[tuple[Path, str | None]]:
    for path, deal in _deals(context):
        if deal.status in _DONE:
            yield (*path, "order_date"), deal.order_date
        for i, delivery in enumerate(deal.deliveries):
            yield (*path, "deliveries", i, "date"), delivery.date
    for path, coup in _coups(context):
        if coup.outcome in _TRIED:
            yield (*path, "date"), coup.date


def _first_day(text: str | None) -> date | None:
    return None if text is None else edtf_bounds(text)[0]


def _last_day(text: str | None) -> date | None:
    return None if text is None else edtf_bounds(text)[1]


@rule(Severity.WARNING)
def count_negative(context: Context) -> Iterator[Finding]:
    """Weapons and trainees are not counted below zero.

    A dash before a number was read as a sign.
    """
    for path, quantity in _counts(context):
        if any(bound is not None and bound < 0 for bound in (quantity.minimum, quantity.maximum)):
            yield Finding(path, "is below zero", quantity.span)


def _counts(context: Context) -> Iterator[tuple[Path, Quantity]]:
    for path, deal in _deals(context):
        if deal.ordered is not None:
            yield (*path, "ordered"), deal.ordered
        for i, delivery in enumerate(deal.deliveries):
            if delivery.quantity is not None:
                yield (*path, "deliveries", i, "quantity"), delivery.quantity
    for path, event in _trainings(context):
        if event.number_trained is not None:
            yield (*path, "number_trained"), event.number_trained


@rule(Severity.WARNING)
def duration_zero(context: Context) -> Iterator[Finding]:
    """A training lasts longer than nothing.

    A duration of zero is one that was not read.
    """
    for path, event in _trainings(context):
        if event.duration is not None and not re.search("[1-9]", event.duration):
            yield Finding((*path, "duration"), f"is {event.duration}")


@rule(Severity.WARNING)
def duration_exceeds_date(context: Context) -> Iterator[Finding]:
    """A training fits into the interval in which it took place.

    Asked only where ``date`` is an interval with both ends; a year has 365 days, a month 28.
    """
    for path, event in _trainings(context):
        if event.duration is not None and event.date is not None and "/" in event.date:
            first, last = edtf_bounds(event.date)
            if first is None or last is None:
                continue
            if _days(event.duration) > (last - first).days + 1:
                message = f"is {event.duration}, longer than {event.date}"
                yield Finding((*path, "duration"), message)


def _days(duration: str) -> float:
    """Least number of whole days that *duration* takes; its time of day is left out."""
    parts = re.findall(r"(\d+(?:\.\d+)?)([YMWD])", duration.partition("T")[0])
    return sum(float(number) * _DAYS[unit] for number, unit in parts)


@rule(Severity.WARNING)
def percent_out_of_range(context: Context) -> Iterator[Finding]:
    """A statistic in percent lies between 0 and 100.

    Shares do; growth may be more, which is rare enough to be looked at.
    """
    for i, statistic in enumerate(context.article.statistics):
        value = statistic.value
        bounds = (value.minimum, value.maximum)
        if value.unit == "percent" and any(b is not None and not 0 <= b <= 100 for b in bounds):
            where = ("statistics", i, "value")
            yield Finding(where, f"is {value.minimum}–{value.maximum} percent", value.span)


@rule(Severity.WARNING)
def subject_excluded(context: Context) -> Iterator[Finding]:
    """The subject of a statistic is not among those it leaves out.

    The two were mixed up.
    """
    for path, record in context.records:
        if isinstance(record, Statistic) and record.subject in record.excludes:
            where = (*path, "subject")
            yield Finding(where, f"{record.subject!r} is excluded", record.value.span)


@rule(Severity.INFO)
def statistic_without_measure(context: Context) -> Iterator[Finding]:
    """A statistic says what is measured.

    A bare figure proves nothing.
    """
    for i, statistic in enumerate(context.article.statistics):
        if statistic.measure is None:
            yield Finding(("statistics", i, "measure"), "is missing", statistic.value.span)
