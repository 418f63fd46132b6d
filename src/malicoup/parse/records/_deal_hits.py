"""Finds where a report speaks of weapons changing hands: predicates with weapons beside them."""

from __future__ import annotations

from typing import NamedTuple

from malicoup.lexicon.build import CueData
from malicoup.lexicon.words import Reading, Tag
from malicoup.model import DealStatus, DeliveryCondition, Money, Quantity, Stance
from malicoup.parse.names.roster import Draft
from malicoup.parse.records._lexicon import Family, Sense
from malicoup.parse.records._scene import Scene
from malicoup.parse.records._weapons import WeaponMention, count_of, total_of

TRANSFERS = ("supply", "acquire", "deal", "licence")
#: How far behind its predicate a weapon may stand in a clause, in tokens.
_REACH = 26
_JOINED = "وف"
#: What an agreement may be for that hands nothing over.
_MADE = frozenset({"لتصنيع", "لانتاج", "لتطوير", "لصناعة"})
#: Nouns for firms and people that deal in arms: شركة أسلحة, تاجر السلاح.
_TRADES = frozenset({"شركة", "شركات", "مصنع", "مصانع", "تاجر", "تجار", "سوق", "تجارة", "صناعة"})
#: What a deal for a player is about: صفقة ضم مدافع.
_JOINING = frozenset({"ضم", "لضم", "انتقال", "لانتقال", "انضمام", "لانضمام"})
#: Words between a deal and the weapon it is about.
_NEXT = 4


class Predicate(NamedTuple):
    """A word that says what is done with weapons."""

    token: int
    reading: Reading
    sense: Sense

    @property
    def role(self) -> str:
        """Its role in the list of predicates."""
        return self.sense.role

    @property
    def is_verb(self) -> bool:
        """Whether it is a finite verb here."""
        return self.sense.form == "verb"

    @property
    def status(self) -> str:
        """The status it gives, without marks."""
        return self.sense.value.rpartition(":")[2].strip("!?#")

    @property
    def kind(self) -> str:
        """How the receiver is told: object, to, arrive."""
        return self.sense.value.partition(":")[0] if ":" in self.sense.value else ""

    @property
    def is_weak(self) -> bool:
        """Whether it says other things as well, so that both parties have to be there."""
        return self.sense.value.endswith("?")

    @property
    def is_firm(self) -> bool:
        """Whether its verbal noun alone tells of a deal that stands."""
        return self.sense.value.endswith("#")

    @property
    def is_gift(self) -> bool:
        """Whether it is a participle behind what is given: أسلحة مهداة."""
        return self.reading.entry.lemma == "أهدى" and not self.is_verb

    @property
    def acts_on_deal(self) -> bool:
        """Whether it tells of an act upon a deal (cancel, suspend, block)."""
        return self.sense.value.endswith("!")


class Hit:
    """One mention of a transfer while its fields are being read."""

    __slots__ = (
        "another",
        "condition",
        "counts",
        "date",
        "delivery",
        "denied",
        "end",
        "first",
        "goods",
        "inherited",
        "nucleus",
        "past",
        "places",
        "predicates",
        "price",
        "recipient",
        "rule",
        "status",
        "supplier",
        "total",
        "weapons",
    )  # fmt: skip

    def __init__(
        self, nucleus: Predicate, predicates: list[Predicate], weapons: list[WeaponMention]
    ) -> None:
        self.nucleus = nucleus
        self.predicates = predicates
        self.weapons = weapons
        self.first = min(nucleus.token, weapons[0].first if weapons else nucleus.token)
        self.end = max(nucleus.token + 1, weapons[-1].end if weapons else 0)
        self.supplier: Draft | None = None
        self.recipient: Draft | None = None
        self.status: DealStatus | None = None
        self.counts: Quantity | None = None
        self.date: str | None = None
        self.delivery = False
        self.condition: DeliveryCondition | None = None
        self.price: Money | None = None
        self.another = False
        self.denied = False
        self.inherited = False
        self.total: Quantity | None = None
        self.past = False
        self.goods = True
        self.rule = ""
        self.places: dict[str, tuple[int, int]] = {}

    @property
    def weapon(self) -> WeaponMention | None:
        """The first weapon, which names the deal."""
        return self.weapons[0] if self.weapons else None


