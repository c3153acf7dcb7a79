"""What a meeting approved, handed over member by member: once, whole, and never from an empty box."""

from datetime import date
from uuid import uuid4

import pytest

from kwan.fund import commands as fund
from kwan.fund.models import CyclePaid
from kwan.fund.queries import balances, loan
from kwan.fund.queries.cycle import cycle_now, cycle_terms, inputs
from kwan.fund.rules.cycle import Portion
from kwan.journal import queries as journal
from tests.fund.cycling import (
    FIRST,
    MEETING,
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


def test_a_portion_goes_into_the_hand_the_bank_or_the_passbook():
    book = a_year_of_savings(profit_buckets="dividend rest")
    save(book, "ก03", 500_000, date(2023, 1, 2), kept="bank")
    agreed(book)
    assert where(book, "payout:ก01", "payout:ก02") == [-23_571, -6_429]
    pay(book, "ก01", "transfer")
    pay(book, "ก02", "passbook")
    assert where(book, "payout:ก01", "payout:ก02", "bank:savings", "purse:savings") == [
        0,
        0,
        476_429,
        1_030_000,
    ]
    assert balances(book)["ก02"] == 306_429
    paid = cycle_now(book).paid
    assert {member: (line.handed, line.how, line.receipt) for member, line in paid.items()} == {
        "ก01": (23_571, "transfer", "ใบจ่าย 1"), "ก02": (6_429, "passbook", "ใบจ่าย 1"),
    }  # fmt: skip
    assert breaches() == []


def test_who_is_paid_later_stays_owed_even_after_the_lock():
    book = a_year_of_savings(profit_buckets="dividend rest")
    agreed(book)
    pay(book, "ก01")
    lock(book)
    view = cycle_now(book)
    assert view.unpaid == (Portion("ก02", dividend=6_429),)
    assert where(book, "payout:ก02") == [-6_429]
    pay(book, "ก02", on=date(2023, 3, 1))
    assert (cycle_now(book).unpaid, where(book, "payout:ก02")) == ((), [0])


def test_nobody_is_paid_before_the_meeting_or_twice_or_another_sum():
    book = a_year_of_savings(profit_buckets="dividend rest")
    check(book, propose(book))
    assert refused(pay, book, "ก01") == "not_approved"
    approve(book)
    pay(book, "ก01")
    assert refused(pay, book, "ก01") == "paid_already"
    assert refused(pay, book, "ก03") == "not_approved"
    again = fund.PayPortion(on=MEETING, cycle=1, member="ก01", satang=23_571, handed_by="cash")
    assert refused(write, book, again) == "paid_already"
    other = fund.PayPortion(on=MEETING, cycle=1, member="ก02", satang=1, handed_by="cash")
    assert refused(write, book, other) == "other_sum"


def test_the_same_form_sent_twice_pays_once_and_with_other_words_not_at_all():
    book = a_year_of_savings(profit_buckets="dividend rest")
    agreed(book)
    form = uuid4()
    number = pay(book, "ก01", form=form)
    assert pay(book, "ก01", form=form) == number
    assert refused(pay, book, "ก01", "transfer", form=form) == "other_body"
    assert refused(pay, book, "ก02", form=form) == "other_body"
    assert CyclePaid.objects.filter(book=book).count() == 1


def test_an_empty_box_pays_nobody_and_nothing_is_half_written():
    book = a_year_of_savings(profit_buckets="dividend rest")
    agreed(book)
    head = journal.head(book).last_entry
    assert refused(pay, book, "ก01", "transfer") == "not_enough"
    assert (journal.head(book).last_entry, where(book, "payout:ก01")) == (head, [-23_571])


def test_at_a_share_out_what_is_left_of_a_loan_is_taken_off():
    book = a_cycle(2, cycle_way="share_out")
    save(book, "ก01", 600_000, FIRST)
    save(book, "ก02", 400_000, FIRST)
    lend(book, "ก01", "1/2565", 500_000)
    repay(book, "ก01", "1/2565", of_month(3, 1), principal=100_000, interest=5_000)
    agreed(book)
    assert cycle_now(book).portions == (
        Portion("ก01", regular=600_000, dividend=3_000), Portion("ก02", regular=400_000, dividend=2_000),
    )  # fmt: skip
    form = uuid4()
    number = pay(book, "ก01", form=form)
    assert pay(book, "ก01", form=form) == number
    pay(book, "ก02")
    line = cycle_now(book).paid["ก01"]
    assert (line.satang, line.repaid, line.handed) == (603_000, 400_000, 203_000)
    assert (loan(book, "1/2565").balance, where(book, "purse:savings", "loan:1/2565")) == (0, [0, 0])
    assert balances(book) == {"ก01": 0, "ก02": 0}
    assert breaches() == []


def test_a_withdrawal_after_the_closing_day_stops_a_share_out():
    book = a_cycle(1, cycle_way="share_out")
    save(book, "ก01", 600_000, FIRST)
    check(book, propose(book))
    write(book, fund.Withdrawal(on=date(2023, 1, 2), member="ก01", satang=100_000))
    assert refused(approve, book) == "taken_out_since"


def test_the_next_cycle_begins_with_what_was_put_into_passbooks():
    book = a_year_of_savings(profit_buckets="dividend rest, reserve 10%")
    agreed(book)
    pay(book, "ก01", "passbook")
    lock(book)
    write(book, fund.OpenCycle(on=date(2023, 1, 1), cycle=2))
    said = inputs(book, date(2023, 1, 1), date(2023, 12, 31), cycle_terms(book))
    assert (said.sums.profit, said.sums.waiting, said.sums.own, said.sums.other) == (0, 5_786, 0, 0)
    assert said.stakes[0].opening == 600_000


# -- the published figures, through the books -----------------------------------------------------------


@pytest.mark.parametrize(
    ("opening", "rules", "dividend"),
    [
        (5_000_000, {"profit_buckets": "dividend rate 7, reserve rest"}, 369_250),
        (
            1_500_000,
            {"profit_buckets": "dividend rate 10, reserve rest", "cycle_rounding": "truncate"},
            177_496,
        ),
    ],
)
def test_a_published_dividend_comes_out_of_the_passbook_to_the_satang(opening, rules, dividend):
    book = a_cycle(2, **rules)
    save(book, "ก01", opening, date(2021, 12, 15))
    for month in range(1, 13):
        save(book, "ก01", 50_000, of_month(month))
    rule(book, "loan_legal_basis", "ตัวอย่างเท่านั้น")
    rule(book, "loan_rate_ceiling", "1500")
    who = {"number": "2/2565", "member": "ก02"}
    write(
        book,
        fund.RequestLoan(on=of_month(8), principal=500_000, rate=120_000, method="flat", periods=1, **who),
    )
    write(book, fund.ApproveLoan(on=of_month(8), meeting=of_month(8), **who))
    write(book, fund.paying_out(book, "2/2565", of_month(8)))
    repay(book, "ก02", "2/2565", of_month(9), principal=500_000, interest=500_000)
    agreed(book)
    portions = cycle_now(book).portions
    assert portions == (Portion("ก01", dividend=dividend),)
    assert breaches() == []


def test_ama_has_225_of_her_own_and_45_more():
    book = a_cycle(2, cycle_way="share_out", share_price="5")
    save(book, "ก01", 22_500, of_month(1), sort="share")
    save(book, "ก02", 427_500, of_month(1), sort="share")
    lend(book, "ก02", "1/2565", 400_000)
    repay(book, "ก02", "1/2565", of_month(3, 1), principal=400_000, interest=20_000, fine=70_000)
    agreed(book)
    assert cycle_now(book).portions == (
        Portion("ก01", shares=22_500, dividend=4_500), Portion("ก02", shares=427_500, dividend=85_500),
    )  # fmt: skip
    pay(book, "ก01")
    pay(book, "ก02")
    assert where(book, "purse:savings", "shares:ก01", "payout:ก01", "payout:ก02") == [0, 0, 0, 0]
    assert breaches() == []
