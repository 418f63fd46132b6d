"""Names that brat shows: types of spans, relations, events and attributes, and their labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from malicoup.formats._roles import MANY, ROLES, role_name
from malicoup.model import (
    ActorKind,
    Certainty,
    CoupOutcome,
    DealStatus,
    MeasureStatus,
    MentionForm,
    Polarity,
    QuoteStyle,
    Realis,
    Record,
    RecordCertainty,
    Stance,
)
from malicoup.model.record import ArmsDeal, Coup, Measure

#: Type of the words for an actor of each kind.
KINDS: Mapping[ActorKind, str] = {
    kind: "".join(part.capitalize() for part in kind.split("_")) for kind in ActorKind
}
QUOTE, QUOTED, CUE, HEDGE, CLAIM = "QuoteContent", "Quoted", "Cue", "Hedge", "Claim"
DATE, QUANTITY = "Date", "Quantity"
SPANS = (*KINDS.values(), QUOTE, QUOTED, CUE, HEDGE, CLAIM, DATE, QUANTITY)
EVENTS: Mapping[str, type[Record]] = {cl.__name__: cl for cl in ROLES}
COREF = "Coref"
#: Type of the notes that hold our ids and values; AnnotatorNotes stay the annotators' own.
NOTE = "Malicoup"

#: Name -> first end, second end.
RELATIONS: Mapping[str, tuple[str, str]] = {
    "Cue": (QUOTE, CUE),
    "Source": (QUOTE, "<ACTOR>"),
    "Addressee": (QUOTE, "<ACTOR>"),
    "Part": (QUOTE, QUOTED),
    "Said": (CLAIM, QUOTE),
    "Hedges": (CLAIM, HEDGE),
}

_FORMS = [form for form in MentionForm if form is not MentionForm.DROPPED]
_MEASURES = "|".join(name for name, cl in EVENTS.items() if issubclass(cl, Measure))
#: Name -> what it may stand on, values.
ATTRIBUTES: Mapping[str, tuple[str, Sequence[StrEnum]]] = {
    "Form": ("<ACTOR>", _FORMS),
    "Style": (QUOTE, list(QuoteStyle)),
    "Stance": (CUE, list(Stance)),
    "Certainty": (CLAIM, list(Certainty)),
    "Polarity": (CLAIM, list(Polarity)),
    "Realis": (CLAIM, list(Realis)),
    "Standing": ("<EVENT>", list(RecordCertainty)),
    "DealStatus": (ArmsDeal.__name__, list(DealStatus)),
    "Outcome": (Coup.__name__, list(CoupOutcome)),
    "MeasureStatus": (_MEASURES, list(MeasureStatus)),
}

_ACTOR_MACRO = f"<ACTOR>={'|'.join(KINDS.values())}"


def annotation_conf() -> str:
    """The file that tells brat what may be annotated."""
    relations = [f"{name}\tArg1:{a}, Arg2:{b}" for name, (a, b) in RELATIONS.items()]
    attributes = [
        f"{name}\tArg:{on}, Value:{'|'.join(values)}" for name, (on, values) in ATTRIBUTES.items()
    ]
    sections = {
        "entities": [*SPANS],
        "relations": [
            _ACTOR_MACRO,
            *relations,
            f"{COREF}\tArg1:<ACTOR>, Arg2:<ACTOR>, <REL-TYPE>:symmetric-transitive",
            # Without this line brat falls back to settings for proteins, in silence.
            "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>",
        ],
        "events": [_ACTOR_MACRO, *(f"{name}\t{_roles(cl)}" for name, cl in EVENTS.items())],
        "attributes": [_ACTOR_MACRO, *attributes],
    }
    return "\n".join(f"[{name}]\n" + "\n".join(lines) + "\n" for name, lines in sections.items())


def _roles(cl: type[Record]) -> str:
    return ", ".join(f"{role_name(f)}{'*' if f in MANY else '?'}:<ACTOR>" for f in ROLES[cl])


# --- Labels and colours ------------------------------

_ARABIC: Mapping[str, str] = {
    "Person": "شخص",
    "Organization": "منظمة",
    "Media": "وسيلة إعلام",
    "Government": "حكومة",
    "ArmedForce": "قوة نظامية",
    "ArmedGroup": "جماعة مسلحة",
    "Country": "دولة",
    "Facility": "منشأة",
    "Unnamed": "مصدر بلا اسم",
    QUOTE: "قول",
    QUOTED: "بين علامتين",
    CUE: "لفظ القول",
    HEDGE: "تحفظ",
    CLAIM: "ادعاء",
    DATE: "تاريخ",
    QUANTITY: "كمية",
    "ArmsDeal": "صفقة سلاح",
    "MilitaryTraining": "تدريب عسكري",
    "Coup": "انقلاب",
    "Sanction": "عقوبة",
    "Suspension": "تعليق",
    "Expulsion": "طرد",
    "Embargo": "حظر",
    "Condemnation": "إدانة",
    "Statistic": "إحصاء",
    "Source": "القائل",
    "Addressee": "المخاطب",
    "Part": "جزء",
    "Said": "ورد في",
    "Hedges": "يتحفظ",
    COREF: "الشيء نفسه",
}
_COLOURS: Mapping[str, str] = {
    "Person": "#ffccaa",
    "Organization": "#8fb2ff",
    "Media": "#c0d6ff",
    "Government": "#7fa2ff",
    "ArmedForce": "#9fb48f",
    "ArmedGroup": "#b4a48f",
    "Country": "#6fb7a8",
    "Facility": "#aabbcc",
    "Unnamed": "#dddddd",
    QUOTE: "#ffff99",
    QUOTED: "#ffe066",
    CUE: "#ff99cc",
    HEDGE: "#e0c0ff",
    CLAIM: "#ccff99",
    DATE: "#99ffff",
    QUANTITY: "#99e6ff",
}


def colour(name: str) -> str:
    """Background of a type; events share one."""
    return _COLOURS.get(name, "#ff8888")


def label(name: str, language: str) -> str:
    """What an annotator reads: ``ArmedForce`` as "Armed force", or in Arabic."""
    if language == "ar":
        return _ARABIC.get(name, name)
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)
    return words.strip().capitalize()


def visual_conf(language: str) -> str:
    """The file with labels and colours."""
    names = dict.fromkeys([*SPANS, *EVENTS, *RELATIONS, COREF])
    labels = [f"{name} | {label(name, language)}" for name in names]
    drawing = [
        "SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken",
        "ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5",
        "ATTRIBUTE_DEFAULT\tglyph:*",
        *(f"{name}\tbgColor:{colour(name)}" for name in (*SPANS, *EVENTS)),
        f"{COREF}\tdashArray:3-3, arrowHead:none",
    ]
    return "\n".join(["[labels]", *labels, "", "[drawing]", *drawing, ""])
