"""Ways in which money could have been made, lost or given to somebody else; each is refused, or counted once."""

from datetime import date
from uuid import uuid4

import pytest

from kwan.fund import commands as fund
from kwan.fund.queries.bank import bankbooks, in_the_bank
from kwan.fund.queries.cycle import cycle, cycle_terms, inputs
from kwan.fund.queries.loan_files import pages_of
from kwan.people.commands import Leave
from tests.fund import helping, lending
from tests.fund.cycling import (
    MEETING,
    a_year_of_savings,
    agreed,
    lock,
    of_month,
    pay,
    propose,
    refused,
    repay,
    where,
)
from tests.journal.hands import NOW, breaches, write

pytestmark = pytest.mark.django_db

SECOND = date(2023, 1, 1), date(2023, 12, 31)


def a_second_cycle():
    """The year of savings, shared out as dividends and locked; the next cycle has begun."""
    book = a_year_of_savings(profit_buckets="dividend rest")
    agreed(book)
    for member in ("ก01", "ก02"):
        pay(book, member)
    lock(book)
    write(book, fund.OpenCycle(on=SECOND[0], cycle=2))
    return book


def test_interest_mended_after_its_cycle_was_shared_out_is_not_shared_out_again():
    book = a_second_cycle()
    first = next(
        p.entry for p in pages_of(book, {"number": "1/2565"})["1/2565"] if p.happened.step == "repaid"
    )
    said = {"number": "1/2565", "member": "ก01", "purse": "savings", "principal": 100_000, "fine": 1_000}
    write(book, fund.RepayLoan(on=date(2023, 2, 1), interest=4_000, **said), corrects=first)
    sums = inputs(book, *SECOND, cycle_terms(book)).sums
    assert (sums.interest, sums.fines, sums.profit, sums.own) == (-1_000, 0, -1_000, -1_000)
    assert breaches() == []


def test_interest_mended_within_its_cycle_counts_as_it_was_mended():
    book = a_year_of_savings()
    first = next(
        p.entry for p in pages_of(book, {"number": "1/2565"})["1/2565"] if p.happened.step == "repaid"
    )
    said = {"number": "1/2565", "member": "ก01", "purse": "savings", "principal": 100_000, "fine": 1_000}
    write(book, fund.RepayLoan(on=of_month(3), interest=4_000, **said), corrects=first)
    sums = inputs(book, date(2022, 1, 1), date(2022, 12, 31), cycle_terms(book)).sums
    assert (sums.interest, sums.fines, sums.before) == (24_000, 5_000, 0)


def test_what_a_closing_owes_does_not_go_into_a_passbook_that_was_closed():
    book = a_year_of_savings(profit_buckets="dividend rest")
    agreed(book)
    write(book, Leave(on=date(2023, 1, 11), member="ก02"))
    closing = fund.closing_of(book, "ก02", date(2023, 1, 11), cause="left", paid_to="member")
    fund.close_passbook(book, closing, uuid4(), actor="เหรัญญิก", at=NOW)
    assert refused(pay, book, "ก02", how="passbook", on=date(2023, 1, 12)) == "passbook_closed"
    pay(book, "ก02", on=date(2023, 1, 12))
    assert where(book, "passbook:ก02", "payout:ก02") == [0, 0]
    assert breaches() == []


def test_nothing_is_taken_off_a_payout_for_a_loan_that_nobody_repaid():
    book = a_year_of_savings(cycle_way="share_out")
    agreed(book)
    total = next(p.total for p in cycle(book, 1).portions if p.member == "ก02")
    said = {"on": MEETING, "member": "ก02", "cycle": 1, "satang": total, "handed_by": "cash"}
    assert refused(write, book, fund.PayPortion(**said, taken_off=1_000)) == "not_repaid"
    write(book, fund.PayPortion(**said))
    assert where(book, "payout:ก02") == [0]


def test_a_withdrawal_that_was_declined_is_not_agreed_to_by_mending_the_answer_to_another():
    book, day = lending.a_lending_group(), lending.FEBRUARY
    write(book, fund.SetFundRule(on=day, name="two_signatures_above", value="100", reason="มติ"))
    said = {"on": day, "member": "ก01"}
    asked = [write(book, fund.AskWithdrawal(**said, satang=sum_), actor="t") for sum_ in (50_000, 60_000)]
    no = [write(book, fund.AnswerWithdrawal(**said, asked=one, agreed=False), actor="c") for one in asked]
    yes = fund.AnswerWithdrawal(**said, asked=asked[0], agreed=True)
    assert refused(write, book, yes, actor="s", corrects=no[1]) == "not_asked"
    assert refused(write, book, yes, actor="t", corrects=no[0]) == "same_person"
    assert refused(write, book, fund.Withdrawal(**said, satang=50_000, asked=asked[0])) == "not_agreed"


def test_what_a_closing_set_aside_in_the_bank_is_seen_there_and_waits_for_no_line():
    book = a_year_of_savings(profit_buckets="reserve 50%, dividend rest")
    write(book, fund.TakeToBank(on=of_month(12, 20), purse="savings", satang=900_000))
    said = {"bankbook": "all", "direction": "in", "satang": 900_000, "balance": 900_000}
    line = write(book, fund.NoteBankLine(on=of_month(12, 20), **said))
    write(book, fund.MatchBankLine(on=of_month(12, 20), bank_line=line, ours=(line - 1,)))
    agreed(book)
    (found,) = bankbooks(book)
    assert in_the_bank(book) == {"savings": 885_000, "reserve": 15_000}
    assert (found.between.books, found.between.unexplained, found.ours_waiting) == (900_000, 0, [])


def test_the_same_event_of_one_day_is_given_once_but_there_are_twins():
    book = helping.a_group()
    helping.give(book, "birth", 100_000)
    assert refused(helping.give, book, "birth", 100_000) == "given_already"
    helping.give(book, "birth", 100_000, evidence="สูติบัตรของคนน้อง")
    helping.give(book, "birth", 100_000, happened=date(2022, 1, 1))
    assert where(book, "paid:welfare") == [300_000]


def test_a_loan_that_was_mended_is_proposed_with_what_came_in():
    book = a_second_cycle()
    repaid = refused(repay, book, "ก01", "1/2565", date(2023, 3, 1), principal=1)
    assert repaid == "not_now"
    assert propose(book, SECOND[1], SECOND[1], cycle=2)
    assert cycle(book, 2).closing.sums.profit == 0


def test_a_loan_comes_back_into_the_purse_that_it_came_from():
    book = lending.a_loan()
    other = lending.repay(of_month(3), 100_000, purse="fund")
    assert refused(write, book, other) == "other_purse"
    number = write(book, lending.repay(of_month(3), 100_000))
    assert refused(write, book, other, corrects=number) == "other_purse"
    assert where(book, "purse:savings", "purse:fund") == [600_000, 0]
