"""Records after a correction, in formats that draw them as events."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import attrs

from malicoup.formats._bench import Bench
from malicoup.formats._reading import FoundRecord
from malicoup.formats._recast import renamed
from malicoup.formats._roles import LISTS, MANY, ROLES, actors_in, trigger
from malicoup.model import Record


def correct_records(bench: Bench, gone: Collection[str]) -> dict[str, tuple[Any, ...]]:
    """The three lists of records after the correction; *gone* are ids of claims."""
    lists = {name: tuple(_corrected(bench, getattr(bench.article, name))) for name in LISTS}
    known = {record.id for name in LISTS for record in getattr(bench.article, name)}
    for found in bench.reading.records or ():
        if found.id not in known:
            bench.remarks.append(f"new {found.kind} {found.key} is not read: records need values")
    return {
        name: tuple(_without(record, gone) for record in records) for name, records in lists.items()
    }


def _corrected(bench: Bench, records: tuple[Record, ...]) -> Iterator[Record]:
    found = {record.id: record for record in bench.reading.records or () if record.id}
    for record in records:
        after = renamed(record, bench.cast.merged)
        shown = bench.reading.records is not None and trigger(bench.article, record) is not None
        if not shown:
            yield after
        elif record.id in found:
            yield _with_roles(bench, record, after, found[record.id])


def _with_roles(bench: Bench, record: Record, after: Record, found: FoundRecord) -> Record:
    """*after* with the roles that were drawn anew."""
    place = trigger(bench.article, record)
    updates: dict[str, Any] = {
        name: value for name, value in found.values.items() if getattr(record, name, value) != value
    }
    for field in ROLES[type(record)]:
        now = [bench.actor_of(key) for key in found.roles.get(field, ())]
        before: list[str] = []
        hidden: list[str] = []
        for actor in actors_in(record, field):
            link = None if place is None else bench.links.near(actor, place)
            drawn = link is not None and bench.key("mentions", link.id) is not None
            (before if drawn else hidden).append(actor)
        was = [bench.actor_now(actor) for actor in before]
        if sorted(map(str, now)) == sorted(map(str, was)):
            continue
        kept = [bench.actor_now(actor) for actor in hidden]
        ids = tuple(dict.fromkeys(actor for actor in (*now, *kept) if actor is not None))
        updates[field] = ids if field in MANY else (ids[0] if ids else None)
    return attrs.evolve(after, rule="manual", **updates) if updates else after


def _without(record: Record, gone: Collection[str]) -> Record:
    """*record* whose evidence names no claim that is gone; the words of fields stay."""
    if not any(item.claim in gone for item in record.evidence):
        return record
    evidence = [
        attrs.evolve(item, claim=None) if item.claim in gone else item for item in record.evidence
    ]
    kept = tuple(item for item in evidence if item.claim is not None or item.fields)
    return attrs.evolve(record, evidence=kept)
