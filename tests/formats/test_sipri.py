"""The register: rows, flags, and the three layouts that are read back. All rows are made up."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from formats.exports import FED, lost
from formats.report import DEAL, REPORT, TWO
from malicoup.errors import DecodeError
from malicoup.formats import sipri
from malicoup.formats.sipri import Transfer, read
from malicoup.model import (
    ArmsDeal,
    Article,
    Delivery,
    DeliveryCondition,
    Organization,
    Quantity,
    RecordCertainty,
    Span,
)
from malicoup.model.vocab import ActorKind


def row(deal: ArmsDeal, *actors: Organization) -> dict[str, str]:
    article = evolve(REPORT, arms_deals=(deal,), actors=(*REPORT.actors, *actors))
    text = sipri.dumps(article).data.decode()
    header, cells = list(csv.reader(io.StringIO(text, newline="")))[6:]
    assert tuple(header) == sipri.COLUMNS
    names = [f"{name}{i}" if name == " " else name for i, name in enumerate(header)]
    return dict(zip(names, cells, strict=True))


def counted(least: int | None, most: int | None, about: bool = False) -> Quantity:
    bounds = [None if n is None else Decimal(n) for n in (least, most)]
    return Quantity(
        span=Span(start=0, end=1), minimum=bounds[0], maximum=bounds[1], approximate=about
    )


def test_the_file_says_that_it_is_not_sipri_s() -> None:
    lines = sipri.dumps(REPORT).data.decode().split("\r\n")
    assert lines[1] == "Source: news reports read by malicoup. This is not SIPRI data."
    assert lines[5] == ""
    assert lines[6].startswith("Recipient,Supplier,Year of order, ,")


def test_what_the_file_says_is_read_back() -> None:
    (transfer,) = read(sipri.dumps(REPORT).data)
    assert transfer == Transfer(
        recipient="Chile",
        supplier="Denmark",
        order_year=2015,
        ordered=8,
        designation="Lynx",
        description="helicopter",
        delivered=2,
        delivered_estimate=True,
        delivery_years=(2017, 2018, 2019, 2020),
        status="Second hand",
        comments=transfer.comments,
    )
    assert transfer.comments is not None
    assert transfer.comments.startswith("alleged; deal delivering; deal worth 40000000 EUR; ")


@pytest.mark.parametrize(
    ("quantity", "cells"),
    [
        (counted(8, 8), ("8", "")),
        (counted(8, 8, about=True), ("8", "?")),
        (counted(2, None), ("2", "?")),
        (counted(None, 5), ("5", "?")),
        (counted(2, 5), ("2", "?")),
        (counted(None, None), ("", "?")),
        (None, ("", "")),
    ],
)
def test_numbers_and_their_flags(quantity: Quantity | None, cells: tuple[str, str]) -> None:
    found = row(evolve(DEAL, ordered=quantity))
    assert (found["Number ordered"], found[" 5"]) == cells


@pytest.mark.parametrize(
    ("edtf", "cells"),
    [
        ("2015", ("2015", "")),
        ("2015-03", ("2015", "")),
        ("2015~", ("2015", "?")),
        ("2015/2017", ("2015", "?")),
        ("201X", ("2010", "?")),
        ("2015/..", ("2015", "?")),
        ("../2015", ("2015", "?")),
        ("XXXX-01", ("", "?")),
        (None, ("", "")),
    ],
)
def test_years_of_order_and_their_flags(edtf: str | None, cells: tuple[str, str]) -> None:
    found = row(evolve(DEAL, order_date=edtf))
    assert (found["Year of order"], found[" 3"]) == cells


def test_deliveries_are_summed() -> None:
    many = (
        Delivery(quantity=counted(3, 3), date="2017"),
        Delivery(quantity=counted(2, 2), date="2019", condition=DeliveryCondition.NEW),
    )
    found = row(evolve(DEAL, deliveries=many))
    assert (found["Number delivered"], found[" 9"]) == ("5", "")
    assert (found["Year(s) of delivery"], found["status"]) == ("2017; 2019", "New")
    article = evolve(REPORT, arms_deals=(evolve(DEAL, deliveries=many),))
    reasons = [loss.reason for loss in lost(sipri.dumps(article), "$.arms_deals[0].deliveries")]
    assert reasons == ["only the sum of all deliveries is kept"] * 2


def test_parties_that_are_no_states_are_marked() -> None:
    group = Organization(id="g", name="جماعة", kind=ActorKind.ARMED_GROUP, country="PE")
    navy = Organization(id="n", name="البحرية", kind=ActorKind.ARMED_FORCE, country="PE")
    found = row(evolve(DEAL, recipient="g", supplier="n"), group, navy)
    assert (found["Recipient"], found["Supplier"]) == ("جماعة**", "Peru")
    nobody = row(evolve(DEAL, recipient=None, supplier=None))
    assert nobody["Recipient"] == "unknown recipient(s)"
    assert nobody["Supplier"] == "unknown supplier(s)"


def test_a_denied_deal_is_left_out() -> None:
    article = evolve(REPORT, arms_deals=(evolve(DEAL, certainty=RecordCertainty.DENIED),))
    export = sipri.dumps(article)
    assert read(export.data) == ()
    (loss,) = lost(export, "$.arms_deals[0]")
    assert loss.reason == "a register can only affirm"


def test_the_values_that_are_sipri_s_own_stay_empty() -> None:
    found = row(evolve(DEAL, ordered=TWO))
    assert {value for name, value in found.items() if "TIV" in name} == {""}


WEB = (
    "Transfers\r\n\r\nRecipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,"
    "Weapon description,Number delivered, ,Year(s) of delivery,status,Comments,"
    "SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons\r\n"
    "Peru,Norway,2011,?,4,,Skua,patrol craft,3,?,2012; 2014,New,Comment,1.5,6,4.5\r\n"
)
DEALS = (
    "SIPRI AT Database ID;Seller;Buyer;Designation;Description;Armament category;Order date;"
    "Order date is estimate;Numbers delivered;Numbers delivered is estimate;Delivery year;"
    "Delivery year is estimate;Status;SIPRI estimate;TIV deal unit;TIV delivery values;"
    "Local production\n"
    "1;Norway;Peru;Skua;patrol craft;Ships;2011;Yes;3;No;2012;No;New;1;1.5;4.5;No\n"
)
API = (
    "tidn,buyercod,sellercod,odat,odatflag,nrord,nrordflag,desg,desc,wcat,nrdel,nrdelflag,"
    "delyears,stat,tivunit,tivorder,tivdel\n"
    "1,PER,NOR,2011,X,4,,Skua,patrol craft,SH,3,X,2012; 2014,N,1.5,6,4.5\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
@pytest.mark.parametrize(
    ("text", "party", "years", "delivered_estimate"),
    [
        (WEB, "Peru", (2012, 2014), True),
        (DEALS, "Peru", (2012,), False),
        (API, "PER", (2012, 2014), True),
    ],
)
def test_all_layouts_are_read(
    text: str, party: str, years: tuple[int, ...], delivered_estimate: bool, encoding: str
) -> None:
    (transfer,) = read(text.replace("Skua", "Skúa").encode(encoding))
    assert (transfer.recipient, transfer.designation) == (party, "Skúa")
    assert (transfer.order_year, transfer.order_year_estimate) == (2011, True)
    assert (transfer.delivered, transfer.delivered_estimate) == (3, delivered_estimate)
    assert (transfer.delivery_years, transfer.tiv_delivered) == (years, 4.5)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a,b\n1,2\n",
        "Recipient,Supplier\n" + "x" * 200_000,
        "Recipient,Supplier\nPeru,Norway,x\n",
        "Recipient,Supplier\nx\n",
    ],
)
def test_other_files_are_refused(data: bytes | str) -> None:
    with pytest.raises(DecodeError):
        read(data)


@given(st.text() | st.binary())
def test_nonsense_raises_the_documented_error_only(data: str | bytes) -> None:
    try:
        read(data)
    except DecodeError:
        return


@pytest.mark.property
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(FED)
def test_the_register_of_any_article_is_read_back(article: Article) -> None:
    told = [d for d in article.arms_deals if d.certainty is not RecordCertainty.DENIED]
    transfers = read(sipri.dumps(article).data)
    assert len(transfers) == len(told)
    for deal, transfer in zip(told, transfers, strict=True):
        exact = deal.ordered is not None and deal.ordered.value is not None
        if exact and deal.ordered is not None and not deal.ordered.approximate:
            assert transfer.ordered == float(deal.ordered.minimum or 0)
            assert not transfer.ordered_estimate
