"""Phrases that name a body: وزارة الدفاع الأمريكية, مركز فلان للدراسات, قاعدة فلان الجوية."""

from __future__ import annotations

from malicoup.lexicon.words import Reading, Tag, Word
from malicoup.model import ActorKind
from malicoup.parse.names.person import read_name, unknown
from malicoup.parse.names.phrase import Phrase, name_span, phrase
from malicoup.parse.names.titled import country_of
from malicoup.parse.page import Page, phrase_at

_LONGEST = 10
_VERBAL = Tag.CUE | Tag.VERB | Tag.CUE_PARTICIPLE
_NOMINAL = (
    Tag.NOUN | Tag.ADJECTIVE | Tag.NISBA | Tag.ORG_HEAD | Tag.MASDAR | Tag.PLACE | Tag.COUNTRY
)
#: Words that qualify a body without belonging to its name.
_LOOSE = frozenset({"المحلية", "المحلي", "المالية", "السابق", "السابقة", "الحالي", "الحالية"})


def read_organization(page: Page, i: int) -> Phrase | None:
    """Read the body whose head noun stands at token *i*; None where there is no name."""
    reading = page.words[i].reading(Tag.ORG_HEAD)
    if reading is None or reading.pronoun:
        return None
    end, named = _read_name(page, i, reading)
    kind = reading.entry.data
    if kind == ActorKind.MEDIA:
        proper = _media_name(page, i, end)
        if proper is not None:
            return proper
    if not named:
        return _nominal(page, i, end, reading)
    stem_form = _stem(page, i, reading)
    return phrase(
        i, end, kind, "head-complement",
        name=name_span(page, i, end, stem_form), head=reading.entry.lemma,
        country=country_of(page, i, end) or _seat_country(page, i, end),
        gender=reading.entry.gender, number=reading.entry.number or "s",
        preposition=reading.preposition,
    )  # fmt: skip


def _stem(page: Page, i: int, reading: Reading) -> str:
    for stem in page.words[i].stems:
        if (stem.conjunction, stem.preposition) == (reading.conjunction, reading.preposition):
            return stem.form
    return page.words[i].form


def _nominal(page: Page, i: int, end: int, reading: Reading) -> Phrase:
    """A body that is only described: الوزارة, قوات روسية."""
    return phrase(
        i, max(end, i + 1), "nominal", "head-alone",
        title=name_span(page, i, max(end, i + 1), _stem(page, i, reading)),
        head=reading.entry.lemma, country=country_of(page, i, end), gender=reading.entry.gender,
        number=reading.entry.number or "s", definite=reading.article,
        title_class=str(reading.entry.data), preposition=reading.preposition,
    )  # fmt: skip


def _read_name(page: Page, i: int, reading: Reading) -> tuple[int, bool]:
    """The token behind the name of a body, and whether it is one (definite, with a complement)."""
    k = i + 1
    named = False
    while k < len(page) and k - i < _LONGEST:
        step = _step(page, i, k, reading)
        if step == 0:
            break
        named = named or _names(page, i, k, reading)
        k += step
    while k > i + 1 and _is_loose_end(page, k - 1):
        k -= 1
    return k, named and k > i + 1


def _names(page: Page, i: int, k: int, reading: Reading) -> bool:
    """Whether token *k* makes the phrase a name: definite, or a proper noun."""
    word = page.words[k]
    if word.tags & Tag.FUNCTION:
        return False
    if word.form.startswith(("ال", "لل")):
        return True
    if page.kind(k) == "l" or word.tags & (Tag.COUNTRY | Tag.PLACE | Tag.GIVEN | Tag.ORGANIZATION):
        return True
    return unknown(word, page.raw(k)) and k == i + 1


def _step(page: Page, i: int, k: int, reading: Reading) -> int:
    """How many tokens from *k* on belong to the name; 0 where it has ended."""
    kind = page.kind(k)
    raw = page.raw(k)
    if kind == "l":
        return 1
    if kind == "p" and raw in '«"“' and k == i + 1:
        pair = page.pair_at.get(k)
        return pair.close - k + 1 if pair and pair.closed and pair.close - k <= 7 else 0
    if kind != "w":
        return 0
    word = page.words[k]
    if word.form == "في" or word.form == "فى":
        return _in_place(page, i, k)
    listed = phrase_at(page, k, Tag.ORGANIZATION)
    if listed is not None and not listed[1].preposition and not listed[1].conjunction:
        return listed[0] - k
    if (word.tags & Tag.TIME and not word.tags & Tag.ADJECTIVE) or (
        k == i + 1 and _is_office_holder(word)
    ):
        return 0
    if word.tags & (Tag.FUNCTION | Tag.THAT):
        return 0
    found = phrase_at(page, k, Tag.COUNTRY | Tag.PLACE)
    if found is not None and not found[1].preposition and not found[1].conjunction:
        return found[0] - k
    definite = word.form.startswith(("ال", "لل"))
    conjoined = word.form.startswith("وال") and word.form[1:3] == "ال"
    if conjoined:
        return 1 if page.words[k - 1].form.startswith(("ال", "لل")) and _joins(page, k) else 0
    if definite:
        return 1 if reading.article or k > i else 0
    if reading.article:
        return 0 if not _prepositional(word) else _li_chain(page, k)
    if _prepositional(word):
        return _li_chain(page, k)
    if word.tags & _VERBAL and not word.tags & _NOMINAL:
        return 0
    force = any(r.entry.data == ActorKind.ARMED_FORCE and not r.preposition for r in word.readings)
    deed = any(r.entry.data == "deal" for r in word.readings) or word.form in ("صفقة", "عقدا")
    if (force or deed) and _is_settled(page, i, k - 1):
        return 0  # المجموعة الروسية قوات الأمن: another body begins
    if word.tags & (Tag.NOUN | Tag.ORG_HEAD | Tag.MASDAR | Tag.TITLE):
        return 1 if _definite_follows(page, k) else 0
    if unknown(word, raw) or word.tags & (Tag.GIVEN | Tag.SURNAME):
        name = read_name(page, k, expected=True)
        if name is not None and name.known and k > i + 1 and _is_closed(page.words[k - 1]):
            return 0  # نادي كذا لكرة القدم فلان: the name behind is a person's
        return name.end - k if name else 1
    return 0


