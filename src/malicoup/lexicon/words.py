"""Words and their readings: what a written word may be once its attached particles are off.

A :class:`Word` is shared by all places where the same letters stand, so looking a word up
twice costs one dictionary access.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from attrs import define

from malicoup.text.fold import fold


@define(frozen=True)
class Tags:
    """What a word may be; bits, so that one ``&`` asks for several."""

    VERB: int = 1 << 0
    CUE: int = 1 << 1  # finite reporting verb
    CUE_PARTICIPLE: int = 1 << 2
    CUE_NOUN: int = 1 << 3
    THAT: int = 1 << 4
    PREPOSITION: int = 1 << 5
    CONJUNCTION: int = 1 << 6
    PRONOUN: int = 1 << 7
    RELATIVE: int = 1 << 8
    DEMONSTRATIVE: int = 1 << 9
    NEGATION: int = 1 << 10
    ADVERB: int = 1 << 11
    FUNCTION: int = 1 << 12  # any function word
    TITLE: int = 1 << 13
    GIVEN: int = 1 << 14
    SURNAME: int = 1 << 15
    NAME_PARTICLE: int = 1 << 16
    NISBA: int = 1 << 17
    NOUN: int = 1 << 18
    ADJECTIVE: int = 1 << 19
    ORG_HEAD: int = 1 << 20
    UNNAMED: int = 1 << 21
    COUNTRY: int = 1 << 22
    PLACE: int = 1 << 23
    SEAT: int = 1 << 24
    ORGANIZATION: int = 1 << 25
    ACCORDING: int = 1 << 26
    MASDAR: int = 1 << 27
    HEDGE: int = 1 << 28
    TIME: int = 1 << 29  # weekdays and other words of time
    PLACE_HEAD: int = 1 << 30
    NORM: int = 1 << 31  # law, plan, condition: no source of what is said
    NUMBER: int = 1 << 33  # number word
    OCCASION: int = 1 << 32  # conference, end, visit: where or when something is said


#: The bits; slots of an object, since the parser asks for them ten thousand times a page and
#: CPython finds a slot several times faster than an attribute of a class.
Tag = Tags()


@define(unsafe_hash=True)
class Entry:
    """What the lexicon says of one form, before particles are taken off."""

    tag: int
    lemma: str
    gender: str | None = None
    number: str | None = None
    person: int | None = None
    tense: str | None = None
    data: Any = None


@define(unsafe_hash=True)
class Reading:
    """One way to read a word: an entry with the particles attached to it."""

    entry: Entry
    conjunction: str
    preposition: str
    article: bool
    pronoun: str

    @property
    def tag(self) -> int:
        """The tag of the entry."""
        return self.entry.tag


class Stem(NamedTuple):
    """The letters left once attached particles are off; an article stays on."""

    conjunction: str
    preposition: str
    form: str


@define(eq=False)
class Word:
    """A written word with all its readings.

    Attributes:
        form: The folded spelling.
        tags: Union of the tags of all readings.
        readings: Readings, those with fewer particles first.
        stems: What is left with particles off, the whole word first.
        heads: Stems that begin an entry of the phrase index.
        head_tags: Union of the tags of the entries that begin with one of ``heads``.
    """

    form: str
    tags: int
    readings: tuple[Reading, ...]
    stems: tuple[Stem, ...]
    heads: tuple[Stem, ...]
    head_tags: int

    def reading(self, tag: int) -> Reading | None:
        """The first reading that bears one of the bits of *tag*."""
        if self.tags & tag:
            for reading in self.readings:
                if reading.entry.tag & tag:
                    return reading
        return None


#: What the lexicon says of numbers and marks.
NO_WORD = Word("", 0, (), (), (), 0)


class PhraseEntry(NamedTuple):
    """An entry of one word or more."""

    words: tuple[str, ...]
    tag: int
    name: str
    data: Any


#: Attached pronouns; those of the first person singular and the second are left out, since in
#: news they are rarer than the nouns and names that end alike (علي, ملك).
_PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "ه")
#: Endings as Egyptian papers write them, and what they stand for.
_FINALS = {"ه": "ة", "ى": "ي"}
_MEMO_LIMIT = 200_000


class Lexicon:
    """All lists in one: single forms, and phrases by their first word."""

    def __init__(
        self, forms: dict[str, list[Entry]], phrases: dict[str, list[PhraseEntry]]
    ) -> None:
        self._forms = forms
        self._phrases = phrases
        #: Entries by their first two words, longest first; "" stands for no second word.
        self.pairs: dict[tuple[str, str], list[PhraseEntry]] = {}
        for first, entries in phrases.items():
            for entry in entries:
                second = entry.words[1] if len(entry.words) > 1 else ""
                self.pairs.setdefault((first, second), []).append(entry)
        self._memo: dict[str, Word] = {}

    def word(self, raw: str) -> Word:
        """Look up a word as written."""
        word = self._memo.get(raw)
        if word is None:
            if len(self._memo) >= _MEMO_LIMIT:  # a bound, not a policy: news has fewer words
                self._memo.clear()
            word = self._memo[raw] = self._analyse(raw)
        return word

    def phrases(self, stem: Stem) -> list[PhraseEntry]:
        """Entries whose first word is *stem*, longest first."""
        return self._phrases.get(stem.form, [])

    def words(self, raws: Sequence[str], kinds: Sequence[str]) -> list[Word]:
        """Look up the words of a text; numbers and marks are :data:`NO_WORD`.

        Args:
            raws: Tokens as written.
            kinds: Their kinds; ``w`` and ``l`` are words.
        """
        known, word = self._memo.get, self.word
        return [
            (known(raw) or word(raw)) if kind in "wl" else NO_WORD
            for raw, kind in zip(raws, kinds, strict=True)
        ]

    def _analyse(self, raw: str) -> Word:
        form = fold(raw)
        stems = tuple(_stems(form))
        readings = self._all_readings(stems)
        if not readings and len(form) > 2 and form[-1] in _FINALS:  # الاداره, حظى
            readings = self._all_readings(tuple(_stems(form[:-1] + _FINALS[form[-1]])))
        readings = _likely(_spelled(raw, readings))
        tags = 0
        for reading in readings:
            tags |= reading.entry.tag
        heads = tuple(stem for stem in stems if stem.form in self._phrases)
        head_tags = 0
        for stem in heads:
            for entry in self._phrases[stem.form]:
                head_tags |= entry.tag
                if len(entry.words) == 1:
                    tags |= entry.tag
        return Word(form, tags, readings, stems, heads, head_tags)

    def _all_readings(self, stems: tuple[Stem, ...]) -> tuple[Reading, ...]:
        return tuple(dict.fromkeys(r for stem in stems for r in self._readings(stem)))

    def _readings(self, stem: Stem) -> Iterator[Reading]:
        conjunction, preposition, form = stem
        for base, article, pronoun in _bases(form):
            for entry in self._forms.get(base, ()):
                if _fits(entry, preposition, article, pronoun):
                    yield Reading(entry, conjunction, preposition, article, pronoun)


_BY_SPELLING = Tag.FUNCTION | Tag.GIVEN | Tag.SURNAME


def _spelled(raw: str, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Leave the readings that the writer's own hamza and madda allow: آلان is no الآن."""
    if raw[0] in "أإآ" and fold(raw).startswith("ال"):  # آلان: its alef is no article's
        readings = tuple(r for r in readings if not r.article)
    if raw[0] == "إ":  # إسلك is no "I go": the first person has its hamza above
        readings = tuple(r for r in readings if r.entry.person != 1 or r.entry.tense != "imperfect")
    if "آ" in raw:  # آنا is no أنا or إنا: a madda is a letter of its own
        readings = tuple(r for r in readings if not r.entry.tag & Tag.THAT or "آ" in r.entry.lemma)
    if any(c in raw for c in "أإآ"):
        readings = tuple(r for r in readings if not r.entry.tag & _NAMES or _hamzas_agree(raw, r))
    if raw[0] in "أإ":  # أمام is no إمام
        readings = tuple(r for r in readings if not _is_other_hamza(raw, r))
    if not any(r.entry.tag & _BY_SPELLING and r.entry.lemma == raw for r in readings):
        return readings
    return tuple(
        r
        for r in readings
        if not r.entry.tag & _BY_SPELLING
        or r.entry.lemma == raw
        or fold(r.entry.lemma) != fold(raw)
    )


