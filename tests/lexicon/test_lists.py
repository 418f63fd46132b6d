"""Every word list: clean letters, rows alike, sorted, a source; every entry read by the parser."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from malicoup.errors import LexiconError
from malicoup.lexicon._load import cells, rows
from malicoup.lexicon.build import lexicon
from malicoup.lexicon.words import Tag
from malicoup.model.vocab import ActorKind, Stance

DATA = Path(__file__).parents[2] / "src/malicoup/lexicon/data"
LISTS = sorted(DATA.glob("*.tsv"))
#: Presentation forms, tatweel, controls of direction and joining, no-break space.
FORBIDDEN = re.compile(
    "[\ufb50-\ufdff\ufe70-\ufeff\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\u00a0\u00ad]"
)
DIACRITICS = re.compile("[\u064b-\u0652\u0670]")
ISO = {row[0] for row in rows("countries")}


def lines(path: Path) -> list[str]:
    return [
        line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")
    ]


def each(test: object) -> object:
    return pytest.mark.parametrize("path", LISTS, ids=lambda p: p.stem)(test)


@each
def test_letters_are_plain(path: Path) -> None:
    text = path.read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not FORBIDDEN.findall(text)
    assert not [line for line in lines(path) if DIACRITICS.search(line)]


@each
def test_the_head_tells_columns_and_source(path: Path) -> None:
    head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    assert any(line.startswith("# columns: ") for line in head)
    assert any(line.startswith("# source: ") for line in head)
    assert not head[0].startswith(("# columns", "# source"))


@each
def test_rows_are_sorted(path: Path) -> None:
    first = [line.split("\t")[0] for line in lines(path)]
    assert first == sorted(first)


@each
def test_rows_are_alike_and_unique(path: Path) -> None:
    held = [line.split("\t") for line in lines(path)]
    assert len({len(row) for row in held}) == 1
    assert [line for line, n in Counter(lines(path)).items() if n > 1] == []


@each
def test_cells_hold_no_stray_blanks(path: Path) -> None:
    for line in lines(path):
        for cell in line.split("\t"):
            assert cell == cell.strip(), line
            assert "  " not in cell, line
            assert all(part == part.strip() and part for part in cell.split("|")) or not cell, line


def test_cues_have_known_stances_and_classes() -> None:
    head = (DATA / "cues.tsv").read_text("utf-8")
    kinds = set(re.findall(r"^# (?:class:)?\s+([a-z]+) ", head, re.M))
    for perfect, _imperfect, _nouns, _participle, stance, kind in rows("cues"):
        assert stance in set(Stance), perfect
        assert kind in kinds, perfect


def test_every_form_of_a_cue_is_read_as_one() -> None:
    word = lexicon().word
    for perfect, imperfect, nouns, participle, _stance, _kind in rows("cues"):
        forms = [perfect, imperfect, perfect + "ت" if perfect[-1] not in "ىا" else perfect]
        forms += ["و" + perfect, "ت" + imperfect[1:]]
        assert [f for f in forms if not word(f).tags & Tag.CUE] == [], perfect
        assert [n for n in cells(nouns) if not word(n).tags & Tag.CUE_NOUN] == [], perfect
        if participle:
            assert word(participle).tags & Tag.CUE_PARTICIPLE, perfect


@pytest.mark.parametrize(
    ("name", "column"),
    [("places", 1), ("organizations", 3), ("seats", 2), ("nationalities", 0)],
)
def test_country_codes_are_known(name: str, column: int) -> None:
    assert {row[column] for row in rows(name)} - ISO - {""} == set()


@pytest.mark.parametrize(("name", "column"), [("organizations", 2), ("seats", 1)])
def test_kinds_of_bodies_are_known(name: str, column: int) -> None:
    assert {row[column] for row in rows(name)} <= set(ActorKind)


@pytest.mark.parametrize("name", ["given_names", "surnames", "organizations", "nouns"])
def test_no_entry_stands_twice(name: str) -> None:
    entries = Counter(row[0] for row in rows(name))
    assert [entry for entry, n in entries.items() if n > 1] == []


def test_a_list_that_is_none_is_refused() -> None:
    with pytest.raises(LexiconError):
        rows("no_such_list")


def test_a_malformed_list_says_file_and_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "broken.tsv").write_text("# head\nكلمة\tم\nكلمة\n", "utf-8")
    monkeypatch.setattr("malicoup.lexicon._load.files", lambda package: tmp_path)
    with pytest.raises(LexiconError, match=r"broken\.tsv: expected 2 columns") as caught:
        rows("broken")
    assert (caught.value.file, caught.value.entry) == ("broken.tsv", "كلمة")
