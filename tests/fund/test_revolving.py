"""The revolving fund: who gave, what it is for, and what the group means to buy."""

import json
from datetime import date

import pytest

from kwan.fund.commands import DropPlan, PlanPurchase, ReceiveIntoFund, SpendFromFund
from kwan.fund.queries import fund_book
from kwan.fund.queries.revolving import Planned, plans
from kwan.journal import queries as journal
from kwan.journal.rules import Refusal
from tests.journal.hands import a_book, breaches, write

DAY, NEXT = date(2022, 2, 5), date(2022, 2, 20)


def plan(what="ผักตบชวาแห้ง", satang=80_000, due=NEXT):
    return PlanPurchase(on=DAY, what=what, satang=satang, due=due)


def test_the_giver_is_sealed_and_the_sort_of_giver_is_open(books):
    book = a_book()
    number = write(
        book,
        ReceiveIntoFund(
            on=DAY,
            purpose="raised",
            satang=60_000,
            item="ซื้อเข่ง",
            giver="เทศบาล",
            giver_kind="local_government",
            kept="bank",
        ),
    )
    assert json.loads(journal.entry(book, number).body) == {
        "purpose": "raised", "satang": 60_000, "giver_kind": "local_government", "kept": "bank",
    }  # fmt: skip
    line = fund_book(book)[0]
    assert (line.giver, line.giver_kind, line.item, line.kept) == (
        "เทศบาล",
        "local_government",
        "ซื้อเข่ง",
        "bank",
    )
    assert journal.balance(book, "bank:fund") == 60_000
    assert breaches() == []


def test_an_older_entry_without_a_giver_reads_as_before(db):
    book = a_book()
    number = write(book, ReceiveIntoFund(on=DAY, purpose="grant", satang=100))
    assert journal.entry(book, number).body == '{"purpose":"grant","satang":100}'


def test_what_is_planned_waits_until_it_is_bought_or_dropped(books):
    book = a_book()
    write(book, ReceiveIntoFund(on=DAY, purpose="grant", satang=200_000))
    reed = write(book, plan())
    dye = write(book, plan("สีย้อม", 20_000, date(2022, 2, 10)))
    assert plans(book) == [
        Planned(dye, "สีย้อม", 20_000, date(2022, 2, 10)),
        Planned(reed, "ผักตบชวาแห้ง", 80_000, NEXT),
    ]
    write(book, SpendFromFund(on=NEXT, purpose="materials", satang=75_000, plan=reed, receipt="12/45"))
    write(book, DropPlan(on=NEXT, plan=dye))
    assert plans(book) == []
    assert breaches() == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (plan(satang=0), "not_positive"),
        (plan(what=" "), "nothing_planned"),
        (plan(due=date(2022, 2, 4)), "due_before"),
        (DropPlan(on=DAY, plan=99), "no_plan"),
        (SpendFromFund(on=DAY, purpose="materials", satang=1, plan=99), "no_plan"),
        (SpendFromFund(on=DAY, purpose="materials", satang=1, kept="tin"), "unknown_keeping"),
        (ReceiveIntoFund(on=DAY, purpose="grant", satang=1, giver_kind="king"), "unknown_giver"),
    ],
)
def test_what_cannot_be_is_refused(db, wrong, code):
    book = a_book()
    write(book, ReceiveIntoFund(on=DAY, purpose="grant", satang=200_000))
    with pytest.raises(Refusal) as refused:
        write(book, wrong)
    assert refused.value.code == code


def test_a_plan_is_bought_once(db):
    book = a_book()
    write(book, ReceiveIntoFund(on=DAY, purpose="grant", satang=200_000))
    reed = write(book, plan())
    write(book, SpendFromFund(on=NEXT, purpose="materials", satang=75_000, plan=reed))
    for again in (
        DropPlan(on=NEXT, plan=reed),
        SpendFromFund(on=NEXT, purpose="materials", satang=1, plan=reed),
    ):
        with pytest.raises(Refusal) as refused:
            write(book, again)
        assert refused.value.code == "plan_done"
