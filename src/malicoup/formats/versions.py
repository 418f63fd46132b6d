"""Versions of the native format: which one a document has, and how to bring it up to date.

The version changes whenever a document of the new version could not be read as one of the old,
and whenever a default changes, since fields that equal their default are left out.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

from malicoup.errors import DecodeError
from malicoup.formats._faults import describe

#: The version that is written.
FORMAT_VERSION = "1.0"

Step = Callable[[dict[str, Any]], dict[str, Any]]

#: One pure function per pair of neighbouring versions: old → (new, function).
_STEPS: Mapping[str, tuple[str, Step]] = {}


def known_versions() -> tuple[str, ...]:
    """Every version that can be read, the oldest first."""
    return (*_STEPS, FORMAT_VERSION)


def identify(document: object) -> str:
    """The version of the format that *document* says it has.

    Raises:
        DecodeError: If it is no document of malicoup, or of a version that is not known.
    """
    if not isinstance(document, dict):
        raise DecodeError([f"must be an object, not {describe(document)} @ $"])
    if "malicoup" not in document:
        raise DecodeError([f'key missing, such as "malicoup": "{FORMAT_VERSION}" @ $.malicoup'])
    version = document["malicoup"]
    if not isinstance(version, str) or version not in known_versions():
        known = ", ".join(known_versions())
        fault = f"unknown version of the format, known are {known}: {describe(version)}"
        raise DecodeError([f"{fault} @ $.malicoup"])
    return version


def migrate(document: object, to: str = FORMAT_VERSION) -> dict[str, Any]:
    """A copy of *document* in version *to*; the original is left as it is.

    Raises:
        DecodeError: As ``identify``.
        ValueError: If *to* is no known version, or older than the document.
    """
    version = identify(document)
    known = known_versions()
    if to not in known or known.index(to) < known.index(version):
        raise ValueError(f"cannot migrate from version {version} to {to}")
    result: Any = copy.deepcopy(document)
    while version != to:
        version, step = _STEPS[version]
        result = {**step(result), "malicoup": version}
    return dict(result)
