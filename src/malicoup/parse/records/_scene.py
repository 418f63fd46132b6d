"""What the rules of all record types look at: clauses, words, figures, dates, parties."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from attrs import define

from malicoup.lexicon.build import lexicon
from malicoup.lexicon.words import Reading, Tag, Word
from malicoup.model import DateExpression, Quantity, Realis, Span
from malicoup.parse.claims import ClaimBook, hedge_table
from malicoup.parse.names.roster import Roster
from malicoup.parse.page import Page, forms_of, phrase_at
from malicoup.parse.quotes.decision import Speaker
from malicoup.parse.quotes.frame import Frame
from malicoup.parse.records import _lexicon
from malicoup.parse.records._lexicon import Family, Sense

COMMAS = frozenset({"،", ","})
_CLOSERS = frozenset({"؛", ";", ":"})
_BEFORE_CLAUSES = COMMAS | _CLOSERS
_JOINERS = ("و", "ف")
#: Conjunctions that open a clause of their own.
_OPENERS = frozenset(
    {
        "لكن", "ولكن", "لكنه", "لكنها", "بينما", "وبينما", "فيما", "وفيما", "كما", "حيث", "اذ",
        "عندما", "وعندما", "لما", "بعدما", "قبلما", "علما", "غير", "فضلا", "رغم", "ورغم",
    }
)  # fmt: skip
#: Verbs that only carry the tense of the verb or verbal noun behind them.
AUXILIARIES = frozenset(
    {"كان", "كانت", "كانا", "كانوا", "وكان", "وكانت", "تم", "تمت", "يتم", "سيتم", "جرى", "جرت",
     "وجرى", "وتم", "يجري", "سيجري", "تجري", "يكون", "تكون", "سيكون", "ستكون"}
)  # fmt: skip


class Figure(NamedTuple):
    """A quantity with its tokens, half-open."""

    first: int
    end: int
    quantity: Quantity


class When(NamedTuple):
    """A date with its tokens, half-open."""

    first: int
    end: int
    date: DateExpression

    @property
    def edtf(self) -> str | None:
        """What is known of it in EDTF."""
        return self.date.edtf or self.date.partial


_LONGEST = 256
#: Vowel marks and the stretching line, which may stand within an article.
_MARKS = dict.fromkeys([*range(0x064B, 0x0653), 0x0670, 0x0640])


@define(unsafe_hash=True)
class Clause:
    """Tokens of a clause, half-open, and what opened it: relative, that, and, verb, other."""

    first: int
    end: int
    opener: str
    sentence: int


class Scene:
    """One report as the rules of records see it."""

    def __init__(
        self,
        page: Page,
        roster: Roster,
        frames: list[Frame],
        speakers: list[Speaker],
        book: ClaimBook,
        dates: Sequence[DateExpression],
        quantities: Sequence[Quantity],
        published: date | None,
    ) -> None:
        self.page = page
        self.roster = roster
        self.frames = frames
        self.speakers = speakers
        self.book = book
        self.published = published
        self._dates = dates
        self._quantities = quantities
        self.words = _lexicon.words().words(page.raws, page.kinds)
        self._forms = page.once(forms_of)
        self._size = len(self._forms)
        self.tags = 0
        self._by_family: dict[int, list[int]] = {}
        self._listed: list[int] = []  # tokens that stand in any list, found in one pass
        for i, word in enumerate(self.words):
            if word.tags:
                self.tags |= word.tags
                self._listed.append(i)

    # -- words ------------------------------

    def tagged(self, family: int) -> list[int]:
        """Tokens that stand in a list; the list made is kept, so leave it as it is."""
        if not self.tags & family:
            return []
        found = self._by_family.get(family)
        if found is None:
            words = self.words
            found = [i for i in self._listed if words[i].tags & family]
            self._by_family[family] = found
        return found

    def tagged_in(self, first: int, end: int, family: int) -> list[int]:
        """Tokens of the range that stand in a list: what a search need look at."""
        spots = self.tagged(family)
        return spots[bisect_left(spots, first) : bisect_left(spots, end)] if spots else spots

    def senses(self, i: int, family: int) -> list[tuple[Reading, Sense]]:
        """Readings of token *i* in a list, with their senses."""
        if not (0 <= i < self._size and self.words[i].tags & family):
            return []
        readings = self.words[i].readings
        return [(r, r.entry.data) for r in readings if r.entry.tag & family]

    def sense(self, i: int, family: int, *roles: str) -> tuple[Reading, Sense] | None:
        """The first reading of token *i* in a list with one of the roles (any without roles)."""
        if not (0 <= i < self._size and self.words[i].tags & family):
            return None
        for reading in self.words[i].readings:
            entry = reading.entry
            if entry.tag & family and (not roles or entry.data.role in roles):
                return reading, entry.data
        return None

    def has(self, first: int, end: int, family: int, *roles: str) -> int | None:
        """The first token of the range with one of the roles, or None."""
        spots = self.tagged(family)
        for i in spots[bisect_left(spots, first) : bisect_left(spots, end)]:
            if self.sense(i, family, *roles):
                return i
        return None

    def sense_of_pointer(self, i: int) -> str | None:
        """What a word that points back points to."""
        word = self.words[i]
        reading = word.reading(Family.POINTER) if word.tags & Family.POINTER else None
        if reading is None or reading.pronoun:
            return None
        return str(reading.entry.data)

    def form(self, i: int) -> str:
        """The folded word at token *i*, nothing outside the text."""
        return self._forms[i] if 0 <= i < self._size else ""

    def has_article(self, i: int) -> bool:
        """Whether token *i* is written with the article (ألغت folds to the same letters)."""
        return _has_article(self.page.raw(i))

    def base(self, i: int) -> str:
        """The folded word at token *i* without و or ف."""
        form = self._forms[i] if 0 <= i < self._size else ""
        return form[1:] if form[:1] in _JOINERS and len(form) > 2 else form

    def spots(self, forms: frozenset[str]) -> list[int]:
        """Tokens that are one of the folded words, with و or ف before them or not."""
        spellings = _with_joiners(forms)
        return [i for i, form in enumerate(self._forms) if form in spellings]

    def country_named(self, i: int) -> str | None:
        """Code of the country whose name begins at token *i*."""
        found = phrase_at(self.page, i, Tag.COUNTRY) if 0 <= i < self._size else None
        return None if found is None else found[2].data.country

    def is_verb(self, i: int) -> bool:
        """Whether token *i* is a finite verb more likely than a noun."""
        return looks_finite(self.page.words[i])

    # -- clauses ------------------------------

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses of the text in order."""
        return list(_clauses(self))

    @cached_property
    def clause_of(self) -> list[int]:
        """For each token, the index of its clause."""
        found = [0] * len(self.page)
        for n, clause in enumerate(self.clauses):
            found[clause.first : clause.end] = [n] * (clause.end - clause.first)
        return found

    def clause(self, i: int) -> Clause:
        """The clause of token *i*."""
        return self.clauses[self.clause_of[i]]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Tokens of the sentences, half-open, their end mark included.

        A sentence of more than ``_LONGEST`` tokens is taken in pieces of that length: no writer
        writes one, and what rules look over stays in proportion to the text.
        """
        found: list[tuple[int, int]] = []
        first, size, ends = 0, self._size, self.page.sentence_end
        while first < size:
            found.append((first, min(ends[first] + 1, first + _LONGEST + 1, size)))
            first = found[-1][1]
        return found

    def sentence(self, i: int) -> tuple[int, int]:
        """The sentence of token *i*."""
        return self.sentences[self.clause(i).sentence]

    def negated(self, i: int) -> bool:
        """Whether a negation of the same clause governs token *i*."""
        first = self.clause(i).first
        for k in range(i - 1, max(first - 1, i - 9), -1):
            form = self.base(k)
            if form in ("باستثناء", "الا", "سوى"):
                return False
            if form in ("لم", "لن", "لا", "ليس", "ليست", "عدم", "بعدم", "دون"):
                if self.form(k + 1) in ("يزال", "تزال", "يقل", "تقل", "زال"):
                    continue
                return form != "دون" or self.form(k + 1) in ("ان", "اي")
        return False

    def supposed(self, i: int) -> bool:
        """Whether token *i* stands under a supposition: إذا, ما إذا, إمكانية, احتمال, لو."""
        clause = self.clause(i)
        first = clause.first
        if clause.opener == "that" and clause.first > 0:
            first = self.clause(clause.first - 1).first
        hedges = self.page.once(hedge_table)
        return any(
            k in hedges and hedges[k].realis is Realis.HYPOTHETICAL
            for k in range(max(first, i - 14), i)
        )

    def future(self, i: int) -> bool:
        """Whether the verb at token *i* stands in the future."""
        readings = self.page.words[i].readings
        marked = any(r.preposition == "س" and r.entry.tense == "imperfect" for r in readings)
        return marked or self.base(i - 1) in ("سوف", "لن", "سيتم", "ستتم")

    def tense(self, i: int, family: int) -> str:
        """``future``, ``imperfect`` or ``perfect`` of the verb at token *i*."""
        verbs = [r for r, sense in self.senses(i, family) if sense.form == "verb"]
        if self.future(i):
            return "future"
        tense = verbs[0].entry.tense if verbs else None
        if tense == "imperfect" and self.base(i - 1) != "لم":
            return "imperfect"
        return "perfect"

    # -- figures and dates ------------------------------

    @cached_property
    def figures(self) -> list[Figure]:
        """Quantities by their tokens."""
        return [Figure(*self.tokens_of(q.span), q) for q in self._quantities]

    @cached_property
    def whens(self) -> list[When]:
        """Dates by their tokens."""
        return [When(*self.tokens_of(d.span), d) for d in self._dates]

    @cached_property
    def _counted(self) -> frozenset[int]:
        return frozenset(k for f in self.figures for k in range(f.first, f.end))

    def figure_at(self, i: int) -> bool:
        """Whether token *i* belongs to the number of a quantity."""
        return i in self._counted

    def tokens_of(self, span: Span) -> tuple[int, int]:
        """Tokens that a span of characters touches."""
        first = self.page.tokens.at(span.start)
        end = first
        while end < len(self.page) and self.page.tokens.starts[end] < span.end:
            end += 1
        return first, max(end, first + 1)

    def figures_in(self, first: int, end: int) -> list[Figure]:
        """Quantities that begin within the tokens."""
        return [f for f in self.figures if first <= f.first < end]

    def whens_in(self, first: int, end: int) -> list[When]:
        """Dates within the tokens that say when something happens."""
        return [w for w in self.whens if first <= w.first < end and w.edtf is not None]


@lru_cache(maxsize=1 << 8)
def _with_joiners(forms: frozenset[str]) -> frozenset[str]:
    """The words with و or ف before them and without, as :meth:`Scene.base` takes these off."""
    bare = {f for f in forms if f[:1] not in _JOINERS or len(f) <= 2}
    return frozenset(bare | {j + f for f in forms for j in _JOINERS if len(f) > 1})


@lru_cache(maxsize=1 << 16)
def _has_article(raw: str) -> bool:
    return raw.translate(_MARKS).lstrip("وفبك").startswith(("ال", "لل"))


def _clauses(scene: Scene) -> Iterator[Clause]:
    page = scene.page
    raws = page.raws
    openers = list(map(_opener, raws))  # numbers and marks open nothing, which costs no asking
    places = enumerate(zip(openers, ["", *raws], strict=False))
    spots = [i for i, (opens, before) in places if opens or before in _BEFORE_CLAUSES]
    for n, (start, stop) in enumerate(scene.sentences):
        first, opener = start, "other"
        for i in spots[bisect_left(spots, start) : bisect_left(spots, stop)]:
            if i == start and not openers[i]:
                continue
            kind = _opens(page, openers[i], i, start, stop)
            if kind and i > first:
                yield Clause(first, i, opener, n)
                first, opener = i, kind
            elif kind:
                opener = kind
        yield Clause(first, stop, opener, n)


def _opens(page: Page, kind: str, i: int, start: int, stop: int) -> str:
    """What clause token *i* opens, or nothing; *kind* is what its word opens anywhere."""
    if page.kinds[i] != "w":
        return ""
    before = page.raws[i - 1] if i > start else ""
    if before in _CLOSERS:
        return "other"
    word = page.words[i]
    if word.form == "غير" and not (i + 1 < stop and page.words[i + 1].tags & Tag.THAT):
        return ""  # غير مرغوب فيه
    if kind == "being":  # ذهب إلى كون
        kind = "that" if page.words[i - 1].form in ("الى", "الي") else ""
    if kind:
        return kind if kind != "and" or i > start else ""
    form = word.form
    if before in COMMAS:
        if (form in AUXILIARIES and form[:1] != "و") or looks_finite(word):
            return "verb"
        reporting = word.tags & Tag.CUE_PARTICIPLE and not word.tags & (Tag.COUNTRY | Tag.GIVEN)
        return "other" if reporting else ""
    return ""


@lru_cache(maxsize=1 << 14)
def looks_finite(word: Word) -> bool:
    """Whether a word is a finite verb more likely than a noun."""
    if word.tags & (Tag.NOUN | Tag.FUNCTION | Tag.GIVEN | Tag.COUNTRY):
        return False
    return any(
        r.entry.person is not None and (r.pronoun or r.preposition in ("", "س"))
        for r in word.readings
    )


@lru_cache(maxsize=1 << 16)
def _opener(raw: str) -> str:
    """What clause a word opens wherever it stands; ``being`` behind some words only."""
    return _find_opener(lexicon().word(raw))


def _find_opener(word: Word) -> str:
    form = word.form
    if word.tags & Tag.THAT and "كان" not in form:
        return "that"
    if form.lstrip("وفلب").startswith(("الذي", "التي", "اللذ", "اللت")):
        return "relative"
    if form in _OPENERS:
        return "other"
    if form == "كون":
        return "being"
    return "and" if form[:1] in ("و", "ف") and len(form) > 3 and _joined_verb(word) else ""


def _joined_verb(word: Word) -> bool:
    """Whether a word is و with a verb and nothing else (وألغت)."""
    if (word.tags | word.head_tags) & (Tag.PLACE | Tag.COUNTRY | Tag.SEAT):  # وارسو
        return False
    readings = word.readings
    joined = [r for r in readings if r.conjunction]
    return (
        any(r.entry.person is not None for r in joined)
        and all(r.conjunction for r in readings)
        and not any(r.entry.tag & (Tag.NOUN | Tag.COUNTRY | Tag.FUNCTION) for r in joined)
    )
