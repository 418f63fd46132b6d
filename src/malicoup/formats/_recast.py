"""Actors after a correction: reassigned words, merged, split, new and vanished actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import attrs
from attrs import define

from malicoup.formats._identify import FreshIds
from malicoup.formats._links import has_words
from malicoup.formats._reading import FoundMention
from malicoup.formats.diff import is_reference
from malicoup.model import (
    ActorKind,
    AnyActor,
    Article,
    Country,
    Organization,
    Person,
    Source,
)
from malicoup.model.vocab import ORGANIZATION_KINDS

_T = TypeVar("_T")


@define(frozen=True, kw_only=True)
class Cast:
    """Who is who after the correction.

    Attributes:
        actors: All actors, the merged ones left out.
        of: Actor id by key of a mention.
        merged: Id that took the place of one that is gone.
        remarks: What was decided.
    """

    actors: tuple[AnyActor, ...]
    of: Mapping[str, str]
    merged: Mapping[str, str]
    remarks: tuple[str, ...]


def recast(
    article: Article, found: Sequence[FoundMention], ids: Mapping[str, str], fresh: FreshIds
) -> Cast:
    """Decide which actor each mention names, and what becomes of the actors.

    Args:
        article: What was exported.
        found: Mentions as the tool has them.
        ids: Mention ids by key, for those that were exported.
        fresh: Where new ids come from.
    """
    original = {mention.id: mention.actor for mention in article.mentions}
    before = {item.key: original[ids[item.key]] for item in found if item.key in ids}
    of, created = _assign(article, found, before, fresh)
    merged = _merged(article, before, of)
    actors = [_merge(actor, article, merged) for actor in article.actors if actor.id not in merged]
    remarks: list[str] = []
    recast = [_of_kind(actor, found, of, remarks) for actor in actors]
    return Cast(actors=(*recast, *created), of=of, merged=merged, remarks=tuple(remarks))


# --- Words to actors ------------------------------


def _assign(
    article: Article, found: Sequence[FoundMention], before: Mapping[str, str], fresh: FreshIds
) -> tuple[dict[str, str], list[AnyActor]]:
    known = {actor.id for actor in article.actors} | set(before.values())
    of = {item.key: item.actor for item in found if item.actor in known and item.actor is not None}
    elected = _elect(article, found, before)
    created: dict[str, AnyActor] = {}
    for item in sorted(found, key=lambda item: item.span):
        words = article.text[item.span.start : item.span.end].strip()
        if item.key in of:
            continue
        if item.actor is None and item.group in elected:
            of[item.key] = elected[item.group]
            continue
        same = _namesake(article, words, item) if item.key not in before else None
        label = item.actor or item.group or words
        if same is not None:
            of[item.key] = same.id
        else:
            if label not in created:
                created[label] = _create(fresh.take("a", item.actor), words, item.kind)
            of[item.key] = created[label].id
    return of, list(created.values())


def _elect(
    article: Article, found: Sequence[FoundMention], before: Mapping[str, str]
) -> dict[str | None, str]:
    """The actor of each group: the one most of its words named, each actor for one group."""
    votes = Counter(
        (item.group, before[item.key])
        for item in found
        if item.actor is None and item.group is not None and item.key in before
    )
    order = {actor.id: i for i, actor in enumerate(article.actors)}
    elected: dict[str | None, str] = {}
    for (group, actor), _ in sorted(
        votes.items(), key=lambda vote: (-vote[1], order.get(vote[0][1], len(order)))
    ):
        if group not in elected and actor not in elected.values():
            elected[group] = actor
    return elected


def _namesake(article: Article, words: str, item: FoundMention) -> AnyActor | None:
    """The one actor of that kind with that very name."""
    if item.actor is not None:
        return None
    same = [
        actor
        for actor in article.actors
        if words in (actor.name, *actor.aliases) and item.kind in (None, actor.kind)
    ]
    return same[0] if len(same) == 1 else None


def _create(id: str, words: str, kind: ActorKind | None) -> AnyActor:
    kind = kind or ActorKind.ORGANIZATION
    if kind in ORGANIZATION_KINDS:
        return Organization(id=id, name=words or id, kind=kind)
    return _CLASSES[kind](id=id, name=words or id)


_CLASSES: Mapping[ActorKind, type[Person] | type[Country] | type[Source]] = {
    ActorKind.PERSON: Person,
    ActorKind.COUNTRY: Country,
    ActorKind.UNNAMED: Source,
}


# --- What becomes of the actors ------------------------------


def _merged(article: Article, before: Mapping[str, str], of: Mapping[str, str]) -> dict[str, str]:
    """Actors none of whose words name them any more, and all of whose words name one other."""
    known = {actor.id for actor in article.actors}
    now: dict[str, set[str]] = {}
    for key, actor in before.items():
        now.setdefault(actor, set()).add(of[key])
    left = set(of.values())
    return {
        actor: next(iter(others))
        for actor, others in now.items()
        if actor in known and actor not in left and len(others) == 1 and others <= known
    }


def _merge(actor: AnyActor, article: Article, merged: Mapping[str, str]) -> AnyActor:
    gone = [other for other in article.actors if merged.get(other.id) == actor.id]
    if not gone:
        return actor
    names = [name for other in gone for name in (other.name, *other.aliases)]
    aliases = dict.fromkeys([*actor.aliases, *(name for name in names if name != actor.name)])
    country = actor.country or next((other.country for other in gone if other.country), None)
    return attrs.evolve(actor, aliases=tuple(aliases), country=country)


def _of_kind(
    actor: AnyActor, found: Sequence[FoundMention], of: Mapping[str, str], remarks: list[str]
) -> AnyActor:
    """*actor*, of another kind where all its words are marked so."""
    kinds = {item.kind for item in found if of[item.key] == actor.id and item.kind is not None}
    if not kinds or kinds == {actor.kind}:
        return actor
    if len(kinds) > 1:
        names = ", ".join(sorted(kinds))
        remarks.append(f"{actor.id} stays {actor.kind}: its words are marked {names}")
        return actor
    (kind,) = kinds
    body: dict[str, Any] = {"kind": kind} if kind in ORGANIZATION_KINDS else {}
    cl: type[Any] = Organization if body else _CLASSES[kind]
    if isinstance(actor, Organization) and body:
        return attrs.evolve(actor, kind=kind)
    common = {name: getattr(actor, name) for name in ("id", "name", "aliases", "country")}
    made: AnyActor = cl(**common, **body)
    return made


def vanished(article: Article, corrected: Article) -> frozenset[str]:
    """Actors that lost all their words and that nothing refers to any more."""
    spoken = {m.actor for m in article.mentions if has_words(article, m.span)}
    used = set(_references(attrs.evolve(corrected, text="", text_sha256="0" * 64)))
    return frozenset(spoken - used)


def _references(node: Any) -> list[str]:
    found: list[str] = []
    for a in attrs.fields(type(node)):
        value = getattr(node, a.name)
        items = value if isinstance(value, tuple) else (value,)
        for item in items:
            if attrs.has(type(item)):
                found += _references(item)
            elif is_reference(type(node), a.name) and item is not None:
                found.append(item)
    return found


def renamed(node: _T, merged: Mapping[str, str]) -> _T:
    """*node* with every reference to an actor that is gone led to the one in its place."""
    updates: dict[str, Any] = {}
    for a in attrs.fields(type(node)):  # type: ignore[arg-type]
        value = getattr(node, a.name)
        new = _renamed_value(type(node), a.name, value, merged)
        if new is not value:
            updates[a.name] = new
    return attrs.evolve(node, **updates) if updates else node  # type: ignore[misc]


def _renamed_value(cl: type, name: str, value: Any, merged: Mapping[str, str]) -> Any:
    if isinstance(value, tuple):
        if is_reference(cl, name):
            new = tuple(merged.get(item, item) for item in value)
            if new == value:
                return value
            return without_repeats(new) if name == "holders" else tuple(dict.fromkeys(new))
        items = tuple(_renamed_value(cl, name, item, merged) for item in value)
        return items if any(a is not b for a, b in zip(items, value, strict=True)) else value
    if attrs.has(type(value)):
        return renamed(value, merged)
    return merged.get(value, value) if is_reference(cl, name) else value


def without_repeats(chain: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """*chain* in which nobody follows himself or herself; two unnamed ones may."""
    return tuple(a for i, a in enumerate(chain) if a is None or i == 0 or chain[i - 1] != a)
