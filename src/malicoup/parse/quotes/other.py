"""Frames without a finite verb before the words.

Nouns of speech, headlines, quotes with their verb behind them.
"""

from __future__ import annotations

from functools import cache

from malicoup.lexicon._load import rows
from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, Confidence, Stance
from malicoup.parse.names.person import read_name
from malicoup.parse.names.phrase import Phrase
from malicoup.parse.page import Page
from malicoup.parse.quotes.content import COMMAS, clause, in_marks, skip_commas
from malicoup.parse.quotes.frame import Content, CueWord, Frame, shares_form, words_in
from malicoup.parse.quotes.opening import find_opening, gap_end
from malicoup.text.fold import fold

_HEADLINE_WORDS = 9


_NOUN_REACH = 9


#: What may stand between a noun of speech and its words: قوله في مقابلة إن.
_LEADS_ON = frozenset({"في", "فى", "خلال", "ل", "لـ"})


def noun_frames(page: Page, cue: CueWord, phrases: dict[int, Phrase]) -> list[Frame]:
    """Nouns of speech with a pronoun or a source: قوله إن…, بقولها «…», تأكيد فلان أن…."""
    reading = cue.reading
    limit = page.sentence_end[cue.token]
    found = find_opening(page, cue, limit)
    if found is None:
        return []
    how, at = found
    pronoun = reading.pronoun
    if how == "that" and not (pronoun or reading.article):
        return _noun_of(page, cue, at, phrases.get(cue.token + 1))
    near = at - cue.token <= 2 or (
        at - cue.token <= _NOUN_REACH and page.words[cue.token + 1].form in _LEADS_ON
    )
    if not (pronoun and near) and not (cue.token + 1 == at and reading.preposition == "ب"):
        return []
    content = in_marks(page, at) if how == "marks" else _noun_content(page, how, at, limit)
    if content is None:
        return []
    gender, number = _PRONOUN.get(pronoun, (None, None))
    return [
        Frame(
            (cue.token, cue.token + 1),
            cue.data.lemma,
            cue.data.stance,
            content,
            (cue.token + 1, cue.token + 1),
            gender,
            number,
            3 if pronoun else None,
            "governor",
            f"noun-{how}",
            Confidence.CERTAIN,
        )
    ]


def _noun_of(page: Page, cue: CueWord, at: int, source: Phrase | None) -> list[Frame]:
    """تأكيد فلان أن, قول الوزير إن: the noun, whose it is, and the complementizer at once."""
    first = cue.token + 1
    if source is not None and source.kind != "place" and not source.preposition:
        end = source.end
    elif page.words[first].tags & (Tag.TITLE | Tag.UNNAMED):
        end = first + 1
    else:
        return []
    if gap_end(page, end, at) != end or first >= end:
        return []
    content = clause(page, at + 1, page.sentence_end[cue.token])
    if content is None:
        return []
    return [
        Frame(
            (cue.token, cue.token + 1), cue.data.lemma, cue.data.stance, content,
            (first, end), None, None, None, "source", "noun-of-source",
            Confidence.LIKELY,
        )
    ]  # fmt: skip


_PRONOUN = {
    "ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": (None, "d"), "هن": ("f", "p"),
}  # fmt: skip


def _noun_content(page: Page, how: str, at: int, limit: int) -> Content | None:
    if how == "colon":
        first = skip_commas(page, at + 1)
        return in_marks(page, first) if first in page.pair_at else clause(page, first, limit)
    return clause(page, at + 1, limit)


def headline_frame(page: Page, line: int, phrases: dict[int, Phrase]) -> Frame | None:
    """A headline or a line "فلان: …": the words before the colon are the source."""
    first, end = page.layout.lines[line].first, page.layout.lines[line].last
    first = _behind_flag(page, first, end)
    for k in range(first, min(first + _HEADLINE_WORDS, end)):
        if page.raws[k] == ":":
            if k == first or not _is_source(page, first, k, phrases):
                return None
            content = _headline_content(page, k + 1, end)
            if content is None or _asks_about(page, first, end, phrases):
                return None
            return Frame(
                (k, k + 1), ":", Stance.NEUTRAL, content, (first, k), None, None, None, "source",
                "headline-colon", Confidence.LIKELY,
            )  # fmt: skip
        tags = page.words[k].tags
        if tags & (Tag.CUE | Tag.THAT) and not tags & _NOMINAL:
            return None
    return None


def _asks_about(page: Page, first: int, end: int, phrases: dict[int, Phrase]) -> bool:
    """مالي: ما مصير القوة؟ — a question behind a land or a body is the desk's, not theirs."""
    about = phrases.get(first)
    asked = any(page.raw(k)[0] in "؟?" for k in range(max(first, end - 2), end))
    return asked and about is not None and about.kind != ActorKind.PERSON


_FLAGS = frozenset({"عاجل", "خاص", "حصري"})


def _behind_flag(page: Page, first: int, end: int) -> int:
    """عاجل.. فلان: … — the token behind the flag that a desk puts before a headline."""
    if first >= end or page.words[first].form not in _FLAGS or page.kind(first + 1) in "wln":
        return first
    k = first + 1
    while k < end and page.kind(k) not in "wl":
        k += 1
    return k


_NOMINAL = Tag.NOUN | Tag.TITLE | Tag.GIVEN | Tag.ORG_HEAD | Tag.COUNTRY | Tag.PLACE | Tag.CUE_NOUN


def _headline_content(page: Page, first: int, end: int) -> Content | None:
    if is_name_alone(page, first, end):  # بغداد: فلان الفلاني: a byline
        return None
    if first in page.pair_at:
        whole = in_marks(page, first)
        if whole is not None and page.pair_at[first].close >= end - 2:
            return whole
    return clause(page, first, end)


