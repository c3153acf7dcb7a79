"""What is measured of welfare, of the fund's givers and of its equipment."""

from datetime import date

import pytest

from kwan.fund import commands as fund
from kwan.journal import queries as journal
from kwan.journal.queries import head
from kwan.people.commands import Join
from kwan.programme import facts, measures
from tests.fund.beginning import opened
from tests.fund.cycling import a_year_of_savings, agreed
from tests.fund.helping import BAHT, a_group, give
from tests.journal.hands import write
from tests.programme.test_measures import in_duckdb

pytestmark = pytest.mark.django_db
MAY, JUNE, JULY = date(2022, 5, 5), date(2022, 6, 5), date(2022, 7, 5)
COMMANDS = (
    Join(on=MAY, member="ก03", name="อรทัย วงศ์ชัย"),  # 9
    fund.PayIntoWelfare(on=JUNE, member="ก01", satang=3000),  # 10
    fund.PayIntoWelfare(on=JUNE, member="ก02", satang=2000, kept="bank", slip="K1"),  # 11
    fund.ReceiveIntoFund(on=MAY, purpose="raised", satang=60_000, giver="ป้าศรี", giver_kind="person"),  # 12
    fund.ReceiveIntoFund(on=MAY, purpose="grant", satang=1_000_000, giver_kind="foundation"),  # 13
    fund.ReceiveIntoFund(on=JUNE, purpose="grant", satang=500_000),  # 14
    fund.BuyEquipment(on=JUNE, number="อ1", what="จักร", satang=450_000, pieces=2),  # 15
    fund.ReceiveEquipment(on=JUNE, number="อ2", what="เก้าอี้", pieces=20, giver_kind="community"),  # 16
    fund.InspectEquipment(on=JULY, number="อ2", pieces=18),  # 17
    fund.InspectEquipment(on=JULY, number="อ2", pieces=20),  # 18
    fund.RetireEquipment(on=JULY, number="อ2", how="broken", pieces=3),  # 19
    fund.RetireEquipment(on=JULY, number="อ1", how="sold", pieces=2, satang=90_000),  # 20
)
ANSWERS = {
    "welfare.received": ({"in": 10_005_000}, (8, 10, 11)),
    "welfare.received_by_month": ({"201901": 10_000_000, "202206": 5000}, (8, 10, 11)),
    "welfare.received_members": ({"paying": 2}, (8, 10, 11)),
    "welfare.paid": ({"out": 180_000}, (21, 22, 23)),
    "welfare.paid_by_month": ({"202206": 120_000, "202207": 60_000}, (21, 22, 23)),
    "welfare.paid_times": ({"given": 3}, (21, 22, 23)),
    "welfare.paid_members": ({"helped": 2}, (21, 22, 23)),
    "welfare.balance": ({"in": 10_005_000, "out": -180_000}, (8, 10, 11, 21, 22, 23)),
    "fund.received_by_giver_kind": (
        {"foundation": 1_000_000, "not_said": 590_000, "person": 60_000}, (12, 13, 14, 20),
    ),
    "fund.balance": ({"in": 1_650_000, "out": -450_000}, (12, 13, 14, 15, 20)),
    "equipment.count": ({"given": 1}, (16,)),
    "equipment.pieces": ({"bought": 2, "given": 20, "gone": -5}, (15, 16, 19, 20)),
    "equipment.bought": ({"bought": 450_000}, (15,)),
    "equipment.given": ({"community": 1}, (16,)),
    "equipment.retired": ({"broken": 3, "sold": 2}, (19, 20)),
    "equipment.looked_at": ({"seen": 1}, (17, 18)),
}  # fmt: skip


def a_busy_group():
    book = a_group()
    for command in COMMANDS:
        write(book, command)
    give(book, "birth", 1000 * BAHT, on=JUNE)  # 21
    give(book, "hospital", 200 * BAHT, on=JUNE, units=1, member="ก02")  # 22
    give(book, "hospital", 600 * BAHT, on=JULY, units=3, member="ก02")  # 23
    return book


def test_each_measure_gives_its_parts_and_rests_on_its_entries():
    book = a_busy_group()
    readings = {id_: measures.take(id_, [(book, head(book).last_entry)]) for id_ in ANSWERS}
    assert {
        id_: (reading.parts, tuple(entry for _, entry in reading.evidence))
        for id_, reading in readings.items()
    } == ANSWERS


def test_duckdb_gives_the_same_rows():
    heads = [(book := a_busy_group(), head(book).last_entry)]
    duck = in_duckdb()
    for id_ in ANSWERS:
        assert measures.take(id_, heads, duck).rows == measures.take(id_, heads).rows


def test_no_fact_and_no_measure_tells_what_befell_anybody():
    told = " ".join(
        [*facts.definitions().values(), *(measure.sql for measure in measures.definitions().values())]
    )
    assert [word for word in ("welfarerule", "happened", "welfareask", "'rule'") if word in told] == []


def test_what_was_brought_forward_counts_in_the_balance():
    book = opened()
    heads = [(book, head(book).last_entry)]
    assert measures.take("welfare.balance", heads).parts == {"brought_forward": 70_000}
    assert measures.take("fund.balance", heads).parts == {}


def test_what_a_cycle_gave_to_welfare_counts_in_the_balance():
    book = a_year_of_savings(profit_buckets="dividend rest, welfare 10%")
    agreed(book)
    heads = [(book, head(book).last_entry)]
    assert measures.take("welfare.balance", heads).value == journal.balance(book, "purse:welfare") > 0
