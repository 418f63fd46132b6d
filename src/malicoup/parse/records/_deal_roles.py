"""Who gives and who takes in a transfer: arguments of the predicate, its governors, the weapon."""

from __future__ import annotations

from typing import NamedTuple

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind
from malicoup.parse.records import _lexicon
from malicoup.parse.records._arguments import NO_PARTY, subject
from malicoup.parse.records._deal_agents import agent_of, asking, scope_end, takes_object
from malicoup.parse.records._deal_firms import from_weapon, is_firm, latin_name, telling_firm
from malicoup.parse.records._deal_hits import Hit, Predicate, predicates_in
from malicoup.parse.records._parties import BODIES, Parties
from malicoup.parse.records._party import Party
from malicoup.parse.records._scene import Scene

_STATES = frozenset({ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.ARMED_FORCE, "place"})
_FROM = frozenset({"من", "قبل", "لدى"})
_TO = frozenset({"ل", "الى"})


#: Words for a lot between a party and its weapons.
_BATCH = frozenset({"دفعة", "الدفعة", "من", "اول", "ثاني", "عددا", "عدد", "مجموعة", "اخر", "كمية"})


#: Words that open a condition.
_CONDITIONS = frozenset({"لم", "شريطة", "بشرط", "اذا", "ريثما", "حين"})


class Sides(NamedTuple):
    """The two sides of a transfer, where they are known."""

    supplier: Party | None
    recipient: Party | None


def read_sides(scene: Scene, parties: Parties, hit: Hit) -> None:
    """Set supplier and recipient of a hit, with the words they were read from."""
    supplier, recipient = _sides(scene, parties, hit)
    supplier = _named(parties, supplier)
    if supplier is None and hit.weapon is not None:
        from_weapon(parties, hit, recipient)
    if supplier is not None and supplier == recipient:
        supplier = None
    if (
        supplier is not None
        and recipient is not None
        and _is_own(parties, hit, supplier, recipient)
    ):
        supplier = None  # رادارات فرنسية إلى الجيش: not from the army's own country
        from_weapon(parties, hit, recipient)
    for side, party in (("supplier", supplier), ("recipient", recipient)):
        if party is not None:
            setattr(hit, side, parties.state(party))
            if getattr(hit, side) is not None:
                hit.places[side] = (party.first, party.end)
    loose = not hit.nucleus.is_weak or hit.nucleus.kind == "arrive"
    if hit.recipient is None and hit.supplier is not None and loose:
        _only_other(scene, parties, hit)
    if hit.supplier is None and hit.recipient is not None and hit.nucleus.role == "acquire":
        telling_firm(scene, hit)
    if hit.supplier is None and hit.recipient is not None and hit.nucleus.role == "acquire":
        _partner(scene, parties, hit)


def _is_own(parties: Parties, hit: Hit, supplier: Party, recipient: Party) -> bool:
    """Whether both sides are of one country, and the weapon is of another."""
    country = parties.country(supplier)
    origin = hit.weapon.origin if hit.weapon is not None else None
    return origin not in (None, country) and country == parties.country(recipient)


def _partner(scene: Scene, parties: Parties, hit: Hit) -> None:
    """The one other country that the line spoke of before a purchase without a seller."""
    first, _ = scene.page.line(hit.first)
    buyer = hit.recipient.country if hit.recipient else None
    others = {
        p.country: p
        for p in parties.within(first, hit.first)
        if p.kind == ActorKind.COUNTRY and p.country not in (None, buyer)
    }
    if len(others) == 1 and buyer is not None:
        hit.supplier = parties.actor(next(iter(others.values())))
        hit.inherited = True


def _named(parties: Parties, party: Party | None) -> Party | None:
    """من قبل شركة الدفاع «فلان»: the name behind a description."""
    if party is None or party.kind not in (ActorKind.ORGANIZATION, "nominal"):
        return party
    latin = latin_name(parties, party)
    if latin is not None:
        return latin
    behind = [p for p in parties.within(party.end, party.end + 2) if p.draft is not None]
    fits = behind and behind[0].kind == ActorKind.ORGANIZATION and behind[0].bare
    return behind[0] if fits else party


