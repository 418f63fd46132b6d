"""The seed article, read completely: every fact of ``facts.json``, none invented."""

from __future__ import annotations

import hashlib

import pytest

import malicoup
from malicoup.model import ActorKind, Article
from seed.compare import PUBLISHED, Comparison
from seed.reading import Reading, read_seed

KINDS = ("structure", "faults", "statements", "actors", "dates", "quantities")


@pytest.fixture(scope="module")
def seed() -> Reading:
    return read_seed()


@pytest.fixture(scope="module")
def article(seed: Reading) -> Article:
    return malicoup.parse(seed.text)


def test_the_seed_is_the_text_that_the_facts_speak_of(seed: Reading) -> None:
    assert len(seed.text) == seed.facts["characters"]
    assert hashlib.sha256(seed.text.encode()).hexdigest() == seed.facts["sha256"]


@pytest.mark.parametrize("kind", KINDS)
def test_all_facts_are_found_and_none_is_invented(
    seed: Reading, article: Article, kind: str
) -> None:
    assert list(getattr(Comparison(article, seed), kind)()) == []


def test_dates_that_lean_on_the_publication_date(seed: Reading) -> None:
    article = malicoup.parse(seed.text, published=PUBLISHED)
    assert list(Comparison(article, seed).dates(published=True)) == []


def test_a_name_inside_a_name_is_nobody(seed: Reading, article: Article) -> None:
    people = {a.name for a in article.actors if a.kind == ActorKind.PERSON}
    assert people.isdisjoint(seed.facts["not_people"])
    assert len(people) == sum(a["kind"] == "person" for a in seed.facts["actors"].values())


def test_speakers_are_mentioned_where_the_facts_say(seed: Reading, article: Article) -> None:
    mentions = {m.id: m for m in article.mentions}
    for fact in seed.facts["statements"]:
        start, _end = fact["span"]
        quote = next(q for q in article.quotes if abs(q.span.start - start) <= 1)
        if "mention" in fact:
            span = mentions[quote.mention or ""].span
            assert span.start <= fact["mention"][1], fact["id"]
            assert span.end >= fact["mention"][0], fact["id"]
        elif fact["speaker"] is not None:
            assert mentions[quote.mention or ""].form == "dropped", fact["id"]


def test_a_conjunction_is_no_part_of_the_cue(seed: Reading, article: Article) -> None:
    starts = {q.cue.span.start for q in article.quotes if q.cue is not None}
    assert starts == {fact["cue"][0] for fact in seed.facts["statements"]}


def test_every_finding_names_its_rule(article: Article) -> None:
    findings = [*article.quotes, *article.mentions, *article.dates, *article.quantities]
    assert all(f.rule != "manual" for f in findings)
    assert all(q.speaker_rule for q in article.quotes)


def test_the_article_is_sound(article: Article) -> None:
    assert malicoup.validate(article).issues == ()
