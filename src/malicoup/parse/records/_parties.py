"""Parties on the page: who may give, take, train, oust, punish; and which actor each is."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from malicoup.lexicon.build import ActorData
from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, Span
from malicoup.parse.names.phrase import Phrase
from malicoup.parse.names.roster import Draft, Roster, key_words
from malicoup.parse.page import Page, phrase_at
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._scene import COMMAS, Scene

BODIES = frozenset(
    {
        ActorKind.GOVERNMENT,
        ActorKind.ARMED_FORCE,
        ActorKind.ARMED_GROUP,
        ActorKind.ORGANIZATION,
    }
)
_POWERS = frozenset({ActorKind.COUNTRY, ActorKind.GOVERNMENT, "place"})
#: Head nouns that stand before a name and belong to it: شركة فلان, حكومة فلان.
_BEFORE_NAME = frozenset(
    {"شركة", "مجموعة", "مؤسسة", "شركات", "جماعة", "تنظيم", "حركة", "مصنع", "فرع"}
)
_PREPOSITIONS = frozenset(
    {"الى", "من", "مع", "على", "علي", "بين", "في", "ضد", "عن", "لدى", "لصالح", "قبل", "بقيادة",
     "لفائدة", "نحو", "بحق", "طرف", "جانب", "الي", "بواسطة", "ل", "لـ", "عبر", "حق", "داخل", "تجاه"}
)  # fmt: skip
_SAME = {
    "الي": "الى", "لصالح": "ل", "لفائدة": "ل", "لـ": "ل", "نحو": "الى", "علي": "على", "حق": "على",
    "طرف": "قبل", "جانب": "قبل", "بواسطة": "قبل", "بحق": "على", "ضد": "على",
}  # fmt: skip


class Party(NamedTuple):
    """One mention of a party.

    Attributes:
        first, end: Its tokens, half-open.
        prep: The preposition that governs it, folded and made one of a kind; "" for none.
        governor: The noun right before it that governs it, or -1.
        joined: Whether و joins it to the party before.
        draft: Its actor, where the roster has one.
        phrase: The phrase it was read from; None for words that only point back.
        country: ISO code, where it is known.
        kind: An actor kind, ``place``, ``nominal`` or ``pointer``.
    """

    first: int
    end: int
    prep: str
    governor: int
    joined: bool
    draft: Draft | None
    phrase: Phrase | None
    country: str | None
    kind: str

    @property
    def bare(self) -> bool:
        """Whether no preposition and no noun governs it: a subject or an object."""
        return not self.prep and self.governor < 0


def clean_name(text: str) -> str:
    """A name as people write it: hashtag signs and line ends out, one blank between words."""
    return " ".join(text.replace("#", " ").replace("_", " ").split())


def unnamed(roster: Roster, name: str, at: int) -> Draft:
    """The nameless actor of these words, entered once."""
    words = key_words(name)
    for draft in roster.drafts:
        if draft.kind == ActorKind.UNNAMED and draft.words == words:
            return draft
    return roster.new(ActorKind.UNNAMED, name, at)


class Parties:
    """The parties of a report in text order, and the actors they mean."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._memo: dict[int, Draft | None] = {}

    @cached_property
    def all(self) -> list[Party]:
        """Every mention in text order."""
        return _read_all(self.scene)

    @cached_property
    def at(self) -> dict[int, Party]:
        """Mentions by their first token."""
        return {p.first: p for p in self.all}

    def within(self, first: int, end: int) -> list[Party]:
        """Mentions that begin within the tokens."""
        return [p for p in self.all if first <= p.first < end]

    def country(self, party: Party) -> str | None:
        """The country of a party, through its actor where its words do not tell."""
        if party.country is not None:
            return party.country
        draft = self.actor(party) if party.kind != "place" else None
        return draft.country if draft else None

    def actor(self, party: Party) -> Draft | None:
        """The actor a mention means; enters it into the roster where it is new."""
        if party.first not in self._memo:
            self._memo[party.first] = self._resolve(party)
        return self._memo[party.first]

    def _resolve(self, party: Party) -> Draft | None:
        if party.draft is not None:
            return party.draft
        if party.kind == "pointer":
            return self._pointed(party)
        phrase = party.phrase
        if phrase is None:
            return None
        if party.kind == "place":
            return self._government(phrase) if party.country else None
        return self._described(party, phrase)

    def _government(self, phrase: Phrase) -> Draft | None:
        """The government that a capital stands for."""
        roster = self.scene.roster
        name = clean_name(self._text(phrase.name or phrase.title))
        words = key_words(name)
        for draft in roster.drafts:
            known = draft.words == words or name in draft.aliases
            if known and draft.kind not in (ActorKind.PERSON, ActorKind.COUNTRY):
                return draft
        draft = roster.new(ActorKind.GOVERNMENT, name, self._start(phrase))
        draft.country = phrase.country
        return draft

    def _described(self, party: Party, phrase: Phrase) -> Draft:
        """A body or people only described: الجيش, قوات روسية, دبلوماسيين أمريكيين."""
        roster = self.scene.roster
        known = self._bearer(phrase)
        if known is not None:
            return known
        span = phrase.title or self.scene.page.span(phrase.first, phrase.end)
        if (phrase.title_class in BODIES and phrase.number != "p") or phrase.head == "قوات":
            name = clean_name(self._text(span))
            found = roster.named(key_words(name))
            draft = found or roster.new(phrase.title_class or "organization", name, span.start)
        else:
            draft = unnamed(roster, clean_name(self._text(span)), span.start)
        draft.country = draft.country or party.country
        return draft

    def _bearer(self, phrase: Phrase) -> Draft | None:
        """Someone named before by this head: الحلف for حلف شمال الأطلسي."""
        if not phrase.definite or phrase.number != "s" or not phrase.head:
            return None
        best: Draft | None = None
        for draft in self.scene.roster.drafts:
            alike = phrase.head in draft.heads and draft.kind != ActorKind.UNNAMED
            fits = phrase.country in (None, draft.country) or draft.country is None
            if alike and fits and draft.order < self._start(phrase):
                best = draft if best is None or draft.order > best.order else best
        return best

    def _pointed(self, party: Party) -> Draft | None:
        kind = self.scene.sense_of_pointer(party.first)
        before = [p for p in self.all if p.first < party.first and p.kind != "pointer"]
        if kind == "latter":
            near = [p for p in before if p.kind in _POWERS]
            return self.actor(near[-1]) if near else None
        if kind == "home":
            return self.home(party.first)
        if kind == "own":
            return self._of_speaker(party.first)
        return None

    def home(self, i: int) -> Draft | None:
        """The country the report speaks of at token *i*: the one named last."""
        for party in reversed(self.all):
            if party.first < i and party.kind == ActorKind.COUNTRY:
                return party.draft
        for party in reversed(self.all):
            if party.first < i and party.kind == "place" and party.country:
                return self.actor(party)
        return None

    def _of_speaker(self, i: int) -> Draft | None:
        """The country of who speaks at token *i* (بلاده)."""
        speaker = self.scene.book.speaker_at(i, i + 1)
        who = next((d for d in self.scene.roster.drafts if d.id == speaker), None)
        return self.of_country(who.country) if who is not None and who.country else None

    def of_country(self, code: str) -> Draft:
        """The country with a code, entered under its name where the report does not name it."""
        for draft in self.scene.roster.drafts:
            if draft.kind == ActorKind.COUNTRY and draft.country == code:
                return draft
        for draft in self.scene.roster.drafts:
            if draft.country == code and draft.kind == ActorKind.GOVERNMENT:
                return draft
        end = len(self.scene.page.text)
        draft = self.scene.roster.new(ActorKind.COUNTRY, country_name(code), end)
        draft.country = code
        return draft

    def _text(self, span: Span | None) -> str:
        return "" if span is None else self.scene.page.text[span.start : span.end]

    def _start(self, phrase: Phrase) -> int:
        return (phrase.name or phrase.title or self.scene.page.span(phrase.first, phrase.end)).start


