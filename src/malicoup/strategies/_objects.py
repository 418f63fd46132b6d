"""Strategies for single objects: each valid in itself, its ids and places free.

What belongs together (references that resolve, places that nest) is the business of
``articles``. With *text* every place lies in it.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from malicoup.model import (
    AnyActor,
    Certainty,
    Claim,
    Confidence,
    Country,
    Cue,
    Diagnostic,
    Evidence,
    Gender,
    Mention,
    MentionForm,
    Organization,
    Person,
    Polarity,
    Quote,
    QuoteStyle,
    Realis,
    Section,
    Severity,
    Source,
    Span,
    Stance,
)
from malicoup.model.vocab import ORGANIZATION_KINDS
from malicoup.strategies._text import cached, choose, ids, maybe, phrases, rules
from malicoup.strategies._values import country_codes, field_spans, spans


@cached
def tuples_of(items: SearchStrategy[Any], *, max_size: int = 2) -> SearchStrategy[tuple[Any, ...]]:
    """Tuples of any length up to *max_size*."""
    return st.lists(items, max_size=max_size).map(tuple)


def _actor_fields() -> dict[str, SearchStrategy[Any]]:
    return {
        "id": ids(),
        "name": phrases(),
        "aliases": tuples_of(phrases()),
        "country": maybe(country_codes()),
    }


@cached
def persons() -> SearchStrategy[Person]:
    """Persons; their affiliation is any id."""
    return st.builds(
        Person,
        **_actor_fields(),
        rank=maybe(phrases()),
        title=maybe(phrases()),
        roles=tuples_of(phrases()),
        affiliation=maybe(ids()),
        gender=maybe(st.sampled_from(Gender)),
    )


@cached
def organizations() -> SearchStrategy[Organization]:
    """Organizations of every kind."""
    kinds = st.sampled_from(sorted(ORGANIZATION_KINDS))
    return st.builds(Organization, **_actor_fields(), kind=kinds)


@cached
def countries() -> SearchStrategy[Country]:
    """Countries; the code need not fit the name."""
    return st.builds(Country, **_actor_fields())


@cached
def sources() -> SearchStrategy[Source]:
    """Sources without a name."""
    return st.builds(Source, **_actor_fields())


@cached
def actors() -> SearchStrategy[AnyActor]:
    """Actors of every class."""
    return st.one_of(persons(), organizations(), countries(), sources())


@cached
@st.composite
def mentions(draw: DrawFn, *, text: str | None = None) -> Mention:
    """Mentions; only the dropped ones are without words."""
    forms = [MentionForm.DROPPED] if text == "" else list(MentionForm)
    form = choose(draw, forms)
    span = draw(spans(text, min_size=int(form is not MentionForm.DROPPED)))
    if form is MentionForm.DROPPED:
        span = Span(start=span.start, end=span.start)
    return Mention(id=draw(ids()), span=span, actor=draw(ids()), form=form, rule=draw(rules()))


@cached
def cues(*, text: str | None = None) -> SearchStrategy[Cue]:
    """Reporting words."""
    return st.builds(
        Cue, span=spans(text), lemma=phrases(max_size=1), stance=st.sampled_from(Stance)
    )


@cached
def quotes(*, text: str | None = None) -> SearchStrategy[Quote]:
    """Quotes; *text* must hold at least one character."""
    return st.builds(
        Quote,
        id=ids(),
        span=spans(text, min_size=1),
        style=st.sampled_from(QuoteStyle),
        cue=maybe(cues(text=text)),
        speaker=maybe(ids()),
        mention=maybe(ids()),
        addressee=maybe(ids()),
        quoted=tuples_of(spans(text)),
        confidence=st.sampled_from(Confidence),
        rule=rules(),
        speaker_confidence=maybe(st.sampled_from(Confidence)),
        speaker_rule=maybe(rules()),
    )


@cached
def claims(*, text: str | None = None) -> SearchStrategy[Claim]:
    """Claims; *text* must hold at least one character."""
    return st.builds(
        Claim,
        id=ids(),
        span=spans(text, min_size=1),
        holders=tuples_of(maybe(ids()), max_size=3),
        certainty=st.sampled_from(Certainty),
        polarity=st.sampled_from(Polarity),
        realis=st.sampled_from(Realis),
        hedges=tuples_of(spans(text)),
        quote=maybe(ids()),
        rule=rules(),
    )


@cached
def evidences(*, text: str | None = None) -> SearchStrategy[Evidence]:
    """Evidence of records."""
    return st.builds(Evidence, claim=maybe(ids()), fields=tuples_of(field_spans(text=text)))


@cached
def diagnostics(*, text: str | None = None) -> SearchStrategy[Diagnostic]:
    """Faults and doubts, with and without a place."""
    return st.builds(
        Diagnostic,
        code=rules(),
        severity=st.sampled_from(Severity),
        span=maybe(spans(text)),
        message=phrases(max_size=4),
    )


@cached
def sections(*, text: str | None = None) -> SearchStrategy[Section]:
    """Headings with paragraphs, in any order."""
    return st.builds(
        Section, heading=maybe(spans(text)), paragraphs=tuples_of(spans(text), max_size=3)
    )
