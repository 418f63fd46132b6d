"""Time of each finder alone on one report, as a ratio to that of every peer, in one run.

Usage:
    python benchmarks/finders.py            # all peers in turn, one table
    python benchmarks/finders.py Maha       # some
    python benchmarks/finders.py --here     # only what is installed in this environment

For each peer an environment is made under ``.peers/speed-NAME`` with malicoup and the pinned peer
(Maha and dateparser want different versions of one package; puckling asks for Python 3.13 or newer,
which is looked for on the path), and kept for the next run. There malicoup and the peer take turns
in one process, so that a busy machine slows both; the least of the times counts. What a peer reads
for its time differs: see the page on finders in the docs. A peer that cannot be installed or fails
is a line of the table, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from _venv import own_needs, python_of  # noqa: E402

HOME = ROOT / ".peers"
ROUNDS = 15
SEED = next((ROOT / "seeds").glob("*.txt"))
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


def find_dates() -> Work:
    import malicoup

    return lambda text: malicoup.find_dates(text, published=DAY)


def find_quantities() -> Work:
    import malicoup

    return malicoup.find_quantities


def find_actors() -> Work:
    import malicoup

    return malicoup.find_actors


#: Peer, what pip installs, the oldest Python it takes.
PEERS = {
    "dateparser": ("dateparser==1.5.0", (3, 11)),
    "puckling": ("puckling==0.5.0", (3, 13)),
    "PyArabic": ("pyarabic==0.6.15", (3, 11)),
    "Maha": ("mahad==0.3.0", (3, 11)),
}

#: Finder, peer, and what is timed of each.
RUNS: list[tuple[str, str, Callable[[], Work], Callable[[], Work]]] = [
    ("find_dates", "dateparser", find_dates, dateparser_dates),
    ("find_dates", "puckling", find_dates, puckling("time")),
    ("find_dates", "Maha", find_dates, maha("time")),
    ("find_quantities", "puckling", find_quantities, puckling("numeral")),
    ("find_quantities", "PyArabic", find_quantities, pyarabic_numbers),
    ("find_quantities", "Maha", find_quantities, maha("numeral")),
    ("find_actors", "Maha", find_actors, maha("names")),
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


def measure(peers: list[str]) -> Iterator[dict[str, Any]]:
    """Times of malicoup and of *peers* in this environment, in seconds, or why there are none."""
    warnings.simplefilter("ignore")
    text = SEED.read_text(encoding="utf-8")
    for finder, peer, make_ours, make_theirs in RUNS:
        if peer not in peers:
            continue
        row: dict[str, Any] = {"finder": finder, "peer": peer}
        try:
            works = [make_ours(), make_theirs()]
            for work in works:  # what is loaded once does not count
                work(text)
            row["ours"], row["theirs"] = least(works, text)
        except Exception as error:  # a peer that cannot be loaded, or fails on the text
            row["failed"] = f"{type(error).__name__}: {error}"
        yield row


def interpreter(oldest: tuple[int, int]) -> str:
    """This Python where it is new enough for the peer, else the next newer one on the path."""
    if sys.version_info >= oldest:
        return sys.executable
    for minor in range(oldest[1], oldest[1] + 4):
        found = shutil.which(f"python{oldest[0]}.{minor}")
        if found and subprocess.run([found, "-V"], capture_output=True).returncode == 0:
            return found
    raise FileNotFoundError(f"needs Python {oldest[0]}.{oldest[1]} or newer")


def environment(peer: str) -> pathlib.Path:
    """The Python of the environment of *peer*, made where it is missing.

    What malicoup needs is installed after the peer and over its pins (Maha asks for an older
    dateutil): pip would refuse both at once.
    """
    needs, oldest = PEERS[peer]
    home = HOME / f"speed-{peer.lower()}"
    python = python_of(home)
    mark = home / "needs.txt"
    if not (mark.exists() and mark.read_text() == needs and python.exists()):
        shutil.rmtree(home, ignore_errors=True)
        print(f"installing {needs}", file=sys.stderr, flush=True)
        for command in (
            [interpreter(oldest), "-m", "venv", str(home)],
            [str(python), "-m", "pip", "install", "-q", needs],
            [str(python), "-m", "pip", "install", "-q", *own_needs()],
        ):
            subprocess.run(command, check=True, capture_output=True)
        mark.write_text(needs)
    return python


def apart(peer: str) -> list[dict[str, Any]]:
    """The rows of one peer, measured in its own environment."""
    try:
        command = [str(environment(peer)), __file__, "--here", "--json", peer]
        place = os.environ | {"PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=place)
    except (OSError, subprocess.CalledProcessError) as error:
        told = getattr(error, "stderr", "") or str(error)
        last = (told.decode() if isinstance(told, bytes) else told).strip().splitlines()[-1]
        return [{"finder": "", "peer": peer, "failed": last}]
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def line(row: dict[str, Any]) -> str:
    """One line of the table."""
    cells = [row["finder"], PEERS[row["peer"]][0].replace("==", " ")]
    if "failed" in row:
        return f"| {' | '.join(cells)} | left out: {row['failed']} | | |"
    ours, theirs = row["ours"] * 1000, row["theirs"] * 1000
    return f"| {' | '.join(cells)} | {ours:.2f} | {theirs:.2f} | {theirs / ours:.3g} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("peers", nargs="*", choices=[[], *PEERS], metavar="PEER")
    parser.add_argument("--here", action="store_true", help="in this environment")
    parser.add_argument("--json", action="store_true", help="rows, for the program itself")
    asked = parser.parse_args()
    peers = asked.peers or list(PEERS)
    rows = list(measure(peers)) if asked.here else [r for peer in peers for r in apart(peer)]
    if asked.json:
        print(json.dumps(rows))
        return 0
    rows.sort(key=lambda row: [finder for finder, *_ in RUNS].index(row["finder"] or "find_dates"))
    print("| finder | peer | ms | peer's ms | times the peer's speed |\n|---|---|---|---|---|")
    for row in rows:
        print(line(row))
    return int(any("failed" in row for row in rows))


if __name__ == "__main__":
    sys.exit(main())
