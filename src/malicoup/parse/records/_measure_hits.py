"""Finds where a report tells of sanctions, embargoes, suspensions, expulsions, condemnations."""

from __future__ import annotations

from typing import NamedTuple

from malicoup.lexicon.words import Reading, Tag
from malicoup.model import EventKind, MeasureStatus
from malicoup.parse.records._lexicon import Family, Sense
from malicoup.parse.records._party import country_of_nisba
from malicoup.parse.records._scene import COMMAS, Clause, Scene

_KINDS = {
    "sanction": EventKind.SANCTION,
    "embargo": EventKind.EMBARGO,
    "suspension": EventKind.SUSPENSION,
    "expulsion": EventKind.EXPULSION,
    "condemnation": EventKind.CONDEMNATION,
}
_STAGES = {
    "call": MeasureStatus.CALLED_FOR,
    "threaten": MeasureStatus.THREATENED,
    "lift": MeasureStatus.LIFTED,
    "extend": MeasureStatus.EXTENDED,
    "announce": MeasureStatus.ANNOUNCED,
    "impose": MeasureStatus.IMPOSED,
}
#: Which of several stages before a measure prevails.
_ORDER = ("call", "threaten", "lift", "extend", "announce", "impose")
#: What a list is called whose entries are punished.
_LISTS = ("العقوبات", "عقوبات", "السوداء", "سوداء", "الارهاب", "ارهاب", "المنظمات الارهابية")
#: Words before a ban that is only the background: رغم حظر السلاح.
_DESPITE = frozenset({"رغم", "برغم", "خرق", "انتهاك", "بخرق", "بانتهاك", "لخرق", "خارقة", "منتهكة"})
_REACH = 10
_OBJECT_REACH = 5


class Stage(NamedTuple):
    """A word that says how a measure stands."""

    token: int
    sense: Sense


class MeasureHit(NamedTuple):
    """One mention of a measure.

    Attributes:
        token: The word for the measure.
        kind: What it is.
        is_verb: Whether that word is a finite verb.
        status: How it stands.
        stages: Words that say so, in text order.
        first, end: The words that say what the measure is.
        definite: Whether it points back to one told before.
        listing: Whether someone is put on a list.
    """

    token: int
    kind: EventKind
    is_verb: bool
    status: MeasureStatus
    stages: tuple[Stage, ...]
    first: int
    end: int
    definite: bool
    listing: bool = False


def find_measures(scene: Scene) -> list[MeasureHit]:
    """Every mention in text order."""
    found: list[MeasureHit] = []
    for i in scene.tagged(Family.MEASURE):
        hit = _hit_at(scene, i)
        if hit is not None and not (found and found[-1].end > i and not _stronger(hit)):
            found.append(hit)
    return found


def _stronger(hit: MeasureHit) -> bool:
    """Whether a mention inside the words of another stands on its own."""
    return hit.kind in (EventKind.SANCTION, EventKind.EXPULSION)


def _hit_at(scene: Scene, i: int) -> MeasureHit | None:
    sense = _sense_at(scene, i)
    if sense is None or _is_other(scene, i) or scene.supposed(i):
        return None
    reading, what = sense
    if (scene.negated(i) and what.value != "persona") or _is_weighed(scene, i):
        return None
    clause = scene.clause(i)
    if scene.has(clause.first, i, Family.COUP, "failed") is not None:
        return None
    if _is_under(scene, i, clause):
        return None  # under a ban told elsewhere
    kind = _KINDS[what.role]
    stages = _stages(scene, i, clause)
    verb = what.form == "verb"
    target = i
    if kind is EventKind.SUSPENSION:
        target = _object(scene, i, clause)
        if target < 0 and not (reading.article and stages):
            return None
        target = max(target, i)
        goods = scene.sense(target, Family.MEASURE, "object")
        if goods is not None and goods[1].value == "assets":  # تجميد أصول
            kind = EventKind.SANCTION
        if goods is not None and goods[1].value == "arms" and _is_lot(scene, target, clause):
            return None  # علقت تسليم منظومة كذا: a deal, and no measure
        if what.value == "stop" and _is_arms(scene, target, clause):
            kind = EventKind.EMBARGO
    elif kind is EventKind.EXPULSION:
        target = _envoy(scene, i, clause)
        if target < 0:
            return None
    elif kind is EventKind.EMBARGO:
        embargo = _embargo(scene, i, verb=verb)
        if embargo is None or (scene.base(i - 1) in _DESPITE and not stages):
            return None
        kind = embargo
    listing = what.value == "list"
    if listing and not _onto_list(scene, i, clause):
        return None
    plain = kind is EventKind.SANCTION and what.role == "sanction" and not listing
    subjected = scene.has(clause.first, i, Family.MEASURE, "under") is not None
    told = subjected or _is_upon(scene, i, clause)
    if plain and not stages and not told:
        return None
    status = _status(scene, i, kind, stages, verb=verb)
    if status is None:
        return None
    return MeasureHit(
        i, kind, verb, status, stages, target, words_end(scene, target, clause), reading.article,
        listing,
    )  # fmt: skip


