"""Whose words they are: the subject of each frame, resolved to an actor of the roster.

The subject is looked for where the frame says: behind its cue, before it, in the phrase of an
according-to, or with the source that spoke last. Undecided stays open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, Confidence, MentionForm, Span
from malicoup.parse.names.person import read_name
from malicoup.parse.names.phrase import Phrase, name_span
from malicoup.parse.names.roster import Draft, Roster
from malicoup.parse.page import Page
from malicoup.parse.quotes.frame import Frame
from malicoup.parse.quotes.nearby import Nearby, last_in, next_in
from malicoup.parse.quotes.resolve import (
    State,
    fits,
    named_by_word,
    noun_phrase,
    person,
    resolve,
    source_of,
)
from malicoup.parse.quotes.subject import (
    clause_start,
    is_governed,
    is_prepositional,
    may_stand_between,
    phrase_reaches,
    sentence_start,
    skip_circumstances,
)

_RELAY_REACH = 24
_ORDER = {Confidence.CERTAIN: 0, Confidence.LIKELY: 1, Confidence.GUESS: 2}


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
    return [speakers[f] for f in frames]


def _nearby(page: Page, roster: Roster, starts: dict[int, Phrase]) -> Nearby:
    firsts = sorted(starts)
    named = roster.by_phrase
    return Nearby(
        starts,
        subjects=[k for k in firsts if not starts[k].preposition and _is_subject(page, k)],
        addressees=sorted(_told_at(page, starts)),
        persons=[k for k in firsts if k in named and named[k].kind == ActorKind.PERSON],
    )


def _decide(state: State, frame: Frame) -> Speaker:
    addressee = _addressee(state, frame)
    for rule in _RULES[frame.subject]:
        found = rule(state, frame)
        if found is not None:
            return found._replace(addressee=None if addressee is found.actor else addressee)
    reason = "impersonal" if frame.subject == "nobody" else "no-source-named"
    return Speaker(None, None, None, reason, None, addressee)


# -- the rules, in the order in which they are asked ------------------------------


def _relayed(state: State, frame: Frame) -> Speaker | None:
    """نقلت الوكالة عن فلان أن…, عن فلان قوله إن…: the one behind عن."""
    page = state.page
    first, last = frame.cue[1], frame.gap[1]
    if frame.lemma not in ("نقل", "علم"):
        if frame.subject != "governor" or not frame.rule.startswith("noun"):
            return None
        first, last = (
            max(sentence_start(page, frame.cue[0]), frame.cue[0] - _RELAY_REACH),
            frame.cue[0],
        )
    for k in range(last - 1, first - 1, -1):
        if page.words[k].form in ("عن", "من") and k + 1 < len(page):
            return _subject_at(state, frame, k + 1, last, "relayed-source")
    return None


def _behind_cue(state: State, frame: Frame) -> Speaker | None:
    """قال فلان إن: the subject stands behind the verb."""
    first, end = frame.gap
    k = skip_circumstances(state.page, first, end)
    return _subject_at(state, frame, k, end, "subject-behind-cue") if k < end else None


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
        if phrase_reaches(page, phrase, i):
            return _speaker(state, frame, phrase, i, "subject-before-cue")
    return None


def _antecedent(state: State, frame: Frame, first: int, relative: int) -> Speaker | None:
    """سيول التي أكدت أن: the noun before the relative pronoun."""
    for k in reversed(state.near.reaching(first, relative, relative - 1)):
        phrase = state.starts[k]
        if phrase.end >= relative - 1:
            return _speaker(state, frame, phrase, relative, "antecedent-of-relative")
    return None


def _in_source(state: State, frame: Frame) -> Speaker | None:
    """وفقًا لفلان: the phrase behind the preposition is the source."""
    first, end = frame.gap
    phrase = state.starts.get(first)
    if phrase is not None:
        return _speaker(state, frame, phrase, end, "source-phrase")
    return _subject_at(state, frame, first, end, "source-phrase", governed=True)


def _governor(state: State, frame: Frame) -> Speaker | None:
    """مضيفًا, قوله: the subject of the clause it accompanies."""
    page = state.page
    cue = frame.cue[0]
    start = sentence_start(page, cue)
    for before, draft in state.lately():
        if start <= before.cue[0] < cue and fits(frame, draft):
            newer = _subject_since(state, frame, max(start, before.cue[1]))
            if newer is not None and newer.actor is not draft:
                return newer
            return _dropped(frame, page, draft, "subject-of-governing-verb", Confidence.CERTAIN)
    for k in next_in(state.near.firsts, start, cue):
        phrase = state.starts[k]
        if phrase.preposition or is_governed(page, k) or phrase.kind == "place":
            continue
        named = state.roster.by_phrase.get(k)
        if named is not None and fits(frame, named):
            return _dropped(frame, page, named, "subject-of-sentence", Confidence.LIKELY)
        if named is None and phrase.definite and phrase.gender in (None, frame.gender):
            found = _speaker(state, frame, phrase, phrase.end, "subject-of-sentence")
            return _as_dropped(found, frame, page)
    return None


def _last_source(state: State, frame: Frame) -> Speaker | None:
    """وأضاف: the last source that the verb agrees with."""
    page = state.page
    line = page.line_of[frame.cue[0]]
    for before, draft in state.lately():
        if before.cue[0] < frame.cue[0] and fits(frame, draft):
            near = line - page.line_of[before.cue[0]] <= 1
            sure = Confidence.CERTAIN if near else Confidence.LIKELY
            newer = _newer_subject(state, frame, before.cue[0])
            if newer is not None:
                return newer
            return _dropped(frame, page, draft, "last-source-agreeing", sure)
    return _newer_subject(state, frame, -1)


def _newer_subject(state: State, frame: Frame, since: int) -> Speaker | None:
    """Someone who became the subject of a verb of the writer's since the last quote.

    Looked for in the sentence of the cue and the two before it, nearest first.
    """
    page = state.page
    cue = frame.cue[0]
    start = sentence_start(page, cue)
    for _ in range(2):
        start = sentence_start(page, start - 1) if start else 0
    return _subject_since(state, frame, max(start, since + 1))


def _subject_since(state: State, frame: Frame, first: int) -> Speaker | None:
    """The last subject of a finite verb between token *first* and the cue that agrees."""
    page = state.page
    for k in last_in(state.near.subjects, first, frame.cue[0]):
        phrase = state.starts[k]
        draft = state.roster.by_phrase.get(k)
        if draft is None and phrase.definite and phrase.kind == "nominal":
            found = resolve(state, frame, phrase, phrase.end)[0]
            draft = found.draft if found.rule == "title-of-named" else None
        if draft is not None and draft.kind in _SPEAKERS and fits(frame, draft):
            return _dropped(frame, page, draft, "subject-of-last-verb", Confidence.LIKELY)
    return None


_SPEAKERS = frozenset(
    {
        ActorKind.PERSON,
        ActorKind.ORGANIZATION,
        ActorKind.GOVERNMENT,
        ActorKind.MEDIA,
        ActorKind.ARMED_FORCE,
        ActorKind.ARMED_GROUP,
        ActorKind.UNNAMED,
    }
)


def _is_subject(page: Page, k: int) -> bool:
    """Whether the phrase at token *k* stands right behind a finite verb."""
    if k == 0:
        return False
    word = page.words[k - 1]
    return (
        bool(word.tags & Tag.VERB)
        and not word.tags & (Tag.NOUN | Tag.PREPOSITION | Tag.TITLE)
        and not (page.inside[k] is not None)
    )


def _carried(state: State, frame: Frame) -> Speaker | None:
    """A quote that goes on from the paragraph before: whoever spoke there."""
    for before, draft in state.lately():
        if before.content.first < frame.content.first:
            return Speaker(draft, None, None, "speaker-goes-on", Confidence.LIKELY)
    return None


def _last_person(state: State, frame: Frame) -> Speaker | None:
    """No one has spoken yet: the last person named before who agrees."""
    for k in last_in(state.near.persons, 0, frame.cue[0]):
        draft = state.roster.by_phrase.get(k)
        if draft is not None and draft.kind == ActorKind.PERSON and fits(frame, draft):
            return _dropped(frame, state.page, draft, "last-person-agreeing", Confidence.GUESS)
    return None


_Rule = Callable[[State, Frame], Speaker | None]
_RULES: dict[str, tuple[_Rule, ...]] = {
    "after": (_relayed, _behind_cue, _before_cue, _last_source, _last_person),
    "governor": (_relayed, _governor, _last_source, _last_person),
    "source": (_in_source,),
    "nobody": (),
    "continued": (_carried,),
}


# -- helpers ------------------------------


def _subject_at(
    state: State, frame: Frame, k: int, end: int, rule: str, *, governed: bool = False
) -> Speaker | None:
    """Read the subject that begins at token *k*."""
    page = state.page
    phrase = state.starts.get(k)
    if phrase is not None and (governed or not phrase.preposition):
        if _disagrees(frame, phrase):
            return None
        return _speaker(state, frame, phrase, end, rule)
    if not governed and (page.words[k].tags & Tag.PREPOSITION or is_prepositional(page, k)):
        return None
    if page.kind(k) == "w":
        known = named_by_word(state.roster, page.words[k].form)
        if known is not None:
            span = page.span(k, k + 1)
            return Speaker(known, span, MentionForm.SHORT_NAME, rule, Confidence.LIKELY)
    name = read_name(page, k, expected=True)
    if name is not None and name.end <= end:
        span = name_span(page, name.first, name.end)
        draft = person(state.roster, span)
        return Speaker(draft, span, MentionForm.NAME, rule, Confidence.LIKELY)
    span = noun_phrase(state, k, k, end)
    if page.kind(k) not in "wln" or page.words[k].tags & Tag.THAT:
        return None
    if page.kind(k) == "n" and (k + 1 >= end or page.words[k + 1].tags & Tag.THAT):
        return None
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


def _speaker(state: State, frame: Frame, phrase: Phrase, limit: int, rule: str) -> Speaker:
    found, span = resolve(state, frame, phrase, limit)
    named = phrase.name is not None and found.rule == "named"
    form = MentionForm.NAME if named else MentionForm.NOMINAL
    if phrase.rule == "short-name":
        form = MentionForm.SHORT_NAME
    name = rule if found.rule == "named" else found.rule
    return Speaker(found.draft, span, form, name, found.confidence)


def _as_dropped(found: Speaker, frame: Frame, page: Page) -> Speaker:
    end = page.tokens.ends[frame.cue[1] - 1]
    return found._replace(mention=Span(start=end, end=end), form=MentionForm.DROPPED)


def _dropped(frame: Frame, page: Page, draft: Draft, rule: str, confidence: Confidence) -> Speaker:
    end = page.tokens.ends[frame.cue[1] - 1]
    return Speaker(draft, Span(start=end, end=end), MentionForm.DROPPED, rule, confidence)


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
