"""Forms of nouns and adjectives as they stand after numbers, and duals."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from malicoup.lexicon._load import cells, rows
from malicoup.parse._words import word_set
from malicoup.text.fold import fold

#: Duals that no list of nouns gives.
_TIMES_TWICE = frozenset({"مرتين", "مرتان"})


def _nouns() -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Singular, plurals, and whether a dual of it counts things or persons."""
    for singular, _, plurals, kind in rows("nouns"):
        yield singular, cells(plurals), kind not in ("time", "abstract")
    for masculine, feminine, plurals, kind, *_ in rows("titles"):
        counts = kind in ("rank", "profession", "person")
        yield masculine, cells(plurals), counts
        if feminine and feminine != masculine:
            yield feminine, (), counts
    for term, plurals, *_ in rows("weapons"):
        yield term.split()[0], cells(plurals), True
    for singular, _, plurals, *_ in rows("organization_heads"):
        yield singular, cells(plurals), True
    for _, masculine, feminine, plurals, _ in rows("nationalities"):
        for form in (*cells(masculine), *cells(feminine)):
            yield form, cells(plurals), False
    for _, _, _, participles, *_ in rows("verbs"):
        for form in cells(participles):
            yield form, (form + "ون",), False


@cache
def counted_nouns() -> frozenset[str]:
    """Singular and plural forms of nouns, folded, with the accusative of what takes an alef."""
    forms: set[str] = set(word_set("units"))
    for singular, plurals, _ in _nouns():
        for form in (singular, *plurals):
            if not form or " " in form:
                continue
            stem = fold(form)
            forms.add(stem)
            if not stem.endswith(("ة", "ا", "اء", "ى", "ات")):
                forms.add(stem + "ا")
            if stem.endswith("ون"):
                forms.add(stem[:-2] + "ين")
            if stem.endswith("ة"):
                forms.add(stem[:-1] + "ات")
    return frozenset(forms - word_set("not_counted"))


def counted_form(folded: str) -> bool:
    """Whether a word has the look of a noun after a number: قتيلًا, جندي, طائرة."""
    if folded in counted_nouns():
        return True
    accusative = (
        folded.endswith("ا") and len(folded) > 3 and not folded.endswith(("وا", "ها", "نا"))
    )
    return accusative and folded not in word_set("not_counted")


@cache
def plural_nouns() -> frozenset[str]:
    """Plural forms of nouns, folded, that are no singular too."""
    many = {fold(form) for _, plurals, _ in _nouns() for form in plurals}
    many.update(form[:-2] + "ين" for form in list(many) if form.endswith("ون"))
    return frozenset(many - {fold(singular) for singular, _, _ in _nouns()})


@cache
def adjectives() -> frozenset[str]:
    """Indefinite adjectives in every form that may follow a counted noun, folded."""
    forms: set[str] = set()
    for masculine, feminine, plurals in rows("adjectives"):
        for form in (masculine, *cells(feminine), *cells(plurals)):
            stem = fold(form)
            forms.add(stem)
            if stem.endswith("ون"):
                forms.add(stem[:-2] + "ين")
            elif stem.endswith("ة"):
                forms.update((stem[:-1] + "تين", stem[:-1] + "تان", stem[:-1] + "ات"))
        if masculine:
            stem = fold(masculine)
            forms.update((stem + "ين", stem + "ان", stem + "ا"))
    return frozenset(forms - word_set("not_counted"))


@cache
def duals() -> frozenset[str]:
    """Dual forms of nouns, folded: طائرتين, طائرتان, طائرتي, جنديين, جنديان.

    A form that is also a singular, a plural, an adjective or a name is left out.
    """
    taken: set[str] = set(word_set("not_duals") | word_set("not_counted"))
    forms: set[str] = set()
    for singular, plurals, counts in _nouns():
        many = {fold(form) for form in plurals}
        stem = fold(singular)
        taken.add(stem)
        taken.update(many)
        taken.update(form[:-2] + "ين" for form in many if form.endswith("ون"))
        if not counts or " " in stem:
            continue
        if stem.endswith("ة"):
            forms.update(stem[:-1] + ending for ending in ("تين", "تان", "تي", "تا"))
        elif len(stem) > 2:
            forms.add(stem + "ين")
            if len(stem) > 3:
                forms.add(stem + "ان")
    return frozenset(forms - taken - _names()) | _TIMES_TWICE


def _names() -> set[str]:
    """Names of persons and places, and adjectives as listed, which no dual may equal."""
    found: set[str] = set()
    for row in rows("adjectives"):
        for cell in row:
            found.update(fold(form) for form in cells(cell))
            found.update(fold(form)[:-2] + "ين" for form in cells(cell) if form.endswith("ون"))
    for name in ("given_names", "surnames", "places"):
        found.update(fold(row[0]).removeprefix("ال") for row in rows(name))
    for row in rows("countries"):
        for cell in row[1:]:
            found.update(fold(form).removeprefix("ال") for form in cells(cell))
    return found
