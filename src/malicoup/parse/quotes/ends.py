"""Where the writer takes over again: the token behind a reported clause.

What may end a clause is worked out once a page, from its end to its start, as columns of "the
next token that …"; so a clause costs the same however long its sentence is.
"""

from __future__ import annotations

from bisect import bisect_right

from malicoup.lexicon.words import Entry, Tag
from malicoup.parse.page import Page, phrase_at
from malicoup.parse.quotes.withheld import BUT_HE, is_withheld
from malicoup.text.marks import Pair

COMMAS = frozenset({"،", ",", "؛", ";"})
DASHES = frozenset({"-", "–", "—"})
_PAUSES = COMMAS | DASHES
SENTENCE_MARKS = frozenset(".!؟?…")
#: Conjunctions that open a clause of the writer behind a comma.
_WRITER = frozenset({"فيما", "بينما", "وفيما", "وبينما", "علما", "وذلك", "يذكر", "يشار"})
#: "But" of the writer, with or without his subject, and the first words of such phrases.
_BUT = BUT_HE | {"لكن", "ولكن", "بيد", "غير", "الا"}
_PAST = frozenset({"قد", "كان", "كانت", "لم"})
_REPORTING = Tag.CUE | Tag.CUE_PARTICIPLE | Tag.CUE_NOUN | Tag.ACCORDING
_SORTED = _REPORTING | Tag.VERB
_SORTED_FORMS = _PAST | _BUT
#: Words of reporting that one clause holds at most: far more than writers nest, and a bound on
#: how often a word of a text that is nothing but "said that" can be reported.
_NESTED = 64


class _Ends:
    """Columns, a row a token and one for the end: the next token of the kind from there on.

    "Next" passes over what stands in marks, from the opening one to the closing one. Only a mark
    that stays open to the end of its paragraph is entered, since what is behind it may belong to
    another sentence.

    Attributes:
        stop: Where the writer takes over, or goes on with a verb that may agree with the cue.
        stops: The tokens of the first kind.
        resumed: Where he goes on with another verb in the perfect behind a comma.
        past: What tells of something past.
        opened: A mark that stays open to the end of its paragraph.
        reporting: All words of reporting, in order.
    """

    __slots__ = ("opened", "past", "reporting", "resumed", "stop", "stops")

    def __init__(self, page: Page) -> None:
        size = len(page)
        paused = {*page.once(behind_commas).values(), *(k + 1 for k in page.pair_to)}
        buts, verbs, past, self.reporting = _sorted_out(page)
        self.stops = {k for k in paused | buts if k < size and _ends_here(page, k)}
        agreeing, resuming = _resuming_verbs(page, verbs - self.stops)
        opened = {p.open for p in page.marks.pairs if _is_open(page, p)}
        passed = {p.open: _behind(p) for p in page.marks.pairs if p.open not in opened}
        self.stop = _next(size, self.stops | agreeing, passed)
        self.resumed = _next(size, resuming, passed)
        self.past = _next(size, past, passed)
        self.opened = _next(size, opened, passed)


def _next(size: int, tokens: set[int], passed: dict[int, int]) -> list[int]:
    """For each token the next of *tokens*, those left out that stand in marks passed over."""
    if not tokens:
        return [size] * (size + 1)
    column: list[int] = [size]
    at = size
    for k in sorted(tokens | passed.keys(), reverse=True):
        column += [column[-1]] * (at - k - 1)
        behind = passed.get(k)
        column.append(k if behind is None else column[size - min(behind, size)])
        at = k
    column += [column[-1]] * at
    column.reverse()
    return column


def _is_open(page: Page, pair: Pair) -> bool:
    """Whether a mark stays open to the end of its paragraph."""
    return not pair.closed and page.kind(pair.close) == "b"


def _behind(pair: Pair) -> int:
    return pair.close + 1 if pair.closed else pair.close


def behind_commas(page: Page) -> dict[int, int]:
    """For each comma or dash, the token behind it and all that follow it."""
    found: dict[int, int] = {}
    raws = page.tokens.raws
    pauses = [k for k, raw in enumerate(raws) if raw in _PAUSES]
    for k in reversed(pauses):
        found[k] = found.get(k + 1, k + 1)
    return found


def _sorted_out(page: Page) -> tuple[set[int], set[int], set[int], list[int]]:
    """Words of "but" and "according to", verbs with "and", what tells of the past, cues."""
    buts: set[int] = set()
    verbs: set[int] = set()
    past: set[int] = set()
    reporting: list[int] = []
    for k, word in enumerate(page.words):
        tags = word.tags
        if not tags & _SORTED and word.form not in _SORTED_FORMS:
            continue
        if word.form in _PAST:
            past.add(k)
        elif tags & Tag.VERB:
            reading = word.reading(Tag.VERB)
            if reading is not None and reading.entry.tense == "perfect" and not reading.article:
                past.add(k)
                if word.form[0] == "و":
                    verbs.add(k)
        if tags & _REPORTING:
            reporting.append(k)
        if word.form in _BUT or tags & Tag.ACCORDING:
            buts.add(k)
    return buts, verbs, past, reporting


