"""The same text gives the same article in every process, whatever its hash seed."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

SAMPLE = pathlib.Path(__file__).parents[1] / "sample"
_READ = """
import hashlib, pathlib, sys
import malicoup
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt")):
    written = malicoup.dumps(malicoup.parse(path.read_text(encoding="utf-8")))
    print(path.name, hashlib.sha256(written.encode()).hexdigest())
"""


def read(seed: int) -> list[str]:
    """A digest of the article of every sample report, made in a process of that hash seed."""
    command = [sys.executable, "-c", _READ, str(SAMPLE)]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_the_hash_seed_changes_nothing() -> None:
    first = read(1)
    assert len(first) == len(list(SAMPLE.glob("*.txt")))
    assert read(2) == first
