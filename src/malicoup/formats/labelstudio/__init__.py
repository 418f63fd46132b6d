"""Label Studio: tasks with what the machine found, and the configuration to correct it.

Actors, quotes, cues and claims are labels, their properties choices for each region, speakers
and cues relations. Which actor words name is a text beside them: the same id, the same actor.
Dates, quantities, records, sections and rules have no place; neither have mentions without words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from malicoup.formats._correct import correct
from malicoup.formats._export import (
    Export,
    Loss,
    carry,
    check,
    encode,
    in_order,
    json_bytes,
    losses,
    renumbered,
)
from malicoup.formats._links import link_losses
from malicoup.formats._options import one_of
from malicoup.formats._reading import ChangeReport
from malicoup.formats.labelstudio._config import labelling_config
from malicoup.formats.labelstudio._read import read
from malicoup.formats.labelstudio._write import TaskWriter
from malicoup.model import Article

__all__ = ["EXTRA", "SUFFIX", "TEXT", "dump_many", "dumps", "loads"]

EXTRA: str | None = None
SUFFIX = ""
TEXT = True

_RULES = {
    **carry("", "text", "text_sha256"),
    **carry("actors", "id", "name", "kind"),
    **carry("mentions", "id", "span", "actor", "form"),
    **carry("quotes", "id", "span", "style", "cue", "speaker", "mention", "addressee", "quoted"),
    **carry("claims", "id", "span", "certainty", "polarity", "realis", "hedges", "quote"),
}


def dumps(article: Article, *, result: str = "predictions", labels: str = "en") -> Export:
    """Write *article* as ``tasks.json`` and ``labelling_config.xml``.

    Args:
        article: What to write.
        result: Whether the findings are the machine's (``predictions``, to be corrected) or
            stand as done (``annotations``).
        labels: Language of the labels that annotators see, ``en`` or ``ar``.

    Raises:
        EncodeError: If a span ends past the text, an id stands twice, the text holds a lone
            surrogate, or an option is unknown.
    """
    return dump_many([article], result=result, labels=labels)


def dump_many(
    articles: Iterable[Article], *, result: str = "predictions", labels: str = "en"
) -> Export:
    """Write several articles as tasks of one project; options as in ``dumps``."""
    one_of("result", result, "predictions", "annotations")
    one_of("labels", labels, "en", "ar")
    tasks: list[dict[str, Any]] = []
    lost: list[tuple[Loss, ...]] = []
    for article in articles:
        check(article)
        writer = TaskWriter(article)
        by: dict[str, Any] = {"model_version": "malicoup"} if result == "predictions" else {}
        tasks.append({"data": writer.data(), result: [{**by, "result": writer.result}]})
        found = [*writer.losses, *link_losses(article, writer.links)]
        rest = losses(article, _RULES, skip=[loss.path for loss in found])
        lost.append(in_order([*found, *rest], article))
    files = {
        "tasks.json": json_bytes(tasks, indent=1),
        "labelling_config.xml": encode(labelling_config(labels)),
    }
    if len(lost) == 1:
        return Export(files=files, losses=lost[0])
    numbered = [loss for i, found in enumerate(lost) for loss in renumbered(found, i)]
    return Export(files=files, losses=tuple(numbered))


def loads(files: Mapping[str, bytes], article: Article) -> tuple[Article, ChangeReport]:
    """Read a report back that was corrected in Label Studio (export format JSON).

    Args:
        files: One ``.json`` file of tasks, in which one has the text of the article.
        article: What was exported.

    Raises:
        DecodeError: If the file is broken, or has no task, or two, for this article.
    """
    return correct(article, read(files, article))
