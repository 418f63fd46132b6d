"""The decision on one frame: its speaker, and how a subject at a token is read."""

from __future__ import annotations

from typing import NamedTuple

from malicoup.lexicon.words import Tag
from malicoup.model import Confidence, MentionForm, Span
from malicoup.parse.names.abbreviations import is_abbreviation
from malicoup.parse.names.person import described_name, read_name
from malicoup.parse.names.phrase import Phrase, name_span
from malicoup.parse.names.roster import Draft
from malicoup.parse.page import Page
from malicoup.parse.quotes.entries import body, named_by_word, person, source_of
from malicoup.parse.quotes.frame import Frame
from malicoup.parse.quotes.joint import joint, named_together, two_titles
from malicoup.parse.quotes.resolve import apposed_person, noun_phrase, resolve
from malicoup.parse.quotes.state import Found, State
from malicoup.parse.quotes.subject import (
    is_prepositional,
)


class Speaker(NamedTuple):
    """The decision on one frame.

    Attributes:
        actor: The speaker, or None.
        mention: Where the cue's own subject stands (empty span for a dropped one), or None.
        form: Form of that mention.
        rule: The rule that decided, or why nothing was decided.
        confidence: How surely; None without a speaker.
        addressee: To whom, or None.
    """

    actor: Draft | None
    mention: Span | None
    form: MentionForm | None
    rule: str
    confidence: Confidence | None
    addressee: Draft | None = None


_NAME_IN_MARKS = 6
_EACH = frozenset({"كل", "كلا"})


def _is_abstract(page: Page, k: int) -> bool:
    """أكد ضرورة كذا: an action or a quality without article is what was stressed, not who did."""
    word = page.words[k]
    if word.tags & (Tag.UNNAMED | Tag.TITLE | Tag.ORG_HEAD | Tag.GIVEN | Tag.COUNTRY | Tag.PLACE):
        return False
    if word.tags & Tag.NUMBER or any(
        page.words[n].form == "من" for n in range(k + 1, min(k + 3, len(page)))
    ):
        return False  # عدد كاف من النواب
    nouns = [r for r in word.readings if r.entry.tag & (Tag.NOUN | Tag.MASDAR)]
    return bool(nouns) and all(
        not r.article and (r.entry.tag & Tag.MASDAR or r.entry.data == "abstract") for r in nouns
    )


def subject_at(
    state: State, frame: Frame, k: int, end: int, rule: str, *, governed: bool = False
) -> Speaker | None:
    """Read the subject that begins at token *k*."""
    page = state.page
    if page.words[k].form in _EACH and k + 2 < end and page.words[k + 1].form == "من":
        return subject_at(state, frame, k + 2, end, rule, governed=True)  # كل من فلان وفلان
    pointed = state.starts.get(k + 1)
    if page.words[k].tags & Tag.DEMONSTRATIVE and pointed is not None and pointed.definite:
        k += 1  # هذا المصدر
    phrase = state.starts.get(k)
    if phrase is not None and (governed or not phrase.preposition):
        if not governed and _disagrees(frame, phrase):
            return None
        return speaker_of(state, frame, phrase, end, rule)
    if not governed and (page.words[k].tags & Tag.PREPOSITION or is_prepositional(page, k)):
        return None
    pair = page.pair_at.get(k)
    if pair is not None and k + 1 < end and pair.close - k <= _NAME_IN_MARKS:  # يجادل «فلان» بأن
        return subject_at(state, frame, k + 1, min(end, pair.close), rule, governed=governed)
    if not governed and _is_abstract(page, k):
        return None
    if page.kind(k) == "w":
        known = named_by_word(state.roster, page.words[k].form)
        if known is not None:
            span = page.span(k, k + 1)
            return Speaker(known, span, MentionForm.SHORT_NAME, rule, Confidence.LIKELY)
        together = named_together([draft for _, draft in state.lately()], page.words[k].form)
        if together is not None:
            span = page.span(k, k + 1)
            return Speaker(together, span, MentionForm.NOMINAL, "same-source", Confidence.LIKELY)
    if page.kind(k) == "l" and is_abbreviation(page.raw(k)) and page.kind(k + 1) != "l":
        span = page.span(k, k + 1)
        found_body = body(state.roster, span)
        return Speaker(found_body, span, MentionForm.NAME, rule, Confidence.LIKELY)
    name = read_name(page, described_name(page, k), expected=True)
    if name is not None and name.end <= end:
        stem = name.stem.form if governed else None  # لعبد الله: ل is no part of it
        span = name_span(page, name.first, name.end, stem)
        draft = person(state.roster, span)
        return Speaker(draft, span, MentionForm.NAME, rule, Confidence.LIKELY)
    if page.words[k].tags and not page.words[k].tags & ~(Tag.ADJECTIVE | Tag.NISBA):
        noun = page.words[frame.cue[0]].tags & (Tag.CUE_NOUN | Tag.MASDAR | Tag.NOUN)
        if noun and not governed and not page.words[k].form.startswith("ال"):
            return None  # تخوف دولي من أن: an adjective of the noun before it
    span = noun_phrase(state, k, k, end)
    if page.kind(k) not in "wln" or page.words[k].tags & Tag.THAT:
        return None
    if page.kind(k) == "n" and (k + 1 >= end or page.words[k + 1].tags & Tag.THAT):
        return None
    apposed = apposed_person(state, page.tokens.at(span.end - 1) + 1, end)
    if apposed is not None:
        found, span = apposed
        return Speaker(found.draft, span, MentionForm.NAME, found.rule, Confidence.LIKELY)
    draft = source_of(state.roster, span)
    return Speaker(draft, span, MentionForm.NOMINAL, rule, Confidence.LIKELY)


