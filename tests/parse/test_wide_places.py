"""Places and countries of several words, of which one looks like a name, a verb or "and"."""

from __future__ import annotations

import pytest

import malicoup
from malicoup.lexicon.build import lexicon
from malicoup.lexicon.words import Tag
from malicoup.model import Person


def _people(text: str) -> list[str]:
    return [a.name for a in malicoup.parse(text).actors if isinstance(a, Person)]


#: A text, and all its actors.
ACTORS = [
    ("وصلت الباحثة إلى جامعة سان خوسيه أمس.", ["جامعة سان خوسيه"]),
    ("زار الوفد جزر مارشال.", ["جزر مارشال"]),
    ("علقت جزر البهاما علاقاتها مع كندا.", ["جزر البهاما", "كندا"]),
    ("وبعد استقلال تشاد عن بوركينا فاسو تغير الوضع.", ["تشاد", "بوركينا فاسو"]),
    ("وبدأ انقلاب في تيمور الشرقية قبل عام.", ["تيمور الشرقية"]),
]


@pytest.mark.parametrize(("text", "names"), ACTORS)
def test_a_place_of_several_words_is_read_whole(text: str, names: list[str]) -> None:
    article = malicoup.parse(text)
    assert sorted(a.name for a in article.actors) == sorted(names)


def test_a_role_at_a_university_called_after_a_city_of_two_words() -> None:
    article = malicoup.parse("وتقول ليلى منصور، الأستاذة بجامعة سان خوسيه، إن الطريق آمن.")
    person = next(a for a in article.actors if isinstance(a, Person))
    assert (person.name, person.roles) == ("ليلى منصور", ("الأستاذة بجامعة سان خوسيه",))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قالت أستاذة القانون بجامعة سان خوسيه ليلى منصور إن الطريق آمن.", ["ليلى منصور"]),
        ("قال سفير كندا سامي الخوري إن الطريق آمن.", ["سامي الخوري"]),
    ],
)
def test_a_name_behind_a_place_is_still_found(text: str, names: list[str]) -> None:
    assert _people(text) == names


@pytest.mark.parametrize(("form", "is_cue"), [("سيبين", True), ("سيقول", True), ("سقال", False)])
def test_the_future_particle_stands_on_the_imperfect_alone(form: str, is_cue: bool) -> None:
    assert bool(lexicon().word(form).tags & Tag.CUE) is is_cue
