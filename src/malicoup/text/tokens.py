"""Tokens: the words, numbers and marks of a text, as parallel columns.

No object is made for a token: building objects costs more than finding words. A token is an
index into the columns of :class:`Tokens`.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from attrs import define

#: Skipped like blanks: hashtag signs, underscores, invisible controls, lone tatweel and marks.
_DIGIT = "0-9٠-٩۰-۹"
_LATIN = "A-Za-z\u00c0-\u024f"
_LETTER = r"[^\W\d_]"
_ARABIC = "\u0621-\u063f\u0641-\u064a"  # letters that most words are made of: asked for first
_TOKEN = re.compile(
    rf"(?P<w>(?:[{_ARABIC}]|(?![{_LATIN}\u0640]){_LETTER})"
    rf"(?:[{_ARABIC}\u0640\u064b-\u065f\u0670]+|(?![{_LATIN}]){_LETTER}|[\u06d6-\u06ed\u200c\u200d])*)"
    rf"|(?P<n>[{_DIGIT}]+(?:[.,٫٬][{_DIGIT}]+)*)"
    rf"|(?P<l>[{_LATIN}][{_LATIN}{_DIGIT}]*(?:[.\-'’&@+][{_LATIN}{_DIGIT}]+)*)"
    r"|(?P<b>[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])"
    r"|(?P<p>\.{2,}|[^\s\w\u0610-\u061a\u061c\u064b-\u065f\u0670\u06d6-\u06ed#\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad])"
)


@define(unsafe_hash=True)
class Tokens:
    """Columns of the same length, one row a token.

    Attributes:
        text: The text the offsets point into.
        starts, ends: Half-open code-point offsets.
        raws: The characters of each token.
        kinds: ``w`` word, ``l`` word in Latin letters (it may hold digits: ``Mi-35M``),
            ``n`` number in digits, ``p`` punctuation, ``b`` line break.
    """

    text: str
    starts: list[int]
    ends: list[int]
    raws: list[str]
    kinds: list[str]

    def at(self, offset: int) -> int:
        """Index of the first token that ends after *offset* (``len`` where there is none)."""
        return bisect_left(self.ends, offset + 1)


def tokenize(text: str) -> Tokens:
    """Find the tokens of *text* in one pass; total over ``str``, linear in its length.

    Example:
        >>> tokenize("قال: «نعم».").raws
        ['قال', ':', '«', 'نعم', '»', '.']
    """
    if _RUN_ON.search(text):
        return _parted(text)
    found = list(_TOKEN.finditer(text))
    return Tokens(
        text,
        [match.start() for match in found],
        [match.end() for match in found],
        [match.group() for match in found],
        [match.lastgroup or "p" for match in found],
    )


#: Alef with hamza below stands only at the head of a word, behind its particles at most; where
#: other letters stand before it, a blank is missing (نبيلإن for نبيل إن).
_RUN_ON = re.compile(
    f"(?<![{_ARABIC}])(?![وف]?(?:[بلك]?ا?ل?|لل)إ)[{_ARABIC}]{{2,}}?(?=إنه?(?![{_ARABIC}]))"
)


def _parted(text: str) -> Tokens:
    """The tokens of a text in which "that" is written onto the word before it."""
    cuts = [match.end() for match in _RUN_ON.finditer(text)]
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[str] = []
    for match in _TOKEN.finditer(text):
        inner = cuts[bisect_left(cuts, match.start() + 1) : bisect_left(cuts, match.end())]
        starts += [match.start(), *inner]
        ends += [*inner, match.end()]
        kinds += [match.lastgroup or "p"] * (len(inner) + 1)
    return Tokens(text, starts, ends, [text[a:b] for a, b in zip(starts, ends, strict=True)], kinds)
