"""Names of people: titles, ranks, particles, foreign names; and what is nobody's name."""

from __future__ import annotations

import pytest

import malicoup
from malicoup.model import ActorKind

PEOPLE: list[tuple[str, list[str]]] = [
    ("وصل العقيد سامي الخوري إلى القاعدة.", ["سامي الخوري"]),
    ("وصلت الوزيرة ليلى منصور إلى القاعدة.", ["ليلى منصور"]),
    ("وصل محمد بن سالم إلى المطار.", ["محمد بن سالم"]),
    ("وصل خالد أبو بكر إلى المطار.", ["خالد أبو بكر"]),
    ("وصل الأمير فيصل بن تركي آل سعود إلى المطار.", ["فيصل بن تركي آل سعود"]),
    ("وصل وزير الخارجية الهولندي يان فيلدهوف إلى المطار.", ["يان فيلدهوف"]),
    ("وصلت المستشارة الألمانية كلارا فايمان إلى المطار.", ["كلارا فايمان"]),
    ("وصل الرئيس الأمريكي جو هالوران إلى المطار.", ["جو هالوران"]),
    ("التقى سامي الخوري وليلى منصور في القاهرة.", ["سامي الخوري", "ليلى منصور"]),
    ("قال الدكتور سامي الخوري، أستاذ التاريخ، إن العمل صعب.", ["سامي الخوري"]),
    ("قال جورج سامي خوري إن العمل صعب.", ["جورج سامي خوري"]),
    ("قال الخبير الإسباني خوسيه ماريا أزنار إن العمل صعب.", ["خوسيه ماريا أزنار"]),
    ("وصل الملك محمد السادس إلى المطار.", ["محمد السادس"]),
    ("وصل سامي الخوري، وقال الخوري إن العمل صعب.", ["سامي الخوري"]),
]
NOBODY = [
    "درس الطلاب في جامعة الملك سعود.",
    "عولج المصاب في مستشفى جورج بومبيدو.",
    "زار الوفد مدينة الحسين الرياضية.",
    "وصل الوزير إلى القاهرة.",
    "اجتمع مجلس الأمن الدولي مساء أمس.",
    "حطت الطائرة في مطار شارل ديغول.",
    "وصل الرئيس الفرنسي إلى المطار.",
    "قال المدير العام إن العمل صعب.",
    "ارتفعت أسعار القمح في مصر ولبنان.",
    "هطلت أمطار غزيرة على المدينة.",
    "قال مسؤولون إن العمل صعب.",
    "",
    "123 456",
]


def people(text: str) -> list[str]:
    return [a.name for a in malicoup.parse(text).actors if a.kind == ActorKind.PERSON]


@pytest.mark.parametrize(("text", "names"), PEOPLE)
def test_people(text: str, names: list[str]) -> None:
    assert people(text) == names


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("وصل العقيد سامي الخوري إلى القاعدة.", "العقيد"),
        ("وصل اللواء سامي الخوري إلى القاعدة.", "اللواء"),
        ("وصل الوزير سامي الخوري إلى القاعدة.", None),
        ("وصل سامي الخوري إلى القاعدة.", None),
    ],
)
def test_ranks(text: str, rank: str | None) -> None:
    (person,) = malicoup.parse(text).actors
    assert person.rank == rank


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("أعلنت وزارة الدفاع الإيطالية موعد المناورات.", "وزارة الدفاع الإيطالية", "government", "IT"),
        ("انتشر الجيش الأردني على الحدود.", "الجيش الأردني", "armed_force", "JO"),
        ("نشر معهد الدراسات البحرية دراسة جديدة.", "معهد الدراسات البحرية", "organization", None),
        ("فازت البرازيل بالبطولة.", "البرازيل", "country", "BR"),
        ("صرح البنتاغون بذلك.", "البنتاغون", "government", "US"),
    ],
)  # fmt: skip
def test_bodies(text: str, name: str, kind: str, country: str | None) -> None:
    actors = [a for a in malicoup.parse(text).actors if name in (a.name, *a.aliases)]
    assert [(a.kind, a.country) for a in actors] == [(kind, country)]


@pytest.mark.parametrize("text", ["وصل وفد صومالي.", "انخفض الإنفاق المالي."])
def test_a_word_that_looks_like_a_country_is_none(text: str) -> None:
    assert "ML" not in [a.country for a in malicoup.parse(text).actors]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("قال سامي الخوري، مدير المستشفى، إن العمل صعب.", "مدير المستشفى"),
        ("قالت ليلى منصور، أستاذة التاريخ، إن العمل صعب.", "أستاذة التاريخ"),
        ("التقى الوفد سامي الخوري (رئيس النقابة) في مكتبه.", "رئيس النقابة"),
    ],
)
def test_roles_in_apposition(text: str, role: str) -> None:
    person = next(a for a in malicoup.parse(text).actors if a.kind == ActorKind.PERSON)
    assert role in person.roles


def test_the_object_behind_a_listed_name_is_no_part_of_it() -> None:
    (actor,) = malicoup.parse("نشرت وكالة رويترز الخبر.").actors
    assert actor.name in ("رويترز", "وكالة رويترز")


@pytest.mark.parametrize(
    "text",
    [
        "الدعم مالي وإداري.",
        "قدم البنك مع الخبراء دعم مالي كبير.",
        "نحتاج إلى نظام مالي جديد.",
        "خسارة مالي فادحة.",
        "الضغط مالي وسياسي.",
    ],
)
def test_an_adjective_that_reads_like_a_country_is_none(text: str) -> None:
    assert "مالي" not in {a.name for a in malicoup.find_actors(text)}
    assert "نظام مالي" not in {a.name for a in malicoup.find_actors(text)}


@pytest.mark.parametrize(
    "text",
    [
        "وصل رئيس مالي الجديد إلى القمة.",
        "أدان الاتحاد انقلاب مالي الأخير.",
        "هزت مالي أزمة كبيرة.",
        "سافر الوفد إلى مالي والنيجر.",
        "تدعم فرنسا مالي بالسلاح.",
    ],
)
def test_the_country_that_reads_like_an_adjective_is_one(text: str) -> None:
    assert "مالي" in {a.name for a in malicoup.find_actors(text)}
