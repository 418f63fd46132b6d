from __future__ import annotations

from pathlib import Path

import pytest

import malicoup
from cli.commands import MORE, NEWS, run

PAGE = (
    '<!doctype html><html><head><meta property="article:published_time" content="2024-05-02">'
    '<meta property="og:site_name" content="وكالة الأفق"><link rel="canonical" '
    f'href="https://news.example/1"></head><body><h1>خبر</h1><p>{NEWS}</p></body></html>'
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(NEWS, "utf-8")
    return path


def test_a_pipe_gets_lines(report: Path) -> None:
    result = run("parse", report)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert malicoup.loads(result.stdout) == malicoup.parse(NEWS)


def test_text(report: Path) -> None:
    result = run("parse", report, "--to", "text", "--explain")
    assert "WHO SAID WHAT (1)" in result.stdout
    assert "why: " in result.stdout


def test_standard_input() -> None:
    result = run("parse", "-", input=NEWS)
    assert malicoup.loads(result.stdout) == malicoup.parse(NEWS)


def test_what_is_known_of_the_report(report: Path) -> None:
    result = run(
        "parse", report, "--published", "2024-05-02", "--url", "https://news.example/1",
        "--publisher", "وكالة الأفق",
    )  # fmt: skip
    article = malicoup.loads(result.stdout)
    assert str(article.published) == "2024-05-02"
    assert article.url == "https://news.example/1"
    assert article.actor(article.publisher).name == "وكالة الأفق"  # type: ignore[union-attr]


def test_several_files(tmp_path: Path, report: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(MORE, "utf-8")
    result = run("parse", report, other)
    assert [malicoup.loads(line).text for line in result.stdout.splitlines()] == [NEWS, MORE]
    assert f"[1/2] {report}: 1 statements" in result.stderr
    text = run("parse", report, other, "--to", "text").stdout
    assert text.count("WHO SAID WHAT") == 2


@pytest.mark.parametrize(
    ("suffix", "begins"), [("json", '{\n  "malicoup"'), ("jsonl", '{"malicoup"'), ("txt", "\u2067")]
)
def test_the_suffix_decides(report: Path, tmp_path: Path, suffix: str, begins: str) -> None:
    target = tmp_path / f"out.{suffix}"
    assert run("parse", report, "-o", target).output == ""
    assert target.read_text("utf-8").startswith(begins if suffix != "txt" else "")


def test_a_web_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    article = malicoup.loads(run("parse", path).stdout)
    assert article.text == f"خبر\n{NEWS.strip()}"
    assert str(article.published) == "2024-05-02"
    assert article.url == "https://news.example/1"
    assert article.actor(article.publisher).name == "وكالة الأفق"  # type: ignore[union-attr]
    other = malicoup.loads(run("parse", path, "--published", "2020-01-01").stdout)
    assert str(other.published) == "2020-01-01"


def test_a_web_page_that_names_its_encoding() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1256">')
    result = run("parse", "-", input=page.encode("cp1256"))
    assert NEWS.strip() in malicoup.loads(result.stdout).text


def test_a_web_page_without_text(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><script>x</script>", "utf-8")
    result = run("parse", path)
    assert result.exit_code == 1
    assert "is a web page without text" in result.stderr


@pytest.mark.parametrize("bom", ["utf-8-sig", "utf-8"])
def test_a_byte_order_mark_is_no_text(bom: str) -> None:
    result = run("parse", "-", input=NEWS.encode(bom))
    assert malicoup.loads(result.stdout).text == NEWS


@pytest.mark.parametrize(
    ("encoding", "byte", "guess"),
    [
        ("cp1256", "byte 0xDE at position 0", "cp1256"),
        ("iso-8859-6", "byte 0xE2 at position 1", "iso-8859-6"),
        ("utf-16", "byte 0xFF at position 0", "utf-16"),
        ("utf-16-le", "a zero byte at position", "utf-16-le"),
        ("utf-16-be", "a zero byte at position", "utf-16-be"),
    ],
)
def test_other_encodings(encoding: str, byte: str, guess: str) -> None:
    text = NEWS if encoding != "iso-8859-6" else "فيقول" + NEWS
    data = text.encode(encoding)
    if encoding == "iso-8859-6":
        byte = f"byte 0x{data[0]:02X} at position 0"
    result = run("parse", "-", input=data)
    assert result.exit_code == 1
    assert byte in result.stderr
    assert f"try  --encoding {guess}\n" in result.stderr
    again = run("parse", "-", "--encoding", guess, input=data)
    assert malicoup.loads(again.stdout).text == text


def test_no_text_in_any_encoding() -> None:
    result = run("parse", "-", input=b"\x89PNG\r\n\x1a\n\xff\xfe\x00\x01abc")
    assert result.exit_code == 1
    assert "if it is text, name its encoding with --encoding" in result.stderr


def test_the_encoding_given_is_wrong(report: Path) -> None:
    result = run("parse", report, "--encoding", "ascii")
    assert "is no text in ascii: byte 0xD9 at position 0; it looks like utf-8" in result.stderr


@pytest.mark.parametrize("name", ["hex", "klingon", "\0"])
def test_no_encoding(report: Path, name: str) -> None:
    result = run("parse", report, "--encoding", name)
    assert result.exit_code == 2
    assert "is no encoding that Python knows" in result.stderr


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_empty(data: bytes) -> None:
    result = run("parse", "-", input=data)
    assert (result.exit_code, result.stderr) == (1, "Error: standard input: is empty\n")


def test_missing_folder_and_too_long(tmp_path: Path, report: Path) -> None:
    missing = run("parse", tmp_path / "none.txt")
    assert (missing.exit_code, missing.stderr) == (1, f"Error: {tmp_path}/none.txt: no such file\n")
    folder = run("parse", tmp_path)
    assert (folder.exit_code, "is a folder; name its files" in folder.stderr) == (1, True)
    long = run("parse", report, "--max-bytes", "20")
    assert (long.exit_code, "longer than 20 bytes" in long.stderr) == (1, True)
    size = len(NEWS.encode())
    assert run("parse", report, "--max-bytes", size).exit_code == 0


def test_a_hundred_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    result = run("parse", path)
    assert result.exit_code == 1
    assert "longer than 10,485,760 bytes; read more with --max-bytes" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("-", "-"),
        ("a", "b", "--url", "https://x.example"),
        ("a", "b", "--to", "json"),
        ("a", "b", "-o", "out.json"),
        ("a", "--to", "klingon"),
        ("a", "--published", "yesterday"),
        ("a", "--max-bytes", "0"),
        ("a", "--set", "nonsense"),
    ],
)
def test_misunderstood(arguments: tuple[str, ...]) -> None:
    assert run("parse", *arguments).exit_code == 2


def test_a_bad_file_leaves_nothing_behind(tmp_path: Path, report: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old", "utf-8")
    result = run("parse", report, tmp_path / "none.txt", "-o", target)
    assert result.exit_code == 1
    assert target.read_text("utf-8") == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", "report.txt"]


def test_keep_going(tmp_path: Path, report: Path) -> None:
    target = tmp_path / "out.jsonl"
    result = run("parse", tmp_path / "none.txt", report, "-o", target, "--keep-going")
    assert result.exit_code == 1
    assert "[1/2] left out: " in result.stderr
    assert "1 of 2 files could not be read" in result.stderr
    assert malicoup.loads(target.read_text("utf-8")).text == NEWS
