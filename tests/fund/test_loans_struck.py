"""What was written wrong of a loan: mended in its own place or struck, unless later entries rest on it."""

import pytest

from kwan.fund import commands as fund
from kwan.fund import queries
from kwan.journal.queries import balance
from kwan.journal.rules import Refusal
from tests.fund.lending import (
    FEBRUARY,
    LOAN,
    MEETING,
    a_lending_group,
    a_loan,
    approve,
    of_month,
    repay,
    request,
)
from tests.journal.hands import breaches, write

pytestmark = pytest.mark.django_db
OF = {"number": LOAN, "member": "ก01"}


def strike(book, entry, **other):
    return write(book, fund.StrikeLoan(**{"on": of_month(9)} | OF | other), corrects=entry)


def refused(call, *args, **other):
    with pytest.raises(Refusal) as reason:
        call(*args, **other)
    return reason.value.code


def test_a_repayment_that_never_was_is_struck_and_the_money_is_where_it_was():
    book = a_loan()
    before = balance(book, "purse:savings")
    wrong = write(book, repay(of_month(3), 100000, 5000))
    strike(book, wrong)
    loan = queries.loan(book, LOAN)
    assert (loan.balance, loan.standing.interest, [line.step for line in loan.history]) == (
        500000, 0, ["approved", "paid_out"],
    )  # fmt: skip
    assert (balance(book, "purse:savings"), balance(book, "hands"), breaches()) == (before, 0, [])


def test_what_was_struck_is_written_again():
    book = a_loan()
    wrong = write(book, repay(of_month(3), 100000, 5000))
    strike(book, wrong)
    write(book, repay(of_month(3), 100000, 5000))
    assert (queries.loan(book, LOAN).balance, breaches()) == (400000, [])


def test_a_loan_is_struck_from_its_end():
    book = a_loan()
    assert refused(strike, book, 7) == "loan_has_steps"
    assert refused(strike, book, 8) == "depends_on_it"
    strike(book, 9)
    assert (queries.loan(book, LOAN).state, balance(book, f"loan:{LOAN}")) == ("approved", 0)
    strike(book, 8)
    strike(book, 7)
    assert (queries.loans(book), balance(book, "purse:savings"), breaches()) == ([], 1000000, [])


def test_a_repayment_that_a_new_schedule_rests_on_is_neither_struck_nor_made_another_sum():
    book = a_loan()
    first = write(book, repay(of_month(3), 100000, 5000))
    rows = fund.schedule_of_rest(book, LOAN, of_month(3, 20), 4)
    write(book, fund.RescheduleLoan(on=of_month(3, 20), meeting=of_month(3, 20), rows=rows, **OF))
    with pytest.raises(Refusal, match="“Agreed anew”, written later, rests on this entry"):
        strike(book, first)
    assert refused(write, book, repay(of_month(3), 90000, 5000), corrects=first) == "depends_on_it"
    write(book, repay(of_month(3), 100000, 4000), corrects=first)
    assert (queries.loan(book, LOAN).standing.interest, breaches()) == (4000, [])


def test_what_came_back_before_the_money_went_out_is_refused():
    book = a_loan()
    write(book, repay(of_month(3), 100000, 5000))
    later = fund.paying_out(book, LOAN, of_month(3, 6))
    assert refused(write, book, later, corrects=9) == "depends_on_it"


def test_the_wrong_purse_of_a_payout_is_mended_and_its_repayments_stay():
    book = a_lending_group()
    write(book, fund.ReceiveIntoFund(on=of_month(1), purpose="grant", satang=500000))
    write(book, request())
    write(book, approve())
    out = write(book, fund.paying_out(book, LOAN, FEBRUARY))
    write(book, repay(of_month(3), 100000, 5000))
    write(book, fund.paying_out(book, LOAN, FEBRUARY, "fund"), corrects=out)
    assert (balance(book, "purse:savings"), balance(book, "purse:fund")) == (1105000, 0)
    assert (queries.loan(book, LOAN).balance, breaches()) == (400000, [])


def test_new_instalments_typed_wrongly_are_reckoned_anew_for_what_was_left_then():
    book = a_loan()
    write(book, repay(of_month(3), 100000, 5000))
    rows = fund.schedule_of_rest(book, LOAN, of_month(3, 20), 4)
    anew = {"on": of_month(3, 20), "meeting": of_month(3, 20), **OF}
    entry = write(book, fund.RescheduleLoan(rows=rows, **anew))
    write(book, repay(of_month(4, 20), 100000, 4000))
    better = fund.schedule_of_rest(book, LOAN, of_month(3, 20), 8, instead_of=entry)
    assert sum(row.principal for row in better) == 400000
    write(book, fund.RescheduleLoan(rows=better, **anew), corrects=entry)
    assert ([row.principal for row in better], queries.loan(book, LOAN).balance) == ([50000] * 8, 300000)
    assert breaches() == []


def test_nothing_else_is_struck_this_way():
    book = a_loan()
    with pytest.raises(Refusal) as alone:
        write(book, fund.StrikeLoan(on=MEETING, **OF))
    assert alone.value.code == "nothing_to_strike"
    assert refused(strike, book, 5) == "nothing_to_strike"
    assert refused(strike, book, 9, member="ก02") == "nothing_to_strike"
    assert refused(strike, book, 9, number="2/2565") == "nothing_to_strike"
    assert breaches() == []


def test_a_repayment_mended_long_after_is_split_as_on_its_own_day():
    book = a_loan()
    first = write(book, repay(of_month(3), 100000, 5000))
    write(book, fund.repaying(book, LOAN, of_month(4), 105000))
    same = fund.repaying(book, LOAN, of_month(3), 105000, instead_of=first)
    assert same == repay(of_month(3), 100000, 5000)
    less = fund.repaying(book, LOAN, of_month(3), 5500, instead_of=first)
    assert (less.principal, less.interest) == (500, 5000)
    with pytest.raises(Refusal, match="1,000 baht would be repaid too much"):
        write(book, fund.repaying(book, LOAN, of_month(3), 525000, instead_of=first), corrects=first)
    write(book, less, corrects=first)
    assert (queries.loan(book, LOAN).balance, breaches()) == (399500, [])


def test_a_repayment_struck_on_its_savings_day_is_judged_like_any_other():
    book = a_loan()
    first = write(book, repay(of_month(3), 100000, 5000))
    second = write(book, repay(of_month(4), 100000, 4000))
    on_the_sheet = fund.StrikeSaving(on=of_month(9), member="ก01")
    write(book, on_the_sheet, corrects=second)
    rows = fund.schedule_of_rest(book, LOAN, of_month(4, 20), 4)
    write(book, fund.RescheduleLoan(on=of_month(4, 20), meeting=of_month(4, 20), rows=rows, **OF))
    assert refused(write, book, on_the_sheet, corrects=first) == "depends_on_it"
    assert (queries.loan(book, LOAN).balance, breaches()) == (400000, [])
