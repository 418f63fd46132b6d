"""The readings of one amount: a number with its unit, a dual, an ordinal, one unit of time."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from malicoup.parse._nouns import adjectives, counted_nouns, duals, plural_nouns
from malicoup.parse._view import View
from malicoup.parse._words import plain, word_set
from malicoup.parse.dates._parts import ordinal
from malicoup.parse.numbers import Number, number_at
from malicoup.parse.quantities._amount import Amount
from malicoup.parse.quantities._bounds import bound_before
from malicoup.parse.quantities._guards import is_graded
from malicoup.parse.quantities._loose import a_vague_number, one_unit_of_time
from malicoup.parse.quantities._units import (
    Counted,
    half_more,
    is_divisible,
    money_before,
    unit_at,
)


def amount_at(view: View, i: int) -> Amount | None:
    """The first reading that fits at token *i*."""
    for reading in READINGS:
        found = reading(view, i)
        if found is not None:
            return found
    return None


def an_ordinal(view: View, i: int) -> Amount | None:
    """الثالثة, الحادي عشر, المئة والخامسة والعشرون; أول before a noun."""
    found = ordinal(view, i)
    if found is None or _is_clock(view, i):
        return None
    word = view.word(i)
    value, end = found
    if end == i + 1 and not word.article and is_graded(view, i):
        return None
    if not word.ordinal and not _follows_singular(view, i, end):
        return None
    if not word.article and not _leads_noun(view, i, end):
        return None
    if word.unit is not None and not word.article and view.count > 1:
        return None  # "ثانية" is a second, or "again"
    number = Decimal(value)
    return Amount(i, end, view.start(i), number, number, "ordinal", "ordinal", bounds=False)


def _is_clock(view: View, i: int) -> bool:
    before = view.word(i - 1)
    told = before.unit is not None and before.unit.name == "hour" and before.article
    return told or view.word(i + 1).sense == "half_of_day"


def _follows_singular(view: View, i: int, end: int) -> bool:
    """Definite tens are an ordinal after a definite noun in the singular (الكتاب الثلاثون)."""
    before = view.folded(i - 1)
    if end - i > 1 and view.word(i).number is not None and view.word(i + 1).ordinal:
        return True
    if view.kind(i - 1) in ("", "b", "p"):
        return end == view.count and i == 0
    return before.startswith("ال") and not before.endswith(("ات", "ون", "ين"))


def _leads_noun(view: View, i: int, end: int) -> bool:
    """Whether an ordinal without article stands before its noun, or alone."""
    word = view.word(i)
    if end - i > 1 or (word.joined and view.count > 1 and word.core not in ("اول", "اولى")):
        return end - i > 1
    feminine = word.core.endswith(("ة", "ه"))
    return view.count == 1 or (view.kind(i + 1) == "w" and not feminine and word.core != "ثان")


def a_number(view: View, i: int) -> Amount | None:
    """A number in digits or words with what it counts: "أربع طائرات", "16 بالمائة", "$5"."""
    first = i
    if view.kind(i) == "n" and view.raw(i - 1) in ("-", "−", ".", "٫") and _signed(view, i - 1):
        first = i - 1
    number = number_at(view, first)
    if number is None or _no_quantity(view, number):
        return None
    summed = _summed(view, number)
    if summed is not None:
        return summed
    counted = _whole_unit(view, number) or unit_at(view, number.end)
    if number.kind == "part" and not _has_parts(view, counted):
        counted = Counted(None, number.end)
    value, end = half_more(view, number.value, counted)
    start, lead = number.start, number.first
    before = money_before(view, lead)
    if before is not None or _percent_before(view, lead - 1):
        unit = before or "percent"
        if counted.unit is None or before is not None:
            counted, end = Counted(unit, number.end), number.end
            lead, start = lead - 1, view.starts[lead - 1]
    if _is_bounded(view, i):
        pass
    elif view.word(i).article and counted.unit is None and _definite_count(view, i, number.end):
        counted, lead = _counted_before(view, i - 1)
        start = view.start(lead)
    elif counted.unit is None and view.folded(i - 1) == "ال":
        if _definite(view, i - 2):
            counted = Counted(view.raw(i - 2), number.end)
        elif _is_singular(view, i - 2):
            counted = Counted("ordinal", number.end)
    rule = "percent" if counted.unit == "percent" else "number"
    value = Decimal(int(value)) if value == int(value) else value
    return Amount(
        lead, end, start, value, value, counted.unit, rule,
        number_end=number.end, scale=number.scale,
    )  # fmt: skip


def _has_parts(view: View, counted: Counted) -> bool:
    """Whether half of it is an amount of it ("نصف طن"), or but a share ("نصف السكان")."""
    if counted.unit == "percent":
        return True
    return counted.unit is not None and is_divisible(view, counted)


def _definite(view: View, i: int) -> bool:
    """Whether token *i* is a definite plural: الضحايا الـ298."""
    folded = view.folded(i)
    return folded.startswith("ال") and folded[2:] in plural_nouns()


def _percent_before(view: View, i: int) -> bool:
    """Whether a percent sign at *i* belongs to the number behind it: ٪٤٠, ٪ ٤٠."""
    if view.raw(i) not in ("%", "٪"):
        return False
    return view.touching(i) or not (view.kind(i - 1) == "n" and view.touching(i - 1))


def _is_singular(view: View, i: int) -> bool:
    """Whether token *i* is a definite noun that a number orders: الكتيبة الـ12."""
    folded = view.folded(i)
    listed = view.word(i).hit and view.word(i).unit is None
    return (
        folded.startswith("ال")
        and len(folded) > 4
        and not listed
        and not folded.endswith(("ات", "ون", "ين"))
    )


def _summed(view: View, number: Number) -> Amount | None:
    """خمسة زائد واحد: a sum is the name of a group of states, not an amount."""
    plus = view.word(number.end).number
    last = number_at(view, number.end + 1) if plus is not None and plus.kind == "plus" else None
    if last is None:
        return None
    return Amount(number.first, last.end, number.start, None, None, None, "score")


def _whole_unit(view: View, number: Number) -> Counted | None:
    """ثلاثة أرباع الساعة: a part of the one hour."""
    word = view.word(number.end)
    if number.value < 1 and word.unit is not None and word.unit.form == "one" and word.article:
        return Counted(word.unit.name, number.end + 1) if plain(word) else None
    return None


def _signed(view: View, i: int) -> bool:
    """Whether a hyphen or point right before digits belongs to them."""
    if not view.touching(i) or view.touching(i - 1):
        return False
    bullet = (i == 0 or view.kind(i - 1) == "b") and view.kind(i + 2) == "w"
    return not bullet


def _no_quantity(view: View, number: Number) -> bool:
    """Words for numbers that count nothing where they stand."""
    i, end = number.first, number.end
    word = view.word(i)
    if number.kind == "part":
        title = view.folded(end) in word_set("part_titles")
        return word.article or title or word.prep == "ك"
    if number.kind != "word" or word.number is None:
        return word.article and number.kind != "digits" and not _definite_count(view, i, end)
    if word.number.value == 1 and word.number.kind == "unit":
        return not _lone_one(view, i)
    if word.article:
        return not _definite_count(view, i, end)
    return word.number.kind == "zero" and bool(word.joined or word.prep)


def _lone_one(view: View, i: int) -> bool:
    """واحد alone is a number; واحد من, أحد, الواحد and "كل واحد" are none."""
    word = view.word(i)
    if word.article or word.core not in word_set("singular_one"):
        return False
    partitive = view.folded(i + 1).startswith(("من", "ممن"))
    return not partitive and view.word(i - 1).sense != "daily"


def _counted_before(view: View, i: int) -> tuple[Counted, int]:
    """The definite plural before its number: الدول الخمس, الأشهر الستة, دول الساحل الخمس."""
    unit = view.word(i).unit
    if unit is not None:
        return Counted(unit.name, i), i
    if view.folded(i)[2:] not in plural_nouns() and view.folded(i - 1) in plural_nouns():
        i -= 1
    return Counted(view.raw(i), i), i


def _definite_count(view: View, i: int, end: int) -> bool:
    """Whether a number with article follows a definite plural, which it still counts."""
    before, word = view.folded(i - 1), view.word(i - 1)
    if _is_bounded(view, i):
        return True
    if word.unit is not None:
        return word.article and word.unit.form == "many"
    if not before.startswith("ال") or word.hit or view.kind(end) == "n":
        return False
    return before[2:] in plural_nouns() or view.folded(i - 2) in plural_nouns()


def _is_bounded(view: View, i: int) -> bool:
    """فوق المئة, نحو الألف: a round number keeps its article behind a bound."""
    number = view.word(i).number
    round_one = number is not None and number.kind in ("hundred", "scale", "tens")
    return round_one and view.word(i).article and bool(bound_before(view, i, 0).kinds)


def one_of_it(view: View, i: int) -> Amount | None:
    """شخص واحد, شهر واحد: the noun stands before its number."""
    word = view.word(i)
    if word.core in word_set("singular_one") and plain(word) and not word.article:
        return one_of_it(view, i - 1) if view.kind(i - 1) == "w" else None
    one = view.word(i + 1)
    if one.core not in word_set("singular_one") or not plain(one) or one.article:
        return None
    if view.word(i + 2).number is not None and view.word(i + 2).joined:
        return None
    if view.word(i + 2).sense == "from" or word.article or view.kind(i) != "w":
        return None
    if word.unit is not None and word.unit.form == "one":
        unit: str | None = word.unit.name
    elif not word.hit and word.core in counted_nouns():
        unit = view.raw(i)
    else:
        return None
    number = Decimal(1)
    return Amount(i, i + 2, view.start(i), number, number, unit, "one", number_end=i + 2)


def a_dual(view: View, i: int) -> Amount | None:
    """يومين, طائرتي, جنديين: two, without a number word."""
    word = view.word(i)
    if word.article:
        return None
    if word.unit is not None:
        if word.unit.form != "two" or (view.kind(i + 1) == "n" and word.unit.name == "year"):
            return None
        if word.core == "عامين" and view.folded(i - 1) in plural_nouns():
            return None  # "مدعين عامين" are general, not two years
        counted = Counted(word.unit.name, i + 1)
        value, end = half_more(view, Decimal(2), counted)
        end += view.word(end).number is not None and view.word(end).number == (2, "unit")
        return Amount(i, end, view.start(i), value, value, counted.unit, "dual", number_end=i + 1)
    folded, skip = view.folded(i), 0
    if folded not in duals():
        if folded[:1] not in ("و", "ف", "ب", "ل") or folded[1:] not in duals():
            return None
        skip = 1
    if view.word(i - 1).number is not None and view.word(i - 1).number != (2, "unit"):
        return None
    if folded.endswith(("تي", "تا")) and not _construct(view, i + 1):
        return None
    end = i + 1
    while (
        end < i + 4
        and view.folded(end).endswith(("ين", "ان", "هليكوبتر"))
        and _dual_adjective(view, end)
    ):
        end += 1
    end += view.word(end).number == (2, "unit") and plain(view.word(end))
    start = view.starts[i] + skip
    two = Decimal(2)
    unit = view.raw(i)[skip:]
    return Amount(i, end, start, two, two, unit, "dual", number_end=i + 1)


def _construct(view: View, i: int) -> bool:
    """Whether a noun follows that a dual without ن leans on; else it is "my …"."""
    folded = view.folded(i)
    if view.kind(i) == "l":
        return True
    if folded in counted_nouns():
        return True
    loose = folded.startswith(("و", "ف", "بال", "لل")) or (
        folded[:1] in ("ب", "ل") and folded[1:] in counted_nouns()
    )
    return bool(folded) and not loose and folded not in word_set("not_counted")


def _dual_adjective(view: View, i: int) -> bool:
    folded = view.folded(i)
    if folded in word_set("second_nouns"):
        return True
    dual = folded.endswith(("ين", "ان")) and not view.word(i).hit
    return dual and (folded in adjectives() or folded.endswith(("يين", "يتين", "يان", "يتان")))


#: Tried in this order; the first that fits wins.
READINGS: tuple[Callable[[View, int], Amount | None], ...] = (
    one_of_it,
    an_ordinal,
    a_number,
    a_vague_number,
    a_dual,
    one_unit_of_time,
)
