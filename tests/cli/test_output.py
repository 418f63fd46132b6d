from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from attrs import evolve

import malicoup
from cli.commands import MORE, NEWS, process, run
from malicoup.formats import registry


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.json"
    path.write_text(malicoup.dumps(malicoup.parse(NEWS)), "utf-8")
    return path


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(malicoup.dumps(malicoup.parse(t)) + "\n" for t in (NEWS, MORE)))
    return path


# --- Writing ------------------------------


def test_a_folder_format(tmp_path: Path, article: Path) -> None:
    target = tmp_path / "brat"
    result = run("convert", article, "--to", "brat", "-o", target)
    assert result.exit_code == 0
    assert (target / "article.txt").read_text("utf-8") == NEWS
    assert "brat cannot say everything" in result.stderr
    again = run("convert", article, "--to", "brat", "-o", target)
    assert (again.exit_code, "is there already" in again.stderr) == (1, True)
    assert run("convert", article, "--to", "brat").exit_code == 2


def test_an_empty_folder_is_filled(tmp_path: Path, article: Path) -> None:
    target = tmp_path / "brat"
    target.mkdir()
    assert run("convert", article, "--to", "brat", "-o", target).exit_code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["article.json", "brat"]


def test_a_file_where_a_folder_should_be(tmp_path: Path, article: Path) -> None:
    assert run("convert", article, "--to", "brat", "-o", article).exit_code == 1
    result = run("convert", article, "--to", "brat", "-o", tmp_path / "none" / "brat")
    assert (result.exit_code, "No such file" in result.stderr) == (1, True)


def test_a_file_format_and_its_losses(tmp_path: Path, article: Path) -> None:
    losses = tmp_path / "losses.jsonl"
    result = run(
        "convert", article, "--to", "jsonld", "--set", "base=https://news.example/1",
        "--losses", losses,
    )  # fmt: skip
    assert json.loads(result.stdout)
    assert result.stderr == ""
    first = json.loads(losses.read_text("utf-8").splitlines()[0])
    assert set(first) == {"path", "value", "reason"}


def test_options_of_a_format(article: Path) -> None:
    unknown = run("convert", article, "--to", "jsonld", "--set", "colour=red")
    assert (unknown.exit_code, "has no option 'colour'; it has: base" in unknown.stderr) == (
        2,
        True,
    )
    none = run("convert", article, "--to", "jsonl", "--set", "indent=2")
    assert (none.exit_code, "takes no options" in none.stderr) == (2, True)


