"""An article as lines of a brat ``.ann`` file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from malicoup.formats._export import DANGLING, Loss, plain, split_span
from malicoup.formats._identify import covered
from malicoup.formats._links import DROPPED, NO_WORDS, Links, has_words
from malicoup.formats._roles import LISTS, ROLES, actors_in, role_name, trigger
from malicoup.formats.brat._types import (
    ATTRIBUTES,
    CLAIM,
    COREF,
    CUE,
    DATE,
    HEDGE,
    KINDS,
    NOTE,
    QUANTITY,
    QUOTE,
    QUOTED,
)
from malicoup.model import ActorKind, ArmsDeal, Article, Claim, Coup, Cue, Quote, Record, Span
from malicoup.model.record import Measure

#: What ``str.splitlines`` takes for the end of a line, and the tab that parts columns.
_NOT_WRITTEN = "\t\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_SPACES = str.maketrans(dict.fromkeys(_NOT_WRITTEN, " "))


def plain_text(text: str) -> str:
    """*text* with a space for each character that would break brat's lines; as long as it was."""
    return text.translate(_SPACES)


def text_losses(text: str) -> list[Loss]:
    """The characters that ``plain_text`` replaces."""
    found = sorted({c for c in text if c in _NOT_WRITTEN})
    if not found:
        return []
    codes = [f"U+{ord(c):04X}" for c in found]
    return [Loss(path="$.text", value=codes, reason="brat breaks lines here: written as spaces")]


