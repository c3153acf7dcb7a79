"""What a cycle costs: out of savings it lessens the profit; out of what was set aside it does not."""

from datetime import date

import pytest

from kwan.fund import commands as fund
from kwan.fund.commands.costs import PURSES
from kwan.fund.queries import money
from kwan.fund.queries.cycle import cycle_terms, inputs
from tests.fund.cycling import (
    FIRST,
    LAST,
    MEETING,
    a_cycle,
    a_year_of_savings,
    agreed,
    of_month,
    refused,
    save,
    where,
)
from tests.journal.hands import breaches, write

pytestmark = pytest.mark.usefixtures("db")


def spend(book, satang, on=MEETING, purse="savings", **more):
    return write(book, fund.PayCosts(on=on, purse=purse, satang=satang, item="ค่าสมุดบัญชี", **more))


def sums(book, since=FIRST, until=LAST):
    return inputs(book, since, until, cycle_terms(book)).sums


def test_costs_out_of_savings_lessen_the_profit_of_their_cycle():
    book = a_year_of_savings()
    spend(book, 4_000, of_month(8))
    save(book, "ก01", 10_000, of_month(8), kept="bank")
    spend(book, 1_000, of_month(9), kept="bank")
    said = sums(book)
    assert (said.expenses, said.profit, said.cash, said.bank) == (5_000, 25_000, 1_026_000, 9_000)


def test_costs_of_another_cycle_do_not_count_in_this_one():
    book = a_year_of_savings()
    spend(book, 4_000, date(2023, 1, 5))
    save(book, "ก01", 5_000, date(2021, 12, 10))
    spend(book, 1_000, date(2021, 12, 15))
    assert sums(book).expenses == 0


def test_what_was_set_aside_is_spent_from_its_own_purse_and_no_profit_changes():
    book = a_year_of_savings(profit_buckets="committee 100, reserve 10%, dividend rest")
    before = money(book).kept - money(book).owned
    agreed(book)
    spend(book, 6_000, purse="committee")
    assert where(book, "purse:committee", "purse:reserve", "purse:savings") == [4_000, 3_000, 1_017_000]
    assert sums(book, date(2023, 1, 1), date(2023, 12, 31)).expenses == 0
    assert money(book).kept - money(book).owned == before
    assert breaches() == []


def test_a_cost_is_corrected_as_anything_else():
    book = a_year_of_savings()
    number = spend(book, 4_000, of_month(8))
    write(book, fund.PayCosts(on=of_month(8), purse="savings", satang=400), corrects=number)
    assert (sums(book).expenses, breaches()) == (400, [])


@pytest.mark.parametrize(
    ("purse", "satang", "kept", "code"),
    [
        ("welfare", 100, None, "unknown_purse"),
        ("dividend", 100, None, "unknown_purse"),
        ("savings", 0, None, "not_positive"),
        ("savings", 100, "pocket", "unknown_purse"),
        ("public", 100, None, "not_enough"),
    ],
)
def test_what_a_purse_does_not_hold_or_is_not_asked_for_is_not_spent(purse, satang, kept, code):
    assert refused(spend, a_cycle(), satang, purse=purse, kept=kept) == code


def test_welfare_and_what_goes_to_members_have_their_own_ways():
    assert PURSES == ("savings", "reserve", "committee", "public", "education", "fees", "equalisation")
