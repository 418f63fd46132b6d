"""The names of models: إف-16, إس-400, Mi-35M, ميراج 2000; in one normal form."""

from __future__ import annotations

import re
from typing import NamedTuple

from malicoup.lexicon.words import Tag
from malicoup.parse.page import Page, phrase_at
from malicoup.parse.records import _lexicon
from malicoup.parse.records._lexicon import Family, WeaponName
from malicoup.parse.records._scene import Scene
from malicoup.text.fold import ascii_digits, fold

#: Words before a designation.
_TYPES = frozenset(
    {"طراز", "الطراز", "نوع", "النوع", "فئة", "الفئة", "موديل", "ماركة", "صنف", "باسم", "المسماة",
     "المسمى", "المعروفة", "المعروف"}
)  # fmt: skip
OPENING = frozenset("«\"“”'‘(‹")
CLOSING = frozenset("»\"”“'’)›″")
_LATIN = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d{1,4}[A-Za-z]{0,3}\d?|[A-Z]{2,5}-\d[\w-]*")


class Designation(NamedTuple):
    """The name of a model: tokens, normal form, what the list of names says of it."""

    first: int
    end: int
    text: str
    name: WeaponName | None


def read_designation(scene: Scene, k: int) -> Designation | None:
    """A designation at token *k* behind a term: with من طراز before it or not, in marks or not."""
    page = scene.page
    typed = False
    if scene.form(k) == "من" and scene.form(k + 1) in _TYPES:
        k, typed = k + 2, True
    elif scene.form(k) in _TYPES:
        k, typed = k + 1, True
    marked = page.raw(k) in OPENING
    if marked:
        k += 1
    if typed and not marked:
        k = _past_maker(scene, k)
    read = _read_model(scene, k, free=typed or marked, marked=marked)
    if read is None:
        return None
    if marked and not typed and read.end - k > 7:
        return None
    return _with_mark(scene, read) if marked else read


def _with_mark(scene: Scene, read: Designation) -> Designation:
    """The mark that closes a designation belongs to its phrase."""
    return read._replace(end=read.end + (scene.page.raw(read.end) in CLOSING))


def closer(scene: Scene, k: int, known: Designation) -> Designation | None:
    """A model in marks or brackets behind a name: أباتشي “AH-64E”."""
    if scene.page.raw(k) not in OPENING:
        return None
    read = _read_model(scene, k + 1, free=False)
    return None if read is None else _with_mark(scene, read._replace(name=read.name or known.name))


def _past_maker(scene: Scene, k: int) -> int:
    """Skip the firm before a designation: من طراز لوكهيد مارتن إف-35."""
    found = phrase_at(scene.page, k, Tag.ORGANIZATION) if k < len(scene.page) else None
    if found is not None and _read_model(scene, found[0], free=False) is not None:
        return found[0]
    return k


def may_be_model(scene: Scene, i: int) -> bool:
    """A quick look whether token *i* can open a designation at all."""
    kind = scene.page.tokens.kinds[i]
    if kind == "l":
        return True
    if kind != "w":
        return False
    word = scene.words[i]
    if (word.tags & Family.WEAPON_NAME or word.heads) and _known_name(scene, i) is not None:
        return True
    letter = len(word.form) <= 5 and word.form in _lexicon.letters()
    return letter and _number_follows(scene, i)


def bare_designation(scene: Scene, i: int) -> Designation | None:
    """A designation that stands alone (إس-400, رافال, “AH-64E”)."""
    read = _read_model(scene, i, free=False)
    if read is None or (read.name is not None and read.name.ambiguous and read.end == i + 1):
        return None
    return read


def _read_model(scene: Scene, i: int, *, free: bool, marked: bool = False) -> Designation | None:
    """Read letters, names and numbers of a model from token *i* on.

    Args:
        scene: The report.
        i: First token.
        free: Whether words that no list knows are taken too (behind "of the type").
        marked: Whether marks enclose it, so that letters that are words too count.
    """
    page = scene.page
    parts: list[str] = []
    name: WeaponName | None = None
    k = i
    while k < len(page) and k - i < 9:
        step, part, found = _unit(scene, k, bool(parts), free=free)
        letter = _lexicon.letters().get(scene.form(k)) if step == 0 and marked else None
        if letter is not None:
            step, part, found = 1, letter, None
        if step == 0:
            break
        if part[:1].isdigit() and not _touches(page, k) and (parts or [""])[-1][-1:].isdigit():
            break
        parts.append(part)
        name = name or found
        k += step
    if not parts or not _is_model(parts, name, free):
        return None
    return Designation(i, k, _join(parts), name)


