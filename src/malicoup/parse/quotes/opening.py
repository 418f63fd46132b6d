"""What opens the words behind a cue, and where they must end.

A complementizer opens them, a colon, marks, or كون.
"""

from __future__ import annotations

from malicoup.lexicon.words import Tag, Word
from malicoup.model import QuoteStyle
from malicoup.parse._words import word_set
from malicoup.parse.page import Page
from malicoup.parse.quotes.content import COMMAS, skip_commas
from malicoup.parse.quotes.frame import Content, CueWord, is_long, may_report, shares_form, words_in
from malicoup.text.fold import fold
from malicoup.text.marks import MarkFault

_REACH = 60


PREPOSITIONS = frozenset({"الى", "على", "من", "عن", "في", "ب", "ل", "بـ", "لـ"})


#: كون with what it governs; كونه alone gives a reason more often than what was said.
_BEING = frozenset({"كون", "بكون", "بكونه", "بكونها", "بكونهم", "بكونهما"})


def find_opening(page: Page, cue: CueWord, limit: int) -> tuple[str, int] | None:
    """What opens the content behind a cue.

    Returns:
        ``("that", token)``, ``("colon", token)``, ``("marks", token)`` or
        ``("like", token)`` (كون), or None where nothing opens before *limit*.
    """
    k = cue.token + 1
    stop = min(limit, cue.token + _REACH)
    words, raws = page.words, page.raws
    while k < stop:
        word, raw = words[k], raws[k]
        if word.tags & Tag.THAT and _is_complementizer(page, k):
            return "that", k
        if word.form in _BEING:
            return "like", k
        if raw == ":" and not _is_clock(page, k):
            return "colon", k
        pair = page.pair_at.get(k)
        if pair is not None:
            if (
                is_long(page, pair.open + 1, pair.close)
                and not _is_addressee(page, k)
                and not names_body(page, k)
            ):
                return "marks", k
            k = pair.close + 1 if pair.closed else pair.close
            continue
        if word.tags & Tag.CUE and k > cue.token + 1 and _competes(page, k):
            return None
        if word.tags & Tag.CUE_PARTICIPLE and _accompanies(page, k) and page.raw(k - 1) in COMMAS:
            return None
        k += 1
    return None


def _is_complementizer(page: Page, k: int) -> bool:
    """إن behind a cue; not "if", not لأن, not the أن of بعد أن, إلا أن, يجب أن."""
    reading = page.words[k].reading(Tag.THAT)
    if reading is None or reading.preposition not in ("", "ب") or reading.conjunction:
        return False
    before = page.words[k - 1]
    if before.form in PREPOSITIONS:
        return True
    if k > 1 and page.words[k - 2].form == "من" and before.form.startswith("ال"):
        return not before.tags & Tag.ADJECTIVE  # من المقرر أن: what is planned
    if before.tags & Tag.FUNCTION and not before.tags & (
        Tag.ADVERB | Tag.PRONOUN | Tag.DEMONSTRATIVE
    ):
        return False
    return not (before.tags & Tag.VERB and not before.tags & _NO_VERB)


#: What else a word before إن may be, so that it need not be a verb (the name صعب).
_NO_VERB = Tag.CUE | Tag.NOUN | Tag.GIVEN | Tag.PLACE | Tag.ADJECTIVE | Tag.SURNAME | Tag.TITLE


def _is_clock(page: Page, k: int) -> bool:
    return page.kind(k - 1) == "n" and page.kind(k + 1) == "n"


def _is_addressee(page: Page, k: int) -> bool:
    """لـ«الشرق الأوسط»: a name in marks, not speech."""
    return page.words[k - 1].form in ("ل", "لـ", "ب")


_NAME_WORDS = 7


def names_body(page: Page, k: int) -> bool:
    """منظمة «عين على المال العام»: marks right behind a bare head noun hold the body's name."""
    if k and _heads_title(page.words[k - 1]):
        return words_in(page, k + 1, page.pair_at[k].close) <= _NAME_WORDS
    reading = page.words[k - 1].reading(Tag.ORG_HEAD) if k else None
    if reading is None or reading.article or reading.pronoun or reading.entry.number == "p":
        return False
    return words_in(page, k + 1, page.pair_at[k].close) <= _NAME_WORDS


def _heads_title(word: Word) -> bool:
    """جائزة «كذا», روايته «كذا»: a noun of a work, bare or with its author's pronoun."""
    return any(
        fold(r.entry.lemma) in word_set("titled_works") and not r.article for r in word.readings
    )


def _competes(page: Page, k: int) -> bool:
    """Whether another finite cue at *k* takes what follows for itself."""
    word = page.words[k]
    if word.tags & (Tag.NOUN | Tag.TITLE | Tag.CUE_NOUN | Tag.ORG_HEAD | Tag.GIVEN):
        return False
    if page.words[k - 1].tags & Tag.RELATIVE:
        return False
    reading = word.reading(Tag.CUE)
    if reading is None or reading.entry.person != 3 or reading.pronoun:
        return False
    return may_report(page, k, reading) and not shares_form(page, k)


def _accompanies(page: Page, k: int) -> bool:
    reading = page.words[k].reading(Tag.CUE_PARTICIPLE)
    return reading is not None and reading.entry.tense == "circumstance" and not reading.article


def relative_end(page: Page, token: int) -> int:
    """Where the words of a cue must end: with its sentence, or with the relative clause.

    A relative clause between two commas (فلان، الذي يُعتقد أنه كذا، فعل …) ends at the second.
    """
    end = page.sentence_end[token]
    if token > 1 and page.words[token - 1].tags & Tag.RELATIVE and page.raw(token - 2) in COMMAS:
        return next((k for k in range(token + 1, end) if page.raw(k) in COMMAS), end)
    return end


def gap_end(page: Page, first: int, at: int) -> int:
    """The gap without the preposition of the complementizer (إلى أن, على أن)."""
    if at > first and page.words[at - 1].form in PREPOSITIONS:
        return at - 1
    return at


def lost_opening(page: Page, at: int) -> Content | None:
    """موضحًا: كذا كذا": a closing mark shows that an opening one was lost behind the colon."""
    first = skip_commas(page, at + 1)
    line_end = page.line(at)[1]
    if first in page.pair_at or first >= line_end:
        return None
    closing = page.once(_never_opened)
    if not closing:
        return None
    for k in range(first, line_end):
        if k > first and k in closing and is_long(page, first, k):
            return Content(first, k, QuoteStyle.DIRECT, ((first, k),))
        if k in page.pair_at or page.raw(k) == ":":
            return None
    return None


def _never_opened(page: Page) -> frozenset[int]:
    """Marks that close what no mark opened."""
    faults = page.marks.faults
    return frozenset(f.token for f in faults if f.kind is MarkFault.NEVER_OPENED)
