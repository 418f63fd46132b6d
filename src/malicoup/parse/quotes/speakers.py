"""Whose words they are: the subject of each frame, resolved to an actor of the roster.

The subject is looked for where the frame says: behind its cue, before it, in the phrase of an
according-to, or with the source that spoke last. Undecided stays open.
"""

from __future__ import annotations

from typing import NamedTuple

from malicoup.lexicon.words import Tag, Word
from malicoup.model import ActorKind, Confidence, MentionForm, Span
from malicoup.parse.names.person import read_name
from malicoup.parse.names.phrase import Phrase, name_span
from malicoup.parse.names.roster import Draft, Roster, clean_name
from malicoup.parse.page import Page
from malicoup.parse.quotes.content import COMMAS
from malicoup.parse.quotes.frame import Frame

_BACKREFERENCES = frozenset({"مسؤول", "مصدر", "متحدث", "ناطق", "رجل", "وزير", "رئيس"})
_INANIMATE_PLURALS = frozenset({"f"})


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


class _State(NamedTuple):
    page: Page
    roster: Roster
    starts: dict[int, Phrase]
    spoken: list[tuple[Frame, Draft]]


def find_speakers(page: Page, roster: Roster, frames: list[Frame]) -> list[Speaker]:
    """Decide the speaker of each frame; may enter nameless sources into the roster."""
    starts = {p.first: p for p in roster.phrases}
    state = _State(page, roster, starts, [])
    speakers: dict[Frame, Speaker] = {}
    for frame in sorted(frames, key=lambda f: (f.cue[0], f.content.first)):
        speaker = _decide(state, frame)
        speakers[frame] = speaker
        if speaker.actor is not None:
            state.spoken.append((frame, speaker.actor))
    return [speakers[f] for f in frames]


def _decide(state: _State, frame: Frame) -> Speaker:
    addressee = _addressee(state, frame)
    for rule in _RULES[frame.subject]:
        found = rule(state, frame)
        if found is not None:
            return found._replace(addressee=addressee)
    return Speaker(None, None, None, "no-source-named", None, addressee)


# -- the rules, in the order in which they are asked ------------------------------------------


def _behind_cue(state: _State, frame: Frame) -> Speaker | None:
    """قال فلان إن: the subject stands right behind the verb."""
    first, end = frame.gap
    k = _skip_adverbs(state.page, first, end)
    if k >= end:
        return None
    return _subject_at(state, frame, k, end, "subject-behind-cue")


def _before_cue(state: _State, frame: Frame) -> Speaker | None:
    """فلان قال إن: the subject stands before the verb, in the same clause."""
    page = state.page
    i = frame.cue[0]
    reading = page.words[i].reading(Tag.CUE)
    if reading is None or (reading.conjunction and page.raw(i - 1) not in COMMAS):
        return None
    first = _clause_start(page, i)
    relative = page.words[i - 1].tags & Tag.RELATIVE if i else 0
    if relative:
        return _antecedent(state, frame, first, i - 1)
    for k in range(first, i):
        phrase = state.starts.get(k)
        if phrase is None or phrase.preposition or phrase.kind == "place" and phrase.end != i:
            continue
        if _governed(page, k) or phrase.end > i:
            continue
        between = range(phrase.end, i)
        if all(_may_stand_between(page, n) for n in between):
            return _resolve(state, frame, phrase, "subject-before-cue", Confidence.CERTAIN)
    return None


def _antecedent(state: _State, frame: Frame, first: int, relative: int) -> Speaker | None:
    """سيول التي أكدت أن: the noun before the relative pronoun."""
    for k in range(relative - 1, first - 1, -1):
        phrase = state.starts.get(k)
        if phrase is not None and phrase.end >= relative - 1:
            return _resolve(state, frame, phrase, "antecedent-of-relative", Confidence.LIKELY)
    return None


def _in_source(state: _State, frame: Frame) -> Speaker | None:
    """وفقًا لفلان: the phrase behind the preposition is the source."""
    first, end = frame.gap
    phrase = state.starts.get(first)
    if phrase is not None:
        return _resolve(state, frame, phrase, "source-phrase", Confidence.CERTAIN)
    return _subject_at(state, frame, first, end, "source-phrase")


