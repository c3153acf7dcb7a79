"""What the book does not take about a loan, and how it says so; what the group's own rules change."""

import pytest

from kwan.fund import commands as fund
from kwan.fund import queries
from kwan.fund.queries import BylawLine
from kwan.journal.rules import Refusal
from tests.fund.lending import (
    FEBRUARY,
    JANUARY,
    LOAN,
    MEETING,
    a_lending_group,
    a_loan,
    approve,
    of_month,
    repay,
    request,
    rows,
)
from tests.journal.hands import breaches, refused, write

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"member": "ก99"}, "unknown_member"),
        ({"guarantors": ("ก99",)}, "unknown_member"),
        ({"guarantors": ("ก01",)}, "guarantor"),
        ({"guarantors": ("ก02", "ก02")}, "guarantor"),
        ({"principal": 0}, "not_positive"),
        ({"principal": -100}, "not_positive"),
        ({"rate": -1}, "terms"),
        ({"periods": None}, "terms"),
        ({"periods": 0}, "terms"),
        ({"method": "balloon"}, "terms"),
        ({"basis": "act/364"}, "terms"),
        ({"every": "sometimes"}, "terms"),
        ({"grace_principal": 5}, "terms"),
        ({"round_instalment": 0}, "terms"),
        ({"meetings": (of_month(3), of_month(2, 20))}, "terms"),
        ({"first_due": JANUARY}, "terms"),
        ({"rate": 1501}, "rate_above_ceiling"),
        ({"rate": 1501, "legal_basis": "  "}, "rate_above_ceiling"),
    ],
)
def test_a_request_that_makes_no_loan_is_refused(said, code):
    assert refused(a_lending_group(), request(**said)) == code


def test_fifteen_per_cent_needs_no_law_and_more_needs_one():
    book = a_lending_group()
    write(book, request(rate=1500))
    write(book, request(number="2/2565", rate=1501, legal_basis="พ.ร.บ. สถาบันการเงินชุมชน"))
    assert [line.agreed.rate for line in queries.loans(book)] == [1500, 1501]


def test_a_number_is_given_once():
    book = a_lending_group()
    write(book, request())
    assert refused(book, request(member="ก02", guarantors=())) == "loan_known"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (approve(number="9/9999"), "unknown_loan"),
        (approve(member="ก02"), "other_borrower"),
        (repay(FEBRUARY, 100), "not_now"),
        (fund.WriteOffLoan(on=MEETING, number=LOAN, member="ก01", meeting=MEETING, satang=1), "not_now"),
        (fund.RecoverLoan(on=MEETING, number=LOAN, member="ก01", purse="savings", satang=1), "not_now"),
        (
            fund.PayOutLoan(
                on=FEBRUARY, number=LOAN, member="ก01", purse="savings", rows=rows((3, 500000, 0))
            ),
            "not_now",
        ),
    ],
)
def test_a_loan_that_only_was_asked_for_takes_no_other_step(command, code):
    book = a_lending_group()
    write(book, request())
    assert refused(book, command) == code


@pytest.mark.parametrize(
    ("schedule", "purse", "code"),
    [
        ((), "savings", "schedule_days"),
        (rows((2, 500000, 0)), "savings", "schedule_days"),
        (rows((4, 250000, 0), (3, 250000, 0)), "savings", "schedule_days"),
        (rows((3, 500001, 0)), "savings", "more_than_agreed"),
        (rows((3, 500000, -1), (4, 0, 0)), "savings", "below_zero"),
        (rows((3, 0, 100)), "savings", "not_positive"),
        (rows((3, 500000, 25101)), "savings", "dearer_than_agreed"),
        (rows((3, 500000, 5000)), "welfare", "unknown_purse"),
    ],
)
def test_a_schedule_that_is_not_what_was_agreed_is_refused(schedule, purse, code):
    book = a_lending_group()
    write(book, request())
    write(book, approve())
    paying_out = fund.PayOutLoan(on=FEBRUARY, number=LOAN, member="ก01", purse=purse, rows=schedule)
    assert refused(book, paying_out) == code


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (repay(of_month(3)), "not_positive"),
        (repay(of_month(3), 200, -100), "below_zero"),
        (repay(of_month(2, 4), 100000), "before_paid_out"),
        (repay(of_month(3), 500001), "more_than_left"),
        (repay(of_month(3), 0, 25001), "more_interest_than_left"),
        (repay(of_month(3), 100, purse="trade"), "unknown_purse"),
        (approve(), "not_now"),
        (fund.WithdrawRequest(on=of_month(3), number=LOAN, member="ก01"), "not_now"),
    ],
)
def test_a_running_loan_refuses_what_does_not_fit_it(command, code):
    assert refused(a_loan(), command) == code


