"""Figures of arms, spending, aid and casualties, with what they measure and when."""

from __future__ import annotations

from typing import Any

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, Statistic
from malicoup.parse.names.roster import Draft
from malicoup.parse.records._arguments import subject
from malicoup.parse.records._finding import Finding, Support
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._parties import Parties
from malicoup.parse.records._party import Party
from malicoup.parse.records._scene import COMMAS, Figure, Scene, When
from malicoup.parse.records._statistic_kinds import (
    follows_measure,
    is_change,
    is_other,
    kind_of,
    measure_at,
    span_of_time,
)

_EXCEPT = frozenset({"باستثناء", "عدا", "ماعدا", "سوى"})


def find_statistics(scene: Scene, parties: Parties) -> list[Finding]:
    """The figures of a report that say how much, how many, what share; prices of deals are none."""
    found: list[Finding] = []
    period: str | None = None
    for figure in scene.figures:
        finding = _read(scene, parties, figure, period, found[-1] if found else None)
        if finding is not None and not _repeats(found, finding):
            period = finding.values["period"] or period
            found.append(finding)
    return [f for f in found if not _is_rounded(f, found)]


def _is_rounded(finding: Finding, found: list[Finding]) -> bool:
    """أكثر من نصف مليون beside 511,000: the exact figure of one toll stands for both."""
    value = finding.values["value"]
    if value.maximum is not None or finding.rule != "statistic-toll":
        return False
    return any(
        other.rule == finding.rule
        and other.values["value"].unit != "percent"
        and other.values["value"].value is not None
        and value.minimum <= other.values["value"].value <= value.minimum * 2
        for other in found
    )


def _repeats(found: list[Finding], finding: Finding) -> bool:
    value = finding.values["value"]
    return any(
        (f.values["value"].minimum, f.values["value"].unit) == (value.minimum, value.unit)
        for f in found
    )


def _read(
    scene: Scene, parties: Parties, figure: Figure, period: str | None, last: Finding | None
) -> Finding | None:
    quantity = figure.quantity
    if quantity.unit == "ordinal" or quantity.duration is not None or quantity.rule == "dual":
        return None
    if quantity.minimum is None and quantity.maximum is None:
        return None
    before = scene.page.words[figure.first - 1].readings if figure.first else ()
    bare = quantity.unit is None and (quantity.minimum or 0) < 100
    if bare and any(r.entry.data == "time" for r in before):  # قبل سنوات سبع
        return None
    rule = kind_of(scene, figure)
    goes_on = last is not None and 0 <= _apart(scene, last, figure) <= 1
    if rule is None and goes_on and is_change(scene, figure):
        rule = "share"  # وحققت كذا ارتفاعا بنسبة كذا: of what the sentence before measured
    if rule is None or is_other(scene, figure):
        return None
    clause = scene.clause(figure.first)
    when = _when(scene, figure)
    yearly = scene.has(clause.first, clause.end, Family.STATISTIC, "period") is not None
    timed = yearly or when is not None or period is not None or span_of_time(scene, figure)
    if rule not in ("share", "stock") and not timed and not follows_measure(scene, figure):
        return None
    first, end = _measure(scene, figure, clause.first, clause.end)
    who = _subject(scene, parties, figure)
    holder = parties.actor(who) if who is not None else None
    values: dict[str, Any] = {
        "value": quantity,
        "measure": _text(scene, first, end),
        "subject": holder.id if holder is not None else None,
        "scope": _scope(scene, figure),
        "excludes": _excluded(scene, parties, figure, holder),
        "period": _period(scene, when, figure) or period,
    }
    source = _source(scene, parties, figure)
    if source is None and last is not None and _lines_apart(scene, last, figure) <= 2:
        source = last.values.get("source")
    if source is not None:
        values["source"] = source
    if last is not None and goes_on and not _says_what(scene, first, end):
        values["measure"] = last.values["measure"]
    fields = [("value", figure.first, figure.end), ("measure", first, end)]
    if when is not None:
        fields.append(("period", when.first, when.end))
    if who is not None and holder is not None:
        fields.append(("subject", who.first, who.end))
    fields.sort(key=lambda f: f[1])
    support = Support(figure.first, figure.end, tuple(fields))
    return Finding(Statistic, values, (support,), f"statistic-{rule}")


def _apart(scene: Scene, last: Finding, figure: Figure) -> int:
    """How many sentences lie between a figure and the one before."""
    before = last.support[0].first
    return scene.clause(figure.first).sentence - scene.clause(before).sentence


