"""What all exporters share."""

from __future__ import annotations

import importlib.util

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.report import REPORT
from malicoup.errors import ConversionError, EncodeError, MissingExtraError
from malicoup.formats import _export, registry
from malicoup.formats._export import Export, Loss
from malicoup.model import Article, Mention, MentionForm, Span
from malicoup.strategies import articles


def test_every_value_is_lost_where_nothing_is_carried() -> None:
    article = Article(text="خبر", url="https://example.org/", title=Span(start=0, end=3))
    assert _export.losses(article, {"text": None, "title": "why"}) == [
        Loss(path="$.title", value={"start": 0, "end": 3}, reason="why"),
        Loss(path="$.url", value="https://example.org/", reason=_export.NO_PLACE),
    ]


def test_a_rule_for_a_class_goes_before_the_rule_for_all() -> None:
    rules = {"text": None, "actors.id": None, "actors.country": None, "actors.name": "name"}
    article = Article(text="خبر", actors=REPORT.actors[:1])
    assert [loss.path for loss in _export.losses(article, rules)] == ["$.actors[0].name"]
    assert _export.losses(article, rules | {"actors.Country.name": None}) == []


def test_paths_the_exporter_reports_itself_are_skipped() -> None:
    rules = {"text": None} | dict.fromkeys(["quotes.id", "quotes.span", "quotes.style"])
    article = Article(text=REPORT.text, quotes=REPORT.quotes[:2])
    paths = {loss.path for loss in _export.losses(article, rules, skip=["$.quotes[0]"])}
    assert paths == {
        "$.quotes[1].cue",
        "$.quotes[1].speaker",
        "$.quotes[1].mention",
        "$.quotes[1].quoted[0]",
    }


def test_losses_are_grouped_for_the_reader() -> None:
    found = [Loss(path=f"$.quotes[{i}].rule", value="x", reason="r") for i in range(3)]
    assert _export.group(found) == {("$.quotes[].rule", "r"): 3}


def test_losses_are_sorted_by_field_and_index() -> None:
    paths = ["$.events[2].date", "$.quotes[10].cue", "$.quotes[2]", "$.url", "$.quotes[2].cue"]
    found = [Loss(path=path, value=None, reason="") for path in paths]
    assert [loss.path for loss in _export.in_order(found, REPORT)] == [
        "$.url",
        "$.quotes[2]",
        "$.quotes[2].cue",
        "$.quotes[10].cue",
        "$.events[2].date",
    ]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"title": Span(start=0, end=9999)}, "ends past the text (9999 > "),
        ({"quotes": REPORT.quotes[:1] * 2}, "id stands twice: 'q0'"),
        ({"actors": REPORT.actors[:1] * 2}, "id stands twice: 'denmark'"),
        ({"text": REPORT.text + "."}, "is not the fingerprint of the text @ $.text_sha256"),
    ],
)
def test_what_would_be_a_lie_is_refused(change: dict[str, object], fault: str) -> None:
    with pytest.raises(EncodeError) as caught:
        _export.check(evolve(REPORT, **change))
    assert fault in str(caught.value)


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(EncodeError, match=r"lone surrogate, U\+D800, at character 1"):
        _export.check(Article(text="خ\ud800"))


@given(st.text(), st.data())
def test_utf16_offsets_count_as_the_codec_does(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    units = len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
    assert _export.utf16_offsets(text)(offset) == units


@given(st.text(st.sampled_from("ا \n")), st.data())
def test_pieces_of_a_span_hold_its_words_and_no_line_end(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start=start, end=data.draw(st.integers(start, len(text))))
    pieces = [text[p.start : p.end] for p in _export.split_span(text, span)]
    assert not any("\n" in piece for piece in pieces)
    assert " ".join(pieces).split() == text[span.start : span.end].split()


@pytest.mark.parametrize(
    ("url", "base", "expected"),
    [
        ("https://example.org/a", None, "https://example.org/a#q%201"),
        ("https://example.org/a", "urn:x:1", "urn:x:1#q%201"),
        (None, "https://خبر.example/", "https://خبر.example/#q%201"),
    ],
)
def test_addresses(url: str | None, base: str | None, expected: str) -> None:
    assert _export.iris(Article(text="", url=url), base).of("q 1") == expected


@pytest.mark.parametrize("url", [None, "m1", "https://example.org/#x", "http://a b/", "http://a\n"])
def test_no_address_is_guessed(url: str | None) -> None:
    with pytest.raises(EncodeError):
        _export.iris(Article(text="", url=url))


def test_a_missing_package_says_what_to_install() -> None:
    with pytest.raises(MissingExtraError, match=r"pip install 'malicoup\[tables\]'"):
        _export.need("no_such_module_at_all", package="nosuch", extra="tables")


def test_several_articles_in_files_and_in_one_file() -> None:
    loss = Loss(path="$.url", value="u", reason="r")
    parts = [Export(files={".x": b"1", "y/z": b"2"}, losses=(loss,))] * 2
    joined, numbered = _export.join_files(parts), _export.number_files(parts)
    assert joined.files == {".x": b"11", "y/z": b"22"}
    assert list(numbered.files) == ["0001.x", "0001/y/z", "0002.x", "0002/y/z"]
    assert (
        [loss.path for loss in joined.losses]
        == ["$[0].url", "$[1].url"]
        == [loss.path for loss in numbered.losses]
    )


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(ConversionError, match="unknown format 'docx', known are: ftm, jsonld"):
        registry.get("docx")


@pytest.mark.parametrize("name", registry.FORMATS)
def test_every_format_has_the_same_names(name: str) -> None:
    if importlib.util.find_spec(registry.FORMATS[name]) is None:
        pytest.skip("not written yet")
    module = registry.get(name)
    assert module.EXTRA is None or module.EXTRA
    assert module.SUFFIX == "" or module.SUFFIX.startswith(".")
    assert isinstance(module.TEXT, bool)
    assert callable(module.dumps)
    assert callable(module.dump_many)


@pytest.mark.property
@settings(max_examples=50)
@given(articles(coherent=False))
def test_a_walk_never_fails(article: Article) -> None:
    found = _export.losses(article, {})
    assert Loss(path="$.text", value=article.text, reason=_export.NO_PLACE) in found


def test_a_mention_without_words_is_no_speaker_mention() -> None:
    index = _export.Index(REPORT)
    dropped = [m for m in REPORT.mentions if m.form is MentionForm.DROPPED]
    assert [type(m) for m in dropped] == [Mention]
    assert [index.speaker_mention(quote) and quote.mention for quote in REPORT.quotes] == [
        "m2",
        "m5",
        None,
        "m9",
        "m10",
    ]
