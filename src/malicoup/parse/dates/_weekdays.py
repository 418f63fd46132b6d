"""Rules for days of the week, alone and with the date they fall on."""

from __future__ import annotations

from collections.abc import Iterator

from malicoup.parse._view import View
from malicoup.parse._words import plain, plays
from malicoup.parse.dates._absolute import day_month, in_month, is_weekday, month_first, numeric
from malicoup.parse.dates._parts import Found, day_of_month, month_name, ordinal, turn
from malicoup.parse.dates._when import When


def named_weekday(view: View, i: int) -> Iterator[Found]:
    """يوم الاثنين …, يوم 7 فبراير, أسبوع 16 سبتمبر."""
    word = view.word(i)
    if word.article or word.unit is None or word.unit.form != "one":
        return
    if view.word(i - 1).sense == "daily":
        return
    if plays(word, "day"):
        readings = [*weekday(view, i + 1)]
        if not view.word(i + 1).weekday:
            readings = [*day_month(view, i + 1), *numeric(view, i + 1)]
            day = ordinal(view, i + 1)
            if day is not None and 10 < day[0] <= 31 and view.word(i + 1).article:
                readings.append(Found(i, day[1], When(day=day[0]), "day"))
        for found in readings:
            yield found._replace(first=i)
    elif word.unit.name == "week":
        for found in day_month(view, i + 1):
            if not found.when.islamic:
                yield Found(i, found.end, found.when._replace(whole_week=True), "week-of-day")


def weekday(view: View, i: int) -> Iterator[Found]:
    """الاثنين, الثلاثاء الماضي, الجمعة 15 شباط, الخميس (5 مايو), أحد الأسبوع الماضي."""
    word = view.word(i)
    number = word.weekday
    spoken = plays(view.word(i - 1), "day")
    ten = view.word(i + 1).number
    if ten is not None and ten.kind == "ten":
        return  # الأحد عشر: the eleven
    if not number or word.prep == "ك" or view.word(i - 1 - spoken).sense == "daily":
        return
    week = _week_after(view, i + 1)
    if week is not None:
        yield Found(i, week[1], When(week_shift=week[0], weekday=number), "day-of-week")
    before = view.word(i - 1)
    after_day = plays(before, "day") and not before.article
    if not is_weekday(view, i) and not after_day:
        return
    when = When(weekday=number)
    way = turn(view, i + 1)
    if way is not None:
        yield Found(i, way[1], when._replace(turn=way[0]), "weekday")
    else:
        yield Found(i, i + 1, when, "weekday")
    following = view.word(i + 1)
    nth = ordinal(view, i + 1)
    if nth is not None and nth[0] <= 5 and following.article:
        # the day of a month is masculine, the count of weekdays may be feminine
        feminine = following.core[-1] in "ةهى"
        for found in in_month(view, i, nth[1], number, nth[0]):
            when = found.when if feminine else found.when._replace(day=nth[0])
            yield found._replace(when=when)
    elif following.sense in ("recent", "final") and following.article:
        yield from in_month(view, i, i + 2, number, -1)
    yield from _dated_weekday(view, i, number)


def _week_after(view: View, i: int) -> tuple[int, int] | None:
    """[من] الأسبوع الماضي, هذا الأسبوع."""
    at = i + 1 if view.word(i).sense in ("from", "in") else i
    word = view.word(at)
    if word.sense == "this" and plays(view.word(at + 1), "week"):
        return 0, at + 2
    if plays(word, "week") and word.article and plain(word):
        return turn(view, at + 1)
    return None


def _dated_weekday(view: View, i: int, number: int) -> Iterator[Found]:
    """A weekday before the date it falls on."""
    at = i + 1
    bracket = view.raw(at) == "("
    if view.raw(at) in ("،", ",", "("):
        at += 1
    linked = view.word(at).sense in ("on_date", "in") and not view.word(at).joined
    if linked:
        at += 1
        if view.word(at).sense == "in":
            at += 1
    for found in _days_named(view, at):
        end = found.end
        if bracket:
            if view.raw(end) != ")":
                continue
            end += 1
        yield found._replace(first=i, end=end)
    day = day_of_month(view, at)
    if day is not None and (at == i + 1 or linked) and view.raw(day[1]) not in (":", "/", "-"):
        in_digits = view.kind(at) == "n"
        teen = not in_digits and day[0] > 10
        if (in_digits and not view.word(day[1]).hit and view.kind(day[1]) != "w") or teen:
            yield Found(i, day[1], When(weekday=number, day=day[0]), "weekday-and-day")


def _days_named(view: View, i: int) -> Iterator[Found]:
    yield from day_month(view, i)
    yield from numeric(view, i)
    named = month_name(view, i)
    if named is not None:
        yield from (found for found in month_first(view, i) if found.when.day is not None)
