"""The demo's third group: something to see in every room, books that are whole, and the same sums on whatever day it is laid out."""

from datetime import date

import pytest

from kwan.fund.queries.assets import register
from kwan.fund.queries.bank import bank_lines
from kwan.fund.queries.cycle import cycle_now
from kwan.fund.queries.household import household
from kwan.fund.queries.loans import loans
from kwan.fund.queries.welfare import payments, welfare_asks, welfare_rules
from kwan.fund.queries.withdrawals import open_withdrawals
from kwan.journal import queries as journal
from kwan.people import queries as people
from kwan.samples import village
from tests.workbook.bringing import breaches

pytestmark = pytest.mark.django_db
KEPT = ("purse:savings", "purse:welfare", "purse:fund", "bank:savings", "bank:welfare", "loan:1", "loan:2")


@pytest.mark.parametrize(
    "today", [date(2026, 11, 23), date(2027, 1, 1), date(2028, 2, 29), date(2027, 8, 31)]
)
def test_it_comes_to_the_same_sums_on_whatever_day_it_is_laid_out(today):
    stands = journal.balances(village.lay_out(today))
    assert [stands[code] for code in KEPT] == [2_820_330, 182_000, 650_000, 740_000, 15_000, 409_946, 200_000]
    assert breaches() == []


def test_it_has_something_to_show_in_every_room():
    book = village.lay_out(date(2026, 11, 23))
    assert [people.member(book, member).name for member in (village.CHAIR, village.MEMBER)] == [
        "ทองใบ ลุ่มลาว",
        "พิกุล ต๋อมดง",
    ]
    assert [(loan.number, loan.member) for loan in loans(book)] == [("1", "ส06"), ("2", "ส05")]
    assert [len(found) for found in (welfare_rules(book), payments(book), welfare_asks(book))] == [2, 1, 1]
    assert [line.match is None for line in bank_lines(book)] == [True, False]
    assert [piece.piece.number for piece in register(book)] == ["001", "002"]
    assert [asked.member for asked in open_withdrawals(book, "waiting")] == ["ส04"]
    assert cycle_now(book).stage == "open"
    assert [debt.creditor for debt in household(book, village.MEMBER).debts] == ["กองทุนหมู่บ้าน", "ร้านในตลาด"]


def test_it_is_in_no_project_so_that_no_report_of_one_grows_by_it():
    book = village.lay_out(date(2026, 11, 23))
    assert (people.group(book, village.GROUP).project, journal.heads("project")) == (None, [])
