"""The actors of a record by role, as tools that draw events show them."""

from __future__ import annotations

from collections.abc import Mapping

from malicoup.extension import record_types
from malicoup.formats._links import has_words
from malicoup.model import (
    ArmsDeal,
    Article,
    Condemnation,
    Coup,
    Embargo,
    Expulsion,
    MilitaryTraining,
    Record,
    Sanction,
    Span,
    Statistic,
    Suspension,
)

_MEASURE = ("sender", "target", "source")
#: Fields that hold an actor, or several, by class.
ROLES: Mapping[type[Record], tuple[str, ...]] = {
    ArmsDeal: ("supplier", "recipient", "source"),
    MilitaryTraining: ("trainees", "provider", "institution", "source"),
    Coup: ("ousted", "leaders", "alleged_leaders", "source"),
    Sanction: _MEASURE,
    Suspension: _MEASURE,
    Expulsion: _MEASURE,
    Embargo: _MEASURE,
    Condemnation: _MEASURE,
    Statistic: ("subject", "excludes", "source"),
    **{added.cls: (*added.actors, "source") for added in record_types()},
}
#: Fields that hold several.
MANY = frozenset({"trainees", "leaders", "alleged_leaders", "excludes"}).union(
    *(added.many for added in record_types())
)
#: Lists of an article that hold records.
LISTS = ("arms_deals", "events", "statistics")


def role_name(field: str) -> str:
    """``alleged_leaders`` as ``AllegedLeader``."""
    return "".join(part.capitalize() for part in field.split("_")).removesuffix(
        "s" if field in MANY else "-"
    )


def actors_in(record: Record, field: str) -> tuple[str, ...]:
    """Ids of the actors in one role."""
    value = getattr(record, field)
    return value if isinstance(value, tuple) else () if value is None else (value,)


def trigger(article: Article, record: Record) -> Span | None:
    """The words that stand for the record: the first of its evidence, else its first claim."""
    fields = [field.span for evidence in record.evidence for field in evidence.fields]
    places = sorted(span for span in fields if has_words(article, span))
    if places:
        return places[0]
    claims = {claim.id: claim.span for claim in article.claims}
    named = [claims.get(evidence.claim or "") for evidence in record.evidence]
    return next((span for span in named if span is not None and has_words(article, span)), None)