def predicates_in(scene: Scene, first: int, end: int) -> list[Predicate]:
    """The predicates of the list of deals among the tokens."""
    found = []
    for i in scene.tagged_in(first, end, Family.DEAL):
        predicate = _predicate_at(scene, i)
        if predicate is not None:
            found.append(predicate)
    return found


def _predicate_at(scene: Scene, i: int) -> Predicate | None:
    if scene.base(i) == "شحن" and scene.base(i - 1).startswith(("طائر", "سفين", "سفن", "شرك")):
        return None  # طائرة شحن
    if scene.page.raw(i).lstrip("وف").startswith("آخر"):
        return None  # the last one; no verb of putting off
    readings = [
        (reading, sense)
        for reading, sense in scene.senses(i, Family.DEAL)
        if reading.preposition != "س" or reading.entry.tense == "imperfect"
    ]
    verbs = [r for r in readings if r[1].form == "verb" and _as_verb(scene, i, r[0])]
    if scene.base(i - 1) in ("لم", "لن", "ان", "لا"):  # لم تسلم: no perfect behind them
        verbs.sort(key=lambda r: r[0].entry.tense != "imperfect")
    nouns = [r for r in readings if r[1].form != "verb"]
    accusative = scene.form(i).endswith("ا") and not scene.form(i).endswith("وا")
    noun_like = bool(nouns) and (accusative or _as_noun(scene, i) or _governed(scene, i))
    if i and scene.page.words[i - 1].tags & Tag.RELATIVE:  # التي تسلمها: a verb and no noun
        noun_like = False
    for reading, sense in [*nouns, *verbs] if noun_like else [*verbs, *nouns]:
        return Predicate(i, reading, sense)
    return None


def _governed(scene: Scene, i: int) -> bool:
    """ينتظر الجيش تسلم كذا: behind a verb of wanting in its clause, as its object."""
    if scene.form(i)[0] in _JOINED:
        return False
    for k in range(i - 2, max(scene.clause(i).first, i - 8) - 1, -1):
        if scene.base(k) in ("ان", "ثم", "او") or scene.page.kind(k) == "p":
            return False
        wants = scene.sense(k, Family.DEAL, "stage") or scene.sense(k, Family.DEAL, "acquire")
        if wants is not None and wants[1].form == "verb" and scene.is_verb(k):
            return True
    return False


def _as_verb(scene: Scene, i: int, reading: Reading) -> bool:
    if scene.base(i) == "بيع":  # the verbal noun, save in other forms
        return False
    if reading.entry.person != 3 or scene.page.words[i].tags & Tag.PREPOSITION:
        return False
    return not scene.has_article(i) and reading.preposition in ("", "س", "ل")


def _as_noun(scene: Scene, i: int) -> bool:
    """Whether the place calls for a noun: behind a preposition or a noun, with the article."""
    word = scene.page.words[i]
    if all(r.article or r.preposition in ("ل", "ب", "ك") for r in word.readings) and word.readings:
        return True
    before = scene.page.words[i - 1] if i else None
    if before is None:
        return False
    governed = before.tags & Tag.PREPOSITION and before.form not in ("قد", "عندما")
    behind_noun = (
        before.tags & (Tag.NOUN | Tag.MASDAR)
        and not before.form.startswith("ال")
        and not scene.is_verb(i - 1)
    )
    passive = before.form in ("تم", "يتم", "سيتم", "جرى", "تمت", "وتم", "ستتم")
    return bool(governed or behind_noun or passive)


def find_hits(scene: Scene, weapons: list[WeaponMention]) -> list[Hit]:
    """Every mention of a transfer in text order."""
    hits: list[Hit] = []
    by_clause: dict[int, list[WeaponMention]] = {}
    for weapon in weapons:
        by_clause.setdefault(scene.clause_of[weapon.first], []).append(weapon)
    for n in sorted(by_clause):
        hits.extend(_clause_hits(scene, n, by_clause[n]))
    return hits


