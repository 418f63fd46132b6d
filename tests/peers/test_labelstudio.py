"""Label Studio's own SDK checks the tasks against the configuration, and converts them."""

from __future__ import annotations

import copy
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from formats.exports import FED
from formats.parsed import EVERY_REPORT, parsed
from formats.report import REPORT
from malicoup.errors import DecodeError
from malicoup.formats import labelstudio
from malicoup.formats._export import Export
from malicoup.formats.labelstudio._config import CHOICES, LABELS, TEXTS
from malicoup.model import Article

pytest.importorskip("label_studio_sdk")

from label_studio_sdk.label_interface import LabelInterface

SETTINGS = settings(
    max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


def parts(export: Export) -> tuple[Any, dict[str, Any]]:
    """The SDK's view of the configuration, and the task."""
    (task,) = json.loads(export.files["tasks.json"])
    return LabelInterface(export.files["labelling_config.xml"].decode()), task


def check(article: Article) -> None:
    interface, task = parts(labelstudio.dumps(article, result="annotations"))
    assert interface.validate_task({"data": task["data"]})
    (annotation,) = task["annotations"]
    assert interface.validate_annotation(annotation)
    _, machine = parts(labelstudio.dumps(article))
    assert interface.validate_prediction(machine["predictions"][0])
    assert machine["predictions"][0]["result"] == annotation["result"]
    for item in annotation["result"]:
        # The SDK takes places past the end of the text, and words that stand elsewhere.
        if item["type"] == "labels":
            start, end = item["value"]["start"], item["value"]["end"]
            assert 0 <= start < end <= len(article.text)
            assert item["value"]["text"] == article.text[start:end]


def test_sdk_takes_the_report() -> None:
    check(REPORT)


@EVERY_REPORT
def test_sdk_takes_the_seed_and_the_sample_reports(report: str) -> None:
    check(parsed(report))


@SETTINGS
@given(article=FED)
def test_sdk_takes_every_article(article: Article) -> None:
    check(article)


def test_sdk_reads_the_configuration_as_meant() -> None:
    interface, _ = parts(labelstudio.dumps(REPORT))
    labels = interface.get_control("label")
    assert set(labels.labels) == set(LABELS)
    for name, (_, values) in CHOICES.items():
        assert set(interface.get_control(name).labels) == set(values)
    assert {control.name for control in interface.controls} >= {"label", *CHOICES, *TEXTS}


def faulty() -> dict[str, Any]:
    """Faults by name, each in an annotation that is fine else."""
    _, task = parts(labelstudio.dumps(REPORT, result="annotations"))
    good = task["annotations"][0]

    def bad(kind: str, **values: Any) -> Any:
        annotation = copy.deepcopy(good)
        item = next(item for item in annotation["result"] if item["type"] == kind)
        item.update(values)
        return annotation

    unknown_label = copy.deepcopy(good)
    unknown_label["result"][0]["value"]["labels"] = ["Newspaper"]
    no_start = copy.deepcopy(good)
    del no_start["result"][0]["value"]["start"]
    return {
        "unknown label": unknown_label,
        "unknown control": bad("labels", from_name="tags"),
        "wrong type": bad("labels", type="choices"),
        "no start": no_start,
        "relation to nothing": bad("relation", to_id="nowhere"),
    }


@pytest.mark.parametrize("name", list(faulty()))
def test_sdk_refuses_what_is_broken(name: str) -> None:
    interface, _ = parts(labelstudio.dumps(REPORT))
    assert not interface.validate_annotation(faulty()[name])


@pytest.mark.parametrize("name", ["no start", "relation to nothing"])
def test_we_refuse_what_is_broken(name: str) -> None:
    _, task = parts(labelstudio.dumps(REPORT))
    data = json.dumps([{"data": task["data"], "annotations": [faulty()[name]]}]).encode()
    with pytest.raises(DecodeError):
        labelstudio.loads({"t.json": data}, REPORT)


def test_converter_writes_each_label(tmp_path: Path) -> None:
    """A second reader: the SDK's converter to CoNLL 2003, which flattens overlaps."""
    from label_studio_sdk.converter import Converter

    export = labelstudio.dumps(REPORT, result="annotations")
    tasks = json.loads(export.files["tasks.json"])
    for number, task in enumerate(tasks, start=1):
        task["id"] = task["annotations"][0]["id"] = number
    source = tmp_path / "tasks.json"
    source.write_text(json.dumps(tasks), encoding="utf-8")
    converter = Converter(
        config=export.files["labelling_config.xml"].decode(), project_dir=str(tmp_path)
    )
    converter.convert_to_conll2003(str(source), str(tmp_path / "out"), is_dir=False)
    lines = (tmp_path / "out" / "result.conll").read_text(encoding="utf-8").split("\n")
    first = Counter(line.rpartition(" B-")[2] for line in lines if " B-" in line)
    wanted = Counter(
        item["value"]["labels"][0]
        for item in tasks[0]["annotations"][0]["result"]
        if item["type"] == "labels"
    )
    assert first
    assert all(first[label] <= wanted[label] for label in first)
    assert {"Person", "Media", "Country", "QuoteContent"} <= set(first)
