"""Reads the mentions of parties from the page: what governs each, what joins it to another."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress

from attrs import define

from malicoup.lexicon.build import ActorData
from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind
from malicoup.parse.names.phrase import Phrase
from malicoup.parse.names.roster import Draft
from malicoup.parse.page import Page, forms_of, phrase_at
from malicoup.parse.records import _lexicon
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._pieces import ministries, pieces
from malicoup.parse.records._scene import COMMAS, Scene

#: Head nouns that stand before a name and belong to it: شركة فلان, حكومة فلان.
_BEFORE_NAME = frozenset(
    {"شركة", "مجموعة", "مؤسسة", "شركات", "جماعة", "تنظيم", "حركة", "مصنع", "فرع"}
)
_PREPOSITIONS = frozenset(
    {"الى", "من", "مع", "على", "علي", "بين", "في", "ضد", "عن", "لدى", "لصالح", "قبل", "بقيادة",
     "لفائدة", "نحو", "بحق", "طرف", "جانب", "الي", "بواسطة", "ل", "لـ", "عبر", "حق", "داخل", "تجاه"}
)  # fmt: skip
#: Nouns for a part of those behind من.
PARTS = frozenset(
    {"دفعة", "عدد", "عددا", "عشرات", "العشرات", "مئات", "المئات", "الاف", "الالاف", "مجموعة",
     "بعض", "غالبية", "معظم", "اكثر", "اقل", "ازيد"}
)  # fmt: skip
#: What stands behind سلاح where it is a part of an army.
_ARMS = ("الجو", "البحر", "المدفعية", "الطيران", "المشاة", "المدرعات", "الاشارة", "الهندس",
         "المهندس", "الفرسان", "الاسناد", "الحدود", "الدفاع")  # fmt: skip
#: Words before the size of a force that is named before them.
STRENGTHS = frozenset({"قوامها", "قوامه", "قوامهم", "تعدادها", "تعداده", "عددها", "عددهم"})
#: Words that only a finite verb stands behind.
_BEFORE_VERBS = frozenset({"ان", "لم", "لن", "قد", "سوف", "لقد"})
_SAME = {
    "الي": "الى", "لصالح": "ل", "لفائدة": "ل", "لـ": "ل", "نحو": "الى", "علي": "على", "حق": "على",
    "طرف": "قبل", "جانب": "قبل", "بواسطة": "قبل", "بحق": "على", "ضد": "على",
}  # fmt: skip


@define(unsafe_hash=True)
class Party:
    """One mention of a party.

    Attributes:
        first, end: Its tokens, half-open.
        prep: The preposition that governs it, folded and made one of a kind; "" for none.
        governor: The noun right before it that governs it, or -1.
        joined: Whether و joins it to the party before.
        draft: Its actor, where the roster has one.
        phrase: The phrase it was read from; None for words that only point back.
        country: ISO code, where it is known.
        kind: An actor kind, ``place``, ``nominal`` or ``pointer``.
    """

    first: int
    end: int
    prep: str
    governor: int
    joined: bool
    draft: Draft | None
    phrase: Phrase | None
    country: str | None
    kind: str

    @property
    def bare(self) -> bool:
        """Whether no preposition and no noun governs it: a subject or an object."""
        return not self.prep and self.governor < 0


def country_of_nisba(page: Page, k: int) -> str | None:
    """The country of the nationality at token *k*."""
    pair = country_of_pair(page, k)
    if pair is not None:
        return pair
    reading = page.words[k].reading(Tag.NISBA)
    if reading is None or reading.conjunction or reading.preposition:  # بليبيا is no adjective
        return None
    if not isinstance(reading.entry.data, ActorData):
        return None
    data = reading.entry.data
    return data.country if not data.ambiguous or reading.article else None


def country_of_pair(page: Page, k: int) -> str | None:
    """كورية جنوبية: a nationality of two words."""
    return page.once(_pairs_of).get(k)


def _pairs_of(page: Page) -> dict[int, str]:
    """The nationalities of two words on a page, by the token they begin at."""
    pairs = _lexicon.pairs()
    found: dict[int, str] = {}
    forms = page.once(forms_of)
    for k in compress(range(page.size), map(_may_open_pair, forms)):
        if page.kind(k) == "w" and page.kind(k + 1) == "w":
            country = pairs.get((_nisba_stem(page, k), _nisba_stem(page, k + 1)))
            if country is not None:
                found[k] = country
    return found


@lru_cache(maxsize=1 << 16)
def _may_open_pair(form: str) -> bool:
    return any(head in form for head in _lexicon.pair_heads())


def _nisba_stem(page: Page, k: int) -> str:
    form = page.words[k].form.removeprefix("و").removeprefix("ال")
    for ending in ("تين", "تان", "ين", "ون", "ان", "ات", "ة", "ا"):
        form = form.removesuffix(ending) if len(form) - len(ending) > 2 else form
    return form.removesuffix("ي")


Entry = tuple[int, Phrase | None]


def entries_by_line(scene: Scene) -> dict[int, list[Entry]]:
    """Where parties may begin, by line: phrases, short names, words that point back."""
    roster = scene.roster
    found: list[Entry] = [(p.first, p) for p in (*roster.phrases, *ministries(scene))]
    held = {p.first for p in roster.phrases}
    found += [(k, None) for k in roster.by_phrase if k not in held]
    found += [(k, None) for k in scene.tagged(Family.POINTER) if k not in held]
    if any(scene.page.raw(p.end) == "(" for p in roster.phrases[:3]):
        found = [e for e in found if not _in_dateline(scene, e[0])]
    lines: dict[int, list[Entry]] = {}
    for entry in found:
        lines.setdefault(scene.page.line_of[entry[0]], []).append(entry)
    return lines


def read_line(scene: Scene, entries: list[Entry]) -> list[Party]:
    """The mentions of parties in one line, in text order."""
    found: list[Party] = []
    nominal_end: dict[int, Phrase] = {}
    read = pieces(scene, [phrase for _, phrase in entries if phrase is not None])
    held = {p.first for p in read}
    own: list[Entry] = [(p.first, p) for p in read]
    for k, phrase in entries:
        if phrase is None and k not in held:
            pointer = scene.words[k].tags & Family.POINTER and k not in scene.roster.by_phrase
            if not pointer or _points(scene, k):
                own.append((k, None))
    for first, phrase in sorted(own, key=lambda e: (e[0], -(e[1].end if e[1] else e[0]))):
        if not (found and found[-1].first == first):
            party = _party(scene, first, phrase, found, nominal_end)
            if party is not None:
                found.append(party)
        if phrase is not None and phrase.kind == "nominal":
            nominal_end[phrase.end] = phrase
    return found


def _in_dateline(scene: Scene, i: int) -> bool:
    """Whether a place opens a line as its dateline: دبي، الإمارات (CNN) --."""
    first, end = scene.page.line(i)
    if i - first > 8:
        return False
    for k in range(i + 1, min(first + 16, end)):
        if scene.page.raw(k) in "-–—" and scene.page.raw(k - 1) == ")":
            return True
        if scene.is_verb(k):
            return False
    return False


def _points(scene: Scene, k: int) -> bool:
    kind = scene.sense_of_pointer(k)
    if kind == "home":  # المملكة العربية السعودية is a name
        return k + 1 >= len(scene.page) or not scene.page.words[k + 1].tags & Tag.NISBA
    return kind is not None


def _party(
    scene: Scene,
    first: int,
    phrase: Phrase | None,
    found: list[Party],
    nominal_end: dict[int, Phrase],
) -> Party | None:
    draft = scene.roster.by_phrase.get(first)
    if phrase is None:
        kind = draft.kind if draft else "pointer"
        end = first + 1
        country = draft.country if draft else None
    else:
        if not _is_party(scene, phrase, draft):
            return None
        kind = draft.kind if draft else phrase.kind
        end = phrase.end
        country = draft.country if draft else phrase.country or _nisba_behind(scene, end)
        country = country or _pair_in(scene, first, end)
    start = first
    before = nominal_end.get(first)
    while before is not None and before.head in _BEFORE_NAME and before.first < start:
        start = before.first
        before = nominal_end.get(start)
    joined = _is_joined(scene, first, phrase) and bool(found) and _adjoins(scene, found[-1], first)
    if joined:
        prep, governor = found[-1].prep, found[-1].governor
    else:
        prep, governor = _governed(scene, start, phrase)
    return Party(first, end, prep, governor, joined, draft, phrase, country, kind)


def _pair_in(scene: Scene, first: int, end: int) -> str | None:
    pairs = scene.page.once(_pairs_of)
    return next((pairs[k] for k in range(first, end + 1) if k in pairs), None) if pairs else None


def _nisba_behind(scene: Scene, k: int) -> str | None:
    """The country that an adjective behind a description tells: شركة حكومية صينية."""
    if _is_troop(scene, k - 1) and scene.country_named(k):  # جندي مالي
        return scene.country_named(k)
    while scene.page.kind(k) == "w" and scene.page.words[k].tags & (Tag.ADJECTIVE | Tag.NISBA):
        country = country_of_nisba(scene.page, k)
        if country is not None:
            return country
        k += 1
    if scene.form(k) == "من" and k + 1 < len(scene.page):  # ضباط من زامبيا
        found = phrase_at(scene.page, k + 1, Tag.COUNTRY)
        return str(found[2].data.country) if found is not None else None
    return None


def _is_party(scene: Scene, phrase: Phrase, draft: Draft | None) -> bool:
    first = phrase.first
    person = draft is not None and draft.kind == ActorKind.PERSON
    weapon = scene.words[first].tags & Family.WEAPON and not person
    if weapon and not scene.page.words[first].tags & Tag.COUNTRY and not is_arm(scene, first):
        return False
    if draft is not None:
        return draft.kind not in (ActorKind.MEDIA,)
    listed = scene.words[first].tags & (Family.TRAINING | Family.MEASURE)
    if listed and (
        scene.sense(first, Family.TRAINING, "course")
        or scene.sense(first, Family.MEASURE, "object")
    ):
        return False
    if phrase.kind == "place":
        return not _in_function_phrase(scene, first)
    if phrase.title_class in ("document", "media"):
        return False
    if phrase.rule == "title-alone":
        counted = first > 0 and scene.figure_at(first)  # مئة عسكري
        adjective = first > 0 and not counted and scene.page.words[first].tags & Tag.ADJECTIVE
        behind_noun = first > 0 and scene.page.words[first - 1].tags & (Tag.NOUN | Tag.MASDAR)
        behind_noun = behind_noun and scene.has_article(first - 1) == scene.has_article(first)
        return not (adjective and behind_noun) and phrase.title_class != ""
    return phrase.head != "برنامج"


def is_arm(scene: Scene, i: int) -> bool:
    """سلاح الجو, سلاح المدفعية: an arm of a force, no weapon."""
    return scene.base(i).lstrip("بل") == "سلاح" and scene.form(i + 1).startswith(_ARMS)


def _in_function_phrase(scene: Scene, i: int) -> bool:
    """Whether token *i* ends a fixed phrase such as في إطار."""
    found = phrase_at(scene.page, i - 1, Tag.FUNCTION) if i else None
    return found is not None and found[0] > i


def _is_joined(scene: Scene, first: int, phrase: Phrase | None) -> bool:
    """Whether و is written onto the first word of the party."""
    start = scene.page.tokens.starts[first]
    span = (phrase.name or phrase.title) if phrase else None
    if span is None:
        form = scene.form(first)
        return form[:1] == "و" and scene.page.words[first].tags & Tag.COUNTRY == 0
    if phrase is not None and phrase.title is not None and phrase.name is not None:
        span = min(phrase.name, phrase.title, key=lambda s: s.start)
    return scene.page.text[start : span.start].startswith("و") or (scene.form(first - 1) == "و")


def _adjoins(scene: Scene, before: Party, first: int) -> bool:
    gap = range(before.end, first)
    return len(gap) <= 2 and all(
        scene.page.raw(k) in COMMAS or scene.page.raw(k) in '()»"”و' or scene.page.kind(k) == "p"
        for k in gap
    )


def _governed(scene: Scene, start: int, phrase: Phrase | None) -> tuple[str, int]:
    """The preposition before a party, and the noun that governs it."""
    if phrase is not None and phrase.preposition:
        return phrase.preposition, -1
    span = (phrase.name or phrase.title) if phrase is not None else None
    whole = span is not None and phrase is not None and phrase.first == start
    whole = whole and span is not None and span.start == scene.page.tokens.starts[start]
    attached = "" if whole else _attached(scene, start)
    if attached:
        return attached, -1
    k = start - 1
    while k >= 0 and scene.figure_at(k):  # مئة عسكري
        k -= 1
    if k < start - 1 and scene.base(k) in STRENGTHS:
        return "", k
    while k >= 0 and scene.page.raw(k) in '"“«(#”':
        k -= 1
    form = scene.base(k)
    if form == "من" and scene.form(k - 1) == "لكل":
        return "ل", -1
    if form == "من" and scene.form(k - 1) in ("كل", "كلا", "كلتا"):
        return _governed(scene, k - 1, None)
    if form == "من" and scene.base(k - 1) in PARTS:  # دفعة من الجنود is the soldiers
        return _governed(scene, k - 1, None)
    if form == "من" and scene.base(k - 2) == "الدفعة":  # الدفعة الثالثة من الجنود
        return _governed(scene, k - 2, None)
    if form == "كون":
        return "", -1
    if form in _PREPOSITIONS:
        if form == "من" and scene.form(k - 1) in ("بدعم", "بتمويل", "بدلا"):
            return "", -1
        return _SAME.get(form, form), -1
    if form in ("كل", "كلا", "كلتا") or scene.page.words[k].form in ("شركة",):
        return _governed(scene, k, None)
    word = scene.page.words[k] if k >= 0 else None
    if word is None or scene.page.kind(k) != "w" or k != start - 1:
        return "", -1
    if _is_troop(scene, k):  # مشاة البحرية, ضباط الجيش: the force itself
        return _governed(scene, k, None)
    nominal = not form.startswith("ال") and any(
        r.entry.tag & (Tag.NOUN | Tag.MASDAR | Tag.ORG_HEAD) and not r.pronoun
        for r in word.readings
    )
    if nominal and not _is_finite(scene, k):
        return "", k
    return "", -1


def _attached(scene: Scene, k: int) -> str:
    """A preposition written onto a word that every reading of it carries."""
    readings = scene.page.words[k].readings
    found = {r.preposition for r in readings}
    return next(iter(found)) if len(found) == 1 and found <= {"ل", "ب"} else ""


def _is_finite(scene: Scene, k: int) -> bool:
    """Whether the word is more likely a verb here: it has a verb reading and no noun one alone."""
    word = scene.page.words[k]
    finite = any(r.entry.person is not None for r in word.readings)
    if not finite or not word.tags & Tag.MASDAR:
        return finite
    opens = k == 0 or scene.page.kind(k - 1) == "b" or scene.page.raw(k - 1) in ".؟!"
    return opens or scene.base(k - 1) in _BEFORE_VERBS


def _is_troop(scene: Scene, k: int) -> bool:
    """Whether a noun stands for people of the force behind it."""
    found = scene.sense(k, Family.TRAINING, "soldier")
    return found is not None and found[1].value == "people" and not found[0].article
