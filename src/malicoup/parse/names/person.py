"""Reads the name of a person: where it begins, how far it goes.

Arabic writes no capitals, so a name shows by its words (given names, family names, particles
such as بن and أبو), by not being a word of the language, and by its place: behind a title, a
nationality or a reporting verb.
"""

from __future__ import annotations

from attrs import define

from malicoup.lexicon.build import lexicon
from malicoup.lexicon.words import Stem, Tag, Word
from malicoup.parse.names.carried import PATRONYMICS, carries_on, goes_on
from malicoup.parse.names.name_words import (
    COMMON,
    NAMED,
    NOT_A_NAME,
    given_stem,
    is_clear_given,
    is_plain_word,
    unknown,
)
from malicoup.parse.page import Page, phrase_at

_LONGEST = 5
_PARTICLES = 4  # that stand one behind the other: بن أبي عبد الله


@define(unsafe_hash=True)
class Name:
    """Tokens of a name, the stem of its first word, and the gender its given name shows."""

    first: int
    end: int
    stem: Stem
    gender: str | None
    known: int  # how many of its words the lists of names hold


def described_name(page: Page, i: int) -> int:
    """The token at which a name begins where one is expected at token *i*.

    قال الفلكي سنان, نقل عن موكلته هبة: a definite word that is no given name, or a relation with
    its pronoun, describes whoever is named right behind it.
    """
    if i + 1 >= len(page) or page.kind(i) != "w" or not goes_on(page, i + 1):
        return i
    word, after = page.words[i], page.words[i + 1]
    if word.tags & (Tag.GIVEN | Tag.FUNCTION | Tag.VERB | Tag.THAT) or not is_clear_given(after):
        return i
    relation = any(r.pronoun and r.entry.tag & (Tag.TITLE | Tag.NOUN) for r in word.readings)
    if word.form.startswith("ال") and not word.tags & Tag.SURNAME:
        return i + 1
    return i + 1 if relation else i


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
    count = 1 if width < 3 else 2  # عبد الله كذا is two names already
    while count < _LONGEST and goes_on(page, end):
        width = _particle_width(page, end) or _initial_width(page, end)
        if width:
            end += width
            known += 1
            count += 1
            continue
        word = page.words[end]
        if not carries_on(word, page.tokens.raws[end], count, page, end):
            break
        known += bool(word.tags & NAMED)
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
    if is_hyphenated(page, i):
        hyphened = _hyphenated(page, i, expected, governed)
        if hyphened is not None:
            return hyphened
    if word.tags & (Tag.THAT | Tag.PREPOSITION | Tag.PRONOUN | Tag.NUMBER):
        return None
    if word.tags & Tag.COUNTRY and not _leads_name(page, i, word):
        return None
    if _is_listed(page, i) and not (expected and _is_name_of_place_too(page, i)):
        return None
    width = _particle_width(page, i, opening=True) or (expected and _patronymic_width(page, i))
    if width:
        return _particle_stem(word), width, 1, "m"
    if expected and _initial_width(page, i):
        return Stem("", "", word.form), _initial_width(page, i), 0, None
    if word.form.startswith("لل") and not governed and given_stem(word) is None:  # للهلال
        return None
    given = given_stem(word)
    idafa = i + 1 < len(page) and page.words[i + 1].form.startswith("ال") and is_plain_word(word)
    if given is not None and (
        (expected and (not idafa or _is_family_name(page, i + 1) or _is_adjective_named(page, i)))
        or is_clear_given(word)
        or _leads_name(page, i, word)
    ):
        reading = word.reading(Tag.GIVEN)
        gender = reading.entry.gender if reading else None
        if expected and given.preposition in ("ب", "ك") and not governed:
            given = Stem("", "", word.form)  # a name of its own, where none is governed
        return given, 1, 1, gender if gender in ("m", "f") else None
    surname = bool(word.tags & Tag.SURNAME) and not word.tags & (COMMON | Tag.FUNCTION)
    fresh = unknown(word, page.raw(i)) and word.form[0] != "و"
    if expected and (fresh or surname or _is_bare_adjective_name(page, i)):
        return Stem("", "", word.form), 1, int(bool(word.tags & Tag.SURNAME)), None
    return None


