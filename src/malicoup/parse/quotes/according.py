"""According-to phrases: before, inside or after the clause for which they name the source."""

from __future__ import annotations

from malicoup.lexicon.words import Tag
from malicoup.model import Confidence
from malicoup.parse.names.phrase import Phrase
from malicoup.parse.page import Page, phrase_at
from malicoup.parse.quotes.content import COMMAS, clause, skip_commas
from malicoup.parse.quotes.frame import Content, Frame

_SOURCE_WORDS = 24


def according_frames(
    page: Page, i: int, phrases: dict[int, Phrase], starts: list[int]
) -> list[Frame]:
    """The frame of an according-to phrase at token *i*: before, inside or after its clause."""
    found = phrase_at(page, i, Tag.ACCORDING)
    if found is None:
        return []
    end, stem, entry = found
    preposition, stance = entry.data
    if stem.preposition:
        return []
    if preposition == "verb":
        return _according_verb(page, i, end, starts[i])
    source = _source(page, i, end, preposition, phrases)
    if source is None:
        return []
    limit = page.sentence_end[i]
    first = starts[i]
    leads = skip_commas(page, first) == i or (i > first and _opens_sentence(page, first, i))
    if not leads and source[1] < limit and page.words[source[1]].tags & Tag.THAT:
        return []  # قالت الوكالة نقلًا عن مصدر إن: the verb before it reports
    behind = source[1]
    content = _after_source(page, behind, limit, phrases) if leads else clause(page, first, i)
    if content is None:
        return []
    rule = "according-to-before" if leads else "according-to-after"
    return [
        Frame(
            (i, i + 1) if len(entry.words) == 1 else (i, end),
            entry.name,
            stance,
            content,
            source,
            None,
            None,
            None,
            "source",
            rule,
            Confidence.CERTAIN if leads else Confidence.LIKELY,
        )
    ]


def _according_verb(page: Page, i: int, end: int, first: int) -> list[Frame]:
    """…، بحسب ما أبلغ فلان: a clause with a verb names the source behind what is said."""
    reading = page.words[end].reading(Tag.CUE) if end < len(page) else None
    if reading is None or reading.entry.person != 3 or i - first < 4:
        return []
    content = clause(page, first, i)
    if content is None:
        return []
    entry = reading.entry
    limit = page.sentence_end[i]
    return [
        Frame(
            (end, end + 1),
            entry.data.lemma,
            entry.data.stance,
            content,
            (end + 1, limit),
            entry.gender,
            entry.number,
            3,
            "after",
            "according-to-after-verb",
            Confidence.LIKELY,
        )
    ]


def _opens_sentence(page: Page, first: int, i: int) -> bool:
    """Whether only a conjunction or two stand before the phrase (لكن وفقًا …)."""
    return i - first <= 2 and all(
        page.words[k].tags & (Tag.CONJUNCTION | Tag.FUNCTION) for k in range(first, i)
    )


def _source(
    page: Page, i: int, end: int, preposition: str, phrases: dict[int, Phrase]
) -> tuple[int, int] | None:
    """The tokens that name the source, behind the phrase and its preposition."""
    k = end
    if preposition == "ل":
        if page.words[k].form in ("ل", "لـ"):
            k += 1
        elif not any(s.preposition == "ل" for s in page.words[k].stems):
            return None
    elif preposition:
        if page.words[k].form != preposition.replace("إ", "ا"):
            return None
        k += 1
    if k >= len(page) or (page.kind(k) not in "wl" and page.raw(k) not in '«"“#'):
        return None
    norm = page.words[k].reading(Tag.NORM)
    if norm is not None and (k not in phrases or phrases[k].rule == "unnamed-source"):
        listed = phrase_at(page, k, Tag.UNNAMED)  # لائحة الاتهام is a document, لائحة no source
        if listed is None or listed[0] == k + 1:
            return None
    saying = page.words[k].reading(Tag.CUE_NOUN | Tag.MASDAR)
    if saying is not None and not saying.pronoun and k + 1 < len(page) and k + 1 in phrases:
        k += 1  # حسب تعبير الكاتب: the noun of speech is not the source
    if preposition in ("إلى", "على") and not _is_actor(phrases.get(k)):
        return None
    source_end = _source_end(page, k, phrases)
    if any(_is_his_saying(page, n) for n in range(k, min(source_end + 1, len(page)))):
        return None  # نقلًا عن فلان قوله إن: the noun reports
    return k, source_end


def _is_actor(phrase: Phrase | None) -> bool:
    return phrase is not None and phrase.kind != "place" and phrase.name is not None


def _is_his_saying(page: Page, k: int) -> bool:
    reading = page.words[k].reading(Tag.CUE_NOUN)
    return reading is not None and bool(reading.pronoun)


def _source_end(page: Page, k: int, phrases: dict[int, Phrase]) -> int:
    """The token behind the source's noun phrase, its appositions included."""
    first = k
    limit = page.sentence_end[k]
    while k < limit and k - first < _SOURCE_WORDS:
        if k in phrases:
            k = phrases[k].end
            continue
        raw = page.raw(k)
        if raw in COMMAS or raw == ":" or page.words[k].tags & (Tag.THAT | Tag.CUE | Tag.RELATIVE):
            break
        if k > first and _is_verb(page, k):
            break
        if raw in "([":
            k = _bracket_end(page, k, limit)
            continue
        k += 1
    return k


def _is_verb(page: Page, k: int) -> bool:
    word = page.words[k]
    return bool(word.tags & Tag.VERB) and not word.tags & (
        Tag.NOUN | Tag.ADJECTIVE | Tag.NISBA | Tag.TITLE | Tag.PLACE | Tag.GIVEN | Tag.FUNCTION
    )


def _bracket_end(page: Page, k: int, limit: int) -> int:
    for n in range(k + 1, min(k + 12, limit)):
        if page.raw(n) in ")]":
            return n + 1
    return k + 1


def _after_source(page: Page, k: int, limit: int, phrases: dict[int, Phrase]) -> Content | None:
    """The clause behind the source; appositions between two commas are skipped."""
    while k < limit and not _is_verb(page, k):
        if page.raw(k) in COMMAS:
            following = _apposition_end(page, k, limit, phrases)
            if following is None:
                break
            k = following
        elif page.words[k].tags & Tag.THAT or page.raw(k) == ":":
            break
        else:
            k += 1
    k = skip_commas(page, k)
    if (k < limit and page.words[k].tags & Tag.THAT) or page.raw(k) == ":":
        k += 1
    return clause(page, k, limit) if k < limit else None


def _apposition_end(page: Page, comma: int, limit: int, phrases: dict[int, Phrase]) -> int | None:
    """The comma that ends an apposition, or None where the clause begins behind *comma*.

    A complementizer that follows (…، فإن) shows that all before it belongs to the source. What
    looks like a verb inside of a name (مركز ليبرمان) is none.
    """
    apposed = bool(page.words[comma + 1].tags & Tag.TITLE) if comma + 1 < limit else False
    n = comma + 1
    while n < limit:
        word = page.words[n]
        if apposed and page.raw(n) in COMMAS:  # فلانة، مديرة كذا، …
            return n
        if word.tags & Tag.THAT:
            reading = word.reading(Tag.THAT)
            return n if reading is not None and reading.conjunction == "ف" else None
        if n in phrases:
            n = max(phrases[n].end, n + 1)
            continue
        if word.tags & (Tag.CUE | Tag.VERB) and not word.tags & (Tag.NOUN | Tag.TITLE | Tag.PLACE):
            return None
        n += 1
    return None
