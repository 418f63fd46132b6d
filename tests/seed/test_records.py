"""What the seed says happened: the deal, trainings, coups, measures, the figure; and its claims."""

from __future__ import annotations

import pytest

import malicoup
from malicoup.model import Article
from seed.compare import Comparison
from seed.reading import Reading, read_seed
from seed.records import differences


@pytest.fixture(scope="module")
def seed() -> Reading:
    return read_seed()


@pytest.fixture(scope="module")
def article(seed: Reading) -> Article:
    return malicoup.parse(seed.text)


@pytest.fixture(scope="module")
def compared(seed: Reading, article: Article) -> Comparison:
    return Comparison(article, seed)


def test_every_record_is_found_and_none_is_invented(compared: Comparison) -> None:
    assert list(differences(compared)) == []


def test_hedges_are_seen_by_the_claims(seed: Reading, article: Article) -> None:
    for fact in seed.facts["statements"]:
        for hedge in fact.get("hedges", ()):
            start, end = fact["span"]
            hedges = [
                article.slice(h)
                for c in article.claims
                if start <= c.span.start < end
                for h in c.hedges
            ]
            assert hedge in hedges, fact["id"]


def test_what_is_believed_is_no_certainty(seed: Reading, article: Article) -> None:
    believed = next(f for f in seed.facts["statements"] if f.get("modality") == "believed")
    claims = [c for c in article.claims if c.span.start == believed["span"][0]]
    assert [c.certainty for c in claims] == ["probable"]


def test_a_chain_of_holders(seed: Reading, compared: Comparison, article: Article) -> None:
    """The outlet cites the site, and what the site says holds what nobody named believes."""
    nested = next(f for f in seed.facts["statements"] if "nested_in" in f)
    (claim,) = [c for c in article.claims if c.span.start == nested["span"][0]]
    keys = ("dw", "abamako", None)
    assert len(claim.holders) == 3
    assert all(compared.is_actor(k, h) for k, h in zip(keys, claim.holders, strict=True))


def test_evidence_points_at_claims(article: Article) -> None:
    claims = {c.id for c in article.claims}
    records = [*article.arms_deals, *article.events, *article.statistics]
    assert records
    assert all(e.claim is None or e.claim in claims for r in records for e in r.evidence)
