from __future__ import annotations

import pytest

import malicoup
from malicoup.model import Claim


def claim(text: str) -> tuple[malicoup.Article, Claim]:
    """The innermost reported claim of *text*."""
    article = malicoup.parse(text)
    reported = [c for c in article.claims if c.quote is not None]
    return article, min(reported, key=lambda c: len(c.span))


def names(article: malicoup.Article, found: Claim) -> list[str | None]:
    return [None if h is None else article.actor(h).name for h in found.holders]


READ = [
    ("قال الوزير سامي العلي إن المحادثات انتهت.", ("certain", "positive", "actual")),
    ("قال الوزير سامي العلي إن المحادثات لم تنته.", ("certain", "negative", "negated")),
    ("زعم الوزير سامي العلي أن المحادثات انتهت.", ("probable", "positive", "actual")),
    ("نفى الوزير سامي العلي أن المحادثات انتهت.", ("certain", "negative", "negated")),
    ("توقع الوزير سامي العلي أن المحادثات ستنتهي غدا.", ("probable", "positive", "planned")),
    ("قال الوزير سامي العلي إن المحادثات ستنتهي غدا.", ("certain", "positive", "planned")),
    ("قال الوزير سامي العلي إن المحادثات ربما انتهت.", ("possible", "positive", "actual")),
    ("قال الوزير سامي العلي إن المحادثات قد تنتهي غدا.", ("possible", "positive", "actual")),
    ("قال الوزير سامي العلي إن المحادثات قد انتهت أمس.", ("certain", "positive", "actual")),
    ("قال الوزير سامي العلي إن المحادثات لا تزال جارية.", ("certain", "positive", "actual")),
    ("قال الوزير سامي العلي إنه يبدو أن المحادثات انتهت.", ("probable", "positive", "actual")),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_certainty_polarity_realis(text: str, expected: tuple[str, ...]) -> None:
    _, found = claim(text)
    assert (str(found.certainty), str(found.polarity), str(found.realis)) == expected


def test_holder_is_the_speaker() -> None:
    article, found = claim("قال الوزير سامي العلي إن المحادثات انتهت.")
    assert names(article, found) == ["سامي العلي"]


def test_publisher_stands_outermost() -> None:
    article = malicoup.parse("قال الوزير سامي العلي إن المحادثات انتهت.", publisher="رويترز")
    (found,) = article.claims
    assert names(article, found) == ["رويترز", "سامي العلي"]


@pytest.mark.parametrize(
    "text",
    [
        "نقلت وكالة الأناضول عن الوزير سامي العلي قوله إن المحادثات انتهت.",
        "ونقلت وكالة الأناضول عن الوزير سامي العلي أن المحادثات انتهت.",
    ],
)
def test_who_passes_it_on_stands_outside_the_speaker(text: str) -> None:
    article, found = claim(text)
    assert names(article, found) == ["وكالة الأناضول", "سامي العلي"]


def test_hedge_spans() -> None:
    article, found = claim("قال الوزير سامي العلي إن الاتفاق المزعوم لم يوقع.")
    assert [article.slice(h) for h in found.hedges] == ["المزعوم"]


def test_nobody_is_none_in_the_chain() -> None:
    article = malicoup.parse(
        "ذكر موقع «الأفق» أن الضابطين، اللذين يُعتقد أنهما دبرا الهجوم، غادرا البلاد."
    )
    chains = [c.holders for c in article.claims]
    assert any(chain and chain[-1] is None for chain in chains)


def test_name_is_no_hedge() -> None:
    _, found = claim("قال جان لو دريان إن المحادثات انتهت.")
    assert found.hedges == ()


def test_ids_in_text_order() -> None:
    text = "سلمت ألمانيا أوكرانيا 18 دبابة. وقال الوزير سامي العلي إن المحادثات انتهت."
    assert [c.id for c in malicoup.parse(text).claims] == ["c1", "c2"]