def _resuming_verbs(page: Page, verbs: set[int]) -> tuple[set[int], set[int]]:
    """Of verbs with "and": those of speech, and other ones behind a comma."""
    entries = {k: _resuming(page, k) for k in verbs}
    speech = {k for k, entry in entries.items() if entry is not None and entry.tag & Tag.CUE}
    others = {k for k, entry in entries.items() if entry is not None} - speech
    return speech, {k for k in others if page.raw(k - 1) in COMMAS}


def _resuming(page: Page, k: int) -> Entry | None:
    """The verb in the perfect with "and" at token *k*, with which a writer may go on."""
    word = page.words[k]
    if word.form[0] != "و" or word.tags & (Tag.NOUN | Tag.PLACE | Tag.COUNTRY | Tag.FUNCTION):
        return None
    reading = word.reading(Tag.VERB)
    if reading is None or reading.conjunction != "و" or reading.entry.tense != "perfect":
        return None
    return reading.entry


def clause_end(page: Page, first: int, limit: int, cue: Entry | None = None) -> int:
    """The token behind a reported clause that begins at *first*, *limit* at the latest.

    The form of the *cue* tells a second verb of its subject from a verb of the clause.
    """
    ends = page.once(_Ends)
    nested = bisect_right(ends.reporting, first) + _NESTED
    if nested < len(ends.reporting):
        limit = min(limit, ends.reporting[nested])
    if first >= limit:
        return limit
    opened, until = ends.opened[first], limit
    if opened < limit and page.pair_at[opened].close <= limit + 1:
        until = opened  # all the rest of the paragraph stands behind that mark
    cut = _cut(page, first, until)
    if cut is not None:
        until = cut.open
    end = _end_before(page, ends, first, until, cue)
    if end < until:
        return end
    return limit if cut is None else _end_in_marks(page, ends, first, limit, cue, cut)


def _cut(page: Page, first: int, limit: int) -> Pair | None:
    """The outermost marks that *limit* cuts in two, where the clause reaches into them."""
    if limit == page.sentence_end[first] or page.kind(limit) == "b":
        return None
    cut = None
    pair = page.inside[limit]
    while pair is not None and pair.open >= first:
        if pair.close > limit + 1 and not _is_open(page, pair):
            cut = pair
        pair = page.inside[pair.open]
    return cut


def _end_before(page: Page, ends: _Ends, first: int, until: int, cue: Entry | None) -> int:
    """The end of a clause before token *until*, marks passed over; *until* if there is none."""
    pair = page.pair_at.get(first)
    k = first + 1 if pair is None or _is_open(page, pair) else _behind(pair)
    if k >= until:
        return until
    past = ends.past[first]
    resumed = ends.resumed[k]
    end = min(resumed, until) if resumed <= past else until
    stop = ends.stop[k]
    while stop < end:
        if stop in ends.stops or _agrees(page, stop, cue, past < stop):
            return stop
        stop = ends.stop[stop + 1]
    return end


def _end_in_marks(
    page: Page, ends: _Ends, first: int, limit: int, cue: Entry | None, cut: Pair
) -> int:
    """The end of a clause whose *limit* stands in the marks *cut*: token by token from there."""
    past = ends.past[first]
    k = cut.open + 1
    while k < limit:
        pair = page.pair_at.get(k)
        if pair is not None and pair.close <= limit + 1:
            k = _behind(pair)
            continue
        if k in ends.stops or ends.resumed[k] == k <= past:
            return k
        if ends.stop[k] == k and _agrees(page, k, cue, past < k):
            return k
        past = min(past, ends.past[k] if ends.past[k] == k else past)
        k += 1
    return limit


def _agrees(page: Page, k: int, cue: Entry | None, past: bool) -> bool:
    """Whether the writer goes on with the verb of speech at token *k*.

    Either it agrees with the cue, or the clause so far has told nothing past, so a perfect
    behind a comma is not its own.
    """
    entry = _resuming(page, k)
    if entry is not None and cue is not None and cue.tense in ("perfect", "circumstance"):
        return (entry.gender, entry.number) == (cue.gender, cue.number)
    return page.raw(k - 1) in COMMAS and not past


def _ends_here(page: Page, k: int) -> bool:
    """Whether the writer takes over at token *k*."""
    word = page.words[k]
    before = page.raw(k - 1)
    paused = before in COMMAS or k - 1 in page.pair_to or before in DASHES
    if word.tags & Tag.CUE_PARTICIPLE and paused and _is_circumstance(page, k):
        return True
    if paused and (_is_writer(page, k) or _is_according(page, k)):
        return True
    if (word.form, page.words[k + 1].form if k + 1 < len(page) else "") == ("في", "اشارة"):
        return True  # also without a pause
    if _is_his_word(page, k) or (before in COMMAS and _resumes_behind_marks(page, k)):
        return True
    if _is_but(page, k):
        return True
    asides = (_is_aside, _answers, _others_say, is_withheld)
    if paused and any(is_aside(page, k) for is_aside in asides):
        return True
    if word.form in BUT_HE and k + 1 < len(page) and page.words[k + 1].tags & Tag.CUE:
        return True
    if word.tags & Tag.CUE and paused:
        reading = word.reading(Tag.CUE)
        return reading is not None and reading.conjunction == "و" and _reports(page, k)
    return False


