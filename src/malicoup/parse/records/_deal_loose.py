"""The sides of a transfer that its own clause leaves open, from weaker cues of its sentence.

Asked only behind the closer rules: who made the weapon, with whom an agreement of the sentence is,
from whom or to whom another word of it tells, and the receiver of the lot told right before.
"""

from __future__ import annotations

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind
from malicoup.parse.records._arguments import subject
from malicoup.parse.records._deal_firms import is_firm, tells_of_making
from malicoup.parse.records._deal_hits import Hit
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._parties import Parties
from malicoup.parse.records._party import Party, country_of_nisba
from malicoup.parse.records._scene import Scene

_STATES = frozenset({ActorKind.COUNTRY, ActorKind.GOVERNMENT, "place"})
#: Verbs of those who want a transfer.
_WANTS = frozenset({"انتظر"})
#: Participles that say where a weapon was made, without their endings.
_MADE = ("المصنوع", "مصنوع", "المصنع")
#: How many words a maker may stand behind such a word.
_NEXT = 3


def fill_sides(scene: Scene, parties: Parties, hit: Hit, before: Hit | None) -> None:
    """Set the side of a hit that is still open where one cue of its sentence tells it.

    Args:
        scene: The report.
        parties: Its parties.
        hit: The mention; one side has to be known.
        before: The mention right before it, or None.
    """
    if hit.supplier is None and hit.recipient is not None:
        party = _maker(scene, parties, hit) or _seller(scene, parties, hit)
        if party is not None:
            hit.supplier = parties.state(party)
            hit.places["supplier"] = (party.first, party.end)
        elif hit.nucleus.role == "supply":
            _yard(scene, parties, hit)
    elif hit.recipient is None and hit.supplier is not None and hit.nucleus.role == "supply":
        _waiting(scene, parties, hit)
        if hit.recipient is None:
            _same_receiver(scene, hit, before)


def _yard(scene: Scene, parties: Parties, hit: Hit) -> None:
    """بدأت أحواض السفن الهندية تسليم كذا: the nationality of who begins, before a verbal noun."""
    first = scene.clause(hit.nucleus.token).first
    stages = [p for p in hit.predicates if p.is_verb and p.role == "stage"]
    if hit.nucleus.is_verb or hit.recipient is None or not stages or stages[0].token != first:
        return
    if any(scene.page.words[k].tags & Tag.PREPOSITION for k in range(first, hit.nucleus.token)):
        return
    spots = {k: country_of_nisba(scene.page, k) for k in range(first, hit.nucleus.token)}
    told = {k: code for k, code in spots.items() if code is not None and scene.has_article(k)}
    if len(set(told.values())) == 1:
        k, code = next(iter(told.items()))
        if code != hit.recipient.country:
            hit.supplier = parties.of_country(code)
            hit.places["supplier"] = (k, k + 1)


def _waiting(scene: Scene, parties: Parties, hit: Hit) -> None:
    """تنتظر كذا موافقة كذا على نقل كذا: who waits for a transfer takes it over."""
    waits = [p for p in hit.predicates if p.is_verb and p.reading.entry.lemma in _WANTS]
    if not waits or waits[-1].token > hit.nucleus.token:
        return
    verb = waits[-1].token
    near = parties.within(scene.clause(verb).first, hit.nucleus.token)
    party = subject(scene, parties, verb, near)
    if party is not None and party.draft is not hit.supplier and party.kind in _STATES:
        hit.recipient = parties.state(party)
        hit.places["recipient"] = (party.first, party.end)


def _same_receiver(scene: Scene, hit: Hit, before: Hit | None) -> None:
    """أرسلت كذا إلى كذا مدافع، فيما تعهدت كذا بإرسال صواريخ: both lots go to one receiver."""
    if before is None or before.recipient is None or before.nucleus.role != "supply":
        return
    one = scene.clause(before.nucleus.token).sentence == scene.clause(hit.nucleus.token).sentence
    if one and before.recipient is not hit.supplier:
        hit.recipient = before.recipient
        hit.inherited = True


def _maker(scene: Scene, parties: Parties, hit: Hit) -> Party | None:
    """دبابات صنعت في كذا, صواريخ تنتجها شركة كذا: who made the weapon."""
    if hit.weapon is None:
        return None
    _, end = scene.sentence(hit.first)
    for k in range(hit.weapon.end, min(end, hit.weapon.end + 14)):
        if not (scene.base(k).startswith(_MADE) or tells_of_making(scene, k)):
            continue
        for party in parties.within(k + 1, min(end, k + 1 + _NEXT)):
            if party.prep in ("في", "قبل", "") and _differs(hit, party):
                return party
    return None


def _seller(scene: Scene, parties: Parties, hit: Hit) -> Party | None:
    """The one other state or firm that the sentence says an agreement or a purchase is with."""
    first, end = scene.sentence(hit.first)
    agreed = scene.has(first, end, Family.DEAL, "deal") is not None
    found: dict[str, Party] = {}
    for party in parties.within(first, end):
        marked = party.prep == "من" or (agreed and party.prep in ("مع", "بين"))
        if not marked or not _differs(hit, party):
            continue
        if scene.base(party.first - 2) in ("كل", "قريب", "اكثر", "بدلا"):
            continue
        key = _code(party) or (party.draft.id if party.draft is not None else None)
        firm = is_firm(party) or (party.kind == ActorKind.ORGANIZATION and party.prep == "مع")
        if key is not None and (party.kind in _STATES or firm):
            found.setdefault(key, party)
    return next(iter(found.values())) if len(found) == 1 else None


def _differs(hit: Hit, party: Party) -> bool:
    """Whether a party is not the side that is known already."""
    known = hit.recipient or hit.supplier
    if known is None or party.draft is known:
        return False
    code = _code(party)
    return code is None or code != known.country


def _code(party: Party) -> str | None:
    return party.country or (party.draft.country if party.draft is not None else None)
