"""Set malicoup up in ``.venv`` and show what it reads from the seed article.

Usage: python3 scripts/try.py
"""

from __future__ import annotations

import subprocess
import sys

import _venv


def main() -> int:
    python = _venv.prepare()
    seed = next((_venv.ROOT / "seeds").glob("*.txt"))
    command = [str(python), "-m", "malicoup", "parse", "--to", "text"]
    command += ["--published", "2020-08-26", str(seed)]
    return subprocess.run(command, cwd=_venv.ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
