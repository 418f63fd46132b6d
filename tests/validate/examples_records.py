from __future__ import annotations

from attrs import evolve

from malicoup.model import Article, CoupOutcome, DealStatus, Delivery, Money, Weapon
from validate.sound import SOUND, changed, number


def record_without_parties() -> Article:
    return evolve(SOUND, arms_deals=changed(SOUND.arms_deals, 0, supplier=None, recipient=None))


def supplier_is_recipient() -> Article:
    return evolve(SOUND, arms_deals=changed(SOUND.arms_deals, 0, recipient="norway"))


def sender_is_target() -> Article:
    return evolve(SOUND, events=changed(SOUND.events, 2, target="brazil"))


def trainee_is_provider() -> Article:
    return evolve(SOUND, events=changed(SOUND.events, 0, provider="argentina"))


def leader_is_ousted() -> Article:
    return evolve(SOUND, events=changed(SOUND.events, 1, leaders=("yrigoyen",)))


def leader_also_alleged() -> Article:
    return evolve(SOUND, events=changed(SOUND.events, 1, alleged_leaders=("uriburu",)))


def alleged_coup_asserted() -> Article:
    return evolve(SOUND, events=changed(SOUND.events, 1, outcome=CoupOutcome.ALLEGED))


def weapon_unspecified() -> Article:
    return evolve(SOUND, arms_deals=changed(SOUND.arms_deals, 0, weapon=Weapon()))


def money_without_currency() -> Article:
    price = Money(amount=SOUND.quantities[4].minimum)
    return evolve(SOUND, arms_deals=changed(SOUND.arms_deals, 0, value=price))


def delivered_more_than_ordered() -> Article:
    delivery = Delivery(quantity=number("ستة زوارق", 7, "زورق"), date="2021")
    return evolve(SOUND, arms_deals=changed(SOUND.arms_deals, 0, deliveries=(delivery,)))


def delivered_before_order() -> Article:
    delivery = Delivery(date="2018-12")
    return evolve(SOUND, arms_deals=changed(SOUND.arms_deals, 0, deliveries=(delivery,)))


def status_against_deliveries() -> Article:
    return evolve(SOUND, arms_deals=changed(SOUND.arms_deals, 0, status=DealStatus.PLANNED))


def done_after_publication() -> Article:
    delivery = Delivery(date="2021-03-06")
    return evolve(SOUND, arms_deals=changed(SOUND.arms_deals, 0, deliveries=(delivery,)))


def count_negative() -> Article:
    trained = number("عشرون بحارًا", -20, "بحار")
    return evolve(SOUND, events=changed(SOUND.events, 0, number_trained=trained))


def duration_zero() -> Article:
    return evolve(SOUND, events=changed(SOUND.events, 0, duration="P0D"))


def duration_exceeds_date() -> Article:
    return evolve(SOUND, events=changed(SOUND.events, 0, date="2020-01-05/2020-01-10"))


def percent_out_of_range() -> Article:
    share = number("12 بالمئة", 112, "percent")
    return evolve(SOUND, statistics=changed(SOUND.statistics, 0, value=share))


def subject_excluded() -> Article:
    return evolve(SOUND, statistics=changed(SOUND.statistics, 0, excludes=("norway",)))


def statistic_without_measure() -> Article:
    return evolve(SOUND, statistics=changed(SOUND.statistics, 0, measure=None))
