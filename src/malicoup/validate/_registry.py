"""The registry of rules: one function a code.

To add a rule, write a function in the ``rules_*`` module it belongs to, decorate it with
``rule(severity)``, say in its docstring what it asks and why, add an example of the same name
to ``tests/validate/examples_*.py`` and run ``scripts/build_validation_docs.py``.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import NamedTuple

from malicoup.model import Severity, Span
from malicoup.validate._context import Context, Path


class Finding(NamedTuple):
    """What a rule yields: a place and what is wrong there."""

    path: Path
    message: str
    span: Span | None = None


Check = Callable[[Context], Iterator[Finding]]


class Rule(NamedTuple):
    """One code with its severity and the function that asks for it."""

    code: str
    severity: Severity
    check: Check

    @property
    def doc(self) -> str:
        """What the rule asks, and why."""
        return inspect.getdoc(self.check) or ""


#: Every rule by its code, in the order of definition.
RULES: dict[str, Rule] = {}


def rule(severity: Severity) -> Callable[[Check], Check]:
    """Register a function as the rule whose code is its name, with hyphens."""

    def register(check: Check) -> Check:
        code = check.__name__.replace("_", "-")
        RULES[code] = Rule(code, severity, check)
        return check

    return register
