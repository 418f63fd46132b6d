"""Trainings told in no known construction: who trains and who is trained, by weaker cues.

A sentence with a word for training, soldiers of one country and another country or body beside
them tells of a training, whatever verb carries it. It is asked only where no closer rule found one.
"""

from __future__ import annotations

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind
from malicoup.parse.names.roster import Draft
from malicoup.parse.records._arguments import is_free
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._parties import Parties
from malicoup.parse.records._party import Party
from malicoup.parse.records._scene import Scene
from malicoup.parse.records._trainees import members_of, people_at
from malicoup.parse.records._training_event import TrainingEvent, read_event
from malicoup.parse.records._training_parts import by_nationality, is_troop

_GIVERS = frozenset(
    {
        ActorKind.COUNTRY,
        ActorKind.GOVERNMENT,
        ActorKind.ARMED_FORCE,
        ActorKind.ARMED_GROUP,
        ActorKind.ORGANIZATION,
        "place",
        "nominal",
    }
)
#: Words before those by whom someone is trained.
_BY = frozenset({"يد", "ايدي", "قبل", "طرف", "باشراف", "اشراف", "برعاية", "بدعم", "جانب"})
#: Passives by which a task goes to whom إلى marks.
_ASSIGNED = frozenset({"اسند", "اسندت", "اوكل", "اوكلت", "عهد", "عهدت", "تسند", "توكل", "يعهد"})
#: How far behind its verbal noun the one trained may stand.
_NEAR = 6


def loose_trainings(
    scene: Scene, parties: Parties, events: list[TrainingEvent]
) -> list[TrainingEvent]:
    """The trainings of sentences in which no other rule found one, at most one a sentence."""
    done = {scene.clause(event.token).sentence for event in events}
    found: list[TrainingEvent] = []
    for i in scene.tagged(Family.TRAINING):
        sentence = scene.clause(i).sentence
        if sentence in done or not _is_told(scene, i):
            continue
        event = _event_at(scene, parties, i)
        if event is not None:
            done.add(sentence)
            found.append(event)
    return found


def _is_told(scene: Scene, i: int) -> bool:
    """Whether a word tells of training as a fact: no supposition, no sport, no schooling."""
    found = scene.sense(i, Family.TRAINING, "train", "learn")
    if found is None or found[1].form == "participle" or found[0].article:
        return False
    if found[1].form == "verb" and (found[0].entry.person != 3 or scene.base(i) == "درس"):
        return False
    first, end = scene.sentence(i)
    if scene.has(first, end, Family.TRAINING, "civil") is not None:
        return False
    return not (scene.supposed(i) or scene.negated(i) or found[0].entry.lemma in ("درس", "تخرج"))


def _event_at(scene: Scene, parties: Parties, i: int) -> TrainingEvent | None:
    first, end = scene.sentence(i)
    near = parties.within(first, end)
    whom = _trained(scene, parties, i, near)
    country = _code(whom) if whom is not None else None
    if whom is None or country is None:  # asked first: no actor is entered for nothing
        return None
    trainees = people_at(scene, parties, whom)
    if not trainees:
        return None
    event = read_event(scene, parties, i, "train", trainees, whom, i)
    if event is None:
        return None
    event = event._replace(rule="beside")
    giver = _giver(scene, parties, i, near, whom)
    if giver is not None:
        marks = [f for f in event.places if f[0] != "provider"]
        marks.append(("provider", giver.first, giver.end))
        event = event._replace(
            provider=parties.actor(giver), places=tuple(sorted(marks, key=lambda f: f[1]))
        )
    elif event.provider is None:
        event = event._replace(provider=by_nationality(scene, parties, first, end, trainees))
    abroad = any(code != country for code in event.countries)
    return (
        event if _is_other(event.provider, country) or (event.provider is None and abroad) else None
    )


def _is_other(provider: Draft | None, country: str) -> bool:
    return provider is not None and provider.country != country


def _trained(scene: Scene, parties: Parties, i: int, near: list[Party]) -> Party | None:
    """Who is trained: the object right behind, whom it is for, else the soldiers who learn."""
    troops = [
        p for p in near if is_troop(scene, p) and p.kind != ActorKind.PERSON and not _by(scene, p)
    ]
    behind = [p for p in troops if 0 < p.first - i <= _NEAR and not _crosses(scene, i, p)]
    found = scene.sense(i, Family.TRAINING, "train", "learn")
    if found is not None and found[1].role == "learn":
        learners = [p for p in troops if p.end <= i and (p.bare or p.prep == "ل")]
        return next(iter(behind or learners[::-1]), None)
    direct = (p for p in behind if p.bare or p.governor >= 0 or p.prep in ("ل", "من"))
    weak = found is not None and found[1].value == "weak"
    whom = next(direct, None)
    return None if weak and whom is not None and whom.first - i > 2 else whom


def _code(party: Party) -> str | None:
    """The country that a party's words tell; no actor is entered to find it out."""
    return party.country or (party.draft.country if party.draft is not None else None)


def _crosses(scene: Scene, i: int, party: Party) -> bool:
    """Whether a verb or another clause stands between a word and a party behind it."""
    return scene.clause_of[i] != scene.clause_of[party.first] or any(
        scene.is_verb(k) or scene.page.words[k].tags & Tag.THAT for k in range(i + 1, party.first)
    )


def _by(scene: Scene, party: Party) -> bool:
    """على يد كذا, بإشراف كذا, من قبل كذا: by whom."""
    return party.prep == "قبل" or any(
        scene.base(k) in _BY for k in range(max(party.first - 2, 0), party.first)
    )


def _giver(scene: Scene, parties: Parties, i: int, near: list[Party], whom: Party) -> Party | None:
    """Who trains: by whom it is said to be done, else the one free other party before it."""
    own = _code(whom) or parties.country(whom)
    others = [
        p
        for p in near
        if p.kind in _GIVERS
        and p.first != whom.first
        and not whom.first <= p.first < whom.end
        and (_code(p) or own) != own
    ]
    by = [p for p in others if _by(scene, p)]
    if by:
        return by[0]
    if any(scene.base(k) in _ASSIGNED for k in range(scene.clause(i).first, i)):
        given = (p for p in near if p.first >= whom.end and p.prep in ("الى", "ل"))
        holders = (members_of(scene, parties, p) for p in given)
        holder = next((p for p in holders if _code(p) not in (None, own)), None)
        if holder is not None:  # أسندت مهمة تدريب كذا إلى كذا
            return holder
    for k in scene.tagged_in(i + 1, scene.clause(i).end, Family.TRAINING):
        if scene.sense(k, Family.TRAINING, "hold") and scene.is_verb(k):
            held = next((p for p in others if k < p.first <= k + 3 and p.bare), None)
            if held is not None:
                return held
    free = [p for p in others if p.end <= i and (is_free(scene, p) or is_troop(scene, p))]
    from_ = [p for p in others if p.end <= i and p.prep in ("من", "مع")]
    return next(iter(free[::-1] or from_[::-1]), None)
