"""The parts of a training: course, teachers, figures, what it is about."""

from __future__ import annotations

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, Quantity
from malicoup.parse.names.roster import Draft
from malicoup.parse.page import phrase_at
from malicoup.parse.records._deal_price import is_money
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._parties import Parties
from malicoup.parse.records._party import STRENGTHS, Party, country_of_nisba
from malicoup.parse.records._scene import COMMAS, Figure, Scene
from malicoup.parse.records._trainees import is_junta

_LEARNED = frozenset({"كلية", "جامعة", "أكاديمية", "معهد", "مركز", "مدرسة"})
#: Beginnings of the words above, for a quick look.
SCHOOLS = tuple(p + w for p in ("", "ال", "بال", "لل", "ب", "ل") for w in
                ("كلي", "جامع", "اكاديمي", "معهد", "معاهد", "مركز", "مدرس"))  # fmt: skip
_ABOUT = frozenset({"حول", "على", "علي", "عن", "لمواجهة", "لمكافحة", "مجال", "لمحاربة"})
#: Words before those by whom someone is trained: على يد جنود بريطانيين.
_HANDS = frozenset({"يد", "ايدي", "باشراف", "اشراف"})
_TEACHERS = ("خبراء", "مستشار", "مدرب")
_LONGEST_SUBJECT = 12
_GIVERS = frozenset(
    {ActorKind.GOVERNMENT, ActorKind.ARMED_FORCE, ActorKind.ARMED_GROUP, ActorKind.COUNTRY}
)
#: Whom teachers may be from.
_FROM = _GIVERS | {ActorKind.ORGANIZATION, "nominal"}
#: Words that end what a training is about.
_ENDS = frozenset(
    {"في", "لمدة", "خلال", "من", "بعد", "قبل", "تحت", "ضمن", "باشراف", "بمشاركة", "بدعم", "منذ",
     "وفق", "بقيادة", "بتمويل", "عبر", "حتى", "طوال", "وذلك", "بهدف"}
)  # fmt: skip


def course_behind(scene: Scene, i: int, end: int) -> int | None:
    """A training, course, workshop or programme behind a verb of taking part."""
    for k in scene.tagged_in(i + 1, min(i + 14, end), Family.TRAINING):
        strong = scene.sense(k, Family.TRAINING, "train", "exercise")
        if strong is not None and strong[1].form == "noun":
            return k
        weak = scene.sense(k, Family.TRAINING, "course")
        if weak is not None and weak[1].value != "adjective":
            return k
    return None


def purpose(scene: Scene, i: int, end: int) -> int | None:
    """What someone is sent for: لتلقي تدريب, للتدرب, للمشاركة في دورة."""
    for k in scene.tagged_in(i + 1, end, Family.TRAINING):
        found = scene.sense(k, Family.TRAINING, "train", "learn", "take")
        if found is None or found[0].preposition != "ل" or found[1].form == "verb":
            continue
        if found[1].role != "take":
            return k
        return course_behind(scene, k, end)
    return None


def is_troop(scene: Scene, party: Party) -> bool:
    """Whether a party is soldiers or a force."""
    if party.kind in (ActorKind.ARMED_FORCE, ActorKind.ARMED_GROUP):
        return True
    words = range(party.first, party.end + 1)  # طالبا ضابطا
    return any(scene.sense(k, Family.TRAINING, "soldier") for k in words)


def academy(scene: Scene, parties: Parties, i: int, end: int) -> Party | None:
    for party in parties.within(i, min(end, i + 20)):
        if party.draft is not None and _teaches(party.draft):
            return party
    return None


def is_centre(party: Party) -> bool:
    """Whether a body is only called a centre, which much else is called too."""
    return party.draft is not None and party.draft.words[:1] == ("مركز",)


