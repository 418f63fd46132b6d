"""Counts the facts of the seed that the parser finds, class by class; one answer a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import malicoup
from malicoup.model import ActorKind, Person
from seed.compare import PUBLISHED, Comparison, at, bounds, is_same, known_as, plain, wanted
from seed.reading import read_seed
from seed.records import is_coup, is_measure, is_power, is_training

Answers = Iterator[bool]


class Seed:
    """The seed's facts beside what is read without and with the day of publication."""

    def __init__(self) -> None:
        self.reading = read_seed()
        self.facts = self.reading.facts
        self.article = malicoup.parse(self.reading.text)
        self.published = malicoup.parse(self.reading.text, published=PUBLISHED)
        self.compared = Comparison(self.article, self.reading)

    def actor(self, key: str) -> Any:
        """The actor of that key, or None."""
        fact = self.facts["actors"][key]
        return next((a for a in self.article.actors if is_same(fact, a)), None)

    def having(self, field: str) -> Iterator[tuple[dict[str, Any], Any]]:
        """The actors of the facts that have *field*, each with the actor found."""
        for key, fact in self.facts["actors"].items():
            if field in fact:
                yield fact, self.actor(key)

    def quotes(self) -> Iterator[tuple[dict[str, Any], Any]]:
        """Every statement of the facts with the quote of the same words, or None."""
        by_place = {self.compared.trim(q.span): q for q in self.article.quotes}
        for fact in self.facts["statements"]:
            yield fact, by_place.get(self.compared.trim(fact["span"]))

    def events(self, kind: str) -> list[Any]:
        return [event for event in self.article.events if event.kind == kind]


def structure(seed: Seed) -> Answers:
    article, want = seed.article, seed.facts["structure"]
    headings = [at(s.heading) for s in article.sections if s.heading is not None]
    yield at(article.title) == tuple(want["title"])
    yield at(article.lede) == tuple(want["lede"])
    yield from (tuple(heading) in headings for heading in want["headings"])
    publisher = article.actor(article.publisher)
    yield publisher is not None and plain(seed.reading.words(want["publisher"])) in known_as(
        publisher
    )


def faults(seed: Seed) -> Answers:
    found = {(d.code, d.span.start) for d in seed.article.diagnostics if d.span is not None}
    yield from ((fault["code"], fault["span"][0]) in found for fault in seed.facts["faults"])


def spans(seed: Seed) -> Answers:
    yield from (quote is not None for _, quote in seed.quotes())


def styles(seed: Seed) -> Answers:
    yield from (quote is not None and quote.style == fact["style"] for fact, quote in seed.quotes())


def speakers(seed: Seed) -> Answers:
    for fact, quote in seed.quotes():
        yield quote is not None and seed.compared.is_actor(fact["speaker"], quote.speaker)


def actors(seed: Seed) -> Answers:
    yield from (seed.actor(key) is not None for key in seed.facts["actors"])


def kinds(seed: Seed) -> Answers:
    yield from (a is not None and a.kind == fact["kind"] for fact, a in seed.having("kind"))


def countries(seed: Seed) -> Answers:
    yield from (
        a is not None and a.country == fact["country"] for fact, a in seed.having("country")
    )


def ranks(seed: Seed) -> Answers:
    for fact, person in seed.having("rank"):
        yield isinstance(person, Person) and plain(person.rank or "") == plain(fact["rank"])


def roles(seed: Seed) -> Answers:
    for fact, person in seed.having("roles"):
        have = [plain(role) for role in getattr(person, "roles", ())]
        for role in map(plain, fact["roles"]):
            yield any(role.startswith(r) or r.startswith(role) for r in have if r)


def affiliations(seed: Seed) -> Answers:
    for fact, person in seed.having("affiliation"):
        yield seed.compared.is_body(fact["affiliation"], getattr(person, "affiliation", None))


def no_invented_people(seed: Seed) -> Answers:
    people = sum(actor.kind == ActorKind.PERSON for actor in seed.article.actors)
    yield people == sum(fact["kind"] == "person" for fact in seed.facts["actors"].values())


def dates(seed: Seed) -> Answers:
    for fact in seed.facts["dates"]:
        found = _overlapping(seed.article.dates, fact["span"])
        yield found is not None and found.edtf == fact["edtf"]


