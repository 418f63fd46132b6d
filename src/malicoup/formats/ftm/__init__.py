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

from collections.abc import Iterable

from malicoup.formats import _export
from malicoup.formats._export import Export
from malicoup.formats.ftm._actors import Writer
from malicoup.formats.ftm._records import write_records
from malicoup.formats.ftm._rules import RULES
from malicoup.formats.ftm._statements import statements_csv
from malicoup.model import Article

__all__ = ["EXTRA", "SUFFIX", "TEXT", "dump_many", "dumps"]

EXTRA: str | None = None
SUFFIX = ""
TEXT = True

ENTITIES, STATEMENTS = "entities.ftm.json", "statements.csv"


def dumps(article: Article, *, dataset: str = "malicoup") -> Export:
    """Write *article* as FollowTheMoney entities and statements.

    Args:
        article: What to write.
        dataset: Name of the data set that the statements belong to.

    Raises:
        EncodeError: If the article cannot be written (see ``malicoup.formats._export.check``).
    """
    return dump_many([article], dataset=dataset)._replace_paths()


def dump_many(articles: Iterable[Article], *, dataset: str = "malicoup") -> Export:
    """Write several articles into one pair of files."""