def _teaches(draft: Draft) -> bool:
    if draft.kind not in (ActorKind.ORGANIZATION, ActorKind.FACILITY):
        return False
    return any(head in _LEARNED for head in draft.heads) or any(
        word.rstrip("ة") in {h.rstrip("ة") for h in _LEARNED} for word in draft.words[:1]
    )


def is_military(scene: Scene, parties: Parties, i: int, who: Party | None) -> bool:
    """Whether soldiers are trained, or the training is called military."""
    clause = scene.clause(i)
    first, end = clause.first, clause.end
    person = who is not None and who.kind == ActorKind.PERSON  # told of before in the sentence
    start = scene.sentence(i)[0] if person else first
    if scene.has(start, end, Family.TRAINING, "soldier") is not None:
        return True
    if who is None:
        return False
    if is_junta(scene, who) or who.kind in (ActorKind.ARMED_FORCE, ActorKind.ARMED_GROUP):
        return True
    draft = parties.actor(who)
    if draft is not None and draft.rank:
        return True
    return any(
        p.kind in (ActorKind.ARMED_FORCE, ActorKind.ARMED_GROUP) for p in parties.within(first, end)
    )


def scope_end(scene: Scene, i: int) -> int:
    """The clause and what follows it without a verb of training of its own."""
    n = scene.clause_of[i]
    end = scene.clauses[n].end
    for k in scene.tagged_in(i + 1, end, Family.TRAINING):  # شارك في كذا وحضر كذا
        found = scene.sense(k, Family.TRAINING, "take")
        if found is not None and found[0].conjunction and found[1].form == "verb":
            return k
    for following in scene.clauses[n + 1 : n + 4]:
        taken = scene.has(following.first, following.end, Family.TRAINING, "take")
        other = following.sentence != scene.clauses[n].sentence
        if other or taken is not None or following.opener in ("and", "that", "other"):
            break
        end = following.end
    return end


def teachers(
    scene: Scene, parties: Parties, i: int, course: int, end: int, trainees: tuple[Draft, ...]
) -> tuple[Draft | None, Draft | None, list[tuple[str, int, int]]]:
    """Provider and institution among the parties behind the verb."""
    provider: Draft | None = None
    institution: Draft | None = None
    marks: list[tuple[str, int, int]] = []
    for party in parties.within(i, end):
        draft = party.draft
        if draft is None or draft in trainees or party.kind == "pointer":
            continue
        if institution is None and _teaches(draft):
            institution = draft
            marks.append(("institution", party.first, party.end))
        elif provider is None and party.first > course and _provides(scene, party, draft):
            provider = draft
            marks.append(("provider", party.first, party.end))
    return provider, institution, marks


def by_nationality(
    scene: Scene, parties: Parties, i: int, end: int, trainees: tuple[Draft, ...]
) -> Draft | None:
    """البرنامج الأميركي, مدربين إيرانيين, تدريب روسي: the country that gives the training."""
    own = {d.country for d in trainees}
    for k in range(i, end):
        teacher = scene.form(k).startswith(_TEACHERS) or scene.base(k - 1) in _HANDS
        if not teacher and scene.sense(k, Family.TRAINING, "course", "train") is None:
            continue
        if teacher and scene.form(k + 1) == "من" and k + 2 < end:
            giver = _from_whom(scene, parties, k + 2, own)
            if giver is not None:
                return giver
        for n in range(k + 1, min(k + 4, end)):
            country = country_of_nisba(scene.page, n)
            if country is not None and country not in own:
                return parties.of_country(country)
            if not scene.page.words[n].tags & (Tag.ADJECTIVE | Tag.NISBA):
                break
    return None


def _from_whom(scene: Scene, parties: Parties, k: int, own: set[str | None]) -> Draft | None:
    """خبراء من كذا, مدربين من الحلف: the country or the body that teachers are from."""
    found = phrase_at(scene.page, k, Tag.COUNTRY)
    code = str(found[2].data.country) if found is not None else None
    if code is not None and code not in own:
        return parties.of_country(code)
    party = parties.at(k)
    body = party is not None and (party.kind in _FROM or (party.draft or party).kind in _FROM)
    draft = parties.actor(party) if party is not None and body else None
    return (
        draft if draft is not None and (draft.country is None or draft.country not in own) else None
    )


