"""People told of by nation alone: جنود كينيون, السفير البولندي, البنغاليون.

They have no name but a country, and news says of them who did what to whom; so they are actors
of kind ``unnamed``. They are added last, so that no quote is credited to them by guess.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from malicoup.lexicon.build import ActorData
from malicoup.lexicon.words import Reading, Tag, Word
from malicoup.model import ActorKind, MentionForm, Span
from malicoup.parse.names.countries import country_of
from malicoup.parse.names.phrase import Phrase, name_span, name_text
from malicoup.parse.names.roster import Draft, Roster
from malicoup.parse.names.titled import read_titled
from malicoup.parse.page import Page
from malicoup.text.fold import fold

_NOMINAL = Tag.NOUN | Tag.TITLE | Tag.ORG_HEAD | Tag.MASDAR | Tag.UNNAMED
#: Bodies of people under arms; other bodies without name (شركة روسية) are told of, but do not act.
_BODIES = frozenset({str(ActorKind.ARMED_FORCE), str(ActorKind.ARMED_GROUP)})
_PEOPLE = frozenset({"rank", "profession", "person", "office", "honorific"})


def add_participants(roster: Roster) -> None:
    """Enter the nameless people of a nation that no other rule has taken."""
    known = {fold(d.name): d for d in roster.drafts if d.kind == ActorKind.UNNAMED and d.country}
    taken = {span.start for draft in roster.drafts for span, _, _ in draft.mentions}
    for phrase in [part for whole in roster.phrases for part in _parts(roster, whole)]:
        if phrase.first in roster.by_phrase or phrase.kind != "nominal" or phrase.title is None:
            continue
        span, country = _described(roster, phrase)
        if country is None or span.start in taken or not _tells_of_people(roster.page, phrase):
            continue
        taken.add(span.start)
        person = _holder(roster, phrase, country)
        if person is not None:
            person.mention(span, MentionForm.NOMINAL, "role-of-named")
        else:
            _enter(roster, known, span, country, phrase.number)
    for span, country, number in _nations(roster):
        if span.start not in taken:
            _enter(roster, known, span, country, number)


def _tells_of_people(page: Page, phrase: Phrase) -> bool:
    """Whether the head noun stands for people where it stands.

    Many of its letters are also an action (مساعدة, مراقبة), an adjective of the noun before it
    (الحل السياسي, طائرة مقاتلة), a verb (طالب) or weapons (الأسلحة).
    """
    k = phrase.first
    word = page.words[k]
    if phrase.head == "سلاح" and phrase.number == "p":
        return False
    lone = phrase.gender == "f" and phrase.number == "s"
    if lone and word.tags & (Tag.MASDAR | Tag.ADJECTIVE | Tag.NISBA):
        return False
    before = page.words[k - 1] if k and page.kind(k - 1) == "w" else None
    if before is not None and word.tags & (Tag.ADJECTIVE | Tag.NISBA):
        article = before.form.lstrip("وفب").startswith("ال")  # والتعليم العسكري
        alike = article == word.form.startswith("ال")
        if alike and before.tags & (Tag.NOUN | Tag.ORG_HEAD | Tag.MASDAR):
            return False
    return not (word.tags & Tag.VERB and not phrase.definite and before is None)


def _enter(roster: Roster, known: dict[str, Draft], span: Span, country: str, number: str) -> None:
    name = name_text(roster.page, span)
    draft = known.get(fold(name))
    if draft is None:
        draft = known[fold(name)] = roster.new(ActorKind.UNNAMED, name, span.start)
        draft.country = country
        draft.number = number
    draft.mention(span, MentionForm.NOMINAL, "people-of-a-nation")


def _parts(roster: Roster, whole: Phrase) -> Iterator[Phrase]:
    """A description, and those that stand in it behind its nationality.

    جنود كينيون في هجوم شنه مسلحون تشاديون tells of two.
    """
    yield whole
    if whole.kind != "nominal" or whole.rule != "title-alone":
        return
    k = _nation_end(roster.page, whole) or whole.end
    while k < whole.end:
        inner = read_titled(roster.page, k) if roster.page.words[k].tags & Tag.TITLE else None
        if inner is None or inner.kind != "nominal":
            k += 1
            continue
        yield inner
        k = max(_nation_end(roster.page, inner) or inner.end, k + 1)


def _nation_end(page: Page, phrase: Phrase) -> int | None:
    """The token behind the first word that tells the country, and behind its adjectives."""
    for k in range(phrase.first, phrase.end):
        word = page.words[k]
        told = word.tags & Tag.NISBA or word.head_tags & (Tag.COUNTRY | Tag.SEAT)
        if not told or country_of(page, k, k + 1) is None:
            if k > phrase.first and _opens_object(page, k):
                return None  # مدير للموانئ الهولندية: the nation is that of the ports
            continue
        reading = page.words[k].reading(Tag.NISBA)
        if reading is not None and (reading.preposition or reading.conjunction):
            return None  # الرهائن للروس: to the Russians
        k += 1
        while k < phrase.end and page.words[k].tags & (Tag.ADJECTIVE | Tag.NISBA):
            if page.words[k].tags & (Tag.TITLE | Tag.FUNCTION) or page.kind(k) != "w":
                break
            k += 1
        return k
    return None


def _opens_object(page: Page, k: int) -> bool:
    """Whether token *k* opens what the head is concerned with: في كذا, للكذا."""
    return _is_governor(page.words[k])


@lru_cache(maxsize=1 << 14)
def _is_governor(word: Word) -> bool:
    if word.tags & Tag.PREPOSITION:
        return True
    return bool(word.readings) and all(r.preposition in ("ل", "ب") for r in word.readings)


def _described(roster: Roster, phrase: Phrase) -> tuple[Span, str | None]:
    """The words of a description with the nationality behind it, and the country that tells."""
    page = roster.page
    assert phrase.title is not None
    people = phrase.title_class in _PEOPLE and phrase.rule == "title-alone"
    if not people and phrase.title_class not in _BODIES:
        return phrase.title, None
    end = phrase.end
    while page.kind(end) == "w" and page.words[end].tags & Tag.NISBA and end not in roster.covered:
        end += 1
    if end == phrase.end:
        told = _nation_end(page, phrase)
        if told is None:
            return phrase.title, None
        end = told
    country = country_of(page, phrase.first, end)
    return Span(start=phrase.title.start, end=page.tokens.ends[end - 1]), country


def _holder(roster: Roster, phrase: Phrase, country: str) -> Draft | None:
    """The one named person who holds the office that a definite phrase tells of."""
    if not phrase.definite or phrase.number != "s" or not phrase.head:
        return None
    fitting = [
        d
        for d in roster.drafts
        if d.kind == ActorKind.PERSON and phrase.head in d.heads and d.country == country
    ]
    return fitting[0] if len(fitting) == 1 else None


def _nations(roster: Roster) -> list[tuple[Span, str, str]]:
    """Plurals and duals of nationalities that stand for people: البنغاليون, يمنيين."""
    page = roster.page
    found = []
    for i, word in enumerate(page.words):
        if not word.tags & Tag.NISBA or page.kind(i) != "w" or i in roster.covered:
            continue
        reading = word.reading(Tag.NISBA)
        if reading is None or reading.entry.number not in ("p", "d"):
            continue
        data = reading.entry.data
        if not isinstance(data, ActorData) or data.country is None:
            continue
        if (data.ambiguous and not reading.article) or _qualifies(roster, i, reading):
            continue
        form = next(
            (
                s.form
                for s in word.stems
                if (s.conjunction, s.preposition) == (reading.conjunction, reading.preposition)
            ),
            word.form,
        )
        found.append((name_span(page, i, i + 1, form), data.country, reading.entry.number))
    return found


def _qualifies(roster: Roster, i: int, reading: Reading) -> bool:
    """Whether a nationality is the adjective of the noun before it."""
    page = roster.page
    if reading.conjunction or reading.preposition or page.kind(i - 1) != "w":
        return False
    before = page.words[i - 1]
    if before.tags & (Tag.NISBA | Tag.ADJECTIVE) and not before.tags & Tag.VERB:
        return True
    if not before.tags & _NOMINAL:
        return False
    if before.form.startswith("ال"):
        return True
    return not reading.article and any(r.entry.number in ("p", "d") for r in before.readings)
