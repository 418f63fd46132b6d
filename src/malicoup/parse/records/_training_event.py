"""One mention of a training with its parts."""

from __future__ import annotations

from typing import NamedTuple

from malicoup.model import ActorKind, Quantity
from malicoup.parse.names.roster import Draft
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._parties import Parties
from malicoup.parse.records._party import Party
from malicoup.parse.records._scene import Scene
from malicoup.parse.records._trainees import places_of
from malicoup.parse.records._training_parts import (
    by_nationality,
    figures,
    scope_end,
    teachers,
)
from malicoup.parse.records._training_parts import (
    topic as topic_of,
)


class TrainingEvent(NamedTuple):
    """One mention of a training."""

    token: int
    sentence: int
    rule: str
    trainees: tuple[Draft, ...]
    provider: Draft | None
    institution: Draft | None
    place: tuple[int, int] | None
    countries: tuple[str, ...]
    duration: Quantity | None
    number: Quantity | None
    topic: tuple[int, int] | None
    exercise: bool
    places: tuple[tuple[str, int, int], ...]
    vague: bool  # says neither where nor by whom: only goes on with a training told before


def read_event(
    scene: Scene,
    parties: Parties,
    i: int,
    rule: str,
    trainees: tuple[Draft, ...],
    who: Party | None,
    course: int,
) -> TrainingEvent | None:
    """Read what a training told at token *i* is: teachers, place, figures, subject."""
    clause = scene.clause(i)
    end = scope_end(scene, i)
    provider, institution, marks = teachers(scene, parties, i, course, end, trainees)
    preps = ("في", "ب", "داخل", "الى") if rule == "sent" else ("في", "ب", "داخل")
    place, countries = places_of(scene, parties, i, end, trainees, preps)
    if provider is None:
        provider = by_nationality(scene, parties, i, end, trainees)
    duration, number = figures(scene, i, end, who)
    topic = topic_of(scene, course, end)
    vague = provider is None and institution is None and place is None
    if vague and rule == "learn" and topic is not None:  # يتدرب على استخدام هذه المنظومة
        vague = not any(scene.words[k].tags & Family.WEAPON for k in range(*topic))
    own = {d.country for d in trainees} - {None}
    given = {d.country for d in (provider, institution) if d is not None} | set(countries)
    if rule != "train" and own and given and given <= own:
        return None  # a country's own exercise
    drill = scene.sense(course, Family.TRAINING, "exercise") is not None
    if rule == "take" and drill and provider is None and institution is None:
        return None  # an exercise that nobody gives to another
    forces = all(d.kind == ActorKind.ARMED_FORCE for d in trainees)
    if rule == "learn" and own and not given and forces:
        return None
    exercise = scene.sense(course, Family.TRAINING, "exercise") is not None
    places = list(marks)
    if who is not None:
        places.append(("trainees", who.first, who.end))
    for name, spot in (("place", place), ("subject", topic)):
        if spot is not None:
            places.append((name, *spot))
    for name, figure in (("duration", duration), ("number_trained", number)):
        if figure is not None:
            places.append((name, *scene.tokens_of(figure.span)))
    places.sort(key=lambda f: f[1])
    return TrainingEvent(
        i, clause.sentence, rule, trainees, provider, institution, place, countries, duration,
        number, topic, exercise, tuple(places), vague and rule != "train",
    )  # fmt: skip
