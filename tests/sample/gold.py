"""The annotated reports as articles, so that ``malicoup.score`` can compare them with a reading."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from attrs import evolve

from malicoup.model import (
    Actor,
    ActorKind,
    AnyActor,
    Article,
    Country,
    DateExpression,
    Organization,
    Person,
    Quote,
    QuoteStyle,
    Source,
    Span,
)

HERE = Path(__file__).parent
REPORTS: tuple[dict[str, Any], ...] = tuple(
    json.loads((HERE / "annotations.json").read_text("utf-8"))
)


def text_of(report: dict[str, Any]) -> str:
    return (HERE / report["file"]).read_bytes().decode("utf-8")


def gold(report: dict[str, Any]) -> Article:
    """What the annotator found, but for the statements that he was not sure of."""
    named = {p["name"]: ("person", p["aliases"]) for p in report["people"]}
    named |= {o["name"]: (o["type"], o["aliases"]) for o in report["organizations"]}
    sure = [s for s in report["statements"] if "unsure" not in s]
    for s in sure:
        if s["speaker"] is not None:
            named.setdefault(s["speaker"], (s["speaker_type"], []))
    ids = {name: f"a{n}" for n, name in enumerate(named)}
    return Article(
        text=text_of(report),
        actors=tuple(_actor(ids[n], n, kind, aliases) for n, (kind, aliases) in named.items()),
        quotes=tuple(
            Quote(
                id=f"q{n}",
                span=Span(start=s["span"][0], end=s["span"][1]),
                style=QuoteStyle(s["style"]),
                speaker=ids.get(s["speaker"]),
            )
            for n, s in enumerate(sure)
        ),
        dates=tuple(
            DateExpression(span=Span(start=d["span"][0], end=d["span"][1]), edtf=d["edtf"])
            for d in report["dates"]
        ),
    )


def without_unsure(report: dict[str, Any], article: Article) -> Article:
    """*article* without the statements that stand where the annotator was not sure."""
    places = [s["span"] for s in report["statements"] if "unsure" in s]
    sure = [s["span"] for s in report["statements"] if "unsure" not in s]
    return evolve(
        article,
        quotes=tuple(
            q
            for q in article.quotes
            if _overlap(q, sure) >= _overlap(q, places) or not _overlap(q, places)
        ),
        claims=(),
    )


def _overlap(quote: Quote, places: list[list[int]]) -> int:
    return max((min(quote.span.end, b) - max(quote.span.start, a) for a, b in places), default=0)


def _actor(id: str, name: str, kind: str, aliases: list[str]) -> AnyActor:
    names: dict[str, Any] = {"id": id, "name": name, "aliases": tuple(aliases)}
    plain: dict[str, type[Actor]] = {"person": Person, "country": Country, "unnamed": Source}
    if kind in plain:
        return plain[kind](**names)  # type: ignore[return-value]
    return Organization(kind=ActorKind(kind), **names)
