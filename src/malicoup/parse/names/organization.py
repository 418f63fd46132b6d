"""Phrases that name a body: وزارة الدفاع الأمريكية, مركز فلان للدراسات, قاعدة فلان الجوية."""

from __future__ import annotations

from malicoup.lexicon.words import Reading, Tag
from malicoup.model import ActorKind
from malicoup.parse.names.abbreviations import bracket, is_abbreviation
from malicoup.parse.names.body_name import read_body_name
from malicoup.parse.names.body_words import head_reading
from malicoup.parse.names.countries import country_of
from malicoup.parse.names.name_words import unknown
from malicoup.parse.names.phrase import Phrase, name_span
from malicoup.parse.page import Page, phrase_at


def _is_verb(page: Page, i: int) -> bool:
    """وقف العميد فلان: a verb of the letters of a body (an endowment), before a rank."""
    if not page.words[i].tags & Tag.VERB or i + 1 >= len(page):
        return False
    after = page.words[i + 1].reading(Tag.TITLE)
    return after is not None and after.article and after.entry.data.kind in ("rank", "office")


def read_organization(page: Page, i: int) -> Phrase | None:
    """Read the body whose head noun stands at token *i*; None where there is no name."""
    reading = head_reading(page.words[i])
    if reading is None or reading.pronoun or _is_verb(page, i):
        return None
    end, named = read_body_name(page, i, reading)
    kind = reading.entry.data
    if kind == ActorKind.MEDIA:
        proper = _media_name(page, i, end)
        if proper is not None:
            return proper
    definite = reading.article or page.words[end - 1].form.startswith("ال")
    if not named and definite:  # القيادة المشتركة للأمن (أفرسيك): a bracket shows the name
        introduced = _before_short_name(page, end)
        named, end = introduced > 0, introduced or end
    if not named:
        return _nominal(page, i, end, reading)
    stem_form = _stem(page, i, reading)
    country = country_of(page, i, end) or _seat_country(page, i, end)
    return Phrase(
        i, end, kind, "head-complement",
        name=name_span(page, i, end, stem_form), head=reading.entry.lemma,
        country=country or _stands_in(page, end, kind),
        gender=reading.entry.gender, number=reading.entry.number or "s",
        preposition=reading.preposition,
    )  # fmt: skip


def _before_short_name(page: Page, k: int) -> int:
    """The bracket at token *k*, or behind "for the …" there, if it holds a name alone; else 0."""
    k += page.raw(k + 1) == "(" and page.words[k].form.startswith("لل")
    inside = bracket(page, k)
    if inside is None or inside[1] - inside[0] != 1:
        return 0
    word, raw = page.words[inside[0]], page.raw(inside[0])
    return k if (page.kind(inside[0]) == "w" and unknown(word, raw)) or is_abbreviation(raw) else 0


def _stem(page: Page, i: int, reading: Reading) -> str:
    for stem in page.words[i].stems:
        if (stem.conjunction, stem.preposition) == (reading.conjunction, reading.preposition):
            return stem.form
    return page.words[i].form


def _nominal(page: Page, i: int, end: int, reading: Reading) -> Phrase:
    """A body that is only described: الوزارة, قوات روسية."""
    return Phrase(
        i, max(end, i + 1), "nominal", "head-alone",
        title=name_span(page, i, max(end, i + 1), _stem(page, i, reading)),
        head=reading.entry.lemma, country=country_of(page, i, end), gender=reading.entry.gender,
        number=reading.entry.number or "s", definite=reading.article,
        title_class=str(reading.entry.data), preposition=reading.preposition,
    )  # fmt: skip


def _seat_country(page: Page, first: int, end: int) -> str | None:
    """The country of a city in the name: جامعة باماكو."""
    for k in range(first, end):
        if page.words[k].head_tags & Tag.PLACE:
            found = phrase_at(page, k, Tag.PLACE)
            if found is not None:
                return found[2].data.country  # type: ignore[no-any-return]
    return None


def _stands_in(page: Page, end: int, kind: str) -> str | None:
    """The country of the place a facility stands in: قاعدة … بولاية كذا, مطار … في كذا."""
    if kind != ActorKind.FACILITY or page.kind(end) != "w":
        return None
    k = end + 1 if page.words[end].form in ("في", "فى") else end
    if k == end and not any(s.preposition == "ب" for s in page.words[end].stems):
        return None
    for n in (k, k + 1):
        if page.kind(n) != "w":
            return None
        found = phrase_at(page, n, Tag.COUNTRY | Tag.PLACE)
        if found is not None and not found[1].conjunction:
            return found[2].data.country  # type: ignore[no-any-return]
        if not page.words[n].tags & (Tag.PLACE_HEAD | Tag.ORG_HEAD):
            return None
    return None


def _media_name(page: Page, i: int, end: int) -> Phrase | None:
    """A medium whose own name follows its head: موقع … aBamako.com, صحيفة «…»."""
    reading = page.words[i].reading(Tag.ORG_HEAD)
    if reading is None:
        return None
    for k in range(i + 1, end):
        pair = page.pair_at.get(k)
        inner = pair is not None and pair.closed and pair.close < end
        if page.kind(k) == "l" or inner:
            first, last = (k + 1, pair.close) if pair is not None and inner else (k, end)
            listed = phrase_at(page, first, Tag.ORGANIZATION)
            of_list = listed[2].data.country if listed is not None and listed[0] == last else None
            return Phrase(
                i, end, ActorKind.MEDIA, "media-name",
                name=name_span(page, first, last),
                title=name_span(page, i, k, _stem(page, i, reading)),
                head=reading.entry.lemma, country=country_of(page, i, k) or of_list,
                gender=reading.entry.gender, preposition=reading.preposition,
            )  # fmt: skip
    return None
