"""Coups: where, when, who fell, who led it, and what became of it."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

import attrs

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, Coup, CoupOutcome, RecordCertainty
from malicoup.parse.names.roster import Draft
from malicoup.parse.records._arguments import first_behind, subject
from malicoup.parse.records._finding import Finding, Support
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._parties import Parties, Party, country_of_nisba
from malicoup.parse.records._scene import Scene, When

#: Verbs whose subject is the country where it happened.
_SAW = frozenset({"شهدت", "شهد", "تشهد", "يشهد", "عرفت", "عرف", "عاشت", "عاش", "شهدتها", "شهده"})
#: Words between a date and a coup that the date belongs to.
_LATER = frozenset({"ذكرى", "الذكرى", "محاكمة", "احياء", "بعد", "منذ", "عقب", "تداعيات"})
_HEADS_OF_STATE = frozenset({"رئيس", "ملك", "حاكم", "سلطان", "أمير", "حكومة", "نظام"})
_AGAINST = frozenset({"على", "علي", "ضد"})


class _Told(NamedTuple):
    """One mention of a coup."""

    token: int
    country: str | None
    when: When | None
    definite: bool
    outcome: CoupOutcome
    ousted: Party | None
    leaders: tuple[Party, ...]
    alleged: tuple[Party, ...]


def find_coups(scene: Scene, parties: Parties) -> list[Finding]:
    """The coups of a report; mentions of one coup are joined.

    A mention without a country is of the coup told before it, else of the country that the
    report speaks of most.
    """
    told: list[_Told] = []
    for i in range(len(scene.page)):
        if scene.words[i].tags & Family.COUP:
            mention = _told_at(scene, parties, i)
            if mention is not None:
                told.append(mention)
    groups: list[list[_Told]] = []
    for mention in told:
        group = _group_of(groups, mention)
        if group is None:
            groups.append([mention])
        else:
            group.append(mention)
    return [f for g in groups if (f := _finding(scene, parties, g, groups)) is not None]


def _told_at(scene: Scene, parties: Parties, i: int) -> _Told | None:
    if _is_coup(scene, i):
        if _is_other(scene, i) or _is_feared(scene, i):
            return None
        return _read(scene, parties, i)
    return _removal(scene, parties, i)


def _is_coup(scene: Scene, i: int) -> bool:
    found = scene.sense(i, Family.COUP, "coup")
    if found is None:
        return False
    reading, sense = found
    if sense.value == "noun":
        return True
    if sense.value == "adjective":  # المحاولة الانقلابية
        return scene.sense(i - 1, Family.COUP, "attempt") is not None
    return not reading.pronoun and scene.base(i + 1) in _AGAINST and scene.is_verb(i)


def _is_other(scene: Scene, i: int) -> bool:
    """انقلاب شاحنة, حادث انقلاب, انقلاب مناخي: no coup."""
    clause = scene.clause(i)
    first, end = max(clause.first, i - 3), min(clause.end, i + 6)
    return scene.has(first, end, Family.COUP, "other") is not None


def _is_feared(scene: Scene, i: int) -> bool:
    clause = scene.clause(i)
    feared = scene.has(max(clause.first, i - 4), i, Family.COUP, "fear") is not None
    return feared or (scene.supposed(i) and not scene.form(i).startswith("ال")) or _denied(scene, i)


def _denied(scene: Scene, i: int) -> bool:
    return scene.negated(i) and i - scene.clause(i).first <= 6


def _read(scene: Scene, parties: Parties, i: int) -> _Told:
    clause = scene.clause(i)
    ousted = _ousted(scene, parties, i)
    leaders, alleged = _leaders(scene, parties, i)
    return _Told(
        i,
        _country(scene, parties, i, ousted),
        _when(scene, i),
        scene.form(i).lstrip("وفبكل").startswith(("ال", "ل")) or clause.first == i,
        _outcome(scene, i),
        ousted,
        leaders,
        alleged,
    )


# -- where and when ----------------------------------------------------------------------------


def _country(scene: Scene, parties: Parties, i: int, ousted: Party | None) -> str | None:
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
    seen = _seen_in(scene, parties, i)
    if seen is not None:
        return seen
    return parties.country(ousted) if ousted is not None else None


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


def _when(scene: Scene, i: int) -> When | None:
    clause = scene.clause(i)
    behind = [w for w in scene.whens_in(i + 1, clause.end) if _near(scene, i, w)]
    if behind:
        return behind[0]
    before = [w for w in scene.whens_in(clause.first, i) if i - w.end <= 6]
    if not before or scene.form(i).startswith(("ال", "لل")):
        return None
    later = {scene.form(k) for k in range(before[-1].first, i)} & _LATER
    return None if later else _joined_days(before)


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
    if when.first - i > 14:
        return False
    return not any(scene.is_verb(k) for k in range(i + 1, when.first))


# -- what became of it -------------------------------------------------------------------------


def _outcome(scene: Scene, i: int) -> CoupOutcome:
    clause = scene.clause(i)
    first, end = max(clause.first, i - 5), min(clause.end, i + 4)
    if scene.has(first, i, Family.COUP, "foil") is not None:
        return CoupOutcome.FOILED
    if scene.has(max(first, i - 2), i, Family.COUP, "attempt") is not None:
        return CoupOutcome.ATTEMPTED
    if scene.has(i + 1, end, Family.COUP, "failed") is not None:
        return CoupOutcome.ATTEMPTED
    if scene.has(max(clause.first, i - 6), i, Family.COUP, "deny") is not None:
        return CoupOutcome.ALLEGED
    return CoupOutcome.REALIZED


# -- people ------------------------------------------------------------------------------------


def _ousted(scene: Scene, parties: Parties, i: int) -> Party | None:
    """Who fell: the object of a verb of ousting behind the coup, or whom it was against."""
    clause = scene.clause(i)
    _, end = scene.sentence(i)
    for k in range(i + 1, min(end, i + 12)):
        if scene.sense(k, Family.COUP, "oust"):
            found = _object(scene, parties, k, end)
            if found is not None:
                return found
    return next(
        (
            p
            for p in parties.within(i + 1, min(clause.end, i + 8))
            if p.prep in ("على",) and p.kind in (ActorKind.PERSON, "nominal")
        ),
        None,
    )


def _object(scene: Scene, parties: Parties, k: int, end: int) -> Party | None:
    """The one ousted: behind a verb of ousting, with its particle where it takes one."""
    found = scene.sense(k, Family.COUP, "oust")
    if found is None:
        return None
    particle = found[1].value
    for party in parties.within(k + 1, min(end, k + 9)):
        if party.kind not in (ActorKind.PERSON, "nominal", ActorKind.GOVERNMENT):
            continue
        if particle == "ب":
            if party.prep == "ب":
                return party
        elif party.kind == ActorKind.PERSON or _is_ruler(party):
            return party
    return None


def _is_ruler(party: Party) -> bool:
    head = party.phrase.head if party.phrase is not None else ""
    return head in _HEADS_OF_STATE


def _removal(scene: Scene, parties: Parties, i: int) -> _Told | None:
    """عزل الجيش الرئيس, أجبروا الرئيس على التنحي: a coup told without the word."""
    found = scene.sense(i, Family.COUP, "oust")
    if found is None or found[1].form != "verb" or found[1].value == "weak":
        return None
    if scene.supposed(i) or scene.negated(i) or scene.tense(i, Family.COUP) != "perfect":
        return None
    clause = scene.clause(i)
    forced = found[1].value == "force"
    if forced and scene.has(i, min(i + 14, clause.end), Family.COUP, "step") is None:
        return None
    victim = _object(scene, parties, i, clause.end)
    doer = subject(scene, parties, i, parties.within(clause.first, clause.end))
    if victim is None or doer is None or doer == victim or not _is_force(scene, doer):
        return None
    leaders = (doer,) if doer.kind == ActorKind.PERSON else ()
    country = parties.country(victim) or parties.country(doer)
    return _Told(i, country, _when(scene, i), True, CoupOutcome.REALIZED, victim, leaders, ())


def _is_force(scene: Scene, party: Party) -> bool:
    """Whether someone takes power by arms: an army, officers, a junta."""
    if party.kind in (ActorKind.ARMED_FORCE, ActorKind.ARMED_GROUP):
        return True
    words = range(party.first, party.end)
    return any(
        scene.sense(k, Family.TRAINING, "soldier") or scene.sense(k, Family.COUP, "coup")
        for k in words
    )


def _leaders(scene: Scene, parties: Parties, i: int) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who led it, and who is only believed to have led it."""
    found: list[Party] = []
    title = scene.has(max(i - 2, 0), i, Family.COUP, "leader")
    if title is not None:
        found = _named_by(scene, parties, title, i)
        if _is_believed(scene, title):
            return (), tuple(found)
    found += _doers(scene, parties, i)
    return tuple(dict.fromkeys(found)), ()


