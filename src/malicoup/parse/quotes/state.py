"""What the decisions on the speakers of a page lean on."""

from __future__ import annotations

from typing import NamedTuple

from malicoup.model import ActorKind, Confidence
from malicoup.parse.names.phrase import Phrase
from malicoup.parse.names.roster import Draft, Roster
from malicoup.parse.page import Page
from malicoup.parse.quotes.frame import Frame
from malicoup.parse.quotes.nearby import LOOK_BACK, Nearby

#: Classes of titles that only people bear.
HUMAN = frozenset({"person", "profession", "office", "honorific", "rank"})


class State(NamedTuple):
    """What the decisions on a page lean on: who has spoken so far, which phrase begins where."""

    page: Page
    roster: Roster
    starts: dict[int, Phrase]
    spoken: list[tuple[Frame, Draft]]
    near: Nearby

    def lately(self) -> list[tuple[Frame, Draft]]:
        """The last that have spoken, the very last first."""
        last = self.spoken[: -LOOK_BACK - 1 : -1]
        return [(frame, self.roster.living(draft)) for frame, draft in last]


class Found(NamedTuple):
    """An actor with the rule that found it."""

    draft: Draft
    rule: str
    confidence: Confidence


def fits(frame: Frame, draft: Draft) -> bool:
    """Whether the cue's form agrees with an actor as its dropped subject."""
    if frame.number == "p" and draft.number != "p" and draft.kind != ActorKind.COUNTRY:
        return False
    if frame.number == "s" and draft.number in ("d", "p") and draft.gender != "f":
        return False
    if frame.gender is None or draft.gender is None:
        return True
    return frame.gender == draft.gender
