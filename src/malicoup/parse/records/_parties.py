"""Parties on the page: who may give, take, train, oust, punish; and which actor each is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from malicoup.model import ActorKind, Span
from malicoup.parse.names.phrase import Phrase
from malicoup.parse.names.roster import Draft, Roster, key_words
from malicoup.parse.records._party import Entry, Party, entries_by_line, read_line
from malicoup.parse.records._scene import Scene

BODIES = frozenset(
    {
        ActorKind.GOVERNMENT,
        ActorKind.ARMED_FORCE,
        ActorKind.ARMED_GROUP,
        ActorKind.ORGANIZATION,
    }
)
#: Beginnings of the offices whose holders act for their country.
_OFFICES = ("رئيس", "الرئيس", "وزير", "الوزير", "ملك", "الملك", "أمير", "الأمير")
_POWERS = frozenset({ActorKind.COUNTRY, ActorKind.GOVERNMENT, "place"})


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
        self._lines: dict[int, list[Party]] = {}

    @cached_property
    def all(self) -> list[Party]:
        """Every mention in text order."""
        return [p for n in sorted(self._entries) for p in self._line(n)]

    @cached_property
    def _entries(self) -> dict[int, list[Entry]]:
        return entries_by_line(self.scene)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.first for line in self.scene.page.layout.lines]

    def _line(self, n: int) -> list[Party]:
        """The mentions of one line; read when it is asked for."""
        if n not in self._lines:
            self._lines[n] = read_line(self.scene, self._entries.get(n, []))
        return self._lines[n]

    def at(self, i: int) -> Party | None:
        """The mention that begins at token *i*."""
        return next(iter(self.within(i, i + 1)), None)

    def within(self, first: int, end: int) -> list[Party]:
        """Mentions that begin within the tokens."""
        if end <= first:
            return []
        low = max(bisect_right(self._line_starts, max(first, 0)) - 1, 0)
        high = bisect_right(self._line_starts, end - 1)
        return [p for n in range(low, high) for p in self._line(n) if first <= p.first < end]

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

    def state(self, party: Party) -> Draft | None:
        """The actor of a mention; for who holds an office of a country, that country."""
        draft = self.actor(party)
        title = party.phrase.title_class if party.phrase is not None else ""
        person = draft is not None and draft.kind == ActorKind.PERSON
        if draft is None or not person or draft.country is None:
            return draft
        office = title == "office" or any(role.startswith(_OFFICES) for role in draft.roles)
        office = office or (draft.title or "").startswith(_OFFICES)
        return self.of_country(draft.country) if office else draft

    def _resolve(self, party: Party) -> Draft | None:
        if party.draft is not None:
            party.draft.country = party.draft.country or party.country
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
        span = phrase.name or phrase.title or self.scene.page.span(phrase.first, phrase.end)
        kind = phrase.kind if phrase.kind in BODIES else phrase.title_class
        body = kind in BODIES and (phrase.number != "p" or phrase.name is not None)
        if body or phrase.head == "قوات":
            name = clean_name(self._text(span))
            found = roster.named(key_words(name))
            draft = found or roster.new(kind or "organization", name, span.start)
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
        if kind == "latter":
            near = next((p for p in self._before(party.first) if p.kind in _POWERS), None)
            return self.actor(near) if near else None
        if kind == "home":
            return self.home(party.first)
        if kind == "own":
            return self._of_speaker(party.first)
        return None

    def _before(self, i: int) -> Iterator[Party]:
        """Mentions that begin before token *i*, the last one first."""
        n = bisect_right(self._line_starts, i) - 1
        for line in range(n, -1, -1):
            for party in reversed(self._line(line)):
                if party.first < i:
                    yield party

    def home(self, i: int) -> Draft | None:
        """The country the report speaks of at token *i*: the one named last."""
        place: Party | None = None
        for party in self._before(i):
            if party.kind == ActorKind.COUNTRY:
                return party.draft
            if place is None and party.kind == "place" and party.country:
                place = party
        return self.actor(place) if place is not None else None

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


def country_name(code: str) -> str:
    """The Arabic name of a country."""
    from malicoup.lexicon._load import rows

    return next((row[1] for row in rows("countries") if row[0] == code), code)
