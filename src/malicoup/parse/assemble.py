"""Turns what the stages found into the model's objects."""

from __future__ import annotations

from malicoup.model import (
    ActorKind,
    AnyActor,
    Country,
    Cue,
    DateExpression,
    Diagnostic,
    Gender,
    Mention,
    MentionForm,
    Organization,
    Person,
    Quote,
    Section,
    Severity,
    Source,
    Span,
)
from malicoup.parse.dates import PageDay
from malicoup.parse.names.roster import Draft, Roster
from malicoup.parse.page import Page
from malicoup.parse.quotes.decision import Speaker
from malicoup.parse.quotes.frame import Frame, quote_id
from malicoup.text.marks import MarkFault

_GENDERS = {"m": Gender.MALE, "f": Gender.FEMALE}

_FAULTS = {
    MarkFault.OPENED_WITH_CLOSING: "a closing quotation mark opens this quote",
    MarkFault.CLOSED_WITH_OPENING: "an opening quotation mark closes this quote",
    MarkFault.NEVER_CLOSED: "this mark is never closed; the quote ends with its paragraph",
    MarkFault.NEVER_OPENED: "this quotation mark closes a quote that was never opened",
}


def make_actors(roster: Roster) -> tuple[AnyActor, ...]:
    """The actors in the order of their first mention."""
    return tuple(_actor(d) for d in sorted(roster.drafts, key=_first_mention))


def _first_mention(draft: Draft) -> tuple[int, int]:
    starts = [span.start for span, _, _ in draft.mentions] or [draft.order]
    return min(starts), int(draft.id[1:])


def _actor(draft: Draft) -> AnyActor:
    aliases = tuple(draft.aliases)
    if draft.kind == ActorKind.PERSON:
        return Person(
            id=draft.id,
            name=draft.name,
            aliases=aliases,
            country=draft.country,
            rank=draft.rank,
            title=draft.title,
            roles=tuple(draft.roles),
            affiliation=draft.affiliation.id if draft.affiliation else None,
            gender=_GENDERS.get(draft.gender or ""),
        )
    if draft.kind == ActorKind.COUNTRY:
        return Country(id=draft.id, name=draft.name, aliases=aliases, country=draft.country)
    if draft.kind == ActorKind.UNNAMED:
        return Source(id=draft.id, name=draft.name, aliases=aliases, country=draft.country)
    return Organization(
        id=draft.id,
        name=draft.name,
        aliases=aliases,
        country=draft.country,
        kind=ActorKind(draft.kind),
    )


def make_mentions(roster: Roster, speakers: list[Speaker]) -> tuple[Mention, ...]:
    """All mentions in text order; where two actors claim the same words, the first keeps them."""
    for speaker in speakers:
        if speaker.actor is not None and speaker.mention is not None and speaker.form is not None:
            speaker.actor.mention(speaker.mention, speaker.form, speaker.rule)
    found: dict[tuple[int, int], tuple[Span, MentionForm, str, Draft]] = {}
    for draft in roster.drafts:
        for span, form, rule in draft.mentions:
            found.setdefault((span.start, span.end), (span, form, rule, draft))
    return tuple(
        Mention(id=f"m{n}", span=span, actor=draft.id, form=form, rule=rule)
        for n, (span, form, rule, draft) in enumerate((found[k] for k in sorted(found)), 1)
    )


def make_quotes(
    page: Page, frames: list[Frame], speakers: list[Speaker], mentions: tuple[Mention, ...]
) -> tuple[Quote, ...]:
    """The quotes in text order."""
    by_span = {(m.span, m.actor): m.id for m in mentions}
    return tuple(
        _quote(page, frame, speaker, quote_id(n), by_span)
        for n, (frame, speaker) in enumerate(zip(frames, speakers, strict=True))
    )


