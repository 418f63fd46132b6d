"""Rules for dates that name their day, month or year."""

from __future__ import annotations

from collections.abc import Iterator

from malicoup.parse._view import View
from malicoup.parse._words import bare_weekdays, plain, plays, word_set
from malicoup.parse.dates._parts import (
    Found,
    Year,
    counts,
    dated,
    day_of_month,
    is_year_word,
    month_name,
    ordinal,
    relative_month,
    year_after,
)
from malicoup.parse.dates._parts import turn as read_turn
from malicoup.parse.dates._when import When
from malicoup.parse.dates._years import (
    bare_year,
    century,
    decade,
    division,
    named_year,
    season,
    several_years,
    year_in_words,
)

_SEPARATORS = frozenset({"/", "-", "–", "."})
_OPENERS = frozenset({"in", "since", "opener", "from", "to", "between", "shift", "this", "on_date"})


def absolute(view: View, i: int) -> Iterator[Found]:
    """Every dated reading that begins at token *i*."""
    word = view.word(i)
    if view.kind(i) == "n" or view.particle(i):
        yield from numeric(view, i)
        yield from day_month(view, i)
        yield from bare_year(view, i)
        return
    if word.ordinal or word.sense == "first_day" or (word.number is not None and word.article):
        yield from day_month(view, i)
        yield from nth_weekday(view, i)
    if word.month is not None or plays(word, "month"):
        yield from month_first(view, i)
    if word.unit is not None:
        yield from named_year(view, i)
        yield from several_years(view, i)
        yield from century(view, i)
        if plays(word, "month") and word.article:
            yield from numbered_month(view, i)
    if word.sense == "final":
        yield from nth_weekday(view, i)
    if word.sense == "decade":
        yield from decade(view, i)
    if word.sense == "season":
        yield from season(view, i)
    if word.number is not None:
        yield from year_in_words(view, i)
        yield from division(view, i)


def day_month(view: View, i: int) -> Iterator[Found]:
    """18 أغسطس 2020, الثامن عشر من [شهر] أغسطس, 16 من الشهر الجاري."""
    day = day_of_month(view, i)
    if day is None:
        return
    number, at = day
    before = view.word(i - 1).unit
    if before is not None and before.name != "day" and view.word(i - 1).article:
        return  # "الأسبوع الثالث من مايو" is no third of May
    dotted = view.kind(i) == "n" and view.raw(at) in (".", "-") and view.touching(at - 1)
    at += dotted
    linked = view.word(at).sense == "from" and plain(view.word(at))
    at += linked
    word = view.word(at)
    if plays(word, "month") and word.article:
        shift = relative_month(view, at) or _numbered(view, at)
        if shift is None and linked:
            shift = 0, at + 1  # "الثامن من الشهر" is of this month
        if shift is None:
            return
        value, end = shift
        if _numbered(view, at) is not None:
            yield from _with_year(view, i, end, When(day=number, month=value), "day-and-month")
        else:
            yield Found(i, end, When(day=number, month_shift=value), "day-of-relative-month")
        return
    if word.sense == "this":
        month_shift = relative_month(view, at)
        if month_shift is not None:
            when = When(day=number, month_shift=month_shift[0])
            yield Found(i, month_shift[1], when, "day-of-relative-month")
        return
    if not plain(word) and not (word.prep == "ل" and plays(word, "month")):
        return
    bare_ordinal = view.kind(i) == "w" and not view.particle(i) and not linked
    named = month_name(view, at)
    if named is None or (bare_ordinal and at == i + 1 and number != 1 and not plays(word, "month")):
        return
    month, end = named
    dotted = dotted and view.raw(end) == "."
    when = When(day=number, month=month.number, islamic=month.calendar == "islamic")
    yield from _with_year(view, i, end, when, "day-and-month", dotted=dotted)


def _with_year(
    view: View, i: int, end: int, when: When, rule: str, *, dotted: bool = False
) -> Iterator[Found]:
    """Add the year or the turn that follows, and give the phrase."""
    year = year_after(view, end, dotted=dotted)
    if year is not None and not _counted_year(view, year):
        yield Found(i, year.end, dated(when, year), rule)
        return
    way = read_turn(view, end)
    if way is not None:
        yield Found(i, way[1], when._replace(turn=way[0]), rule)
        return
    yield Found(i, end, when, rule)


def _counted_year(view: View, year: Year) -> bool:
    """Whether the digits count what follows: "في مارس 1500 جندي"."""
    odd = year.year is not None and not 1900 <= year.year <= 2100
    return odd and not is_year_word(view.word(year.end - 2)) and counts(view, year.end)


def month_first(view: View, i: int) -> Iterator[Found]:
    """أغسطس 2020, شباط 13, سبتمبر 10, 1901, شهر نوفمبر القادم, كانون الأول."""
    named = month_name(view, i)
    if named is None:
        return
    month, end = named
    islamic = month.calendar == "islamic"
    when = When(month=month.number, islamic=islamic)
    if islamic and end == i + 1 and view.folded(end) in word_set("given_names"):
        return  # رمضان, شعبان, رجب: a given name before another
    day = day_of_month(view, end)
    if day is not None and (view.kind(end) == "n" or view.word(end).article):
        taken = not plain(view.word(end)) or counts(view, day[1]) or view.word(day[1]).month
        if not taken and view.raw(day[1]) not in (":", "/", "."):
            yield from _with_year(view, i, day[1], when._replace(day=day[0]), "month-and-day")
    for found in _with_year(view, i, end, when, "month"):
        if found.end > end or not month.ambiguous or _opened(view, i):
            yield found


