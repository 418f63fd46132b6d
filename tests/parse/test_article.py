"""The shape of the page, and what an article carries over from its arguments."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

import malicoup

LONG = "اجتمع أعضاء المجلس البلدي مساء أمس في القاعة الكبرى لمناقشة خطة الطرق الجديدة والميزانية وموعد الأشغال."
PAGE = f"خطة طرق جديدة للمدينة\n{LONG}\n{LONG}\nرأي السكان في الخطة\n{LONG}\nالمصدر: صحيفة المدينة"


def test_title_lede_sections_and_source() -> None:
    article = malicoup.parse(PAGE)
    assert article.slice(article.title) == "خطة طرق جديدة للمدينة"
    assert article.slice(article.lede) == LONG
    assert [s.heading and article.slice(s.heading) for s in article.sections] == [
        None,
        "رأي السكان في الخطة",
    ]
    assert article.actor(article.publisher).name == "صحيفة المدينة"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200f"])
def test_an_empty_page_has_no_parts(text: str) -> None:
    article = malicoup.parse(text)
    assert (article.title, article.lede, article.sections) == (None, None, ())
    assert article.actors == article.quotes == article.dates == ()


def test_one_line_is_a_paragraph_and_no_title() -> None:
    article = malicoup.parse(LONG)
    assert article.title is None
    assert [len(s.paragraphs) for s in article.sections] == [1]


def test_lines_that_end_like_sentences_are_no_headings() -> None:
    article = malicoup.parse(f"عنوان الخبر\n{LONG}\nانتهى الاجتماع سريعا.\n{LONG}\n{LONG}")
    assert all(s.heading is None for s in article.sections)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n", "\u2028"])
def test_lines_may_be_broken_in_any_way(newline: str) -> None:
    article = malicoup.parse(PAGE.replace("\n", newline))
    assert article.slice(article.title) == "خطة طرق جديدة للمدينة"
    assert sum(s.heading is not None for s in article.sections) == 1


def test_arguments_are_kept() -> None:
    day = date(2021, 5, 4)
    article = malicoup.parse(LONG, published=day, url="https://example.org/1", publisher="الغد")
    assert (article.published, article.url) == (day, "https://example.org/1")
    assert article.actor(article.publisher).name == "الغد"


def test_the_publisher_given_wins_over_the_source_line() -> None:
    article = malicoup.parse(PAGE, publisher="BBC")
    assert article.actor(article.publisher).name == "BBC"


def test_a_source_line_in_the_middle_is_none() -> None:
    assert malicoup.parse(f"المصدر: صحيفة المدينة\n{LONG}").publisher is None


def test_the_text_is_kept_as_it_is() -> None:
    text = "\ufeffقَالَ\u200f الوزير\u00a0إن ...\r\n"
    assert malicoup.parse(text).text == text


def test_paragraphs_cover_the_page_once() -> None:
    article = malicoup.parse(PAGE)
    spans = [article.title, article.lede]
    for section in article.sections:
        spans += [section.heading, *section.paragraphs]
    kept = sorted((s.start, s.end) for s in spans if s is not None)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(kept))
