"""How much of the twelve annotated reports is read: floors that no change may lower unseen."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import NamedTuple

import pytest

import malicoup
from malicoup.score import Ratio, Scores, Share, score, total
from sample.gold import REPORTS, gold, text_of, without_unsure


class Floor(NamedTuple):
    """Hits that must be there, and finds that are none and may be."""

    name: str
    of: Callable[[Scores], Ratio]
    hits: int
    invented: int


#: As measured. Whoever makes the parser better raises them; nothing lowers them.
FLOORS = [
    Floor("direct, exact", lambda s: s.direct.exact, 51, 2),
    Floor("told, 80 % of the words", lambda s: s.told.o80, 128, 5),
    Floor("who said what", lambda s: s.all.joint, 167, 18),
    Floor("people", lambda s: s.people, 60, 6),
    Floor("dates", lambda s: s.dates, 42, 2),
]
SPEAKERS = Share(right=167, of=179)


@pytest.fixture(scope="module")
def articles() -> list[malicoup.Article]:
    return [malicoup.parse(text_of(report)) for report in REPORTS]


@pytest.fixture(scope="module")
def measured(articles: list[malicoup.Article]) -> Scores:
    pairs = zip(REPORTS, articles, strict=True)
    return total(score(gold(report), without_unsure(report, article)) for report, article in pairs)


@pytest.mark.parametrize("floor", FLOORS, ids=lambda floor: floor.name)
def test_floors(measured: Scores, floor: Floor) -> None:
    found = floor.of(measured)
    assert found.hits >= floor.hits
    assert found.predicted - found.hits <= floor.invented


def test_speakers_of_the_statements_found(measured: Scores) -> None:
    assert measured.all.speaker.right >= SPEAKERS.right
    assert measured.all.speaker.accuracy >= SPEAKERS.accuracy


def test_the_annotations_agree_with_themselves() -> None:
    same = total(score(gold(report), gold(report)) for report in REPORTS)
    assert same.all.joint.f1 == same.direct.exact.f1 == same.people.f1 == 1.0
    for report in REPORTS:
        assert hashlib.sha256(text_of(report).encode()).hexdigest() == report["sha256"]


def test_what_is_read_is_sound(articles: list[malicoup.Article]) -> None:
    assert [malicoup.validate(article).errors for article in articles] == [()] * len(articles)


def test_what_is_read_can_be_written_and_read_again(articles: list[malicoup.Article]) -> None:
    assert [malicoup.loads(malicoup.dumps(article)) for article in articles] == articles
