"""Frames of according-to phrases: before, inside and behind the clause whose source they name."""

from __future__ import annotations

from malicoup.lexicon.words import PhraseEntry, Stem, Tag
from malicoup.model import Confidence
from malicoup.parse.names.person import described_name
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
    first = starts[i]
    leads = skip_commas(page, first) == i or (i > first and _opens_sentence(page, first, i))
    if preposition == "verb":
        return _according_verb(page, i, end, first, leads=leads and stem.form != _AS)
    if preposition in _PRONOUNS:
        return _according_to_him(page, i, found, leads)
    source = _source(page, i, end, preposition, phrases)
    if source is None:
        return []
    limit = page.sentence_end[i]
    reported = source[1] < limit and bool(page.words[source[1]].tags & Tag.THAT)
    if not leads and (reported or _ends_with_cue(page, i)):
        return []  # قالت الوكالة نقلًا عن مصدر إن: the verb before it reports
    if leads:
        content = _after_source(page, source[1], limit, phrases)
    else:
        content = _around(page, first, i, source[1])
    if content is None:
        return []
    rule = "according-to-before" if leads else "according-to-after"
    cue = (i, i + 1) if len(entry.words) == 1 else (i, end)
    sure = Confidence.CERTAIN if leads else Confidence.LIKELY
    return [Frame(cue, entry.name, stance, content, source, None, None, None, "source", rule, sure)]


#: Leading كما adds to what was said before (كما أكد فلان كذا); it names no source.
_AS = "كما"
#: Gender and number of the pronoun on a phrase: بحسبه, برأيها.
_PRONOUNS: dict[str, tuple[str | None, str]] = {
    "ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": (None, "d"),
}  # fmt: skip


def _according_to_him(
    page: Page, i: int, found: tuple[int, Stem, PhraseEntry], leads: bool
) -> list[Frame]:
    """وبحسبه، …, برأيها فإن …: a pronoun for the source, at the head of a sentence or clause."""
    end, stem, entry = found
    if not leads and not (stem.conjunction and i and page.raw(i - 1) in COMMAS):
        return []
    limit = page.sentence_end[i]
    first = skip_commas(page, end)
    if first < limit and page.words[first].tags & Tag.THAT:
        first += 1
    content = clause(page, first, limit) if first < limit else None
    if content is None:
        return []
    gender, number = _PRONOUNS[entry.data[0]]
    return [
        Frame(
            (i, end), entry.name, entry.data[1], content, (i, end), gender, number, 3, "pronoun",
            "according-to-before", Confidence.LIKELY,
        )
    ]  # fmt: skip


def _according_verb(page: Page, i: int, end: int, first: int, *, leads: bool) -> list[Frame]:
    """…، بحسب ما أبلغ فلان: a clause with a verb names the source behind what is said."""
    reading = page.words[end].reading(Tag.CUE) if end < len(page) else None
    if reading is None or reading.entry.person != 3 or not (leads or i - first >= 4):
        return []
    limit = page.sentence_end[i]
    if page.words[i].form == "على" and not leads and page.raw(i - 1) not in COMMAS:
        return []  # ردا على ما قاله فلان: the noun before asks for it
    if leads:
        limit = _next_comma(page, end + 1, limit)
        content = _behind_clause(page, end, limit)
    else:
        content = _before_phrase(page, first, i)
    if content is None:
        return []
    entry = reading.entry
    document = entry.data.kind == "document"  # كما ورد في تقرير لفلان
    gap = (end + 1, limit)
    subject = "document" if document else "after"
    rule = "according-to-before-verb" if leads else "according-to-after-verb"
    return [
        Frame(
            (end, end + 1), entry.data.lemma, entry.data.stance, content, gap,
            entry.gender, entry.number, 3, subject, rule, Confidence.LIKELY,
        )
    ]  # fmt: skip


def _next_comma(page: Page, first: int, limit: int) -> int:
    return next((k for k in range(first, limit) if page.raw(k) in COMMAS), limit)


def _behind_clause(page: Page, verb: int, comma: int) -> Content | None:
    """The clause behind "بحسب ما ذكر فلان،"; a complementizer before the comma reports itself."""
    limit = page.sentence_end[verb]
    if page.raw(comma) not in COMMAS or any(
        page.words[k].tags & Tag.THAT for k in range(verb + 1, comma)
    ):
        return None
    first = comma + 1
    if first < limit and page.words[first].tags & Tag.THAT:
        first += 1
    return clause(page, first, limit) if first < limit else None


def _ends_with_cue(page: Page, i: int) -> bool:
    """أما فلان فرأى، على لسان متحدث: the verb right before reports what follows."""
    k = i - 1
    while k >= 0 and page.raw(k) in COMMAS:
        k -= 1
    return bool(page.words[k].tags & Tag.CUE) and not page.words[k].tags & Tag.NOUN


def _around(page: Page, first: int, i: int, end: int) -> Content | None:
    """The clause before the phrase, and its rest where a comma and a preposition lead on.

    بدأت الأزمة، بحسب فلان، مع كذا: the phrase is put into the clause; a verb or noun behind it
    would begin another.
    """
    before = _before_phrase(page, first, i)
    limit = page.sentence_end[i]
    set_off = page.raw(i - 1) in COMMAS and end < limit and page.raw(end) in COMMAS
    if before is None or not set_off or end + 1 >= limit:
        return before
    after = page.words[end + 1]
    if not after.tags & Tag.PREPOSITION or after.tags & (
        Tag.ACCORDING | Tag.NOUN | Tag.CONJUNCTION
    ):
        return before
    return clause(page, first, limit)