def _is_model(parts: list[str], name: WeaponName | None, free: bool) -> bool:
    if name is not None or free:
        return any(c.isalpha() for part in parts for c in part)
    text = "".join(parts)
    letters = sum(c.isalpha() for c in text)
    return (letters > 0 and any(c.isdigit() for c in text) and text[0].isalpha()) and bool(
        _LATIN.fullmatch(text.replace(".", "")) or letters <= 6
    )


def _unit(scene: Scene, k: int, going: bool, *, free: bool) -> tuple[int, str, WeaponName | None]:
    """Tokens, text in Latin letters and name of one part of a model; 0 tokens for none."""
    page = scene.page
    kind, raw = page.kind(k), page.raw(k)
    if kind == "p":
        tight = raw in "-./–_" and going and page.kind(k + 1) in "wnl"
        joint = "-" if raw in "-–" else ""
        return (1, joint, None) if tight and _joins(scene, k) else (0, "", None)
    if kind == "n":
        digits = ascii_digits(raw)
        return (1, digits, None) if going and _number_belongs(scene, k) else (0, "", None)
    known = _known_name(scene, k)
    if known is not None:
        return known[0], known[1].latin, known[1]
    if kind == "l":
        listed = _lexicon.weapon_names().get(fold(raw))
        if listed is not None:
            return 1, raw, listed
        return (1, raw, None) if free or going or _LATIN.fullmatch(raw) else (0, "", None)
    if kind != "w":
        return 0, "", None
    letter = _lexicon.letters().get(scene.form(k))
    spaced = page.words[k].tags & Tag.FUNCTION and page.kind(k + 1) == "n"  # في 2006
    numbered = not spaced and _number_follows(scene, k)
    loose = page.words[k].tags & Tag.FUNCTION and not _touches(page, k) and not numbered
    if letter is not None and not loose and (going or free or numbered):
        return 1, letter, None
    word = page.words[k]
    if free and not word.tags & (Tag.FUNCTION | Tag.VERB | Tag.NOUN | Tag.ADJECTIVE | Tag.COUNTRY):
        return (1, raw, None) if not going or k < 3 or page.kind(k - 1) == "w" else (0, "", None)
    return 0, "", None


def _known_name(scene: Scene, k: int) -> tuple[int, WeaponName] | None:
    word = scene.words[k]
    for stem in word.heads:
        for entry in _lexicon.words().phrases(stem):
            n = len(entry.words)
            if all(scene.form(k + m) == entry.words[m] for m in range(1, n)):
                return n, entry.data
    if word.tags & Family.WEAPON_NAME:
        for reading in word.readings:
            if reading.entry.tag & Family.WEAPON_NAME and not reading.pronoun:
                return 1, reading.entry.data
    return None


def _joins(scene: Scene, k: int) -> bool:
    """Whether the mark at *k* joins parts of a model: a letter, name or number stands behind."""
    after = scene.form(k + 1)
    return (
        scene.page.kind(k + 1) in "nl"
        or after in _lexicon.letters()
        or bool(scene.words[k + 1].tags & Family.WEAPON_NAME)
    )


def _number_follows(scene: Scene, k: int) -> bool:
    page = scene.page
    letters = _lexicon.letters()
    for n in range(k + 1, k + 5):
        if page.kind(n) == "n":
            return len(page.raw(n)) <= 4
        if page.raw(n) not in "-–./" and scene.form(n) not in letters:
            return False
    return False


def _number_belongs(scene: Scene, k: int) -> bool:
    """Whether the number at *k* is part of a model and no count or year of its own."""
    page = scene.page
    if _touches(page, k) or page.raw(k - 1) in "-–.":
        return True
    plain = ascii_digits(page.raw(k))
    return plain.isdecimal() and len(plain) <= 4 and not plain.startswith(("19", "201", "202"))


def _touches(page: Page, k: int) -> bool:
    return k > 0 and page.tokens.starts[k] == page.tokens.ends[k - 1]


def _join(parts: list[str]) -> str:
    """The normal form: letters and number with a hyphen, parts of names with blanks."""
    text = ""
    for part in parts:
        if not part:
            continue
        if part == "-":
            text = text if text.endswith("-") or not text else text + "-"
        elif not text or text.endswith("-"):
            text += part
        elif part[0].isdigit() and text[-1].isalpha():
            text += _gap(text) + part
        elif _is_letters(part) and (text[-1].isdigit() or _is_letters(text.split()[-1])):
            text += part
        else:
            text += " " + part
    return ascii_digits(text.strip("- "))


def _is_letters(part: str) -> bool:
    return len(part) <= 2 and part.isupper() and part.isascii()


def _gap(text: str) -> str:
    """What stands between letters and the number behind them: M1A1, but F-16, Mirage 2000."""
    run = re.search("[A-Za-z]+$", text)
    letters = run.group() if run else ""
    if letters in ("M", "A"):
        return ""
    return "-" if letters.isupper() and len(letters) <= 3 else " "
