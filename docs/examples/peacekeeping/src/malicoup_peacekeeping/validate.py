"""What is doubtful in a deployment, seen against the whole article."""

from __future__ import annotations

from collections.abc import Iterator

from malicoup.model import Severity
from malicoup.validate import Context, Finding, Rule
from malicoup_peacekeeping.model import PeacekeepingDeployment


def peacekeepers_at_home(context: Context) -> Iterator[Finding]:
    """Nobody keeps the peace in his own country."""
    for path, record in context.records:
        if isinstance(record, PeacekeepingDeployment) and record.country is not None:
            actor = context.actors.get(record.contributor or "")
            if actor is not None and actor.country == record.country:
                yield Finding((*path, "country"), f"{record.contributor!r} is of {record.country}")


RULES = (Rule("peacekeepers-at-home", Severity.WARNING, peacekeepers_at_home),)