@pytest.mark.parametrize("name", ["jsonld", "webanno", "hypothesis"])
def test_a_format_that_wants_an_address_says_how_to_give_it(
    name: str, article: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.txt"
    report.write_text("قال الوزير إن السد اكتمل.\n", encoding="utf-8")
    ways = {
        (report,): "add  --url ADDRESS or --set base=ADDRESS\n",
        (report, report): "add  --set base=ADDRESS\n",
    }
    for files, way in ways.items():
        result = run("parse", *files, "--to", name, "-o", tmp_path / "out")
        assert (result.exit_code, "has no url" in result.stderr) == (1, True)
        assert result.stderr.endswith(f"  {name} needs an address: {way}")
    converted = run("convert", article, "--to", name)
    assert converted.stderr.endswith("address: add  --set base=ADDRESS\n")
    given = run("parse", report, "--to", name, "--url", "https://news.example/1")
    assert given.exit_code == 0
    assert "https://news.example/1" in given.stdout


def test_our_own_formats(tmp_path: Path, article: Path, lines: Path) -> None:
    assert run("convert", article).stdout == article.read_text("utf-8") + "\n"
    assert run("convert", lines, "--to", "jsonl").stdout == lines.read_text("utf-8")
    assert run("convert", lines, "--to", "text").stdout.count("WHO SAID WHAT") == 2
    assert run("convert", lines, "--to", "json", "-o", tmp_path / "x.json").exit_code == 2
    assert not (tmp_path / "x.json").exists()
    indented = tmp_path / "indented.json"
    losses = tmp_path / "losses.jsonl"
    assert run("convert", article, "-o", indented, "--losses", losses).exit_code == 0
    assert losses.read_bytes() == b""
    assert run("convert", indented).stdout == article.read_text("utf-8") + "\n"


def test_several_articles_in_a_folder_format(tmp_path: Path, lines: Path) -> None:
    target = tmp_path / "brat"
    assert run("convert", lines, "--to", "brat", "-o", target).exit_code == 0
    assert (target / "0002.txt").read_text("utf-8") == MORE


def test_mode_and_links_stay(tmp_path: Path, article: Path) -> None:
    target, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    target.write_text("old")
    target.chmod(0o600)
    link.symlink_to(target)
    assert run("convert", article, "-o", link).exit_code == 0
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o600
    assert target.read_text("utf-8") == article.read_text("utf-8") + "\n"
    new = tmp_path / "new.jsonl"
    run("convert", article, "-o", new)
    mask = os.umask(0)
    os.umask(mask)
    assert new.stat().st_mode & 0o777 == 0o666 & ~mask


def test_where_nothing_can_be_written(tmp_path: Path, article: Path) -> None:
    folder = run("convert", article, "-o", tmp_path)
    assert (folder.exit_code, "is a folder; name a file in it" in folder.stderr) == (1, True)
    missing = run("convert", article, "-o", tmp_path / "none" / "x.json")
    assert (missing.exit_code, "No such file" in missing.stderr) == (1, True)


def test_devices_are_not_replaced(article: Path) -> None:
    assert run("convert", article, "-o", "/dev/null").exit_code == 0
    assert not Path("/dev/null").is_file()


# --- Processes ------------------------------


def test_a_closed_pipe(article: Path) -> None:
    for to in ("jsonl", "text"):
        result = process("convert", article, "--to", to, shell="| true")
        assert b"Traceback" not in result.stderr
        assert b"Error" not in result.stderr


def test_a_pipe_closed_early(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text((malicoup.dumps(malicoup.parse(NEWS)) + "\n") * 300)
    result = process("convert", path, shell="| head -c 10")
    assert result.returncode == 1
    assert result.stdout == b'{"malicoup'
    assert result.stderr == b""


def test_no_standard_output(article: Path) -> None:
    result = process("convert", article, shell=">&-")
    assert (result.returncode, result.stderr) == (1, b"Error: standard output is closed\n")


def test_no_standard_input() -> None:
    result = process("parse", "-", shell="<&-")
    assert (result.returncode, result.stderr) == (1, b"Error: standard input: is closed\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk(article: Path) -> None:
    result = process("convert", article, shell=">/dev/full")
    assert result.returncode == 1
    assert result.stderr == b"Error: standard output: No space left on device\n"


def test_a_locale_without_arabic() -> None:
    result = process("parse", "-", "--to", "text", input=NEWS.encode(), shell="| cat")
    assert "سامي العلي" in result.stdout.decode()


# --- Other commands ------------------------------


def test_validate(tmp_path: Path, article: Path, lines: Path) -> None:
    result = run("validate", article, lines)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"{article}: article 1: no issues",
        f"{lines}: article 1: no issues",
        f"{lines}: article 2: no issues",
    ]
    broken = tmp_path / "broken.json"
    document = json.loads(article.read_text("utf-8"))
    document["article"]["title"] = {"start": 0, "end": 9999}
    broken.write_text(json.dumps(document))
    result = run("validate", broken)
    assert result.exit_code == 1
    assert "  error span-past-end at $.title" in result.stdout


def test_validate_strictly(tmp_path: Path) -> None:
    document = {"malicoup": "1.0", "article": json.loads(malicoup.dumps(malicoup.parse("خبر")))}
    inner = document["article"]["article"]
    inner["actors"] = [{"kind": "country", "id": "a1", "name": "بلد"}]
    path = tmp_path / "weak.json"
    path.write_text(json.dumps({"malicoup": "1.0", "article": inner}))
    assert run("validate", path).exit_code == 0
    assert run("validate", path, "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty"),
        (b"{}", "is no article of malicoup"),
        (b"[1]\n[2]\n", "is no article of malicoup"),
        (b"\xff", "is no article of malicoup"),
        (b"{}\n{}\n", "line 1: "),
    ],
)
def test_no_article(data: bytes, problem: str) -> None:
    result = run("validate", "-", input=data)
    assert result.exit_code == 1
    assert problem in result.stderr


def test_schema(tmp_path: Path) -> None:
    assert json.loads(run("schema").stdout)["$schema"].startswith("https://json-schema.org/")
    assert run("schema", "-o", tmp_path / "s.json").output == ""


def test_diff(tmp_path: Path, article: Path, lines: Path) -> None:
    assert run("diff", article, article, "--exit-code").output == ""
    other = tmp_path / "other.json"
    old = malicoup.loads(article.read_text("utf-8"))
    other.write_text(malicoup.dumps(evolve(old, language="fa")), "utf-8")
    assert run("diff", article, other).stdout == "article: language ar → fa\n"
    assert run("diff", article, other, "--exit-code").exit_code == 1
    assert "holds several articles" in run("diff", article, lines).stderr
    assert run("diff", "-", "-").exit_code == 2


def test_score(article: Path, lines: Path) -> None:
    result = run("score", article, lines)
    assert result.exit_code == 0
    assert "r 1.0000  f1 1.0000" in result.stdout
    missing = run("score", lines, article)
    assert (missing.exit_code, "of the text of article 2" in missing.stderr) == (1, True)


def test_correct(tmp_path: Path, article: Path) -> None:
    folder = tmp_path / "brat"
    run("convert", article, "--to", "brat", "-o", folder)
    result = run("correct", article, folder, "--from", "brat")
    assert result.stderr == "corrected in brat: nothing was changed\n"
    assert malicoup.loads(result.stdout) == malicoup.loads(article.read_text("utf-8"))
    annotations = folder / "article.ann"
    kept = [row for row in annotations.read_text("utf-8").splitlines() if "Speaker" not in row]
    annotations.write_text("".join(f"{row}\n" for row in kept), "utf-8")
    result = run("correct", article, annotations, "--from", "brat")
    assert result.exit_code == 0
    assert run("correct", article, tmp_path / "none", "--from", "brat").exit_code == 1


def test_formats_and_version() -> None:
    names = [line.split()[0] for line in run("formats").stdout.splitlines()]
    assert names[:3] == ["text", "json", "jsonl"]
    assert set(registry.FORMATS) < set(names)
    assert run("--version").stdout == f"malicoup {malicoup.__version__}\n"
    assert "Usage: malicoup" in run("-h").stdout
