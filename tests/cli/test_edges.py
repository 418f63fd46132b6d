"""What goes wrong outside the program: disks, rights, names, closed streams."""

from __future__ import annotations

import io
import subprocess
import sys
from errno import EPIPE
from pathlib import Path

import pytest

import malicoup
from cli.commands import NEWS, PACKAGES, process, run
from malicoup.cli import _input, _output
from malicoup.formats import json as native


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(NEWS, "utf-8")
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.json"
    path.write_text(malicoup.dumps(malicoup.parse(NEWS)), "utf-8")
    return path


def test_a_name_longer_than_the_system_allows(report: Path, tmp_path: Path) -> None:
    result = run("parse", tmp_path / ("x" * 300))
    assert (result.exit_code, "File name too long" in result.stderr) == (1, True)
    result = run("parse", report, "-o", tmp_path / "no" / "folder.jsonl")
    assert (result.exit_code, "No such file" in result.stderr) == (1, True)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["report.txt"]


def test_an_encoding_whose_error_names_no_byte(report: Path) -> None:
    result = run("parse", report, "--encoding", "punycode")
    assert result.exit_code == 1
    assert f"{report}: " in result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_that_cannot_be_finished_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="File name too long"):
        _output.write_folder(str(tmp_path / "out"), {"a.txt": b"a", "x" * 300: b"b"})
    assert list(tmp_path.iterdir()) == []


def test_a_closed_pipe_goes_on_to_click(monkeypatch: pytest.MonkeyPatch, report: Path) -> None:
    class Closed(io.BytesIO):
        def write(self, data: object) -> int:
            raise BrokenPipeError(EPIPE, "Broken pipe")

    monkeypatch.setattr(_output, "binary_stdout", Closed)
    result = run("parse", report)
    assert (result.exit_code, result.output) == (1, "")


def test_streams_that_do_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        with pytest.raises(Exception, match="standard output is closed"):
            _output.binary_stdout()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", None)
        _input.say("nobody hears this")


def test_corrections_that_are_too_long(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, article: Path
) -> None:
    monkeypatch.setattr(native, "MAX_BYTES", article.stat().st_size)
    big = tmp_path / "corrected.ann"
    big.write_bytes(b" " * (article.stat().st_size + 1))
    result = run("correct", article, big, "--from", "brat")
    assert (result.exit_code, "longer than" in result.stderr) == (1, True)


def test_many_kinds_of_losses_are_shortened(tmp_path: Path) -> None:
    text = f"{NEWS}سلمت ألمانيا أوكرانيا 18 دبابة في مارس 2031، وفقا للخبيرة ليلى منصور.\n"
    path = tmp_path / "rich.json"
    path.write_text(malicoup.dumps(malicoup.parse(text, publisher="صحيفة الميناء")), "utf-8")
    result = run("convert", path, "--to", "citron")
    assert "citron cannot say everything" in result.stderr
    assert "more kinds; --losses FILE lists each value" in result.stderr
    assert len(result.stderr.splitlines()) == 10


def test_the_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "malicoup", "--version"],
        env={"PYTHONPATH": PACKAGES}, capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout.decode() == f"malicoup {malicoup.__version__}\n"


def test_the_first_line_of_many(report: Path) -> None:
    """``malicoup parse … | head -1``: the pipe is closed while reports are still read."""
    many = [report] * 400
    result = process("parse", *many, "--to", "jsonl", shell="2>/dev/null | head -n 1")
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == b""
