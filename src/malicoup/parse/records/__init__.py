"""Records: what a report says happened, read by general rules over predicates and participants.

Each record type has a rule in :data:`RULES`. Another package adds its own through the entry
point group ``malicoup.records``: see :mod:`malicoup.extension`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from malicoup import extension
from malicoup.model import AnyEvent, ArmsDeal, DateExpression, Event, Quantity, Record, Statistic
from malicoup.parse.claims import ClaimBook
from malicoup.parse.names.roster import Roster
from malicoup.parse.page import Page
from malicoup.parse.quotes.decision import Speaker
from malicoup.parse.quotes.frame import Frame
from malicoup.parse.records._arguments import subject
from malicoup.parse.records._finding import Finding, Support, certainty_at, make_record
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._parties import Parties
from malicoup.parse.records._party import Party
from malicoup.parse.records._scene import Scene
from malicoup.parse.records._word_list import WordList
from malicoup.parse.records.coups import find_coups
from malicoup.parse.records.deals import find_deals
from malicoup.parse.records.measures import find_measures_taken
from malicoup.parse.records.statistics import find_statistics
from malicoup.parse.records.trainings import find_trainings

__all__ = [
    "RULES",
    "Finding",
    "Parties",
    "Party",
    "RecordRule",
    "Records",
    "Scene",
    "Support",
    "WordList",
    "certainty_at",
    "find_records",
    "rules",
    "subject",
]


class RecordRule(NamedTuple):
    """A record type's rule.

    Attributes:
        name: Unique name of the rule.
        triggers: Bits of the word lists of which the report must hold a word; 0 asks always.
        find: The function that finds the records.
    """

    name: str
    triggers: int
    find: Callable[[Scene, Parties], Sequence[Finding]]


class Records(NamedTuple):
    """The records of one report, with ids."""

    arms_deals: tuple[ArmsDeal, ...]
    events: tuple[AnyEvent, ...]
    statistics: tuple[Statistic, ...]


#: The rules that malicoup ships, in the order in which they are asked.
RULES: tuple[RecordRule, ...] = (
    RecordRule("arms-deals", Family.WEAPON | Family.WEAPON_NAME, find_deals),
    RecordRule("coups", Family.COUP, find_coups),
    RecordRule("trainings", Family.TRAINING, find_trainings),
    RecordRule("measures", Family.MEASURE, find_measures_taken),
    RecordRule("statistics", Family.STATISTIC, find_statistics),
)


@cache
def rules() -> tuple[RecordRule, ...]:
    """Our rules and those of installed packages, looked for once."""
    found = list(RULES)
    for added in extension.loaded():
        typed = isinstance(added, extension.RecordType)
        rule = RecordRule(added.kind, 0, added.find) if typed else added
        if rule.name not in {r.name for r in found}:
            found.append(rule)
    return tuple(found)


def find_records(
    page: Page,
    roster: Roster,
    frames: list[Frame],
    speakers: list[Speaker],
    book: ClaimBook,
    dates: Sequence[DateExpression],
    quantities: Sequence[Quantity],
    published: date | None,
) -> Records:
    """Find what a report says happened.

    Args:
        page: The page.
        roster: Its actors; records may enter others (the government a capital stands for,
            a group that is only described).
        frames: Reporting frames.
        speakers: Their speakers.
        book: Claims; narrated ones are entered as records need them.
        dates: Dates of the text.
        quantities: Quantities of the text.
        published: Day of publication, where it is known.
    """
    scene = Scene(page, roster, frames, speakers, book, dates, quantities, published)
    parties = Parties(scene)
    found: list[Finding] = []
    for rule in rules():
        if not rule.triggers or scene.tags & rule.triggers:
            found.extend(rule.find(scene, parties))
    found.sort(key=_place)
    for finding in found:
        for support in finding.support:
            book.reserve(support.first, support.end)
    return _number(scene, found)


def _place(finding: Finding) -> int:
    places = [s.first for s in finding.support]
    places += [first for s in finding.support for _, first, _ in s.fields]
    return min(places, default=0)


def _number(scene: Scene, found: list[Finding]) -> Records:
    lists: dict[str, list[Record]] = {"d": [], "e": [], "s": []}
    for finding in found:
        letter = "d" if issubclass(finding.kind, ArmsDeal) else "s"
        if issubclass(finding.kind, Event):
            letter = "e"
        held = lists[letter]
        held.append(make_record(scene, finding, f"{letter}{len(held) + 1}"))
    return Records(tuple(lists["d"]), tuple(lists["e"]), tuple(lists["s"]))  # type: ignore[arg-type]
