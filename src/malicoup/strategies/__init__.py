"""Hypothesis strategies for every class of the model, for tests of code that uses malicoup.

``articles`` builds reports that hold together: places lie in the text, references resolve,
figures and dates agree. The other strategies build single objects that are valid in themselves;
with ``text=`` their places lie in that text. After a plain install ``st.from_type(Article)`` works
too: the ``hypothesis`` entry point calls ``register``. Needs the extra ``strategies``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from malicoup import model
from malicoup.extension import record_types
from malicoup.strategies._articles import articles
from malicoup.strategies._objects import (
    actors,
    claims,
    countries,
    cues,
    diagnostics,
    evidences,
    mentions,
    organizations,
    persons,
    quotes,
    sections,
    sources,
)
from malicoup.strategies._records import (
    alternatives,
    arms_deals,
    condemnations,
    coups,
    deliveries,
    embargoes,
    events,
    expulsions,
    measures,
    military_trainings,
    moneys,
    records,
    sanctions,
    statistics,
    suspensions,
    weapons,
)
from malicoup.strategies._text import arabic_text, ids, phrases, words
from malicoup.strategies._values import (
    clock_times,
    country_codes,
    currency_codes,
    date_expressions,
    decimals,
    durations,
    edtf,
    field_spans,
    quantities,
    relative_dates,
    spans,
)

__all__ = [
    "STRATEGIES",
    "actors",
    "alternatives",
    "arabic_text",
    "arms_deals",
    "articles",
    "claims",
    "clock_times",
    "condemnations",
    "countries",
    "country_codes",
    "coups",
    "cues",
    "currency_codes",
    "date_expressions",
    "decimals",
    "deliveries",
    "diagnostics",
    "durations",
    "edtf",
    "embargoes",
    "events",
    "evidences",
    "expulsions",
    "field_spans",
    "ids",
    "measures",
    "mentions",
    "military_trainings",
    "moneys",
    "organizations",
    "persons",
    "phrases",
    "quantities",
    "quotes",
    "records",
    "register",
    "relative_dates",
    "sanctions",
    "sections",
    "sources",
    "spans",
    "statistics",
    "suspensions",
    "weapons",
    "words",
]

#: The strategy of every class of the model, its base classes included.
STRATEGIES: Mapping[type, Callable[[], SearchStrategy[Any]]] = {
    model.Actor: actors,
    model.Alternative: alternatives,
    model.ArmsDeal: arms_deals,
    model.Article: articles,
    model.Claim: claims,
    model.Condemnation: condemnations,
    model.Country: countries,
    model.Coup: coups,
    model.Cue: cues,
    model.DateExpression: date_expressions,
    model.Delivery: deliveries,
    model.Diagnostic: diagnostics,
    model.Embargo: embargoes,
    model.Event: events,
    model.Evidence: evidences,
    model.Expulsion: expulsions,
    model.FieldSpan: field_spans,
    model.Measure: measures,
    model.Mention: mentions,
    model.MilitaryTraining: military_trainings,
    model.Money: moneys,
    model.Organization: organizations,
    model.Person: persons,
    model.Quantity: quantities,
    model.Quote: quotes,
    model.Record: records,
    model.RelativeDate: relative_dates,
    model.Sanction: sanctions,
    model.Section: sections,
    model.Source: sources,
    model.Span: spans,
    model.Statistic: statistics,
    model.Suspension: suspensions,
    model.Weapon: weapons,
}


def register() -> None:
    """Let ``st.from_type`` find the strategies; the ``hypothesis`` entry point calls this."""
    for cl in STRATEGIES:
        # A function, so that nothing is built before a test asks for it.
        st.register_type_strategy(cl, _strategy_of)
    for added in record_types():
        if added.strategy is not None:
            st.register_type_strategy(added.cls, _added)


def _strategy_of(cl: type) -> SearchStrategy[Any]:
    return STRATEGIES[cl]()


def _added(cl: type) -> SearchStrategy[Any]:
    make = next(added.strategy for added in record_types() if added.cls is cl and added.strategy)
    found: SearchStrategy[Any] = make(text=None)
    return found


register()  # whoever imports the strategies first finds them registered too
