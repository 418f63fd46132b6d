"""Whom a measure is against."""

from __future__ import annotations

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, EventKind
from malicoup.parse.names.roster import Draft
from malicoup.parse.records._arguments import first_behind
from malicoup.parse.records._deal_roles import is_power
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._measure_hits import MeasureHit, covering
from malicoup.parse.records._parties import Parties, clean_name, unnamed
from malicoup.parse.records._party import Party, country_of_nisba
from malicoup.parse.records._scene import Scene

_UPON = ("على", "الى", "ل", "مع", "عن", "ب")


def under(scene: Scene, i: int) -> int | None:
    """تخضع كذا لحظر فرضه كذا: the verb whose subject is under the measure at token *i*."""
    clause = scene.clause(i)
    for k in range(clause.first, i):
        if scene.sense(k, Family.MEASURE, "under") is not None and scene.is_verb(k):
            return k
    return None


def targets(
    scene: Scene, parties: Parties, hit: MeasureHit, near: list[Party], sender: Draft | None
) -> list[tuple[Draft | None, tuple[int, int] | None]]:
    if hit.kind is EventKind.EXPULSION:
        return _expelled(scene, parties, hit)
    subjected = under(scene, hit.token)
    if subjected is not None:
        party = first_behind(scene, subjected, near)
        draft = parties.actor(party) if party is not None else None
        return [] if party is None or draft is None else [(draft, (party.first, party.end))]
    behind = [p for p in near if p.first > hit.token]
    cover = covering(scene, hit.token)
    if cover is not None:
        struck = _struck(scene, parties, cover, near, sender)
        if struck is not None:
            return [struck]
    if hit.kind is EventKind.CONDEMNATION:
        behind = [p for p in behind if parties.actor(p) is not sender]
        found = [p for p in behind if p.bare or p.governor >= 0 or p.prep == "ب"][:1]
        told = [(parties.actor(p), (p.first, p.end)) for p in found if parties.actor(p)]
        return (
            [*told]
            or _of_nationality(scene, parties, hit, sender)
            or _doer(scene, parties, hit, sender)
        )
    if hit.listing:  # أدرجت فلانا على قائمة العقوبات, إدراج فلان على قائمة العقوبات
        objects = [p for p in behind if p.bare or p.governor == hit.token]
        objects = [p for p in objects if parties.actor(p) is not sender][:1]
        return [(parties.actor(p), (p.first, p.end)) for p in objects]
    listed = _listed(scene, parties, hit, behind)
    chosen = listed or _upon(scene, parties, behind, sender) or _told_before(hit, near)
    powers: list[tuple[Draft | None, tuple[int, int] | None]] = [
        (parties.actor(p), (p.first, p.end))
        for p in chosen
        if is_power(p) and parties.actor(p) is not None
    ]
    return powers or _of_nationality(scene, parties, hit, sender)


def _struck(
    scene: Scene, parties: Parties, cover: int, near: list[Party], sender: Draft | None
) -> tuple[Draft | None, tuple[int, int] | None] | None:
    """العقوبات تستهدف ضباطا في كذا: the object of the verb, or where those struck are."""
    behind = [p for p in near if p.first > cover]
    marked = [p for p in behind if p.bare or p.governor >= 0 or p.prep in ("في", "من")]
    for party in marked[:3]:
        if is_power(party) and (party.country is not None or party.draft is not None):
            draft = parties.actor(party)
            if draft is not None and draft is not sender:
                return draft, (party.first, party.end)
    return None


def _doer(
    scene: Scene, parties: Parties, hit: MeasureHit, sender: Draft | None
) -> list[tuple[Draft | None, tuple[int, int] | None]]:
    """أدانت الهجوم الذي شنته كذا: who did what is condemned, in the relative clause behind."""
    n = scene.clause_of[hit.token]
    for following in scene.clauses[n + 1 : n + 2]:
        verb = following.first + 1
        if following.opener != "relative" or verb >= following.end:
            return []
        party = first_behind(scene, verb, parties.within(verb, following.end))
        state = party is not None and party.kind in (ActorKind.COUNTRY, "place") and party.country
        draft = parties.actor(party) if party is not None and state else None
        if party is not None and draft is not None and draft is not sender:
            return [(draft, (party.first, party.end))]
    return []


def _told_before(hit: MeasureHit, near: list[Party]) -> list[Party]:
    """فرضت على كذا عقوبات: the target before the measure, behind the verb of imposing."""
    verbs = [s.token for s in hit.stages if s.sense.form == "verb"]
    first = verbs[-1] if verbs else hit.token
    return [p for p in near if first < p.first < hit.token and p.prep == "على"][:1]


def _of_nationality(
    scene: Scene, parties: Parties, hit: MeasureHit, sender: Draft | None
) -> list[tuple[Draft | None, tuple[int, int] | None]]:
    """عقوبات على خمسة بنوك روسية, الهجوم الروسي: people and things told by a nationality."""
    upon = hit.kind in (EventKind.SANCTION, EventKind.EMBARGO)
    start = hit.token if hit.is_verb else hit.first
    stop = min(scene.clause(hit.token).end, start + 10)
    if upon:
        led = (k for k in range(start + 1, stop) if scene.base(k) in _AGAINST)
        start = next(led, stop)
    for k in range(start + 2, stop):
        country = country_of_nisba(scene.page, k)
        own = sender is not None and country == sender.country
        if country is None or own or not _modifies(scene, k):
            continue
        if not upon:
            return [(parties.of_country(country), (k, k + 1))]
        first = start + 1
        while scene.figure_at(first) and first < k - 1 and scene.form(first) != scene.form(k - 1):
            first += 1
        span = scene.page.span(first, k + 1)
        name = clean_name(scene.page.text[span.start : span.end])
        draft = unnamed(scene.roster, name, span.start)
        draft.country = draft.country or country
        return [(draft, (first, k + 1))]
    return []


_OF_EMBASSY = frozenset({"بالاعمال", "استخبارات", "سفارة", "السفارة", "البعثة", "القنصلية"})
_AGAINST = frozenset({"على", "علي", "ضد", "بحق", "عن"})


def _modifies(scene: Scene, k: int) -> bool:
    """Whether a nationality stands behind a noun that it agrees with in the article."""
    return scene.page.kind(k - 1) == "w" and scene.has_article(k) == scene.has_article(k - 1)


def _upon(scene: Scene, parties: Parties, behind: list[Party], sender: Draft | None) -> list[Party]:
    """The parties behind على, إلى, ل, مع; else the first other one behind the measure."""
    fitting = [p for p in behind if p.prep in _UPON and parties.actor(p) is not sender]
    first = next((p for p in fitting if p.prep in ("على", "الى", "ل", "مع", "عن")), None)
    if first is None:
        others = [p for p in behind if p.governor >= 0 or p.bare]
        others = [p for p in others if p.draft is not None or p.country is not None]
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
    end = hit.first + 1 + (scene.form(hit.first + 1) in _OF_EMBASSY)
    country: str | None = None
    while end < len(scene.page) and scene.page.words[end].tags & (Tag.NISBA | Tag.ADJECTIVE):
        if end > hit.first + 1 and all(r.preposition for r in scene.page.words[end].readings):
            break  # موظفي السفارة الهندية بمغادرة كذا
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
