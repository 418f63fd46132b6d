"""Military training: who is trained, by whom, where, how long, in what."""

from __future__ import annotations

from malicoup.model import ActorKind
from malicoup.parse.names.roster import Draft, key_words
from malicoup.parse.records._arguments import first_behind, is_free, main_verb, subject
from malicoup.parse.records._finding import Finding
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._parties import Parties
from malicoup.parse.records._party import Party
from malicoup.parse.records._scene import AUXILIARIES, Scene
from malicoup.parse.records._trainees import members_of, other_side, own_forces, people_at
from malicoup.parse.records._training_event import TrainingEvent, read_event
from malicoup.parse.records._training_joined import joined, same_training
from malicoup.parse.records._training_loose import loose_trainings
from malicoup.parse.records._training_parts import (
    SCHOOLS,
    by_nationality,
    course_behind,
    is_centre,
    is_military,
    is_troop,
    purpose,
    scope_end,
)
from malicoup.parse.records._training_parts import (
    academy as academy_in,
)

_OPENERS = ("train", "learn", "take", "send", "host", "course")


def find_trainings(scene: Scene, parties: Parties) -> list[Finding]:
    """The trainings of a report; what a country does with its own soldiers is none."""
    events: list[TrainingEvent] = []
    used: set[int] = set()
    for i in scene.tagged(Family.TRAINING):
        if i in used or scene.sense(i, Family.TRAINING, *_OPENERS) is None:
            continue
        event = _event_at(scene, parties, i)
        if event is not None:
            events.append(event)
            end = scene.clause(i).end
            if event.rule != "train" and not event.vague:
                used.update(range(i, min(end, scope_end(scene, i))))
    events = sorted([*events, *loose_trainings(scene, parties, events)], key=lambda e: e.token)
    groups: list[list[TrainingEvent]] = []
    for event in events:
        group = next((g for g in reversed(groups) if same_training(g[0], event)), None)
        if group is None and not event.vague:
            groups.append([event])
        elif group is not None:
            group.append(event)
    for i in scene.tagged(Family.TRAINING):
        _add_again(scene, parties, i, groups)
    return [joined(scene, group) for group in groups]


def _add_again(scene: Scene, parties: Parties, i: int, groups: list[list[TrainingEvent]]) -> None:
    """سيجري التدريب في كذا: where and how long the training told right before takes place."""
    found = scene.sense(i, Family.TRAINING, "train")
    goes = scene.sense(i - 1, Family.TRAINING, "hold", "goes") is not None
    held = goes or scene.base(i - 1) in AUXILIARIES
    held = held or scene.form(i + 1) in ("على", "علي")  # تتضمن المساعدة التدريب على كذا
    if found is None or not found[0].article or not held or found[1].form == "verb":
        return
    line = scene.page.line_of[i]
    told = [g for g in groups if g[0].token < i and line - scene.page.line_of[g[-1].token] <= 2]
    told = [g for g in told if not _past(scene, g[0].token)] or told
    if told:
        event = read_event(scene, parties, i, "train", told[-1][0].trainees, None, i)
        if event is not None and event.provider is None:
            told[-1].append(event)


def _past(scene: Scene, i: int) -> bool:
    """كان لدى كذا فريق لتدريب كذا: the background, which no later mention goes back to."""
    return scene.base(scene.clause(i).first) in ("كان", "كانت")


# -- the ways to tell it ------------------------------


def _event_at(scene: Scene, parties: Parties, i: int) -> TrainingEvent | None:
    if not _is_taught(scene, i):
        return None
    if scene.supposed(i) or scene.negated(i) or _is_civil(scene, i):
        return None
    for rule in (_taken, _learned, _sent, _given, _held_for):
        event = rule(scene, parties, i)
        if event is not None:
            return event
    return None


def _is_taught(scene: Scene, i: int) -> bool:
    """A quick look whether a verb that says other things as well stands before a training."""
    if scene.sense(i, Family.TRAINING, "train", "learn") is not None:
        return True
    end = min(scene.clause(i).end, i + 26)
    if scene.has(i + 1, end, Family.TRAINING, "train", "learn", "course", "exercise") is not None:
        return True
    return any(scene.base(k).startswith(SCHOOLS) for k in range(i + 1, end))


