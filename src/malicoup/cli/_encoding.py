"""Says what is wrong with bytes that are no UTF-8, and guesses what they may be."""

from __future__ import annotations

import codecs

import click

#: The commonest letters of Arabic text, with the space: some 80 of 100 characters.
_COMMON = frozenset(" اليمونرتبعدسهفكقةأ")
_LOOKED_AT = 64 * 1024
_ENOUGH = 0.5
_CANDIDATES = ("cp1256", "iso-8859-6", "utf-16-le", "utf-16-be", "utf-8")


def guess_encoding(data: bytes) -> str | None:
    """The encoding in which *data* looks most like Arabic; None where it does in none.

    Example:
        >>> guess_encoding("قال الوزير إن المحادثات انتهت".encode("cp1256"))
        'cp1256'
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    shares = {name: _likeness(data[:_LOOKED_AT], name) for name in _CANDIDATES}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _ENOUGH else None


def _likeness(data: bytes, encoding: str) -> float:
    """Share of common Arabic letters in *data* read as *encoding*, markup and Latin left out."""
    text = data.decode(encoding, "replace")
    judged = [c for c in text if c == " " or ord(c) > 0x7F or not c.isprintable()]
    return sum(c in _COMMON for c in judged) / len(judged) if len(judged) > text.count(" ") else 0.0


def encoding_fault(data: bytes, wanted: str, place: int, *, found: str | None = None) -> str:
    """A message about the byte at *place*, which *wanted* does not know, with a way out."""
    byte = found or f"byte 0x{data[place]:02X}" if place < len(data) else "the end"
    what = f"is no text in {wanted}: {byte} at position {place:,}"
    guess = guess_encoding(data)
    if guess is None or codecs.lookup(guess).name == codecs.lookup(wanted).name:
        return f"{what}; if it is text, name its encoding with --encoding"
    return f"{what}; it looks like {guess}: try  --encoding {guess}"


class Encoding(click.ParamType[str]):
    """An encoding that Python can turn into text."""

    name = "encoding"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse what is no encoding of text."""
        try:
            b"a".decode(value)
        except UnicodeDecodeError:
            pass  # one byte is no character of it
        except (LookupError, UnicodeError, ValueError):
            self.fail(f"{value!r} is no encoding that Python knows", param, ctx)
        return value
