"""Statements: a row per value, with its language and with the words as they were given."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator

from malicoup.formats._export import encode
from malicoup.formats.ftm._entity import Entity, Value, type_of

COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin",
    "lang", "original_value", "external", "first_seen", "last_seen", "id",
)  # fmt: skip


def statements_csv(entities: Iterable[Entity], dataset: str) -> bytes:
    """The file that ``ftm aggregate-statements -f csv`` reads."""
    file = io.StringIO()
    writer = csv.writer(file, dialect=csv.unix_dialect)
    writer.writerow(COLUMNS)
    for entity in entities:
        writer.writerows(_rows(entity, dataset))
    return encode(file.getvalue())


def _rows(entity: Entity, dataset: str) -> Iterator[tuple[str, ...]]:
    yield _row(entity, "id", "id", Value(entity.id, entity.id, None), dataset)
    for prop, values in entity.properties.items():
        for value in values:
            yield _row(entity, prop, type_of(entity.schema, prop), value, dataset)


def _row(entity: Entity, prop: str, type: str, value: Value, dataset: str) -> tuple[str, ...]:
    """The cells of a row, in the order of ``COLUMNS``."""
    original = "" if value.original == value.value else value.original
    key = _statement_id(entity, prop, value, dataset)
    subject = (entity.id, entity.id, prop, type, entity.schema)
    return (*subject, value.value, dataset, "", value.lang or "", original, "f", "", "", key)


def _statement_id(entity: Entity, prop: str, value: Value, dataset: str) -> str:
    key = f"{dataset}.{entity.id}.{prop}.{value.value}"
    if value.lang is not None:
        key = f"{key}@{value.lang}"
    return hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()
