"""Ids and references: one id for one thing, and every reference leads somewhere fitting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from malicoup.model import ActorKind, ArmsDeal, Coup, MilitaryTraining, Severity, Statistic
from malicoup.model.record import Measure
from malicoup.validate._context import Context, Path, show
from malicoup.validate._registry import Finding, rule

_PLAIN = re.compile(r"[^\s#/?%<>\"\x00-\x1f\x7f]+")

_PLACES = frozenset({ActorKind.MEDIA, ActorKind.FACILITY})
_NO_BODY = frozenset({ActorKind.PERSON, ActorKind.COUNTRY, ActorKind.UNNAMED})

#: Kinds of actors that do not fit a field of a record.
UNFIT: Mapping[tuple[type, str], frozenset[ActorKind]] = {
    (ArmsDeal, "supplier"): frozenset({ActorKind.PERSON, ActorKind.MEDIA}),
    (ArmsDeal, "recipient"): frozenset({ActorKind.PERSON, ActorKind.MEDIA}),
    (MilitaryTraining, "trainees"): _PLACES,
    (MilitaryTraining, "provider"): frozenset({ActorKind.MEDIA}),
    (MilitaryTraining, "institution"): _NO_BODY | {ActorKind.MEDIA},
    (Coup, "ousted"): _PLACES | {ActorKind.COUNTRY},
    (Coup, "leaders"): _PLACES | {ActorKind.COUNTRY},
    (Coup, "alleged_leaders"): _PLACES | {ActorKind.COUNTRY},
    (Measure, "sender"): frozenset({ActorKind.FACILITY}),
    (Statistic, "source"): frozenset({ActorKind.FACILITY}),
}


def _identified(context: Context) -> Iterator[tuple[Path, str]]:
    """Every id that is given, in document order."""
    for path, node in context.nodes:
        name = getattr(node, "id", None)
        if isinstance(name, str):
            yield (*path, "id"), name


@rule(Severity.ERROR)
def id_repeated(context: Context) -> Iterator[Finding]:
    """No two things of an article share an id, whatever they are.

    Exporters put actors, mentions, quotes, claims and records into one space of names.
    """
    seen: dict[str, Path] = {}
    for path, name in _identified(context):
        first = seen.setdefault(name, path)
        if first != path:
            yield Finding(path, f"{name!r} is the id of {show(first[:-1])} too")


@rule(Severity.WARNING)
def id_not_plain(context: Context) -> Iterator[Finding]:
    """Ids hold no white space, control characters or signs that addresses reserve.

    An id becomes the end of an address in several formats.
    """
    for path, name in _identified(context):
        if not _PLAIN.fullmatch(name):
            yield Finding(path, f"cannot stand in an address: {name!r}")


def _unknown(context: Context, target: str) -> Iterator[Finding]:
    known = context.known(target)
    for reference in context.references:
        if reference.target == target and reference.id not in known:
            yield Finding(reference.path, f"no {target} has the id {reference.id!r}")


@rule(Severity.ERROR)
def actor_unknown(context: Context) -> Iterator[Finding]:
    """Every reference to an actor is the id of an actor of the article.

    Otherwise nobody can tell who is meant.
    """
    return _unknown(context, "actor")


@rule(Severity.ERROR)
def mention_unknown(context: Context) -> Iterator[Finding]:
    """``Quote.mention`` is the id of a mention of the article.

    Otherwise the words that name the speaker cannot be shown.
    """
    return _unknown(context, "mention")


@rule(Severity.ERROR)
def quote_unknown(context: Context) -> Iterator[Finding]:
    """``Claim.quote`` is the id of a quote of the article.

    Otherwise the claim cannot be traced to the words that make it.
    """
    return _unknown(context, "quote")


@rule(Severity.ERROR)
def claim_unknown(context: Context) -> Iterator[Finding]:
    """``Evidence.claim`` is the id of a claim of the article.

    Otherwise the record stands without the statement that vouches for it.
    """
    return _unknown(context, "claim")


@rule(Severity.WARNING)
def reference_repeated(context: Context) -> Iterator[Finding]:
    """No list of actors in a record names the same actor twice.

    One would be counted as two. A claim's holders have a rule of their own.
    """
    seen: set[tuple[Path, str]] = set()
    for reference in context.references:
        if isinstance(reference.path[-1], int) and reference.field != "holders":
            key = (reference.path[:-1], reference.id)
            if key in seen:
                yield Finding(reference.path, f"{reference.id!r} is listed already")
            seen.add(key)


@rule(Severity.WARNING)
def actor_kind_unfit(context: Context) -> Iterator[Finding]:
    """Actors in records are of a kind that can play the part.

    A person or an outlet neither supplies nor receives weapons; outlets and facilities are not
    trained and, like countries, neither lead a coup nor fall by one; an institution is a
    body; facilities impose nothing and publish no figures. What breaks this is mostly a name
    read wrongly: a person's for a firm's, a base for its garrison.
    """
    for reference in context.references:
        actor = context.actors.get(reference.id)
        if reference.target != "actor" or actor is None:
            continue
        for base in type(reference.owner).__mro__:
            if actor.kind in UNFIT.get((base, reference.field), ()):
                yield Finding(reference.path, f"{actor.name!r} is of kind {actor.kind}")


@rule(Severity.WARNING)
def publisher_not_media(context: Context) -> Iterator[Finding]:
    """The publisher is an actor of kind ``media``.

    Whoever publishes news is an outlet in this article, whatever else it may be.
    """
    actor = context.actors.get(context.article.publisher or "")
    if actor is not None and actor.kind is not ActorKind.MEDIA:
        yield Finding(("publisher",), f"{actor.name!r} is of kind {actor.kind}")
