"""Time of ``malicoup.parse`` on the seed, as a ratio to spaCy's blank Arabic tokenizer.

Usage: python benchmarks/parse.py        (needs spaCy in the same environment)

Both run in the same process, in turns, so a busy machine slows both. The least of the times
counts: what is above it is the machine's.
"""

from __future__ import annotations

import pathlib
import time
from collections.abc import Callable

import malicoup

ROUNDS = 60
SEED = next((pathlib.Path(__file__).parents[1] / "seeds").glob("*.txt"))


def once(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    import spacy

    text = SEED.read_text(encoding="utf-8")
    blank = spacy.blank("ar")
    works: dict[str, Callable[[], object]] = {
        "spaCy blank ar, tokens": lambda: blank(text),
        "malicoup.parse": lambda: malicoup.parse(text),
        "malicoup.parse, text twice": lambda: malicoup.parse(f"{text}\n{text}"),
    }
    for work in works.values():
        work()  # word lists are read at the first call
    least = {name: min(once(work) for _ in range(ROUNDS)) for name, work in works.items()}
    unit = least["spaCy blank ar, tokens"]
    for name, seconds in least.items():
        print(f"{name:28} {seconds * 1000:7.2f} ms   {seconds / unit:5.2f} × spaCy")


if __name__ == "__main__":
    main()
