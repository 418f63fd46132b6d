"""Tokens and sentences for formats that ask for them, cut so that no span is moved.

A tokenizer that keeps ``أساس».`` in one piece has no place for a quote that ends before the
mark. So beside the usual cuts every span of the article begins and ends a token.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from malicoup.formats._export import spans
from malicoup.model import Article, Span

#: Diacritics and invisible controls, which part no word.
_SIGNS = (
    "\u0610-\u061a\u061c\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
)
_PIECE = re.compile(rf"\s+|[\w{_SIGNS}]+|[^\s\w]")
_SENTENCE_END = re.compile(r"(?<=[.!?؟…])[\"'»”)\]]*\s+(?=\S)|\s*\n\s*")


def cut_points(article: Article) -> tuple[frozenset[int], frozenset[int]]:
    """Where spans with words begin, and where they end."""
    places = [span for _, span in spans(article) if len(span)]
    return frozenset(s.start for s in places), frozenset(s.end for s in places)


def pieces(article: Article) -> Iterator[tuple[int, int]]:
    """The text in pieces without a gap: words, marks and white space."""
    starts, ends = cut_points(article)
    cuts = sorted(starts | ends)
    place = 0
    for match in _PIECE.finditer(article.text):
        start, end = match.span()
        while place < len(cuts) and cuts[place] <= start:
            place += 1
        inner = []
        while place < len(cuts) and cuts[place] < end:
            inner.append(cuts[place])
            place += 1
        edges = [start, *inner, end]
        yield from itertools.pairwise(edges)


def tokens(article: Article) -> list[Span]:
    """The pieces that are not white space."""
    text = article.text
    return [Span(start=a, end=b) for a, b in pieces(article) if not text[a:b].isspace()]


def sentences(article: Article) -> list[Span]:
    """Lines, cut further behind a full stop and the marks that close on it."""
    text, found, start = article.text, [], 0
    for match in _SENTENCE_END.finditer(text):
        found.append((start, match.start() + len(match.group().rstrip())))
        start = match.end()
    found.append((start, len(text)))
    trimmed = (_trim(text, a, b) for a, b in found)
    return [Span(start=a, end=b) for a, b in trimmed if a < b]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
