"""What a corrected brat file says, in the terms that corrections are made in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from malicoup.errors import DecodeError
from malicoup.formats._reading import (
    FoundClaim,
    FoundCue,
    FoundMention,
    FoundQuote,
    FoundRecord,
    Reading,
)
from malicoup.formats._roles import ROLES, role_name
from malicoup.formats.brat._lines import Ann, read_lines
from malicoup.formats.brat._types import (
    CLAIM,
    COREF,
    CUE,
    DATE,
    EVENTS,
    HEDGE,
    KINDS,
    QUANTITY,
    QUOTE,
    QUOTED,
    RELATIONS,
)
from malicoup.formats.brat._write import AnnWriter, plain_text
from malicoup.model import (
    Article,
    Certainty,
    CoupOutcome,
    DealStatus,
    MeasureStatus,
    MentionForm,
    Polarity,
    QuoteStyle,
    Realis,
    RecordCertainty,
    Stance,
)

_E = TypeVar("_E", bound=StrEnum)
_KIND_OF = {name: kind for kind, name in KINDS.items()}
_RECORD_VALUES: Mapping[str, tuple[str, type[StrEnum]]] = {
    "Standing": ("certainty", RecordCertainty),
    "DealStatus": ("status", DealStatus),
    "Outcome": ("outcome", CoupOutcome),
    "MeasureStatus": ("status", MeasureStatus),
}


def read(files: Mapping[str, bytes], article: Article) -> Reading:
    """Read the one ``.ann`` file among *files*.

    Raises:
        DecodeError: If there is not exactly one, or it is broken, or not of this text.
    """
    names = [name for name in files if name.endswith(".ann")]
    if len(names) != 1:
        raise DecodeError([f"one .ann file is needed, there are {len(names)} @ $"])
    text_name = f"{names[0].removesuffix('.ann')}.txt"
    expected = plain_text(article.text).encode("utf-8", "surrogatepass")
    if files.get(text_name, expected) != expected:
        raise DecodeError([f"is not the text of the article @ {text_name}"])
    ann = read_lines(files[names[0]], names[0], article.text)
    return _Reader(ann, article).reading()


class _Reader:
    def __init__(self, ann: Ann, article: Article) -> None:
        self.ann = ann
        self.article = article
        self.remarks: list[str] = []
        self._from: dict[tuple[str, str], list[str]] = {}
        for name, a, b in ann.relations:
            self._from.setdefault((name, a), []).append(b)

    def reading(self) -> Reading:
        """Everything found, and what could not be used."""
        quotes = tuple(self._quotes())
        claims = tuple(self._claims())
        mentions = tuple(self._mentions())
        records = tuple(self._records())
        self._remark_on_values()
        self._remark_on_rest()
        return Reading(
            tool="brat",
            mentions=mentions,
            quotes=quotes,
            claims=claims,
            records=records,
            remarks=tuple(self.remarks),
        )

    # --- Helpers ------------------------------

    def _of(self, *types: str) -> Iterator[str]:
        yield from (name for name, (sort, _) in self.ann.spans.items() if sort in types)

    def _id(self, key: str) -> str | None:
        found = self.ann.ids.get(key, {}).get("id")
        return found if isinstance(found, str) and found.strip() else None

    def _value(self, key: str, name: str, vocabulary: type[_E]) -> _E | None:
        value = self.ann.attributes.get((key, name))
        if value is None:
            return None
        try:
            return vocabulary(value)
        except ValueError:
            self.remarks.append(f"{key} has an unknown {name}: {value!r}")
            return None

    def _ends(self, name: str, key: str, *types: str) -> list[str]:
        """Where the relations of that name lead to, those to another type left out."""
        ends = self._from.get((name, key), [])
        wrong = [end for end in ends if self.ann.spans.get(end, ("",))[0] not in types]
        self.remarks += [f"{name} of {key} leads to {end}, which is no end for it" for end in wrong]
        return [end for end in ends if end not in wrong]

    def _end(self, name: str, key: str, *types: str) -> str | None:
        ends = self._ends(name, key, *types)
        if len(ends) > 1:
            self.remarks.append(f"{key} has {len(ends)} relations {name}: the first is used")
        return ends[0] if ends else None

    # --- Findings ------------------------------

    def _mentions(self) -> Iterator[FoundMention]:
        groups = self._groups()
        for key in self._of(*_KIND_OF):
            sort, span = self.ann.spans[key]
            yield FoundMention(
                key=key,
                id=self._id(key),
                span=span,
                kind=_KIND_OF[sort],
                group=groups.get(key, key),
                form=self._value(key, "Form", MentionForm),
            )

    def _groups(self) -> dict[str, str]:
        """The name of its group for each text-bound annotation that is in one."""
        pairs = [(a, b) for name, a, b in self.ann.relations if name == COREF]
        of: dict[str, str] = {}
        for members in [*self.ann.groups, *pairs]:
            merged = {of.get(member, member) for member in members} | {*members}
            label = min(merged, key=_number)
            of |= {key: label for key, other in of.items() if other in merged}
            of |= dict.fromkeys(members, label)
        return of

    def _quotes(self) -> Iterator[FoundQuote]:
        for key in self._of(QUOTE):
            cue = self._end("Cue", key, CUE)
            parts = self._ends("Part", key, QUOTED)
            yield FoundQuote(
                key=key,
                id=self._id(key),
                span=self.ann.spans[key][1],
                style=self._value(key, "Style", QuoteStyle),
                cue=None if cue is None else self._cue(cue),
                speaker=self._end("Source", key, *_KIND_OF),
                addressee=self._end("Addressee", key, *_KIND_OF),
                quoted=self._quoted(key, parts),
            )

    def _quoted(self, key: str, parts: list[str]) -> Any:
        """The parts in marks; a quote that was all in marks has no mark for it."""
        ours = next((q for q in self.article.quotes if q.id == self._id(key)), None)
        if not parts and ours is not None and ours.quoted == (ours.span,):
            return ours.quoted
        return tuple(self.ann.spans[part][1] for part in parts)

    def _cue(self, key: str) -> FoundCue:
        lemma = self.ann.ids.get(key, {}).get("lemma")
        return FoundCue(
            span=self.ann.spans[key][1],
            lemma=lemma if isinstance(lemma, str) and lemma.strip() else None,
            stance=self._value(key, "Stance", Stance),
        )

    def _claims(self) -> Iterator[FoundClaim]:
        for key in self._of(CLAIM):
            hedges = self._ends("Hedges", key, HEDGE)
            yield FoundClaim(
                key=key,
                id=self._id(key),
                span=self.ann.spans[key][1],
                certainty=self._value(key, "Certainty", Certainty),
                polarity=self._value(key, "Polarity", Polarity),
                realis=self._value(key, "Realis", Realis),
                hedges=tuple(self.ann.spans[hedge][1] for hedge in hedges),
                quote=self._end("Said", key, QUOTE),
            )

    def _records(self) -> Iterator[FoundRecord]:
        for key, (sort, _, pairs) in self.ann.events.items():
            if sort not in EVENTS:
                self.remarks.append(f"{key} is of an unknown type: {sort}")
                continue
            fields = {role_name(field): field for field in ROLES[EVENTS[sort]]}
            roles: dict[str, tuple[str, ...]] = {}
            for role, target in pairs:
                field = fields.get(role.rstrip("0123456789"))
                if field is None or self.ann.spans.get(target, ("",))[0] not in _KIND_OF:
                    self.remarks.append(f"{key} has a role that is not read: {role}:{target}")
                else:
                    roles[field] = (*roles.get(field, ()), target)
            values = {
                field: value
                for name, (field, vocabulary) in _RECORD_VALUES.items()
                if (value := self._value(key, name, vocabulary)) is not None
            }
            yield FoundRecord(key=key, id=self._id(key), kind=sort, roles=roles, values=values)

    # --- Remarks ------------------------------

    def _remark_on_values(self) -> None:
        """Dates and quantities are shown, but not read back."""
        writer = AnnWriter(self.article)
        for sort, name in ((DATE, "dates"), (QUANTITY, "quantities")):
            before = sorted(writer.places(sort))
            after = sorted(self.ann.spans[key][1] for key in self._of(sort))
            if before != after:
                self.remarks.append(f"{name} were changed, but are not read back")

    def _remark_on_rest(self) -> None:
        known = {*_KIND_OF, QUOTE, QUOTED, CUE, HEDGE, CLAIM, DATE, QUANTITY, *EVENTS}
        for key, (sort, _) in self.ann.spans.items():
            if sort not in known:
                self.remarks.append(f"{key} is of an unknown type: {sort}")
        for name in dict.fromkeys(name for name, _, _ in self.ann.relations):
            if name not in (*RELATIONS, COREF):
                self.remarks.append(f"relations {name} are not read")
        self.remarks += [f"{key} leaves words out; all of it is read" for key in self.ann.broken]
        self.remarks += [f"note on {target}: {text}" for target, text in self.ann.notes]


def _number(key: str) -> int:
    return int(re.sub(r"\D", "", key) or 0)
