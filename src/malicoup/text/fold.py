"""Folding: one spelling for each word, whatever marks and variants the writer used.

Folding is done word by word and never moves an offset: spans always point into the text as
given. What is folded: diacritics, tatweel and invisible controls go; presentation forms are
replaced by their letters (NFKC); Persian and Urdu letters by the Arabic ones; the forms of
alef (أ إ آ ٱ) by the bare alef. ى, ي, ة and ه stay apart, since على is no علي.
"""

from __future__ import annotations

import re
import unicodedata

#: Diacritics, tatweel, zero-width and directional controls.
_DROP = "ـ" + "".join(
    chr(c)
    for a, b in (
        (0x0610, 0x061A),
        (0x064B, 0x065F),
        (0x0670, 0x0670),
        (0x06D6, 0x06DC),
        (0x06DF, 0x06E8),
        (0x06EA, 0x06ED),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x2069),
        (0x061C, 0x061C),
        (0xFEFF, 0xFEFF),
        (0x00AD, 0x00AD),
    )
    for c in range(a, b + 1)
)
_LETTERS = str.maketrans(
    {
        **dict.fromkeys(_DROP),
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ی": "ي",
        "ې": "ي",
        "ک": "ك",
        "ہ": "ه",
        "ھ": "ه",
        "ۀ": "ه",
        "ە": "ه",
    }
)
_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a ]+")

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def fold(word: str) -> str:
    """The folded spelling of one word or phrase.

    Example:
        >>> fold("أُعْلِنَ")
        'اعلن'
    """
    if _PLAIN.fullmatch(word):  # most words and names need only their alefs folded
        return word.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")
    return unicodedata.normalize("NFKC", word).translate(_LETTERS).lower()


def ascii_digits(number: str) -> str:
    """*number* with Arabic-Indic and Persian digits replaced by ASCII ones."""
    return number.translate(_DIGITS)
