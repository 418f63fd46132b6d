"""Compares an article with a reading, fact by fact; every difference is one line of words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from malicoup.model import ActorKind, Article, Person, Quantity, Span
from seed.reading import Reading, plain, trimmed

PUBLISHED = date(2020, 8, 26)


def at(span: Span | None) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)


def known_as(actor: Any) -> set[str]:
    """All names of an actor of the article."""
    return {plain(name) for name in (actor.name, *actor.aliases)}


def names_of(fact: dict[str, Any]) -> set[str]:
    """All names of an actor of the facts."""
    return {plain(name) for name in (fact["name"], *fact.get("aliases", ()))}


def _joined(a: str, b: str) -> bool:
    """Whether the shorter of two names of bodies opens the longer, two words or more."""
    short, long = sorted((a.split(), b.split()), key=len)
    return len(short) > 1 and long[: len(short)] == short


def is_same(fact: dict[str, Any], actor: Any) -> bool:
    """Whether the actor is the one of the facts, by one of its names."""
    if fact["kind"] == "country":
        return actor.kind == ActorKind.COUNTRY and actor.country == fact["country"]
    if fact["kind"] == "person" and plain(fact["name"]) != plain(actor.name):
        return False
    ours, theirs = names_of(fact), known_as(actor)
    if ours & theirs:
        return True
    return fact["kind"] != "person" and any(_joined(a, b) for a in ours for b in theirs)


class Comparison:
    """One article beside one reading."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self.article = article
        self.reading = reading
        self.facts = reading.facts
        self.by_id = {a.id: a for a in article.actors}

    def is_actor(self, key: str | None, id: str | None) -> bool:
        """Whether an id of the article is the actor of that key."""
        if key is None or id is None:
            return key is id
        return is_same(self.facts["actors"][key], self.by_id[id])

    def name(self, id: str | None) -> str:
        return repr(self.by_id[id].name) if id else "nobody"

    def trim(self, span: Any) -> tuple[int, int]:
        return trimmed(self.article.text, at(span) if isinstance(span, Span) else span)

    # -- one method a kind of fact ------------------------------

    def structure(self) -> Iterator[str]:
        """Title, lede, headings, paragraphs, publisher."""
        want, article = self.facts["structure"], self.article
        for name, span in (("title", article.title), ("lede", article.lede)):
            if at(span) != tuple(want[name]):
                yield f"{name} at {at(span)}, not {want[name]}"
        headings = [at(s.heading) for s in article.sections if s.heading is not None]
        if headings != [tuple(h) for h in want["headings"]]:
            yield f"headings at {headings}, not {want['headings']}"
        paragraphs = [at(p) for s in article.sections for p in s.paragraphs]
        wanted = [tuple(p) for p in want["paragraphs"]]
        source = tuple(want["source_line"])
        if [p for p in paragraphs if p != source] != wanted:
            yield f"paragraphs at {paragraphs}, not {wanted}"
        name = self.reading.words(want["publisher"])
        if article.publisher is None or plain(name) not in known_as(self.by_id[article.publisher]):
            yield f"publisher {self.name(article.publisher)}, not {name!r}"

    def faults(self) -> Iterator[str]:
        """Faults of quotation marks."""
        found = {
            (d.code, d.span.start)
            for d in self.article.diagnostics
            if d.span is not None and d.code.startswith("mark-")
        }
        for fault in self.facts["faults"]:
            codes = fault["code"].split("|")
            hit = next(((c, fault["span"][0]) for c in codes if (c, fault["span"][0]) in found), 0)
            if hit:
                found.discard(hit)
            else:
                yield f"no {fault['code']} at {fault['span']}"
        yield from (f"invented fault {code} at {start}" for code, start in sorted(found))

    def statements(self) -> Iterator[str]:
        """Words, style, cue, speaker, addressee of every statement, and no further ones."""
        quotes = {self.trim(q.span): q for q in self.article.quotes}
        for fact in self.facts["statements"]:
            place = self.trim(fact["span"])
            quote = quotes.pop(place, None)
            label = f"{fact['id']} {self.reading.words(place)[:50]!r}"
            if quote is None:
                yield f"{label} not found"
                continue
            if quote.style != fact["style"]:
                yield f"{label} is {quote.style}, not {fact['style']}"
            if not self.is_actor(fact["speaker"], quote.speaker):
                who = self.facts["actors"].get(fact["speaker"], {}).get("name")
                how = f"{quote.speaker_rule}, {quote.rule}"
                yield f"{label} credited to {self.name(quote.speaker)} ({how}), not {who!r}"
            if not self.is_actor(fact.get("addressee"), quote.addressee):
                yield f"{label} addressed to {self.name(quote.addressee)}"
            cue = None if quote.cue is None else at(quote.cue.span)
            if cue is None or cue[1] <= fact["cue"][0] or cue[0] >= fact["cue"][1]:
                yield f"{label} has its cue at {cue}, not {fact['cue']}"
            if "quoted" in fact and [self.trim(s) for s in quote.quoted] != [
                self.trim(fact["quoted"])
            ]:
                yield f"{label} has {quote.quoted} in marks, not {fact['quoted']}"
        for place, quote in quotes.items():
            yield f"invented statement ({quote.rule}) {self.reading.words(place)[:60]!r}"

    def actors(self) -> Iterator[str]:
        """Every actor once, with kind, country, rank, roles, affiliation; no invented people."""
        left = list(self.article.actors)
        for key, fact in self.facts["actors"].items():
            actor = next((a for a in left if is_same(fact, a)), None)
            if actor is None:
                yield f"{key} ({fact['name']}) not among the actors"
                continue
            left.remove(actor)
            if actor.kind != fact["kind"]:
                yield f"{fact['name']} is {actor.kind}, not {fact['kind']}"
            if "country" in fact and actor.country != fact["country"]:
                yield f"{fact['name']} is of {actor.country}, not {fact['country']}"
            if isinstance(actor, Person):
                yield from self._person(fact, actor)
        yield from (f"invented person {a.name!r}" for a in left if a.kind == ActorKind.PERSON)

    def _person(self, fact: dict[str, Any], person: Person) -> Iterator[str]:
        name = fact["name"]
        if "rank" in fact and plain(person.rank or "") != plain(fact["rank"]):
            yield f"{name} has the rank {person.rank!r}, not {fact['rank']!r}"
        roles = [plain(r) for r in person.roles]
        for role in map(plain, fact.get("roles", ())):
            if not any(role.startswith(r) or r.startswith(role) for r in roles if r):
                yield f"{name} has the roles {roles}, not {role!r}"
        if "affiliation" in fact and not self.is_body(fact["affiliation"], person.affiliation):
            yield f"{name} belongs to {self.name(person.affiliation)}, not {fact['affiliation']}"
        if "gender" in fact and person.gender is not None and person.gender != fact["gender"]:
            yield f"{name} is {person.gender}, not {fact['gender']}"

    def is_body(self, key: str, id: str | None) -> bool:
        """Whether the id is the body of that key, or one named after it (programme SIPRI …)."""
        if self.is_actor(key, id):
            return True
        names = names_of(self.facts["actors"][key])
        return id is not None and not names.isdisjoint(plain(self.by_id[id].name).split())

    def dates(self, *, published: bool = False) -> Iterator[str]:
        """Dates with their values, and no further ones."""
        left = list(self.article.dates)
        for fact in self.facts["dates"]:
            start, end = fact["span"]
            found = next((d for d in left if d.span.start < end and d.span.end > start), None)
            words = self.reading.words(fact["span"])
            if found is None:
                yield f"date {words!r} not found"
                continue
            left.remove(found)
            later = fact.get("published_2020_08_26")
            if later is not None and published:
                if found.edtf is None or found.edtf.split("/")[0][:7] != later.split("/")[0][:7]:
                    year = (found.edtf or "").split("/")[0][:4]
                    if "/" not in later or year != later[:4]:
                        yield f"date {words!r} is {found.edtf}, not {later}"
            elif later is None and "published_2020_08_26" not in fact:
                if found.edtf != fact["edtf"]:
                    yield f"date {words!r} is {found.edtf}, not {fact['edtf']}"
            elif not published and found.edtf is not None:
                yield f"date {words!r} is {found.edtf} though the publication date is not known"
        yield from (f"invented date {self.article.slice(d.span)!r}" for d in left)

    def quantities(self) -> Iterator[str]:
        """Quantities with their bounds, and no further ones."""
        left = list(self.article.quantities)
        for fact in self.facts["quantities"]:
            start, end = fact["span"]
            found = next((q for q in left if q.span.start < end and q.span.end > start), None)
            words = self.reading.words(fact["span"])
            if found is None:
                yield f"quantity {words!r} not found"
                continue
            left.remove(found)
            if bounds(found) != wanted(fact["minimum"], fact["maximum"]):
                yield f"quantity {words!r} is {bounds(found)}"
        yield from (f"invented quantity {self.article.slice(q.span)!r}" for q in left)


def bounds(quantity: Quantity | None) -> tuple[Decimal | None, Decimal | None] | None:
    return None if quantity is None else (quantity.minimum, quantity.maximum)


def wanted(low: int, high: int | None) -> tuple[Decimal, Decimal | None]:
    return Decimal(low), None if high is None else Decimal(high)
