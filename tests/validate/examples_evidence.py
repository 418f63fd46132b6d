from __future__ import annotations

from attrs import evolve

from malicoup.model import Alternative, Article, Evidence, Polarity
from validate.sound import SOUND, at, changed, evidence


def evidence_field_unknown() -> Article:
    return evolve(
        SOUND, events=changed(SOUND.events, 0, evidence=evidence("c3", ousted="لمدة شهر"))
    )


def evidence_field_empty() -> Article:
    return evolve(SOUND, events=changed(SOUND.events, 0, evidence=evidence("c3", place="الكلية")))


def evidence_blank() -> Article:
    return evolve(SOUND, statistics=changed(SOUND.statistics, 0, evidence=(Evidence(),)))


def evidence_claim_repeated() -> Article:
    twice = evidence("c4", measure="قروضها") + evidence("c4", sender="البرازيل")
    return evolve(SOUND, events=changed(SOUND.events, 2, evidence=twice))


def evidence_far_from_claim() -> Article:
    return evolve(
        SOUND, events=changed(SOUND.events, 0, evidence=evidence("c3", duration="عام 2019"))
    )


def record_without_evidence() -> Article:
    return evolve(SOUND, statistics=changed(SOUND.statistics, 0, evidence=()))


def record_source_not_holder() -> Article:
    return evolve(SOUND, events=changed(SOUND.events, 2, source="najjar"))


def asserted_but_denied() -> Article:
    return evolve(SOUND, claims=changed(SOUND.claims, 3, polarity=Polarity.NEGATIVE))


def alternative_field_unknown() -> Article:
    other = Alternative(name="colour", value="أزرق", span=at("دورية"))
    return evolve(SOUND, arms_deals=changed(SOUND.arms_deals, 0, alternatives=(other,)))


def records_out_of_order() -> Article:
    return evolve(SOUND, events=SOUND.events[::-1])
