"""Several mentions of one training make one record."""

from __future__ import annotations

from typing import Any

from malicoup.model import ActorKind, MilitaryTraining
from malicoup.parse.records._finding import Finding, Support, certainty_at, joint_certainty
from malicoup.parse.records._scene import Scene
from malicoup.parse.records._training_event import TrainingEvent


def same_training(a: TrainingEvent, b: TrainingEvent) -> bool:
    """Whether two mentions are of one training."""
    if not set(a.trainees) & set(b.trainees) and not _one_country(a, b):
        return False
    for one, two in ((a.provider, b.provider), (a.institution, b.institution)):
        if one is not None and two is not None and one is not two:
            return False
    if a.duration is not None and b.duration is not None and a.duration != b.duration:
        return False
    if a.institution is not b.institution and {a.rule, b.rule} == {"take"}:
        return False
    if a.exercise != b.exercise:
        return False
    if a.countries and b.countries and not set(a.countries) & set(b.countries):
        return False
    if not b.countries and a.sentence == b.sentence and b.duration is None:
        return True
    return bool(a.countries and b.countries) or a.provider is b.provider is not None


def _one_country(a: TrainingEvent, b: TrainingEvent) -> bool:
    one = {d.country for d in a.trainees if d.kind != ActorKind.PERSON} - {None}
    two = {d.country for d in b.trainees if d.kind != ActorKind.PERSON} - {None}
    return bool(one & two) and a.provider is b.provider


def joined(scene: Scene, group: list[TrainingEvent]) -> Finding:
    first = group[0]
    provider = next((e.provider for e in group if e.provider), None)
    institution = next((e.institution for e in group if e.institution), None)
    duration = next((e.duration for e in group if e.duration), None)
    places = [e.place for e in group if e.place]
    closer = (spot for spot in places if not scene.country_named(spot[0]))
    place = next(closer, next(iter(places), None))
    topic = next((e.topic for e in group if e.topic), None)
    countries = next((e.countries for e in group if e.countries), ())
    values: dict[str, Any] = {
        "trainees": tuple(d.id for d in first.trainees),
        "provider": provider.id if provider else None,
        "institution": institution.id if institution else None,
        "place": _slice(scene, place),
        "country": countries[0] if len(countries) == 1 else None,
        "duration": duration.duration if duration else None,
        "number_trained": next((e.number for e in group if e.number), None),
        "subject": _slice(scene, topic),
        "joint_exercise": any(e.exercise for e in group),
    }
    support = tuple(
        Support(e.token, e.token + 1, tuple(f for f in e.places if values.get(f[0]) is not None))
        for e in group
    )
    certainty = joint_certainty([certainty_at(scene, event.token) for event in group])
    return Finding(MilitaryTraining, values, support, f"training-{first.rule}", certainty)


def _slice(scene: Scene, spot: tuple[int, int] | None) -> str | None:
    return None if spot is None else " ".join(scene.page.slice(*spot).split())