def _named_by(scene: Scene, parties: Parties, title: int, i: int) -> list[Party]:
    """X (قائد الانقلاب), قائد الانقلاب X, X وY اللذان يعتقد أنهما مهندسا الانقلاب."""
    inside = parties.at.get(title)
    if inside is not None and inside.kind == ActorKind.PERSON:
        return [inside]
    behind = [p for p in parties.within(i + 1, i + 4) if p.kind == ActorKind.PERSON]
    if behind and all(scene.page.raw(k) in "،(" for k in range(i + 1, behind[0].first)):
        return behind[:1]
    first, _ = scene.sentence(title)
    people = [p for p in parties.within(first, title) if p.kind == ActorKind.PERSON]
    if not people or not _apposed(scene, people[-1].end, title):
        return []
    found = [people[-1]]
    for before in reversed(people[:-1]):
        if not found[-1].joined:
            break
        found.append(before)
    return found[::-1]


def _apposed(scene: Scene, first: int, title: int) -> bool:
    """Whether nothing but a bracket, a comma or a relative clause of belief stands between."""
    for k in range(first, title):
        word = scene.page.words[k]
        loose = word.tags & (Tag.RELATIVE | Tag.THAT | Tag.FUNCTION | Tag.CUE)
        if scene.page.kind(k) == "w" and not loose:
            return False
    return title - first <= 6


