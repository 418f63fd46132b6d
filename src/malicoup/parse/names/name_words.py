"""What a word alone says of being a name: listed, ambiguous, or none of the language."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from malicoup.lexicon._load import rows
from malicoup.lexicon.build import lexicon
from malicoup.lexicon.words import Stem, Tag, Word
from malicoup.text.fold import fold

#: Words that end a name whatever else they may be.
ENDS = Tag.FUNCTION | Tag.THAT | Tag.CUE | Tag.CUE_PARTICIPLE | Tag.VERB | Tag.TITLE | Tag.UNNAMED


COMMON = ENDS | Tag.NOUN | Tag.ADJECTIVE | Tag.NISBA | Tag.ORG_HEAD | Tag.CUE_NOUN | Tag.MASDAR


NAMED = Tag.GIVEN | Tag.SURNAME | Tag.NAME_PARTICLE


#: Shapes that are no names: adverbs in -an, sound plurals and feminines, futures.
NOT_A_NAME = re.compile(
    r".*(?:ات|اته|اتها|(?<!س)ون|..ة|ية|ائي|يين)|است.*|مست.*|ال.*(?:ية|يون|يين|ات)|لل.*|ت.ا.ي."
)


@cache
def months() -> frozenset[str]:
    """Names of months in one word, folded; some are given names too (جوان, أفريل)."""
    return frozenset(fold(name) for name, *_ in rows("months") if " " not in name)


def unknown(word: Word, raw: str) -> bool:
    """Whether the word is none of the language: it may be a name."""
    return _is_new(word) and not raw.endswith(("ًا", "اً", "ً"))


@lru_cache(maxsize=1 << 14)
def is_accusative(form: str) -> bool:
    """اعتبارا, دعما: a listed noun in the accusative, its tanwin left out; no name ends so."""
    if len(form) < 5 or not form.endswith("ا"):
        return False
    stem = lexicon().word(form[:-1])
    bare = (r for r in stem.readings if not (r.conjunction or r.preposition or r.article))
    return not stem.tags & NAMED and any(
        r.entry.tag & (Tag.NOUN | Tag.MASDAR | Tag.CUE_NOUN | Tag.ADJECTIVE) and not r.pronoun
        for r in bare
    )


@lru_cache(maxsize=1 << 14)  # words are shared, so one answer serves every place of the letters
def _is_new(word: Word) -> bool:
    unlisted = word.tags == 0 or is_unknown_but_dual(word)
    if not unlisted or len(word.form) < 2 or NOT_A_NAME.fullmatch(word.form):
        return False
    return word.form not in months() and not is_accusative(word.form)


@lru_cache(maxsize=1 << 14)
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


@lru_cache(maxsize=1 << 14)
def is_clear_given(word: Word) -> bool:
    """Whether the word is a given name and hardly anything else."""
    reading = word.reading(Tag.GIVEN)
    if reading is None or word.tags & Tag.PLACE:
        return False
    if reading.conjunction or reading.preposition:  # وفيكتور, لجون: nothing else than "and Victor"
        return len(reading.entry.lemma) > 2 and not any(
            r.entry.tag & COMMON and r.entry.number != "d" and not r.pronoun for r in word.readings
        )
    return not is_plain_word(word, but=Tag.NISBA) and not _is_misspelt(word)


def _is_misspelt(word: Word) -> bool:
    """Whether the word is also a function word as Egyptian papers spell it: علي for على."""
    form = word.form
    return form.endswith("ي") and bool(lexicon().word(form[:-1] + "ى").tags & Tag.FUNCTION)


@lru_cache(maxsize=1 << 14)
def is_plain_word(word: Word, but: int = 0) -> bool:
    """Whether the word, read without particles and endings, is one of the language.

    A dual or a particle seen in a foreign name (بوت + ين) makes it no word of ours.
    """
    for reading in word.readings:
        bare = not (reading.conjunction or reading.preposition or reading.pronoun)
        dual = reading.entry.number == "d" and not reading.entry.tag & Tag.CUE  # أكدا reports
        if reading.entry.tag & COMMON & ~but and bare and not dual:
            return True
        if reading.entry.tag & Tag.CUE_NOUN and reading.pronoun:
            return True
    return False


@lru_cache(maxsize=1 << 14)
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
