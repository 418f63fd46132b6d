"""The types of the CAS: those of DKPro that INCEpTION asks for, and layers of our own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

from attrs import define, field

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
ANNOTATION, TOP, STRING = "uima.tcas.Annotation", "uima.cas.TOP", "uima.cas.String"
ARRAY, SOFA, DOCUMENT = "uima.cas.FSArray", "uima.cas.Sofa", "uima.tcas.DocumentAnnotation"

SENTENCE = f"{_DKPRO}.segmentation.type.Sentence"
TOKEN = f"{_DKPRO}.segmentation.type.Token"
ENTITY = f"{_DKPRO}.ner.type.NamedEntity"
QUOTE, QUOTED, CUE = "webanno.custom.Quote", "webanno.custom.Quoted", "webanno.custom.Cue"
CLAIM, HEDGE = "webanno.custom.Claim", "webanno.custom.Hedge"
DATE, QUANTITY = "webanno.custom.Date", "webanno.custom.Quantity"


@define(frozen=True, kw_only=True)
class Layer:
    """A type of annotation.

    Attributes:
        text: Features that hold text.
        links: Features that lead to annotations of another type, as INCEpTION draws them: a
            list of links, each with a role and a target.
    """

    text: tuple[str, ...] = ()
    links: Mapping[str, str] = field(factory=dict)
    description: str = ""


LAYERS: Mapping[str, Layer] = {
    SENTENCE: Layer(),
    TOKEN: Layer(),
    ENTITY: Layer(
        text=("value", "identifier", "mention", "form"),
        description="Words for an actor: kind, id of the actor, id and form of the mention",
    ),
    CUE: Layer(text=("lemma", "stance"), description="The word that reports"),
    QUOTED: Layer(description="A part of a quote inside marks"),
    QUOTE: Layer(
        text=("identifier", "style"),
        links={"cue": CUE, "speaker": ENTITY, "addressee": ENTITY, "parts": QUOTED},
        description="Reported words: direct, indirect or mixed",
    ),
    HEDGE: Layer(description="A word that weakens a claim"),
    CLAIM: Layer(
        text=("identifier", "certainty", "polarity", "realis"),
        links={"hedges": HEDGE, "quote": QUOTE},
        description="A proposition that somebody stands behind",
    ),
    DATE: Layer(text=("edtf", "time"), description="A date, EDTF"),
    QUANTITY: Layer(
        text=("minimum", "maximum", "approximate", "unit"), description="A number with its bounds"
    ),
}


def link_type(layer: str, feature: str) -> str:
    """Name of the type of a link, as INCEpTION makes it."""
    return f"{layer}{feature.capitalize()}Link"


LINKS: Mapping[str, str] = {
    link_type(layer, feature): target
    for layer, spec in LAYERS.items()
    for feature, target in spec.links.items()
}


def type_system_xml() -> str:
    """The type system as UIMA describes it; INCEpTION imports it as layers."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
        "  <types>",
    ]
    for name, layer in LAYERS.items():
        features = [_feature_xml(feature, STRING) for feature in layer.text]
        features += [
            _feature_xml(feature, ARRAY, element=link_type(name, feature))
            for feature in layer.links
        ]
        lines += _type_xml(name, ANNOTATION, layer.description, features)
    for name, target in LINKS.items():
        features = [_feature_xml("role", STRING), _feature_xml("target", target)]
        lines += _type_xml(name, TOP, "", features)
    return "\n".join([*lines, "  </types>", "</typeSystemDescription>", ""])


def _type_xml(name: str, parent: str, description: str, features: list[str]) -> list[str]:
    return [
        "    <typeDescription>",
        f"      <name>{name}</name>",
        f"      <description>{escape(description)}</description>",
        f"      <supertypeName>{parent}</supertypeName>",
        *(["      <features>", *features, "      </features>"] if features else []),
        "    </typeDescription>",
    ]


def _feature_xml(name: str, range: str, element: str | None = None) -> str:
    array = (
        "<multipleReferencesAllowed>false</multipleReferencesAllowed>"
        f"<elementType>{element}</elementType>"
        if element
        else ""
    )
    return (
        f"        <featureDescription><name>{name}</name><description/>"
        f"<rangeTypeName>{range}</rangeTypeName>{array}</featureDescription>"
    )


def types_json() -> dict[str, Any]:
    """The type system as JSON CAS 0.4 embeds it."""
    types: dict[str, Any] = {}
    for name, layer in LAYERS.items():
        types[name] = {
            "%NAME": name,
            "%SUPER_TYPE": ANNOTATION,
            **({"%DESCRIPTION": layer.description} if layer.description else {}),
            **{feature: {"%NAME": feature, "%RANGE": STRING} for feature in layer.text},
            **{
                feature: {
                    "%NAME": feature,
                    "%RANGE": f"{link_type(name, feature)}[]",
                    "%MULTIPLE_REFERENCES_ALLOWED": False,
                }
                for feature in layer.links
            },
        }
    for name, target in LINKS.items():
        types[name] = {
            "%NAME": name,
            "%SUPER_TYPE": TOP,
            "role": {"%NAME": "role", "%RANGE": STRING},
            "target": {"%NAME": "target", "%RANGE": target},
        }
    return types
