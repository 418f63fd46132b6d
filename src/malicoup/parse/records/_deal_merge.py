"""Several mentions of one deal make one record; two deals stay two."""

from __future__ import annotations

from malicoup.model import DealStatus, Quantity
from malicoup.parse.names.roster import Draft
from malicoup.parse.records._deal_hits import Hit
from malicoup.parse.records._scene import Scene
from malicoup.parse.records._weapons import WeaponMention

_STOPPED = frozenset({DealStatus.CANCELLED, DealStatus.BLOCKED, DealStatus.SUSPENDED})
_RANK = (
    DealStatus.PLANNED,
    DealStatus.NEGOTIATED,
    DealStatus.ANNOUNCED,
    DealStatus.SIGNED,
    DealStatus.DELIVERING,
    DealStatus.DELIVERED,
)


def join(scene: Scene, hits: list[Hit]) -> list[list[Hit]]:
    """Groups of hits, each one deal, in text order."""
    groups: list[list[Hit]] = []
    for hit in hits:
        if (hit.supplier is None and hit.recipient is None) or hit.nucleus.role == "price":
            group = _last_about(groups, hit)
            if group is not None and not hit.another:
                group.append(hit)
                continue
            if not hit.another or not _inherit(scene, hit, hits):
                continue
        elif hit.supplier is None or hit.recipient is None:
            _complete(scene, hit, hits)
        if groups and _is_package(scene, groups[-1], hit):
            groups[-1].append(hit)
            continue
        for group in reversed(groups):
            if all(_same(member, hit) for member in group):
                group.append(hit)
                break
        else:
            groups.append([hit])
    return groups


def _is_package(scene: Scene, group: list[Hit], hit: Hit) -> bool:
    """Arms of a price told in general, and right behind them the first lot: one deal."""
    first = group[0]
    general = all(h.weapon is not None and h.weapon.generic and not h.counts for h in group)
    if not general or first.price is None or hit.weapon is None or hit.weapon.generic:
        return False
    reach = 4 if first.weapon is not None and first.weapon.is_aid else 2
    apart = scene.clause(hit.first).sentence - scene.clause(group[-1].first).sentence
    near = 0 <= apart <= reach
    done = DealStatus.DELIVERED in (first.status, hit.status)
    parties = _one(first.supplier, hit.supplier) and _agree(first.recipient, hit.recipient)
    return near and parties and (reach == 4 or not done) and not hit.another


def _last_about(groups: list[list[Hit]], hit: Hit) -> list[Hit] | None:
    """The last deal that a mention without parties may be about."""
    for group in reversed(groups):
        if all(_same(member, hit) for member in group):
            return group
    return None


def _inherit(scene: Scene, hit: Hit, hits: list[Hit]) -> bool:
    """Another deal without parties lies between those of the deal before it."""
    for before in reversed(hits[: hits.index(hit)]):
        near = scene.page.line_of[hit.first] - scene.page.line_of[before.first] <= 2
        if near and (before.supplier is not None or before.recipient is not None):
            hit.supplier, hit.recipient = before.supplier, before.recipient
            hit.inherited = True
            return True
    return False


def _complete(scene: Scene, hit: Hit, hits: list[Hit]) -> None:
    """Take the missing side from the last deal that shares the other."""
    for before in reversed(hits[: hits.index(hit)]):
        if scene.page.line_of[hit.first] - scene.page.line_of[before.first] > 4:
            return
        if hit.recipient is None and _one(before.supplier, hit.supplier) and before.recipient:
            hit.recipient = before.recipient
            hit.inherited = True
            return
        if hit.supplier is None and _one(before.recipient, hit.recipient) and before.supplier:
            alike = _weapons_agree(before.weapon, hit.weapon)
            if alike:
                hit.supplier = before.supplier
                hit.inherited = True
                return


def _one(a: Draft | None, b: Draft | None) -> bool:
    """Whether two drafts are one party: the same actor, or of one country."""
    if a is None or b is None:
        return False
    return a is b or (a.country is not None and a.country == b.country)


def _agree(a: Draft | None, b: Draft | None) -> bool:
    return a is None or b is None or _one(a, b)


def _same(a: Hit, b: Hit) -> bool:
    """Whether two mentions are of one deal."""
    if b.another or not _agree(a.supplier, b.supplier) or not _agree(a.recipient, b.recipient):
        return False
    if not _weapons_agree(a.weapon, b.weapon):
        return False
    pointing = b.weapon is None or b.weapon.definite
    if a.denied != b.denied and not pointing:
        return False
    if (a.status in _STOPPED) != (b.status in _STOPPED) and DealStatus.DELIVERED in (
        a.status,
        b.status,
    ):
        return False
    return _counts_agree(a, b)


def _counts_agree(a: Hit, b: Hit) -> bool:
    if a.counts is None or b.counts is None or _equal(a.counts, b.counts):
        return True
    if a.delivery == b.delivery:
        return False
    order, lot = (b, a) if a.delivery else (a, b)
    # a delivery told before the order, or of more than was ordered, is of another deal
    ordered = order.counts.maximum if order.counts else None
    delivered = lot.counts.minimum if lot.counts else None
    fits = ordered is None or delivered is None or delivered <= ordered
    return fits and order is a and order.status is DealStatus.SIGNED


def _equal(a: Quantity, b: Quantity) -> bool:
    return (a.minimum, a.maximum) == (b.minimum, b.maximum)


def _weapons_agree(a: WeaponMention | None, b: WeaponMention | None) -> bool:
    if a is None or b is None:
        return True
    if a.designation is not None and b.designation is not None:
        one, two = a.designation.text.lower(), b.designation.text.lower()
        return one.startswith(two) or two.startswith(one)
    if a.head and a.head == b.head:
        return True
    if b.generic or a.generic:
        return (a.generic and b.generic) or (b.generic and b.definite)
    return a.category is not None and a.category == b.category


def stopped(hit: Hit) -> bool:
    """Whether a mention tells of a deal that was stopped."""
    return hit.status in _STOPPED


def best_status(group: list[Hit]) -> DealStatus | None:
    """How far a deal has come: what stops it prevails, else the farthest mention."""
    if group[0].denied:
        return group[0].status
    now = [h for h in group if not (h.past and h.status in _STOPPED)]
    stopped = [h.status for h in (now or group) if h.status in _STOPPED]
    if stopped:
        return stopped[-1]
    known = [h.status for h in (now or group) if h.status is not None]
    if not known:
        return None
    farthest = max(known, key=_RANK.index)
    return _partly(group, farthest)


def _partly(group: list[Hit], farthest: DealStatus) -> DealStatus:
    """A deal of which less is delivered than was ordered is still being delivered."""
    if farthest is not DealStatus.DELIVERED:
        return farthest
    ordered = [h.counts for h in group if h.counts is not None and not h.delivery]
    delivered = [h.counts for h in group if h.counts is not None and h.delivery]
    if ordered and delivered:
        most, least = ordered[0].minimum, delivered[0].minimum
        if most is not None and least is not None and least < most:
            return DealStatus.DELIVERING
    return farthest
