"""What holds for every loan and every row of repayments."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kwan.fund.rules.agreement import Agreement, frozen, interest_of, principal_of, reckon
from kwan.fund.rules.dues import (
    ORDER,
    allocate,
    days_late,
    due_on,
    interest_owed,
    settling_working,
    to_settle,
)
from kwan.fund.rules.loans import Happened, Standing, after, paid_parts, stand
from kwan.thai import Refused

START = date(2022, 2, 5)


def paid(on, principal=0, interest=0, fine=0):
    return Happened("repaid", on, principal, interest, fine)


agreements = st.builds(
    Agreement,
    principal=st.integers(1000, 10_000_000),
    rate=st.integers(0, 6000),
    periods=st.integers(1, 24),
    method=st.sampled_from(["flat", "declining", "equal-principal"]),
    every=st.sampled_from(["1month", "2week", "15day"]),
    round_instalment=st.sampled_from([None, 100, 2000]),
)


@settings(deadline=None, max_examples=300)
@given(agreements, st.data())
def test_no_row_of_repayments_makes_a_loan_negative_and_the_parts_add_up(agreed, data):
    rows = frozen(reckon(agreed, START))
    standing = stand(agreed.method, [Happened("paid_out", START, agreed.principal, rows=rows)])
    on, handed_over = START, 0
    for _ in range(data.draw(st.integers(1, 8))):
        on = date.fromordinal(on.toordinal() + data.draw(st.integers(0, 90)))
        order = data.draw(st.permutations(ORDER))
        fine = data.draw(st.integers(0, 500))
        most = to_settle(standing, on).total + fine
        if not most:
            break
        satang = data.draw(st.integers(1, most))
        parts = allocate(standing, on, satang, fine, order)
        handed_over += satang
        standing = after(standing, paid(on, parts.principal, parts.interest, parts.fine))
        assert parts.total == satang
        assert min(parts.fine, parts.interest, parts.principal, standing.left, standing.interest_left) >= 0
        assert_it_adds_up(standing, on)
    assert standing.principal + standing.interest + standing.fines == handed_over
    assert standing.left + standing.principal == agreed.principal


def assert_it_adds_up(standing: Standing, on: date):
    covered = paid_parts(standing)
    assert principal_of(covered) == standing.principal
    assert interest_of(covered) == min(standing.interest, interest_of(standing.rows))
    due = due_on(standing, on)
    assert due.principal <= standing.left
    assert due.interest <= standing.interest_left
    assert sum(satang for _, _, satang in due.working) == due.total
    assert (due.days_late > 0) == (due_on(standing, date.fromordinal(on.toordinal() - 1)).total > 0)


@settings(deadline=None, max_examples=200)
@given(agreements, st.integers(0, 500))
def test_the_sum_that_settles_a_loan_closes_it_on_any_day(agreed, later):
    rows = frozen(reckon(agreed, START))
    standing = stand(agreed.method, [Happened("paid_out", START, agreed.principal, rows=rows)])
    on = date.fromordinal(START.toordinal() + later)
    parts = allocate(standing, on, to_settle(standing, on).total)
    assert parts == to_settle(standing, on)
    assert sum(satang for _, _, satang in settling_working(standing, on)) == parts.total
    closed = after(standing, paid(on, parts.principal, parts.interest))
    assert (closed.state, closed.left, closed.interest_left, days_late(closed, on)) == ("closed", 0, 0, 0)
    with pytest.raises(Refused):
        allocate(standing, on, parts.total + 1)


@settings(deadline=None, max_examples=100)
@given(agreements)
def test_who_pays_each_instalment_on_its_day_is_never_late_and_ends_with_nothing(agreed):
    rows = frozen(reckon(agreed, START))
    standing = stand(agreed.method, [Happened("paid_out", START, agreed.principal, rows=rows)])
    for row in rows:
        if row.total:
            assert due_on(standing, row.due).total == row.total
            parts = allocate(standing, row.due, row.total)
            assert (parts.principal, parts.interest) == (row.principal, row.interest)
            standing = after(standing, paid(row.due, parts.principal, parts.interest))
        assert days_late(standing, row.due) == 0
        assert interest_owed(standing, row.due) == 0
    assert standing.state == "closed"


@settings(deadline=None, max_examples=200)
@given(agreements, st.integers(0, 500), st.integers(0, 500))
def test_who_pays_what_fell_due_with_a_fine_is_behind_no_longer(agreed, later, fine):
    rows = frozen(reckon(agreed, START))
    standing = stand(agreed.method, [Happened("paid_out", START, agreed.principal, rows=rows)])
    on = date.fromordinal(START.toordinal() + later)
    due = due_on(standing, on)
    parts = allocate(standing, on, due.total + fine, fine)
    assert (parts.fine, parts.interest, parts.principal) == (fine, due.interest, due.principal)
    after_it = after(standing, paid(on, parts.principal, parts.interest, parts.fine))
    assert (days_late(after_it, on), due_on(after_it, on).total) == (0, 0)
    # I5: what is owed is what went out less what came back and was given up
    assert after_it.left == agreed.principal - after_it.principal - after_it.written_off
