"""Strategies for records: arms deals, events, statistics, and their parts."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from malicoup.extension import record_types
from malicoup.model import (
    Alternative,
    AnyEvent,
    ArmsDeal,
    Condemnation,
    Coup,
    CoupOutcome,
    DealStatus,
    Delivery,
    DeliveryCondition,
    Embargo,
    Expulsion,
    Measure,
    MeasureStatus,
    MilitaryTraining,
    Money,
    Record,
    RecordCertainty,
    Sanction,
    Statistic,
    Suspension,
    Weapon,
    WeaponCategory,
)
from malicoup.strategies._objects import evidences, tuples_of
from malicoup.strategies._text import cached, ids, maybe, phrases, rules
from malicoup.strategies._values import (
    country_codes,
    currency_codes,
    decimals,
    durations,
    edtf,
    quantities,
    spans,
)


@cached
def weapons() -> SearchStrategy[Weapon]:
    """Weapons; one of designation, description and category is given at least."""
    designation = st.sampled_from(["Mi-35M", "T-72", "C-295"])
    description = st.sampled_from(["combat helicopter", "tank", "transport aircraft"])
    category = st.sampled_from(WeaponCategory)
    return st.one_of(
        st.builds(Weapon, designation=designation, surface=maybe(st.just("مروحيات قتالية"))),
        st.builds(Weapon, description=description, category=maybe(category)),
        st.builds(Weapon, designation=designation, description=description, category=category),
        st.builds(Weapon, category=category),
    )


@cached
def deliveries(*, text: str | None = None) -> SearchStrategy[Delivery]:
    """Deliveries under a deal."""
    return st.builds(
        Delivery,
        quantity=maybe(quantities(text=text)),
        date=maybe(edtf()),
        condition=maybe(st.sampled_from(DeliveryCondition)),
    )


@cached
def moneys() -> SearchStrategy[Money]:
    """Amounts of money."""
    return st.builds(Money, amount=decimals().map(abs), currency=maybe(currency_codes()))


@cached
def alternatives(*, text: str | None = None) -> SearchStrategy[Alternative]:
    """Other readings of one field of a deal."""
    return st.builds(
        Alternative,
        name=st.sampled_from(["ordered", "order_date", "status", "weapon.designation"]),
        value=phrases(),
        source=maybe(ids()),
        span=spans(text),
    )


def _record_fields(text: str | None) -> dict[str, SearchStrategy[Any]]:
    return {
        "id": ids(),
        "certainty": st.sampled_from(RecordCertainty),
        "evidence": tuples_of(evidences(text=text)),
        "rule": rules(),
    }


@cached
def arms_deals(*, text: str | None = None) -> SearchStrategy[ArmsDeal]:
    """Arms deals; figures and dates need not agree."""
    return st.builds(
        ArmsDeal,
        **_record_fields(text),
        supplier=maybe(ids()),
        recipient=maybe(ids()),
        weapon=weapons() | st.builds(Weapon),
        ordered=maybe(quantities(text=text)),
        order_date=maybe(edtf()),
        deliveries=tuples_of(deliveries(text=text)),
        value=maybe(moneys()),
        status=maybe(st.sampled_from(DealStatus)),
        condition=maybe(phrases()),
        source=maybe(ids()),
        alternatives=tuples_of(alternatives(text=text)),
    )


def _event_fields(text: str | None) -> dict[str, SearchStrategy[Any]]:
    return {**_record_fields(text), "date": maybe(edtf()), "source": maybe(ids())}


@cached
def military_trainings(*, text: str | None = None) -> SearchStrategy[MilitaryTraining]:
    """Trainings and joint exercises."""
    return st.builds(
        MilitaryTraining,
        **_event_fields(text),
        trainees=tuples_of(ids()),
        provider=maybe(ids()),
        institution=maybe(ids()),
        place=maybe(phrases()),
        country=maybe(country_codes()),
        duration=maybe(durations()),
        number_trained=maybe(quantities(text=text)),
        subject=maybe(phrases()),
        joint_exercise=st.booleans(),
    )


@cached
def coups(*, text: str | None = None) -> SearchStrategy[Coup]:
    """Coups of every outcome."""
    return st.builds(
        Coup,
        **_event_fields(text),
        country=maybe(country_codes()),
        ousted=maybe(ids()),
        leaders=tuples_of(ids()),
        alleged_leaders=tuples_of(ids()),
        outcome=st.sampled_from(CoupOutcome),
    )


def _measure_fields(text: str | None) -> dict[str, SearchStrategy[Any]]:
    return {
        **_event_fields(text),
        "sender": maybe(ids()),
        "target": maybe(ids()),
        "measure": maybe(phrases()),
        "status": st.sampled_from(MeasureStatus),
    }


@cached
def sanctions(*, text: str | None = None) -> SearchStrategy[Sanction]:
    """Sanctions in the narrow sense."""
    return st.builds(Sanction, **_measure_fields(text))


@cached
def suspensions(*, text: str | None = None) -> SearchStrategy[Suspension]:
    """Suspensions of aid, membership, relations."""
    return st.builds(Suspension, **_measure_fields(text))


@cached
def expulsions(*, text: str | None = None) -> SearchStrategy[Expulsion]:
    """Expulsions."""
    return st.builds(Expulsion, **_measure_fields(text))


@cached
def embargoes(*, text: str | None = None) -> SearchStrategy[Embargo]:
    """Embargoes."""
    return st.builds(Embargo, **_measure_fields(text))


@cached
def condemnations(*, text: str | None = None) -> SearchStrategy[Condemnation]:
    """Condemnations."""
    return st.builds(Condemnation, **_measure_fields(text))


@cached
def measures(*, text: str | None = None) -> SearchStrategy[Measure]:
    """Measures of every class."""
    return st.one_of(
        sanctions(text=text),
        suspensions(text=text),
        expulsions(text=text),
        embargoes(text=text),
        condemnations(text=text),
    )


@cached
def events(*, text: str | None = None) -> SearchStrategy[AnyEvent]:
    """Events of every class."""
    added = [t.strategy(text=text) for t in record_types() if t.strategy is not None]
    return st.one_of(military_trainings(text=text), coups(text=text), measures(text=text), *added)


@cached
def statistics(*, text: str | None = None) -> SearchStrategy[Statistic]:
    """Figures with their measures."""
    return st.builds(
        Statistic,
        **_record_fields(text),
        value=quantities(text=text),
        measure=maybe(phrases()),
        subject=maybe(ids()),
        scope=maybe(phrases()),
        excludes=tuples_of(ids()),
        period=maybe(edtf()),
        source=maybe(ids()),
    )


@cached
def records(*, text: str | None = None) -> SearchStrategy[Record]:
    """Records of every class."""
    return st.one_of(arms_deals(text=text), events(text=text), statistics(text=text))
