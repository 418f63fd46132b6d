"""Strategies for whole articles."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy

from malicoup.model import (
    ActorKind,
    AnyActor,
    AnyEvent,
    ArmsDeal,
    Article,
    Country,
    Organization,
    Person,
    Section,
    Span,
    Statistic,
)
from malicoup.model._codes import COUNTRY_CODES
from malicoup.strategies import _objects, _records, _stories, _values
from malicoup.strategies._desk import Desk
from malicoup.strategies._objects import tuples_of
from malicoup.strategies._text import arabic_text, cached, choose, ids, maybe

_PLAIN_SENTENCES = (
    Desk.filler,
    Desk.mention_sentence,
    Desk.quote_sentence,
    Desk.claim_sentence,
    Desk.quantity_sentence,
    Desk.date_sentence,
    Desk.diagnostic_sentence,
)
_RECORD_SENTENCES = (
    _stories.tell_deal,
    _stories.tell_training,
    _stories.tell_coup,
    _stories.tell_measure,
    _stories.tell_statistic,
)
#: Quotes and claims twice as often as the rest.
_SENTENCES = (*_PLAIN_SENTENCES, Desk.quote_sentence, Desk.claim_sentence, *_RECORD_SENTENCES)
#: Codes of countries, more than there are actors, since each may stand once.
_CODES = sorted(COUNTRY_CODES)


def articles(*, coherent: bool = True, max_sentences: int = 6) -> SearchStrategy[Article]:
    """Articles, by default such that ``malicoup.validate`` finds nothing to say about them.

    Args:
        coherent: Whether places, references, order and figures hold together. Without it each
            object is valid in itself and nothing more, which is what formats must carry too.
        max_sentences: At most so many sentences with findings, and so many actors.

    Raises:
        InvalidArgument: If *max_sentences* is below one, when the test runs.
    """
    return _coherent(max_sentences) if coherent else _loose()


@st.composite
def _coherent(draw: DrawFn, max_sentences: int) -> Article:
    if max_sentences < 1:
        raise InvalidArgument(f"an article has at least one sentence, not {max_sentences}")
    cast = _cast(draw, max_sentences)
    media = [actor.id for actor in cast if actor.kind is ActorKind.MEDIA]
    desk = Desk(
        draw,
        cast=cast,
        publisher=choose(draw, [*media, None]),
        published=draw(maybe(st.dates(date(1980, 1, 1), date(2040, 12, 31)))),
    )
    title = desk.line() if draw(st.booleans()) else None
    lede = desk.line() if draw(st.booleans()) else None
    sentences = draw(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=max_sentences))
    records: list[Any] = []
    sections = _write(desk, sentences, records)
    desk.glue(choose(draw, ["", "\n", " \u200f", "\n\n"]))
    return _filed(desk, title, lede, sections, records)


def _cast(draw: DrawFn, size: int) -> list[AnyActor]:
    """Actors with different names and ids, different codes of countries, bodies that exist."""
    drafts = draw(st.lists(_objects.actors(), max_size=size, unique_by=lambda actor: actor.name))
    codes = choose(draw, (_CODES, _CODES[::-1]))
    cast = [
        attrs.evolve(
            draft,
            id=f"a{i}",
            aliases=tuple(dict.fromkeys(a for a in draft.aliases if a != draft.name)),
            country=codes[i % len(codes)] if isinstance(draft, Country) else draft.country,
        )
        for i, draft in enumerate(drafts, start=1)
    ]
    bodies = [None, *(actor.id for actor in cast if isinstance(actor, Organization))]
    return [
        attrs.evolve(actor, affiliation=choose(draw, bodies))
        if isinstance(actor, Person)
        else actor
        for actor in cast
    ]


def _write(desk: Desk, sentences: list[Any], records: list[Any]) -> tuple[Section, ...]:
    """Write the sentences into paragraphs and sections; file what they tell in *records*."""
    cuts = [None, None, "paragraph", "section"]
    sections: list[Section] = []
    heading: Span | None = None
    paragraphs: list[Span] = []
    desk.begin_line()
    for i, sentence in enumerate(sentences):
        cut = desk.choose(cuts) if i else None
        if cut is not None:
            paragraphs.append(desk.end_line())
        if cut == "section":
            sections.append(Section(heading=heading, paragraphs=tuple(paragraphs)))
            heading, paragraphs = desk.line(), []
        if cut is not None:
            desk.begin_line()
        if sentence in _RECORD_SENTENCES:
            records.append(sentence(desk, f"r{i}"))
        else:
            sentence(desk)
        desk.glue(desk.choose([".", "؟", " .", "،", ""]))
    paragraphs.append(desk.end_line())
    return (*sections, Section(heading=heading, paragraphs=tuple(paragraphs)))


def _filed(
    desk: Desk,
    title: Span | None,
    lede: Span | None,
    sections: tuple[Section, ...],
    records: list[Any],
) -> Article:
    """Put the article together from what lies on the desk."""
    article = Article(
        text=desk.text,
        language=desk.choose(["ar", "ar", "ar-EG"]),
        title=title,
        lede=lede,
        sections=sections,
        publisher=desk.publisher,
        published=desk.published,
        url=desk.draw(
            st.sampled_from([None, "https://example.org/news/1", "https://أخبار.example/"])
        ),
        actors=tuple(desk.cast),
        mentions=tuple(desk.mentions),
        quotes=tuple(desk.quotes),
        claims=tuple(desk.claims),
        dates=tuple(desk.dates),
        quantities=tuple(desk.quantities),
        arms_deals=tuple(record for record in records if isinstance(record, ArmsDeal)),
        events=tuple(record for record in records if isinstance(record, get_args(AnyEvent))),
        statistics=tuple(record for record in records if isinstance(record, Statistic)),
        diagnostics=tuple(desk.diagnostics),
    )
    return attrs.evolve(article, actors=_in_order_of_appearance(article))


def _in_order_of_appearance(article: Article) -> tuple[AnyActor, ...]:
    """The actors that the article refers to, those without a mention last."""
    first: dict[str, int] = {}
    for place, mention in enumerate(article.mentions):
        first.setdefault(mention.actor, place)
    used = _texts(attrs.asdict(article, filter=lambda a, _: a.name not in ("actors", "text")))
    seen = [actor for actor in article.actors if actor.id in used]
    used |= {actor.affiliation for actor in seen if isinstance(actor, Person) and actor.affiliation}
    seen = [actor for actor in article.actors if actor.id in used]
    return tuple(sorted(seen, key=lambda actor: first.get(actor.id, len(article.mentions))))


def _texts(node: Any) -> set[str]:
    """Every text in *node* that may be an id."""
    if isinstance(node, dict):
        return {text for value in node.values() for text in _texts(value)}
    if isinstance(node, list | tuple):
        return {text for value in node for text in _texts(value)}
    return {node} if isinstance(node, str) else set()


@cached
def _loose() -> SearchStrategy[Article]:
    """Articles whose objects have nothing to do with one another, nor with the text."""
    return st.builds(
        Article,
        text=arabic_text(),
        language=st.sampled_from(["ar", "fa", "العربية"]),
        title=maybe(_values.spans()),
        lede=maybe(_values.spans()),
        sections=tuples_of(_objects.sections()),
        publisher=maybe(ids()),
        published=maybe(st.dates()),
        url=maybe(ids()),
        actors=tuples_of(_objects.actors()),
        mentions=tuples_of(_objects.mentions()),
        quotes=tuples_of(_objects.quotes()),
        claims=tuples_of(_objects.claims()),
        dates=tuples_of(_values.date_expressions()),
        quantities=tuples_of(_values.quantities()),
        arms_deals=tuples_of(_records.arms_deals()),
        events=tuples_of(_records.events()),
        statistics=tuples_of(_records.statistics()),
        diagnostics=tuples_of(_objects.diagnostics()),
    )