def _lines_apart(scene: Scene, last: Finding, figure: Figure) -> int:
    return scene.page.line_of[figure.first] - scene.page.line_of[last.support[0].first]


def _says_what(scene: Scene, first: int, end: int) -> bool:
    """Whether words tell what is measured, and not only how it changed."""
    return any(
        scene.sense(k, Family.STATISTIC, "topic", "toll", "strength", "own") is not None
        or (measure_at(scene, k) and not scene.base(k).startswith(("نسب", "بنسب")))
        for k in range(first, end)
    )


# -- what it measures ------------------------------


def _measure(scene: Scene, figure: Figure, first: int, end: int) -> tuple[int, int]:
    """The words that say what is measured: from the measure's noun on, up to verb or figure."""
    sentence, stop = scene.sentence(figure.first)
    spots = [
        k
        for k in scene.tagged_in(max(sentence, figure.first - 24), figure.first, Family.STATISTIC)
        if measure_at(scene, k)
        or scene.sense(k, Family.STATISTIC, "toll", "change", "spend") is not None
    ]
    while len(spots) > 1 and _points_back(scene, spots[-1]):  # ما نسبته كذا
        spots.pop()
    if spots and not _told_behind(scene, spots[-1], figure):
        start = _head(scene, spots, figure)
        last = start + 1
        while last < figure.first and not _ends(scene, last, start):
            last += 1
        return start, min(last, start + 10)
    last = figure.end
    while last < min(end, figure.end + 9, stop) and scene.page.raw(last) not in (*COMMAS, "."):
        last += 1
    return (figure.end, last) if last > figure.end else (max(first, figure.first - 3), figure.end)


def _points_back(scene: Scene, k: int) -> bool:
    found = scene.sense(k, Family.STATISTIC, "measure")
    return found is not None and bool(found[0].pronoun) and found[1].value == "frame"


def _told_behind(scene: Scene, spot: int, figure: Figure) -> bool:
    """خصصت كذا لاقتناء الأسلحة, 85 في المئة من هؤلاء قتلوا: the measure stands behind."""
    spent = scene.sense(spot, Family.STATISTIC, "spend") is not None
    end = scene.clause(figure.first).end
    share = figure.quantity.unit == "percent" and scene.form(figure.end) == "من"
    toll = scene.has(figure.end, min(end, figure.end + 6), Family.STATISTIC, "toll")
    return spent or (share and toll is not None)


def _head(scene: Scene, spots: list[int], figure: Figure) -> int:
    """The noun that opens the measure: the last run of measure words before the figure."""
    del figure
    start = spots[-1]
    for k in reversed(spots[:-1]):
        if start - k > 4 or any(scene.page.raw(n) in COMMAS for n in range(k, start)):
            break
        start = k
    return start


def _ends(scene: Scene, k: int, start: int) -> bool:
    if scene.page.kind(k) in "pb":
        return scene.page.raw(k) not in '()"«»“”'
    return k > start + 1 and scene.base(k) in ("بنسبة", "الى", "نحو", "حوالي")


def _text(scene: Scene, first: int, end: int) -> str:
    return " ".join(scene.page.slice(first, end).split())


def _scope(scene: Scene, figure: Figure) -> str | None:
    """Of what a share is one: من إجمالي …, من الناتج المحلي."""
    k = figure.end
    if scene.form(k) != "من":
        return None
    last = k + 1
    while last < len(scene.page) and scene.page.kind(last) == "w" and last - k < 9:
        if scene.base(last) in ("خلال", "في", "منذ") or scene.is_verb(last):
            break
        last += 1
    return _text(scene, k + 1, last) if last > k + 1 else None


# -- who, when, says who ------------------------------


def _subject(scene: Scene, parties: Parties, figure: Figure) -> Party | None:
    clause = scene.clause(figure.first)
    near = parties.within(clause.first, clause.end)
    for k in range(clause.first, figure.first):
        if scene.sense(k, Family.STATISTIC, "spend", "change", "size", "measure"):
            verb = scene.sense(k, Family.STATISTIC)
            if verb is not None and verb[1].form == "verb" and scene.is_verb(k):
                found = subject(scene, parties, k, near)
                if found is not None and found.kind != ActorKind.PERSON:
                    return found
    sentence, _ = scene.sentence(figure.first)
    before = [
        p
        for p in parties.within(max(sentence, clause.first - 14), figure.first)
        if p.country is not None or p.kind == "place"
    ]
    return before[-1] if before else None


