"""A cycle closed step by step, through the books."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kwan.fund import commands as fund
from kwan.fund.queries import balances, money
from kwan.fund.queries.cycle import cycle_now, cycle_terms, cycles, entries_since, inputs
from kwan.fund.rules.cycle import Portion, Stake, Sums
from kwan.journal.rules import Refusal
from tests.fund.cycling import (
    CHAIR,
    FIRST,
    LAST,
    MEETING,
    TREASURER,
    a_cycle,
    a_year_of_savings,
    agreed,
    approve,
    check,
    lend,
    lock,
    of_month,
    pay,
    propose,
    refused,
    repay,
    rule,
    save,
    where,
)
from tests.journal.hands import breaches, write

pytestmark = pytest.mark.usefixtures("db")


# -- what the books say -------------------------------------------------------------------------------


def test_the_sums_of_a_cycle_come_from_what_moved_up_to_its_last_day():
    book = a_year_of_savings()
    save(book, "ก01", 70_000, date(2023, 1, 5))  # of the next cycle
    said = inputs(book, FIRST, LAST, cycle_terms(book))
    assert said.sums == Sums(cash=1_030_000, owed=1_000_000, interest=25_000, fines=5_000)
    assert said.stakes == (
        Stake("ก01", regular=600_000, net=(600_000, *(0,) * 11), days=600_000 * 364, interest=25_000),
        Stake("ก02", regular=300_000, net=(*(0,) * 5, 300_000, *(0,) * 6), days=300_000 * 184),
        Stake("ก03", regular=100_000, net=(*(0,) * 11, 100_000), days=100_000 * 26),
    )


def test_interest_counts_when_it_is_received_and_a_loan_still_out_is_lent():
    book = a_cycle()
    save(book, "ก01", 600_000, FIRST)
    lend(book, "ก01", "1/2565", 500_000)
    repay(book, "ก01", "1/2565", of_month(3, 1), principal=100_000, interest=5_000)
    said = inputs(book, FIRST, LAST, cycle_terms(book))
    assert said.sums == Sums(cash=205_000, lent=400_000, owed=600_000, interest=5_000)
    assert (said.stakes[0].loan, said.stakes[0].kept_up) == (400_000, False)


def test_a_loan_given_up_is_a_loss_and_what_comes_back_of_it_makes_it_less():
    book = a_cycle()
    save(book, "ก01", 600_000, FIRST)
    lend(book, "ก01", "1/2565", 500_000)
    who = {"number": "1/2565", "member": "ก01"}
    write(book, fund.WriteOffLoan(on=of_month(9), meeting=of_month(9), satang=500_000, **who))
    write(book, fund.RecoverLoan(on=of_month(10), purse="savings", satang=200_000, **who))
    sums = inputs(book, FIRST, LAST, cycle_terms(book)).sums
    assert (sums.losses, sums.profit, sums.cash, sums.lent) == (300_000, -300_000, 300_000, 0)


def test_a_loan_of_the_revolving_fund_is_none_of_the_savings():
    book = a_cycle()
    write(book, fund.ReceiveIntoFund(on=FIRST, purpose="grant", satang=900_000))
    who = {"number": "2/2565", "member": "ก02"}
    write(book, fund.RequestLoan(on=of_month(2), principal=500_000, rate=0, method="flat", periods=5, **who))
    write(book, fund.ApproveLoan(on=of_month(2), meeting=of_month(2), **who))
    write(book, fund.paying_out(book, "2/2565", of_month(2), "fund"))
    assert inputs(book, FIRST, LAST, cycle_terms(book)).sums == Sums()


# -- the steps ----------------------------------------------------------------------------------------


def test_a_year_closes_in_five_steps_and_no_satang_appears():
    book = a_year_of_savings(profit_buckets="reserve 10%, welfare 20, dividend 60%, refund rest")
    before = money(book)
    agreed(book)
    assert where(book, "purse:savings", "purse:reserve", "purse:welfare") == [1_025_000, 3_000, 2_000]
    assert where(book, "payout:ก01", "payout:ก02", "payout:ก03") == [-21_143, -3_857, 0]
    for member in ("ก01", "ก02"):
        pay(book, member)
    lock(book)
    view = cycle_now(book)
    assert (view.stage, view.unpaid, [step.step for step in view.steps]) == (
        "locked", (), ["proposed", "checked", "approved", "locked"],
    )  # fmt: skip
    after = money(book)
    assert (before.kept - after.kept, after.kept - after.owned) == (25_000, before.kept - before.owned)
    assert balances(book) == {"ก01": 600_000, "ก02": 300_000, "ก03": 100_000}
    assert breaches() == []


def test_what_was_proposed_stands_though_the_rules_change_afterwards():
    book = a_year_of_savings(profit_buckets="dividend rest")
    proposal = propose(book)
    portions = cycle_now(book).portions
    rule(book, "profit_buckets", "reserve rest", on=MEETING)
    rule(book, "dividend_basis", "days", on=MEETING)
    check(book, proposal)
    approve(book)
    assert cycle_now(book).portions == portions


def test_who_proposed_it_does_not_check_it():
    book = a_year_of_savings()
    proposal = propose(book)
    assert refused(check, book, proposal, actor=TREASURER) == "same_hand"
    assert cycle_now(book).stage == "proposed"


def test_a_late_entry_stops_the_check_and_is_named():
    book = a_year_of_savings()
    proposal = propose(book)
    late = save(book, "ก03", 5_000, of_month(11))
    with pytest.raises(Refusal) as reason:
        check(book, proposal)
    assert reason.value.code == "books_changed"
    assert "cash in the box 10,300 → 10,350 baht" in reason.value.en
    assert entries_since(book, cycle_now(book).closing.upto, LAST) == [late]
    write(book, fund.WithdrawProposal(on=MEETING, cycle=1, proposal=proposal, reason="มีรายการมาช้า"))
    agreed(book)
    assert cycle_now(book).closing.sums.cash == 1_035_000


def test_a_deposit_after_the_closing_day_changes_nothing():
    book = a_year_of_savings()
    proposal = propose(book)
    save(book, "ก03", 5_000, date(2023, 1, 5))
    check(book, proposal)
    approve(book)
    assert cycle_now(book).stage == "approved"


def test_a_late_entry_after_the_check_stops_the_approval():
    book = a_year_of_savings()
    check(book, propose(book))
    save(book, "ก03", 5_000, of_month(11))
    assert refused(approve, book) == "books_changed"


def test_steps_come_in_their_order_and_each_once():
    book = a_year_of_savings()
    assert refused(check, book, 99) == "not_now"
    assert refused(approve, book) == "nothing_proposed"
    assert refused(lock, book) == "not_now"
    proposal = propose(book)
    assert refused(propose, book) == "not_now"
    assert refused(check, book, proposal - 1) == "other_proposal"
    check(book, proposal)
    assert refused(check, book, proposal) == "not_now"
    approve(book)
    assert refused(write, book, fund.WithdrawProposal(on=MEETING, cycle=1, proposal=proposal)) == "not_now"
    assert refused(lock, book, until=MEETING) == "cycle_days"
    lock(book)
    assert refused(lock, book) == "not_now"
    assert refused(propose, book) == "not_now"


def test_a_proposal_that_says_other_sums_than_the_rules_make_is_refused():
    book = a_year_of_savings()
    command = fund.proposing(book, 1, LAST, MEETING, cycle_terms(book))
    closing = command.closing
    greedy = replace(closing.outcome, portions=(Portion("ก01", dividend=27_000),))
    assert (
        refused(write, book, replace(command, closing=replace(closing, outcome=greedy))) == "not_reckoned_so"
    )
    richer = replace(closing, sums=replace(closing.sums, fines=9))
    assert refused(write, book, replace(command, closing=richer)) == "books_changed"


def test_an_approval_that_says_other_sums_than_were_checked_is_refused():
    book = a_year_of_savings()
    check(book, propose(book))
    command = fund.approving(book, 1, MEETING, MEETING, "1/2566")
    assert refused(write, book, replace(command, profit=1)) == "other_sums"
    assert refused(write, book, replace(command, minutes=" ")) == "no_minutes"
    assert refused(write, book, replace(command, meeting=of_month(12))) == "meeting_day"


def test_cycles_follow_each_other():
    book = a_year_of_savings()
    following = fund.OpenCycle(on=date(2023, 1, 1), cycle=2)
    assert refused(write, book, following) == "cycle_open"
    agreed(book)
    lock(book)
    assert refused(write, book, fund.OpenCycle(on=date(2023, 1, 1), cycle=3)) == "cycle_number"
    assert refused(write, book, fund.OpenCycle(on=LAST, cycle=2)) == "closed_period"
    write(book, following)
    assert [(view.cycle, view.stage) for view in cycles(book)] == [(2, "open"), (1, "locked")]


def test_a_cycle_does_not_close_before_its_last_day():
    book = a_year_of_savings()
    assert refused(propose, book, until=MEETING + timedelta(1)) == "cycle_days"
    assert refused(propose, book, until=FIRST - timedelta(1)) == "cycle_days"


def test_no_step_of_closing_is_corrected_over():
    book = a_year_of_savings()
    proposal = propose(book)
    again = fund.CheckCycle(on=MEETING, cycle=1, proposal=proposal)
    assert refused(write, book, again, corrects=proposal, actor=CHAIR) == "not_corrected"


def test_a_cycle_opened_on_a_wrong_day_is_opened_anew_before_anything_is_proposed():
    book = a_cycle()
    opened = cycle_now(book).entry
    write(book, fund.OpenCycle(on=date(2022, 2, 1), cycle=1), corrects=opened)
    assert [(view.cycle, view.since) for view in cycles(book)] == [(1, date(2022, 2, 1))]
    propose(book)
    assert (
        refused(write, book, fund.OpenCycle(on=FIRST, cycle=1), corrects=cycle_now(book).entry)
        == "cycle_open"
    )


def test_an_open_cycle_without_a_number_is_no_cycle():
    book = a_cycle()
    assert refused(write, book, fund.LockCycle(on=MEETING, cycle=7, until=LAST)) == "unknown_cycle"