def country_of_nisba(page: Page, k: int) -> str | None:
    """The country of the nationality at token *k*."""
    reading = page.words[k].reading(Tag.NISBA)
    if reading is None or reading.conjunction or not isinstance(reading.entry.data, ActorData):
        return None
    data = reading.entry.data
    return data.country if not data.ambiguous or reading.article else None


def country_name(code: str) -> str:
    """The Arabic name of a country."""
    from malicoup.lexicon._load import rows

    return next((row[1] for row in rows("countries") if row[0] == code), code)


# -- reading -----------------------------------------------------------------------------------


def _read_all(scene: Scene) -> list[Party]:
    found: list[Party] = []
    nominal_end: dict[int, Phrase] = {}
    roster = scene.roster
    entries: list[tuple[int, Phrase | None]] = [(p.first, p) for p in roster.phrases]
    held = {p.first for p in roster.phrases}
    entries += [(k, None) for k in roster.by_phrase if k not in held]
    for k in range(len(scene.page)):
        if scene.words[k].tags & Family.POINTER and k not in held and _points(scene, k):
            entries.append((k, None))
    for first, phrase in sorted(entries, key=lambda e: (e[0], -(e[1].end if e[1] else e[0]))):
        party = _party(scene, first, phrase, found, nominal_end)
        if party is not None and not (found and found[-1].first == party.first):
            found.append(party)
        if phrase is not None and phrase.kind == "nominal":
            nominal_end[phrase.end] = phrase
    return found


def _points(scene: Scene, k: int) -> bool:
    kind = scene.sense_of_pointer(k)
    if kind == "home":  # المملكة العربية السعودية is a name
        return k + 1 >= len(scene.page) or not scene.page.words[k + 1].tags & Tag.NISBA
    return kind is not None


