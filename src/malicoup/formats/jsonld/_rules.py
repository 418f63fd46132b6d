"""What schema.org carries of an article, and why it does not carry the rest."""

from __future__ import annotations

from malicoup.formats._export import Rules, carry, lose

IN_NAME = "kept only as words of the name"
OFFSETS = "schema.org knows no places in a text; the words are kept"

RULES: Rules = {
    **carry("", "text", "language", "published", "url", "publisher"),
    **lose(OFFSETS, "", "title", "lede"),
    **lose(OFFSETS, "sections", "heading"),
    **lose("the text is kept in one piece", "sections", "paragraphs"),
    **carry("actors", "id", "name", "aliases", "country", "kind"),
    **carry("actors", "rank", "title", "roles", "affiliation", "gender"),
    **carry("quotes", "id", "speaker", "addressee", "style"),
    **lose(OFFSETS, "quotes", "span"),
    **carry("claims", "id", "holders"),
    **lose(OFFSETS, "claims", "span"),
    **{f"{records}.id": None for records in ("arms_deals", "events", "statistics")},
    **{f"{records}.certainty": IN_NAME for records in ("arms_deals", "events", "statistics")},
    **carry("arms_deals", "supplier", "recipient", "order_date", "value.amount", "value.currency"),
    **lose(IN_NAME, "arms_deals", "weapon.designation", "weapon.description", "status"),
    **carry("events", "date", "trainees", "provider", "institution", "place", "country"),
    **carry("events", "duration", "ousted", "leaders", "sender", "target"),
    **lose(IN_NAME, "events", "subject", "joint_exercise", "outcome", "measure", "status"),
    **carry("statistics", "value.minimum", "value.maximum", "value.unit"),
    **lose(OFFSETS, "statistics", "value.span"),
    **carry("statistics", "subject", "period", "measure"),
    **lose("kept only as a part of the variable", "statistics", "scope"),
}
