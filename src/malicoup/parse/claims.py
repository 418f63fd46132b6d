"""Claims: every reported proposition, and every narrated one that yields a record.

A claim has a chain of holders, outermost first: the publisher, the source it cites, whom that
source cites. How surely the innermost holder puts it follows from the stance of the cue and
from the hedges among its words (FactBank's values).
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from attrs import define

from malicoup.lexicon._load import rows
from malicoup.lexicon.words import Tag
from malicoup.model import Certainty, Claim, Polarity, Realis, Span, Stance
from malicoup.parse._carriers import carrier_of
from malicoup.parse.names.roster import Draft, Roster
from malicoup.parse.page import Page, forms_of
from malicoup.parse.quotes.decision import Speaker
from malicoup.parse.quotes.frame import Content, Frame, quote_id
from malicoup.text.fold import fold

#: How surely a holder puts what a cue of this stance reports, and how real it is.
_STANCES: dict[Stance, tuple[Certainty, Realis]] = {
    Stance.ALLEGING: (Certainty.PROBABLE, Realis.ACTUAL),
    Stance.BELIEVING: (Certainty.PROBABLE, Realis.ACTUAL),
    Stance.ACCUSING: (Certainty.PROBABLE, Realis.ACTUAL),
    Stance.EXPECTING: (Certainty.PROBABLE, Realis.PLANNED),
    Stance.FEARING: (Certainty.POSSIBLE, Realis.HYPOTHETICAL),
    Stance.WARNING: (Certainty.UNDERSPECIFIED, Realis.HYPOTHETICAL),
    Stance.DEMANDING: (Certainty.UNDERSPECIFIED, Realis.HYPOTHETICAL),
    Stance.PROMISING: (Certainty.CERTAIN, Realis.PLANNED),
}
_STRENGTH = (
    Certainty.CERTAIN,
    Certainty.PROBABLE,
    Certainty.POSSIBLE,
    Certainty.UNDERSPECIFIED,
)
_NOMINAL = Tag.NOUN | Tag.TITLE | Tag.GIVEN | Tag.FUNCTION
#: How far into a proposition its main verb stands, at most.
_REACH = 8
_NEGATIONS = frozenset({"لم", "لن", "لا", "ليس", "ليست", "ليسوا", "غير", "عدم", "بعدم"})
#: Phrases that open with a negation and deny nothing.
_AFFIRMING = frozenset({"يزال", "تزال", "يزالون", "زال", "زالت", "بد", "شك", "يقل", "تقل"})


@define(unsafe_hash=True)
class Hedge:
    """A word that weakens: how surely it leaves the proposition, and how real."""

    words: tuple[str, ...]
    certainty: Certainty
    realis: Realis | None
    where: str


@cache
def hedges() -> dict[str, tuple[Hedge, ...]]:
    """Hedges by their first word, folded; the longest first."""
    found: dict[str, list[Hedge]] = {}
    for phrase, certainty, realis, where in rows("hedges"):
        words = tuple(fold(word) for word in phrase.split())
        hedge = Hedge(
            words,
            Certainty(certainty),
            Realis(realis) if realis else None,
            where,
        )
        found.setdefault(words[0], []).append(hedge)
    return {w: tuple(sorted(h, key=lambda x: -len(x.words))) for w, h in found.items()}


def hedge_at(page: Page, i: int) -> Hedge | None:
    """The hedge that begins at token *i*, with و or ف before it or not."""
    return page.once(hedge_table).get(i)


def hedge_table(page: Page) -> dict[int, Hedge]:
    """The hedges of the page by the token they begin at, in text order."""
    openers = _openers()
    forms = page.once(forms_of)
    found: dict[int, Hedge] = {}
    for i, form in enumerate(forms):
        if form in openers:
            hedge = _read_hedge(page, forms, i)
            if hedge is not None:
                found[i] = hedge
    return found


@cache
def _openers() -> frozenset[str]:
    """The first words of hedges, with و or ف before them and without."""
    return frozenset(joined + form for form in hedges() for joined in ("", "و", "ف"))


def _read_hedge(page: Page, forms: list[str], i: int) -> Hedge | None:
    table = hedges()
    plain = forms[i]
    for form in (plain, plain[1:] if plain[:1] in ("و", "ف") else ""):
        for hedge in table.get(form, ()):
            words = hedge.words
            end = i + len(words)
            whole = len(words) == 1 or tuple(forms[i + 1 : end]) == words[1:]
            if whole and _counts(page, end, hedge.where):
                return hedge
    return None


def _counts(page: Page, behind: int, where: str) -> bool:
    """Whether what stands behind a hedge lets it count."""
    if where == "any":
        return True
    if behind >= len(page):
        return False
    tenses = {r.entry.tense for r in page.words[behind].readings if not r.preposition}
    if where == "imperfect":
        return "imperfect" in tenses
    return bool(tenses & {"perfect", "imperfect"}) or bool(page.words[behind].tags & Tag.THAT)


@define(unsafe_hash=True)
class _Proposition:
    """Tokens of a proposition with what was read in them."""

    first: int
    end: int
    certainty: Certainty
    polarity: Polarity
    realis: Realis
    hedges: tuple[tuple[int, int], ...]


def read_proposition(page: Page, first: int, end: int, stance: Stance) -> _Proposition:
    """Read certainty, polarity, realis and hedges of the words from *first* up to *end*."""
    certainty, realis = _STANCES.get(stance, (Certainty.CERTAIN, Realis.ACTUAL))
    found: list[tuple[int, int]] = []
    free = first
    places, hedged = page.once(_hedges)
    for n in range(bisect_left(places, first), bisect_left(places, end)):
        i, hedge = places[n], hedged[n]
        if i < free:
            continue
        free = i + len(hedge.words)
        found.append((i, free))
        certainty = max(certainty, hedge.certainty, key=_STRENGTH.index)
        if hedge.realis is not None and i - first < _REACH:
            realis = hedge.realis
    negated = _is_negated(page, first, end) != (stance is Stance.DENYING)
    if realis is Realis.ACTUAL:
        realis = _tense(page, first, end, negated)
    polarity = Polarity.NEGATIVE if negated else Polarity.POSITIVE
    return _Proposition(first, end, certainty, polarity, realis, tuple(found))


def _hedges(page: Page) -> tuple[list[int], list[Hedge]]:
    """Where a hedge begins on the page, and which."""
    table = page.once(hedge_table)
    return list(table), list(table.values())


def _tense(page: Page, first: int, end: int, negated: bool) -> Realis:
    if negated:
        return Realis.NEGATED
    for i in range(first, min(end, first + _REACH)):
        for reading in page.words[i].readings:
            if reading.entry.tense == "imperfect":
                future = reading.preposition == "س" or page.words[i - 1].form in ("سوف", "لسوف")
                return Realis.PLANNED if i and future else Realis.ACTUAL
            if reading.entry.tense == "perfect":
                return Realis.ACTUAL
    return Realis.ACTUAL


def _is_negated(page: Page, first: int, end: int) -> bool:
    """Whether the main verb of the words is negated: a negation stands before the first verb."""
    for i in range(first, min(end, first + _REACH)):
        form = page.words[i].form
        bare = form[1:] if form[:1] in ("و", "ف") and form[1:] in _NEGATIONS else form
        if bare in _NEGATIONS:
            return i + 1 >= end or page.words[i + 1].form not in _AFFIRMING
        word = page.words[i]
        if not word.tags & _NOMINAL and any(
            r.entry.person == 3 and not r.preposition for r in word.readings
        ):
            return False
    return False


@define(unsafe_hash=True)
class _Row:
    """A claim before it is numbered."""

    proposition: _Proposition
    span: Span
    holders: tuple[str | None, ...]
    quote: str | None
    speaker: str | None
    stance: Stance
    rule: str


class ClaimBook:
    """The claims of an article; narrated ones are entered as records need them.

    Ids are given in text order when the first one is asked for; enter all places with
    :meth:`reserve` before.
    """

    def __init__(self, page: Page, publisher: str | None) -> None:
        self._page = page
        self._publisher = publisher
        self._rows: list[_Row] = []
        self._places: list[tuple[int, int, _Row]] = []  # their tokens beside them, to search in
        self._ids: dict[int, str] = {}

    def _add(self, row: _Row) -> _Row:
        self._rows.append(row)
        self._places.append((row.proposition.first, row.proposition.end, row))
        return row

    def _find(self, first: int, end: int) -> _Row | None:
        """The innermost row that covers the tokens, of rows alike the one entered first."""
        found: _Row | None = None
        least = self._page.size + 1
        for begin, stop, row in self._places:
            if begin <= first and end <= stop and stop - begin < least:
                found, least = row, stop - begin
        return found

    def _row_at(self, first: int, end: int) -> _Row:
        """The innermost row that covers the tokens; a narrated one is entered where none does."""
        return self._find(first, end) or self._add(self._narrated(first, end))

    def _narrated(self, first: int, end: int) -> _Row:
        page = self._page
        start, stop = sentence_of(page, first)
        stop = max(stop, end)
        proposition = read_proposition(page, start, stop, Stance.NEUTRAL)
        holders = (self._publisher,) if self._publisher else ()
        span = page.span(start, stop)
        return _Row(proposition, span, holders, None, None, Stance.NEUTRAL, "narrated")

    def reserve(self, first: int, end: int) -> None:
        """Make sure that a claim covers tokens *first* up to *end*."""
        self._row_at(first, end)

    def at(self, first: int, end: int) -> str:
        """Id of the innermost claim that covers tokens *first* up to *end*."""
        row = self._row_at(first, end)
        self._number()
        return self._ids[id(row)]

    def speaker_at(self, first: int, end: int) -> str | None:
        """Actor id of who says the words: None for the outlet itself or for nobody."""
        row = self._find(first, end)
        return row.speaker if row else None

    def stance_at(self, first: int, end: int) -> Stance:
        """Stance of the cue that reports the words; neutral where none does."""
        row = self._find(first, end)
        return row.stance if row else Stance.NEUTRAL

    def _number(self) -> None:
        if len(self._ids) == len(self._rows):
            return
        fresh = [row for row in self._rows if id(row) not in self._ids]
        for row in sorted(fresh, key=lambda r: (r.span.start, -r.span.end)):
            self._ids[id(row)] = f"c{len(self._ids) + 1}"

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims in text order."""
        self._number()
        ordered = sorted(self._rows, key=lambda r: (r.span.start, -r.span.end))
        return tuple(_claim(self._page, self._ids[id(row)], row) for row in ordered)


