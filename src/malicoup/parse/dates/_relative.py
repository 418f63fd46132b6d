"""Rules for dates counted from the day of publication."""

from __future__ import annotations

from collections.abc import Iterator

from malicoup.parse._view import View
from malicoup.parse._words import Unit, Word, plain, plays, word_set
from malicoup.parse.dates._absolute import day_month
from malicoup.parse.dates._parts import (
    Found,
    turn,
)
from malicoup.parse.dates._weekdays import named_weekday, weekday
from malicoup.parse.dates._when import When
from malicoup.parse.numbers import number_at

#: Units that "last" and "next" make a date of; below a day they only tell the time.
_CALENDAR = frozenset({"day", "week", "month", "year", "decade", "century"})


def relative(view: View, i: int) -> Iterator[Found]:
    """Every reading counted from now that begins at token *i*."""
    word = view.word(i)
    if word.sense == "day" or (plays(word, "day") and word.article):
        yield from near_day(view, i)
    if word.sense in ("ordinal", "shift", "final") or word.ordinal == 1 or plays(word, "day"):
        yield from day_before_yesterday(view, i)
    if word.sense == "tonight" and word.article:
        yield from tonight(view, i)
    if word.sense == "this":
        yield from this_unit(view, i)
    if word.unit is not None:
        yield from turned_unit(view, i)
        yield from named_weekday(view, i)
    if word.weekday:
        yield from weekday(view, i)
    if word.sense in ("shift", "since"):
        yield from shifted(view, i)
    if word.sense == "final":
        yield from last_several(view, i)
    if word.sense == "rest":
        yield from rest_of(view, i)
    if (word.number is not None and plain(word)) or view.kind(i) == "n" or view.particle(i):
        if view.kind(i) != "n" or view.word(i + 1).unit or view.word(i + 1).number:
            yield from several_turned(view, i)
            yield from from_now(view, i)
    elif word.unit is not None and plain(word) and not word.article:
        yield from from_now(view, i)


def near_day(view: View, i: int) -> Iterator[Found]:
    """اليوم, أمس, غدًا, اليوم (الاثنين), أمس الثلاثاء, اليوم الاثنين 5 مايو."""
    word = view.word(i)
    if word.sense == "day":
        if plays(word, "became") and word.prep:
            return
        if view.word(i + 1).ordinal == 1 and view.word(i + 1).article and word.value < 0:
            yield from _with_weekday(view, i, i + 2, -2, "day-before-yesterday")
            return
        yield from _with_weekday(view, i, i + 1, word.value, "near-day")
        return
    part = view.word(i - 1).number
    if part is not None and part.kind == "part":
        return  # ثلاثة أيام ونصف اليوم
    if word.sense == "none" or view.word(i - 1).sense == "this" or _titled(view, i):
        return
    following = view.word(i + 1)
    if view.word(i + 1).sense == "which" and view.word(i + 2).sense == "shift":
        after = view.word(i + 3)
        if after.sense == "day":
            shift = after.value + view.word(i + 2).value
            yield Found(i, i + 4, _days(shift), "near-day")
        return
    if following.article and plain(following) and following.ordinal:
        yield from (f._replace(first=i) for f in day_month(view, i + 1))  # اليوم الثالث من …
        return
    if following.folded.removeprefix("ال") in word_set("day_names"):
        return
    if turn(view, i + 1) is None:
        yield from _with_weekday(view, i, i + 1, 0, "near-day")


def _titled(view: View, i: int) -> bool:
    return not view.word(i).joined and view.folded(i - 1) in word_set("today_titles")


def _days(number: int) -> When:
    return When(shift=(("day", number),))


def _with_weekday(view: View, i: int, end: int, shift: int, rule: str) -> Iterator[Found]:
    """Add the weekday that stands beside: "اليوم الاثنين", "أمس (الأحد)"."""
    start = i - 1 if plays(view.word(i - 1), "day") and not view.word(i - 1).article else i
    yield Found(start, end, _days(shift), rule)
    bracket = view.raw(end) == "("
    at = end + (view.raw(end) in ("(", "،", ","))
    if view.word(at).article and view.word(at).weekday and plain(view.word(at)):
        if bracket and view.raw(at + 1) != ")":
            return
        if view.raw(end) in ("،", ",") and view.raw(at + 1) not in ("،", ","):
            return
        dated = [found for found in weekday(view, at) if found.when.month is not None]
        for found in dated:
            yield found._replace(first=start)
        yield Found(start, at + 1 + bracket, _days(shift), rule)


def day_before_yesterday(view: View, i: int) -> Iterator[Found]:
    """أول أمس, أول من أمس, قبل أمس, يوم قبل أمس, بعد غد, يوم غد."""
    at = i + (plays(view.word(i), "day"))
    word = view.word(at)
    if at > i and (view.word(i).article or view.word(i).unit is None):
        return
    near = view.word(at + 1)
    if at > i and word.sense == "day":
        yield from _with_weekday(view, at, at + 1, word.value, "near-day")
    elif word.ordinal == 1 and not word.article:
        of = view.word(at + 1).sense == "from"
        near = view.word(at + 1 + of)
        if near.sense == "day" and near.value < 0:
            for found in _with_weekday(view, at, at + 2 + of, -2, "day-before-yesterday"):
                yield found._replace(first=i)
    elif word.sense == "shift" and near.sense == "day" and near.value == word.value:
        for found in _with_weekday(view, at, at + 2, 2 * word.value, "day-before-yesterday"):
            yield found._replace(first=i)


