"""Collects the nodes of one article, and what they lose on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from malicoup.formats import _export
from malicoup.formats._export import Index, IRIs, Loss, plain
from malicoup.formats._say import plain_date
from malicoup.model import ActorKind, Article

UNNAMED = "a source without a name is no person and no organization"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

Node = dict[str, Any]


class Graph:
    """The nodes of *article* in the making; the first is the article's own."""

    def __init__(self, article: Article, iris: IRIs, *, rich: bool) -> None:
        self.article = article
        self.iris = iris
        self.rich = rich
        self.index = Index(article)
        self.nodes: list[Node] = []
        self.lost: list[Loss] = []
        self.skip: set[str] = set()

    def lose(self, path: str, value: object, reason: str) -> None:
        """Report a value that is lost; the common walker then leaves its path alone."""
        self.lost.append(Loss(path=path, value=plain(value), reason=reason))
        self.skip.add(path)

    def node(self, type: str, id: str, link: str | None = None) -> Node:
        """Begin a node; *link* is the property of the article that points at it."""
        node: Node = {"@type": type, "@id": self.iris.of(id)}
        self.nodes.append(node)
        if link is not None:
            self.nodes[0].setdefault(link, []).append({"@id": node["@id"]})
        return node

    def actor(self, id: str | None, path: str) -> Node | None:
        """A reference to an actor that has a node."""
        if id is None:
            return None
        actor = self.index.actor(id)
        if actor is None or actor.kind is ActorKind.UNNAMED:
            self.lose(path, id, _export.DANGLING if actor is None else UNNAMED)
            return None
        return {"@id": self.iris.of(id)}

    def actors(self, ids: Iterable[str], path: str) -> list[Node]:
        """References to several actors."""
        found = (self.actor(one, f"{path}[{i}]") for i, one in enumerate(ids))
        return [node for node in found if node is not None]

    def dates(self, node: Node, edtf: str | None, path: str) -> None:
        """Put start and end of an event."""
        if edtf is None:
            return
        dates = plain_date(edtf)
        if dates is None:
            if self.rich:
                node["startDate"] = _typed(edtf)
            else:
                self.lose(path, edtf, "profile 'web' writes full days only")
            return
        for key, day in (("startDate", dates.start), ("endDate", dates.end)):
            if day is not None and (self.rich or _DAY.fullmatch(day)):
                node[key] = day if _DAY.fullmatch(day) else _typed(day)
        if not dates.exact:
            self.lose(path, edtf, "only its plain dates are kept")
        elif not self.rich and not all(
            _DAY.fullmatch(day) for day in (dates.start, dates.end) if day
        ):
            self.lose(path, edtf, "profile 'web' writes full days only")


def put(node: Node, **values: Any) -> None:
    """Put values into a node: None and empty lists are left out, a list of one is its item."""
    for key, value in values.items():
        if value is None or value == []:
            continue
        node[key] = value[0] if isinstance(value, list) and len(value) == 1 else value


def country(code: str | None) -> Node | None:
    """A country by its ISO 3166-1 code."""
    return None if code is None else {"@type": "Country", "identifier": code}


def _typed(edtf: str) -> Node:
    return {"@type": EDTF, "@value": edtf}
