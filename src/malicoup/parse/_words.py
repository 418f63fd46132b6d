"""What a single word may be in a date or a quantity.

A word is looked up with its attached particles stripped (و ف, then ب ل ك, then ال); the first
way to strip that leaves a listed word wins, the least stripping first.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from attrs import define, evolve

from malicoup.lexicon._load import rows
from malicoup.text.fold import fold

#: Characters of a raw word that folding drops (marks, tatweel, joiners).
_DROPPED = re.compile("[\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d]")


#: Senses of words that a date phrase may begin with.
_DATE_SENSES = frozenset(
    {
        "day",
        "first_day",
        "tonight",
        "this",
        "shift",
        "since",
        "final",
        "rest",
        "from",
        "between",
        "about",
    }
    | {"season", "decade"}
)
#: Words that are but particles before a number.
_LONE = frozenset({"ال", "ل", "ب", "ك", "لل", "بال", "وال", "و", "ول", "وب"})


class Numeral(NamedTuple):
    """A number word: its value (the divisor of a part) and its class."""

    value: int
    kind: str


class Month(NamedTuple):
    """A month's name; ``number`` 0 marks the first of two words (كانون)."""

    number: int
    calendar: str
    ambiguous: bool


class Unit(NamedTuple):
    """A word for a unit of time and its grammatical number: one, two, many."""

    name: str
    form: str


@define(eq=False)
class Word:
    """One word with its particles stripped.

    Attributes:
        core: Folded spelling without the particles.
        folded: Folded spelling as it stands.
        lone: Whether the whole word is but particles, parted from a number by tatweel ("الـ22").
        skip: How many characters of the raw word stand before the core; the article counts
            as part of the word, so it is not skipped.
        joined: Whether و or ف is attached.
        prep: The attached ب, ل or ك.
        article: Whether it carries the article.
        hit: Whether it is in any list of dates or quantities.
        dated: Whether a date may begin with it.
        sense: Its sense in ``date_words.tsv``.
        value: The value beside that sense.
    """

    core: str
    folded: str = ""
    lone: bool = False
    skip: int = 0
    joined: bool = False
    prep: str = ""
    article: bool = False
    hit: bool = False
    dated: bool = False
    number: Numeral | None = None
    ordinal: int = 0
    month: Month | None = None
    weekday: int = 0
    unit: Unit | None = None
    sense: str = ""
    value: int = 0


def plain(word: Word) -> bool:
    """Whether a word carries no particle but perhaps the article."""
    return not word.joined and not word.prep


@cache
def _roles() -> dict[str, str]:
    """Words that single rules ask for, folded, by what they are asked for."""
    return {fold(word): role for word, role in rows("calendar_words")}


def plays(word: Word, role: str) -> bool:
    """Whether a word is one of those that ``calendar_words.tsv`` gives the role."""
    return _roles().get(word.core) == role


#: Stands for "no word here".
NOTHING = Word("")


@cache
def lexicon() -> dict[str, Word]:
    """Every listed word by its folded spelling without article."""
    found: dict[str, Word] = {}

    def put(form: str, **senses: object) -> None:
        core = fold(form)
        old = found.get(core, Word(core, core, hit=True))
        new = evolve(old, **senses)  # type: ignore[arg-type]
        found[core] = evolve(new, dated=old.dated or new.dated)

    for form, value, kind in rows("number_words"):
        put(form, number=Numeral(int(value), kind), dated=True)
    for form, value in rows("ordinals"):
        put(form, ordinal=int(value), dated=True)
    for form, value, _ in rows("weekdays"):
        put(form, weekday=int(value), dated=True)
    for form, unit, count in rows("time_units"):
        put(form, unit=Unit(unit, count), dated=True)
    for form, sense, value in rows("date_words"):
        put(form, sense=sense, value=int(value), dated=sense in _DATE_SENSES)
    for names, value, calendar, ambiguous in rows("months"):
        head, *rest = names.split()
        if rest:
            put(head, month=Month(0, calendar, True), dated=True)
        else:
            month = Month(int(value), calendar, ambiguous == "yes")
            put(head, month=month, dated=True)
    return found


@cache
def bare_weekdays() -> frozenset[str]:
    """Names of days that can be nothing else even without article."""
    return frozenset(fold(form) for form, _, bare in rows("weekdays") if bare == "yes")


@cache
def month_pairs() -> dict[tuple[str, str], Month]:
    """Months of two words, by the folded words."""
    found: dict[tuple[str, str], Month] = {}
    for names, value, calendar, _ in rows("months"):
        head, *rest = names.split()
        if rest:
            found[fold(head), fold(rest[0])] = Month(int(value), calendar, False)
    return found


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of single words, folded."""
    return frozenset(fold(row[0]) for row in rows(name))


@lru_cache(maxsize=1 << 16)
def read_word(raw: str) -> Word:
    """What *raw* may be.

    Example:
        >>> word = read_word("وللعام")
        >>> word.core, word.joined, word.prep, word.article, word.skip
        ('عام', True, 'ل', True, 2)
    """
    folded = fold(raw)
    lone = folded in _LONE
    found = _listed(raw, folded, lone=lone)
    if found is None and folded[-1:] in _FINALS and len(folded) > 1:
        found = _listed(raw, folded[:-1] + _FINALS[folded[-1]], lone=lone)  # فى, الماضى
        found = evolve(found, folded=folded) if found is not None else None
    return found or Word(folded, folded, lone)


#: Last letters that papers write for one another.
_FINALS = {"ى": "ي", "ي": "ى", "ه": "ة"}


def _listed(raw: str, folded: str, *, lone: bool) -> Word | None:
    """The word as the lists have it, with the least particles stripped."""
    listed = lexicon()
    ways = _strippings(folded)
    if raw[:1] in ("و", "ف") and raw[1:2] in ("أ", "إ", "آ"):
        ways = [way for way in ways if way[1]]  # "وأحد" is و and أحد, never واحد
    for at, joined, prep, article in ways:
        known = listed.get(folded[at:])
        if known is None:
            continue
        if known.sense == "none":
            return Word(folded, folded)
        kept = at - 2 if article and folded[at - 2 : at] == "ال" else at
        kept = at - 1 if article and kept == at else kept
        return evolve(
            known,
            folded=folded,
            lone=lone,
            skip=_raw_length(raw, kept),
            joined=joined,
            prep=prep,
            article=article,
        )
    return None


def _strippings(folded: str) -> list[tuple[int, bool, str, bool]]:
    """Ways to strip particles: where the core starts, و or ف, preposition, article."""
    ways: list[tuple[int, bool, str, bool]] = []
    for at in (0, 1) if folded[:1] in ("و", "ف") else (0,):
        joined = at == 1
        ways.append((at, joined, "", False))
        rest = folded[at : at + 3]
        if rest.startswith("ال"):
            ways.append((at + 2, joined, "", True))
        if rest[:1] in ("ب", "ل", "ك"):
            ways.append((at + 1, joined, rest[0], False))
            if rest[1:] == "ال":
                ways.append((at + 3, joined, rest[0], True))
            elif rest.startswith("لل"):
                ways.append((at + 2, joined, "ل", True))
    return [way for way in ways if len(folded) - way[0] > 1 or way[0] == 0]


def _raw_length(raw: str, letters: int) -> int:
    """How many characters of *raw* its first folded *letters* take, marks included."""
    if not letters:
        return 0
    seen = 0
    for at, character in enumerate(raw):
        if _DROPPED.match(character):
            continue
        if seen == letters:
            return at
        seen += 1
    return len(raw)
