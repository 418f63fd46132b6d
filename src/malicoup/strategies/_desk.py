"""A desk where an article is written bit by bit, and each bit filed with what it means.

Every finding is written into the text as it is drawn, so places, references and the order of
findings hold together by construction and nothing has to be filtered.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from malicoup.model import (
    ActorKind,
    AnyActor,
    Certainty,
    Claim,
    Confidence,
    Cue,
    DateExpression,
    Diagnostic,
    Mention,
    MentionForm,
    Polarity,
    Quantity,
    Quote,
    QuoteStyle,
    Realis,
    RelativeDate,
    Severity,
    Span,
    Stance,
    TimeUnit,
)
from malicoup.strategies._text import arabic_text, choose, maybe, phrases, rules, words
from malicoup.strategies._values import clock_times, decimals, edtf, units

_T = TypeVar("_T")

_MARKS = (("«", "»"), ("“", "”"), ("”", "”"), ('"', '"'), ("»", "«"), ("«", ""))
_WRITTEN = [form for form in MentionForm if form is not MentionForm.DROPPED]
_ARABIC_INDIC = str.maketrans("0123456789.", "٠١٢٣٤٥٦٧٨٩٫")


def id_of(thing: AnyActor | Mention | Quote | None) -> str | None:
    """The id of *thing*, if there is one."""
    return None if thing is None else thing.id


class Desk:
    """The text so far, the findings in it, and the actors that may appear."""

    def __init__(
        self,
        draw: DrawFn,
        *,
        cast: Sequence[AnyActor],
        publisher: str | None,
        published: date | None,
    ) -> None:
        self.draw = draw
        self.cast = cast
        self.publisher = publisher
        self.published = published
        self.size = 0
        self.mentions: list[Mention] = []
        self.quotes: list[Quote] = []
        self.claims: list[Claim] = []
        self.dates: list[DateExpression] = []
        self.quantities: list[Quantity] = []
        self.diagnostics: list[Diagnostic] = []
        self._pieces: list[str] = []
        self._line_start = 0

    @property
    def text(self) -> str:
        """Everything written."""
        return "".join(self._pieces)

    def choose(self, options: Iterable[_T]) -> _T:
        """One of *options*."""
        return choose(self.draw, options)

    # --- Letters ------------------------------

    def glue(self, text: str) -> Span:
        """Write *text* right behind what stands there."""
        start = self.size
        self._pieces.append(text)
        self.size += len(text)
        return Span(start=start, end=self.size)

    def put(self, text: str) -> Span:
        """Write *text* after a blank, or at the beginning of the line."""
        if self.size > self._line_start:
            self.glue(" ")
        return self.glue(text)

    def word(self) -> Span:
        """Write any word."""
        return self.put(self.draw(words()))

    def phrase(self) -> Span:
        """Write a few words."""
        return self.put(self.draw(phrases()))

    def begin_line(self) -> None:
        """Go to a new line."""
        if self.size:
            self.glue(self.choose(["\n", "\n\n", "\r\n", "\n \n"]))
        self._line_start = self.size

    def end_line(self) -> Span:
        """The place of the line that was just written."""
        return Span(start=self._line_start, end=self.size)

    def line(self) -> Span:
        """Write a line of words without findings: a title, a lede, a heading."""
        self.begin_line()
        self.phrase()
        return self.end_line()

    # --- Actors ------------------------------

    def pick(
        self, *, unfit: Container[ActorKind] = (), besides: Iterable[AnyActor | None] = ()
    ) -> AnyActor | None:
        """An actor of a fitting kind that is not taken yet; None where there is none."""
        taken = {actor.id for actor in besides if actor is not None}
        fit = [actor for actor in self.cast if actor.kind not in unfit and actor.id not in taken]
        return self.choose(fit) if fit else None

    def mention(self, actor: AnyActor, forms: Sequence[MentionForm] = _WRITTEN) -> Mention:
        """Write words for *actor*, or file a dropped subject behind the last word."""
        form = self.choose(forms)
        if form is MentionForm.DROPPED:
            span = Span(start=self.size, end=self.size)
        else:
            span = self.put(self._words_for(actor, form))
        mention = Mention(
            id=f"m{len(self.mentions) + 1}",
            span=span,
            actor=actor.id,
            form=form,
            rule=self.draw(rules()),
        )
        self.mentions.append(mention)
        return mention

    def _words_for(self, actor: AnyActor, form: MentionForm) -> str:
        names = (actor.name, *actor.aliases)
        match form:
            case MentionForm.NAME:
                return self.choose(names)
            case MentionForm.SHORT_NAME:
                return self.choose(names).rpartition(" ")[2]
            case MentionForm.PRONOUN:
                return self.choose(["هو", "هي", "هم", "الأخير"])
            case _:
                return self.draw(phrases())

    # --- Sentences ------------------------------

    def filler(self) -> None:
        """Write text in which nothing is found, with stray marks and controls."""
        self.word()
        self.put("".join(self.draw(arabic_text(max_size=12)).split("\n")))
        self.word()

    def mention_sentence(self) -> None:
        """Mention somebody."""
        self.word()
        if (actor := self.pick()) is not None:
            self.mention(actor, list(MentionForm))

    def quote_sentence(self) -> None:
        """Let somebody, or nobody in particular, say something."""
        lemma = self.draw(words())
        cue = Cue(span=self.put(lemma), lemma=lemma, stance=self.choose(Stance))
        speaker = self.choose([None, self.pick()])
        mention = None if speaker is None else self.mention(speaker, list(MentionForm))
        addressee = self.choose([None, self.pick(besides=[speaker])])
        style = self.choose(QuoteStyle)
        parts, quoted = self._content(style)
        confidence = st.sampled_from(Confidence)
        quote = Quote(
            id=f"q{len(self.quotes) + 1}",
            span=Span(start=parts[0].start, end=parts[-1].end),
            style=style,
            cue=self.choose([cue, cue, None]),
            speaker=id_of(speaker),
            mention=self.choose([id_of(mention), None]),
            addressee=id_of(addressee),
            quoted=quoted,
            confidence=self.draw(confidence),
            rule=self.draw(rules()),
            speaker_confidence=self.draw(confidence) if speaker else None,
            speaker_rule=self.draw(maybe(rules())),
        )
        self.quotes.append(quote)
        if self.draw(st.booleans()):
            self.claim(self.choose([parts, parts[-1:]]), quote=quote)

    def _content(self, style: QuoteStyle) -> tuple[list[Span], tuple[Span, ...]]:
        """Write what is said: all its parts, and those in marks."""
        before = [] if style is QuoteStyle.DIRECT else [self.word(), self.word()]
        if style is QuoteStyle.INDIRECT:
            return before, ()
        opening, closing = self.choose(_MARKS)
        self.put(opening)
        inside = self.glue(self.draw(phrases()))
        self.glue(closing)
        after = [self.word()] if style is QuoteStyle.MIXED and self.draw(st.booleans()) else []
        return [*before, inside, *after], (inside,)

    def claim(self, parts: Sequence[Span], quote: Quote | None = None) -> Claim:
        """File words already written as a claim."""
        hedges = self.choose([(), parts[:1], parts[-1:], parts[:2]])
        doubtful = [value for value in Certainty if not hedges or value is not Certainty.CERTAIN]
        polarity = self.choose(Polarity)
        denied = polarity is not Polarity.POSITIVE
        claim = Claim(
            id=f"c{len(self.claims) + 1}",
            span=Span(start=parts[0].start, end=parts[-1].end),
            holders=self._holders(quote),
            certainty=self.choose(doubtful),
            polarity=polarity,
            realis=self.draw(
                st.sampled_from([r for r in Realis if denied or r is not Realis.NEGATED])
            ),
            hedges=tuple(hedges),
            quote=id_of(quote),
            rule=self.draw(rules()),
        )
        self.claims.append(claim)
        return claim

    def _holders(self, quote: Quote | None) -> tuple[str | None, ...]:
        """A chain from the publisher to the speaker in which nobody cites himself."""
        chain: list[str | None] = [] if self.publisher is None else [self.publisher]
        if self.draw(st.booleans()):
            chain.append(id_of(self.choose([None, self.pick()])))
        if quote is not None:
            chain.append(quote.speaker)
        pairs = zip([None, *chain], chain, strict=False)
        return tuple(holder for before, holder in pairs if holder is None or holder != before)

    def claim_sentence(self) -> None:
        """Tell something without saying that anybody said it."""
        self.claim([self.word(), self.phrase()])

    def quantity_sentence(self) -> None:
        """Write a number with its bounds."""
        self.word()
        least, most = sorted([self.draw(decimals()), self.draw(decimals())])
        bounds = self.draw(
            st.sampled_from([(least, most), (most, most), (least, None), (None, most)])
        )
        self.quantity(*bounds, unit=self.draw(maybe(units())))

    def quantity(
        self, minimum: Decimal | None, maximum: Decimal | None, *, unit: str | None = None
    ) -> Quantity:
        """Write and file a number."""
        number = str(maximum if minimum is None else minimum)
        if self.draw(st.booleans()):
            number = number.translate(_ARABIC_INDIC)
        quantity = Quantity(
            span=self.put(number),
            minimum=minimum,
            maximum=maximum,
            approximate=self.draw(st.booleans()),
            unit=unit,
            rule=self.draw(rules()),
        )
        self.quantities.append(quantity)
        return quantity

    def date_sentence(self) -> None:
        """Write a date: an absolute one, or one counted from the publication date."""
        self.word()
        forms = [self._absolute, self._timed, self._from_publication, self._month_only]
        form = self.choose(forms)
        self.dates.append(form(self.phrase()))

    def _absolute(self, span: Span) -> DateExpression:
        meaning = self.draw(edtf(min_year=1900, max_year=2100))
        return DateExpression(span=span, edtf=meaning, rule=self.draw(rules()))

    def _timed(self, span: Span) -> DateExpression:
        day = self.draw(st.dates()).isoformat()
        return DateExpression(span=span, edtf=day, time=self.draw(clock_times()))

    def _from_publication(self, span: Span) -> DateExpression:
        days = self.draw(st.integers(-30, 30))
        relative = RelativeDate(unit=TimeUnit.DAY, first=days, last=days)
        if self.published is None:
            return DateExpression(span=span, relative=relative)
        meaning = (self.published + timedelta(days=days)).isoformat()
        return DateExpression(span=span, edtf=meaning, relative=relative, reference=self.published)

    def _month_only(self, span: Span) -> DateExpression:
        month = f"-{self.draw(st.integers(1, 12)):02}"
        if self.published is None:
            return DateExpression(span=span, partial=f"XXXX{month}")
        meaning = f"{self.published.year:04}{month}"
        return DateExpression(
            span=span, edtf=meaning, partial=f"XXXX{month}", reference=self.published
        )

    def diagnostic_sentence(self) -> None:
        """Write a doubtful mark and say so."""
        self.word()
        span = self.put(self.choose(["«", "»", "”", '"']))
        diagnostic = Diagnostic(
            code=self.draw(rules()),
            severity=self.choose(Severity),
            span=self.choose([span, None]),
            message=self.draw(phrases()),
        )
        self.diagnostics.append(diagnostic)
