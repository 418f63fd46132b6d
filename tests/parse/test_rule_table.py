"""The table of rules is true: each fires on its sentence, and no rule that fires is left out."""

from __future__ import annotations

import pathlib

import pytest

from parse.rule_table import KINDS, RULES, Rule, fired

ROOT = pathlib.Path(__file__).parents[2]
REPORTS = [*(ROOT / "seeds").glob("*.txt"), *sorted((ROOT / "tests/sample").glob("*.txt"))]


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.example], ids=lambda rule: f"{rule.kind} {rule.name}"
)
def test_it_fires_on_its_sentence(rule: Rule) -> None:
    assert rule.name in [f.name for f in fired(rule.example) if f.kind == rule.kind]


def test_each_stands_once_and_is_of_a_kind() -> None:
    keys = [(rule.kind, rule.name) for rule in RULES]
    assert len(keys) == len(set(keys))
    assert {rule.kind for rule in RULES} == set(KINDS)


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem[:12])
def test_none_is_left_out(report: pathlib.Path) -> None:
    known = {(rule.kind, rule.name) for rule in RULES}
    # A mention that was made for a speaker bears the speaker's rule.
    known |= {("mention", name) for kind, name in known if kind == "speaker"}
    text = report.read_bytes().decode("utf-8")
    assert {(f.kind, f.name) for f in fired(text)} - known == set()