def is_hyphenated(page: Page, i: int) -> bool:
    """جان-بيير, هان-سو: a hyphen without spaces between two words, and a word behind them."""
    if page.raw(i + 1) != "-" or not goes_on(page, i + 1) or page.kind(i + 2) != "w":
        return False
    touching = page.tokens.ends[i + 1] == page.tokens.starts[i + 2]
    after = page.words[i + 2].tags
    ours = after & (Tag.FUNCTION | Tag.NUMBER) or (after & COMMON and not after & NAMED)
    return touching and not ours and goes_on(page, i + 3) and page.raw(i + 3) != "-"


def _hyphenated(
    page: Page, i: int, expected: bool, governed: bool
) -> tuple[Stem, int, int, str | None] | None:
    """The first part of a hyphenated given name, particles off: لجان-بيير is of no committees."""
    word = page.words[i]
    for stem in word.stems:
        plain = lexicon().word(stem.form)
        reading = plain.reading(Tag.GIVEN | Tag.SURNAME)
        if reading is None or reading.conjunction or reading.preposition or reading.article:
            continue
        if stem.preposition not in ("", "ل", "ب") or (
            stem.preposition and expected and not governed
        ):
            continue
        gender = reading.entry.gender if reading.entry.tag & Tag.GIVEN else None
        return stem, 1, 1, gender if gender in ("m", "f") else None
    return None


def _is_family_name(page: Page, i: int) -> bool:
    """Whether token *i* goes on with a word that is a family name and nothing else."""
    tags = page.words[i].tags if goes_on(page, i) else 0
    if not tags & Tag.SURNAME:
        return False
    closed = i + 1 < len(page) and (
        page.raw(i + 1) in _PAUSES or bool(page.words[i + 1].tags & Tag.THAT)
    )
    return closed or not tags & ~(Tag.SURNAME | Tag.GIVEN | Tag.NISBA)


_PAUSES = frozenset({":", "،", ","})


def _is_bare_adjective_name(page: Page, i: int) -> bool:
    """قال محرز الطرابلسي: an adjective without article before a family name is a given name."""
    word = page.words[i]
    if word.tags & ~(Tag.ADJECTIVE | Tag.SURNAME | Tag.NOUN) or word.form[-1] in "ةا":
        return False
    bare = any(
        r.entry.tag & Tag.ADJECTIVE and not (r.article or r.preposition or r.conjunction)
        for r in word.readings
    )
    return bare and _is_family_name(page, i + 1)


def _patronymic_width(page: Page, i: int) -> int:
    """بن عمر, ولد الشيباني: a person by the father's name alone, where a name is expected."""
    if page.words[i].form not in PATRONYMICS or not goes_on(page, i + 1):
        return 0
    after = page.words[i + 1]
    if after.tags & (Tag.THAT | Tag.PREPOSITION | Tag.FUNCTION | Tag.PRONOUN):
        return 0
    named = after.tags & NAMED or unknown(after, page.raw(i + 1)) or after.form.startswith("ال")
    bare = after.tags & Tag.ADJECTIVE and after.form[-1] not in "ةا"
    return 2 if named or bare else 0


def _initial_width(page: Page, i: int) -> int:
    """جون ر. ماكنيل: a letter with its stop between the words of a name."""
    if page.kind(i) not in "wl" or len(page.raw(i)) != 1 or page.raw(i + 1) != ".":
        return 0
    return 2 if page.kind(i + 2) in "wl" else 0


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
    if not goes_on(page, i + 1):
        return False
    after = page.words[i + 1]
    return unknown(after, page.raw(i + 1)) or bool(after.tags & Tag.SURNAME)