def _opens_sentence(page: Page, first: int, i: int) -> bool:
    """Whether only a conjunction or two stand before the phrase (لكن وفقًا …)."""
    return i - first <= 2 and all(
        page.words[k].tags & (Tag.CONJUNCTION | Tag.FUNCTION) for k in range(first, i)
    )


_NAMELESS = frozenset({"unnamed-source", "title-alone"})  # الحاجة: "need" as well as a title


def _source(
    page: Page, i: int, end: int, preposition: str, phrases: dict[int, Phrase]
) -> tuple[int, int] | None:
    """The tokens that name the source, behind the phrase and its preposition."""
    k = end
    if preposition == "ل":
        if page.words[k].form in ("ل", "لـ"):
            k += 1
        elif page.words[k].form != "له" and not any(
            s.preposition == "ل" for s in page.words[k].stems
        ):
            return None
    elif preposition:
        if page.words[k].form != preposition.replace("إ", "ا"):
            return None
        k += 1
    if k >= len(page) or (page.kind(k) not in "wl" and page.raw(k) not in '«"“#'):
        return None
    norm = page.words[k].reading(Tag.NORM)
    dual = norm is not None and norm.entry.number == "d"  # القانوني is a jurist, no "two laws"
    read = phrases.get(k)
    nameless = read is None or (read.name is None and read.rule in _NAMELESS)
    if norm is not None and not dual and nameless:
        listed = phrase_at(page, k, Tag.UNNAMED)  # لائحة الاتهام is a document, لائحة no source
        if listed is None or listed[0] == k + 1:
            return None
    saying = page.words[k].reading(Tag.CUE_NOUN | Tag.MASDAR)
    if saying is not None and not saying.pronoun and k + 1 < len(page) and k + 1 in phrases:
        k += 1  # حسب تعبير الكاتب: the noun of speech is not the source
    if preposition in ("إلى", "على") and not _is_actor(phrases.get(k)):
        return None
    if k not in phrases and (_is_thing(page, k) or _is_language(page, k, preposition)):
        return None
    source_end = _source_end(page, k, phrases)
    if any(_is_his_saying(page, n) for n in range(k, min(source_end + 1, len(page)))):
        return None  # نقلًا عن فلان قوله إن: the noun reports
    return k, source_end


def _is_language(page: Page, k: int, preposition: str) -> bool:
    """ترجمت نقلا عن الفرنسية: a nationality alone, feminine and definite, is a language."""
    word = page.words[k]
    alone = k + 1 >= len(page) or page.kind(k + 1) != "w"
    return preposition == "عن" and alone and bool(word.tags & Tag.NISBA) and word.form[-1] == "ة"


_SOURCES = Tag.UNNAMED | Tag.TITLE | Tag.ORG_HEAD | Tag.GIVEN | Tag.SURNAME | Tag.NAME_PARTICLE


def _is_thing(page: Page, k: int) -> bool:
    """حسب الموسم, وفقا لوصفة قديمة: a common noun is a measure, no source.

    A name behind it (حسب الخياط فلان) shows that it describes a person.
    """
    word = page.words[k]
    if word.tags & (_SOURCES | Tag.CUE_NOUN | Tag.COUNTRY | Tag.NISBA | Tag.FUNCTION):
        return False
    if (word.tags | word.head_tags) & (Tag.ORGANIZATION | Tag.PLACE | Tag.SEAT):
        return False
    # الخارجية الفرنسية is a body by ellipsis, دولية or أحدث none
    kinds = Tag.NOUN | Tag.MASDAR | (0 if word.form.startswith("ال") else Tag.ADJECTIVE)
    common = word.tags & kinds and not any(
        r.entry.data == "human" or (r.entry.tag & Tag.ADJECTIVE and r.entry.number == "p")
        for r in word.readings
    )
    return bool(common) and described_name(page, k) == k


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
    n = comma
    while n + 1 < limit:
        n += 1
        if n in phrases and phrases[n].end > n:
            n = phrases[n].end - 1
            continue
        word = page.words[n]
        if apposed and page.raw(n) in COMMAS:  # فلانة، مديرة كذا، …
            return n
        if word.tags & Tag.THAT:
            reading = word.reading(Tag.THAT)
            return n if reading is not None and reading.conjunction == "ف" else None
        if word.tags & (Tag.CUE | Tag.VERB) and not word.tags & (Tag.NOUN | Tag.TITLE | Tag.PLACE):
            return None
    return None


#: How far before the phrase a verb still parts it from the clause.
_PARTED = 48


def _before_phrase(page: Page, first: int, i: int) -> Content | None:
    """The clause up to the phrase; one that another with its verb parts from it is not its own."""
    found = clause(page, first, i)
    if found is None or any(
        _is_verb(page, k) or page.words[k].tags & Tag.CUE_PARTICIPLE
        for k in range(max(found.end, i - _PARTED), i)
    ):
        return None
    return found