def _is_settled(page: Page, i: int, k: int) -> bool:
    """Whether token *k* is an adjective with article, behind which a name takes no bare noun."""
    word = page.words[k]
    adjective = word.tags & (Tag.NISBA | Tag.ADJECTIVE) and not word.tags & Tag.NOUN
    return k > i and word.form.startswith("ال") and bool(adjective)


def _is_office_holder(word: Word) -> bool:
    """إدارة الرئيس …: whoever holds the office, not the name of a body."""
    reading = word.reading(Tag.TITLE)
    return (
        reading is not None
        and reading.article
        and reading.entry.number == "s"
        and reading.entry.data.kind in ("office", "rank")
    )


def _is_closed(word: Word) -> bool:
    """Whether a name of a body may end with this word: definite, and no title of a person."""
    return word.form.startswith(("ال", "لل")) and not word.tags & Tag.TITLE


def _joins(page: Page, k: int) -> bool:
    """Whether "and the …" goes on with a name: الاستراتيجية والدولية, الخارجية والتعاون."""
    word = page.words[k]
    before = page.words[k - 1]
    alike = bool(word.tags & Tag.ADJECTIVE or word.tags & Tag.NISBA) == bool(
        before.tags & Tag.ADJECTIVE or before.tags & Tag.NISBA
    )
    return (
        alike
        and not word.tags & (Tag.TITLE | Tag.ORG_HEAD)
        and not phrase_at(page, k, Tag.COUNTRY | Tag.ORGANIZATION | Tag.SEAT)
    )


def _prepositional(word: Word) -> bool:
    """Whether the word is "for …" with a noun: لأبحاث, لمكافحة."""
    return any(
        r.preposition == "ل" and r.entry.tag & (Tag.NOUN | Tag.MASDAR) for r in word.readings
    )


def _li_chain(page: Page, k: int) -> int:
    if any(r.preposition == "ل" and r.entry.tag & Tag.ORG_HEAD for r in page.words[k].readings):
        return 0  # ورشة لجامعة كذا: the second body has a name of its own
    return 1 if _definite_follows(page, k) else 0


def _definite_follows(page: Page, k: int) -> bool:
    """Whether a construct that begins at *k* reaches a definite word within two steps."""
    for n in (k + 1, k + 2):
        if page.kind(n) == "l":
            return True
        if page.kind(n) != "w":
            return False
        word = page.words[n]
        if word.form.startswith(("ال", "لل")) or word.tags & (Tag.COUNTRY | Tag.PLACE):
            return True
        if word.tags & (Tag.FUNCTION | Tag.CUE | Tag.VERB):
            return False
    return False


def _in_place(page: Page, i: int, k: int) -> int:
    """With a place, "in" closes a name: القيادة الأمريكية في إفريقيا."""
    if k == i + 1 or k + 1 >= len(page) or page.kind(k + 1) != "w":
        return 0
    found = phrase_at(page, k + 1, Tag.COUNTRY | Tag.PLACE)
    if found is None or found[1].conjunction:
        return 0
    head = page.words[i].reading(Tag.ORG_HEAD)
    wide = head is not None and head.entry.data in (ActorKind.ARMED_FORCE, ActorKind.ORGANIZATION)
    return found[0] - k if wide else 0


def _is_loose_end(page: Page, k: int) -> bool:
    return page.words[k].form in ("السابق", "السابقة", "الحالي", "الحالية")


def _seat_country(page: Page, first: int, end: int) -> str | None:
    """The country of a city in the name: جامعة باماكو."""
    for k in range(first, end):
        if page.words[k].head_tags & Tag.PLACE:
            found = phrase_at(page, k, Tag.PLACE)
            if found is not None:
                return found[2].data.country  # type: ignore[no-any-return]
    return None


def _media_name(page: Page, i: int, end: int) -> Phrase | None:
    """A medium whose own name follows its head: موقع … aBamako.com, صحيفة «…»."""
    reading = page.words[i].reading(Tag.ORG_HEAD)
    for k in range(i + 1, end):
        if page.kind(k) == "l":
            return phrase(
                i, end, ActorKind.MEDIA, "media-name",
                name=name_span(page, k, end), title=name_span(page, i, k),
                head=reading.entry.lemma if reading else "", country=country_of(page, i, k),
                gender=reading.entry.gender if reading else None,
            )  # fmt: skip
    return None
