"""Reads SIPRI's register in the three CSV layouts it is published in.

``web``: the register page's file, metadata lines first, flags in columns without a name.
``deals``: the file "DealsAndTIVs", a row per deal and delivery year, ``… is estimate``
columns, in older files with semicolons. ``api``: 22 short codes, flags ``X``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping

from attrs import define

from malicoup.errors import DecodeError

_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
#: Metadata lines looked through for the header.
_MOST_LINES = 40


@define(frozen=True, kw_only=True)
class Transfer:
    """A row of the register; empty cells are None, flagged values say so.

    Attributes:
        recipient, supplier: Names as written, without the ``**`` of those who are no states.
        order_year: Year of the order, and whether it is an estimate.
        ordered, delivered: Numbers, and whether they are estimates.
        designation, description: The weapon.
        delivery_years: Years in which something was delivered.
        status: New, second hand, second hand but modernized.
        comments: As written.
        tiv_unit, tiv_order, tiv_delivered: SIPRI's trend-indicator values.
    """

    recipient: str
    supplier: str
    order_year: int | None = None
    order_year_estimate: bool = False
    ordered: float | None = None
    ordered_estimate: bool = False
    designation: str | None = None
    description: str | None = None
    delivered: float | None = None
    delivered_estimate: bool = False
    delivery_years: tuple[int, ...] = ()
    status: str | None = None
    comments: str | None = None
    tiv_unit: float | None = None
    tiv_order: float | None = None
    tiv_delivered: float | None = None


#: Field -> names of its column, lower case, of all layouts.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "recipient": ("recipient", "buyer", "buyercod"),
    "supplier": ("supplier", "seller", "sellercod"),
    "order_year": ("year of order", "order date", "odat"),
    "order_year_estimate": ("order date is estimate", "odatflag", "odat_est"),
    "ordered": ("number ordered", "numbers ordered", "nrord"),
    "ordered_estimate": ("number ordered is estimate", "numbers ordered is estimate", "nrordflag"),
    "designation": ("weapon designation", "designation", "desg"),
    "description": ("weapon description", "description", "desc"),
    "delivered": (
        *("number delivered", "numbers delivered", "deliveries in the year range", "nrdel"),
    ),
    "delivered_estimate": (
        *("number delivered is estimate", "numbers delivered is estimate", "nrdelflag"),
    ),
    "delivery_years": ("year(s) of delivery", "delivery year", "delyears", "ldat"),
    "status": ("status", "stat"),
    "comments": ("comments", "coment", "comment"),
    "tiv_unit": ("sipri tiv per unit", "tiv deal unit", "tivunit"),
    "tiv_order": ("sipri tiv for total order", "tivorder"),
    "tiv_delivered": ("sipri tiv of delivered weapons", "tiv delivery values", "tivdel"),
}
#: Fields whose flag stands in the next column where that has no name.
_FLAGGED = ("order_year", "ordered", "delivered")
_NEEDED = ("recipient", "supplier")


def read(data: bytes | str) -> tuple[Transfer, ...]:
    """Read a register file.

    Args:
        data: Text, or bytes in UTF-8 or (older files) Latin-1.

    Raises:
        DecodeError: If no line names the columns recipient and supplier, or a row is longer
            than they are.
    """
    text = data if isinstance(data, str) else _decoded(data)
    for delimiter in (",", ";"):
        rows = _cells(text, delimiter)
        for place, row in enumerate(rows[:_MOST_LINES]):
            columns = _columns(row)
            if all(name in columns for name in _NEEDED):
                return _transfers(rows[place + 1 :], columns, len(row), place + 2)
    raise DecodeError(["no line names the columns recipient and supplier @ $"])


def _cells(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise DecodeError([f"no CSV: {error} @ $"]) from None


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _columns(header: list[str]) -> dict[str, int]:
    """Index of the column of each field."""
    names = [name.strip().lower() for name in header]
    found = {
        field: names.index(name)
        for field, known in _NAMES.items()
        for name in known[::-1]
        if name in names
    }
    for field in _FLAGGED:
        flag = found.get(field, len(names)) + 1
        if flag < len(names) and not names[flag]:
            found.setdefault(f"{field}_estimate", flag)
    return found


def _transfers(
    rows: list[list[str]], columns: dict[str, int], width: int, line: int
) -> tuple[Transfer, ...]:
    transfers, faults = [], []
    for number, row in enumerate(rows, start=line):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > width or len(row) <= max(columns[name] for name in _NEEDED):
            faults.append(f"{len(row)} cells, not {width} @ row {number}")
            continue
        cells = {name: row[i].strip() for name, i in columns.items() if i < len(row)}
        transfers.append(_transfer(cells))
    if faults:
        raise DecodeError(faults)
    return tuple(transfers)


def _transfer(cells: Mapping[str, str]) -> Transfer:
    values = {name: _READERS[name](cell) for name, cell in cells.items()}
    return Transfer(**values)  # type: ignore[arg-type]


def _text(cell: str) -> str | None:
    return cell or None


def _party(cell: str) -> str:
    return cell.rstrip("*")


def _number(cell: str) -> float | None:
    """A number; printed registers put estimates into brackets, and dots for the unknown."""
    match = _NUMBER.search(cell.replace(" ", ""))
    return None if match is None else float(match[0])


def _year(cell: str) -> int | None:
    match = _YEAR.search(cell)
    return None if match is None else int(match[0])


def _years(cell: str) -> tuple[int, ...]:
    return tuple(int(year) for year in _YEAR.findall(cell))


def _flag(cell: str) -> bool:
    return cell.strip().lower() in ("?", "x", "yes", "true", "1")


_READERS: Mapping[str, Callable[[str], object]] = {
    **dict.fromkeys(("recipient", "supplier"), _party),
    **dict.fromkeys(("designation", "description", "status", "comments"), _text),
    **dict.fromkeys(("ordered", "delivered", "tiv_unit", "tiv_order", "tiv_delivered"), _number),
    **dict.fromkeys((f"{name}_estimate" for name in _FLAGGED), _flag),
    "order_year": _year,
    "delivery_years": _years,
}