def _clause_hits(scene: Scene, n: int, weapons: list[WeaponMention]) -> list[Hit]:
    clause = scene.clauses[n]
    taken = {k for w in weapons for k in range(w.first + 1, w.end)}
    heads = {w.first for w in weapons}
    predicates = [p for p in predicates_in(scene, clause.first, clause.end) if p.token not in taken]
    transfers = [p for p in predicates if p.role in TRANSFERS and p.token not in heads]
    hits: list[Hit] = []
    for weapon in weapons:
        nucleus = _nucleus(scene, transfers, weapon) or _relative(scene, n, weapon)
        if nucleus is None or _refused(scene, predicates, nucleus, weapon):
            continue
        if hits and scene.base(weapon.first - 1).startswith("مزود"):  # مدرعات مزودة بصواريخ
            hits[-1].end = max(hits[-1].end, weapon.end)
            continue
        last = hits[-1] if hits else None
        total = total_of(scene, weapon)
        if last is not None and last.nucleus == nucleus and total is not None:
            last.total = total  # أول عشر دبابات من أصل 180 دبابة
            if weapon.designation is not None:
                last.weapons.append(weapon)
            last.end = max(last.end, weapon.end)
            continue
        if last is not None and last.nucleus == nucleus and _extends(scene, last, weapon):
            last.weapons.append(weapon)
            last.end = max(last.end, weapon.end)
            continue
        chain = [p for p in predicates if p.token <= max(nucleus.token, weapon.first)]
        hits.append(Hit(nucleus, chain, [weapon]))
    return hits


def _nucleus(scene: Scene, transfers: list[Predicate], weapon: WeaponMention) -> Predicate | None:
    """The transfer that a weapon is the object of."""
    before = [p for p in transfers if p.token < weapon.first]
    if before:
        near = before[-1]
        lot = scene.base(near.token).removeprefix("ال") in ("شحنة", "شحنات")
        if lot and len(before) > 1 and before[-2].role in ("supply", "acquire"):
            near = before[-2]  # قدم شحنة من الأسلحة
        if near.kind == "arrive" and not near.is_verb:  # وصول طائرات طلبها
            ordered = [p for p in transfers if weapon.end <= p.token <= weapon.end + _NEXT]
            relative = ordered and (ordered[0].is_verb or ordered[0].reading.pronoun)
            if relative and ordered[0].role == "acquire":
                return ordered[0]
        if weapon.first - near.token > _REACH:
            return None
        inner = [p for p in before if p.role in ("supply", "acquire")]
        if near.role in ("deal", "licence") and weapon.first - near.token > _NEXT and inner:
            return inner[-1] if weapon.first - inner[-1].token <= _REACH else near
        return near
    price = _price_of(scene, weapon)
    if price is not None:
        return price
    behind = [p for p in transfers if p.token >= weapon.end and (p.is_verb or p.is_gift)]
    if behind and behind[0].token - weapon.end <= _NEXT:
        return behind[0]
    return None


def _relative(scene: Scene, n: int, weapon: WeaponMention) -> Predicate | None:
    """الدبابات التي تسلمها الجيش: a relative clause right behind, whose pronoun is the weapon."""
    behind = scene.clauses[n + 1] if n + 1 < len(scene.clauses) else None
    if behind is None or behind.opener != "relative" or behind.first - weapon.end > 2:
        return None
    for found in predicates_in(scene, behind.first, min(behind.end, behind.first + 4)):
        passive = found.reading.entry.lemma in ("بيع", "اشتري")
        if found.is_verb and found.role in TRANSFERS and (found.reading.pronoun or passive):
            return found
    return None


def _price_of(scene: Scene, weapon: WeaponMention) -> Predicate | None:
    """سعر الطائرات: a word for the price before a weapon tells of a deal known already."""
    for k in range(weapon.first - 1, max(weapon.first - 4, -1), -1):
        found = scene.sense(k, Family.DEAL, "price")
        if found is not None:
            return Predicate(k, *found)
    return None


