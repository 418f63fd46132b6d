"""Who is trained: persons, forces, groups only described; and where."""

from __future__ import annotations

from collections import Counter

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, MentionForm
from malicoup.parse.names.name_words import unknown
from malicoup.parse.names.roster import Draft
from malicoup.parse.page import phrase_at
from malicoup.parse.records._arguments import subject
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._parties import Parties, clean_name, unnamed
from malicoup.parse.records._party import Party
from malicoup.parse.records._scene import Scene
from malicoup.text.fold import fold

_BODIES = frozenset(
    {
        ActorKind.ARMED_FORCE,
        ActorKind.ARMED_GROUP,
        ActorKind.ORGANIZATION,
        ActorKind.GOVERNMENT,
        "nominal",
    }
)
_PLACED = Tag.COUNTRY | Tag.PLACE
_IN = ("في", "ب", "داخل")
_NEAR = frozenset({"قرب", "شمال", "جنوب", "شرق", "غرب", "وسط", "بالقرب", "من"})
_JUNTA = frozenset(map(fold, ("المجلس العسكري", "المجلس العسكري الانتقالي")))


def people_at(scene: Scene, parties: Parties, who: Party | None) -> tuple[Draft, ...]:
    """The actors that a subject or object means, those joined to it included."""
    if who is None:
        return ()
    if is_junta(scene, who):
        return (junta(scene, parties, who),)
    who = members_of(scene, parties, who)
    draft = parties.actor(who)
    found = [] if draft is None else [draft]
    if draft is not None and draft.country is None:
        draft.country = _owner(scene, parties, who)
    for party in parties.within(who.end, who.end + 40):
        if party.first >= who.end and party.first - who.end <= 1 and party.joined:
            other = parties.actor(party)
            if other is not None and other.kind == ActorKind.PERSON and other not in found:
                found.append(other)
                who = party
    return tuple(found)


def _owner(scene: Scene, parties: Parties, who: Party) -> str | None:
    """قالت كذا إن جنودها: the country of those that a pronoun makes the forces of who is named."""
    last = who.end - 1
    soldiers = scene.sense(who.first, Family.TRAINING, "soldier")
    owned = any(r.pronoun for r in scene.page.words[last].readings) or any(
        r.pronoun for r, _ in scene.senses(last, Family.TRAINING)
    )
    if soldiers is None or not owned:
        return None
    before = parties.within(scene.sentence(who.first)[0], who.first)
    owners = [p for p in before if p.bare and not p.joined and p.country is not None]
    return owners[0].country if owners else None


def members_of(scene: Scene, parties: Parties, who: Party) -> Party:
    """مستشارون من مجموعة كذا: the body that people only described belong to."""
    if who.draft is not None or who.country is not None or who.phrase is None:
        return who
    for party in parties.within(who.end + 1, who.end + 3):  # فريقا من مشاة البحرية
        if party.prep == "من" and scene.base(who.end) == "من" and party.kind in _BODIES:
            return party
    return who


def own_forces(scene: Scene, parties: Parties, i: int, near: list[Party]) -> Party | None:
    """طلبت كذا تدريب قواتها, إلى كذا لتدريب جيشها: the forces of who asks, or named last."""
    found = scene.sense(i + 1, Family.TRAINING, "soldier")
    pronoun = scene.page.words[i + 1].readings if i + 1 < len(scene.page) else ()
    if found is None or not (found[0].pronoun or any(r.pronoun for r in pronoun)):
        return None
    first = scene.clause(i).first
    asked = scene.has(first, i, Family.MEASURE, "call")
    states = [p for p in near if p.first < i and parties.country(p) is not None]
    owner = (
        subject(scene, parties, asked, near)
        if asked is not None
        else next(iter(states[::-1]), None)
    )
    country = parties.country(owner) if owner is not None else None
    if country is None:
        return None
    span = scene.page.span(i + 1, i + 2)
    draft = unnamed(scene.roster, scene.page.text[span.start : span.end], span.start)
    draft.country = draft.country or country
    return Party(i + 1, i + 2, "", i, False, draft, None, country, ActorKind.ARMED_FORCE)


