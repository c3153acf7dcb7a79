"""What is due, how a repayment is split, and what is at risk: figures reckoned by hand."""

from datetime import date
from fractions import Fraction

import pytest

from kwan.fund.rules.agreement import (
    Agreement,
    Instalment,
    frozen,
    interest_of,
    principal_of,
    reckon,
    true_cost,
)
from kwan.fund.rules.bylaws import in_force, read_multiple, read_rate
from kwan.fund.rules.dues import (
    ORDER,
    Parts,
    allocate,
    days_late,
    due_on,
    next_instalment,
    read_order,
)
from kwan.fund.rules.loans import Happened, balance_working, stand, still_open
from kwan.fund.rules.portfolio import BANDS, AtRisk, Portfolio, portfolio
from kwan.thai import Refused

START = date(2022, 2, 5)


def day(month, number=5):
    return date(2022, month, number)


ROWS = tuple(Instalment(day(month), 100000, 5000) for month in (3, 4, 5))
PAID_OUT = Happened("paid_out", START, 300000, rows=ROWS)


def paid(on, principal=0, interest=0, fine=0):
    return Happened("repaid", on, principal, interest, fine)


def loan(*events, method="flat"):
    return stand(method, [Happened("approved", START), PAID_OUT, *events])


# ------------------------------------------------------------------------------------------ what is due


@pytest.mark.parametrize(
    ("on", "principal", "interest", "late"),
    [
        (day(3, 4), 0, 0, 0),
        (day(3, 5), 100000, 5000, 0),
        (day(3, 6), 100000, 5000, 1),
        (day(4, 5), 200000, 10000, 31),
        (day(12, 1), 300000, 15000, 271),
    ],
)
def test_of_an_untouched_loan_all_is_due_that_fell_due(on, principal, interest, late):
    due = due_on(loan(), on)
    assert (due.principal, due.interest, due.days_late) == (principal, interest, late)
    assert sum(satang for _, _, satang in due.working) == due.total


def test_a_part_of_an_instalment_leaves_the_rest_of_it_late():
    half = loan(paid(day(3), 40000, 5000))
    due = due_on(half, day(4, 4))
    assert (due.principal, due.interest, due.days_late) == (60000, 0, 30)
    assert due.working == (
        ("เงินต้นตามงวดที่ถึงกำหนด", "Principal of the instalments that fell due", 100000),
        ("เงินต้นของงวดเหล่านั้นที่จ่ายแล้ว", "Principal of these, paid", -40000),
        ("ดอกเบี้ยตามงวดที่ถึงกำหนด", "Interest of the instalments that fell due", 5000),
        ("ดอกเบี้ยของงวดเหล่านั้นที่จ่ายแล้ว", "Interest of these, paid", -5000),
    )


def test_principal_repaid_ahead_covers_the_next_instalments_but_not_their_interest():
    ahead = loan(paid(day(3), 200000, 5000))
    due = due_on(ahead, day(4))
    assert (due.principal, due.interest) == (0, 5000)
    assert next_instalment(ahead, day(3, 6)) == Instalment(day(4), 0, 5000)
    assert days_late(ahead, day(4, 15)) == 10


def test_the_next_instalment_is_what_is_left_of_it_and_none_after_the_last():
    half = loan(paid(day(3), 100000, 5000), paid(day(3, 20), 30000, 5000))
    assert next_instalment(half, day(3, 21)) == Instalment(day(4), 70000, 0)
    assert next_instalment(half, day(5, 5)) == Instalment(day(5), 100000, 5000)
    assert next_instalment(half, day(5, 6)) is None
    assert still_open(half) == [Instalment(day(4), 70000, 0), Instalment(day(5), 100000, 5000)]


def test_before_the_money_went_out_and_after_it_came_back_nothing_is_due():
    waiting = stand("flat", [Happened("approved", START)])
    done = loan(paid(day(3), 300000, 15000))
    for standing in (waiting, done):
        due = due_on(standing, day(12))
        assert (due.principal, due.interest, due.days_late, next_instalment(standing, START)) == (
            0,
            0,
            0,
            None,
        )
    assert (waiting.state, done.state) == ("approved", "closed")


def test_a_flat_loan_whose_principal_is_back_stays_open_until_its_interest_is():
    owing = loan(paid(day(3), 300000, 5000))
    assert (owing.state, owing.interest_left, due_on(owing, day(4)).interest) == ("active", 10000, 5000)


