"""One pass over the page that reads every phrase naming or describing an actor."""

from __future__ import annotations

from functools import lru_cache

from attrs import evolve

from malicoup.lexicon.build import ActorData
from malicoup.lexicon.words import Reading, Tag, Word
from malicoup.model import ActorKind, Span
from malicoup.parse._words import word_set
from malicoup.parse.names.countries import is_qualifying
from malicoup.parse.names.described import describe
from malicoup.parse.names.name_words import unknown
from malicoup.parse.names.organization import read_organization
from malicoup.parse.names.person import Name, is_hyphenated, read_name
from malicoup.parse.names.phrase import Phrase, name_span
from malicoup.parse.names.spellings import join_spellings
from malicoup.parse.names.titled import read_titled
from malicoup.parse.page import Page, phrase_at
from malicoup.text.fold import fold

_LISTED = Tag.COUNTRY | Tag.SEAT | Tag.ORGANIZATION | Tag.PLACE
_TRIGGERS = (
    _LISTED
    | Tag.PLACE_HEAD
    | Tag.NISBA
    | Tag.TITLE
    | Tag.ORG_HEAD
    | Tag.GIVEN
    | Tag.NAME_PARTICLE
    | Tag.UNNAMED
)


_OPENERS = _LISTED | Tag.TITLE | Tag.UNNAMED


def scan(page: Page) -> list[Phrase]:
    """All actor phrases of a page in text order; none overlaps another.

    The longest reading from the left wins, and the rules are asked in the order below.
    """
    found: list[Phrase] = []
    i = 0
    size = len(page)
    words = page.words
    while i < size:
        word = words[i]
        read = None
        if word.tags & _TRIGGERS or word.head_tags & _OPENERS or page.raw(i + 1) == "-":
            read = read_phrase(page, i)
        if read is None:
            i += 1
        else:
            inside = _inside(page, read)
            read = _stretched(page, read, inside)
            found += [read, *inside]
            i = max(read.end, i + 1)
            if inside:
                i = max(i, *(inner.end for inner in inside))
            if read.rule in _BODY_RULES:
                i = _past_adjectives(page, i)
    return describe(page, join_spellings(page, found))


#: Rules whose phrases may hold the name of somebody else: رئيس فرنسا, قرار مجلس كذا, مقر اتحاد كذا.
_WITH_COMPLEMENT = frozenset({"title-name", "title-alone", "head-alone", "unnamed-source"})
_BODY_RULES = frozenset({"head-complement", "head-alone"})


def _past_adjectives(page: Page, i: int) -> int:
    """The token behind what describes a body: القوات الموالية … is no title of somebody."""
    while page.kind(i) == "w" and page.words[i].form.startswith("ال"):
        if not page.words[i].tags & (Tag.ADJECTIVE | Tag.NISBA):
            break
        i += 1
    return i


def _stretched(page: Page, outer: Phrase, inside: list[Phrase]) -> Phrase:
    """A title without name up to the end of the body in it: مدير مركز كذا للدراسات."""
    if not inside:
        return outer
    end = max(inner.end for inner in inside)
    if end <= outer.end or outer.rule != "title-alone" or outer.title is None:
        return outer
    title = Span(start=outer.title.start, end=page.tokens.ends[end - 1])
    return evolve(outer, end=end, title=title)


def _inside(page: Page, outer: Phrase) -> list[Phrase]:
    """Bodies and countries named in the complement of a title or a description."""
    if outer.title is None or outer.rule not in _WITH_COMPLEMENT:
        return []
    found: list[Phrase] = []
    i = outer.first + 1
    end = page.tokens.at(outer.title.end - 1) + 1
    while i < end:
        word = page.words[i]
        read = None
        if word.head_tags & _LISTED or word.tags & Tag.ORG_HEAD:
            read = _read_listed(page, i)
            body = read_organization(page, i) if word.tags & Tag.ORG_HEAD else None
            read = _best(*(p if p and p.name else None for p in (read, body)))
        if read is None or (read.end > end and outer.name is not None):
            i += 1
        else:
            found.append(read)
            i = read.end
    return found


