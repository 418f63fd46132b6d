"""Bodies that the text itself describes: معهد كذا (SIPRI)، وهو مركز بحوث سويدي.

A nominal sentence between commas says what the body is. Its predicate names nobody new, and an
indefinite nationality in it is the body's.
"""

from __future__ import annotations

from attrs import evolve

from malicoup.lexicon.build import ActorData
from malicoup.lexicon.words import Tag
from malicoup.model.vocab import ORGANIZATION_KINDS
from malicoup.parse.names.abbreviations import bracket
from malicoup.parse.names.phrase import Phrase
from malicoup.parse.page import Page

_COMMAS = frozenset({"،", ","})
_IS = frozenset({"وهي", "وهو", "وهى"})
_LONGEST = 5  # words of a predicate: منظمة خيرية صحية غير حكومية
_STOPS = Tag.VERB | Tag.CUE | Tag.THAT | Tag.RELATIVE | Tag.PREPOSITION


def describe(page: Page, phrases: list[Phrase]) -> list[Phrase]:
    """The phrases, each body with the country that its description tells, and that without name."""
    by_start = {p.first: n for n, p in enumerate(phrases)}
    found = list(phrases)
    for n, body in enumerate(phrases):
        if body.kind not in ORGANIZATION_KINDS or body.name is None:
            continue
        k = _predicate(page, body.end)
        if k is None:
            continue
        at = by_start.get(k)
        nisba = _nisba(page, k)
        if nisba is None:
            continue
        if at is not None:
            found[at] = _unnamed(found[at])
        country = _country(page, nisba)
        if country is not None and body.country is None:
            found[n] = evolve(body, country=country)
    return found


def _predicate(page: Page, k: int) -> int | None:
    """The indefinite head noun behind "and it is", where a comma or bracket sets that off."""
    inside = bracket(page, k)
    k = k if inside is None else inside[1] + 1
    k += page.raw(k) in _COMMAS
    if page.kind(k) != "w" or page.words[k].form not in _IS or page.kind(k + 1) != "w":
        return None
    reading = page.words[k + 1].reading(Tag.ORG_HEAD)
    plain = reading is not None and not (reading.article or reading.preposition or reading.pronoun)
    return k + 1 if plain else None


def _nisba(page: Page, head: int) -> int | None:
    """The nationality without article that qualifies the head noun at token *head*."""
    for k in range(head + 1, min(head + 1 + _LONGEST, len(page))):
        word = page.words[k]
        reading = word.reading(Tag.NISBA)
        if reading is not None and not (reading.article or reading.preposition):
            return k
        named = word.tags & (Tag.NOUN | Tag.ADJECTIVE) or not word.tags
        if page.kind(k) not in "wl" or (word.tags & _STOPS and not named):
            return None
    return None


def _country(page: Page, k: int) -> str | None:
    """Its country; one that is a word of another sense too (مالية) decides nothing."""
    reading = page.words[k].reading(Tag.NISBA)
    data = reading.entry.data if reading is not None else None
    return data.country if isinstance(data, ActorData) and not data.ambiguous else None


def _unnamed(predicate: Phrase) -> Phrase:
    """منظمة تينك تانك: a description, whatever its words look like."""
    if predicate.name is None:
        return predicate
    return evolve(predicate,
        kind="nominal", name=None, title=predicate.name, title_class=predicate.kind,
        definite=False, rule="head-alone",
    )  # fmt: skip
