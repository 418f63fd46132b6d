"""Actors and the places where they are spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from malicoup.model import Country, MentionForm, Person, Severity, Source, Span
from malicoup.validate._context import Context, crossings, fold
from malicoup.validate._registry import Finding, rule


@rule(Severity.WARNING)
def country_without_code(context: Context) -> Iterator[Finding]:
    """A ``Country`` has its ISO 3166-1 code.

    Without it the country cannot be matched with any other source.
    """
    for i, actor in enumerate(context.article.actors):
        if isinstance(actor, Country) and actor.country is None:
            yield Finding(("actors", i, "country"), f"{actor.name!r} has no code")


@rule(Severity.WARNING)
def country_repeated(context: Context) -> Iterator[Finding]:
    """No two countries of an article have the same code.

    One country under two names is one actor with an alias.
    """
    seen: dict[str, str] = {}
    for i, actor in enumerate(context.article.actors):
        if isinstance(actor, Country) and actor.country is not None:
            if actor.country in seen:
                other = seen[actor.country]
                yield Finding(("actors", i, "country"), f"{actor.country} is {other!r} already")
            seen.setdefault(actor.country, actor.id)


@rule(Severity.WARNING)
def actor_repeated(context: Context) -> Iterator[Finding]:
    """No two actors of one kind have the same name; nameless sources may.

    What is said by one would be split between two.
    """
    seen: dict[tuple[str, str], str] = {}
    for i, actor in enumerate(context.article.actors):
        key = (actor.kind, actor.name)
        if not isinstance(actor, Source) and key in seen:
            yield Finding(("actors", i, "name"), f"{actor.name!r} is {seen[key]!r} already")
        seen.setdefault(key, actor.id)


@rule(Severity.WARNING)
def alias_is_name(context: Context) -> Iterator[Finding]:
    """Aliases leave out the name itself.

    The name is known already; as an alias it says nothing.
    """
    for i, actor in enumerate(context.article.actors):
        for j, alias in enumerate(actor.aliases):
            if alias == actor.name:
                yield Finding(("actors", i, "aliases", j), f"{alias!r} is the name")


@rule(Severity.WARNING)
def alias_repeated(context: Context) -> Iterator[Finding]:
    """An actor's aliases are all different.

    A list of names with one of them twice was not put together with care.
    """
    for i, actor in enumerate(context.article.actors):
        seen: set[str] = set()
        for j, alias in enumerate(actor.aliases):
            if alias in seen:
                yield Finding(("actors", i, "aliases", j), f"{alias!r} is listed already")
            seen.add(alias)


@rule(Severity.INFO)
def name_untidy(context: Context) -> Iterator[Finding]:
    """Names have no blanks around them, no line breaks and no doubled blanks.

    Tables, indexes and other people's data are matched by the exact name.
    """
    for i, actor in enumerate(context.article.actors):
        if actor.name != " ".join(actor.name.split()):
            yield Finding(("actors", i, "name"), f"has stray white space: {actor.name!r}")
        for j, alias in enumerate(actor.aliases):
            if alias != " ".join(alias.split()):
                yield Finding(("actors", i, "aliases", j), f"has stray white space: {alias!r}")


@rule(Severity.ERROR)
def affiliation_is_person(context: Context) -> Iterator[Finding]:
    """A person belongs to a body, not to another person.

    "The minister's adviser" belongs to the ministry.
    """
    for i, actor in enumerate(context.article.actors):
        if isinstance(actor, Person) and actor.affiliation not in (None, actor.id):
            body = context.actors.get(actor.affiliation or "")
            if isinstance(body, Person):
                yield Finding(("actors", i, "affiliation"), f"{body.name!r} is a person")


@rule(Severity.ERROR)
def affiliation_to_itself(context: Context) -> Iterator[Finding]:
    """Nobody is a member of himself or herself.

    The id of the body was mistaken for that of the person.
    """
    for i, actor in enumerate(context.article.actors):
        if isinstance(actor, Person) and actor.affiliation == actor.id:
            yield Finding(("actors", i, "affiliation"), f"{actor.id!r} is the person's own id")


@rule(Severity.INFO)
def actor_unused(context: Context) -> Iterator[Finding]:
    """Every actor is mentioned or referred to somewhere.

    One who is not came from nowhere in this text.
    """
    used = {reference.id for reference in context.references if reference.target == "actor"}
    for i, actor in enumerate(context.article.actors):
        if actor.id not in used:
            yield Finding(("actors", i), f"nothing refers to {actor.id!r}")


@rule(Severity.INFO)
def actors_out_of_order(context: Context) -> Iterator[Finding]:
    """Actors are listed in the order of their first mention; those without one may be anywhere.

    The list then reads like the cast of the article.
    """
    first: dict[str, int] = {}
    for mention in context.article.mentions:
        first[mention.actor] = min(mention.span.start, first.get(mention.actor, mention.span.start))
    latest = 0
    for i, actor in enumerate(context.article.actors):
        if first.get(actor.id, latest) < latest:
            yield Finding(("actors", i), f"{actor.id!r} is mentioned before the actors above it")
        latest = max(latest, first.get(actor.id, latest))


@rule(Severity.WARNING)
def mention_repeated(context: Context) -> Iterator[Finding]:
    """No two mentions give the same words to the same actor.

    A count of mentions would be too high.
    """
    seen: set[tuple[Span, str]] = set()
    for i, mention in enumerate(context.article.mentions):
        key = (mention.span, mention.actor)
        if key in seen:
            yield Finding(("mentions", i), f"{mention.actor!r} is mentioned here already", key[0])
        seen.add(key)


@rule(Severity.WARNING)
def name_of_two_actors(context: Context) -> Iterator[Finding]:
    """The same words are not the name of two actors.

    A pronoun may stand for two, a name belongs to one; two actors here are one, or one is wrong.
    """
    seen: dict[Span, str] = {}
    for i, mention in enumerate(context.article.mentions):
        if mention.form in (MentionForm.NAME, MentionForm.SHORT_NAME):
            other = seen.setdefault(mention.span, mention.actor)
            if other != mention.actor:
                path = ("mentions", i, "actor")
                yield Finding(path, f"these words name {other!r} already", mention.span)


@rule(Severity.WARNING)
def mentions_cross(context: Context) -> Iterator[Finding]:
    """Mentions lie apart or one within the other.

    Phrases nest; two that share some words but not all are cut wrongly.
    """
    spans = ((("mentions", i, "span"), m.span) for i, m in enumerate(context.article.mentions))
    for path, span, other in crossings((path, span) for path, span in spans if len(span)):
        yield Finding(path, f"partly overlaps the mention at {other.start}–{other.end}", span)


@rule(Severity.WARNING)
def mention_without_name(context: Context) -> Iterator[Finding]:
    """A mention of form ``name`` holds a word of the actor's name or of an alias.

    Diacritics, hamzas and what is attached to the word do not count. Otherwise the mention
    belongs to somebody else, or an alias is missing.
    """
    words = {actor.id: _name_words(actor.name, *actor.aliases) for actor in context.article.actors}
    for i, mention in enumerate(context.article.mentions):
        if mention.form is MentionForm.NAME and mention.actor in words:
            text = fold(context.text[mention.span.start : mention.span.end])
            if not any(word in text for word in words[mention.actor]):
                path = ("mentions", i, "span")
                yield Finding(
                    path, f"holds no word of the names of {mention.actor!r}", mention.span
                )


def _name_words(*names: str) -> frozenset[str]:
    # The article melts into a preposition before it (للـ), so it is left out of the comparison.
    return frozenset(
        word.removeprefix("ال") or word for name in names for word in fold(name).split()
    )
