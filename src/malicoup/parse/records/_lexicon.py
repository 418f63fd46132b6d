"""The words of records: predicates, weapons and their names, from the data files.

Every list of predicates has the same columns, so that one loader reads them all, and a package
that adds a record type can read its own list with :func:`add_words`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from attrs import define

from malicoup.lexicon import _forms
from malicoup.lexicon._load import cells, rows
from malicoup.lexicon.words import Entry, Lexicon, PhraseEntry
from malicoup.model import WeaponCategory
from malicoup.text.fold import fold


@define(frozen=True)
class Families:
    """Bits that tell which list a word comes from. Bits below 20 belong to the main lexicon."""

    DEAL: int = 1 << 20
    TRAINING: int = 1 << 21
    COUP: int = 1 << 22
    MEASURE: int = 1 << 23
    STATISTIC: int = 1 << 24
    WEAPON: int = 1 << 25
    WEAPON_NAME: int = 1 << 26
    POINTER: int = 1 << 27


Family = Families()  # an object with slots, for speed, like Tag


@define(unsafe_hash=True)
class Sense:
    """What a list says of a word: its role there, a value, and whether it is a verb or a noun."""

    role: str
    value: str
    form: str  # verb, noun, participle


class WeaponTerm(NamedTuple):
    """A term for a weapon: the words behind its head, English description, category."""

    head: str
    more: tuple[str, ...]
    english: str
    category: WeaponCategory | None
    alone: str  # yes, no, generic


class WeaponName(NamedTuple):
    """The name of a weapon: in Latin letters, English description, category."""

    latin: str
    english: str
    category: WeaponCategory | None
    ambiguous: bool


_Forms = dict[str, list[Entry]]
_FILES = {
    "deal_predicates": Family.DEAL,
    "training_words": Family.TRAINING,
    "coup_words": Family.COUP,
    "measure_words": Family.MEASURE,
    "statistic_words": Family.STATISTIC,
}


def add_words(forms: _Forms, table: Iterable[tuple[str, ...]], family: int) -> None:
    """Enter the forms of a list of predicates.

    Args:
        forms: Entries by folded form, added to.
        table: Rows of perfect (or noun), imperfect, nouns, participles, role, value.
        family: The bit of the list.
    """
    for lemma, imperfect, nouns, participles, role, value in table:
        if imperfect:
            sense = Sense(role, value, "verb")
            for form in _forms.verb_forms(lemma, imperfect):
                _put(forms, form.text, family, lemma, sense, form)
                if fold(form.text).startswith("ال"):  # looks like the article: ألغتها
                    for pronoun in ("ه", "ها", "هم", "هما"):
                        _put(forms, form.text + pronoun, family, lemma, sense, form)
        sense = Sense(role, value, "noun")
        for noun in (*(() if imperfect else (lemma,)), *cells(nouns)):
            _put(forms, noun, family, lemma, sense, None)
        sense = Sense(role, value, "participle")
        for participle in cells(participles):
            defective = lemma[-1] in "ىا"
            for form in _forms.participle_forms(participle, defective=defective):
                _put(forms, form.text, family, lemma, sense, form)


def _put(
    forms: _Forms, text: str, family: int, lemma: str, sense: Sense, form: _forms.Form | None
) -> None:
    if form is None:
        entry = Entry(family, lemma, data=sense)
        if not text.endswith(("ا", "ة", "ء")):  # the accusative of an indefinite noun
            forms[fold(text + "ا")].append(entry)
    else:
        person = form.person if sense.form == "verb" else None
        entry = Entry(family, lemma, form.gender, form.number, person, form.tense, sense)
    if entry not in forms[fold(text)]:
        forms[fold(text)].append(entry)


@cache
def words() -> Lexicon:
    """All lists of record words in one."""
    forms: _Forms = defaultdict(list)
    phrases: dict[str, list[PhraseEntry]] = defaultdict(list)
    for file, family in _FILES.items():
        add_words(forms, rows(file), family)
    for head, terms in weapon_terms().items():
        for form in _head_forms(head):
            forms[fold(form)].append(Entry(Family.WEAPON, head, data=terms))
    for spelling, name in weapon_names().items():
        first, *rest = spelling.split()
        if rest:
            key = (first, *rest)
            phrases[first].append(PhraseEntry(key, Family.WEAPON_NAME, name.latin, name))
        else:
            forms[first].append(Entry(Family.WEAPON_NAME, name.latin, data=name))
    for word, kind in rows("pointing_words"):
        forms[fold(word)].append(Entry(Family.POINTER, word, data=kind))
    return Lexicon(dict(forms), dict(phrases))


@cache
def weapon_terms() -> dict[str, tuple[WeaponTerm, ...]]:
    """Terms by their head noun, those with more words first."""
    found: dict[str, list[WeaponTerm]] = defaultdict(list)
    for term, _, _, english, category, alone in rows("weapons"):
        head, *more = term.split()
        stems = tuple(weapon_stem(fold(word)) for word in more)
        found[head].append(WeaponTerm(head, stems, english, _category(category), alone))
    return {h: tuple(sorted(t, key=lambda x: -len(x.more))) for h, t in found.items()}


def _head_forms(head: str) -> list[str]:
    found = {head}
    for term, plurals, _, _, _, _ in rows("weapons"):
        if term.split()[0] == head:
            found.update(cells(plurals))
            found.update(form for form, _ in _forms.plural_forms(head, cells(plurals)))
    if not head.endswith(("ة", "ا")):
        found.add(head + "ا")
    return sorted(found)


@cache
def weapon_names() -> dict[str, WeaponName]:
    """Names of weapons by folded spelling, Latin ones in lower case."""
    found: dict[str, WeaponName] = {}
    for spellings, latin, english, category, ambiguous in rows("weapon_names"):
        name = WeaponName(latin, english, _category(category), ambiguous == "yes")
        for spelling in cells(spellings):
            found.setdefault(fold(spelling), name)
    return found


def _category(code: str) -> WeaponCategory | None:
    return WeaponCategory(code) if code else None


@cache
def letters() -> dict[str, str]:
    """Latin letters by their folded Arabic names."""
    return {fold(name): latin for name, latin in rows("designation_letters")}


@cache
def pairs() -> dict[tuple[str, str], str]:
    """Countries by the stems of a nationality of two words."""
    found = rows("nationality_pairs")
    return {(fold(first), fold(second)): code for first, second, code in found}


@cache
def pair_heads() -> frozenset[str]:
    """First words of :func:`pairs`, for a quick look."""
    return frozenset(first for first, _ in pairs())


@cache
def exporters() -> dict[str, int]:
    """Rank of the great exporters by country code."""
    return {code: int(rank) for code, rank in rows("arms_exporters")}


_ENDINGS = ("تين", "تان", "ات", "ين", "ون", "ان", "ة", "ا", "ي")


@cache
def weapon_stem(form: str) -> str:
    """What is left of a word of a weapon's term without article and inflection."""
    if form.startswith("لل") and len(form) > 4:
        form = form[2:]
    for article in ("وال", "بال", "ال"):
        if form.startswith(article) and len(form) > len(article) + 2:
            form = form[len(article) :]
            break
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= 3:
            return form[: -len(ending)]
    return form


@cache
def modifiers() -> frozenset[str]:
    """Stems of all words that may follow the head of a term."""
    return frozenset(s for terms in weapon_terms().values() for t in terms for s in t.more)
