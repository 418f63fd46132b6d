"""A CAS as plain objects, and its two spellings: XMI and JSON.

In memory offsets count code points; in files they count UTF-16 units, as UIMA does.
"""

from __future__ import annotations

import bisect
import json
import re
from collections.abc import Callable, Container
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from attrs import define, field

from malicoup.errors import DecodeError
from malicoup.formats._export import json_bytes, utf16_offsets
from malicoup.formats.cas._types import ARRAY, DOCUMENT, LAYERS, LINKS, SOFA, types_json
from malicoup.model import Span

_XMI = "http://www.omg.org/XMI"
_CAS = "http:///uima/cas.ecore"
#: What XML 1.0 cannot hold.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ESCAPES = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


@define(kw_only=True)
class Node:
    """A feature structure.

    Attributes:
        id: Its number in the file.
        type: Full name of the type.
        span: Place, where it is an annotation.
        text: Features that hold text.
        refs: Features that lead to other nodes, by number.
    """

    id: int
    type: str
    span: Span | None = None
    text: dict[str, str] = field(factory=dict)
    refs: dict[str, tuple[int, ...]] = field(factory=dict)


@define
class Graph:
    """The text, its language and all nodes by number, the text itself being number 1."""

    text: str
    language: str = ""
    nodes: dict[int, Node] = field(factory=dict)

    def add(self, type: str, span: Span | None = None, **text: str | None) -> Node:
        """Add a node under the next number."""
        number = len(self.nodes) + 2
        said = {name: value for name, value in text.items() if value is not None}
        # A link that leads nowhere is an empty list: cassis checks no list that is missing.
        links = dict.fromkeys(LAYERS[type].links, ()) if type in LAYERS else {}
        node = Node(id=number, type=type, span=span, text=said, refs={**links})
        self.nodes[number] = node
        return node


def xml_text(text: str) -> str:
    """*text* with U+FFFD for each character that XML cannot hold; as long as it was."""
    return _NOT_XML.sub("\ufffd", text)


# --- Writing ------------------------------


def to_xmi(graph: Graph) -> str:
    """The graph as XMI; links are written inline."""
    offset = utf16_offsets(graph.text)
    packages = dict.fromkeys(node.type.rpartition(".")[0] for node in graph.nodes.values())
    prefixes = {package: f"p{n}" for n, package in enumerate(packages)}
    names = "".join(
        f' xmlns:{prefix}="http:///{package.replace(".", "/")}.ecore"'
        for package, prefix in prefixes.items()
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xmi:XMI xmlns:xmi="{_XMI}" xmlns:cas="{_CAS}"{names} xmi:version="2.0">',
        '<cas:NULL xmi:id="0"/>',
    ]
    for node in graph.nodes.values():
        package, _, name = node.type.rpartition(".")
        lines.append(f"<{prefixes[package]}:{name}{_attributes(node, offset)}/>")
    members = " ".join(str(node.id) for node in graph.nodes.values() if node.span is not None)
    text = quoteattr(graph.text, _ESCAPES)
    lines += [
        '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text"'
        f" sofaString={text}/>",
        f'<cas:View sofa="1" members="{members}"/>',
        "</xmi:XMI>",
    ]
    return "\n".join([*lines, ""])


def _attributes(node: Node, offset: Callable[[int], int]) -> str:
    place = {}
    if node.span is not None:
        place = {"sofa": "1", "begin": offset(node.span.start), "end": offset(node.span.end)}
    refs = {name: " ".join(map(str, ids)) for name, ids in node.refs.items()}
    values = {"xmi:id": node.id, **place, **node.text, **refs}
    return "".join(f" {name}={quoteattr(str(v), _ESCAPES)}" for name, v in values.items())


def to_json(graph: Graph) -> bytes:
    """The graph as JSON CAS 0.4, type system included."""
    offset = utf16_offsets(graph.text)
    sofa = {
        "%ID": 1,
        "%TYPE": SOFA,
        "sofaNum": 1,
        "sofaID": "_InitialView",
        "mimeType": "text",
        "sofaString": graph.text,
    }
    structures: list[dict[str, Any]] = [sofa]
    arrays: list[dict[str, Any]] = []
    for node in graph.nodes.values():
        structure: dict[str, Any] = {"%ID": node.id, "%TYPE": node.type}
        if node.span is not None:
            begin, end = offset(node.span.start), offset(node.span.end)
            structure |= {"@sofa": 1, "begin": begin, "end": end}
        structure |= node.text
        for name, ids in node.refs.items():
            if name == "target":
                structure[f"@{name}"] = ids[0]
            else:
                array = {"%ID": len(graph.nodes) + 2 + len(arrays), "%TYPE": ARRAY}
                arrays.append(array | {"%ELEMENTS": list(ids)})
                structure[f"@{name}"] = array["%ID"]
        structures.append(structure)
    members = [node.id for node in graph.nodes.values() if node.span is not None]
    document = {
        "%TYPES": types_json(),
        "%FEATURE_STRUCTURES": structures + arrays,
        "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}},
    }
    return json_bytes(document)


# --- Reading ------------------------------


