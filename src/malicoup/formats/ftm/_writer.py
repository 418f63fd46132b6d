"""Collects the entities of one article, and what they lose on the way."""

from __future__ import annotations

from collections.abc import Iterable

from malicoup.formats import _export
from malicoup.formats._export import Index, Loss, plain
from malicoup.formats._say import PlainDate, plain_date
from malicoup.formats.ftm import _entity
from malicoup.formats.ftm._entity import Entity
from malicoup.model import ActorKind, Article

CLEANED = "FollowTheMoney deletes or replaces these characters; statements.csv keeps the words"
UNNAMED = "a source without a name has no entity"


class Writer:
    """The entities of *article* in the making."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.index = Index(article)
        self.key = _entity.article_key(article)
        self.lang = _entity.LANGUAGES.get(article.language.split("-")[0].lower())
        self.entities: list[Entity] = []
        self.lost: list[Loss] = []
        self.skip: set[str] = set()

    def lose(self, path: str, value: object, reason: str) -> None:
        """Report a value that is lost; the common walker then leaves its path alone."""
        self.lost.append(Loss(path=path, value=plain(value), reason=reason))
        self.skip.add(path)

    def entity(self, schema: str, kind: str, id: str, *, proof: bool = True) -> Entity:
        """Begin an entity that the article proves."""
        entity = Entity(_entity.entity_id(self.article, kind, id), schema)
        self.entities.append(entity)
        if proof:
            entity.put("proof", self.key)
        return entity

    def words(self, entity: Entity, prop: str, words: str | None, path: str) -> None:
        """Put words of the report, in its language."""
        if words is None:
            return
        value = entity.put(prop, words, lang=self.lang)
        if value.value != words:
            self.lost.append(Loss(path=path, value=_missing(words, value.value), reason=CLEANED))

    def country(self, entity: Entity, prop: str, code: str | None) -> None:
        """Put the code of a country."""
        if code is not None:
            entity.put(prop, _entity.country(code))

    def actor_id(self, id: str | None) -> str | None:
        """Id of the entity of an actor, where it has one."""
        actor = self.index.actor(id)
        if actor is None or actor.kind is ActorKind.UNNAMED:
            return None
        return _entity.entity_id(self.article, "actor", actor.id)

    def actor(self, entity: Entity, prop: str, id: str | None, path: str) -> bool:
        """Put a reference to an actor; says whether that could be done."""
        if id is None:
            return False
        target = self.actor_id(id)
        if target is None:
            self.lose(path, id, _export.DANGLING if self.index.actor(id) is None else UNNAMED)
            return False
        entity.put(prop, target)
        return True

    def actors(self, entity: Entity, prop: str, ids: Iterable[str], path: str) -> None:
        """Put references to several actors."""
        for i, one in enumerate(ids):
            self.actor(entity, prop, one, f"{path}[{i}]")

    def date(self, entity: Entity, edtf: str | None, path: str, single: str = "date") -> None:
        """Put a date, or an interval where the schema has one (*single* is ``date``)."""
        if edtf is None:
            return
        dates = plain_date(edtf)
        if dates is None or (dates.interval and single != "date") or not _in_range(dates):
            self.lose(path, edtf, "FollowTheMoney knows no such date")
            return
        if not dates.exact:
            self.lose(path, edtf, "only its plain date is kept")
        if not dates.interval and dates.start is not None:
            entity.put(single, dates.start)
        elif dates.interval:
            for prop, day in (("startDate", dates.start), ("endDate", dates.end)):
                if day is not None:
                    entity.put(prop, day)


def _in_range(dates: PlainDate) -> bool:
    """FollowTheMoney reads the years 1000 to 2999."""
    return all(end is None or end[0] in "12" for end in (dates.start, dates.end))


def _missing(given: str, kept: str) -> list[str]:
    """Characters of *given* that are fewer in *kept*, in order of their code."""
    return [f"U+{ord(c):04X}" for c in sorted(set(given)) if given.count(c) > kept.count(c)]