def test_a_declining_loan_whose_principal_is_back_asks_for_no_later_interest():
    back = loan(paid(day(3), 300000, 5000), method="declining")
    assert (back.state, back.interest_left) == ("closed", 0)


def test_interest_that_is_paid_after_the_principal_does_not_grow_by_being_late():
    late = loan(paid(day(3), 300000), paid(day(5), 0, 5000), method="declining")
    assert (late.cleared_on, late.state) == (day(3), "closed")
    owing = loan(paid(day(3), 300000), method="declining")
    assert (due_on(owing, day(5)).interest, still_open(owing)) == (5000, [Instalment(day(3), 0, 5000)])


def test_a_loan_that_was_eased_once_stays_marked_when_it_is_reckoned_anew():
    eased = Happened("rescheduled", day(3, 6), rows=(Instalment(day(8), 300000, 0),), is_relief=True)
    anew = Happened("rescheduled", day(5), rows=(Instalment(day(7), 300000, 0),))
    assert [loan(*steps).state for steps in ((eased, anew), (anew,))] == ["rescheduled", "active"]
    assert loan(eased, anew).is_relieved


def test_where_a_correction_left_more_than_the_schedule_knows_the_rest_is_due_at_once():
    new = Happened("rescheduled", day(3, 20), rows=(Instalment(day(6), 200000, 0),), is_relief=True)
    short = loan(paid(day(3), 90000, 5000), new)
    assert due_on(short, day(4)).principal == 10000
    assert due_on(short, day(6)).principal == 210000


# ----------------------------------------------------------------------------------- what a repayment pays


@pytest.mark.parametrize(
    ("satang", "fine", "order", "parts"),
    [
        (105000, 0, ORDER, Parts(0, 5000, 100000)),
        (3000, 0, ORDER, Parts(0, 3000, 0)),
        (6000, 2000, ORDER, Parts(2000, 4000, 0)),
        (6000, 2000, ("principal", "interest", "fine"), Parts(0, 0, 6000)),
        (6000, 2000, ("interest", "principal", "fine"), Parts(0, 5000, 1000)),
        (317000, 2000, ORDER, Parts(2000, 15000, 300000)),
    ],
)
def test_a_sum_is_split_in_the_groups_order(satang, fine, order, parts):
    assert allocate(loan(), day(3), satang, fine, order) == parts


def test_who_pays_some_days_early_pays_an_instalment_and_not_principal_alone():
    assert allocate(loan(), day(2, 27), 105000) == Parts(0, 5000, 100000)


def test_who_pays_late_pays_the_interest_of_every_month_gone_by():
    assert allocate(loan(), day(4, 20), 110000) == Parts(0, 10000, 100000)
    assert allocate(loan(), day(4, 20), 215000) == Parts(0, 15000, 200000)  # then that of the running one


def test_who_pays_twice_in_a_month_pays_the_interest_once():
    once = loan(paid(day(3), 100000, 5000))
    assert allocate(once, day(3, 5), 50000) == Parts(0, 0, 50000)


def test_more_than_everything_is_refused_with_the_exact_sum():
    with pytest.raises(Refused) as refused:
        allocate(loan(), day(3), 317001, 2000)
    assert (refused.value.th, refused.value.en) == (
        "เกินยอดที่เหลือ ทั้งหมดเหลือ 3,170 บาท รับเท่านี้ แล้วคืนส่วนเกิน 0.01 บาท",
        "This is more than is left: all that is left is 3,170 baht. Take that, and hand 0.01 baht back.",
    )


@pytest.mark.parametrize(
    "text", ["", "fine,interest", "fine,interest,principal,fine", "fine,interest,capital"]
)
def test_an_order_that_forgets_a_part_is_refused(text):
    with pytest.raises(Refused, match="each once"):
        read_order(text)


def test_an_order_is_read_with_spaces():
    assert read_order("principal, interest,fine") == ("principal", "interest", "fine")


# ------------------------------------------------------------------------------------------- at risk


