"""Addresses of the objects of an article."""

from __future__ import annotations

import re
from urllib.parse import quote as percent

from attrs import define

from malicoup.errors import EncodeError, NoAddressError
from malicoup.model import Article


@define(frozen=True)
class IRIs:
    """Makes an address for each object of an article: the article's own, ``#``, its id."""

    base: str

    def of(self, id: str) -> str:
        """Address of the object of that id."""
        return f"{self.base}#{percent(id, safe='')}"


def iris(article: Article, base: str | None = None) -> IRIs:
    """Addresses for the objects of *article*.

    Args:
        article: Its ``url`` is used where *base* is not given.
        base: Address to build on instead.

    Raises:
        NoAddressError: If there is neither.
        EncodeError: If it is no absolute address without a ``#``.
    """
    address = article.url if base is None else base
    if address is None:
        raise NoAddressError("the article has no url: give a base for the addresses @ $.url")
    if not is_absolute(address) or "#" in address:
        raise EncodeError(f"no absolute address without '#': {address!r} @ $.url")
    return IRIs(address)


def is_absolute(address: object) -> bool:
    """Whether *address* has a scheme and no character that an IRI may not hold."""
    return isinstance(address, str) and bool(
        re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20\x7f-\xa0]+", address)
    )
