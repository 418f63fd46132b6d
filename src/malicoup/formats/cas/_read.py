"""What a corrected CAS says, in the terms that corrections are made in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from malicoup.errors import DecodeError
from malicoup.formats._reading import FoundClaim, FoundCue, FoundMention, FoundQuote, Reading
from malicoup.formats.cas._build import Builder
from malicoup.formats.cas._graph import Graph, Node, from_json, from_xmi, xml_text
from malicoup.formats.cas._types import (
    CLAIM,
    CUE,
    DATE,
    ENTITY,
    HEDGE,
    LAYERS,
    QUANTITY,
    QUOTE,
    QUOTED,
    SENTENCE,
    TOKEN,
)
from malicoup.model import (
    ActorKind,
    Article,
    Certainty,
    MentionForm,
    Polarity,
    QuoteStyle,
    Realis,
    Span,
    Stance,
)

_MARKS = frozenset(LAYERS) - {SENTENCE, TOKEN}
_E = TypeVar("_E", bound=StrEnum)


def read(files: Mapping[str, bytes], article: Article) -> Reading:
    """Read the one XMI or JSON file among *files*.

    Where both were exported and one of them corrected, the corrected one is read.

    Raises:
        DecodeError: If there is none, or two that disagree, or it is not of this text.
    """
    graphs: dict[str, Graph] = {}
    for name, data in files.items():
        if name.endswith((".xmi", ".json")):
            graph = from_xmi(data, name) if name.endswith(".xmi") else from_json(data, name)
            if graph.text != xml_text(article.text):
                raise DecodeError([f"is not the text of the article @ {name}"])
            graphs[name] = graph
    readings = {name: _Reader(graph, article).reading() for name, graph in graphs.items()}
    if len(readings) > 1:
        exported = _Reader(Builder(article).graph, article).reading()
        changed = {name: found for name, found in readings.items() if found != exported}
        readings = changed or {"unchanged": exported}
    if len(readings) != 1:
        names = ", ".join(readings) or "no .xmi or .json file"
        raise DecodeError([f"one corrected file is needed: {names} @ $"])
    return next(iter(readings.values()))


class _Reader:
    def __init__(self, graph: Graph, article: Article) -> None:
        self.graph = graph
        self.article = article
        self.remarks: list[str] = []
        # Tools renumber; keys are places in the text, so that equal files read equal.
        marks = [node for node in graph.nodes.values() if node.type in _MARKS]
        self._ordered = sorted(marks, key=_order)
        numbered = enumerate(self._ordered, start=1)
        self._keys = {node.id: f"{node.type.rpartition('.')[2]} {n}" for n, node in numbered}

    def reading(self) -> Reading:
        """Everything found, and what could not be used."""
        quotes, claims = tuple(self._quotes()), tuple(self._claims())
        mentions = tuple(self._mentions())
        self._remark_on_values()
        return Reading(
            tool="cas",
            mentions=mentions,
            quotes=quotes,
            claims=claims,
            remarks=tuple(self.remarks),
        )

    # --- Helpers ------------------------------

    def _of(self, type: str) -> Iterator[tuple[str, Span, Node]]:
        for node in self._ordered:
            if node.type != type or node.span is None:
                continue
            if self.article.slice(node.span).strip():
                yield self._keys[node.id], node.span, node
            else:
                self.remarks.append(f"{self._keys[node.id]} has no words: not read")

    def _value(self, node: Node, name: str, vocabulary: type[_E]) -> _E | None:
        value = node.text.get(name) or None
        if value is None:
            return None
        try:
            return vocabulary(value)
        except ValueError:
            self.remarks.append(f"{self._keys[node.id]} has an unknown {name}: {value!r}")
            return None

    def _ends(self, node: Node, name: str, type: str) -> list[Node]:
        links = [self.graph.nodes.get(number) for number in node.refs.get(name, ())]
        numbers = [n for link in links if link is not None for n in link.refs.get("target", ())]
        ends = [self.graph.nodes.get(number) for number in numbers]
        return [end for end in ends if end is not None and end.type == type and end.span]

    def _end(self, node: Node, name: str, type: str) -> Node | None:
        ends = self._ends(node, name, type)
        if len(ends) > 1:
            self.remarks.append(
                f"{self._keys[node.id]} has {len(ends)} links {name}: the first is used"
            )
        return ends[0] if ends else None

    def _key(self, node: Node | None) -> str | None:
        return None if node is None else self._keys[node.id]

    def _places(self, nodes: list[Node]) -> tuple[Span, ...]:
        return tuple(sorted(node.span for node in nodes if node.span is not None))

    # --- Findings ------------------------------

    def _mentions(self) -> Iterator[FoundMention]:
        for key, span, node in self._of(ENTITY):
            yield FoundMention(
                key=key,
                id=node.text.get("mention") or None,
                span=span,
                kind=self._value(node, "value", ActorKind),
                actor=node.text.get("identifier") or None,
                form=self._value(node, "form", MentionForm),
            )

    def _quotes(self) -> Iterator[FoundQuote]:
        for key, span, node in self._of(QUOTE):
            cue = self._end(node, "cue", CUE)
            yield FoundQuote(
                key=key,
                id=node.text.get("identifier") or None,
                span=span,
                style=self._value(node, "style", QuoteStyle),
                cue=None if cue is None or cue.span is None else self._cue(cue, cue.span),
                speaker=self._key(self._end(node, "speaker", ENTITY)),
                addressee=self._key(self._end(node, "addressee", ENTITY)),
                quoted=self._places(self._ends(node, "parts", QUOTED)),
            )

    def _cue(self, node: Node, span: Span) -> FoundCue:
        lemma = node.text.get("lemma", "").strip() or None
        return FoundCue(span=span, lemma=lemma, stance=self._value(node, "stance", Stance))

    def _claims(self) -> Iterator[FoundClaim]:
        for key, span, node in self._of(CLAIM):
            yield FoundClaim(
                key=key,
                id=node.text.get("identifier") or None,
                span=span,
                certainty=self._value(node, "certainty", Certainty),
                polarity=self._value(node, "polarity", Polarity),
                realis=self._value(node, "realis", Realis),
                hedges=self._places(self._ends(node, "hedges", HEDGE)),
                quote=self._key(self._end(node, "quote", QUOTE)),
            )

    def _remark_on_values(self) -> None:
        """Dates and quantities are shown, but not read back."""
        before = Builder(self.article).graph.nodes.values()
        for sort, name in ((DATE, "dates"), (QUANTITY, "quantities")):
            was = sorted((n.span, sorted(n.text.items())) for n in before if n.type == sort)
            now = sorted((span, sorted(node.text.items())) for _, span, node in self._of(sort))
            if was != now:
                self.remarks.append(f"{name} were changed, but are not read back")


def _order(node: Node) -> tuple[object, ...]:
    place = (-1, -1) if node.span is None else (node.span.start, node.span.end)
    return (*place, node.type, sorted(node.text.items()), node.id)
