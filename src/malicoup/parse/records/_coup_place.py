"""Where and when a coup took place."""

from __future__ import annotations

import attrs

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind
from malicoup.parse.page import phrase_at
from malicoup.parse.records._arguments import first_behind
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._parties import Parties
from malicoup.parse.records._party import Party, country_of_nisba
from malicoup.parse.records._scene import Scene, When

#: Verbs whose subject is the country where it happened.
_SAW = frozenset({"شهدت", "شهد", "تشهد", "يشهد", "عرفت", "عرف", "عاشت", "عاش", "شهدتها", "شهده"})
#: Words between a date and a coup that the date belongs to.
_LATER = frozenset({"ذكرى", "الذكرى", "محاكمة", "احياء", "بعد", "منذ", "عقب", "تداعيات"})


def country_of(scene: Scene, parties: Parties, i: int, ousted: Party | None) -> str | None:
    for k in range(i + 1, min(i + 4, len(scene.page))):
        nisba = country_of_nisba(scene.page, k)
        if nisba is not None and scene.form(k).startswith("ال") == scene.form(i).startswith("ال"):
            return nisba
        if not scene.page.words[k].tags & (Tag.ADJECTIVE | Tag.NISBA):
            break
    for party in parties.within(i + 1, min(i + 6, scene.clause(i).end)):
        place = party.kind in (ActorKind.COUNTRY, "place") and party.country is not None
        if any(scene.is_verb(k) for k in range(i + 1, party.first)):
            break
        if place and (party.governor == i or party.prep == "في"):
            return party.country
    for k in range(i + 1, min(i + 4, len(scene.page) - 1)):  # inside a longer phrase
        if scene.is_verb(k):
            break
        found = phrase_at(scene.page, k + 1, Tag.COUNTRY) if scene.form(k) == "في" else None
        if found is not None:
            return str(found[2].data.country)
    seen = _seen_in(scene, parties, i)
    if seen is not None:
        return seen
    return parties.country(ousted) if ousted is not None else None


def placed_in(parties: Parties, i: int, end: int) -> str | None:
    """The country behind token *i* that في marks as where it happened."""
    for party in parties.within(i + 1, end):
        if party.prep == "في" and party.kind in (ActorKind.COUNTRY, "place") and party.country:
            return party.country
    return None


def _seen_in(scene: Scene, parties: Parties, i: int) -> str | None:
    """شهدت النيجر محاولة انقلاب: the subject of a verb of seeing is the place."""
    clause = scene.clause(i)
    for k in range(clause.first, i):
        if scene.base(k) in _SAW:
            near = parties.within(clause.first, i)
            party = first_behind(scene, k, near) or next((p for p in near if p.bare), None)
            if party is not None and parties.country(party):
                return parties.country(party)
            home = parties.home(k)
            return home.country if home is not None else None
    return None


def when_of(scene: Scene, i: int) -> When | None:
    clause = scene.clause(i)
    _, stop = scene.sentence(i)
    behind = [w for w in scene.whens_in(i + 1, stop) if _near(scene, i, w)]
    if behind:
        return behind[0]
    before = [w for w in scene.whens_in(clause.first, i) if i - w.end <= 6]
    if not before or scene.has_article(i):
        return None
    later = {scene.form(k) for k in range(before[-1].first, i)} & _LATER
    return None if later else _joined_days(before)


def when_acted(scene: Scene, parties: Parties, i: int, leaders: tuple[Party, ...]) -> When | None:
    """When the accused did what is called a coup: the date told with them a sentence before."""
    drafts = [party.draft for party in leaders if party.draft is not None]
    n = scene.clause(i).sentence
    for first, stop in reversed(scene.sentences[max(n - 2, 0) : n]):
        if any(p.draft in drafts for p in parties.within(first, stop) if p.draft is not None):
            found = scene.whens_in(first, stop)
            return found[0] if found else None
    return None


def _joined_days(found: list[When]) -> When:
    """ليل الثلاثاء الأربعاء: two days side by side are a stretch of time."""
    last = found[-1]
    if len(found) < 2 or found[-2].end != last.first:
        return last
    one, two = found[-2].edtf, last.edtf
    if one is None or two is None or not len(one) == len(two) == 10 or one >= two:
        return last
    date = attrs.evolve(last.date, edtf=f"{one}/{two}")
    return When(found[-2].first, last.end, date)


def _near(scene: Scene, i: int, when: When) -> bool:
    """Whether a date behind a coup is the coup's: no verb and no other event between."""
    if when.first - i > 16 or scene.base(when.first - 1) in ("منذ", "حتى", "قبل"):
        return False
    same = when.first < scene.clause(i).end
    return all(
        (same and not scene.is_verb(k)) or _of_coup(scene, k) for k in range(i + 1, when.first)
    )


def _of_coup(scene: Scene, k: int) -> bool:
    """Whether a word behind a coup goes on with it: no verb, or one of leading and ousting."""
    opens = scene.clause(k).first == k and scene.clause(k).opener not in ("relative", "verb")
    lead = (
        scene.base(k) in _SAW or scene.sense(k, Family.COUP, "lead", "oust", "happen") is not None
    )
    return lead or not (scene.is_verb(k) or opens)
