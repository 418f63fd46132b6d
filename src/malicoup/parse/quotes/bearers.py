"""Who bears a title or a description elsewhere: الوزير, المصدر نفسه, الباحثة, المصادر."""

from __future__ import annotations

from malicoup.model import ActorKind, Confidence
from malicoup.parse.names.phrase import Phrase, words_of
from malicoup.parse.names.roster import Draft, title_words, words_before_preposition
from malicoup.parse.quotes.entries import source_of
from malicoup.parse.quotes.frame import Frame
from malicoup.parse.quotes.nearby import last_in
from malicoup.parse.quotes.state import HUMAN, Found, State, fits
from malicoup.parse.quotes.subject import is_governed


def last_of_kind(state: State, frame: Frame, phrase: Phrase) -> Found | None:
    """المصدر نفسه, الوزير ذاته: the last who spoke, of that gender where people are meant."""
    source = phrase.rule == "unnamed-source" and phrase.title_class != "document"
    for _, draft in state.lately():
        if source or bears(draft, phrase, title_words(state.page, phrase)):
            return Found(draft, "same-source", Confidence.LIKELY)
    return by_description(state, frame, phrase) if phrase.title_class in HUMAN else None


def last_agreeing(state: State, gender: str | None, number: str) -> Draft | None:
    """وفقا لها, عنه: the last speaker, or else the last person named, of that gender and number."""
    for _, draft in state.lately():
        if draft.number == number and (None in (gender, draft.gender) or draft.gender == gender):
            return draft
    return None


def bearer(state: State, frame: Frame, phrase: Phrase) -> Found | None:
    """Someone named elsewhere who bears this title or is of this kind: الوزير, الشركة, الباحثة."""
    if phrase.definite and phrase.number == "p" and phrase.rule == "unnamed-source":
        return _same_sources(state, phrase)
    if not phrase.definite or phrase.number == "p" or not phrase.head:
        return None
    local = _local_description(state, frame, phrase) or _source_since(state, phrase)
    if local is not None:
        return local
    candidates = [d for _, d in state.lately()]
    here = state.page.tokens.starts[phrase.first]
    others = [d for d in state.roster.drafts if phrase.head in d.heads]
    others.sort(key=lambda d: (d.order > here, abs(d.order - here)))
    again = _nameless_again(state, frame, phrase)
    if again is not None:
        return again
    words = title_words(state.page, phrase)
    for draft in [*candidates, *others]:
        if bears(draft, phrase, words) and fits(frame, draft):
            return Found(draft, "title-of-named", Confidence.LIKELY)
    if phrase.country:  # السفير الروسي لدى الاتحاد الأوروبي: the Russian ambassador
        posted = words_before_preposition(state.page, phrase)
        for draft in others:
            named = draft.kind == ActorKind.PERSON and draft.country == phrase.country
            if named and bears(draft, phrase, posted) and fits(frame, draft):
                return Found(draft, "title-of-named", Confidence.LIKELY)
    if (
        phrase.end - phrase.first <= 2
        and phrase.title_class in HUMAN
        and phrase.rule == "title-alone"
    ):
        return by_description(state, frame, phrase)
    return None


def _nameless_again(state: State, frame: Frame, phrase: Phrase) -> Found | None:
    """مسؤول في الإدارة … وقال المسؤول الأمريكي: a nameless source told of in other words."""
    if phrase.title_class not in ("person", "people"):
        return None
    for _, draft in state.lately():
        if draft.kind == ActorKind.UNNAMED and phrase.head in draft.heads and not draft.members:
            if not clash(draft, phrase) and fits(frame, draft) and _same_gender(draft, phrase):
                return Found(draft, "title-of-named", Confidence.LIKELY)
    return None


#: How many tokens back a source told of is still meant by its noun alone.
_TOLD = 200


def _source_since(state: State, phrase: Phrase) -> Found | None:
    """وكان مصدر أمني أعلن ذلك. وأضاف المصدر: one told of since the last statement."""
    if phrase.rule != "unnamed-source" or phrase.title_class == "document":
        return None
    since = state.spoken[-1][0].cue[0] if state.spoken else 0
    since = max(since, phrase.first - _TOLD)
    for k in last_in(state.near.firsts, since, phrase.first):
        other = state.starts[k]
        accusative = state.page.words[k].form.endswith("ا")  # زار مصدرا: an object
        if other.preposition or accusative or is_governed(state.page, k):
            continue
        if other.rule == phrase.rule and other.head == phrase.head and not other.definite:
            draft = source_of(state.roster, words_of(state.page, other))
            draft.heads.add(other.head)
            draft.gender, draft.human = other.gender, True
            return Found(draft, "title-of-named", Confidence.LIKELY)
    return None


def _same_sources(state: State, phrase: Phrase) -> Found | None:
    """المصادر: the sources that spoke before, under the same head noun."""
    single = phrase.end == phrase.first + 1
    for _, draft in state.lately():
        if single and draft.kind == ActorKind.UNNAMED and phrase.head in draft.heads:
            return Found(draft, "title-of-named", Confidence.LIKELY)
    return None


def _local_description(state: State, frame: Frame, phrase: Phrase) -> Found | None:
    """الباحثة, الخبير: the one who spoke right before in the same paragraph, if of that gender.

    A profession is told in other words each time; only an office names its holder.
    """
    single = phrase.end == phrase.first + 1
    if not single or phrase.title_class not in ("profession", "person") or not state.spoken:
        return None
    before, draft = state.spoken[-1]
    page = state.page
    if draft.kind != ActorKind.PERSON or page.line_of[before.cue[0]] != page.line_of[frame.cue[0]]:
        return None
    same = draft.gender is not None and draft.gender == phrase.gender
    return Found(draft, "description-of-last-source", Confidence.LIKELY) if same else None


def by_description(state: State, frame: Frame, phrase: Phrase) -> Found | None:
    """المسؤول, المتحدث ذاته, الكاتب: the last person who agrees, speakers first."""
    for _, draft in state.lately():
        human = draft.number == "s" and (
            draft.kind == ActorKind.PERSON or (draft.kind == ActorKind.UNNAMED and draft.human)
        )
        if human and fits(frame, draft) and _same_gender(draft, phrase):
            return Found(draft, "description-of-last-source", Confidence.GUESS)
    here = phrase.first
    for k in last_in(state.near.persons, 0, here):
        named = state.roster.by_phrase.get(k)
        if named is not None and named.kind == ActorKind.PERSON and _same_gender(named, phrase):
            return Found(named, "description-of-last-person", Confidence.GUESS)
    return None


def _same_gender(draft: Draft, phrase: Phrase) -> bool:
    return not (draft.gender and phrase.gender and draft.gender != phrase.gender)


def clash(draft: Draft, phrase: Phrase) -> bool:
    """Whether an actor and a phrase are of two countries."""
    return bool(draft.country and phrase.country and draft.country != phrase.country)


def bears(draft: Draft, phrase: Phrase, words: frozenset[str]) -> bool:
    """Whether an actor is known under the head noun of a phrase, gender and country agreeing."""
    if not _same_gender(draft, phrase):
        return False
    if clash(draft, phrase):
        return False
    return phrase.head in draft.heads and words <= draft.titles.get(phrase.head, words)