def _only_other(scene: Scene, parties: Parties, hit: Hit) -> None:
    """The one other country of the sentence, where no word marks the recipient."""
    first, end = scene.sentence(hit.first)
    seller = hit.supplier.country if hit.supplier else None
    others: dict[str, Party] = {}
    for party in parties.within(first, end):
        country = parties.country(party) if party.kind in _STATES else None
        if country is not None and country != seller:
            others.setdefault(country, party)
    if len(others) == 1 and seller is not None:
        party = next(iter(others.values()))
        hit.recipient = parties.actor(party)
        hit.places["recipient"] = (party.first, party.end)


def _sides(scene: Scene, parties: Parties, hit: Hit) -> Sides:
    near = _near(scene, parties, hit)
    frame = _before_colon(scene, hit) if not near else None
    if frame is not None:
        hit = frame
        near = _near(scene, parties, hit)
    nucleus = hit.nucleus
    giving = _giving_verb(hit) if nucleus.role == "licence" else None
    if giving is not None:  # منحت إيطاليا تركيا ترخيصا
        hit = _as_of(hit, giving)
    agent = agent_of(scene, parties, hit, near)
    nucleus = hit.nucleus
    if nucleus.role == "supply" and nucleus.kind == "arrive":
        return _arrival(hit, near)
    if nucleus.role == "supply":
        return _supply(scene, parties, hit, near, agent)
    if nucleus.role == "acquire":
        return _acquire(scene, parties, hit, near, agent)
    return _agreement(scene, parties, hit, near, agent)


def _before_colon(scene: Scene, hit: Hit) -> Hit | None:
    """أعلنت كذا عن عمليتي بيع لكذا: بيع 14 ألف قذيفة: the parties stand before the colon."""
    first = scene.clause(hit.nucleus.token).first
    if first == 0 or scene.page.raw(first - 1) != ":":
        return None
    before = predicates_in(scene, scene.clause(first - 1).first, first)
    transfers = [p for p in before if p.role == hit.nucleus.role]
    return Hit(transfers[-1], before, hit.weapons) if transfers else None


def _giving_verb(hit: Hit) -> Predicate | None:
    verbs = [p for p in hit.predicates if p.is_verb and p.role in ("supply", "acquire")]
    return verbs[-1] if verbs and verbs[-1].token < hit.nucleus.token else None


def _as_of(hit: Hit, predicate: Predicate) -> Hit:
    """The same mention with another word at its heart."""
    return Hit(predicate, hit.predicates, hit.weapons)


def _arrival(hit: Hit, near: list[Party]) -> Sides:
    """وصلت إلى كذا مروحيات من كذا: what arrives has a goal and perhaps an origin."""
    token = hit.nucleus.token
    to = next((p for p in near if p.prep in ("الى", "ل", "في") and p.first > token), None)
    return Sides(next((p for p in near if p.prep == "من" and p.first > token), None), to)


def _near(scene: Scene, parties: Parties, hit: Hit) -> list[Party]:
    """The parties that may take part: of the clause and of relative clauses behind it."""
    clause = scene.clause(hit.nucleus.token)
    end = scope_end(scene, hit)
    inside = {k for w in hit.weapons for k in range(w.first, w.end)}
    return [
        p
        for p in parties.within(clause.first, end)
        if p.first not in inside
        and p.kind not in NO_PARTY
        and is_power(p)
        and not scene.page.words[p.first - 1].tags & Tag.UNNAMED
    ]


def is_power(party: Party) -> bool:
    """Whether a party may trade arms: a state, a body, a person, or people of a known country."""
    if party.draft is not None:
        return party.draft.kind != ActorKind.UNNAMED or party.country is not None
    if party.kind == "place":
        return party.country is not None
    if party.phrase is None:
        return party.kind == "pointer"
    return party.country is not None or party.phrase.title_class in BODIES


# -- the two sides ------------------------------


