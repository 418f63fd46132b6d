"""How far the complement of a title goes: وزير الخارجية الفرنسي, المتحدث باسم الوزارة."""

from __future__ import annotations

from functools import lru_cache

from attrs import define

from malicoup.lexicon.words import Reading, Tag, Word
from malicoup.parse.page import Page, phrase_at

NAMED = Tag.COUNTRY | Tag.ORGANIZATION | Tag.SEAT


#: Words that may stand inside the complement of a title, though they are function words.
_INSIDE = frozenset({"في", "باسم", "لدى", "عن", "بـ", "لـ", "غير", "ذات", "نفسه", "ذاته", "فى"})


_STOPS = Tag.THAT | Tag.RELATIVE | Tag.DEMONSTRATIVE | Tag.PRONOUN | Tag.ACCORDING


#: Words that point back to the same one.
SAME = frozenset({"ذاته", "ذاتها", "نفسه", "نفسها", "المذكور", "المذكورة"})


#: Classes of titles that stand before a name without a complement between.
BEFORE_NAMES = frozenset({"rank", "honorific"})


@define(unsafe_hash=True)
class Head:
    """The title that opens a phrase."""

    reading: Reading
    end: int
    stem_form: str


def stands_alone(page: Page, k: int, head: Head) -> bool:
    """A title with article takes no complement: behind المسؤول a name is another's."""
    if not head.reading.article or not page.words[k].head_tags & NAMED:
        return False
    before = page.words[k - 1]
    if before.tags & Tag.FUNCTION or (k > head.end and not before.form.startswith("ال")):
        return False
    found = phrase_at(page, k, NAMED)
    return found is not None and not found[1].preposition


#: Classes of titles that have a field or a body behind "in".
_WITH_FIELD = frozenset({"profession", "person", "rank"})


def tells_where(page: Page, k: int, head: Head) -> bool:
    """المحافظ في تصريحات خاصة: what stands behind "in" belongs to the verb, if it is no body.

    A profession has its field behind "in" (الباحثة في شؤون كذا), an office has none.
    """
    if page.words[k].form not in ("في", "فى") or k + 1 >= len(page):
        return False
    after = page.words[k + 1]
    if after.tags & (Tag.CUE_NOUN | Tag.OCCASION | Tag.THAT):
        return True
    if any(r.pronoun for r in after.readings):
        return True
    if head.reading.entry.data.kind in _WITH_FIELD or not head.reading.article:
        return False
    body = after.tags | after.head_tags
    return not body & (Tag.ORG_HEAD | Tag.COUNTRY | Tag.SEAT | Tag.PLACE | Tag.ORGANIZATION)


def is_object(page: Page, k: int, head: Head) -> bool:
    """برر المدير القرار: behind a title with article a second definite noun is the object."""
    if k != head.end or not head.reading.article or not page.words[k].form.startswith("ال"):
        return False
    if head.reading.entry.data.kind in BEFORE_NAMES:  # العميد الركن
        return False
    tags = page.words[k].tags
    if tags & (Tag.ADJECTIVE | Tag.NISBA | Tag.TITLE | Tag.GIVEN | Tag.SURNAME):
        return False
    return bool(tags & (Tag.NOUN | Tag.MASDAR | Tag.ORG_HEAD))


def is_told(page: Page, k: int) -> bool:
    """المتحدثة باسم الوزارة للصحافيين: people behind ل are those spoken to."""
    word = page.words[k]
    return _is_to_people(word) or (
        word_is_agency(page, k) and all(r.preposition == "ل" for r in word.readings)
    )


@lru_cache(maxsize=1 << 14)
def _is_to_people(word: Word) -> bool:
    readings = word.readings
    return (
        bool(readings)
        and all(r.preposition == "ل" for r in readings)
        and any(_is_people(r) and r.entry.number == "p" for r in readings)
    ) or any(
        r.preposition == "ل"
        and (
            bool(r.pronoun and r.entry.tag & Tag.TITLE)
            or (bool(r.entry.tag & Tag.ORG_HEAD) and r.entry.data == "media" and not r.article)
        )
        for r in readings
    )


def word_is_agency(page: Page, k: int) -> bool:
    """لوكالة أنباء: whether a press agency is named by its two nouns."""
    return k + 1 < len(page) and page.words[k + 1].form in ("انباء", "الانباء")


def _is_people(reading: Reading) -> bool:
    entry = reading.entry
    return bool(entry.tag & Tag.TITLE) or (bool(entry.tag & Tag.UNNAMED) and entry.data == "people")


