"""Numbers in digits: separators, signs, blanks between groups."""

from __future__ import annotations

import re
from decimal import Decimal

from malicoup.parse._view import View
from malicoup.text.fold import ascii_digits

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[,٬]\d{3})+(?:[.٫]\d+)?")


_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?|[1-9]\d{0,2}\.000")


_DECIMAL = re.compile(r"\d+[.,٫]\d+")


def digits_value(raw: str) -> Decimal | None:
    """The value of a token in digits; None where its separators make no number.

    A comma or ٬ before groups of three parts thousands, and so does a dot that parts two or
    more groups or stands before ``000``; any other single separator is a decimal point.
    """
    text = ascii_digits(raw)
    if text.isdecimal():
        return Decimal(text)
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(",", "").replace("٬", "").replace("٫", "."))
    if _DOTTED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _DECIMAL.fullmatch(text):
        return Decimal(text.replace(",", ".").replace("٫", "."))
    return None


def signed_digits(view: View, i: int) -> tuple[Decimal | None, int]:
    """Digits at *i* with sign, leading point or blanks between groups; and the tokens taken."""
    mark = view.raw(i)
    if mark in ("-", "−") and view.touching(i) and not view.touching(i - 1):
        value, taken = plain_digits(view, i + 1)
        return (None if value is None else -value), taken + 1
    if mark in (".", "٫") and view.touching(i) and not view.touching(i - 1):
        digits = view.digits(i + 1)
        return (Decimal(f"0.{digits}") if digits.isdecimal() else None), 2
    return plain_digits(view, i)


def plain_digits(view: View, i: int) -> tuple[Decimal | None, int]:
    digits = view.digits(i)
    if not digits:
        return None, 0
    taken = 1
    while digits.isdecimal() and len(digits) < 16:
        longer = _next_group(view, i + taken, first=taken == 1 and len(digits) <= 3)
        if not longer:
            break
        digits, taken = digits + longer[0], taken + longer[1]
        if longer[2]:
            break
    if taken > 1 and digits[:1] == "0":
        return digits_value(view.digits(i)), 1
    return (Decimal(digits) if taken > 1 else digits_value(digits)), taken


def _next_group(view: View, i: int, *, first: bool) -> tuple[str, int, bool] | None:
    """The next three digits after a blank or an Arabic comma: digits, tokens, whether last."""
    text = view.tokens.text
    if view.raw(i) in ("،", ",") and view.touching(i - 1) and view.touching(i):
        rest, taken = view.digits(i + 1), 2
        mark = "." if view.raw(i) == "," else ""
        if not mark and (len(rest) != 3 or not rest.isdecimal()):
            return None
        return (mark + rest, taken, bool(mark)) if rest.isdecimal() else None
    rest = view.digits(i)
    if (
        len(rest) != 3
        or not rest.isdecimal()
        or not (first or view.whole(i - 1, 0, 999) is not None)
    ):
        return None
    before = text[view.ends[i - 1] : view.starts[i]]
    return (rest, 1, False) if before in (" ", "\u00a0", "\u2009", "\u202f") else None
