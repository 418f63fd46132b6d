"""What a number counts: percent, time, money, measures, nouns."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from malicoup.lexicon._load import rows
from malicoup.model._codes import CURRENCY_CODES
from malicoup.parse._nouns import adjectives, counted_form, counted_nouns
from malicoup.parse._view import View
from malicoup.parse._words import plain, word_set
from malicoup.text.fold import fold

_PERCENT = frozenset({"%", "٪", "﹪", "％"})
_NISBA = ("يه", "ية", "يا", "يين", "يتين", "يون", "ييين")
#: Adjectives taken into the span after the noun counted.
_MOST_ADJECTIVES = 3


class Counted(NamedTuple):
    """The unit of a number and the index after its words."""

    unit: str | None
    end: int


def unit_at(view: View, i: int) -> Counted:
    """The unit right after a number that ends at token *i*."""
    return (
        percent_at(view, i)
        or _time_at(view, i)
        or money_at(view, i)
        or _noun_at(view, i)
        or Counted(None, i)
    )


def percent_at(view: View, i: int) -> Counted | None:
    """٪, بالمئة, في المائة."""
    if view.raw(i) in _PERCENT:
        return Counted("percent", i + 1)
    at = i + (view.word(i).sense == "in")
    word = view.word(at)
    hundred = word.number is not None and word.number.kind == "hundred" and word.article
    if hundred and (at > i or word.prep == "ب"):
        return Counted("percent", at + 1)
    if view.folded(i) == "ب" and word_is_hundred(view, i + 1):
        return Counted("percent", i + 2)
    return None


def word_is_hundred(view: View, i: int) -> bool:
    """Whether token *i* is المئة."""
    word = view.word(i)
    return word.number is not None and word.number.kind == "hundred" and word.article


def _time_at(view: View, i: int) -> Counted | None:
    word = view.word(i)
    if word.unit is None or word.article or not plain(word):
        return None
    return Counted(word.unit.name, i + 1)


@cache
def _currencies() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, code in rows("currencies"):
        parts = tuple(fold(words).split())
        found.setdefault(parts[0], []).append((parts, code))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return found


def money_at(view: View, i: int) -> Counted | None:
    """A currency in words or as a sign; an unnamed dinar is the noun as written."""
    head = fold(view.raw(i))
    listed = _currencies()
    forms = [*listed.get(head, ()), *listed.get(head.removesuffix("ا"), ())]
    for words, code in sorted(forms, key=lambda form: -len(form[0])):
        if all(_is_form(fold(view.raw(i + n)), word) for n, word in enumerate(words)):
            end = i + len(words)
            return Counted(code or _text(view, i, end), end)
    return None


def _is_form(folded: str, word: str) -> bool:
    """Whether a word is that of the list, or its accusative: روبلا روسيا."""
    return folded in (word, word + "ا")


def money_before(view: View, i: int) -> str | None:
    """The code of a sign that stands right before a number: "$5"."""
    mark = view.raw(i - 1)
    if mark and view.touching(i - 1) and view.kind(i - 1) in ("p", "l"):
        for words, code in _currencies().get(mark.lower(), ()):
            if len(words) == 1:
                return code
    return None


def _text(view: View, first: int, end: int) -> str:
    return view.tokens.text[view.starts[first] : view.ends[end - 1]]


def _noun_at(view: View, i: int) -> Counted | None:
    """An indefinite noun right after the number, with nisba adjectives that follow it."""
    if not is_noun(view, i):
        return None
    end = i + 1
    while end < i + 1 + _MOST_ADJECTIVES and _adjective(view, end):
        end += 1
    if view.folded(end) in _second_nouns() and not view.word(end).hit:
        end += 1
        while end < i + 2 + _MOST_ADJECTIVES and _adjective(view, end):
            end += 1
    return Counted(_text(view, i, i + 1), end)


@cache
def _second_nouns() -> frozenset[str]:
    return word_set("second_nouns")


def is_noun(view: View, i: int) -> bool:
    """Whether token *i* is an indefinite noun that a number may count."""
    word, folded = view.word(i), view.folded(i)
    if not folded or word.joined or word.prep or word.article or i in view.blocked:
        return False
    if word.hit and folded not in counted_nouns():
        return False
    if folded.startswith("ال") and folded not in counted_nouns():
        return False
    return counted_form(folded) or (folded.endswith(("ات", "ين")) and len(folded) > 4)


def definite_noun(view: View, i: int) -> bool:
    """Whether token *i* is a noun with article: the counted noun of "عشرات القتلى"."""
    folded = view.folded(i)
    return folded.startswith("ال") and len(folded) > 4 and not view.word(i).hit


def _adjective(view: View, i: int) -> bool:
    word, folded = view.word(i), view.folded(i)
    if word.hit or folded.startswith("ال") or folded in word_set("not_counted"):
        return False
    return folded in adjectives() or (
        len(folded) > 4
        and folded.endswith(_NISBA)
        and not folded.startswith(("و", "ب", "ل", "ف", "ت", "ي"))
    )


def half_more(view: View, value: Decimal, counted: Counted) -> tuple[Decimal, int]:
    """ساعتين ونصف, ساعة ونصف الساعة, ساعتين إلا ربعا: a part after the unit is of that unit."""
    i = counted.end
    part = view.word(i + 1).number
    if view.word(i).sense == "except" and part is not None and part.kind == "part":
        return value - Decimal(1) / part.value, i + 2
    at = i + (view.word(i).sense == "and")
    word, following = view.word(at), view.word(at + 1)
    if word.number is None or word.number.kind != "part" or word.article or word.prep:
        return value, i
    if not (word.joined or at > i) or not is_divisible(view, counted):
        return value, i
    more = value + Decimal(1) / word.number.value
    if _same_unit(view, i - 1, at + 1):
        return more, at + 2
    free = following.unit is None and not view.folded(at + 1).startswith("ال")
    return (more, at + 1) if free and not counted_form(following.folded) else (value, i)


def is_divisible(view: View, counted: Counted) -> bool:
    """Whether what is counted has halves: time, money and measures."""
    timed = counted.unit in _time_names() or counted.unit in CURRENCY_CODES
    return timed or view.folded(counted.end - 1) in word_set("units")


def _same_unit(view: View, i: int, again: int) -> bool:
    """Whether the unit at *i* is said again, with article, at *again*: "متر ونصف المتر"."""
    first, second = view.word(i), view.word(again)
    if first.unit is not None and second.unit is not None:
        return second.article and first.unit.name == second.unit.name
    folded = view.folded(again)
    return folded.startswith("ال") and view.folded(i).removesuffix("ا") == folded[2:]


@cache
def _time_names() -> frozenset[str]:
    return frozenset(unit for _, unit, _ in rows("time_units"))


def definite_money(view: View, i: int) -> Counted | None:
    """الدولارات, اليورو after "millions of"."""
    folded = view.folded(i)
    found = _currencies().get(folded[2:], ()) if folded.startswith("ال") else ()
    for words, code in found:
        if len(words) == 1 and code:
            return Counted(code, i + 1)
    return None