def _governor(state: _State, frame: Frame) -> Speaker | None:
    """مضيفًا, قوله: the subject of the clause it accompanies."""
    page = state.page
    cue = frame.cue[0]
    line_first, _ = page.line(cue)
    spoken = [
        (f, d) for f, d in state.spoken if line_first <= f.cue[0] < cue and _fits(frame, d)
    ]
    relay = _relayed(state, frame)
    if relay is not None:
        return relay
    if spoken and spoken[-1][0].cue[0] >= _sentence_first(page, cue):
        return _dropped(frame, page, spoken[-1][1], "subject-of-governing-verb", Confidence.CERTAIN)
    phrase = _main_subject(state, frame)
    if phrase is not None:
        return _resolve(state, frame, phrase, "subject-of-sentence", Confidence.LIKELY, dropped=True)
    return None


def _relayed(state: _State, frame: Frame) -> Speaker | None:
    """نقلت الوكالة عن فلان قوله: the one behind عن."""
    page = state.page
    cue = frame.cue[0]
    for k in range(cue - 1, max(_sentence_first(page, cue), cue - 16) - 1, -1):
        if page.words[k].form == "عن" and k + 1 in state.starts:
            return _resolve(state, frame, state.starts[k + 1], "relayed-source", Confidence.CERTAIN)
    return None


def _last_source(state: _State, frame: Frame) -> Speaker | None:
    """وأضاف: the last source that the verb agrees with."""
    page = state.page
    for before, draft in reversed(state.spoken):
        if before.cue[0] < frame.cue[0] and _fits(frame, draft):
            near = page.line_of[frame.cue[0]] - page.line_of[before.cue[0]] <= 1
            sure = Confidence.CERTAIN if near else Confidence.LIKELY
            return _dropped(frame, page, draft, "last-source-agreeing", sure)
    return None


def _last_person(state: _State, frame: Frame) -> Speaker | None:
    """No one has spoken yet: the last actor named before who agrees."""
    page = state.page
    cue = frame.cue[0]
    for phrase in reversed(state.roster.phrases):
        if phrase.first >= cue or phrase.kind not in (ActorKind.PERSON, "nominal"):
            continue
        draft = state.roster.by_phrase.get(phrase.first)
        if draft is not None and draft.kind == ActorKind.PERSON and _fits(frame, draft):
            return _dropped(frame, page, draft, "last-person-agreeing", Confidence.GUESS)
    return None


_RULES = {
    "after": (_behind_cue, _before_cue, _last_source, _last_person),
    "governor": (_governor, _last_source, _last_person),
    "source": (_in_source,),
    "nobody": (),
}


# -- finding the subject's phrase -------------------------------------------------------------


def _subject_at(
    state: _State, frame: Frame, k: int, end: int, rule: str
) -> Speaker | None:
    """Read the subject that begins at token *k*."""
    page = state.page
    phrase = state.starts.get(k)
    if phrase is not None and not phrase.preposition:
        draft = _apposed_name(state, phrase, end)
        if draft is not None:
            return draft
        return _resolve(state, frame, phrase, rule, Confidence.CERTAIN, limit=end)
    short = state.roster.by_phrase.get(k)
    if short is not None:
        return Speaker(short, page.span(k, k + 1), MentionForm.SHORT_NAME, rule, Confidence.CERTAIN)
    if page.words[k].tags & Tag.PREPOSITION or _has_preposition(page, k):
        return None
    name = read_name(page, k, expected=True)
    if name is not None and name.end <= end:
        span = name_span(page, name.first, name.end)
        draft = _person(state.roster, span)
        return Speaker(draft, span, MentionForm.NAME, rule, Confidence.LIKELY)
    return _noun_phrase(state, k, end, rule)


def _apposed_name(state: _State, phrase: Phrase, end: int) -> Speaker | None:
    del state, phrase, end
    return None


def _person(roster: Roster, span: Span) -> Draft:
    from malicoup.parse.names.roster import is_part, key_words

    name = clean_name(roster.page.text[span.start : span.end])
    words = key_words(name)
    known = roster.named(words)
    if known is None:
        known = next(
            (
                d
                for d in roster.bearing(words[-1])
                if d.kind == ActorKind.PERSON and is_part(words, d.words)
            ),
            None,
        )
    return known or roster.new(ActorKind.PERSON, name, span.start)


def _noun_phrase(state: _State, k: int, end: int, rule: str) -> Speaker | None:
    """A subject without a name: its noun phrase as written."""
    page = state.page
    stop = k
    while stop < end and not _ends_noun_phrase(page, k, stop):
        stop += 1
    if stop == k:
        return None
    span = page.span(k, stop)
    draft = source_of(state.roster, span)
    return Speaker(draft, span, MentionForm.NOMINAL, rule, Confidence.LIKELY)


