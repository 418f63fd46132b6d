"""How far the name of a body goes behind its head noun, and whether it is a name at all.

A head noun takes one definite complement, which closes it (وزارة الدفاع); behind that only what
agrees with it goes on (الروسية), so the object of a verb before stays outside (نفت الوزارة الخبر).
"""

from __future__ import annotations

from typing import NamedTuple

from attrs import define

from malicoup.lexicon.words import Reading, Tag, Word
from malicoup.model import ActorKind
from malicoup.parse.names.body_words import (
    IN,
    definite_follows,
    folded,
    governs,
    habits,
    is_adjective,
    is_annexed,
    is_loose,
    is_office_holder,
    is_suffixed_verb,
)
from malicoup.parse.names.countries import is_qualifying
from malicoup.parse.names.name_words import unknown
from malicoup.parse.names.person import read_name
from malicoup.parse.page import Page, phrase_at

_LONGEST = 10
_LONGEST_IN_MARKS = 7
_VERBAL = Tag.CUE | Tag.VERB | Tag.CUE_PARTICIPLE
_NOMINAL = (
    Tag.NOUN | Tag.ADJECTIVE | Tag.NISBA | Tag.ORG_HEAD | Tag.MASDAR | Tag.PLACE | Tag.COUNTRY
)
_PROPER = Tag.GIVEN | Tag.SURNAME | Tag.NAME_PARTICLE
#: Kinds that are called after times of day: صحيفة الصباح, كتائب الفجر.
_BY_TIME = (ActorKind.MEDIA, ActorKind.ARMED_GROUP)
_OPENING = frozenset('«"“')
#: Kinds whose names may close with the region they act in (القيادة … في إفريقيا).
_WIDE = (ActorKind.ARMED_FORCE, ActorKind.ORGANIZATION)
_OF_A_STATE = (ActorKind.GOVERNMENT, ActorKind.ARMED_FORCE)


class BodyName(NamedTuple):
    """The token behind the phrase, and whether the phrase is a name."""

    end: int
    named: bool


@define(unsafe_hash=True)
class _Step:
    """Tokens that go on with a name: how many, and what they are.

    ``sort`` is ``proper`` (a name of its own), ``marks`` (one in marks), ``noun`` (an open
    construct), ``definite`` (its close), ``adjective``, ``purpose`` (for …), ``place`` or ``in``.
    """

    width: int
    sort: str


_END = _Step(0, "")


def read_body_name(page: Page, i: int, reading: Reading) -> BodyName:
    """Read the name whose head noun is *reading* of token *i*."""
    steps: list[_Step] = []
    k = i + 1
    while k < len(page) and k - i < _LONGEST:
        step = _step(page, i, k, reading, steps)
        if not step.width:
            break
        steps.append(step)
        k += step.width
    while steps and (_is_late(page.words[k - 1]) or steps[-1].sort == "noun"):
        k -= steps.pop().width
    return BodyName(k, bool(steps) and _is_name(page, i, k, reading, steps))


def _is_late(word: Word) -> bool:
    """السابق, الحالية: a word that qualifies a body without belonging to its name."""
    return any(r.article and folded(r.entry.lemma) in habits()["late"] for r in word.readings)


# -- is it a name ------------------------------


def _is_name(page: Page, i: int, end: int, reading: Reading, steps: list[_Step]) -> bool:
    """Whether head and complement name one body and do not only describe it."""
    head, data = folded(reading.entry.lemma), reading.entry.data
    first = steps[0].sort
    if _is_accusative(page.words[i].form, head):
        return False  # مؤتمرا دعا إليه …: an indefinite noun
    if reading.entry.number in ("p", "d") and head not in habits()["plural"]:
        return first in _OWN and reading.entry.number == "p" and data in _ARMED
    if first in _OWN:
        return True
    if data in (*_OF_A_STATE, ActorKind.FACILITY) and _is_national(page, i + 1, end):
        return True
    if not reading.article and first in ("purpose", "in", "adjective"):
        return False  # قوة لحفظ السلام
    return not is_loose(reading) or _is_loose_name(page, i, end, reading, steps)


def _is_accusative(form: str, head: str) -> bool:
    return form.endswith("ا") and form.endswith(head + "ا")


def _is_loose_name(page: Page, i: int, end: int, reading: Reading, steps: list[_Step]) -> bool:
    """Whether an everyday noun with what follows it names a body."""
    sorts, data = [step.sort for step in steps], reading.entry.data
    if reading.article:  # الجبهة الشعبية, المركز الدولي للبحوث
        if not _is_institutional(page, i + 1, end):
            return False
        return data == ActorKind.ARMED_GROUP or len(sorts) > 1
    if any(sort in _OWN for sort in sorts) or _speaks(page, i, sorts):
        return True
    if data in _ARMED and sorts[0] == "definite" and _is_institutional(page, i + 1, i + 2):
        return True  # سلاح الجو
    if sorts[0] == "place":
        return data in _OF_A_STATE or len(steps) > 1
    if data in _OF_A_STATE and sorts[-2:] == ["definite", "adjective"] and len(steps) < 4:
        return not any(page.words[k].form.startswith("وال") for k in range(i + 1, end))
    return end - i > 2 and _is_institutional(page, i + 2, end)


