"""Every class of facts of the seed is found whole, as the table in the docs says."""

from __future__ import annotations

import pytest

from malicoup.model import Article
from seed.count import CLASSES, Class, Seed, counted


@pytest.fixture(scope="module")
def seed() -> Seed:
    return Seed()


@pytest.mark.parametrize("one", CLASSES, ids=lambda one: one.name)
def test_all_facts_of_a_class_are_found(seed: Seed, one: Class) -> None:
    answers = list(one.answers(seed))
    assert answers
    assert all(answers), answers


def test_how_many_facts_there_are(seed: Seed) -> None:
    assert sum(number for _one, _found, number in counted(seed)) == 223


def test_nothing_is_found_where_nothing_was_read(seed: Seed) -> None:
    """The count is no formality: an article without findings has almost none of the facts."""
    empty = Seed()
    empty.article = empty.published = Article(text=seed.reading.text)
    empty.compared = type(seed.compared)(empty.article, seed.reading)
    assert sum(found for _one, found, _number in counted(empty)) == 0