_ADVERBIAL = frozenset({"في", "فى", "خلال", "يوم", "اليوم", "امس", "بعد", "قبل", "عبر", "عند", "لدى", "ل", "لـ", "بشان", "حول", "ردا", "امام", "اثناء", "عقب"})


def _ends_noun_phrase(page: Page, first: int, k: int) -> bool:
    word = page.words[k]
    if page.kind(k) not in "wln":
        return page.raw(k) not in "()" or k == first
    if word.tags & (Tag.THAT | Tag.RELATIVE):
        return True
    if word.form in _ADVERBIAL:
        follow = page.words[k + 1] if k + 1 < len(page) else None
        inside = (
            word.form == "في"
            and k > first
            and follow is not None
            and follow.tags & (Tag.ORG_HEAD | Tag.COUNTRY | Tag.PLACE | Tag.SEAT)
        )
        return not inside
    return k > first and _has_preposition(page, k) and not word.tags & Tag.FUNCTION


def _has_preposition(page: Page, k: int) -> bool:
    """Whether particles ل or ب are written onto the word, in every reading of it."""
    readings = page.words[k].readings
    return bool(readings) and all(r.preposition in ("ل", "ب") for r in readings)


def source_of(roster: Roster, span: Span) -> Draft:
    """The nameless source of these words, entered once."""
    from malicoup.parse.names.roster import key_words

    name = clean_name(roster.page.text[span.start : span.end])
    words = key_words(name)
    for draft in roster.drafts:
        if draft.kind == ActorKind.UNNAMED and draft.words == words:
            return draft
    return roster.new(ActorKind.UNNAMED, name, span.start)


def _skip_adverbs(page: Page, first: int, end: int) -> int:
    """Pass adverbs and time words before a subject: قال أيضًا فلان, أعلن اليوم فلان."""
    k = first
    while k < end:
        word = page.words[k]
        if page.raw(k) in COMMAS or page.raw(k) in "()-–":
            k += 1
        elif word.tags & Tag.PREPOSITION or _has_preposition(page, k):
            k = _behind_comma(page, k, end)
        elif (word.tags & Tag.ADVERB and not word.tags & (Tag.GIVEN | Tag.TITLE)) or _is_time(word):
            k += 1
        else:
            break
    return k


def _behind_comma(page: Page, k: int, end: int) -> int:
    """Pass a prepositional group: to the comma behind it, or to the end of the gap."""
    while k < end and page.raw(k) not in COMMAS:
        k += 1
    return k


def _is_time(word: Word) -> bool:
    return bool(word.tags & Tag.TIME) and not word.tags & (Tag.GIVEN | Tag.TITLE)


def _clause_start(page: Page, i: int) -> int:
    first = _sentence_first(page, i)
    for k in range(i - 1, first - 1, -1):
        if page.raw(k) in COMMAS and i - k > 1:
            return k + 1 if not _inside_apposition(page, first, k, i) else first
    return first


def _inside_apposition(page: Page, first: int, k: int, i: int) -> bool:
    """Whether the comma at *k* closes an apposition of a subject: فلان، وزير كذا، قال."""
    return page.raw(i - 1) in COMMAS and k == i - 1 and first < k


def _sentence_first(page: Page, i: int) -> int:
    k = i
    while k > 0 and page.sentence_end[k - 1] != k - 1:
        k -= 1
    return k


def _governed(page: Page, k: int) -> bool:
    """Whether a preposition or a construct governs the phrase at token *k*."""
    return k > 0 and bool(page.words[k - 1].tags & Tag.PREPOSITION)


def _may_stand_between(page: Page, n: int) -> bool:
    """Adverbs, time words, قد, brackets may stand between a subject and its verb."""
    word = page.words[n]
    raw = page.raw(n)
    if raw in COMMAS or raw in "()-–":
        return True
    if word.form in ("قد", "كان", "كانت", "سوف", "لا", "لم", "نفسه", "نفسها", "ايضا"):
        return True
    return bool(word.tags & Tag.ADVERB) or _is_time(word) or page.kind(n) == "n"


def _main_subject(state: _State, frame: Frame) -> Phrase | None:
    """The first free actor phrase of the sentence: its subject, more often than not."""
    page = state.page
    cue = frame.cue[0]
    for k in range(_sentence_first(page, cue), cue):
        phrase = state.starts.get(k)
        if phrase is None or phrase.preposition or _governed(page, k) or phrase.kind == "place":
            continue
        draft = state.roster.by_phrase.get(k)
        if draft is None or _fits(frame, draft):
            return phrase
    return None