def _is_weighed(scene: Scene, i: int) -> bool:
    """أن فرض عقوبات على كذا سيضر بكذا: a verbal noun, and what it would do."""
    clause = scene.clause(i)
    if scene.has_article(i) or i - clause.first > 2 or scene.is_verb(clause.first):
        return False
    if clause.opener not in ("that", "other") or scene.has_article(clause.first + 1):
        return False
    behind = range(i + 1, min(i + 9, clause.end))
    return any(scene.future(k) or scene.form(k) in ("قد", "يمكن") for k in behind)


def _is_under(scene: Scene, i: int, clause: Clause) -> bool:
    """Whether someone is said to be under the measure, and not who imposed it."""
    subjected = scene.has(clause.first, i, Family.MEASURE, "under")
    told = scene.has(i + 1, min(i + 5, clause.end), Family.MEASURE, "impose")
    nations = (country_of_nisba(scene.page, k) for k in range(i + 1, min(i + 3, clause.end)))
    return subjected is not None and told is None and not any(nations)


def _onto_list(scene: Scene, i: int, clause: Clause) -> bool:
    """أدرج فلانا على قائمة العقوبات, على اللائحة السوداء."""
    for k in range(i + 1, clause.end - 1):
        if scene.base(k).removeprefix("ال") in ("قائمتها", "لائحتها", "قائمته", "قوائمها"):
            return scene.form(k + 1).startswith(_LISTS)
        if scene.base(k).removeprefix("ال") in ("قائمة", "لائحة", "قوائم", "لوائح"):
            behind = [scene.form(n) for n in range(k + 1, min(k + 4, clause.end))]
            return any(w.startswith(_LISTS) for w in behind)
    return False


def _sense_at(scene: Scene, i: int) -> tuple[Reading, Sense] | None:
    found = [
        (reading, sense)
        for reading, sense in scene.senses(i, Family.MEASURE)
        if sense.role in _KINDS
    ]
    if not found:
        return None
    noun_like = _calls_for_noun(scene, i)
    found.sort(key=lambda f: (f[1].form == "verb") == noun_like)
    reading, sense = found[0]
    if sense.form == "verb" and reading.entry.person != 3:
        return None
    persona = sense.value == "persona"  # أشخاصا غير مرغوب فيهم
    if sense.form == "participle" and sense.role != "condemnation" and not persona:
        return None
    return reading, sense


def _calls_for_noun(scene: Scene, i: int) -> bool:
    form = scene.form(i)
    if form.endswith("ا") and not form.endswith("وا"):
        return True
    stages = range(scene.clause(i).first, i)
    if any(
        scene.is_verb(k) or ((s := scene.sense(k, Family.MEASURE, *_ORDER)) and s[1].form == "verb")
        for k in stages
    ):
        return form[0] not in "وف"  # أعلنت الوزارة طرد الدبلوماسيين
    before = scene.page.words[i - 1] if i else None
    if before is None or scene.clause(i).first == i:
        return all(r.article or r.preposition for r in scene.page.words[i].readings)
    governed = before.tags & (Tag.PREPOSITION | Tag.MASDAR | Tag.NOUN)
    return bool(governed and not before.form.startswith("ال")) or scene.has_article(i)


def _is_other(scene: Scene, i: int) -> bool:
    """Sport, courts, traffic: no measure between states."""
    if scene.base(i + 1).removeprefix("ال") in ("محكمة", "قاض", "قاضي", "قضاء"):
        return True
    first, end = scene.sentence(i)
    at = scene.has(first, end, Family.MEASURE, "other")
    if at is None:
        return False
    court = scene.sense(at, Family.MEASURE, "other")
    assert court is not None
    return court[1].value != "court" or (abs(at - i) <= 4 and scene.base(at) != "محكمة")


def _is_upon(scene: Scene, i: int, clause: Clause) -> bool:
    """عقوبات غربية على موسكو: sanctions upon someone, without a verb for it."""
    ahead = range(i + 1, min(i + 4, clause.end))
    if covering(scene, i) is not None:
        return True
    return any(scene.form(k) in ("على", "علي", "ضد", "بحق", "المفروضة") for k in ahead)


def covering(scene: Scene, i: int) -> int | None:
    """العقوبات الجديدة تستهدف كذا: a verb right behind whose subject is the measure."""
    for k in range(i + 1, min(i + 5, scene.clause(i).end)):
        if scene.sense(k, Family.MEASURE, "impose") is not None and scene.is_verb(k):
            found = scene.sense(k, Family.MEASURE, "impose")
            return k if found is not None and found[1].value == "cover" else None
        if not scene.page.words[k].tags & (Tag.NISBA | Tag.ADJECTIVE):
            return None
    return None


