"""FollowTheMoney's schemata as far as they are used here, and its cleaning of values.

Source: followthemoney 4.11.2 and normality 3.1 (MIT), read 2026-11; written anew for malicoup.
A test with the real library checks every schema, property, type and cleaned value.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping

from attrs import Factory, define

from malicoup.model import Article

#: Type of each property in use; a property has the same type in every schema here.
TYPES: Mapping[str, str] = {
    **dict.fromkeys(["name", "alias"], "name"),
    **dict.fromkeys(
        [
            *("title", "fileName", "publisher", "position", "role", "detectedSchema"),
            *("authority", "provisions", "status", "currency", "keywords"),
        ],
        "string",
    ),
    **dict.fromkeys(["bodyText", "summary", "description", "notes", "goodsDescription"], "text"),
    **dict.fromkeys(["publishedAt", "date", "startDate", "endDate", "contractDate"], "date"),
    **dict.fromkeys(["country", "nationality", "contextCountry"], "country"),
    **dict.fromkeys(
        [
            *("proof", "member", "organization", "employee", "employer", "document", "resolved"),
            *("involved", "organizer", "entity", "supplier", "contract", "sender", "receiver"),
        ],
        "entity",
    ),
    "language": "language",
    "sourceUrl": "url",
    "gender": "gender",
    "topics": "topic",
    "location": "address",
    "amount": "number",
}
#: ``authority`` is words in a Sanction and an entity in a Contract.
EXCEPTIONS: Mapping[tuple[str, str], str] = {("Contract", "authority"): "entity"}
#: Types whose values are language, in FollowTheMoney's eyes.
SPOKEN = frozenset({"name", "string", "text", "address"})

#: Former states, which FollowTheMoney codes in its own way.
COUNTRIES: Mapping[str, str] = {"SU": "suhh", "YU": "yucs", "CS": "csxx"}
LANGUAGES: Mapping[str, str] = {
    **{"ar": "ara", "fa": "fas", "ur": "urd", "he": "heb", "tr": "tur"},
    **{"en": "eng", "fr": "fra", "de": "deu", "es": "spa", "ru": "rus"},
}

_SPACES = r"\u2000-\u200a\u2028\u2029\u0a00\u1680\u202f\u205f\u3000"
_DELETED = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u061c\u2060-\u2064\u00ad\ufeff]"
)
_SPACE = re.compile(f"[{_SPACES}]")
_BLANK = re.compile(rf"[\s{_SPACES}]+")
_QUOTED = re.compile(r"^[\"'](.*)[\"']$")
_SAFE_ID = re.compile(r"[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*")


def type_of(schema: str, prop: str) -> str:
    """FollowTheMoney's type of a property."""
    return EXCEPTIONS.get((schema, prop)) or TYPES[prop]


def clean(text: str, type: str) -> str:
    """*text* as FollowTheMoney keeps it, however often it reads it.

    Its cleaning composes characters and then deletes some, so what is left may compose anew
    the next time it is read: here that is done until nothing changes.
    """
    if type not in SPOKEN:
        return text  # codes, dates, ids, which are clean already
    cleaned = _clean_once(text, type)
    while cleaned != text:
        text, cleaned = cleaned, _clean_once(cleaned, type)
    return cleaned


def _clean_once(text: str, type: str) -> str:
    text = _SPACE.sub(" ", _DELETED.sub("", unicodedata.normalize("NFC", text))).strip()
    return _BLANK.sub(" ", _QUOTED.sub(r"\1", text)).strip(" ") if type == "name" else text


def country(code: str) -> str:
    """FollowTheMoney's code of a country."""
    return COUNTRIES.get(code, code.lower())


def article_key(article: Article) -> str:
    """Id of the article's entity; all other ids begin with it."""
    return f"mc-{article.text_sha256[:16]}"


def entity_id(article: Article, kind: str, id: str) -> str:
    """Id of an entity: ASCII letters, digits and hyphens, as FollowTheMoney asks."""
    safe = id if _SAFE_ID.fullmatch(id) else f"x{hashlib.sha256(id.encode()).hexdigest()[:16]}"
    return f"{article_key(article)}-{kind}-{safe}"


@define(frozen=True)
class Value:
    """A value as FollowTheMoney keeps it, as it was given, and its language."""

    value: str
    original: str
    lang: str | None


@define
class Entity:
    """An entity in the making: values by property, without doubles."""

    id: str
    schema: str
    properties: dict[str, list[Value]] = Factory(dict)

    def put(self, prop: str, given: str, *, lang: str | None = None) -> Value:
        """Add a value; what comes back tells how it was cleaned."""
        kind = type_of(self.schema, prop)
        value = Value(clean(given, kind), given, lang if kind in SPOKEN else None)
        values = self.properties.setdefault(prop, [])
        if value.value and value.value not in [known.value for known in values]:
            values.append(value)
        if not values:
            del self.properties[prop]
        return value

    def document(self) -> dict[str, object]:
        """The entity as JSON data."""
        properties = {
            prop: [value.value for value in values] for prop, values in self.properties.items()
        }
        return {"id": self.id, "schema": self.schema, "properties": properties}