# -- resolving a phrase -----------------------------------------------------------------------


def _resolve(
    state: _State,
    frame: Frame,
    phrase: Phrase,
    rule: str,
    confidence: Confidence,
    *,
    limit: int | None = None,
    dropped: bool = False,
) -> Speaker:
    """The actor that a phrase means."""
    span = phrase.name or phrase.title or state.page.span(phrase.first, phrase.end)
    draft = state.roster.by_phrase.get(phrase.first)
    form = MentionForm.NAME if phrase.name else MentionForm.NOMINAL
    if draft is None:
        draft, rule, confidence = _resolve_nominal(state, frame, phrase, rule, confidence, limit)
    if dropped:
        end = state.page.tokens.ends[frame.cue[1] - 1]
        return Speaker(draft, Span(start=end, end=end), MentionForm.DROPPED, rule, confidence)
    return Speaker(draft, span, form, rule, confidence)


def _resolve_nominal(
    state: _State,
    frame: Frame,
    phrase: Phrase,
    rule: str,
    confidence: Confidence,
    limit: int | None,
) -> tuple[Draft, str, Confidence]:
    page, roster = state.page, state.roster
    if phrase.kind == "place":
        return _government(roster, phrase), "place-for-government", Confidence.LIKELY
    if phrase.definite and phrase.number == "s":
        known = _bearer(state, frame, phrase)
        if known is not None:
            return known, f"{rule}-by-title", Confidence.LIKELY
    end = phrase.end
    stop = limit if limit is not None else phrase.end
    while end < stop and not _ends_noun_phrase(page, phrase.first, end):
        end += 1
    start = phrase.title.start if phrase.title else page.tokens.starts[phrase.first]
    span = Span(start=start, end=page.tokens.ends[end - 1])
    return source_of(roster, span), rule, confidence


def _bearer(state: _State, frame: Frame, phrase: Phrase) -> Draft | None:
    """Someone named before who bears this title or is of this kind: الوزير, الشركة, الباحثة."""
    roster = state.roster
    for _, draft in reversed(state.spoken):
        if _bears(draft, phrase, roster):
            return draft
    best = None
    for draft in roster.drafts:
        if _bears(draft, phrase, roster) and draft.order < phrase.first + 10**9:
            near = draft.order <= state.page.tokens.starts[phrase.first]
            if near or best is None:
                best = draft
    if best is None and phrase.head in _BACKREFERENCES:
        best = next((d for _, d in reversed(state.spoken) if _fits(frame, d)), None)
    return best


def _bears(draft: Draft, phrase: Phrase, roster: Roster) -> bool:
    if phrase.head not in draft.heads:
        return False
    if phrase.gender and draft.gender and phrase.gender != draft.gender:
        return False
    return not (phrase.country and draft.country and phrase.country != draft.country)


def _government(roster: Roster, phrase: Phrase) -> Draft:
    """The government that a capital stands for, under the capital's name."""
    assert phrase.name is not None
    span = phrase.name
    name = clean_name(roster.page.text[span.start : span.end])
    for draft in roster.drafts:
        if draft.kind == ActorKind.GOVERNMENT and draft.name == name:
            return draft
    draft = roster.new(ActorKind.GOVERNMENT, name, span.start)
    draft.country = phrase.country
    return draft


def _dropped(
    frame: Frame, page: Page, draft: Draft, rule: str, confidence: Confidence
) -> Speaker:
    end = page.tokens.ends[frame.cue[1] - 1]
    return Speaker(draft, Span(start=end, end=end), MentionForm.DROPPED, rule, confidence)


def _fits(frame: Frame, draft: Draft) -> bool:
    """Whether the cue's form agrees with an actor."""
    if frame.number == "p" and draft.kind in (ActorKind.PERSON, ActorKind.MEDIA):
        return False
    if frame.gender is None or draft.gender is None:
        return True
    return frame.gender == draft.gender


def _addressee(state: _State, frame: Frame) -> Draft | None:
    """لـ DW, لصحيفة كذا between cue and words: to whom it was said."""
    page = state.page
    for k in range(frame.gap[0], frame.gap[1]):
        led = page.words[k - 1].form in ("ل", "لـ")
        phrase = state.starts.get(k) or (state.starts.get(k + 1) if page.raw(k) in "«\"“" else None)
        if phrase is not None and (led or phrase.preposition == "ل"):
            draft = state.roster.by_phrase.get(phrase.first)
            if draft is not None and draft.kind in (ActorKind.MEDIA, ActorKind.ORGANIZATION):
                return draft
    return None
