"""The people of a coup: who fell, who led it, who is only believed to have led it."""

from __future__ import annotations

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind
from malicoup.parse.records._arguments import first_behind, subject
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._parties import Parties
from malicoup.parse.records._party import Party
from malicoup.parse.records._scene import Scene

_RULERS = frozenset(
    {"رئيس", "ملك", "حاكم", "سلطان", "امير", "حكومة", "نظام", "حكم", "سلطة", "رئيسه", "شرعية"}
)
_CIVIL = frozenset({"معارضة", "أمن", "دفاع", "إرهاب", "انقلاب", "شرطة"})
_HEADS_OF_STATE = frozenset({"رئيس", "ملك", "حاكم", "سلطان", "أمير", "حكومة", "نظام"})


def ousted_by(scene: Scene, parties: Parties, i: int) -> Party | None:
    """Who fell: the object of a verb of ousting behind the coup, or whom it was against."""
    clause = scene.clause(i)
    start, end = scene.sentence(i)
    behind = scene.tagged_in(i + 1, min(end, i + 12), Family.COUP)
    before = scene.tagged_in(max(start, i - 14), i, Family.COUP)
    for k in (*behind, *reversed(before)):
        if scene.sense(k, Family.COUP, "oust"):
            found = ousted_object(scene, parties, k, end)
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


def ousted_object(scene: Scene, parties: Parties, k: int, end: int) -> Party | None:
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


def is_ruler_word(scene: Scene, k: int) -> bool:
    """Whether a word names who holds power: الرئيس, النظام, الحكومة."""
    return scene.base(k).removeprefix("ال") in _RULERS


def _is_ruler(party: Party) -> bool:
    head = party.phrase.head if party.phrase is not None else ""
    return head in _HEADS_OF_STATE


def is_force(scene: Scene, party: Party) -> bool:
    """Whether someone takes power by arms: an army, officers, a junta."""
    if party.kind in (ActorKind.ARMED_FORCE, ActorKind.ARMED_GROUP):
        return True
    if party.phrase is not None and party.phrase.title_class == ActorKind.ARMED_FORCE:
        return True
    if party.draft is not None and party.draft.rank:
        return True
    part = scene.form(party.end) == "من"  # مجموعة من الضباط
    end = party.end + (2 if part else 0)
    soldier = scene.has(party.first, end, Family.TRAINING, "soldier")
    return soldier is not None or scene.has(party.first, end, Family.COUP, "coup") is not None


def is_armed(scene: Scene, k: int) -> bool:
    """Soldiers, gunmen, units; the opposition and the police may be without arms."""
    found = scene.sense(k, Family.TRAINING, "soldier")
    return found is not None and found[0].entry.lemma not in _CIVIL


def leaders_of(
    scene: Scene, parties: Parties, i: int
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who led it, and who is only believed to have led it."""
    found: list[Party] = []
    title = scene.has(max(i - 2, 0), i, Family.COUP, "leader")
    if title is not None:
        found = _named_by(scene, parties, title, i)
        if _is_believed(scene, title):
            return (), tuple(found)
    found += accused_of(scene, parties, i)
    found = found or _doers(scene, parties, i) or _risen(scene, parties, i)
    turned = scene.sense(i, Family.COUP, "coup")
    if not found and turned is not None and turned[1].form == "verb":  # انقلب الجنرال فلان على
        doer = first_behind(scene, i, parties.within(i, scene.clause(i).end))
        found = [doer] if doer is not None and doer.kind == ActorKind.PERSON else []
    return tuple(dict.fromkeys(found)), ()


def accused_of(scene: Scene, parties: Parties, i: int) -> list[Party]:
    """اتهمت الحكومة الجنرال فلانا بمحاولة انقلاب: whom a verb of accusing has as its object."""
    for k in range(scene.clause(i).first, i):
        found = scene.sense(k, Family.COUP, "deny")
        if found is None or found[1].value != "accuse" or found[1].form != "verb":
            continue
        bare = [p for p in parties.within(k, i) if p.bare and not p.joined]
        return [p for p in bare[-1:] if len(bare) > 1 and p.kind == ActorKind.PERSON]
    return []


def _named_by(scene: Scene, parties: Parties, title: int, i: int) -> list[Party]:
    """X (قائد الانقلاب), قائد الانقلاب X, X وY اللذان يعتقد أنهما مهندسا الانقلاب."""
    inside = parties.at(title)
    if inside is not None and inside.kind == ActorKind.PERSON:
        return [inside]
    behind = [p for p in parties.within(i + 1, i + 7) if p.kind == ActorKind.PERSON]
    if behind and all(_is_aside(scene, parties, k) for k in range(i + 1, behind[0].first)):
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


def _is_aside(scene: Scene, parties: Parties, k: int) -> bool:
    """Whether a word may stand between قائد الانقلاب and the name: a mark, or where it was."""
    if scene.page.raw(k) in "،(," or scene.form(k) in ("في", "العسكري"):
        return True
    place = Tag.COUNTRY | Tag.PLACE
    return bool((scene.page.words[k].tags | scene.page.words[k].head_tags) & place)


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
    for k in scene.tagged_in(max(clause.first, i - 6), min(end, i + 5), Family.COUP):
        found = scene.sense(k, Family.COUP, "lead")
        if found is None:
            continue
        if found[1].form == "verb" and scene.clause(k).opener in ("relative", "other", "and"):
            doer = first_behind(scene, k, parties.within(k, end)) if k > i else None
            if doer is None and k < i:  # قاد الانقلاب العقيد فلان
                doer = next((p for p in near if p.first == i + 1 and p.bare), None)
                doer = doer or subject(scene, parties, k, near)
            return [doer] if doer is not None and doer.kind == ActorKind.PERSON else []
        people = [p for p in near if p.kind == ActorKind.PERSON and clause.first <= p.first < k]
        return people[-1:] or _by_last_name(scene, clause.first, k)
    return []


def _risen(scene: Scene, parties: Parties, i: int) -> list[Party]:
    """تولى فلان السلطة في انقلاب, وصل إلى الحكم إثر انقلاب: who came to power by it."""
    first, _ = scene.sentence(i)
    for k in scene.tagged_in(first, i, Family.COUP):
        if scene.sense(k, Family.COUP, "rise", "seize") is None or not scene.is_verb(k):
            continue
        near = parties.within(scene.clause(k).first, i)
        power = any(scene.base(n) in ("السلطة", "الحكم") for n in range(k + 1, i))
        doer = first_behind(scene, k, near) if power else None
        if doer is not None and doer.kind == ActorKind.PERSON:
            return [doer]
    return []


def _by_last_name(scene: Scene, first: int, end: int) -> list[Party]:
    """Someone named before, by the last word of the name, inside another phrase."""
    for k in range(end - 1, first, -1):
        for draft in scene.roster.bearing(scene.form(k)):
            if draft.kind == ActorKind.PERSON and len(draft.words) > 1:
                return [Party(k, k + 1, "", -1, False, draft, None, draft.country, draft.kind)]
    return []