def _provides(scene: Scene, party: Party, draft: Draft) -> bool:
    """تدريبات لأفريكوم, برنامج نظمته القوات, بمعسكرات الحرس, بإشراف مدربين."""
    before = range(max(party.first - 5, 0), party.first)
    if draft.kind not in _GIVERS or any(scene.page.words[k].tags & Tag.ACCORDING for k in before):
        return False
    if party.prep in ("ل", "قبل", "مع"):
        return True
    at = scene.form(party.first).startswith("ب") and not draft.name.startswith("ب")  # بليبيا
    if party.prep == "في" or (at and draft.kind == ActorKind.COUNTRY):
        return False
    held = scene.has(max(party.first - 3, 0), party.first, Family.TRAINING, "hold", "course")
    if held is not None:
        return True
    return party.governor >= 0 and draft.kind in (ActorKind.ARMED_FORCE, ActorKind.ARMED_GROUP)


def figures(
    scene: Scene, i: int, end: int, who: Party | None
) -> tuple[Quantity | None, Quantity | None]:
    duration: Quantity | None = None
    number: Quantity | None = None
    first = max(scene.clause(i).first, i - 10)
    if who is not None and who.first < i:
        first = min(first, max(who.first - 5, 0))
    for figure in scene.figures_in(first, end):
        quantity = figure.quantity
        if scene.base(figure.first - 1) in STRENGTHS:  # قوة قوامها كذا جندي
            continue
        part = scene.form(figure.end) == "من"  # عشرة من ضباطه
        counted = (quantity.unit is not None or part) and not is_money(quantity)
        counted = counted and quantity.unit != "ordinal"
        if quantity.duration is not None and scene.base(figure.first - 1) == "كل":
            continue
        if quantity.duration is not None:
            duration = duration or (quantity if figure.first > i else None)
        elif counted and (_counts(who, figure) or _of_soldiers(scene, figure)):
            number = number or quantity
    return duration, number


def _counts(who: Party | None, figure: Figure) -> bool:
    return who is not None and 0 <= who.first - figure.first <= 5


def _of_soldiers(scene: Scene, figure: Figure) -> bool:
    return scene.sense(figure.end - 1, Family.TRAINING, "soldier") is not None


def topic(scene: Scene, course: int, end: int) -> tuple[int, int] | None:
    """What the training is about: behind حول, على, في مجال."""
    for k in range(course + 1, min(course + 12, end)):
        if scene.base(k + 1) in _HANDS:  # على يد مدربين
            continue
        if scene.form(k) in _ABOUT and scene.page.kind(k + 1) in "wl":
            last = k + 2  # the first word is a noun, whatever else it may be: على كشف
            while last < min(end, k + _LONGEST_SUBJECT) and not _stops(scene, last):
                last += 1
            return (k + 1, last) if last > k + 1 else None
        if scene.is_verb(k) or scene.page.raw(k) in COMMAS:
            break
    return None


def _stops(scene: Scene, k: int) -> bool:
    word = scene.page.words[k]
    if scene.page.kind(k) == "n" or (scene.page.raw(k) == "-" and scene.page.kind(k + 1) in "nl"):
        return scene.page.kind(k) == "n" and scene.page.raw(k - 1) != "-"  # إف-16
    if scene.page.kind(k) not in "wl":
        closes = scene.page.kind(k + 1) == "w" and scene.page.words[k + 1].tags & Tag.ACCORDING
        return scene.page.raw(k) not in '"«»“”' or bool(closes)
    opens = scene.form(k) in _ENDS or scene.is_verb(k)
    return opens or bool(word.tags & (Tag.RELATIVE | Tag.THAT))
