"""Codes and English names of countries, from ``data/countries.tsv``."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources
from typing import NamedTuple


class CountryNames(NamedTuple):
    """How other vocabularies call a country."""

    alpha3: str
    english: str


@functools.cache
def countries() -> Mapping[str, CountryNames]:
    """Names by ISO 3166-1 alpha-2 code."""
    file = resources.files("malicoup.formats") / "data" / "countries.tsv"
    lines = file.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {code: CountryNames(alpha3, english) for code, alpha3, english in rows}
