"""A correction speaks of the same matter as what it corrects; nothing is undone by the back door."""

import pytest

from kwan.fund import commands as fund
from kwan.journal import queries as journal
from tests.fund import cycling
from tests.fund.cycling import MEETING, save, where
from tests.fund.lending import JANUARY, LOAN, a_lending_group, a_loan
from tests.journal.hands import breaches, deposit, refused, write

pytestmark = pytest.mark.django_db


def strike(member="ก01", on=MEETING):
    return fund.StrikeSaving(on=on, member=member)


@pytest.mark.parametrize("step", ["opened", "proposed", "checked", "approved", "paid", "locked"])
def test_no_step_of_a_closing_is_undone_by_striking_a_saving_or_by_a_deposit(step):
    book = cycling.a_cycle(cycle_way="share_out")
    opened = journal.head(book).last_entry
    save(book, "ก01", 100_000, cycling.FIRST)
    proposal = cycling.propose(book)
    entries = {"opened": opened, "proposed": proposal, "checked": cycling.check(book, proposal)}
    entries |= {
        "approved": cycling.approve(book),
        "paid": cycling.pay(book, "ก01"),
        "locked": cycling.lock(book),
    }
    on = cycling.MEETING
    codes = {
        refused(book, fund.Deposit(on=on, member="ก01", satang=1), corrects=entries[step]),
        refused(book, fund.StrikeBankEntry(on=on), corrects=entries[step]),
        refused(book, strike(), corrects=entries[step]),
    }
    assert codes <= {"another_kind", "nothing_to_strike", "other_member"}
    assert where(book, "passbook:ก01", "payout:ก01", "purse:savings") == [0, 0, 0]
    assert breaches() == []


def test_a_loan_that_was_handed_out_is_not_struck_as_a_saving():
    book = a_loan()
    assert refused(book, strike(), corrects=9) == "another_kind"
    assert refused(book, deposit(satang=500_000, on=JANUARY), corrects=9) == "another_kind"
    assert journal.balance(book, f"loan:{LOAN}") == 500_000


def test_a_sum_is_struck_only_in_the_name_of_the_member_whose_it_is():
    book = a_lending_group()
    assert refused(book, strike("ก01"), corrects=6) == "other_member"
    write(book, strike("ก02"), corrects=6)
    assert journal.balance(book, "passbook:ก02") == 0


def test_what_was_struck_may_be_written_again_as_what_it_was():
    book = a_lending_group()
    struck = write(book, strike("ก02"), corrects=6)
    assert (
        refused(book, fund.PayFine(on=JANUARY, member="ก02", satang=100), corrects=struck) == "another_kind"
    )
    again = write(book, deposit("ก02", 600_000, JANUARY), corrects=struck)
    write(book, strike("ก02"), corrects=again)
    assert (journal.balance(book, "passbook:ก02"), journal.balance(book, "purse:savings")) == (0, 300_000)
    assert breaches() == []
