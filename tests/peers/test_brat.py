"""Three readers of brat files: bratly, bioc, and the parser of the brat server itself."""

from __future__ import annotations

import importlib
import sys
import types
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from formats.exports import FED
from formats.parsed import EVERY_REPORT, parsed
from formats.report import REPORT
from malicoup.formats import brat
from malicoup.formats._export import Export, split_span
from malicoup.formats.brat._types import ATTRIBUTES, COREF, EVENTS, RELATIONS, SPANS
from malicoup.formats.brat._write import AnnWriter, plain_text
from malicoup.model import Article

pytest.importorskip("bratly")
pytest.importorskip("bioc")
pytest.importorskip("brat")

import brat as brat_server
from bioc import brat as bioc_brat
from bratly import EntityAnnotation, EquivalenceAnnotation, NoteAnnotation, RelationAnnotation
from bratly.io.file_read_src import read_document_collection_from_folder

SETTINGS = settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


def folder(export: Export, path: Path) -> Path:
    path.mkdir(exist_ok=True)
    for name, data in export.files.items():
        (path / name).write_bytes(data)
    return path


def broken(export: Export, old: str, new: str, file: str = "article.ann") -> Export:
    """*export* with one fault put into a file."""
    text = export.files[file].decode()
    assert old in text
    return Export(files={**export.files, file: text.replace(old, new, 1).encode()})


Spans = list[tuple[str, tuple[tuple[int, int], ...], str]]


def ours(article: Article) -> tuple[Spans, Counter[str]]:
    """What has to come back: spans by type and words, and lines by their first letter."""
    writer = AnnWriter(article)
    text = plain_text(article.text)
    spans = []
    for span, sort in writer._spans.values():
        pieces = tuple((p.start, p.end) for p in split_span(text, span))
        spans.append((sort, pieces, " ".join(text[a:b] for a, b in pieces)))
    return sorted(spans), Counter(line[0] for line in writer.lines())


# --- The server's own parser ------------------------------