def _stages(scene: Scene, i: int, clause: Clause) -> tuple[Stage, ...]:
    """Words before the measure in its clause (and in the one that governs it) that say how."""
    first = max(clause.first, i - _REACH - 6)
    if clause.opener == "that" and i - clause.first <= 6 and clause.first > 0:
        first = max(scene.clause(clause.first - 1).first, i - _REACH)
    found: list[Stage] = []
    for k in range(first, i):
        sense = scene.sense(k, Family.MEASURE, *_ORDER)
        if sense is None or sense[1].form == "participle":
            continue
        replied = scene.base(i - 1) in ("على", "علي") and scene.has_article(i)
        if replied and sense[1].role in ("threaten", "call"):  # توعد برد على العقوبات
            continue
        found.append(Stage(k, sense[1]))
    for k in range(i + 1, min(i + 3, clause.end)):  # العقوبات المفروضة
        if scene.form(k).startswith(("المفروض", "مفروض")):
            found.append(Stage(k, Sense("impose", "", "participle")))
    return tuple(found)


def _object(scene: Scene, i: int, clause: Clause) -> int:
    """What is suspended: the noun behind the word for suspending; -1 where none can be."""
    for k in range(i + 1, min(i + 1 + _OBJECT_REACH, clause.end)):
        found = scene.sense(k, Family.MEASURE, "object")
        if scene.base(k - 1) == "في":  # قطعت شوطا في علاقاتها
            continue
        if found is not None and (found[0].preposition != "ل" or k == i + 1):
            return k
        if scene.is_verb(k):
            break
    return -1


def _envoy(scene: Scene, i: int, clause: Clause) -> int:
    act = scene.sense(i, Family.MEASURE, "expulsion")
    value = act[1].value if act is not None else ""
    spots = range(i + 1, min(i + 6, clause.end))
    if value == "persona":  # دبلوماسيين أشخاصا غير مرغوب فيهم
        spots = range(max(clause.first, i - 8), i)
    if value == "leave" and not any("مغادر" in scene.form(k) for k in range(i, clause.end)):
        return -1
    return next((k for k in spots if _is_envoy(scene, k)), -1)


def _is_envoy(scene: Scene, k: int) -> bool:
    found = scene.sense(k, Family.MEASURE, "envoy")
    if found is None or found[1].value != "nation":
        return found is not None
    nations = (country_of_nisba(scene.page, n) for n in range(k + 1, min(k + 3, len(scene.page))))
    return any(nations)  # موظفين بريطانيين


def _is_arms(scene: Scene, target: int, clause: Clause) -> bool:
    found = scene.sense(target, Family.MEASURE, "object")
    arms = scene.has(target, min(target + 8, clause.end), Family.MEASURE, "arms")
    return found is not None and found[1].value == "arms" and arms is not None


_ANY_ARMS = frozenset({"سلاح", "عتاد", "معدة", "ذخيرة", "تسليح", "قنبلة"})


def _is_lot(scene: Scene, target: int, clause: Clause) -> bool:
    """Whether what is stopped is one type of weapon and not arms in general."""
    for k in range(target + 1, min(target + 3, clause.end)):
        for reading in scene.words[k].readings:
            if reading.entry.tag & Family.WEAPON:
                return reading.entry.lemma not in _ANY_ARMS
    return False


def _embargo(scene: Scene, i: int, *, verb: bool) -> EventKind | None:
    """An embargo of arms or trade; a ban on travel is a sanction."""
    clause = scene.clause(i)
    end = min(i + 8, clause.end)
    for k in range(i + 1, end):
        found = scene.sense(k, Family.MEASURE, "object")
        if found is not None and found[1].value == "travel":
            return EventKind.SANCTION
    if not verb:
        return EventKind.EMBARGO
    goods = scene.has(i + 1, end, Family.MEASURE, "arms", "object")
    return EventKind.EMBARGO if goods is not None else None


def _status(
    scene: Scene, i: int, kind: EventKind, stages: tuple[Stage, ...], *, verb: bool
) -> MeasureStatus | None:
    roles = [s.sense.role for s in stages]
    if verb:
        near = [s for s in stages if i - s.token <= 4]
        roles = [s.sense.role for s in near if s.sense.role in ("call", "threaten")]
        if scene.tense(i, Family.MEASURE) == "future":
            roles.append("announce")
    role = next((r for r in _ORDER if r in roles), "impose")
    if role == "announce" and "impose" in roles and kind is EventKind.SANCTION:
        role = "announce"
    coming = verb and scene.tense(i, Family.MEASURE) == "future"  # ستطرد
    if role == "announce" and kind in (EventKind.EXPULSION, EventKind.CONDEMNATION) and not coming:
        role = "impose"
    if any(_is_future(scene, s) for s in stages) and role == "impose":
        role = "announce"
    return _STAGES[role]


def _is_future(scene: Scene, stage: Stage) -> bool:
    return stage.sense.form == "verb" and scene.future(stage.token)


def words_end(scene: Scene, first: int, clause: Clause) -> int:
    """Where the words that say what the measure is end."""
    end = first + 1
    while end < min(first + 9, clause.end):
        if scene.page.raw(end) in COMMAS or scene.page.kind(end) == "b" or scene.is_verb(end):
            break
        if scene.page.raw(end) in ".؟!":
            break
        end += 1
    return end