def test_the_portfolio_at_risk_of_five_loans_by_hand():
    """On 20 May: 15, 45 and 76 days late, one on time, one eased. Balances count whole, not what is late."""
    eased = Happened("rescheduled", day(4, 1), rows=(Instalment(day(8), 200000, 0),), is_relief=True)
    later = Happened("rescheduled", day(3, 6), rows=(Instalment(day(8), 150000, 0),))
    loans = [
        loan(paid(day(3), 100000, 5000), paid(day(4), 100000, 5000)),  # 100,000 left, 15 days
        loan(paid(day(3), 100000, 5000)),  # 200,000 left, 45 days
        loan(),  # 300,000 left, 76 days
        loan(paid(day(3), 150000, 5000), later),  # 150,000 left, on time
        loan(paid(day(3), 100000, 5000), eased),  # 200,000 left, not late, eased
        loan(paid(day(3), 300000, 15000)),  # repaid
        stand("flat", [Happened("approved", START)]),
    ]
    found = portfolio(loans, day(5, 20))
    assert found == Portfolio(
        5, 950000, 200000, (AtRisk(1, 800000), AtRisk(30, 700000), AtRisk(60, 500000), AtRisk(90, 200000))
    )
    assert found.share(60) == Fraction(50, 95)


@pytest.mark.parametrize(
    ("on", "bands"),
    [
        (day(3, 5), (0, 0, 0, 0)),
        (day(3, 6), (300000, 0, 0, 0)),
        (day(4, 4), (300000, 0, 0, 0)),
        (day(4, 5), (300000, 300000, 0, 0)),
        (day(5, 4), (300000, 300000, 0, 0)),
        (day(5, 5), (300000, 300000, 300000, 0)),
        (day(6, 3), (300000, 300000, 300000, 0)),
        (day(6, 4), (300000, 300000, 300000, 300000)),
    ],
)
def test_a_band_begins_the_day_after_its_last(on, bands):
    assert tuple(band.satang for band in portfolio([loan()], on).at_risk) == bands


def test_where_nothing_is_lent_no_share_is_at_risk():
    empty = portfolio([], START)
    assert empty == Portfolio(0, 0, 0, tuple(AtRisk(days, 0) for days in BANDS))
    assert [empty.share(days) for days in BANDS] == [None] * 4


def test_what_was_given_up_is_no_longer_in_the_portfolio():
    lost = loan(Happened("written_off", day(9), 300000))
    assert (lost.state, lost.left, portfolio([lost], day(10)).outstanding) == ("written_off", 0, 0)
    assert [satang for _, _, satang in balance_working(lost)] == [300000, 0, -300000]
    in_part = loan(Happened("written_off", day(9), 200000))  # its repayment was corrected afterwards
    assert (in_part.left, portfolio([in_part], day(10)).loans) == (100000, 0)


# -------------------------------------------------------------------------------------------- the terms


def test_twelve_per_cent_flat_truly_costs_twenty_one_and_a_half():
    agreed = Agreement(principal=1000000, rate=1200, periods=12, method="flat")
    rows = frozen(reckon(agreed, START))
    assert round(true_cost(agreed, START, rows), 3) == round(Fraction(21457, 1000), 3)
    assert (principal_of(rows), interest_of(rows)) == (1000000, 120000)


def test_a_first_day_that_the_rhythm_would_give_anyway_changes_nothing():
    plain = Agreement(principal=100000, rate=1500, periods=3)
    first = Agreement(principal=100000, rate=1500, periods=3, first_due=day(3))
    later = Agreement(principal=100000, rate=1500, periods=3, first_due=day(3, 12))
    assert reckon(first, START) == reckon(plain, START)
    assert [row.due for row in frozen(reckon(later, START))] == [day(3, 12), day(4, 12), day(5, 12)]


def test_the_groups_rules_are_at_their_defaults_until_it_sets_them():
    rules = in_force({})
    assert (rules.rate_ceiling, rules.savings_multiple, rules.repayment_order) == (1500, None, ORDER)
    assert (rules.loan_ceiling, rules.guarantors, rules.guarantees, rules.round_instalment) == (0, 0, 0, None)
    changed = in_force(
        {"loan_rate_ceiling": "18.5", "loan_savings_multiple": "2.5", "loan_round_instalment": "0.25"}
    )
    assert (changed.rate_ceiling, str(changed.savings_multiple), changed.round_instalment) == (
        1850,
        "2.5",
        25,
    )
    assert read_multiple("None") is None


@pytest.mark.parametrize(("read", "text"), [(read_rate, "1.255"), (read_rate, "-1"), (read_multiple, "0")])
def test_a_rule_that_cannot_be_read_is_refused(read, text):
    with pytest.raises(Refused):
        read(text)
