"""Who is trained: persons, forces, groups only described; and where."""

from __future__ import annotations

from collections import Counter

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, MentionForm
from malicoup.parse.names.roster import Draft
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._parties import Parties, clean_name
from malicoup.parse.records._party import Party
from malicoup.parse.records._scene import Scene

_JUNTA = ("المجلس العسكري", "المجلس العسكري الانتقالي")


def people_at(scene: Scene, parties: Parties, who: Party | None) -> tuple[Draft, ...]:
    """The actors that a subject or object means, those joined to it included."""
    if who is None:
        return ()
    if is_junta(scene, who):
        return (junta(scene, parties, who),)
    draft = parties.actor(who)
    found = [] if draft is None else [draft]
    for party in parties.all:
        if party.first >= who.end and party.first - who.end <= 1 and party.joined:
            other = parties.actor(party)
            if other is not None and other.kind == ActorKind.PERSON and other not in found:
                found.append(other)
                who = party
    return tuple(found)


def is_junta(scene: Scene, party: Party) -> bool:
    """قادة الانقلاب, المجلس العسكري, الانقلابيون: those who took power, as one body."""
    words = [scene.form(k) for k in range(party.first, party.end)]
    text = " ".join(words)
    if "المجلس العسكري" in text:
        return True
    coup = any(scene.sense(k, Family.COUP, "coup") for k in range(party.first, party.end))
    many = party.phrase is not None and party.phrase.number == "p"
    return coup and (many or text.endswith(("ون", "ين")))


def junta(scene: Scene, parties: Parties, party: Party) -> Draft:
    """The one actor for those who took power; the country of the coup is theirs."""
    roster = scene.roster
    start = scene.page.span(party.first, party.end)
    name = _junta_name(scene, party)
    draft = next((d for d in roster.drafts if clean_name(d.name) in _JUNTA), None)
    draft = draft or next(
        (d for d in roster.drafts if d.kind == ActorKind.GOVERNMENT and "junta" in d.heads), None
    )
    if draft is None:
        draft = roster.new(ActorKind.GOVERNMENT, name, start.start)
    else:
        draft.alias(name)
    draft.heads.add("junta")
    if draft.country is None:
        draft.country = coup_country(scene, parties)
    draft.mention(start, MentionForm.NOMINAL, "junta")
    return draft


def _junta_name(scene: Scene, party: Party) -> str:
    end = party.first
    while end < party.end and not scene.page.words[end].tags & (Tag.FUNCTION | Tag.COUNTRY):
        end += 1
    return clean_name(scene.page.slice(party.first, max(end, party.first + 1)))


def coup_country(scene: Scene, parties: Parties) -> str | None:
    """The country that stands beside a word for a coup most often."""
    votes: Counter[str] = Counter()
    for i in range(len(scene.page)):
        if scene.words[i].tags & Family.COUP and scene.sense(i, Family.COUP, "coup"):
            for party in parties.within(i + 1, i + 4):
                if party.kind == ActorKind.COUNTRY and party.country:
                    votes[party.country] += 1
    return votes.most_common(1)[0][0] if votes else None


def places_of(
    scene: Scene, parties: Parties, i: int, end: int, trainees: tuple[Draft, ...]
) -> tuple[tuple[int, int] | None, tuple[str, ...]]:
    """Words for the place of a training, and the countries they tell."""
    own = {d.country for d in trainees}
    spot: tuple[int, int] | None = None
    countries: list[str] = []
    for party in parties.within(i, end):
        country = party.country
        placed = party.prep in ("في", "ب", "داخل") or party.kind == ActorKind.FACILITY
        if not placed or party.prep == "بين":
            continue
        if country is not None and country in own and party.kind == ActorKind.COUNTRY:
            continue
        if spot is None or (party.joined and spot[1] == party.first):
            spot = (party.first if spot is None else spot[0], party.end)
        if country is not None and country not in countries:
            countries.append(country)
    return spot, tuple(countries)
