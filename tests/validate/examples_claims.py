from __future__ import annotations

from attrs import evolve

from malicoup.model import Article, Certainty, Realis
from validate.sound import SOUND, at, changed


def claim_without_holders() -> Article:
    return evolve(SOUND, claims=changed(SOUND.claims, 1, holders=()))


def claim_holder_not_speaker() -> Article:
    return evolve(SOUND, claims=changed(SOUND.claims, 1, holders=("port", "ministry")))


def claim_holder_twice() -> Article:
    return evolve(SOUND, claims=changed(SOUND.claims, 1, holders=("port", "najjar", "najjar")))


def claim_outermost_not_publisher() -> Article:
    return evolve(SOUND, claims=changed(SOUND.claims, 1, holders=("najjar",)))


def claim_outside_quote() -> Article:
    whole = at("الصفقة صغيرة ولا تغير شيئًا»")
    return evolve(SOUND, claims=changed(SOUND.claims, 1, span=whole, quote="q1"))


def claim_repeated() -> Article:
    again = evolve(SOUND.claims[3], id="c9")
    return evolve(SOUND, claims=(*SOUND.claims, again))


def hedges_out_of_order() -> Article:
    return evolve(SOUND, claims=changed(SOUND.claims, 3, hedges=(at("ربما"), at("يعتقد"))))


def hedge_far_from_claim() -> Article:
    return evolve(SOUND, claims=changed(SOUND.claims, 3, hedges=(at("جدًا"),)))


def hedged_but_certain() -> Article:
    return evolve(SOUND, claims=changed(SOUND.claims, 3, certainty=Certainty.CERTAIN))


def negated_but_positive() -> Article:
    return evolve(SOUND, claims=changed(SOUND.claims, 0, realis=Realis.NEGATED))
