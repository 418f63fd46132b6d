"""Quotes: their words, marks, cues and speakers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from malicoup.model import Quote, QuoteStyle, Severity, Span
from malicoup.validate._context import Context, Path, crossings
from malicoup.validate._registry import Finding, rule

#: Quotation marks by code point, so that the file reads the same in every direction of script.
_MARKS = frozenset(
    "\u0022\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\uff02"
)


def _quotes(context: Context) -> Iterator[tuple[Path, Quote]]:
    for i, quote in enumerate(context.article.quotes):
        yield ("quotes", i), quote


@rule(Severity.ERROR)
def cue_in_quoted_words(context: Context) -> Iterator[Finding]:
    """The cue lies outside the words it introduces in marks.

    It may be interposed in an indirect clause, but words in marks are the speaker's and cannot
    hold the reporter's verb. A cue within them belongs to a quote within the quote.
    """
    for path, quote in _quotes(context):
        if quote.cue is not None:
            words = [*quote.quoted, *([quote.span] if quote.style is QuoteStyle.DIRECT else [])]
            if any(quote.cue.span.overlaps(span) for span in words):
                yield Finding((*path, "cue", "span"), "lies within quoted words", quote.cue.span)


@rule(Severity.ERROR)
def quoted_outside_quote(context: Context) -> Iterator[Finding]:
    """The parts in marks lie within the quote.

    They are parts of it.
    """
    for path, quote in _quotes(context):
        for j, part in enumerate(quote.quoted):
            if not quote.span.contains(part):
                yield Finding((*path, "quoted", j), "reaches out of the quote", part)


@rule(Severity.ERROR)
def quoted_out_of_order(context: Context) -> Iterator[Finding]:
    """The parts in marks are listed in text order and share no character.

    Together they are read as one row of words.
    """
    for path, quote in _quotes(context):
        for j, (before, part) in enumerate(pairwise(quote.quoted), start=1):
            if part.start < before.end:
                yield Finding((*path, "quoted", j), "begins before the part above it ends", part)


@rule(Severity.WARNING)
def direct_without_quoted(context: Context) -> Iterator[Finding]:
    """A direct quote names the parts in marks.

    Direct means that the words stand in marks.
    """
    for path, quote in _quotes(context):
        if quote.style is QuoteStyle.DIRECT and not quote.quoted:
            yield Finding((*path, "quoted"), "is empty in a direct quote", quote.span)


@rule(Severity.WARNING)
def direct_partly_quoted(context: Context) -> Iterator[Finding]:
    """The parts in marks of a direct quote hold all its words.

    A quote with words of the reporter among the speaker's is mixed.
    """
    for path, quote in _quotes(context):
        if quote.style is QuoteStyle.DIRECT and quote.quoted and not _all_quoted(context, quote):
            yield Finding((*path, "quoted"), "leaves words of a direct quote out", quote.span)


@rule(Severity.ERROR)
def mixed_without_quoted(context: Context) -> Iterator[Finding]:
    """A mixed quote names the parts in marks.

    Without them nobody can tell the speaker's own words from the reporter's.
    """
    for path, quote in _quotes(context):
        if quote.style is QuoteStyle.MIXED and not quote.quoted:
            yield Finding((*path, "quoted"), "is empty in a mixed quote", quote.span)


@rule(Severity.WARNING)
def told_but_all_quoted(context: Context) -> Iterator[Finding]:
    """An indirect or mixed quote has words outside the marks.

    One that stands in marks from end to end is direct.
    """
    for path, quote in _quotes(context):
        if quote.style is not QuoteStyle.DIRECT and quote.quoted and _all_quoted(context, quote):
            yield Finding((*path, "style"), f"is {quote.style}, but all is in marks", quote.span)


@rule(Severity.INFO)
def indirect_with_quoted(context: Context) -> Iterator[Finding]:
    """An indirect quote has no parts in marks.

    With some it is mixed, unless the marks stand around a name or a title.
    """
    for path, quote in _quotes(context):
        told = quote.style is QuoteStyle.INDIRECT
        if told and quote.quoted and not _all_quoted(context, quote):
            yield Finding((*path, "style"), "is indirect, but parts are in marks", quote.span)


def _all_quoted(context: Context, quote: Quote) -> bool:
    """Whether no letter or digit of *quote* lies outside its parts in marks."""
    place = quote.span.start
    for part in sorted(quote.quoted):
        if _has_words(context.text[place : part.start]):
            return False
        place = max(place, part.end)
    return not _has_words(context.text[place : quote.span.end])


def _has_words(text: str) -> bool:
    return any(char.isalnum() for char in text)


@rule(Severity.WARNING)
def quote_with_marks(context: Context) -> Iterator[Finding]:
    """The words of a quote leave out the quotation marks around them.

    Marks are the reporter's; other annotations of the same words leave them out.
    """
    for path, quote in _quotes(context):
        words = context.text[quote.span.start : quote.span.end]
        outer, inner = words[:1] + words[1:][-1:], words[1:-1]
        if len(outer) == 2 and _MARKS.issuperset(outer) and _MARKS.isdisjoint(inner):
            yield Finding((*path, "span"), "takes the marks in", quote.span)


@rule(Severity.INFO)
def direct_without_marks(context: Context) -> Iterator[Finding]:
    """A direct quote has a quotation mark on at least one side.

    Looked at are the three characters around it and its first and last. Both marks may be
    missing in the middle of a quote of several paragraphs, or by a slip of the
    outlet; else the quote is not direct.
    """
    for path, quote in _quotes(context):
        before = context.text[max(0, quote.span.start - 3) : quote.span.start + 1]
        after = context.text[max(0, quote.span.end - 1) : quote.span.end + 3]
        if quote.style is QuoteStyle.DIRECT and _MARKS.isdisjoint(before + after):
            yield Finding((*path, "style"), "is direct, but there are no marks", quote.span)


@rule(Severity.WARNING)
def quote_across_parts(context: Context) -> Iterator[Finding]:
    """A quote lies within one paragraph, heading, lede or title.

    A quote that runs over several paragraphs is one quote in each. Articles without parts are
    not asked.
    """
    for path, quote in _quotes(context):
        if context.parts and context.part_holding(quote.span) is None:
            yield Finding((*path, "span"), "does not lie within one part of the text", quote.span)


@rule(Severity.WARNING)
def quotes_cross(context: Context) -> Iterator[Finding]:
    """Quotes lie apart or one within the other.

    A quote may hold another, but half a quote within another is cut wrongly.
    """
    spans = (((*path, "span"), quote.span) for path, quote in _quotes(context))
    for path, span, other in crossings(spans):
        yield Finding(path, f"partly overlaps the quote at {other.start}–{other.end}", span)


@rule(Severity.WARNING)
def quote_repeated(context: Context) -> Iterator[Finding]:
    """No two quotes give the same words to the same speaker.

    One statement would be counted as two.
    """
    seen: dict[tuple[Span, str | None], str] = {}
    for path, quote in _quotes(context):
        other = seen.setdefault((quote.span, quote.speaker), quote.id)
        if other != quote.id:
            yield Finding(path, f"is {other!r} once more", quote.span)


@rule(Severity.ERROR)
def quote_mention_not_speaker(context: Context) -> Iterator[Finding]:
    """The mention by the cue is a mention of the speaker.

    If the words name somebody, that one is the speaker.
    """
    for path, quote in _quotes(context):
        mention = context.mentions.get(quote.mention or "")
        if mention is not None and mention.actor != quote.speaker:
            message = f"{mention.id!r} mentions {mention.actor!r}, the speaker is {quote.speaker!r}"
            yield Finding((*path, "mention"), message, mention.span)


@rule(Severity.WARNING)
def quote_mention_in_words(context: Context) -> Iterator[Finding]:
    """The mention by the cue of a direct quote lies outside its words.

    Those who speak may name themselves, but the reporter names them outside the marks.
    """
    for path, quote in _quotes(context):
        mention = context.mentions.get(quote.mention or "")
        if mention is None or quote.style is not QuoteStyle.DIRECT:
            continue
        if quote.span.overlaps(mention.span):
            yield Finding((*path, "mention"), "lies within the quoted words", mention.span)


@rule(Severity.WARNING)
def addressee_is_speaker(context: Context) -> Iterator[Finding]:
    """Nobody is addressed by himself or herself.

    One of the two was resolved wrongly.
    """
    for path, quote in _quotes(context):
        if quote.speaker is not None and quote.addressee == quote.speaker:
            yield Finding((*path, "addressee"), f"{quote.addressee!r} is the speaker", quote.span)


@rule(Severity.WARNING)
def speaker_without_confidence(context: Context) -> Iterator[Finding]:
    """A speaker that a rule decided comes with a confidence; one set by hand needs none.

    Whoever filters by confidence would lose or keep the quote by accident.
    """
    for path, quote in _quotes(context):
        decided = quote.rule != "manual" and quote.speaker_rule != "manual"
        if decided and quote.speaker is not None and quote.speaker_confidence is None:
            yield Finding((*path, "speaker_confidence"), "is missing", quote.span)


@rule(Severity.WARNING)
def confidence_without_speaker(context: Context) -> Iterator[Finding]:
    """A quote without a speaker has no confidence in one.

    There is nothing to be sure of; ``speaker_rule`` may say why.
    """
    for path, quote in _quotes(context):
        if quote.speaker is None and quote.speaker_confidence is not None:
            message = f"is {quote.speaker_confidence}, but there is no speaker"
            yield Finding((*path, "speaker_confidence"), message, quote.span)
