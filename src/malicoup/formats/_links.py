"""Which words of the text stand for an actor where a tool wants a line drawn to words.

A report credits a statement to an actor, often by a subject that the verb alone implies. A tool
for annotation can only draw a line to words, so the line goes to other words for the same
actor. Writers and readers ask here, so that a line nobody touched reads back as no change.
"""

from __future__ import annotations

from malicoup.formats._export import DANGLING, Index, Loss
from malicoup.model import Article, Mention, Quote, Span

NO_WORDS = "no words of the text name the actor"
DROPPED = "has no words, so there is nothing to mark"


def has_words(article: Article, span: Span) -> bool:
    """Whether *span* holds anything that a tool can mark."""
    return bool(article.text[span.start : span.end].strip())


class Links:
    """Finds the words that stand for an actor beside some place."""

    def __init__(self, article: Article) -> None:
        self.index = Index(article)
        self._written: dict[str, list[Mention]] = {}
        for mention in sorted(article.mentions, key=lambda m: (m.span, m.id)):
            if has_words(article, mention.span):
                self._written.setdefault(mention.actor, []).append(mention)

    def near(self, actor: str | None, place: Span) -> Mention | None:
        """The last words for *actor* that begin before *place*; else the first behind it."""
        written = self._written.get(actor or "", [])
        before = [mention for mention in written if mention.span.start < place.start]
        return before[-1] if before else written[0] if written else None

    def speaker(self, quote: Quote) -> Mention | None:
        """The words that stand for the speaker: those by the cue, else others before it."""
        mention = self.index.speaker_mention(quote)
        if mention is not None and mention.actor == quote.speaker:
            return mention if mention in self._written.get(mention.actor, []) else None
        return self.near(quote.speaker, quote.span)

    def addressee(self, quote: Quote) -> Mention | None:
        """The words that stand for the one spoken to."""
        return self.near(quote.addressee, quote.span)


def link_losses(article: Article, links: Links) -> list[Loss]:
    """What is lost where a line cannot go to the words that the article names."""
    lost: list[Loss] = []
    for i, quote in enumerate(article.quotes):
        path = f"$.quotes[{i}]"
        link = links.speaker(quote)
        if link is None and quote.speaker is not None:
            reason = NO_WORDS if quote.speaker in links.index.actors else DANGLING
            lost.append(Loss(path=f"{path}.speaker", value=quote.speaker, reason=reason))
        if quote.mention is not None and (link is None or link.id != quote.mention):
            instead = f"the line goes to {link.id}" if link is not None else "no line is drawn"
            reason = f"no words by the cue name the speaker: {instead}"
            lost.append(Loss(path=f"{path}.mention", value=quote.mention, reason=reason))
        if quote.addressee is not None and links.addressee(quote) is None:
            reason = NO_WORDS if quote.addressee in links.index.actors else DANGLING
            lost.append(Loss(path=f"{path}.addressee", value=quote.addressee, reason=reason))
    return lost
