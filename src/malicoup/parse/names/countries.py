"""What a phrase tells of a country, and places of several words."""

from __future__ import annotations

from malicoup.lexicon.build import ActorData
from malicoup.lexicon.words import Tag
from malicoup.parse.page import Page, phrase_at


def wide_place(page: Page, k: int) -> int:
    """The token behind a place of several words: behind جامعة سان خوسيه nobody is named خوسيه."""
    found = phrase_at(page, k, Tag.COUNTRY | Tag.PLACE)
    held = found is not None and found[0] > k + 1 and not found[1].conjunction
    return found[0] if found is not None and held else 0


def country_of(page: Page, first: int, end: int) -> str | None:
    """The country that a nationality, a country name or a capital in the phrase tells."""
    for k in range(first, end):
        word = page.words[k]
        if word.tags & Tag.NISBA:
            reading = word.reading(Tag.NISBA)
            data = reading.entry.data if reading else None
            if isinstance(data, ActorData) and data.country and _is_nisba(page, k, data):
                return data.country
        if word.head_tags & (Tag.COUNTRY | Tag.SEAT):
            found = phrase_at(page, k, Tag.COUNTRY | Tag.SEAT)
            if found is not None and isinstance(found[2].data, ActorData):
                return found[2].data.country
    return None


def _is_nisba(page: Page, k: int, data: ActorData) -> bool:
    """An ambiguous nationality (مالي) counts where article or agreement makes it one."""
    return not data.ambiguous or page.words[k].form.startswith("ال")


def is_qualifying(page: Page, k: int) -> bool:
    """دعم مالي كبير, الدعم مالي وإداري: the adjective that is spelled like a country.

    Behind an indefinite noun the country would make the noun definite, so that no adjective
    without article could follow; joined by و, an adjective follows an adjective.
    """
    reading = page.words[k].reading(Tag.NISBA)
    data = reading.entry.data if reading is not None else None
    if not isinstance(data, ActorData) or not data.ambiguous or page.kind(k + 1) != "w":
        return False
    indefinite = page.kind(k - 1) == "w" and any(
        r.entry.tag & (Tag.NOUN | Tag.MASDAR) and not (r.article or r.pronoun)
        for r in page.words[k - 1].readings
    )
    return any(
        r.entry.tag & (Tag.ADJECTIVE | Tag.NISBA)
        and not (r.article or r.preposition or r.pronoun)
        and (r.conjunction == "و" or (indefinite and not r.conjunction))
        for r in page.words[k + 1].readings
    )