def _opened(view: View, i: int) -> bool:
    """Whether a word that may be no month stands where a month would: "في مارس"."""
    word, before = view.word(i), view.word(i - 1)
    islamic = word.month is not None and word.month.calendar == "islamic"
    if islamic:
        return before.sense in ("since", "opener") or (before.sense == "to" and plain(before))
    return before.sense in _OPENERS or word.prep == "ل" or view.count == 1


def _numbered(view: View, i: int) -> tuple[int, int] | None:
    """الشهر الثامن."""
    if not plays(view.word(i), "month") or not view.word(i).article:
        return None
    found = ordinal(view, i + 1)
    article = view.word(i + 1).article and plain(view.word(i + 1))
    return found if found is not None and article and 1 <= found[0] <= 12 else None


def numbered_month(view: View, i: int) -> Iterator[Found]:
    """الشهر الثامن من عام 2020: only with its year."""
    month = _numbered(view, i)
    if month is not None:
        year = year_after(view, month[1])
        if year is not None:
            yield Found(i, year.end, dated(When(month=month[0]), year), "numbered-month")


def nth_weekday(view: View, i: int) -> Iterator[Found]:
    """أول يوم جمعة من يوليو, آخر اثنين من أيلول, آخر يوم من الشهر."""
    word = view.word(i)
    nth = -1 if word.sense == "final" else word.ordinal
    at = i + 1
    day = plays(view.word(at), "day") and not view.word(at).article
    weekday = view.word(at + day)
    if not nth or word.article or nth > 5 or not (day or weekday.weekday):
        return
    end = at + day + bool(weekday.weekday)
    yield from in_month(view, i, end, weekday.weekday or None, nth)


def in_month(view: View, i: int, end: int, weekday: int | None, nth: int) -> Iterator[Found]:
    """من شهر أكتوبر 2014, من الشهر الحالي after the nth weekday."""
    if view.word(end).sense not in ("from", "in"):
        return
    when = When(weekday=weekday, nth=nth)
    shift = relative_month(view, end)
    if shift is not None:
        yield Found(i, shift[1], when._replace(month_shift=shift[0]), "nth-day")
        return
    year = year_after(view, end)
    if year is not None and weekday is None and nth in (1, -1):
        edge = When(month=1 if nth == 1 else 12, day=1 if nth == 1 else 31)
        yield Found(i, year.end, dated(edge, year), "nth-day")
        return
    named = month_name(view, end + 1)
    if named is not None and named[0].calendar == "gregorian":
        whole = when._replace(month=named[0].number)
        yield from _with_year(view, i, named[1], whole, "nth-day")


def numeric(view: View, i: int) -> Iterator[Found]:
    """2016/04/21, 21-04-2016, 21.4.2016, 22/04, 2015/3."""
    tied = view.touching(i - 1) and view.raw(i - 1) in ("/", "-", ".", ":", "+")
    if tied and view.kind(i - 2) in ("n", "l", "w") and view.touching(i - 2):
        return
    dotted = view.digits(i).replace("٫", ".").split(".")
    if len(dotted) == 3 and all(part.isdecimal() for part in dotted):
        yield from _full_date(i, i + 1, [int(part) for part in dotted], len(dotted[0]) == 4)
        return
    parts, end = [view.whole(i, 0, 2999)], i + 1
    mark = view.raw(end)
    while len(parts) < 3 and view.raw(end) == mark and mark in _SEPARATORS and mark != ".":
        if not (view.touching(end) and view.touching(end - 1)) and mark != "/":
            break
        parts, end = [*parts, view.whole(end + 1, 0, 2999)], end + 2
    values = [part for part in parts if part is not None]
    if len(values) != len(parts) or (view.raw(end) == mark and view.touching(end - 1)):
        return
    tight = all(view.touching(at) for at in range(i, end - 1))
    if len(values) == 3:
        yield from _full_date(i, end, values, len(view.digits(i)) == 4)
    elif len(values) == 2 and tight:
        yield from _short_date(view, i, end, values, mark)


def _full_date(i: int, end: int, values: list[int], year_first: bool) -> Iterator[Found]:
    year, month, day = values if year_first else reversed(values)
    if month > 12 and day <= 12:
        month, day = day, month
    islamic = 1300 <= year <= 1500
    if year >= 1000 and 1 <= month <= 12 and 1 <= day <= 31:
        when = When(year=year, month=month, day=day, islamic=islamic)
        yield Found(i, end, when, "numeric-date")


def _short_date(view: View, i: int, end: int, values: list[int], mark: str) -> Iterator[Found]:
    first, last = values
    if mark == "/" and max(values) >= 1000 and 1 <= min(values) <= 12:
        yield Found(i, end, When(year=max(values), month=min(values)), "numeric-month")
        return
    digits = view.digits(end - 1)
    if mark == "-" and 1900 <= first <= 2100 and len(digits) == 2 and 1 <= last <= 12:
        if (first + 1) % 100 != last:  # else a season of two years
            yield Found(i, end, When(year=first, month=last), "numeric-month")
        return
    before = view.word(i - 1)
    named = before.weekday or plays(before, "day") or before.sense == "on_date"
    if max(values) > 31 or not min(values) or min(values) > 12 or counts(view, end):
        return
    if not named and (max(values) <= 12 or values == [24, 7] or (mark != "/" and first < last)):
        return
    day, month = (last, first) if last > 12 else (first, last)
    yield Found(i, end, When(day=day, month=month), "numeric-day")


def is_weekday(view: View, i: int) -> bool:
    """Whether token *i* names a day of the week."""
    word = view.word(i)
    return bool(word.weekday) and (word.article or word.core in bare_weekdays())
