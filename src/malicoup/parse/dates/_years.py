"""Rules for years, decades, centuries, seasons and parts of a year."""

from __future__ import annotations

from collections.abc import Iterator

from malicoup.parse._view import View
from malicoup.parse._words import plain, plays, word_set
from malicoup.parse.dates._parts import (
    Found,
    Year,
    before_christ,
    counts,
    dated,
    day_of_month,
    era,
    is_year_word,
    ordinal,
    year_after,
    year_number,
)
from malicoup.parse.dates._parts import turn as read_turn
from malicoup.parse.dates._when import When
from malicoup.parse.numbers import number_at

_SEPARATORS = frozenset({"/", "-", "–", "."})


def named_year(view: View, i: int) -> Iterator[Found]:
    """عام 2016, العام 1990, سنة 1445 هجرية, العام الألفان والواحد والعشرون."""
    if not is_year_word(view.word(i)):
        return
    number = year_number(view, i + 1)
    if number is None or (view.kind(i + 1) == "n" and view.touching(i + 1) and _model(view, i + 1)):
        return
    islamic, end = era(view, number[1])
    season = _season_end(view, number)
    if season is not None:
        yield season._replace(first=i)
    christ = before_christ(view, end)
    if christ:
        yield Found(i, christ, When(year=1 - number[0]), "year-before-christ")
        return
    yield Found(i, end, When(year=number[0], islamic=islamic), "year")


def _season_end(view: View, number: tuple[int, int]) -> Found | None:
    """عام 2012-2013, 2012/13."""
    year, end = number
    if view.raw(end) not in _SEPARATORS or view.raw(end) == ".":
        return None
    last = view.whole(end + 1, 0, 2999)
    if last is None or (view.raw(end + 2) in _SEPARATORS and view.touching(end + 1)):
        return None
    if len(view.digits(end + 1)) == 2:
        last = year - year % 100 + last if (year + 1) % 100 == last else 0
    if last <= year or last < 1000:
        return None
    return Found(0, end + 2, When(fixed=f"{year:04}/{last:04}"), "years")


def several_years(view: View, i: int) -> Iterator[Found]:
    """عامي 2012 و2013, أعوام 2012 و2013 و2014."""
    word = view.word(i)
    if word.unit is None or word.unit.name != "year" or word.unit.form == "one":
        return
    first = view.whole(i + 1, 1000, 2999)
    if first is None:
        return
    years, end = [first], i + 2
    while len(years) < 20:
        comma = view.raw(end) in ("،", ",")
        link = view.word(end + comma)
        joined = link.sense in ("and", "to") and view.kind(end + comma + 1) == "n"
        at = end + comma + (1 if joined else 0)
        year = view.whole(at, 1000, 2999) if joined or comma else None
        if year is None or year <= years[-1]:
            break
        spread = link.sense == "to"
        years, end = [*years, year], at + 1
        if spread:
            yield Found(i, end, When(fixed=f"{years[0]}/{year}"), "years")
            return
    if len(years) > 1:
        unbroken = years[-1] - years[0] == len(years) - 1
        between = view.word(i - 1).sense == "between" and len(years) == 2
        mark = f"{years[0]}/{years[-1]}" if unbroken or between else ""
        text = mark or "{" + ",".join(map(str, years)) + "}"
        yield Found(i - between, end, When(fixed=text), "years")
        return
    for found in _range_of_years(view, i + 1):
        yield found._replace(first=i)


def _range_of_years(view: View, i: int) -> Iterator[Found]:
    first = view.whole(i, 1000, 2999)
    if first is not None:
        season = _season_end(view, (first, i + 1))
        if season is not None:
            yield season._replace(first=i)


def bare_year(view: View, i: int) -> Iterator[Found]:
    """A year in four digits without the word "year", where it counts nothing."""
    year = view.whole(i, 1000, 2999)
    if year is None or len(view.digits(i)) != 4 or _model(view, i):
        return
    islamic, end = era(view, i + 1)
    if end > i + 1:
        yield Found(i, end, When(year=year, islamic=islamic), "year")
        return
    spanned = [f for f in _range_of_years(view, i) if not counts(view, f.end)]
    if 1500 <= year <= 2100 and spanned and int(spanned[0].when.fixed[5:]) <= 2100:
        yield spanned[0]
    if 1900 <= year <= 2099 and _stands_as_year(view, i):
        yield Found(i, i + 1, When(year=year), "bare-year")


def _model(view: View, i: int) -> bool:
    """Whether digits are tied by a hyphen to a name: إف-16, فوستوك-2018."""
    mark = view.raw(i - 1)
    if mark in ("-", "–", "_") and view.kind(i - 2) in ("w", "l"):
        return view.touching(i - 1) and view.touching(i - 2)
    return view.kind(i - 1) == "l" and view.touching(i - 1)


def _stands_as_year(view: View, i: int) -> bool:
    before = view.word(i - 1)
    if view.touching(i - 1) and view.raw(i - 1) in ("$", "€", "£", "#", "+", "/", ".", "%", ":"):
        return False
    if view.touching(i) and view.raw(i + 1) in ("/", ":", "%", "٪", "+", "$", "€"):
        return False
    if view.raw(i + 1) in ("%", "٪", "$") or plays(view.word(i + 1), "upon"):
        return False
    placed = before.sense in ("in", "since") and (view.whole(i) or 0) % 100
    if counts(view, i + 1) and not (placed and not _measured(view, i + 1)):
        return False
    if view.particle(i - 1) or view.folded(i - 1) in word_set("letter_names"):
        return plays(view.word(i - 1), "glued")
    if view.raw(i - 1) in ("(", "[") and view.raw(i + 1) in (")", "]"):
        return view.kind(i - 2) == "w"
    if view.kind(i - 1) != "w" or before.sense in ("about", "between", "what", "from"):
        linked = before.sense in ("from", "between") and view.word(i + 1).sense in ("to", "and")
        return (linked and before.sense == "from") or before.sense == "from"
    if before.unit is not None and before.unit.name != "year":
        return before.unit.form == "one" and before.article and before.unit.name == "day"
    return not _amount(view, i - 1) and not plays(view.word(i - 2), "count")


