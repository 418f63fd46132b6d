from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from malicoup import extension
from malicoup.model import Suspension

records: Any = import_module("malicoup.parse.records")


class _Point:
    name = "mine"

    def load(self) -> Any:
        return records.RecordRule("mine", 0, lambda scene, parties: [])


@pytest.fixture
def _installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("importlib.metadata.entry_points", lambda *, group: [_Point()])
    extension.loaded.cache_clear()
    records.rules.cache_clear()
    yield
    extension.loaded.cache_clear()
    records.rules.cache_clear()


@pytest.mark.usefixtures("_installed")
def test_rules_of_other_packages_are_asked_after_ours() -> None:
    names = [rule.name for rule in records.rules()]
    assert names[: len(records.RULES)] == [rule.name for rule in records.RULES]
    assert names[-1] == "mine"


def test_names_are_unique() -> None:
    names = [rule.name for rule in records.RULES]
    assert len(set(names)) == len(names)


def test_a_finding_names_class_values_and_words() -> None:
    finding = records.Finding(Suspension, {"measure": "x"}, (), "mine")
    assert finding.kind is Suspension
