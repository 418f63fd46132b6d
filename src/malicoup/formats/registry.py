"""The export formats by name; a format's module is imported when it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Protocol, cast

from malicoup.errors import ConversionError
from malicoup.formats._export import Export, Loss
from malicoup.model import Article

__all__ = ["FORMATS", "Export", "Format", "Loss", "get"]

#: Name -> module. The native ``json`` and ``jsonl`` are not exports and stand apart.
FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "ftm": "malicoup.formats.ftm",
        "jsonld": "malicoup.formats.jsonld",
        "webanno": "malicoup.formats.webanno",
        "hypothesis": "malicoup.formats.hypothesis",
        "brat": "malicoup.formats.brat",
        "cas": "malicoup.formats.cas",
        "spacy": "malicoup.formats.spacy_docbin",
        "labelstudio": "malicoup.formats.labelstudio",
        "parquet": "malicoup.formats.parquet",
        "csv": "malicoup.formats.csv",
        "plover": "malicoup.formats.plover",
        "sipri": "malicoup.formats.sipri",
        "citron": "malicoup.formats.citron",
    }
)


class Format(Protocol):
    """What every export module has.

    Attributes:
        EXTRA: Name of the extra whose packages it needs; None where it needs none.
        SUFFIX: Of the one file it writes; empty for a folder.
        TEXT: Whether its files are text in UTF-8.
    """

    EXTRA: str | None
    SUFFIX: str
    TEXT: bool

    def dumps(self, article: Article, **options: Any) -> Export:
        """Write one article."""

    def dump_many(self, articles: Iterable[Article], **options: Any) -> Export:
        """Write several articles."""


def get(name: str) -> Format:
    """The module of the format *name*.

    Raises:
        ConversionError: If there is no such format; the message names the known ones.
    """
    if name not in FORMATS:
        raise ConversionError(f"unknown format {name!r}, known are: {', '.join(FORMATS)}")
    return cast(Format, importlib.import_module(FORMATS[name]))
