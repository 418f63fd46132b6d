from __future__ import annotations

import pytest

from parse.records.facts import country, read

MEASURES = [
    ("فرضت كندا عقوبات على بيلاروسيا.", ("sanction", "CA", "BY", "imposed")),
    ("هددت أستراليا بفرض عقوبات على ميانمار.", ("sanction", "AU", "MM", "threatened")),
    ("رفعت سويسرا العقوبات عن زيمبابوي.", ("sanction", "CH", "ZW", "lifted")),
    ("مددت اليابان العقوبات على كوريا الشمالية.", ("sanction", "JP", "KP", "extended")),
    ("دعت النرويج إلى فرض حظر سلاح على ميانمار.", ("embargo", "NO", "MM", "called_for")),
    ("أعلنت هولندا وقف تصدير الأسلحة إلى تركيا.", ("embargo", "NL", "TR", "announced")),
    ("علقت ألمانيا مساعداتها إلى رواندا.", ("suspension", "DE", "RW", "imposed")),
    ("جمدت بلجيكا تعاونها العسكري مع رواندا.", ("suspension", "BE", "RW", "imposed")),
    ("طردت بولندا ثلاثة دبلوماسيين مصريين.", ("expulsion", "PL", "EG", "imposed")),
    ("قررت لاتفيا طرد دبلوماسي روسي.", ("expulsion", "LV", "RU", "imposed")),
    ("قطعت هندوراس علاقاتها مع تايوان.", ("suspension", "HN", "TW", "imposed")),
    ("العقوبات النرويجية تستهدف ضباطا في ميانمار.", ("sanction", "NO", "MM", "imposed")),
    ("أدانت تشيلي الهجوم الذي شنته بوليفيا.", ("condemnation", "CL", "BO", "imposed")),
    (
        "أمرت غانا ثلاثة من موظفي السفارة النرويجية بمغادرة أكرا.",
        ("expulsion", "GH", "NO", "imposed"),
    ),
    ("السفير الغاني شخص غير مرغوب فيه في تشيلي.", ("expulsion", "CL", "GH", "imposed")),
]


@pytest.mark.parametrize(("text", "expected"), MEASURES)
def test_measure(text: str, expected: tuple[str, ...]) -> None:
    article = read(text)
    found = [
        (str(e.kind), country(article, e.sender), country(article, e.target), str(e.status))
        for e in article.events
    ]
    assert found == [expected]


NONE = [
    "فرضت لجنة الانضباط عقوبات على لاعبي النادي في إيطاليا.",
    "قضت محكمة في تركيا بالسجن خمسة أعوام على المتهم.",
    "إذا فرضت البرازيل عقوبات على فنزويلا فسترتفع الأسعار.",
    "لم تفرض المجر عقوبات على روسيا.",
    "علق الوزير على زيارته إلى الهند قائلا إنها ناجحة.",
    "فرضت إيطاليا حظر التجول في نابولي.",
    "استدعت الأرجنتين سفيرها لدى بريطانيا.",
    "أوقفت الشرطة في الدنمارك ثلاثة مشتبه بهم.",
    "طرد الحكم لاعبين في مباراة فرنسا وإسبانيا.",
    "توقفت الأمطار في كينيا.",
    "يعتقد الوزير أن فرض عقوبات على بوليفيا سيرفع الأسعار.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_measure(text: str) -> None:
    assert read(text).events == ()


def test_one_record_for_each_target() -> None:
    article = read("فرضت كندا عقوبات على إيران وسوريا.")
    assert [country(article, e.target) for e in article.events] == ["IR", "SY"]


def test_imposed_and_lifted_are_two() -> None:
    article = read(
        "فرضت اليابان عام 1998 عقوبات على الهند. ورفعت اليابان العقوبات عن الهند عام 2001."
    )
    assert [(str(e.status), e.date) for e in article.events] == [
        ("imposed", "1998"),
        ("lifted", "2001"),
    ]
