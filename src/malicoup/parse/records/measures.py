"""Sanctions, embargoes, suspensions, expulsions, condemnations: sender, target, what, when."""

from __future__ import annotations

from typing import Any, NamedTuple

from malicoup.lexicon.words import Tag
from malicoup.model import (
    ActorKind,
    Condemnation,
    Embargo,
    EventKind,
    Expulsion,
    MeasureStatus,
    Sanction,
    Suspension,
)
from malicoup.model.record import Measure
from malicoup.parse.names.roster import Draft
from malicoup.parse.records._arguments import first_behind, main_verb, subject
from malicoup.parse.records._deal_fields import act_date
from malicoup.parse.records._deal_roles import is_power
from malicoup.parse.records._finding import Finding, Support, certainty_at
from malicoup.parse.records._measure_hits import MeasureHit, find_measures
from malicoup.parse.records._parties import Parties, clean_name, unnamed
from malicoup.parse.records._party import Party, country_of_nisba
from malicoup.parse.records._scene import Scene, When

_CLASSES: dict[EventKind, type[Measure]] = {
    EventKind.SANCTION: Sanction,
    EventKind.SUSPENSION: Suspension,
    EventKind.EXPULSION: Expulsion,
    EventKind.EMBARGO: Embargo,
    EventKind.CONDEMNATION: Condemnation,
}
_UPON = ("على", "الى", "ل", "مع", "عن", "ب")
_SEPARATE = frozenset({MeasureStatus.LIFTED, MeasureStatus.CALLED_FOR, MeasureStatus.EXTENDED})


class _Read(NamedTuple):
    """A mention with its arguments."""

    hit: MeasureHit
    sender: Draft | None
    target: Draft | None
    when: When | None
    places: tuple[tuple[str, int, int], ...]


def find_measures_taken(scene: Scene, parties: Parties) -> list[Finding]:
    """The measures of a report, one for each sender and target; lifting is one of its own."""
    found: list[_Read] = []
    waiting: list[MeasureHit] = []
    for hit in find_measures(scene):
        taken = _read(scene, parties, hit, found)
        for early in waiting:  # علقت مشاركتها …، كما علقت مساعداتها إلى مصر
            if taken and _same_breath(scene, early, hit):
                when = act_date(scene, early.token, early.token, scene.clause(early.token).end)
                places = _places(early, when, None, None)
                found.append(_Read(early, taken[0].sender, taken[0].target, when, places))
        if taken or hit.definite or hit.kind is EventKind.CONDEMNATION:
            waiting.clear()
        else:
            waiting.append(hit)
        found.extend(taken)
    groups: list[list[_Read]] = []
    for read in found:
        for group in groups:
            if _same(group[0], read):
                group.append(read)
                break
        else:
            groups.append([read])
    return [_finding(scene, group) for group in groups]


def _read(scene: Scene, parties: Parties, hit: MeasureHit, before: list[_Read]) -> list[_Read]:
    clause = scene.clause(hit.token)
    near = parties.within(clause.first, clause.end)
    sender, sender_place = _sender(scene, parties, hit, near)
    targets = _targets(scene, parties, hit, near, sender)
    when = act_date(scene, hit.token, hit.token, clause.end)
    last = before[-1] if before else None
    near_last = last is not None and (
        scene.page.line_of[hit.token] - scene.page.line_of[last.hit.token] <= 1
    )
    if not targets and last is not None and near_last and _inherits(hit, last, sender):
        targets = [(last.target, None)]
        sender = sender or last.sender
    if not targets or (sender is None and hit.kind is EventKind.CONDEMNATION):
        return []
    return [
        _Read(hit, sender, target, when, _places(hit, when, sender_place, place))
        for target, place in targets
        if target is None or target is not sender
    ]


def _same_breath(scene: Scene, early: MeasureHit, hit: MeasureHit) -> bool:
    one, two = scene.clause(early.token).sentence, scene.clause(hit.token).sentence
    return one == two and early.kind is hit.kind and early.is_verb == hit.is_verb


def _inherits(hit: MeasureHit, last: _Read, sender: Draft | None) -> bool:
    """Whether a mention without a target is of the side that the last one was against."""
    if last.target is None or hit.kind is EventKind.CONDEMNATION:
        return False
    alike = hit.kind is last.hit.kind or hit.definite
    return alike and (sender is None or sender is last.sender or hit.definite)


# -- sender ------------------------------


def _sender(
    scene: Scene, parties: Parties, hit: MeasureHit, near: list[Party]
) -> tuple[Draft | None, tuple[int, int] | None]:
    own = _own_sender(scene, parties, hit, near)
    if own is not None:
        return own
    party = _subject(scene, parties, hit, near)
    if party is None:
        return None, None
    return parties.actor(party), (party.first, party.end)


