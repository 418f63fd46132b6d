"""The text, its language and address, its parts, and every place in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from malicoup.model import Severity, Span, text_sha256
from malicoup.validate._context import Context, Path, overlaps
from malicoup.validate._registry import Finding, rule

#: Shape of a language tag after RFC 5646: language, script, region, variants, extensions.
_LANGUAGE = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)
_URL = re.compile(r"[a-z][a-z0-9+.-]*://[^\s/?#][^\s]*", re.IGNORECASE | re.ASCII)


@rule(Severity.ERROR)
def text_hash_wrong(context: Context) -> Iterator[Finding]:
    """``text_sha256`` is the fingerprint of ``text``.

    Every place is an offset into exactly this text; another text makes all of them lie.
    """
    right = text_sha256(context.text)
    if context.article.text_sha256 != right:
        yield Finding(("text_sha256",), f"the text has {right}")


@rule(Severity.INFO)
def text_blank(context: Context) -> Iterator[Finding]:
    """The text holds more than white space.

    A blank text usually means that a page was saved without its article.
    """
    if not context.text.strip():
        yield Finding(("text",), "holds nothing but white space")


@rule(Severity.WARNING)
def text_lone_surrogate(context: Context) -> Iterator[Finding]:
    """The text holds no half of a surrogate pair.

    Such a character stands for nothing and cannot be written as UTF-8; it shows that the text
    was cut or decoded wrongly.
    """
    match = re.search("[\ud800-\udfff]", context.text)
    if match is not None:
        place = Span(start=match.start(), end=match.end())
        yield Finding(("text",), f"holds U+{ord(match[0]):04X}", place)


@rule(Severity.ERROR)
def language_malformed(context: Context) -> Iterator[Finding]:
    """``language`` has the shape of a language tag (BCP 47), such as ``ar`` or ``ar-EG``.

    Programs choose direction, fonts and tokenizers by it.
    """
    if not _LANGUAGE.fullmatch(context.article.language):
        yield Finding(("language",), f"is no language tag: {context.article.language!r}")


@rule(Severity.WARNING)
def url_not_absolute(context: Context) -> Iterator[Finding]:
    """``url`` begins with a scheme and a host and holds no white space.

    A relative address leads nowhere once the article has left its site.
    """
    url = context.article.url
    if url is not None and not _URL.fullmatch(url):
        yield Finding(("url",), f"is no absolute address: {url!r}")


@rule(Severity.WARNING)
def url_with_fragment(context: Context) -> Iterator[Finding]:
    """``url`` has no ``#`` part.

    Exporters name things in the article by the address, ``#`` and an id.
    """
    if "#" in (context.article.url or ""):
        yield Finding(("url",), f"has a fragment: {context.article.url!r}")


@rule(Severity.ERROR)
def span_past_end(context: Context) -> Iterator[Finding]:
    """Every span, wherever it stands, ends within the text.

    Words that do not exist cannot have been read.
    """
    length = len(context.text)
    for path, span in context.spans:
        if span.end > length:
            yield Finding(path, f"ends at {span.end} in a text of {length} characters", span)


@rule(Severity.WARNING)
def span_empty(context: Context) -> Iterator[Finding]:
    """Every span holds a character, save dropped mentions and diagnostics.

    A finding without words cannot be shown to anybody.
    """
    for path, span in context.spans:
        if len(span) == 0 and path[0] not in ("mentions", "diagnostics"):
            yield Finding(path, "holds no character", span)


@rule(Severity.INFO)
def span_with_outer_space(context: Context) -> Iterator[Finding]:
    """No span begins or ends with white space.

    The words are the finding; blanks around them make equal findings look different.
    """
    for path, span in _solid(context):
        if context.text[span.start].isspace() or context.text[span.end - 1].isspace():
            yield Finding(path, "begins or ends with white space", span)


@rule(Severity.INFO)
def span_splits_letter(context: Context) -> Iterator[Finding]:
    """No span cuts a letter from the diacritics that belong to it.

    The mark would be shown on the wrong letter, or on none.
    """
    for path, span in _solid(context):
        if any(
            unicodedata.combining(context.text[i : i + 1] or " ") for i in (span.start, span.end)
        ):
            yield Finding(path, "begins or ends before a combining mark", span)


def _solid(context: Context) -> Iterator[tuple[Path, Span]]:
    """Spans with words in the text; a diagnostic may point at a blank or a mark."""
    for path, span in context.spans:
        if span.start < span.end <= len(context.text) and path[0] != "diagnostics":
            yield path, span


@rule(Severity.ERROR)
def parts_out_of_order(context: Context) -> Iterator[Finding]:
    """Title, lede, headings and paragraphs stand in the order of the text.

    Readers walk through the parts as they are listed.
    """
    for before, part in pairwise(context.parts):
        if part.span.start < before.span.start:
            yield Finding(part.path, "begins before the part listed before it", part.span)


@rule(Severity.ERROR)
def parts_overlap(context: Context) -> Iterator[Finding]:
    """Title, lede, headings and paragraphs share no character.

    Words in two parts would be counted twice.
    """
    for path, span, other in overlaps((part.path, part.span) for part in context.parts):
        yield Finding(path, f"overlaps the part at {other.start}–{other.end}", span)


@rule(Severity.WARNING)
def section_without_heading(context: Context) -> Iterator[Finding]:
    """Only the first section may lack a heading.

    A section is what stands under a heading; without one it belongs to the section before.
    """
    for i, section in enumerate(context.article.sections):
        if i > 0 and section.heading is None:
            yield Finding(("sections", i), "has no heading but is not the first section")


@rule(Severity.INFO)
def section_without_paragraphs(context: Context) -> Iterator[Finding]:
    """Every section holds a paragraph.

    A heading over nothing is often a caption or an advertisement.
    """
    for i, section in enumerate(context.article.sections):
        if not section.paragraphs:
            yield Finding(("sections", i), "holds no paragraph", section.heading)


@rule(Severity.ERROR)
def findings_out_of_order(context: Context) -> Iterator[Finding]:
    """Mentions, quotes, claims, dates and quantities are listed in text order.

    Whoever reads on from one finding to the next relies on it.
    """
    for name in ("mentions", "quotes", "claims", "dates", "quantities"):
        for i, (before, item) in enumerate(pairwise(getattr(context.article, name)), start=1):
            if item.span.start < before.span.start:
                yield Finding((name, i), "begins before the one listed before it", item.span)
