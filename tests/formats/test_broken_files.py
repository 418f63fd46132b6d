"""Files of annotation tools, damaged by chance: refused as such, or read as corrections."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from formats.report import REPORT
from malicoup.errors import DecodeError
from malicoup.formats import brat, cas, labelstudio
from malicoup.formats import json as native
from malicoup.formats.diff import diff

_SCRAPS = (b'"', b"0", b"-1", b" ", b"\n", b"\t", b"T1", b"{", b"null", b"999999", b"\xff")
_VALUES = (None, 0, -1, 1.5, True, "", [], {}, "x", [None], [1], [[]], {"a": 1}, 10**9)

Damage = Callable[[Random, bytes], bytes]


def bytes_hurt(random: Random, data: bytes) -> bytes:
    """Some bytes lost, put in, or replaced."""
    hurt = bytearray(data)
    for _ in range(random.randint(1, 4)):
        place = random.randrange(len(hurt))
        end = place + random.choice((0, 1, 12))
        hurt[place:end] = random.choice((b"", random.choice(_SCRAPS)))
    return bytes(hurt)


def lines_hurt(random: Random, data: bytes) -> bytes:
    """Some lines lost, doubled, exchanged; words of one in another."""
    lines = data.split(b"\n")
    for _ in range(random.randint(1, 5)):
        a, b = random.randrange(len(lines)), random.randrange(len(lines))
        kind = random.randrange(4)
        if kind == 0 and len(lines) > 1:
            del lines[a]
        elif kind == 1:
            lines.insert(a, lines[b])
        elif kind == 2:
            lines[a], lines[b] = lines[b], lines[a]
        else:
            words = lines[a].split(b" ")
            words[random.randrange(len(words))] = random.choice(lines[b].split(b" "))
            lines[a] = b" ".join(words)
    return b"\n".join(lines)


def values_hurt(random: Random, data: bytes) -> bytes:
    """Some values of a JSON document lost, or others in their place."""
    document = json.loads(data)
    for _ in range(random.randint(1, 4)):
        places = list(_places(document))
        if not places:
            break
        node, key = random.choice(places)
        other, name = random.choice(places)
        if random.random() < 0.3:
            del node[key]
        else:
            value = random.choice((*_VALUES, other[name]))
            node[key] = json.loads(json.dumps(value))
    return json.dumps(document).encode()


def _places(node: Any) -> Any:
    inner = range(len(node)) if isinstance(node, list) else node if isinstance(node, dict) else ()
    for key in inner:
        yield node, key
        yield from _places(node[key])


FILES: dict[str, tuple[Any, bytes, tuple[Damage, ...]]] = {
    "a.ann": (brat, brat.dumps(REPORT).files["article.ann"], (bytes_hurt, lines_hurt)),
    "a.xmi": (cas, cas.dumps(REPORT).files["article.xmi"], (bytes_hurt, lines_hurt)),
    "a.json": (cas, cas.dumps(REPORT).files["article.json"], (bytes_hurt, values_hurt)),
    "tasks.json": (
        labelstudio,
        labelstudio.dumps(REPORT, result="annotations").files["tasks.json"],
        (bytes_hurt, values_hurt),
    ),
}


@pytest.mark.property
@pytest.mark.parametrize("name", list(FILES))
@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(random=st.randoms(use_true_random=False))
def test_nothing_but_the_documented_error_comes_out(name: str, random: Random) -> None:
    module, data, damages = FILES[name]
    try:
        article, report = module.loads({name: random.choice(damages)(random, data)}, REPORT)
    except DecodeError:
        return
    assert article.text == REPORT.text
    assert report.changes == diff(REPORT, article)
    assert native.loads(native.dumps(article)) == article


@pytest.mark.parametrize(
    "task", [{}, {"annotations": []}, {"annotations": [], "predictions": [7]}, {"annotations": 1}]
)
def test_a_task_that_nobody_worked_on_deletes_nothing(task: dict[str, Any]) -> None:
    data = json.dumps([{"data": {"text": REPORT.text}, **task}]).encode()
    with pytest.raises(DecodeError, match="no annotation and no prediction"):
        labelstudio.loads({"t.json": data}, REPORT)


def test_an_annotation_left_empty_deletes_what_it_could_show() -> None:
    task = {"data": {"text": REPORT.text}, "annotations": [{"result": []}]}
    article, _ = labelstudio.loads({"t.json": json.dumps(task).encode()}, REPORT)
    assert (article.quotes, article.claims) == ((), ())
    assert [mention.id for mention in article.mentions] == ["m7"]  # it has no words


def test_a_skipped_annotation_is_left_alone() -> None:
    (task,) = json.loads(labelstudio.dumps(REPORT).files["tasks.json"])
    task["annotations"] = [{"was_cancelled": True, "result": []}]
    article, report = labelstudio.loads({"t.json": json.dumps(task).encode()}, REPORT)
    assert article == REPORT
    assert report.remarks == ("no annotation: the prediction is read",)


def test_an_export_without_the_tasks_says_which_export_is_meant() -> None:
    data = json.dumps([{"text": REPORT.text, "label": []}]).encode()
    with pytest.raises(DecodeError, match="not JSON-MIN"):
        labelstudio.loads({"t.json": data}, REPORT)
