"""W3C Web Annotation: an annotation per mention, quote and claim, in one ``AnnotationPage``.

Offsets count code points, as the specification says, or UTF-16 units, as programs in
JavaScript (Recogito, dokieli) count. On a live page neither fits, since the page holds more
than the report: there the quoted words with what stands around them find the place.

Everything but places and tags is lost: records, values, evidence. Mentions without words
(dropped subjects) have no place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Any

from malicoup.errors import EncodeError
from malicoup.formats import _export
from malicoup.formats._export import Export, Index, IRIs, Loss, Rules, carry, lose
from malicoup.formats._selectors import (
    OffsetUnit,
    claim_tags,
    holder_chain,
    make_selectors,
    quote_tags,
    text_direction,
)
from malicoup.model import Article, Claim, Mention, MentionForm, Quote, Span

__all__ = ["CONTEXT_URL", "EXTRA", "SUFFIX", "TEXT", "context", "dump_many", "dumps"]

EXTRA: str | None = None
SUFFIX = ".jsonld"
TEXT = True

CONTEXT_URL = "http://www.w3.org/ns/anno.jsonld"
_CONTEXT_FILE = "anno-context.jsonld"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)

IN_TAG = "kept only as a tag"
NO_WORDS = "a mention without words has no place"
UNMENTIONED = "no mention with words names it"
RULES: Rules = {
    **lose("only the words around a span are kept", "", "text", "language"),
    **lose("kept only as the source of each target", "", "url"),
    **carry("actors", "id"),
    **lose(IN_TAG, "actors", "name", "kind"),
    **carry("mentions", "id", "span", "actor"),
    **lose(IN_TAG, "mentions", "form"),
    **carry("quotes", "id", "span", "speaker"),
    **lose(IN_TAG, "quotes", "style", "cue.lemma", "cue.stance"),
    **carry("claims", "id", "span"),
    **lose("kept only as words of the body", "claims", "holders"),
    **lose(IN_TAG, "claims", "certainty", "polarity", "realis"),
}


def context() -> dict[str, Any]:
    """The part of the Web Annotation context that the export uses, for readers offline."""
    file = resources.files("malicoup.formats") / "schemas" / _CONTEXT_FILE
    loaded: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return loaded


def dumps(
    article: Article,
    *,
    offset_unit: OffsetUnit = "code_point",
    base: str | None = None,
    created: str | None = None,
    indent: int | None = None,
) -> Export:
    """Write *article* as Web Annotations.

    Args:
        article: What to write.
        offset_unit: What positions count: ``code_point`` or ``utf16``.
        base: Address to build ids on, and the target where the article has no ``url``.
        created: Moment to write into each annotation, such as ``2026-11-24T12:00:00Z``.
        indent: Spaces per level; everything on one line when omitted.

    Raises:
        EncodeError: If there is no address, a span ends past the text, an id stands twice, a
            text holds a lone surrogate, *created* is no moment, or another option is unknown.
    """
    writer = _Writer(article, base, offset_unit, created)
    page = {
        "@context": CONTEXT_URL,
        "id": writer.iris.of("annotations"),
        "type": "AnnotationPage",
        "items": list(writer.annotations()),
    }
    common = _export.losses(article, RULES, skip=writer.skip)
    return Export(
        files={SUFFIX: _export.json_bytes(page, indent=indent)},
        losses=_export.in_order([*writer.lost, *common], article),
    )


def dump_many(
    articles: Iterable[Article],
    *,
    offset_unit: OffsetUnit = "code_point",
    base: str | None = None,
    created: str | None = None,
    indent: int | None = None,
) -> Export:
    """Write a file per article; with *base*, their number is added to it."""
    return _export.number_files(
        dumps(
            article,
            offset_unit=offset_unit,
            base=_export.numbered(base, number),
            created=created,
            indent=indent,
        )
        for number, article in enumerate(articles)
    )


class _Writer:
    def __init__(
        self, article: Article, base: str | None, unit: OffsetUnit, created: str | None
    ) -> None:
        _export.check(article)
        if created is not None and not _MOMENT.fullmatch(str(created)):
            raise EncodeError(f"no moment with a zone: {created!r} @ $")
        self.article = article
        self.index = Index(article)
        self.iris: IRIs = _export.iris(article, base)
        self.selectors = make_selectors(article, unit)
        self.created = created
        self.lost: list[Loss] = []
        self.skip: set[str] = set()

    def lose(self, path: str, value: object, reason: str) -> None:
        self.lost.append(Loss(path=path, value=_export.plain(value), reason=reason))
        self.skip.add(path)

    def annotations(self) -> Iterator[dict[str, Any]]:
        article = self.article
        self._source = article.url if article.url is not None else self.iris.base
        if not _export.is_absolute(self._source):
            self.lose("$.url", self._source, "no absolute address")
            self._source = self.iris.base
        mentioned = {mention.actor for mention in article.mentions if len(mention.span)}
        for i, actor in enumerate(article.actors):
            if actor.id not in mentioned:
                self.lose(f"$.actors[{i}]", actor, UNMENTIONED)
        for i, mention in enumerate(article.mentions):
            if mention.form is MentionForm.DROPPED:
                self.lose(f"$.mentions[{i}]", mention, NO_WORDS)
            else:
                yield self._mention(mention, f"$.mentions[{i}]")
        for i, quote in enumerate(article.quotes):
            yield self._quote(quote, f"$.quotes[{i}]")
        for claim in article.claims:
            yield self._claim(claim)

    def _mention(self, mention: Mention, path: str) -> dict[str, Any]:
        actor = self.index.actor(mention.actor)
        tags = [f"mention:{mention.form}"]
        if actor is None:
            self.lose(f"{path}.actor", mention.actor, _export.DANGLING)
            return self._annotation(mention.id, "tagging", mention.span, list(map(_tag, tags)))
        bodies = [
            self._link(mention.actor, "identifying"),
            *map(_tag, [str(actor.kind), f"name:{actor.name}", *tags]),
        ]
        return self._annotation(mention.id, "identifying", mention.span, bodies)

    def _quote(self, quote: Quote, path: str) -> dict[str, Any]:
        bodies = list(map(_tag, quote_tags(self.index, quote)))
        if quote.speaker is not None:
            if self.index.actor(quote.speaker) is None:
                self.lose(f"{path}.speaker", quote.speaker, _export.DANGLING)
            else:
                bodies.append(self._link(quote.speaker, "linking"))
        return self._annotation(quote.id, "tagging", quote.span, bodies)

    def _claim(self, claim: Claim) -> dict[str, Any]:
        bodies = list(map(_tag, claim_tags(claim)))
        if claim.holders:
            body = {
                "type": "TextualBody",
                "value": holder_chain(self.index, claim),
                "purpose": "describing",
                "format": "text/plain",
                "language": self.article.language,
                "textDirection": text_direction(self.article.language),
            }
            bodies.insert(0, body)
        return self._annotation(claim.id, "describing", claim.span, bodies)

    def _link(self, actor: str, purpose: str) -> dict[str, Any]:
        return {"type": "SpecificResource", "source": self.iris.of(actor), "purpose": purpose}

    def _annotation(
        self, id: str, motivation: str, span: Span, bodies: list[dict[str, Any]]
    ) -> dict[str, Any]:
        moment = {} if self.created is None else {"created": self.created}
        return {
            "id": self.iris.of(id),
            "type": "Annotation",
            "motivation": motivation,
            **moment,
            "generator": {"type": "Software", "name": "malicoup"},
            # A list of one would come back from other programs as its item.
            "body": bodies[0] if len(bodies) == 1 else bodies,
            "target": {
                "type": "SpecificResource",
                "source": self._source,
                "selector": self.selectors(span),
            },
        }


def _tag(value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "purpose": "tagging"}
