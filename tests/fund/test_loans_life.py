"""The life of a loan in the book, from the request to the last satang; the audit looks after every step."""

from datetime import date
from decimal import Decimal

import pytest

from kwan.fund import commands as fund
from kwan.fund import queries
from kwan.fund.models import LoanInstalment
from kwan.fund.queries import Collection, ScheduleLine, Share
from kwan.fund.rules.dues import Parts
from kwan.journal import queries as journal
from kwan.journal.models import Entry
from kwan.journal.rules import Refusal
from kwan.people.commands import Erase, erase
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
)
from tests.journal.hands import breaches, envelope, write

pytestmark = pytest.mark.django_db


def state(book):
    return queries.loan(book, LOAN).state


def lent(book):
    return journal.balance(book, f"loan:{LOAN}")


def test_a_loan_lives_from_its_request_to_the_last_satang_and_the_audit_finds_nothing():
    book = a_lending_group()
    steps = [
        (request, "requested", 0),
        (lambda: approve(minutes="ระเบียบวาระที่ 3"), "approved", 0),
        (lambda: fund.paying_out(book, LOAN, FEBRUARY), "active", 500000),
        (lambda: fund.repaying(book, LOAN, of_month(3), 105000), "active", 400000),
        (lambda: fund.repaying(book, LOAN, of_month(4), 50000), "active", 355000),
        (lambda: fund.repaying(book, LOAN, of_month(5), 160000, fine=2000), "active", 202000),
        (lambda: reschedule(book, of_month(5, 20), 2), "rescheduled", 202000),
        (lambda: fund.repaying(book, LOAN, of_month(6, 20), 103020), "rescheduled", 101000),
        (lambda: fund.repaying(book, LOAN, of_month(7, 20), 103020), "closed", 0),
    ]
    for step, expected, balance in steps:
        write(book, step())
        assert (state(book), lent(book), breaches()) == (expected, balance, [])
    assert journal.balances(book) == {
        "passbook:ก01": -300000,
        "passbook:ก02": -700000,
        "purse:savings": 1000000 + 15000 + 2000 + 4040,
        f"loan:{LOAN}": 0,
        "hands": -21040,
    }


def reschedule(book, on, periods, **other):
    said = {"number": LOAN, "member": "ก01", "meeting": on, "reason": "น้ำท่วม"}
    return fund.RescheduleLoan(
        **said | {"on": on, "rows": fund.schedule_of_rest(book, LOAN, on, periods)} | other
    )


def test_the_loan_is_seen_whole_with_its_terms_its_schedule_and_what_happened():
    book = a_loan(legal_basis="ระเบียบกลุ่ม ข้อ 4")
    write(book, fund.repaying(book, LOAN, of_month(3), 80000))
    loan = queries.loan(book, LOAN)
    assert (loan.number, loan.member, loan.guarantors, loan.purpose) == (LOAN, "ก01", ("ก02",), "ซื้อแหใหม่")
    assert loan.agreed == request().agreed
    assert (loan.requested_on, loan.legal_basis, loan.balance) == (JANUARY, "ระเบียบกลุ่ม ข้อ 4", 425000)
    assert loan.schedule == (
        ScheduleLine(of_month(3), 100000, 5000, 75000, 5000, 400000),
        ScheduleLine(of_month(4), 100000, 5000, 0, 0, 300000),
        ScheduleLine(of_month(5), 100000, 5000, 0, 0, 200000),
        ScheduleLine(of_month(6), 100000, 5000, 0, 0, 100000),
        ScheduleLine(of_month(7), 100000, 5000, 0, 0, 0),
    )
    assert [(line.entry, line.step, line.on, line.actor) for line in loan.history] == [
        (8, "approved", MEETING, "user:1"),
        (9, "paid_out", FEBRUARY, "user:1"),
        (10, "repaid", of_month(3), "user:1"),
    ]
    assert loan.history[0].meeting == MEETING
    assert [satang for _, _, satang in loan.steps] == [500000, -75000, 0]
    assert sum(satang for _, _, satang in loan.steps) == loan.balance
    assert round(loan.true_yearly_rate, 2) == Decimal("19.78")
    assert queries.loan(book, "9/9999") is None


