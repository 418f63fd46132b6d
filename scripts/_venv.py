"""Makes the virtual environment ``.venv`` of the project; standard library only."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import venv

ROOT = pathlib.Path(__file__).resolve().parents[1]
OLDEST = (3, 11)


def prepare(*extras: str) -> pathlib.Path:
    """Create ``.venv`` where it is missing and install the project with *extras*.

    Returns:
        The environment's Python.
    """
    if sys.version_info < OLDEST:
        sys.exit(f"malicoup needs Python {'.'.join(map(str, OLDEST))} or newer")
    folder = ROOT / ".venv"
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        print(f"creating {folder.name}", flush=True)
        venv.EnvBuilder(with_pip=True).create(folder)
    what = f".[{','.join(extras)}]" if extras else "."
    print(f"installing {what}", flush=True)
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--editable", what], cwd=ROOT, check=True
    )
    return python
