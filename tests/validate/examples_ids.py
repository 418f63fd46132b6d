from __future__ import annotations

from attrs import evolve

from malicoup.model import ActorKind, Article
from validate.sound import SOUND, changed, evidence


def id_repeated() -> Article:
    return evolve(SOUND, statistics=changed(SOUND.statistics, 0, id="deal"))


def id_not_plain() -> Article:
    return evolve(SOUND, statistics=changed(SOUND.statistics, 0, id="share 1"))


def actor_unknown() -> Article:
    return evolve(SOUND, quotes=changed(SOUND.quotes, 1, addressee="nobody"))


def mention_unknown() -> Article:
    return evolve(SOUND, quotes=changed(SOUND.quotes, 1, mention="m99"))


def quote_unknown() -> Article:
    return evolve(SOUND, claims=changed(SOUND.claims, 0, quote="q99"))


def claim_unknown() -> Article:
    return evolve(SOUND, statistics=changed(SOUND.statistics, 0, evidence=evidence("c99")))


def reference_repeated() -> Article:
    return evolve(SOUND, events=changed(SOUND.events, 1, leaders=("uriburu", "uriburu")))


def actor_kind_unfit() -> Article:
    return evolve(SOUND, arms_deals=changed(SOUND.arms_deals, 0, supplier="najjar"))


def publisher_not_media() -> Article:
    return evolve(SOUND, actors=changed(SOUND.actors, 2, kind=ActorKind.ORGANIZATION))
