"""Time and size of each export of the seed, as ratios to malicoup's own JSON.

Usage: python benchmarks/exports.py [ROUNDS]

All run in one process, in turns, so a busy machine slows all. The least of the times counts:
what is above it is the machine's. Formats whose extra is not installed are left out.
"""

from __future__ import annotations

import importlib.util
import pathlib
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

import malicoup
from malicoup.formats import brat, cas, labelstudio, registry
from malicoup.model import Article

ROUNDS = 30
SEED = next((pathlib.Path(__file__).parents[1] / "seeds").glob("*.txt"))
NEEDS = {"parquet": "pyarrow", "spacy": "spacy"}

Work = Callable[[], object]


def exports(article: Article) -> dict[str, Work]:
    """Writing, by the name of the format; the native one first."""
    works: dict[str, Work] = {"json": lambda: malicoup.dumps(article).encode()}
    for name in registry.FORMATS:
        extra = registry.get(name).EXTRA
        if extra is None or importlib.util.find_spec(NEEDS[extra]):
            works[name] = partial(registry.get(name).dumps, article)
    return works


def readings(article: Article) -> dict[str, Work]:
    """Reading back what was written and not corrected."""
    data = malicoup.dumps(article)
    works: dict[str, Work] = {"json": lambda: malicoup.loads(data)}
    kept = {"brat": ".ann", "cas": ".xmi", "labelstudio": ".json"}
    for module in (brat, cas, labelstudio):
        name = module.__name__.rpartition(".")[2]
        files = module.dumps(article).files
        files = {key: value for key, value in files.items() if key.endswith(kept[name])}
        works[name] = partial(module.loads, files, article)
    return works


def least(works: dict[str, Work], rounds: int) -> dict[str, float]:
    """The least time of each, in seconds; all have been run once before."""
    for work in works.values():
        work()
    found = dict.fromkeys(works, float("inf"))
    for _ in range(rounds):
        for name, work in works.items():
            started = time.perf_counter()
            work()
            found[name] = min(found[name], time.perf_counter() - started)
    return found


def size(article: Article, name: str) -> int:
    """Bytes of all files."""
    if name == "json":
        return len(malicoup.dumps(article).encode())
    return sum(map(len, registry.get(name).dumps(article).files.values()))


def table(article: Article, rounds: int) -> Iterator[str]:
    """The lines of both tables."""
    yield "| format | ms | time, × JSON | bytes, × JSON |\n|---|---|---|---|"
    written = least(exports(article), rounds)
    for name, seconds in written.items():
        ratio = size(article, name) / size(article, "json")
        times = seconds / written["json"]
        yield f"| {name} | {seconds * 1000:.1f} | {times:.1f} | {ratio:.1f} |"
    yield "\n| reading back | ms | time, × JSON |\n|---|---|---|"
    read = least(readings(article), rounds)
    for name, seconds in read.items():
        yield f"| {name} | {seconds * 1000:.1f} | {seconds / read['json']:.1f} |"


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    article = malicoup.parse(SEED.read_text(encoding="utf-8"), url="https://example.org/seed")
    for line in table(article, rounds):
        print(line, flush=True)


if __name__ == "__main__":
    main()
