"""brat standoff: a folder with the text, its annotations and brat's configuration.

Spans, relations and attributes can be corrected in brat and read back with ``loads``; what
brat has no form for (ids, rules, values of records) stands in notes of the type ``Malicoup``.
Mentions without words, and records without evidence to draw them on, are left out.
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
from malicoup.formats._options import one_of, plain_name
from malicoup.formats._reading import ChangeReport
from malicoup.formats.brat._read import read
from malicoup.formats.brat._types import annotation_conf, visual_conf
from malicoup.formats.brat._write import AnnWriter, text_losses
from malicoup.model import Article

__all__ = ["EXTRA", "SUFFIX", "TEXT", "dump_many", "dumps", "loads"]

EXTRA: str | None = None
SUFFIX = ""
TEXT = True

_RULES = carry(
    "", "text", "text_sha256", "actors", "mentions", "quotes", "claims", "dates", "quantities",
    "arms_deals", "events", "statistics",
)  # fmt: skip


def dumps(article: Article, *, name: str = "article", labels: str = "en") -> Export:
    """Write *article* as a folder for brat.

    Args:
        article: What to write.
        name: Of the two files of the report, without a suffix.
        labels: Language of the labels that annotators see, ``en`` or ``ar``.

    Raises:
        EncodeError: If a span ends past the text, an id stands twice, the text holds a lone
            surrogate, or an option is unknown.
    """
    name = plain_name("name", name)
    one_of("labels", labels, "en", "ar")
    check(article)
    writer = AnnWriter(article)
    files = {
        "annotation.conf": encode(annotation_conf()),
        "visual.conf": encode(visual_conf(labels)),
        f"{name}.txt": encode(writer.text),
        f"{name}.ann": encode("".join(f"{line}\n" for line in writer.lines())),
    }
    found = [*text_losses(article.text), *losses(article, _RULES), *writer.losses]
    return Export(files=files, losses=in_order(found, article))


def dump_many(articles: Iterable[Article], *, labels: str = "en") -> Export:
    """Write several articles into one folder: ``0001.txt``, ``0001.ann`` and so on."""
    files: dict[str, bytes] = {}
    lost: list[Loss] = []
    for number, article in enumerate(articles):
        export = dumps(article, name=f"{number + 1:04}", labels=labels)
        files |= export.files
        lost += renumbered(export.losses, number)
    return Export(files=files, losses=tuple(lost))


def loads(files: Mapping[str, bytes], article: Article) -> tuple[Article, ChangeReport]:
    """Read a report back that was corrected in brat.

    Spans, types, relations, coreference, attributes and roles of events are read. Dates and
    quantities are not: where they differ, the report says so.

    Args:
        files: One ``.ann`` file, with its ``.txt`` or without; other files are left alone.
        article: What was exported.

    Raises:
        DecodeError: If the files are broken, or are not of this article.
    """
    return correct(article, read(files, article))
