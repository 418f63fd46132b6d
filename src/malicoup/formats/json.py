"""The native format: an article as JSON, lossless and canonical.

On the wire: ``{"malicoup": "1.0", "article": {…}}``. Keys stand in the order of the fields; a
field that equals its default is left out, ``text_sha256`` and ``kind`` never; ``kind`` comes
first and tells actors and events apart. A ``Decimal`` is text and keeps its spelling (``3.50``
is not rewritten as ``3.5``), dates are ISO 8601 text, tuples are lists, text is UTF-8 as it is.
Equal articles whose Decimals are spelt alike give equal bytes.
"""

from __future__ import annotations

import functools
import json
from typing import Any

from cattrs import Converter

from malicoup.errors import EncodeError
from malicoup.formats._envelope import unwrap, wrap
from malicoup.formats._faults import Path, show
from malicoup.formats._hooks import configure_converter
from malicoup.formats._strict import MAX_BYTES, read_json
from malicoup.model import Article

__all__ = ["MAX_BYTES", "configure_converter", "dumps", "loads", "make_converter"]


def make_converter() -> Converter:
    """A new cattrs converter that knows malicoup's classes, for programs that add to it."""
    converter = Converter()
    configure_converter(converter)
    return converter


@functools.lru_cache(maxsize=1)
def _converter() -> Converter:
    return make_converter()


def dumps(article: Article, *, indent: int | None = None) -> str:
    """Write *article* as JSON text.

    Args:
        article: What to write.
        indent: Spaces per level, for human readers; everything on one line when omitted.

    Raises:
        EncodeError: If a text in the article holds a lone surrogate, which no UTF-8 file can
            hold, or an event is of a class that the format does not know.

    Example:
        >>> from malicoup.model import Article
        >>> dumps(Article(text="خبر"))[:50]
        '{"malicoup":"1.0","article":{"text":"خبر","text_sh'
    """
    document = wrap(article, _converter())
    separators = (",", ":") if indent is None else (",", ": ")
    try:
        text = json.dumps(document, ensure_ascii=False, indent=indent, separators=separators)
    except ValueError as error:  # Python writes no number of more than 4300 digits
        raise EncodeError(str(error)) from None
    try:
        text.encode()
    except UnicodeEncodeError:
        raise EncodeError("\n".join(_surrogates(document, ()))) from None
    return text


def loads(data: str | bytes, *, max_bytes: int = MAX_BYTES) -> Article:
    """Read an article written by ``dumps``.

    Nothing is coerced, nothing unknown is skipped, and the text must have the fingerprint
    that the document gives. Whether the findings make sense is the business of ``validate``.

    Args:
        data: JSON text, or its bytes in UTF-8 without a byte order mark.
        max_bytes: Refuse anything longer, in bytes of UTF-8.

    Raises:
        DecodeError: If *data* is no article; ``faults`` lists all faults, each with its path.

    Example:
        >>> from malicoup.model import Article
        >>> article = Article(text="خبر")
        >>> loads(dumps(article)) == article
        True
    """
    return unwrap(read_json(data, max_bytes=max_bytes), _converter())


def _surrogates(node: Any, path: Path) -> list[str]:
    """One line per text in *node* that cannot be written as UTF-8."""
    if isinstance(node, dict):
        return [line for key in node for line in _surrogates(node[key], (*path, key))]
    if isinstance(node, list):
        return [line for i, item in enumerate(node) for line in _surrogates(item, (*path, i))]
    try:
        if isinstance(node, str):
            node.encode()
    except UnicodeEncodeError as error:
        code = f"U+{ord(node[error.start]):04X}"
        return [f"holds a lone surrogate, {code}, at character {error.start} @ {show(path)}"]
    return []
