from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import malicoup
from malicoup.model import (
    ArmsDeal,
    Article,
    Claim,
    Coup,
    Delivery,
    Event,
    MilitaryTraining,
    Money,
    Quantity,
    Quote,
    QuoteStyle,
    Sanction,
    Span,
    Statistic,
)
from malicoup.strategies import articles
from malicoup.view import account
from malicoup.view._guide import figure
from malicoup.view._terminal import clean, columns, fold, isolate

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt")).read_text("utf-8")
NEWS = "قالت الوزيرة سلمى العلي أمس: «وقعنا عقدا لشراء ثلاث طائرات». وأضافت أن الاتفاق قد يتأخر."


def plain(text: str) -> str:
    return re.sub("[\u2067\u2069]", "", text)


def test_says_who_said_what() -> None:
    text = plain(account(malicoup.parse(NEWS, published=date(2024, 5, 2))))
    assert "WHO SAID WHAT (2)" in text
    assert " 1. سلمى العلي" in text
    assert "      وقعنا عقدا لشراء ثلاث طائرات" in text
    assert "2024-05-02" in text
    assert "ثلاث طائرات = 3 طائرات" in text


def test_explains_only_when_asked() -> None:
    article = malicoup.parse(NEWS)
    assert "why: " not in account(article)
    explained = account(article, explain=True)
    for quote in article.quotes:
        assert f"why: {quote.rule} ({quote.confidence})" in explained
        assert f"speaker by {quote.speaker_rule}" in explained


def test_the_seed() -> None:
    article = malicoup.parse(SEED)
    text = account(article, explain=True)
    for title in ("WHO SAID WHAT", "PEOPLE AND BODIES", "DATES", "FIGURES", "DOUBTS"):
        assert title in text
    for actor in article.actors:
        assert isolate(actor.name) in text


def test_colours_only_when_asked() -> None:
    article = malicoup.parse(NEWS)
    assert "\x1b" not in account(article)
    coloured = account(article, color=True)
    assert re.sub(r"\x1b\[\d+m", "", coloured) == account(article)


def test_an_empty_article() -> None:
    assert account(Article(text="")) == "(no title)\noutlet not known · date not known\n"


def quantity(low: int | None, high: int | None, unit: str | None = None) -> Quantity:
    bounds = [None if n is None else Decimal(n) for n in (low, high)]
    return Quantity(span=Span(start=0, end=1), minimum=bounds[0], maximum=bounds[1], unit=unit)


@pytest.mark.parametrize(
    ("given_quantity", "shown"),
    [
        (None, ""),
        (quantity(4, 4), "4"),
        (quantity(2, None), "at least 2"),
        (quantity(None, 9), "at most 9"),
        (quantity(20, 30, "percent"), "20–30 %"),
        (quantity(None, None), "some"),
        (quantity(1, 1, "year"), "1 year"),
        (quantity(2, 2, "century"), "2 centuries"),
        (evolve(quantity(18, 18, "day"), approximate=True), "about 18 days"),
    ],
)
def test_figures(given_quantity: Quantity | None, shown: str) -> None:
    assert figure(given_quantity) == shown


def test_records() -> None:
    deal = ArmsDeal(
        id="d1",
        supplier="nobody",
        ordered=quantity(4, 4),
        order_date="2016",
        deliveries=(Delivery(quantity=quantity(2, None), date="2017/2019"),),
        value=Money(amount=Decimal("3.5"), currency="USD"),
    )
    article = Article(
        text="خبر",
        arms_deals=(deal,),
        events=(
            MilitaryTraining(id="e1", country="FR", duration="P18D", number_trained=quantity(9, 9)),
            Coup(id="e2", country="ML", date="2012"),
            Sanction(id="e3", measure="خبر"),
        ),
        statistics=(Statistic(id="s1", value=quantity(16, 16, "percent"), period="2010/2020"),),
    )
    text = plain(account(article, explain=True))
    for line in (
        "(unknown: nobody) → (not named): weapons",
        "ordered 4 2016",
        "delivered at least 2 2017/2019",
        "worth 3.5 USD",
        "(not said who) trained",
        "for P18D",
        "coup in ML: realized",
        "sanction: (not named) → (not named), imposed",
        "16 %",
        "period: 2010/2020",
        "why: manual",
    ):
        assert line in text


def test_an_event_of_another_package() -> None:
    from attrs import define

    @define(frozen=True, kw_only=True)
    class Talks(Event):
        kind = "peace_talks"
        city: str | None = None

    article = Article(text="خبر", events=(Talks(id="e1", city="جدة"),))  # type: ignore[arg-type]
    assert "peace talks\n    city: جدة" in plain(account(article))


def test_nothing_steers_the_terminal() -> None:
    text = "ال\x1b[31mخبر\u202e\u2066\x07\ud800 كله"
    article = Article(
        text=text,
        title=Span(start=0, end=len(text)),
        quotes=(Quote(id="q", span=Span(start=0, end=len(text)), style=QuoteStyle.DIRECT),),
        claims=(Claim(id="c", span=Span(start=0, end=99), hedges=(Span(start=2, end=9),)),),
    )
    shown = account(article)
    shown.encode()
    assert not set(shown) & set("\x1b\x07\u202e\u2066")


def test_lines_keep_to_their_width() -> None:
    for line in account(malicoup.parse(SEED), width=60).splitlines():
        assert columns(line) <= 60 or " " not in line.strip()


def test_width_of_marks_and_wide_characters() -> None:
    assert columns("مُدَرِّس") == 4
    assert columns("中") == 2
    assert columns("\u2067ا\u2069") == 1


@given(st.text(), st.integers(1, 30))
def test_fold_keeps_every_word(words: str, width: int) -> None:
    lines = [plain(line) for line in fold(words, width)]
    assert " ".join(lines) == clean(words)


@given(articles(), st.booleans(), st.booleans(), st.integers(0, 200))
def test_never_raises(article: Article, explain: bool, color: bool, width: int) -> None:
    text = account(article, explain=explain, color=color, width=width)
    text.encode()
    assert text.count("\u2067") == text.count("\u2069")
    torn = evolve(article, actors=(), mentions=(), sections=())
    account(torn, explain=explain, color=color, width=width)