def _measured(view: View, i: int) -> bool:
    """Whether the word is a scale or a unit, which only an amount has after it."""
    word = view.word(i)
    return word.number is not None or word.unit is not None or word.core in word_set("units")


def _amount(view: View, i: int) -> bool:
    """Whether the word before the digits says that they are an amount or a name."""
    folded = view.folded(i)
    bare = folded[2:] if folded.startswith("ال") else folded
    return (
        bare in word_set("numbered_things")
        or bare in word_set("amount_words")
        or folded[1:] in word_set("amount_words")
        or view.word(i).number is not None
    )


def year_in_words(view: View, i: int) -> Iterator[Found]:
    """في ألف وتسعمائة وستين: a year between 1100 and 2100 that counts nothing."""
    if view.word(i - 1).sense not in ("in", "since", "from", "to") or not plain(view.word(i)):
        return
    number = number_at(view, i)
    if number is None or number.scale != 1000 or number.end - i < 2:
        return
    value = number.value
    if value != int(value) or not 1100 <= value <= 2100 or value % 100 == 0:
        return
    if view.kind(number.end) != "w" or view.word(number.end).sense or not view.word(number.end).hit:
        if view.kind(number.end) == "w" and counts(view, number.end):
            return
        yield Found(i, number.end, When(year=int(value)), "year-in-words")


def decade(view: View, i: int) -> Iterator[Found]:
    """الستينيات, ستينيات القرن الماضي, تسعينيات القرن التاسع عشر."""
    word = view.word(i)
    if view.word(i + 1).sense == "from" and view.word(i + 2).sense == "age":
        return
    if view.word(i + 1).sense == "age":
        return
    hundreds, end = 19, i + 1
    for found in century(view, i + 1 + (view.word(i + 1).sense == "from")):
        if found.when.fixed and found.when.fixed[:2].isdecimal():
            hundreds, end = int(found.when.fixed[:2]), found.end
        else:
            end = found.end
    at = i - 1 if plays(view.word(i - 1), "decade") and word.article else i
    yield Found(at, end, When(fixed=f"{hundreds}{word.value // 10}X"), "decade")


def century(view: View, i: int) -> Iterator[Found]:
    """القرن التاسع عشر, القرن الـ19, القرن الخامس قبل الميلاد."""
    word = view.word(i)
    if word.unit is None or word.unit.name != "century" or not word.article:
        return
    if word.unit.form == "two":
        yield from _two_centuries(view, i)
        return
    value = day_of_month(view, i + 1)
    spelled = view.kind(i + 1) == "w" and not view.particle(i + 1)
    if value is None or (spelled and not view.word(i + 1).article):
        way = read_turn(view, i + 1)
        if way is not None:
            yield Found(i, way[1], When(run=("century", way[0], way[0])), "relative-century")
        return
    number, end = value
    islamic, end = era(view, end)
    if islamic:
        yield Found(i, end, When(islamic=True), "islamic-century")
    elif before_christ(view, end):
        text = f"-{number * 100 - 1:04}/-{(number - 1) * 100:04}"
        yield Found(i, before_christ(view, end), When(fixed=text), "century-before-christ")
    elif number <= 22:
        yield Found(i, end, When(fixed=f"{number - 1:02}XX"), "century")


def _two_centuries(view: View, i: int) -> Iterator[Found]:
    """القرنين الخامس عشر والسادس عشر."""
    first = day_of_month(view, i + 1)
    if first is None:
        return
    at = first[1] + (view.word(first[1]).sense == "and")
    last = day_of_month(view, at)
    if last is not None and (view.word(at).joined or at > first[1]) and first[0] < last[0] <= 22:
        text = f"{first[0] - 1:02}XX/{last[0] - 1:02}XX"
        yield Found(i, last[1], When(fixed=text), "centuries")


def season(view: View, i: int) -> Iterator[Found]:
    """صيف 2016, شتاء العام الماضي, الصيف الماضي."""
    word = view.word(i)
    year = year_after(view, i + 1)
    if year is not None and not word.article:
        yield Found(i, year.end, dated(When(month=word.value), year), "season")
        return
    way = read_turn(view, i + 1)
    if way is not None and word.article:
        yield Found(i, way[1], When(month=word.value, turn=way[0]), "season")


def division(view: View, i: int) -> Iterator[Found]:
    """الربع الثالث من 2020, النصف الأول من العام الجاري."""
    word = view.word(i)
    if word.number is None or word.number.kind != "part" or not word.article:
        return
    which = ordinal(view, i + 1)
    last = view.word(i + 1)
    if last.sense in ("recent", "final") and last.article and plain(last):
        which = word.number.value, i + 2  # الربع الأخير
    if which is None or not 1 <= which[0] <= word.number.value:
        return
    start = {2: 39, 3: 36, 4: 32}[word.number.value] + which[0]
    year = year_after(view, which[1])
    if year is None and view.word(which[1]).sense in ("from", "in"):
        number = year_number(view, which[1] + 1)
        if number is not None and number[0] >= 1000:
            year = Year(number[1], number[0])
    if year is not None:
        yield Found(i, year.end, dated(When(month=start), year), "part-of-year")
    elif start < 37:  # a half without its year may be of a game, a quarter is of the year
        yield Found(i, which[1], When(month=start), "part-of-year")
