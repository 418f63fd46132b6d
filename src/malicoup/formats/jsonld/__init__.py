"""schema.org JSON-LD (vocabulary 30): a ``NewsArticle`` with all that is told in it.

One document with a ``@graph``: the article first, then actors, quotations, claims, events and
observations, tied by ``@id``. ``Quotation``, ``Claim``, ``NewsMediaOrganization`` and
``Observation`` are still "pending" in the vocabulary.

schema.org has no polarity and no degrees of certainty: denied claims and denied records are
left out, since a plain one would affirm them, and a record that is only alleged says so in its
name. Arms deals and events are ``Event``s; ``Order`` and ``ParcelDelivery`` mean shopping.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib import resources
from typing import Any, Literal

from malicoup.formats import _export
from malicoup.formats._export import Export, Loss
from malicoup.formats._options import one_of, truth
from malicoup.formats.jsonld import _records, _things
from malicoup.formats.jsonld._graph import Graph
from malicoup.formats.jsonld._rules import RULES
from malicoup.model import Article

__all__ = ["CONTEXT_URL", "EXTRA", "SUFFIX", "TEXT", "context", "dump_many", "dumps"]

EXTRA: str | None = None
SUFFIX = ".jsonld"
TEXT = True

CONTEXT_URL = "https://schema.org"
_CONTEXT_FILE = "schemaorg-context.jsonld"


def context() -> dict[str, Any]:
    """The part of schema.org's context that the export uses, for readers without a network."""
    file = resources.files("malicoup.formats") / "schemas" / _CONTEXT_FILE
    loaded: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return loaded


def dumps(
    article: Article,
    *,
    base: str | None = None,
    profile: Literal["web", "rich"] = "web",
    inline_context: bool = False,
    indent: int | None = None,
) -> Export:
    """Write *article* as schema.org JSON-LD.

    Args:
        article: What to write.
        base: Address to build ids on; the article's ``url`` when omitted.
        profile: ``web`` writes full days only, as search engines want; ``rich`` writes other
            dates as literals of the type EDTF.
        inline_context: Put the context into the file, instead of a link to schema.org.
        indent: Spaces per level; everything on one line when omitted.

    Raises:
        EncodeError: If there is no address to build ids on, a span ends past the text, an id
            stands twice, a text holds a lone surrogate, or an option is unknown.
    """
    graph = _write(article, base, profile)
    document = _document(graph.nodes, inline_context)
    return Export(
        files={SUFFIX: _export.json_bytes(document, indent=indent)}, losses=_losses(graph)
    )


def dump_many(
    articles: Iterable[Article],
    *,
    base: str | None = None,
    profile: Literal["web", "rich"] = "web",
    inline_context: bool = False,
    indent: int | None = None,
) -> Export:
    """Write several articles into one graph; with *base*, their number is added to it."""
    nodes: list[dict[str, Any]] = []
    lost: list[Loss] = []
    for number, article in enumerate(articles):
        graph = _write(article, _export.numbered(base, number), profile)
        nodes += graph.nodes
        lost += _export.renumbered(_losses(graph), number)
    document = _document(nodes, inline_context)
    return Export(files={SUFFIX: _export.json_bytes(document, indent=indent)}, losses=tuple(lost))


def _document(nodes: list[dict[str, Any]], inline_context: bool) -> dict[str, Any]:
    truth("inline_context", inline_context)
    link: Any = context()["@context"] if inline_context else CONTEXT_URL
    return {"@context": link, "@graph": nodes}


def _write(article: Article, base: str | None, profile: str) -> Graph:
    one_of("profile", profile, "web", "rich")
    _export.check(article)
    graph = Graph(article, _export.iris(article, base), rich=profile == "rich")
    _things.write_article(graph)
    for i, actor in enumerate(article.actors):
        _things.write_actor(graph, actor, f"$.actors[{i}]")
    for i, quote in enumerate(article.quotes):
        _things.write_quote(graph, quote, f"$.quotes[{i}]")
    for i, claim in enumerate(article.claims):
        _things.write_claim(graph, claim, f"$.claims[{i}]")
    for i, deal in enumerate(article.arms_deals):
        _records.write_deal(graph, deal, f"$.arms_deals[{i}]")
    for i, event in enumerate(article.events):
        _records.write_event(graph, event, f"$.events[{i}]")
    for i, statistic in enumerate(article.statistics):
        _records.write_statistic(graph, statistic, f"$.statistics[{i}]")
    return graph


def _losses(graph: Graph) -> tuple[Loss, ...]:
    common = _export.losses(graph.article, RULES, skip=graph.skip)
    return _export.in_order([*graph.lost, *common], graph.article)
