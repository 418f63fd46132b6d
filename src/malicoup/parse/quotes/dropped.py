"""Subjects left out: the topic of the sentence, the subject of the clause, the last source."""

from __future__ import annotations

from collections.abc import Iterator

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, Confidence, MentionForm
from malicoup.parse.names.roster import Draft
from malicoup.parse.quotes.candidates import (
    agrees,
    bare_topic,
    bare_topic_agrees,
    topic_start,
)
from malicoup.parse.quotes.decision import Speaker, as_dropped, dropped, speaker_of
from malicoup.parse.quotes.entries import named_by_word, source_of
from malicoup.parse.quotes.frame import Frame
from malicoup.parse.quotes.nearby import last_in, next_in
from malicoup.parse.quotes.resolve import noun_phrase, resolve
from malicoup.parse.quotes.state import State, fits
from malicoup.parse.quotes.subject import (
    is_governed,
    sentence_start,
)

_APPOSITION = 2  # a comma and the first word of a name
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


def topic(state: State, frame: Frame) -> Speaker | None:
    """لكن الوزير نفى ذلك، وقال إن, أما فلان فيقول إن: the noun with which the sentence opens.

    Whoever has spoken in the sentence already goes on speaking.
    """
    page = state.page
    cue = frame.cue[0]
    if any(True for _ in _spoken_in_sentence(state, cue)):
        return None
    k = topic_start(page, cue)
    phrase = state.starts.get(k)
    if phrase is None:
        known = named_by_word(state.roster, page.words[k].form) if k < cue else None
        if known is not None and fits(frame, known):
            span = page.span(k, k + 1)
            return Speaker(
                known, span, MentionForm.SHORT_NAME, "topic-of-sentence", Confidence.LIKELY
            )
        if bare_topic(page, k, cue) and bare_topic_agrees(page, k, frame):
            draft = source_of(state.roster, noun_phrase(state, k, k + 1, cue))
            span = noun_phrase(state, k, k + 1, cue)
            return Speaker(draft, span, MentionForm.NOMINAL, "topic-of-sentence", Confidence.LIKELY)
        return None
    draft_ = state.roster.by_phrase.get(k)
    if phrase.preposition or phrase.end > cue or not agrees(frame, phrase):
        return None
    if draft_ is not None and not fits(frame, draft_):
        return None
    return speaker_of(state, frame, phrase, cue, "topic-of-sentence")


def _spoken_in_sentence(state: State, cue: int) -> Iterator[tuple[Frame, Draft]]:
    """Frames before the cue in its sentence, with their speakers, the last one first."""
    start = sentence_start(state.page, cue)
    for before, draft in state.lately():
        if before.cue[0] < start:
            return
        if before.cue[0] < cue:
            yield before, draft


def governor(state: State, frame: Frame) -> Speaker | None:
    """مضيفًا, قوله: the subject of the clause it accompanies."""
    page = state.page
    cue = frame.cue[0]
    start = sentence_start(page, cue)
    for before, draft in _spoken_in_sentence(state, cue):
        if fits(frame, draft):
            newer = _subject_since(state, frame, max(start, _told_up_to(before, cue)))
            if newer is not None and newer.actor is not draft:
                return newer
            return dropped(frame, page, draft, "subject-of-governing-verb", Confidence.CERTAIN)
    return (
        _subject_of_clause(state, frame, start)
        or as_dropped(topic(state, frame), frame, page)
        or _first_in_sentence(state, frame, start)
    )


def own_clause(state: State, frame: Frame) -> Speaker | None:
    """أبدى مسؤول استعداده، وقال إن: the subject of the verb before it in the same sentence."""
    cue = frame.cue[0]
    if any(True for _ in _spoken_in_sentence(state, cue)):
        return None
    return _subject_of_clause(state, frame, sentence_start(state.page, cue))