def _quote(
    page: Page,
    frame: Frame,
    speaker: Speaker,
    id: str,
    by_span: dict[tuple[Span, str], str],
) -> Quote:
    content, actor = frame.content, speaker.actor
    mention = None
    if actor is not None and speaker.mention is not None:
        mention = by_span.get((speaker.mention, actor.id))
    cue = Cue(span=cue_span(page, frame), lemma=frame.lemma, stance=frame.stance)
    return Quote(
        id=id,
        span=page.span(content.first, content.end),
        style=content.style,
        cue=None if frame.rule == "continued" else cue,
        speaker=actor.id if actor else None,
        mention=mention,
        quoted=tuple(page.span(a, b) for a, b in content.quoted if b > a),
        confidence=frame.confidence,
        rule=frame.rule,
        speaker_confidence=speaker.confidence if actor else None,
        speaker_rule=speaker.rule,
        addressee=speaker.addressee.id if speaker.addressee else None,
    )


def cue_span(page: Page, frame: Frame) -> Span:
    """The cue without an attached و or ف."""
    span = page.span(*frame.cue)
    word = page.words[frame.cue[0]]
    first = page.text[span.start]
    cues = [r for r in word.readings if r.entry.lemma == frame.lemma]
    joined = [r.conjunction for r in cues or word.readings]
    joined = joined or [s.conjunction for s in word.heads]
    if first in "وف" and joined and all(joined):
        start = span.start + 1
        while start < span.end - 1 and "\u064b" <= page.text[start] <= "\u0652":
            start += 1
        return Span(start=start, end=span.end)
    return span


def make_sections(page: Page) -> tuple[Span | None, Span | None, tuple[Section, ...]]:
    """Title, lede, and the sections with their headings."""
    layout = page.layout
    spans = [Span(start=line.start, end=line.end) for line in layout.lines]
    skip = {layout.title, layout.lede, layout.source_line}
    sections: list[Section] = []
    heading: Span | None = None
    paragraphs: list[Span] = []
    for n, span in enumerate(spans):
        if n in skip:
            continue
        if n in layout.headings:
            if heading is not None or paragraphs:
                sections.append(Section(heading=heading, paragraphs=tuple(paragraphs)))
            heading, paragraphs = span, []
        else:
            paragraphs.append(span)
    if heading is not None or paragraphs:
        sections.append(Section(heading=heading, paragraphs=tuple(paragraphs)))
    title = spans[layout.title] if layout.title is not None else None
    lede = spans[layout.lede] if layout.lede is not None else None
    return title, lede, tuple(sections)


def make_diagnostics(
    page: Page,
    quotes: tuple[Quote, ...],
    dates: tuple[DateExpression, ...],
    days: tuple[PageDay, ...],
) -> tuple[Diagnostic, ...]:
    """Faults of the text and doubts of the parser, in text order."""
    found = [
        Diagnostic(
            code=fault.kind.value,
            severity=Severity.WARNING,
            span=page.span(fault.token, fault.token + 1),
            message=_FAULTS[fault.kind],
        )
        for fault in page.marks.faults
    ]
    found += [
        Diagnostic(
            code="speaker-undecided",
            severity=Severity.INFO,
            span=quote.span,
            message=f"no speaker could be decided for this quote ({quote.speaker_rule})",
        )
        for quote in quotes
        if quote.speaker is None and quote.speaker_rule != "impersonal"
    ]
    found += [
        Diagnostic(
            code="date-needs-publication",
            severity=Severity.INFO,
            span=date.span,
            message="this date leans on the publication date, which is not known",
        )
        for date in dates
        if date.edtf is None and date.relative is not None and date.reference is None
    ]
    found += [_of_publication(day, only=len(days) == 1) for day in days]
    return tuple(sorted(found, key=lambda d: (d.span.start if d.span else 0, d.code)))


def _of_publication(day: PageDay, *, only: bool) -> Diagnostic:
    """That the publication date is the page's own, or that the page names several."""
    return Diagnostic(
        code="published-from-page" if only else "publication-undecided",
        severity=Severity.INFO,
        span=day.span,
        message=f"the publication date is taken from the page ({day.rule})"
        if only
        else f"the page names several days of publication, this one by {day.rule}; none is taken",
    )