def tonight(view: View, i: int) -> Iterator[Found]:
    """الليلة, الليلة الماضية."""
    way = turn(view, i + 1)
    if way is not None:
        yield Found(i, way[1], _days(way[0]), "near-day")
    elif not view.word(i + 1).article:
        yield Found(i, i + 1, _days(0), "near-day")


def this_unit(view: View, i: int) -> Iterator[Found]:
    """هذا العام, هذه السنة, هذا الأسبوع, هذا يوم الجمعة."""
    word = view.word(i + 1)
    if plays(word, "day") and not word.article and view.word(i + 2).weekday:
        yield Found(i, i + 3, When(weekday=view.word(i + 2).weekday, turn=0), "weekday")
    if word.weekday and word.article:
        yield Found(i, i + 2, When(weekday=word.weekday, turn=0), "weekday")
    if word.sense == "season" and word.article and plain(word):
        yield Found(i, i + 2, When(month=word.value, turn=0), "season")
    if word.unit is None or not word.article or word.unit.form != "one" or word.joined:
        return
    when = _one_unit(word.unit, 0)
    if when is not None and word.unit.name not in ("decade", "century"):
        yield from _week_with_days(view, i, i + 2, when, "this-unit")


def _one_unit(unit: Unit, shift: int) -> When | None:
    """The last, this or next unit."""
    match unit.name:
        case "day":
            return _days(shift)
        case "week":
            return When(week_shift=shift)
        case "month":
            return When(month_shift=shift)
        case "year":
            return When(year_shift=shift)
        case "decade" | "century":
            return When(run=(unit.name, shift, shift))
    return None


def turned_unit(view: View, i: int) -> Iterator[Found]:
    """العام الماضي, الشهر قبل الماضي, السنوات العشر الماضية, الأيام القليلة المقبلة."""
    word = view.word(i)
    unit = word.unit
    if unit is None or not word.article:
        return
    way = turn(view, i + 1)
    adjective = word.core == "عام" and view.folded(i - 1).startswith("ال") and plain(word)
    if adjective and not plays(view.word(i + 1), "plain_turn"):
        return  # "الأمين العام السابق" is a former general secretary
    if unit.form == "one":
        when = _one_unit(unit, way[0]) if way is not None else None
        if when is not None and way is not None:
            yield from _week_with_days(view, i, way[1], when, "turned-unit")
        return
    at, number = i + 1, 2 if unit.form == "two" else None
    count = view.word(at)
    if count.sense == "few" and count.article:
        at += 1
    elif count.number is not None and count.article and plain(count):
        found = number_at(view, at)
        if found is not None and found.value == int(found.value):
            at, number = found.end, int(found.value)
    elif view.kind(at + view.particle(at)) == "n":
        at += view.particle(at)
        number, at = view.whole(at, 1, 999), at + 1
    way = turn(view, at)
    recent = view.word(at).sense == "recent" and view.word(at).article
    if way is None and not recent:
        return
    run = _run(unit, number, -1 if way is None else way[0])
    if run is not None:
        yield Found(i, way[1] if way is not None else at + 1, run, "run-of-units")


def _run(unit: Unit, number: int | None, way: int) -> When | None:
    """A stretch of *number* units that ends or begins now."""
    if number is not None and number <= 0:
        return None
    name = unit.name
    if name == "hour" and number is not None and number % 24 == 0:
        name, number = "day", number // 24
        if number == 1:
            return When(run=("day", -1, 0)) if way < 0 else When(run=("day", 0, 1))
    if name not in _CALENDAR or way == 0:
        return When(run=(name, None, None)) if name in _CALENDAR else None
    if way < 0:
        return When(run=(name, None if number is None else -number, -1))
    return When(run=(name, 1, number))


def _week_with_days(view: View, i: int, end: int, when: When, rule: str) -> Iterator[Found]:
    """Add the weekday of a named week: "الأسبوع الماضي يوم الأحد"."""
    yield Found(i, end, when, rule)
    if when.week_shift is None:
        return
    at = end + (plays(view.word(end), "day") and not view.word(end).article)
    if view.word(at).weekday and view.word(at).article and plain(view.word(at)):
        yield Found(i, at + 1, when._replace(weekday=view.word(at).weekday), "day-of-week")


