"""Nations of actors: nationality words in every form, capitals, palaces; spellings of one name."""

from __future__ import annotations

import pytest

import malicoup
from malicoup.model import ActorKind

#: A sentence, the nameless people in it with their country.
PEOPLE = [
    (
        "قتل جنود كينيون ومسلحون تشاديون في الهجوم.",
        {"جنود كينيون": "KE", "مسلحون تشاديون": "TD"},
    ),
    ("قتل جنديان ليبيان وأصيب ضباط بولنديون.", {"جنديان ليبيان": "LY", "ضباط بولنديون": "PL"}),
    (
        "التقى القنصل البولندي رئيس الوزراء الإسباني.",
        {"القنصل البولندي": "PL", "رئيس الوزراء الإسباني": "ES"},
    ),
    ("رُحّل يمنيون ومغاربة من البلاد.", {"يمنيون": "YE", "مغاربة": "MA"}),
    ("احتج البنغاليون والمغاربة أمس.", {"البنغاليون": "BD", "المغاربة": "MA"}),
    ("سلموا الرهائن إلى الروس.", {"الروس": "RU"}),
    ("أفرج عن الجنديين الفرنسيين.", {"الجنديين الفرنسيين": "FR"}),
    ("التقت الوزيرة السويدية نظيرتها.", {"الوزيرة السويدية": "SE"}),
    ("شاركت معلمات أوكرانيات في الدورة.", {"معلمات أوكرانيات": "UA"}),
    ("وحدة تركية قتلت مواطنا أردنيا.", {"وحدة تركية": "TR", "مواطنا أردنيا": "JO"}),
]

#: Nationalities that tell of things, or are no nationalities.
NOBODY = [
    "اشترى سيارة ألمانية ومعدات يابانية.",
    "التقى المسؤولون في القاعة.",
    "ارتفعت أسعار الأسهم الأوروبية.",
    "تحدث باللغة الفرنسية.",
]


def people(text: str) -> dict[str, str | None]:
    found = malicoup.find_actors(text)
    return {a.name: a.country for a in found if a.kind == ActorKind.UNNAMED}


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people_of_a_nation(text: str, expected: dict[str, str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize("text", NOBODY)
def test_things_of_a_nation_are_nobody(text: str) -> None:
    assert people(text) == {}


def test_whoever_holds_the_office_is_mentioned_and_not_entered_twice() -> None:
    text = "قال الرئيس الفرنسي جاك دوبوا إن القمة نجحت. ثم غادر الرئيس الفرنسي القاعة."
    (person,) = malicoup.find_actors(text)
    assert person.name == "جاك دوبوا"
    article = malicoup.parse(text)
    spoken_of = [article.slice(m.span) for m in article.mentions]
    assert "الرئيس الفرنسي" in spoken_of


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("رد الكرملين على البيان.", "الكرملين", "RU"),
        ("نفى قصر الإليزيه ذلك.", "قصر الإليزيه", "FR"),
        ("وصل إلى تشاد أمس.", "تشاد", "TD"),
        ("وبفرنسا آلاف العاملين.", "فرنسا", "FR"),
        ("لأوكرانيا الحق في ذلك.", "أوكرانيا", "UA"),
        ("وللسودان حدود طويلة.", "السودان", "SD"),
    ],
)
def test_countries_and_seats(text: str, name: str, country: str) -> None:
    found = {a.name: a.country for a in malicoup.find_actors(text)}
    assert found.get(name) == country


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت شركة ميغالون الخطة. وقالت شركة ميجالون إنها جاهزة.",
        "قال غريغور نوفاك إن العمل بدأ. وأضاف جريجور نوفاك أنه مستمر.",
        "أعلنت مجموعة رادڤيل الخطة. وقالت مجموعة رادفيل إنها جاهزة.",
    ],
)
def test_spellings_of_one_name_are_one_actor(text: str) -> None:
    (actor,) = malicoup.find_actors(text)
    assert len(actor.aliases) == 1


def test_two_arabic_names_stay_two() -> None:
    found = malicoup.find_actors("قال قاسم العلي إن العمل بدأ. وقال جاسم العلي إنه انتهى.")
    assert len(found) == 2
