"""Helpers for the tests of the exporters: stored files, properties that hold for all."""

from __future__ import annotations

import json
import os
import re
from functools import reduce
from pathlib import Path
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from malicoup.formats import _export
from malicoup.formats._export import Export, Loss
from malicoup.model import Article, text_sha256
from malicoup.strategies import articles

GOLDEN = Path(__file__).parent / "golden"
#: Set this variable to write the stored files anew; read the difference before you commit.
REBUILD = "MALICOUP_REBUILD_GOLDEN" in os.environ


def stored(name: str, data: bytes) -> bytes:
    """The stored file *name*; written first where the variable asks for it."""
    path = GOLDEN / name
    if REBUILD:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return path.read_bytes()


def loss_lines(export: Export) -> bytes:
    """The loss report as JSON, a loss a line."""
    rows = [[loss.path, loss.value, loss.reason] for loss in export.losses]
    return b"".join(_export.json_bytes(row) for row in rows)


def lost(export: Export, path: str) -> list[Loss]:
    """Losses at *path* or below it."""
    return [
        loss for loss in export.losses if re.match(re.escape(path) + r"(?![0-9A-Za-z_])", loss.path)
    ]


def at_path(article: Article, path: str) -> Any:
    """What stands at the path of a loss; raises where nothing does."""
    steps = re.findall(r"\.(\w+)|\[(\d+)\]", path.removeprefix("$"))
    return reduce(lambda o, s: getattr(o, s[0]) if s[0] else o[int(s[1])], steps, article)


def torn(article: Article) -> Article:
    """*article* without its actors and mentions, so that references lead nowhere."""
    return evolve(article, actors=(), mentions=())


def folded(article: Article) -> Article:
    """*article* with line ends for the blanks in its quotes, claims, mentions and dates.

    The strategies begin a new line between findings only; in reports a quote runs over several.
    """
    text = list(article.text)
    for name in ("mentions", "quotes", "claims", "dates", "quantities"):
        for item in getattr(article, name):
            for place in range(item.span.start, item.span.end):
                text[place] = "\n" if text[place] == " " else text[place]
    whole = "".join(text)
    return evolve(article, text=whole, text_sha256=text_sha256(whole))


#: What every exporter is fed with.
FED = st.one_of(articles(), articles().map(torn), articles().map(folded))


def json_lines(data: bytes) -> list[Any]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in data.split(b"\n") if line]
