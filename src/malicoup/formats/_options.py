"""Checks of the options of exporters: a slip would give another file than the one meant."""

from __future__ import annotations

from malicoup.errors import EncodeError


def one_of(name: str, value: object, *known: str) -> None:
    """Refuse a word that is none of *known*.

    Raises:
        EncodeError: If it is.
    """
    if value not in known:
        raise EncodeError(f"{name} is {' or '.join(known)}, not {value!r}")


def truth(name: str, value: object) -> None:
    """Refuse what is neither True nor False, such as the text ``maybe``.

    Raises:
        EncodeError: If it is.
    """
    if not isinstance(value, bool):
        raise EncodeError(f"{name} is true or false, not {value!r}")


def spaces(name: str, value: object) -> None:
    """Refuse what is no number of spaces: a whole number up to 16, or None.

    Raises:
        EncodeError: If it is.
    """
    is_number = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 16
    if value is not None and not is_number:
        raise EncodeError(f"{name} is a number of spaces, 0 to 16, not {value!r}")


def plain_name(name: str, value: object) -> str:
    """*value* as a name: for a file without a folder, for a data set.

    Raises:
        EncodeError: If it is blank, begins with a point, or holds more than letters, digits,
            ``_``, ``-`` and points.
    """
    text = str(value)
    kept = text.replace("-", "").replace("_", "").replace(".", "")
    if not kept.isalnum() or text.startswith("."):
        raise EncodeError(f"{name} holds letters, digits, '-', '_' and points, not {value!r}")
    return text
