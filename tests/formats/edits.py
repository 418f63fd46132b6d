"""What an annotator does in each tool, done to its files: the same edits for all three."""

from __future__ import annotations

import json
import re
from typing import Any, Protocol

from malicoup.formats import brat, cas, labelstudio
from malicoup.formats._export import split_span
from malicoup.formats.brat._types import KINDS
from malicoup.model import ActorKind, Article, Span

CUSTOM = "http:///webanno/custom.ecore"


class Tool(Protocol):
    """A file under correction."""

    def move(self, id: str, span: Span) -> None:
        """Draw a mention, quote or claim somewhere else."""

    def speak(self, quote: str, mention: str | None) -> None:
        """Draw the line to the speaker anew, or delete it."""

    def delete(self, id: str) -> None:
        """Delete an annotation with the lines that begin or end at it."""

    def add_quote(self, span: Span, mention: str) -> None:
        """Mark a quote and draw the line to its speaker."""

    def add_mention(self, span: Span, kind: ActorKind) -> None:
        """Mark words as an actor of a kind."""

    def unite(self, mention: str, other: str) -> None:
        """Say that *mention* names whom *other* names."""

    def say(self, id: str, name: str, value: str) -> None:
        """Change a property: style, certainty, polarity, form …"""

    def files(self) -> dict[str, bytes]:
        """The corrected files."""


class Brat:
    """A ``.ann`` file as brat edits it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._files = dict(brat.dumps(article).files)
        self.lines = self._files["article.ann"].decode().splitlines()

    def files(self) -> dict[str, bytes]:
        return {**self._files, "article.ann": "\n".join([*self.lines, ""]).encode()}

    def key(self, id: str) -> str:
        for line in self.lines:
            if line.startswith("#") and json.loads(line.split("\t")[2]).get("id") == id:
                return line.split("\t")[1].split()[1]
        raise KeyError(id)

    def new(self, letter: str) -> str:
        found = (re.match(rf"{letter}(\d+)\t", line) for line in self.lines)
        return f"{letter}{max((int(m[1]) for m in found if m), default=0) + 1}"

    def text_bound(self, key: str, sort: str, span: Span) -> str:
        pieces = split_span(self.article.text, span)
        places = ";".join(f"{p.start} {p.end}" for p in pieces)
        words = " ".join(self.article.slice(p) for p in pieces)
        return f"{key}\t{sort} {places}\t{words}"

    def move(self, id: str, span: Span) -> None:
        key = self.key(id)
        for i, line in enumerate(self.lines):
            if line.startswith(f"{key}\t"):
                self.lines[i] = self.text_bound(key, line.split("\t")[1].split()[0], span)

    def speak(self, quote: str, mention: str | None) -> None:
        head = f"Source Arg1:{self.key(quote)} "
        self.lines = [line for line in self.lines if head not in f"{line} "]
        if mention is not None:
            self.lines.append(f"{self.new('R')}\t{head}Arg2:{self.key(mention)}")

    def delete(self, id: str) -> None:
        key = self.key(id)
        kept = []
        for line in self.lines:
            if line.startswith("*"):
                line = re.sub(rf" {key}\b", "", line)
                if len(line.split()) < 4:
                    continue
            elif line.startswith("E"):
                line = re.sub(rf" \w+:{key}\b", "", line)
            elif line.startswith(f"{key}\t") or re.search(
                rf"[ :]{key}(?:\b|$)", line.split("\t")[1]
            ):
                continue
            kept.append(line)
        self.lines = kept

    def add_quote(self, span: Span, mention: str) -> None:
        key = self.new("T")
        self.lines.append(self.text_bound(key, "QuoteContent", span))
        self.lines.append(f"{self.new('R')}\tSource Arg1:{key} Arg2:{self.key(mention)}")

    def add_mention(self, span: Span, kind: ActorKind) -> None:
        self.lines.append(self.text_bound(self.new("T"), KINDS[kind], span))

    def unite(self, mention: str, other: str) -> None:
        key = self.key(mention)
        groups = [re.sub(rf" {key}\b", "", x) if x.startswith("*") else x for x in self.lines]
        self.lines = [x for x in groups if not x.startswith("*") or len(x.split()) > 3]
        self.lines.append(f"*\tCoref {self.key(other)} {key}")

    def say(self, id: str, name: str, value: str) -> None:
        head = f"{name.capitalize()} {self.key(id)} "
        self.lines = [line for line in self.lines if f"\t{head}" not in line]
        self.lines.append(f"{self.new('A')}\t{head}{value}")


class LabelStudio:
    """A task as Label Studio edits it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.tasks = json.loads(
            labelstudio.dumps(article, result="annotations").files["tasks.json"]
        )
        self.result: list[dict[str, Any]] = self.tasks[0]["annotations"][0]["result"]

    def files(self) -> dict[str, bytes]:
        return {"export.json": json.dumps(self.tasks).encode()}

    def key(self, id: str) -> str:
        return next(x["id"] for x in self.result if x.get("id", "").partition(".")[2] == id)

    def place(self, span: Span) -> dict[str, Any]:
        return {"start": span.start, "end": span.end, "text": self.article.slice(span)}

    def move(self, id: str, span: Span) -> None:
        for item in self.result:
            if item.get("id") == self.key(id):
                text = {} if item["type"] == "textarea" else {"text": self.article.slice(span)}
                item["value"] |= {"start": span.start, "end": span.end} | text

    def drop(self, test: Any) -> None:
        self.result[:] = [item for item in self.result if not test(item)]

    def speak(self, quote: str, mention: str | None) -> None:
        key = self.key(quote)
        self.drop(lambda x: x.get("from_id") == key and x["labels"] == ["source"])
        if mention is not None:
            self.relate(key, self.key(mention), "source")

    def relate(self, a: str, b: str, name: str) -> None:
        line = {"type": "relation", "from_id": a, "to_id": b, "direction": "right"}
        self.result.append(line | {"labels": [name]})

    def delete(self, id: str) -> None:
        key = self.key(id)
        self.drop(lambda x: key in (x.get("id"), x.get("from_id"), x.get("to_id")))

    def add(self, label: str, span: Span) -> str:
        key = f"x{len(self.result)}"
        value = self.place(span) | {"labels": [label]}
        head = {"id": key, "from_name": "label", "to_name": "text", "type": "labels"}
        self.result.append(head | {"value": value})
        return key

    def add_quote(self, span: Span, mention: str) -> None:
        self.relate(self.add("QuoteContent", span), self.key(mention), "source")

    def add_mention(self, span: Span, kind: ActorKind) -> None:
        self.add(KINDS[kind], span)

    def unite(self, mention: str, other: str) -> None:
        actors = {x["id"]: x["value"] for x in self.result if x.get("from_name") == "actor"}
        actors[self.key(mention)]["text"] = actors[self.key(other)]["text"]

    def say(self, id: str, name: str, value: str) -> None:
        for item in self.result:
            if item.get("id") == self.key(id) and item["from_name"] == name:
                item["value"]["choices"] = [value]


