"""PLOVER 2.0 (draft manual): events as JSON lines, a record a line.

PLOVER knows no degrees of certainty: denied and merely planned, foiled or alleged coups are
left out, what is alleged keeps it in an own field. A record needs a day. The first day an EDTF
date can mean stands in ``date`` and feigns a precision the report does not have; ``malicoup``,
an own field, keeps the EDTF text, says where the day comes from (``event`` or
``publication``) and gives the parties' CAMEO-style codes. ``event_text`` holds words of the
outlet: mind its rights, or leave them out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib import resources
from typing import Any

from malicoup.formats import _export
from malicoup.formats._export import Export, Loss
from malicoup.formats._options import truth
from malicoup.formats.plover._actors import actor_code
from malicoup.formats.plover._codes import EventCode, codes
from malicoup.formats.plover._coding import Coded, code_deal, code_event, code_quote
from malicoup.formats.plover._record import Records
from malicoup.formats.plover._rules import RULES
from malicoup.model import Article

__all__ = [
    "EXTRA",
    "SUFFIX",
    "TEXT",
    "EventCode",
    "actor_code",
    "codes",
    "dump_many",
    "dumps",
    "schema",
]

EXTRA: str | None = None
SUFFIX = ".jsonl"
TEXT = True

_SCHEMA_FILE = "plover-2.0.schema.json"


def schema() -> dict[str, Any]:
    """JSON Schema of a record, written for malicoup from the lists of the manual."""
    file = resources.files("malicoup.formats") / "schemas" / _SCHEMA_FILE
    loaded: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return loaded


def dumps(article: Article, *, event_text: bool = True) -> Export:
    """Write the events of *article* as PLOVER records.

    Args:
        article: What to write.
        event_text: Whether records hold words of the report.

    Raises:
        EncodeError: If a span ends past the text, an id stands twice, or a text holds a lone
            surrogate, or *event_text* is not a truth value.
    """
    truth("event_text", event_text)
    _export.check(article)
    records = Records(article, event_text=event_text)
    for path, item, coded in _coded(article):
        if isinstance(coded, Coded):
            records.add(path, item, coded)
        else:
            records.lose(path, item, coded)
    records.lose_unnamed()
    lines = b"".join(map(_export.json_bytes, records.documents))
    return Export(files={SUFFIX: lines}, losses=_losses(records))


def dump_many(articles: Iterable[Article], *, event_text: bool = True) -> Export:
    """Write several articles, one after the other in one file."""
    exports = [dumps(article, event_text=event_text) for article in articles]
    joined = _export.join_files(exports)
    return joined if joined.files else Export(files={SUFFIX: b""})


def _coded(article: Article) -> Iterable[tuple[str, Any, Coded | str]]:
    """What has a PLOVER code, or the reason why not; deals give several records."""
    for i, quote in enumerate(article.quotes):
        if (coded := code_quote(article, quote)) is not None:
            yield f"$.quotes[{i}]", quote, coded
    for i, deal in enumerate(article.arms_deals):
        for part, coding in code_deal(deal):
            yield f"$.arms_deals[{i}]{part}", deal, coding
    for i, event in enumerate(article.events):
        yield f"$.events[{i}]", event, code_event(event)


def _losses(records: Records) -> tuple[Loss, ...]:
    common = _export.losses(records.article, RULES, skip=records.skip)
    return _export.in_order([*records.lost, *common], records.article)
