"""An article as a task with regions and relations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from malicoup.formats._export import DANGLING, Loss, plain
from malicoup.formats._links import DROPPED, NO_WORDS, Links, has_words
from malicoup.formats.brat._types import CLAIM, CUE, HEDGE, KINDS, QUOTE, QUOTED
from malicoup.model import ActorKind, Article, Cue, Span


class TaskWriter:
    """Builds the result of one task and notes what has no place in it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.links = Links(article)
        self.losses: list[Loss] = []
        self.result: list[dict[str, Any]] = []
        self._relations: list[dict[str, Any]] = []
        self._done: set[str] = set()
        self._mentions()
        self._quotes()
        self._claims()
        self.result += self._relations

    def data(self) -> dict[str, str]:
        """What Label Studio shows: the text, and the actors with their ids."""
        actors = [f"{actor.id} = {actor.name}" for actor in self.article.actors]
        return {
            "text": self.article.text,
            "actors": " · ".join(actors) or "–",
            "text_sha256": self.article.text_sha256,
        }

    def _lose(self, path: str, item: Any, reason: str = DROPPED) -> None:
        self.losses.append(Loss(path=path, value=plain(item), reason=reason))

    def _region(
        self,
        id: str,
        label: str,
        span: Span,
        choices: Mapping[str, str] | None = None,
        texts: Mapping[str, str] | None = None,
    ) -> str:
        """Add a region with what is said of it; the same one only once."""
        if id in self._done:
            return id
        self._done.add(id)
        words = self.article.slice(span)
        place = {"start": span.start, "end": span.end, "text": words}
        parts: list[tuple[str, str, dict[str, Any]]] = [("label", "labels", {"labels": [label]})]
        parts += [(name, "choices", {"choices": [v]}) for name, v in (choices or {}).items()]
        parts += [(name, "textarea", {"text": [v]}) for name, v in (texts or {}).items()]
        for name, sort, value in parts:
            # A text area has its own `text`, so the place comes first.
            head = {"id": id, "from_name": name, "to_name": "text", "type": sort}
            self.result.append({**head, "value": place | value})
        return id

    def _relate(self, name: str, a: str, b: str) -> None:
        self._relations.append(
            {"type": "relation", "from_id": a, "to_id": b, "direction": "right", "labels": [name]}
        )

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
            kind = ActorKind.UNNAMED if actor is None else actor.kind
            self._region(
                region_id("mention", mention.id),
                KINDS[kind],
                mention.span,
                {"form": str(mention.form)},
                {"actor": mention.actor},
            )
        for i, actor in enumerate(self.article.actors):
            if actor.id not in named:
                self._lose(f"$.actors[{i}].kind", actor.kind, NO_WORDS)

    def _quotes(self) -> None:
        for i, quote in enumerate(self.article.quotes):
            path = f"$.quotes[{i}]"
            if not has_words(self.article, quote.span):
                self._lose(path, quote)
                continue
            style = {"style": str(quote.style)}
            region = self._region(region_id("quote", quote.id), QUOTE, quote.span, style)
            if quote.cue is not None:
                self._cue(quote.cue, region, path)
            for name, link in (
                ("source", self.links.speaker(quote)),
                ("addressee", self.links.addressee(quote)),
            ):
                if link is not None:
                    self._relate(name, region, region_id("mention", link.id))
            for n, part in enumerate(quote.quoted):
                if not has_words(self.article, part):
                    self._lose(f"{path}.quoted[{n}]", part)
                elif quote.quoted != (quote.span,):
                    key = region_id("part", f"{quote.id}.{n}")
                    self._relate("part", region, self._region(key, QUOTED, part))

    def _cue(self, cue: Cue, quote: str, path: str) -> None:
        if not has_words(self.article, cue.span):
            self._lose(f"{path}.cue", cue)
            return
        name = f"{cue.span.start}-{cue.span.end}-{cue.stance}-{cue.lemma}"
        said = {"stance": str(cue.stance)}
        region = self._region(region_id("cue", name), CUE, cue.span, said, {"lemma": cue.lemma})
        self._relate("cue", quote, region)

    def _claims(self) -> None:
        for i, claim in enumerate(self.article.claims):
            path = f"$.claims[{i}]"
            if not has_words(self.article, claim.span):
                self._lose(path, claim)
                continue
            said = {name: str(getattr(claim, name)) for name in ("certainty", "polarity", "realis")}
            region = self._region(region_id("claim", claim.id), CLAIM, claim.span, said)
            if claim.quote is not None:
                quote = region_id("quote", claim.quote)
                if quote in self._done:
                    self._relate("said", region, quote)
                else:
                    self._lose(f"{path}.quote", claim.quote, "there is no mark for this quote")
            for n, hedge in enumerate(claim.hedges):
                if has_words(self.article, hedge):
                    name = region_id("hedge", f"{hedge.start}-{hedge.end}")
                    self._relate("hedge", region, self._region(name, HEDGE, hedge))
                else:
                    self._lose(f"{path}.hedges[{n}]", hedge)


def region_id(kind: str, id: str) -> str:
    """Name of a region; Label Studio parts its own additions off with ``#``."""
    return f"{kind}.{id.replace('%', '%25').replace('#', '%23')}"


def our_id(region: str, kind: str) -> str | None:
    """Our id in the name of a region; None where it is a region that an annotator drew."""
    head, _, rest = region.partition(".")
    return rest.replace("%23", "#").replace("%25", "%") if head == kind and rest else None
