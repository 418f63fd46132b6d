"""CSV for spreadsheets: the flat tables, a file each.

Text that a spreadsheet would take for a formula (it begins with ``= + - @``, their full-width
forms, a tab or a line end) gets an apostrophe before it; so does text that begins with an
apostrophe, so that taking one away gives the text as it was. Numbers are plain digits with a
point, dates are EDTF with the first and last day they can mean in columns of their own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from malicoup.extension import record_types
from malicoup.formats import _export
from malicoup.formats._export import Export, Loss, Rules, carry, lose
from malicoup.formats._options import truth
from malicoup.formats._say import number
from malicoup.formats._tables import TABLES, Row, article_keys, tables
from malicoup.model import Article

__all__ = ["EXTRA", "SUFFIX", "TEXT", "disarmed", "dump_many", "dumps"]

EXTRA: str | None = None
SUFFIX = ""
TEXT = True

_ARMED = "=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20"

ARTICLES = (
    "article", "url", "published", "publisher", "language", "title", "lede", "text",
    "text_sha256",
)  # fmt: skip

_RECORDS = ("arms_deals", "events", "statistics")
_WORDS = "kept only as words"
_NO_PLACE_KEPT = "its place in the text is lost"
RULES: Rules = {
    **carry("", "text", "language", "published", "url", "publisher"),
    **lose(_WORDS, "", "title", "lede"),
    **carry("actors", "id", "name", "country", "kind", "rank", "title", "affiliation", "gender"),
    **carry("actors", "aliases", "roles"),
    **carry("mentions", "id", "span", "actor", "form", "rule"),
    **carry("quotes", "id", "span", "style", "cue", "speaker", "mention", "addressee", "quoted"),
    **carry("quotes", "confidence", "rule", "speaker_confidence", "speaker_rule"),
    **carry("claims", "id", "span", "holders", "certainty", "polarity", "realis"),
    **carry("claims", "quote", "rule"),
    **lose(_WORDS, "claims", "hedges"),
    **{f"{records}.{name}": None for records in _RECORDS for name in ("id", "certainty", "rule")},
    **{f"{records}.evidence.claim": None for records in _RECORDS},
    **{f"{records}.source": None for records in _RECORDS},
    **carry("arms_deals", "supplier", "recipient", "weapon", "order_date", "value", "status"),
    **carry("arms_deals", "condition", "deliveries.date", "deliveries.condition"),
    **carry("events", "date", "trainees", "provider", "institution", "place", "country"),
    **carry("events", "duration", "subject", "joint_exercise", "ousted", "leaders"),
    **carry("events", "alleged_leaders", "outcome", "sender", "target", "measure", "status"),
    **carry("statistics", "measure", "subject", "scope", "excludes", "period"),
    **{
        f"{quantity}.{name}": None
        for quantity in (
            *("arms_deals.ordered", "arms_deals.deliveries.quantity"),
            *("events.number_trained", "statistics.value"),
        )
        for name in ("minimum", "maximum", "approximate", "unit")
    },
    **{
        f"{quantity}.span": _NO_PLACE_KEPT
        for quantity in (
            *("arms_deals.ordered", "arms_deals.deliveries.quantity"),
            *("events.number_trained", "statistics.value"),
        )
    },
}


def dumps(article: Article, *, bom: bool = False) -> Export:
    """Write the tables of one article.

    Args:
        article: What to write.
        bom: Begin each file with a byte order mark, by which Excel knows UTF-8.

    Raises:
        EncodeError: If a span ends past the text, an id stands twice, or a text holds a lone
            surrogate.
    """
    return Export(files=_files([article], bom), losses=tuple(_losses(article)))


def dump_many(articles: Iterable[Article], *, bom: bool = False) -> Export:
    """Write the tables of several articles, one after the other in the same files."""
    kept = tuple(articles)
    lost: list[Loss] = []
    for i, article in enumerate(kept):
        lost += _export.renumbered(_losses(article), i)
    return Export(files=_files(kept, bom), losses=tuple(lost))


def disarmed(text: str) -> str:
    """*text* such that no spreadsheet takes it for a formula."""
    return f"'{text}" if text and text[0] in _ARMED else text


def _losses(article: Article) -> list[Loss]:
    own = {f"events.{t.cls.__name__}.{a.name}": None for t in record_types() for a in t.own_fields}
    return _export.losses(article, {**RULES, **own})


def _files(articles: Iterable[Article], bom: bool) -> dict[str, bytes]:
    truth("bom", bom)
    keyed = list(article_keys(articles))
    for _, article in keyed:
        _export.check(article)
    files = {"articles.csv": _file(ARTICLES, [_article_row(*pair) for pair in keyed], bom)}
    for name, rows in tables(keyed).items():
        files[f"{name}.csv"] = _file(TABLES[name], rows, bom)
    return files


def _article_row(key: str, article: Article) -> Row:
    return {
        "article": key,
        "url": article.url,
        "published": article.published,
        "publisher": article.publisher,
        "language": article.language,
        "title": _export.words(article, article.title),
        "lede": _export.words(article, article.lede),
        "text": article.text,
        "text_sha256": article.text_sha256,
    }


def _file(columns: Iterable[str], rows: list[Row], bom: bool) -> bytes:
    file = io.StringIO()
    writer = csv.DictWriter(file, list(columns), lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return (b"\xef\xbb\xbf" if bom else b"") + _export.encode(file.getvalue())


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, int | date):
        return str(value)
    return disarmed(str(value))
