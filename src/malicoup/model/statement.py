"""Who said what, and how surely."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from malicoup.model import _checks
from malicoup.model.span import Span
from malicoup.model.vocab import Certainty, Confidence, Polarity, QuoteStyle, Realis, Stance


@define(frozen=True, kw_only=True)
class Cue:
    """The word that reports: its place, dictionary form and stance."""

    span: Span = field(validator=_checks.of(Span))
    lemma: str = field(validator=_checks.filled)
    stance: Stance = field(default=Stance.NEUTRAL, validator=_checks.of(Stance))


@define(frozen=True, kw_only=True)
class Quote:
    """Words or a proposition that the article gives as somebody's.

    Attributes:
        id: Reference used by claims.
        span: The words, without quotation marks and complementizer.
        style: Direct (in marks), indirect (told), mixed (told, partly in marks).
        cue: The reporting word; None where the context alone tells.
        speaker: Actor id; None where nobody is named or the parser could not decide.
        mention: Mention id of the words that name the speaker by the cue.
        addressee: Actor id of whom it was said to.
        quoted: The parts inside marks, in order.
        confidence: How surely the words were found to be reported speech.
        rule: The rule that found it.
        speaker_confidence: How surely the speaker was decided; None without a speaker.
        speaker_rule: The rule that decided the speaker, or why there is none.
    """

    id: str = field(validator=_checks.filled)
    span: Span = field(validator=_checks.of(Span))
    style: QuoteStyle = field(validator=_checks.of(QuoteStyle))
    cue: Cue | None = field(default=None, validator=_checks.optional(_checks.of(Cue)))
    speaker: str | None = field(default=None, validator=_checks.optional(_checks.filled))
    mention: str | None = field(default=None, validator=_checks.optional(_checks.filled))
    addressee: str | None = field(default=None, validator=_checks.optional(_checks.filled))
    quoted: tuple[Span, ...] = field(default=(), validator=_checks.each(_checks.of(Span)))
    confidence: Confidence = field(default=Confidence.CERTAIN, validator=_checks.of(Confidence))
    rule: str = field(default="manual", validator=_checks.code)
    speaker_confidence: Confidence | None = field(
        default=None, validator=_checks.optional(_checks.of(Confidence))
    )
    speaker_rule: str | None = field(default=None, validator=_checks.optional(_checks.code))

    @span.validator
    def _has_words(self, attribute: Any, value: Span) -> None:
        if len(value) == 0:
            _checks.fail(self, attribute, value, "must hold at least one character")


@define(frozen=True, kw_only=True)
class Claim:
    """A proposition with those who stand behind it.

    Attributes:
        id: Reference used by the evidence of records.
        span: The words of the proposition.
        holders: Actor ids from the outside in: the outlet, whom it cites, whom that one
            cites. None in the chain is a holder that nobody names ("it is believed").
        certainty: How surely the innermost holder puts it.
        polarity: Whether it is affirmed or denied.
        realis: Whether it is told as actual, planned, hypothetical or negated.
        hedges: The words that weaken it.
        quote: Quote id, where the proposition is reported speech.
        rule: The rule that found it.
    """

    id: str = field(validator=_checks.filled)
    span: Span = field(validator=_checks.of(Span))
    holders: tuple[str | None, ...] = field(
        default=(), validator=_checks.each(_checks.optional(_checks.filled))
    )
    certainty: Certainty = field(default=Certainty.CERTAIN, validator=_checks.of(Certainty))
    polarity: Polarity = field(default=Polarity.POSITIVE, validator=_checks.of(Polarity))
    realis: Realis = field(default=Realis.ACTUAL, validator=_checks.of(Realis))
    hedges: tuple[Span, ...] = field(default=(), validator=_checks.each(_checks.of(Span)))
    quote: str | None = field(default=None, validator=_checks.optional(_checks.filled))
    rule: str = field(default="manual", validator=_checks.code)

    @span.validator
    def _has_words(self, attribute: Any, value: Span) -> None:
        if len(value) == 0:
            _checks.fail(self, attribute, value, "must hold at least one character")
