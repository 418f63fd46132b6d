"""Reads the lines of a ``.ann`` file, whoever wrote them."""

from __future__ import annotations

import json
import re
from typing import Any

from attrs import define, field

from malicoup.errors import DecodeError
from malicoup.formats.brat._types import NOTE
from malicoup.formats.brat._write import plain_text
from malicoup.model import Span

_TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t(.*))?", re.ASCII)
_EVENT = re.compile(r"(E\d+)\t(\S+):(T\d+)((?: \S+:[TE]\d+)*)\s*", re.ASCII)
_RELATION = re.compile(r"(R\d+)\t(\S+) Arg1:([TE]\d+) Arg2:([TE]\d+)\s*", re.ASCII)
_EQUIVALENCE = re.compile(r"\*\t(\S+)((?: T\d+)+)\s*", re.ASCII)
_ATTRIBUTE = re.compile(r"([AM]\d+)\t(\S+) ([TER]\d+)(?: (\S+))?\s*", re.ASCII)
_NOTE = re.compile(r"#\d*\t(\S+) (\S+)(?:\t(.*))?", re.ASCII)


@define
class Ann:
    """What the lines say, by the names brat gave.

    Attributes:
        spans: Type and place of text-bound annotations.
        broken: Those of them that leave words out between their pieces.
        events: Type, trigger, roles with targets.
        relations: Type, first end, second end.
        groups: Equivalent text-bound annotations.
        attributes: Values by target and name.
        ids: What our notes say, by target.
        notes: What annotators wrote, by target.
    """

    spans: dict[str, tuple[str, Span]] = field(factory=dict)
    broken: list[str] = field(factory=list)
    events: dict[str, tuple[str, str, list[tuple[str, str]]]] = field(factory=dict)
    relations: list[tuple[str, str, str]] = field(factory=list)
    groups: list[tuple[str, ...]] = field(factory=list)
    attributes: dict[tuple[str, str], str] = field(factory=dict)
    ids: dict[str, dict[str, Any]] = field(factory=dict)
    notes: list[tuple[str, str]] = field(factory=list)


def read_lines(data: bytes, name: str, text: str) -> Ann:
    """Read the lines of *data*.

    Raises:
        DecodeError: If a line cannot be read, or its words do not stand in *text* where it says.
    """
    try:
        lines = data.decode("utf-8").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        raise DecodeError([f"is not UTF-8 (byte {error.start}) @ {name}"]) from None
    ann, faults = Ann(), []
    shown = plain_text(text)
    for number, line in enumerate(lines, start=1):
        fault = _read_line(ann, line, shown) if line.strip() else None
        if fault is not None:
            faults.append(f"{fault} @ {name}:{number}")
    faults += _dangling(ann, name)
    if faults:
        raise DecodeError(faults)
    return ann


def _read_line(ann: Ann, line: str, text: str) -> str | None:
    """Take one line in; what is wrong with it, or None."""
    if (match := _TEXT_BOUND.fullmatch(line)) is not None:
        return _text_bound(ann, match, text)
    if (match := _EVENT.fullmatch(line)) is not None:
        pairs = [pair.rpartition(":") for pair in match[4].split()]
        ann.events[match[1]] = match[2], match[3], [(role, to) for role, _, to in pairs]
    elif (match := _RELATION.fullmatch(line)) is not None:
        ann.relations.append((match[2], match[3], match[4]))
    elif (match := _EQUIVALENCE.fullmatch(line)) is not None:
        ann.groups.append(tuple(match[2].split()))
    elif (match := _ATTRIBUTE.fullmatch(line)) is not None:
        ann.attributes[match[3], match[2]] = match[4] or ""
    elif (match := _NOTE.fullmatch(line)) is not None:
        _note(ann, match[1], match[2], match[3] or "")
    elif not line.startswith("N"):  # lines that link to outside ids are not ours
        return f"is no line of brat: {line[:40]!r}"
    return None


def _text_bound(ann: Ann, match: re.Match[str], text: str) -> str | None:
    name, sort, places, words = match.groups()
    pieces = [tuple(map(int, place.split())) for place in places.split(";")]
    if name in ann.spans:
        return f"{name} stands twice"
    if any(not start < end <= len(text) for start, end in pieces):
        return f"{name} is outside the text of {len(text)} characters: {places}"
    covered = " ".join(text[start:end] for start, end in pieces)
    # brat itself trims; what counts is that the offsets mean the same words.
    if words is not None and words.split() != covered.split():
        return f"{name} says {words[:40]!r}, but there stands {covered[:40]!r}"
    first, last = min(start for start, _ in pieces), max(end for _, end in pieces)
    ann.spans[name] = sort, Span(start=first, end=last)
    if "".join(text[first:last].split()) != "".join(covered.split()):
        ann.broken.append(name)
    return None


def _note(ann: Ann, type: str, target: str, text: str) -> None:
    if type != NOTE:
        ann.notes.append((target, text))
        return
    try:
        said = json.loads(text)
    except ValueError:
        said = None
    if isinstance(said, dict):
        ann.ids[target] = said
    else:
        ann.notes.append((target, text))


def _dangling(ann: Ann, name: str) -> list[str]:
    """Lines that point at nothing."""
    targets = [
        *(end for _, a, b in ann.relations for end in (a, b)),
        *(end for group in ann.groups for end in group),
        *(end for end, _ in ann.attributes if not end.startswith("R")),
        *(trigger for _, trigger, _ in ann.events.values()),
        *(end for _, _, roles in ann.events.values() for _, end in roles),
    ]
    known = {*ann.spans, *ann.events}
    missing = [end for end in dict.fromkeys(targets) if end not in known]
    return [f"points at {end}, which is not there @ {name}" for end in missing]
