"""Flat tables of articles, for programs that know rows and columns only.

A table is a list of columns with their types, and a function that makes rows. All tables have
the column ``article``, the first digits of the fingerprint of its text; ids tie the rows of
one article together. Offsets count code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import attrs

from malicoup.extension import RecordType, record_types
from malicoup.formats import _export
from malicoup.formats._export import Index
from malicoup.model import (
    ArmsDeal,
    Article,
    Event,
    Quantity,
    Record,
    Span,
    edtf_bounds,
)

Row = dict[str, Any]


def _columns(words: str) -> dict[str, type]:
    """Columns from their names; ``name:type`` where it is not text."""
    types: dict[str, type] = {"int": int, "number": Decimal, "bool": bool, "date": date}
    pairs = (word.partition(":") for word in words.split())
    return {name: types.get(kind, str) for name, _, kind in pairs}


_SPAN = "span_start:int span_end:int words"
_DATE = "date date_first:date date_last:date"
_MANY = "_min:number {0}_max:number {0}_approximate:bool {0}_unit"

#: Name of each table -> column -> type. A number is exact in CSV and a double in Parquet.
TABLES: Mapping[str, Mapping[str, type]] = {
    "actors": _columns(
        "article id name kind country aliases rank title roles affiliation affiliation_name gender"
    ),
    "mentions": _columns(f"article id {_SPAN} actor actor_name actor_kind actor_country form rule"),
    "quotes": _columns(
        f"article id {_SPAN} style cue_start:int cue_end:int cue cue_lemma cue_stance speaker "
        "speaker_name speaker_kind mention addressee addressee_name quoted confidence rule "
        "speaker_confidence speaker_rule"
    ),
    "claims": _columns(
        f"article id {_SPAN} holder holder_name holders holder_names certainty polarity realis "
        "hedges quote rule"
    ),
    "arms_deals": _columns(
        "article id supplier supplier_name supplier_country recipient recipient_name "
        "recipient_country designation description category "
        f"ordered{_MANY.format('ordered')} {_DATE} amount:number currency status condition "
        "source source_name certainty claims rule"
    ),
    "deliveries": _columns(
        f"article deal number:int quantity{_MANY.format('quantity')} {_DATE} condition"
    ),
    "events": _columns(
        f"article id kind {_DATE} source source_name certainty country place sender sender_name "
        "target target_name measure status outcome ousted ousted_name leaders leader_names "
        "alleged_leaders alleged_leader_names trainees trainee_names provider provider_name "
        "institution institution_name duration "
        f"number_trained{_MANY.format('number_trained')} subject joint_exercise:bool claims rule"
    ),
    "statistics": _columns(
        f"article id value{_MANY.format('value')} measure subject subject_name scope excludes "
        "period period_first:date period_last:date source source_name certainty claims rule"
    ),
}


def own_columns(added: RecordType) -> dict[str, type]:
    """Columns of the table of a record type that another package adds."""
    attrs.resolve_types(added.cls)
    names = ["article", "id"]
    for a in added.own_fields:
        if a.name in added.actors:
            names += [a.name, f"{a.name}_names" if a.name in added.many else f"{a.name}_name"]
        elif Quantity in (a.type, *get_args(a.type)):
            names.append(a.name + _MANY.format(a.name))
        else:
            names.append(f"{a.name}:{_PLAIN.get(a.type, 'text')}")
    return _columns(" ".join([*names, _DATE, "source source_name certainty claims rule"]))


_PLAIN: Mapping[Any, str] = {int: "int", bool: "bool", Decimal: "number"}
#: The tables of record types that other packages add, by their kind.
ADDED = {added.kind: added for added in record_types()}
TABLES = {**TABLES, **{kind: own_columns(added) for kind, added in ADDED.items()}}

#: Stands between the parts of a cell that holds several.
AND = "; "


def article_keys(articles: Iterable[Article]) -> Iterator[tuple[str, Article]]:
    """Articles with their keys; a text that comes again gets a number behind its key."""
    seen: dict[str, int] = {}
    for article in articles:
        key = article.text_sha256[:16]
        seen[key] = seen.get(key, 0) + 1
        yield (key if seen[key] == 1 else f"{key}-{seen[key]}"), article


def tables(articles: Iterable[tuple[str, Article]]) -> dict[str, list[Row]]:
    """The rows of every table; each row has every column, None where it says nothing."""
    result: dict[str, list[Row]] = {name: [] for name in TABLES}
    for key, article in articles:
        maker = _Rows(article)
        for name, columns in TABLES.items():
            made = maker.added(ADDED[name]) if name in ADDED else getattr(maker, name)()
            for row in made:
                full = dict.fromkeys(columns) | {"article": key} | row
                assert len(full) == len(columns), set(full) - set(columns)
                result[name].append(full)
    return result


class _Rows:
    def __init__(self, article: Article) -> None:
        self.article = article
        self.index = Index(article)

    def actors(self) -> Iterator[Row]:
        for actor in self.article.actors:
            row = {
                name: getattr(actor, name, None)
                for name in ("id", "name", "country", "rank", "title", "affiliation", "gender")
            }
            yield row | {
                "kind": actor.kind,
                "aliases": _join(actor.aliases),
                "roles": _join(getattr(actor, "roles", ())),
                "affiliation_name": self.index.name(getattr(actor, "affiliation", None)),
            }

    def mentions(self) -> Iterator[Row]:
        for mention in self.article.mentions:
            actor = self.index.actor(mention.actor)
            named = {} if actor is None else {
                "actor_name": actor.name,
                "actor_kind": actor.kind,
                "actor_country": actor.country,
            }  # fmt: skip
            row = {"id": mention.id, "actor": mention.actor, "form": mention.form}
            yield row | self._span(mention.span) | named | {"rule": mention.rule}

    def quotes(self) -> Iterator[Row]:
        plain = ("id", "style", "mention", "confidence", "rule", "speaker_confidence")
        for quote in self.article.quotes:
            row = {name: getattr(quote, name) for name in (*plain, "speaker_rule")}
            if quote.cue is not None:
                row |= {
                    "cue_start": quote.cue.span.start,
                    "cue_end": quote.cue.span.end,
                    "cue": self.article.slice(quote.cue.span),
                    "cue_lemma": quote.cue.lemma,
                    "cue_stance": quote.cue.stance,
                }
            speaker = self.index.actor(quote.speaker)
            yield row | self._span(quote.span) | {
                "speaker": quote.speaker,
                "speaker_name": None if speaker is None else speaker.name,
                "speaker_kind": None if speaker is None else speaker.kind,
                "addressee": quote.addressee,
                "addressee_name": self.index.name(quote.addressee),
                "quoted": _join(f"{span.start}-{span.end}" for span in quote.quoted),
            }  # fmt: skip

    def claims(self) -> Iterator[Row]:
        plain = ("id", "certainty", "polarity", "realis", "quote", "rule")
        for claim in self.article.claims:
            row = {name: getattr(claim, name) for name in plain}
            names = [self.index.name(holder) or holder or "?" for holder in claim.holders]
            yield row | self._span(claim.span) | {
                "holder": claim.holders[-1] if claim.holders else None,
                "holder_name": self.index.name(claim.holders[-1]) if claim.holders else None,
                "holders": _join(holder or "?" for holder in claim.holders),
                "holder_names": _join(names),
                "hedges": _join(map(self.article.slice, claim.hedges)),
            }  # fmt: skip

    def arms_deals(self) -> Iterator[Row]:
        for deal in self.article.arms_deals:
            row = self._record(deal)
            for party, who in (("supplier", deal.supplier), ("recipient", deal.recipient)):
                actor = self.index.actor(who)
                row[f"{party}_country"] = None if actor is None else actor.country
                row |= self._actor(party, who)
            row |= {
                "designation": deal.weapon.designation,
                "description": deal.weapon.description,
                "category": deal.weapon.category,
                "status": deal.status,
                "condition": deal.condition,
            }
            if deal.value is not None:
                row |= {"amount": deal.value.amount, "currency": deal.value.currency}
            yield (
                row
                | _quantity("ordered", deal.ordered)
                | _dates("date", deal.order_date)
                | self._actor("source", deal.source)
            )

    def deliveries(self) -> Iterator[Row]:
        for deal in self.article.arms_deals:
            yield from self._deliveries(deal)

    def _deliveries(self, deal: ArmsDeal) -> Iterator[Row]:
        for number, delivery in enumerate(deal.deliveries, start=1):
            row = {"deal": deal.id, "number": number, "condition": delivery.condition}
            yield row | _quantity("quantity", delivery.quantity) | _dates("date", delivery.date)

    def events(self) -> Iterator[Row]:
        for event in self.article.events:
            yield (
                self._record(event)
                | {"kind": str(event.kind)}
                | self._event(event)
                | _quantity("number_trained", getattr(event, "number_trained", None))
                | _dates("date", event.date)
                | self._actor("source", event.source)
            )

    def _event(self, event: Event) -> Row:
        plain = ("country", "place", "measure", "status", "outcome", "duration", "subject")
        row = {name: getattr(event, name, None) for name in (*plain, "joint_exercise")}
        for party in ("sender", "target", "ousted", "provider", "institution"):
            row |= self._actor(party, getattr(event, party, None))
        for parties in ("leaders", "alleged_leaders", "trainees"):
            ids = getattr(event, parties, ())
            row[parties] = _join(ids)
            row[f"{parties[:-1]}_names"] = _join(self.index.name(one) or one for one in ids)
        return row

    def statistics(self) -> Iterator[Row]:
        for statistic in self.article.statistics:
            yield (
                self._record(statistic)
                | {
                    "measure": statistic.measure,
                    "scope": statistic.scope,
                    "excludes": _join(statistic.excludes),
                }
                | _quantity("value", statistic.value)
                | _dates("period", statistic.period)
                | self._actor("subject", statistic.subject)
                | self._actor("source", statistic.source)
            )

    def added(self, kind: RecordType) -> Iterator[Row]:
        for event in self.article.events:
            if type(event) is not kind.cls:
                continue
            row = self._record(event) | _dates("date", event.date)
            row |= self._actor("source", event.source)
            for a in kind.own_fields:
                row |= self._value(kind, a.name, getattr(event, a.name))
            yield row

    def _value(self, kind: RecordType, name: str, value: Any) -> Row:
        if name in kind.many:
            names = _join(self.index.name(one) or one for one in value)
            return {name: _join(value), f"{name}_names": names}
        if name in kind.actors:
            return self._actor(name, value)
        if isinstance(value, Quantity):
            return _quantity(name, value)
        if isinstance(value, tuple):
            return {name: _join(map(str, value))}
        plain = value is None or isinstance(value, bool | int | Decimal)
        return {} if value is None else {name: value if plain else str(value)}

    def _record(self, record: Record) -> Row:
        claims = [evidence.claim for evidence in record.evidence if evidence.claim is not None]
        return {
            "id": record.id,
            "certainty": record.certainty,
            "claims": _join(claims),
            "rule": record.rule,
        }

    def _span(self, span: Span) -> Row:
        words = _export.words(self.article, span)
        return {"span_start": span.start, "span_end": span.end, "words": words}

    def _actor(self, name: str, id: str | None) -> Row:
        return {name: id, f"{name}_name": self.index.name(id)}


def _join(parts: Iterable[str]) -> str | None:
    return AND.join(parts) or None


def _quantity(name: str, quantity: Quantity | None) -> Row:
    if quantity is None:
        return {}
    return {
        f"{name}_min": quantity.minimum,
        f"{name}_max": quantity.maximum,
        f"{name}_approximate": quantity.approximate,
        f"{name}_unit": quantity.unit,
    }


def _dates(name: str, edtf: str | None) -> Row:
    if edtf is None:
        return {}
    first, last = edtf_bounds(edtf)
    return {name: edtf, f"{name}_first": first, f"{name}_last": last}
