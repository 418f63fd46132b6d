"""Where words stand, as the Web Annotation Data Model and Hypothes.is say it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, get_args

from malicoup.formats import _export
from malicoup.formats._options import one_of
from malicoup.model import Article, Claim, Quote, Span

OffsetUnit = Literal["code_point", "utf16"]

#: Characters before and after the words, so that they are found in a page with other words.
AROUND = 32
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur", "he", "ps", "ckb", "sd", "ug", "yi"})


def make_selectors(
    article: Article, offset_unit: OffsetUnit
) -> Callable[[Span], list[dict[str, Any]]]:
    """A function that gives both selectors of a span.

    Raises:
        EncodeError: If *offset_unit* is unknown.
    """
    one_of("offset_unit", offset_unit, *get_args(OffsetUnit))
    text = article.text
    place = _export.utf16_offsets(text) if offset_unit == "utf16" else int

    def selectors(span: Span) -> list[dict[str, Any]]:
        return [
            {"type": "TextPositionSelector", "start": place(span.start), "end": place(span.end)},
            {
                "type": "TextQuoteSelector",
                "exact": text[span.start : span.end],
                "prefix": text[max(0, span.start - AROUND) : span.start],
                "suffix": text[span.end : span.end + AROUND],
            },
        ]

    return selectors


def text_direction(language: str) -> str:
    """``rtl``, ``ltr``."""
    return "rtl" if language.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def quote_tags(index: _export.Index, quote: Quote) -> list[str]:
    """Tags of a quote: style, cue, stance, speaker."""
    tags = [f"quote:{quote.style}"]
    if quote.cue is not None:
        tags += [f"cue:{quote.cue.lemma}", f"stance:{quote.cue.stance}"]
    speaker = index.name(quote.speaker)
    return [*tags, *([f"speaker:{speaker}"] if speaker else [])]


def claim_tags(claim: Claim) -> list[str]:
    """Tags of a claim: certainty and polarity, and realis where it is not plain."""
    return [f"claim:{claim.certainty}/{claim.polarity}", f"realis:{claim.realis}"]


def holder_chain(index: _export.Index, claim: Claim) -> str:
    """The holders of a claim in words, from the outside in; ``…`` for one whom nobody names."""
    return " ← ".join(index.name(holder) or "…" for holder in claim.holders)
