"""What a corrected task says, in the terms that corrections are made in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from attrs import define, field

from malicoup.errors import DecodeError
from malicoup.formats._reading import FoundClaim, FoundCue, FoundMention, FoundQuote, Reading
from malicoup.formats.brat._types import CLAIM, CUE, HEDGE, KINDS, QUOTE, QUOTED
from malicoup.formats.labelstudio._write import our_id
from malicoup.model import (
    Article,
    Certainty,
    MentionForm,
    Polarity,
    QuoteStyle,
    Realis,
    Span,
    Stance,
)

_E = TypeVar("_E", bound=StrEnum)
_KIND_OF = {name: kind for kind, name in KINDS.items()}


@define
class Region:
    """A marked place, its label, and what was said of it."""

    id: str
    label: str
    span: Span
    said: dict[str, str] = field(factory=dict)


def read(files: Mapping[str, bytes], article: Article) -> Reading:
    """Read the task of *article* among the tasks of the one ``.json`` file in *files*.

    Raises:
        DecodeError: If there is no such file or task, or the task is broken.
    """
    names = [name for name in files if name.endswith(".json")]
    if len(names) != 1:
        raise DecodeError([f"one .json file is needed, there are {len(names)} @ $"])
    try:
        tasks = json.loads(files[names[0]])
        tasks = tasks if isinstance(tasks, list) else [tasks]
        ours = [task for task in tasks if task["data"]["text"] == article.text]
    except (ValueError, KeyError, TypeError) as error:
        fault = f"is no file of tasks (export them as JSON, not JSON-MIN): {error!r}"
        raise DecodeError([f"{fault} @ {names[0]}"]) from None
    if len(ours) != 1:
        raise DecodeError([f"{len(ours)} tasks have the text of the article @ {names[0]}"])
    remarks: list[str] = []
    return _Reader(_result(ours[0], remarks, names[0]), article, remarks).reading()


def _result(task: dict[str, Any], remarks: list[str], name: str) -> list[Any]:
    """What annotators made of the task; what the machine said, where nobody has yet.

    Raises:
        DecodeError: If there is neither: an empty result would mean that all was deleted.
    """
    done, said = (_objects(task.get(key)) for key in ("annotations", "predictions"))
    done = [annotation for annotation in done if not annotation.get("was_cancelled")]
    if len(done) > 1:
        remarks.append(f"{len(done)} annotators worked on it: the last annotation is read")
    if not done and said:
        remarks.append("no annotation: the prediction is read")
    result = (done or said or [{}])[-1].get("result")
    if not isinstance(result, list):
        raise DecodeError([f"the task has no annotation and no prediction @ {name}"])
    return result


def _objects(value: object) -> list[dict[str, Any]]:
    """The objects of a list; Label Studio may give numbers in place of predictions."""
    items = value if isinstance(value, list) else []
    return [item for item in items if isinstance(item, dict)]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"must be text, not {value!r}")
    return value


class _Reader:
    def __init__(self, result: list[Any], article: Article, remarks: list[str]) -> None:
        self.article = article
        self.remarks = remarks
        self.regions: dict[str, Region] = {}
        self._from: dict[tuple[str, str], list[str]] = {}
        faults: list[str] = []
        for i, item in enumerate(result):
            try:
                self._take(item)
            except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
                faults.append(f"cannot be read: {error!r} @ $.result[{i}]")
        for i, item in enumerate(result):
            if not faults and item["type"] == "relation":
                faults += self._relate(item, i)
        if faults:
            raise DecodeError(faults)

    def _take(self, item: dict[str, Any]) -> None:
        sort = item["type"]
        if sort == "relation":
            return
        value, key = item["value"], item["id"].partition("#")[0]
        start, end = value["start"], value["end"]
        if (
            type(start) is not int
            or type(end) is not int
            or not (0 <= start < end <= len(self.article.text))
        ):
            raise ValueError(f"no place of the text: {start!r}–{end!r}")
        if sort == "labels":
            span = Span(start=start, end=end)
            words, stands = value.get("text"), self.article.slice(span)
            if isinstance(words, str) and words.split() != stands.split():
                raise ValueError(f"says {words[:40]!r}, but there stands {stands[:40]!r}")
            self._region(key).span, self._region(key).label = span, _text(value["labels"][0])
        elif sort in ("choices", "textarea"):
            said = value["choices" if sort == "choices" else "text"]
            if said:
                last = said if isinstance(said, str) else said[-1]
                self._region(key).said[_text(item["from_name"])] = _text(last)

    def _region(self, key: str) -> Region:
        return self.regions.setdefault(key, Region(key, "", Span(start=0, end=0)))

    def _relate(self, item: dict[str, Any], number: int) -> list[str]:
        ends = [str(item.get(name)).partition("#")[0] for name in ("from_id", "to_id")]
        missing = [end for end in ends if end not in self.regions]
        if missing:
            return [f"points at {end}, which is not there @ $.result[{number}]" for end in missing]
        labels = item.get("labels") or []
        if not isinstance(labels, list) or not all(isinstance(label, str) for label in labels):
            return [f"has labels that are none: {labels!r} @ $.result[{number}]"]
        if not labels:
            self.remarks.append(f"a relation from {ends[0]} to {ends[1]} has no label: not read")
        a, b = ends if item.get("direction") != "left" else ends[::-1]
        for label in labels:
            self._from.setdefault((label, a), []).append(b)
        return []

    def reading(self) -> Reading:
        """Everything found, and what could not be used."""
        quotes, claims = tuple(self._quotes()), tuple(self._claims())
        mentions = tuple(self._mentions())
        known = {*_KIND_OF, QUOTE, QUOTED, CUE, HEDGE, CLAIM}
        for region in self.regions.values():
            if region.label not in known:
                self.remarks.append(f"{region.id} has an unknown label: {region.label!r}")
        return Reading(
            tool="labelstudio",
            mentions=mentions,
            quotes=quotes,
            claims=claims,
            remarks=tuple(self.remarks),
        )

    # --- Helpers ------------------------------

    def _of(self, *labels: str) -> Iterator[Region]:
        for region in self.regions.values():
            if region.label in labels:
                if self.article.slice(region.span).strip():
                    yield region
                else:
                    self.remarks.append(f"{region.id} has no words: not read")

    def _value(self, region: Region, name: str, vocabulary: type[_E]) -> _E | None:
        value = region.said.get(name)
        if value is None:
            return None
        try:
            return vocabulary(value)
        except ValueError:
            self.remarks.append(f"{region.id} has an unknown {name}: {value!r}")
            return None

    def _ends(self, name: str, region: Region, *labels: str) -> list[str]:
        ends = self._from.get((name, region.id), [])
        right = [end for end in ends if self.regions[end].label in labels]
        wrong = [end for end in ends if end not in right]
        self.remarks += [f"{name} of {region.id} leads to {end}: no end for it" for end in wrong]
        return right

    def _end(self, name: str, region: Region, *labels: str) -> str | None:
        ends = self._ends(name, region, *labels)
        if len(ends) > 1:
            self.remarks.append(f"{region.id} has {len(ends)} relations {name}: the first is used")
        return ends[0] if ends else None

    def _places(self, keys: list[str]) -> tuple[Span, ...]:
        return tuple(sorted(self.regions[key].span for key in keys))

    # --- Findings ------------------------------

    def _mentions(self) -> Iterator[FoundMention]:
        for region in self._of(*_KIND_OF):
            yield FoundMention(
                key=region.id,
                id=our_id(region.id, "mention"),
                span=region.span,
                kind=_KIND_OF[region.label],
                actor=region.said.get("actor", "").strip() or None,
                form=self._value(region, "form", MentionForm),
            )

    def _quotes(self) -> Iterator[FoundQuote]:
        for region in self._of(QUOTE):
            cue = self._end("cue", region, CUE)
            name = our_id(region.id, "quote")
            parts = self._places(self._ends("part", region, QUOTED))
            ours = next((quote for quote in self.article.quotes if quote.id == name), None)
            if not parts and ours is not None and ours.quoted == (ours.span,):
                parts = ours.quoted  # the whole quote, which needs no mark of its own
            yield FoundQuote(
                key=region.id,
                id=name,
                span=region.span,
                style=self._value(region, "style", QuoteStyle),
                cue=None if cue is None else self._cue(self.regions[cue]),
                speaker=self._end("source", region, *_KIND_OF),
                addressee=self._end("addressee", region, *_KIND_OF),
                quoted=parts,
            )

    def _cue(self, region: Region) -> FoundCue:
        lemma = region.said.get("lemma", "").strip() or None
        return FoundCue(span=region.span, lemma=lemma, stance=self._value(region, "stance", Stance))

    def _claims(self) -> Iterator[FoundClaim]:
        for region in self._of(CLAIM):
            yield FoundClaim(
                key=region.id,
                id=our_id(region.id, "claim"),
                span=region.span,
                certainty=self._value(region, "certainty", Certainty),
                polarity=self._value(region, "polarity", Polarity),
                realis=self._value(region, "realis", Realis),
                hedges=self._places(self._ends("hedge", region, HEDGE)),
                quote=self._end("said", region, QUOTE),
            )
