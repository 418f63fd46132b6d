"""What the scan of names hands on: a phrase that names or describes an actor."""

from __future__ import annotations

from attrs import define

from malicoup.lexicon.build import lexicon
from malicoup.lexicon.words import Tag, Word
from malicoup.model import Span
from malicoup.parse.page import Page


@define(unsafe_hash=True)
class Phrase:
    """One noun phrase that stands for an actor.

    Attributes:
        first, end: Its tokens, half-open; titles and complements included.
        kind: An actor kind, or ``nominal`` for a description of someone named elsewhere.
        name: Characters of the proper name (attached particles left out), or None.
        title: Characters of title, rank or description before the name, or None.
        title_class: Class of the title (rank, honorific, office, profession, person), or "".
        head: Lemma of the head noun (title, head of the organisation), or "".
        country: ISO code told by the phrase itself.
        gender: ``m`` or ``f`` where title or name show it.
        number: ``s``, ``d`` or ``p``.
        definite: Whether the phrase is definite.
        canonical: The name as the lexicon writes it, where the lexicon knows the actor.
        preposition: Particle written onto the first word (ل, ب …), or "".
        rule: The rule that read it.
    """

    first: int
    end: int
    kind: str
    rule: str
    name: Span | None = None
    title: Span | None = None
    title_class: str = ""
    head: str = ""
    country: str | None = None
    gender: str | None = None
    number: str = "s"
    definite: bool = True
    canonical: str | None = None
    preposition: str = ""


def attached(word: Word, page: Page, i: int, stem_form: str) -> int:
    """How many characters of token *i* belong to particles before the stem *stem_form*.

    Diacritics are skipped: they belong to the letter before them.
    """
    drop = len(word.form) - len(stem_form)
    if stem_form.startswith("ال") and not word.form.endswith(stem_form):
        drop = 1 + (word.form[0] in "وف" and not word.form.startswith("لل"))  # لل = ل + ال
    raw = page.tokens.raws[i]
    position = letters = 0
    while letters < drop and position < len(raw):
        letters += not _is_mark(raw[position])
        position += 1
    while position < len(raw) and _is_mark(raw[position]):
        position += 1
    return position


def letters(page: Page, i: int, form: str) -> int:
    """Characters of token *i* from the stem *form* on."""
    if form == page.words[i].form:
        return len(page.raw(i))
    return len(page.raw(i)) - attached(page.words[i], page, i, form)


def _is_mark(char: str) -> bool:
    return "\u064b" <= char <= "\u065f" or char in "\u0670\u0640"


def name_text(page: Page, span: Span) -> str:
    """The words at *span* as a name: the article that fuses with a particle is restored.

    In للبيت الأبيض the span begins behind the first ل; the name is البيت الأبيض.
    """
    words = page.text[span.start : span.end]
    before = page.text[max(span.start - 2, 0) : span.start]
    particle = before.endswith("ل") and (not before[:-1].isalpha() or before in ("ول", "فل"))
    if particle and words.startswith("ل"):
        word = lexicon().word(words.split()[0])
        named = word.tags & (Tag.GIVEN | Tag.SURNAME) or any(
            r.entry.tag & Tag.ORG_HEAD and not r.preposition for r in word.readings
        )  # للجنة كذا is a committee, no paradise
        words = words if named else "ا" + words
    for mark in _MARKS_AND_TAGS:
        words = words.replace(mark, " ")
    return " ".join(words.split()).strip(_EDGES)


#: Marks around a part of a name (صحيفة «كذا») and signs of hashtags are no part of it.
_MARKS_AND_TAGS = '«»"“”#_'
_EDGES = "«»\"“”'‘’،,.:؛() "


def name_span(page: Page, first: int, end: int, stem_form: str | None = None) -> Span:
    """Characters of the tokens, without the particles before *stem_form* on the first one."""
    start = page.tokens.starts[first]
    if stem_form is not None and stem_form != page.words[first].form:
        start += attached(page.words[first], page, first, stem_form)
    return Span(start=start, end=page.tokens.ends[end - 1])


def words_of(page: Page, phrase: Phrase) -> Span:
    """The words of a phrase that name or describe the actor."""
    return phrase.name or phrase.title or page.span(phrase.first, phrase.end)
