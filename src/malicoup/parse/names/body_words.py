"""What single words are to the name of a body: its head, an adjective, the start of a clause."""

from __future__ import annotations

from functools import cache, lru_cache

from malicoup.lexicon._load import rows
from malicoup.lexicon.words import Reading, Tag, Word
from malicoup.parse.page import Page
from malicoup.text.fold import fold

_NOMINAL = (
    Tag.NOUN | Tag.ADJECTIVE | Tag.NISBA | Tag.ORG_HEAD | Tag.MASDAR | Tag.PLACE | Tag.COUNTRY
)
_PROPER = Tag.GIVEN | Tag.SURNAME | Tag.NAME_PARTICLE
#: Both spellings of "in".
IN = frozenset({"في", "فى"})


@lru_cache(maxsize=1 << 14)
def folded(lemma: str) -> str:
    """A lemma as the lists of habits write it."""
    return fold(lemma)


@cache
def habits() -> dict[str, frozenset[str]]:
    """Head nouns and words of institutions by habit, folded."""
    found: dict[str, set[str]] = {}
    for word, habit in rows("organization_habits"):
        found.setdefault(habit, set()).add(fold(word))
    return {habit: frozenset(words) for habit, words in found.items()}


@lru_cache(maxsize=1 << 14)
def head_reading(word: Word) -> Reading | None:
    """The head noun in a word; a plural that is one body (كتائب) before the plural of another."""
    readings = [r for r in word.readings if r.entry.tag & Tag.ORG_HEAD]
    own = (r for r in readings if folded(r.entry.lemma) in habits()["plural"])
    return next(own, readings[0] if readings else None)


def is_loose(reading: Reading) -> bool:
    """Whether the head is an everyday noun too: حركة, موقع."""
    return folded(reading.entry.lemma) in habits()["loose"]


def is_adjective(page: Page, k: int, word: Word) -> bool:
    """Whether a definite word agrees with what stands before it, and is no noun of its own."""
    form = word.form
    if not word.tags & _NOMINAL:  # a word no list knows: by its shape
        return form.endswith(("ي", "ية", "يه")) and not word.tags & Tag.TITLE
    if word.tags & Tag.NISBA:
        return not _is_people_behind_one(page.words[k - 1], word)
    if not word.tags & Tag.ADJECTIVE:
        return False
    adjectives = {r.entry.lemma for r in word.readings if r.entry.tag & Tag.ADJECTIVE}
    if any(
        r.entry.tag & (Tag.MASDAR | Tag.CUE_NOUN) and r.entry.lemma not in adjectives
        for r in word.readings
    ):
        return False  # المعارضة, الموافقة: rather the noun
    return not form.endswith(("ين", "ون")) or len(form) < 7 or _is_plural(page.words[k - 1])


def _is_people_behind_one(head: Word, word: Word) -> bool:
    """ضباط الجيش الأوروبيون: a plural of people goes with somebody before the single body."""
    reading = head_reading(head)
    single = reading is not None and not _is_plural(head)
    peoples = [r.entry.number for r in word.readings if r.entry.tag & Tag.NISBA]
    return single and all(number in ("p", "d") for number in peoples)


def _is_plural(word: Word) -> bool:
    return any(r.entry.number == "p" for r in word.readings)


def governs(page: Page, k: int, word: Word) -> bool:
    """الموالية لكذا, المزودة بكذا: a participle with an object describes, it does not name."""
    adjectives = [r for r in word.readings if r.entry.tag & Tag.ADJECTIVE]
    participle = any(r.entry.tense in ("participle", "circumstance") for r in adjectives)
    if any(folded(r.entry.lemma) in habits()["institution"] for r in adjectives):
        return False  # الهيئة العامة للأرصاد
    if not participle or word.tags & Tag.NISBA or page.kind(k + 1) != "w":
        return False
    after = page.words[k + 1]
    if after.tags & Tag.PREPOSITION and after.form not in IN:
        return True
    return any(r.preposition in ("ل", "ب") for r in after.readings) or (
        not after.readings and any(s.preposition in ("ل", "ب") for s in after.heads)
    )


@lru_cache(maxsize=1 << 14)
def is_office_holder(word: Word) -> bool:
    """إدارة الرئيس …: whoever holds the office, not the name of a body."""
    reading = word.reading(Tag.TITLE)
    return (
        reading is not None
        and reading.article
        and reading.entry.number == "s"
        and reading.entry.data.kind in ("office", "rank", "honorific")
    )


def is_suffixed_verb(word: Word) -> bool:
    """يملكها, تديره: a relative clause without pronoun, of a verb that no list knows."""
    return (
        word.form[0] in "يت" and word.form.endswith(("ها", "ه", "هم")) and not word.tags & _PROPER
    )


def is_annexed(page: Page, k: int) -> bool:
    """هيئة كبار الفقهاء: a plural adjective before its noun."""
    plural = any(
        r.entry.tag & Tag.ADJECTIVE and r.entry.number == "p" for r in page.words[k].readings
    )
    return plural and page.kind(k + 1) == "w" and page.words[k + 1].form.startswith("ال")


def definite_follows(page: Page, k: int) -> bool:
    """Whether a construct that begins at *k* reaches a definite word within two steps."""
    for n in (k + 1, k + 2):
        if page.kind(n) == "l":
            return True
        if page.kind(n) != "w":
            return False
        word = page.words[n]
        if word.form.startswith(("ال", "لل")) or word.tags & (Tag.COUNTRY | Tag.PLACE):
            return True
        if word.tags & (Tag.FUNCTION | Tag.CUE | Tag.VERB):
            return False
    return False
