"""Numbers in digits, in words and mixed: "٣ ملايين ونصف", "مئتان وخمسة عشر ألفًا".

The grammar, read from the top down::

    number    = ["سالب"] (ratio | simple)
    ratio     = simple ("على" | "جزء من") simple
    simple    = part [scale] | cardinal ["فاصلة" cardinal [scale]] [mixed part]
    cardinal  = groups joined by و, each smaller than the one before: below-1000 [scale]
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from malicoup.errors import QuantityError
from malicoup.parse._digits import plain_digits, signed_digits
from malicoup.parse._view import View
from malicoup.parse._words import Numeral, Word, plain
from malicoup.text.tokens import tokenize

#: Scales are multiplied ("ألف مليار") up to here; no report counts further.
_GREATEST = 10**18
#: Longest number phrase in tokens; longer than any number can be written.
_LONGEST = 40

_RATIO_WORD = "على"


class Number(NamedTuple):
    """A number found at a place in the text.

    Attributes:
        value: What it comes to.
        first: Index of its first token.
        end: Index after its last token.
        start: Offset where it begins, attached particles left out.
        kind: ``digits``, ``word`` (one word), ``words``, ``part`` or ``ratio``.
        scale: The last scale word's value, 1 where there is none.
    """

    value: Decimal
    first: int
    end: int
    start: int
    kind: str
    scale: int = 1


def read_number(phrase: str) -> Decimal:
    """Read one number, in digits or in words of any gender and case.

    Args:
        phrase: The number and nothing else.

    Raises:
        QuantityError: If *phrase* is no number, or more than one.

    Example:
        >>> read_number("مئتان وخمسة عشر ألفا")
        Decimal('215000')
    """
    view = View(tokenize(phrase))
    found = number_at(view, 0)
    if found is None:
        raise QuantityError("no number", source=phrase, rule="number")
    if found.end < view.count:
        place = (view.starts[found.end], len(phrase))
        raise QuantityError("words left over", source=phrase, span=place, rule="number")
    return found.value


def number_at(view: View, i: int, *, stop: int | None = None) -> Number | None:
    """The longest number that begins at token *i* and ends by *stop*, or None."""
    word = view.word(i)
    if word.number is not None and word.number.kind == "minus":
        inner = number_at(view, i + 1) if not word.joined else None
        return inner and inner._replace(value=-inner.value, first=i, start=view.start(i))
    if stop is not None:
        return _cardinal(view, i, stop)
    simple = _simple(view, i)
    if simple is None:
        return _share_of(view, i)
    return _ratio(view, simple) or simple


def _simple(view: View, i: int) -> Number | None:
    word = view.word(i)
    if word.number is not None and word.number.kind in ("part", "two_parts"):
        return _part(view, i, word, word.number)
    cardinal = _cardinal(view, i)
    if cardinal is None:
        return None
    return _mixed(view, _pointed(view, cardinal))


def _part(view: View, i: int, word: Word, number: Numeral) -> Number:
    """نصف, ثلثا …, with the scale it is a part of: "نصف مليون"."""
    value = Decimal(2 if number.kind == "two_parts" else 1) / number.value
    start = view.start(i)
    following = view.word(i + 1)
    if (
        following.number is not None
        and following.number.kind in ("scale", "hundred")
        and not following.joined
        and not following.prep
    ):
        value *= following.number.value
        return Number(value, i, i + 2, start, "words", following.number.value)
    return Number(value, i, i + 1, start, "part")


def _share_of(view: View, i: int) -> Number | None:
    """جزء من مئة."""
    if not _is_share(view, i):
        return None
    whole = _simple(view, i + 2)
    if whole is None or not whole.value:
        return None
    return Number(1 / whole.value, i, whole.end, view.start(i), "ratio")


def _is_share(view: View, i: int) -> bool:
    """Whether "part(s) of" stands at *i*: جزء من."""
    number = view.word(i).number
    return number is not None and number.kind == "share" and view.word(i + 1).sense == "from"


def _ratio(view: View, top: Number) -> Number | None:
    """واحد على عشرين, ٣/٤, مئة جزء من ألف."""
    i = top.end
    if view.raw(i) == "/" and top.kind == "digits" and view.touching(i - 1) and view.touching(i):
        below = view.whole(i + 1, 1, 100)
        bottom = Number(Decimal(below), i + 1, i + 2, 0, "digits") if below else None
        if view.raw(i + 2) == "/" or view.raw(top.first - 1) == "/":
            bottom = None
    elif view.folded(i) == _RATIO_WORD:
        bottom = _simple(view, i + 1)
        if bottom is not None and view.word(bottom.first).article:
            bottom = None
    elif _is_share(view, i):
        bottom = _simple(view, i + 2)
    else:
        return None
    if bottom is None or not bottom.value or view.word(bottom.first).joined:
        return None
    return Number(top.value / bottom.value, top.first, bottom.end, top.start, "ratio")


def _pointed(view: View, whole: Number) -> Number:
    """عشرة فاصلة سبعة [مليون]."""
    point = view.word(whole.end).number
    if point is None or point.kind != "point" or view.word(whole.end).joined:
        return whole
    digits, i = "", whole.end + 1
    while view.word(i).number == Numeral(0, "zero"):
        digits, i = digits + "0", i + 1
    rest = _cardinal(view, i)
    if rest is None or rest.value != int(rest.value):
        return whole
    scaled = rest.scale if rest.scale > 100 else 1
    value = whole.value + Decimal(f"0.{digits}{int(rest.value / scaled)}")
    return whole._replace(value=value * scaled, end=rest.end, kind="words", scale=scaled)


def _mixed(view: View, whole: Number) -> Number:
    """ونصف, ونصف المليون, وثلاثة أرباع after a number."""
    i, joined = _joined(view, whole.end)
    word = view.word(i)
    number = word.number
    less = view.word(i + 1).number
    if word.sense == "except" and less is not None and less.kind == "part" and whole.scale > 1:
        value = whole.value - Decimal(whole.scale) / less.value  # "مليون إلا ربعا"
        return whole._replace(value=value, end=i + 2, kind="words")
    if number is None or not joined or word.prep:
        return _fraction(view, whole)
    if number.kind not in ("part", "two_parts") or word.article:
        three = _cardinal_word(view, i)
        parts = view.word(i + 1).number
        if three is not None and three < 10 and parts is not None and parts.kind == "parts":
            return whole._replace(
                value=whole.value + Decimal(three) / parts.value, end=i + 2, kind="words"
            )
        return _fraction(view, whole)
    following = view.word(i + 1)
    if following.unit is not None and not following.article and not following.joined:
        return whole  # "دقيقة ونصف ثانية": the half is of the next unit
    part = Decimal(2 if number.kind == "two_parts" else 1) / number.value * whole.scale
    scale = following.number
    again = (
        scale is not None
        and scale.kind == "scale"
        and not following.joined
        and (following.article or scale.value == whole.scale)
    )
    if scale is not None and scale.kind == "scale" and not again and not following.joined:
        if scale.value > whole.scale:
            return whole._replace(
                value=(whole.value + part) * scale.value,
                end=i + 2,
                kind="words",
                scale=scale.value,
            )
        return whole
    return whole._replace(value=whole.value + part, end=i + 1 + again, kind="words")


def _fraction(view: View, whole: Number) -> Number:
    """ثلاثة أخماس, عشرون وثلاثة أخماس: the last unit is the numerator."""
    word = view.word(whole.end)
    if word.number is None or word.number.kind != "parts" or word.joined or word.article:
        return whole
    top = whole.value % 10
    if not top or whole.value != int(whole.value) or whole.value >= 1000:
        return whole
    value = whole.value - top + top / word.number.value
    scale = view.word(whole.end + 1).number
    if scale is not None and scale.kind == "scale" and plain(view.word(whole.end + 1)):
        return whole._replace(value=value * scale.value, end=whole.end + 2, kind="words")
    return whole._replace(value=value, end=whole.end + 1, kind="words")


def _joined(view: View, i: int) -> tuple[int, bool]:
    """Index of the word after an optional lone و, and whether it is joined by و."""
    if view.word(i).sense == "and" and not view.word(i).joined:
        return i + 1, view.word(i + 1).hit or view.kind(i + 1) == "n"
    word, following = view.word(i), view.word(i + 1).number
    if word.folded == "واحد" and following is not None and following.kind == "ten":
        return i, True  # "مئة واحد عشر" without hamza: eleven is never written otherwise
    return i, word.joined and word.folded[:1] == "و"


def _cardinal_word(view: View, i: int) -> int | None:
    number = view.word(i).number
    if number is None or number.kind != "unit" or view.word(i).article:
        return None
    return number.value


class _Sum:
    """A cardinal while it is being read: finished groups, the open group, what may follow."""

    __slots__ = ("group", "open", "scale", "tens", "total", "units")

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.group = Decimal(0)
        self.units = self.tens = False
        self.open = True
        self.scale = 0

    def add(self, value: Decimal | int, *, units: bool = False, tens: bool = False) -> bool:
        """Put a unit, a ten or a hundred into the open group where it may stand there."""
        if (units and (self.units or self.tens)) or (tens and self.tens):
            return False
        if not units and not tens and self.group:
            return False
        self.group += value
        self.units |= units or (not tens and value < 100)
        self.tens |= tens
        return True

    def close(self, value: int, count: Decimal | int) -> bool:
        """End the group with a scale, which must be smaller than the one before."""
        if self.scale and value >= self.scale:
            return False
        self.total += count * value
        self.scale = value
        self.group = Decimal(0)
        self.units = self.tens = False
        return True


def _cardinal(view: View, i: int, stop: int | None = None) -> Number | None:
    """Groups joined by و, each with its scale."""
    total = _Sum()
    at, pieces, in_digits = i, 0, False
    while at < (i + _LONGEST if stop is None else stop):
        place, joined = (at, True) if at == i else _joined(view, at)
        taken = _digits(view, place, total, joined, first=at == i)
        if taken:
            in_digits = True
        else:
            taken = _piece(view, place, total, joined=joined, first=at == i)
        if not taken:
            break
        at = place + taken
        pieces += taken
        if view.kind(at) == "b":
            break
    if at == i:
        return None
    kind = "digits" if in_digits and total.scale == 0 else "word" if pieces == 1 else "words"
    start = view.starts[i] if view.kind(i) == "p" else view.start(i)
    return Number(total.total + total.group, i, at, start, kind, total.scale or 1)


def _digits(view: View, i: int, total: _Sum, joined: bool, *, first: bool) -> int:
    """Digits open a number, or stand before a smaller scale: "٤ آلاف ٣ مائة و٢١"."""
    value, taken = signed_digits(view, i) if first else (None, 0)
    # Decimal cannot take the remainder of a number beyond its precision; none of those is hundreds.
    hundreds = 0 < total.group < 10**6 and not total.group % 100 and joined
    if not first and total.scale >= 100 and (not total.group or hundreds):
        value, taken = plain_digits(view, i)
        follows = view.word(i + taken).number
        scaled = follows is not None and follows.kind in ("hundred", "scale", "scales")
        least = 100 if hundreds else total.scale
        if value is not None and (value >= least or not (joined or scaled)):
            value = None
    if value is None:
        return 0
    total.group += value
    total.units = total.tens = True
    return taken


def _piece(view: View, i: int, total: _Sum, *, joined: bool, first: bool) -> int:
    """Take one number word (or two: "خمسة عشر", "ثلاث مئة"); the number of words taken."""
    word = view.word(i)
    number = word.number
    if number is None or (not first and word.prep) or i in view.blocked:
        return 0
    if number.kind in ("scale", "scales", "scale_or_two", "two_scales") or (
        number.kind == "hundred" and not joined
    ):
        return _scale(view, i, total, number, joined=joined, first=first)
    if not joined:
        return 0
    following = view.word(i + 1)
    bare = not following.joined and not following.prep and following.number is not None
    if number.kind in ("unit", "twelve"):
        if bare and following.number is not None and not following.article:
            if following.number.kind == "ten":
                return 2 * total.add(number.value + 10, tens=True)
            if following.number.kind == "hundred" and number.value > 2:
                return 2 * total.add(number.value * 100)
        return int(number.kind == "unit" and total.add(number.value, units=True))
    if number.kind == "zero":
        return int(first and total.add(0))
    if number.kind in ("ten", "teen"):
        return int(not total.units and total.add(number.value, tens=True))
    if number.kind == "tens":
        return int(total.add(number.value, tens=True))
    if number.kind in ("hundred", "hundreds"):
        return int(total.add(number.value))
    return 0


def _scale(view: View, i: int, total: _Sum, number: Numeral, *, joined: bool, first: bool) -> int:
    """A scale word: of the open group, alone (ألف is one thousand), or dual."""
    if view.word(i).article and not first and not joined:
        return 0
    if number.kind == "hundred":  # "٣ مائة"
        if not 1 <= total.group <= 9 or total.group != int(total.group):
            return 0
        total.group *= 100
        total.units = total.tens = False
        return 1
    if total.group and not joined:
        return 0 if number.kind == "two_scales" else int(total.close(number.value, total.group))
    if not total.group and joined and number.kind != "scales":
        twice = number.kind == "two_scales" or (
            number.kind == "scale_or_two" and view.kind(i + 1) == "w"
        )
        return int(total.close(number.value, 2 if twice else 1))
    product = total.total * number.value
    unjoined = not total.group and not joined and number.kind == "scale"
    if unjoined and total.scale and product <= _GREATEST:
        total.total *= number.value  # "ألف مليار"
        total.scale = number.value
        return 1
    return 0
