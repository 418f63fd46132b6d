"""How well the bodies of annotated reports are found; needs a folder of reports that is not ours.

Usage: python benchmarks/organizations.py GOLD.json FOLDER [--errors]

GOLD.json lists documents with ``file`` and ``organizations`` (``name``, ``aliases``); FOLDER holds
the texts. A body is found where one of its names and one of the parse's names are the same words,
attached particles and spelling of the alefs forgiven, or the words of one all stand in the other.
What is found beside the annotation counts as wrong, but for governments, their seats and buildings:
which of those are named is told differently by each annotator (as ``score_suites.py`` has it).
"""

from __future__ import annotations

import json
import pathlib
import re
import sys
from collections.abc import Iterable

import malicoup
from malicoup.model import ActorKind, Organization
from malicoup.text.fold import fold

_WORD = re.compile(r"[^\W_]+(?:[.\-'][^\W_]+)*")
_PARTICLES = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ل", "ب")

_FREE = (ActorKind.GOVERNMENT, ActorKind.FACILITY)


def _words(name: str) -> list[str]:
    return _WORD.findall(fold(name).replace("ة", "ه").replace("ى", "ي"))


def _forms(word: str) -> set[str]:
    """The word, and what is left of it with one attached particle off."""
    return {word} | {
        word.removeprefix(p) for p in _PARTICLES if word.startswith(p) and len(word) > len(p) + 2
    }


def _held(inner: list[str], outer: list[str]) -> bool:
    """Whether each word of *inner* stands in *outer*."""
    have = [_forms(word) for word in outer]
    return bool(inner) and all(any(_forms(word) & forms for forms in have) for word in inner)


def same(one: str, other: str) -> bool:
    """Whether two names are the same, or one is a shorter form of the other."""
    a, b = _words(one), _words(other)
    return _held(a, b) or _held(b, a)


def _names(actor: Organization) -> list[str]:
    return [actor.name, *actor.aliases]


def compare(
    gold: Iterable[dict[str, object]], found: Iterable[Organization]
) -> tuple[int, list[str], list[str]]:
    """Bodies found, the names of the missed, the names of the wrong ones."""
    left = list(found)
    missed = []
    hits = 0
    for body in gold:
        aliases = body.get("aliases")
        names = [str(body["name"]), *(aliases if isinstance(aliases, list) else ())]
        hit = next((a for a in left if any(same(g, n) for g in names for n in _names(a))), None)
        if hit is None:
            missed.append(names[0])
        else:
            hits += 1
            left.remove(hit)
    return hits, missed, [f"{a.name} ({a.kind})" for a in left if a.kind not in _FREE]


def main() -> None:
    arguments = [a for a in sys.argv[1:] if a != "--errors"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    documents = json.loads(pathlib.Path(arguments[0]).read_text(encoding="utf-8"))
    hits = missed = wrong = 0
    for document in documents:
        text = (pathlib.Path(arguments[1]) / document["file"]).read_bytes().decode("utf-8")
        bodies = [a for a in malicoup.parse(text).actors if isinstance(a, Organization)]
        found, not_found, false = compare(document["organizations"], bodies)
        hits, missed, wrong = hits + found, missed + len(not_found), wrong + len(false)
        if "--errors" in sys.argv:
            print(document["file"], "\n  missed:", not_found, "\n  wrong: ", false)
    precision, recall = hits / max(1, hits + wrong), hits / max(1, hits + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"organizations  p {precision:.3f}  r {recall:.3f}  f1 {f1:.3f}  found {hits}", end="")
    print(f"  missed {missed}  wrong {wrong}")


if __name__ == "__main__":
    main()
