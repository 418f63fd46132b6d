"""Closed vocabularies. Each code is written once here and never reused for another meaning."""

from __future__ import annotations

from enum import StrEnum


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    MEDIA = "media"
    GOVERNMENT = "government"
    ARMED_FORCE = "armed_force"
    ARMED_GROUP = "armed_group"
    COUNTRY = "country"
    FACILITY = "facility"
    UNNAMED = "unnamed"


ORGANIZATION_KINDS = frozenset(
    {
        ActorKind.ORGANIZATION,
        ActorKind.MEDIA,
        ActorKind.GOVERNMENT,
        ActorKind.ARMED_FORCE,
        ActorKind.ARMED_GROUP,
        ActorKind.FACILITY,
    }
)


class Gender(StrEnum):
    """Gender of a person as the words of the report show it."""

    FEMALE = "female"
    MALE = "male"


class MentionForm(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    SHORT_NAME = "short_name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    DROPPED = "dropped"


class QuoteStyle(StrEnum):
    """Whether the words are given in marks, told, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """How the reporting word takes the content it introduces."""

    NEUTRAL = "neutral"
    AFFIRMING = "affirming"
    ADDING = "adding"
    DENYING = "denying"
    ALLEGING = "alleging"
    BELIEVING = "believing"
    EXPECTING = "expecting"
    FEARING = "fearing"
    WARNING = "warning"
    ACCUSING = "accusing"
    DEMANDING = "demanding"
    PROMISING = "promising"


class Confidence(StrEnum):
    """How surely the parser decided; the documentation tells how often each class is right."""

    CERTAIN = "certain"
    LIKELY = "likely"
    GUESS = "guess"


class Certainty(StrEnum):
    """FactBank's values: how surely the holder puts the proposition forward."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNDERSPECIFIED = "underspecified"


class Polarity(StrEnum):
    """FactBank's values: whether the proposition is affirmed or denied."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNDERSPECIFIED = "underspecified"


class Realis(StrEnum):
    """Whether what is told happened, is planned, is supposed, or did not happen."""

    ACTUAL = "actual"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class RecordCertainty(StrEnum):
    """How a record stands: told as fact, alleged by someone, or denied."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"


class DealStatus(StrEnum):
    """How far an arms deal has come."""

    PLANNED = "planned"
    NEGOTIATED = "negotiated"
    ANNOUNCED = "announced"
    SIGNED = "signed"
    DELIVERING = "delivering"
    DELIVERED = "delivered"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    BLOCKED = "blocked"


class DeliveryCondition(StrEnum):
    """State of delivered weapons, as arms registers put it."""

    NEW = "new"
    SECOND_HAND = "second_hand"
    SECOND_HAND_MODERNIZED = "second_hand_modernized"


class WeaponCategory(StrEnum):
    """Categories of the UN Register of Conventional Arms."""

    BATTLE_TANKS = "I"
    ARMOURED_VEHICLES = "II"
    ARTILLERY = "III"
    COMBAT_AIRCRAFT = "IV"
    ATTACK_HELICOPTERS = "V"
    WARSHIPS = "VI"
    MISSILES = "VII"
    SMALL_ARMS = "VIII"


class EventKind(StrEnum):
    """Kinds of the events that malicoup ships; a package may add others."""

    MILITARY_TRAINING = "military_training"
    COUP = "coup"
    SANCTION = "sanction"
    SUSPENSION = "suspension"
    EXPULSION = "expulsion"
    EMBARGO = "embargo"
    CONDEMNATION = "condemnation"


class CoupOutcome(StrEnum):
    """What became of a coup."""

    REALIZED = "realized"
    ATTEMPTED = "attempted"
    ALLEGED = "alleged"
    FOILED = "foiled"


class MeasureStatus(StrEnum):
    """How a measure (sanction, embargo …) stands."""

    IMPOSED = "imposed"
    ANNOUNCED = "announced"
    THREATENED = "threatened"
    LIFTED = "lifted"
    EXTENDED = "extended"
    CALLED_FOR = "called_for"


class Severity(StrEnum):
    """How grave an issue or a diagnostic is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class TimeUnit(StrEnum):
    """Units of calendar time."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
