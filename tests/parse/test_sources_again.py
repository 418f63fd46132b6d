"""Nameless sources and documents told of again: which one is meant, and when it is another."""

from __future__ import annotations

import pytest

import malicoup

#: A text, and the speakers of its statements in order.
CASES = [
    # a demonstrative before the noun
    (
        "قال مسؤول محلي في البلدة إن الجسر انهار. وقال هذا المسؤول إن الطريق مقطوع.",
        ["مسؤول محلي في البلدة"] * 2,
    ),
    (
        "ذكرت مصادر طبية أن الجرحى كثر. وأكدت هذه المصادر أن الدواء قليل.",
        ["مصادر طبية"] * 2,
    ),
    # the source told of last, also where it did not speak in a clause
    (
        "قال مصدر أمني إن الطريق مقطوع. وكان مصدر طبي أعلن عن وصول القافلة. وأضاف المصدر أن الدواء كاف.",
        ["مصدر أمني", "مصدر طبي"],
    ),
    ("قال مصدر أمني إن الطريق مقطوع. وأضاف المصدر أن الجسر سليم.", ["مصدر أمني"] * 2),
    (
        "قال مصدر أمني إن الطريق مقطوع. وزار الوفد مصدرا للمياه. وأضاف المصدر أن الجسر سليم.",
        ["مصدر أمني"] * 2,
    ),
    # who published a document
    ("نشرت صحيفة الأفق تقريرا عن السلاح. وأوضح التقرير أن المصانع كثيرة.", ["صحيفة الأفق"]),
    ("أصدرت منظمة العون بيانا أمس. وقال البيان إن الجوع يزداد.", ["منظمة العون"]),
    ("أعد معهد الرصد دراسة جديدة. وقالت الدراسة إن الجوع يزداد.", ["معهد الرصد"]),
    # whoever became the subject of a verb since
    (
        "صرحت المتحدثة مايا كوستاني: «نأسف لما حدث اليوم هناك». ومن جهته، وعد الرئيس بترو مارشنكو بالعدالة. وكتب أن النتائج واضحة.",
        ["مايا كوستاني", "بترو مارشنكو"],
    ),
    (
        "قال حزب العمل إن الأجور قليلة. سأل صحفي الوزير نبيل مراد فزجره مراد وقال: «عليك أن تميز بين الأمرين».",
        ["حزب العمل", "نبيل مراد"],
    ),
    # an adjective of the noun of speech is nobody
    ("وهناك تخوف دولي من أن تغلق الحدود.", [""]),
    # a question behind a land is the desk's
    ("تركمانستان: ما سبب استمرار الأزمة؟\nقال الوزير نبيل مراد إن الأزمة ستنتهي.", ["نبيل مراد"]),
    ("نبيل مراد: متى تنتهي الأزمة؟\nقال الوزير نبيل مراد إن الأزمة ستنتهي.", ["نبيل مراد"] * 2),
    ("قرأ الوزير تقريرا طويلا. وقال التقرير إن الجوع يزداد.", ["التقرير"]),
    ("وصل التقرير متأخرا. وقال التقرير إن الجوع يزداد.", ["التقرير"]),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_told_of_again(text: str, names: list[str]) -> None:
    article = malicoup.parse(text)
    found = [article.actor(q.speaker) for q in article.quotes]
    assert [actor.name if actor else "" for actor in found] == names