#: Heads that have their cause behind عن: النائب عن الدائرة, المسؤول عن الملف.
_FOR = frozenset({"نائب", "مسؤول", "محام", "مدافع", "ممثل", "مرشح", "مندوب", "ناطق", "متحدث"})


def hangs_on_verb(page: Page, k: int, head: Head) -> bool:
    """دافع المحافظ عن القرار, وعد المدير بزيادة: a preposition that the verb asks for."""
    word = page.words[k]
    if word.form == "عن":
        return head.reading.entry.lemma.split()[0] not in _FOR
    return _is_by_something(word)


@lru_cache(maxsize=1 << 14)
def _is_by_something(word: Word) -> bool:
    bodies = Tag.ORG_HEAD | Tag.COUNTRY | Tag.PLACE | Tag.ORGANIZATION | Tag.SEAT | Tag.PLACE_HEAD
    return (
        bool(word.readings)
        and all(r.preposition == "ب" for r in word.readings)
        and not word.form.startswith("باسم")
        and not (word.tags | word.head_tags) & bodies
    )


def belongs(page: Page, k: int, definite: bool) -> bool:
    """Whether token *k* carries the complement of a title on."""
    word = page.words[k]
    if page.words[k - 1].form.startswith("ال") and is_loose(word):
        return False
    return _may_belong(word)


@lru_cache(maxsize=1 << 14)
def _may_belong(word: Word) -> bool:
    reading = word.reading(Tag.CUE_NOUN)
    if reading is not None and reading.pronoun:  # قوله
        return False
    if word.tags & _STOPS:
        return word.form in SAME
    if word.tags & Tag.TIME and not word.tags & Tag.ADJECTIVE:
        return False
    if word.form[0] == "و" and all(s.conjunction for r in word.readings for s in (r,)):
        return word.form.startswith("وال") and not word.tags & (Tag.TITLE | Tag.VERB)
    if word.tags & Tag.FUNCTION:
        return word.form in _INSIDE
    if word.tags & (Tag.CUE | Tag.VERB) and not word.tags & (
        Tag.NOUN | Tag.ADJECTIVE | Tag.NISBA | Tag.TITLE | Tag.ORG_HEAD | Tag.PLACE | Tag.MASDAR
    ):
        return word.form.startswith("ال")
    reading = word.reading(Tag.CUE_PARTICIPLE)
    return reading is None or reading.entry.tense != "circumstance" or word.form.startswith("ال")


@lru_cache(maxsize=1 << 14)
def is_loose(word: Word) -> bool:
    """النقابة نداء, الحزب خصومه: a bare noun, which no definite noun before it governs."""
    if not word.readings or word.form.startswith(("ال", "لل")):
        return False
    owned = Tag.NOUN | Tag.TITLE
    if all(r.pronoun and r.entry.tag & owned and not r.preposition for r in word.readings):
        return True
    kept = Tag.TITLE | Tag.SURNAME | Tag.ORG_HEAD | Tag.ADJECTIVE | Tag.NISBA
    if word.tags & (kept | Tag.FUNCTION | Tag.COUNTRY | Tag.PLACE | Tag.NAME_PARTICLE):
        return False
    nominal = Tag.NOUN | Tag.MASDAR
    return all(
        r.entry.tag & nominal and not (r.preposition or r.article)
        for r in word.readings
        if not r.entry.tag & Tag.GIVEN
    ) and bool(word.tags & nominal)


def is_definite(page: Page, k: int) -> bool:
    """Whether token *k* is definite: by its article, or as a name of a place or body."""
    word = page.words[k]
    return word.form.startswith(("ال", "لل")) or bool(
        word.tags & (Tag.COUNTRY | Tag.PLACE | Tag.SEAT | Tag.ORGANIZATION)
    )


def is_closed(page: Page, k: int, end: int, head: Reading) -> bool:
    """ضباط متمردون رئيس كذا: no noun goes on with people behind their plural adjective."""
    many = head.entry.number == "p"
    word, before = page.words[k], page.words[k - 1]
    if many and word.tags & Tag.MASDAR and before.tags & Tag.COUNTRY:  # الضباط في كذا اعتقال كذا
        return not word.form.startswith("ال") and not word.tags & (Tag.ADJECTIVE | Tag.NISBA)
    many = many and not head.article
    noun = word.tags & (Tag.TITLE | Tag.MASDAR) and not word.tags & (Tag.ADJECTIVE | Tag.NISBA)
    plural = any(
        r.entry.number == "p" and r.entry.tag & (Tag.ADJECTIVE | Tag.NISBA) and not r.article
        for r in before.readings
    )
    whole = before.form.endswith("ون") and not before.form.startswith(
        "ال"
    )  # no ن before a genitive
    return bool(many and noun and (whole or (k > end and plural)))