def _leads_name(page: Page, i: int, word: Word) -> bool:
    """An ambiguous given name opens a name where a clear one follows (كريم عبد الله)."""
    if word.tags & (Tag.FUNCTION | Tag.CUE) or not goes_on(page, i + 1):
        return False
    after = page.words[i + 1]
    if page.raw(i + 2) == "-" and goes_on(page, i + 2):  # هان جي-سو
        return not word.tags & Tag.NOUN
    if after.tags == 0 and after.form.startswith("ال") and len(after.form) > 4:
        return not NOT_A_NAME.fullmatch(after.form)  # فؤاد + a word with article that no list knows
    if _is_joined_adjective_named(page, i, word):
        return True
    surname = after.reading(Tag.SURNAME)
    if surname is not None and not surname.entry.data and not surname.conjunction:
        # "the life of …", "the speech of …": a noun before a family name says nothing.
        if not word.tags & (Tag.NOUN | Tag.MASDAR):
            return True
    return bool(after.tags & Tag.NAME_PARTICLE and not after.tags & Tag.FUNCTION) or (
        is_clear_given(after) and not after.readings[0].conjunction
    )


def _is_adjective_only(word: Word) -> bool:
    return not word.tags & (COMMON | Tag.FUNCTION) & ~(Tag.ADJECTIVE | Tag.NISBA)


def _is_adjective_named(page: Page, i: int) -> bool:
    """العقيد كريم الحداد: behind a title an adjective would have the article (الكريم)."""
    after = page.words[i + 1].tags & (Tag.SURNAME | Tag.NAME_PARTICLE)  # آل too begins like "the"
    return _is_adjective_only(page.words[i]) and bool(after)


def _is_joined_adjective_named(page: Page, i: int, word: Word) -> bool:
    """سامي نصار وكريم حداد, بكريم كوربيه: an adjective no noun without article follows.

    Behind و a name must stand before it (رجل طيب وكريم); behind ب a verb may follow it.
    """
    given, after = word.reading(Tag.GIVEN), page.words[i + 1]
    if given is None or not _is_adjective_only(word):
        return False
    if after.form.startswith("ال") and given.preposition:
        return False  # بكريم الصفات
    fresh = unknown(after, page.raw(i + 1))
    if not fresh and not after.tags & Tag.SURNAME:
        return False
    if given.conjunction:
        before = page.words[i - 1] if i and goes_on(page, i) else None
        return before is not None and (
            bool(before.tags & NAMED) or unknown(before, page.raw(i - 1))
        )
    return given.preposition in ("ب", "ل") and not (fresh and after.form[0] == "ي")


def _particle_width(page: Page, i: int, *, opening: bool = False, depth: int = 1) -> int:
    """Tokens of a particle with what it governs: عبد الله, أبو بكر, بن سلمان; 0 if none."""
    word = page.words[i]
    reading = word.reading(Tag.NAME_PARTICLE)
    if reading is None or reading.article:
        return 0
    if (reading.conjunction or reading.preposition) and not opening:
        return 0
    if not goes_on(page, i + 1):
        return 0
    if opening and reading.entry.data != "before":  # دي كرو: a family name alone
        lone = word.tags == Tag.NAME_PARTICLE and unknown(page.words[i + 1], page.raw(i + 1))
        if not lone:
            return 0
    after = page.words[i + 1]
    if opening and after.form.startswith("ال") and is_plain_word(after) and not after.tags & NAMED:
        return 0
    if after.tags & Tag.THAT or (after.tags & (Tag.FUNCTION | Tag.CUE) and not after.tags & NAMED):
        return 0
    if word.form.startswith("ال") and after.tags & Tag.VERB and not after.tags & NAMED:
        return 1  # فلان الأب حاول كذا
    inner = 0 if depth >= _PARTICLES else _particle_width(page, i + 1, depth=depth + 1)
    return 1 + (inner or 1)
