"""spaCy: a DocBin, and data for displaCy.

The ``Doc`` is built from our own cut points, so the text is preserved and every span of the
article begins and ends a token; spaCy's tokenizer would keep ``أساس».`` in one piece. Mentions
are ``doc.ents`` where they do not overlap, and all of them ``doc.spans["mentions"]``; quotes,
cues, claims, hedges, dates and quantities are span groups beside it. The whole article stands in
``doc.user_data["malicoup"]`` as text of the native format, for ``malicoup.loads``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from malicoup.errors import EncodeError
from malicoup.formats import json
from malicoup.formats._export import (
    Export,
    Loss,
    carry,
    check,
    in_order,
    json_bytes,
    losses,
    need,
    plain,
    renumbered,
)
from malicoup.formats._options import one_of
from malicoup.formats._tokens import cut_points, pieces
from malicoup.model import Article, Span

__all__ = ["EXTRA", "SUFFIX", "TEXT", "displacy", "dump_many", "dumps", "to_doc"]

EXTRA: str | None = "spacy"
SUFFIX = ".spacy"
TEXT = False

#: Everything but empty spans, which no token can hold.
_RULES = carry(
    "", "text", "text_sha256", "language", "title", "lede", "sections", "publisher", "published",
    "url", "actors", "mentions", "quotes", "claims", "dates", "quantities", "arms_deals",
    "events", "statistics", "diagnostics",
)  # fmt: skip

_NO_TOKEN = "has no words, so no token holds it"
_GROUPS = ("mentions", "quotes", "quoted", "cues", "claims", "hedges", "dates", "quantities")
Marks = Iterator[tuple[str, Span, str, str]]


def dumps(article: Article, *, form: str = "docbin") -> Export:
    """Write *article* as a DocBin, or as data for displaCy.

    Args:
        article: What to write.
        form: ``docbin`` for a ``.spacy`` file; ``displacy`` for a ``.json`` file with data for
            ``displacy.render(data, manual=True)``, which needs no spaCy.

    Raises:
        EncodeError: If a span ends past the text, an id stands twice, or *form* is unknown.
        MissingExtraError: If spaCy is not installed.
    """
    one_of("form", form, "docbin", "displacy")
    if form == "displacy":
        data = json_bytes(displacy(article), indent=1)
        return Export(files={".json": data}, losses=_displacy_losses(article))
    return dump_many([article], form=form)


def dump_many(articles: Iterable[Article], *, form: str = "docbin") -> Export:
    """Write several articles into one DocBin."""
    if form != "docbin":
        raise EncodeError(f"form is docbin for several articles, not {form!r}")
    tokens = need("spacy.tokens", package="spacy", extra="spacy")
    vocab = need("spacy.vocab", package="spacy", extra="spacy").Vocab()
    several = list(articles)
    docs = [to_doc(article, vocab=vocab) for article in several]
    data: bytes = tokens.DocBin(docs=docs, store_user_data=True).to_bytes()
    lost = [_losses(article) for article in several]
    if len(lost) == 1:
        return Export(files={SUFFIX: data}, losses=lost[0])
    numbered = [loss for i, found in enumerate(lost) for loss in renumbered(found, i)]
    return Export(files={SUFFIX: data}, losses=tuple(numbered))


def _losses(article: Article) -> tuple[Loss, ...]:
    found = [
        Loss(path=f"$.mentions[{i}]", value=plain(mention), reason=_NO_TOKEN)
        for i, mention in enumerate(article.mentions)
        if len(mention.span) == 0
    ]
    return in_order([*found, *losses(article, _RULES)], article)


def _displacy_losses(article: Article) -> tuple[Loss, ...]:
    """What a drawing of spans does not say: all but places and labels."""
    empty = [loss for loss in _losses(article) if loss.reason == _NO_TOKEN]
    rest = losses(article, _DRAWN, skip=[loss.path for loss in empty])
    return in_order([*empty, *rest], article)


_DRAWN = {
    **carry("", "text", "text_sha256", "language"),
    **carry("actors", "id", "kind"),
    **carry("mentions", "span", "actor"),
    **carry("quotes", "id", "span", "style", "cue.span", "cue.stance", "quoted"),
    **carry("claims", "id", "span", "certainty", "polarity", "hedges"),
    **carry("dates", "span", "edtf"),
    **carry("quantities", "span"),
}


# --- DocBin ------------------------------


def to_doc(article: Article, *, vocab: Any = None) -> Any:
    """*article* as a ``Doc``, for programs that go on with spaCy.

    Args:
        article: What to write.
        vocab: Vocabulary to share; that of a blank Arabic pipeline when omitted.

    Raises:
        EncodeError: If a span ends past the text or an id stands twice.
        MissingExtraError: If spaCy is not installed.
    """
    check(article)
    spacy = need("spacy", package="spacy", extra="spacy")
    tokens = need("spacy.tokens", package="spacy", extra="spacy")
    words, spaces = _words(article)
    # A Vocab without words is false, so `or` would not do.
    shared = spacy.blank("ar").vocab if vocab is None else vocab
    doc = tokens.Doc(shared, words=words, spaces=spaces)
    groups: dict[str, list[Any]] = {}
    for group, span, label, ref in _marks(article):
        names = {"span_id": ref, "kb_id": ref if group == "mentions" else ""}
        if len(span):  # empty ones are reported as lost
            found = doc.char_span(span.start, span.end, label=label, **names)
            groups.setdefault(group, []).append(found)
    for group in _GROUPS:
        doc.spans[group] = groups.get(group, [])
    doc.ents = tuple(_without_overlaps(groups.get("mentions", [])))
    doc.user_data["malicoup"] = json.dumps(article)
    return doc


def _words(article: Article) -> tuple[list[str], list[bool]]:
    """The words of the Doc, and whether a single blank follows each."""
    starts, ends = cut_points(article)
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pieces(article):
        piece = article.text[start:end]
        # A blank joins the word before it, unless a span begins at it or ends behind it.
        is_free = start not in starts and start + 1 not in ends
        if piece[0] == " " and words and not spaces[-1] and not words[-1].isspace() and is_free:
            spaces[-1] = True
            piece = piece[1:]
        if piece:
            words.append(piece)
            spaces.append(False)
    return words, spaces


def _marks(article: Article) -> Marks:
    """Group, place, label and id of every span that is written."""
    kinds = {actor.id: str(actor.kind).upper() for actor in article.actors}
    for mention in article.mentions:
        yield "mentions", mention.span, kinds.get(mention.actor, "UNNAMED"), mention.actor
    for quote in article.quotes:
        yield "quotes", quote.span, f"QUOTE_{quote.style.upper()}", quote.id
        if quote.cue is not None:
            yield "cues", quote.cue.span, f"CUE_{quote.cue.stance.upper()}", quote.id
        for part in quote.quoted:
            yield "quoted", part, "QUOTED", quote.id
    for claim in article.claims:
        label = f"CLAIM_{claim.certainty.upper()}_{claim.polarity.upper()}"
        yield "claims", claim.span, label, claim.id
        for hedge in claim.hedges:
            yield "hedges", hedge, "HEDGE", claim.id
    for date in article.dates:
        yield "dates", date.span, "DATE", date.edtf or ""
    for number in article.quantities:
        yield "quantities", number.span, "QUANTITY", ""


def _without_overlaps(found: Iterable[Any]) -> list[Any]:
    """Of spans that overlap the longest, and of equally long ones the first."""
    kept: list[Any] = []
    for span in sorted(found, key=lambda s: (s.start - s.end, s.start)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


# --- displaCy ------------------------------


def displacy(article: Article) -> dict[str, Any]:
    """Data for displaCy's manual mode, right to left; needs no spaCy.

    ``displacy.render(data["ent"], style="ent", manual=True)`` shows mentions, dates, quantities,
    cues and hedges, of those that overlap the longest; ``data["span"]`` with ``style="span"``
    shows everything.

    Example:
        >>> from malicoup.model import Article
        >>> displacy(Article(text="خبر"))["ent"]["settings"]
        {'lang': 'ar', 'direction': 'rtl'}
    """
    check(article)
    # Without these displaCy draws from left to right.
    settings = {"lang": article.language, "direction": "rtl"}
    common = {"text": article.text, "title": None, "settings": settings}
    return {
        "ent": {**common, "ents": _flat(article)},
        "span": {**common, "spans": _stacked(article), "tokens": _words(article)[0]},
    }


def _flat(article: Article) -> list[dict[str, Any]]:
    kept: list[tuple[Span, str, str]] = []
    marks = [(span, label, ref) for group, span, label, ref in _marks(article) if group in _FLAT]
    for span, label, ref in sorted(marks, key=lambda mark: (-len(mark[0]), mark[0])):
        if len(span) and not any(span.overlaps(other) for other, _, _ in kept):
            kept.append((span, label, ref))
    return [
        {"start": span.start, "end": span.end, "label": label, "kb_id": ref}
        for span, label, ref in sorted(kept)
    ]


_FLAT = frozenset({"mentions", "dates", "quantities", "cues", "hedges"})


def _stacked(article: Article) -> list[dict[str, Any]]:
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    offset = 0
    for number, (word, space) in enumerate(zip(*_words(article), strict=True)):
        starts[offset] = number
        ends[offset + len(word)] = number + 1
        offset += len(word) + space
    return [
        {
            "start": span.start,
            "end": span.end,
            "start_token": starts[span.start],
            "end_token": ends[span.end],
            "label": label,
            "kb_id": ref,
        }
        for _, span, label, ref in sorted(_marks(article), key=lambda mark: mark[1])
        if len(span)
    ]