def _when(scene: Scene, figure: Figure) -> When | None:
    clause = scene.clause(figure.first)
    sentence, stop = scene.sentence(figure.first)
    for first, end in ((clause.first, clause.end), (sentence, stop)):
        found = [w for w in scene.whens_in(first, end) if not _is_compared(scene, w)]
        if found:
            return min(found, key=lambda w: abs(w.first - figure.first))
    if any(scene.base(k) == "منذ" for k in range(figure.end, stop)):
        before = scene.whens_in(0, figure.first)  # منذ اندلاعها: since the date told before
        return before[-1] if before else None
    return None


def _is_compared(scene: Scene, when: When) -> bool:
    """مما كان عليه في عام, مقارنة بعام: the time a figure is compared with."""
    near = range(max(when.first - 3, 0), when.first + 1)
    return any(scene.base(k) in ("عليه", "عليها", "مقارنة", "بالمقارنة") for k in near)


def _period(scene: Scene, when: When | None, figure: Figure) -> str | None:
    """The time of a figure; "since X" is X to the day of publication."""
    if when is None:
        return None
    _, stop = scene.sentence(figure.first)
    since = "منذ" in {scene.base(when.first - 1), scene.base(when.first)} or (
        when.first < scene.sentence(figure.first)[0]
        and any(scene.base(k) == "منذ" for k in range(figure.end, stop))
    )
    if since and scene.published is not None and when.edtf and "/" not in when.edtf:
        today = scene.published.isoformat()
        return f"{when.edtf}/{today}" if when.edtf[: len(today)] < today else when.edtf
    return when.edtf


def _excluded(
    scene: Scene, parties: Parties, figure: Figure, holder: Draft | None
) -> tuple[str, ...]:
    _, stop = scene.sentence(figure.first)
    for k in range(figure.end, stop):
        if scene.base(k) in _EXCEPT:
            found = parties.within(k + 1, k + 3)
            drafts = [parties.actor(p) for p in found]
            return tuple(d.id for d in drafts if d is not None and d is not holder)
    return ()


def _source(scene: Scene, parties: Parties, figure: Figure) -> str | None:
    """Whose figure it is: the speaker of the claim, else the body that reported last."""
    speaker = scene.book.speaker_at(figure.first, figure.end)
    told = next((d for d in scene.roster.drafts if d.id == speaker), None)
    if told is None:
        told = _last_speaker(scene, figure)
    # Only where a word of reports stands before: most lines of a report hold none.
    behind = [k for k in range(1, figure.first) if scene.page.words[k - 1].tags & _REPORTS]
    near = (p for k in behind for p in parties.within(k, k + 1))
    body = next((p.draft for p in near if _reports(p)), None)
    if told is not None and told.kind == ActorKind.UNNAMED and body is None:
        body = _last_body(scene, figure)
    if told is None or told.kind == ActorKind.UNNAMED:
        return body.id if body is not None else told.id if told is not None else None
    if body is not None and body is not told and body.heads & told.heads:
        return body.id  # المعهد السويدي for the institute named before
    return told.id


def _last_body(scene: Scene, figure: Figure) -> Draft | None:
    """The organisation that spoke last before a figure of nameless ones."""
    for frame, told in reversed(list(zip(scene.frames, scene.speakers, strict=True))):
        spoke = told.actor is not None and told.actor.kind == ActorKind.ORGANIZATION
        if frame.cue[0] < figure.first and spoke:
            return told.actor
    return None


def _last_speaker(scene: Scene, figure: Figure) -> Draft | None:
    """The body that reported last in this line or the one before."""
    line = scene.page.line_of[figure.first]
    for frame, told in reversed(list(zip(scene.frames, scene.speakers, strict=True))):
        near = 0 <= line - scene.page.line_of[frame.cue[0]] <= 1
        if frame.cue[0] < figure.first and near and told.actor is not None:
            person = told.actor.kind == ActorKind.PERSON
            return None if person else told.actor
    return None


_REPORTS = Tag.UNNAMED | Tag.ACCORDING


def _reports(party: Party) -> bool:
    """تقرير معهد كذا: whether a word of reports stands before a body that can make one."""
    return party.draft is not None and party.draft.kind == ActorKind.ORGANIZATION
