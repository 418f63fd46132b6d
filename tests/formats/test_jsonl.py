from __future__ import annotations

import io
from pathlib import Path

import pytest

from formats.golden import ARTICLE
from malicoup.errors import DecodeError, EncodeError
from malicoup.formats import json, jsonl
from malicoup.model import Article

#: Line ends of other conventions stand in the text and must not end a line.
ODD = Article(text="سطر\u2028آخر\u0085وآخر\r\nوأخير")
ARTICLES = (ARTICLE, ODD, Article(text=""))


def test_each_article_is_one_line() -> None:
    lines = list(jsonl.dumps(ARTICLES))
    assert lines == [json.dumps(article) for article in ARTICLES]
    assert not any("\n" in line for line in lines)


def test_lines_are_written_one_by_one() -> None:
    lines = jsonl.dumps([Article(text="خبر"), Article(text="\ud800")])
    assert json.loads(next(lines)) == Article(text="خبر")
    with pytest.raises(EncodeError):
        next(lines)


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_whole_file_is_read_from_text_and_bytes(end: str) -> None:
    data = "\n".join(jsonl.dumps(ARTICLES)) + end
    assert jsonl.loads(data) == jsonl.loads(data.encode()) == ARTICLES


@pytest.mark.parametrize("data", ["", b""])
def test_an_empty_file_holds_no_articles(data: str | bytes) -> None:
    assert jsonl.loads(data) == ()


def test_a_file_is_written_and_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    with path.open("w", encoding="utf-8", newline="\n") as file:
        assert jsonl.dump(ARTICLES, file) == 3
    with path.open(encoding="utf-8") as file:
        assert tuple(jsonl.iter_load(file)) == ARTICLES
    with path.open("rb") as binary:
        assert tuple(jsonl.iter_load(binary)) == ARTICLES


def test_nothing_is_written_for_no_articles() -> None:
    file = io.StringIO()
    assert jsonl.dump([], file) == 0
    assert file.getvalue() == ""


def test_the_faults_of_all_lines_name_their_lines() -> None:
    good = json.dumps(ODD)
    with pytest.raises(DecodeError) as caught:
        jsonl.loads(f'{good}\n{{}}\n{good}\n\n{{"malicoup":"1.0","article":[],"x":1}}\n')
    assert caught.value.faults == (
        'line 2: key missing, such as "malicoup": "1.0" @ $.malicoup',
        "line 4: empty line @ $",
        "line 5: must be an object, not a list @ $.article",
        "line 5: unknown key @ $.x",
    )


def test_reading_line_by_line_stops_at_the_first_bad_one() -> None:
    reader = jsonl.iter_load([json.dumps(ODD), "[]"])
    assert next(reader) == ODD
    with pytest.raises(DecodeError) as caught:
        next(reader)
    assert caught.value.faults == ("line 2: must be an object, not a list @ $",)


def test_the_limit_holds_for_each_line() -> None:
    line = json.dumps(ODD)
    size = len(line.encode())
    assert jsonl.loads(f"{line}\n{line}", max_bytes=size) == (ODD, ODD)
    with pytest.raises(DecodeError, match="line 1: longer than"):
        jsonl.loads(line, max_bytes=size - 1)


def test_the_format_has_the_same_names_as_every_other() -> None:
    assert jsonl.make_converter is json.make_converter
    assert jsonl.configure_converter is json.configure_converter
