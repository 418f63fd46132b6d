"""Amounts without a number: one unit of time, and words such as "dozens of"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from malicoup.lexicon._load import rows
from malicoup.parse._view import View
from malicoup.parse._words import plain, word_set
from malicoup.parse.numbers import number_at
from malicoup.parse.quantities._amount import Amount
from malicoup.parse.quantities._units import (
    Counted,
    definite_money,
    definite_noun,
    half_more,
    unit_at,
    word_is_hundred,
)
from malicoup.text.fold import fold


def one_unit_of_time(view: View, i: int) -> Amount | None:
    """عام كامل, لمدة أسبوع, قضى عامًا, يوم و20 ساعة, ساعة ونصف."""
    word = view.word(i)
    if word.unit is None or word.unit.form != "one" or word.article or word.prep:
        return None
    if view.word(i + 1).weekday or view.kind(i + 1) == "n" or view.word(i + 1).month:
        return None
    counted = Counted(word.unit.name, i + 1)
    value, end = half_more(view, Decimal(1), counted)
    whole = view.folded(i + 1) in word_set("whole_words")
    cued = _cued(view, i) or value != 1 or _chained(view, i)
    if not whole and not cued:
        return None
    end += whole
    rule = "one-unit-of-time"
    return Amount(i, end, view.start(i), value, value, word.unit.name, rule, number_end=i)


@cache
def _duration_cues() -> dict[str, str]:
    return {fold(word): kind for word, kind in rows("duration_cues")}


def _cued(view: View, i: int) -> bool:
    before = view.folded(i - 1)
    kind = _duration_cues().get(before) or _duration_cues().get(before[1:], "")
    if kind != "spend":
        return kind == "for"
    folded = view.folded(i)
    return folded.endswith(("ا", "ة"))


def _chained(view: View, i: int) -> bool:
    """Whether another length of time is joined before or after: "يوم وثانية"."""
    word = view.word(i)
    if word.joined or view.word(i - 1).sense == "and":
        before = view.word(i - 1 - (not word.joined))
        if before.unit is not None and not before.article:
            return True
    at = i + 1
    if view.raw(at) in ("،", ","):
        at += 1
    joined = view.word(at).joined or view.word(at).sense == "and"
    at += view.word(at).sense == "and"
    if not joined or (word.core == "عام" and view.kind(i - 1) == "w"):
        return False
    following = view.word(at)
    if following.article or following.prep:
        return False
    if following.unit is not None and not view.word(at + 1).weekday:
        return following.unit.name != word.unit.name if word.unit is not None else False
    number = number_at(view, at)
    return number is not None and view.word(number.end).unit is not None


def a_vague_number(view: View, i: int) -> Amount | None:
    """عشرات القتلى, مئات الآلاف من النازحين, بضعة أشهر, ملايين الدولارات."""
    entry = _vague().get(view.word(i).core)
    if entry is None:
        return None
    low, high = entry
    at = i + 1
    scale = view.word(at).number
    if scale is not None and scale.kind in ("scales", "vague") and plain(view.word(at)):
        low, high, at = low * scale.value, high and high * scale.value, at + 1
    linked = view.word(at).sense == "from" and plain(view.word(at))
    noun = at + linked
    unit, end = unit_at(view, noun) if not linked else Counted(None, noun)
    money = definite_money(view, noun)
    if unit is None and money is not None:
        unit, end = money
    elif unit is None and definite_noun(view, noun):
        unit, end = view.raw(noun), noun + 1
    elif unit is None and view.word(noun).unit is not None and view.word(noun).article:
        named = view.word(noun).unit
        unit, end = (named.name if named is not None else None), noun + 1
    elif unit is None:
        end = at
    if word_is_hundred(view, i):
        return None
    return Amount(
        i, end, view.start(i), Decimal(low), None if high is None else Decimal(high), unit,
        "vague-number", about=True, bounds=False, number_end=at,
    )  # fmt: skip


@cache
def _vague() -> dict[str, tuple[int, int | None]]:
    return {
        fold(word): (int(least), int(most) if most else None)
        for word, least, most in rows("vague_numbers")
    }
