from __future__ import annotations

from decimal import Decimal

import pytest

from parse.records.facts import read

STATISTICS = [
    ("بلغ الإنفاق العسكري في الهند 76 مليار دولار عام 2021.", (76_000_000_000, "USD", "2021")),
    ("ارتفع الإنفاق العسكري في السويد بنسبة 12 في المائة عام 2022.", (12, "percent", "2022")),
    ("صدرت إيطاليا 4 بالمائة من الأسلحة في العالم عام 2020.", (4, "percent", "2020")),
    ("أنفقت كوريا الجنوبية 50 مليار دولار على الدفاع عام 2021.", (50_000_000_000, "USD", "2021")),
    ("انخفضت واردات البرازيل من الأسلحة بنسبة 5 في المئة عام 2019.", (5, "percent", "2019")),
    ("شكلت حصة الصين 6 بالمئة من صادرات الأسلحة عام 2018.", (6, "percent", "2018")),
    ("بلغ عدد قتلى الحرب في اليمن 377000 منذ عام 2015.", (377_000, None, "2015/2023-05-17")),
    ("خصصت بولندا 20 مليار دولار لميزانية الدفاع عام 2023.", (20_000_000_000, "USD", "2023")),
    ("وصلت ميزانية الدفاع في كندا إلى 25 مليار دولار عام 2022.", (25_000_000_000, "USD", "2022")),
    ("تراجعت صادرات روسيا من السلاح بنسبة 31 في المائة عام 2022.", (31, "percent", "2022")),
]


@pytest.mark.parametrize(("text", "expected"), STATISTICS)
def test_statistic(text: str, expected: tuple[object, ...]) -> None:
    (found,) = read(text).statistics
    value, unit, period = expected
    assert found.value.minimum == Decimal(str(value))
    assert found.period == period
    assert unit is None or found.value.unit == unit


NONE = [
    "بلغت قيمة صفقة الدبابات 3 مليارات دولار.",
    "صوت 55 في المئة من الناخبين في تشيلي لصالح الدستور.",
    "اعتقلت الشرطة في بيرو 40 شخصا عام 2020.",
    "ارتفع سعر النفط بنسبة 3 في المائة.",
    "يبلغ راتب المدرب مليوني دولار سنويا.",
    "بلغت نسبة البطالة في إسبانيا 13 في المائة عام 2021.",
    "قتل ثلاثة أشخاص في حادث مروري في كينيا.",
    "يبلغ مدى الصاروخ 300 كيلومتر.",
    "التقى الوزير 20 نائبا في أستراليا.",
    "ارتفع التضخم في الأرجنتين بنسبة 100 في المائة عام 2023.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_statistic(text: str) -> None:
    assert read(text).statistics == ()


def test_excluded_and_source() -> None:
    told = "إن الصين صدرت 9 بالمئة من أسلحة آسيا عام 2021 باستثناء الهند."
    article = read("وقال معهد أوسلو لأبحاث السلام " + told)
    (found,) = article.statistics
    assert [article.actor(x).country for x in found.excludes] == ["IN"]
    assert article.actor(found.source).name.startswith("معهد أوسلو")