def _supply(
    scene: Scene, parties: Parties, hit: Hit, near: list[Party], agent: Party | None
) -> Sides:
    token = hit.nucleus.token
    wanted = _wanted(scene, parties, hit, near)
    if wanted is not None:
        return wanted
    behind = [p for p in near if p.first > token]
    to = next((p for p in behind if _is_goal(scene, hit, p) and p != agent), None)
    by = next((p for p in behind if p.prep in _FROM and p != agent), None)
    if hit.nucleus.is_verb:
        obj = next((p for p in behind if p.bare and p != agent and not p.joined), None)
        recipient = to if to is not None and not takes_object(hit.nucleus) else obj or to
        maker = _with(near, recipient, token) if recipient is not None else None
        return Sides(agent or by or maker, recipient or _ally(hit, near, agent))
    if agent is not None and agent.governor == token:  # تسليم إيران صواريخ, بيع فرنسا صواريخ لمصر
        object_first = takes_object(hit.nucleus) or (
            to is None and _weapon_follows(scene, hit, agent)
        )
        if object_first and to is None:
            giver = _governing_agent(scene, hit, near, agent)
            return Sides(giver or by, agent)
        return Sides(agent, to)
    ally = _ally(hit, near, agent)
    pledged = hit.nucleus.reading.preposition == "ل" and agent is not None and to is None
    partner = _with(near, agent, token) if pledged else None
    if partner is not None and agent is not None:  # اتفاق مع كذا لتوريد أسلحة
        return _by_rank(parties, agent, partner)
    obj = next((p for p in behind if _is_object(hit, p, agent)), None)
    governed = obj is not None and obj.governor == token and _weapon_follows(scene, hit, obj)
    recipient = to or (obj if takes_object(hit.nucleus) or governed else None)
    return Sides(agent or by, recipient or ally)


def _wanted(scene: Scene, parties: Parties, hit: Hit, near: list[Party]) -> Sides | None:
    """طلبت كذا من كذا تزويدها: the pronoun is who asks, the one asked gives."""
    verb = asking(scene, hit)
    asker = subject(scene, parties, verb, near) if verb is not None else None
    if verb is None or asker is None:
        return None
    between = [p for p in near if verb < p.first < hit.nucleus.token and p != asker]
    giver = next((p for p in between if p.prep == "من" or (p.bare and not p.joined)), None)
    return Sides(giver, asker)


def _is_goal(scene: Scene, hit: Hit, party: Party) -> bool:
    """Whether a party is whom weapons go to: no condition opens before it."""
    between = range(hit.end, party.first)
    return party.prep in _TO and not any(scene.base(k) in _CONDITIONS for k in between)


def _is_object(hit: Hit, party: Party, agent: Party | None) -> bool:
    governed = party.governor == hit.nucleus.token  # بتزويد مولدافيا
    return (party.bare or governed) and party != agent and party.end <= hit.end + 6


def _ally(hit: Hit, near: list[Party], agent: Party | None) -> Party | None:
    """The one an agreement is made with, save behind verbs that say other things as well."""
    return None if hit.nucleus.is_weak else _with(near, agent, hit.nucleus.token)


def _governing_agent(scene: Scene, hit: Hit, near: list[Party], other: Party) -> Party | None:
    """The subject of the verb that governs a verbal noun (سمح أوباما بتسليم القاهرة أسلحة)."""
    clause = scene.clause(hit.nucleus.token)
    free = [p for p in near if p.first < hit.nucleus.token and p.bare and p != other]
    return next((p for p in free if p.first >= clause.first), None)


def _weapon_follows(scene: Scene, hit: Hit, party: Party) -> bool:
    if hit.weapon is None or not 0 <= hit.weapon.first - party.end <= 6:
        return False
    between = range(party.end, hit.weapon.first)
    return len(between) <= 1 or all(
        scene.base(k) in _BATCH or scene.figure_at(k) or scene.page.words[k].tags & Tag.ADJECTIVE
        for k in between
    )


def _with(near: list[Party], agent: Party | None, token: int) -> Party | None:
    """The one an agreement is made with: the last before the predicate, else the first."""
    found = [p for p in near if p.prep in ("مع", "بين") and p != agent]
    before = [p for p in found if p.first < token and p.prep == "مع"]
    return before[-1] if before else next(iter(found), None)


