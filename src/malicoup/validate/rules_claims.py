"""Claims: who stands behind them, and how surely."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from malicoup.model import Certainty, Claim, Polarity, Realis, Severity, Span
from malicoup.validate._context import Context, Path
from malicoup.validate._registry import Finding, rule


def _claims(context: Context) -> Iterator[tuple[Path, Claim]]:
    for i, claim in enumerate(context.article.claims):
        yield ("claims", i), claim


@rule(Severity.WARNING)
def claim_without_holders(context: Context) -> Iterator[Finding]:
    """A claim has holders where there is a publisher or a quote it comes from.

    The outlet stands behind what it writes, the speaker behind what is quoted; a speaker whom
    nobody names is None in the chain.
    """
    for path, claim in _claims(context):
        if not claim.holders and (claim.quote is not None or context.article.publisher is not None):
            yield Finding((*path, "holders"), "is empty", claim.span)


@rule(Severity.ERROR)
def claim_holder_not_speaker(context: Context) -> Iterator[Finding]:
    """The last holder of a claim made by a quote is the speaker of that quote.

    Else the same words would be credited to one in the quotes and to another in the claims.
    """
    for path, claim in _claims(context):
        quote = context.quotes.get(claim.quote or "")
        if quote is not None and claim.holders and claim.holders[-1] != quote.speaker:
            message = f"is {claim.holders[-1]!r}, the speaker of {quote.id!r} is {quote.speaker!r}"
            yield Finding((*path, "holders", len(claim.holders) - 1), message, claim.span)


@rule(Severity.WARNING)
def claim_holder_twice(context: Context) -> Iterator[Finding]:
    """Nobody cites himself or herself: no holder stands twice in a row.

    The chain tells who cites whom; a step from one to the same one is none. Two unnamed ones
    may follow each other.
    """
    for path, claim in _claims(context):
        for j, (outer, inner) in enumerate(pairwise(claim.holders), start=1):
            if inner is not None and inner == outer:
                yield Finding((*path, "holders", j), f"{inner!r} cites itself", claim.span)


@rule(Severity.INFO)
def claim_outermost_not_publisher(context: Context) -> Iterator[Finding]:
    """The first holder of a claim is the publisher, where one is known.

    Whatever an article says reaches the reader through its outlet.
    """
    publisher = context.article.publisher
    for path, claim in _claims(context):
        if publisher is not None and claim.holders and claim.holders[0] != publisher:
            message = f"is {claim.holders[0]!r}, not the publisher {publisher!r}"
            yield Finding((*path, "holders", 0), message, claim.span)


@rule(Severity.WARNING)
def claim_outside_quote(context: Context) -> Iterator[Finding]:
    """A claim made by a quote lies within the words of the quote.

    Words outside are not the speaker's.
    """
    for path, claim in _claims(context):
        quote = context.quotes.get(claim.quote or "")
        if quote is not None and not quote.span.contains(claim.span):
            yield Finding((*path, "span"), f"reaches out of the quote {quote.id!r}", claim.span)


@rule(Severity.WARNING)
def claim_repeated(context: Context) -> Iterator[Finding]:
    """No two claims give the same words to the same chain of holders.

    One statement would be counted as two.
    """
    seen: dict[tuple[Span, tuple[str | None, ...]], str] = {}
    for path, claim in _claims(context):
        other = seen.setdefault((claim.span, claim.holders), claim.id)
        if other != claim.id:
            yield Finding(path, f"is {other!r} once more", claim.span)


@rule(Severity.WARNING)
def hedges_out_of_order(context: Context) -> Iterator[Finding]:
    """The hedges of a claim are listed in text order and share no character.

    Each weakens the claim once.
    """
    for path, claim in _claims(context):
        for j, (before, hedge) in enumerate(pairwise(claim.hedges), start=1):
            if hedge.start < before.end:
                yield Finding((*path, "hedges", j), "begins before the one above it ends", hedge)


@rule(Severity.WARNING)
def hedge_far_from_claim(context: Context) -> Iterator[Finding]:
    """A hedge stands in the paragraph of its claim, within the claim or before or after it.

    A word in another paragraph weakens something else.
    """
    for path, claim in _claims(context):
        for j, hedge in enumerate(claim.hedges):
            if not context.near(hedge, claim.span):
                yield Finding((*path, "hedges", j), "stands in another part of the text", hedge)


@rule(Severity.INFO)
def hedged_but_certain(context: Context) -> Iterator[Finding]:
    """A claim with hedges is not put forward as certain.

    The hedge may concern a detail only, such as a number.
    """
    for path, claim in _claims(context):
        if claim.hedges and claim.certainty is Certainty.CERTAIN:
            yield Finding((*path, "certainty"), "is certain in spite of hedges", claim.span)


@rule(Severity.INFO)
def negated_but_positive(context: Context) -> Iterator[Finding]:
    """A claim told as not having happened is not affirmed.

    ``realis`` and ``polarity`` speak of the same proposition.
    """
    for path, claim in _claims(context):
        if claim.realis is Realis.NEGATED and claim.polarity is Polarity.POSITIVE:
            yield Finding((*path, "polarity"), "is positive, but realis is negated", claim.span)
