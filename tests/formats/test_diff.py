"""Differences of two articles, in exact paths and words."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given

from formats.report import QUOTES, REPORT
from malicoup.formats.diff import ChangeKind, diff
from malicoup.model import Article, Organization, Quote, Span
from malicoup.strategies import articles


def changed(**fields: Any) -> list[tuple[str, str, str]]:
    return [(c.kind, c.path, c.message) for c in diff(REPORT, attrs.evolve(REPORT, **fields))]


def quotes(**fields: Any) -> tuple[Quote, ...]:
    return (attrs.evolve(QUOTES[0], **fields), *QUOTES[1:])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"language": "fa"}, ("changed", "$.language", "article: language ar → fa")),
        (
            {"quotes": quotes(speaker="army")},
            (
                "changed",
                "$.quotes[0].speaker",
                "quote q0 “الدنمارك باعت تشيلي ثماني مروحيات في السنوات الأخيرة”: "
                "speaker harbour “صحيفة المرفأ” → army “الجيش الدنماركي”",
            ),
        ),
        (
            {"quotes": quotes(speaker=None)},
            (
                "changed",
                "$.quotes[0].speaker",
                "quote q0 “الدنمارك باعت تشيلي ثماني مروحيات في السنوات الأخيرة”: "
                "speaker harbour “صحيفة المرفأ” → nothing",
            ),
        ),
        (
            {"claims": (*REPORT.claims[:2], *REPORT.claims[3:])},
            ("removed", "$.claims[2]", "claim c2 “إلغاء الصفقة” removed"),
        ),
        (
            {"dates": REPORT.dates[1:]},
            ("removed", "$.dates[0]", "date expression “عام 2015” removed"),
        ),
        (
            {"dates": (attrs.evolve(REPORT.dates[0], edtf="2016"), *REPORT.dates[1:])},
            ("changed", "$.dates[0].edtf", "date expression “عام 2015”: edtf 2015 → 2016"),
        ),
        (
            {"quotes": QUOTES[::-1]},
            ("changed", "$.quotes", "quotes: order q0, q1, q2, q3, q4 → q4, q3, q2, q1, q0"),
        ),
        (
            {"title": Span(start=0, end=8)},
            (
                "changed",
                "$.title",
                "article: title 0–32 “الدنمارك تُسلِّم تشيلي مروحيات 🚁” → 0–8 “الدنمارك”",
            ),
        ),
    ],
)  # fmt: skip
def test_one_change(fields: dict[str, Any], expected: tuple[str, str, str]) -> None:
    assert changed(**fields) == [expected]


def test_deep_change() -> None:
    deal = REPORT.arms_deals[0]
    deliveries = (attrs.evolve(deal.deliveries[0], date="2018"), deal.deliveries[1])
    assert changed(arms_deals=(attrs.evolve(deal, deliveries=deliveries),)) == [
        (
            "changed",
            "$.arms_deals[0].deliveries[0].date",
            "delivery: date 2017/2019 → 2018",
        )
    ]


def test_actor_of_another_kind() -> None:
    army = Organization(id="denmark", name="الدنمارك")
    found = changed(actors=(army, *REPORT.actors[1:]))
    assert [(kind, path) for kind, path, _ in found] == [
        ("changed", "$.actors[0].kind"),
        ("changed", "$.actors[0].country"),
    ]


def test_another_text() -> None:
    (change,) = diff(Article(text="خبر"), Article(text="نبأ"))
    assert (change.kind, change.path, change.old, change.new) == (
        ChangeKind.CHANGED, "$.text", "خبر", "نبأ",
    )  # fmt: skip


@given(articles(), articles())
def test_empty_exactly_when_equal(a: Article, b: Article) -> None:
    assert diff(a, a) == ()
    assert (diff(a, b) == ()) == (a == b)


@given(articles(coherent=False), articles(coherent=False))
def test_empty_exactly_when_equal_whatever_the_ids(a: Article, b: Article) -> None:
    assert diff(a, a) == ()
    assert (diff(a, b) == ()) == (a == b)
    assert all(change.message for change in diff(a, b))
