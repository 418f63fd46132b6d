"""Who acts in a transfer: subject of the predicate, of its governors, of a relative clause."""

from __future__ import annotations

from malicoup.lexicon.build import CueData
from malicoup.lexicon.words import Reading
from malicoup.model import ActorKind, Stance
from malicoup.parse.records._arguments import (
    first_behind,
    is_free,
    main_verb,
    nisba_subject,
    subject,
)
from malicoup.parse.records._deal_hits import Hit, Predicate, predicates_in
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._parties import Parties
from malicoup.parse.records._party import Party
from malicoup.parse.records._scene import Scene

_STATES = frozenset({ActorKind.COUNTRY, ActorKind.GOVERNMENT, "place"})
#: Stages whose subject is the one who acts in the transfer beside them.
_CONTROL = frozenset({"planned", "negotiated", "signed", "announced", "delivering"})


def scope_end(scene: Scene, hit: Hit) -> int:
    """Where the words that belong to a hit end: its clause and the relative ones behind it."""
    n = scene.clause_of[max(hit.nucleus.token, hit.end - 1)]
    clause = scene.clauses[n]
    end = clause.end
    for following in scene.clauses[n + 1 : n + 4]:
        tight = following.opener in ("relative", "verb") or (
            following.opener == "other" and scene.base(following.first) == "حيث"
        )
        if following.sentence != clause.sentence or not tight:
            break
        end = following.end
    return end


def asking(scene: Scene, hit: Hit) -> int | None:
    """The verb of asking that governs a verbal noun with a pronoun: طلبت من كذا تزويدها."""
    nucleus = hit.nucleus
    if nucleus.is_verb or not nucleus.reading.pronoun:
        return None
    opening = scene.clause(nucleus.token).first
    verb = scene.has(max(opening, nucleus.token - 12), nucleus.token, Family.MEASURE, "call")
    return verb if verb is not None and (scene.is_verb(verb) or verb == opening) else None


def takes_object(predicate: Predicate) -> bool:
    """Whether the receiver stands behind it without a preposition: زود الجيش."""
    return predicate.sense.value.startswith("object:")


def agent_of(scene: Scene, parties: Parties, hit: Hit, near: list[Party]) -> Party | None:
    """Who does it: subject of the predicate, of a verb that governs it, or of the sentence."""
    nucleus = hit.nucleus
    if nucleus.is_verb:
        end = scene.clause(nucleus.token).end
        by = [p for p in near if p.prep == "قبل" and nucleus.token < p.first < end]
        if by and nucleus.role == "supply":  # بيعت … من قبل كذا
            return by[0]
        alone = _only_object(scene, hit, near)
        return subject(scene, parties, nucleus.token, near, behind=not alone)
    if nucleus.reading.pronoun and nucleus.role == "acquire":  # بسبب شرائها: the one named last
        states = [p for p in near if p.first < nucleus.token and p.country is not None]
        if states:
            return states[-1]
    accused = _accused(scene, near, nucleus.token)
    if accused is not None:
        return accused
    genitive = next((p for p in near if p.governor == nucleus.token), None)
    if genitive is not None and not genitive.prep:
        return genitive
    if scene.base(nucleus.token - 1) == "اعادة":  # رفضت كذا طلب كذا إعادة تصدير كذا
        asks = {p.token for p in hit.predicates if p.reading.entry.lemma == "طلب"}
        asker = next((p for p in near if p.governor in asks), None)
        if asker is not None:
            return asker
    for predicate in reversed(hit.predicates):
        if predicate.token >= nucleus.token:
            continue
        controls = predicate.status in _CONTROL or predicate.acts_on_deal
        if predicate.is_verb and (controls or predicate.role != "stage"):
            found = subject(scene, parties, predicate.token, near)
            found = found or nisba_subject(scene, parties, predicate.token)
            if found is not None:
                return found
        genitive = next((p for p in near if p.governor == predicate.token), None)
        if genitive is not None and predicate.role == "stage":
            return genitive
    if nucleus.reading.pronoun:  # لشرائه أسلحة
        return None
    if nucleus.role in ("deal", "licence"):
        first = scene.clause(nucleus.token).first
        led = [p for p in near if first <= p.first <= first + 2 and is_free(scene, p)]
        if led and led[0].first < nucleus.token and led[0].kind in _STATES:
            return led[0]  # إن كذا على وشك إبرام صفقة
        return _agent_behind(scene, parties, hit, near)
    verb = main_verb(scene, nucleus.token)
    if verb is None:
        return None
    return subject(scene, parties, verb, near) or nisba_subject(scene, parties, verb)


def _accused(scene: Scene, near: list[Party], token: int) -> Party | None:
    """اتهمت كييف بيلاروس بتسليم: whom a verb of accusing or preventing has as its object."""
    clause = scene.clause(token)
    for k in range(token - 1, clause.first - 1, -1):
        if not any(_accuses(r) for r in scene.page.words[k].readings):
            continue
        bare = [p for p in near if k < p.first < token and p.bare and not p.joined]
        led = [p for p in near if clause.first <= p.first < k and p.bare]
        objects = bare if led else bare[1:]
        return objects[0] if objects else None
    return None


def _accuses(reading: Reading) -> bool:
    data = reading.entry.data
    cue = isinstance(data, CueData) and data.stance is Stance.ACCUSING
    return cue and reading.entry.person == 3


def _only_object(scene: Scene, hit: Hit, near: list[Party]) -> bool:
    """ستزود الجيش بالصواريخ: one party behind a verb that takes the receiver as its object."""
    if not takes_object(hit.nucleus):
        return False
    token = hit.nucleus.token
    bare = [p for p in near if p.first > token and p.bare and p.end <= hit.end]
    if len(bare) != 1:
        return False
    clause = scene.clause(token)
    led = [p for p in near if clause.first <= p.first < token and is_free(scene, p)]
    told = clause.opener == "that" and token - clause.first <= 3
    return bool(led) or told or clause.opener in ("and", "verb", "relative")


def _agent_behind(scene: Scene, parties: Parties, hit: Hit, near: list[Party]) -> Party | None:
    """The subject of a verb in a relative clause: صفقة سعى العراق إلى إبرامها, عقد وقعته مصر."""
    for predicate in predicates_in(scene, hit.end, scope_end(scene, hit)):
        if predicate.is_verb and predicate.role == "stage" and not predicate.acts_on_deal:
            return first_behind(scene, predicate.token, near)
    return None