def _refused(
    scene: Scene, predicates: list[Predicate], nucleus: Predicate, weapon: WeaponMention
) -> bool:
    """Whether the clause tells of no transfer: seizures, suppositions, denials of the fact."""
    sport = scene.has(*scene.sentence(weapon.first), Family.DEAL, "sport")
    if sport is not None or scene.form(nucleus.token + 1) in _JOINING:
        return True
    before = [p for p in predicates if p.token < weapon.first and p.token != nucleus.token]
    if before and before[-1].role == "other" and weapon.first - before[-1].token <= 6:
        return True
    if scene.supposed(nucleus.token) or scene.supposed(weapon.first):
        return True
    if scene.base(weapon.first - 1).removeprefix("ل").removeprefix("ال") in _TRADES:
        return True
    counted = scene.base(weapon.first - 2)[1:] in ("قل", "زيد")  # ما لا يقل عن طائرتين
    if scene.base(weapon.first - 1) in ("عن", "حول") and not counted:  # كتاب عن الدبابات
        return True
    if nucleus.kind == "arrive" and not _is_cargo(scene, nucleus, weapon):
        return True
    if _is_warned_of(scene, nucleus) or _is_weighed(scene, nucleus, weapon):
        return True
    if _is_share(scene, nucleus, weapon) or _is_trade(scene, nucleus):
        return True
    if weapon.generic and scene.negated(nucleus.token) and not weapon.definite:
        return True
    made = range(nucleus.token + 1, weapon.first)
    if nucleus.role == "deal" and any(scene.form(k) in _MADE for k in made):
        return True
    if nucleus.role == "deal" and weapon.first - nucleus.token > _NEXT:
        within = (p for p in before if p.token > nucleus.token)
        if any(p.reading.entry.lemma in ("شمل", "تضمن") for p in within):
            return False  # صفقة … تشمل كذا
        return not any(p.role in ("supply", "acquire") for p in predicates)
    return False


def _is_cargo(scene: Scene, nucleus: Predicate, weapon: WeaponMention) -> bool:
    """Whether what arrives is handed over: carried, or told of with a deal; no ship on a visit."""
    carried = range(nucleus.token + 1, weapon.first)
    if any(scene.base(k).startswith(("تحمل", "محمل", "تنقل")) for k in carried):
        return True
    first, end = scene.sentence(nucleus.token)
    return any(
        (p.token != nucleus.token and p.role in ("deal", "acquire", "supply", "licence"))
        or scene.base(p.token) in ("دفعة", "الدفعة")
        for p in predicates_in(scene, first, end)
    )


def _is_share(scene: Scene, nucleus: Predicate, weapon: WeaponMention) -> bool:
    """صدرت روسيا 16 بالمائة من الأسلحة: a share is a statistic."""
    first, end = sorted((nucleus.token, weapon.first))
    clause = scene.clause(first)
    figures = scene.figures_in(max(clause.first, first - 10), end)
    return any(f.quantity.unit == "percent" for f in figures)


def _is_warned_of(scene: Scene, nucleus: Predicate) -> bool:
    """حذر من شراء أسلحة, كي لا يمد: what is warned of or prevented did not come about."""
    clause = scene.clause(nucleus.token)
    for k in range(nucleus.token - 1, max(clause.first, nucleus.token - 14) - 1, -1):
        if scene.base(k) in ("كي", "لكي", "لئلا", "تبعات", "مغبة"):
            return True
        for reading in scene.page.words[k].readings:
            data = reading.entry.data
            if reading.entry.person and isinstance(data, CueData) and data.stance is Stance.WARNING:
                return True
    return False


def _is_weighed(scene: Scene, nucleus: Predicate, weapon: WeaponMention) -> bool:
    """شراء المقاتلات قد يفيد كذا: a verbal noun that opens its clause and only may do something."""
    clause = scene.clause(nucleus.token)
    if nucleus.is_verb or nucleus.token - clause.first > 1:
        return False
    behind = range(weapon.end, min(weapon.end + 8, clause.end))
    return any(
        scene.form(k) in ("قد", "سيكون", "يمكن") and scene.form(k + 1)[:1] in "يت" for k in behind
    )


def _is_trade(scene: Scene, nucleus: Predicate) -> bool:
    """شركة لبيع مروحيات: what a firm is for is no transfer."""
    purpose = not nucleus.is_verb and nucleus.reading.preposition == "ل"
    return purpose and scene.base(nucleus.token - 1) in ("شركة", "مصنع", "متجر", "شركات")


def _extends(scene: Scene, hit: Hit, weapon: WeaponMention) -> bool:
    """Whether a weapon belongs to the same undivided lot: joined, without name and number."""
    if weapon.designation is not None and hit.weapons[-1].designation is not None:
        return False
    behind = weapon.first - hit.weapons[-1].end <= 2
    if not behind:  # مدرعات مزودة بصواريخ
        fitted = weapon.first - hit.weapons[-1].end <= 4 and not weapon.joined
        return fitted and count_of(scene, weapon) is None
    return count_of(scene, weapon) is None and weapon.designation is None
