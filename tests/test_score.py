"""The measures of reported speech, case by case."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given

from malicoup.errors import ModelError
from malicoup.model import (
    Article,
    DateExpression,
    Organization,
    Person,
    Quote,
    QuoteStyle,
    Source,
    Span,
)
from malicoup.score import Ratio, Scores, Share, score, total
from malicoup.strategies import articles

TEXT = "قال سامي الراشد إن «الطريق إلى الميناء مفتوح منذ أمس»، وأضاف أن السفن وصلت في موعدها."
DIRECT, TOLD = QuoteStyle.DIRECT, QuoteStyle.INDIRECT


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def quote(id: str, words: str, style: QuoteStyle = DIRECT, speaker: str | None = "a") -> Quote:
    return Quote(id=id, span=at(words), style=style, speaker=speaker)


SAMI = Person(id="a", name="سامي الراشد", aliases=("الراشد",))
GOLD = Article(
    text=TEXT,
    actors=(SAMI,),
    quotes=(
        quote("q1", "الطريق إلى الميناء مفتوح منذ أمس"),
        quote("q2", "السفن وصلت في موعدها", TOLD),
    ),
    dates=(DateExpression(span=at("أمس"), edtf="2020-01-01"),),
)


def predicted(*quotes: Quote, actor: Person | Organization | Source = SAMI) -> Scores:
    return score(GOLD, attrs.evolve(GOLD, actors=(actor,), quotes=quotes))


def test_all_right() -> None:
    scores = score(GOLD, GOLD)
    assert scores.all.exact == scores.all.joint == Ratio(hits=2, predicted=2, gold=2)
    assert scores.direct.speaker == scores.told.canonical == Share(right=1, of=1)
    assert scores.people == scores.dates == Ratio(hits=1, predicted=1, gold=1)
    assert scores.all.joint.f1 == 1.0


def test_marks_and_stops_do_not_count() -> None:
    scores = predicted(quote("x", "«الطريق إلى الميناء مفتوح منذ أمس»،"))
    assert scores.direct.exact.hits == 1


@pytest.mark.parametrize(
    ("words", "exact", "o80", "o50"),
    [
        ("الطريق إلى الميناء مفتوح منذ أمس", 1, 1, 1),
        ("الطريق إلى الميناء مفتوح منذ", 0, 1, 1),  # 5 of 6 words
        ("الطريق إلى الميناء مفتوح", 0, 0, 1),  # 4 of 6
        ("سامي الراشد إن «الطريق", 0, 0, 0),
    ],
)
def test_overlap(words: str, exact: int, o80: int, o50: int) -> None:
    direct = predicted(quote("x", words)).direct
    assert (direct.exact.hits, direct.o80.hits, direct.o50.hits) == (exact, o80, o50)


def test_style_parts_the_groups() -> None:
    scores = predicted(quote("x", "السفن وصلت في موعدها", DIRECT))
    assert scores.told.o50 == Ratio(hits=0, predicted=0, gold=1)
    assert scores.direct.o50 == Ratio(hits=0, predicted=1, gold=1)
    assert scores.all.exact.hits == 1


def test_short_direct_quotes_do_not_count() -> None:
    scores = predicted(quote("x", "الميناء مفتوح"), quote("y", "الميناء مفتوح", TOLD))
    assert scores.direct.o50.predicted == 0
    assert scores.told.o50.predicted == 1


def test_each_statement_meets_one() -> None:
    twice = predicted(quote("x", "السفن وصلت في موعدها", TOLD), quote("y", "السفن وصلت في", TOLD))
    assert twice.told.o50 == Ratio(hits=1, predicted=2, gold=1)
    assert twice.told.exact.hits == 1


@pytest.mark.parametrize(
    ("name", "right", "canonical"),
    [
        ("سامي الراشد", 1, 1),
        ("الراشد", 1, 0),
        ("سامى الراشد", 1, 1),
        ("لسامي الراشد", 1, 1),
        ("سامي", 1, 0),
        ("كريم الراشد الأحمد", 1, 0),  # the alias stands in it
        ("كريم", 0, 0),
    ],
)
def test_names(name: str, right: int, canonical: int) -> None:
    told = predicted(quote("x", "السفن وصلت في موعدها", TOLD), actor=Person(id="a", name=name)).told
    assert (told.speaker.right, told.canonical.right, told.joint.hits) == (right, canonical, right)


def test_nobody_is_right_where_nobody_spoke() -> None:
    gold = attrs.evolve(GOLD, quotes=(quote("q", "السفن وصلت في موعدها", TOLD, None),))
    assert score(gold, gold).told.joint.hits == 1
    assert score(gold, gold).told.speaker == Share()
    assert score(gold, GOLD).told.joint.hits == 0
    assert score(GOLD, gold).told.joint.hits == 0


def test_dates_without_value_do_not_count() -> None:
    none = attrs.evolve(GOLD, dates=(DateExpression(span=at("أمس")),))
    assert score(none, GOLD).dates == Ratio(hits=0, predicted=1, gold=0)
    assert score(GOLD, none).dates == Ratio(hits=0, predicted=0, gold=1)
    other = attrs.evolve(GOLD, dates=(DateExpression(span=at("أمس"), edtf="2020"),))
    assert score(GOLD, other).dates.hits == 0


def test_another_text_is_refused() -> None:
    with pytest.raises(ModelError, match="text of the gold"):
        score(GOLD, Article(text="نص آخر"))


def test_scores_add_up() -> None:
    both = total([score(GOLD, GOLD), predicted()])
    assert both.all.joint == Ratio(hits=2, predicted=2, gold=4)
    assert both.all.joint.recall == 0.5
    assert total([]) == Scores()


def test_rows_name_every_measure() -> None:
    rows = score(GOLD, GOLD).rows()
    assert len(rows) == 3 * 6 + 2
    assert " ".join(rows[0].split()) == (
        "direct exact p 1.0000 r 1.0000 f1 1.0000 1 of 1 found, 1 wanted"
    )
    assert rows[4] == "direct speaker           accuracy 1.0000  1 of 1"


@given(articles(), articles())
def test_an_article_agrees_with_itself(article: Article, other: Article) -> None:
    scores = score(article, article)
    for group in (scores.direct, scores.told, scores.all):
        assert group.joint.hits <= group.o80.hits <= group.o50.hits
    assert scores.people.hits <= scores.people.gold
    assert total([scores, score(other, other)]).all.o50.gold >= scores.all.o50.gold
