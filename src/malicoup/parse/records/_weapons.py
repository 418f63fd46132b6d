"""Weapons on the page: term, designation in normal form, where they come from, how many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from malicoup.lexicon.build import ActorData
from malicoup.lexicon.words import Tag
from malicoup.model import Quantity, WeaponCategory
from malicoup.parse.page import Page, phrase_at
from malicoup.parse.records import _lexicon
from malicoup.parse.records._lexicon import Family, WeaponName, WeaponTerm, weapon_stem
from malicoup.parse.records._scene import Scene
from malicoup.text.fold import ascii_digits, fold

#: Words before a designation.
_TYPES = frozenset(
    {"طراز", "الطراز", "نوع", "النوع", "فئة", "الفئة", "موديل", "ماركة", "صنف", "باسم", "المسماة",
     "المسمى", "المعروفة", "المعروف"}
)  # fmt: skip
#: Phrases inside the term of a weapon that open with a preposition.
_INNER = (
    ("بدون", "طيار"), ("من", "دون", "طيار"), ("دون", "طيار"), ("بلا", "طيار"), ("غير", "ماهولة"),
    ("غير", "المأهولة"), ("دون", "طيارين"), ("بدون", "طيارين"),
)  # fmt: skip
_OPENING = frozenset("«\"“”'‘(‹")
_CLOSING = frozenset("»\"”“'’)›″")
_LATIN = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d{1,4}[A-Za-z]{0,3}\d?|[A-Z]{2,5}-\d[\w-]*")
_CIVIL = frozenset(
    {"ركاب", "الركاب", "مدنية", "المدنية", "تجارية", "التجارية", "بوينغ", "بوينج", "ايرباص",
     "مدني", "خاصة", "اجرة", "سباق", "ورقية", "نووي", "سياسي", "صحي", "تعليمي", "مصرفي"}
)  # fmt: skip
_LONGEST = 12
_ARTICLE = "ال"


class Designation(NamedTuple):
    """The name of a model: tokens, normal form, what the list of names says of it."""

    first: int
    end: int
    text: str
    name: WeaponName | None


class WeaponMention(NamedTuple):
    """One noun phrase for weapons.

    Attributes:
        first, end: Its tokens, half-open.
        head: Head of its term; empty for a bare designation.
        term: The entry of the list of terms.
        designation: The model, where one is named.
        origin: Country that a nationality in the phrase tells.
        definite: Whether it points back or names a known lot.
        joined: Whether و joins it to the phrase before.
    """

    first: int
    end: int
    head: str
    term: WeaponTerm | None
    designation: Designation | None
    origin: str | None
    definite: bool
    joined: bool

    @property
    def generic(self) -> bool:
        """Whether it names no type of weapon (arms, equipment)."""
        return self.designation is None and (self.term is None or self.term.alone == "generic")

    @property
    def english(self) -> str | None:
        """English description."""
        name = self.designation.name if self.designation else None
        if self.term is None or (name is not None and not self.term.more):
            return name.english if name else self.term.english if self.term else None
        return self.term.english

    @property
    def category(self) -> WeaponCategory | None:
        """Category of the UN register."""
        if self.term is not None and self.term.category is not None:
            return self.term.category
        return (
            self.designation.name.category if self.designation and self.designation.name else None
        )


def find_weapons(scene: Scene) -> list[WeaponMention]:
    """All weapons of the page in text order; none overlaps another."""
    page = scene.page
    found: list[WeaponMention] = []
    known: dict[str, WeaponTerm] = {}  # terms by head, for lots named again by their head alone
    i = 0
    while i < len(page):
        mention = _mention_at(scene, i, known)
        if mention is None:
            i += 1
            continue
        if mention.term is not None and mention.term.more:
            known[mention.head] = mention.term
        found.append(mention)
        i = mention.end
    return found


def _mention_at(scene: Scene, i: int, known: dict[str, WeaponTerm]) -> WeaponMention | None:
    if scene.words[i].tags & Family.WEAPON and not scene.is_verb(i):
        mention = _term_at(scene, i, known)
        if mention is not None:
            return mention
    designation = _bare_designation(scene, i)
    if designation is None:
        return None
    first = i - 1 if scene.page.raw(i - 1) in _OPENING else i
    end = designation.end
    if scene.page.raw(end) in _CLOSING and first < i:
        end += 1
    definite = scene.form(i).startswith(_ARTICLE)
    return WeaponMention(i, end, "", None, designation, _nisba(scene, end), definite, False)


def _term_at(scene: Scene, i: int, known: dict[str, WeaponTerm]) -> WeaponMention | None:
    reading = next(r for r in scene.words[i].readings if r.entry.tag & Family.WEAPON)
    if reading.pronoun and reading.entry.lemma in ("سلاح", "نظام"):
        return None
    end, stems, designation, origin = _read_phrase(scene, i)
    if any(scene.form(k) in _CIVIL for k in range(i, end + (designation is None))):
        return None
    term = next(_fitting(reading.entry.data, stems), None)
    if (term is None or term.alone == "no") and designation is None:
        term = known.get(reading.entry.lemma, term)
    if term is None and designation is None:
        return None
    if term is not None and term.alone == "no" and designation is None:
        pointing = reading.article and reading.entry.lemma != "نظام"
        if not pointing:
            return None
    return WeaponMention(
        i, end, reading.entry.lemma, term, designation, origin,
        reading.article or bool(reading.pronoun), reading.conjunction == "و",
    )  # fmt: skip


def _fitting(terms: tuple[WeaponTerm, ...], stems: list[str]) -> Iterator[WeaponTerm]:
    for term in terms:
        rest = iter(stems)
        if all(any(word == stem for stem in rest) for word in term.more):
            yield term


def _read_phrase(scene: Scene, i: int) -> tuple[int, list[str], Designation | None, str | None]:
    """End, stems of the words behind the head, designation and origin of a weapon's phrase."""
    page = scene.page
    stems: list[str] = []
    designation: Designation | None = None
    origin: str | None = None
    k = i + 1
    while k < len(page) and k - i < _LONGEST:
        inner = _inner(scene, k)
        if inner:
            stems.extend(weapon_stem(scene.form(n)) for n in range(k, k + inner))
            k += inner
            continue
        read = _designation(scene, k) if designation is None else _closer(scene, k, designation)
        if read is not None:
            designation = read
            k = read.end
            continue
        if page.raw(k) in _OPENING and scene.words[k + 1].tags & Family.WEAPON:
            stems.append(weapon_stem(scene.form(k + 1)))  # طائرات “درون”
            k += 2 + (page.raw(k + 2) in _CLOSING)
            continue
        if page.kind(k) != "w" or not _goes_on(scene, i, k):
            break
        stems.append(weapon_stem(scene.form(k)))
        origin = origin or _country_of_nisba(page, k)
        k += 1
    return k, stems, designation, origin