def read_phrase(page: Page, i: int) -> Phrase | None:
    """The actor phrase that begins at token *i*, or None."""
    word = page.words[i]
    hyphened = is_hyphenated(page, i) and read_name(page, i, expected=False, governed=True)
    if hyphened:  # لجان-بيير: no committees
        return _person(page, i, hyphened)
    if word.tags & Tag.PLACE_HEAD and phrase_at(page, i, Tag.COUNTRY) is None:  # جزر البهاما
        place = _read_place(page, i)
        if place is not None:
            return place
    listed = _read_listed(page, i) if word.head_tags & _LISTED else None
    titled = read_titled(page, i) if (word.tags | word.head_tags) & Tag.TITLE else None
    titled = _without_body_name(page, titled) if titled is not None else None
    body = read_organization(page, i) if word.tags & Tag.ORG_HEAD else None
    seat = listed is not None and word.head_tags & Tag.SEAT
    if seat and phrase_at(page, i, Tag.SEAT) is not None:
        return listed  # قصر الإليزيه: a seat of power, though its head noun is a building's
    best = _best(_best(listed, body), titled)
    name = (
        read_name(page, i, expected=False) if word.tags & (Tag.GIVEN | Tag.NAME_PARTICLE) else None
    )
    first_name = name is not None and best is not None and best.rule.startswith("title")
    if best is not None and best.rule == "head-alone" and best.end > i + 1:
        return best  # نظام فلان: the noun, not a given name
    if best is not None and (best.name or best.kind != "nominal") and not first_name:
        return best
    if name is not None:
        return _person(page, i, name)
    if word.tags & Tag.NISBA and (best is None or best.name is None):
        titled = _read_national(page, i)
        if titled is not None:
            return titled
    return best or (_read_unnamed(page, i) if _opens_unnamed(word) else None)


def _person(page: Page, i: int, name: Name) -> Phrase:
    return Phrase(
        i, name.end, ActorKind.PERSON, "given-name",
        name=name_span(page, name.first, name.end, name.stem.form),
        gender=name.gender, preposition=name.stem.preposition,
    )  # fmt: skip


def _opens_unnamed(word: Word) -> bool:
    return bool((word.tags | word.head_tags) & Tag.UNNAMED)


def _without_body_name(page: Page, titled: Phrase) -> Phrase:
    """مدير مستشفى فلان: the name right behind the head noun of a body is the body's name."""
    if titled.rule != "title-name" or titled.name is None or titled.title is None:
        return titled
    last = page.tokens.at(titled.title.end - 1)
    lone = titled.end - last == 2 and unknown(page.words[last + 1], page.raw(last + 1))
    for k in range(titled.first + 1, last + 1):
        reading = page.words[k].reading(Tag.ORG_HEAD)
        if reading is None or reading.article or reading.entry.data in _LED:
            continue
        bare = k == last or (k == last - 1 and bool(page.words[last].tags & Tag.TITLE))
        body = read_organization(page, k) if bare or lone else None
        if body is not None and body.name is not None and body.end >= titled.end:
            title = Span(start=titled.title.start, end=page.tokens.ends[titled.end - 1])
            return evolve(titled, kind="nominal", name=None, title=title, rule="title-alone")
    return titled


#: Kinds that go by the name of whoever leads them, and are not called after him.
_LED = (ActorKind.GOVERNMENT, ActorKind.ARMED_FORCE, ActorKind.ARMED_GROUP)


def _read_national(page: Page, i: int) -> Phrase | None:
    """الروسي فلان: a nationality with article before a name serves as its title."""
    reading = page.words[i].reading(Tag.NISBA)
    if reading is None or not reading.article or reading.entry.number != "s":
        return None
    before = page.words[i - 1] if i else None
    if before is not None and page.kind(i - 1) == "w" and not reading.conjunction:
        if before.tags & (Tag.NOUN | Tag.TITLE | Tag.ORG_HEAD | Tag.ADJECTIVE | Tag.NISBA):
            return None
        if before.form.startswith("ال") or before.tags & Tag.COUNTRY:
            return None
    name = read_name(page, i + 1, expected=True)
    if name is None or name.end - name.first < 2:
        return None
    form = page.words[i].stems[0].form if not reading.conjunction else page.words[i].form[1:]
    return Phrase(
        i, name.end, ActorKind.PERSON, "nationality-name",
        name=name_span(page, name.first, name.end), title=name_span(page, i, i + 1, form),
        title_class="person", country=reading.entry.data.country, gender=reading.entry.gender,
        preposition=reading.preposition,
    )  # fmt: skip


def _read_place(page: Page, i: int) -> Phrase | None:
    """مدينة كذا: a place noun with a name behind it; so the name is nobody's."""
    reading = page.words[i].reading(Tag.PLACE_HEAD)
    if reading is None or reading.article or reading.pronoun:
        return None
    if page.words[i].tags & (Tag.ORG_HEAD | Tag.TITLE | Tag.GIVEN) or i + 1 >= len(page):
        return None
    found = phrase_at(page, i + 1, Tag.PLACE | Tag.COUNTRY)
    if found is not None:
        end, country = found[0], found[2].data.country
    else:
        name = read_name(page, i + 1, expected=True)
        if name is None:
            return None
        end, country = min(name.end, i + 3), None
    return Phrase(
        i, end, "place", "place-name", name=name_span(page, i + 1, end), country=country,
        preposition=reading.preposition or "في",
    )  # fmt: skip


