"""Virtual environments: ``.venv`` of the project, and those of its peers; standard library only."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import tomllib
import venv

ROOT = pathlib.Path(__file__).resolve().parents[1]
OLDEST = (3, 11)


def prepare(*extras: str) -> pathlib.Path:
    """Create ``.venv`` where it is missing and install the project with *extras*.

    The project is built as a wheel and installed from it, never linked to the source tree: what
    the wheel lacks is missing here too.

    Returns:
        The environment's Python.
    """
    if sys.version_info < OLDEST:
        sys.exit(f"malicoup needs Python {'.'.join(map(str, OLDEST))} or newer")
    folder = ROOT / ".venv"
    python = python_of(folder)
    if not python.exists():
        print(f"creating {folder.name}", flush=True)
        _create(folder)
    what = f".[{','.join(extras)}]" if extras else "."
    print(f"installing {what}", flush=True)
    subprocess.run([*_pip(python), "install", "--quiet", what], cwd=ROOT, check=True)
    return python


def python_of(folder: pathlib.Path) -> pathlib.Path:
    """The Python of the environment in *folder*, made or not."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def own_needs() -> list[str]:
    """What malicoup itself needs, as ``pyproject.toml`` lists it."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    needs: list[str] = tomllib.loads(text)["project"]["dependencies"]
    return needs


def _create(folder: pathlib.Path) -> None:
    try:
        venv.EnvBuilder(with_pip=True).create(folder)
    except subprocess.CalledProcessError:  # some systems ship Python without ensurepip
        venv.EnvBuilder(with_pip=False, clear=True).create(folder)


def _pip(python: pathlib.Path) -> list[str]:
    """The environment's own pip, or where it has none the one that runs this, told to serve it."""
    own = [str(python), "-m", "pip"]
    if subprocess.run([*own, "--version"], capture_output=True).returncode == 0:
        return own
    return [sys.executable, "-m", "pip", "--python", str(python)]