def _is_civil(scene: Scene, i: int) -> bool:
    """تدريب المنتخب, تدريب المعلمين: none of ours."""
    clause = scene.clause(i)
    at = scene.has(clause.first, clause.end, Family.TRAINING, "civil")
    found = scene.sense(at, Family.TRAINING, "civil") if at is not None else None
    return found is not None and at is not None and (found[1].value != "object" or 0 < at - i <= 2)


def _taken(scene: Scene, parties: Parties, i: int) -> TrainingEvent | None:
    """تلقى فلان تدريبا, شارك في برنامج, قضى عاما في الكلية الحربية."""
    found = next((f for f in scene.senses(i, Family.TRAINING) if f[1].role == "take"), None)
    if found is None or found[1].form != "verb" or found[0].entry.person != 3:
        return None
    clause = scene.clause(i)
    stay = found[1].value == "stay"
    course = course_behind(scene, i, clause.end)
    academy = academy_in(scene, parties, i, clause.end)
    school = academy is not None and not is_centre(academy)
    if course is None and not (stay and school):
        return None
    near = parties.within(clause.first, clause.end)
    if found[1].value == "begin" and course is not None:  # بدأت القوات تدريب غيرها
        trains = scene.sense(course, Family.TRAINING, "train") is not None
        others = trains and _object(scene, near, course) is not None
        if others or purpose(scene, i, clause.end) is not None:
            return None
    if stay and course is not None and course - i > 10:
        return None
    find = subject if stay else _learner
    who = find(scene, parties, i, near)
    trainees = people_at(scene, parties, who)
    if not trainees or not is_military(scene, parties, i, who):
        return None
    rule = "stay" if course is None else "take"
    return read_event(scene, parties, i, rule, trainees, who, course or i)


def _learned(scene: Scene, parties: Parties, i: int) -> TrainingEvent | None:
    """تدرب الضباط في روسيا."""
    found = scene.sense(i, Family.TRAINING, "learn")
    if found is None or found[1].form != "verb" or found[0].entry.person != 3:
        return None
    clause = scene.clause(i)
    near = parties.within(clause.first, clause.end)
    if found[0].preposition == "س" and found[0].entry.tense != "imperfect":  # ستدرب: will train
        return None
    if scene.sense(i, Family.TRAINING, "train") and len(_bare_behind(near, i)) > 1:
        return None  # تدرب القوات الجيش
    who = _learner(scene, parties, i, near)
    trainees = people_at(scene, parties, who)
    if not trainees or not is_military(scene, parties, i, who):
        return None
    taught = found[0].entry.lemma == "تخرج"  # تخرج جنود بعد تدريب
    taught = (
        taught and scene.has(i, scope_end(scene, i), Family.TRAINING, "train", "course") is not None
    )
    if (
        found[1].value == "weak"
        and not taught
        and academy_in(scene, parties, i, clause.end) is None
    ):
        return None
    return read_event(scene, parties, i, "learn", trainees, who, i)


def _sent(scene: Scene, parties: Parties, i: int) -> TrainingEvent | None:
    """أوفدت الحكومة ضباطا إلى كذا لتلقي تدريب, استقبلت الأكاديمية ضباطا من كذا لتدريبهم."""
    found = scene.sense(i, Family.TRAINING, "send", "host")
    if found is None or found[1].form != "verb" or found[0].entry.person != 3:
        return None
    clause = scene.clause(i)
    course = purpose(scene, i, clause.end)
    near = parties.within(clause.first, clause.end)
    sender = subject(scene, parties, i, near)
    if course is None or sender is None:
        return None
    behind = [p for p in near if i < p.first < course and p != sender]
    whom = next((p for p in behind if is_troop(scene, p)), None)
    draft = parties.actor(whom) if whom is not None else None
    if draft is None:
        return None
    if found[1].role == "host":
        event = read_event(scene, parties, i, "host", (draft,), whom, course)
        host = parties.actor(sender)
        return None if event is None else event._replace(provider=host, vague=False)
    draft.country = draft.country or parties.country(sender)
    return read_event(scene, parties, i, "sent", (draft,), whom, course)


