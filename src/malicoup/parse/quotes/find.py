"""All reporting frames of a page, and which of two that claim the same words prevails."""

from __future__ import annotations

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, QuoteStyle
from malicoup.parse._words import word_set
from malicoup.parse.names.carried import goes_on
from malicoup.parse.names.phrase import Phrase
from malicoup.parse.page import Page
from malicoup.parse.quotes.according import according_frames
from malicoup.parse.quotes.continued import continued_frames
from malicoup.parse.quotes.finite import finite_frames
from malicoup.parse.quotes.frame import CueWord, Frame, cue_words
from malicoup.parse.quotes.interview import read_interview
from malicoup.parse.quotes.other import (
    headline_frame,
    noun_frames,
    these_words_frame,
    verb_behind_frames,
)
from malicoup.parse.quotes.settle import settle


def find_frames(page: Page, phrases: list[Phrase]) -> list[Frame]:
    """The reporting frames of a page in text order of their content."""
    by_start = {p.first: p for p in phrases}
    frames: list[Frame] = []
    interview = read_interview(page)
    frames.extend(interview.frames)
    for n in _headlines(page):
        frame = None if n in interview.lines else headline_frame(page, n, by_start)
        if frame is not None:
            frames.append(frame)
    named = {k for p in phrases if p.name is not None for k in _name_tokens(page, p)}
    named.update(k for k in range(1, len(page)) if _is_of_particle(page, k))
    cues = [c for c in cue_words(page) if not _in_speech(page, c.token) and c.token not in named]
    for cue in cues:
        frames.extend(_frames_of(page, cue, by_start))
    claimed = {f.content.first - 1 for f in frames if f.content.style is QuoteStyle.DIRECT}
    for cue in cues:
        if cue.reading.entry.tag & Tag.CUE:
            frames.extend(verb_behind_frames(page, cue, claimed))
    according = Tag.ACCORDING
    for i, word in enumerate(page.words):
        if word.tags & Tag.DEMONSTRATIVE and i + 1 < len(page):
            pointed = these_words_frame(page, i, claimed)
            frames += [pointed] if pointed is not None else []
        if word.head_tags & according and not _in_speech(page, i):
            frames.extend(according_frames(page, i, by_start, page.sentence_start))
    settled = settle(frames)
    return settle([*settled, *continued_frames(page, settled)])


def _is_of_particle(page: Page, k: int) -> bool:
    """أبو زيد: behind a particle that takes a genitive stands no verb."""
    before = page.words[k - 1]
    if before.tags & (Tag.FUNCTION | Tag.VERB | Tag.NOUN | Tag.TITLE):  # أم: or; ولد: was born
        return False
    reading = before.reading(Tag.NAME_PARTICLE)
    return reading is not None and reading.entry.data == "before" and goes_on(page, k)


def _name_tokens(page: Page, p: Phrase) -> range:
    """The tokens of a person's name but its first: أبو زيد is no verb."""
    if p.kind != ActorKind.PERSON or p.name is None:
        return range(0)
    return range(page.tokens.at(p.name.start) + 1, p.end)


def _headlines(page: Page) -> list[int]:
    return [n for n in range(len(page.layout.lines)) if n != page.layout.source_line]


def _frames_of(page: Page, cue: CueWord, phrases: dict[int, Phrase]) -> list[Frame]:
    tag = cue.reading.entry.tag
    if tag & Tag.CUE_NOUN:
        return noun_frames(page, cue, phrases)
    if tag & Tag.CUE_PARTICIPLE and (_is_his_noun(page, cue) or not _accompanies(page, cue)):
        return []
    if cue.token == page.sentence_start[cue.token] and page.raw(cue.token + 1) == ":":
        if page.words[cue.token].form in word_set("page_labels"):  # ملاحظة: تغلق الأبواب …
            return []
    if tag & Tag.CUE and cue.reading.entry.person != 3:
        return []
    return finite_frames(page, cue)


def _is_his_noun(page: Page, cue: CueWord) -> bool:
    """ومقره في كذا: "its seat", no "admitting" with a misspelt ending."""
    return bool(cue.reading.pronoun) or (
        page.raw(cue.token).endswith("ه")
        and any(r.pronoun and r.entry.tag & Tag.NOUN for r in page.words[cue.token].readings)
    )


def _accompanies(page: Page, cue: CueWord) -> bool:
    """Whether a participle stands beside a verb (…، مضيفة) and is no adjective (قوة معارضة).

    The masculine accusative shows it by its ending; the others by a pause before them.
    """
    if cue.reading.entry.tense != "circumstance":
        return False
    i = cue.token
    if page.words[i].form.endswith("ا") or cue.reading.conjunction:
        return True
    if i == 0 or page.kind(i - 1) != "w" or page.words[i - 1].tags & Tag.VERB:
        return True
    # رفض النواب التصويت معتبرين أن: an adjective would take the article of its noun.
    noun, behind = page.words[i - 1], page.words[i + 1 : i + 3]
    return noun.form.startswith("ال") and any(word.tags & Tag.THAT for word in behind)


def _in_speech(page: Page, i: int) -> bool:
    """Whether token *i* stands inside marks that hold speech."""
    pair = page.inside[i]
    return pair is not None and pair.close - pair.open > 4