class AnnWriter:
    """Collects the lines, then numbers them."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.links = Links(article)
        self.text = plain_text(article.text)
        self.losses: list[Loss] = []
        # Key -> place, type; keys also sort what stands at one place.
        self._spans: dict[tuple[Any, ...], tuple[Span, str]] = {}
        self._notes: list[tuple[tuple[Any, ...], dict[str, Any]]] = []
        self._attributes: list[tuple[tuple[Any, ...], str, str]] = []
        self._relations: list[tuple[str, tuple[Any, ...], tuple[Any, ...]]] = []
        # Event, its trigger, the record.
        self._events: list[tuple[tuple[Any, ...], tuple[Any, ...], Record]] = []
        self._mentions()
        self._quotes()
        self._claims()
        self._values()
        self._records()

    # --- Collecting ------------------------------

    def _span(self, key: tuple[Any, ...], span: Span, type: str) -> bool:
        self._spans[key] = (span, type)
        return True

    def _attribute(self, key: tuple[Any, ...], name: str, value: str | None) -> None:
        if value is not None:
            self._attributes.append((key, name, value))

    def _lose(self, path: str, item: Any, reason: str = DROPPED) -> None:
        self.losses.append(Loss(path=path, value=plain(item), reason=reason))

    def _mentions(self) -> None:
        seen: set[str] = set()
        for i, mention in enumerate(self.article.mentions):
            actor = self.links.index.actor(mention.actor)
            if not has_words(self.article, mention.span):
                self._lose(f"$.mentions[{i}]", mention)
                continue
            if actor is None:
                self._lose(f"$.mentions[{i}].actor", mention.actor, DANGLING)
            kind = ActorKind.UNNAMED if actor is None else actor.kind
            key = (0, "mention", mention.id)
            self._span(key, mention.span, KINDS[kind])
            self._attribute(key, "Form", mention.form)
            note = plain(mention)
            if actor is not None and actor.id not in seen:
                note["actor"] = plain(actor)
                seen.add(actor.id)
            self._note(key, note, "span", "form")
        for i, actor in enumerate(self.article.actors):
            if actor.id not in seen:
                self._lose(f"$.actors[{i}]", actor, NO_WORDS)

    def _quotes(self) -> None:
        for i, quote in enumerate(self.article.quotes):
            path, key = f"$.quotes[{i}]", (1, "quote", quote.id)
            if not has_words(self.article, quote.span):
                self._lose(path, quote)
                continue
            self._span(key, quote.span, QUOTE)
            self._attribute(key, "Style", quote.style)
            self._note(key, plain(quote), "span", "style", "cue", "quoted")
            if quote.cue is not None:
                self._cue(quote.cue, key, f"{path}.cue")
            self._parts(quote, key, path)
            for name, link in (
                ("Source", self.links.speaker(quote)),
                ("Addressee", self.links.addressee(quote)),
            ):
                if link is not None:
                    self._relations.append((name, key, (0, "mention", link.id)))

    def _cue(self, cue: Cue, quote: tuple[Any, ...], path: str) -> None:
        if not has_words(self.article, cue.span):
            self._lose(path, cue)
            return
        key = (2, "cue", cue.lemma, str(cue.stance), cue.span)
        if key not in self._spans:  # several quotes may share a cue
            self._span(key, cue.span, CUE)
            self._attribute(key, "Stance", cue.stance)
            self._note(key, {"lemma": cue.lemma})
        self._relations.append(("Cue", quote, key))

    def _parts(self, quote: Quote, quote_key: tuple[Any, ...], path: str) -> None:
        if quote.quoted == (quote.span,):
            return  # the whole quote, which needs no mark of its own
        for n, part in enumerate(quote.quoted):
            key = (3, "part", quote.id, n)
            if has_words(self.article, part):
                self._span(key, part, QUOTED)
                self._relations.append(("Part", quote_key, key))
            else:
                self._lose(f"{path}.quoted[{n}]", part)

    def _claims(self) -> None:
        for i, claim in enumerate(self.article.claims):
            path, key = f"$.claims[{i}]", (4, "claim", claim.id)
            if not has_words(self.article, claim.span):
                self._lose(path, claim)
                continue
            self._span(key, claim.span, CLAIM)
            self._attribute(key, "Certainty", claim.certainty)
            self._attribute(key, "Polarity", claim.polarity)
            self._attribute(key, "Realis", claim.realis)
            self._note(key, plain(claim), "span", "certainty", "polarity", "realis", "hedges")
            if (1, "quote", claim.quote) in self._spans:
                self._relations.append(("Said", key, (1, "quote", claim.quote)))
            self._hedges(claim, key, path)

    def _hedges(self, claim: Claim, claim_key: tuple[Any, ...], path: str) -> None:
        for n, hedge in enumerate(claim.hedges):
            key = (5, "hedge", hedge)
            if has_words(self.article, hedge):
                self._span(key, hedge, HEDGE)
                self._relations.append(("Hedges", claim_key, key))
            else:
                self._lose(f"{path}.hedges[{n}]", hedge)

    def _values(self) -> None:
        for rank, name, sort in ((6, "dates", DATE), (7, "quantities", QUANTITY)):
            for i, item in enumerate(getattr(self.article, name)):
                if has_words(self.article, item.span):
                    self._span((rank, name, i), item.span, sort)
                    self._note((rank, name, i), plain(item), "span")
                else:
                    self._lose(f"$.{name}[{i}]", item)

    def _records(self) -> None:
        for name in LISTS:
            for i, record in enumerate(getattr(self.article, name)):
                place = trigger(self.article, record)
                if place is None:
                    self._lose(f"$.{name}[{i}]", record, "has no words as evidence to draw it on")
                    continue
                # brat wants one trigger for events of a type on the same words.
                sort = type(record).__name__
                shared = (8, "trigger", sort, place)
                self._span(shared, place, sort)
                self._events.append(((9, "record", record.id), shared, record))

    def _note(self, key: tuple[Any, ...], note: dict[str, Any], *shown: str) -> None:
        rest = {name: value for name, value in note.items() if name not in shown}
        if rest:
            self._notes.append((key, rest))

    # --- Writing ------------------------------

    def lines(self) -> Iterable[str]:
        """The lines of the file."""
        order = sorted(self._spans, key=lambda key: (self._spans[key][0], key[0], str(key)))
        names = {key: f"T{n}" for n, key in enumerate(order, start=1)}
        yield from (self._text_bound(names[key], *self._spans[key]) for key in order)
        events = {key: f"E{n}" for n, (key, _, _) in enumerate(self._events, start=1)}
        for key, shared, record in self._events:
            head = f"{events[key]}\t{self._spans[shared][1]}:{names[shared]}"
            yield " ".join([head, *self._roles(record, shared, names)])
        for n, (name, a, b) in enumerate(self._relations, start=1):
            yield f"R{n}\t{name} Arg1:{names[a]} Arg2:{names[b]}"
        yield from self._corefs(names)
        yield from self._written_attributes(names, events)
        yield from self._written_notes({**names, **events})

    def places(self, type: str) -> list[Span]:
        """Where annotations of one type stand, as brat gives them back."""
        return [covered(self.text, span) for span, name in self._spans.values() if name == type]

    def _text_bound(self, name: str, span: Span, type: str) -> str:
        pieces = split_span(self.text, span)
        places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        words = " ".join(self.text[piece.start : piece.end] for piece in pieces)
        return f"{name}\t{type} {places}\t{words}"

    def _roles(
        self, record: Record, shared: tuple[Any, ...], names: dict[tuple[Any, ...], str]
    ) -> Iterable[str]:
        place, _ = self._spans[shared]
        for field in ROLES[type(record)]:
            links = [self.links.near(actor, place) for actor in actors_in(record, field)]
            drawn = [names[0, "mention", link.id] for link in links if link is not None]
            for n, target in enumerate(drawn, start=1):
                yield f"{role_name(field)}{n if n > 1 else ''}:{target}"

    def _corefs(self, names: dict[tuple[Any, ...], str]) -> Iterable[str]:
        groups: dict[str, list[str]] = {}
        for mention in sorted(self.article.mentions, key=lambda m: (m.span, m.id)):
            if (name := names.get((0, "mention", mention.id))) is not None:
                groups.setdefault(mention.actor, []).append(name)
        yield from (f"*\t{COREF} {' '.join(group)}" for group in groups.values() if len(group) > 1)

    def _written_attributes(
        self, names: dict[tuple[Any, ...], str], events: dict[tuple[Any, ...], str]
    ) -> Iterable[str]:
        lines = [(name, names[key], value) for key, name, value in self._attributes]
        for key, _, record in self._events:
            lines += [(name, events[key], value) for name, value in _event_attributes(record)]
        for n, (name, target, value) in enumerate(lines, start=1):
            assert name in ATTRIBUTES
            yield f"A{n}\t{name} {target} {value}"

    def _written_notes(self, names: dict[tuple[Any, ...], str]) -> Iterable[str]:
        records = [(key, plain(record)) for key, _, record in self._events]
        for n, (key, note) in enumerate([*self._notes, *records], start=1):
            text = json.dumps(note, ensure_ascii=False)
            for character in _NOT_WRITTEN:
                text = text.replace(character, f"\\u{ord(character):04x}")
            yield f"#{n}\t{NOTE} {names[key]}\t{text}"


def _event_attributes(record: Record) -> Iterable[tuple[str, str]]:
    yield "Standing", record.certainty
    if isinstance(record, ArmsDeal) and record.status is not None:
        yield "DealStatus", record.status
    if isinstance(record, Coup):
        yield "Outcome", record.outcome
    if isinstance(record, Measure):
        yield "MeasureStatus", record.status
