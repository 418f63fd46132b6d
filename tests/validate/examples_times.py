from __future__ import annotations

from datetime import date
from decimal import Decimal

from attrs import evolve

from malicoup.model import Article, DateExpression, Quantity
from validate.sound import SOUND, at, changed


def date_without_meaning() -> Article:
    return evolve(SOUND, dates=(*SOUND.dates, DateExpression(span=at("بعد ذلك"))))


def date_without_reference() -> Article:
    return evolve(SOUND, dates=changed(SOUND.dates, 0, reference=None))


def date_reference_differs() -> Article:
    return evolve(SOUND, dates=changed(SOUND.dates, 0, reference=date(2021, 3, 6)))


def date_against_partial() -> Article:
    return evolve(SOUND, dates=changed(SOUND.dates, 0, partial="XXXX-05"))


def dates_overlap() -> Article:
    year = DateExpression(span=at("2019"), edtf="2019")
    return evolve(SOUND, dates=(*SOUND.dates[:2], year, *SOUND.dates[2:]))


def quantities_overlap() -> Article:
    share = Quantity(span=at("12"), minimum=Decimal(12), maximum=Decimal(12))
    return evolve(SOUND, quantities=(*SOUND.quantities, share))


def quantity_in_date() -> Article:
    year = Quantity(span=at("1930"), minimum=Decimal(1930), maximum=Decimal(1930))
    return evolve(SOUND, quantities=(*SOUND.quantities[:4], year, *SOUND.quantities[4:]))


def quantity_without_bound() -> Article:
    return evolve(SOUND, quantities=changed(SOUND.quantities, 0, minimum=None, maximum=None))
