"""People whose names only their place shows: read where a cue calls for its subject.

Done before the roster is filled, so that their later mentions, roles and bodies are found like
those of everybody else.
"""

from __future__ import annotations

from malicoup.model import ActorKind
from malicoup.parse.names.person import described_name, read_name
from malicoup.parse.names.phrase import Phrase, name_span
from malicoup.parse.page import Page
from malicoup.parse.quotes.frame import Frame
from malicoup.parse.quotes.subject import is_prepositional, skip_circumstances


def add_subjects(page: Page, phrases: list[Phrase], frames: list[Frame]) -> list[Phrase]:
    """The phrases of a page with those names added that stand as the subject of a cue."""
    covered = {k: p for p in phrases for k in range(p.first, p.end)}
    found: dict[int, Phrase] = {}
    replaced: set[int] = set()
    for frame in frames:
        read = _read(page, frame, covered)
        if read is not None and read.first not in found:
            found[read.first] = read
            inner = {covered[k].first for k in range(read.first, read.end) if k in covered}
            replaced |= inner
    if not found:
        return phrases
    kept = [p for p in phrases if p.first not in replaced]
    return sorted([*kept, *found.values()], key=lambda p: p.first)


def _read(page: Page, frame: Frame, covered: dict[int, Phrase]) -> Phrase | None:
    first, end = frame.gap
    if frame.subject == "after":
        first = skip_circumstances(page, first, end)
    elif frame.subject != "source":
        return None
    if first >= end or first in covered or is_prepositional(page, first):
        return None
    first = described_name(page, first)
    if first >= end or first in covered:
        return None
    name = read_name(page, first, expected=True)
    if name is None or name.end > end or name.end - name.first < 2:
        return None
    for k in range(name.first, name.end):  # أبو الخير inside of a longer name
        inner = covered.get(k)
        if inner is not None and (inner.kind != ActorKind.PERSON or inner.end > name.end):
            return None
    gender = name.gender or (frame.gender if frame.number == "s" else None)
    return Phrase(
        first, name.end, ActorKind.PERSON, "name-behind-cue",
        name=name_span(page, name.first, name.end, name.stem.form), gender=gender,
    )  # fmt: skip