def is_name_alone(page: Page, first: int, end: int) -> bool:
    """Whether a person's name fills the tokens."""
    name = read_name(page, first, expected=True) if first < end else None
    return name is not None and all(page.kind(k) not in "wln" for k in range(name.end, end))


def _is_source(page: Page, first: int, end: int, phrases: dict[int, Phrase]) -> bool:
    """Whether one actor phrase (with a short tail) fills the words before the colon."""
    if page.words[first].form in _labels():
        return False
    read = phrases.get(first)
    end = _before_addressee(page, first, end)
    if read is not None and read.rule == "unnamed-source" and read.title_class == "document":
        return read.end == end and _tells(page, end + 1)  # دراسة: كذا يحمي من كذا
    if read is None:
        return words_in(page, first, end) <= 2 and not page.words[first].tags & ~_NAMES
    if _is_land(read) and not _tells(page, end + 1):
        return False
    if read.kind != "place" and page.words[read.end].tags & Tag.PREPOSITION:
        return True  # فلان خلال جلسة كذا: …
    return (read.end >= end - 2 and read.kind != "place") or read.end == end


_NAMES = Tag.GIVEN | Tag.SURNAME | Tag.NAME_PARTICLE


def _before_addressee(page: Page, first: int, end: int) -> int:
    """فلان لـ«الصحيفة»: … — the token behind the source, the one spoken to left out."""
    for k in range(first + 1, end):
        if (
            page.raw(k) in ("لـ", "ل")
            and k + 1 in page.pair_at
            and page.pair_at[k + 1].close == end - 1
        ):
            return k
    return end


@cache
def _labels() -> frozenset[str]:
    return frozenset(fold(word) for (word,) in rows("page_labels"))


def _is_land(read: Phrase) -> bool:
    return read.kind in (ActorKind.COUNTRY, "place") and read.rule == "lexicon"


def _tells(page: Page, first: int) -> bool:
    """إيران: لن نقبل: a country speaks in a clause; before a bare noun it says where.

    على at the head says what others must do.
    """
    if first in page.pair_at or page.words[first].form == "على":
        return True
    return any(
        page.words[k].tags & (Tag.VERB | Tag.NEGATION | Tag.PRONOUN)
        and not page.words[k].tags & (Tag.NOUN | Tag.ADJECTIVE | Tag.PREPOSITION)
        for k in range(first, min(first + 4, len(page)))
    )


def verb_behind_frames(page: Page, cue: CueWord, claimed: set[int]) -> list[Frame]:
    """«…»، قال فلان: the verb stands right behind the marks."""
    k = cue.token - 1
    while k >= 0 and (
        page.raw(k) in COMMAS or page.words[k].form in ("هكذا", "كما", "هذا", "ما", "بهذه")
    ):
        k -= 1
    pair = page.pair_to.get(k)
    if pair is None or pair.open in claimed or cue.reading.conjunction:
        return []
    if shares_form(page, cue.token) or not (
        cue.data.kind == "say" or _stands_alone(page, cue, pair.open)
    ):
        return []
    content = in_marks(page, pair.open)
    if content is None:
        return []
    entry = cue.reading.entry
    end = cue.token + 1
    limit = page.sentence_end[cue.token]
    if page.words[cue.token - 1].form == "كما" and not _is_tail(page, end, limit):
        return []  # «…»، كما نفى فلان كذا: a clause of its own
    while end < limit and page.raw(end) not in COMMAS and page.raw(end) not in '«"“:':
        end += 1
    return [
        Frame(
            (cue.token, cue.token + 1),
            cue.data.lemma,
            cue.data.stance,
            content,
            (cue.token + 1, end),
            entry.gender,
            entry.number,
            entry.person,
            "after",
            "marks-verb",
            Confidence.CERTAIN,
        )
    ]


_POINTING = frozenset({"بهذه", "بتلك", "بهذا"})
_WORDS_SAID = frozenset({"الكلمات", "العبارة", "الجملة", "العبارات", "الجمل", "الكلام"})


def these_words_frame(page: Page, i: int, claimed: set[int]) -> Frame | None:
    """«…»، بهذه الكلمات ختم فلان حديثه: quoted words that the next clause points back to."""
    if page.words[i].form not in _POINTING or page.words[i + 1].form not in _WORDS_SAID:
        return None
    k = i - 1
    while k >= 0 and (page.raw(k) in COMMAS or page.kind(k) == "b"):
        k -= 1
    pair = page.pair_to.get(k)
    verb = page.words[i + 2].reading(Tag.VERB) if i + 2 < len(page) else None
    content = in_marks(page, pair.open) if pair is not None and pair.open not in claimed else None
    if content is None or verb is None:
        return None
    return Frame(
        (i, i + 2), "كلمة", Stance.NEUTRAL, content, (i + 3, page.sentence_end[i]),
        verb.entry.gender, verb.entry.number, verb.entry.person, "after", "marks-these-words",
        Confidence.LIKELY,
    )  # fmt: skip


def _stands_alone(page: Page, cue: CueWord, opening: int) -> bool:
    """«…»، يتذكر فلان: words that open the sentence, and a verb with its subject that closes it."""
    first = page.sentence_start[cue.token]
    return (
        opening <= first
        and page.raw(cue.token - 1) in COMMAS
        and _is_tail(page, cue.token + 1, page.sentence_end[cue.token])
    )


def _is_tail(page: Page, first: int, limit: int) -> bool:
    """Whether only a short subject stands between the verb and the end of the sentence."""
    return limit - first <= 8 and not any(
        page.words[k].tags & Tag.VERB for k in range(first, limit)
    )
