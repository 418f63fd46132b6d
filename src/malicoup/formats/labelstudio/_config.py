"""The labelling configuration: what an annotator can mark, and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from malicoup.formats.brat._types import CLAIM, CUE, HEDGE, KINDS, QUOTE, QUOTED, colour, label
from malicoup.model import Certainty, MentionForm, Polarity, QuoteStyle, Realis, Stance

LABELS = (*KINDS.values(), QUOTE, QUOTED, CUE, HEDGE, CLAIM)
RELATIONS = ("cue", "source", "addressee", "part", "hedge", "said")
_ACTORS = ",".join(KINDS.values())
_FORMS = [form for form in MentionForm if form is not MentionForm.DROPPED]
#: Choices for one region: name -> labels it is asked for, values.
CHOICES: Mapping[str, tuple[str, Sequence[StrEnum]]] = {
    "form": (_ACTORS, _FORMS),
    "style": (QUOTE, list(QuoteStyle)),
    "stance": (CUE, list(Stance)),
    "certainty": (CLAIM, list(Certainty)),
    "polarity": (CLAIM, list(Polarity)),
    "realis": (CLAIM, list(Realis)),
}
#: Texts for one region: name -> labels it is asked for, what an annotator is told.
TEXTS: Mapping[str, tuple[str, str]] = {
    "actor": (_ACTORS, "Id of the actor, from the list above; the same id is the same actor"),
    "lemma": (CUE, "Dictionary form"),
}


def labelling_config(language: str) -> str:
    """The configuration, right to left; *language* is that of the labels that are shown."""
    lines = [
        "<View>",
        '  <Header value="$actors" size="6"/>',
        "  <Relations>",
        *(f'    <Relation value="{name}"/>' for name in RELATIONS),
        "  </Relations>",
        '  <Labels name="label" toName="text">',
        *(_label(name, language) for name in LABELS),
        "  </Labels>",
        '  <View style="direction: rtl; text-align: right;">',
        '    <Text name="text" value="$text"/>',
        "  </View>",
    ]
    for name, (on, values) in CHOICES.items():
        options = [f'    <Choice value="{value}"/>' for value in values]
        head = f'  <Choices name="{name}" toName="text" perRegion="true" choice="single"'
        lines += [f"{head}{_shown(on)}>", *options, "  </Choices>"]
    for name, (on, told) in TEXTS.items():
        head = f'  <TextArea name="{name}" toName="text" perRegion="true" maxSubmissions="1"'
        lines.append(f'{head} editable="true" placeholder="{told}"{_shown(on)}/>')
    return "\n".join([*lines, "</View>", ""])


def _label(name: str, language: str) -> str:
    shown = label(name, language)
    return f'    <Label value="{name}" html="{shown}" background="{colour(name)}"/>'


def _shown(labels: str) -> str:
    return f' visibleWhen="region-selected" whenTagName="label" whenLabelValue="{labels}"'
