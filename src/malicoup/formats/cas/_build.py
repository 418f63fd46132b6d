"""An article as a graph of annotations."""

from __future__ import annotations

from typing import Any

from malicoup.formats._export import DANGLING, Loss, plain
from malicoup.formats._links import DROPPED, NO_WORDS, Links, has_words
from malicoup.formats._tokens import sentences, tokens
from malicoup.formats.cas._graph import Graph, Node, xml_text
from malicoup.formats.cas._types import (
    CLAIM,
    CUE,
    DATE,
    DOCUMENT,
    ENTITY,
    HEDGE,
    QUANTITY,
    QUOTE,
    QUOTED,
    SENTENCE,
    TOKEN,
    link_type,
)
from malicoup.model import ActorKind, Article, Cue, Span


class Builder:
    """Builds the graph and notes what has no place in it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.links = Links(article)
        self.losses: list[Loss] = []
        self.graph = Graph(xml_text(article.text), article.language)
        self._entities: dict[str, Node] = {}
        self._shared: dict[tuple[Any, ...], Node] = {}
        self._quotes: dict[str, Node] = {}
        self._text()
        self._mentions()
        self._add_quotes()
        self._add_claims()
        self._values()

    def _lose(self, path: str, item: Any, reason: str = DROPPED) -> None:
        self.losses.append(Loss(path=path, value=plain(item), reason=reason))

    def _text(self) -> None:
        text = self.article.text
        if self.graph.text != text:
            changed = zip(text, self.graph.text, strict=True)
            codes = sorted({f"U+{ord(a):04X}" for a, b in changed if a != b})
            self._lose("$.text", codes, "XML cannot hold them: written as U+FFFD")
        whole = Span(start=0, end=len(text))
        self.graph.add(DOCUMENT, whole, language=self.article.language)
        for span in sentences(self.article):
            self.graph.add(SENTENCE, span)
        for span in tokens(self.article):
            self.graph.add(TOKEN, span)

    def _mentions(self) -> None:
        named = set()
        for i, mention in enumerate(self.article.mentions):
            actor = self.links.index.actor(mention.actor)
            if not has_words(self.article, mention.span):
                self._lose(f"$.mentions[{i}]", mention)
                continue
            if actor is None:
                self._lose(f"$.mentions[{i}].actor", mention.actor, DANGLING)
            named.add(mention.actor)
            self._entities[mention.id] = self.graph.add(
                ENTITY,
                mention.span,
                value=str(ActorKind.UNNAMED if actor is None else actor.kind),
                identifier=mention.actor,
                mention=mention.id,
                form=str(mention.form),
            )
        for i, actor in enumerate(self.article.actors):
            if actor.id not in named:
                self._lose(f"$.actors[{i}]", actor, NO_WORDS)

    def _add_quotes(self) -> None:
        for i, quote in enumerate(self.article.quotes):
            path = f"$.quotes[{i}]"
            if not has_words(self.article, quote.span):
                self._lose(path, quote)
                continue
            node = self.graph.add(QUOTE, quote.span, identifier=quote.id, style=str(quote.style))
            self._quotes[quote.id] = node
            if quote.cue is not None:
                self._link(node, "cue", self._cue(quote.cue, path))
            for name, link in (
                ("speaker", self.links.speaker(quote)),
                ("addressee", self.links.addressee(quote)),
            ):
                self._link(node, name, None if link is None else self._entities[link.id])
            for n, part in enumerate(quote.quoted):
                if has_words(self.article, part):
                    self._link(node, "parts", self._mark(QUOTED, part, quote.id))
                else:
                    self._lose(f"{path}.quoted[{n}]", part)

    def _cue(self, cue: Cue, path: str) -> Node | None:
        if not has_words(self.article, cue.span):
            self._lose(f"{path}.cue", cue)
            return None
        return self._mark(CUE, cue.span, lemma=cue.lemma, stance=str(cue.stance))

    def _add_claims(self) -> None:
        for i, claim in enumerate(self.article.claims):
            path = f"$.claims[{i}]"
            if not has_words(self.article, claim.span):
                self._lose(path, claim)
                continue
            node = self.graph.add(
                CLAIM,
                claim.span,
                identifier=claim.id,
                certainty=str(claim.certainty),
                polarity=str(claim.polarity),
                realis=str(claim.realis),
            )
            quote = self._quotes.get(claim.quote or "")
            if claim.quote is not None and quote is None:
                self._lose(f"{path}.quote", claim.quote, "there is no mark for this quote")
            self._link(node, "quote", quote)
            for n, hedge in enumerate(claim.hedges):
                if has_words(self.article, hedge):
                    self._link(node, "hedges", self._mark(HEDGE, hedge))
                else:
                    self._lose(f"{path}.hedges[{n}]", hedge)

    def _values(self) -> None:
        for i, date in enumerate(self.article.dates):
            if has_words(self.article, date.span):
                self.graph.add(DATE, date.span, edtf=date.edtf, time=date.time)
            else:
                self._lose(f"$.dates[{i}]", date)
        for i, number in enumerate(self.article.quantities):
            if not has_words(self.article, number.span):
                self._lose(f"$.quantities[{i}]", number)
                continue
            self.graph.add(
                QUANTITY,
                number.span,
                minimum=None if number.minimum is None else str(number.minimum),
                maximum=None if number.maximum is None else str(number.maximum),
                approximate="true" if number.approximate else None,
                unit=number.unit,
            )

    def _mark(self, type: str, span: Span, owner: str = "", **text: str) -> Node:
        """An annotation that several may lead to."""
        key = (type, span, owner, *text.values())
        if key not in self._shared:
            self._shared[key] = self.graph.add(type, span, **text)
        return self._shared[key]

    def _link(self, node: Node, name: str, target: Node | None) -> None:
        if target is not None:
            link = self.graph.add(link_type(node.type, name), role=name)
            link.refs["target"] = (target.id,)
            node.refs[name] = (*node.refs.get(name, ()), link.id)
