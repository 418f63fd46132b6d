"""The price of a transfer, and which figures are sums of money."""

from __future__ import annotations

from malicoup.model import Money, Quantity
from malicoup.parse.records._deal_agents import scope_end
from malicoup.parse.records._deal_hits import Hit
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._scene import Figure, Scene


def read_price(scene: Scene, hit: Hit) -> None:
    clause = scene.clause(hit.nucleus.token)
    end = scope_end(scene, hit)
    _, stop = scene.sentence(hit.nucleus.token)
    figures = scene.figures_in(clause.first, stop)
    figures.sort(key=lambda f: f.first < hit.end)  # its own price stands behind it
    for figure in figures:
        if figure.first >= end and not _is_named(scene, figure):
            continue
        if is_money(figure.quantity) and _is_price(scene, hit, figure):
            amount = figure.quantity.minimum or figure.quantity.maximum
            if amount is not None and amount > 0:
                unit = figure.quantity.unit
                hit.price = Money(amount=amount, currency=unit if _is_code(unit) else None)
                hit.places["value"] = (figure.first, figure.end)
                return


def told_price(scene: Scene, hit: Hit, hits: list[Hit]) -> None:
    """وتبلغ قيمة الصفقة كذا: a price in a sentence of its own behind the deal."""
    n = scene.clause(hit.nucleus.token).sentence
    rest = (scope_end(scene, hit), scene.sentence(hit.nucleus.token)[1])  # إذ وقع العقد مقابل كذا
    for first, stop in (rest, *scene.sentences[n + 1 : n + 3]):
        if any(first <= other.first < stop and other.price for other in hits):
            return
        for figure in scene.figures_in(first, stop):
            named = scene.has(max(first, figure.first - 8), figure.first + 1, Family.DEAL, "price")
            named = figure.first if scene.base(figure.first - 1) == "مقابل" else named
            agreed = scene.has(first, figure.first, Family.DEAL, "deal", "acquire")
            if not is_money(figure.quantity) or named is None or agreed is None:
                continue
            amount = figure.quantity.minimum or figure.quantity.maximum
            if amount:
                hit.price = Money(amount=amount, currency=figure.quantity.unit)
                hit.places["value"] = (figure.first, figure.end)
                return
        if any(first <= other.first < stop for other in hits):
            return


def _is_named(scene: Scene, figure: Figure) -> bool:
    """والمقدرة قيمتها بـ: a word for value right before a sum."""
    near = range(max(figure.first - 4, 0), figure.first + 1)
    return any(scene.sense(k, Family.DEAL, "price") is not None for k in near)


def _is_price(scene: Scene, hit: Hit, figure: Figure) -> bool:
    """Whether a sum is the price: a word for value before it, or بـ, or the deal right there."""
    for k in range(figure.first, max(figure.first - 7, 0), -1):
        if scene.sense(k, Family.DEAL, "price"):
            return True
        if scene.base(k) in ("مقابل", "بنحو", "بحوالي", "تتجاوز", "تبلغ", "بلغت"):
            return True
    near = 0 <= figure.first - hit.end <= 3 or 0 <= hit.first - figure.end <= 3
    return near or scene.page.words[figure.first].form.startswith("ب")


def is_money(quantity: Quantity) -> bool:
    """Whether a quantity is a sum of money."""
    return _is_code(quantity.unit)


def _is_code(unit: str | None) -> bool:
    return unit is not None and len(unit) == 3 and unit.isascii() and unit.isupper()


# -- dates ------------------------------
