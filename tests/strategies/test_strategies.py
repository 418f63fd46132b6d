from __future__ import annotations

import inspect
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from malicoup import _hypothesis, model, strategies
from malicoup.model import Article, MentionForm
from malicoup.strategies import STRATEGIES, articles, spans

CLASSES = {cl for cl in vars(model).values() if isinstance(cl, type) and attrs.has(cl)}
PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_every_class_of_the_model_has_a_strategy() -> None:
    assert set(STRATEGIES) == CLASSES


def test_every_public_strategy_is_documented_and_takes_options_by_keyword() -> None:
    for name in strategies.__all__:
        thing = getattr(strategies, name)
        if callable(thing):
            assert inspect.getdoc(thing), name
            parameters = list(inspect.signature(thing).parameters.values())
            if name != "spans":
                assert all(p.kind is p.KEYWORD_ONLY for p in parameters), name


def test_the_entry_point_names_a_function_that_registers() -> None:
    points = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]["entry-points"]["hypothesis"]
    point = EntryPoint(name="malicoup", value=points["malicoup"], group="hypothesis")
    assert point.load() is _hypothesis.register


@pytest.mark.parametrize("first", ["hypothesis", "malicoup.strategies"])
def test_the_strategies_can_be_imported_in_any_order(first: str) -> None:
    code = (
        f"import {first}, malicoup, malicoup.strategies, hypothesis.strategies as st\n"
        "st.from_type(malicoup.Article).validate()\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_importing_malicoup_does_not_import_hypothesis() -> None:
    code = (
        "import sys, malicoup, malicoup.formats.json, malicoup.formats.jsonl, malicoup.validate\n"
        "sys.exit('hypothesis' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


SEEN: list[tuple[str, Callable[[Article], object]]] = [
    ("a title", lambda a: a.title),
    ("two sections", lambda a: len(a.sections) > 1),
    ("a publisher", lambda a: a.publisher),
    ("a dropped mention", lambda a: any(m.form is MentionForm.DROPPED for m in a.mentions)),
    (
        "a quote with speaker and addressee",
        lambda a: any(q.speaker and q.addressee for q in a.quotes),
    ),
    ("a mixed quote", lambda a: any(q.style == "mixed" for q in a.quotes)),
    ("a claim of a quote with hedges", lambda a: any(c.quote and c.hedges for c in a.claims)),
    ("a chain of two holders", lambda a: any(len(c.holders) > 1 for c in a.claims)),
    ("a deal with deliveries", lambda a: any(d.deliveries and d.ordered for d in a.arms_deals)),
    ("a training", lambda a: any(e.kind == "military_training" for e in a.events)),
    ("a coup", lambda a: any(e.kind == "coup" for e in a.events)),
    ("a measure", lambda a: any(isinstance(e, model.Measure) for e in a.events)),
    ("a statistic", lambda a: a.statistics),
    ("a date counted from the publication", lambda a: any(d.reference for d in a.dates)),
    ("a quantity without maximum", lambda a: any(q.maximum is None for q in a.quantities)),
    ("an affiliation", lambda a: any(getattr(p, "affiliation", None) for p in a.actors)),
    ("a diagnostic", lambda a: a.diagnostics),
    ("an emoji", lambda a: any(ord(c) > 0xFFFF for c in a.text)),
    ("a diacritic", lambda a: any(unicodedata.combining(c) for c in a.text)),
    ("an Arabic-Indic digit", lambda a: any("٠" <= c <= "٩" for c in a.text)),
    ("a bidi control", lambda a: any("\u202a" <= c <= "\u202e" for c in a.text)),
    ("a guillemet", lambda a: "«" in a.text),
]


def first(strategy: SearchStrategy[Article], condition: Callable[[Article], bool]) -> Article:
    """The first article of which *condition* is true; the very first one is the simplest."""
    profile = settings(max_examples=1000, database=None, derandomize=True, phases=[Phase.generate])
    return find(strategy, condition, settings=profile)


@pytest.mark.property
def test_articles_hold_everything_that_reports_hold() -> None:
    missing = dict(SEEN)

    def nothing_is_missing(article: Article) -> bool:
        for name, condition in list(missing.items()):
            if condition(article):
                del missing[name]
        return not missing

    first(articles(), nothing_is_missing)


@pytest.mark.parametrize(("text", "size"), [("", 1), ("أب", 3), ("أب", -1)])
def test_a_span_that_cannot_be_is_refused_when_the_test_runs(text: str, size: int) -> None:
    strategy = spans(text, min_size=size)  # not yet

    @settings(database=None)
    @given(strategy)
    def use(span: object) -> None:
        raise AssertionError("never called")

    with pytest.raises(InvalidArgument, match="no span of"):
        use()


def test_an_article_without_sentences_is_refused_when_the_test_runs() -> None:
    strategy = articles(max_sentences=0)

    @settings(database=None)
    @given(strategy)
    def use(article: object) -> None:
        raise AssertionError("never called")

    with pytest.raises(InvalidArgument, match="at least one sentence"):
        use()


def test_the_simplest_article_is_small() -> None:
    assert len(first(articles(), lambda a: True).text) < 40


def test_loose_articles_need_not_hold_together() -> None:
    def title_lies_outside(article: Article) -> bool:
        return article.title is not None and article.title.end > len(article.text)

    assert title_lies_outside(first(articles(coherent=False), title_lies_outside))
