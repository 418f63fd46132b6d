"""Weapons on the page: term, designation in normal form, where they come from, how many."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from malicoup.lexicon.words import Tag
from malicoup.model import Quantity, WeaponCategory
from malicoup.parse.page import Page
from malicoup.parse.records import _lexicon
from malicoup.parse.records._designations import (
    CLOSING,
    OPENING,
    Designation,
    bare_designation,
    closer,
    may_be_model,
    read_designation,
)
from malicoup.parse.records._lexicon import Family, WeaponTerm, weapon_stem
from malicoup.parse.records._party import country_of_nisba, country_of_pair, is_arm
from malicoup.parse.records._scene import Scene
from malicoup.text.fold import fold

#: Phrases inside the term of a weapon that open with a preposition.
_INNER = (
    ("بدون", "طيار"), ("من", "دون", "طيار"), ("دون", "طيار"), ("بلا", "طيار"), ("غير", "ماهولة"),
    ("غير", "الماهولة"), ("دون", "طيارين"), ("بدون", "طيارين"),
)  # fmt: skip
_INNER_HEADS = frozenset(words[0] for words in _INNER)
_CIVIL = frozenset(
    {"ركاب", "الركاب", "مدنية", "المدنية", "تجارية", "التجارية", "بوينغ", "بوينج", "ايرباص",
     "مدني", "خاصة", "اجرة", "سباق", "ورقية", "نووي", "سياسي", "صحي", "تعليمي", "مصرفي"}
)  # fmt: skip
_LONGEST = 12
_MADE = frozenset({"الصنع", "المنشا", "التصنيع"})
#: Stems of heads that قتال belongs to; behind others it means the fighting.
_VEHICLES = ("عرب", "مركب", "طائر")
_ARTICLE = "ال"


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
    def is_aid(self) -> bool:
        """Whether it is military aid, which is arms only where arms are told of with it."""
        return self.term is not None and self.term.english == "military aid"

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
    found: list[WeaponMention] = []
    known: dict[str, WeaponMention] = {}  # by head, for lots named again by their head alone
    letters = _lexicon.letters()
    kinds = scene.page.tokens.kinds
    end = 0
    for i, word in enumerate(scene.words):
        if i < end or not (
            word.tags & (Family.WEAPON | Family.WEAPON_NAME)
            or word.heads
            or kinds[i] == "l"
            or word.form in letters
        ):
            continue
        mention = _mention_at(scene, i, known)
        if mention is None:
            continue
        if mention.term is not None and (mention.term.more or mention.designation is not None):
            known[mention.head] = mention
        found.append(mention)
        end = mention.end
    return found


def _mention_at(scene: Scene, i: int, known: dict[str, WeaponMention]) -> WeaponMention | None:
    if is_arm(scene, i):
        return None
    if scene.words[i].tags & Family.WEAPON and not scene.is_verb(i):
        mention = _term_at(scene, i, known)
        if mention is not None:
            return mention
    designation = bare_designation(scene, i) if may_be_model(scene, i) else None
    if designation is None:
        return None
    first = i - 1 if scene.page.raw(i - 1) in OPENING else i
    end = designation.end
    if scene.page.raw(end) in CLOSING and first < i:
        end += 1
    definite = scene.form(i).startswith(_ARTICLE)
    return WeaponMention(i, end, "", None, designation, _nisba(scene, end), definite, False)


def _term_at(scene: Scene, i: int, known: dict[str, WeaponMention]) -> WeaponMention | None:
    reading = next(r for r in scene.words[i].readings if r.entry.tag & Family.WEAPON)
    if reading.pronoun and reading.entry.lemma in ("سلاح", "نظام"):
        return None
    end, stems, designation, origin = _read_phrase(scene, i)
    if any(scene.form(k) == "ذات" and "صلة" in scene.form(k + 1) for k in (end - 1, end)):
        return None  # والمعدات ذات الصلة: what belongs to the lot before
    if any(scene.form(k) in _CIVIL for k in range(i, end + (designation is None))):
        return None
    term = next(_fitting(reading.entry.data, stems), None)
    if (term is None or term.alone == "no") and designation is None:
        before = known.get(reading.entry.lemma)
        if before is not None:
            term, designation = before.term, before.designation
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
        read = read_designation(scene, k) if designation is None else closer(scene, k, designation)
        if read is not None:
            designation = read
            k = read.end
            continue
        inside = k + 1 < len(page) and scene.words[k + 1].tags & Family.WEAPON
        if page.raw(k) in OPENING and inside:
            stems.append(weapon_stem(scene.form(k + 1)))  # طائرات “درون”
            k += 2 + (page.raw(k + 2) in CLOSING)
            continue
        if page.kind(k) != "w" or not _goes_on(scene, i, k):
            break
        stems.append(weapon_stem(scene.form(k)))
        origin = origin or _country_of_nisba(page, k)
        k += 1
    return k, stems, designation, origin


def _inner(scene: Scene, k: int) -> int:
    if scene.form(k) in _INNER_HEADS:
        for words in _INNER:
            if all(scene.form(k + n) == word for n, word in enumerate(words)):
                return len(words)
    return 0


def _goes_on(scene: Scene, i: int, k: int) -> bool:
    """Whether token *k* belongs to the phrase that token *i* opens."""
    page = scene.page
    word = page.words[k]
    form = word.form
    if form in _MADE and page.words[k - 1].tags & Tag.NISBA:  # روسية الصنع
        return True
    fighting = form != "قتال" or weapon_stem(page.words[i].form).endswith(_VEHICLES)
    if weapon_stem(form) in _lexicon.modifiers() and fighting:
        return not any(r.entry.person for r in word.readings) or bool(
            word.tags & (Tag.NOUN | Tag.ADJECTIVE)
        )
    if form[0] in "وف" and len(form) > 3 and all(r.conjunction for r in word.readings):
        return False
    if word.tags & (Tag.FUNCTION | Tag.THAT | Tag.COUNTRY | Tag.CUE) or scene.is_verb(k):
        return False
    if scene.sense(k, Family.DEAL) or any(r.entry.data == "time" for r in word.readings):
        return False
    if country_of_pair(page, k) is not None:
        return True
    if word.tags & (Tag.ADJECTIVE | Tag.NISBA):
        return any(
            r.entry.tag & (Tag.ADJECTIVE | Tag.NISBA) and not r.pronoun for r in word.readings
        )
    return form.startswith(("مضاد", "متعدد", "خفيف", "ثقيل", "متوسط", "جديد", "المضاد", "متقدم"))


def _nisba(scene: Scene, k: int) -> str | None:
    return _country_of_nisba(scene.page, k) if k < len(scene.page) else None


def _country_of_nisba(page: Page, k: int) -> str | None:
    return country_of_nisba(page, k)


# -- how many ------------------------------


def count_of(scene: Scene, weapon: WeaponMention) -> Quantity | None:
    """How many weapons the phrase speaks of."""
    for figure in scene.figures_in(weapon.first - 8, weapon.end):
        quantity = figure.quantity
        if quantity.unit in ("percent", "ordinal") or _is_money(quantity):
            continue
        covers = figure.first <= weapon.first < figure.end
        part = figure.end + 1 == weapon.first and scene.form(figure.end) == "من"  # 14 ألفا من كذا
        if covers or part or figure.end == weapon.first:
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


_WHOLE = frozenset({"اصل", "بين", "اجمالي"})


def total_of(scene: Scene, weapon: WeaponMention) -> Quantity | None:
    """من أصل 180 دبابة: how many were ordered, of which some come."""
    if not any(scene.base(k) in _WHOLE for k in range(weapon.first - 5, weapon.first)):
        return None
    quantity = count_of(scene, weapon)
    if quantity is None:
        return None
    first, _ = scene.tokens_of(quantity.span)
    led = scene.base(first - 1) in _WHOLE
    return quantity if led and scene.base(first - 2) == "من" else None
