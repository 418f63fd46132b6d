"""The tokens of a text as the finders of dates and quantities look at them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from malicoup.parse._words import NOTHING, Word, read_word
from malicoup.text.fold import ascii_digits, fold
from malicoup.text.tokens import Tokens

#: Addresses, where no number is a quantity and no digits are a date: where one on the web
#: begins. One of mail is all that stands between two blanks.
_ADDRESS = re.compile(r"(?:https?://|www\.)(?=\S)")
_RUN = re.compile(r"\S+")


class View:
    """Tokens with the words read; every access is total, beyond the ends too.

    Attributes:
        tokens: The columns.
        words: One :class:`Word` a token; :data:`NOTHING` for what is no Arabic word.
        count: Number of tokens.
    """

    __slots__ = ("blocked", "count", "ends", "kinds", "raws", "starts", "tokens", "words")

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.raws = tokens.raws
        self.kinds = tokens.kinds
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.count = len(tokens.raws)
        self.words = [
            read_word(raw) if kind == "w" else NOTHING
            for raw, kind in zip(tokens.raws, tokens.kinds, strict=True)
        ]
        self.blocked = frozenset(_addresses(tokens))

    def date_starts(self) -> list[int]:
        """Indexes where a date may begin."""
        found = [
            i
            for i, (word, kind) in enumerate(zip(self.words, self.kinds, strict=True))
            if word.dated or kind == "n" or word.lone
        ]
        return [i for i in found if i not in self.blocked] if self.blocked else found

    def word(self, i: int) -> Word:
        """The word at *i*, or :data:`NOTHING`."""
        try:
            return self.words[i] if i >= 0 else NOTHING
        except IndexError:
            return NOTHING

    def raw(self, i: int) -> str:
        """The characters of token *i*, or nothing."""
        return self.raws[i] if 0 <= i < self.count else ""

    def kind(self, i: int) -> str:
        """The kind of token *i*, or nothing."""
        return self.kinds[i] if 0 <= i < self.count else ""

    def start(self, i: int) -> int:
        """Where token *i* begins, attached particles left out."""
        return self.starts[i] + self.words[i].skip

    def digits(self, i: int) -> str:
        """Token *i* in ASCII digits where it is a number, else nothing."""
        if 0 <= i < self.count and self.kinds[i] == "n" and i not in self.blocked:
            return ascii_digits(self.raws[i])
        return ""

    def whole(self, i: int, least: int = 0, most: int = 9999) -> int | None:
        """Token *i* as a whole number in digits between the limits, else None."""
        digits = self.digits(i)
        if not digits.isdecimal() or len(digits) > 6:
            return None
        value = int(digits)
        return value if least <= value <= most else None

    def touching(self, i: int) -> bool:
        """Whether nothing visible stands between tokens *i* and *i + 1*."""
        if not 0 <= i < self.count - 1:
            return False
        between = self.tokens.text[self.ends[i] : self.starts[i + 1]]
        return not between or not fold(between)

    def particle(self, i: int) -> bool:
        """Whether token *i* is only a particle before a number (ال in "الـ22")."""
        return 0 <= i < self.count - 1 and self.words[i].lone

    def folded(self, i: int) -> str:
        """The whole folded word at *i*, particles kept, or nothing."""
        return self.words[i].folded if 0 <= i < self.count else ""


def _addresses(tokens: Tokens) -> Iterator[int]:
    text = tokens.text
    if "://" not in text and "www." not in text and "@" not in text:
        return
    for run in _RUN.finditer(text):
        start = _address_start(text, *run.span())
        if start is None:
            continue
        i = tokens.at(start)
        while i < len(tokens.starts) and tokens.starts[i] < run.end():
            yield i
            i += 1


def _address_start(text: str, start: int, end: int) -> int | None:
    """Where an address begins in a run of characters without blanks."""
    at = text.find("@", start + 1, end)
    if at >= 0 and text.rfind(".", at + 2, end - 1) >= 0:
        return start
    web = _ADDRESS.search(text, start, end)
    return None if web is None else web.start()
