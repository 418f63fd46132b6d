"""Quotes and claims after a correction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from malicoup.formats._bench import Bench, bring_together
from malicoup.formats._identify import covered, trimmed
from malicoup.formats._reading import KEEP, FoundClaim, FoundQuote, Keep
from malicoup.formats._recast import without_repeats
from malicoup.model import (
    Certainty,
    Claim,
    Confidence,
    Cue,
    Mention,
    Polarity,
    Quote,
    QuoteStyle,
    Realis,
    Span,
    Stance,
)

_MARKS = "«»“”„\"'‹›‘’"


def moved(bench: Bench, old: Span, found: Span) -> Span:
    """*found*, or *old* where the two differ only in what a tool does not mark."""
    text = bench.article.text
    return old if found == covered(text, old) else trimmed(text, found)


# --- Quotes ------------------------------


def correct_quotes(bench: Bench, mentions: Mapping[str, Mention]) -> tuple[Quote, ...]:
    """The quotes after the correction; *mentions* are those that are left, by id."""

    def keep(quote: Quote) -> Quote:
        speaker, addressee = bench.actor_now(quote.speaker), bench.actor_now(quote.addressee)
        mention = _left(bench, quote.mention, mentions)
        return attrs.evolve(quote, speaker=speaker, mention=mention, addressee=addressee)

    def update(quote: Quote, found: FoundQuote) -> Quote:
        said = _what_is_said(bench, quote, found)
        if said:
            said |= {"rule": "manual", "confidence": Confidence.CERTAIN}
        who = _speaker(bench, quote, found, mentions)
        addressee = _addressee(bench, quote, found)
        return attrs.evolve(quote, addressee=addressee, **said, **who)

    def create(name: str, found: FoundQuote) -> Quote:
        return _new_quote(bench, name, found)

    return bring_together(bench, "quotes", update=update, keep=keep, create=create)


def _what_is_said(bench: Bench, quote: Quote, found: FoundQuote) -> dict[str, Any]:
    """What the annotator changed of the words, the style, the cue and the parts in marks."""
    span = moved(bench, quote.span, found.span)
    quoted = quote.quoted if found.quoted is KEEP else _spans(bench, quote.quoted, found.quoted)
    if quote.quoted == (quote.span,) and quoted == quote.quoted:
        quoted = (span,)
    new: dict[str, Any] = {
        "span": span,
        "quoted": quoted,
        "style": found.style or quote.style,
        "cue": quote.cue if found.cue is KEEP else _cue(bench, quote.cue, found),
    }
    return {name: value for name, value in new.items() if value != getattr(quote, name)}


def _spans(bench: Bench, old: tuple[Span, ...], found: tuple[Span, ...] | Keep) -> tuple[Span, ...]:
    """*found* in order, each as it was where the tool marks no more of it."""
    if found is KEEP or isinstance(found, Keep):
        return old
    before = {covered(bench.article.text, span): span for span in old}
    silent = [span for span in old if not bench.article.slice(span).strip()]
    return tuple(sorted([*(before.get(span, span) for span in found), *silent]))


def _cue(bench: Bench, old: Cue | None, found: FoundQuote) -> Cue | None:
    cue = found.cue
    if cue is None or isinstance(cue, Keep):
        # A cue without words could not be shown, so nobody removed it.
        return old if old is not None and not bench.article.slice(old.span).strip() else None
    span = cue.span if old is None else moved(bench, old.span, cue.span)
    words = bench.article.slice(span).strip()
    lemma = cue.lemma or (old.lemma if old is not None and old.span == span else words)
    stance = cue.stance or (old.stance if old is not None else Stance.NEUTRAL)
    return Cue(span=span, lemma=lemma or words or "…", stance=stance)


def _speaker(
    bench: Bench, quote: Quote, found: FoundQuote, mentions: Mapping[str, Mention]
) -> dict[str, Any]:
    """Speaker, the words that name him or her, and what decided."""
    link = bench.links.speaker(quote)
    old = bench.actor_now(quote.speaker)
    own = _left(bench, quote.mention, mentions)
    if isinstance(found.speaker, Keep) or (found.speaker is None and link is None):
        return {"speaker": old, "mention": own}
    if found.speaker is None:
        if link is not None and link.id not in mentions:
            bench.remarks.append(f"{quote.id} keeps its speaker: only the words for it are gone")
            return {"speaker": old, "mention": own}
        return _decided(quote, None, None)
    actor = bench.actor_of(found.speaker)
    target = bench.ids["mentions"].get(found.speaker)
    if link is not None and target == link.id:
        fits = own is not None and own in mentions and mentions[own].actor == actor
        target = own if fits or quote.mention is None else target
    if actor == old:
        return {"speaker": old, "mention": target}
    return _decided(quote, actor, target)


def _left(bench: Bench, mention: str | None, mentions: Mapping[str, Mention]) -> str | None:
    """*mention*, unless it was deleted; an id that never led anywhere stays."""
    was = mention in bench.links.index.mentions
    return None if was and mention not in mentions else mention


def _decided(quote: Quote, actor: str | None, mention: str | None) -> dict[str, Any]:
    return {
        "speaker": actor,
        "mention": mention,
        "speaker_rule": "manual",
        "speaker_confidence": None if actor is None else Confidence.CERTAIN,
    }


def _addressee(bench: Bench, quote: Quote, found: FoundQuote) -> str | None:
    link = bench.links.addressee(quote)
    old = bench.actor_now(quote.addressee)
    if isinstance(found.addressee, Keep) or (found.addressee is None and link is None):
        return old
    if found.addressee is not None:
        return bench.actor_of(found.addressee)
    gone = link is not None and bench.key("mentions", link.id) is None
    return old if gone else None


def _new_quote(bench: Bench, name: str, found: FoundQuote) -> Quote:
    span = trimmed(bench.article.text, found.span)
    style = found.style or _style(bench.article.text, span)
    quoted = () if isinstance(found.quoted, Keep) else tuple(sorted(found.quoted))
    if not quoted and style is QuoteStyle.DIRECT:
        quoted = (span,)
    speaker = None if isinstance(found.speaker, Keep) else found.speaker
    addressee = None if isinstance(found.addressee, Keep) else found.addressee
    return Quote(
        id=name,
        span=span,
        style=style,
        cue=_cue(bench, None, found),
        quoted=quoted,
        addressee=None if addressee is None else bench.actor_of(addressee),
        speaker=None if speaker is None else bench.actor_of(speaker),
        mention=None if speaker is None else bench.ids["mentions"].get(speaker),
        speaker_confidence=None if speaker is None else Confidence.CERTAIN,
        speaker_rule=None if speaker is None else "manual",
    )


def _style(text: str, span: Span) -> QuoteStyle:
    """Direct where marks stand around the words; else told."""
    around = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
    in_marks = all(side and side in _MARKS for side in around)
    return QuoteStyle.DIRECT if in_marks else QuoteStyle.INDIRECT


# --- Claims ------------------------------


def correct_claims(bench: Bench, quotes: Mapping[str, Quote]) -> tuple[Claim, ...]:
    """The claims after the correction; *quotes* are those that are left, by id."""
    before = {quote.id: quote for quote in bench.article.quotes}

    def keep(claim: Claim) -> Claim:
        return _follow(bench, claim, before.get(claim.quote or ""), quotes)

    def update(claim: Claim, found: FoundClaim) -> Claim:
        said = _what_is_claimed(bench, claim, found, before, quotes)
        if said:
            said["rule"] = "manual"
        return keep(attrs.evolve(claim, **said))

    def create(name: str, found: FoundClaim) -> Claim:
        return _new_claim(bench, name, found, quotes)

    return bring_together(bench, "claims", update=update, keep=keep, create=create)


def _what_is_claimed(
    bench: Bench,
    claim: Claim,
    found: FoundClaim,
    before: Mapping[str, Quote],
    quotes: Mapping[str, Quote],
) -> dict[str, Any]:
    span = moved(bench, claim.span, found.span)
    old, new = before.get(claim.quote or ""), quotes.get(claim.quote or "")
    if span == claim.span and old is not None and new is not None and claim.span == old.span:
        span = new.span
    hedges = claim.hedges
    if not isinstance(found.hedges, Keep):
        hedges = _spans(bench, claim.hedges, found.hedges)
    values: dict[str, Any] = {
        "span": span,
        "hedges": hedges,
        "certainty": found.certainty or claim.certainty,
        "polarity": found.polarity or claim.polarity,
        "realis": found.realis or claim.realis,
        "quote": _quote_of(bench, claim, found, quotes),
    }
    return {name: value for name, value in values.items() if value != getattr(claim, name)}


def _quote_of(
    bench: Bench, claim: Claim, found: FoundClaim, quotes: Mapping[str, Quote]
) -> str | None:
    if isinstance(found.quote, Keep):
        return claim.quote
    if found.quote is not None:
        return bench.ids["quotes"].get(found.quote)
    # No line: it was deleted, unless the quote itself is gone or could not be shown.
    drawn = claim.quote is not None and bench.key("quotes", claim.quote) is not None
    return None if drawn and claim.quote in quotes else claim.quote


def _follow(bench: Bench, claim: Claim, old: Quote | None, quotes: Mapping[str, Quote]) -> Claim:
    """*claim* after what became of its quote and of the actors."""
    quote = quotes.get(claim.quote or "")
    if claim.quote is not None and old is not None and quote is None:
        bench.remarks.append(f"{claim.id} is kept, but its quote {claim.quote} is gone")
        claim = attrs.evolve(claim, quote=None)
    holders = tuple(bench.actor_now(holder) for holder in claim.holders)
    last_is_speaker = old is not None and claim.holders[-1:] == (old.speaker,)
    if quote is not None and last_is_speaker and quote.speaker != holders[-1]:
        holders = (*holders[:-1], quote.speaker)
    if holders != claim.holders:
        holders = without_repeats(holders)
    return attrs.evolve(claim, holders=holders)


def _new_claim(bench: Bench, name: str, found: FoundClaim, quotes: Mapping[str, Quote]) -> Claim:
    key = None if isinstance(found.quote, Keep) else found.quote
    quote = quotes.get(bench.ids["quotes"].get(key or "", ""))
    publisher = bench.actor_now(bench.article.publisher)
    chain: list[str | None] = [publisher] if publisher is not None else []
    if quote is not None and (quote.speaker is None or quote.speaker != publisher):
        chain.append(quote.speaker)
    return Claim(
        id=name,
        span=trimmed(bench.article.text, found.span),
        holders=tuple(chain),
        certainty=found.certainty or Certainty.CERTAIN,
        polarity=found.polarity or Polarity.POSITIVE,
        realis=found.realis or Realis.ACTUAL,
        hedges=() if isinstance(found.hedges, Keep) else tuple(sorted(found.hedges)),
        quote=None if quote is None else quote.id,
    )