def _disagrees(frame: Frame, phrase: Phrase) -> bool:
    """أخبر المحكمة أن: a noun that the verb does not agree with is its object."""
    titled = phrase.rule in ("head-complement", "head-alone", "title-alone", "title-name")
    return (
        titled
        and phrase.number == "s"
        and frame.number == "s"
        and frame.gender == "m"
        and phrase.gender == "f"
    )


def speaker_of(state: State, frame: Frame, phrase: Phrase, limit: int, rule: str) -> Speaker:
    """The speaker that a phrase means, found by *rule*."""
    one = two_titles(state.roster, state.starts, phrase, limit) if frame.number != "d" else None
    if one is not None:
        return Speaker(*one, MentionForm.NAME, rule, Confidence.LIKELY)
    found, span = resolve(state, frame, phrase, limit)
    together = _together(state, frame, phrase, found, span, limit)
    if together is not None:
        return Speaker(*together, MentionForm.NOMINAL, "joint-speakers", Confidence.LIKELY)
    named = phrase.name is not None and found.rule == "named"
    form = MentionForm.NAME if named else MentionForm.NOMINAL
    if phrase.rule == "short-name":
        form = MentionForm.SHORT_NAME
    name = rule if found.rule == "named" else found.rule
    return Speaker(found.draft, span, form, name, found.confidence)


def _together(
    state: State, frame: Frame, phrase: Phrase, found: Found, span: Span, limit: int
) -> tuple[Draft, Span] | None:
    """The joint source where others are named beside this one and the verb agrees with all.

    A verb before its subject agrees with the first only; behind it, a singular one speaks of
    states or bodies (feminine) or leaves the others out.
    """
    if frame.cue[0] > phrase.first and frame.subject != "source" and frame.number == "s":
        if frame.gender != "f" or found.draft.human:
            return None
    return joint(state.roster, state.starts, phrase, found.draft, span, limit)


def as_dropped(found: Speaker | None, frame: Frame, page: Page) -> Speaker | None:
    """The same speaker as a dropped subject, standing behind its cue."""
    if found is None:
        return None
    end = page.tokens.ends[frame.cue[1] - 1]
    return found._replace(mention=Span(start=end, end=end), form=MentionForm.DROPPED)


def dropped(frame: Frame, page: Page, draft: Draft, rule: str, confidence: Confidence) -> Speaker:
    """A speaker whom the cue leaves out."""
    end = page.tokens.ends[frame.cue[1] - 1]
    return Speaker(draft, Span(start=end, end=end), MentionForm.DROPPED, rule, confidence)
