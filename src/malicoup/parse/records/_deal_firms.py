"""Firms that sell and make weapons, and what the weapon itself tells of its supplier."""

from __future__ import annotations

from attrs import evolve

from malicoup.model import ActorKind
from malicoup.parse.names.roster import key_words
from malicoup.parse.records._deal_hits import Hit
from malicoup.parse.records._parties import Parties
from malicoup.parse.records._party import Party
from malicoup.parse.records._scene import Scene

_FIRMS = (("شركة",), ("مجموعة",))


def is_firm(party: Party) -> bool:
    """Whether a party is a firm by its name."""
    return party.draft is not None and party.draft.words[:1] in _FIRMS


def telling_firm(scene: Scene, hit: Hit) -> None:
    """اقتربت كذا من شراء كذا، بحسب شركة كذا: the firm that tells of a purchase sells."""
    speaker = scene.book.speaker_at(hit.first, hit.end)
    teller = next((d for d in scene.roster.drafts if d.id == speaker), None)
    if teller is not None and teller.words[:1] in _FIRMS:
        hit.supplier = teller
        hit.inherited = True


def latin_name(parties: Parties, party: Party) -> Party | None:
    """شركة الدفاع “Acme”: a name in Latin letters in marks behind a body."""
    page, roster = parties.scene.page, parties.scene.roster
    pair = page.pair_at.get(party.end)
    if pair is None or not pair.closed or pair.open != party.end or pair.close - pair.open > 5:
        return None
    inside = range(pair.open + 1, pair.close)
    if not inside or any(page.kind(k) != "l" for k in inside):
        return None
    span = page.span(inside[0], inside[-1] + 1)
    name = page.text[span.start : span.end]
    draft = roster.named(key_words(name)) or roster.new(ActorKind.ORGANIZATION, name, span.start)
    draft.country = draft.country or party.country
    return evolve(party, first=inside[0], end=pair.close, draft=draft, phrase=None)


#: Nouns before the firm that makes a weapon.
_MAKING = frozenset({"انتاج", "تصنيع", "صنع", "صناعة"})
_MAKES = frozenset({"صنع", "أنتج", "بنى"})


def tells_of_making(scene: Scene, k: int, *, by_whom: bool = False) -> bool:
    """Whether token *k* is a verb of making; *by_whom* asks that its object is written onto it."""
    return any(
        r.entry.lemma in _MAKES and r.entry.person == 3 and (bool(r.pronoun) or not by_whom)
        for r in (scene.page.words[k].readings if 0 <= k < len(scene.page) else ())
    )


def _made_by(parties: Parties, hit: Hit) -> list[Party]:
    """مدرعات من إنتاج شركة كذا: the firm that makes what is handed over."""
    behind = parties.within(hit.end, hit.end + 5)
    form = parties.scene.form
    return [
        p
        for p in behind
        if (p.governor >= 0 and form(p.governor) in _MAKING)
        or tells_of_making(parties.scene, p.first - 1, by_whom=True)
    ]


def from_weapon(parties: Parties, hit: Hit, recipient: Party | None) -> None:
    """The supplier that the weapon itself tells: its maker, or the nationality it bears."""
    weapon = hit.weapons[0]
    makers = [
        p
        for w in hit.weapons
        for p in parties.within(w.first, w.end)
        if p.kind == ActorKind.ORGANIZATION and p.country
    ]
    makers = makers or _made_by(parties, hit)
    if makers:
        hit.supplier = parties.actor(makers[0])
        hit.places["supplier"] = (makers[0].first, makers[0].end)
    elif weapon.origin is not None:
        taker = parties.country(recipient) if recipient else None
        if taker != weapon.origin:
            hit.supplier = parties.of_country(weapon.origin)
            hit.places["supplier"] = (weapon.first, weapon.end)
