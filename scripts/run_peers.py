"""Run the tests of tests/peers, each file in an environment of its own, and print a table.

For each ``requirements-NAME.txt`` a virtual environment is made under ``.peers/NAME`` with
malicoup, the pinned peers and pytest; ``package-NAME.json`` adds programs of npm. Nothing of
this reaches the project's own environment. Environments are kept and used again while their
requirements stay the same.

    python scripts/run_peers.py            # all
    python scripts/run_peers.py ftm brat   # some
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests" / "peers"
HOME = ROOT / ".peers"
TOOLS = ("pytest>=9.0", "hypothesis>=6.150")


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


def environment(name: str) -> Path:
    """The Python of the environment of *name*, made where it is missing or out of date."""
    home = HOME / name
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    mark = home / "requirements.sha256"
    wanted = hashlib.sha256("\n".join([*pins(name), *TOOLS, sys.version]).encode()).hexdigest()
    if not (mark.exists() and mark.read_text() == wanted and python.exists()):
        shutil.rmtree(home, ignore_errors=True)
        venv.create(home, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run(
            [*install, *TOOLS, "-r", str(TESTS / f"requirements-{name}.txt")], check=True
        )
        subprocess.run([*install, "-e", str(ROOT)], check=True)
        mark.write_text(wanted)
    return python


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
        copy.write_bytes(package.read_bytes())
        subprocess.run(
            [npm, "install", "--no-audit", "--no-fund", "--silent"], cwd=home, check=True
        )
    return home / "node_modules"


def run(name: str) -> list[Row]:
    """Run the tests of one format; a failing environment is a row, not a crash."""
    peer = ", ".join([*pins(name), *node_pins(name)])
    report = HOME / f"{name}.xml"
    report.unlink(missing_ok=True)
    try:
        python = environment(name)
        modules = node_modules(name)
    except subprocess.CalledProcessError as error:
        return [Row(name, peer, "environment", f"not made: exit {error.returncode}")]
    variables = os.environ | ({} if modules is None else {"MALICOUP_NODE_MODULES": str(modules)})
    test = TESTS / f"test_{name}.py"
    command = [
        str(python),
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        f"--junitxml={report}",
        str(test),
    ]
    subprocess.run(command, cwd=ROOT, env=variables, check=False)
    if not report.exists():
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


def main() -> int:
    """Run what is asked for and print the table; fail where anything failed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("formats", nargs="*", choices=[[], *names()], metavar="FORMAT")
    chosen = parser.parse_args().formats or names()
    HOME.mkdir(exist_ok=True)
    rows = [row for name in chosen for row in run(name)]
    print("\n| format | peer | what was compared | result |\n|---|---|---|---|")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    return int(any("passed" not in row.result or "FAILED" in row.result for row in rows))


if __name__ == "__main__":
    sys.exit(main())
