"""Runs the stages from the text to the Article."""

from __future__ import annotations

from datetime import date

from malicoup.model import ActorKind, Article, MentionForm, Span
from malicoup.parse._view import View
from malicoup.parse.assemble import (
    make_actors,
    make_diagnostics,
    make_mentions,
    make_quotes,
    make_sections,
)
from malicoup.parse.claims import make_claims
from malicoup.parse.dates import PageDay, beside_page_day, dates_in
from malicoup.parse.names.details import read_roster
from malicoup.parse.names.participants import add_participants
from malicoup.parse.names.phrase import name_text
from malicoup.parse.names.roster import Draft, Roster, key_words
from malicoup.parse.names.scan import scan
from malicoup.parse.page import Page, read_page
from malicoup.parse.quantities import quantities_in
from malicoup.parse.quotes.find import find_frames
from malicoup.parse.quotes.seats import add_seats
from malicoup.parse.quotes.speakers import find_speakers
from malicoup.parse.quotes.subject_names import add_subjects
from malicoup.parse.quotes.told import add_told
from malicoup.parse.records import find_records


def parse(
    text: str,
    *,
    published: date | None = None,
    url: str | None = None,
    publisher: str | None = None,
) -> Article:
    """Read a report: who said what, how surely, and what happened.

    Total over ``str``: any text gives an Article, and what cannot be decided stays open with
    a diagnostic. The same arguments give the same Article.

    Args:
        text: The report, lines separated by line breaks. It is kept as it is.
        published: Publication date, for dates that lean on it ("yesterday"). Without it, the
            day that the page itself names (in its dateline, behind "published on") is taken.
        url: Where the report was published.
        publisher: Name of the outlet, where the text does not give it.

    Returns:
        The article; spans are half-open code-point offsets into *text*.

    Example:
        >>> article = parse("قال الوزير سامي العلي إن المحادثات انتهت.")
        >>> quote = article.quotes[0]
        >>> article.slice(quote.span), article.actor(quote.speaker).name
        ('المحادثات انتهت', 'سامي العلي')
    """
    page = read_page(text)
    view = View(page.tokens)
    days: tuple[PageDay, ...] = ()
    if published is not None:
        dates = dates_in(view, published)
    else:
        dates, days = beside_page_day(view)
        published = days[0].day if len(days) == 1 else None
    quantities = quantities_in(view, dates)
    phrases = scan(page)
    frames = find_frames(page, phrases)
    phrases = add_told(page, add_subjects(page, phrases, frames), frames)
    roster = read_roster(page, phrases)
    outlet = _publisher(page, roster, publisher)
    speakers = find_speakers(page, roster, frames)
    book = make_claims(page, frames, speakers, outlet, roster)
    records = find_records(page, roster, frames, speakers, book, dates, quantities, published)
    add_seats(roster)
    add_participants(roster)
    mentions = make_mentions(roster, speakers)  # the records may have added some
    quotes = make_quotes(page, frames, speakers, mentions)
    title, lede, sections = make_sections(page)
    return Article(
        text=text,
        title=title,
        lede=lede,
        sections=sections,
        publisher=outlet.id if outlet else None,
        published=published,
        url=url,
        actors=make_actors(roster),
        mentions=mentions,
        quotes=quotes,
        claims=book.claims,
        dates=dates,
        quantities=quantities,
        arms_deals=records.arms_deals,
        events=records.events,
        statistics=records.statistics,
        diagnostics=make_diagnostics(page, quotes, dates, days),
    )


def _publisher(page: Page, roster: Roster, given: str | None) -> Draft | None:
    """The outlet: as given, or as the source line at the foot of the page names it."""
    source = page.layout.source
    if given is None and source is None:
        return None
    span = None if source is None else Span(start=source[0], end=source[1])
    name = given if given is not None else name_text(page, span) if span else ""
    draft = roster.named(key_words(name))
    if draft is None or draft.kind not in (ActorKind.MEDIA, ActorKind.ORGANIZATION):
        draft = roster.new(ActorKind.MEDIA, name, span.start if span else len(page.text))
    if span is not None and name_text(page, span) in (draft.name, *draft.aliases):
        draft.mention(span, MentionForm.NAME, "source-line")
    return draft
