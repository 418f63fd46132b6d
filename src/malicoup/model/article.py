"""The root: one report with everything read from it."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Any, TypeVar

from attrs import Factory, define, field

from malicoup.model import _checks
from malicoup.model.actor import AnyActor, Country, Mention, Organization, Person, Source
from malicoup.model.quantity import Quantity
from malicoup.model.record import AnyEvent, ArmsDeal, Event, Statistic
from malicoup.model.span import Diagnostic, Span
from malicoup.model.statement import Claim, Quote
from malicoup.model.time import DateExpression


def text_sha256(text: str) -> str:
    """SHA-256 of *text* in UTF-8, as 64 hexadecimal digits; lone surrogates pass through."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _fingerprint(text: object) -> str:
    # Defaults are made before validators run: what is no text is refused by that of `text`.
    return text_sha256(text) if isinstance(text, str) else ""


@define(frozen=True, kw_only=True)
class Section:
    """A heading, or None for what stands before the first one, and its paragraphs."""

    heading: Span | None = field(default=None, validator=_checks.optional(_checks.of(Span)))
    paragraphs: tuple[Span, ...] = field(default=(), validator=_checks.each(_checks.of(Span)))


def _day(instance: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, date) or isinstance(value, datetime):
        _checks.fail(instance, attribute, value, "must be a date")


def _digest(instance: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, str) or len(value) != 64 or set(value) - set("0123456789abcdef"):
        _checks.fail(instance, attribute, value, "must be 64 hexadecimal digits")


@define(frozen=True, kw_only=True)
class Article:
    """One report: its text as given and everything read from it.

    Every span in it counts code points of ``text``. References are ids, so an article is a
    tree that any format can carry.

    Attributes:
        text: The report as given, no character changed.
        language: Language code of the text.
        title, lede: Their places.
        sections: Headings and paragraphs in order.
        publisher: Actor id of the outlet.
        published: Publication date.
        url: Where the report was published.
        actors: Everyone and everything that acts, in the order of first mention.
        mentions, quotes, claims, dates, quantities: Findings in text order.
        arms_deals, events, statistics: Records in text order.
        diagnostics: Faults of the text and doubts of the parser.
        text_sha256: Fingerprint of ``text``.
    """

    text: str = field(validator=_checks.of(str))
    language: str = field(default="ar", validator=_checks.filled)
    title: Span | None = field(default=None, validator=_checks.optional(_checks.of(Span)))
    lede: Span | None = field(default=None, validator=_checks.optional(_checks.of(Span)))
    sections: tuple[Section, ...] = field(default=(), validator=_checks.each(_checks.of(Section)))
    publisher: str | None = field(default=None, validator=_checks.optional(_checks.filled))
    published: date | None = field(default=None, validator=_checks.optional(_day))
    url: str | None = field(default=None, validator=_checks.optional(_checks.filled))
    actors: tuple[AnyActor, ...] = field(
        default=(), validator=_checks.each(_checks.of(Person, Organization, Country, Source))
    )
    mentions: tuple[Mention, ...] = field(default=(), validator=_checks.each(_checks.of(Mention)))
    quotes: tuple[Quote, ...] = field(default=(), validator=_checks.each(_checks.of(Quote)))
    claims: tuple[Claim, ...] = field(default=(), validator=_checks.each(_checks.of(Claim)))
    dates: tuple[DateExpression, ...] = field(
        default=(), validator=_checks.each(_checks.of(DateExpression))
    )
    quantities: tuple[Quantity, ...] = field(
        default=(), validator=_checks.each(_checks.of(Quantity))
    )
    arms_deals: tuple[ArmsDeal, ...] = field(
        default=(), validator=_checks.each(_checks.of(ArmsDeal))
    )
    events: tuple[AnyEvent, ...] = field(default=(), validator=_checks.each(_checks.of(Event)))
    statistics: tuple[Statistic, ...] = field(
        default=(), validator=_checks.each(_checks.of(Statistic))
    )
    diagnostics: tuple[Diagnostic, ...] = field(
        default=(), validator=_checks.each(_checks.of(Diagnostic))
    )
    text_sha256: str = field(
        default=Factory(lambda self: _fingerprint(self.text), takes_self=True), validator=_digest
    )

    def slice(self, span: Span) -> str:
        """The words at *span*.

        Raises:
            IndexError: If *span* reaches past the end of the text.
        """
        if span.end > len(self.text):
            raise IndexError(
                f"span {span.start}–{span.end} in a text of {len(self.text)} characters"
            )
        return self.text[span.start : span.end]

    def actor(self, id: str | None) -> AnyActor | None:
        """The actor of that id; None for None.

        Raises:
            KeyError: If no actor has that id.
        """
        return None if id is None else _by_id(self.actors, id, "actor")

    def mention(self, id: str | None) -> Mention | None:
        """The mention of that id; None for None.

        Raises:
            KeyError: If no mention has that id.
        """
        return None if id is None else _by_id(self.mentions, id, "mention")


_T = TypeVar("_T", Mention, Person | Organization | Country | Source)


def _by_id(items: tuple[_T, ...], id: str, what: str) -> _T:
    for item in items:
        if item.id == id:
            return item
    raise KeyError(f"no {what} {id!r}")
