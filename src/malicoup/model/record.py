"""What the report says happened: arms deals, events, statistics."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from attrs import define, field

from malicoup.model import _checks
from malicoup.model.quantity import Quantity
from malicoup.model.span import Evidence, Span
from malicoup.model.vocab import (
    CoupOutcome,
    DealStatus,
    DeliveryCondition,
    EventKind,
    MeasureStatus,
    RecordCertainty,
    WeaponCategory,
)

_text = _checks.optional(_checks.filled)
_reference = _checks.optional(_checks.filled)
_references = _checks.each(_checks.filled)
_date = _checks.optional(_checks.edtf)
_country = _checks.optional(_checks.country)
_quantity = _checks.optional(_checks.of(Quantity))


@define(frozen=True, kw_only=True)
class Record:
    """What every record has.

    Attributes:
        id: Reference used by exporters.
        certainty: Told as fact, alleged by someone, or denied.
        evidence: Where it was read from, one entry a claim.
        rule: The rule that found it.
    """

    id: str = field(validator=_checks.filled)
    certainty: RecordCertainty = field(
        default=RecordCertainty.ASSERTED, validator=_checks.of(RecordCertainty)
    )
    evidence: tuple[Evidence, ...] = field(default=(), validator=_checks.each(_checks.of(Evidence)))
    rule: str = field(default="manual", validator=_checks.code)


@define(frozen=True, kw_only=True)
class Weapon:
    """A kind of weapon.

    Attributes:
        designation: Designation in normal form (``S-400``, ``Mi-35M``).
        description: English description, as arms registers put it.
        category: Category of the UN Register of Conventional Arms.
        surface: The words of the report that name it.
    """

    designation: str | None = field(default=None, validator=_text)
    description: str | None = field(default=None, validator=_text)
    category: WeaponCategory | None = field(
        default=None, validator=_checks.optional(_checks.of(WeaponCategory))
    )
    surface: str | None = field(default=None, validator=_text)


@define(frozen=True, kw_only=True)
class Delivery:
    """A completed delivery under a deal; ``date`` is EDTF text."""

    quantity: Quantity | None = field(default=None, validator=_quantity)
    date: str | None = field(default=None, validator=_date)
    condition: DeliveryCondition | None = field(
        default=None, validator=_checks.optional(_checks.of(DeliveryCondition))
    )


def _amount(instance: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, Decimal) or not value.is_finite() or value < 0:
        _checks.fail(instance, attribute, value, "must be a finite Decimal >= 0")


@define(frozen=True, kw_only=True)
class Money:
    """An amount with its ISO 4217 currency."""

    amount: Decimal = field(validator=_amount)
    currency: str | None = field(default=None, validator=_checks.optional(_checks.currency))


@define(frozen=True, kw_only=True)
class Alternative:
    """Another reading of one field, given by another source, kept in sight."""

    name: str = field(validator=_checks.filled)
    value: str = field(validator=_checks.filled)
    source: str | None = field(default=None, validator=_reference)
    span: Span = field(validator=_checks.of(Span))


@define(frozen=True, kw_only=True)
class ArmsDeal(Record):
    """A transfer of weapons. Ordered is not delivered, announced is not signed.

    Attributes:
        supplier, recipient: Actor ids.
        weapon: What is transferred.
        ordered: How many were ordered.
        order_date: EDTF text; the date of the act.
        deliveries: Completed ones.
        value: Price.
        status: How far the deal has come.
        condition: Words of a condition it hangs on.
        source: Actor id of the one who vouches for it.
        alternatives: Fields that another source gives otherwise.
    """

    supplier: str | None = field(default=None, validator=_reference)
    recipient: str | None = field(default=None, validator=_reference)
    weapon: Weapon = field(factory=Weapon, validator=_checks.of(Weapon))
    ordered: Quantity | None = field(default=None, validator=_quantity)
    order_date: str | None = field(default=None, validator=_date)
    deliveries: tuple[Delivery, ...] = field(
        default=(), validator=_checks.each(_checks.of(Delivery))
    )
    value: Money | None = field(default=None, validator=_checks.optional(_checks.of(Money)))
    status: DealStatus | None = field(
        default=None, validator=_checks.optional(_checks.of(DealStatus))
    )
    condition: str | None = field(default=None, validator=_text)
    source: str | None = field(default=None, validator=_reference)
    alternatives: tuple[Alternative, ...] = field(
        default=(), validator=_checks.each(_checks.of(Alternative))
    )


@define(frozen=True, kw_only=True)
class Event(Record):
    """What every event has; ``date`` is EDTF text, ``source`` an actor id.

    Subclasses set ``kind``, the word that tells them apart in every format.
    """

    kind: ClassVar[str]

    date: str | None = field(default=None, validator=_date)
    source: str | None = field(default=None, validator=_reference)


@define(frozen=True, kw_only=True)
class MilitaryTraining(Event):
    """Someone trains soldiers of another, or both exercise together."""

    kind: ClassVar[str] = EventKind.MILITARY_TRAINING

    trainees: tuple[str, ...] = field(default=(), validator=_references)
    provider: str | None = field(default=None, validator=_reference)
    institution: str | None = field(default=None, validator=_reference)
    place: str | None = field(default=None, validator=_text)
    country: str | None = field(default=None, validator=_country)
    duration: str | None = field(default=None, validator=_checks.optional(_checks.duration))
    number_trained: Quantity | None = field(default=None, validator=_quantity)
    subject: str | None = field(default=None, validator=_text)
    joint_exercise: bool = field(default=False, validator=_checks.of(bool))


@define(frozen=True, kw_only=True)
class Coup(Event):
    """An attempt to take power in a country; people are actor ids."""

    kind: ClassVar[str] = EventKind.COUP

    country: str | None = field(default=None, validator=_country)
    ousted: str | None = field(default=None, validator=_reference)
    leaders: tuple[str, ...] = field(default=(), validator=_references)
    alleged_leaders: tuple[str, ...] = field(default=(), validator=_references)
    outcome: CoupOutcome = field(default=CoupOutcome.REALIZED, validator=_checks.of(CoupOutcome))


@define(frozen=True, kw_only=True)
class Measure(Event):
    """What one side does to another by words or law.

    Attributes:
        sender, target: Actor ids.
        measure: What the measure is, in the words of the report.
        status: Imposed, announced, threatened, lifted, extended, called for.
    """

    sender: str | None = field(default=None, validator=_reference)
    target: str | None = field(default=None, validator=_reference)
    measure: str | None = field(default=None, validator=_text)
    status: MeasureStatus = field(
        default=MeasureStatus.IMPOSED, validator=_checks.of(MeasureStatus)
    )


@define(frozen=True, kw_only=True)
class Sanction(Measure):
    """A sanction in the narrow sense."""

    kind: ClassVar[str] = EventKind.SANCTION


@define(frozen=True, kw_only=True)
class Suspension(Measure):
    """Aid, membership, relations or the like are suspended."""

    kind: ClassVar[str] = EventKind.SUSPENSION


@define(frozen=True, kw_only=True)
class Expulsion(Measure):
    """Someone is expelled."""

    kind: ClassVar[str] = EventKind.EXPULSION


@define(frozen=True, kw_only=True)
class Embargo(Measure):
    """Trade or arms are embargoed."""

    kind: ClassVar[str] = EventKind.EMBARGO


@define(frozen=True, kw_only=True)
class Condemnation(Measure):
    """Someone is condemned in words."""

    kind: ClassVar[str] = EventKind.CONDEMNATION


AnyEvent = MilitaryTraining | Coup | Sanction | Suspension | Expulsion | Embargo | Condemnation


@define(frozen=True, kw_only=True)
class Statistic(Record):
    """A figure with its measure.

    Attributes:
        value: The figure.
        measure: What is measured, in the words of the report.
        subject: Actor id of whom it is told.
        scope: Of what it is a part, in the words of the report.
        excludes: Actor ids left out of the scope.
        period: EDTF text.
        source: Actor id of whose figure it is.
    """

    value: Quantity = field(validator=_checks.of(Quantity))
    measure: str | None = field(default=None, validator=_text)
    subject: str | None = field(default=None, validator=_reference)
    scope: str | None = field(default=None, validator=_text)
    excludes: tuple[str, ...] = field(default=(), validator=_references)
    period: str | None = field(default=None, validator=_date)
    source: str | None = field(default=None, validator=_reference)
