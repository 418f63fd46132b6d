"""Two actors that turn out to be one: whoever spoke as one of them speaks as the other."""

from __future__ import annotations

import pytest

import malicoup

PAGES = [
    "ذكر موقع Almarfa.com أن الميناء أغلق.\n"
    "وأضافت الجريدة المحلية أن السفن عادت.\n"
    "وذكرت صحيفة الشعلة أن الأجور دفعت.\n",
    "ذكر الموقع المحلي Almarfa.com أن الميناء أغلق.\n"
    "وأشارت الجريدة المحلية إلى أن السفن عادت.\n"
    "وقالت ليلى منصور لقناة الشعلة إن العمال أضربوا.\n",
]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("times", [1, 2, 6])
def test_two_media_stay_two_on_a_long_page(page: str, times: int) -> None:
    """A description that was given to one paper goes on meaning it when another is named."""
    article = malicoup.parse(page * times)
    assert malicoup.validate(article).ok
    assert len([a for a in article.actors if a.kind == "media"]) == 2
    local = [q for q in article.quotes if article.slice(q.span) == "السفن عادت"]
    assert len(local) == times
    assert {article.actor(q.speaker or "").name for q in local} == {"Almarfa.com"}
