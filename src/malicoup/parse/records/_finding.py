"""What a rule hands on: a record before it has an id, with the words it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from malicoup.lexicon.build import CueData
from malicoup.lexicon.words import Tag
from malicoup.model import Evidence, FieldSpan, Record, RecordCertainty, Stance
from malicoup.parse.claims import hedge_table
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._scene import Scene

_ALLEGING = frozenset({Stance.ALLEGING, Stance.ACCUSING})


class Support(NamedTuple):
    """Words that state a record: tokens, half-open, and the tokens of each field."""

    first: int
    end: int
    fields: tuple[tuple[str, int, int], ...] = ()


class Finding(NamedTuple):
    """A record as a rule found it.

    Attributes:
        kind: Its class.
        values: Its fields, without id, evidence, rule and certainty.
        support: Where it was read, in text order.
        rule: The rule that found it.
        certainty: How it stands.
    """

    kind: type[Record]
    values: dict[str, Any]
    support: tuple[Support, ...]
    rule: str
    certainty: RecordCertainty = RecordCertainty.ASSERTED


def make_record(scene: Scene, finding: Finding, id: str) -> Record:
    """Build the object; every place is in a claim of the book by now."""
    values = dict(finding.values)
    if "source" not in values:
        values["source"] = source_of(scene, finding)
    names = {field.name for field in finding.kind.__attrs_attrs__}
    return finding.kind(
        id=id,
        certainty=finding.certainty,
        evidence=_evidence(scene, finding),
        rule=finding.rule,
        **{name: value for name, value in values.items() if name in names},
    )


def source_of(scene: Scene, finding: Finding) -> str | None:
    """Who vouches: the speaker of the first claim that has one."""
    for support in finding.support:
        speaker = scene.book.speaker_at(support.first, support.end)
        if speaker is not None:
            return speaker
    return None


def _evidence(scene: Scene, finding: Finding) -> tuple[Evidence, ...]:
    fields: dict[str, list[FieldSpan]] = {}
    loose: list[FieldSpan] = []
    for support in finding.support:
        claim = scene.book.at(support.first, support.end)
        held = fields.setdefault(claim, [])
        line = scene.page.line_of[support.first]
        for name, first, end in support.fields:
            span = FieldSpan(name=name, span=scene.page.span(first, end))
            near = scene.page.line_of[first] == line
            (held if near else loose).append(span)
    found = [Evidence(claim=claim, fields=tuple(f)) for claim, f in fields.items()]
    if loose:
        found.append(Evidence(fields=tuple(loose)))
    return tuple(found)


def certainty_at(scene: Scene, i: int, *, denied: bool = False) -> RecordCertainty:
    """How a record told at token *i* stands.

    Denied where its own clause is negated or its cue denies; alleged where its cue alleges or
    accuses, or a hedge stands in its clause right before it; else asserted.
    """
    stance = scene.book.stance_at(i, i + 1)
    if denied != (stance is Stance.DENYING):
        return RecordCertainty.DENIED
    if stance in _ALLEGING or hedged(scene, i) or accused(scene, i):
        return RecordCertainty.ALLEGED
    return RecordCertainty.ASSERTED


def joint_certainty(found: Sequence[RecordCertainty]) -> RecordCertainty:
    """How a record stands that several mentions tell of, in text order.

    Denied where the first mention denies it; else asserted where one asserts it; else as the
    first one has it.
    """
    if found[0] is RecordCertainty.DENIED:
        return found[0]
    return RecordCertainty.ASSERTED if RecordCertainty.ASSERTED in found else found[0]


def accused(scene: Scene, i: int) -> bool:
    """Whether a verb of accusing or alleging governs token *i* in its clause."""
    for k in range(scene.clause(i).first, i):
        for reading in scene.page.words[k].readings:
            data = reading.entry.data
            told = reading.entry.person == 3 and not scene.page.words[k].tags & Tag.NOUN
            if told and isinstance(data, CueData) and data.stance in _ALLEGING:
                return True
    return False


def hedged(scene: Scene, i: int) -> bool:
    """Whether a hedge of the clause stands right before or behind token *i*."""
    clause = scene.clause(i)
    hedges = scene.page.once(hedge_table)
    for k in range(max(clause.first, i - 7), min(i + 3, clause.end)):
        hedge = hedges.get(k)
        if hedge is not None and hedge.realis is None and hedge.certainty == "possible":
            return not _of_agreement(scene, k)
    return False


def _of_agreement(scene: Scene, k: int) -> bool:
    """صفقة محتملة: a possible deal that is agreed to is told as a fact, as a deal to come."""
    noun = scene.sense(k - 1, Family.DEAL, "deal", "supply", "acquire")
    return noun is not None and noun[1].form == "noun"
