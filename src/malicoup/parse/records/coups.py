"""Coups: where, when, who fell, who led it, and what became of it."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, Coup, CoupOutcome, RecordCertainty
from malicoup.parse.names.roster import Draft
from malicoup.parse.page import phrase_at
from malicoup.parse.records._arguments import is_free, subject
from malicoup.parse.records._coup_people import (
    is_armed,
    is_force,
    is_ruler_word,
    leaders_of,
    ousted_by,
    ousted_object,
)
from malicoup.parse.records._coup_place import country_of, placed_in, when_acted, when_of
from malicoup.parse.records._deal_fields import act_date
from malicoup.parse.records._finding import Finding, Support, certainty_at, joint_certainty
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._parties import Parties
from malicoup.parse.records._party import Party
from malicoup.parse.records._scene import Scene, When

_AGAINST = frozenset({"على", "علي", "ضد"})
#: What is seized in a coup.
_POWER = frozenset({"السلطة", "الحكم", "مقاليد"})
#: Rulers with the ب of أطاح written onto them.
_RULED = frozenset({"الحكومة", "الرئيس", "النظام", "الحكم", "الملك", "رئيس", "حكومة", "نظام"})
#: Words for the country spoken of.
_HERE = frozenset({"البلاد", "الدولة", "بلاده", "بلادها", "هذا", "هذه", "بلد", "دولة", "العاصمة"})


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
    for i in scene.tagged(Family.COUP):
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
        if _is_other(scene, i) or _is_feared(scene, i) or _on_a_thing(scene, parties, i):
            return None
        return _read(scene, parties, i)
    if scene.sense(i, Family.COUP, "seize") is not None:
        return _seizure(scene, parties, i)
    attempt = _attempted_removal(scene, parties, i)
    if attempt is not None:
        return attempt
    return _removal(scene, parties, i)


def _is_coup(scene: Scene, i: int) -> bool:
    found = scene.sense(i, Family.COUP, "coup")
    if found is None:
        return False
    reading, sense = found
    if sense.value == "noun":  # انقلابات: several, of which none is told
        return not scene.form(i).endswith("ات")
    if sense.value == "adjective":  # المحاولة الانقلابية
        return scene.sense(i - 1, Family.COUP, "attempt", "foil") is not None
    return not reading.pronoun and scene.is_verb(i) and _against_ruler(scene, i)


def _against_ruler(scene: Scene, i: int) -> bool:
    """انقلب على النظام, انقلب الجنرال فلان على الرئيس."""
    if scene.base(i + 1) in _AGAINST:
        return True
    stop = min(scene.clause(i).end - 1, i + 8)
    against = (k for k in range(i + 2, stop) if scene.form(k) in _AGAINST)
    return any(is_ruler_word(scene, k + 1) for k in against)


def _is_other(scene: Scene, i: int) -> bool:
    """انقلاب شاحنة, حادث انقلاب, انقلاب مناخي: no coup."""
    clause = scene.clause(i)
    first, end = max(clause.first, i - 3), min(clause.end, i + 6)
    return scene.has(first, end, Family.COUP, "other") is not None or _in_field(scene, i)


def _on_a_thing(scene: Scene, parties: Parties, i: int) -> bool:
    """انقلاب على الاتفاق: what is turned upon is no one in power."""
    if scene.form(i + 1) not in _AGAINST or scene.base(i + 1) != scene.form(i + 1):
        return False
    return not is_ruler_word(scene, i + 2) and parties.at(i + 2) is None


def _in_field(scene: Scene, i: int) -> bool:
    """انقلاب في صناعة كذا: an upheaval in something that is no place."""
    if scene.form(i + 1) != "في" or i + 2 >= len(scene.page):
        return False
    if phrase_at(scene.page, i + 2, Tag.COUNTRY | Tag.PLACE | Tag.SEAT) is not None:
        return False
    dated = any(w.first <= n < w.end for w in scene.whens for n in (i + 1, i + 2))
    word = scene.page.words[i + 2]
    known = word.tags & (Tag.NOUN | Tag.MASDAR) and not word.tags & (Tag.PLACE_HEAD | Tag.NISBA)
    return bool(known) and not dated and word.form not in _HERE


def _is_feared(scene: Scene, i: int) -> bool:
    clause = scene.clause(i)
    feared = scene.has(max(clause.first, i - 4), i, Family.COUP, "fear") is not None
    verbs = (scene.sense(k, Family.COUP, "fear") for k in range(max(clause.first, i - 9), i))
    feared = feared or (
        not scene.has_article(i) and any(v is not None and v[1].form == "verb" for v in verbs)
    )
    return feared or (scene.supposed(i) and not scene.has_article(i)) or _denied(scene, i)


def _denied(scene: Scene, i: int) -> bool:
    return scene.negated(i) and i - scene.clause(i).first <= 6 and not scene.has_article(i)


def _read(scene: Scene, parties: Parties, i: int) -> _Told:
    clause = scene.clause(i)
    ousted = ousted_by(scene, parties, i)
    leaders, alleged = leaders_of(scene, parties, i)
    when = when_of(scene, i)
    if when is None and leaders and _accused(scene, i):
        when = when_acted(scene, parties, i, leaders)
    known = when is not None and when.first < scene.sentence(i)[0]
    return _Told(
        i,
        country_of(scene, parties, i, ousted),
        when,
        known or scene.form(i).lstrip("وفبكل").startswith(("ال", "ل")) or clause.first == i,
        _outcome(scene, i),
        ousted,
        leaders,
        alleged,
    )


# -- what became of it ------------------------------


def _outcome(scene: Scene, i: int) -> CoupOutcome:
    clause = scene.clause(i)
    first, end = max(clause.first, i - 5), min(clause.end, i + 4)
    if _accused(scene, i):
        return CoupOutcome.ALLEGED
    if scene.has(first, i, Family.COUP, "foil") is not None:
        return CoupOutcome.FOILED
    if scene.has(max(first, i - 2), i, Family.COUP, "attempt") is not None:
        return CoupOutcome.ATTEMPTED
    if scene.has(i + 1, end, Family.COUP, "failed") is not None:
        return CoupOutcome.ATTEMPTED
    if scene.has(max(clause.first, i - 6), i, Family.COUP, "deny") is not None:
        return CoupOutcome.ALLEGED
    if clause.opener == "that" and clause.first > 0:  # وصفه بأنه انقلاب
        governing = scene.clause(clause.first - 1)
        if scene.has(governing.first, governing.end, Family.COUP, "deny") is not None:
            return CoupOutcome.ALLEGED
    return CoupOutcome.REALIZED


def _accused(scene: Scene, i: int) -> bool:
    """اتهم الجيش بتنفيذ انقلاب: someone is accused of it."""
    for k in scene.tagged_in(scene.clause(i).first, i, Family.COUP):
        found = scene.sense(k, Family.COUP, "deny")
        if found is not None and found[1].value == "accuse":
            return True
    return False


def _seizure(scene: Scene, parties: Parties, i: int) -> _Told | None:
    """استولى الجيش على السلطة, قلب نظام الحكم: a coup told without the word."""
    found = scene.sense(i, Family.COUP, "seize")
    clause = scene.clause(i)
    stop = min(i + 9, clause.end)
    power = any(
        (scene.base(k) in _POWER and (found is None or found[1].value == "" or k == i + 1))
        or (scene.base(k) == "نظام" and k == i + 1)
        for k in range(i + 1, stop)
    )
    palace = any(scene.base(k) == "القصر" for k in range(i + 1, stop)) and _suspends(scene, i)
    if found is None or not (power or palace) or scene.supposed(i) or scene.negated(i):
        return None
    if scene.has(max(clause.first, i - 4), i, Family.COUP, "fear") is not None:
        return None
    if found[1].form == "verb" and scene.tense(i, Family.COUP) != "perfect":
        return None
    near = parties.within(clause.first, clause.end)
    doer = subject(scene, parties, i, near) if found[1].form == "verb" else None
    doer = doer if doer is not None and is_force(scene, doer) else None
    doer = doer or next((p for p in near if p.bare and is_force(scene, p)), None)
    foil = scene.has(clause.first, i, Family.COUP, "foil")
    if doer is None and foil is not None:  # أحبطت الحكومة مؤامرة لقلب نظام الحكم
        doer = subject(scene, parties, foil, near)
        country = placed_in(parties, i, clause.end) or (parties.country(doer) if doer else None)
        return _Told(i, country, when_of(scene, i), True, CoupOutcome.FOILED, None, (), ())
    if doer is None:
        return None
    leaders = (doer,) if doer.kind == ActorKind.PERSON else ()
    country = placed_in(parties, i, clause.end) or parties.country(doer)
    outcome = CoupOutcome.REALIZED
    if scene.has(clause.first, i, Family.COUP, "attempt", "foil") is not None:
        outcome = CoupOutcome.ATTEMPTED
    return _Told(i, country, when_of(scene, i), True, outcome, None, leaders, ())


def _removal(scene: Scene, parties: Parties, i: int) -> _Told | None:
    """عزل الجيش الرئيس, أجبروا الرئيس على التنحي: a coup told without the word."""
    found = scene.sense(i, Family.COUP, "oust")
    if found is None or (found[1].value == "weak" and not _suspends(scene, i)):
        return None
    told = _announcing(scene, i)
    verb = i if told is None and found[1].form == "verb" else told
    if verb is None or scene.supposed(i) or scene.negated(i):
        return None
    if verb == i and scene.tense(i, Family.COUP) != "perfect":
        return None
    clause = scene.clause(i)
    forced = found[1].value == "force"
    if forced and scene.has(i, min(i + 14, clause.end), Family.COUP, "step") is None:
        return None
    victim = ousted_object(scene, parties, i, clause.end)
    doer = subject(scene, parties, verb, parties.within(clause.first, clause.end))
    if doer is None and verb != i:  # تلا العقيد فلان بيانا أعلن فيه عزل الرئيس
        first = scene.sentence(i)[0]
        doer = next((p for p in parties.within(first, verb) if is_free(scene, p)), None)
    if victim is None or doer is None or doer == victim or not is_force(scene, doer):
        return None
    leaders = (doer,) if doer.kind == ActorKind.PERSON else ()
    country = parties.country(victim) or parties.country(doer)
    when = when_of(scene, i) or act_date(scene, i, i, clause.end)
    return _Told(i, country, when, True, CoupOutcome.REALIZED, victim, leaders, ())


def _attempted_removal(scene: Scene, parties: Parties, i: int) -> _Told | None:
    """فشلت محاولة للإطاحة بالحكومة, أحبطت كذا محاولة لعزل الرئيس: an attempt by arms."""
    found = scene.sense(i, Family.COUP, "oust")
    if found is None or found[1].form != "noun" or found[1].value in ("weak", "force"):
        return None
    clause = scene.clause(i)
    if scene.has(max(clause.first, i - 3), i, Family.COUP, "attempt") is None:
        return None
    if not any(is_ruler_word(scene, k) or scene.base(k)[1:] in _RULED for k in (i + 1, i + 2)):
        return None
    foiled = scene.has(clause.first, i, Family.COUP, "foil") is not None
    failed = scene.has(clause.first, clause.end, Family.COUP, "failed") is not None
    armed = any(is_armed(scene, k) for k in scene.tagged_in(*scene.sentence(i), Family.TRAINING))
    told = foiled or (armed and failed)
    if not told or scene.supposed(i) or scene.negated(i):
        return None
    country = placed_in(parties, i, clause.end)
    outcome = CoupOutcome.FOILED if foiled else CoupOutcome.ATTEMPTED
    return _Told(i, country, when_of(scene, i), True, outcome, None, (), ())


def _suspends(scene: Scene, i: int) -> bool:
    """اعتقال الرئيس وتعليق الدستور: who arrests the head of state puts the constitution aside."""
    return any(scene.base(k) in ("الدستور", "بالدستور") for k in range(i, scene.sentence(i)[1]))


def _announcing(scene: Scene, i: int) -> int | None:
    """أعلن الجيش الإطاحة بفلان: the verb of announcing before a verbal noun."""
    for k in range(i - 1, max(scene.clause(i).first, i - 8) - 1, -1):
        told = scene.sense(k, Family.MEASURE, "announce")
        if told is not None and told[1].form == "verb" and scene.is_verb(k):
            return k
    return None


# -- joining ------------------------------


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
    country = country or _topic(scene, parties, group)
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
    sure = joint_certainty([certainty_at(scene, m.token) for m in group])
    if outcome is CoupOutcome.ALLEGED:
        sure = RecordCertainty.ALLEGED
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


def _topic(scene: Scene, parties: Parties, group: list[_Told]) -> str | None:
    """The country that the report names most."""
    named = Counter(p.country for p in parties.all if p.kind == ActorKind.COUNTRY and p.country)
    if len(named) == 1 and named.total() == 1:  # named once: the nationalities tell more
        named.update(p.country for p in parties.all if p.kind != ActorKind.COUNTRY and p.country)
    if not named:  # رئيس الوزراء الأرميني
        near = (p for m in group for p in parties.within(*scene.sentence(m.token)))
        named = Counter(p.country for p in near if p.country)
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
