"""Corrections, differences, scores and missing extras as a user of the command line meets them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.commands import PACKAGES, run
from formats.edits import TOOLS
from formats.parsed import parsed
from formats.report import REPORT, at
from malicoup.formats import json as native
from malicoup.model import Article

EVERY_TOOL = pytest.mark.parametrize("tool", list(TOOLS))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "old.json"
    path.write_text(native.dumps(REPORT), encoding="utf-8")
    return path


def saved(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def read(path: Path) -> Article:
    return native.loads(path.read_bytes())


# --- Corrections ------------------------------


@EVERY_TOOL
def test_a_correction_from_file_to_score(tool: str, article: Path, tmp_path: Path) -> None:
    edited: Any = TOOLS[tool][0](REPORT)
    edited.move("q0", at("الدنمارك باعت تشيلي"))
    edited.speak("q3", "m5")
    edited.delete("q4")
    edited.add_quote(at("وأدانت كندا الهجوم"), "m18")
    edited.unite("m13", "m12")
    folder, new = saved(tmp_path / "back", edited.files()), tmp_path / "new.json"

    done = run("correct", article, folder, "--from", tool, "-o", new)
    assert done.exit_code == 0, done.stderr
    assert done.stderr.startswith(f"corrected in {tool}:\n")
    assert [quote.id for quote in read(new).quotes] == ["q0", "q1", "q2", "q3", "q5"]

    shown = run("diff", article, new).stdout
    assert "quote q4 “ربما بلغت قيمتها 40 مليون يورو” removed\n" in shown
    assert "speaker morales “إيزابيل موراليس” → andersen “ماتياس أندرسن”\n" in shown
    assert "quote q5 “وأدانت كندا الهجوم” added\n" in shown
    assert "person medina “بيدرو ميدينا” removed\n" in shown
    assert all(line in done.stderr for line in shown.splitlines())
    assert run("diff", article, new, "--exit-code").exit_code == 1
    assert run("diff", new, new, "--exit-code").output == ""

    rows = run("score", new, article).stdout.splitlines()
    # Of five quotes one was moved, one is gone, one is new.
    assert [" ".join(row.split()) for row in rows if row.startswith("all exact")] == [
        "all exact p 0.6000 r 0.6000 f1 0.6000 3 of 5 found, 5 wanted"
    ]


@EVERY_TOOL
def test_nothing_was_corrected(tool: str, article: Path, tmp_path: Path) -> None:
    folder = saved(tmp_path / "back", TOOLS[tool][0](REPORT).files())
    done = run("correct", article, folder, "--from", tool, "-o", tmp_path / "new.json")
    assert (done.exit_code, done.stderr) == (0, f"corrected in {tool}: nothing was changed\n")
    assert read(tmp_path / "new.json") == REPORT


@EVERY_TOOL
@pytest.mark.parametrize("other", list(TOOLS))
def test_the_wrong_tool_or_the_wrong_report(
    tool: str, other: str, article: Path, tmp_path: Path
) -> None:
    text = parsed("01_agency") if tool == other else REPORT
    folder = saved(tmp_path / "back", TOOLS[other][0](text).files())
    done = run("correct", article, folder, "--from", tool, "-o", tmp_path / "new.json")
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: ")
    assert not (tmp_path / "new.json").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["correct", "old.json", "nowhere", "--from", "brat"], 1, "nowhere: no such file"),
        (["correct", "none.json", "old.json", "--from", "cas"], 1, "none.json: no such file"),
        (["correct", "old.json", "old.json"], 2, "Missing option '--from'"),
        (["correct", "old.json", "old.json", "--from", "word"], 2, "'word' is not one of"),
        (["correct", "old.json", "old.json", "--from", "cas"], 1, "is no JSON CAS"),
        (["correct", "old.json", "old.json", "--from", "labelstudio"], 1, "is no file of tasks"),
        (["correct", "old.json", "old.json", "--from", "brat"], 1, "one .ann file is needed"),
        (["correct", "a.txt", "old.json", "--from", "cas"], 1, "a.txt: is no article of malicoup"),
        (["diff", "old.json", "a.txt"], 1, "a.txt: is no article of malicoup"),
        (["diff", "old.json"], 2, "Missing argument 'NEW'"),
        (["score", "old.json", "a.txt"], 1, "a.txt: is no article of malicoup"),
        (["score", "old.json", "other.json"], 1, "holds no article of the text of article 1"),
        (["convert", "old.json", "--to", "docx"], 2, "'docx' is not one of"),
        (["convert", "old.json", "--to", "brat"], 2, "name a folder with -o"),
        (["convert", "a.txt", "--to", "csv", "-o", "x"], 1, "of malicoup; `malicoup parse` reads"),
        (
            ["convert", "old.json", "--to", "jsonld", "--set", "profile=loud"],
            1,
            "profile is web or rich, not 'loud'",
        ),
        (
            ["convert", "old.json", "--to", "webanno", "--set", "offset_unit=bytes"],
            1,
            "offset_unit is code_point or utf16",
        ),
        (["convert", "old.json", "--to", "citron", "--set", "x=1"], 2, "has no option 'x'"),
    ],
)
def test_wrong_input(
    words: list[str],
    code: int,
    said: str,
    article: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(REPORT.text, encoding="utf-8")
    Path("other.json").write_text(native.dumps(Article(text="خبر")), encoding="utf-8")
    done = run(*words)
    assert done.exit_code == code
    assert said in done.stderr
    assert done.stdout == ""


# --- Missing extras ------------------------------

#: Starts the command line where a package cannot be found, whether it is installed or not.
WITHOUT = """
import sys
class Hidden:
    def find_spec(name, path=None, target=None):
        if name.partition(".")[0] == "{package}":
            raise ModuleNotFoundError("No module named {package!r}", name="{package}")
sys.meta_path.insert(0, Hidden)
sys.argv[0] = "malicoup"
from malicoup.cli import main
main()
"""


@pytest.mark.parametrize(
    ("to", "package", "extra"), [("parquet", "pyarrow", "parquet"), ("spacy", "spacy", "spacy")]
)
def test_a_missing_extra_gives_one_line(
    to: str, package: str, extra: str, article: Path, tmp_path: Path
) -> None:
    words = ["convert", str(article), "--to", to, "-o", str(tmp_path / "out")]
    start = [sys.executable, "-c", WITHOUT.format(package=package), *words]
    env = {"PYTHONPATH": PACKAGES, "PYTHONUTF8": "1"}
    done = subprocess.run(start, env=env, capture_output=True, timeout=60, check=False, text=True)
    said = f"Error: {package} is not installed: run  pip install 'malicoup[{extra}]'\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", said)
    assert not (tmp_path / "out").exists()


def test_extras_that_messages_name_can_be_installed() -> None:
    import tomllib

    project = Path(__file__).resolve().parents[2] / "pyproject.toml"
    extras = tomllib.loads(project.read_text("utf-8"))["project"]["optional-dependencies"]
    listed = run("formats").stdout
    needed = {line.partition("malicoup[")[2].partition("]")[0] for line in listed.splitlines()}
    assert needed - {""} == {"parquet", "spacy"} <= set(extras)


def test_losses_are_saved_as_the_export_lists_them(article: Path, tmp_path: Path) -> None:
    from malicoup.formats import citron

    target = tmp_path / "losses.jsonl"
    run("convert", article, "--to", "citron", "-o", tmp_path / "x.json", "--losses", target)
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [line["path"] for line in lines] == [x.path for x in citron.dumps(REPORT).losses]
