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
from malicoup.parse.records._arguments import first_behind, main_verb, self_told, subject
from malicoup.parse.records._deal_fields import act_date
from malicoup.parse.records._finding import Finding, Support, certainty_at, joint_certainty
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._measure_hits import MeasureHit, find_measures
from malicoup.parse.records._measure_targets import targets, under
from malicoup.parse.records._parties import Parties
from malicoup.parse.records._party import Party, country_of_nisba
from malicoup.parse.records._scene import Scene, When

_CLASSES: dict[EventKind, type[Measure]] = {
    EventKind.SANCTION: Sanction,
    EventKind.SUSPENSION: Suspension,
    EventKind.EXPULSION: Expulsion,
    EventKind.EMBARGO: Embargo,
    EventKind.CONDEMNATION: Condemnation,
}
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
    near = parties.within(clause.first, _reach(scene, hit))
    sender, sender_place = _sender(scene, parties, hit, near)
    aims = targets(scene, parties, hit, near, sender)
    when = act_date(scene, hit.token, hit.token, clause.end)
    last = before[-1] if before else None
    near_last = last is not None and (
        scene.page.line_of[hit.token] - scene.page.line_of[last.hit.token] <= 1
    )
    if not aims and last is not None and near_last and _inherits(hit, last, sender):
        aims = [(last.target, None)]
        sender = sender or last.sender
    if not aims or (sender is None and hit.kind is EventKind.CONDEMNATION):
        return []
    senders = [(sender, sender_place)] + [
        (parties.actor(p), (p.first, p.end)) for p in _co_senders(scene, parties, sender_place)
    ]
    return [
        _Read(hit, who, target, when, _places(hit, when, spot, place))
        for who, spot in senders
        for target, place in aims
        if target is None or target is not who
    ]


def _reach(scene: Scene, hit: MeasureHit) -> int:
    """The end of the clause, and of a relative one that says whom it was imposed on."""
    n = scene.clause_of[hit.token]
    end = scene.clauses[n].end
    for following in scene.clauses[n + 1 : n + 3]:
        imposed = scene.has(following.first, following.end, Family.MEASURE, "impose") is not None
        tight = following.opener in ("relative", "verb") and imposed
        if not tight and not (following.opener == "and" and end - following.first == 0 and imposed):
            break
        end = following.end
    return end


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
    by = next((p for p in near if p.first > hit.token and _decides(scene, p)), None)
    if by is not None:
        return parties.actor(by), (by.first, by.end)
    told = hit.kind in (EventKind.SANCTION, EventKind.EMBARGO, EventKind.SUSPENSION)
    act = scene.sense(hit.token, Family.MEASURE, "suspension")
    stops = act is not None and act[1].value == "self"  # توقفت المساعدات الألمانية
    if told and (stops or not hit.is_verb) and not hit.listing:
        for k in range(hit.first + 1, hit.first + 4):
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
    if hit.kind is EventKind.EXPULSION and not hit.is_verb:  # شخص غير مرغوب فيه في كذا
        host = next((p for p in near if p.first > hit.token and _hosts(scene, p)), None)
        if host is not None:
            return parties.actor(host), (host.first, host.end)
    told_behind = _told_by_pronoun(scene, parties, hit)
    if told_behind is not None:
        return parties.actor(told_behind), (told_behind.first, told_behind.end)
    if not hit.is_verb and not hit.listing:
        owner = next((p for p in near if p.governor == hit.token), None)
        if owner is not None and hit.kind is not EventKind.CONDEMNATION:
            return parties.actor(owner), (owner.first, owner.end)
    return None


def _hosts(scene: Scene, party: Party) -> bool:
    """Where someone is not welcome: the place right behind the words for it."""
    place = party.kind in (ActorKind.COUNTRY, "place") and party.prep in ("في", "لدى")
    return place and scene.form(party.first - 2) in ("فيه", "فيهم", "فيها", "بهم", "به", "فيهما")


def _told_by_pronoun(scene: Scene, parties: Parties, hit: MeasureHit) -> Party | None:
    """تمديد العقوبات على كذا أقره كذا: a verb behind, whose pronoun is the measure."""
    clause = scene.clause(hit.token)
    for k in range(hit.token + 1, clause.end):
        found = scene.sense(k, Family.MEASURE, "announce", "impose", "extend")
        if found is not None and found[1].form == "verb" and found[0].pronoun:
            return first_behind(scene, k, parties.within(k, clause.end))
    return None


def _decides(scene: Scene, party: Party) -> bool:
    """من قبل كذا, بقرار من كذا: by whom a measure is taken."""
    order = scene.base(party.first - 1) == "من" and scene.base(party.first - 2) == "بقرار"
    return party.prep == "قبل" or order


def _co_senders(scene: Scene, parties: Parties, place: tuple[int, int] | None) -> list[Party]:
    """الاتحاد الأوروبي والمملكة المتحدة: those joined to the sender."""
    if place is None:
        return []
    found: list[Party] = []
    end = place[1]
    for party in parties.within(place[1], scene.clause(place[0]).end):
        known = party.draft is not None or party.country is not None
        if party.first - end > 1 or not party.joined or not known:
            break
        found.append(party)
        end = party.end
    return found


def _subject(scene: Scene, parties: Parties, hit: MeasureHit, near: list[Party]) -> Party | None:
    verbs = [s.token for s in hit.stages if s.sense.form == "verb" and s.sense.value != "cover"]
    if under(scene, hit.token) is not None:  # لحظر فرضته كذا
        verbs = [
            k
            for k in range(hit.token + 1, scene.clause(hit.token).end)
            if scene.sense(k, Family.MEASURE, "impose") is not None
        ]
    if hit.is_verb:
        verbs.append(hit.token)
    for verb in verbs[:1]:
        own = self_told(scene, verb)
        if own is not None:  # قالت مصر إنها تدين
            return own
        clause = scene.clause(verb)
        around = parties.within(clause.first, scene.clause(hit.token).end)
        led = [p for p in around if p.first < verb and p.bare and not p.joined]
        if led and led[-1].end == verb and scene.clause(verb).opener == "that":
            return led[-1]  # إن فرنسا تدين
        behind = first_behind(scene, verb, around)
        if behind is not None:
            return behind
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
    if first is None and not verbs and scene.base(hit.token - 1) in _ORDERS:
        return _decider(scene, parties, hit)
    if first is None or verbs:
        return None
    return first_behind(scene, first, near)


_ORDERS = frozenset({"القاضي", "القاضية", "يقضي", "تقضي", "القاضيان"})


def _decider(scene: Scene, parties: Parties, hit: MeasureHit) -> Party | None:
    """القرار الذي اتخذته كذا والقاضي بطرد كذا: who took the decision."""
    start, _ = scene.sentence(hit.token)
    for k in range(hit.token - 1, start - 1, -1):
        if scene.base(k).startswith(("اتخذ", "تتخذ", "يتخذ")) and scene.is_verb(k):
            return first_behind(scene, k, parties.within(k, hit.token))
    return None


def _last_subject(scene: Scene, parties: Parties, verb: int) -> Party | None:
    """A dropped subject: the first free party of the line."""
    first, _ = scene.page.line(verb)
    return next((p for p in parties.within(first, verb) if p.bare and not p.joined), None)


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
    certainty = joint_certainty([certainty_at(scene, read.hit.token) for read in group])
    return Finding(_CLASSES[first.hit.kind], values, tuple(support), rule, certainty)


def _words(scene: Scene, hit: MeasureHit) -> str:
    return " ".join(scene.page.slice(hit.first, hit.end).split())
