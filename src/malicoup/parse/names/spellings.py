"""Spellings of one foreign name in one report: ميغالار and ميجالار, غوردون and جوردون.

Arabic has no letter for g; papers write غ, ج, ق or گ for it, ف or ڤ for v, ب or پ for p.
"""

from __future__ import annotations

from attrs import evolve

from malicoup.lexicon.build import lexicon
from malicoup.model import ActorKind
from malicoup.parse.names.phrase import Phrase, name_text
from malicoup.parse.names.roster import key_words
from malicoup.parse.page import Page

_ONE_SOUND = str.maketrans({"غ": "ج", "ق": "ج", "گ": "ج", "ڨ": "ج", "ڤ": "ف", "پ": "ب"})
#: From this length on, two words of the lists that differ so are one name as well.
_LONG = 6


def join_spellings(page: Page, phrases: list[Phrase]) -> list[Phrase]:
    """Give names that only spell an earlier one otherwise that one as their canonical name."""
    first: dict[tuple[str, tuple[str, ...]], str] = {}
    joined = []
    for phrase in phrases:
        if phrase.name is None or phrase.canonical or phrase.kind in _LISTED:
            joined.append(phrase)
            continue
        name = name_text(page, phrase.name)
        words = key_words(name)
        group = "person" if phrase.kind == ActorKind.PERSON else "body"
        key = (group, tuple(word.translate(_ONE_SOUND) for word in words))
        earlier = first.setdefault(key, name)
        if earlier != name and _is_one(words, key_words(earlier)):
            phrase = evolve(phrase, canonical=earlier)
        joined.append(phrase)
    return joined


_LISTED = (ActorKind.COUNTRY, "place", "nominal")


def _is_one(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two names differ, and only where a letter is missing to Arabic."""
    pairs = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    return bool(pairs) and all(_is_foreign(a, b) for a, b in pairs)


def _is_foreign(a: str, b: str) -> bool:
    """قاسم and جاسم are two Arabic names: both are in the lists, and short."""
    return len(a) >= _LONG or not (lexicon().word(a).tags and lexicon().word(b).tags)
