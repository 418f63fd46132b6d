"""Hypothes.is: a file for its import, an annotation per mention, quote and claim.

The import keeps target, tags, text, uri and document, and finds doubles by text, tags and
quoted words. Its client counts UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from malicoup.errors import EncodeError, NoAddressError
from malicoup.formats import _export
from malicoup.formats._export import Export, Index, Loss, Rules, carry, lose
from malicoup.formats._selectors import claim_tags, holder_chain, make_selectors, quote_tags
from malicoup.model import Article, MentionForm, Span

__all__ = ["EXTRA", "SUFFIX", "TEXT", "dump_many", "dumps"]

EXTRA: str | None = None
SUFFIX = ".json"
TEXT = True

IN_TAG = "kept only as a tag"
IN_TEXT = "kept only as words of the annotation"
NO_WORDS = "a mention without words has no place"
NO_IDS = "Hypothes.is gives its own ids"
RULES: Rules = {
    **lose("only the words around a span are kept", "", "text"),
    **carry("", "url"),
    **lose("only its words are kept", "", "title"),
    **lose(NO_IDS, "actors", "id"),
    **lose(IN_TEXT, "actors", "name"),
    **lose(IN_TAG, "actors", "kind"),
    **carry("mentions", "span"),
    **lose(NO_IDS, "mentions", "id"),
    **lose(IN_TEXT, "mentions", "actor"),
    **lose(IN_TAG, "mentions", "form"),
    **carry("quotes", "span"),
    **lose(NO_IDS, "quotes", "id"),
    **lose(IN_TEXT, "quotes", "speaker"),
    **lose(IN_TAG, "quotes", "style", "cue.lemma", "cue.stance"),
    **carry("claims", "span"),
    **lose(NO_IDS, "claims", "id"),
    **lose(IN_TEXT, "claims", "holders"),
    **lose(IN_TAG, "claims", "certainty", "polarity", "realis"),
}


def dumps(article: Article, *, base: str | None = None, indent: int | None = None) -> Export:
    """Write *article* for the import of Hypothes.is.

    Args:
        article: What to write.
        base: Address of the page; the article's ``url`` when omitted.
        indent: Spaces per level; everything on one line when omitted.

    Raises:
        EncodeError: If there is no address, a span ends past the text, an id stands twice, or
            a text holds a lone surrogate.
    """
    _export.check(article)
    address = base if base is not None else article.url
    if address is None:
        raise NoAddressError("the article has no url: give a base for the page @ $.url")
    if not _export.is_absolute(address):
        raise EncodeError(f"the page needs an absolute address, not {address!r} @ $.url")
    lost = [
        Loss(path=f"$.mentions[{i}]", value=_export.plain(mention), reason=NO_WORDS)
        for i, mention in enumerate(article.mentions)
        if mention.form is MentionForm.DROPPED
    ]
    if base is not None and article.url not in (None, base):
        lost.append(Loss(path="$.url", value=article.url, reason="a base stands in its place"))
    common = _export.losses(article, RULES, skip=[loss.path for loss in lost])
    document = {"annotations": list(_annotations(article, address))}
    return Export(
        files={SUFFIX: _export.json_bytes(document, indent=indent)},
        losses=_export.in_order([*lost, *common], article),
    )


def dump_many(
    articles: Iterable[Article], *, base: str | None = None, indent: int | None = None
) -> Export:
    """Write a file per article; with *base*, their number is added to it."""
    return _export.number_files(
        dumps(article, base=_export.numbered(base, number), indent=indent)
        for number, article in enumerate(articles)
    )


def _annotations(article: Article, address: str) -> Iterator[dict[str, Any]]:
    selectors = make_selectors(article, "utf16")
    title = _export.words(article, article.title)
    page = {"title": [title]} if title else {}

    def annotation(span: Span, text: str, tags: list[str]) -> dict[str, Any]:
        return {
            "uri": address,
            "document": page,
            "target": [{"source": address, "selector": selectors(span)}],
            "text": text,
            "tags": tags,
        }

    index = Index(article)
    for mention in article.mentions:
        if mention.form is not MentionForm.DROPPED:
            actor = index.actor(mention.actor)
            name = mention.actor if actor is None else actor.name
            kind = [] if actor is None else [f"actor:{actor.kind}"]
            yield annotation(mention.span, name, [f"mention:{mention.form}", *kind])
    for quote in article.quotes:
        speaker = index.name(quote.speaker) or quote.speaker or ""
        yield annotation(quote.span, speaker, quote_tags(index, quote))
    for claim in article.claims:
        yield annotation(claim.span, holder_chain(index, claim), claim_tags(claim))
