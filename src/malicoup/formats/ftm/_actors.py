"""The article, its actors and mentions, its quotes and claims as entities."""

from __future__ import annotations

from collections.abc import Iterable

from malicoup.formats import _export
from malicoup.formats.ftm._entity import Entity
from malicoup.formats.ftm._writer import UNNAMED, Writer
from malicoup.model import ActorKind, AnyActor, Claim, Mention, MentionForm, Person, Quote

#: Schema and topic of each kind of actor; a source without a name has none.
SCHEMATA: dict[ActorKind, tuple[str, str | None]] = {
    ActorKind.PERSON: ("Person", None),
    ActorKind.COUNTRY: ("PublicBody", "gov.national"),
    ActorKind.GOVERNMENT: ("PublicBody", "gov.national"),
    ActorKind.ARMED_FORCE: ("PublicBody", "mil"),
    ActorKind.ORGANIZATION: ("Organization", None),
    ActorKind.MEDIA: ("Organization", None),
    ActorKind.FACILITY: ("Organization", None),
    ActorKind.ARMED_GROUP: ("LegalEntity", None),
}
_NAMED = (MentionForm.NAME, MentionForm.SHORT_NAME, MentionForm.NOMINAL)


def write_article(writer: Writer) -> None:
    """The ``Article`` that proves all the rest."""
    article = writer.article
    entity = Entity(writer.key, "Article")
    writer.entities.append(entity)
    title = _export.words(article, article.title)
    writer.words(entity, "title", title, "$.title")
    entity.put("name", title or "") if title else None
    entity.put("fileName", f"{writer.key}.txt")
    if "name" not in entity.properties:
        entity.put("name", f"{writer.key}.txt")
    if writer.lang is None:
        writer.lose("$.language", article.language, "no language of FollowTheMoney")
    else:
        entity.put("language", writer.lang)
    if article.published is not None and article.published.year >= 1000:
        entity.put("publishedAt", article.published.isoformat())
    _write_url(writer, entity)
    writer.words(entity, "bodyText", article.text, "$.text")
    writer.words(entity, "summary", _export.words(article, article.lede), "$.lede")
    if article.publisher is not None:
        name = writer.index.name(article.publisher)
        if name is None:
            writer.lose("$.publisher", article.publisher, _export.DANGLING)
        writer.words(entity, "publisher", name, "$.publisher")
    entity.put("notes", f"SHA-256 of the text as given: {article.text_sha256}")


def _write_url(writer: Writer, entity: Entity) -> None:
    url = writer.article.url
    if url is None:
        return
    if _is_web(url):
        entity.put("sourceUrl", url)
    else:
        writer.lose("$.url", url, "FollowTheMoney takes http and https addresses with a path")


def _is_web(url: str) -> bool:
    scheme, _, rest = url.partition("://")
    host, _, _ = rest.partition("/")
    labels = host.split(".")
    return (
        scheme in ("http", "https")
        and "/" in rest
        and _export.is_absolute(url)
        and not any(mark in host for mark in "@:?#[]%")
        and all(any(c.isalnum() for c in label) for label in labels)
        and (len(labels) == 1 or (len(labels[-1]) > 1 and not labels[-1].isdigit()))
    )


def write_actor(writer: Writer, actor: AnyActor, path: str) -> None:
    """An entity per named actor."""
    kind = actor.kind
    if kind is ActorKind.UNNAMED:
        writer.lose(path, actor, UNNAMED)
        return
    schema, topic = SCHEMATA[kind]
    entity = writer.entity(schema, "actor", actor.id)
    writer.words(entity, "name", actor.name, f"{path}.name")
    if "name" not in entity.properties:
        entity.put("name", actor.id)
    for i, alias in enumerate(actor.aliases):
        writer.words(entity, "alias", alias, f"{path}.aliases[{i}]")
    if topic is not None:
        entity.put("topics", topic)
    if kind in (ActorKind.MEDIA, ActorKind.FACILITY):
        entity.put("keywords", str(kind))
    writer.country(entity, "nationality" if isinstance(actor, Person) else "country", actor.country)
    if isinstance(actor, Person):
        _write_person(writer, entity, actor, path)


def _write_person(writer: Writer, entity: Entity, person: Person, path: str) -> None:
    writer.words(entity, "title", person.rank, f"{path}.rank")
    writer.words(entity, "title", person.title, f"{path}.title")
    for i, role in enumerate(person.roles):
        writer.words(entity, "position", role, f"{path}.roles[{i}]")
    if person.gender is not None:
        entity.put("gender", str(person.gender))
    body = writer.index.actor(person.affiliation)
    if body is None or SCHEMATA.get(body.kind, ("", None))[0] not in ("PublicBody", "Organization"):
        if person.affiliation is not None:
            reason = _export.DANGLING if body is None else "no body that can have members"
            writer.lose(f"{path}.affiliation", person.affiliation, reason)
        return
    membership = writer.entity("Membership", "member", person.id)
    writer.actor(membership, "member", person.id, path)
    writer.actor(membership, "organization", body.id, f"{path}.affiliation")
    for role in person.roles:
        membership.put("role", role, lang=writer.lang)


def write_mention(writer: Writer, mention: Mention, path: str) -> None:
    """A ``Mention`` per mention with a name or a noun."""
    if mention.form not in _NAMED:
        writer.lose(path, mention, "a mention is a name in FollowTheMoney")
        return
    entity = writer.entity("Mention", "mention", mention.id, proof=False)
    entity.put("document", writer.key)
    writer.words(entity, "name", writer.article.slice(mention.span), f"{path}.span")
    if "name" not in entity.properties:
        writer.entities.pop()
        writer.lose(path, mention, "nothing is left of its words")
        return
    actor = writer.index.actor(mention.actor)
    if writer.actor(entity, "resolved", mention.actor, f"{path}.actor") and actor is not None:
        entity.put("detectedSchema", SCHEMATA[actor.kind][0])
        writer.country(entity, "contextCountry", actor.country)


def write_quote(writer: Writer, quote: Quote, path: str) -> None:
    """A ``Note`` on the speaker."""
    entity = writer.entity("Note", "quote", quote.id)
    entity.put("name", _with_names(writer, f"{quote.style} quote", [quote.speaker]))
    writer.words(entity, "description", writer.article.slice(quote.span), f"{path}.span")
    writer.actor(entity, "entity", quote.speaker, f"{path}.speaker")


def write_claim(writer: Writer, claim: Claim, path: str) -> None:
    """A ``Note`` on the holders, with polarity, certainty and realis before the words."""
    entity = writer.entity("Note", "claim", claim.id)
    entity.put("name", _with_names(writer, "claim", claim.holders))
    words = writer.article.slice(claim.span)
    marks = f"[{claim.polarity}/{claim.certainty}/{claim.realis}]"
    writer.words(entity, "description", f"{marks} {words}", f"{path}.span")
    for i, holder in enumerate(claim.holders):
        if holder is None:
            writer.lose(f"{path}.holders[{i}]", None, "a holder that nobody names")
        else:
            writer.actor(entity, "entity", holder, f"{path}.holders[{i}]")
    if len(claim.holders) > 1:
        order = list(claim.holders)
        writer.lose(f"{path}.holders", order, "their order is lost")


def _with_names(writer: Writer, what: str, ids: Iterable[str | None]) -> str:
    """*what*, and the words of sources without a name, which have no entity."""
    actors = [writer.index.actor(one) for one in ids]
    names = [actor.name for actor in actors if actor and actor.kind is ActorKind.UNNAMED]
    return f"{what}: {', '.join(names)}" if names else what
