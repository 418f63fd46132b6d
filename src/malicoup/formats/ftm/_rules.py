"""What FollowTheMoney carries of an article, and why it does not carry the rest."""

from __future__ import annotations

from malicoup.formats._export import Rules, carry, lose

IN_WORDS = "kept only as words of a name or description"
OFFSETS = "FollowTheMoney knows no places in a text"
RECORDS = ("arms_deals", "events", "statistics")

RULES: Rules = {
    **carry("", "text", "language", "published", "url", "publisher"),
    **lose(f"{OFFSETS}; the words are kept", "", "title", "lede"),
    **lose("the text is kept in one piece", "", "sections"),
    **carry("actors", "id", "name", "aliases", "country", "kind"),
    **carry("actors", "rank", "title", "roles", "affiliation", "gender"),
    **carry("mentions", "id", "actor"),
    **lose(f"{OFFSETS}; the words are kept", "mentions", "span"),
    **carry("quotes", "id", "speaker"),
    **lose(f"{OFFSETS}; the words are kept", "quotes", "span"),
    **lose(IN_WORDS, "quotes", "style"),
    **carry("claims", "id", "holders"),
    **lose(f"{OFFSETS}; the words are kept", "claims", "span"),
    **lose(IN_WORDS, "claims", "certainty", "polarity", "realis"),
    **{f"{records}.id": None for records in RECORDS},
    **{f"{records}.certainty": IN_WORDS for records in RECORDS},
    **carry("arms_deals", "supplier", "recipient", "order_date", "value", "status"),
    **carry("arms_deals", "condition"),
    **lose(IN_WORDS, "arms_deals", "weapon.designation", "weapon.description", "ordered"),
    **carry("arms_deals", "deliveries.date"),
    **lose(IN_WORDS, "arms_deals", "deliveries.quantity", "deliveries.condition"),
    **carry("events", "date"),
    **carry("events", "trainees", "provider", "place", "country", "sender", "target"),
    **lose("kept as one of those involved", "events", "institution"),
    **carry("events", "ousted", "leaders", "alleged_leaders"),
    **lose(IN_WORDS, "events", "duration", "number_trained", "subject", "joint_exercise"),
    **lose(IN_WORDS, "events", "outcome", "measure", "status"),
    **carry("events", "Sanction.measure", "Sanction.status"),
    **carry("statistics", "subject"),
    **lose(IN_WORDS, "statistics", "value", "measure", "scope", "period"),
}
