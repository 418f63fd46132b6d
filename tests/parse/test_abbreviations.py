"""Bodies by a short name: introduced in a bracket, in Latin capitals, told something; described."""

from __future__ import annotations

import pytest

import malicoup
from malicoup.model import Article, Organization, Person
from malicoup.parse.names.abbreviations import is_abbreviation


def _words(article: Article, name: str) -> list[str]:
    ids = [a.id for a in article.actors if isinstance(a, Organization) and a.name == name]
    return [article.slice(m.span) for m in article.mentions if m.actor in ids]


def _country(text: str, name: str) -> str | None:
    found = [
        a for a in malicoup.parse(text).actors if isinstance(a, Organization) and a.name == name
    ]
    assert len(found) == 1
    return found[0].country


#: A text, the full name of a body, and its mentions under other names.
INTRODUCED = [
    (
        "زار الوفد القيادة المشتركة للأمن (أفرسيك) أمس. ورحب قائد أفرسيك بالضيوف.",
        "القيادة المشتركة للأمن",
        ["أفرسيك", "أفرسيك"],
    ),
    (
        "أصدر مركز الدراسات (CSRZ) تقريرا.",
        "مركز الدراسات",
        ["CSRZ"],
    ),
    (
        "قالت القيادة العسكرية الموحدة (NORCOM) إن العمل صعب.",
        "القيادة العسكرية الموحدة",
        ["NORCOM"],
    ),
    (
        "أصدر معهد الأفق للدراسات (فيندكس) تقريرا. ورحب الوزير بما كتبه خبراء فيندكس.",
        "معهد الأفق للدراسات",
        ["فيندكس", "فيندكس"],
    ),
    (
        "رفضت لجنة المراقبة الدولية (VLMC) الطعن. وأجل مدير VLMC السفر.",
        "لجنة المراقبة الدولية",
        ["VLMC", "VLMC"],
    ),
    (
        "رفضت لجنة المراقبة الدولية (VLMC) الطعن. وبحسب VLMC، فإن الطريق آمن.",
        "لجنة المراقبة الدولية",
        ["VLMC", "VLMC"],
    ),
    # A bracket that holds a word of the language, a place or a number introduces no name.
    (
        "أصدر معهد الأفق للدراسات (سابقا) تقريرا. ووصل الوفد سابقا.",
        "معهد الأفق للدراسات",
        [],
    ),
    (
        "أصدر معهد الأفق للدراسات (بيروت) تقريرا. ثم وصل الوفد إلى بيروت.",
        "معهد الأفق للدراسات",
        [],
    ),
    (
        "أصدر معهد الأفق للدراسات (الأمل) تقريرا. وكان الأمل كبيرا.",
        "معهد الأفق للدراسات",
        ["الأمل"],
    ),
]


@pytest.mark.parametrize(("text", "name", "others"), INTRODUCED)
def test_a_bracket_introduces_a_short_name(text: str, name: str, others: list[str]) -> None:
    article = malicoup.parse(text)
    assert [words for words in _words(article, name) if words != name] == others


def test_a_short_name_inside_of_a_role_tells_whom_the_person_works_for() -> None:
    article = malicoup.parse(
        "أصدر معهد الأفق للدراسات (فيندكس) تقريرا.\n"
        "وقالت ليلى منصور، رئيسة قسم الإعلام في فيندكس، إن الأرقام صحيحة."
    )
    person = next(a for a in article.actors if isinstance(a, Person))
    body = next(a for a in article.actors if isinstance(a, Organization))
    assert body.name == "معهد الأفق للدراسات"
    assert person.affiliation == body.id


