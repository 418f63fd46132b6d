"""The rule: a verb of sending, a mission that keeps the peace, and who sends."""

from __future__ import annotations

from importlib.resources import files

from malicoup.parse.records import Finding, Parties, Scene, Support, WordList, certainty_at, subject
from malicoup_peacekeeping.model import PeacekeepingDeployment

WORDS = WordList((files("malicoup_peacekeeping") / "words.tsv").read_text("utf-8"))


def find_deployments(scene: Scene, parties: Parties) -> list[Finding]:
    """The deployments of a report; what is only supposed or denied is none."""
    found = (_read(scene, parties, i) for i in WORDS.tagged(scene, "deploy"))
    return [finding for finding in found if finding is not None]


def _read(scene: Scene, parties: Parties, i: int) -> Finding | None:
    clause = scene.clause(i)
    mission = _mission(scene, i, clause.end)
    if mission is None or scene.supposed(i) or scene.negated(i) or not scene.is_verb(i):
        return None
    near = parties.within(clause.first, clause.end)
    sender = subject(scene, parties, i, near)
    actor = parties.actor(sender) if sender is not None else None
    if sender is None or actor is None:
        return None
    troops = next(
        (f for f in scene.figures_in(clause.first, clause.end)
         if WORDS.sense(scene, f.end - 1, "troops")), None,
    )  # fmt: skip
    placed = (k + 1 for k in range(mission, clause.end) if scene.form(k) == "في")
    country = next((c for k in placed if (c := scene.country_named(k)) is not None), None)
    when = next(iter(scene.whens_in(clause.first, clause.end)), None)
    values = {
        "contributor": actor.id,
        "mission": " ".join(scene.page.slice(mission, mission + 3).split()),
        "country": country,
        "troops": troops.quantity if troops is not None else None,
        "date": when.edtf if when is not None else None,
    }
    fields = [("contributor", sender.first, sender.end), ("mission", mission, mission + 3)]
    if troops is not None:
        fields.append(("troops", troops.first, troops.end))
    support = Support(i, i + 1, tuple(sorted(fields, key=lambda field: field[1])))
    certainty = certainty_at(scene, i)
    return Finding(PeacekeepingDeployment, values, (support,), "peacekeeping-verb", certainty)


def _mission(scene: Scene, i: int, end: int) -> int | None:
    """بعثة حفظ السلام: a mission whose next word keeps the peace."""
    for k in range(i + 1, end - 2):
        if WORDS.sense(scene, k, "mission") and WORDS.sense(scene, k + 1, "peace"):
            return k
    return None
