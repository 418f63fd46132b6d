"""The article, its actors, quotations and claims as nodes."""

from __future__ import annotations

from malicoup.formats import _export
from malicoup.formats.jsonld._graph import Graph, country, put
from malicoup.model import (
    ActorKind,
    AnyActor,
    Claim,
    Country,
    Person,
    Polarity,
    Quote,
    QuoteStyle,
    Realis,
)

TYPES: dict[ActorKind, str] = {
    ActorKind.PERSON: "Person",
    ActorKind.COUNTRY: "GovernmentOrganization",
    ActorKind.GOVERNMENT: "GovernmentOrganization",
    ActorKind.ARMED_FORCE: "GovernmentOrganization",
    ActorKind.MEDIA: "NewsMediaOrganization",
    ActorKind.ORGANIZATION: "Organization",
    ActorKind.ARMED_GROUP: "Organization",
    ActorKind.FACILITY: "Organization",
}
#: Kinds that the type alone tells; of the others it says less than the report.
_TOLD = (ActorKind.PERSON, ActorKind.MEDIA, ActorKind.ORGANIZATION)


def write_article(graph: Graph) -> None:
    """The ``NewsArticle``, the first node."""
    article = graph.article
    node = {"@type": "NewsArticle", "@id": graph.iris.base}
    graph.nodes.append(node)
    headings = [_export.words(article, section.heading) for section in article.sections]
    put(
        node,
        url=article.url if _is_address(graph) else None,
        headline=_export.words(article, article.title),
        abstract=_export.words(article, article.lede),
        articleSection=[heading for heading in headings if heading],
        articleBody=article.text,
        inLanguage=article.language,
        datePublished=article.published.isoformat() if article.published else None,
        publisher=graph.actor(article.publisher, "$.publisher"),
        identifier={
            "@type": "PropertyValue",
            "propertyID": "sha256",
            "value": article.text_sha256,
        },
    )


def _is_address(graph: Graph) -> bool:
    url = graph.article.url
    if url is None or _export.is_absolute(url):
        return url is not None
    graph.lose("$.url", url, "no absolute address")
    return False


def write_actor(graph: Graph, actor: AnyActor, path: str) -> None:
    """A node per named actor."""
    if actor.kind is ActorKind.UNNAMED:
        graph.lose(path, actor, "a source without a name is no person and no organization")
        return
    node = graph.node(TYPES[actor.kind], actor.id, "mentions")
    put(node, name=actor.name, alternateName=list(actor.aliases))
    if isinstance(actor, Person):
        _write_person(graph, node, actor, path)
        return
    put(node, areaServed=country(actor.country))
    if actor.kind not in _TOLD and not isinstance(actor, Country):
        graph.lose(f"{path}.kind", actor.kind, f"only told as {TYPES[actor.kind]}")


def _write_person(graph: Graph, node: dict[str, object], person: Person, path: str) -> None:
    put(
        node,
        honorificPrefix=list(filter(None, [person.rank, person.title])),
        jobTitle=list(person.roles),
        nationality=country(person.country),
        gender=None if person.gender is None else str(person.gender),
    )
    body = graph.index.actor(person.affiliation)
    if isinstance(body, Person):
        graph.lose(f"{path}.affiliation", person.affiliation, "a person is no body")
    elif (target := graph.actor(person.affiliation, f"{path}.affiliation")) is not None:
        role: dict[str, object] = {"@type": "OrganizationRole"}
        put(role, roleName=list(person.roles), affiliation=target)
        put(node, affiliation=role)


def write_quote(graph: Graph, quote: Quote, path: str) -> None:
    """A ``Quotation`` for words in marks; told words are no quotation."""
    if quote.style is QuoteStyle.INDIRECT:
        graph.lose(path, quote, "told words are no Quotation")
        return
    node = graph.node("Quotation", quote.id, "hasPart")
    speaker = graph.index.actor(quote.speaker)
    unnamed = speaker is not None and speaker.kind is ActorKind.UNNAMED
    put(
        node,
        text=graph.article.slice(quote.span),
        inLanguage=graph.article.language,
        isPartOf={"@id": graph.iris.base},
        spokenByCharacter=graph.actor(quote.speaker, f"{path}.speaker"),
        creditText=speaker.name if speaker is not None and unnamed else None,
    )
    if quote.addressee is not None:
        name = graph.index.name(quote.addressee)
        if name is None:
            graph.lose(f"{path}.addressee", quote.addressee, _export.DANGLING)
        else:
            put(node, audience={"@type": "Audience", "name": name})
    if quote.style is QuoteStyle.MIXED:
        graph.lose(f"{path}.style", quote.style, "the marks within the text alone tell it")


def write_claim(graph: Graph, claim: Claim, path: str) -> None:
    """A ``Claim`` for what is affirmed."""
    if claim.polarity is not Polarity.POSITIVE or claim.realis is Realis.NEGATED:
        graph.lose(path, claim, "a Claim has no polarity, and would affirm what is denied")
        return
    node = graph.node("Claim", claim.id, "mentions")
    put(
        node,
        text=graph.article.slice(claim.span),
        inLanguage=graph.article.language,
        appearance={"@id": graph.iris.base},
    )
    last = len(claim.holders) - 1
    for i, holder in enumerate(claim.holders):
        place = f"{path}.holders[{i}]"
        if i < last:
            graph.lose(place, holder, "a Claim names its last holder only")
        elif holder is None:
            graph.lose(place, None, "a holder that nobody names")
        else:
            put(node, author=graph.actor(holder, place))
