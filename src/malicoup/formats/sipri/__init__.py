"""Register CSV in the layout of SIPRI's web page of arms transfers: arms deals only.

Six lines of metadata, which say that the source is a report and not SIPRI, then the register.
Names of states are English, as registers write them; parties that are no states carry ``**``.
A flag column without a name stands behind each number and year: ``?`` where the report is not
exact. The three columns of SIPRI's own trend-indicator values stay empty, always. A deal that
is denied is left out.

``read`` takes the three CSV layouts that SIPRI publishes, to compare rows with.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from malicoup.formats import _export
from malicoup.formats._export import Export, Index, Loss, Rules, carry, lose
from malicoup.formats.csv import disarmed
from malicoup.formats.sipri._read import Transfer, read
from malicoup.formats.sipri._rows import COLUMNS, RowWriter
from malicoup.model import Article, RecordCertainty

__all__ = ["COLUMNS", "EXTRA", "SUFFIX", "TEXT", "Transfer", "dump_many", "dumps", "read"]

EXTRA: str | None = None
SUFFIX = ".csv"
TEXT = True

DENIED = "a register can only affirm"
COMMENT = "kept only as words of the comments"
RULES: Rules = {
    **lose("kept only as words of the comments", "", "url", "publisher"),
    **lose(COMMENT, "arms_deals", "status", "certainty", "condition", "value", "source"),
    **carry("arms_deals", "weapon.designation", "weapon.description"),
    **carry("arms_deals", "supplier", "recipient", "order_date"),
    **carry("arms_deals", "ordered.minimum", "ordered.maximum"),
    **lose("kept only as a flag", "arms_deals", "ordered.approximate"),
    **carry("arms_deals", "deliveries.quantity.minimum", "deliveries.quantity.maximum"),
    **lose("kept only as a flag", "arms_deals", "deliveries.quantity.approximate"),
    **carry("arms_deals", "deliveries.date", "deliveries.condition"),
}


#: Lines before the register, as SIPRI's files have them; a sixth stays empty.
METADATA = (
    "Transfers of major weapons: deals as told in news reports.",
    "Source: news reports read by malicoup. This is not SIPRI data.",
    "Layout: SIPRI Arms Transfers Database, trade register (web).",
    "A '?' behind a number or a year: the report is not exact. '**': no state.",
    "TIV columns are SIPRI's own measure and stay empty.",
)


def dumps(article: Article) -> Export:
    """Write the arms deals of *article*.

    Raises:
        EncodeError: If a span ends past the text, an id stands twice, or a text holds a lone
            surrogate.
    """
    rows, lost = _write(article)
    return Export(files={SUFFIX: _file(rows)}, losses=lost)


def dump_many(articles: Iterable[Article]) -> Export:
    """Write the arms deals of several articles into one register."""
    rows: list[tuple[str, ...]] = []
    lost: list[Loss] = []
    for number, article in enumerate(articles):
        own, losses = _write(article)
        rows += own
        lost += _export.renumbered(losses, number)
    return Export(files={SUFFIX: _file(rows)}, losses=tuple(lost))


def _write(article: Article) -> tuple[list[tuple[str, ...]], tuple[Loss, ...]]:
    _export.check(article)
    writer = RowWriter(Index(article))
    rows = []
    for i, deal in enumerate(article.arms_deals):
        if deal.certainty is RecordCertainty.DENIED:
            writer.lose(f"$.arms_deals[{i}]", deal, DENIED)
        else:
            rows.append(writer.row(deal, f"$.arms_deals[{i}]"))
    common = _export.losses(article, RULES, skip=writer.skip)
    return rows, _export.in_order([*writer.lost, *common], article)


def _file(rows: Iterable[tuple[str, ...]]) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerows([line] for line in METADATA)
    file.write("\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([disarmed(cell) for cell in row] for row in rows)
    return _export.encode(file.getvalue())