def dated(seed: Seed) -> Answers:
    for fact in seed.facts["dates"]:
        later = fact.get("published_2020_08_26")
        if later is not None:
            found = _overlapping(seed.published.dates, fact["span"])
            first = (found.edtf or "").split("/")[0] if found else ""
            yield first != "" and later.split("/")[0].startswith(first[: len(later.split("/")[0])])


def quantities(seed: Seed) -> Answers:
    for fact in seed.facts["quantities"]:
        found = _overlapping(seed.article.quantities, fact["span"])
        yield bounds(found) == wanted(fact["minimum"], fact["maximum"])


def _overlapping(items: Any, span: list[int]) -> Any:
    return next((i for i in items if i.span.start < span[1] and i.span.end > span[0]), None)


def deal(seed: Seed) -> Answers:
    """One deal; recipient, weapon, number, day of the order, delivery, source with evidence."""
    (fact,), deals, is_actor = (
        seed.facts["arms_deals"],
        seed.article.arms_deals,
        seed.compared.is_actor,
    )
    one = deals[0] if len(deals) == 1 else malicoup.ArmsDeal(id="none")
    yield is_power(seed.compared, one.supplier)
    yield is_actor(fact["recipient"], one.recipient)
    yield one.weapon.designation == fact["designation"]
    yield bounds(one.ordered) == wanted(*fact["ordered"])
    yield one.order_date == fact["order_date"]
    want = [(wanted(*d["quantity"]), d["date"], d["condition"]) for d in fact["deliveries"]]
    yield [(bounds(d.quantity), d.date, d.condition) for d in one.deliveries] == want
    yield is_actor(fact["source"], one.source) and len(one.evidence) > 0


def trainings(seed: Seed) -> Answers:
    """Their number, and each of them."""
    found, facts = seed.events("military_training"), seed.facts["trainings"]
    yield len(found) == len(facts)
    yield from (any(is_training(seed.compared, fact, e) for e in found) for fact in facts)


def coups(seed: Seed) -> Answers:
    yield from _each(seed, "coup", "coups", is_coup)


def suspensions(seed: Seed) -> Answers:
    yield from _each(seed, "suspension", "suspensions", is_measure)


def sanctions(seed: Seed) -> Answers:
    yield from _each(seed, "sanction", "sanctions", is_measure)


def _each(seed: Seed, kind: str, key: str, is_it: Callable[..., bool]) -> Answers:
    found = seed.events(kind)
    yield from (any(is_it(seed.compared, fact, e) for e in found) for fact in seed.facts[key])


def statistics(seed: Seed) -> Answers:
    for fact in seed.facts["statistics"]:
        yield any(
            bounds(s.value) == wanted(*fact["value"])
            and seed.compared.is_actor(fact["source"], s.source)
            for s in seed.article.statistics
        )


class Class(NamedTuple):
    """A class of facts: its name, when one of them counts as found, and the answers."""

    name: str
    counts: str
    answers: Callable[[Seed], Answers]


CLASSES = (
    Class("structure", "title, lede, each heading, the publisher at their places", structure),
    Class("fault of quotation marks", "a diagnostic of its code at its place", faults),
    Class("statement: words", "a quote of exactly these words", spans),
    Class("statement: style", "direct, indirect or mixed", styles),
    Class("statement: speaker", "the right actor, or nobody where nobody is named", speakers),
    Class("actor", "among the actors, once", actors),
    Class("actor: kind", "person, organization, country …", kinds),
    Class("actor: country", "the ISO code, where the report gives one", countries),
    Class("person: rank", "as written", ranks),
    Class("person: role", "as written, or its beginning", roles),
    Class("person: affiliation", "the right body", affiliations),
    Class("no invented person", "as many people as there are", no_invented_people),
    Class("date", "its EDTF value; open where it leans on the day of publication", dates),
    Class("date, publication known", "its value once that day is given", dated),
    Class("quantity", "its bounds", quantities),
    Class("arms deal", "supplier, recipient, weapon, number, order, delivery, source", deal),
    Class("military training", "number of them; trainees, provider, body, duration", trainings),
    Class("coup", "country, date, the ousted, leaders and alleged leaders", coups),
    Class("suspension", "who suspends what to whom", suspensions),
    Class("sanction", "date and target", sanctions),
    Class("statistic", "value and source", statistics),
)  # fmt: skip


def counted(seed: Seed) -> Iterator[tuple[Class, int, int]]:
    """Each class with how many of its facts are found, of how many."""
    for one in CLASSES:
        answers = list(one.answers(seed))
        yield one, sum(answers), len(answers)
