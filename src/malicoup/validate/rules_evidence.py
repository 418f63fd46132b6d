"""Evidence: from which claim and which words a record was read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from malicoup.model import (
    ArmsDeal,
    Evidence,
    FieldSpan,
    Polarity,
    Record,
    RecordCertainty,
    Severity,
    Statistic,
)
from malicoup.validate._context import Context, Path, field_names
from malicoup.validate._registry import Finding, rule

_STEP = re.compile(r"\.|\[(\d{1,9})\]\.?", re.ASCII)
_MISSING = object()


def _evidence(context: Context) -> Iterator[tuple[Path, Record, Evidence]]:
    for path, record in context.records:
        for i, evidence in enumerate(record.evidence):
            yield (*path, "evidence", i), record, evidence


def _fields(context: Context) -> Iterator[tuple[Path, Record, Evidence, FieldSpan]]:
    for path, record, evidence in _evidence(context):
        for i, field in enumerate(evidence.fields):
            yield (*path, "fields", i), record, evidence, field


def _value(record: object, name: str) -> object:
    """What *record* holds under *name*, such as ``weapon.category``, ``deliveries[0].date``."""
    value = record
    for step in filter(None, _STEP.split(name)):
        if isinstance(value, tuple):
            value = value[int(step)] if step.isdecimal() and int(step) < len(value) else _MISSING
        elif step in field_names(type(value)):
            value = getattr(value, step)
        else:
            return _MISSING
    return _MISSING if value is record else value


@rule(Severity.ERROR)
def evidence_field_unknown(context: Context) -> Iterator[Finding]:
    """A field with evidence is a field of the record.

    The name is that of the class (``order_date``); a part of a field is named with dots and
    indices (``weapon.category``, ``deliveries[0].date``) and has to be there.
    """
    for path, record, _, field in _fields(context):
        if _value(record, field.name) is _MISSING:
            message = f"{type(record).__name__} has no {field.name!r}"
            yield Finding((*path, "name"), message, field.span)


@rule(Severity.INFO)
def evidence_field_empty(context: Context) -> Iterator[Finding]:
    """A field with evidence has a value.

    Words were found for it, but nothing was made of them.
    """
    for path, record, _, field in _fields(context):
        if _value(record, field.name) in (None, ()):
            yield Finding((*path, "name"), f"{field.name!r} is empty in the record", field.span)


@rule(Severity.WARNING)
def evidence_blank(context: Context) -> Iterator[Finding]:
    """Evidence names a claim or a field.

    Evidence of nothing is none.
    """
    for path, _, evidence in _evidence(context):
        if evidence.claim is None and not evidence.fields:
            yield Finding(path, "has neither claim nor fields")


@rule(Severity.WARNING)
def evidence_claim_repeated(context: Context) -> Iterator[Finding]:
    """A record has one piece of evidence for each claim.

    Two would count one witness twice.
    """
    for path, record in context.records:
        seen: set[str] = set()
        for i, evidence in enumerate(record.evidence):
            if evidence.claim is not None and evidence.claim in seen:
                where = (*path, "evidence", i, "claim")
                yield Finding(where, f"{evidence.claim!r} is given already")
            seen.add(evidence.claim or "")


@rule(Severity.WARNING)
def evidence_far_from_claim(context: Context) -> Iterator[Finding]:
    """The words of a field stand in the paragraph of the claim they are evidence with.

    Within the claim, or beside it where it leans on its sentence. Words of another paragraph
    are evidence of their own, without a claim or with theirs.
    """
    for path, _, evidence, field in _fields(context):
        claim = context.claims.get(evidence.claim or "")
        if claim is not None and not context.near(field.span, claim.span):
            yield Finding((*path, "span"), f"stands far from the claim {claim.id!r}", field.span)


@rule(Severity.INFO)
def record_without_evidence(context: Context) -> Iterator[Finding]:
    """Every record has evidence.

    A record that cannot be traced to words has to be taken on trust.
    """
    for path, record in context.records:
        if not record.evidence:
            yield Finding((*path, "evidence"), "is empty")


@rule(Severity.INFO)
def record_source_not_holder(context: Context) -> Iterator[Finding]:
    """The source of a record is a holder of one of the claims that are its evidence.

    Who vouches for it should have said so. Records without claims are not asked, nor are
    statistics: their source is whose figure it is, whoever tells it here.
    """
    for path, record in context.records:
        source = None if isinstance(record, Statistic) else getattr(record, "source", None)
        claims = [context.claims.get(evidence.claim or "") for evidence in record.evidence]
        holders = [claim.holders for claim in claims if claim is not None]
        if source is not None and holders and not any(source in chain for chain in holders):
            yield Finding((*path, "source"), f"{source!r} holds no claim given as evidence")


@rule(Severity.INFO)
def asserted_but_denied(context: Context) -> Iterator[Finding]:
    """A record told as fact has a claim that does not deny it, where it has claims.

    If all its claims are negative, the record is denied.
    """
    for path, record in context.records:
        claims = [context.claims.get(evidence.claim or "") for evidence in record.evidence]
        signs = {claim.polarity for claim in claims if claim is not None}
        if record.certainty is RecordCertainty.ASSERTED and signs == {Polarity.NEGATIVE}:
            yield Finding((*path, "certainty"), "is asserted, but every claim is negative")


@rule(Severity.ERROR)
def alternative_field_unknown(context: Context) -> Iterator[Finding]:
    """An alternative reading is of a field of the deal.

    Named as in evidence: ``ordered``, ``weapon.designation``.
    """
    for path, record in context.records:
        for i, other in enumerate(record.alternatives if isinstance(record, ArmsDeal) else ()):
            if _value(record, other.name) is _MISSING:
                where = (*path, "alternatives", i, "name")
                yield Finding(where, f"ArmsDeal has no {other.name!r}", other.span)


@rule(Severity.INFO)
def records_out_of_order(context: Context) -> Iterator[Finding]:
    """Records of one list stand in the order of their first evidence.

    Records without a place may stand anywhere.
    """
    latest: dict[object, int] = {}
    for path, record in context.records:
        start = _first_place(context, record)
        before = latest.get(path[0], 0)
        if start is not None and start < before:
            yield Finding(path, "has evidence before that of the record above it")
        latest[path[0]] = max(before, start or 0)


def _first_place(context: Context, record: Record) -> int | None:
    claims = (context.claims.get(evidence.claim or "") for evidence in record.evidence)
    starts = [claim.span.start for claim in claims if claim is not None]
    starts += [field.span.start for evidence in record.evidence for field in evidence.fields]
    return min(starts, default=None)