def _inner(scene: Scene, k: int) -> int:
    for words in _INNER:
        if all(scene.form(k + n) == fold(word) for n, word in enumerate(words)):
            return len(words)
    return 0


def _goes_on(scene: Scene, i: int, k: int) -> bool:
    """Whether token *k* belongs to the phrase that token *i* opens."""
    page = scene.page
    word = page.words[k]
    form = word.form
    if weapon_stem(form) in _lexicon.modifiers() and form not in ("قتال",):
        return not any(r.entry.person for r in word.readings) or bool(
            word.tags & (Tag.NOUN | Tag.ADJECTIVE)
        )
    if form[0] in "وف" and len(form) > 3 and all(r.conjunction for r in word.readings):
        return False
    if word.tags & (Tag.FUNCTION | Tag.THAT | Tag.COUNTRY | Tag.CUE) or scene.is_verb(k):
        return False
    if scene.sense(k, Family.DEAL) or any(r.entry.data == "time" for r in word.readings):
        return False
    if word.tags & (Tag.ADJECTIVE | Tag.NISBA):
        return any(
            r.entry.tag & (Tag.ADJECTIVE | Tag.NISBA) and not r.pronoun for r in word.readings
        )
    return form.startswith(("مضاد", "متعدد", "خفيف", "ثقيل", "متوسط", "جديد", "المضاد", "متقدم"))


