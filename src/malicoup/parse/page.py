"""The page: tokens with what the lexicon says of each, marks, sentences and layout.

Every later stage reads a page and adds nothing to it but tables of its own (:meth:`Page.once`).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import Any, TypeVar

from attrs import define

from malicoup.lexicon.build import lexicon
from malicoup.lexicon.words import PhraseEntry, Stem, Word
from malicoup.model import Span
from malicoup.text.marks import Marks, Pair, pair_marks
from malicoup.text.segment import Layout, find_layout, sentence_ends
from malicoup.text.tokens import Tokens, tokenize

_T = TypeVar("_T")


@define(eq=False)
class Page:
    """One text, cut and looked up.

    Attributes:
        tokens: Columns of the tokens.
        words: What the lexicon says of each token (nothing of numbers and marks).
        marks: Paired quotation marks.
        pair_at: Pair by the token of its opening mark.
        pair_to: Pair by the token of its closing mark.
        inside: For each token, the innermost pair it stands in, or None.
        layout: Title, lede, headings.
        sentence_end: For each token, the token that ends its sentence.
        line_of: For each token, the index of its line in ``layout.lines`` (-1 for breaks).
        sentence_start: For each token, the first token of its sentence.
        words_before: For each token, and for the end, how many words and numbers stand before.
        tables: What :meth:`once` has made.
        raws, kinds, size: The columns of ``tokens`` that rules ask for most, and their length.
    """

    text: str
    tokens: Tokens
    words: list[Word]
    marks: Marks
    pair_at: dict[int, Pair]
    pair_to: dict[int, Pair]
    inside: list[Pair | None]
    layout: Layout
    sentence_end: list[int]
    line_of: list[int]
    sentence_start: list[int]
    words_before: list[int]
    tables: dict[Callable[[Page], Any], Any]
    raws: list[str]
    kinds: list[str]
    size: int

    def __len__(self) -> int:
        return self.size

    def span(self, first: int, end: int) -> Span:
        """The characters of tokens *first* up to, not including, *end*."""
        return Span(start=self.tokens.starts[first], end=self.tokens.ends[end - 1])

    def slice(self, first: int, end: int) -> str:
        """The text of tokens *first* up to, not including, *end*."""
        return self.text[self.tokens.starts[first] : self.tokens.ends[end - 1]]

    def raw(self, i: int) -> str:
        """The characters of token *i*, or nothing outside the text."""
        return self.raws[i] if 0 <= i < self.size else ""

    def kind(self, i: int) -> str:
        """The kind of token *i*; a line break outside the text."""
        return self.kinds[i] if 0 <= i < self.size else "b"

    def line(self, i: int) -> tuple[int, int]:
        """First token of the line of token *i*, and the token behind its last."""
        line = self.layout.lines[self.line_of[i]]
        return line.first, line.last

    def once(self, make: Callable[[Page], _T]) -> _T:
        """What *make* makes of the page, made when it is first asked for.

        Rules that look far along a sentence lean on such tables: one pass over the page, where
        a look from each token would cost the square of the length.
        """
        table: _T | None = self.tables.get(make)
        if table is None:
            table = self.tables[make] = make(self)
        return table


def read_page(text: str) -> Page:
    """Cut *text* and look its words up. Total over ``str``; linear in its length."""
    tokens = tokenize(text)
    words = lexicon().words(tokens.raws, tokens.kinds)
    marks = pair_marks(tokens)
    layout = find_layout(tokens)
    ends = sentence_ends(tokens, {p.open: p.close for p in marks.pairs if p.closed})
    return Page(
        text,
        tokens,
        words,
        marks,
        {pair.open: pair for pair in marks.pairs},
        {pair.close: pair for pair in marks.pairs if pair.closed},
        _innermost(marks, len(words)),
        layout,
        ends,
        _lines_of(layout, len(words)),
        _sentence_starts(ends),
        [0, *accumulate([kind != "p" for kind in tokens.kinds])],
        {},
        tokens.raws,
        tokens.kinds,
        len(words),
    )


def _innermost(marks: Marks, size: int) -> list[Pair | None]:
    """For each token, the pair that was opened last of those still open (pairs nest)."""
    inside: list[Pair | None] = [None] * size
    around: list[Pair] = []
    for n, pair in enumerate(marks.pairs):
        around.append(pair)
        at = pair.open + 1
        until = marks.pairs[n + 1].open + 1 if n + 1 < len(marks.pairs) else size
        while around and at < until:
            end = min(around[-1].close, until)
            inside[at:end] = [around[-1]] * (end - at)
            at = end
            if around[-1].close <= end:
                around.pop()
    return inside


def _sentence_starts(ends: list[int]) -> list[int]:
    starts: list[int] = []
    while len(starts) < len(ends):
        first = len(starts)
        starts += [first] * (min(ends[first] + 1, len(ends)) - first)
    return starts


def _lines_of(layout: Layout, size: int) -> list[int]:
    lines = [-1] * size
    for n, line in enumerate(layout.lines):
        lines[line.first : line.last] = [n] * (line.last - line.first)
    return lines


def forms_of(page: Page) -> list[str]:
    """The folded words of a page, for :meth:`Page.once`; leave the list as it is."""
    return [word.form for word in page.words]


def phrase_at(page: Page, i: int, tag: int) -> tuple[int, Stem, PhraseEntry] | None:
    """The longest lexicon entry with a bit of *tag* that begins at token *i*.

    Returns:
        The token behind it, the stem of its first word (with what is attached to it), and the
        entry; None where there is none.
    """
    return phrase_of(page.words, i, tag) if page.words[i].head_tags & tag else None


def phrase_of(words: list[Word], i: int, tag: int) -> tuple[int, Stem, PhraseEntry] | None:
    """:func:`phrase_at` for words that are no page yet."""
    word = words[i]
    if not word.head_tags & tag:
        return None
    second = words[i + 1].form if i + 1 < len(words) else ""
    pairs = lexicon().pairs
    for stem in word.heads:
        for entry in pairs.get((stem.form, second), ()) if second else ():
            if entry.tag & tag and _follows(words, i, entry.words):
                return i + len(entry.words), stem, entry
        for entry in pairs.get((stem.form, ""), ()):
            if entry.tag & tag:
                return i + 1, stem, entry
    return None


def _follows(words: list[Word], i: int, expected: tuple[str, ...]) -> bool:
    n = len(expected)
    if n <= 2:  # the first two words are those of the index
        return i + n <= len(words)
    return i + n <= len(words) and all(words[i + k].form == expected[k] for k in range(2, n))
