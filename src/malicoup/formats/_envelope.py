"""The outermost object of a document: the version of the format, and the article."""

from __future__ import annotations

from typing import Any

from attrs import define, field
from cattrs import BaseValidationError, Converter

from malicoup.errors import EncodeError, ModelError
from malicoup.formats._faults import Fault, collect, decode_error
from malicoup.formats._strict import MAX_DEPTH, is_too_deep
from malicoup.formats.versions import FORMAT_VERSION, identify, migrate
from malicoup.model import Article


def _current(instance: object, attribute: Any, value: Any) -> None:
    if value != FORMAT_VERSION:
        raise ModelError("Envelope.malicoup", value, f"must be {FORMAT_VERSION}")


@define(frozen=True, kw_only=True)
class Envelope:
    """A file of malicoup's native format."""

    malicoup: str = field(validator=_current)
    article: Article


def wrap(article: Article, converter: Converter) -> dict[str, Any]:
    """The document that stands for *article*.

    Raises:
        EncodeError: If *article* is no article, or holds something the format cannot say.
    """
    if not isinstance(article, Article):
        raise EncodeError(f"only an Article can be written, not {type(article).__name__}")
    envelope = Envelope(malicoup=FORMAT_VERSION, article=article)
    document: dict[str, Any] = converter.unstructure(envelope, Envelope)
    return document


def unwrap(document: object, converter: Converter) -> Article:
    """The article that *document* stands for; older versions are migrated.

    Raises:
        DecodeError: If the version is unknown or anything does not fit the format.
    """
    if identify(document) != FORMAT_VERSION:
        document = migrate(document)
    try:
        return converter.structure(document, Envelope).article
    except BaseValidationError as error:
        faults = list(collect(error))
    if is_too_deep(document):
        faults.append(Fault((), f"nested more than {MAX_DEPTH} levels deep"))
    raise decode_error(faults, document)