def _learner(scene: Scene, parties: Parties, i: int, near: list[Party]) -> Party | None:
    """Who is trained: the subject, or soldiers behind where it happened (تخرج من الكلية ضباط)."""
    who = subject(scene, parties, i, near)
    if who is not None:
        return who
    behind = [p for p in near if p.first > i and p.bare]
    return next((p for p in behind if is_troop(scene, p) or (p.draft and p.draft.rank)), None)


def _bare_behind(near: list[Party], i: int) -> list[Party]:
    bare = [p for p in near if p.first > i and p.bare and not p.joined]
    return [p for n, p in enumerate(bare) if n == 0 or p.first >= bare[n - 1].end]


def _given(scene: Scene, parties: Parties, i: int) -> TrainingEvent | None:
    """تدرب فرنسا الجيش, لتدريب قوات الأمن, دورة تدريب تنظمها الولايات المتحدة."""
    found = scene.sense(i, Family.TRAINING, "train")
    if found is None or found[0].article:
        return None
    reading, sense = found
    if sense.form == "participle":  # مدربون are people
        return None
    clause = scene.clause(i)
    near = parties.within(clause.first, clause.end)
    finite = scene.is_verb(i) or i == clause.first  # درب is a path, too
    verb = sense.form == "verb" and reading.entry.person == 3 and finite
    giver: Party | None
    if verb:
        giver = subject(scene, parties, i, near)
        whom = next((p for p in near if p.first > i and p.bare and p != giver), None)
        if whom is None and giver is not None and giver.first > i:
            return None
    else:
        whom = _object(scene, near, i) or _inside(scene, i) or own_forces(scene, parties, i, near)
        giver = _giver(scene, parties, i, near)
    if whom is None or not is_military(scene, parties, i, whom):
        return None
    again = scene.base(i - 1) == "اعادة"  # إعادة تأهيل القوات
    if sense.value == "weak" and (verb or again or not is_troop(scene, whom)):
        return None  # تأهيل عناصر كذا, but no other things made ready
    trainees = people_at(scene, parties, whom)
    _place_trainees(near, i, trainees)
    if giver is not None and giver.draft not in trainees:
        giver = other_side(scene, parties, giver, parties.country(whom), i)
    donor = _donor(scene, parties, i, giver, trainees)
    if giver is None and donor is not None and trainees:
        event = read_event(scene, parties, i, "train", trainees, whom, i)
        return None if event is None else event._replace(provider=donor)
    if giver is None:
        return None
    one = parties.country(whom), parties.country(giver)
    if not trainees or (one[0] is not None and one[0] == one[1]):
        return None
    event = read_event(scene, parties, i, "train", trainees, whom, i)
    if event is None or donor is None or donor in trainees:
        return None
    marks = dict.fromkeys([*event.places, ("provider", giver.first, giver.end)])
    return event._replace(provider=donor, places=tuple(sorted(marks, key=lambda f: f[1])))


def _held_for(scene: Scene, parties: Parties, i: int) -> TrainingEvent | None:
    """دورة لفائدة عناصر كذا: a course for soldiers, given by those who hold it."""
    found = scene.sense(i, Family.TRAINING, "course")
    if found is None or found[1].value == "adjective":
        return None
    end = scene.clause(i).end
    near = parties.within(i, end)
    whom = next((p for p in near if _for(scene, p) and is_troop(scene, p)), None)
    trainees = people_at(scene, parties, whom)
    if whom is None or not trainees:
        return None
    return read_event(scene, parties, i, "train", trainees, whom, i)


def _for(scene: Scene, party: Party) -> bool:
    """Whether لفائدة or لصالح stands before a party, a number or a part between."""
    return any(
        scene.base(k) in ("لفائدة", "لصالح") for k in range(max(party.first - 4, 0), party.first)
    )


