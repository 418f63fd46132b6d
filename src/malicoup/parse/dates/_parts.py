"""The small parts that date phrases are built of, each read at one token.

Every reader returns what it read and the index after it, or None.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from malicoup.lexicon._load import rows
from malicoup.parse._nouns import counted_form
from malicoup.parse._view import View
from malicoup.parse._words import Month, Word, month_pairs, plain, plays
from malicoup.parse.dates._when import When
from malicoup.parse.numbers import number_at
from malicoup.text.fold import fold

_COMMAS = frozenset({"،", ","})
_SLASHES = frozenset({"/", "-", "–", "\\"})


class Found(NamedTuple):
    """A date phrase: its tokens, its meaning, the rule that read it."""

    first: int
    end: int
    when: When
    rule: str


class Year(NamedTuple):
    """A year that follows a day or month: named, or counted from now."""

    end: int
    year: int | None = None
    shift: int | None = None
    islamic: bool = False
    same: bool = False


@cache
def _spellings() -> frozenset[str]:
    return frozenset(names for names, *_ in rows("months"))


def day_of_month(view: View, i: int) -> tuple[int, int] | None:
    """A day in digits or as an ordinal: 18, الـ18, الثامن عشر."""
    at = i + 1 if view.particle(i) and view.kind(i + 1) == "n" else i
    value = view.whole(at, 1, 31)
    if value is not None:
        long = len(view.digits(at)) > 2
        return None if long or view.kind(at - 1) == "l" else (value, at + 1)
    if view.word(i).sense == "first_day" and plain(view.word(i)):
        return view.word(i).value, i + 1
    found = ordinal(view, i)
    return found if found is not None and found[0] <= 31 else None


def ordinal(view: View, i: int) -> tuple[int, int] | None:
    """الثالث, الثالث عشر, الخامس والعشرون; also الواحد والثلاثون and definite tens."""
    word = view.word(i)
    units = word.ordinal
    if not units and word.article and word.number is not None:
        if word.number.kind == "unit" and word.number.value == 1:
            units = 1
        elif word.number.kind in ("tens", "hundred", "scale"):
            return _round_ordinal(view, i, word.number.value)
    if not units:
        return None
    following = view.word(i + 1)
    if following.number is not None and following.number.kind == "ten" and plain(following):
        return (units + 10, i + 2) if units < 10 and word.ordinal else None
    at = i + 2 if following.sense == "and" else i + 1
    tens = view.word(at)
    if following.sense == "shift" and tens_of_hundred(view, i + 2):
        return units + 100, i + 3  # "العاشرة بعد المائة"
    tied = at == i + 2 or tens.joined
    if tied and tens.article and tens.number is not None and tens.number.kind == "tens":
        return (units + tens.number.value, at + 1) if units < 10 else None
    return (units, i + 1) if word.ordinal else None


def tens_of_hundred(view: View, i: int) -> bool:
    """Whether token *i* is المئة."""
    number = view.word(i).number
    return number is not None and number.kind == "hundred" and view.word(i).article


def _round_ordinal(view: View, i: int, value: int) -> tuple[int, int]:
    following = view.word(i + 1)
    if value == 100 and following.joined and following.article:
        rest = ordinal(view, i + 1)
        if rest is not None:
            return 100 + rest[0], rest[1]
    return value, i + 1


def month_name(view: View, i: int) -> tuple[Month, int] | None:
    """A month, in one or two words, alone or with its second name: آب/أغسطس, أغسطس (آب)."""
    at = i
    if view.word(i).unit is not None and plays(view.word(i), "month"):
        at = i + 1
    first = _one_month(view, at)
    if first is None and at > i and not view.word(i).article:
        digits = view.whole(at, 1, 12)
        free = digits is not None and not counts(view, at + 1) and view.raw(at + 1) not in _SLASHES
        return (Month(digits, "gregorian", False), at + 1) if free and digits else None
    if first is None:
        return None
    month, end = first
    if at > i:
        if not plain(view.word(at)):
            return None
        month = month._replace(ambiguous=False)
    mark = view.raw(end)
    if mark in _SLASHES or mark == "(":
        second = _one_month(view, end + 1)
        closed = mark != "(" or (second is not None and view.raw(second[1]) == ")")
        if second is not None and closed and plain(view.word(end + 1)):
            return month._replace(ambiguous=False), second[1] + (mark == "(")
    return month, end


def _one_month(view: View, i: int) -> tuple[Month, int] | None:
    word = view.word(i)
    if word.month is None:
        return None
    two = month_pairs().get((word.core, view.folded(i + 1)))
    if two is not None:
        return two, i + 2
    if not word.month.number or (word.article and not word.month.ambiguous):
        return None
    if word.month.ambiguous and (word.prep in ("ب", "ك") or not _spelled(view, i, word)):
        return None
    return word.month, i + 1


def _spelled(view: View, i: int, word: Word) -> bool:
    """Whether the word is spelt as listed, since folding makes أب (father) and آب equal."""
    if word.core == fold(view.raw(i)) and len(view.raw(i)) == len(word.core):
        return view.raw(i) in _spellings()
    return True


def turn(view: View, i: int) -> tuple[int, int] | None:
    """الماضي, الجاري, المقبل; قبل الماضي (the one before), بعد القادم."""
    word = view.word(i)
    if word.sense == "turn" and word.article and plain(word):
        return word.value, i + 1
    following = view.word(i + 1)
    if word.sense != "shift" or following.sense != "turn" or not following.article:
        return None
    same = plain(word) and plain(following) and word.value == following.value
    return (2 * word.value, i + 2) if same else None


def is_year_word(word: Word) -> bool:
    """Whether the word is عام or سنة in the singular."""
    return word.unit is not None and word.unit.name == "year" and word.unit.form == "one"


def year_number(view: View, i: int, *, words: bool = True) -> tuple[int, int] | None:
    """The number of a year after عام: 2016, الـ2016, ألفين وستة عشر."""
    at = i + 1 if view.folded(i) == "ال" and view.kind(i + 1) == "n" else i
    value = view.whole(at, 1, 2999)
    if value is not None:
        early = before_christ(view, at + 1) or era(view, at + 1)[1] > at + 1
        return (value, at + 1) if value >= 100 or early else None
    word = view.word(i)
    if not words or word.number is None or not plain(word):
        return None
    if word.number.kind in ("part", "two_parts", "minus"):
        return None
    number = number_at(view, i)
    if number is None or number.value != int(number.value) or not 100 <= number.value < 3000:
        return None
    return int(number.value), number.end


def era(view: View, i: int) -> tuple[bool, int]:
    """Whether an Islamic era follows a year, and the index after the era's name."""
    word = view.word(i)
    if word.sense == "hijri" and not word.joined:
        return True, i + 1
    if word.sense == "era" and plain(word) and not word.joined:
        return False, i + 1
    return False, i