def _own_sender(
    scene: Scene, parties: Parties, hit: MeasureHit, near: list[Party]
) -> tuple[Draft | None, tuple[int, int] | None] | None:
    """عقوبات أميركية, طرد فنزويلا, من قبل دول: what the measure's own words tell."""
    by = next((p for p in near if p.prep == "قبل" and p.first > hit.token), None)
    if by is not None:
        return parties.actor(by), (by.first, by.end)
    if hit.kind in (EventKind.SANCTION, EventKind.EMBARGO) and not hit.is_verb:
        for k in range(hit.token + 1, hit.token + 4):
            if k >= len(scene.page) or not scene.page.words[k].tags & (Tag.NISBA | Tag.ADJECTIVE):
                break
            reading = scene.page.words[k].reading(Tag.NISBA)
            if reading is None:
                continue
            country = country_of_nisba(scene.page, k)
            if country is None:  # western, European: a sender without a code
                word = scene.form(k)
                return (None, None) if word.startswith(("غرب", "اوروب", "الغرب")) else None
            return parties.of_country(country), (k, k + 1)
    if not hit.is_verb:
        owner = next((p for p in near if p.governor == hit.token), None)
        if owner is not None and hit.kind is not EventKind.CONDEMNATION:
            return parties.actor(owner), (owner.first, owner.end)
    return None


def _subject(scene: Scene, parties: Parties, hit: MeasureHit, near: list[Party]) -> Party | None:
    verbs = [s.token for s in hit.stages if s.sense.form == "verb"]
    if hit.is_verb:
        verbs.append(hit.token)
    for verb in verbs[:1]:
        clause = scene.clause(verb)
        around = parties.within(clause.first, scene.clause(hit.token).end)
        behind = first_behind(scene, verb, around)
        if behind is not None:
            return behind
        led = [p for p in around if p.first < verb and p.bare and not p.joined]
        if led:
            return led[0]
        coordinated = clause.opener in ("and", "verb", "relative", "that")
        starts = clause.first == verb and scene.form(verb)[:1] == "و"
        if coordinated or starts or scene.base(clause.first) == "كما":
            return subject(scene, parties, verb, near) or _last_subject(scene, parties, verb)
    for stage in hit.stages:
        owner = next((p for p in near if p.governor == stage.token), None)
        if owner is not None:
            return owner
    first = main_verb(scene, hit.token)
    if first is None or verbs:
        return None
    return first_behind(scene, first, near)


def _last_subject(scene: Scene, parties: Parties, verb: int) -> Party | None:
    """A dropped subject: the first free party of the line."""
    first, _ = scene.page.line(verb)
    return next((p for p in parties.within(first, verb) if p.bare and not p.joined), None)


# -- target ------------------------------


def _targets(
    scene: Scene, parties: Parties, hit: MeasureHit, near: list[Party], sender: Draft | None
) -> list[tuple[Draft | None, tuple[int, int] | None]]:
    if hit.kind is EventKind.EXPULSION:
        return _expelled(scene, parties, hit)
    behind = [p for p in near if p.first > hit.token]
    if hit.kind is EventKind.CONDEMNATION:
        found = [p for p in behind if p.bare or p.governor >= 0 or p.prep == "ب"][:1]
        return [(parties.actor(p), (p.first, p.end)) for p in found if parties.actor(p)]
    listed = _listed(scene, parties, hit, behind)
    chosen = listed or _upon(scene, parties, behind, sender)
    return [
        (parties.actor(p), (p.first, p.end))
        for p in chosen
        if is_power(p) and parties.actor(p) is not None
    ]


def _upon(scene: Scene, parties: Parties, behind: list[Party], sender: Draft | None) -> list[Party]:
    """The parties behind على, إلى, ل, مع; else the first other one behind the measure."""
    fitting = [p for p in behind if p.prep in _UPON and parties.actor(p) is not sender]
    first = next((p for p in fitting if p.prep in ("على", "الى", "ل", "مع", "عن")), None)
    if first is None:
        others = [p for p in behind if p.governor >= 0 or p.bare]
        rest = [p for p in others if parties.actor(p) not in (None, sender) and p.prep != "قبل"]
        placed = [p for p in behind if p.prep == "في" and p.country is not None]
        return rest[:1] or [p for p in placed if parties.actor(p) is not sender][:1]
    at = behind.index(first)
    found = [first]
    for party in behind[at + 1 :]:
        known = party.draft is not None or party.country is not None
        if not party.joined or party.prep != first.prep or not known:
            break
        found.append(party)
    if first.kind == "nominal" and first.country is None:
        inner = [p for p in behind if first.first < p.first < first.end + 4 and p.country]
        return inner[:1] or found
    del scene
    return found


