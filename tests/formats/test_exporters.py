"""What holds for every exporter. The stored files are rebuilt with MALICOUP_REBUILD_GOLDEN=1."""

from __future__ import annotations

import contextlib
import importlib.util
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, find, given, settings

from formats.exports import FED, at_path, loss_lines, stored
from formats.report import REPORT
from malicoup.errors import EncodeError
from malicoup.formats import registry
from malicoup.formats._export import plain
from malicoup.model import Article, MentionForm
from malicoup.strategies import articles

#: Formats tested here, with the options that a report without an address needs.
OPTIONS: dict[str, dict[str, Any]] = {
    "ftm": {},
    "jsonld": {"base": "https://example.org/x"},
    "webanno": {"base": "https://example.org/x"},
    "hypothesis": {"base": "https://example.org/x"},
    "parquet": {},
    "csv": {},
    "plover": {},
    "sipri": {},
    "citron": {},
}
#: Bytes of these depend on the version of a library, so only their losses are stored.
UNSTABLE = {"parquet"}
NAMES = [name for name in OPTIONS if importlib.util.find_spec(registry.FORMATS[name])]


def module(name: str) -> registry.Format:
    found = registry.get(name)
    if found.EXTRA is not None:
        pytest.importorskip({"parquet": "pyarrow"}[found.EXTRA])
    return found


@pytest.mark.parametrize("name", NAMES)
def test_files_are_the_stored_ones(name: str) -> None:
    export = module(name).dumps(REPORT)
    if name not in UNSTABLE:
        for file, data in export.files.items():
            assert stored(f"{name}/{file}" if file[0] != "." else f"{name}{file}", data) == data


@pytest.mark.parametrize("name", NAMES)
def test_losses_are_exactly_the_stored_ones(name: str) -> None:
    lines = loss_lines(module(name).dumps(REPORT))
    assert stored(f"{name}.losses.jsonl", lines) == lines


@pytest.mark.parametrize("name", NAMES)
def test_same_input_same_bytes(name: str) -> None:
    exporter = module(name)
    assert exporter.dumps(REPORT) == exporter.dumps(evolve(REPORT))


@pytest.mark.parametrize("name", NAMES)
def test_an_article_without_findings_loses_nothing_but_its_text(name: str) -> None:
    article = Article(text="خبر قصير", url="https://example.org/1")
    assert {loss.path for loss in module(name).dumps(article).losses} <= {"$.text", "$.url"}


@pytest.mark.parametrize("name", NAMES)
def test_several_articles(name: str) -> None:
    exporter = module(name)
    other = Article(text="خبر آخر", url="https://example.org/2")
    export = exporter.dump_many([REPORT, other])
    assert export == exporter.dump_many([REPORT, other])
    assert {loss.path[:4] for loss in export.losses} <= {"$[0]", "$[1]"}
    assert exporter.dump_many([]).losses == ()


#: What a format may stumble over.
STONES: dict[str, Callable[[Article], object]] = {
    "an emoji": lambda a: any(ord(c) > 0xFFFF for c in a.text),
    "a bidi control": lambda a: any("\u202a" <= c <= "\u202e" for c in a.text),
    "a bidi isolate": lambda a: any("\u2066" <= c <= "\u2069" for c in a.text),
    "a dropped mention": lambda a: any(m.form is MentionForm.DROPPED for m in a.mentions),
    "a quote over a line end": lambda a: any("\n" in a.slice(q.span) for q in a.quotes),
    "a claim over a line end": lambda a: any("\n" in a.slice(c.span) for c in a.claims),
    "a mention over a line end": lambda a: any("\n" in a.slice(m.span) for m in a.mentions),
    "a quote whose speaker is nowhere": lambda a: not a.actors and any(q.speaker for q in a.quotes),
}


@pytest.mark.property
@pytest.mark.parametrize("stone", list(STONES))
def test_exporters_are_fed_with_what_they_may_stumble_over(stone: str) -> None:
    profile = settings(max_examples=1000, database=None, derandomize=True, phases=[Phase.generate])
    assert STONES[stone](find(FED, STONES[stone], settings=profile))


@pytest.mark.property
@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(article=FED)
def test_every_article_goes_out_and_losses_say_the_truth(name: str, article: Article) -> None:
    export = module(name).dumps(article, **OPTIONS[name])
    assert export == module(name).dumps(article, **OPTIONS[name])
    for loss in export.losses:
        value = at_path(article, loss.path)
        assert loss.reason
        assert isinstance(loss.value, list) or loss.value == plain(value), loss


@pytest.mark.property
@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(article=articles(coherent=False))
def test_an_incoherent_article_goes_out_or_is_refused(name: str, article: Article) -> None:
    # Anything but this error fails the test.
    with contextlib.suppress(EncodeError):
        module(name).dumps(article, **OPTIONS[name])
