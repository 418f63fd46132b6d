"""Time of each finder alone on one report, as a ratio to that of every peer installed.

Usage: python benchmarks/finders.py

Peers are dateparser and puckling (dates), puckling, PyArabic (numbers) and Maha (dates, numbers,
names); those that are not installed are left out with a word. Maha and dateparser want different
versions of one package, so they need an environment each, outside this repository: install
malicoup in both and run this in both. In each run malicoup and the peer take turns in one process,
so a busy machine slows both; the least of the times counts. What a peer reads for its time
differs: see the page on finders in the docs.
"""

from __future__ import annotations

import datetime
import pathlib
import time
import warnings
from collections.abc import Callable
from typing import Any

import malicoup

ROUNDS = 15
SEED = next((pathlib.Path(__file__).parents[1] / "seeds").glob("*.txt"))
DAY = datetime.date(2020, 8, 26)

Work = Callable[[str], Any]


def dateparser_dates() -> Work:
    from dateparser.search import search_dates

    moment = datetime.datetime.combine(DAY, datetime.time())
    settings = {"RELATIVE_BASE": moment}
    return lambda text: search_dates(text, languages=["ar"], settings=settings)


def puckling(dimension: str) -> Callable[[], Work]:
    def make() -> Work:
        from puckling import Context, Lang, Locale, parse

        moment = datetime.datetime.combine(DAY, datetime.time(), tzinfo=datetime.UTC)
        context = Context(reference_time=moment, locale=Locale(Lang.AR))
        return lambda text: parse(text, context, dims=(dimension,))

    return make


def maha(dimension: str) -> Callable[[], Work]:
    def make() -> Work:
        from maha.parsers.functions import parse_dimension

        return lambda text: parse_dimension(text, **{dimension: True})

    return make


def pyarabic_numbers() -> Work:
    from pyarabic.number import extract_number_phrases

    return lambda text: extract_number_phrases(text)


#: Finder, what it is timed against.
RUNS: list[tuple[str, Work, dict[str, Callable[[], Work]]]] = [
    (
        "find_dates",
        lambda text: malicoup.find_dates(text, published=DAY),
        {
            "dateparser": dateparser_dates,
            "puckling": puckling("time"),
            "Maha": maha("time"),
        },
    ),
    (
        "find_quantities",
        malicoup.find_quantities,
        {
            "puckling": puckling("numeral"),
            "PyArabic": pyarabic_numbers,
            "Maha": maha("numeral"),
        },
    ),
    ("find_actors", malicoup.find_actors, {"Maha": maha("names")}),
]


def least(works: list[Work], text: str) -> list[float]:
    """The least time of each work, taken in turns."""
    found = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for n, work in enumerate(works):
            started = time.perf_counter()
            work(text)
            found[n] = min(found[n], time.perf_counter() - started)
    return found


def main() -> None:
    warnings.simplefilter("ignore")
    text = SEED.read_text(encoding="utf-8")
    for name, ours, peers in RUNS:
        for peer, make in peers.items():
            try:
                theirs = make()
                theirs(text)
            except Exception as error:  # a peer that cannot be loaded, or fails on the text
                print(f"{name:16} {peer:11} left out: {type(error).__name__}: {error}")
                continue
            ours(text)
            mine, other = least([ours, theirs], text)
            took = f"{mine * 1000:8.2f} ms against {other * 1000:9.2f} ms"
            print(f"{name:16} {peer:11} {took}   {other / mine:7.1f} times the speed")


if __name__ == "__main__":
    main()