def _acquire(
    scene: Scene, parties: Parties, hit: Hit, near: list[Party], agent: Party | None
) -> Sides:
    token = hit.nucleus.token
    if any(p.role == "repay" and p.token < token for p in hit.predicates):
        to = next((p for p in near if p.prep in _TO and p != agent), None)
        return Sides(agent, to)
    asker = _asker(hit, near)
    if asker is not None:
        return Sides(agent if agent != asker else None, asker)
    giver = next((p for p in near if p.prep in _FROM and p.first > token and p != agent), None)
    if giver is None:
        giver = _asked(hit, near, agent) or _meant(scene, parties, hit, agent)
    if giver is None:
        giver = next((p for p in near if p.prep in _FROM and p != agent), None)
    pair = [p for p in near if p.prep == "بين"]
    if len(pair) == 1:  # بين كذا كذا, the و left out
        pair += [p for p in near if p.first == pair[0].end and p.bare]
    if giver is None and agent is None and len(pair) == 2:  # اتفاق بين كذا وكذا على شراء
        return _by_rank(parties, pair[0], pair[1])
    if agent is None:
        agent = next((p for p in near if p.prep in _TO and p.first > token), None)
    giver = giver or _with(near, agent, token)
    if giver is not None and agent is not None and parties.country(giver) is not None:
        if parties.country(giver) == parties.country(agent):  # وقع الأمير مذكرة بين بلده وكذا
            giver = _other_state(parties, near, agent)
    return Sides(giver, agent)


def _other_state(parties: Parties, near: list[Party], agent: Party) -> Party | None:
    own = parties.country(agent)
    return next((p for p in near if p.kind in _STATES and p.country not in (None, own)), None)


def _meant(scene: Scene, parties: Parties, hit: Hit, agent: Party | None) -> Party | None:
    """اقتنت منها: the power named last before, where a pronoun stands for the seller."""
    token = hit.nucleus.token
    if not any(scene.form(k) in ("منها", "منه", "منهم") for k in range(token + 1, token + 4)):
        return None
    before = parties.within(scene.sentence(token)[0], token)
    others = [p for p in before if p != agent and p.kind in _STATES and p.country is not None]
    return others[-1] if others else None


def _asker(hit: Hit, near: list[Party]) -> Party | None:
    """طلبا من كذا للحصول على كذا: behind the noun, من tells who asks."""
    asks = [p for p in hit.predicates if p.reading.entry.lemma == "طلب" and not p.is_verb]
    spots = {p.token + 2 for p in asks if p.token < hit.nucleus.token}
    return next((p for p in near if p.prep == "من" and p.first in spots), None)


def _asked(hit: Hit, near: list[Party], agent: Party | None) -> Party | None:
    """بطلب إلى كذا لشراء: whom a request before the purchase is addressed to."""
    asks = [p.token for p in hit.predicates if p.reading.entry.lemma == "طلب"]
    first = asks[0] if asks else hit.nucleus.token
    asked = [p for p in near if first < p.first < hit.nucleus.token and p.prep in _TO]
    return next((p for p in asked if p != agent), None)


def _agreement(
    scene: Scene, parties: Parties, hit: Hit, near: list[Party], agent: Party | None
) -> Sides:
    """A deal without a word for giving or taking: the greater exporter gives."""
    token = hit.nucleus.token
    to = next((p for p in near if p.prep in _TO and p.first > token and p != agent), None)
    giver = next((p for p in near if p.prep in _FROM and p.first > token and p != agent), None)
    if giver is not None:
        return Sides(giver, agent or to)
    if to is not None:
        return Sides(agent, to)
    del scene
    pair = [p for p in near if p.prep == "بين"]
    if len(pair) >= 2:
        return _by_rank(parties, pair[0], pair[1])
    other = _with(near, agent, token)
    if agent is None or other is None:
        origin = hit.weapon.origin if hit.weapon else None
        one = agent or other
        if one is not None and origin and parties.country(one) != origin:
            return Sides(None, one)
        return Sides(None, one)
    return _by_rank(parties, other, agent)


def _by_rank(parties: Parties, one: Party, two: Party) -> Sides:
    """Of two who agree on weapons, the greater exporter is the supplier."""
    firms = [p for p in (one, two) if is_firm(p)]
    if len(firms) == 1:
        return Sides(firms[0], two if firms[0] is one else one)
    ranks = _lexicon.exporters()
    first = ranks.get(parties.country(one) or "", 99)
    second = ranks.get(parties.country(two) or "", 99)
    return Sides(one, two) if first <= second else Sides(two, one)
