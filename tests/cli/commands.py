"""Runs the command line in this process and in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

import malicoup
from malicoup.cli import main

NEWS = "قال الوزير سامي العلي إن المحادثات انتهت.\n"
MORE = "أكدت الوزيرة سلمى الحداد أن الاتفاق جاهز للتوقيع.\n"
PACKAGES = str(Path(malicoup.__file__).parents[1])


def run(*arguments: object, **options: Any) -> Result:
    """Run a command; an exception that is no exit is raised here."""
    result = CliRunner().invoke(main, [str(a) for a in arguments], prog_name="malicoup", **options)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def command(*arguments: object) -> list[str]:
    """The words that start a real process."""
    start = "import sys; sys.argv[0] = 'malicoup'; from malicoup.cli import main; main()"
    return [sys.executable, "-c", start, *map(str, arguments)]


def process(
    *arguments: object, shell: str | None = None, **options: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a process of its own; ``shell`` adds pipes and redirections."""
    env = {**os.environ, "PYTHONPATH": PACKAGES}
    words: Any = command(*arguments)
    if shell is not None:
        words = ["bash", "-c", f'set -o pipefail; "$@" {shell}', "bash", *words]
    options.setdefault("stdin", subprocess.DEVNULL if "input" not in options else None)
    return subprocess.run(words, env=env, capture_output=True, timeout=60, check=False, **options)
