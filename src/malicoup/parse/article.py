"""Runs the stages and sets their results together into an Article."""

from __future__ import annotations

from datetime import date

from malicoup.lexicon.words import Tag
from malicoup.model import (
    ActorKind,
    AnyActor,
    Article,
    Country,
    Cue,
    Diagnostic,
    Gender,
    Mention,
    MentionForm,
    Organization,
    Person,
    Quote,
    Section,
    Severity,
    Source,
    Span,
)
from malicoup.parse.names.roster import Draft, Roster, fill, find_short_names
from malicoup.parse.names.scan import scan
from malicoup.parse.page import Page, read_page
from malicoup.parse.quotes.find import find_frames
from malicoup.parse.quotes.frame import Frame
from malicoup.parse.quotes.speakers import Speaker, find_speakers

_GENDERS = {"m": Gender.MALE, "f": Gender.FEMALE}


def parse(
    text: str,
    *,
    published: date | None = None,
    url: str | None = None,
    publisher: str | None = None,
) -> Article:
    """Read a report."""
    page = read_page(text)
    phrases = scan(page)
    frames = find_frames(page, phrases)
    roster = fill(page, phrases)
    find_short_names(roster)
    speakers = find_speakers(page, roster, frames)
    drafts = sorted(roster.drafts, key=lambda d: d.order)
    mentions: list[Mention] = []
    quotes = []
    for n, (frame, speaker) in enumerate(zip(frames, speakers, strict=True), 1):
        quotes.append(_quote(page, frame, speaker, f"q{n}", None))
    return Article(
        text=text,
        published=published,
        url=url,
        actors=tuple(_actor(d) for d in drafts),
        mentions=tuple(mentions),
        quotes=tuple(quotes),
    )


def _quote(page: Page, frame: Frame, speaker: Speaker, id: str, mention: str | None) -> Quote:
    content = frame.content
    return Quote(
        id=id,
        span=page.span(content.first, content.end),
        style=content.style,
        cue=Cue(span=page.span(*frame.cue), lemma=frame.lemma, stance=frame.stance),
        speaker=speaker.actor.id if speaker.actor else None,
        mention=mention,
        quoted=tuple(page.span(a, b) for a, b in content.quoted if b > a),
        confidence=frame.confidence,
        rule=frame.rule,
        speaker_confidence=speaker.confidence,
        speaker_rule=speaker.rule,
        addressee=speaker.addressee.id if speaker.addressee else None,
    )


def _actor(draft: Draft) -> AnyActor:
    common = {
        "id": draft.id,
        "name": draft.name,
        "aliases": tuple(draft.aliases),
        "country": draft.country,
    }
    if draft.kind == ActorKind.PERSON:
        return Person(
            **common,
            rank=draft.rank,
            title=draft.title,
            roles=tuple(draft.roles),
            gender=_GENDERS.get(draft.gender or ""),
        )
    if draft.kind == ActorKind.COUNTRY:
        return Country(**common)
    if draft.kind == ActorKind.UNNAMED:
        return Source(**common)
    return Organization(**common, kind=ActorKind(draft.kind))
