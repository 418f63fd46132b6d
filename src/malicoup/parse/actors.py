"""Actors alone, for users who want nothing else."""

from __future__ import annotations

from malicoup.model import AnyActor
from malicoup.parse.assemble import make_actors
from malicoup.parse.names.details import read_roster
from malicoup.parse.names.participants import add_participants
from malicoup.parse.names.scan import scan
from malicoup.parse.page import read_page
from malicoup.parse.quotes.seats import add_seats


def find_actors(text: str) -> tuple[AnyActor, ...]:
    """Find the persons, bodies and countries named in a text.

    People told of by their nation alone ("Kenyan soldiers") are actors of kind ``unnamed``.
    Other nameless sources ("analysts") are found only as speakers, so only ``malicoup.parse``
    gives them.

    Args:
        text: Any text.

    Returns:
        The actors in the order of their first mention.

    Example:
        >>> [actor.name for actor in find_actors("التقى الوزير سامي العلي السفير في بيروت.")]
        ['سامي العلي']
    """
    page = read_page(text)
    roster = read_roster(page, scan(page))
    add_seats(roster)
    add_participants(roster)
    return make_actors(roster)
