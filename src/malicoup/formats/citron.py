"""Citron JSON (BBC): the quotes of a report with cue, source and content.

Every span is ``{start, end, text}`` in code points. The words by the cue that name the speaker
are the source, the speaker's other mentions the coreferences. Style, claims, records and all
values are lost. A quote without the words of a cue is left out: Citron's parser knows no such
quote and makes nothing of a span without characters.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from malicoup.formats import _export
from malicoup.formats._export import Export, Index, Loss, Rules, carry, lose
from malicoup.model import Article, Quote, Span

__all__ = ["EXTRA", "SUFFIX", "TEXT", "dump_many", "dumps"]

EXTRA: str | None = None
SUFFIX = ".json"
TEXT = True

NO_WORDS = "a mention without words has no place"
NO_CUE = "Citron knows no quote without the words of a cue"
RULES: Rules = {
    **carry("", "text"),
    **carry("mentions", "span"),
    **lose("kept only as the group its words stand in", "mentions", "actor"),
    **lose("Citron has no ids of mentions and actors", "mentions", "id"),
    **carry("quotes", "id", "span", "cue.span", "mention"),
    **lose("kept only as the speaker's words", "quotes", "speaker"),
}


def dumps(article: Article, *, indent: int | None = None) -> Export:
    """Write *article* as Citron writes what it finds.

    Args:
        article: What to write.
        indent: Spaces per level; everything on one line when omitted.

    Raises:
        EncodeError: If a span ends past the text, an id stands twice, or a text holds a lone
            surrogate.
    """
    _export.check(article)
    index = Index(article)
    groups = _groups(article)
    document = {
        "text": article.text,
        "quotes": [
            _quote(article, index, groups, quote, quote.cue.span)
            for quote in article.quotes
            if quote.cue is not None and _has_words(quote)
        ],
        "coreference_groups": [
            [_span(article, span) for span in spans] for spans in groups.values() if len(spans) > 1
        ],
    }
    lost = _lost(article, index)
    common = _export.losses(article, RULES, skip=[loss.path for loss in lost])
    return Export(
        files={SUFFIX: _export.json_bytes(document, indent=indent)},
        losses=_export.in_order([*lost, *common], article),
    )


def dump_many(articles: Iterable[Article], *, indent: int | None = None) -> Export:
    """Write a file per article."""
    return _export.number_files(dumps(article, indent=indent) for article in articles)


def _groups(article: Article) -> dict[str, list[Span]]:
    """Words by the actor they name, in text order."""
    groups: dict[str, list[Span]] = {}
    for mention in article.mentions:
        if len(mention.span):
            groups.setdefault(mention.actor, []).append(mention.span)
    return groups


def _lost(article: Article, index: Index) -> list[Loss]:
    lost = []
    for i, mention in enumerate(article.mentions):
        if not len(mention.span):
            plain = _export.plain(mention)
            lost.append(Loss(path=f"$.mentions[{i}]", value=plain, reason=NO_WORDS))
    for i, quote in enumerate(article.quotes):
        if not _has_words(quote):
            lost.append(Loss(path=f"$.quotes[{i}]", value=_export.plain(quote), reason=NO_CUE))
        elif quote.mention is not None and index.speaker_mention(quote) is None:
            reason = NO_WORDS if quote.mention in index.mentions else _export.DANGLING
            path = f"$.quotes[{i}].mention"
            lost.append(Loss(path=path, value=quote.mention, reason=reason))
    return lost


def _has_words(quote: Quote) -> bool:
    return quote.cue is not None and len(quote.cue.span) > 0 and len(quote.span) > 0


def _quote(
    article: Article, index: Index, groups: dict[str, list[Span]], quote: Quote, cue: Span
) -> dict[str, Any]:
    mention = index.speaker_mention(quote)
    sources = [] if mention is None else [mention.span]
    others = [span for span in groups.get(quote.speaker or "", []) if span not in sources]
    return {
        "id": quote.id,
        "cue": _span(article, cue),
        "sources": [_span(article, span) for span in sources],
        "contents": [_span(article, quote.span)],
        "coreferences": [_span(article, span) for span in others],
    }


def _span(article: Article, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": article.slice(span)}