def _nisba(scene: Scene, k: int) -> str | None:
    return _country_of_nisba(scene.page, k) if k < len(scene.page) else None


def _country_of_nisba(page: Page, k: int) -> str | None:
    word = page.words[k]
    reading = word.reading(Tag.NISBA)
    if reading is None or reading.conjunction or not isinstance(reading.entry.data, ActorData):
        return None
    data = reading.entry.data
    return data.country if not data.ambiguous or reading.article else None


# -- designations ------------------------------------------------------------------------------


def _designation(scene: Scene, k: int) -> Designation | None:
    """A designation at token *k* behind a term: with من طراز before it or not, in marks or not."""
    page = scene.page
    typed = False
    if scene.form(k) == "من" and scene.form(k + 1) in _TYPES:
        k, typed = k + 2, True
    elif scene.form(k) in _TYPES:
        k, typed = k + 1, True
    marked = page.raw(k) in _OPENING
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
    return read._replace(end=read.end + (scene.page.raw(read.end) in _CLOSING))


def _closer(scene: Scene, k: int, known: Designation) -> Designation | None:
    """A model in marks or brackets behind a name: أباتشي “AH-64E”."""
    if scene.page.raw(k) not in _OPENING:
        return None
    read = _read_model(scene, k + 1, free=False)
    return None if read is None else _with_mark(scene, read._replace(name=read.name or known.name))


def _past_maker(scene: Scene, k: int) -> int:
    """Skip the firm before a designation: من طراز لوكهيد مارتن إف-35."""
    found = phrase_at(scene.page, k, Tag.ORGANIZATION)
    if found is not None and _read_model(scene, found[0], free=False) is not None:
        return found[0]
    return k


def _bare_designation(scene: Scene, i: int) -> Designation | None:
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
    numbered = _number_follows(scene, k)
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
    return text.strip("- ")


def _is_letters(part: str) -> bool:
    return len(part) <= 2 and part.isupper() and part.isascii()


def _gap(text: str) -> str:
    """What stands between letters and the number behind them: M1A1, but F-16, Mirage 2000."""
    run = re.search("[A-Za-z]+$", text)
    letters = run.group() if run else ""
    if letters in ("M", "A"):
        return ""
    return "-" if letters.isupper() and len(letters) <= 3 else " "


# -- how many ----------------------------------------------------------------------------------


def count_of(scene: Scene, weapon: WeaponMention) -> Quantity | None:
    """How many weapons the phrase speaks of."""
    for figure in scene.figures_in(weapon.first - 8, weapon.end):
        quantity = figure.quantity
        if quantity.unit in ("percent", "ordinal") or _is_money(quantity):
            continue
        covers = figure.first <= weapon.first < figure.end
        if covers or figure.end == weapon.first:
            return quantity
        if weapon.first < figure.first and weapon.designation is None:
            return None
    return _dual(scene, weapon)


def _dual(scene: Scene, weapon: WeaponMention) -> Quantity | None:
    """Two, told by the form of the head alone: زورقي صواريخ, طائرتين."""
    word = scene.page.words[weapon.first]
    if not weapon.head or word.tags & (Tag.ADJECTIVE | Tag.NISBA):
        return None
    stem = fold(weapon.head)
    stem = stem[:-1] + "ت" if stem.endswith("ة") else stem
    forms = {stem + ending for ending in ("ين", "ان")}
    if stem.endswith("ت") or weapon.end - weapon.first > 1:
        forms |= {stem + "ي"} | ({stem + "ا"} if stem.endswith("ت") else set())
    if not any(s.form in forms or s.form.removeprefix("ال") in forms for s in word.stems):
        return None
    span = scene.page.span(weapon.first, weapon.end)
    two = Decimal(2)
    unit = scene.page.raw(weapon.first)
    return Quantity(span=span, minimum=two, maximum=two, unit=unit, rule="dual")


def _is_money(quantity: Quantity) -> bool:
    unit = quantity.unit or ""
    return len(unit) == 3 and unit.isupper() and unit.isascii()
