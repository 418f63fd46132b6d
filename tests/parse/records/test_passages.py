from __future__ import annotations

import pytest

from parse.records import (
    passages_coups,
    passages_deals,
    passages_fourth,
    passages_measures,
    passages_second,
    passages_statistics,
    passages_third,
    passages_trainings,
)
from parse.records.facts import read
from parse.records.passages import Case, differences, records_of

TYPES = ("deal", "training", "coup", "measure", "statistic")
TABLES: dict[str, list[Case]] = {
    "deal": [
        *passages_deals.DEALS,
        *passages_second.DEALS,
        *passages_third.DEALS,
        *passages_fourth.DEALS,
    ],
    "training": [
        *passages_trainings.TRAININGS,
        *passages_second.TRAININGS,
        *passages_third.TRAININGS,
        *passages_fourth.TRAININGS,
    ],
    "coup": [
        *passages_coups.COUPS,
        *passages_second.COUPS,
        *passages_third.COUPS,
        *passages_fourth.COUPS,
    ],
    "measure": [
        *passages_measures.MEASURES,
        *passages_second.MEASURES,
        *passages_third.MEASURES,
        *passages_fourth.MEASURES,
    ],
    "statistic": [
        *passages_statistics.STATISTICS,
        *passages_second.STATISTICS,
        *passages_third.STATISTICS,
        *passages_fourth.STATISTICS,
    ],
}
REFUSED: dict[str, list[str]] = {
    "deal": [
        *passages_deals.NO_DEALS,
        *passages_second.NO_DEALS,
        *passages_third.NO_DEALS,
        *passages_fourth.NO_DEALS,
    ],
    "training": [
        *passages_trainings.NO_TRAININGS,
        *passages_second.NO_TRAININGS,
        *passages_third.NO_TRAININGS,
        *passages_fourth.NO_TRAININGS,
    ],
    "coup": [
        *passages_coups.NO_COUPS,
        *passages_second.NO_COUPS,
        *passages_third.NO_COUPS,
        *passages_fourth.NO_COUPS,
    ],
    "measure": [
        *passages_measures.NO_MEASURES,
        *passages_second.NO_MEASURES,
        *passages_third.NO_MEASURES,
        *passages_fourth.NO_MEASURES,
    ],
    "statistic": [
        *passages_statistics.NO_STATISTICS,
        *passages_second.NO_STATISTICS,
        *passages_third.NO_STATISTICS,
        *passages_fourth.NO_STATISTICS,
    ],
}
#: What a passage still lacks, by its first words.
GAPS = {
    "تسلمت القوات الجوية الفلبينية": "a lot counted in a sentence without a transfer",
    "قالت وزارة الدفاع الإسبانية إنها ستدرب": "a place that no list holds behind another phrase",
    "زار وزير الدفاع البرازيلي": "a count behind the weapon, told by a pronoun",
    "لم تتسلم الأرجنتين": "what has not come yet is kept as a denied delivery",
    "في يوليو 2016، حاولت": "the date at the head of the sentence",
    "أفادت الأمم المتحدة بمقتل": "a cue with a verbal noun behind ب makes no frame",
}


def _cases() -> list[object]:
    found: list[object] = []
    for name, cases in TABLES.items():
        for text, *expected in cases:
            reason = next((why for start, why in GAPS.items() if text.startswith(start)), None)
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            found.append(pytest.param(name, text, expected, id=f"{name}-{text[:40]}", marks=marks))
    return found


@pytest.mark.parametrize(("name", "text", "expected"), _cases())
def test_passage(name: str, text: str, expected: list[object]) -> None:
    assert differences(read(text), name, expected) == []  # type: ignore[arg-type]


_REFUSALS = [text for texts in REFUSED.values() for text in texts] + passages_third.LOOK_ALIKES


@pytest.mark.parametrize("text", _REFUSALS)
def test_look_alike(text: str) -> None:
    article = read(text)
    assert [name for name in TYPES if records_of(article, name)] == []


def test_every_type_has_twenty_sentences_half_of_them_refusals() -> None:
    for name in TYPES:
        assert len(TABLES[name]) >= 25
        assert len(REFUSED[name]) >= 12
