"""Reads the name of a person: where it begins, how far it goes.

Arabic writes no capitals, so a name shows by its words (given names, family names, particles
such as بن and أبو), by not being a word of the language, and by its place: behind a title, a
nationality or a reporting verb.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from malicoup.lexicon.build import lexicon
from malicoup.lexicon.words import Stem, Tag, Word
from malicoup.parse.page import Page, phrase_at

#: Words that end a name whatever else they may be.
_ENDS = Tag.FUNCTION | Tag.THAT | Tag.CUE | Tag.CUE_PARTICIPLE | Tag.VERB | Tag.TITLE | Tag.UNNAMED
_COMMON = _ENDS | Tag.NOUN | Tag.ADJECTIVE | Tag.NISBA | Tag.ORG_HEAD | Tag.CUE_NOUN | Tag.MASDAR
_NAMED = Tag.GIVEN | Tag.SURNAME | Tag.NAME_PARTICLE
_LONGEST = 5
_PARTICLES = 4  # that stand one behind the other: بن أبي عبد الله
#: Shapes that are no names: adverbs in -an, sound plurals and feminines, futures.
_NOT_A_NAME = re.compile(
    r".*(?:ات|اته|اتها|(?<!س)ون|..ة|ية|ائي|يين)|است.*|مست.*|ال.*(?:ية|يون|يين|ات)|لل.*"
)


class Name(NamedTuple):
    """Tokens of a name, the stem of its first word, and the gender its given name shows."""

    first: int
    end: int
    stem: Stem
    gender: str | None
    known: int  # how many of its words the lists of names hold


def unknown(word: Word, raw: str) -> bool:
    """Whether the word is none of the language: it may be a name."""
    return (
        (word.tags == 0 or is_unknown_but_dual(word))
        and len(word.form) > 1
        and not raw.endswith(("ًا", "اً", "ً"))
        and not _NOT_A_NAME.fullmatch(word.form)
    )


def given_stem(word: Word) -> Stem | None:
    """The stem of a given name in this word, particles off; None where it holds none."""
    for reading in word.readings:
        if reading.entry.tag & Tag.GIVEN and not reading.pronoun and not reading.article:
            for stem in word.stems:
                if (stem.conjunction, stem.preposition) == (
                    reading.conjunction,
                    reading.preposition,
                ):
                    return stem
    return None


def is_clear_given(word: Word) -> bool:
    """Whether the word is a given name and hardly anything else."""
    reading = word.reading(Tag.GIVEN)
    if reading is None or word.tags & Tag.PLACE:
        return False
    if reading.conjunction or reading.preposition:  # وفيكتور, لجون: nothing else than "and Victor"
        return len(reading.entry.lemma) > 2 and not any(
            r.entry.tag & _COMMON and r.entry.number != "d" and not r.pronoun for r in word.readings
        )
    return not _is_plain_word(word, but=Tag.NISBA) and not _is_misspelt(word)


def _is_misspelt(word: Word) -> bool:
    """Whether the word is also a function word as Egyptian papers spell it: علي for على."""
    form = word.form
    return form.endswith("ي") and bool(lexicon().word(form[:-1] + "ى").tags & Tag.FUNCTION)


def read_name(page: Page, i: int, *, expected: bool, governed: bool = False) -> Name | None:
    """Read a person's name that begins at token *i*.

    Args:
        page: The page.
        i: First token.
        expected: Whether the place calls for a name (behind a title or a reporting verb);
            then words that no list knows are taken too.
        governed: Whether a particle written onto the first word may govern it (لجون).
    """
    start = _start(page, i, expected, governed)
    if start is None:
        return None
    stem, width, known, gender = start
    end = i + width
    count = 1
    while count < _LONGEST and _goes_on(page, end):
        width = _particle_width(page, end)
        if width:
            end += width
            known += 1
            count += 1
            continue
        word = page.words[end]
        if not _continues(word, page.tokens.raws[end], count, page, end):
            break
        known += bool(word.tags & _NAMED)
        end += 1
        count += 1
    if not expected and (count < 2 or known < 1):
        return None
    return Name(i, end, stem, gender, known)


def _start(
    page: Page, i: int, expected: bool, governed: bool
) -> tuple[Stem, int, int, str | None] | None:
    """Stem, width in tokens, known words and gender of what may open a name at token *i*."""
    if page.kind(i) == "l":
        stem = Stem("", "", page.words[i].form)
        return (stem, 1, 0, None) if expected and page.raw(i)[0].isupper() else None
    if page.kind(i) != "w":
        return None
    word = page.words[i]
    if word.tags & (Tag.THAT | Tag.PREPOSITION | Tag.PRONOUN):
        return None
    if word.tags & Tag.COUNTRY and not _leads_name(page, i, word):
        return None
    if _is_listed(page, i) and not (expected and _is_name_of_place_too(page, i)):
        return None
    width = _particle_width(page, i, opening=True)
    if width:
        return _particle_stem(word), width, 1, "m"
    given = given_stem(word)
    idafa = i + 1 < len(page) and page.words[i + 1].form.startswith("ال") and _is_plain_word(word)
    if given is not None and (
        (expected and not idafa) or is_clear_given(word) or _leads_name(page, i, word)
    ):
        reading = word.reading(Tag.GIVEN)
        gender = reading.entry.gender if reading else None
        if expected and given.preposition in ("ب", "ك") and not governed:
            given = Stem("", "", word.form)  # a name of its own, where none is governed
        return given, 1, 1, gender if gender in ("m", "f") else None
    surname = bool(word.tags & Tag.SURNAME) and not word.tags & (_COMMON | Tag.FUNCTION)
    fresh = unknown(word, page.raw(i)) and word.form[0] != "و"
    if expected and (fresh or surname):
        return Stem("", "", word.form), 1, int(bool(word.tags & Tag.SURNAME)), None
    return None


def _particle_stem(word: Word) -> Stem:
    """The stem of a particle, attached و, ل or ب off: لعبد الله, وأبو بكر."""
    reading = word.reading(Tag.NAME_PARTICLE)
    for stem in word.stems:
        if reading and (stem.conjunction, stem.preposition) == (
            reading.conjunction,
            reading.preposition,
        ):
            return stem
    return Stem("", "", word.form)


def _is_listed(page: Page, i: int) -> bool:
    """Whether a country or place known to the lexicon begins here (بكوريا الجنوبية)."""
    if page.words[i].tags & Tag.GIVEN:
        return False
    return phrase_at(page, i, Tag.COUNTRY | Tag.PLACE) is not None


def _is_name_of_place_too(page: Page, i: int) -> bool:
    """لندن هاربر: a city's name before a word that no list knows is a given name."""
    word = page.words[i]
    if word.tags & Tag.COUNTRY or not any(
        not s.preposition and s.form == word.form for s in word.heads
    ):
        return False
    if not _goes_on(page, i + 1):
        return False
    after = page.words[i + 1]
    return unknown(after, page.raw(i + 1)) or bool(after.tags & Tag.SURNAME)