def sentence_of(page: Page, i: int) -> tuple[int, int]:
    """Tokens of the sentence around token *i*, without the mark that ends it."""
    start = page.sentence_start[i]
    stop = page.sentence_end[i] + 1
    while stop > i + 1 and (page.kind(stop - 1) == "b" or page.raw(stop - 1)[:1] in ".!؟?…"):
        stop -= 1
    while start < i and page.kind(start) == "b":
        start += 1
    return start, stop


def _claim(page: Page, id: str, row: _Row) -> Claim:
    read = row.proposition
    return Claim(
        id=id,
        span=row.span,
        holders=row.holders,
        certainty=read.certainty,
        polarity=read.polarity,
        realis=read.realis,
        hedges=tuple(page.span(a, b) for a, b in read.hedges),
        quote=row.quote,
        rule=row.rule,
    )


def make_claims(
    page: Page,
    frames: list[Frame],
    speakers: list[Speaker],
    publisher: Draft | None,
    roster: Roster,
) -> ClaimBook:
    """One claim for each quote; narrated claims come as records ask for them.

    Args:
        page: The page.
        frames: Reporting frames in the order of the quotes; their contents nest.
        speakers: The speaker of each frame.
        publisher: The outlet, where it is known.
        roster: Actors of the text, among them those who pass statements on.
    """
    outlet = publisher.id if publisher else None
    book = ClaimBook(page, outlet)
    around: list[int] = []  # frames whose content encloses that of the next one, outermost first
    for n, (frame, speaker) in enumerate(zip(frames, speakers, strict=True)):
        while around and not _encloses(frames[around[-1]].content, frame.content):
            around.pop()
        around.append(n)
        chain: list[str | None] = [outlet] if outlet else []
        for m in around:
            carrier = carrier_of(page, roster, frames[m], speakers[m].actor)
            if carrier is not None:
                _hold(chain, carrier)
            _hold(chain, speakers[m].actor)
        read = read_proposition(page, frame.content.first, frame.content.end, frame.stance)
        span = page.span(frame.content.first, frame.content.end)
        said_by = speaker.actor.id if speaker.actor else None
        quote = quote_id(n)
        book._add(_Row(read, span, tuple(chain), quote, said_by, frame.stance, "reported"))
    return book


def _hold(chain: list[str | None], actor: Draft | None) -> None:
    """Add a holder; nobody cites himself, and an unnamed one is None."""
    holder = actor.id if actor else None
    if not chain or holder is None or chain[-1] != holder:
        chain.append(holder)


def _encloses(outer: Content, inner: Content) -> bool:
    wide = outer.end - outer.first > inner.end - inner.first
    return wide and outer.first <= inner.first and inner.end <= outer.end
