"""The examples of README and docs run, and give what they say."""

from __future__ import annotations

import doctest
import pathlib
import re

import pytest

import malicoup

ROOT = pathlib.Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BUILT = [page for page in PAGES if "_build" not in page.parts]
WITH_EXAMPLES = [p for p in BUILT if ">>> " in p.read_text("utf-8")]
FENCE = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)
#: A format's page speaks of an article that its reader has; here it is this one.
ARTICLE = malicoup.parse(
    "قال الوزير سامي العلي إن المحادثات انتهت. اشترت تشيلي ثلاث فرقاطات من إيطاليا عام 2031.",
    url="https://news.example/1",
)


def blocks(page: pathlib.Path) -> list[str]:
    """The Python of a page that is no dialogue."""
    return [code for code in FENCE.findall(page.read_text("utf-8")) if ">>> " not in code]


#: The blocks of the page of codes are run by tests/validate, with what each must report.
WITH_BLOCKS = [p for p in BUILT if p.name != "validation-codes.md" and blocks(p)]


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda p: str(p.relative_to(ROOT)))
def test_examples_run(page: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = doctest.DocTestParser().get_doctest(
        page.read_text("utf-8"), {}, page.name, str(page), 0
    )
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    runner.run(found)
    assert runner.failures == 0
    assert runner.tries > 0


@pytest.mark.parametrize("page", WITH_BLOCKS, ids=lambda p: str(p.relative_to(ROOT)))
def test_blocks_run(page: pathlib.Path) -> None:
    namespace: dict[str, object] = {"article": ARTICLE}
    for code in blocks(page):
        for name, package in (("parquet", "pyarrow"), ("spacy", "spacy")):
            if name in code:
                pytest.importorskip(package)
        exec(compile(code, str(page), "exec"), namespace)


def test_every_page_is_in_a_list_of_contents() -> None:
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    names = {str(p.relative_to(ROOT / "docs").with_suffix("")) for p in BUILT[1:]} - {"index"}
    listed = set(index.split())
    apart = ("formats/", "examples/")
    assert {n for n in names if n not in listed and not n.startswith(apart)} == set()


def test_every_command_of_the_text_is_one() -> None:
    """Commands and options that README and docs name exist."""
    from malicoup.cli import main

    known = {name: {o for p in c.params for o in p.opts} for name, c in main.commands.items()}
    for page in BUILT:
        for line in re.findall(
            r"`malicoup ([^`\n]+)`|^malicoup (.+)$", page.read_text("utf-8"), re.M
        ):
            words = " ".join(line).split("|")[0].split()
            if words[0].startswith("-") or words[0] == "COMMAND":
                continue
            assert words[0] in known, (page.name, words)
            options = {re.sub(r"[\[\]]", "", w) for w in words[1:] if w.lstrip("[").startswith("-")}
            assert options - {"-"} <= known[words[0]] | {"--help"}, (page.name, words)
