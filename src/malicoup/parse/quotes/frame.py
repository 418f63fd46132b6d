"""A reporting frame: a cue, what it reports, and where its subject may stand."""

from __future__ import annotations

from attrs import define

from malicoup.lexicon.build import CueData
from malicoup.lexicon.words import Reading, Tag
from malicoup.model import Confidence, QuoteStyle, Stance
from malicoup.parse.page import Page

_MINIMUM_DIRECT = 4


@define(unsafe_hash=True)
class Content:
    """What is reported: tokens, half-open, style, and the parts in marks (pairs by token)."""

    first: int
    end: int
    style: QuoteStyle
    quoted: tuple[tuple[int, int], ...]


@define(unsafe_hash=True)
class Frame:
    """One cue with its content.

    Attributes:
        cue: Tokens of the cue.
        lemma, stance: Of the cue.
        content: What is reported.
        gap: Tokens between cue and content, where a subject behind the cue stands.
        gender, number, person: What the cue's form says of its subject (None: nothing).
        subject: Where to look: ``after`` the cue, ``before`` it, ``dropped`` (with the last
            source), ``governor`` (the subject of the verb it accompanies), ``source`` (the
            gap itself is the source), ``nobody``.
        rule: The rule that found it.
        confidence: How surely this is reported speech.
    """

    cue: tuple[int, int]
    lemma: str
    stance: Stance
    content: Content
    gap: tuple[int, int]
    gender: str | None
    number: str | None
    person: int | None
    subject: str
    rule: str
    confidence: Confidence


@define(unsafe_hash=True)
class CueWord:
    """A reporting word on the page."""

    token: int
    reading: Reading
    data: CueData


def quote_id(n: int) -> str:
    """The id of the quote that is made of frame number *n*."""
    return f"q{n + 1}"


def words_in(page: Page, first: int, end: int) -> int:
    """How many words (and numbers) the tokens hold."""
    before = page.words_before
    return before[min(end, len(page))] - before[first] if first < min(end, len(page)) else 0


def is_long(page: Page, first: int, end: int) -> bool:
    """Whether words in marks are long enough to be speech and no name or scare quote."""
    return words_in(page, first, end) >= _MINIMUM_DIRECT


def cue_words(page: Page) -> list[CueWord]:
    """Every token that may report, in text order."""
    found: list[CueWord] = []
    cues = Tag.CUE | Tag.CUE_PARTICIPLE | Tag.CUE_NOUN
    for i, word in enumerate(page.words):
        if word.tags & cues:
            reading = _cue_reading(page, i)
            if reading is not None and may_report(page, i, reading):
                found.append(CueWord(i, reading, reading.entry.data))
    return found


#: Words behind which the same letters are a verbal noun: عدم نشر.
_VERBAL_NOUNS = frozenset({"عدم", "بعدم", "لعدم", "وعدم", "دون", "بدون", "غير", "اعادة", "باعادة"})
#: علما أن: the writer's own remark, though the letters are a verb of two as well.
_REMARKS = frozenset({"علما", "وعلما"})
_DENIALS = frozenset({"لم", "لا", "ولم", "فلم", "الم"})


_SHADDA = "\u0651"


def may_report(page: Page, i: int, reading: Reading) -> bool:
    """Whether a word that looks like a cue can be one here.

    A preposition of the same letters (عبر) is none unless a complement follows; a shortened
    form needs its negation (يجب is no "he did not answer").
    """
    word = page.words[i]
    if word.tags & Tag.FUNCTION and not (reading.pronoun or reading.conjunction):
        if _SHADDA in page.raw(i):  # بيّن is no "between"
            return True
        return i + 1 < len(page) and page.words[i + 1].form == "عن"
    if i > 0 and page.words[i - 1].form in _VERBAL_NOUNS:
        return False
    if word.form in _REMARKS:
        return False
    entry = reading.entry
    if entry.number == "d" and entry.tense == "perfect" and i + 1 < len(page):
        if page.words[i + 1].tags & Tag.PREPOSITION:  # ردًا على: a verbal noun, no dual
            return False
    finite = bool(reading.entry.tag & Tag.CUE)
    if finite and i > 0 and page.words[i - 1].tags & Tag.PREPOSITION and not reading.conjunction:
        return page.words[i - 1].form in ("قبل", "بعد", "منذ")
    if reading.entry.tense == "jussive":
        return i > 0 and page.words[i - 1].form in _DENIALS
    return True


def shares_form(page: Page, i: int) -> bool:
    """Whether another verb, none of speech, is written alike (تبلغ of بلغ and of أبلغ)."""
    readings = page.words[i].readings
    cues = {r.entry.lemma for r in readings if r.entry.tag & Tag.CUE}
    return any(
        r.entry.tag & Tag.VERB
        and r.entry.person == 3
        and r.entry.lemma not in cues
        and not r.pronoun
        for r in readings
    )


_IN_IT = frozenset({"في", "فى", "فيه", "فيها", "فيهما"})


def _fits_place(page: Page, i: int, reading: Reading) -> bool:
    """ورد في البيان is "it stood", ورد المتحدث "and he replied"."""
    if getattr(reading.entry.data, "kind", "") != "document":
        return True
    return i + 1 < len(page) and page.words[i + 1].form in _IN_IT


def _cue_reading(page: Page, i: int) -> Reading | None:
    word = page.words[i]
    for tag in (Tag.CUE, Tag.CUE_PARTICIPLE, Tag.CUE_NOUN):
        for reading in word.readings:
            if reading.entry.tag & tag and not reading.article and _fits_place(page, i, reading):
                return reading
    return word.reading(Tag.CUE_NOUN)
