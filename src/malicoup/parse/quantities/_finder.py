"""Finds the quantities of a text: number, bounds and what is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from malicoup.model.quantity import Quantity
from malicoup.model.span import Span
from malicoup.model.time import DateExpression
from malicoup.parse._nouns import duals
from malicoup.parse._view import View
from malicoup.parse._words import read_word
from malicoup.parse.dates import dates_in
from malicoup.parse.quantities._amount import Amount
from malicoup.parse.quantities._bounds import bound_after, bound_before
from malicoup.parse.quantities._guards import skipped_until
from malicoup.parse.quantities._ranges import range_at
from malicoup.parse.quantities._readings import amount_at
from malicoup.text.tokens import tokenize


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Find numbers with their bounds and units in an Arabic text.

    Numbers inside a date, model numbers (إف-16), clock times, scores and telephone numbers are
    no quantities.

    Args:
        text: Any text; the function is total.

    Example:
        >>> found = find_quantities("قُتل ما لا يقل عن ثلاثين شخصا")[0]
        >>> found.minimum, found.maximum, found.unit
        (Decimal('30'), None, 'شخصا')
    """
    view = View(tokenize(text))
    return quantities_in(view, dates_in(view))


def quantities_in(view: View, dates: Sequence[DateExpression]) -> tuple[Quantity, ...]:
    """The quantities among the tokens of *view* outside *dates*, in the order of the text.

    At each token the readings are tried in the order of ``_readings.READINGS``; the first that
    fits is taken with all the words it can hold, and reading goes on after it.
    """
    dated = _dated(view, dates)
    found: list[Quantity] = []
    free = 0
    for i in _starts(view):
        if i < free or i in dated:
            continue
        skip = skipped_until(view, i)
        if skip:
            free = skip
            continue
        phrase = _phrase(view, i, free, dated)
        if phrase is not None:
            quantity, free = phrase
            if quantity is not None:
                found.append(quantity)
    return tuple(found)


def _starts(view: View) -> Iterator[int]:
    """Indexes where a quantity may begin."""
    for i in compress(range(view.count), map(_may_begin, view.raws, view.kinds)):
        if i not in view.blocked:
            yield i


@lru_cache(maxsize=1 << 16)
def _may_begin(raw: str, kind: str) -> bool:
    """Whether a quantity may begin with this token."""
    return kind == "n" or (kind == "w" and _begins(raw))


def _begins(raw: str) -> bool:
    """Whether a quantity may begin with this word: a number, a unit of time, a dual."""
    word = read_word(raw)
    if word.number or word.unit or word.ordinal:
        return True
    dual = not word.article and word.core[-2:] in _DUAL_ENDINGS
    return dual and (word.folded in duals() or word.folded[1:] in duals())


_DUAL_ENDINGS = frozenset({"ين", "ان", "تي", "تا"})


class _Taken(NamedTuple):
    quantity: Quantity | None
    end: int


def _dated(view: View, dates: Sequence[DateExpression]) -> frozenset[int]:
    """The tokens that a date covers."""
    taken: set[int] = set()
    for found in dates:
        i = view.tokens.at(found.span.start)
        while i < view.count and view.starts[i] < found.span.end:
            taken.add(i)
            i += 1
    return frozenset(taken)


def _phrase(view: View, i: int, free: int, dated: frozenset[int]) -> _Taken | None:
    amount = amount_at(view, i)
    if amount is None:
        return None
    ranged = range_at(view, amount, free)
    if ranged is not None:
        amount = ranged
    if amount.rule == "score":
        return _Taken(None, amount.end)
    if amount.first < free or any(t in dated for t in (amount.end - 1, amount.first)):
        return None
    before = bound_before(view, amount.first, free)
    after = bound_after(view, amount.end)
    if before.edge < amount.first and any(t in dated for t in range(before.edge, amount.first)):
        before = before._replace(edge=amount.first, kinds=frozenset())
    quantity = _quantity(view, amount, before.edge, after.edge, before.kinds | after.kinds)
    return _Taken(quantity, after.edge)


def _quantity(view: View, amount: Amount, first: int, end: int, kinds: frozenset[str]) -> Quantity:
    low, high = amount.low, amount.high
    rule = amount.rule
    if low == high and low is not None and amount.bounds:
        if "least" in kinds:
            high, rule = None, f"{rule}-at-least"
        elif "most" in kinds:
            low, rule = None, f"{rule}-at-most"
    start = amount.start if first == amount.first else view.start(first)
    if first < amount.first:
        start = _bound_start(view, first)
    return Quantity(
        span=Span(start=start, end=view.ends[end - 1]),
        minimum=low,
        maximum=high,
        approximate=amount.about or "about" in kinds,
        unit=amount.unit,
        rule=rule,
    )


def _bound_start(view: View, i: int) -> int:
    """Where a bound begins, an attached و or ف left out where it is no part of the word."""
    raw = view.raw(i)
    joined = raw[:1] in ("و", "ف") and view.folded(i) not in ("فوق", "فاق", "فاقت")
    return view.starts[i] + joined
