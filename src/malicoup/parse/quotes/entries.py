"""Actors entered into the roster once: nameless sources, persons, governments behind places."""

from __future__ import annotations

from malicoup.model import ActorKind, Span
from malicoup.parse.names.phrase import Phrase, name_text
from malicoup.parse.names.roster import Draft, Roster, is_part, key_words


def source_of(roster: Roster, span: Span) -> Draft:
    """The nameless source of these words, entered once."""
    name = name_text(roster.page, span)
    words = key_words(name)
    return roster.unnamed(words) or roster.new(ActorKind.UNNAMED, name, span.start)


def person(roster: Roster, span: Span) -> Draft:
    """The person of that name, entered once."""
    name = name_text(roster.page, span)
    words = key_words(name)
    known = roster.named(words)
    if known is not None and known.kind == ActorKind.PERSON:
        return known
    for draft in roster.bearing(words[-1]):
        if draft.kind == ActorKind.PERSON and is_part(words, draft.words):
            return draft
    return roster.new(ActorKind.PERSON, name, span.start)


def named_by_word(roster: Roster, form: str) -> Draft | None:
    """The person whose last name is this word, common though the word may be (مجاهد)."""
    last = key_words(form)[:1]
    for draft in roster.bearing(form):
        if draft.kind == ActorKind.PERSON and len(draft.words) > 1 and draft.words[-1:] == last:
            return draft
    return None


def government(roster: Roster, phrase: Phrase) -> Draft:
    """The government that a place stands for, under the name of the place."""
    assert phrase.name is not None
    name = name_text(roster.page, phrase.name)
    for draft in roster.drafts:
        if draft.kind == ActorKind.GOVERNMENT and draft.name == name:
            return draft
    draft = roster.new(ActorKind.GOVERNMENT, name, phrase.name.start)
    draft.country = phrase.country
    draft.gender = phrase.gender or "f"
    return draft


def body(roster: Roster, span: Span) -> Draft:
    """The body of that abbreviation, entered once; of what kind it is nothing tells."""
    name = name_text(roster.page, span)
    known = roster.named(key_words(name))
    return known or roster.new(ActorKind.ORGANIZATION, name, span.start)