def other_side(scene: Scene, parties: Parties, giver: Party, country: str | None, i: int) -> Party:
    """Of two who agree or drill together, the one who is not of the trainees' country."""
    if country is None or parties.country(giver) != country:
        return giver
    for party in parties.within(giver.end, i):
        if party.joined and parties.country(party) not in (None, country):
            return party
    for k in range(giver.first + 1, min(giver.end + 2, i)):  # القوات التونسية والأمريكية
        reading = scene.page.words[k].reading(Tag.NISBA)
        if reading is not None and reading.conjunction == "و":
            code = reading.entry.data.country
            if code not in (None, country):
                draft = parties.of_country(code)
                return Party(k, k + 1, "", -1, True, draft, None, code, ActorKind.COUNTRY)
    return giver


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
    draft = next((d for d in roster.drafts if fold(clean_name(d.name)) in _JUNTA), None)
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
    scene: Scene,
    parties: Parties,
    i: int,
    end: int,
    trainees: tuple[Draft, ...],
    preps: tuple[str, ...] = _IN,
) -> tuple[tuple[int, int] | None, tuple[str, ...]]:
    """Words for the place of a training, and the countries they tell."""
    own = {d.country for d in trainees}
    spot: tuple[int, int] | None = None
    countries: list[str] = []
    camp = next((k for k in range(i + 1, end) if _is_camp(scene, k, preps)), None)
    for party in parties.within(i, end):
        country = party.country
        first = _place_start(scene, party, preps)
        if spot is not None and _goes_on(scene, spot, party):
            first = spot[0]
        if first is None or (country in own and party.kind == ActorKind.COUNTRY and country):
            continue
        if spot is None or first == spot[0] or (party.joined and spot[1] == party.first):
            spot = (first if spot is None else spot[0], party.end)
        if country is not None and country not in countries:
            countries.append(country)
    if camp is not None and (spot is None or scene.country_named(spot[0])):
        return (camp, _camp_end(scene, parties, camp, end)), tuple(countries)
    if spot is None:
        return _inside_phrase(scene, i, end, own, preps)
    return spot, tuple(countries)


def _is_camp(scene: Scene, k: int, preps: tuple[str, ...]) -> bool:
    """بمعسكرات كذا, في قاعدة كذا: where training is given, told closer than by a country."""
    form = scene.form(k)
    led = scene.form(k - 1) in preps or form[:1] == "ب"
    stem = form.removeprefix("ب").removeprefix("ال")
    return led and stem in _CAMPS


_CAMPS = frozenset({"معسكر", "معسكرات", "قاعدة", "قواعد", "ثكنة", "ثكنات", "ميدان"})


def _camp_end(scene: Scene, parties: Parties, k: int, end: int) -> int:
    behind = next((p for p in parties.within(k, min(k + 3, end)) if p.end > k + 1), None)
    return behind.end if behind is not None else k + 1


def _place_start(scene: Scene, party: Party, preps: tuple[str, ...]) -> int | None:
    """The first word of a place: the party, or the noun that governs it (ضواحي كذا)."""
    if party.kind == ActorKind.PERSON or party.prep == "بين":
        return None
    if party.prep in preps or (party.kind == ActorKind.FACILITY and party.prep in ("", "الى")):
        return party.first
    lead = party.governor
    placed = lead >= 0 and (scene.base(lead - 1) in preps or scene.form(lead)[:1] == "ب")
    return lead if placed and party.kind in ("place", ActorKind.COUNTRY) else None


def _goes_on(scene: Scene, spot: tuple[int, int], party: Party) -> bool:
    """في مركز قرب كذا: a place told by another behind it."""
    between = range(spot[1], party.first)
    place = party.kind in ("place", ActorKind.COUNTRY)
    return place and 0 < len(between) <= 3 and all(scene.form(k) in _NEAR for k in between)


def _is_foreign(scene: Scene, k: int) -> bool:
    """Whether a word is in no list and no date: a place that the lists do not know."""
    dated = any(w.first <= k < w.end for w in scene.whens)
    return not dated and unknown(scene.page.words[k], scene.page.raw(k))


def _inside_phrase(
    scene: Scene, i: int, end: int, own: set[str | None], preps: tuple[str, ...]
) -> tuple[tuple[int, int] | None, tuple[str, ...]]:
    """A place at the end of a phrase that names someone: ضباط البحرية في كذا."""
    for k in range(i, min(end, len(scene.page) - 1)):
        found = phrase_at(scene.page, k + 1, _PLACED) if scene.base(k) in preps else None
        country = found[2].data.country if found is not None else None
        town = found is not None and not scene.country_named(k + 1)
        if found is not None and country is not None and (town or country not in own):
            return (k + 1, found[0]), (str(country),)
        if found is None and scene.base(k) in preps and _is_foreign(scene, k + 1):
            return (k + 1, k + 2), ()
    return None, ()