def _party(
    scene: Scene,
    first: int,
    phrase: Phrase | None,
    found: list[Party],
    nominal_end: dict[int, Phrase],
) -> Party | None:
    page = scene.page
    draft = scene.roster.by_phrase.get(first)
    if phrase is None:
        kind = draft.kind if draft else "pointer"
        end = first + 1
        country = draft.country if draft else None
    else:
        if not _is_party(scene, phrase, draft):
            return None
        kind = draft.kind if draft else phrase.kind
        end = phrase.end
        country = draft.country if draft else phrase.country or _nisba_behind(scene, end)
    start = first
    before = nominal_end.get(first)
    while before is not None and before.head in _BEFORE_NAME and before.first < start:
        start = before.first
        before = nominal_end.get(start)
    joined = _is_joined(scene, first, phrase) and bool(found) and _adjoins(scene, found[-1], first)
    if joined:
        prep, governor = found[-1].prep, found[-1].governor
    else:
        prep, governor = _governed(scene, start, phrase)
    del page
    return Party(first, end, prep, governor, joined, draft, phrase, country, kind)


def _nisba_behind(scene: Scene, k: int) -> str | None:
    """The country that an adjective behind a description tells: شركة حكومية صينية."""
    while scene.page.kind(k) == "w" and scene.page.words[k].tags & (Tag.ADJECTIVE | Tag.NISBA):
        country = country_of_nisba(scene.page, k)
        if country is not None:
            return country
        k += 1
    return None


def _is_party(scene: Scene, phrase: Phrase, draft: Draft | None) -> bool:
    first = phrase.first
    if scene.words[first].tags & Family.WEAPON and not scene.page.words[first].tags & Tag.COUNTRY:
        return False
    if draft is not None:
        return draft.kind not in (ActorKind.MEDIA,)
    if phrase.kind == "place":
        return not _in_function_phrase(scene, first)
    if phrase.title_class in ("document", "media"):
        return False
    if phrase.rule == "title-alone":
        adjective = first > 0 and scene.page.words[first].tags & Tag.ADJECTIVE
        behind_noun = first > 0 and scene.page.words[first - 1].tags & (Tag.NOUN | Tag.MASDAR)
        return not (adjective and behind_noun) and phrase.title_class != ""
    return phrase.head != "برنامج"


def _in_function_phrase(scene: Scene, i: int) -> bool:
    """Whether token *i* ends a fixed phrase such as في إطار."""
    found = phrase_at(scene.page, i - 1, Tag.FUNCTION) if i else None
    return found is not None and found[0] > i


def _is_joined(scene: Scene, first: int, phrase: Phrase | None) -> bool:
    """Whether و is written onto the first word of the party."""
    start = scene.page.tokens.starts[first]
    span = (phrase.name or phrase.title) if phrase else None
    if span is None:
        form = scene.form(first)
        return form[:1] == "و" and scene.page.words[first].tags & Tag.COUNTRY == 0
    if phrase is not None and phrase.title is not None and phrase.name is not None:
        span = min(phrase.name, phrase.title, key=lambda s: s.start)
    return scene.page.text[start : span.start].startswith("و") or (scene.form(first - 1) == "و")


def _adjoins(scene: Scene, before: Party, first: int) -> bool:
    gap = range(before.end, first)
    return len(gap) <= 2 and all(
        scene.page.raw(k) in COMMAS or scene.page.raw(k) in '()»"”و' or scene.page.kind(k) == "p"
        for k in gap
    )


def _governed(scene: Scene, start: int, phrase: Phrase | None) -> tuple[str, int]:
    """The preposition before a party, and the noun that governs it."""
    if phrase is not None and phrase.preposition:
        return phrase.preposition, -1
    attached = _attached(scene, start)
    if attached:
        return attached, -1
    k = start - 1
    while k >= 0 and scene.page.raw(k) in '"“«(#”':
        k -= 1
    form = scene.base(k)
    if form in _PREPOSITIONS:
        if form == "من" and scene.form(k - 1) in ("بدعم", "بتمويل", "بدلا"):
            return "", -1
        return _SAME.get(form, form), -1
    if form in ("كل", "كلا", "كلتا") or scene.page.words[k].form in ("شركة",):
        return _governed(scene, k, None)
    if form in ("من",) and scene.form(k - 1) in ("كل",):
        return _governed(scene, k - 1, None)
    word = scene.page.words[k] if k >= 0 else None
    if word is None or scene.page.kind(k) != "w" or k != start - 1:
        return "", -1
    nominal = not form.startswith("ال") and any(
        r.entry.tag & (Tag.NOUN | Tag.MASDAR | Tag.ORG_HEAD) and not r.pronoun
        for r in word.readings
    )
    if nominal and not _is_finite(scene, k):
        return "", k
    return "", -1


def _attached(scene: Scene, k: int) -> str:
    """A preposition written onto a word that every reading of it carries."""
    readings = scene.page.words[k].readings
    found = {r.preposition for r in readings}
    return next(iter(found)) if len(found) == 1 and found <= {"ل", "ب"} else ""


def _is_finite(scene: Scene, k: int) -> bool:
    """Whether the word is more likely a verb here: it has a verb reading and no noun one alone."""
    word = scene.page.words[k]
    return any(r.entry.person is not None for r in word.readings) and not word.tags & Tag.MASDAR