def _speaks(page: Page, i: int, sorts: list[str]) -> bool:
    """ذكر موقع كذا أن: what stands behind a finite reporting verb is somebody."""
    if page.kind(i - 1) != "w" or sorts[0] not in ("definite", "noun"):
        return False
    return any(
        r.entry.tag & Tag.CUE and r.entry.person is not None for r in page.words[i - 1].readings
    )


#: What is somebody's own name and so makes a name of any noun before it.
_OWN = ("proper", "marks")
_ARMED = (ActorKind.ARMED_GROUP, ActorKind.ARMED_FORCE)


def _is_national(page: Page, first: int, end: int) -> bool:
    """Whether a nationality that has a country stands among the tokens."""
    readings = (page.words[k].reading(Tag.NISBA) for k in range(first, end))
    return any(r is not None and r.entry.data.country is not None for r in readings)


def _is_institutional(page: Page, first: int, end: int) -> bool:
    """Whether a word of institutions stands among the tokens: برنامج الأغذية العالمي."""
    words = habits()["institution"]
    return any(
        r.article and folded(r.entry.lemma) in words
        for k in range(first, end)
        for r in page.words[k].readings
    )


# -- how far it goes ------------------------------


def _step(page: Page, i: int, k: int, reading: Reading, steps: list[_Step]) -> _Step:
    """What token *k* adds to the name; nothing where it has ended."""
    kind = page.kind(k)
    if kind == "l":
        return _Step(1, "proper")
    if kind == "p":
        return _in_marks(page, k) if k == i + 1 and not reading.article else _END
    if kind != "w":
        return _END
    word = page.words[k]
    if word.form in IN:
        return _in_place(page, i, k, reading)
    closed = reading.article or any(s.sort != "noun" for s in steps)
    if not closed or (steps and steps[-1].sort == "noun"):
        listed = phrase_at(page, k, Tag.ORGANIZATION)
        if listed is not None and not listed[1].preposition and not listed[1].conjunction:
            return _Step(listed[0] - k, "proper")
    titled = _titled_person(page, i, k, reading)
    if titled:
        return _Step(titled, "proper")
    place = None
    if not closed or (steps and steps[-1].sort in ("noun", "adjective")):
        place = phrase_at(page, k, Tag.COUNTRY | Tag.PLACE)
    if place is not None and (
        place[1].preposition or place[1].conjunction or is_qualifying(page, k)
    ):
        place = None
    if (place is None or place[0] == k + 1) and _is_stop(page, i, k, word, reading):
        return _END
    if place is not None:
        return _Step(place[0] - k, "place")
    if word.form.startswith("وال"):
        return _Step(1, "definite") if closed and _joins(page, k) else _END
    if word.form.startswith(("ال", "لل")):
        return _definite(page, k, word, reading, steps, closed=closed)
    return _indefinite(page, i, k, reading, steps, closed=closed)


def _is_stop(page: Page, i: int, k: int, word: Word, reading: Reading) -> bool:
    if word.tags & Tag.TIME and not word.tags & Tag.ADJECTIVE:
        called = k == i + 1 and word.form.startswith("ال") and not reading.article
        return not (called and reading.entry.data in _BY_TIME)
    if k == i + 1 and is_office_holder(word):
        return True
    return bool(word.tags & (Tag.FUNCTION | Tag.THAT))


def _opens_clause(word: Word) -> bool:
    return bool(word.tags & (Tag.FUNCTION | Tag.THAT)) or _makes_clause(word)


def _makes_clause(word: Word) -> bool:
    """Whether a word in marks is a verb and no noun (عين), or leads to a clause."""
    verb = word.tags & (Tag.VERB | Tag.CUE) and not word.tags & (Tag.NOUN | Tag.ADJECTIVE)
    return bool(verb or word.tags & Tag.THAT)


def _in_marks(page: Page, k: int) -> _Step:
    """صحيفة «كذا»: what stands in marks right behind the head is the name."""
    pair = page.pair_at.get(k)
    if page.raw(k) not in _OPENING or pair is None or not pair.closed:
        return _END
    inside = range(k + 1, pair.close)
    if not 0 < len(inside) < _LONGEST_IN_MARKS or _opens_clause(page.words[k + 1]):
        return _END
    clause = any(page.kind(n) == "n" or _makes_clause(page.words[n]) for n in inside)
    return _END if clause else _Step(len(inside) + 2, "marks")


