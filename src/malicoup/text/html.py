"""Takes the report out of a saved web page, with the standard library alone.

One block (heading, paragraph, list item, cell) becomes one line, as the rest of the package
expects. This is no general extractor of articles: it trusts the page's own elements. Where a page
says ``<article>`` or ``<main>``, only the one with most text is taken; menus, asides, forms,
footers, captions and scripts are left out everywhere.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser

from attrs import define

__all__ = ["PlainPage", "declared_encoding", "is_html", "page_text"]

_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figure", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre",
        "section", "table", "tbody", "td", "th", "thead", "title", "tr", "ul",
    }
)  # fmt: skip
_DROPPED = frozenset(
    {
        "aside", "audio", "button", "canvas", "dialog", "figcaption", "footer", "form", "iframe",
        "map", "menu", "nav", "noscript", "object", "script", "select", "style", "svg",
        "template", "textarea", "video",
    }
)  # fmt: skip
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    }
)  # fmt: skip
_ROOTS = frozenset({"article", "main"})
_HEAD = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_LOOKED_AT = 4096
#: Where the head of a page tells the day of publication: Open Graph, schema.org, Dublin Core,
#: and what publishing systems write. The first that holds a day counts.
_DAY_KEYS = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate",
    "publish-date", "publishdate", "publication_date", "date",
)  # fmt: skip
_LINKED_DATA = "application/ld+json"
_PUBLISHED = "datePublished"
_DAY_LENGTH = len("2031-05-02")


@define(frozen=True, kw_only=True)
class PlainPage:
    """The text of a page, and what the page says of itself.

    Attributes:
        text: Title and blocks, one a line.
        published: Day of publication in the head of the page, as it stands there, in its own
            zone: ``article:published_time``, ``datePublished`` (schema.org, as an attribute or
            as JSON-LD), ``DC.date.issued`` and their like.
        publisher: ``og:site_name``.
        url: Canonical address, else ``og:url``.
    """

    text: str
    published: date | None = None
    publisher: str | None = None
    url: str | None = None


def page_text(html: str) -> PlainPage:
    r"""Take the report out of *html*. Total over ``str``.

    Example:
        >>> page_text("<html><h1>عنوان</h1><nav>قائمة</nav><p>فقرة <b>أولى</b></p>").text
        'عنوان\nفقرة أولى'
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    meta = reader.meta
    return PlainPage(
        text="\n".join(_lines(reader)),
        published=next(filter(None, map(_day, reader.days())), None),
        publisher=meta.get("og:site_name"),
        url=meta.get("canonical") or meta.get("og:url"),
    )


def is_html(text: str) -> bool:
    """Whether *text* begins as a web page does."""
    return _HEAD.match(text[:_LOOKED_AT]) is not None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names at its beginning, if Python knows it."""
    match = _CHARSET.search(data[:_LOOKED_AT])
    try:
        return codecs.lookup(match[1].decode("ascii")).name if match else None
    except (LookupError, UnicodeDecodeError):
        return None


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "").strip()[:_DAY_LENGTH])
    except ValueError:
        return None


def _linked_days(text: str) -> list[str]:
    try:
        return list(_published_in(json.loads(text)))
    except (ValueError, RecursionError):  # a page's own fault; nothing can be told
        return []


def _published_in(data: object) -> Iterator[str]:
    """Each ``datePublished`` in a document of JSON-LD, the outermost first."""
    level = [data]
    while level:
        items = [item for item in level if isinstance(item, dict)]
        yield from (str(item[_PUBLISHED]) for item in items if _PUBLISHED in item)
        inner = [part for item in items for part in item.values()]
        inner += [part for item in level if isinstance(item, list) for part in item]
        level = [part for part in inner if isinstance(part, (dict, list))]


class _Block:
    """A line in the making: its words, the element it is of, the root it stands in."""

    def __init__(self, tag: str, root: int) -> None:
        self.tag = tag
        self.root = root
        self.parts: list[str] = []

    @property
    def words(self) -> str:
        return " ".join("".join(self.parts).split())


class _Reader(HTMLParser):
    """Collects blocks and what the head says; never raises."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.blocks: list[_Block] = []
        self.title = ""
        self._open: list[str] = []
        self._roots: list[int] = []
        self._root_count = 0
        self._block = _Block("", 0)
        self._title_parts: list[str] | None = None
        self._linked: list[str] = []
        self._reads_linked = False

    def days(self) -> Iterator[str]:
        """What may be the day of publication, the surest first."""
        yield from (self.meta[key] for key in _DAY_KEYS if key in self.meta)
        linked = {day[:_DAY_LENGTH] for text in self._linked for day in _linked_days(text)}
        if len(linked) == 1:  # a page that lists other stories too tells no day of its own
            yield from linked

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag in ("meta", "link", "time"):
            self._note(tag, values)
        if tag == "script":
            self._reads_linked = values.get("type", "").strip().lower() == _LINKED_DATA
        if tag == "title" and not self.title and "svg" not in self._open:
            self._title_parts = []
        if tag in _BLOCKS:
            self.end_block(tag)
        if tag in _VOID:
            return
        self._open.append(tag)
        if tag in _ROOTS and not self._roots:
            self._root_count += 1
            self._roots.append(self._root_count)
            self._block.root = self._root_count

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title" and self._title_parts is not None:
            self.title, self._title_parts = " ".join("".join(self._title_parts).split()), None
        if tag not in self._open:
            return
        while self._open.pop() != tag:  # elements that nobody closed
            pass
        if tag in _BLOCKS:
            self.end_block()
        if self._roots and not _ROOTS & set(self._open):
            self.end_block()
            self._roots.clear()
            self._block.root = 0

    def handle_data(self, data: str) -> None:
        if self._title_parts is not None:
            self._title_parts.append(data)
        elif self._open[-1:] == ["script"]:
            self._linked += [data] if self._reads_linked else []
        elif not _DROPPED & set(self._open):
            self._block.parts.append(data)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Read ``<![…`` as a comment; the standard library raises on unknown ones."""
        return self.parse_bogus_comment(i, bool(report))

    def end_block(self, tag: str = "") -> None:
        """Begin a new line."""
        if self._block.words:
            self.blocks.append(self._block)
        self._block = _Block(tag, self._roots[-1] if self._roots else 0)

    def _note(self, tag: str, values: dict[str, str]) -> None:
        if tag == "meta":
            key = values.get("property") or values.get("name") or values.get("itemprop") or ""
            value = values.get("content", "")
        elif tag == "time":
            key = values.get("itemprop") or ("pubdate" if "pubdate" in values else "")
            value = values.get("datetime", "")
        else:
            key = values.get("rel", "")
            value = values.get("href", "")
        if value.strip():
            self.meta.setdefault(key.strip().lower(), value.strip())


def _lines(reader: _Reader) -> list[str]:
    """The title first, then the blocks of the root with most text."""
    sizes: dict[int, int] = {}
    for block in reader.blocks:
        sizes[block.root] = sizes.get(block.root, 0) + len(block.words)
    root = max((r for r in sizes if r), key=lambda r: sizes[r], default=0)
    chosen = [block for block in reader.blocks if not root or block.root == root]
    lines = [block.words for block in chosen]
    headings = [block.words for block in reader.blocks if block.tag == "h1"]
    title = (headings or [reader.meta.get("og:title", "") or reader.title])[0]
    title = " ".join(title.split())
    if title in lines:
        lines.remove(title)
    return [title, *lines] if title else lines