def shifted(view: View, i: int) -> Iterator[Found]:
    """قبل ثلاثة أشهر, بعد عامين, قبل شهر: unless counted from another event (بعد عام من …)."""
    word = view.word(i)
    if word.article or word.prep:
        return
    about = view.word(i + 1).sense == "about" and plain(view.word(i + 1))
    taken = _distances(view, i + 1 + about)
    if taken is None:
        return
    distances, end = taken
    since = _from_day(view, end)
    after = view.word(end + (view.word(end).sense == "only"))
    if since is None and (after.sense == "from" or plays(after, "upon")) and plain(after):
        return
    found = _distant(i, end, word.value or -1, distances, since)
    yield found._replace(when=found.when._replace(about=about))


def _distant(
    i: int, end: int, way: int, distances: list[tuple[str, int]], since: tuple[int, int] | None
) -> Found:
    shift = [(unit, way * number) for unit, number in distances]
    if since is not None and since[0]:
        shift.append(("day", since[0]))
    return Found(i, end if since is None else since[1], When(shift=tuple(shift)), "distance")


def _from_day(view: View, i: int) -> tuple[int, int] | None:
    """من الآن, من اليوم, من أمس: how far that day lies from today, and the index after it."""
    if view.word(i).sense != "from" or not plain(view.word(i)):
        return None
    word = view.word(i + 1)
    if word.sense == "now" or (plays(word, "day") and word.article):
        return 0, i + 2
    return (word.value, i + 2) if word.sense == "day" else None


def _distances(view: View, i: int) -> tuple[list[tuple[str, int]], int] | None:
    """One or more of "three months", "two weeks", joined by و or a comma."""
    found: list[tuple[str, int]] = []
    at = i
    while len(found) < 5:
        place = at
        if found:
            if view.raw(at) in ("،", ",") or view.word(at).sense == "and":
                place = at + 1
            elif not view.word(at).joined:
                break
        one = _distance(view, place, first=not found)
        if one is None:
            break
        found.append(one[0])
        at = one[1]
    return (found, at) if found else None


def _distance(view: View, i: int, *, first: bool) -> tuple[tuple[str, int], int] | None:
    word = view.word(i)
    if word.unit is not None and not word.article and word.unit.name in _CALENDAR:
        if first and not plain(word):
            return None
        if word.unit.form == "two":
            return (word.unit.name, 2), i + 1
        if word.unit.form == "one" and not view.word(i + 1).weekday:
            month = view.word(i + 1).month
            digits = view.kind(i + 1) == "n"
            if (month is None and not digits) and word.unit.name != "decade":
                return (word.unit.name, 1), i + 1 + plays(view.word(i + 1), "one")
        return None
    number = number_at(view, i)
    if number is None or number.value != int(number.value) or word.article:
        return None
    unit = view.word(number.end)
    if unit.unit is None or unit.unit.name not in _CALENDAR or not plain(unit) or unit.article:
        return None
    if not 0 < number.value < 5000:
        return None
    return (unit.unit.name, int(number.value)), number.end + 1


def from_now(view: View, i: int) -> Iterator[Found]:
    """ثلاثة أسابيع من الآن, without a word for "after"."""
    taken = _distances(view, i)
    if taken is not None:
        since = _from_day(view, taken[1])
        way = -1 if view.word(i - 1).sense == "since" else 1
        if since is not None:
            yield _distant(i, taken[1], way, taken[0], since)


def last_several(view: View, i: int) -> Iterator[Found]:
    """آخر 3 سنوات, آخر عشر سنوات."""
    number = number_at(view, i + 1)
    two = view.word(i + 1).unit
    if two is not None and two.form == "two" and not view.word(i + 1).article:
        run = _run(two, 2, -1)
        if run is not None and not view.word(i).article:
            yield Found(i, i + 2, run, "run-of-units")
    if view.word(i).article or number is None or number.value != int(number.value):
        return
    unit = view.word(number.end)
    if unit.unit is not None and not unit.article and plain(unit):
        run = _run(unit.unit, int(number.value), -1)
        if run is not None:
            yield Found(i, number.end + 1, run, "run-of-units")


def several_turned(view: View, i: int) -> Iterator[Found]:
    """3 أيام القادمة, الـ24 ساعة الماضية, الثلاثة أشهر المقبلة."""
    at = i + 1 if view.particle(i) and view.kind(i + 1) == "n" else i
    number = number_at(view, at)
    if number is None or number.value != int(number.value):
        return
    unit: Word = view.word(number.end)
    way = turn(view, number.end + 1)
    if unit.unit is None or way is None or not plain(unit) or way[0] not in (-1, 1):
        return
    run = _run(unit.unit, int(number.value), way[0])
    if run is not None:
        yield Found(i, way[1], run, "run-of-units")


def rest_of(view: View, i: int) -> Iterator[Found]:
    """باقي الشهر, بقية العام."""
    this = view.word(i + 1).sense == "this"
    word = view.word(i + 1 + this)
    if view.word(i).article or word.unit is None or not word.article:
        return
    if word.unit.form == "one" and word.unit.name in ("week", "month", "year"):
        end = i + 2 + this
        shift = turn(view, end)
        if shift is not None and shift[0] == 0:
            end = shift[1]
        yield Found(i, end, When(rest=word.unit.name), "rest-of-unit")
