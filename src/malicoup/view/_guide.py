"""Finds names, words and places of one article; never raises, however broken the article is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from malicoup.model import AnyActor, Article, Claim, Mention, Person, Quantity, Span, TimeUnit
from malicoup.view._terminal import isolate

#: What stands for somebody whom nobody names.
NOBODY = "(not named)"
_UNITS = frozenset(TimeUnit)  # `in TimeUnit` itself asks for a member before Python 3.12


class Guide:
    """Looks things up in an article; what leads nowhere is shown as it is."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._actors: dict[str, AnyActor] = {actor.id: actor for actor in article.actors}
        self._mentions: dict[str, Mention] = {item.id: item for item in article.mentions}
        self._places = list(_places(article))
        self._claims: dict[str, list[Claim]] = {}
        for claim in article.claims:
            if claim.quote is not None:
                self._claims.setdefault(claim.quote, []).append(claim)

    def words(self, span: Span) -> str:
        """The words at *span*, as they stand."""
        return self.article.text[span.start : span.end]

    def shown(self, span: Span) -> str:
        """The words at *span* for a line of English."""
        return isolate(self.words(span))

    def actor(self, id: str | None) -> AnyActor | None:
        """The actor of that id, if there is one."""
        return None if id is None else self._actors.get(id)

    def name(self, id: str | None) -> str:
        """Name of the actor of that id."""
        actor = self.actor(id)
        if actor is not None:
            return isolate(actor.name)
        return NOBODY if id is None else f"(unknown: {isolate(id)})"

    def names(self, ids: Iterable[str | None], between: str = ", ") -> str:
        """Names of several actors."""
        return between.join(map(self.name, ids))

    def titled(self, id: str | None) -> str:
        """Name of an actor with what tells a reader who that is."""
        actor = self.actor(id)
        if actor is None:
            return self.name(id)
        about = ", ".join(self.about(actor))
        return f"{isolate(actor.name)} ({about})" if about else isolate(actor.name)

    def about(self, actor: AnyActor) -> Iterator[str]:
        """Rank, title, roles, affiliation; what it is, for others than persons."""
        if isinstance(actor, Person):
            yield from (isolate(item) for item in (actor.rank, actor.title) if item)
            yield from (isolate(role) for role in actor.roles)
            if actor.affiliation is not None:
                yield f"of {self.name(actor.affiliation)}"
        else:
            yield "unnamed source" if actor.kind == "unnamed" else str(actor.kind).replace("_", " ")
        if actor.country is not None:
            yield actor.country

    def is_dropped(self, mention: str | None) -> bool:
        """Whether the speaker has no words by the cue."""
        found = self._mentions.get(mention or "")
        return found is not None and found.form == "dropped"

    def claims_of(self, quote: str) -> list[Claim]:
        """The claims made in a statement."""
        return self._claims.get(quote, [])

    def place(self, span: Span) -> str:
        """Where in the page *span* begins: the title, a heading, a paragraph by its number."""
        for where, name in self._places:
            if where.start <= span.start < where.end:
                return name
        return f"character {span.start}"


def _places(article: Article) -> Iterator[tuple[Span, str]]:
    for span, name in ((article.title, "title"), (article.lede, "lede")):
        if span is not None:
            yield span, name
    number = 0
    for section in article.sections:
        if section.heading is not None:
            yield section.heading, "heading"
        for paragraph in section.paragraphs:
            number += 1
            yield paragraph, f"paragraph {number}"


def figure(quantity: Quantity | None) -> str:
    """A quantity in short: ``at least 2``, ``about 20–30 %``."""
    if quantity is None:
        return ""
    low, high = quantity.minimum, quantity.maximum
    if low is None and high is None:
        number = "some"
    elif low == high:
        number = f"{low:f}"
    elif high is None:
        number = f"at least {low:f}"
    else:
        number = f"at most {high:f}" if low is None else f"{low:f}–{high:f}"
    about = "about " if quantity.approximate else ""
    unit = {"percent": "%"}.get(quantity.unit or "", quantity.unit or "")
    if unit in _UNITS and not (low == high == 1):
        unit = "centuries" if unit == TimeUnit.CENTURY else f"{unit}s"
    return f"{about}{number} {isolate(unit)}".rstrip()
