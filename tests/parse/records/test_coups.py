from __future__ import annotations

import pytest

from parse.records.facts import events

COUPS = [
    ("وقع انقلاب عسكري في غينيا عام 2021.", ("GN", "2021", "realized")),
    ("شهدت تشيلي عام 1973 انقلابا عسكريا.", ("CL", "1973", "realized")),
    ("شهدت بوليفيا محاولة انقلاب فاشلة.", ("BO", None, "attempted")),
    ("أحبطت السلطات محاولة انقلاب في غامبيا.", ("GM", None, "foiled")),
    ("فشلت محاولة الانقلاب في الغابون عام 2019.", ("GA", "2019", "attempted")),
    ("وصفت المعارضة حل البرلمان بأنه انقلاب في تونس.", ("TN", None, "alleged")),
    ("أدان الاتحاد الأفريقي الانقلاب في النيجر.", ("NE", None, "realized")),
    ("منذ انقلاب 2014 في تايلاند يحكم الجيش البلاد.", ("TH", "2014", "realized")),
    ("عزل الجيش الرئيس هنري كوامي في غانا.", ("GH", None, "realized")),
    ("سيطر جنود على القصر الرئاسي في غانا وعلقوا العمل بالدستور.", ("GH", None, "realized")),
    ("فشلت محاولة للإطاحة بالحكومة في بوليفيا نفذها جنود.", ("BO", None, "attempted")),
    ("قاد العقيد صامويل دوا انقلابا في ليبيريا عام 1980.", ("LR", "1980", "realized")),
]


@pytest.mark.parametrize(("text", "expected"), COUPS)
def test_coup(text: str, expected: tuple[object, ...]) -> None:
    ((_, coup),) = events(text, "coup")
    assert (coup.country, coup.date, str(coup.outcome)) == expected


NONE = [
    "أصيب خمسة أشخاص في انقلاب شاحنة قرب كينشاسا في الكونغو.",
    "حادث انقلاب حافلة في بيرو يودي بحياة عشرة.",
    "وقع انقلاب سيارة على طريق سريع في الجزائر.",
    "يبدأ الانقلاب الشتوي اليوم في فرنسا.",
    "يخشى محللون من انقلاب في تشاد.",
    "حذر الوزير من انقلاب عسكري في مدغشقر.",
    "لم يقع انقلاب في السنغال.",
    "انقلب القارب قبالة سواحل اليونان.",
    "عزلت الشركة رئيسها في اليابان.",
    "فشلت محاولة المعارضة للإطاحة بالحكومة في البرلمان في اليابان.",
    "أطاح الفريق الإسباني بمنافسه الإيطالي.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_coup(text: str) -> None:
    assert events(text, "coup") == []


def test_people_of_a_coup() -> None:
    text = "أطاح انقلاب في تشاد عام 1990 بالرئيس حسين حبري. وقاد الانقلاب العقيد إدريس ديبي."
    ((article, coup),) = events(text, "coup")
    assert article.actor(coup.ousted).name == "حسين حبري"
    assert [article.actor(x).name for x in coup.leaders] == ["إدريس ديبي"]


def test_believed_leaders_are_apart() -> None:
    text = "وقع انقلاب في بنين. وفر العقيد ماتيو كيريكو، الذي يعتقد أنه مهندس الانقلاب، إلى الخارج."
    ((article, coup),) = events(text, "coup")
    assert coup.leaders == ()
    assert [article.actor(x).name for x in coup.alleged_leaders] == ["ماتيو كيريكو"]


def test_two_coups_of_one_country() -> None:
    found = events("بعد الانقلاب في السودان عام 2021 تذكر الناس انقلاب عام 1989.", "coup")
    assert [c.date for _, c in found] == ["2021", "1989"]
