"""Whatever is tried on a loan in the book, in whatever order: refused or written, its account is never wrong."""

from datetime import date
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kwan.fund import commands as fund
from kwan.fund import queries
from kwan.journal.queries import balance
from kwan.journal.rules import Refusal
from kwan.people.commands import Join
from tests.fund.lending import JANUARY, LOAN, approve, repay, request
from tests.journal.hands import a_book, breaches, write

pytestmark = pytest.mark.django_db

names = (f"กลุ่มที่ {number}" for number in count(1))
days = st.dates(date(2022, 2, 1), date(2022, 9, 1))
sums = st.sampled_from([0, 1, 5000, 100000, 250000, 500000])

tried = st.one_of(
    st.tuples(st.just("repay"), days, sums, sums, st.sampled_from([0, 700])),
    st.tuples(st.just("split"), days, st.integers(1, 530000)),
    st.tuples(st.just("mend"), days, sums, sums),
    st.tuples(st.just("strike"), days),
    st.tuples(st.just("anew"), days, st.integers(1, 6), st.sampled_from(["hardship", "prepaid"])),
    st.tuples(st.just("give up"), days),
    st.tuples(st.just("recover"), days, sums),
)


def attempt(book, last, what, on, *more):
    """Try one thing; return the entry it became."""
    of_loan = {"on": on, "number": LOAN, "member": "ก01"}
    if what in ("repay", "mend"):
        command = repay(on, *more)
    elif what == "split":
        command = fund.repaying(book, LOAN, on, *more)
    elif what == "strike":
        command = fund.StrikeLoan(**of_loan)
    elif what == "anew":
        periods, cause = more
        rows = fund.schedule_of_rest(book, LOAN, on, periods)
        command = fund.RescheduleLoan(**of_loan, meeting=on, rows=rows, cause=cause)
    elif what == "give up":
        command = fund.WriteOffLoan(**of_loan, meeting=on, satang=queries.loan(book, LOAN).balance)
    else:
        command = fund.RecoverLoan(**of_loan, purse="savings", satang=more[0])
    return write(book, command, corrects=last if what in ("mend", "strike") else None)


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["flat", "declining", "equal-principal"]), st.lists(tried, max_size=10))
def test_no_row_of_attempts_makes_the_books_disagree(method, attempts):
    book = a_book(next(names))
    write(book, Join(on=JANUARY, member="ก01", name="บัวผัน"))
    write(book, fund.Deposit(on=JANUARY, member="ก01", satang=800000))
    write(book, request(guarantors=(), method=method))
    write(book, approve())
    last = write(book, fund.paying_out(book, LOAN, date(2022, 2, 5)))
    for one in attempts:
        try:
            last = attempt(book, last, *one)
        except Refusal:
            continue
    loan = queries.loan(book, LOAN)
    standing, money = loan.standing, queries.money(book)
    assert balance(book, f"loan:{LOAN}") == loan.balance >= 0
    assert loan.balance == standing.paid_out - standing.principal - standing.written_off
    assert sum(satang for _, _, satang in loan.steps) == loan.balance
    assert balance(book, "hands") == -standing.interest - standing.fines
    assert balance(book, "written-off") == standing.written_off - standing.recovered >= 0
    assert money.kept == money.owned
    assert breaches() == []
