"""Dates and quantities as the text writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from malicoup.model import DateExpression, Severity, Span
from malicoup.validate._context import Context, Path, overlaps
from malicoup.validate._registry import Finding, rule


def _dates(context: Context) -> Iterator[tuple[Path, DateExpression]]:
    for i, date in enumerate(context.article.dates):
        yield ("dates", i), date


@rule(Severity.INFO)
def date_without_meaning(context: Context) -> Iterator[Finding]:
    """A date expression says something: ``edtf``, ``partial`` or ``relative``.

    "In recent years" may truly say no more; else the words were not understood.
    """
    for path, date in _dates(context):
        if date.edtf is None and date.partial is None and date.relative is None:
            yield Finding(path, "has neither edtf nor partial nor relative", date.span)


@rule(Severity.WARNING)
def date_without_reference(context: Context) -> Iterator[Finding]:
    """A relative date that was resolved names the day it was counted from.

    Without it the result cannot be checked, nor counted anew.
    """
    for path, date in _dates(context):
        if date.edtf is not None and date.relative is not None and date.reference is None:
            yield Finding((*path, "reference"), f"is missing for {date.edtf}", date.span)


@rule(Severity.WARNING)
def date_reference_differs(context: Context) -> Iterator[Finding]:
    """Dates are counted from the publication date of the article.

    One counted from another day is wrong by the difference.
    """
    published = context.article.published
    for path, date in _dates(context):
        if date.reference is not None and date.reference != published:
            message = (
                f"is {date.reference}, the article was published {published or 'who knows when'}"
            )
            yield Finding((*path, "reference"), message, date.span)


@rule(Severity.WARNING)
def date_against_partial(context: Context) -> Iterator[Finding]:
    """What a date means agrees with what is known of it without a publication date.

    ``XXXX-01`` may become ``2020-01`` but not ``2020-03``. Intervals and sets are not compared.
    """
    for path, date in _dates(context):
        if not _agree(date.edtf, date.partial):
            message = f"is {date.edtf}, but partial is {date.partial}"
            yield Finding((*path, "edtf"), message, date.span)


def _agree(edtf: str | None, partial: str | None) -> bool:
    if edtf is None or partial is None or re.search(r"[/\[{]|^-", f"{edtf}\n{partial}", re.M):
        return True
    pairs = zip(edtf.rstrip("?~%"), partial.rstrip("?~%"), strict=False)
    return all(a == b or "X" in (a, b) for a, b in pairs)


@rule(Severity.WARNING)
def dates_overlap(context: Context) -> Iterator[Finding]:
    """Date expressions share no character.

    Words that belong to two dates were cut wrongly, or one date was read twice.
    """
    for path, span, other in overlaps(_spans(context, "dates")):
        yield Finding(path, f"overlaps the date at {other.start}–{other.end}", span)


@rule(Severity.WARNING)
def quantities_overlap(context: Context) -> Iterator[Finding]:
    """Quantities share no character.

    One number was read twice, or a range as its two ends.
    """
    for path, span, other in overlaps(_spans(context, "quantities")):
        yield Finding(path, f"overlaps the quantity at {other.start}–{other.end}", span)


@rule(Severity.INFO)
def quantity_in_date(context: Context) -> Iterator[Finding]:
    """A quantity shares no character with a date expression.

    The 2016 of "in 2016" counts nothing.
    """
    dates = sorted(date.span for date in context.article.dates)
    place = 0
    for path, span in sorted(_spans(context, "quantities"), key=lambda item: item[1]):
        while place < len(dates) and dates[place].end <= span.start:
            place += 1
        if place < len(dates) and dates[place].overlaps(span):
            yield Finding(path, "shares words with a date", span)


def _spans(context: Context, name: str) -> Iterator[tuple[Path, Span]]:
    for i, item in enumerate(getattr(context.article, name)):
        yield (name, i, "span"), item.span


@rule(Severity.INFO)
def quantity_without_bound(context: Context) -> Iterator[Finding]:
    """A quantity has a minimum or a maximum.

    "Dozens" may truly have none; else the number was not understood.
    """
    for i, quantity in enumerate(context.article.quantities):
        if quantity.minimum is None and quantity.maximum is None:
            yield Finding(("quantities", i), "has neither minimum nor maximum", quantity.span)
