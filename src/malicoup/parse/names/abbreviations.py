"""Bodies by a short name of their own: the one in brackets behind the full name, then alone.

معهد كذا (SIPRI) … وفقًا لـ SIPRI: a bracket introduces the name by which the page goes on.
"""

from __future__ import annotations

from attrs import evolve

from malicoup.lexicon.words import Tag
from malicoup.model import MentionForm, Span
from malicoup.model.vocab import ORGANIZATION_KINDS
from malicoup.parse.names.name_words import COMMON
from malicoup.parse.names.phrase import Phrase, letters, name_text
from malicoup.parse.names.roster import Draft, Roster, key_words
from malicoup.parse.page import Page

_BRACKET = 6


def bracket(page: Page, k: int) -> tuple[int, int] | None:
    """Tokens inside the bracket that opens at token *k*, or None."""
    if page.raw(k) != "(":
        return None
    for n in range(k + 1, min(k + 1 + _BRACKET, len(page))):
        if page.raw(n) == ")":
            return (k + 1, n) if n > k + 1 else None
    return None


def is_abbreviation(raw: str) -> bool:
    """Whether a word in Latin letters is written in capitals alone: a body, hardly a person.

    Example:
        >>> is_abbreviation("NATO"), is_abbreviation("Oslo"), is_abbreviation("J")
        (True, False, False)
    """
    return len(raw) > 1 and raw.isascii() and raw.isupper() and raw[0].isalpha()


def find_abbreviations(roster: Roster) -> None:
    """Take in the names that brackets introduce, and mention their bodies wherever they stand."""
    short: dict[str, Draft] = {}
    for phrase in list(roster.phrases):
        draft = roster.by_phrase.get(phrase.first)
        if draft is not None and draft.kind in ORGANIZATION_KINDS:
            form = _introduced(roster, phrase, draft)
            if form:
                short.setdefault(form, roster.by_phrase[phrase.first])
    if short:
        _mention_alone(roster, short)


def _introduced(roster: Roster, phrase: Phrase, draft: Draft) -> str:
    """القيادة كذا (أفريكوم): enter the name in the bracket, and give it where it is one word."""
    page = roster.page
    inside = bracket(page, phrase.end)
    if inside is None or inside[1] - inside[0] > 3 or _is_gloss(page, inside):
        return ""
    span = page.span(*inside)
    name = name_text(page, span)
    other = roster.by_phrase.get(inside[0]) or roster.named(key_words(name))
    if other is not None and other is not draft:
        if other.kind in ORGANIZATION_KINDS:
            keep, drop = (other, draft) if other.order <= draft.order else (draft, other)
            roster.merge(keep, drop)
        return ""
    roster.add_alias(draft, name)
    draft.mention(span, MentionForm.SHORT_NAME, "abbreviation")
    if other is draft or inside[1] - inside[0] > 1:
        return ""
    roster.cover(*inside)
    roster.by_phrase.setdefault(inside[0], draft)
    word = page.words[inside[0]]
    return "" if word.tags & (COMMON | Tag.GIVEN) else word.form


def _is_gloss(page: Page, inside: tuple[int, int]) -> bool:
    """Whether the bracket holds a remark and no name: a number, an adverb, a place."""
    return any(
        page.kind(k) not in "wl" or page.words[k].tags & (Tag.FUNCTION | Tag.PLACE | Tag.TIME)
        for k in range(*inside)
    )


def _named_tokens(roster: Roster) -> set[int]:
    """Tokens that belong to a name, and those that open a phrase: not the rest of a title."""
    page = roster.page
    taken = {p.first for p in roster.phrases} | roster.by_phrase.keys()
    for p in roster.phrases:
        if p.name is not None:
            taken.update(range(page.tokens.at(p.name.start), p.end))
    return taken


def _mention_alone(roster: Roster, short: dict[str, Draft]) -> None:
    """في باسكوم, لـ SIPRI: the short name outside of all other names, inside of titles too."""
    page = roster.page
    taken = _named_tokens(roster)
    for i, word in enumerate(page.words):
        if page.kind(i) not in "wl" or i in taken:
            continue
        stem = next((s for s in word.stems if s.form in short), None)
        if stem is None:
            continue
        draft = short[stem.form]
        end = page.tokens.ends[i]
        span = Span(start=end - letters(page, i, stem.form), end=end)
        draft.mention(span, MentionForm.SHORT_NAME, "abbreviation")
        roster.by_phrase[i] = draft
        mentioned = Phrase(i, i + 1, draft.kind, "abbreviation", name=span)
        mentioned = evolve(mentioned, preposition=stem.preposition, gender=draft.gender)
        roster.phrases.append(mentioned)
        roster.cover(i, i + 1)
    roster.phrases.sort(key=lambda p: p.first)


def join_latin(roster: Roster) -> None:
    """مركز الأبحاث CSIS: a head noun before an abbreviation means whoever bears it."""
    for phrase in list(roster.phrases):
        draft = roster.by_phrase.get(phrase.first)
        if draft is None or phrase.name is None or draft.kind not in ORGANIZATION_KINDS:
            continue
        last = phrase.end - 1
        if phrase.end - phrase.first < 2 or roster.page.kind(last) != "l":
            continue
        other = roster.named((roster.page.words[last].form,))
        if other is not None and other is not draft and other.kind in ORGANIZATION_KINDS:
            roster.merge(other, draft)