class Cas:
    """A JSON CAS as a tool edits it (offsets of the report's findings in UTF-16 units)."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.document = json.loads(cas.dumps(article).files["article.json"])
        self.nodes: list[dict[str, Any]] = self.document["%FEATURE_STRUCTURES"]
        self.members: list[int] = self.document["%VIEWS"]["_InitialView"]["%MEMBERS"]

    def files(self) -> dict[str, bytes]:
        return {"corrected.json": json.dumps(self.document).encode()}

    def node(self, id: str) -> dict[str, Any]:
        names = ("mention", "identifier")
        found = [n for name in names for n in self.nodes if n.get(name) == id]
        return found[0]

    def offset(self, place: int) -> int:
        return len(self.article.text[:place].encode("utf-16-le")) // 2

    def move(self, id: str, span: Span) -> None:
        self.node(id).update(begin=self.offset(span.start), end=self.offset(span.end))

    def number(self, **values: Any) -> int:
        number = 1 + max(node["%ID"] for node in self.nodes)
        self.nodes.append({"%ID": number} | values)
        return number

    def links(self, sort: str, role: str, *targets: int) -> int:
        made = [self.number(**{"%TYPE": sort, "role": role, "@target": t}) for t in targets]
        return self.number(**{"%TYPE": "uima.cas.FSArray", "%ELEMENTS": made})

    def speak(self, quote: str, mention: str | None) -> None:
        targets = [] if mention is None else [self.node(mention)["%ID"]]
        sort = "webanno.custom.QuoteSpeakerLink"
        self.node(quote)["@speaker"] = self.links(sort, "speaker", *targets)

    def delete(self, id: str) -> None:
        self.members.remove(self.node(id)["%ID"])

    def add(self, sort: str, span: Span, **values: Any) -> None:
        place = {"@sofa": 1, "begin": self.offset(span.start), "end": self.offset(span.end)}
        self.members.append(self.number(**({"%TYPE": sort} | place | values)))

    def add_quote(self, span: Span, mention: str) -> None:
        link = self.links("webanno.custom.QuoteSpeakerLink", "", self.node(mention)["%ID"])
        self.add("webanno.custom.Quote", span, **{"@speaker": link})

    def add_mention(self, span: Span, kind: ActorKind) -> None:
        sort = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
        self.add(sort, span, value=str(kind))

    def unite(self, mention: str, other: str) -> None:
        self.node(mention)["identifier"] = self.node(other)["identifier"]

    def say(self, id: str, name: str, value: str) -> None:
        self.node(id)[name] = value


TOOLS = {"brat": (Brat, brat), "cas": (Cas, cas), "labelstudio": (LabelStudio, labelstudio)}
