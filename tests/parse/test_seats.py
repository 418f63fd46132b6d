"""Capitals that act for their governments, and capitals that are places."""

from __future__ import annotations

import pytest

import malicoup
from malicoup.model import ActorKind

ACT = [
    ("قال الوزير إن واشنطن لن تنسحب من الاتفاق.", {"واشنطن": "US"}),
    ("وردت موسكو بطرد السفير.", {"موسكو": "RU"}),
    ("اتهمت باريس جارتها بالكذب.", {"باريس": "FR"}),
    ("أنقرة سترسل وفدا إلى المحادثات.", {"أنقرة": "TR"}),
    ("أعلن الوزير أن طوكيو قد تشتري السفن.", {"طوكيو": "JP"}),
    ("حذرت لندن من التصعيد.", {"لندن": "GB"}),
]
PLACES = [
    "زارت باريس وزيرة الصحة.",
    "وصلت الوزيرة إلى باريس.",
    "غادر الوفد موسكو مساء.",
    "انعقد المؤتمر في أنقرة.",
    "قصفت الطائرات طوكيو في الحرب.",
    "شوارع لندن مزدحمة.",
]


def governments(text: str) -> dict[str, str | None]:
    found = malicoup.find_actors(text)
    assert {a.name for a in found} <= {a.name for a in malicoup.parse(text).actors}
    return {a.name: a.country for a in found if a.kind is ActorKind.GOVERNMENT}


@pytest.mark.parametrize(("text", "names"), ACT)
def test_they_act(text: str, names: dict[str, str]) -> None:
    assert governments(text) == names


@pytest.mark.parametrize("text", PLACES)
def test_they_are_places(text: str) -> None:
    assert governments(text) == {}
