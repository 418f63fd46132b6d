"""Every code has an example that triggers this code and no other, and a place in the docs."""

from __future__ import annotations

import pathlib
import re
import subprocess
import sys

import pytest

from malicoup.model import Severity
from malicoup.validate import validate
from malicoup.validate._registry import RULES
from validate.examples import EXAMPLES
from validate.sound import SOUND

ROOT = pathlib.Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "validation-codes.md"


def test_every_code_has_an_example() -> None:
    assert set(EXAMPLES) == set(RULES)


def test_the_sound_article_has_no_issue() -> None:
    assert str(validate(SOUND)) == "no issues"


@pytest.mark.parametrize("code", sorted(RULES))
def test_example_triggers_its_code_only(code: str) -> None:
    report = validate(EXAMPLES[code]())
    assert {issue.code for issue in report} == {code}
    assert {issue.severity for issue in report} == {RULES[code].severity}
    assert report.ok is (RULES[code].severity is not Severity.ERROR)


@pytest.mark.parametrize("code", sorted(RULES))
def test_code_is_documented(code: str) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", code)
    asks, _, why = RULES[code].doc.partition("\n\n")
    assert asks.endswith(".")
    assert why.endswith(".")


def _snippets() -> dict[str, str]:
    page = PAGE.read_text(encoding="utf-8")
    return dict(
        re.findall(r"^### (\S+)\n.*?^```python\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    )


def test_snippets_of_the_page_run() -> None:
    page = PAGE.read_text(encoding="utf-8")
    sound = re.search(r"```python\n(.*?)\n```", page, re.DOTALL)
    assert sound is not None
    given: dict[str, object] = {}
    exec(sound[1], given)
    snippets = _snippets()
    assert set(snippets) == set(RULES)
    for code, snippet in snippets.items():
        names = dict(given)
        exec(snippet, names)
        assert names["article"] == EXAMPLES[code]()


def test_page_is_up_to_date() -> None:
    script = ROOT / "scripts" / "build_validation_docs.py"
    run = subprocess.run([sys.executable, script, "--check"], check=False)
    assert run.returncode == 0, "run scripts/build_validation_docs.py"