def _leads_name(page: Page, i: int, word: Word) -> bool:
    """An ambiguous given name opens a name where a clear one follows (كريم عبد الله)."""
    if word.tags & (Tag.FUNCTION | Tag.CUE) or not _goes_on(page, i + 1):
        return False
    after = page.words[i + 1]
    if after.tags == 0 and after.form.startswith("ال") and len(after.form) > 4:
        return not _NOT_A_NAME.fullmatch(
            after.form
        )  # فؤاد + a word with article that no list knows
    surname = after.reading(Tag.SURNAME)
    if surname is not None and not surname.entry.data and not surname.conjunction:
        # "the life of …", "the speech of …": a noun before a family name says nothing.
        if not word.tags & (Tag.NOUN | Tag.MASDAR):
            return True
    return bool(after.tags & Tag.NAME_PARTICLE and not after.tags & Tag.FUNCTION) or (
        is_clear_given(after) and not after.readings[0].conjunction
    )


def _goes_on(page: Page, i: int) -> bool:
    """Whether token *i* follows its forerunner in the same run of words."""
    if i >= len(page) or page.kind(i) not in "wl":
        if page.raw(i) == "-" and page.kind(i + 1) == "w":
            return page.tokens.starts[i] == page.tokens.ends[i - 1]
        return False
    between = page.text[page.tokens.ends[i - 1] : page.tokens.starts[i]]
    return all(c in " \u00a0_#\t" for c in between)


def _particle_width(page: Page, i: int, *, opening: bool = False, depth: int = 1) -> int:
    """Tokens of a particle with what it governs: عبد الله, أبو بكر, بن سلمان; 0 if none."""
    word = page.words[i]
    reading = word.reading(Tag.NAME_PARTICLE)
    if reading is None or reading.article:
        return 0
    if (reading.conjunction or reading.preposition) and not opening:
        return 0
    if not _goes_on(page, i + 1):
        return 0
    if opening and reading.entry.data != "before":  # دي كرو: a family name alone
        lone = word.tags == Tag.NAME_PARTICLE and unknown(page.words[i + 1], page.raw(i + 1))
        if not lone:
            return 0
    after = page.words[i + 1]
    if (
        opening
        and after.form.startswith("ال")
        and _is_plain_word(after)
        and not after.tags & _NAMED
    ):
        return 0
    if after.tags & Tag.THAT or (after.tags & (Tag.FUNCTION | Tag.CUE) and not after.tags & _NAMED):
        return 0
    inner = 0 if depth >= _PARTICLES else _particle_width(page, i + 1, depth=depth + 1)
    return 1 + (inner or 1)


