"""Whose words they are: the subject of each frame, resolved to an actor of the roster.

The subject is looked for where the frame says: behind its cue, before it, in the phrase of an
according-to, or with the source that spoke last. Undecided stays open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, Confidence, MentionForm
from malicoup.parse.names.phrase import Phrase
from malicoup.parse.names.roster import Draft, Roster
from malicoup.parse.page import Page
from malicoup.parse.quotes.bearers import last_agreeing
from malicoup.parse.quotes.candidates import (
    agrees,
    is_main_subject,
    is_second_of_genitive,
    is_subject,
)
from malicoup.parse.quotes.decision import Speaker, speaker_of, subject_at
from malicoup.parse.quotes.dropped import governor, last_person, last_source, own_clause, topic
from malicoup.parse.quotes.frame import Frame
from malicoup.parse.quotes.joint import chain_start
from malicoup.parse.quotes.nearby import Nearby, last_in, next_in
from malicoup.parse.quotes.state import State, fits
from malicoup.parse.quotes.subject import (
    clause_start,
    is_governed,
    may_stand_between,
    phrase_reaches,
    sentence_start,
    skip_circumstances,
)

_RELAY_REACH = 24


def find_speakers(page: Page, roster: Roster, frames: list[Frame]) -> list[Speaker]:
    """Decide the speaker of each frame; may enter nameless sources into the roster."""
    starts = {p.first: p for p in roster.phrases}
    state = State(page, roster, starts, [], _nearby(page, roster, starts))
    speakers: dict[Frame, Speaker] = {}
    for frame in sorted(frames, key=lambda f: (f.cue[0], f.content.first)):
        speaker = _decide(state, frame)
        speakers[frame] = speaker
        if speaker.actor is not None:
            state.spoken.append((frame, speaker.actor))
    return [_after_merges(roster, speakers[f]) for f in frames]


def _after_merges(roster: Roster, speaker: Speaker) -> Speaker:
    """The same speaker, where a later statement made two actors one."""
    actor, told = speaker.actor, speaker.addressee
    return speaker._replace(
        actor=actor and roster.living(actor), addressee=told and roster.living(told)
    )


def _nearby(page: Page, roster: Roster, starts: dict[int, Phrase]) -> Nearby:
    firsts = sorted(starts)
    named = roster.by_phrase
    return Nearby(
        starts,
        subjects=[k for k in firsts if is_subject(page, starts[k])],
        main_subjects=[k for k in firsts if is_main_subject(page, starts[k])],
        addressees=sorted(_told_at(page, starts)),
        persons=[k for k in firsts if k in named and named[k].kind == ActorKind.PERSON],
    )


def _decide(state: State, frame: Frame) -> Speaker:
    addressee = _addressee(state, frame)
    for rule in _RULES[frame.subject]:
        found = rule(state, frame)
        if found is not None:
            return found._replace(addressee=None if addressee is found.actor else addressee)
    reason = "impersonal" if frame.subject in ("nobody", "perhaps") else "no-source-named"
    return Speaker(None, None, None, reason, None, addressee)


# -- the rules, in the order in which they are asked ------------------------------


#: Gender and number of the one from whom something is passed on.
_FROM_HIM: dict[str, tuple[str | None, str]] = {
    "عنه": ("m", "s"), "عنها": ("f", "s"), "عنهم": ("m", "p"), "عنهما": (None, "d"),
}  # fmt: skip


#: Verbs of those who pass on what another says; other verbs have their subject say it.
_RELAYS = frozenset({"نقل", "أورد", "نشر", "ذكر"})


def _relayed(state: State, frame: Frame) -> Speaker | None:
    """نقلت الوكالة عن فلان أن…, عن فلان قوله إن…: the one behind عن."""
    page = state.page
    first, last = frame.cue[1], frame.gap[1]
    for k in range(
        first, last - 1 if frame.lemma in _RELAYS else first
    ):  # أوردت الصحيفة على لسان فلان أن
        if page.words[k].form == "على" and page.words[k + 1].form == "لسان" and k + 2 < last:
            return subject_at(state, frame, k + 2, last, "relayed-source", governed=True)
    if frame.lemma not in ("نقل", "علم"):
        if frame.subject != "governor" or not frame.rule.startswith("noun"):
            return None
        first, last = (
            max(sentence_start(page, frame.cue[0]), frame.cue[0] - _RELAY_REACH),
            frame.cue[0],
        )
    for k in range(last - 1, first - 1, -1):
        if page.words[k].form in _FROM_HIM:
            gender, number = _FROM_HIM[page.words[k].form]
            known = _pronoun(state, k, k + 1, gender, number)
            return known or Speaker(None, None, None, "no-source-named", None)
        if page.words[k].form in ("عن", "من") and k + 1 < len(page) and k + 1 != frame.cue[0]:
            return subject_at(state, frame, k + 1, last, "relayed-source", governed=True)
    return None


def _behind_cue(state: State, frame: Frame) -> Speaker | None:
    """قال فلان إن: the subject stands behind the verb."""
    first, end = frame.gap
    k = skip_circumstances(state.page, first, end)
    return subject_at(state, frame, k, end, "subject-behind-cue") if k < end else None


def _before_cue(state: State, frame: Frame) -> Speaker | None:
    """فلان قال إن: the subject stands before the verb, in the same clause."""
    page = state.page
    i = frame.cue[0]
    reading = page.words[i].reading(Tag.CUE)
    if reading is None or reading.conjunction:
        return None
    first = clause_start(page, i)
    if i > first and page.words[i - 1].tags & Tag.RELATIVE:
        return _antecedent(state, frame, first, i - 1)
    near = i
    while near > first and may_stand_between(page, near - 1):
        near -= 1
    for k in state.near.reaching(first, i, near):
        phrase = state.starts[k]
        if phrase.preposition or is_governed(page, k):
            continue
        draft = state.roster.by_phrase.get(k)
        if not agrees(frame, phrase) or (draft is not None and not fits(frame, draft)):
            continue
        if phrase_reaches(page, phrase, i) and not is_second_of_genitive(page, k, first):
            phrase = chain_start(page, state.starts, phrase) if frame.number != "s" else phrase
            return speaker_of(state, frame, phrase, i, "subject-before-cue")
    return None


def _antecedent(state: State, frame: Frame, first: int, relative: int) -> Speaker | None:
    """سيول التي أكدت أن: the noun before the relative pronoun."""
    for k in reversed(state.near.reaching(first, relative, relative - 1)):
        phrase = state.starts[k]
        if phrase.end >= relative - 1:
            return speaker_of(state, frame, phrase, relative, "antecedent-of-relative")
    return None


def _person_before(state: State, token: int, gender: str | None, since: int = 0) -> Draft | None:
    """The last person named before a token, of that gender."""
    for k in last_in(state.near.persons, since, token):
        draft = state.roster.by_phrase[k]
        if gender is None or draft.gender in (None, gender):
            return draft
    return None


#: وفقا لها: gender and number of the pronoun on ل.
_PRONOUN_SOURCES = {"له": ("m", "s"), "لها": ("f", "s"), "لهم": ("m", "p"), "لهما": (None, "d")}


def _in_source(state: State, frame: Frame) -> Speaker | None:
    """وفقًا لفلان: the phrase behind the preposition is the source."""
    first, end = frame.gap
    if end - first == 1 and state.page.words[first].form in _PRONOUN_SOURCES:
        gender, number = _PRONOUN_SOURCES[state.page.words[first].form]
        return _pronoun(state, first, end, gender, number)
    phrase = state.starts.get(first)
    if phrase is not None:
        return speaker_of(state, frame, phrase, end, "source-phrase")
    return subject_at(state, frame, first, end, "source-phrase", governed=True)


def _his(state: State, frame: Frame) -> Speaker | None:
    """وبحسبه, على حد قولها: the pronoun written onto the phrase stands for the source."""
    found = last_source(state, frame) or last_person(state, frame)
    return _as_pronoun(state, found.actor if found is not None else None, *frame.gap)


def _pronoun(state: State, first: int, end: int, gender: str | None, number: str) -> Speaker | None:
    start = sentence_start(state.page, first) if number == "s" else first
    draft = (
        _person_before(state, first, gender, start)
        or last_agreeing(state, gender, number)
        or _person_before(state, first, gender)
    )
    return _as_pronoun(state, draft, first, end)


def _as_pronoun(state: State, draft: Draft | None, first: int, end: int) -> Speaker | None:
    if draft is None:
        return None
    span = state.page.span(first, end)
    return Speaker(draft, span, MentionForm.PRONOUN, "pronoun-source", Confidence.LIKELY)


def _authored(state: State, frame: Frame) -> Speaker | None:
    """كما ورد في تقرير لفلان: the author of the document, where one is named."""
    page = state.page
    first, end = frame.gap[0] + 1, frame.gap[1]
    if first >= end or page.words[frame.gap[0]].form not in ("في", "فى"):
        return None
    phrase = state.starts.get(first)
    if phrase is None or phrase.title_class != "document":
        return None
    return speaker_of(state, frame, phrase, end, "source-phrase")


def _carried(state: State, frame: Frame) -> Speaker | None:
    """A quote that goes on from the paragraph before: whoever spoke there."""
    for before, draft in state.lately():
        if before.content.first < frame.content.first:
            return Speaker(draft, None, None, "speaker-goes-on", Confidence.LIKELY)
    return None


_Rule = Callable[[State, Frame], Speaker | None]
_AFTER: tuple[_Rule, ...] = (
    _relayed, _behind_cue, _before_cue, topic, own_clause, last_source, last_person,
)  # fmt: skip
_RULES: dict[str, tuple[_Rule, ...]] = {
    "after": _AFTER,
    "document": (_authored,),
    "governor": (_relayed, governor, last_source, last_person),
    "source": (_in_source,),
    "pronoun": (_his,),
    "perhaps": (_before_cue, topic),  # فلان يعتقد أن, but يعتقد أن: it is believed
    "nobody": (),
    "continued": (_carried,),
}


# -- helpers ------------------------------


def _addressee(state: State, frame: Frame) -> Draft | None:
    """لـ DW, لصحيفة كذا between cue and words: to whom it was said."""
    for k in next_in(state.near.addressees, *frame.gap):
        phrase = _phrase_told(state.page, state.starts, k)
        draft = state.roster.by_phrase.get(phrase.first) if phrase is not None else None
        if draft is not None and draft.kind in (ActorKind.MEDIA, ActorKind.ORGANIZATION):
            return draft
    return None


def _phrase_told(page: Page, starts: dict[int, Phrase], k: int) -> Phrase | None:
    """The phrase at token *k*, or in the marks that open there."""
    return starts.get(k) or (starts.get(k + 1) if page.raw(k) in '«"“' else None)


def _told_at(page: Page, starts: dict[int, Phrase]) -> Iterator[int]:
    """Tokens at which a phrase or its marks begin to which "to" leads, or is written onto it."""
    words = page.words
    for first, phrase in starts.items():
        onto = phrase.preposition == "ل"
        if onto or words[first - 1].form in ("ل", "لـ"):
            yield first
        if first > 0 and (onto or words[first - 2].form in ("ل", "لـ")):
            if first - 1 not in starts and page.raw(first - 1) in '«"“':
                yield first - 1
