"""Bring what a tool's file says together with the article it was exported from.

Ids stay; what the tool cannot show stays; whatever was changed by hand says so
(``rule="manual"``). Decisions that a reader of the report should know of:

* A claim whose quote is gone is kept, its reference dropped: the annotator left it there. One
  whose own mark is gone is removed, and evidence that named it keeps its words without it.
* The last holder of a claim follows the speaker of its quote; a claim, or a part in marks, that
  covered exactly its quote follows the quote when that alone is moved.
* An actor whose words all name one other actor now is merged into it, everywhere.
* An actor that lost all its words and to which nothing refers is removed.
"""

from __future__ import annotations

import attrs

from malicoup.formats._bench import Bench, bring_together, make_bench
from malicoup.formats._correct_records import correct_records
from malicoup.formats._correct_statements import correct_claims, correct_quotes, moved
from malicoup.formats._identify import trimmed
from malicoup.formats._reading import ChangeReport, FoundMention, Reading
from malicoup.formats._recast import renamed, vanished
from malicoup.formats.diff import diff
from malicoup.model import AnyActor, Article, Mention, MentionForm


def correct(article: Article, reading: Reading) -> tuple[Article, ChangeReport]:
    """Apply *reading* to *article*.

    Returns:
        The corrected article, and what was changed.
    """
    bench = make_bench(article, reading)
    mentions = _mentions(bench)
    quotes = correct_quotes(bench, {mention.id: mention for mention in mentions})
    claims = correct_claims(bench, {quote.id: quote for quote in quotes})
    # Claims that the article never had are another matter (dangling references stay).
    gone = {claim.id for claim in article.claims} - {claim.id for claim in claims}
    records = correct_records(bench, gone)
    corrected = attrs.evolve(
        article,
        publisher=bench.actor_now(article.publisher),
        actors=tuple(renamed(actor, bench.cast.merged) for actor in bench.cast.actors),
        mentions=mentions,
        quotes=quotes,
        claims=claims,
        arms_deals=records["arms_deals"],
        events=records["events"],
        statistics=records["statistics"],
    )
    corrected = _tidy(article, corrected)
    return corrected, ChangeReport(
        tool=reading.tool,
        changes=diff(article, corrected),
        merged=tuple(sorted(bench.cast.merged.items())),
        remarks=tuple(bench.remarks),
    )


def _mentions(bench: Bench) -> tuple[Mention, ...]:
    def keep(mention: Mention) -> Mention:
        return renamed(mention, bench.cast.merged)

    def update(mention: Mention, found: FoundMention) -> Mention:
        new = attrs.evolve(
            mention,
            span=moved(bench, mention.span, found.span),
            actor=bench.cast.of[found.key],
            form=found.form or mention.form,
        )
        # Carried along with a merged actor, the words are still those that the parser found.
        as_found = attrs.evolve(mention, actor=bench.actor_now(mention.actor) or mention.actor)
        return new if new in (mention, as_found) else attrs.evolve(new, rule="manual")

    def create(name: str, found: FoundMention) -> Mention:
        actor = bench.cast.of[found.key]
        span = trimmed(bench.article.text, found.span)
        form = found.form or _form(bench, found, actor)
        return Mention(id=name, span=span, actor=actor, form=form)

    return bring_together(bench, "mentions", update=update, keep=keep, create=create)


def _form(bench: Bench, found: FoundMention, actor: str) -> MentionForm:
    """A name where it is one of the actor's names; else a description."""
    names = next(((item.name, *item.aliases) for item in bench.cast.actors if item.id == actor), ())
    words = bench.article.slice(found.span).strip()
    if words in names[:1]:
        return MentionForm.NAME
    return MentionForm.SHORT_NAME if words in names else MentionForm.NOMINAL


def _tidy(article: Article, corrected: Article) -> Article:
    """Without actors nobody speaks of any more; in order of first mention, if they were."""
    gone = vanished(article, corrected)
    actors = tuple(actor for actor in corrected.actors if actor.id not in gone)
    # Actors without a mention may stand anywhere; they stay behind the one they stood behind.
    if _by_first_mention(article) == article.actors:
        actors = _by_first_mention(attrs.evolve(corrected, actors=actors))
    return attrs.evolve(corrected, actors=actors)


def _by_first_mention(article: Article) -> tuple[AnyActor, ...]:
    first: dict[str, int] = {}
    for place, mention in enumerate(article.mentions):
        first.setdefault(mention.actor, place)
    place, places = -1, {}
    for actor in article.actors:
        place = places[actor.id] = first.get(actor.id, place)
    return tuple(sorted(article.actors, key=lambda actor: places[actor.id]))
