"""FollowTheMoney (model of 4.11): entities as JSON lines, and statements as CSV.

A folder of two files. ``entities.ftm.json`` is what Aleph and ``ftm`` read;
``statements.csv`` says the same a value a row, with the language of each value and the words
as they stood before FollowTheMoney's cleaning. No package is needed: the few schemata in use
are written out in ``_entity``, and a test with the real library holds both equal.

FollowTheMoney knows no offsets, no quotes and no claims; quotes and claims become ``Note``s,
and a claim's polarity stands in words before its text. What the report denies (records with
``certainty="denied"``) is left out, since an entity can only affirm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from malicoup.errors import EncodeError
from malicoup.extension import record_types
from malicoup.formats import _export
from malicoup.formats._export import Export, Loss
from malicoup.formats._options import plain_name
from malicoup.formats.ftm import _actors, _records
from malicoup.formats.ftm._entity import Entity
from malicoup.formats.ftm._rules import RULES
from malicoup.formats.ftm._statements import statements_csv
from malicoup.formats.ftm._writer import Writer
from malicoup.model import Article

__all__ = ["ENTITIES", "EXTRA", "STATEMENTS", "SUFFIX", "TEXT", "dump_many", "dumps"]

EXTRA: str | None = None
SUFFIX = ""
TEXT = True

ENTITIES, STATEMENTS = "entities.ftm.json", "statements.csv"

_WRITERS: dict[str, Callable[[Writer, Any, str], None]] = {
    "actors": _actors.write_actor,
    "mentions": _actors.write_mention,
    "quotes": _actors.write_quote,
    "claims": _actors.write_claim,
    "arms_deals": _records.write_deal,
    "events": _records.write_event,
    "statistics": _records.write_statistic,
}


def dumps(article: Article, *, dataset: str = "malicoup") -> Export:
    """Write *article* as FollowTheMoney entities and statements.

    Args:
        article: What to write.
        dataset: Name of the data set that the statements belong to.

    Raises:
        EncodeError: If a span ends past the text, an id stands twice, or a text holds a lone
            surrogate.
    """
    writer = _write(article)
    return Export(files=_files(writer.entities, dataset), losses=_losses(writer))


def dump_many(articles: Iterable[Article], *, dataset: str = "malicoup") -> Export:
    """Write several articles into one pair of files.

    Raises:
        EncodeError: As ``dumps``; also if two articles have the same text, since ids of
            entities are made from its fingerprint.
    """
    entities: list[Entity] = []
    lost: list[Loss] = []
    keys: set[str] = set()
    for number, article in enumerate(articles):
        writer = _write(article)
        if writer.key in keys:
            raise EncodeError(f"an article with this text was written before @ $[{number}].text")
        keys.add(writer.key)
        entities += writer.entities
        lost += _export.renumbered(_losses(writer), number)
    return Export(files=_files(entities, dataset), losses=tuple(lost))


def _write(article: Article) -> Writer:
    _export.check(article)
    writer = Writer(article)
    _actors.write_article(writer)
    for name, write in _WRITERS.items():
        for i, item in enumerate(getattr(article, name)):
            write(writer, item, f"$.{name}[{i}]")
    return writer


def _losses(writer: Writer) -> tuple[Loss, ...]:
    added = {f"events.{t.cls.__name__}.{name}": None for t in record_types() for name in t.actors}
    common = _export.losses(writer.article, {**RULES, **added}, skip=writer.skip)
    return _export.in_order([*writer.lost, *common], writer.article)


def _files(entities: list[Entity], dataset: str) -> dict[str, bytes]:
    dataset = plain_name("dataset", dataset)
    lines = b"".join(_export.json_bytes(entity.document()) for entity in entities)
    return {ENTITIES: lines, STATEMENTS: statements_csv(entities, dataset)}
