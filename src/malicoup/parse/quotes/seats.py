"""Capitals and other seats that act for their governments: رفضت باريس, واشنطن لن تنسحب.

Only where the grammar leaves no place to go to: right behind a verb of speech in the feminine, or
at the head of a clause before a feminine verb. زارت باريس stays a place.
"""

from __future__ import annotations

from malicoup.lexicon.words import Tag
from malicoup.model import MentionForm
from malicoup.parse.names.phrase import Phrase
from malicoup.parse.names.roster import Roster
from malicoup.parse.page import Page
from malicoup.parse.quotes.entries import government

#: What may stand between a seat and its verb.
_BEFORE_VERBS = frozenset({"لن", "لم", "لا", "قد", "سوف", "كانت", "وقد"})


def add_seats(roster: Roster) -> None:
    """Enter the governments for which seats act, and mention them there."""
    page = roster.page
    for phrase in list(roster.phrases):
        seat = phrase.kind == "place" and phrase.country is not None and phrase.name is not None
        if not seat or phrase.preposition or page.inside[phrase.first] is not None:
            continue
        if phrase.name is not None and (_is_told(page, phrase) or _acts(page, phrase)):
            government(roster, phrase).mention(phrase.name, MentionForm.NAME, "seat-acts")


def _is_feminine(page: Page, k: int, tag: int) -> bool:
    """Whether token *k* is a verb in the third person feminine, with no object on it."""
    if not 0 <= k < len(page):
        return False
    verbs = [r for r in page.words[k].readings if r.entry.tag & tag and r.entry.person == 3]
    return bool(verbs) and all(
        r.entry.gender == "f" and r.entry.number == "s" and not r.pronoun for r in verbs
    )


def _is_told(page: Page, phrase: Phrase) -> bool:
    """وردت موسكو, اتهمت باريس: the subject of a verb of speech."""
    return _is_feminine(page, phrase.first - 1, Tag.CUE)


def _acts(page: Page, phrase: Phrase) -> bool:
    """إن واشنطن لن تنسحب: at the head of a clause, before its verb."""
    k = phrase.first
    opens = k == page.sentence_start[k] or bool(page.words[k - 1].tags & Tag.THAT)
    behind = phrase.end
    while behind < len(page) and page.words[behind].form in _BEFORE_VERBS:
        behind += 1
    return opens and _is_feminine(page, behind, Tag.VERB | Tag.CUE)
