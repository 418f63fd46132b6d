"""Where reported content begins and ends.

A reported clause runs to the end of its sentence, unless something closes it before: the next
reporting word, an according-to phrase, a participle of speech, a clause of the writer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from malicoup.lexicon.words import Entry, Tag
from malicoup.model import QuoteStyle
from malicoup.parse.page import Page
from malicoup.parse.quotes.ends import COMMAS as COMMAS
from malicoup.parse.quotes.ends import DASHES, SENTENCE_MARKS, behind_commas, clause_end
from malicoup.parse.quotes.frame import Content, is_long, words_in

_INTRODUCED = 3  # words in marks behind "he said:"


def skip_commas(page: Page, i: int) -> int:
    """The first token from *i* on that is no comma or dash."""
    return page.once(behind_commas).get(i, i)


def in_marks(page: Page, opening: int, *, introduced: bool = False) -> Content | None:
    """The content of a pair of marks, if it is long enough for speech.

    Behind a reporting verb and its colon (*introduced*) three words are enough: what else than
    speech stands there is a title, and shorter.
    """
    pair = page.pair_at.get(opening)
    if pair is None:
        return None
    first, end = pair.open + 1, pair.close
    while end > first and page.kind(end - 1) == "b":
        end -= 1
    short = introduced and pair.closed and words_in(page, first, end) >= _INTRODUCED
    if not (short or is_long(page, first, end)):
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
    described = cue is not None and cue.lemma == "وصف"
    if words_in(page, first, end) < (1 if described or _is_predicate(page, first) else 2):
        return None
    quoted = quoted_parts(page, first, end)
    style = QuoteStyle.MIXED if quoted else QuoteStyle.INDIRECT
    return Content(first, end, style, quoted)


def _is_predicate(page: Page, first: int) -> bool:
    """ذكرت أنه مسلح: an adjective behind أن with its subject is a whole clause."""
    that = page.words[first - 1].reading(Tag.THAT) if first else None
    word = page.words[first] if first < len(page) else None
    if that is None or not that.entry.data or word is None:
        return False
    return bool(word.tags & (Tag.ADJECTIVE | Tag.NISBA)) and not word.form.startswith("ال")


def _all_in_marks(page: Page, first: int, limit: int) -> Content | None:
    pair = page.pair_at.get(first)
    if pair is None or not is_long(page, pair.open + 1, pair.close):
        return None
    behind = pair.close + 1 if pair.closed else pair.close
    if behind >= limit or _closes(page, behind):
        return in_marks(page, first)
    return None


#: What adds the writer's view right behind quoted words.
_ASIDE = frozenset({"رغم", "بالرغم", "ردا", "تعليقا", "وذلك"})


def _closes(page: Page, i: int) -> bool:
    """Whether token *i* ends the clause before it."""
    raw = page.raw(i)
    if page.kind(i) == "b" or raw[:1] in SENTENCE_MARKS:
        return True
    if raw in COMMAS or raw in DASHES or page.words[i].form in _ASIDE:
        return True
    return bool(page.words[i].tags & Tag.CUE_PARTICIPLE)


def trim(page: Page, first: int, end: int) -> int:
    """The end of a clause without the commas, stops and stray marks before it."""
    while end > first + 1 and (
        page.raw(end - 1) in COMMAS
        or page.raw(end - 1) in DASHES
        or page.raw(end - 1)[:1] in SENTENCE_MARKS
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
    pairs = page.marks.pairs
    if not pairs:
        return ()
    known = page.once(_no_parts)  # clauses before phrases of one sentence are often the same
    found = known.get((first, end))
    if found is None:
        found = known[first, end] = tuple(_speech_parts(page, first, end))
    return found


def _no_parts(page: Page) -> dict[tuple[int, int], tuple[tuple[int, int], ...]]:
    return {}


def _speech_parts(page: Page, first: int, end: int) -> Iterator[tuple[int, int]]:
    pairs = page.marks.pairs
    k = first
    for n in range(bisect_left(pairs, (first,)), len(pairs)):
        pair = pairs[n]
        if pair.open >= end:
            return
        if pair.open < k:  # inside the part before
            continue
        inner_end = min(pair.close, end)
        if inner_end > pair.open + 1 and _is_speech(page, pair.open, inner_end):
            yield pair.open + 1, inner_end
        k = inner_end + 1


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
