"""What a reader of an annotation tool's files found, before it is compared with the article.

``None`` says that the tool shows nothing there; ``KEEP`` that the tool cannot show it, so what
the article says is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, StrEnum

from attrs import define, field

from malicoup.formats.diff import Change
from malicoup.model import (
    ActorKind,
    Certainty,
    MentionForm,
    Polarity,
    QuoteStyle,
    Realis,
    Span,
    Stance,
)


class Keep(Enum):
    """The one value that says: as it was."""

    KEEP = "keep"


KEEP = Keep.KEEP


@define(frozen=True, kw_only=True)
class Found:
    """What every finding has: the tool's own name for it, our id if it still carries one."""

    key: str
    id: str | None = None
    span: Span


@define(frozen=True, kw_only=True)
class FoundMention(Found):
    """Words for an actor.

    Attributes:
        kind: What the actor is.
        actor: Actor id written beside the words.
        group: Words of one group name one actor; used where *actor* is None.
        form: How the words name the actor; None keeps it.
    """

    kind: ActorKind | None = None
    actor: str | None = None
    group: str | None = None
    form: MentionForm | None = None


@define(frozen=True, kw_only=True)
class FoundCue:
    """A reporting word; what is None is kept."""

    span: Span
    lemma: str | None = None
    stance: Stance | None = None


@define(frozen=True, kw_only=True)
class FoundQuote(Found):
    """Reported words; ``speaker`` and ``addressee`` are keys of mentions."""

    style: QuoteStyle | None = None
    cue: FoundCue | Keep | None = KEEP
    speaker: str | Keep | None = KEEP
    addressee: str | Keep | None = KEEP
    quoted: tuple[Span, ...] | Keep = KEEP


@define(frozen=True, kw_only=True)
class FoundClaim(Found):
    """A proposition; ``quote`` is the key of a quote; what is None is kept."""

    certainty: Certainty | None = None
    polarity: Polarity | None = None
    realis: Realis | None = None
    hedges: tuple[Span, ...] | Keep = KEEP
    quote: str | Keep | None = KEEP


@define(frozen=True, kw_only=True)
class FoundRecord:
    """A record; roles name keys of mentions by field of our class, values are codes by field."""

    key: str
    id: str | None = None
    kind: str
    roles: Mapping[str, tuple[str, ...]] = field(factory=dict)
    values: Mapping[str, StrEnum] = field(factory=dict)


@define(frozen=True, kw_only=True)
class Reading:
    """Everything a reader found.

    Attributes:
        tool: Name of the format it was read from.
        mentions, quotes, claims: Findings.
        records: Records with a trigger; None where the format carries no records.
        remarks: What the reader could not use, and notes that annotators wrote.
    """

    tool: str
    mentions: tuple[FoundMention, ...] = ()
    quotes: tuple[FoundQuote, ...] = ()
    claims: tuple[FoundClaim, ...] = ()
    records: tuple[FoundRecord, ...] | None = None
    remarks: tuple[str, ...] = ()


@define(frozen=True, kw_only=True)
class ChangeReport:
    """What a corrected file changes in the article it was exported from.

    Attributes:
        tool: Name of the format that the corrections came in.
        changes: Every difference, as ``diff`` lists them.
        merged: Pairs of actor ids: the one that is gone, the one that took its place.
        remarks: What was decided on the way, what could not be used, notes of annotators.
    """

    tool: str
    changes: tuple[Change, ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """The report for people to read, a line an entry."""
        merged = [f"{gone} is now {kept}" for gone, kept in self.merged]
        changes = [change.message for change in self.changes]
        said = (*merged, *changes, *self.remarks)
        head = f"corrected in {self.tool}:"
        return (head, *said) if said else (f"{head} nothing was changed",)
