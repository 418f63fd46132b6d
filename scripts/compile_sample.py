"""Compute the offsets of tests/sample/annotations.json from its line numbers and its words.

Usage: python scripts/compile_sample.py [--check]

Edit ``line``, ``text``, ``nth`` and ``quoted_text`` by hand and run it: ``span``, ``quoted``,
``sha256`` and ``characters`` follow. ``--check`` writes nothing and exits with 1 where the file
differs from what the reports give. A string that is not in its line is an error.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).resolve().parents[1] / "tests" / "sample"
ANNOTATIONS = SAMPLE / "annotations.json"

STYLES = {"direct", "indirect", "mixed"}
SPEAKER_TYPES = {
    "person",
    "organization",
    "media",
    "government",
    "armed_force",
    "armed_group",
    "country",
    "unnamed",
    None,
}
OPENING = "\"“«'‘"
CLOSING = "\"”»'’"

Record = dict[str, Any]


def find(text: str, part: str, nth: int = 1, *, start: int = 0, end: int | None = None) -> int:
    """Offset of the *nth* occurrence of *part* between two offsets."""
    place = start - 1
    for _ in range(nth):
        place = text.find(part, place + 1, end)
        if place < 0:
            message = f"not in its line or statement: {part!r}"
            raise ValueError(message)
    return place


def check_written(text: str, words: str) -> None:
    """Refuse words that the report does not hold.

    A name is written out where the report has it behind a particle (للوزارة) or in a hashtag.
    """
    text += text.replace("_", " ")
    if words.startswith("ال") and "لل" + words[2:] in text:
        return
    find(text, words)


def span_in_line(text: str, record: Record) -> list[int]:
    """The span of a record's words in the line it names."""
    lines = text.split("\n")
    begin = sum(len(line) + 1 for line in lines[: record["line"]])
    end = begin + len(lines[record["line"]])
    start = find(text, record["text"], record.get("nth", 1), start=begin, end=end)
    return [start, start + len(record["text"])]


def quoted_spans(text: str, record: Record) -> list[list[int]]:
    """The spans of the words in marks, each looked for after the one before."""
    place, end = record["span"]
    spans: list[list[int]] = []
    for part in record["quoted_text"]:
        start = find(text, part, start=place, end=end)
        place = start + len(part)
        if text[start - 1] not in OPENING or text[place] not in CLOSING:
            message = f"not in marks: {part!r}"
            raise ValueError(message)
        spans.append([start, place])
    return spans


def check_words(text: str, record: Record) -> None:
    """Refuse an unknown code and a string that the report does not hold."""
    if record["style"] not in STYLES or record["speaker_type"] not in SPEAKER_TYPES:
        message = f"unknown code: {record['style']!r}, {record['speaker_type']!r}"
        raise ValueError(message)
    if (record["style"] == "mixed") != ("quoted_text" in record):
        message = f"mixed, or words in marks, but not both: {record['text']!r}"
        raise ValueError(message)
    for key in ("cue", "mention"):
        if record.get(key) is not None:
            check_written(text, record[key])
    if (record["speaker"] is None) != (record["speaker_type"] is None):
        message = f"a speaker and its type come together: {record['text']!r}"
        raise ValueError(message)


def compile_document(document: Record) -> Record:
    """The document with every offset computed anew."""
    data = (SAMPLE / document["file"]).read_bytes()
    text = data.decode("utf-8")
    statements = []
    for record in document["statements"]:
        check_words(text, record)
        record = record | {"span": span_in_line(text, record)}
        if "quoted_text" in record:
            record["quoted"] = quoted_spans(text, record)
        statements.append(record)
    for actor in [*document["people"], *document["organizations"]]:
        for name in [actor["name"], *actor["aliases"]]:
            check_written(text, name)
    return document | {
        "sha256": hashlib.sha256(data).hexdigest(),
        "characters": len(text),
        "statements": sorted(
            statements, key=lambda record: (record["span"][0], -record["span"][1])
        ),
        "dates": [record | {"span": span_in_line(text, record)} for record in document["dates"]],
    }


def render() -> str:
    """The text of the file."""
    documents = json.loads(ANNOTATIONS.read_text(encoding="utf-8"))
    compiled = []
    for document in documents:
        try:
            compiled.append(compile_document(document))
        except ValueError as error:
            error.add_note(document["file"])
            raise
    return json.dumps(compiled, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    text = render()
    if "--check" in sys.argv:
        return int(ANNOTATIONS.read_text(encoding="utf-8") != text)
    ANNOTATIONS.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