class Server:
    """Parser and checker of the brat server, with a made-up configuration."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.folders = 0
        source = Path(next(iter(brat_server.__path__))) / "server" / "src"
        config: Any = types.ModuleType("config")
        config.BASE_DIR = config.DATA_DIR = config.WORK_DIR = str(base)
        config.BACKUP_DIR, config.USER_PASSWORD, config.DEBUG = "", {}, False
        config.TOKENIZER, config.ADMIN_CONTACT_EMAIL, config.LOG_LEVEL = "whitespace", "", 40
        sys.modules["config"] = config
        sys.path[:0] = [str(source), str(source.parent / "lib")]
        for name in ("annotation", "projectconfig", "verify_annotations"):
            setattr(self, name, importlib.import_module(name))

        def open_textfile(name: str, mode: str = "r") -> Any:
            return open(name, encoding="utf-8")  # noqa: PTH123

        self.annotation.open_textfile = self.projectconfig.open_textfile = open_textfile

    def read(self, export: Export) -> tuple[list[int], list[str], Any]:
        """Lines it cannot read, issues it has with them, and what it read."""
        self.folders += 1  # it keeps what it read of a folder
        path = folder(export, self.base / str(self.folders))
        ann = self.annotation.TextAnnotations(str(path / "article"), read_only=True)
        project = self.projectconfig.ProjectConfiguration(str(path))
        issues = self.verify_annotations.verify_annotation(ann, project)
        return ann.failed_lines, [f"{i.ann_id}: {i.description}" for i in issues], ann


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Server:
    return Server(tmp_path_factory.mktemp("data"))


def check_server(server: Server, article: Article) -> None:
    spans, lines = ours(article)
    failed, issues, ann = server.read(brat.dumps(article))
    assert (failed, issues) == ([], [])
    assert sorted((t.type, tuple(t.spans), t.text) for t in ann.get_textbounds()) == spans
    assert len(list(ann.get_events())) == lines["E"]
    assert len(list(ann.get_relations())) == lines["R"]
    assert len(list(ann.get_equivs())) == lines["*"]
    assert len(list(ann.get_attributes())) == lines["A"]
    assert len(list(ann.get_oneline_comments())) == lines["#"]


def test_server_reads_the_report(server: Server) -> None:
    check_server(server, REPORT)


@EVERY_REPORT
def test_server_reads_the_seed_and_the_sample_reports(server: Server, report: str) -> None:
    check_server(server, parsed(report))


@SETTINGS
@given(article=FED)
def test_server_reads_every_article(server: Server, article: Article) -> None:
    check_server(server, article)


def test_server_knows_every_type(server: Server) -> None:
    """With a faulty configuration it falls back to proteins in silence: not with ours."""
    path = folder(brat.dumps(REPORT, labels="ar"), server.base / "types")
    project = server.projectconfig.ProjectConfiguration(str(path))
    assert set(project.get_entity_types()) == set(SPANS)
    assert set(project.get_event_types()) == set(EVENTS)
    assert {*RELATIONS, COREF} <= set(project.get_relation_types())
    assert set(project.get_attribute_types()) == set(ATTRIBUTES)
    assert server.projectconfig.get_labels(str(path))["Coup"][0] == "انقلاب"


def test_server_refuses_what_is_broken(server: Server) -> None:
    export = brat.dumps(REPORT)
    failed, _, _ = server.read(broken(export, "R2\tSource Arg1:T6", "R2\tSource"))
    assert failed
    for old, new in (
        ("Supplier:T5", "Weapon:T5"),
        ("T4\tMedia", "T4\tNewspaper"),
        ("R2\tSource Arg1:T6 Arg2:T4", "R2\tSource Arg1:T6 Arg2:T7"),
    ):
        _, issues, _ = server.read(broken(export, old, new))
        assert issues


# --- bratly ------------------------------


def by_bratly(export: Export, path: Path, *, grammar: bool) -> Any:
    folder(export, path)
    (document,) = read_document_collection_from_folder(
        path=str(path),
        no_duplicates_ann=False,
        renumerotize_ann=False,
        grammar_check_ann=grammar,
    ).documents
    return document


def check_bratly(article: Article, path: Path, *, grammar: bool) -> None:
    spans, lines = ours(article)
    document = by_bratly(brat.dumps(article), path, grammar=grammar)
    assert document.check_ann_compatibility_with_txt()
    (found,) = document.annotation_collections
    assert (
        sorted(
            (item.label, tuple((f.start, f.end) for f in item.fragments), item.content)
            for item in found.get_annotations(descendant_type=EntityAnnotation)
        )
        == spans
    )
    for kind, letter in _BRATLY.items():
        assert len(found.get_annotations(descendant_type=kind)) == lines[letter]


_BRATLY = {RelationAnnotation: "R", EquivalenceAnnotation: "*", NoteAnnotation: "#"}


def test_bratly_reads_the_report(tmp_path: Path) -> None:
    check_bratly(REPORT, tmp_path, grammar=True)


@EVERY_REPORT
def test_bratly_reads_the_seed_and_the_sample_reports(tmp_path: Path, report: str) -> None:
    check_bratly(parsed(report), tmp_path, grammar=False)


@SETTINGS
@given(article=FED)
def test_bratly_reads_all(tmp_path_factory: pytest.TempPathFactory, article: Article) -> None:
    # Its grammar asks for a role in each event, which brat does not.
    check_bratly(article, tmp_path_factory.mktemp("bratly"), grammar=False)


def test_bratly_refuses_what_is_broken(tmp_path: Path) -> None:
    export = broken(brat.dumps(REPORT), "T4\tMedia 39 51", "T4\tMedia 40 52")
    assert not by_bratly(export, tmp_path / "a", grammar=True).check_ann_compatibility_with_txt()
    export = broken(brat.dumps(REPORT), "T4\tMedia 39 51", "T4\tMedia 39")
    assert read_document_collection_from_folder(path=str(folder(export, tmp_path / "b"))) is None


# --- bioc ------------------------------


def by_bioc(export: Export) -> Any:
    text, ann = (export.files[f"article.{suffix}"].decode() for suffix in ("txt", "ann"))
    return bioc_brat.loads(text, ann)


def check_bioc(article: Article) -> None:
    spans, lines = ours(article)
    document = by_bioc(brat.dumps(article))
    assert document.text == plain_text(article.text)
    # It strips lines, so a last space of the words is missing in its copy, not in the places.
    assert sorted(
        (item.type, tuple((place.begin, place.end) for place in sorted(item.locations)), item.text)
        for item in document.annotations
        if isinstance(item, bioc_brat.BratEntity)
    ) == [(sort, places, words.rstrip()) for sort, places, words in spans]
    read = Counter(item.id[0] for item in document.annotations)
    assert read == lines


def test_bioc_reads_the_report() -> None:
    check_bioc(REPORT)


@EVERY_REPORT
def test_bioc_reads_the_seed_and_the_sample_reports(report: str) -> None:
    check_bioc(parsed(report))


@SETTINGS
@given(article=FED)
def test_bioc_reads_every_article(article: Article) -> None:
    check_bioc(article)


def test_bioc_refuses_what_is_broken() -> None:
    with pytest.raises(AssertionError):
        by_bioc(broken(brat.dumps(REPORT), "E1\tArmsDeal:T18", "E1\tArmsDeal"))
