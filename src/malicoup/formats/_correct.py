"""Bring what a tool's file says together with the article it was exported from.

Ids stay; what the tool cannot show stays; whatever was changed by hand says so
(``rule="manual"``). Decisions a reader of the report should know of:

* A claim whose quote is gone is kept, its reference dropped: the annotator left it there. One
  whose own mark is gone is removed, and evidence that named it keeps its words without it.
* The last holder of a claim follows the speaker of its quote; a claim, or a part in marks, that
  covered exactly its quote follows the quote when that alone is moved.
* An actor whose words all name one other actor now is merged into it, everywhere.
* An actor that lost all its words and to which nothing refers is removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from malicoup.formats._correct_statements import correct_claims, correct_quotes
from malicoup.formats._identify import FreshIds, covered, identify
from malicoup.formats._links import Links, has_words
from malicoup.formats._reading import ChangeReport, FoundMention, Reading
from malicoup.formats._recast import Cast, recast, renamed, vanished
from malicoup.formats._correct_records import correct_records
from malicoup.formats.diff import diff
from malicoup.model import AnyActor, Article, Evidence, Mention, MentionForm, Record, Span

_T = TypeVar("_T", bound=Any)


def correct(article: Article, reading: Reading) -> tuple[Article, ChangeReport]:
    """Apply *reading* to *article*.

    Returns:
        The corrected article, and what was changed.
    """
    text = article.text
    fresh = FreshIds(article)
    ids = {
        name: identify(text, getattr(reading, name), _marked(article, name))
        for name in ("mentions", "quotes", "claims")
    }
    cast = recast(article, reading.mentions, ids["mentions"], fresh)
    remarks = [*reading.remarks, *cast.remarks]
    mentions = _mentions(article, reading.mentions, ids["mentions"], cast, fresh)
    keys = {**ids["mentions"], **mentions.new}
    quotes = correct_quotes(article, reading.quotes, ids["quotes"], keys, cast, fresh, remarks)
    claims = correct_claims(article, reading.claims, ids["claims"], quotes, cast, fresh, remarks)
    gone = {claim.id for claim in article.claims} - {claim.id for claim in claims}
    renamed_article = renamed(attrs.evolve(article, claims=(), quotes=(), mentions=(), actors=()), cast.merged)
    records = correct_records(article, renamed_article, reading.records, keys, cast, fresh, remarks)
    corrected = attrs.evolve(
        renamed_article,
        actors=tuple(renamed(actor, cast.merged) for actor in cast.actors),
        mentions=in_text_order(article.mentions, mentions.items),
        quotes=in_text_order(article.quotes, quotes.items),
        claims=in_text_order(article.claims, claims),
        **{name: tuple(_without_claims(r, gone) for r in items) for name, items in records.items()},
    )
    corrected = _without_vanished(article, corrected)
    return corrected, ChangeReport(
        tool=reading.tool,
        changes=diff(article, corrected),
        merged=tuple(sorted(cast.merged.items())),
        remarks=tuple(remarks),
    )
