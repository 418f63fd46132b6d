"""Run the tests of tests/peers, each file in an environment of its own, and print a table.

For each ``requirements-NAME.txt`` a virtual environment is made under ``.peers/NAME`` with
malicoup, the pinned peers and pytest; ``package-NAME.json`` adds programs of npm. Nothing of
this reaches the project's own environment. Environments are kept and used again while their
requirements stay the same. Two formats are worked on at a time. ``ftm`` builds PyICU, which asks
for ICU's headers, pkg-config and a C++ compiler (Debian: libicu-dev, pkg-config, g++).

    python scripts/run_peers.py            # all: some 2.5 GB, several minutes the first time
    python scripts/run_peers.py ftm brat   # some
    python scripts/run_peers.py --quick    # those that need less than 150 MB and no npm

A peer that is in no registry runs where a variable names a checkout of it (``CHECKOUTS``).
The exit code is 1 where a test failed, was skipped, or could not be run: what a peer did not
see is not proven.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
import venv
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from _venv import own_needs, python_of

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests" / "peers"
HOME = ROOT / ".peers"
TOOLS = ("pytest>=9.0", "hypothesis>=6.150")
#: Formats whose environments are small and made in seconds.
QUICK = ("brat", "cas")
#: Peers that are in no registry: the variable that names a checkout, and what it should hold.
CHECKOUTS = {"citron": ("MALICOUP_CITRON", "bbc/citron@b140405")}


class Row(NamedTuple):
    """One line of the table."""

    format: str
    peer: str
    compared: str
    result: str


def names() -> list[str]:
    """Formats that have pinned peers."""
    return sorted(p.stem.removeprefix("requirements-") for p in TESTS.glob("requirements-*.txt"))


def pins(name: str) -> list[str]:
    """The pinned packages of one format."""
    lines = (TESTS / f"requirements-{name}.txt").read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def node_pins(name: str) -> list[str]:
    """The pinned programs of npm of one format."""
    package = TESTS / f"package-{name}.json"
    if not package.exists():
        return []
    wanted = json.loads(package.read_text("utf-8"))["dependencies"]
    return [f"{program}@{version}" for program, version in wanted.items()]


def checkout_pins(name: str) -> list[str]:
    """The peer of one format that is at hand as a checkout."""
    variable, pin = CHECKOUTS.get(name, ("", ""))
    return [pin] if os.environ.get(variable) else []


def environment(name: str) -> Path:
    """The Python of the environment of *name*, made where it is missing or out of date."""
    home = HOME / name
    python = python_of(home)
    mark = home / "requirements.sha256"
    needs = "\n".join([*pins(name), *TOOLS, *own_needs(), sys.version])
    wanted = hashlib.sha256(needs.encode()).hexdigest()
    if not (mark.exists() and mark.read_text() == wanted and python.exists()):
        shutil.rmtree(home, ignore_errors=True)
        venv.create(home, with_pip=True)
        listed = str(TESTS / f"requirements-{name}.txt")
        install = [str(python), "-m", "pip", "install", "--disable-pip-version-check"]
        checked([*install, *TOOLS, "-r", listed, "-e", str(ROOT)])
        mark.write_text(wanted)
    return python


def checked(command: list[str], folder: Path = ROOT) -> None:
    """Run *command* in *folder*; what it prints is only shown where it fails."""
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout, done.stderr, file=sys.stderr)
        done.check_returncode()


def node_modules(name: str) -> Path | None:
    """Programs of npm for *name*, where it asks for any and npm is there."""
    package = TESTS / f"package-{name}.json"
    npm = shutil.which("npm")
    if not package.exists() or npm is None:
        return None
    home = HOME / f"node-{name}"
    copy = home / "package.json"
    if not copy.exists() or copy.read_bytes() != package.read_bytes():
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        shutil.copy(package, copy)
        checked([npm, "install", "--no-audit", "--no-fund", "--silent"], home)
    return home / "node_modules"


def run(name: str) -> list[Row]:
    """Run the tests of one format; a failing environment is a row, not a crash."""
    started = time.monotonic()
    peer = ", ".join([*pins(name), *node_pins(name), *checkout_pins(name)])
    report = HOME / f"{name}.xml"
    report.unlink(missing_ok=True)
    try:
        python = environment(name)
        modules = node_modules(name)
    except subprocess.CalledProcessError as error:
        return [Row(name, peer, "environment", f"not made: exit {error.returncode}")]
    made = time.monotonic()
    variables = os.environ | ({} if modules is None else {"MALICOUP_NODE_MODULES": str(modules)})
    options = ["-q", "-p", "no:cacheprovider", f"--junitxml={report}"]
    command = [str(python), "-m", "pytest", *options, str(TESTS / f"test_{name}.py")]
    done = subprocess.run(
        command, cwd=ROOT, env=variables, check=False, capture_output=True, text=True
    )
    spent = f"environment {made - started:.0f} s, tests {time.monotonic() - made:.0f} s"
    shown = done.stdout if done.returncode else done.stdout.strip().rpartition("\n")[2]
    print(f"== {name}: {spent}: {shown}", file=sys.stderr, flush=True)
    if not report.exists():
        print(done.stderr, file=sys.stderr)
        return [Row(name, peer, "all", "pytest did not run")]
    return list(_rows(name, peer, ET.parse(report).iter("testcase")))


def _rows(name: str, peer: str, cases: Iterable[ET.Element]) -> Iterator[Row]:
    """A row per test function; its cases are counted."""
    counts: dict[str, dict[str, int]] = {}
    for case in cases:
        words = case.get("name", "").split("[")[0].removeprefix("test_").replace("_", " ")
        kinds = {child.tag for child in case}
        failed = kinds & {"failure", "error"}
        result = "FAILED" if failed else "skipped" if "skipped" in kinds else "passed"
        count = counts.setdefault(words, {})
        count[result] = count.get(result, 0) + 1
    if not counts:
        yield Row(name, peer, "all", "no tests")
    for words, count in counts.items():
        yield Row(name, peer, words, ", ".join(f"{n} {result}" for result, n in count.items()))


def is_proven(row: Row) -> bool:
    """Whether all of its tests ran and passed."""
    return row.result.endswith(" passed") and "," not in row.result


def main() -> int:
    """Run what is asked for and print the table; fail where anything is not proven."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("formats", nargs="*", choices=[[], *names()], metavar="FORMAT")
    parser.add_argument("--quick", action="store_true", help="only the formats " + ", ".join(QUICK))
    parser.add_argument("--jobs", type=int, default=2, help="formats at a time (2)")
    asked = parser.parse_args()
    chosen = asked.formats or (QUICK if asked.quick else names())
    HOME.mkdir(exist_ok=True)
    with ThreadPoolExecutor(asked.jobs) as pool:
        rows = [row for found in pool.map(run, chosen) for row in found]
    print("\n| format | peer | what was compared | result |\n|---|---|---|---|")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    return int(not all(map(is_proven, rows)))


if __name__ == "__main__":
    sys.exit(main())
