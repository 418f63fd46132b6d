"""How well predicted findings agree with a corrected article: the measures of reported speech.

Spans are compared as sets of words, marks and punctuation left out, since no reader cares
whether a quote holds its last comma:

* *exact*: both hold the same words.
* *o80*, *o50*: the words in common are at least .8, .5 of the words in either.
* *joint*: found at o80 and with the right speaker, that is, who said what.
* *speaker*: of the statements found at o50 and with a speaker in the gold, the share given to
  that speaker; *canonical* asks in addition for all words of the fullest name.

Each gold statement meets at most one predicted statement, the largest overlap first. Direct
quotes under four words count on neither side: whether a single word in marks is speech or a
scare quote is a matter of taste. A name is right when its words all stand in a name of the
other side, or the other way round, spelling and attached particles forgiven.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from typing import Any

import attrs
from attrs import define, field

from malicoup.errors import ModelError
from malicoup.model import ActorKind, AnyActor, Article, Quote, QuoteStyle, Span

__all__ = ["Ratio", "Scores", "Share", "StatementScores", "score", "total"]

_WORD = re.compile(r"[^\W_]+(?:[.\-'’][^\W_]+)*")
_SIGNS = re.compile("[\u064b-\u065f\u0670\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LETTERS = str.maketrans(
    {"إ": "ا", "أ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"}
)
_LEAST_WORDS = 4
_EXACT, _O80, _O50 = 0.999, 0.8, 0.5

Words = frozenset[int]


@define(frozen=True, kw_only=True)
class Ratio:
    """Counts of hits, of predicted things and of gold things, with the usual three figures."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 0 where nothing was predicted."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where the gold is empty."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.predicted + self.gold
        return 2 * self.hits / both if both else 0.0


@define(frozen=True, kw_only=True)
class Share:
    """So many right of so many."""

    right: int = 0
    of: int = 0

    @property
    def accuracy(self) -> float:
        """The share; 0 of nothing."""
        return self.right / self.of if self.of else 0.0


@define(frozen=True, kw_only=True)
class StatementScores:
    """The measures of one kind of statement."""

    exact: Ratio = field(factory=Ratio)
    o80: Ratio = field(factory=Ratio)
    o50: Ratio = field(factory=Ratio)
    joint: Ratio = field(factory=Ratio)
    speaker: Share = field(factory=Share)
    canonical: Share = field(factory=Share)


@define(frozen=True, kw_only=True)
class Scores:
    """All measures of one article, or of many: scores can be added.

    Attributes:
        direct: Statements in marks.
        told: Indirect and mixed ones.
        all: Every statement, whatever its style.
        people: Persons, by name.
        dates: Dates by place (o50, in characters) and equal EDTF text; dates without a value
            count on neither side.
    """

    direct: StatementScores = field(factory=StatementScores)
    told: StatementScores = field(factory=StatementScores)
    all: StatementScores = field(factory=StatementScores)
    people: Ratio = field(factory=Ratio)
    dates: Ratio = field(factory=Ratio)

    def __add__(self, other: Scores) -> Scores:
        added: Scores = _add(self, other)
        return added

    def rows(self) -> tuple[str, ...]:
        """A line per measure, for people to read."""
        groups = (("direct", self.direct), ("indirect+mixed", self.told), ("all", self.all))
        lines = [
            _row(f"{name} {measure.name}", getattr(scores, measure.name))
            for name, scores in groups
            for measure in attrs.fields(StatementScores)
        ]
        return (*lines, _row("people name", self.people), _row("dates value", self.dates))


def score(gold: Article, predicted: Article) -> Scores:
    """Compare *predicted* with *gold*, both of the same text.

    Raises:
        ModelError: If the two articles do not have the same text.

    Example:
        >>> from malicoup.model import Article
        >>> score(Article(text="خبر"), Article(text="خبر")).all.joint
        Ratio(hits=0, predicted=0, gold=0)
    """
    if gold.text != predicted.text:
        raise ModelError("predicted.text", predicted.text[:40], "is not the text of the gold")
    sides = _Sides(gold, predicted)
    return Scores(
        direct=sides.statements(lambda style: style is QuoteStyle.DIRECT),
        told=sides.statements(lambda style: style is not QuoteStyle.DIRECT),
        all=sides.statements(lambda style: True),
        people=_people(gold, predicted),
        dates=_dates(gold, predicted),
    )


def total(scores: Iterable[Scores]) -> Scores:
    """The scores of many articles together: counts are added, not averaged."""
    return reduce(lambda a, b: a + b, scores, Scores())


def _add(a: Any, b: Any) -> Any:
    """Add counts, however deep they lie."""
    if isinstance(a, int):
        return a + b
    names = [f.name for f in attrs.fields(type(a))]
    return type(a)(**{name: _add(getattr(a, name), getattr(b, name)) for name in names})


def _row(name: str, value: Ratio | Share) -> str:
    if isinstance(value, Share):
        return f"{name:24} accuracy {value.accuracy:.4f}  {value.right} of {value.of}"
    figures = f"p {value.precision:.4f}  r {value.recall:.4f}  f1 {value.f1:.4f}"
    return f"{name:24} {figures}  {value.hits} of {value.predicted} found, {value.gold} wanted"


# --- Statements ------------------------------