def _place_trainees(near: list[Party], i: int, trainees: tuple[Draft, ...]) -> None:
    """وصل مدربون إلى كذا لتدريب الجيش: soldiers without a country are of where it goes to."""
    goals = [p.country for p in near if p.first < i and p.prep == "الى" and p.country]
    if trainees and trainees[0].kind == ActorKind.ARMED_FORCE:  # درب كذا الجيش في كذا
        goals += [p.country for p in near if p.first > i and p.prep == "في" and p.country]
    if len(trainees) == 1 and goals and trainees[0].country is None:
        trainees[0].country = goals[-1]


def _donor(
    scene: Scene, parties: Parties, i: int, giver: Party | None, trainees: tuple[Draft, ...]
) -> Draft | None:
    """The actor who trains; without a giver, the country whose trainers the clause names."""
    if giver is not None:
        return parties.actor(members_of(scene, parties, giver))
    return by_nationality(scene, parties, scene.clause(i).first, scope_end(scene, i), trainees)


def _object(scene: Scene, near: list[Party], i: int) -> Party | None:
    """Whom a verbal noun trains: what stands right behind it, quantities left out."""
    for party in near:
        if party.first <= i:
            continue
        if party.first - i > 4 or any(scene.is_verb(k) for k in range(i + 1, party.first)):
            return None
        plural = scene.form(i).endswith("ات")  # تدريبات has no object
        if not plural and (party.governor == i or party.bare or party.governor >= i):
            return party
        if party.prep == "ل" and all(not scene.has_article(k) for k in range(i, party.first)):
            return party  # قدم تدريبا للقوات
        between = range(i + 1, party.first)
        if party.prep == "من" and any(scene.page.kind(k) == "n" for k in between):
            return party
        return None
    return None


def _inside(scene: Scene, i: int) -> Party | None:
    """فريق لتدريب قوات الأمن: whom a phrase read as one body tells to be trained."""
    for phrase in scene.roster.phrases:
        if phrase.first < i and i + 1 < phrase.end:
            name = " ".join(scene.page.slice(i + 1, phrase.end).split())
            draft = scene.roster.named(key_words(name))
            if draft is None:
                start = scene.page.tokens.starts[i + 1]
                draft = scene.roster.new(ActorKind.ARMED_FORCE, name, start)
                draft.country = phrase.country
            kind = ActorKind.ARMED_FORCE
            return Party(i + 1, phrase.end, "", i, False, draft, None, phrase.country, kind)
    return None


def _giver(scene: Scene, parties: Parties, i: int, near: list[Party]) -> Party | None:
    """Who trains, with a verbal noun: whom it is asked of, who holds it, whose programme it is."""
    clause = scene.clause(i)
    asked = [p for p in near if p.prep in ("من", "قبل") and p.first < i]
    if asked and scene.has(clause.first, i, Family.MEASURE, "call") is not None:
        return asked[-1]
    before = [p for p in near if p.end <= i]
    keeper = next((p for p in before if p.prep == "لدى"), None)
    if keeper is not None:  # كان لدى الحلف فريق لتدريب القوات
        return keeper
    stationed = _stationed(scene, i, before)
    if stationed is not None:
        return stationed
    verb = main_verb(scene, i)
    if verb is not None:
        party = subject(scene, parties, verb, near)
        if party is not None and party.end <= i:
            return party
    owner = [p for p in before if p.prep in ("لدى",) or is_free(scene, p)]
    if owner:
        return owner[-1]
    held = scene.has(i + 1, clause.end, Family.TRAINING, "hold")  # تدريب الشرطة تولته بعثة
    return first_behind(scene, held, near) if held is not None and scene.is_verb(held) else None


_STATIONED = ("موجود", "المنتشر", "منتشر", "متمركز", "المتمركز", "الموجود", "المكلف", "مكلف")


def _stationed(scene: Scene, i: int, before: list[Party]) -> Party | None:
    """جنود كذا الموجودون في كذا لتدريب كذا: those of whom a participle says why they are there."""
    for k in range(i - 1, max(scene.clause(i).first, i - 14) - 1, -1):
        if scene.form(k).startswith(_STATIONED):
            troops = [p for p in before if p.end <= k and is_troop(scene, p)]
            return troops[-1] if troops and k - troops[-1].end <= 4 else None
    return None