def test_money_may_come_back_on_the_very_day_and_to_the_last_satang():
    book = a_loan()
    write(book, repay(FEBRUARY, 500000, 25000))
    assert (queries.loan(book, LOAN).state, breaches()) == ("closed", [])


def test_more_than_is_left_is_refused_with_the_exact_sum():
    book = a_loan()
    write(book, repay(of_month(3), 100050, 5000))
    with pytest.raises(Refusal) as refused:
        write(book, repay(of_month(4), 399951, 5000))
    assert refused.value.th == "เงินต้นเหลือ 3,999.50 บาท รับคืนเกินกว่านั้นไม่ได้ ยังไม่ได้ลงรายการ"
    assert refused.value.en.startswith("3,999.50 baht of the principal are left")


@pytest.mark.parametrize(
    ("schedule", "cause", "code"),
    [
        (rows((4, 499999, 0)), "hardship", "not_what_is_left"),
        (rows((3, 500000, 0)), "hardship", "schedule_days"),
        (rows((4, 500000, 0)), "prepaid", "cause"),
        (rows((4, 500000, 0)), "whim", "cause"),
    ],
)
def test_a_new_schedule_must_be_for_what_is_left(schedule, cause, code):
    on = of_month(3, 6)
    said = {"on": on, "number": LOAN, "member": "ก01", "meeting": on}
    assert refused(a_loan(), fund.RescheduleLoan(**said, rows=schedule, cause=cause)) == code


@pytest.mark.parametrize("satang", [0, 499999, 500001])
def test_what_is_given_up_must_be_all_that_is_left(satang):
    on = of_month(9)
    write_off = fund.WriteOffLoan(on=on, number=LOAN, member="ก01", meeting=on, satang=satang)
    assert refused(a_loan(), write_off) == "not_what_is_left"


def test_a_request_cannot_be_corrected_to_less_than_was_handed_out_but_to_other_terms_it_can():
    book = a_loan()
    assert refused(book, request(principal=499999), corrects=7) == "paid_out_more"
    write(book, request(principal=600000, rate=900), corrects=7)
    loan = queries.loan(book, LOAN)
    assert (loan.agreed.rate, loan.agreed.principal, loan.balance) == (900, 600000, 500000)


def test_a_loan_with_steps_behind_it_keeps_its_number_and_its_borrower():
    book = a_loan()
    assert refused(book, request(member="ก03"), corrects=7) == "loan_has_steps"
    assert refused(book, request(number="9/2565"), corrects=7) == "loan_has_steps"
    asked = write(book, request(number="2/2565"))
    write(book, request(number="3/2565", member="ก03"), corrects=asked)
    assert [(line.number, line.member) for line in queries.loans(book)] == [(LOAN, "ก01"), ("3/2565", "ก03")]
    assert breaches() == []


def test_paying_out_may_be_corrected_to_less_as_long_as_what_came_back_fits():
    book = a_loan()
    write(book, repay(of_month(3), 100000, 5000))
    less = {"on": FEBRUARY, "number": LOAN, "member": "ก01", "purse": "savings"}
    assert refused(book, fund.PayOutLoan(**less, rows=rows((3, 99999, 0))), corrects=9) == "paid_later"
    write(book, fund.PayOutLoan(**less, rows=rows((3, 150000, 5000))), corrects=9)
    assert (queries.loan(book, LOAN).balance, breaches()) == (50000, [])


def test_after_a_correction_under_a_loan_given_up_the_rest_can_be_given_up_too():
    book = a_loan()
    wrong = write(book, repay(of_month(3), 200000))
    give_up = {"on": of_month(9), "number": LOAN, "member": "ก01", "meeting": of_month(9)}
    write(book, fund.WriteOffLoan(**give_up, satang=300000))
    write(book, repay(of_month(3), 100000), corrects=wrong)
    assert queries.loan(book, LOAN).balance == 100000
    write(book, fund.WriteOffLoan(**give_up, satang=100000))
    assert (queries.loan(book, LOAN).balance, breaches()) == (0, [])


# ------------------------------------------------------------------------------- the group's own rules