def _continues(word: Word, raw: str, count: int, page: Page, i: int) -> bool:
    """Whether a word carries a name on that has *count* words already."""
    if raw == "-":
        return True
    if not word.form or word.tags & (Tag.THAT | Tag.PREPOSITION | Tag.PRONOUN | Tag.RELATIVE):
        return False
    if page.kind(i) == "l":
        return raw[0].isupper()
    if page.raw(i - 1) == "-":
        return True
    if word.tags & Tag.SURNAME:
        reading = word.reading(Tag.SURNAME)
        clear = reading is not None and not reading.conjunction and not reading.preposition
        if clear and not (reading and reading.entry.data and word.tags & _ENDS):
            return True
    given = given_stem(word)
    if given is not None:
        # و + a name is a second person; a name that begins with و is in the lists itself.
        if given.preposition and (count > 1 or given.preposition == "ل"):
            return False
        return given.conjunction != "و" and not word.tags & Tag.FUNCTION
    if word.tags & (Tag.COUNTRY | Tag.PLACE) and not word.tags & _NAMED:
        return False
    if count and _is_regnal(word):
        return True
    if _is_plain_word(word):
        return count == 1 and (_is_bare_adjective(word, page, i) or _is_the_name(page, i))
    if word.form[0] == "و" and count > 1:  # "and" before another name, more often than not
        return False
    return not _NOT_A_NAME.fullmatch(word.form) and len(word.form) > 1 and "\u064b" not in raw


def _is_the_name(page: Page, i: int) -> bool:
    """خالد النجار, سامي الحداد: a family name that is a word with its article.

    Behind a given name alone it belongs to the name, unless a second definite word makes it a
    title in apposition (خالد الرئيس التنفيذي).
    """
    word = page.words[i]
    if not word.form.startswith("ال") or not is_clear_given(page.words[i - 1]):
        return False
    if word.tags & (Tag.NISBA | Tag.TIME | Tag.FUNCTION | Tag.RELATIVE) or word.form.endswith("ة"):
        return False
    after = page.words[i + 1] if i + 1 < len(page) else None
    return after is None or not (after.form.startswith("ال") and page.kind(i + 1) == "w")


def _is_regnal(word: Word) -> bool:
    """محمد السادس, عبد الله الثاني: an ordinal closes the name of a sovereign."""
    reading = word.reading(Tag.NAME_PARTICLE)
    return (
        reading is not None
        and reading.entry.data == "inside"
        and word.form.startswith("ال")
        and not (reading.conjunction or reading.preposition)
    )


def _is_bare_adjective(word: Word, page: Page, i: int) -> bool:
    """سالم مبارك: an adjective without article behind a name can only belong to the name."""
    if not is_clear_given(page.words[i - 1]) or word.form[-1] in "ةا":
        return False
    return any(
        r.entry.tag & Tag.ADJECTIVE and not (r.article or r.conjunction or r.preposition)
        for r in word.readings
    ) and not word.tags & (_ENDS | Tag.NISBA)


def _is_plain_word(word: Word, but: int = 0) -> bool:
    """Whether the word, read without particles and endings, is one of the language.

    A dual or a particle seen in a foreign name (بوت + ين) makes it no word of ours.
    """
    for reading in word.readings:
        bare = not (reading.conjunction or reading.preposition or reading.pronoun)
        if reading.entry.tag & _COMMON & ~but and bare and reading.entry.number != "d":
            return True
        if reading.entry.tag & Tag.CUE_NOUN and reading.pronoun:
            return True
    return False


def is_unknown_but_dual(word: Word) -> bool:
    """Whether nothing but a dual reading makes a word of the letters."""
    return (
        len(word.form) > 3
        and word.form.endswith(("ين", "ان"))
        and not word.form.endswith(("تين", "تان"))
        and bool(word.readings)
        and all(
            r.entry.number == "d"
            and r.entry.tag & (Tag.NOUN | Tag.ADJECTIVE)
            and not (r.preposition or r.conjunction or r.article)
            for r in word.readings
        )
    )