def _best(a: Phrase | None, b: Phrase | None) -> Phrase | None:
    """Of two readings the named one, then the longer one, then the first."""
    if a is None or b is None:
        return a or b
    return b if _rank(b) > _rank(a) else a


def _rank(read: Phrase) -> tuple[bool, int]:
    return read.name is not None, read.end - read.first


def _read_listed(page: Page, i: int) -> Phrase | None:
    """A country, seat of power, place or body that the lexicon knows by name."""
    found = phrase_at(page, i, _LISTED)
    if found is None:
        return None
    heads = page.words[i].head_tags
    body = phrase_at(page, i, Tag.ORGANIZATION) if heads & Tag.ORGANIZATION else None
    if body is not None and body[0] == found[0] and _is_called_for(page, i, body[0]):
        found = body  # «الشرق الأوسط»: the paper, not the region
    seat = phrase_at(page, i, Tag.SEAT) if heads & Tag.SEAT else None
    if seat is not None and seat[0] == found[0] and not _is_located(page, i, found[1].preposition):
        found = seat  # نفى قصر كذا: whoever sits there
    end, stem, entry = found
    data = entry.data
    if not isinstance(data, ActorData) or (data.ambiguous and not _is_called_for(page, i, end)):
        return None
    if entry.tag & Tag.COUNTRY and end == i + 1 and is_qualifying(page, i):
        return None
    kind = data.kind
    word = page.words[i]
    head = word.reading(Tag.ORG_HEAD) if word.tags & Tag.ORG_HEAD else None
    return Phrase(
        i, end, kind if entry.tag & ~Tag.PLACE else "place", "lexicon",
        name=name_span(page, i, end, stem.form), country=data.country,
        canonical=entry.name, preposition=stem.preposition, head=head.entry.lemma if head else "",
        gender=_gender(entry.name, kind, head),
    )  # fmt: skip


def _is_located(page: Page, i: int, preposition: str) -> bool:
    return preposition == "ب" or (i > 0 and page.words[i - 1].form in ("في", "فى"))


def _is_called_for(page: Page, i: int, end: int) -> bool:
    """Whether a name that is an everyday word stands where a name must: in marks, by a reporter."""
    pair = page.pair_at.get(i - 1)
    if pair is not None and pair.close == end:
        return True
    if page.words[i].form.startswith("ال") and page.raw(i)[0] in "أإآ":
        return True  # إلبيت: the writer's hamza says that this is no article
    return page.kind(i - 1) == "w" and bool(
        {stem.form for stem in page.words[i - 1].stems} & word_set("press_words")
    )


def _gender(name: str, kind: str, head: Reading | None) -> str | None:
    """Countries and cities are feminine, bodies follow their head noun."""
    if head is not None:
        return head.entry.gender
    if kind in (ActorKind.COUNTRY, "city", "region", "province"):
        return "m" if _is_masculine(name) else "f"
    return None


@lru_cache(maxsize=1 << 12)
def _is_masculine(name: str) -> bool:
    return fold(name) in _MASCULINE


#: Countries that Arabic takes as masculine.
_MASCULINE = frozenset(
    map(
        fold,
        ("العراق", "لبنان", "الأردن", "السودان", "المغرب", "اليمن", "الصومال", "الكويت", "البحرين"),
    )
)


def _read_unnamed(page: Page, i: int) -> Phrase | None:
    """A source without a name: مصادر أمنية, محللون."""
    listed = phrase_at(page, i, Tag.UNNAMED)  # لائحة الاتهام
    reading = page.words[i].reading(Tag.UNNAMED)
    if listed is not None:
        definite = listed[2].words[-1].startswith("ال")
        reading = Reading(
            listed[2].data, listed[1].conjunction, listed[1].preposition, definite, ""
        )
    if reading is None or reading.pronoun:
        return None
    end = listed[0] if listed is not None else i + 1
    while page.kind(end) == "w" and page.words[end].tags & (Tag.ADJECTIVE | Tag.NISBA):
        follower = page.words[end]
        if follower.tags & (Tag.FUNCTION | Tag.CUE) or all(
            r.conjunction for r in follower.readings
        ):
            break
        end += 1
    entry = reading.entry
    return Phrase(
        i, end, "nominal", "unnamed-source",
        title=name_span(page, i, end, None if not reading.preposition else _form(page, i)),
        head=entry.lemma.split()[0], gender=entry.gender, number=entry.number or "p",
        definite=reading.article, title_class=str(entry.data), preposition=reading.preposition,
    )  # fmt: skip


def _form(page: Page, i: int) -> str:
    reading = page.words[i].reading(Tag.UNNAMED)
    for stem in page.words[i].stems:
        if reading and (stem.conjunction, stem.preposition) == (
            reading.conjunction,
            reading.preposition,
        ):
            return stem.form
    return page.words[i].form