def _is_believed(scene: Scene, title: int) -> bool:
    first = max(scene.sentence(title)[0], title - 4)
    words = {scene.form(k) for k in range(first, title)}
    return bool(words & {"يعتقد", "يظن", "يزعم", "يشتبه", "المزعوم", "المفترض"})


def _doers(scene: Scene, parties: Parties, i: int) -> list[Party]:
    """نفذ الجنرال انقلابا, انقلاب بقيادة فلان, اتهم فلانا بتنفيذ انقلاب."""
    clause = scene.clause(i)
    _, end = scene.sentence(i)
    near = parties.within(clause.first, end)
    led = [p for p in near if p.prep == "بقيادة" and 0 < p.first - i <= 8]
    if led:
        return led
    for k in range(max(clause.first, i - 6), min(end, i + 5)):
        found = scene.sense(k, Family.COUP, "lead")
        if found is None:
            continue
        if found[1].form == "verb" and scene.clause(k).opener in ("relative", "other", "and"):
            doer = first_behind(scene, k, parties.within(k, end)) if k > i else None
            doer = doer or (subject(scene, parties, k, near) if k < i else None)
            return [doer] if doer is not None and doer.kind == ActorKind.PERSON else []
        people = [p for p in near if p.kind == ActorKind.PERSON and clause.first <= p.first < k]
        return people[-1:] or _by_last_name(scene, clause.first, k)
    return []


def _by_last_name(scene: Scene, first: int, end: int) -> list[Party]:
    """Someone named before, by the last word of the name, inside another phrase."""
    for k in range(end - 1, first, -1):
        for draft in scene.roster.bearing(scene.form(k)):
            if draft.kind == ActorKind.PERSON and len(draft.words) > 1:
                return [Party(k, k + 1, "", -1, False, draft, None, draft.country, draft.kind)]
    return []