def _told_up_to(before: Frame, cue: int) -> int:
    """The token behind an earlier frame: what it reports is not told by the writer."""
    return max(before.cue[1], before.content.end) if before.content.end <= cue else before.cue[1]


def _subject_of_clause(state: State, frame: Frame, start: int) -> Speaker | None:
    """رفض المصدر التعليق، مكتفيًا: the subject of the last main verb before a participle."""
    for k in last_in(state.near.main_subjects, start + 1, frame.cue[0]):
        phrase = state.starts[k]
        if phrase.kind == "place" or not agrees(frame, phrase):
            continue
        named = state.roster.by_phrase.get(phrase.first)
        if named is not None and not fits(frame, named):
            continue
        found = speaker_of(state, frame, phrase, frame.cue[0], "subject-of-clause")
        return as_dropped(found, frame, state.page)
    return None


def _first_in_sentence(state: State, frame: Frame, start: int) -> Speaker | None:
    """The first noun of the sentence that nothing governs, where no verb shows its subject."""
    page = state.page
    for k in next_in(state.near.firsts, start, frame.cue[0]):
        phrase = state.starts[k]
        if phrase.preposition or is_governed(page, k) or phrase.kind == "place":
            continue
        named = state.roster.by_phrase.get(k)
        if named is not None and fits(frame, named):
            return dropped(frame, page, named, "subject-of-sentence", Confidence.LIKELY)
        if named is None and phrase.definite and phrase.gender in (None, frame.gender):
            if k > start and page.words[k - 1].tags & (Tag.NOUN | Tag.MASDAR):
                continue  # ختام المؤتمر: the second half of a genitive
            found = speaker_of(state, frame, phrase, phrase.end, "subject-of-sentence")
            return as_dropped(found, frame, page)
    return None


def last_source(state: State, frame: Frame) -> Speaker | None:
    """وأضاف: the last source that the verb agrees with."""
    page = state.page
    line = page.line_of[frame.cue[0]]
    for before, draft in state.lately():
        if before.cue[0] < frame.cue[0] and fits(frame, draft):
            near = line - page.line_of[before.cue[0]] <= 1
            sure = Confidence.CERTAIN if near else Confidence.LIKELY
            newer = _newer_subject(state, frame, _told_up_to(before, frame.cue[0]) - 1)
            if newer is not None:
                return newer
            return dropped(frame, page, draft, "last-source-agreeing", sure)
    return _newer_subject(state, frame, -1) or _nameless_subject(state, frame)


def _nameless_subject(state: State, frame: Frame) -> Speaker | None:
    """وصل الوفد السوداني. وقال إنه: with no source yet, the body or people told of last."""
    start = sentence_start(state.page, frame.cue[0])
    first = sentence_start(state.page, start - 1) if start else 0
    for k in last_in(state.near.main_subjects, first + 1, frame.cue[0]):
        phrase = state.starts[k]
        if phrase.kind == "nominal" and phrase.definite and agrees(frame, phrase):
            found = speaker_of(state, frame, phrase, phrase.end, "subject-of-last-verb")
            return as_dropped(found, frame, state.page)
    return None


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
            found = resolve(state, frame, phrase, phrase.end + _APPOSITION)[0]
            told = found.rule in ("title-of-named", "name-in-apposition")
            draft = found.draft if told else None
        if draft is not None and draft.kind in _SPEAKERS and fits(frame, draft):
            return dropped(frame, page, draft, "subject-of-last-verb", Confidence.LIKELY)
    return None


def last_person(state: State, frame: Frame) -> Speaker | None:
    """No one has spoken yet: the last person named before who agrees."""
    for k in last_in(state.near.persons, 0, frame.cue[0]):
        draft = state.roster.by_phrase.get(k)
        if draft is not None and draft.kind == ActorKind.PERSON and fits(frame, draft):
            return dropped(frame, state.page, draft, "last-person-agreeing", Confidence.GUESS)
    return None
