"""Where reported content begins and ends.

A reported clause runs to the end of its sentence, unless something closes it before: the next
reporting word, an according-to phrase, a participle of speech, a clause of the writer.
"""

from __future__ import annotations

from malicoup.lexicon.words import Entry, Tag
from malicoup.model import QuoteStyle
from malicoup.parse.page import Page, phrase_at
from malicoup.parse.quotes.frame import Content, is_long, words_in

COMMAS = frozenset({"،", ",", "؛", ";"})
_DASHES = frozenset({"-", "–", "—"})
#: Conjunctions that open a clause of the writer behind a comma.
_WRITER = frozenset({"فيما", "بينما", "وفيما", "وبينما", "علما", "وذلك", "يذكر", "يشار"})
#: "But he …" with a reporting verb behind it.
_BUT_HE = frozenset({"لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "ولكنهم"})
_SENTENCE_MARKS = frozenset(".!؟?…")


def skip_commas(page: Page, i: int) -> int:
    """The first token from *i* on that is no comma or dash."""
    while page.raw(i) in COMMAS or page.raw(i) in _DASHES:
        i += 1
    return i


def in_marks(page: Page, opening: int) -> Content | None:
    """The content of a pair of marks, if it is long enough for speech."""
    pair = page.pair_at.get(opening)
    if pair is None:
        return None
    first, end = pair.open + 1, pair.close
    while end > first and page.kind(end - 1) == "b":
        end -= 1
    if not is_long(page, first, end):
        return None
    if page.raw(end - 1) in COMMAS:
        end -= 1
    return Content(first, end, QuoteStyle.DIRECT, ((first, end),))


def clause(page: Page, first: int, limit: int, cue: Entry | None = None) -> Content | None:
    """The clause that begins at token *first*, ending at *limit* at the latest.

    Its style follows from the marks in it: all in marks is direct, some is mixed. The form of
    the *cue* tells a second verb of its subject (قالت إن … واتهمت …) from a verb of the clause.
    """
    first = skip_commas(page, first)
    whole = _all_in_marks(page, first, limit)
    if whole is not None:
        return whole
    end = trim(page, first, clause_end(page, first, limit, cue))
    if words_in(page, first, end) < (1 if cue is not None and cue.lemma == "وصف" else 2):
        return None
    quoted = quoted_parts(page, first, end)
    style = QuoteStyle.MIXED if quoted else QuoteStyle.INDIRECT
    return Content(first, end, style, quoted)


def _all_in_marks(page: Page, first: int, limit: int) -> Content | None:
    pair = page.pair_at.get(first)
    if pair is None or not is_long(page, pair.open + 1, pair.close):
        return None
    behind = pair.close + 1 if pair.closed else pair.close
    if behind >= limit or _closes(page, behind):
        return in_marks(page, first)
    return None


def _closes(page: Page, i: int) -> bool:
    """Whether token *i* ends the clause before it."""
    raw = page.raw(i)
    if page.kind(i) == "b" or raw[:1] in _SENTENCE_MARKS:
        return True
    if raw in COMMAS or raw in _DASHES:
        return True
    return bool(page.words[i].tags & Tag.CUE_PARTICIPLE)


def clause_end(page: Page, first: int, limit: int, cue: Entry | None = None) -> int:
    """The token behind a reported clause that begins at *first*."""
    k = first
    past = False  # whether the clause has told of something past
    while k < limit:
        pair = page.pair_at.get(k)
        if pair is not None and pair.close <= limit + 1:
            k = pair.close + 1 if pair.closed else pair.close
            continue
        if k > first and (_ends_here(page, k) or _resumes(page, k, cue, past)):
            return k
        past = past or _is_past(page, k)
        k += 1
    return limit


def _resumes(page: Page, k: int, cue: Entry | None, past: bool) -> bool:
    """Whether the writer goes on with "and" + a verb in the perfect.

    Either it is a second reporting verb that agrees with the cue, or the clause so far has told
    nothing past, so a perfect behind a comma is not its own.
    """
    word = page.words[k]
    if not word.tags & Tag.VERB or word.form[0] != "و":
        return False
    reading = next((r for r in word.readings if r.entry.tag & Tag.VERB), None)
    if reading is None or reading.conjunction != "و" or reading.entry.tense != "perfect":
        return False
    if word.tags & (Tag.NOUN | Tag.PLACE | Tag.COUNTRY | Tag.FUNCTION):
        return False
    entry = reading.entry
    if entry.tag & Tag.CUE and cue is not None and cue.tense in ("perfect", "circumstance"):
        return (entry.gender, entry.number) == (cue.gender, cue.number)
    return page.raw(k - 1) in COMMAS and not past


def _is_past(page: Page, k: int) -> bool:
    word = page.words[k]
    if word.form in ("قد", "كان", "كانت", "لم"):
        return True
    reading = word.reading(Tag.VERB)
    return reading is not None and reading.entry.tense == "perfect" and not reading.article


def _ends_here(page: Page, k: int) -> bool:
    """Whether the writer takes over at token *k*."""
    word = page.words[k]
    before = page.raw(k - 1)
    paused = before in COMMAS or k - 1 in page.pair_to or before in _DASHES
    if word.tags & Tag.CUE_PARTICIPLE and paused and _is_circumstance(page, k):
        return True
    if paused and (word.form in _WRITER or _is_according(page, k)):
        return True
    if _is_his_word(page, k) or (before in COMMAS and _resumes_behind_marks(page, k)):
        return True
    if _is_but(page, k):
        return True
    if paused and (_is_aside(page, k) or _answers(page, k) or _others_say(page, k)):
        return True
    if word.form in _BUT_HE and k + 1 < len(page) and page.words[k + 1].tags & Tag.CUE:
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
    return not needs_verb or (end < len(page) and bool(page.words[end].tags & Tag.CUE))


def _is_his_word(page: Page, k: int) -> bool:
    """على حد تعبيره, حسب قوله: a noun of speech with its pronoun ends the clause, pause or not."""
    found = phrase_at(page, k, Tag.ACCORDING)
    if found is None or found[0] >= len(page) or found[2].data[0] == "verb":
        return False
    reading = page.words[found[0]].reading(Tag.CUE_NOUN | Tag.MASDAR)
    return reading is not None and bool(reading.pronoun)


def _resumes_behind_marks(page: Page, k: int) -> bool:
    """«…»، محملًا فلانًا: a circumstance behind quoted words is the writer's."""
    if k - 2 not in page.pair_to or not page.words[k].form.endswith("ا"):
        return False
    return any(r.entry.tense == "circumstance" and not r.article for r in page.words[k].readings)


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
        word.tags & (Tag.NOUN | Tag.COUNTRY | Tag.PLACE)
        and not word.tags & (Tag.VERB | Tag.FUNCTION)
    )


def _others_say(page: Page, k: int) -> bool:
    """…، في حين أكد فلان: another's words; a contrast of facts (في حين بلغت …) stays inside."""
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
        if page.raw(n)[:1] in _SENTENCE_MARKS or page.kind(n) == "b":
            return False
    return False


def trim(page: Page, first: int, end: int) -> int:
    """The end of a clause without the commas, stops and stray marks before it."""
    while end > first + 1 and (
        page.raw(end - 1) in COMMAS
        or page.raw(end - 1) in _DASHES
        or page.raw(end - 1)[:1] in _SENTENCE_MARKS
        or page.kind(end - 1) == "b"
    ):
        end -= 1
    # A closing mark without an opening one in the clause stays outside it.
    if (
        end > first + 1
        and page.raw(end - 1) in ("”", "»", '"', "“")
        and end - 1 not in page.pair_to
    ):
        end -= 1
    return end


def quoted_parts(page: Page, first: int, end: int) -> tuple[tuple[int, int], ...]:
    """Parts in marks that are speech: two words or more, or one that is no name."""
    parts = []
    k = first
    while k < end:
        pair = page.pair_at.get(k)
        if pair is not None:
            inner_end = min(pair.close, end)
            if inner_end > pair.open + 1 and _is_speech(page, pair.open, inner_end):
                parts.append((pair.open + 1, inner_end))
            k = inner_end + 1
        else:
            k += 1
    return tuple(parts)


def _is_speech(page: Page, opening: int, end: int) -> bool:
    """Marks around a name or a title are no speech: تنظيم «القاعدة»."""
    if words_in(page, opening + 1, end) >= 3:
        return True
    before = page.words[opening - 1] if opening else None
    if before is not None and before.tags & (Tag.ORG_HEAD | Tag.NAME_PARTICLE):
        return False
    return not all(
        page.words[i].tags & (Tag.ORGANIZATION | Tag.COUNTRY | Tag.PLACE | Tag.GIVEN)
        for i in range(opening + 1, end)
    )