def _listed(scene: Scene, parties: Parties, hit: MeasureHit, behind: list[Party]) -> list[Party]:
    """عقوبات على ثلاثة من زعماء كذا … فلان وفلان وفلان; على شخص يدعى فلان."""
    start = hit.token
    figures = scene.figures_in(start, start + 8)
    count = figures[0].quantity.value if figures else None
    clause_end = scene.clause(start).end
    for k in range(start, clause_end):
        if scene.base(k) in ("يدعى", "تدعى", "اسمه", "اسمها"):
            named = [p for p in behind if p.kind == ActorKind.PERSON and p.first == k + 1]
            if named:
                return named
    if count is None or not 2 <= count <= 12:
        return []
    people = [p for p in parties.within(start, start + 60) if p.kind == ActorKind.PERSON]
    for n, person in enumerate(people):
        run = [person]
        for following in people[n + 1 :]:
            if not following.joined:
                break
            run.append(following)
        if len(run) == count:
            return run
    return []


def _expelled(
    scene: Scene, parties: Parties, hit: MeasureHit
) -> list[tuple[Draft | None, tuple[int, int] | None]]:
    """The envoys, by the nationality they bear or the country they stand for."""
    end = hit.first + 1
    country: str | None = None
    while end < len(scene.page) and scene.page.words[end].tags & (Tag.NISBA | Tag.ADJECTIVE):
        country = country or country_of_nisba(scene.page, end)
        end += 1
    if country is None:
        party = next(iter(parties.within(hit.first + 1, hit.first + 4)), None)
        if party is None or parties.country(party) is None:
            return []
        end = party.end
        country = parties.country(party)
    span = scene.page.span(hit.first, end)
    name = clean_name(scene.page.text[span.start : span.end])
    draft = unnamed(scene.roster, name, span.start)
    draft.country = draft.country or country
    return [(draft, (hit.first, end))]


# -- building ------------------------------


def _places(
    hit: MeasureHit,
    when: When | None,
    sender: tuple[int, int] | None,
    target: tuple[int, int] | None,
) -> tuple[tuple[str, int, int], ...]:
    found = [("measure", hit.first, hit.end)]
    if sender is not None:
        found.append(("sender", *sender))
    if target is not None:
        found.append(("target", *target))
    if when is not None:
        found.append(("date", when.first, when.end))
    return tuple(sorted(found, key=lambda f: f[1]))


def _same(a: _Read, b: _Read) -> bool:
    """Whether two mentions are of one measure."""
    if a.hit.kind is not b.hit.kind or not _one(a.target, b.target):
        return False
    if a.sender is not None and b.sender is not None and not _one(a.sender, b.sender):
        return False
    if (a.hit.status in _SEPARATE or b.hit.status in _SEPARATE) and a.hit.status != b.hit.status:
        return False
    if a.hit.kind is EventKind.SUSPENSION and not b.hit.definite and a.hit.first != b.hit.first:
        return False
    years = {w.edtf[:4] for w in (a.when, b.when) if w is not None and w.edtf}
    return len(years) < 2


def _one(a: Draft | None, b: Draft | None) -> bool:
    if a is None or b is None:
        return a is b
    if a is b:
        return True
    people = ActorKind.PERSON in (a.kind, b.kind)
    return not people and a.country is not None and a.country == b.country


def _finding(scene: Scene, group: list[_Read]) -> Finding:
    first = group[0]
    sender = next((r.sender for r in group if r.sender), None)
    when = next((r.when for r in group if r.when), None)
    values: dict[str, Any] = {
        "sender": sender.id if sender else None,
        "target": first.target.id if first.target else None,
        "measure": _words(scene, first.hit),
        "status": first.hit.status,
        "date": when.edtf if when else None,
    }
    support = []
    for read in group:
        kept = [f for f in read.places if values.get(f[0]) is not None]
        if read is not first:
            kept = [f for f in kept if f[0] != "measure"]
        support.append(Support(read.hit.token, read.hit.token + 1, tuple(kept)))
    rule = f"{first.hit.kind.value}-{'verb' if first.hit.is_verb else 'noun'}"
    certainty = certainty_at(scene, first.hit.token)
    return Finding(_CLASSES[first.hit.kind], values, tuple(support), rule, certainty)


def _words(scene: Scene, hit: MeasureHit) -> str:
    return " ".join(scene.page.slice(hit.first, hit.end).split())
