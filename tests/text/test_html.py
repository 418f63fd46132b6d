from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malicoup.text.html import PlainPage, declared_encoding, is_html, page_text

PAGE = """<!doctype html>
<html lang="ar"><head><title>عنوان الخبر - الموقع</title>
<meta property="og:site_name" content="الموقع">
<meta property="article:published_time" content="2024-05-02T23:30:00+03:00">
<link rel="canonical" href="https://news.example/1">
<script>var p = "<p>لا</p>";</script><style>p { color: red }</style></head>
<body><header><a>الرئيسية</a></header><nav><ul><li>سياسة<li>رياضة</ul></nav>
<article><header><h1>عنوان <em>الخبر</em></h1></header>
<p>الفقرة الأولى &laquo;نص&raquo;.<p>الفقرة
الثانية<br>سطر<h2>عنوان فرعي</h2><ul><li>بند</li></ul>
<figure><img src=x><figcaption>صورة</figcaption></figure><aside>اقرأ أيضا</aside></article>
<article><p>خبر آخر</p></article><footer>حقوق</footer></body></html>"""


def test_a_page() -> None:
    assert page_text(PAGE) == PlainPage(
        text="عنوان الخبر\nالفقرة الأولى «نص».\nالفقرة الثانية\nسطر\nعنوان فرعي\nبند",
        published=date(2024, 5, 2),
        publisher="الموقع",
        url="https://news.example/1",
    )


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p>أ<p>ب", "أ\nب"),
        ("<title>ع</title><p>ف", "ع\nف"),
        ('<meta property="og:title" content="ع"><p>ف', "ع\nف"),
        ("<h1>ع</h1><h1>ثان</h1><p>ف", "ع\nثان\nف"),
        ("<p>قبل<h1>ع</h1>", "ع\nقبل"),
        ("<p>أ<![if x]>ب<![endif]><![foo bar]>ج", "أبج"),
        ("<svg><title>رسم</title></svg><p>ف", "ف"),
        ("<div>أ<div>ب</div>ج</div>", "أ\nب\nج"),
        ("<p>أ</div></p></p>ب", "أ\nب"),
        ("<p>أ<script>ب", "أ"),
        ("<main><p>أ</p></main><p>ب", "أ"),
        ("<main><article><p>أ</article><p>ب</main>", "أ\nب"),
        ("<p>أ<br/>ب<span/>ج", "أ\nبج"),
    ],
)
def test_blocks(html: str, text: str) -> None:
    assert page_text(html).text == text


@pytest.mark.parametrize("value", ["", "أمس", "2024-13-01", "٢٠٢٤-٠٥-٠٢x"])
def test_a_date_that_is_none(value: str) -> None:
    page = page_text(f'<meta property="article:published_time" content="{value}">')
    assert page.published is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="DC.date.issued" content="2031-05-02">',
        '<meta itemprop="datePublished" content="2031-05-02T08:00Z">',
        '<meta name="date" content="أمس"><meta name="pubdate" content="2031-05-02">',
        '<meta property="article:modified_time" content="2031-06-01">'
        '<meta name="date" content="2031-05-02">',
        '<time itemprop="datePublished" datetime="2031-05-02">أمس</time>',
        '<time pubdate datetime="2031-05-02T10:00">أمس</time>',
        '<script type="application/ld+json">'
        '{"@type": "NewsArticle", "datePublished": "2031-05-02"}</script>',
        '<script type="application/ld+json">'
        '{"@graph": [{"name": "x"}, {"datePublished": "2031-05-02T01:00+03:00"}]}</script>',
        '<script type="application/ld+json">{torn</script>'
        '<script>{"datePublished": "2030-01-01"}</script>'
        '<script type="Application/LD+JSON">[{"datePublished": "2031-05-02"}]</script>',
    ],
)
def test_days_of_publication(head: str) -> None:
    page = page_text(f"<html><head>{head}</head><body><p>فقرة</p></body></html>")
    assert page.published == date(2031, 5, 2)
    assert "2031" not in page.text


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2031-05-02">',
        '<time datetime="2031-05-02">أمس</time>',
        '<script>{"datePublished": "2031-05-02"}</script>',
        '<script type="application/ld+json">{"dateModified": "2031-05-02"}</script>',
        '<script type="application/ld+json">{"datePublished": null}</script>',
        '<script type="application/ld+json">'
        '[{"datePublished": "2031-05-02"}, {"datePublished": "2031-05-03"}]</script>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    ],
)
def test_days_that_are_no_days_of_publication(head: str) -> None:
    assert page_text(f"<html><head>{head}</head><p>فقرة</p>").published is None


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("<!DOCTYPE html><p>", True),
        ('\n<?xml version="1.0"?>\n<html>', True),
        ("<!-- saved --><html>", True),
        ("خبر عن <html>", False),
        ("", False),
        ("<p>أ", False),
    ],
)
def test_is_html(text: str, yes: bool) -> None:
    assert is_html(text) is yes


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b'<meta charset="windows-1256">', "cp1256"),
        (b'<meta http-equiv=x content="text/html; charset=ISO-8859-6">', "iso8859-6"),
        (b'<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        (b'<meta charset="klingon">', None),
        (b"charset=utf-8", None),
    ],
)
def test_declared_encoding(data: bytes, encoding: str | None) -> None:
    assert declared_encoding(data) == encoding


PIECES = (
    "<p>", "</p>", "<p ", "<br>", "<![", "<![CDATA[", "]]>", "<!--", "-->", "<!", "</", "&#xd800;",
    "&amp", "&", "<article>", "</article>", "<main>", "<script>", "</script>", "<title>",
    "</title>", "<h1>", "</h1>", "نص", ">", '"', "'", "=", "<svg>", "<nav>",
)  # fmt: skip
HTML = st.lists(st.sampled_from(PIECES) | st.text(max_size=4)).map("".join)


@given(HTML)
def test_total(html: str) -> None:
    page = page_text(html)
    for line in page.text.split("\n") if page.text else ():
        assert line
        assert line == " ".join(line.split())
