"""Names in rarer dress, bodies and their short names, and ordinary words that are nobody."""

from __future__ import annotations

import pytest

import malicoup
from malicoup.model import ActorKind, Person

PEOPLE: list[tuple[str, list[str]]] = [
    ("وصل العقيد سامي الخوري والرائد عمر بدران إلى القاعدة.", ["سامي الخوري", "عمر بدران"]),
    ("وصل اللاعب (سامي الخوري) إلى الملعب.", ["سامي الخوري"]),
    ("وصلت النائبة «ليلى منصور» إلى المجلس.", ["ليلى منصور"]),
    ("قال اللبناني سامي الخوري إن العمل صعب.", ["سامي الخوري"]),
    ("وصل السفير الياباني كينجي تاناكا إلى المطار.", ["كينجي تاناكا"]),
    ("انتقل اللاعب إلى نادي الميناء لكرة القدم سامي الخوري.", ["سامي الخوري"]),
    ("حضر الأستاذ عمر.", ["عمر"]),
    ("قالت السيدة منصور إن الطريق آمن.", ["منصور"]),
    ("كتبت لسامي الخوري رسالة.", ["سامي الخوري"]),
    ("وصل الشيخ محمد بن راشد إلى المدينة.", ["محمد بن راشد"]),
    ("شكرا للوكاس هيرنانديز على الهدية.", ["لوكاس هيرنانديز"]),
    ("وصل الخبير Paul Martin إلى المدينة.", ["Paul Martin"]),
    ("أكد وزير خارجية تشاد محمد صالح أن الحدود آمنة.", ["محمد صالح"]),
    ("وصل جان-بيير مورو إلى المطار.", ["جان-بيير مورو"]),
    ("وصل العقيد هان-سو تشوي إلى المطار.", ["هان-سو تشوي"]),
    ("رحبت بجان-بيير مورو وهان-سو تشوي.", ["جان-بيير مورو", "هان-سو تشوي"]),
    ("كتبت لجان-بيير مورو رسالة.", ["جان-بيير مورو"]),
    ("قالت الخبيرة ماريا النجار التي زارت المدينة إن الطريق آمن.", ["ماريا النجار"]),
    ("قالت الخبيرة آنا ماريا هولم إن الطريق آمن.", ["آنا ماريا هولم"]),
    ("وصلت سعاد بن يوسف أمس. ثم شاركت بن يوسف في الجلسة.", ["سعاد بن يوسف"]),
    ("وصل خالد بن سالم بن يوسف أمس. ثم شارك بن يوسف في الجلسة.", ["خالد بن سالم بن يوسف"]),
    ("وصل ماركو دي سيلفا أمس. ثم شارك دي سيلفا في الجلسة.", ["ماركو دي سيلفا"]),
    ("وصلت ماريا عبد القادر أمس. وتقول عبد القادر إن الطريق آمن.", ["ماريا عبد القادر"]),
    ("وصلت ماريا أبو زيد أمس. وتضيف أبو زيد أن الطريق آمن.", ["ماريا أبو زيد"]),
]
NOBODY = [
    "حضر عمر.",
    "عقدت لجان-مشتركة اجتماعا.",
    "خرجوا في أفريل الماضي إلى الشوارع.",
    "خرجوا في جوان الماضي إلى الشوارع.",
    "سافر مع سامي وليلى.",
    "وصل آل منصور إلى القرية.",
    "عاد المهاجم البرازيلي إلى فريقه.",
    "أهدى أحمد كتابا إلى صديقه.",
    "اشترى التاجر سيارة فورد جديدة.",
    "هاجم مسلحون قرية في شمال البلاد.",
    "كان الأمل كبيرا والفرح عظيما.",
    "شاهدت نور القمر في الليل.",
    "أشرقت الشمس على الوادي الأخضر.",
    "قطع العمال أشجار الزيتون.",
    "وصل رئيس الوزراء المغربي إلى تونس.",
    "زار الوفد مستشفى المدينة الجديد.",
    "فاز نادي الميناء لكرة القدم على نادي الجبل.",
]
KNOWN_GAPS: list[tuple[str, str, list[str]]] = [
    ("names/person.py: a predicate behind عبد الله", "عبد الله رجل كريم.", []),
    ("names/person.py: a verb that is a name too, before a name", "حكم لويس الرابع عشر فرنسا.",
     ["لويس الرابع عشر"]),
]  # fmt: skip


def people(text: str) -> list[str]:
    return [a.name for a in malicoup.parse(text).actors if a.kind == ActorKind.PERSON]


@pytest.mark.parametrize(("text", "names"), PEOPLE)
def test_people(text: str, names: list[str]) -> None:
    assert people(text) == names


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(text, names, marks=pytest.mark.xfail(reason=reason, strict=True))
        for reason, text, names in KNOWN_GAPS
    ],
)
def test_known_gaps(text: str, names: list[str]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("انتخب سامي الخوري، رئيس النقابة، نائبا.", "roles", ("رئيس النقابة",)),
        ("قال اللبناني سامي الخوري إن العمل صعب.", "country", "LB"),
        ("وصل السفير الياباني كينجي تاناكا إلى المطار.", "country", "JP"),
        ("قالت المتحدثة لدى الوزارة ليلى منصور إن الطريق آمن.", "title", "المتحدثة لدى الوزارة"),
        ("وصل العقيد سامي الخوري إلى القاعدة.", "rank", "العقيد"),
        ("كتبت لسامي الخوري رسالة.", "title", None),
        ("كتبت لسامي الخوري رسالة.", "country", None),
    ],
)
def test_what_is_told_of_a_person(text: str, field: str, value: object) -> None:
    (person,) = [a for a in malicoup.parse(text).actors if isinstance(a, Person)]
    assert getattr(person, field) == value


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("نشر مركز الأبحاث البحرية (مأب) دراسة.", "مركز الأبحاث البحرية", ("مأب",)),
        ("اجتمع حلف شمال الأطلسي (الناتو) أمس.", "حلف شمال الأطلسي", ("الناتو",)),
        ("زار الوفد مستشفى المدينة الجديد.", "مستشفى المدينة الجديد", ()),
        ("فاز نادي الميناء لكرة القدم أمس.", "نادي الميناء لكرة القدم", ()),
    ],
)
def test_bodies_and_their_short_names(text: str, name: str, aliases: tuple[str, ...]) -> None:
    (actor,) = malicoup.parse(text).actors
    assert (actor.name, actor.aliases) == (name, aliases)


def test_actors_alone_are_those_of_the_whole_report() -> None:
    text = "وصل العقيد سامي الخوري إلى القاعدة مع وفد من وزارة الدفاع الإيطالية."
    found = malicoup.find_actors(text)
    assert [a.name for a in found] == ["سامي الخوري", "وزارة الدفاع الإيطالية"]
    assert found == malicoup.parse(text).actors
    assert malicoup.find_actors("") == ()
