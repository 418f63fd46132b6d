"""spaCy finds every span of the Citron file; so does Citron itself, where a checkout is at hand.

Citron is in no package, and its code is not ours to copy. What it does with a file is written in
its ``docs/data_format.md``: spans are places in code points, and each becomes the tokens it
touches. The first reader is that page with spaCy's own calls. The second is Citron's
``CitronParser``, run where ``MALICOUP_CITRON`` names a checkout of bbc/citron (commit b140405).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from formats.exports import FED
from formats.parsed import EVERY_REPORT, parsed
from formats.report import REPORT
from malicoup.formats import citron, spacy_docbin
from malicoup.model import Article

spacy = pytest.importorskip("spacy")

CHECKOUT = os.environ.get("MALICOUP_CITRON")
SETTINGS = settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
BLANK = spacy.blank("ar")
Place = tuple[int, int]
#: Cue, sources, contents, coreferences of each quote; then the groups.
Found = tuple[list[tuple[list[Place], ...]], list[list[Place]]]
#: What makes the tokens of a text.
Tokens = Callable[[str], Any]


def by_the_page(file: Path, tokens: Tokens) -> Found:
    """Read *file* as Citron's page on its format says, with spaCy alone."""
    data = json.loads(file.read_text("utf-8"))
    doc = tokens(data["text"])

    def places(spans: Iterable[dict[str, Any]]) -> list[Place]:
        cut = [doc.char_span(s["start"], s["end"], alignment_mode="expand") for s in spans]
        return [_place(span) for span in cut]

    quotes = [
        (places([q["cue"]]), places(q["sources"]), places(q["contents"]), places(q["coreferences"]))
        for q in data["quotes"]
    ]
    return quotes, [places(group) for group in data["coreference_groups"]]


def by_citron(file: Path, tokens: Tokens) -> Found:
    """Read *file* with Citron's own parser."""
    if CHECKOUT not in sys.path:
        sys.path.insert(0, str(CHECKOUT))
    from citron.data import CitronParser  # type: ignore[import-not-found]

    _, quotes, groups = CitronParser(tokens).parse(str(file))

    def places(spans: Iterable[Any]) -> list[Place]:
        return [_place(span) for span in spans]

    read = [
        (places([q.cue]), places(q.sources), places(q.contents), places(q.coreferences))
        for q in quotes
    ]
    return read, [places(group) for group in groups]


def _place(span: Any) -> Place:
    if span is None:
        raise ValueError("no such span")
    return span.start_char, span.end_char


READERS = [by_the_page, *([by_citron] if CHECKOUT else [])]
EVERY_READER = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)


def written(document: dict[str, Any], change: Callable[[Place], Place]) -> Found:
    """What the file says, each place changed as a reader changes it."""

    def places(spans: Iterable[dict[str, Any]]) -> list[Place]:
        return [change((span["start"], span["end"])) for span in spans]

    quotes = [
        (places([q["cue"]]), places(q["sources"]), places(q["contents"]), places(q["coreferences"]))
        for q in document["quotes"]
    ]
    return quotes, [places(group) for group in document["coreference_groups"]]


def widened(text: str) -> Callable[[Place], Place]:
    """To the ends of the tokens it touches; the blank behind a token is the token's."""
    held: dict[int, Any] = {}
    for token in BLANK(text):
        for place in range(token.idx, token.idx + len(token.text_with_ws)):
            held[place] = token

    def change(place: Place) -> Place:
        first, last = held[place[0]], held[place[1] - 1]
        return first.idx, last.idx + len(last)

    return change


def spans(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for quote in document["quotes"]:
        yield from [quote["cue"], *quote["sources"], *quote["contents"], *quote["coreferences"]]
    for group in document["coreference_groups"]:
        yield from group


def mistold(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Our check, for no reader makes it: spans that do not hold the words they claim to."""
    text = document["text"]
    return [span for span in spans(document) if text[span["start"] : span["end"]] != span["text"]]


def check(article: Article, reader: Callable[[Path, Tokens], Found], folder: Path) -> None:
    """Cut where our spans are, all places come back; with Arabic tokens, widened to these."""
    data = citron.dumps(article).data
    file = folder / "report.json"
    file.write_bytes(data)
    document = json.loads(data)
    assert mistold(document) == []
    assert [q["id"] for q in document["quotes"]] == [q.id for q in kept(article)]
    assert reader(file, lambda _: spacy_docbin.to_doc(article)) == written(document, lambda p: p)
    assert reader(file, BLANK) == written(document, widened(article.text))


def kept(article: Article) -> list[Any]:
    return [q for q in article.quotes if q.cue is not None and len(q.cue.span) and len(q.span)]


@EVERY_READER
@pytest.mark.parametrize("article", [REPORT, Article(text="")], ids=["report", "empty"])
def test_each_span_of_the_report_comes_back(article: Article, reader: Any, tmp_path: Path) -> None:
    check(article, reader, tmp_path)


@EVERY_READER
@EVERY_REPORT
def test_each_span_of_the_seed_and_the_sample_reports_comes_back(
    report: str, reader: Any, tmp_path: Path
) -> None:
    assert parsed(report).quotes
    check(parsed(report), reader, tmp_path)


@EVERY_READER
@SETTINGS
@given(article=FED)
def test_each_span_of_any_article_comes_back(
    reader: Any, tmp_path_factory: pytest.TempPathFactory, article: Article
) -> None:
    check(article, reader, tmp_path_factory.mktemp("citron"))


@EVERY_READER
def test_contents_are_the_quotes_of_the_article(reader: Any, tmp_path: Path) -> None:
    """Compared with the article itself, not with our file."""
    file = tmp_path / "report.json"
    file.write_bytes(citron.dumps(REPORT).data)
    quotes, groups = reader(file, lambda _: spacy_docbin.to_doc(REPORT))
    wanted = [(q.cue.span, q.span) for q in kept(REPORT)]
    assert [(cue, contents) for cue, _, contents, _ in quotes] == [
        ([(c.start, c.end)], [(s.start, s.end)]) for c, s in wanted
    ]
    named = {(m.span.start, m.span.end): m.actor for m in REPORT.mentions}
    assert groups
    assert all(len({named[place] for place in group}) == 1 for group in groups)
    for quote, (_, sources, _, others) in zip(kept(REPORT), quotes, strict=True):
        assert {named[place] for place in [*sources, *others]} <= {quote.speaker}


def broken(**changes: Any) -> bytes:
    """The report with another place or without a part of its first quote."""
    document = json.loads(citron.dumps(REPORT).data)
    for part, value in changes.items():
        if value is None:
            del document["quotes"][0][part]
        else:
            document["quotes"][0][part] |= value
    return json.dumps(document).encode()


@EVERY_READER
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(citron.dumps(REPORT).data[:-20], id="torn"),
        pytest.param(broken(cue=None), id="no cue"),
        pytest.param(broken(contents=None), id="no contents"),
        pytest.param(broken(cue={"start": 10**6, "end": 10**6 + 4}), id="past the text"),
        pytest.param(broken(cue={"start": None}), id="no place"),
    ],
)
def test_readers_refuse_what_is_broken(data: bytes, reader: Any, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_bytes(data)
    # Citron ends the program where a file is torn.
    with pytest.raises((ValueError, LookupError, TypeError, SystemExit)):
        reader(file, BLANK)


@pytest.mark.parametrize("change", [{"start": 0}, {"end": 1}, {"text": "قال"}])
def test_our_check_sees_places_and_words_that_disagree(change: dict[str, Any]) -> None:
    assert mistold(json.loads(broken(cue=change))) != []
