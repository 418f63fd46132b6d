"""The readable account of one report for a terminal: who said what, how surely, what happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from malicoup.model import (
    AnyActor,
    Article,
    Certainty,
    Claim,
    Confidence,
    Coup,
    DateExpression,
    Diagnostic,
    Event,
    Measure,
    MilitaryTraining,
    Person,
    Polarity,
    Quantity,
    Quote,
    Realis,
    Record,
)
from malicoup.view._guide import Guide, figure
from malicoup.view._records import deal_lines, event_lines, standing_lines, statistic_lines
from malicoup.view._terminal import Paint, clean, fold, fold_plain, isolate

_NARROWEST = 40
_INDENT, _DEEPER = "    ", "      "

Lines = Iterator[str]
_T = TypeVar("_T")
_R = TypeVar("_R", bound=Record)


def account(
    article: Article, *, explain: bool = False, color: bool = False, width: int = 100
) -> str:
    """Write what was read from *article* for a person at a terminal.

    Arabic stands between right-to-left isolates, so that terminals which know the bidirectional
    algorithm keep it apart from the English around it. Control characters of the report are
    not passed on. Never raises on an article, however broken its references are.

    Args:
        article: What was read.
        explain: Add the rule behind each finding and how sure the parser is.
        color: Use the terminal's colours.
        width: Columns of the terminal; at least 40 are used.

    Example:
        >>> import malicoup
        >>> article = malicoup.parse("قال الوزير سامي العلي إن المحادثات انتهت.")
        >>> print(account(article).splitlines()[3].replace("\u2067", "").replace("\u2069", ""))
        WHO SAID WHAT (1)
    """
    return _Account(article, explain, Paint(color), max(width, _NARROWEST)).text()


class _Account:
    """One account in the making."""

    def __init__(self, article: Article, explain: bool, paint: Paint, width: int) -> None:
        self._article = article
        self._guide = Guide(article)
        self._explain = explain
        self._paint = paint
        self._width = width
        self._introduced: set[str | None] = set()

    def text(self) -> str:
        """All sections; those without entries are left out."""
        article, guide = self._article, self._guide
        events = article.events
        own = [claim for claim in article.claims if claim.quote is None]
        trainings = [event for event in events if isinstance(event, MilitaryTraining)]
        coups = [event for event in events if isinstance(event, Coup)]
        measures = [event for event in events if isinstance(event, Measure)]
        others = [e for e in events if not isinstance(e, MilitaryTraining | Coup | Measure)]
        lines = [
            *self._head(),
            *self._section("Who said what", article.quotes, self._quote),
            *self._section("Told by the report itself", own, self._own_claim),
            *self._records("Arms deals", article.arms_deals, lambda deal: deal_lines(deal, guide)),
            *self._events("Military training", trainings),
            *self._events("Coups", coups),
            *self._events("Sanctions and other measures", measures),
            *self._events("Other events", others),
            *self._records(
                "Statistics", article.statistics, lambda item: statistic_lines(item, guide)
            ),
            *self._section("People and bodies", article.actors, self._actor, numbered=False),
            *self._section("Dates", article.dates, self._date, numbered=False),
            *self._section("Figures", article.quantities, self._quantity, numbered=False),
            *self._section("Doubts", article.diagnostics, self._diagnostic, numbered=False),
        ]
        return "\n".join(lines) + "\n"

    # --- Sections ------------------------------

    def _head(self) -> Lines:
        article = self._article
        title = "(no title)" if article.title is None else self._guide.words(article.title)
        for line in fold(title, self._width):
            yield self._paint.bold(line)
        published = "date not known" if article.published is None else str(article.published)
        outlet = "outlet not known"
        if article.publisher is not None:
            outlet = self._guide.name(article.publisher)
        address = [] if article.url is None else [clean(article.url)]
        yield self._paint.dim(" · ".join([outlet, published, *address]))

    def _section(
        self,
        title: str,
        items: Iterable[_T],
        show: Callable[[_T], Lines],
        *,
        numbered: bool = True,
    ) -> Lines:
        entries = list(items)
        if not entries:
            return
        yield ""
        yield self._paint.bold(f"{title.upper()} ({len(entries)})")
        for number, item in enumerate(entries, start=1):
            mark = f"{number:2}. " if numbered else "  - "
            for i, line in enumerate(self._cut(show(item))):
                yield mark + line if i == 0 else line

    def _cut(self, lines: Lines) -> Lines:
        """Lines of one entry; those that begin with a space are laid out already."""
        for i, line in enumerate(lines):
            if line.startswith((" ", "\x1b")):
                yield line
                continue
            first, *rest = fold_plain(line, self._width, indent=_INDENT)
            yield first.removeprefix(_INDENT) if i == 0 else first
            yield from rest

    def _events(self, title: str, events: Iterable[Event]) -> Lines:
        return self._records(title, events, lambda event: event_lines(event, self._guide))

    def _records(self, title: str, records: Iterable[_R], show: Callable[[_R], Lines]) -> Lines:
        def lines(record: _R) -> Lines:
            yield from show(record)
            yield from standing_lines(record, self._guide)
            yield from self._why(record.rule)

        return self._section(title, records, lines)

    # --- Entries ------------------------------

    def _quote(self, quote: Quote) -> Lines:
        guide = self._guide
        known = quote.speaker in self._introduced
        self._introduced.add(quote.speaker)
        speaker = guide.name(quote.speaker) if known else guide.titled(quote.speaker)
        to = "" if quote.addressee is None else f" to {guide.name(quote.addressee)}"
        yield f"{speaker}{to}"
        yield " · ".join([*self._cue(quote), str(quote.style), guide.place(quote.span)])
        for line in fold(guide.words(quote.span), self._width - len(_DEEPER)):
            yield _DEEPER + line
        for claim in guide.claims_of(quote.id):
            yield from self._painted(claim)
            yield from self._why(claim.rule)
        who = []
        if quote.speaker_rule is not None:
            sure = f" ({quote.speaker_confidence})" if quote.speaker_confidence else ""
            who = [f"speaker by {quote.speaker_rule}{sure}"]
        yield from self._why(f"{quote.rule} ({quote.confidence})", *who)

    def _cue(self, quote: Quote) -> Lines:
        if quote.cue is not None:
            stance = "" if quote.cue.stance == "neutral" else f" ({quote.cue.stance})"
            yield f"{self._guide.shown(quote.cue.span)}{stance}"
        if quote.speaker is not None and self._guide.is_dropped(quote.mention):
            yield "subject left out"
        if quote.speaker is not None and quote.speaker_confidence is Confidence.GUESS:
            yield "speaker is a guess"

    def _own_claim(self, claim: Claim) -> Lines:
        yield f"{self._standing(claim)} · {self._guide.place(claim.span)}"
        for line in fold(self._guide.words(claim.span), self._width - len(_DEEPER)):
            yield _DEEPER + line
        yield from self._why(claim.rule)

    def _standing(self, claim: Claim) -> str:
        """How surely, by whom, with which hedges."""
        parts = [_sure(claim)]
        if claim.hedges:
            words = ", ".join(self._guide.shown(span) for span in claim.hedges)
            parts.append(f"hedged by {words}")
        if claim.holders:
            parts.append(f"held by {self._guide.names(claim.holders, ' → ')}")
        return " · ".join(parts)

    def _actor(self, actor: AnyActor) -> Lines:
        about = list(self._guide.about(actor))
        if isinstance(actor, Person):
            about.insert(0, "person")
        yield f"{isolate(actor.name)}: {', '.join(about)}"
        if actor.aliases:
            yield "also " + ", ".join(isolate(alias) for alias in actor.aliases)

    def _date(self, date: DateExpression) -> Lines:
        meaning = date.edtf
        if meaning is None:
            known = "" if date.partial is None else f", so far {date.partial}"
            meaning = f"open: needs the publication date{known}"
        time = "" if date.time is None else f" {date.time}"
        yield f"{self._guide.shown(date.span)} = {meaning}{time} · {self._guide.place(date.span)}"
        yield from self._why(date.rule)

    def _quantity(self, quantity: Quantity) -> Lines:
        place = self._guide.place(quantity.span)
        yield f"{self._guide.shown(quantity.span)} = {figure(quantity)} · {place}"
        yield from self._why(quantity.rule)

    def _diagnostic(self, diagnostic: Diagnostic) -> Lines:
        span = diagnostic.span
        where = ""
        if span is not None:
            words = clean(self._guide.words(span))
            short = words if len(words) <= _NARROWEST else f"{words[: _NARROWEST - 1]}…"
            where = f" · {isolate(short)} · {self._guide.place(span)}"
        yield f"{diagnostic.severity} {diagnostic.code}: {isolate(diagnostic.message)}{where}"

    def _why(self, rule: str, *more: str) -> Lines:
        if self._explain:
            yield _DEEPER + self._paint.dim(" · ".join([f"why: {rule}", *more]))

    def _painted(self, claim: Claim) -> Lines:
        """How a claim stands; in colour where that is weaker than a plain assertion."""
        weak = claim.hedges or claim.certainty is not Certainty.CERTAIN
        for line in fold_plain(self._standing(claim), self._width, indent=_INDENT):
            yield self._paint.doubt(line) if weak else line


def _sure(claim: Claim) -> str:
    """Certainty, polarity and realis in words; what is usual is not said."""
    certainty = {
        Certainty.CERTAIN: "as certain",
        Certainty.PROBABLE: "as probable",
        Certainty.POSSIBLE: "as possible",
        Certainty.UNDERSPECIFIED: "how surely is left open",
    }[claim.certainty]
    polarity = {
        Polarity.POSITIVE: "",
        Polarity.NEGATIVE: "denied",
        Polarity.UNDERSPECIFIED: "neither affirmed nor denied",
    }[claim.polarity]
    realis = "" if claim.realis is Realis.ACTUAL else str(claim.realis)
    return ", ".join(filter(None, [certainty, polarity, realis]))
