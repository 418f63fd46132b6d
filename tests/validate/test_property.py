"""Articles of the published strategies are sound; articles of loose objects break nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malicoup import strategies
from malicoup.model import Article
from malicoup.validate import validate
from malicoup.validate._registry import RULES

pytestmark = pytest.mark.property


def some(items: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(items, max_size=3).map(tuple)


LOOSE = st.builds(
    Article,
    text=st.text(max_size=40),
    language=st.just("ar") | st.text(min_size=1).filter(str.strip),
    title=st.none() | strategies.spans(),
    lede=st.none() | strategies.spans(),
    sections=some(strategies.sections()),
    publisher=st.none() | st.just("a"),
    actors=some(strategies.actors()),
    mentions=some(strategies.mentions()),
    quotes=some(strategies.quotes()),
    claims=some(strategies.claims()),
    dates=some(strategies.date_expressions()),
    quantities=some(strategies.quantities()),
    arms_deals=some(strategies.arms_deals()),
    events=some(strategies.events()),
    statistics=some(strategies.statistics()),
    diagnostics=some(strategies.diagnostics()),
)


@given(strategies.articles())
def test_published_articles_have_neither_errors_nor_warnings(article: Article) -> None:
    report = validate(article)
    assert not report.errors + report.warnings, str(report)


@given(LOOSE)
def test_loose_objects_break_nothing(article: Article) -> None:
    report = validate(article)
    assert validate(article) == report
    assert {issue.code for issue in report} <= set(RULES)
    assert all(issue.path.startswith("$") for issue in report)