# -- joining -----------------------------------------------------------------------------------


def _group_of(groups: list[list[_Told]], mention: _Told) -> list[_Told] | None:
    fitting = [group for group in reversed(groups) if _fits(group, mention)]
    plain = not (mention.country or mention.ousted or _year(mention))
    if plain and fitting:  # "the coup" is the one that the report is about
        return max(fitting, key=len)
    return fitting[0] if fitting else None


def _fits(group: list[_Told], mention: _Told) -> bool:
    countries = {m.country for m in group if m.country}
    if mention.country and countries and mention.country not in countries:
        return False
    years = {_year(m) for m in group if _year(m)}
    year = _year(mention)
    if year and years:
        return year in years
    if year and not mention.definite:
        return False
    victims = {m.ousted.draft for m in group if m.ousted and m.ousted.draft}
    victim = mention.ousted.draft if mention.ousted else None
    return victim is None or not victims or victim in victims


def _year(mention: _Told) -> str | None:
    text = mention.when.edtf if mention.when is not None else None
    return text[:4] if text and text[:4].isdecimal() else None


def _finding(
    scene: Scene, parties: Parties, group: list[_Told], groups: list[list[_Told]]
) -> Finding | None:
    country = next((m.country for m in group if m.country), None)
    country = country or next((m.country for g in groups for m in g if m.country), None)
    country = country or _topic(parties)
    if country is None:
        return None
    when = next((m.when for m in group if m.when), None)
    ousted = next((m.ousted for m in group if m.ousted), None)
    leaders = _actors(parties, [p for m in group for p in m.leaders])
    alleged = _actors(parties, [p for m in group for p in m.alleged])
    outcome = _joint_outcome(group)
    values: dict[str, Any] = {
        "country": country,
        "date": when.edtf if when else None,
        "outcome": outcome,
        "leaders": tuple(d.id for d in leaders),
        "alleged_leaders": tuple(d.id for d in alleged if d not in leaders),
    }
    fallen = parties.actor(ousted) if ousted else None
    realized = outcome in (CoupOutcome.REALIZED, CoupOutcome.ALLEGED)
    if fallen is not None and fallen not in leaders and realized:
        values["ousted"] = fallen.id
    sure = (
        RecordCertainty.ASSERTED if outcome is not CoupOutcome.ALLEGED else RecordCertainty.ALLEGED
    )
    support = tuple(_support(m, values) for m in group)
    return Finding(Coup, values, support, "coup-noun", sure)


def _joint_outcome(group: list[_Told]) -> CoupOutcome:
    found = [m.outcome for m in group]
    for outcome in (CoupOutcome.FOILED, CoupOutcome.ATTEMPTED):
        if outcome in found:
            return outcome
    if CoupOutcome.ALLEGED in found and all(
        m.outcome is CoupOutcome.ALLEGED or not m.ousted for m in group
    ):
        return CoupOutcome.ALLEGED
    return CoupOutcome.REALIZED


def _actors(parties: Parties, found: list[Party]) -> list[Draft]:
    drafts = [parties.actor(p) for p in found]
    return list(dict.fromkeys(d for d in drafts if d is not None))


def _topic(parties: Parties) -> str | None:
    """The country that the report names most."""
    named = Counter(p.country for p in parties.all if p.kind == ActorKind.COUNTRY and p.country)
    return named.most_common(1)[0][0] if named else None


def _support(mention: _Told, values: dict[str, Any]) -> Support:
    fields: list[tuple[str, int, int]] = []
    if mention.when is not None and mention.when.edtf == values["date"]:
        fields.append(("date", mention.when.first, mention.when.end))
    if mention.ousted is not None and "ousted" in values:
        fields.append(("ousted", mention.ousted.first, mention.ousted.end))
    for name, people in (("leaders", mention.leaders), ("alleged_leaders", mention.alleged)):
        if values[name]:
            fields.extend((name, p.first, p.end) for p in people)
    fields.sort(key=lambda f: f[1])
    return Support(mention.token, mention.token + 1, tuple(fields))
