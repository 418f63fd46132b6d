"""Quantities as short English words, and EDTF as the plain dates that most formats know."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import define

from malicoup.model import ArmsDeal, Quantity, Record, RecordCertainty

__all__ = ["PlainDate", "deal_title", "json_number", "number", "plain_date", "say", "standing"]

#: Greatest integer that JavaScript tells from its neighbours.
_SAFE_INTEGER = 2**53 - 1
_PLAIN = re.compile(r"(\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?)([?~%]?)", re.ASCII)


def number(value: Decimal) -> str:
    """*value* without exponent and without zeros that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def say(quantity: Quantity) -> str:
    """*quantity* in words: ``8``, ``about 20``, ``2 or more``, ``10 to 12 percent``."""
    least, most = quantity.minimum, quantity.maximum
    if least is not None and least == most:
        words = number(least)
    elif least is not None and most is not None:
        words = f"{number(least)} to {number(most)}"
    elif least is not None:
        words = f"{number(least)} or more"
    else:
        words = "unknown number" if most is None else f"{number(most)} or fewer"
    about = "about " if quantity.approximate else ""
    return f"{about}{words}{f' {quantity.unit}' if quantity.unit else ''}"


def standing(record: Record, *more: str | None) -> str:
    """How a record stands, in brackets behind its name: `` (alleged, foiled)``.

    A record that is told as fact, with nothing to add, needs no brackets.
    """
    asserted = record.certainty is RecordCertainty.ASSERTED
    words = [*([] if asserted else [str(record.certainty)]), *filter(None, more)]
    return f" ({', '.join(words)})" if words else ""


def deal_title(deal: ArmsDeal) -> str:
    """A title for an arms deal: what is transferred, and how the deal stands."""
    weapon = " ".join(filter(None, [deal.weapon.designation, deal.weapon.description]))
    return f"{weapon or 'arms deal'}{standing(deal, deal.status)}"


@define(frozen=True)
class PlainDate:
    """The dates of an EDTF text without its refinements.

    Attributes:
        start, end: ISO 8601, as precise as told; None where an end is open. Equal for a
            date that is no interval.
        exact: Whether nothing was left out.
        interval: Whether it was an interval.
    """

    start: str | None
    end: str | None
    exact: bool
    interval: bool


def plain_date(edtf: str) -> PlainDate | None:
    """What *edtf* says in plain dates; None for sets, seasons, unspecified digits."""
    ends = edtf.split("/")
    read = [_end(end) for end in ends]
    if any(end is None for end in read):
        return None
    (first, first_exact), (last, last_exact) = read[0] or ("", True), read[-1] or ("", True)
    return PlainDate(first or None, last or None, first_exact and last_exact, len(ends) == 2)


def _end(text: str) -> tuple[str, bool] | None:
    """A plain date, or no text for an open end, and whether that is all it said."""
    if text in ("", ".."):
        return "", text == ".."
    match = _PLAIN.fullmatch(text)
    return None if match is None else (match[1], not match[2])


def json_number(value: Decimal) -> int | float | None:
    """*value* as a number that every JSON reader keeps exactly, or None where there is none."""
    if abs(value) > _SAFE_INTEGER:
        return None
    if value == value.to_integral_value():
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else None
