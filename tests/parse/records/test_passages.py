from __future__ import annotations

import pytest

from parse.records.facts import read
from parse.records.passages import Case, differences, records_of
from parse.records.passages_coups import COUPS, NO_COUPS
from parse.records.passages_deals import DEALS, NO_DEALS
from parse.records.passages_look_alikes import LOOK_ALIKES
from parse.records.passages_measures import MEASURES, NO_MEASURES
from parse.records.passages_statistics import NO_STATISTICS, STATISTICS
from parse.records.passages_trainings import NO_TRAININGS, TRAININGS

TYPES = ("deal", "training", "coup", "measure", "statistic")
TABLES: dict[str, list[Case]] = {
    "deal": DEALS,
    "training": TRAININGS,
    "coup": COUPS,
    "measure": MEASURES,
    "statistic": STATISTICS,
}
REFUSED = {
    "deal": NO_DEALS,
    "training": NO_TRAININGS,
    "coup": NO_COUPS,
    "measure": NO_MEASURES,
    "statistic": NO_STATISTICS,
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


_REFUSALS = [text for texts in REFUSED.values() for text in texts] + LOOK_ALIKES


@pytest.mark.parametrize("text", _REFUSALS)
def test_look_alike(text: str) -> None:
    article = read(text)
    assert [name for name in TYPES if records_of(article, name)] == []


def test_every_type_has_twenty_sentences_half_of_them_refusals() -> None:
    for name in TYPES:
        assert len(TABLES[name]) >= 25
        assert len(REFUSED[name]) >= 12
