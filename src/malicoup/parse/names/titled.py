"""Phrases that open with a title: العقيد فلان, وزير الخارجية الفرنسي فلان, المسؤول."""

from __future__ import annotations

from malicoup.lexicon.words import Reading, Tag, Word
from malicoup.model import ActorKind, Span
from malicoup.parse.names.carried import unlisted
from malicoup.parse.names.complement import (
    BEFORE_NAMES,
    Head,
    belongs,
    hangs_on_verb,
    is_closed,
    is_definite,
    is_object,
    is_told,
    stands_alone,
    tells_where,
)
from malicoup.parse.names.countries import country_of, wide_place
from malicoup.parse.names.name_words import is_clear_given, unknown
from malicoup.parse.names.person import Name, read_name
from malicoup.parse.names.phrase import Phrase, name_span
from malicoup.parse.page import Page, phrase_at

_LONGEST = 14


COMMAS = frozenset({"،", ","})


def title_at(page: Page, i: int) -> Head | None:
    """The longest title that begins at token *i*."""
    word = page.words[i]
    if word.tags & Tag.CONJUNCTION:  # أما: "as for", no mother
        return None
    found = phrase_at(page, i, Tag.TITLE)
    if found is not None:
        end, stem, entry = found
        return Head(
            Reading(entry.data, stem.conjunction, stem.preposition, False, ""), end, stem.form
        )
    if word.tags & Tag.TITLE:
        reading = word.reading(Tag.TITLE)
        if reading is not None and _is_letter(reading.entry.lemma):  # د. سامي: short for a title
            stop = page.raw(i + 1) in (".", "/") and page.kind(i + 2) == "w"
            return Head(reading, i + 2, _stem_form(page, i, reading)) if stop else None
        if reading is not None:
            return Head(reading, i + 1, _stem_form(page, i, reading))
    return None


def _is_letter(title: str) -> bool:
    return len(title.replace(".", "")) == len(title.split("."))


def _is_short(head: Head) -> bool:
    return _is_letter(head.reading.entry.lemma)


def _stem_form(page: Page, i: int, reading: Reading) -> str:
    for stem in page.words[i].stems:
        if (stem.conjunction, stem.preposition) == (reading.conjunction, reading.preposition):
            return stem.form
    return page.words[i].form


def read_titled(page: Page, i: int) -> Phrase | None:
    """Read the phrase that opens with a title at token *i*; None where no title stands there."""
    head = title_at(page, i)
    if head is None or (head.reading.pronoun and head.end - i > 1):
        return None
    complement, name = _read_complement(page, i, head)
    return _make(page, i, head, complement, name)


def _read_complement(page: Page, i: int, head: Head) -> tuple[int, Name | None]:
    """How far the complement goes, and the name behind it."""
    k = head.end
    definite = head.reading.article or bool(head.reading.pronoun)
    definite = definite or page.words[k - 1].form.startswith("ال")  # سمو الأمير
    definite = definite or _is_short(head)
    run: int | None = None  # where a run of words that no list knows began
    while k < len(page) and k - i < _LONGEST:
        if page.kind(k) not in "wl":
            inner = _in_marks(page, k, head)
            if isinstance(inner, int):
                k, definite = inner, True
                continue
            return k, inner or _apposed(page, i, k, definite)
        word = page.words[k]
        wide = wide_place(page, k)
        if wide:
            k, run, definite = wide, None, True
            continue
        name = _name_here(page, i, k, head, definite)
        if name is not None:
            return k, name
        if not belongs(page, k, definite) or stands_alone(page, k, head):
            break
        if tells_where(page, k, head) or is_object(page, k, head) or is_told(page, k):
            break
        if hangs_on_verb(page, k, head) or is_closed(page, k, head.end, head.reading):
            break
        governed = bool(page.words[k - 1].tags & Tag.PREPOSITION)  # المحامي عن كذا فلان
        if unknown(word, page.raw(k)) and not word.form.startswith("ال") and not governed:
            run = k if run is None else run
        else:
            run = None
            definite = definite or is_definite(page, k)
        k += 1
    if run is not None and run > head.end and k < len(page):
        name = read_name(page, run, expected=True)
        if name is not None:
            return run, name
    return k, None


def _in_marks(page: Page, k: int, head: Head) -> Name | int | None:
    """Marks inside a title: a name (الممول «فلان») or a part of it (رئيس «مجموعة كذا»)."""
    pair = page.pair_at.get(k)
    if pair is None or not pair.closed or pair.close - pair.open > 6:
        return None
    name = read_name(page, k + 1, expected=True)
    if name is not None and name.end == pair.close and (name.known or head.reading.article):
        return name
    return None if head.reading.article else pair.close + 1