def _definite(
    page: Page, k: int, word: Word, reading: Reading, steps: list[_Step], *, closed: bool
) -> _Step:
    """A word with article: it closes a construct, and behind that it must be an adjective."""
    if word.form.startswith("لل"):
        if not closed and not steps:
            return _Step(1, "purpose")
        return _Step(1, "purpose") if _may_have_purpose(page, k, reading) else _END
    if not closed:
        return _Step(1, "definite")
    if is_adjective(page, k, word) and not governs(page, k, word):
        return _Step(1, "adjective")
    return _END


def _may_have_purpose(page: Page, k: int, reading: Reading) -> bool:
    """Whether "for …" at token *k* belongs to the name: المركز الدولي للعدالة."""
    if folded(reading.entry.lemma) in habits()["bare"] or _is_whole_country(page, k - 1):
        return False
    return not any(
        r.preposition == "ل"
        and (r.entry.tag & Tag.TITLE or (r.entry.tag & Tag.ORG_HEAD and not _is_field(r)))
        for r in page.words[k].readings
    )


def _is_field(reading: Reading) -> bool:
    """للإدارة, للتنظيم: the work, not a second body."""
    return reading.article and is_loose(reading)


def _is_whole_country(page: Page, k: int) -> bool:
    return bool(page.words[k].tags & Tag.COUNTRY)


def _indefinite(
    page: Page, i: int, k: int, reading: Reading, steps: list[_Step], *, closed: bool
) -> _Step:
    """A word without article: a construct that goes on, "for …", or a proper name."""
    word = page.words[k]
    last = steps[-1].sort if steps else ""
    if any(r.preposition == "ل" and r.entry.tag & (Tag.NOUN | Tag.MASDAR) for r in word.readings):
        if not definite_follows(page, k) or not _may_have_purpose(page, k, reading):
            return _END
        return _Step(2 if page.words[k + 1].form.startswith("ال") else 1, "purpose")
    if reading.article or (word.form.startswith("و") and closed):
        return _END
    if word.tags & _VERBAL and not word.tags & (_NOMINAL | _PROPER):
        return _END
    plural_shape = k == i + 1 and not word.tags and word.form.endswith("ون")  # شركة أيون
    proper = plural_shape or unknown(word, page.raw(k)) or word.tags & (Tag.GIVEN | Tag.SURNAME)
    if word.tags & (Tag.NOUN | Tag.ORG_HEAD | Tag.MASDAR | Tag.TITLE) and last != "proper":
        if not closed and definite_follows(page, k):
            return _Step(1, "noun")
        if not proper:
            return _END
    if not closed and not steps and is_annexed(page, k):
        return _Step(1, "noun")
    if not proper:
        return _END
    if closed and last not in ("proper", "place"):
        return _END
    return _proper(page, i, k)


def _proper(page: Page, i: int, k: int) -> _Step:
    """A person's name or a word that no list knows, as part of the name of a body."""
    if is_suffixed_verb(page.words[k]):
        return _END
    name = read_name(page, k, expected=True)
    if page.words[k].tags & (Tag.ADJECTIVE | Tag.NISBA) and (name is None or name.end - k < 2):
        return _END  # حزب إسلامي, أسلحة عائدة: words of the language before all
    return _Step(name.end - k if name else 1, "proper")


def _titled_person(page: Page, i: int, k: int, reading: Reading) -> int:
    """Width of title and name of the person a body is called after: جامعة الملك فلان; else 0."""
    if k != i + 1 or reading.article or reading.entry.data not in _CALLED_AFTER:
        return 0
    word = page.words[k]
    if not is_office_holder(word):
        return 0
    name = read_name(page, k + 1, expected=True)
    return min(name.end, k + 3) - k if name is not None else 0


_CALLED_AFTER = (ActorKind.ORGANIZATION, ActorKind.FACILITY)


def _joins(page: Page, k: int) -> bool:
    """Whether "and the …" goes on with a name: الاستراتيجية والدولية, الخارجية والتعاون."""
    word = page.words[k]
    before = page.words[k - 1]
    if not before.form.startswith(("ال", "لل")):
        return False
    alike = bool(word.tags & (Tag.ADJECTIVE | Tag.NISBA)) == bool(
        before.tags & (Tag.ADJECTIVE | Tag.NISBA)
    )
    return (
        alike
        and not word.tags & (Tag.TITLE | Tag.ORG_HEAD)
        and not phrase_at(page, k, Tag.COUNTRY | Tag.ORGANIZATION | Tag.SEAT)
    )


def _in_place(page: Page, i: int, k: int, reading: Reading) -> _Step:
    """With a place, "in" closes a name: القيادة الأمريكية في إفريقيا."""
    if k == i + 1 or k + 1 >= len(page) or page.kind(k + 1) != "w":
        return _END
    found = phrase_at(page, k + 1, Tag.COUNTRY | Tag.PLACE)
    if found is None or found[1].conjunction or reading.entry.data not in _WIDE:
        return _END
    return _Step(found[0] - k, "in")