def rule(name, value, reason="มติที่ประชุมใหญ่ 2565"):
    return fund.SetFundRule(on=JANUARY, name=name, value=value, reason=reason)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (rule("interest", "1"), "unknown_rule"),
        (rule("loan_rate_ceiling", "a lot"), "terms"),
        (rule("loan_repayment_order", "principal"), "terms"),
        (rule("loan_rate_ceiling", "20", " "), "no_reason"),
        (rule("loan_guarantors", "3"), "terms"),
        (rule("loan_round_instalment", "0"), "terms"),
        (rule("loan_legal_basis", "ก" * 81), "terms"),
    ],
)
def test_a_rule_that_there_is_not_or_that_cannot_be_read_is_refused(command, code):
    assert refused(a_lending_group(), command) == code


def test_the_newest_rule_of_a_name_holds_and_a_correction_takes_it_back():
    book = a_lending_group()
    write(book, rule("loan_legal_basis", "พ.ร.บ. สถาบันการเงินประชาชน พ.ศ. 2562"))
    first = write(book, rule("loan_rate_ceiling", "18"))
    write(book, request(rate=1800))
    write(book, rule("loan_rate_ceiling", "10"), corrects=first)
    assert refused(book, request(number="2/2565", rate=1001)) == "rate_above_ceiling"
    assert queries.bylaw_lines(book)[0] == BylawLine(
        "loan_rate_ceiling",
        "ดอกเบี้ยสูงสุดต่อปี (ร้อยละ) ที่ไม่ต้องบอกข้อกฎหมาย",
        "Highest rate a year (per cent) that needs no legal basis",
        "10",
        10,
        "มติที่ประชุมใหญ่ 2565",
    )
    assert [(line.name, line.entry) for line in queries.bylaw_lines(book) if line.entry] == [
        ("loan_rate_ceiling", 10), ("loan_legal_basis", 7),
    ]  # fmt: skip


def test_a_ceiling_above_fifteen_per_cent_needs_a_law_that_allows_it():
    book = a_lending_group()
    assert refused(book, rule("loan_rate_ceiling", "15.01")) == "no_legal_basis"
    write(book, rule("loan_rate_ceiling", "15"))
    write(book, rule("loan_legal_basis", "พ.ร.บ. สหกรณ์ พ.ศ. 2542"))
    write(book, rule("loan_rate_ceiling", "24"))
    write(book, request(rate=2400))
    assert refused(book, request(number="2/2565", rate=2401)) == "rate_above_ceiling"


def test_what_a_member_still_owes_counts_against_the_groups_ceiling():
    book = a_loan()
    write(book, rule("loan_ceiling", "6,000"))
    assert refused(book, request(number="2/2565", principal=100001)) == "above_ceiling"
    write(book, request(number="2/2565", principal=100000))
    assert refused(book, request(number="3/2565", member="ก03", principal=600001)) == "above_ceiling"
    write(book, rule("loan_savings_multiple", "2"))
    with pytest.raises(Refusal, match="with the 5,000 baht still being repaid"):
        write(book, request(number="3/2565", principal=100001))


def test_the_groups_rules_say_how_many_guarantors_and_for_how_many_loans_one_may_stand():
    book = a_loan()
    write(book, rule("loan_guarantors", "1"))
    write(book, rule("loan_guarantees", "1"))
    assert refused(book, request(number="2/2565", member="ก03", guarantors=())) == "too_few_guarantors"
    assert refused(book, request(number="2/2565", member="ก03", guarantors=("ก02",))) == "surety_enough"
    write(book, request(number="2/2565", member="ก03", guarantors=("ก04",)))
    write(book, request(principal=500000, rate=900), corrects=7)  # its own surety is not counted against it
    assert breaches() == []


def test_a_group_may_bind_loans_to_savings():
    book = a_lending_group()
    write(book, rule("loan_savings_multiple", "1.5"))
    with pytest.raises(Refusal, match="4,500 baht at most"):
        write(book, request(principal=450001))
    assert refused(book, request(member="ก03", principal=100)) == "above_savings"
    write(book, request(principal=450000))
    write(book, rule("loan_savings_multiple", "none"))
    write(book, request(number="2/2565", member="ก03", guarantors=()))


def test_the_groups_order_decides_what_a_repayment_pays():
    book = a_loan()
    write(book, rule("loan_repayment_order", "principal,interest,fine"))
    assert fund.repaying(book, LOAN, of_month(3), 105000) == repay(of_month(3), 105000)