def before_christ(view: View, i: int) -> int:
    """The index after قبل الميلاد or ق.م at *i*, or 0."""
    if view.word(i).sense == "shift" and view.word(i + 1).sense == "bc":
        return i + 2
    if not plays(view.word(i), "before_christ"):
        return 0
    at = i + 1 + (view.raw(i + 1) == ".")
    return at + 1 if view.word(at).sense == "era" and len(view.raw(at)) == 1 else 0


def year_after(view: View, i: int, *, dotted: bool = False) -> Year | None:
    """A year after a month: 2016, عام 2016, من العام الماضي, ألفين وثمانية عشر."""
    at = i
    comma = view.raw(i) in _COMMAS or (dotted and view.raw(i) == ".")
    if comma or (view.raw(i) in _SLASHES and view.whole(i + 1, 1000, 2999) is not None):
        at = i + 1
    relative = relative_year(view, at)
    if relative is not None and not comma:
        return relative
    if view.word(at).sense in ("from", "in") and is_year_word(view.word(at + 1)):
        at += 1
    if is_year_word(view.word(at)):
        at += 1
    elif view.word(at).number is not None:
        number = year_number(view, at)
        if number is None or number[0] < 1000:
            return None
        return Year(number[1], number[0])
    elif view.whole(at, 1000, 2999) is None or len(view.digits(at)) != 4:
        return None
    found = year_number(view, at)
    if found is None:
        return None
    islamic, end = era(view, found[1])
    return Year(end, found[0], None, islamic)


def relative_year(view: View, i: int) -> Year | None:
    """[من] العام الماضي, هذا العام, [من] السنة القادمة, من العام نفسه, من نفس العام."""
    at = i + 1 if view.word(i).sense in ("from", "in") else i
    if view.word(at).sense == "same" and is_year_word(view.word(at + 1)):
        return Year(at + 2, same=True) if view.word(at + 1).article else None
    if is_year_word(view.word(at)) and view.word(at + 1).sense == "same":
        return Year(at + 2, same=True) if view.word(at).article else None
    if view.word(at).sense == "this" and is_year_word(view.word(at + 1)):
        return Year(at + 2, None, 0) if view.word(at + 1).article else None
    word = view.word(at)
    if is_year_word(word) and word.article and not word.joined:
        way = turn(view, at + 1)
        return Year(way[1], None, way[0]) if way is not None else None
    return None


def relative_month(view: View, i: int) -> tuple[int, int] | None:
    """[من] هذا الشهر, الشهر الماضي, الشهر قبل الماضي."""
    at = i + 1 if view.word(i).sense == "from" else i
    if view.word(at).sense == "this" and plays(view.word(at + 1), "month"):
        return (0, at + 2) if view.word(at + 1).article else None
    word = view.word(at)
    if plays(word, "month") and word.article and not word.joined:
        return turn(view, at + 1)
    return None


def counts(view: View, i: int) -> bool:
    """Whether the word at *i* is likely counted by the number before it."""
    word = view.word(i)
    if view.raw(i) in ("%", "٪", "$"):
        return True
    if view.kind(i) != "w" or word.joined or word.prep or word.article:
        return False
    if word.unit is not None:
        return not is_year_word(word)
    if word.number is not None:
        return word.number.kind in ("scale", "scales", "scale_or_two", "hundred")
    return counted_form(view.folded(i))


def dated(when: When, year: Year) -> When:
    """*when* in a year that follows it."""
    islamic = when.islamic or year.islamic
    return when._replace(
        year=year.year, year_shift=year.shift, islamic=islamic, same_year=year.same
    )