def test_what_is_said_in_confidence_stands_in_no_entry_and_goes_when_the_member_is_erased():
    book = a_loan()
    write(book, reschedule(book, of_month(2, 20), 3))
    assert [line.note for line in queries.loan(book, LOAN).history] == [None, None, "น้ำท่วม"]
    bodies = " ".join(Entry.objects.filter(book=book).values_list("body", flat=True))
    assert [word for word in ("แหใหม่", "น้ำท่วม") if word in bodies] == []
    erase(book, envelope(Erase(on=of_month(3), member="ก01")))
    loan = queries.loan(book, LOAN)
    assert (loan.purpose, [line.note for line in loan.history]) == (None, [None, None, None])
    assert (loan.balance, breaches()) == (500000, [])


def test_a_request_may_be_turned_down_or_taken_back_and_nothing_follows():
    book = a_lending_group()
    write(book, request())
    write(book, fund.RejectLoan(on=MEETING, number=LOAN, member="ก01", meeting=MEETING, reason="รอรอบหน้า"))
    write(book, request(number="2/2565"))
    write(book, approve(number="2/2565"))
    write(book, fund.WithdrawRequest(on=MEETING, number="2/2565", member="ก01"))
    assert [line.state for line in queries.loans(book)] == ["rejected", "withdrawn"]
    for number in (LOAN, "2/2565"):
        with pytest.raises(Refusal, match="this cannot be written now"):
            write(book, fund.paying_out(book, number, FEBRUARY))
    assert breaches() == []


def test_what_is_given_up_leaves_the_books_and_what_comes_back_of_it_returns_to_the_purse():
    book = a_loan()
    write(book, fund.repaying(book, LOAN, of_month(3), 105000))
    lost = {"number": LOAN, "member": "ก01"}
    write(book, fund.WriteOffLoan(**lost, on=of_month(9), meeting=of_month(9), satang=400000, reason="ย้ายถิ่น"))
    assert (state(book), lent(book), breaches()) == ("written_off", 0, [])
    assert [line.principal_paid for line in queries.loan(book, LOAN).schedule] == [100000, 0, 0, 0, 0]
    write(book, fund.RecoverLoan(**lost, on=of_month(10), purse="savings", satang=150000))
    with pytest.raises(Refusal, match="2,500 baht of what was given up are left"):
        write(book, fund.RecoverLoan(**lost, on=of_month(11), purse="savings", satang=250001))
    standing = queries.loan(book, LOAN).standing
    assert (standing.written_off, standing.recovered, standing.left) == (400000, 150000, 0)
    assert journal.balance(book, "written-off") == 250000
    assert queries.money(book).kept == queries.money(book).owned
    write(book, fund.RecoverLoan(**lost, on=of_month(12), purse="savings", satang=250000))
    assert (journal.balance(book, "written-off"), breaches()) == (0, [])


def test_both_sides_of_the_money_agree_while_some_of_it_is_lent():
    book = a_loan()
    write(book, fund.repaying(book, LOAN, of_month(3), 107000, fine=2000))
    money = queries.money(book)
    assert money.where == (Share("purse:savings", 607000), Share("loans", 400000))
    assert money.whose == (Share("members", 1000000), Share("loan-earnings", 7000))


def test_a_loan_from_the_fund_leaves_the_savings_alone():
    book = a_lending_group()
    write(book, fund.ReceiveIntoFund(on=JANUARY, purpose="grant", satang=500000))
    write(book, request())
    write(book, approve())
    write(book, fund.paying_out(book, LOAN, FEBRUARY, "fund"))
    assert (journal.balance(book, "purse:fund"), journal.balance(book, "purse:savings")) == (0, 1000000)


def test_an_empty_purse_lends_nothing():
    book = a_lending_group()
    write(book, request())
    write(book, approve())
    with pytest.raises(Refusal, match="purse:fund does not hold this much"):
        write(book, fund.paying_out(book, LOAN, FEBRUARY, "fund"))
    assert (state(book), breaches()) == ("approved", [])


def test_the_schedule_that_was_frozen_holds_whatever_the_terms_become():
    book = a_loan()
    frozen = list(LoanInstalment.objects.values_list("due", "principal", "interest"))
    assert frozen == [(20220005 + month * 100, 100000, 5000) for month in range(3, 8)]
    write(book, request(rate=600), corrects=7)
    assert list(LoanInstalment.objects.values_list("due", "principal", "interest")) == frozen
    assert (queries.loan(book, LOAN).agreed.rate, breaches()) == (600, [])


