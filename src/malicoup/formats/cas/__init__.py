"""UIMA CAS for INCEpTION: XMI, JSON and the type system that defines the layers.

Mentions are named entities of DKPro, quotes and claims layers of their own, drawn together by
links. Sentences and tokens are cut so that no span is moved. Records, sections and rules have
no place; neither have mentions without words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from malicoup.formats._correct import correct
from malicoup.formats._export import (
    Export,
    Loss,
    carry,
    check,
    encode,
    in_order,
    losses,
    renumbered,
)
from malicoup.formats._links import link_losses
from malicoup.formats._options import plain_name
from malicoup.formats._reading import ChangeReport
from malicoup.formats.cas._build import Builder
from malicoup.formats.cas._graph import to_json, to_xmi
from malicoup.formats.cas._read import read
from malicoup.formats.cas._types import type_system_xml
from malicoup.model import Article

__all__ = ["EXTRA", "SUFFIX", "TEXT", "dump_many", "dumps", "loads"]

EXTRA: str | None = None
SUFFIX = ""
TEXT = True

_RULES = {
    **carry("", "text", "text_sha256", "language"),
    **carry("mentions", "id", "span", "actor", "form"),
    **carry("actors", "id", "kind"),
    **carry("quotes", "id", "span", "style", "cue", "speaker", "mention", "addressee", "quoted"),
    **carry("claims", "id", "span", "certainty", "polarity", "realis", "hedges", "quote"),
    **carry("dates", "span", "edtf", "time"),
    **carry("quantities", "span", "minimum", "maximum", "approximate", "unit"),
}


def dumps(article: Article, *, name: str = "article") -> Export:
    """Write *article* as ``article.xmi``, ``article.json`` and ``TypeSystem.xml``.

    Args:
        article: What to write.
        name: Of the files of the report, without a suffix.

    Raises:
        EncodeError: If a span ends past the text, an id stands twice, the text holds a lone
            surrogate, or *name* is no name.
    """
    name = plain_name("name", name)
    check(article)
    builder = Builder(article)
    files = {
        f"{name}.xmi": encode(to_xmi(builder.graph)),
        f"{name}.json": to_json(builder.graph),
        "TypeSystem.xml": encode(type_system_xml()),
    }
    found = [*builder.losses, *link_losses(article, builder.links)]
    whole = [loss.path for loss in found]
    rest = losses(article, _RULES, skip=whole)
    return Export(files=files, losses=in_order([*found, *rest], article))


def dump_many(articles: Iterable[Article]) -> Export:
    """Write several articles into one folder: ``0001.xmi``, ``0001.json`` and so on."""
    files: dict[str, bytes] = {}
    lost: list[Loss] = []
    for number, article in enumerate(articles):
        export = dumps(article, name=f"{number + 1:04}")
        files |= export.files
        lost += renumbered(export.losses, number)
    return Export(files=files, losses=tuple(lost))


def loads(files: Mapping[str, bytes], article: Article) -> tuple[Article, ChangeReport]:
    """Read a report back that was corrected in INCEpTION, or in another tool for CAS.

    Spans, features and links are read. Dates and quantities are not: where they differ, the
    report says so.

    Args:
        files: One ``.xmi`` or ``.json`` file; of two, the one that was changed is read.
        article: What was exported.

    Raises:
        DecodeError: If the file is broken, or is not of this article.
    """
    return correct(article, read(files, article))
