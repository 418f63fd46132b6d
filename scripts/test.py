"""Build the wheel, install it with what the tests need into ``.venv``, and run every check.

The tests run on the installed wheel, so that a file the wheel lacks is missed; pytest comes last.

Usage: python3 scripts/test.py [--only NAME …]

Names: style, types, imports, generated, docs, peers, tests. ``peers`` runs two of the programs
that read our files; ``python3 scripts/run_peers.py`` runs all.
"""

from __future__ import annotations

import subprocess
import sys
import time

import _venv

CHECKS: dict[str, list[list[str]]] = {
    "style": [["ruff", "check", "."], ["ruff", "format", "--check", "."]],
    "types": [["mypy"]],
    # Its module does nothing when it is run with -m, and says that all is well.
    "imports": [["-c", "from importlinter.cli import lint_imports_command as c; c()"]],
    "generated": [
        [f"scripts/{name}.py", "--check"]
        for name in (
            "build_codes",
            "build_countries",
            "build_months",
            "build_cli_docs",
            "build_rules_docs",
            "build_schema",
            "build_seed_docs",
            "build_validation_docs",
            "compile_sample",
        )
    ],
    "docs": [
        ["sphinx", "-n", "-W", "--keep-going", "-q", "-b", "html", "docs", "docs/_build/html"]
    ],
    "peers": [["scripts/run_peers.py", "--quick"]],
    "tests": [["pytest", "--cov", "--cov-report=term:skip-covered", "--cov-fail-under=95"]],
}


def main() -> int:
    names = sys.argv[2:] if sys.argv[1:2] == ["--only"] else list(CHECKS)
    python = _venv.prepare("test", "lint", "docs", "parquet")
    for name in names:
        for command in CHECKS[name]:
            started = time.monotonic()
            print(f"\n== {name}: {' '.join(command)}", flush=True)
            module = [] if command[0].startswith("-") or command[0].endswith(".py") else ["-m"]
            status = subprocess.run([python, *module, *command], cwd=_venv.ROOT).returncode
            if status:
                print(f"== {name} failed after {time.monotonic() - started:.0f} s", flush=True)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
