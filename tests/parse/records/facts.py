"""Short forms of records for the tables of the tests."""

from __future__ import annotations

import datetime

import malicoup
from malicoup.model import Article

PUBLISHED = datetime.date(2023, 5, 17)


def read(text: str) -> Article:
    """The article of *text*, published on a Wednesday."""
    return malicoup.parse(text, published=PUBLISHED)


def country(article: Article, actor: str | None) -> str | None:
    """Country of an actor, or its name where it has none."""
    if actor is None:
        return None
    found = article.actor(actor)
    return found.country or found.name


def deals(text: str) -> list[tuple[object, ...]]:
    """Supplier, recipient, weapon, status of each deal."""
    article = read(text)
    return [
        (
            country(article, deal.supplier),
            country(article, deal.recipient),
            deal.weapon.designation or deal.weapon.description,
            str(deal.status),
        )
        for deal in article.arms_deals
    ]


def events(text: str, kind: str) -> list[object]:
    """The events of one kind, with their article."""
    article = read(text)
    return [(article, event) for event in article.events if event.kind == kind]
