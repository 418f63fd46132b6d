"""PLOVER records from coded events."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from malicoup.formats import _export
from malicoup.formats._export import Index, Loss, plain
from malicoup.formats.plover._actors import country_entity, entity
from malicoup.formats.plover._codes import party_codes, recipient_codes
from malicoup.formats.plover._coding import NEEDS_RECIPIENT, NO_RECIPIENT, QUADS, Coded
from malicoup.model import (
    Article,
    Quote,
    Record,
    RecordCertainty,
    Span,
    edtf_bounds,
)

NO_DATE = "a record needs a day, and neither event nor report has one"
UNUSED = "no record names it"

_PARTIES = (
    "supplier", "recipient", "provider", "trainees", "ousted", "leaders", "sender", "target",
)  # fmt: skip


class Records:
    """The records of *article* in the making."""

    def __init__(self, article: Article, *, event_text: bool) -> None:
        self.article = article
        self.event_text = event_text
        self.index = Index(article)
        self.documents: list[dict[str, Any]] = []
        self.named: set[str] = set()
        self.lost: list[Loss] = []
        self.skip: set[str] = set()

    def lose(self, path: str, value: object, reason: str) -> None:
        """Report a value that is lost; the path says which part of *value* it is."""
        for step in path.split(".")[2:]:
            name, _, place = step.rstrip("]").partition("[")
            value = getattr(value, name)
            value = value[int(place)] if place else value  # type: ignore[index]
        self.lost.append(Loss(path=path, value=plain(value), reason=reason))
        self.skip.add(path)

    def add(self, path: str, item: Record | Quote, coded: Coded) -> None:
        """Write one record, or say why it cannot be written."""
        actors = self._parties(coded.actors)
        recipients = self._parties(coded.recipients)
        if not recipients and coded.country is not None:
            recipients = [country_entity(coded.country)]
        self._lose_dangling(".".join(path.split(".")[:2]), item)
        days = self._days(coded.date)
        what = "the order: " if path.count(".") == 1 and "arms_deals" in path else ""
        if days is None:
            self.lose(path, item, f"{what}{NO_DATE}")
        elif coded.event in NEEDS_RECIPIENT and not recipients:
            self.lose(path, item, f"{what}{NO_RECIPIENT}")
        else:
            self.named.update(coded.actors + coded.recipients)
            self.documents.append(self._document(item, coded, actors, recipients, days))

    def lose_unnamed(self) -> None:
        """Report actors that no record names."""
        for i, actor in enumerate(self.article.actors):
            if actor.id not in self.named and actor.id != self.article.publisher:
                self.lose(f"$.actors[{i}]", actor, UNUSED)

    def _lose_dangling(self, path: str, item: Record | Quote) -> None:
        for name in _PARTIES:
            value = getattr(item, name, None)
            single = isinstance(value, str)
            for i, one in enumerate([value] if single else value or ()):
                place = f"{path}.{name}" if single else f"{path}.{name}[{i}]"
                if one not in self.index.actors and place not in self.skip:
                    self.lost.append(Loss(path=place, value=one, reason=_export.DANGLING))
                    self.skip.add(place)

    def _days(self, edtf: str | None) -> tuple[date, date | None, str] | None:
        """First and last day, and where they come from."""
        first, last = (None, None) if edtf is None else edtf_bounds(edtf)
        if first is not None:
            return first, last if last != first else None, "event"
        published = self.article.published
        return None if published is None else (published, None, "publication")

    def _parties(self, ids: Iterable[str]) -> list[dict[str, str]]:
        return [entity(actor) for actor in map(self.index.actor, ids) if actor is not None]

    def _document(
        self,
        item: Record | Quote,
        coded: Coded,
        actors: list[dict[str, str]],
        recipients: list[dict[str, str]],
        days: tuple[date, date | None, str],
    ) -> dict[str, Any]:
        first, last, basis = days
        span = self._span(item)
        words = [self.article.slice(span)] if span is not None and self.event_text else []
        place = None if span is None else {"sequence": 1, "start": span.start, "end": span.end}
        certainty = getattr(item, "certainty", RecordCertainty.ASSERTED)
        own = {
            "edtf": coded.date,
            "date_basis": basis,
            "certainty": str(certainty),
            "rule": item.rule,
            "actors": list(party_codes(self.article, coded.actors)),
            "recipients": list(recipient_codes(self.article, coded)),
        }
        whole = {
            "id": f"{self.article.text_sha256[:16]}-{coded.id}",
            "date": first.isoformat(),
            "enddate": None if last is None else last.isoformat(),
            "actor": actors,
            "recipient": recipients,
            "event": [coded.event],
            "quad_code": QUADS[coded.event],
            "mode": list(coded.modes),
            "context": list(coded.contexts),
            "event_text": words,
            "text_info": place,
            "cite_info": self._citation(),
            "malicoup": {key: value for key, value in own.items() if value is not None},
        }
        needed = ("actor", "event", "mode", "context")
        return {k: v for k, v in whole.items() if v not in (None, [], {}) or k in needed}

    def _span(self, item: Record | Quote) -> Span | None:
        """The words of a quote, or of the first claim a record rests on."""
        if isinstance(item, Quote):
            return item.span
        claims = [self.index.claims.get(e.claim) for e in item.evidence if e.claim is not None]
        return next((claim.span for claim in claims if claim is not None), None)

    def _citation(self) -> dict[str, str]:
        article = self.article
        whole = {
            "url": article.url,
            "title": _export.words(article, article.title),
            "language": article.language,
            "publication": self.index.name(article.publisher),
            "codebook": "PLOVER 2.0 draft",
        }
        return {key: value for key, value in whole.items() if value is not None}