def _is_other_hamza(raw: str, reading: Reading) -> bool:
    """Whether a noun of the very same letters is written with the other hamza at its head."""
    lemma = reading.entry.lemma
    nominal = reading.entry.tag & (Tag.TITLE | Tag.NOUN | Tag.UNNAMED)
    other = lemma[:1] in "أإ" and lemma[:1] != raw[0]
    return bool(nominal) and other and fold(lemma) == fold(raw)


_FINITE = Tag.CUE | Tag.CUE_NOUN | Tag.VERB | Tag.THAT


def _likely(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Put likely readings first and leave out those that a plain one makes unlikely.

    A word that can be read whole (ولاية) is not و + ل + أية; only a verb or أن behind a
    particle may hide in one (ورد: arrived, and replied). Duals come last: أمين is no "two mothers".
    """
    plain = any(_is_whole(r) for r in readings)
    if plain:
        readings = tuple(
            r for r in readings if not (r.conjunction or r.preposition) or r.entry.tag & _FINITE
        )
    return tuple(sorted(readings, key=_unlikeliness))


def _is_whole(reading: Reading) -> bool:
    attached = reading.conjunction or reading.preposition or reading.pronoun
    return not attached and reading.entry.number != "d" and not reading.entry.tag & _NAMES


def _unlikeliness(reading: Reading) -> int:
    particles = bool(reading.conjunction) + bool(reading.preposition) + bool(reading.pronoun)
    return particles + 4 * (reading.entry.number == "d")


_NAMES = Tag.GIVEN | Tag.SURNAME | Tag.NAME_PARTICLE


def _hamzas_agree(raw: str, reading: Reading) -> bool:
    """Whether no hamza or madda of the writer's stands where the name has another letter."""
    lemma = reading.entry.lemma
    written = "".join(c for c in raw if not "\u064b" <= c <= "\u0652")
    pairs = zip(reversed(written), reversed(lemma), strict=False)
    return all(a == b or a not in "أإآ" for a, b in pairs)


def _fits(entry: Entry, preposition: str, article: bool, pronoun: str) -> bool:
    """Whether an entry can carry these particles."""
    finite = entry.person is not None
    if finite:
        if preposition == "س":  # the future is told by the imperfect alone: سبين is no "س + بين"
            return not article and entry.tense == "imperfect"
        return not article and preposition in ("", "ل")
    if preposition == "س" or (article and pronoun):
        return False
    if entry.tag & (Tag.FUNCTION | Tag.THAT):  # ك on أن is a word of its own: كأن
        return not article and not pronoun and preposition != "ك"
    if entry.tag & (Tag.GIVEN | Tag.SURNAME | Tag.NAME_PARTICLE):
        return not pronoun and not (article and entry.tag & Tag.GIVEN)
    return True


def _stems(form: str) -> Iterator[Stem]:
    yield Stem("", "", form)
    yield from _without_preposition("", form)
    if len(form) > 2 and form[0] in "وف":
        yield Stem(form[0], "", form[1:])
        yield from _without_preposition(form[0], form[1:])


def _without_preposition(conjunction: str, form: str) -> Iterator[Stem]:
    if len(form) > 3 and form.startswith("لل"):
        yield Stem(conjunction, "ل", "ال" + form[2:])
    if len(form) > 2 and form[0] in "بلكس":
        yield Stem(conjunction, form[0], form[1:])


def _bases(form: str) -> Iterator[tuple[str, bool, str]]:
    """``(base, article, pronoun)`` for every way to take article or pronoun off."""
    yield form, False, ""
    if form.startswith("ال") and len(form) > 3:
        yield form[2:], True, ""
    for pronoun in _PRONOUNS:
        if form.endswith(pronoun) and len(form) - len(pronoun) >= 2:
            base = form[: -len(pronoun)]
            yield base, False, pronoun
            if base[-1] == "ت":
                yield base[:-1] + "ة", False, pronoun
            elif base[-1] == "ا" and len(base) > 2:
                yield base[:-1] + "ى", False, pronoun
            elif base[-1] in "ئؤ":
                yield base[:-1] + "ء", False, pronoun
            elif base[-1] == "و":
                yield base + "ا", False, pronoun
