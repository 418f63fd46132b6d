from __future__ import annotations

from attrs import evolve

from malicoup.model import Article, Country, Mention, MentionForm, Person
from validate.sound import SOUND, at, changed


def country_without_code() -> Article:
    return evolve(SOUND, actors=changed(SOUND.actors, 9, country=None))


def country_repeated() -> Article:
    return evolve(SOUND, actors=changed(SOUND.actors, 9, country="NO"))


def actor_repeated() -> Article:
    again = Person(id="najjar2", name="سامي النجار")
    return evolve(
        SOUND,
        actors=(*SOUND.actors, again),
        quotes=changed(SOUND.quotes, 0, addressee="najjar2"),
    )


def alias_is_name() -> Article:
    return evolve(SOUND, actors=changed(SOUND.actors, 0, aliases=("النرويج",)))


def alias_repeated() -> Article:
    return evolve(SOUND, actors=changed(SOUND.actors, 2, aliases=("الميناء", "الميناء")))


def name_untidy() -> Article:
    return evolve(SOUND, actors=changed(SOUND.actors, 3, name="سامي  النجار"))


def affiliation_is_person() -> Article:
    return evolve(SOUND, actors=changed(SOUND.actors, 3, affiliation="uriburu"))


def affiliation_to_itself() -> Article:
    return evolve(SOUND, actors=changed(SOUND.actors, 3, affiliation="najjar"))


def actor_unused() -> Article:
    return evolve(SOUND, actors=(*SOUND.actors, Country(id="chile", name="تشيلي", country="CL")))


def actors_out_of_order() -> Article:
    return evolve(SOUND, actors=SOUND.actors[::-1])


def mention_repeated() -> Article:
    again = evolve(SOUND.mentions[13], id="m14")
    return evolve(SOUND, mentions=(*SOUND.mentions, again))


def name_of_two_actors() -> Article:
    other = evolve(SOUND.mentions[11], id="m14", actor="yrigoyen", form=MentionForm.SHORT_NAME)
    return evolve(SOUND, mentions=(*SOUND.mentions[:12], other, *SOUND.mentions[12:]))


def mentions_cross() -> Article:
    words = at("ضباط قد أطاحوا بالرئيس هيبوليتو")
    officers = Mention(id="m14", span=words, actor="yrigoyen", form=MentionForm.NOMINAL)
    return evolve(SOUND, mentions=(*SOUND.mentions[:10], officers, *SOUND.mentions[10:]))


def mention_without_name() -> Article:
    return evolve(SOUND, mentions=changed(SOUND.mentions, 13, actor="norway"))