def from_xmi(data: bytes, name: str) -> Graph:
    """Read XMI, whoever wrote it.

    Raises:
        DecodeError: If it is no XMI, or has no text.
    """
    try:
        source = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DecodeError([f"is not UTF-8 (byte {error.start}) @ {name}"]) from None
    if "<!DOCTYPE" in source:  # no XMI has one, and entities can blow up a small file
        raise DecodeError([f"has a document type @ {name}"])
    try:
        root = ElementTree.fromstring(source)
    except ElementTree.ParseError as error:
        raise DecodeError([f"is no XML: {error} @ {name}"]) from None
    raw = [(_type_of(element.tag), dict(element.attrib), element) for element in root]
    records = []
    for sort, attributes, element in raw:
        number = attributes.pop(f"{{{_XMI}}}id", None)
        values: dict[str, Any] = dict(attributes)
        for child in element:  # lists of text, which none of our features are
            values.setdefault(child.tag, child.text or "")
        records.append((number, sort, values))
    views = [element.get("members", "") for element in root if element.tag == f"{{{_CAS}}}View"]
    members = {number for view in views for number in view.split()}
    return _graph(records, members, name)


def _type_of(tag: str) -> str:
    match = re.fullmatch(r"\{http:///(.+)\.ecore\}(.+)", tag)
    return f"{match[1].replace('/', '.')}.{match[2]}" if match else tag


def from_json(data: bytes, name: str) -> Graph:
    """Read JSON CAS 0.4, whoever wrote it.

    Raises:
        DecodeError: If it is no JSON CAS, or has no text.
    """
    try:
        document = json.loads(data)
        structures = document["%FEATURE_STRUCTURES"]
        views = document["%VIEWS"].values()
        members = {str(number) for view in views for number in view["%MEMBERS"]}
        records = []
        for structure in structures:
            values = {key.lstrip("@"): value for key, value in structure.items() if key[0] != "%"}
            values |= {"elements": structure["%ELEMENTS"]} if "%ELEMENTS" in structure else {}
            if not isinstance(structure["%TYPE"], str):
                raise TypeError(f"%TYPE is {structure['%TYPE']!r}")
            records.append((structure["%ID"], structure["%TYPE"], values))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise DecodeError([f"is no JSON CAS: {error!r} @ {name}"]) from None
    return _graph(records, members, name)


def _graph(
    records: list[tuple[Any, str, dict[str, Any]]], members: Container[str], name: str
) -> Graph:
    """The graph; an annotation that is no member of the view was deleted, whoever leads to it."""
    sofas = [values for _, sort, values in records if sort == SOFA]
    if len(sofas) != 1 or not isinstance(sofas[0].get("sofaString"), str):
        raise DecodeError([f"one view with a text is needed @ {name}"])
    graph = Graph(sofas[0]["sofaString"])
    faults: list[str] = []
    place = _code_points(graph.text)
    try:
        arrays = {
            int(number): _numbers(values.get("elements", ()))
            for number, sort, values in records
            if sort == ARRAY or sort.endswith("[]")
        }
        for number, sort, values in records:
            if sort == DOCUMENT:
                graph.language = str(values.get("language", ""))
            elif sort in LAYERS or sort in LINKS:
                node = _node(int(number), sort, values, arrays, place, faults)
                if node is not None and (node.span is None or str(node.id) in members):
                    graph.nodes[node.id] = node
    except (ValueError, TypeError) as error:
        raise DecodeError([f"has a number that is none: {error} @ {name}"]) from None
    if faults:
        raise DecodeError([f"{fault} @ {name}" for fault in faults])
    return graph


def _code_points(text: str) -> Callable[[int], int | None]:
    """A function from offsets in UTF-16 units to code points; None where there is no such place."""
    beyond = [i for i, character in enumerate(text) if ord(character) > 0xFFFF]
    starts = [i + n for n, i in enumerate(beyond)]
    size = len(text) + len(beyond)

    def convert(offset: int) -> int | None:
        before = bisect.bisect_left(starts, offset)
        is_inside = before > 0 and starts[before - 1] + 1 == offset
        return offset - before if 0 <= offset <= size and not is_inside else None

    return convert


def _numbers(value: Any) -> tuple[int, ...]:
    items = value.split() if isinstance(value, str) else value
    return tuple(int(item) for item in (items if isinstance(items, list | tuple) else [items]))


def _node(
    number: int,
    type: str,
    values: dict[str, Any],
    arrays: dict[int, tuple[int, ...]],
    place: Callable[[int], int | None],
    faults: list[str],
) -> Node | None:
    layer = LAYERS.get(type)
    names = ("target",) if layer is None else tuple(layer.links)
    refs = {}
    for name in names:
        if values.get(name) is not None:
            ids = _numbers(values[name])
            refs[name] = tuple(i for n in ids for i in arrays.get(n, (n,)))
    said = {name: values[name] for name in (layer.text if layer else ("role",)) if name in values}
    node = Node(id=number, type=type, refs=refs, text={k: str(v) for k, v in said.items()})
    if layer is not None:
        begin, end = (place(int(values.get(key, 0))) for key in ("begin", "end"))
        if begin is None or end is None or begin > end:
            where = f"{values.get('begin')}–{values.get('end')}"
            faults.append(f"{type} {number} stands at {where}, which is no place of the text")
            return None
        node.span = Span(start=begin, end=end)
    return node
