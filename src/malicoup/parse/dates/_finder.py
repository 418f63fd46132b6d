"""Finds the dates of a text: points first, then spans that join two of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from malicoup.model.span import Span
from malicoup.model.time import DateExpression
from malicoup.parse._view import View
from malicoup.parse._words import Word, month_pairs, plain, word_set
from malicoup.parse.dates._absolute import absolute, day_month, month_first
from malicoup.parse.dates._clock import clock_near
from malicoup.parse.dates._dateline import PageDay, page_days
from malicoup.parse.dates._parts import Found, day_of_month
from malicoup.parse.dates._relative import relative, turned_unit
from malicoup.parse.dates._when import Resolved, When, interval, resolve
from malicoup.text.tokens import tokenize

_HYPHENS = frozenset({"-", "–", "—"})


def find_dates(text: str, *, published: date | None = None) -> tuple[DateExpression, ...]:
    """Find dates, spans of time and relative dates in an Arabic text.

    Relative ones ("yesterday", "last January") lean on *published*; without it, on the day on
    which the page itself says that it was published (in its dateline, in a line of its own,
    behind "published on"); without that, their ``edtf`` is None, and their parts stand in
    ``partial`` and ``relative``.

    Args:
        text: Any text; the function is total.
        published: The day of publication.

    Example:
        >>> [found.edtf for found in find_dates("بين عامي 2017 و 2019")]
        ['2017/2019']
    """
    view = View(tokenize(text))
    return beside_page_day(view)[0] if published is None else dates_in(view, published)


def beside_page_day(
    view: View,
) -> tuple[tuple[DateExpression, ...], tuple[PageDay, ...]]:
    """The dates among the tokens of *view*, and the days on which the page says it was published.

    The dates lean on such a day where there is but one.
    """
    dates = dates_in(view)
    days = page_days(view.tokens, dates)
    if len(days) == 1 and any(found.edtf is None for found in dates):
        dates = dates_in(view, days[0].day)
    return dates, days


def dates_in(view: View, published: date | None = None) -> tuple[DateExpression, ...]:
    """The dates among the tokens of *view*, in the order of the text and without overlaps.

    At each token the longest reading wins; of two equally long ones, the rule tried first.
    """
    found: list[DateExpression] = []
    free, spoken_of = 0, None
    for i in view.date_starts():
        if i < free:
            continue
        phrase = _longest(_readings(view, i, published))
        if phrase is not None and phrase.first >= free:
            if _is_named_after(view, phrase):
                free = phrase.end
                continue
            if phrase.when.same_year:
                phrase = phrase._replace(when=phrase.when._replace(year=spoken_of))
            found.append(_expression(view, phrase, published))
            free, spoken_of = phrase.end, phrase.when.year or spoken_of
    return tuple(found)


def _is_named_after(view: View, phrase: Found) -> bool:
    """شارع 26 يوليو: a day without year right behind what is called after it."""
    when = phrase.when
    if (
        when.day is None
        or not when.month
        or when.year is not None
        or view.kind(phrase.first) != "n"
    ):
        return False
    before = view.folded(phrase.first - 1)
    named = word_set("named_after_days")
    return any(before.removeprefix(particle) in named for particle in _PARTICLES)


_PARTICLES = ("", "ال", "ب", "ل", "و", "لل", "بال", "وال")


def _longest(readings: Iterator[Found]) -> Found | None:
    best: Found | None = None
    for found in readings:
        if best is None or found.end > best.end:
            best = found
    return best


def _readings(view: View, i: int, published: date | None) -> Iterator[Found]:
    word = view.words[i]
    if _idle(view, i, word):
        return
    if word.sense in ("from", "between"):
        yield from _opened(view, i, published)
        return
    if word.sense == "about":
        point = _longest(_points(view, i + 1)) if plain(view.word(i + 1)) else None
        if point is not None:
            yield point._replace(first=i, when=point.when._replace(about=True))
        return
    for point in list(_points(view, i)):
        yield point
        for mark, end in _connected(view, point.end):
            yield from _joined(view, point, end, published, hyphen=mark)
    if view.kind(i) != "w" or word.lone or word.ordinal or word.month or word.unit:
        yield from _days(view, i, published)


def _idle(view: View, i: int, word: Word) -> bool:
    """Whether a frequent word has nothing after it that would make it begin a date."""
    following = view.word(i + 1)
    if word.sense == "this":
        season = following.sense == "season"
        return following.unit is None and not following.weekday and not season
    if word.lone:
        return view.kind(i + 1) != "n"
    head = word.month is not None and not word.month.number and word.sense != "season"
    return head and (word.core, following.folded) not in month_pairs()


def _points(view: View, i: int) -> Iterator[Found]:
    yield from absolute(view, i)
    yield from relative(view, i)


def _connected(view: View, i: int) -> Iterator[tuple[bool, int]]:
    """The index after "to" or a hyphen at *i*, and whether it is a hyphen."""
    word = view.word(i)
    if word.sense == "to" and not word.prep:
        yield False, i + 1
    elif word.sense == "and" and view.word(i + 1).sense == "to":
        yield False, i + 2
    elif view.raw(i) in _HYPHENS:
        yield True, i + 1


def _joined(
    view: View, point: Found, i: int, published: date | None, *, hyphen: bool
) -> Iterator[Found]:
    """The span from *point* to the date at *i*."""
    last = _longest(_points(view, i))
    if last is None or last.first != i or (hyphen and not _alike(point.when, last.when)):
        return
    if view.word(i).joined or not _joinable(point.when) or not _joinable(last.when):
        return
    if hyphen and point.when.islamic != last.when.islamic:  # one day by two calendars
        return
    yield from _span(point.first, point, last, published)


def _span(first: int, point: Found, last: Found, published: date | None) -> Iterator[Found]:
    if interval(point.when, last.when, published) is not None:
        yield Found(first, last.end, point.when._replace(last=last.when), "span-of-dates")


def _joinable(when: When) -> bool:
    """Whether a date may be the end of a span: not a stretch itself, not "three months ago"."""
    return when.run is None and not when.rest and "/" not in when.fixed and "{" not in when.fixed


def _alike(first: When, last: When) -> bool:
    """Whether two dates around a hyphen have the same precision."""
    if first.weekday or last.weekday:
        return bool(first.weekday and last.weekday)
    return (first.month is None) == (last.month is None) and (first.day is None) == (
        last.day is None
    )


def _opened(view: View, i: int, published: date | None) -> Iterator[Found]:
    """من P إلى Q; [ما] بين P وQ."""
    between = view.word(i).sense == "between"
    what = between and view.word(i - 1).sense == "what"
    at = i + 1
    at += view.word(at).sense == "opener" and not view.word(at).joined
    opens = view.word(at)
    if not (view.kind(at) == "n" or opens.dated or opens.lone) or not plain(opens):
        return
    if opens.sense in ("from", "between", "about", "since"):
        return
    for point in [*_points(view, at), *_bare_day(view, at)]:
        if not _joinable(point.when):
            if between and "/" in point.when.fixed:
                yield point._replace(first=i - what)
            continue
        for last in _second(view, point.end, between=between):
            if _joinable(last.when) and _fits(point.when, last.when):
                yield from _span(i - what, point, last, published)
    if not between:
        inner = _longest(_days(view, at, published))
        if inner is not None:
            yield inner._replace(first=i)


def _second(view: View, i: int, *, between: bool) -> Iterator[Found]:
    """The second date after "to", a hyphen or, after "between", و."""
    ends = [end for _, end in _connected(view, i)]
    if between and view.word(i).sense == "and" and plain(view.word(i)):
        ends.append(i + 1)
    if between and view.word(i).joined and view.folded(i).startswith("و"):
        ends.append(i)
    ends += [end + 1 for end in ends if view.word(end).sense == "opener"]
    for end in ends:
        yield from (found for found in _points(view, end) if found.first == end)
        yield from _plain_year(view, end)


def _plain_year(view: View, i: int) -> Iterator[Found]:
    """A year as the second end, where the word "between" or "from" already speaks of years."""
    year = view.whole(i, 1000, 2999)
    if year is not None and len(view.digits(i)) == 4:
        yield Found(i, i + 1, When(year=year), "year")


def _fits(first: When, last: When) -> bool:
    """Whether a day without month has a second end to take its month from."""
    if first.day is not None and first.month is None and first.month_shift is None:
        return bool(first.weekday) or last.day is not None
    if first.year is not None and first.month is None:
        return last.year is not None
    return True


def _bare_day(view: View, i: int) -> Iterator[Found]:
    """A day in digits or an ordinal whose month stands at the other end."""
    day = day_of_month(view, i)
    if day is not None:
        yield Found(i, day[1], When(day=day[0]), "day")
    year = view.whole(i, 1000, 2999)
    if year is not None and len(view.digits(i)) == 4:
        yield Found(i, i + 1, When(year=year), "year")


def _days(view: View, i: int, published: date | None) -> Iterator[Found]:
    """11 إلى 15 سبتمبر, 27-29 من الشهر الثامن, يوليو 13-15, الأسبوع الماضي بين الجمعة والأحد."""
    day = day_of_month(view, i)
    if day is not None:
        for mark, end in _connected(view, day[1]):
            if mark and view.kind(i) != "n":
                continue
            for last in day_month(view, end):
                yield from _span(i, Found(i, day[1], When(day=day[0]), ""), last, published)
        yield from _listed_day(view, i, day, published)
    if view.word(i).month is not None:
        for point in month_first(view, i):
            if point.when.day is not None and view.raw(point.end) in _HYPHENS:
                second = view.whole(point.end + 1, 1, 31)
                if second is not None:
                    last = Found(i, point.end + 2, point.when._replace(day=second), "")
                    yield from _span(i, point, last, published)
    for week in turned_unit(view, i):
        if week.when.week_shift is not None and week.when.weekday is None:
            yield from _days_of_week(view, week, published)


def _listed_day(
    view: View, i: int, day: tuple[int, int], published: date | None
) -> Iterator[Found]:
    """3 و8 مايو: the first of two days of one month; neighbours are one span."""
    end = day[1]
    digits = view.kind(i) == "n" and view.word(end).sense == "and" and view.kind(end + 1) == "n"
    spelled = view.word(i).ordinal and view.word(end).joined and view.word(end).ordinal
    if not digits and not spelled:
        return
    for last in day_month(view, end + digits):
        point = Found(i, end, last.when._replace(day=day[0]), "day-of-list")
        if last.when.day == day[0] + 1:
            yield from _span(i, point, last, published)
        elif last.when.day is not None and last.when.day > day[0]:
            yield point


def _days_of_week(view: View, week: Found, published: date | None) -> Iterator[Found]:
    i = week.end
    if view.word(i).sense not in ("between", "from"):
        return
    between = view.word(i).sense == "between"
    first, second = view.word(i + 1), view.word(i + 2)
    at = i + 2
    if not between or second.sense == "and":
        if second.sense not in ("to", "and"):
            return
        at, second = i + 3, view.word(i + 3)
    if first.weekday and second.weekday:
        one = week._replace(when=week.when._replace(weekday=first.weekday))
        two = Found(at, at + 1, week.when._replace(weekday=second.weekday), "")
        yield from _span(week.first, one, two, published)


def _expression(view: View, found: Found, published: date | None) -> DateExpression:
    resolved: Resolved = resolve(found.when, published)
    first, end = found.first, found.end
    start = view.starts[first] if view.kind(first) != "w" else view.start(first)
    if view.particle(first):
        start = view.starts[first + (view.folded(first)[-2:] != "ال")]
    return DateExpression(
        span=Span(start=start, end=view.ends[end - 1]),
        edtf=resolved.edtf,
        reference=published if resolved.leans and resolved.edtf is not None else None,
        partial=resolved.partial,
        relative=resolved.relative,
        time=clock_near(view, first, end),
        rule=found.rule,
    )
