"""What PLOVER carries of an article, and why it does not carry the rest."""

from __future__ import annotations

from malicoup.formats._export import Rules, carry, lose

NOT_CODED = "only accusations and denials become records, and of these only the words"
IN_CODE = "kept only as what it means for the code"

RULES: Rules = {
    **lose("only the words of an event are kept", "", "text"),
    **carry("", "language", "url", "publisher"),
    **lose("kept only as words", "", "title"),
    **lose("kept only as the day of events without one", "", "published"),
    **carry("actors", "id", "name", "country"),
    **lose("kept only as a sector", "actors", "kind"),
    **{f"{records}.{name}": None for records in ("arms_deals", "events")
       for name in ("id", "certainty", "rule")},
    **carry("arms_deals", "supplier", "recipient", "order_date", "deliveries.date"),
    **lose(NOT_CODED, "", "quotes"),
    **lose(IN_CODE, "arms_deals", "status"),
    **carry("events", "date", "trainees", "provider", "ousted", "leaders", "sender", "target"),
    **lose("kept only as the recipient where nobody is named", "events", "Coup.country"),
    **lose(IN_CODE, "events", "joint_exercise", "outcome", "status", "measure"),
    **lose("kept only where nobody else trains", "events", "institution"),
}  # fmt: skip
