"""The example of a record type in a package of its own, installed and run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from malicoup.errors import ModelError
from malicoup.extension import RecordType
from malicoup.model import Event, Suspension

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "docs" / "examples" / "peacekeeping"


def install(target: Path) -> None:
    """Lay the example out in *target* as an installer does, its entry points with it."""
    shutil.copytree(EXAMPLE / "src" / "malicoup_peacekeeping", target / "malicoup_peacekeeping")
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text("utf-8"))["project"]
    info = target / f"malicoup_peacekeeping-{project['version']}.dist-info"
    info.mkdir()
    name, version = project["name"], project["version"]
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    info.joinpath("METADATA").write_text(metadata)
    lines = []
    for group, points in project["entry-points"].items():
        lines += [f"[{group}]", *(f"{key} = {value}" for key, value in points.items())]
    info.joinpath("entry_points.txt").write_text("\n".join(lines) + "\n")


def test_the_example_works_once_installed(tmp_path: Path) -> None:
    install(tmp_path)
    path = os.pathsep.join(filter(None, [str(tmp_path), *sys.path]))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull]
    done = subprocess.run(
        [*command, f"--rootdir={tmp_path}", str(EXAMPLE / "tests")],
        env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout


def _nothing(scene: object, parties: object) -> list[object]:
    return []


@pytest.mark.parametrize("cls", [dict, Event])
def test_a_type_needs_an_event_with_a_kind(cls: type) -> None:
    with pytest.raises(ModelError):
        RecordType(cls=cls, find=_nothing)  # type: ignore[arg-type]


def test_a_type_needs_the_fields_it_names() -> None:
    with pytest.raises(ModelError, match="nobody"):
        RecordType(cls=Suspension, find=_nothing, actors=("nobody",))
