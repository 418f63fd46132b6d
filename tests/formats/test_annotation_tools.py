"""brat, CAS, Label Studio, spaCy: files and losses as stored, options, what holds for all."""

from __future__ import annotations

import contextlib
import json
from typing import Any
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from formats.exports import FED, at_path, loss_lines, stored
from formats.report import REPORT
from malicoup.errors import EncodeError, MissingExtraError
from malicoup.formats import brat, cas, labelstudio, registry, spacy_docbin
from malicoup.formats._tokens import cut_points, pieces, sentences, tokens
from malicoup.model import Article, Span
from malicoup.strategies import articles

MODULES: dict[str, Any] = {"brat": brat, "cas": cas, "labelstudio": labelstudio}


class _DisplaCy:
    """The half of the spaCy module that needs no spaCy."""

    @staticmethod
    def dumps(article: Article) -> Any:
        return spacy_docbin.dumps(article, form="displacy")


ALL: dict[str, Any] = {**MODULES, "displacy": _DisplaCy}
EVERY = pytest.mark.parametrize("name", list(ALL))


@pytest.mark.parametrize("name", [*MODULES, "spacy"])
def test_registered(name: str) -> None:
    module = registry.get(name)
    assert ("spacy" if name == "spacy" else None) == module.EXTRA
    assert (".spacy" if name == "spacy" else "") == module.SUFFIX


@EVERY
def test_files_are_the_stored_ones(name: str) -> None:
    for file, data in ALL[name].dumps(REPORT).files.items():
        assert stored(f"{name}/{file}" if file[0] != "." else f"{name}{file}", data) == data


@EVERY
def test_losses_are_exactly_the_stored_ones(name: str) -> None:
    lines = loss_lines(ALL[name].dumps(REPORT))
    assert stored(f"{name}.losses.jsonl", lines) == lines


@EVERY
@settings(suppress_health_check=list(HealthCheck))
@given(article=FED)
def test_same_bytes_and_losses_that_stand_somewhere(name: str, article: Article) -> None:
    export = ALL[name].dumps(article)
    assert export == ALL[name].dumps(article)
    for loss in export.losses:
        assert loss.reason
        at_path(article, loss.path)  # raises where nothing stands


@EVERY
@given(article=articles(coherent=False))
def test_whatever_is_refused_is_refused_as_such(name: str, article: Article) -> None:
    with contextlib.suppress(EncodeError):
        ALL[name].dumps(article)


@EVERY
@pytest.mark.parametrize(
    "article",
    [
        evolve(REPORT, title=Span(start=0, end=10**6)),
        evolve(REPORT, quotes=REPORT.quotes * 2),
        Article(text="\ud83d"),
    ],
)
def test_refused(name: str, article: Article) -> None:
    with pytest.raises(EncodeError):
        ALL[name].dumps(article)


@pytest.mark.parametrize("name", list(MODULES))
def test_several_articles(name: str) -> None:
    export = MODULES[name].dump_many([REPORT, REPORT])
    assert export.losses[0].path.startswith("$[0]")
    assert len(export.losses) == 2 * len(MODULES[name].dumps(REPORT).losses)
    if name == "labelstudio":
        assert len(json.loads(export.files["tasks.json"])) == 2
    else:
        assert {"0001", "0002"} <= {file.partition(".")[0] for file in export.files}


@pytest.mark.parametrize("name", list(MODULES))
def test_options(name: str) -> None:
    if name == "cas":
        assert "x.xmi" in cas.dumps(REPORT, name="x").files
        return
    arabic = MODULES[name].dumps(REPORT, labels="ar").files
    config = arabic["visual.conf" if name == "brat" else "labelling_config.xml"].decode()
    assert "صفقة سلاح" in config or "جماعة مسلحة" in config


def test_records_of_a_kind_on_the_same_words_share_a_trigger_in_brat() -> None:
    first = REPORT.arms_deals[0]
    article = evolve(REPORT, arms_deals=(first, evolve(first, id="d1", supplier="chile")))
    files = dict(brat.dumps(article).files)
    lines = files["article.ann"].decode().splitlines()
    triggers = [line.split("\t")[1].split()[0] for line in lines if "\tArmsDeal:" in line]
    assert len(triggers) == 2
    assert len(set(triggers)) == 1
    again, report = brat.loads(files, article)
    assert (again, report.changes) == (article, ())
    kept = [line for line in lines if "E2" not in line.replace("\t", " ").split()]
    again, report = brat.loads({"article.ann": "\n".join(kept).encode()}, article)
    assert again.arms_deals == (first,)
    assert [change.path for change in report.changes] == ["$.arms_deals[1]"]


def test_characters_that_a_tool_cannot_hold() -> None:
    article = Article(text="أول\r\nثان\tثالث\u2028رابع\x01")
    assert brat.dumps(article).files["article.txt"].decode() == "أول \nثان ثالث رابع\x01"
    (loss,) = brat.dumps(article).losses
    assert (loss.path, loss.value) == ("$.text", ["U+0009", "U+000D", "U+2028"])
    root = ElementTree.fromstring(cas.dumps(article).files["article.xmi"])
    (sofa,) = (node for node in root if node.tag.endswith("}Sofa"))
    assert sofa.get("sofaString") == "أول\r\nثان\tثالث\u2028رابع\ufffd"
    (loss,) = cas.dumps(article).losses
    assert (loss.path, loss.value) == ("$.text", ["U+0001"])
    for module in MODULES.values():
        again, report = module.loads(module.dumps(article).files, article)
        assert (again, report.changes) == (article, ())


@given(article=FED)
def test_tokens_begin_and_end_where_spans_do(article: Article) -> None:
    found = list(pieces(article))
    assert "".join(article.text[a:b] for a, b in found) == article.text
    starts, ends = cut_points(article)
    assert starts <= {a for a, _ in found}
    assert ends <= {b for _, b in found}
    assert all(article.slice(token).strip() for token in tokens(article))
    for first, second in zip(sentences(article), sentences(article)[1:], strict=False):
        assert first.end <= second.start


def test_sentences() -> None:
    text = "قال «نعم.» ثم مضى. عاد 3.5 مرات؟ نعم!\n\nفقرة"
    article = Article(text=text)
    found = [article.slice(span) for span in sentences(article)]
    assert found == ["قال «نعم.»", "ثم مضى.", "عاد 3.5 مرات؟", "نعم!", "فقرة"]


def test_displacy_needs_no_spacy_and_docbin_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "spacy", None)
    assert spacy_docbin.displacy(REPORT)["ent"]["settings"]["direction"] == "rtl"
    with pytest.raises(MissingExtraError, match=r"malicoup\[spacy\]"):
        spacy_docbin.dumps(REPORT)