class _Sides:
    """The quotes of both articles with their sets of words."""

    def __init__(self, gold: Article, predicted: Article) -> None:
        places = [match.span() for match in _WORD.finditer(gold.text)]
        self._gold = [(quote, _words(places, quote.span)) for quote in gold.quotes]
        self._predicted = [(quote, _words(places, quote.span)) for quote in predicted.quotes]
        self._gold_actors = {actor.id: actor for actor in gold.actors}
        self._actors = {actor.id: actor for actor in predicted.actors}

    def statements(self, wanted: Callable[[QuoteStyle], bool]) -> StatementScores:
        """The measures of the statements of the styles *wanted*."""
        gold = [side for side in self._gold if wanted(side[0].style) and _counts(*side)]
        predicted = [side for side in self._predicted if wanted(side[0].style) and _counts(*side)]
        g, p = [words for _, words in gold], [words for _, words in predicted]

        def met(floor: float) -> list[tuple[Quote, Quote]]:
            return [(gold[i][0], predicted[j][0]) for i, j in _pairs(g, p, floor)]

        def ratio(hits: int) -> Ratio:
            return Ratio(hits=hits, predicted=len(p), gold=len(g))

        o80, o50 = met(_O80), met(_O50)
        named = [(a, b) for a, b in o50 if a.speaker is not None]
        right = [(a, b) for a, b in named if self._is_speaker(a, b)]
        canonical = [(a, b) for a, b in right if self._is_canonical(a, b)]
        return StatementScores(
            exact=ratio(len(met(_EXACT))),
            o80=ratio(len(o80)),
            o50=ratio(len(o50)),
            joint=ratio(sum(self._is_speaker(a, b) for a, b in o80)),
            speaker=Share(right=len(right), of=len(named)),
            canonical=Share(right=len(canonical), of=len(named)),
        )

    def _is_speaker(self, gold: Quote, predicted: Quote) -> bool:
        """Whether both have no speaker, or speakers with a name in common."""
        want, have = self._speakers(gold, predicted)
        if want is None or have is None:
            return want is None and have is None
        return _share_a_name(want, have)

    def _is_canonical(self, gold: Quote, predicted: Quote) -> bool:
        want, have = self._speakers(gold, predicted)
        return want is not None and have is not None and _holds(have.name, want.name)

    def _speakers(self, gold: Quote, predicted: Quote) -> tuple[AnyActor | None, AnyActor | None]:
        return self._gold_actors.get(gold.speaker or ""), self._actors.get(predicted.speaker or "")


def _counts(quote: Quote, words: Words) -> bool:
    return quote.style is not QuoteStyle.DIRECT or len(words) >= _LEAST_WORDS


def _words(places: Sequence[tuple[int, int]], span: Span) -> Words:
    """Numbers of the words of which more than half lie in *span*."""
    return frozenset(
        i
        for i, (start, end) in enumerate(places)
        if min(end, span.end) - max(start, span.start) > (end - start) / 2
    )


def _overlap(a: Words, b: Words) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0


def _pairs(gold: Sequence[Words], other: Sequence[Words], floor: float) -> list[tuple[int, int]]:
    """Pairs of things that overlap by *floor* at least, the best first, each thing once."""
    overlaps = [
        (_overlap(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(other) if a & b
    ]
    pairs: list[tuple[int, int]] = []
    spent: tuple[set[int], set[int]] = (set(), set())
    for overlap, i, j in sorted(overlaps, reverse=True):
        if overlap >= floor and i not in spent[0] and j not in spent[1]:
            pairs.append((i, j))
            spent[0].add(i)
            spent[1].add(j)
    return pairs


# --- Names ------------------------------


def _name_words(name: str) -> list[str]:
    plain = _SIGNS.sub("", unicodedata.normalize("NFKC", name)).translate(_LETTERS)
    return _WORD.findall(plain.lower())


def _forms(word: str) -> set[str]:
    """*word* with and without the particles that may be attached to it."""
    forms = {word}
    if word.startswith("لل") and len(word) > 4:
        forms.add(f"ال{word[2:]}")
    if word.startswith(("وال", "بال", "فال", "كال")) and len(word) > 5:
        forms.add(f"ال{word[3:]}")
    if word.startswith(("و", "ل", "ب", "ف")) and len(word) > 3:
        forms.add(word[1:])
    return forms | {form[2:] for form in forms if form.startswith("ال") and len(form) > 4}


def _holds(name: str, part: str) -> bool:
    """Whether every word of *part* stands in *name*."""
    inner, outer = _name_words(part), _name_words(name)
    return bool(inner) and all(any(_forms(x) & _forms(y) for y in outer) for x in inner)


def _share_a_name(a: AnyActor, b: AnyActor) -> bool:
    return any(
        _holds(x, y) or _holds(y, x) for x in (a.name, *a.aliases) for y in (b.name, *b.aliases)
    )


# --- People and dates ------------------------------


def _people(gold: Article, predicted: Article) -> Ratio:
    want = [actor for actor in gold.actors if actor.kind is ActorKind.PERSON]
    have = [actor for actor in predicted.actors if actor.kind is ActorKind.PERSON]
    left = list(have)
    for person in want:
        match = next((other for other in left if _share_a_name(person, other)), None)
        if match is not None:
            left.remove(match)
    return Ratio(hits=len(have) - len(left), predicted=len(have), gold=len(want))


def _dates(gold: Article, predicted: Article) -> Ratio:
    want = [date for date in gold.dates if date.edtf]
    have = [date for date in predicted.dates if date.edtf]
    places = [
        [frozenset(range(date.span.start, date.span.end)) for date in side] for side in (want, have)
    ]
    met = _pairs(places[0], places[1], _O50)
    hits = sum(want[i].edtf == have[j].edtf for i, j in met)
    return Ratio(hits=hits, predicted=len(have), gold=len(want))