def _name_here(page: Page, i: int, k: int, head: Head, definite: bool) -> Name | None:
    """A name that begins at token *k* of the complement."""
    word = page.words[k]
    if page.kind(k) == "l":  # المحلل Mark Olsen
        latin = head.reading.article and k == head.end and _is_latin_name(page, k)
        return read_name(page, k, expected=True) if latin else None
    if (k > head.end or head.reading.article) and _is_owner(page, word):
        return None
    if word.tags & (Tag.GIVEN | Tag.NAME_PARTICLE) and (definite or k > head.end):
        # Behind a definite adjective a bare word can only begin a name: السعودي عادل فلان.
        clear = (
            is_clear_given(word)
            or bool(word.tags & Tag.NAME_PARTICLE)
            or _follows_rank(page, k)
            or (k > head.end and _is_settled(page, k - 1) and not word.tags & Tag.FUNCTION)
        )
        name = read_name(page, k, expected=clear or k == head.end)
        if name is not None and (
            clear or name.end - name.first > 1 or _ends_phrase(page, name.end)
        ):
            return None if _is_place_run(page, k) and not clear else name
    if word.form.startswith("وال"):
        return None
    surname = bool(word.tags & Tag.SURNAME) and not word.tags & (
        Tag.NISBA | Tag.ADJECTIVE | Tag.NOUN | Tag.TITLE
    )
    if not definite or not (unknown(word, page.raw(k)) or surname):
        return None
    if k == head.end:  # الرئيس كيتا, العقيد فلان
        reading = head.reading
        direct = reading.article or reading.pronoun or reading.entry.data.kind in BEFORE_NAMES
        return read_name(page, k, expected=True) if direct else None
    if not _is_settled(page, k - 1) or (word.form.startswith("ال") and not word.tags & Tag.SURNAME):
        return None
    return read_name(page, k, expected=True)


def _is_latin_name(page: Page, k: int) -> bool:
    """Whether two capitalized Latin words stand there, no abbreviation."""
    return all(
        page.kind(n) == "l" and page.raw(n)[0].isupper() and page.raw(n)[1:].islower()
        for n in (k, k + 1)
    )


def _is_owner(page: Page, word: Word) -> bool:
    """السكرتيرة الصحفية لفلان: a name behind ل is whose officer it is.

    That ل is no letter of an unlisted name shows where the name stands on the page without it.
    """
    if not word.tags and word.form[0] in "لب" and word.form[1:] in page.once(unlisted):
        return True
    names = Tag.GIVEN | Tag.SURNAME | Tag.NAME_PARTICLE
    named = [r for r in word.readings if r.entry.tag & names]
    return bool(named) and all(r.preposition in ("ل", "ب") for r in named)


def _follows_rank(page: Page, k: int) -> bool:
    """قائد العمليات اللواء جمعة: a rank inside the title calls for a name."""
    reading = page.words[k - 1].reading(Tag.TITLE)
    return reading is not None and reading.article and reading.entry.data.kind in BEFORE_NAMES


def _is_settled(page: Page, k: int) -> bool:
    """Whether token *k* may end a complement: a definite word, an adjective, a country."""
    word = page.words[k]
    if word.tags & Tag.FUNCTION:
        return False
    settled = Tag.NISBA | Tag.ADJECTIVE | Tag.COUNTRY | Tag.PLACE
    return bool(word.tags & settled) or word.form.startswith("ال")


def _is_place_run(page: Page, k: int) -> bool:
    return bool(page.words[k].tags & (Tag.PLACE | Tag.COUNTRY))


def _ends_phrase(page: Page, k: int) -> bool:
    return page.kind(k) not in "wl" or bool(
        page.words[k].tags & (Tag.FUNCTION | Tag.THAT | Tag.VERB | Tag.CUE_PARTICIPLE)
    )


def _apposed(page: Page, i: int, k: int, definite: bool) -> Name | None:
    """A name set off by a comma or marks: نائب رئيس الوزراء، فلان الفلاني، في…."""
    if page.raw(k) not in ("،", ",", "#", "-") or not definite or page.kind(k + 1) != "w":
        return None
    name = read_name(page, k + 1, expected=True)
    if name is None or (
        name.end - name.first < 2 and not (name.known and page.raw(name.end) in COMMAS)
    ):
        return None
    if not name.known and not _ends_phrase(page, name.end):
        return None
    strong = name.known > 0 or page.raw(name.end) in ("،", ",", ":", "«", '"', "“")
    return name if strong and not page.words[k + 1].stems[0].conjunction else None


def _make(page: Page, i: int, head: Head, complement: int, name: Name | None) -> Phrase:
    reading = head.reading
    data = reading.entry.data
    country = country_of(page, i, complement)
    gender = reading.entry.gender
    definite = (
        reading.article
        or bool(reading.pronoun)
        or (
            not _is_linked(page, head)
            and any(is_definite(page, k) for k in range(head.end, complement))
        )
    )
    title = _title_span(page, i, complement, head)
    if name is not None:
        return Phrase(
            i, name.end, ActorKind.PERSON, "title-name",
            name=name_span(page, name.first, name.end), title=title, title_class=data.kind,
            head=reading.entry.lemma.split()[0], country=country, gender=gender,
            number=reading.entry.number or "s", preposition=reading.preposition,
        )  # fmt: skip
    return Phrase(
        i, complement, "nominal", "title-alone",
        title=title, title_class=data.kind, head=reading.entry.lemma.split()[0], country=country,
        gender=gender, number=reading.entry.number or "s", definite=definite,
        preposition=reading.preposition,
    )  # fmt: skip


def _is_linked(page: Page, head: Head) -> bool:
    """متحدث باسم …, مسؤول في …: a preposition leaves the title as indefinite as it was."""
    if page.words[head.end - 1].form in ("باسم", "لدى"):
        return True
    return head.end < len(page) and bool(
        page.words[head.end].tags & Tag.PREPOSITION or page.words[head.end].form == "باسم"
    )


def _title_span(page: Page, i: int, complement: int, head: Head) -> Span:
    return name_span(page, i, max(complement, head.end), head.stem_form)
