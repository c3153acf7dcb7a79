"""On which schedule the money goes out: by the terms, on days of the group's own, or less than was agreed."""

import pytest

from kwan.fund import commands as fund
from kwan.fund import queries
from kwan.journal.queries import balance
from tests.fund.lending import FEBRUARY, LOAN, a_lending_group, a_loan, approve, of_month, request, rows
from tests.journal.hands import breaches, write

pytestmark = pytest.mark.django_db


def test_meetings_of_the_groups_own_and_a_first_day_are_kept():
    meetings = (of_month(3, 12), of_month(4, 9))
    book = a_loan(periods=None, meetings=meetings)
    assert tuple(line.due for line in queries.loan(book, LOAN).schedule) == meetings
    assert queries.loan(book, LOAN).agreed.meetings == meetings


def test_a_first_day_of_its_own_moves_the_whole_calendar():
    book = a_loan(first_due=of_month(4, 30), periods=3)
    assert [line.due for line in queries.loan(book, LOAN).schedule] == [
        of_month(4, 30),
        of_month(5, 30),
        of_month(6, 30),
    ]
    assert breaches() == []


def test_less_may_be_lent_than_was_agreed():
    book = a_lending_group()
    write(book, request())
    write(book, approve())
    write(book, fund.paying_out(book, LOAN, FEBRUARY, satang=300000))
    assert (balance(book, f"loan:{LOAN}"), queries.loan(book, LOAN).schedule[0].principal) == (300000, 60000)


def test_a_schedule_of_the_groups_own_making_is_kept_row_for_row():
    book = a_lending_group()
    write(book, request())
    write(book, approve())
    own = rows((3, 200000, 5000), (6, 300000, 20000))
    write(book, fund.PayOutLoan(on=FEBRUARY, number=LOAN, member="ก01", purse="savings", rows=own))
    schedule = queries.loan(book, LOAN).schedule
    assert [(line.due, line.principal, line.interest) for line in schedule] == [
        (row.due, row.principal, row.interest) for row in own
    ]
    assert queries.loan(book, LOAN).true_yearly_rate > 0
    assert breaches() == []