def _is_according(page: Page, k: int) -> bool:
    """Whether an according-to phrase begins here; كما only before a verb of speech."""
    found = phrase_at(page, k, Tag.ACCORDING)
    if found is None:
        return False
    end, _, entry = found
    needs_verb = entry.data[0] == "verb"
    if end < len(page) and page.words[end].tags & Tag.NORM:
        return False  # وفقا لإرشادات كذا: how a thing is done
    return not needs_verb or (end < len(page) and bool(page.words[end].tags & Tag.CUE))


_HIS = frozenset({"ه", "ها", "هم", "هما"})


def _is_his_word(page: Page, k: int) -> bool:
    """على حد تعبيره, حسب قوله: a noun of speech with its pronoun ends the clause, pause or not."""
    found = phrase_at(page, k, Tag.ACCORDING)
    if found is None or found[0] >= len(page) or found[2].data[0] == "verb":
        return False
    if found[2].data[0] in _HIS:
        return True
    reading = page.words[found[0]].reading(Tag.CUE_NOUN | Tag.MASDAR)
    return reading is not None and bool(reading.pronoun)


def _resumes_behind_marks(page: Page, k: int) -> bool:
    """«…»، محملًا فلانًا: a circumstance behind quoted words is the writer's."""
    if k - 2 not in page.pair_to or not page.words[k].form.endswith("ا"):
        return False
    return any(r.entry.tense == "circumstance" and not r.article for r in page.words[k].readings)


def _others_say(page: Page, k: int) -> bool:
    """…، في حين أكد فلان: another's words; a contrast of facts (في حين بلغت …) stays inside."""
    if page.words[k].form in ("وكان", "وكانت") and page.raw(k - 1) in COMMAS:
        return True  # the writer looks back
    if page.words[k].form not in ("في", "فى", "وفي") or k + 2 >= len(page):
        return False
    return page.words[k + 1].form == "حين" and bool(page.words[k + 2].tags & Tag.CUE)


def _answers(page: Page, k: int) -> bool:
    """…، وهو ما نفاه فلان: the writer says what became of the words."""
    if page.words[k].form not in ("وهو", "وهي") or k + 2 >= len(page):
        return False
    verb = page.words[k + 2].reading(Tag.CUE)
    if verb is None:
        return False
    relative = page.words[k + 1].form in ("ما", "الامر", "امر")
    return relative if verb.pronoun else bool(page.words[k + 1].tags & Tag.NOUN)


def _is_but(page: Page, k: int) -> bool:
    """The writer objects, with a subject of his own (لكن الخبراء لم …, بيد أن الشركة …)."""
    form = page.words[k].form
    if form in ("لكن", "ولكن"):
        k += 1
    elif form in ("بيد", "غير", "الا") and k + 1 < len(page) and page.words[k + 1].form == "ان":
        k += 2
    else:
        return False
    if k >= len(page):
        return False
    word = page.words[k]
    return word.form.startswith("ال") or bool(
        word.tags & (Tag.NOUN | Tag.COUNTRY | Tag.PLACE | Tag.UNNAMED | Tag.ADJECTIVE)
        and not word.tags & (Tag.VERB | Tag.FUNCTION)
    )


def _is_aside(page: Page, k: int) -> bool:
    """Circumstances that the writer adds behind a comma: في إشارة إلى, على الرغم من."""
    form, after = page.words[k].form, page.words[k + 1].form if k + 1 < len(page) else ""
    return (form, after) in _ASIDES


_ASIDES = frozenset(
    {
        ("في", "المقابل"),
        ("في", "اشارة"),
        ("على", "الرغم"),
        ("بالرغم", "من"),
        ("رغم", "ان"),
        ("في", "اول"),
        ("في", "وقت"),
        ("وسط", "مخاوف"),
    }
)


#: فيما يتعلق بكذا: "as to", no "while".
_AS_TO = frozenset({"يتعلق", "يخص", "يلي", "يتصل", "بعد", "بين", "مضى", "عدا", "لو", "اذا"})


def _is_writer(page: Page, k: int) -> bool:
    after = page.words[k + 1].form if k + 1 < len(page) else ""
    form = page.words[k].form
    return form in _WRITER and not (form.endswith("فيما") and after in _AS_TO)


def _is_circumstance(page: Page, k: int) -> bool:
    reading = page.words[k].reading(Tag.CUE_PARTICIPLE)
    return (
        reading is not None
        and not reading.article
        and reading.entry.tense == "circumstance"
        and not reading.preposition
    )


def _reports(page: Page, k: int) -> bool:
    """Whether a complementizer, colon or mark follows soon: then token *k* is a cue indeed."""
    for n in range(k + 1, min(k + 12, len(page))):
        if page.words[n].tags & Tag.THAT or page.raw(n) == ":" or n in page.pair_at:
            return True
        if page.raw(n)[:1] in SENTENCE_MARKS or page.kind(n) == "b":
            return False
    return False
