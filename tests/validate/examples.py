"""An example for every code: a function of the code's name that builds an article."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import ModuleType

from malicoup.model import Article
from validate import (
    examples_actors,
    examples_claims,
    examples_evidence,
    examples_ids,
    examples_quotes,
    examples_records,
    examples_text,
    examples_times,
)


def _examples(module: ModuleType) -> dict[str, Callable[[], Article]]:
    own = inspect.getmembers(
        module, lambda f: inspect.isfunction(f) and f.__module__ == module.__name__
    )
    return {name.replace("_", "-"): function for name, function in own}


EXAMPLES: dict[str, Callable[[], Article]] = (
    _examples(examples_text)
    | _examples(examples_times)
    | _examples(examples_ids)
    | _examples(examples_actors)
    | _examples(examples_quotes)
    | _examples(examples_claims)
    | _examples(examples_evidence)
    | _examples(examples_records)
)