def test_a_wrong_repayment_is_corrected_in_its_own_place():
    book = a_loan()
    wrong = write(book, repay(of_month(3), 200000, 5000))
    write(book, repay(of_month(4), 100000, 5000))
    write(book, repay(of_month(3), 100000, 5000), corrects=wrong)
    loan = queries.loan(book, LOAN)
    assert (loan.balance, lent(book)) == (300000, 300000)
    assert [(line.entry, line.principal) for line in loan.history[2:]] == [(12, 100000), (11, 100000)]
    assert breaches() == []


def test_a_correction_that_later_repayments_leave_no_room_for_is_refused_with_the_sum():
    book = a_loan()
    first = write(book, repay(of_month(3), 100000, 5000))
    write(book, repay(of_month(4), 400000, 5000))
    with pytest.raises(Refusal, match="500 baht would be repaid too much"):
        write(book, repay(of_month(3), 150000, 5000), corrects=first)
    write(book, repay(of_month(3), 100000, 4000), corrects=first)
    assert (queries.loan(book, LOAN).standing.interest, breaches()) == (9000, [])


def test_a_correction_of_a_repayment_before_a_new_schedule_does_not_count_as_paid_under_it():
    book = a_loan()
    first = write(book, repay(of_month(3), 100000, 5000))
    write(book, reschedule(book, of_month(3, 20), 4))
    write(book, repay(of_month(3), 100000, 2500), corrects=first)
    standing = queries.loan(book, LOAN).standing
    assert (standing.interest, standing.interest_on_rows, standing.interest_left) == (2500, 0, 16000)


def test_an_early_end_of_a_declining_loan_asks_for_the_running_instalments_interest_alone():
    book = a_loan(method="equal-principal")
    assert [line.interest for line in queries.loan(book, LOAN).schedule] == [5000, 4000, 3000, 2000, 1000]
    write(book, fund.repaying(book, LOAN, of_month(3), 105000))
    assert queries.loan(book, LOAN).settled_by(of_month(4, 1)) == Parts(0, 4000, 400000)
    assert [satang for _, _, satang in queries.loan(book, LOAN).settling_steps(of_month(4, 1))] == [
        400000,
        9000,
        -5000,
    ]
    with pytest.raises(Refusal, match="all that is left is 4,040 baht"):
        fund.repaying(book, LOAN, of_month(4, 1), 404001)
    write(book, fund.repaying(book, LOAN, of_month(4, 1), 404000))
    assert (state(book), breaches()) == ("closed", [])


def test_an_early_end_of_a_flat_loan_asks_for_all_its_interest():
    book = a_loan()
    write(book, fund.repaying(book, LOAN, of_month(2, 20), 525000))
    assert state(book) == "closed"
    assert queries.loan(book, LOAN).standing.interest == 25000


def test_after_an_early_repayment_the_interest_is_reckoned_anew_and_the_loan_is_not_at_risk():
    book = a_loan(method="equal-principal")
    write(book, fund.repaying(book, LOAN, of_month(3), 305000))
    write(book, reschedule(book, of_month(3, 6), 2, cause="prepaid"))
    assert state(book) == "active"
    assert [(line.principal, line.interest) for line in queries.loan(book, LOAN).schedule] == [
        (100000, 2000),
        (100000, 1000),
    ]
    assert queries.par(book, of_month(3, 6)).eased == 0


def test_a_loan_that_is_behind_cannot_be_called_repaid_early():
    book = a_loan()
    with pytest.raises(Refusal, match="not behind"):
        write(book, reschedule(book, of_month(3, 20), 4, cause="prepaid"))


def test_members_see_their_own_loans_and_the_meeting_sees_what_is_due():
    book = a_loan()
    write(book, request(number="2/2565", member="ก02", principal=200000, guarantors=("ก01",)))
    write(book, approve(number="2/2565", member="ก02"))
    write(book, fund.paying_out(book, "2/2565", date(2022, 3, 5)))
    write(book, fund.repaying(book, LOAN, of_month(3), 60000))
    assert [line.number for line in queries.member_loans(book, "ก02")] == ["2/2565"]
    assert queries.member_loans(book, "ก03") == []
    assert queries.due_on(book, of_month(4)) == [
        Collection(LOAN, "ก01", 145000, 5000, late=45000, days_late=31),
        Collection("2/2565", "ก02", 40000, 2000, late=0, days_late=0),
    ]
    assert queries.due_on(book, date(2022, 3, 4)) == []
