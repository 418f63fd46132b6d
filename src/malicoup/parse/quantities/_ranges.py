"""Two amounts that bound one quantity: "بين 20 و30", "من ثلاثة إلى خمسة أيام", "1000-5000"."""

from __future__ import annotations

from malicoup.parse._view import View
from malicoup.parse._words import plain, word_set
from malicoup.parse.numbers import number_at
from malicoup.parse.quantities._amount import Amount
from malicoup.parse.quantities._bounds import bound_at, bound_before
from malicoup.parse.quantities._readings import amount_at
from malicoup.parse.quantities._units import unit_at

_HYPHENS = frozenset({"-", "–", "~"})
#: How far back a verb of change is looked for.
_REACH = 9


def range_at(view: View, first: Amount, free: int) -> Amount | None:
    """The range that *first* opens, or None."""
    if first.unit == "ordinal" or first.low is None or first.low != first.high:
        return None
    return (
        _between(view, first, free)
        or _from_to(view, first, free)
        or _hyphen(view, first)
        or _or(view, first)
        or _two_bounds(view, first, free)
    )


def _lead(view: View, i: int) -> int:
    """The index before an amount, tokens that are only particles left out."""
    return i - 2 if view.particle(i - 1) else i - 1


def _join(view: View, first: Amount, last: Amount, lead: int, rule: str) -> Amount | None:
    """One range of two amounts whose units agree; "20 to 30 thousand" has two thousands."""
    if last.low is None or first.low is None or last.low != last.high:
        return None
    low = first.low
    if last.scale >= 1000 and first.scale == 1 and first.unit is None and low < 1000:
        low = low * last.scale if low * last.scale <= last.low else low
    if last.low < low or (first.unit and last.unit and first.unit != last.unit):
        return None
    return first._replace(
        first=lead,
        start=view.start(lead) if lead < first.first else first.start,
        end=last.end,
        low=low,
        high=last.low,
        unit=last.unit or first.unit,
        rule=rule,
        bounds=False,
    )


def _between(view: View, first: Amount, free: int) -> Amount | None:
    at = _lead(view, first.first)
    if view.word(at).sense != "between" or at < free:
        return None
    lead = at - 1 if view.word(at - 1).sense == "what" and at - 1 >= free else at
    i = first.end
    word = view.word(i)
    if word.sense in ("and", "to"):
        i += 1
        if word.sense == "and" and view.word(i).sense == "to":
            i += 1
    elif view.raw(i) in _HYPHENS:
        i += 1
    elif not word.joined:
        return _split(view, first, lead)
    last = _second(view, i)
    return (last and _join(view, first, last, lead, "range")) or _split(view, first, lead)


def _split(view: View, whole: Amount, lead: int) -> Amount | None:
    """Read as two numbers after "between" what reads as one: "بين عشرة آلاف و15 ألفا"."""
    for i in range(whole.number_end - 1, whole.first, -1):
        alone = view.word(i).sense == "and"
        if not (alone or view.word(i).joined):
            continue
        left = number_at(view, whole.first, stop=i)
        last = _second(view, i + alone)
        if left is None or left.end != i or last is None:
            continue
        first = whole._replace(low=left.value, unit=None, end=i, scale=left.scale)
        joined = _join(view, first, last, lead, "range")
        if joined is not None:
            return joined
    return None


def _second(view: View, i: int) -> Amount | None:
    """The amount at the far end: a number, with its unit."""
    i += view.particle(i) and view.kind(i + 1) == "n"
    if view.kind(i) == "n" or view.word(i).number is not None or view.word(i).unit is not None:
        return amount_at(view, i)
    return None


def _from_to(view: View, first: Amount, free: int) -> Amount | None:
    """من 3 إلى 5; without من only where both share a unit that stands at the end."""
    word = view.word(first.end)
    if word.sense != "to" or word.prep or word.article:
        return None
    at = _lead(view, first.first)
    opened = view.word(at).sense == "from" and at >= free and plain(view.word(at))
    last = _second(view, first.end + 1)
    if last is None or _changes(view, at):
        return None
    if not opened and (last.unit is None or first.unit not in (None, last.unit)):
        return None
    return _join(view, first, last, at if opened else first.first, "range")


def _changes(view: View, i: int) -> bool:
    """Whether a verb of change stands before: "rose from 5 to 10" is two amounts."""
    verbs = word_set("change_verbs")
    for at in range(i, max(-1, i - _REACH), -1):
        if view.kind(at) in ("p", "b") and view.raw(at) in (".", "،", "!", "؟", "؛", "\n"):
            return False
        folded = view.folded(at)
        if folded in verbs or (folded[1:] in verbs and folded[:1] in ("و", "ف", "ب", "ل")):
            return True
    return False


def _hyphen(view: View, first: Amount) -> Amount | None:
    """1000-5000, 20 ~ 30, 10-15%: else digits around a hyphen are a score."""
    i = first.number_end
    if first.end != i or view.raw(i) not in _HYPHENS:
        return None
    in_digits = view.kind(i - 1) == "n" and view.kind(i + 1) == "n"
    tight = view.touching(i - 1) and view.touching(i)
    if not in_digits:
        return None
    number = number_at(view, i + 1)
    if number is None:
        return None
    counted = unit_at(view, number.end)
    last = Amount(
        i + 1,
        counted.end,
        0,
        number.value,
        number.value,
        counted.unit,
        "number",
        scale=number.scale,
    )
    large = first.low is not None and first.low >= 100
    chained = view.raw(number.end) in _HYPHENS and view.kind(number.end + 1) == "n"
    joined = _join(view, first, last, first.first, "range")
    said = counted.unit or view.raw(i) == "~" or (large and tight)
    if joined is None or chained or not said:
        return first._replace(end=number.end, rule="score") if tight else None
    return joined


def _or(view: View, first: Amount) -> Amount | None:
    """خمسة أو ستة أشهر, يومين أو ثلاثة: neighbours only."""
    if view.word(first.end).sense != "or" or first.low is None:
        return None
    last = _second(view, first.end + 1)
    if last is None or last.low is None or last.unit == "ordinal":
        return None
    near = last.low - first.low == 1 or (last.low == 2 * first.low and first.low >= 10)
    return _join(view, first, last, first.first, "range-or") if near else None


def _two_bounds(view: View, first: Amount, free: int) -> Amount | None:
    """أكبر من عشرة وأقل من خمسة عشر."""
    before = bound_before(view, first.first, free)
    if "least" not in before.kinds:
        return None
    i = first.end + (view.word(first.end).sense == "and")
    bound = bound_at(view, i)
    if bound is None or bound[0] != "most" or not (i > first.end or view.folded(i).startswith("و")):
        return None
    last = _second(view, bound[1])
    joined = last and _join(view, first, last, before.edge, "range-of-bounds")
    return joined or None