#: A text, and to whom its last quote was said (name and kind), if to anybody.
TOLD = [
    ("وأكدت ليلى منصور لـ VLQ أن الطريق آمن.\nالمصدر:VLQ", ("VLQ", "media")),
    ("وأكدت ليلى منصور لـ VLQ أن الطريق آمن.", ("VLQ", "organization")),
    ("وأكدت ليلى منصور لـ nabdplus.net أن الطريق آمن.", ("nabdplus.net", "media")),
    ("وأكدت ليلى منصور لـ Anna أن الطريق آمن.", None),  # a person, a place or a body
    ("وأكدت ليلى منصور في VLQ أن الطريق آمن.", None),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_to_whom_a_word_in_latin_letters_is_told(text: str, told: tuple[str, str] | None) -> None:
    article = malicoup.parse("وصل الوفد إلى المدينة صباحا.\n" + text)
    found = [a for a in article.actors if a.id == article.quotes[-1].addressee]
    assert [(a.name, str(a.kind)) for a in found] == ([] if told is None else [told])


def test_an_abbreviation_in_capitals_speaks_as_a_body() -> None:
    article = malicoup.parse("ووفقا لـ KVDR، فإن الأسعار ارتفعت كثيرا.")
    assert [(a.id, str(a.kind)) for a in article.actors] == [
        (article.quotes[0].speaker, "organization")
    ]


@pytest.mark.parametrize(
    ("raw", "is_one"),
    [("KVDR", True), ("G20", True), ("Oslo", False), ("J", False), ("35M", False), ("معهد", False)],
)
def test_what_looks_like_an_abbreviation(raw: str, is_one: bool) -> None:
    assert is_abbreviation(raw) is is_one


#: A text, the body it describes, and the country that the description tells.
DESCRIBED = [
    (
        "أصدر معهد الأفق للدراسات (VLMC)، وهو مركز بحوث سويدي، تقريرا.",
        "معهد الأفق للدراسات",
        "SE",
    ),
    (
        "أصدرت مؤسسة رافد للإغاثة، وهي منظمة خيرية كندية، تقريرا.",
        "مؤسسة رافد للإغاثة",
        "CA",
    ),
    ("أصدرت مؤسسة رافد للإغاثة، وهي منظمة خيرية، تقريرا.", "مؤسسة رافد للإغاثة", None),
    ("أصدرت مؤسسة رافد للإغاثة، وهي منظمة مالية، تقريرا.", "مؤسسة رافد للإغاثة", None),
    ("أصدرت مؤسسة رافد للإغاثة، وهي من منظمات كندية، تقريرا.", "مؤسسة رافد للإغاثة", None),
    (
        "أصدرت مؤسسة رافد للإغاثة، وهي منظمة تعمل مع شركات كندية، تقريرا.",
        "مؤسسة رافد للإغاثة",
        None,
    ),
]


@pytest.mark.parametrize(("text", "name", "country"), DESCRIBED)
def test_a_nominal_clause_tells_the_country(text: str, name: str, country: str | None) -> None:
    assert _country(text, name) == country


def test_what_a_body_is_said_to_be_is_no_second_body() -> None:
    article = malicoup.parse("أصدر معهد الأفق للدراسات، وهو مركز تينكرا هولندي، تقريرا.")
    assert [a.name for a in article.actors] == ["معهد الأفق للدراسات"]


#: A family name that looks like a verb belongs to the name of the body (apposition).
def test_a_body_called_after_a_name_that_looks_like_a_verb() -> None:
    article = malicoup.parse(
        "لكن وفقا لسامي الخوري، مدير مركز ليبرمان للدراسات، فإن الأسعار ارتفعت كثيرا."
    )
    assert [article.slice(q.span) for q in article.quotes] == ["الأسعار ارتفعت كثيرا"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وتسلم الرئيس جورج منصب الرئاسة أمس.", "جورج"),
        ("وصل العقيد سالم مبارك إلى المدينة.", "سالم مبارك"),
    ],
)
def test_a_noun_that_heads_a_genitive_is_no_second_name(text: str, name: str) -> None:
    people = [a.name for a in malicoup.parse(text).actors if isinstance(a, Person)]
    assert people == [name]


@pytest.mark.parametrize("remark", ["المؤقتة", "مساء", "في باريس", "2031", "باريس"])
def test_a_remark_in_brackets_makes_no_name(remark: str) -> None:
    text = f"زار الوفد القيادة المشتركة للأمن ({remark}) أمس."
    assert malicoup.find_actors(text) == ()
