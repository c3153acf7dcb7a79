"""Loan schedules: figures that others published, and what must hold for every loan."""

import json
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kwan.fund.rules import (
    BASES,
    KINDS,
    Every,
    Row,
    Terms,
    due_dates,
    schedule,
    schedule_as_json,
    year_fraction,
    yearly_rate,
)
from kwan.thai import Refused

PUBLISHED = json.loads((Path(__file__).parent / "data" / "schedules.json").read_text("utf-8"))["schedules"]
NEW_YEAR = date(2024, 1, 1)


def loan(principal, rate, periods=None, **more):
    return schedule(Terms(principal=principal, rate=rate, periods=periods, **{"start": NEW_YEAR} | more))


def column(plan, name):
    return [str(getattr(row, name)) for row in plan.rows]


def decimals(text):
    return [Decimal(each) for each in text.split()]


# -------------------------------------------------------------------------- published figures


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_schedules_come_out_row_for_row(name):
    terms = PUBLISHED[name]["terms"]
    plan = schedule(Terms(**terms | {"start": date.fromisoformat(terms["start"])}))
    expected = [Row(date.fromisoformat(due), *map(Decimal, sums)) for due, *sums in PUBLISHED[name]["rows"]]
    assert list(plan.rows) == expected
    assert plan.total_interest == sum(row.interest for row in expected)


def test_two_per_cent_a_month_over_four_months():
    plan = loan(12000, 24, 4, start=date(2011, 9, 20))  # Fineract's ClientLoanIntegrationTest
    assert column(plan, "principal") == ["2911.49", "2969.72", "3029.11", "3089.68"]
    assert column(plan, "interest") == ["240.00", "181.77", "122.38", "61.79"]


@pytest.mark.parametrize(
    ("periods", "every", "totals", "interest"),
    [  # Fineract's ProgressiveEMICalculatorTest: 100 at 9.4822 %
        (6, "1week", "16.77 16.77 16.77 16.77 16.77 16.78", ".18 .15 .12 .09 .06 .03"),
        (3, "2week", "33.57 33.57 33.58", ".36 .24 .12"),
        (6, "1month", "17.13 17.13 17.13 17.13 17.13 17.13", ".79 .66 .53 .40 .27 .13"),
    ],
)
def test_a_week_is_a_fifty_second_of_a_year(periods, every, totals, interest):
    plan = loan(100, "9.4822", periods, every=every, smooth=True)
    assert [row.total for row in plan.rows] == decimals(totals)
    assert [row.interest for row in plan.rows] == decimals(interest)


def test_without_smoothing_the_last_row_takes_what_is_left():
    plan = loan("331.77", "10.65", 5, start=date(2023, 12, 12), basis="act/act")
    assert column(plan, "total") == ["68.13", "68.13", "68.13", "68.13", "68.16"]


def test_a_loan_without_interest_is_parts_of_itself():
    plan = loan(1000, 0, 4)
    assert column(plan, "total") == ["250.00"] * 4
    assert (plan.total_interest, plan.true_yearly_rate) == (0, 0)


def test_a_rate_that_changes_half_way():
    plan = loan(3000, (12, 6, 6), 3, kind="flat", start=date(2023, 7, 1))  # Fineract, LoanReschedule
    assert column(plan, "interest") == ["30.00", "15.00", "15.00"]
    assert sum(row.total for row in plan.rows) == 3060


def test_a_textbook_of_finite_mathematics():
    # Goldstein et al., Finite Mathematics, 12th ed., 10.3 example 1; its own balances carry
    # fractions of a cent, so the last but one is 114.85 there.
    plan = loan(563, 12, 5)
    assert column(plan, "interest") == ["5.63", "4.53", "3.41", "2.29", "1.15"]
    assert column(plan, "balance") == ["452.63", "341.16", "228.57", "114.86", "0.00"]
    assert plan.rows[0].total == 116


def test_rounding_up_as_american_car_loans_do():
    up, even = (loan(18325, "6.75", 48, rounding=way).rows[0].total for way in ("up", "half-up"))
    assert (up, even) == (Decimal("436.70"), Decimal("436.69"))  # OpenStax, Algebra, key 6.100.1


def test_the_example_of_numpy_financial():
    plan = loan(2500, "8.24", 12)
    assert plan.rows[0].total == Decimal("217.75")  # 217.7486 there
    assert plan.total_interest == pytest.approx(Decimal("112.98"), abs=Decimal("0.06"))


def test_twelve_per_cent_flat_is_twenty_one_and_a_half():
    plan = loan(10000, 12, 12, kind="flat")
    assert round(plan.true_yearly_rate, 3) == Decimal("21.457")
    assert loan(10000, 12, 12).true_yearly_rate == pytest.approx(Decimal(12), abs=Decimal("0.001"))


# --------------------------------------------------------------------------------- days


def test_a_day_counts_to_the_year_that_it_ends_in():
    start, end = date(2023, 12, 12), date(2024, 1, 12)
    assert year_fraction("act/act", start, end) == pytest.approx(Decimal(19) / 365 + Decimal(12) / 366)
    assert year_fraction("act/act", date(2023, 1, 1), date(2025, 1, 1)) == pytest.approx(Decimal(2))


def test_each_way_of_counting_days_from_new_year_to_february():
    february, month = date(2024, 2, 29), Every(1, "month")
    shares = {basis: year_fraction(basis, NEW_YEAR, february, month) for basis in BASES}
    assert shares == {
        "period": Decimal(1) / 12,
        "act/365": Decimal(59) / 365,
        "act/act": Decimal(6 * 59) / (6 * 366),
        "30/360": Decimal(1) / 12,
    }
    assert year_fraction("30/360", NEW_YEAR, february) == Decimal(58) / 360


def test_thirty_days_a_month_whatever_day_it_ends_on():
    end_of_march = date(2024, 3, 31)
    assert year_fraction("30/360", date(2024, 1, 31), end_of_march) == pytest.approx(Decimal(60) / 360)
    assert year_fraction("30/360", date(2024, 2, 15), end_of_march) == Decimal(45) / 360


@pytest.mark.parametrize(
    ("every", "interest"), [("1week", "23.08"), ("2week", "46.15"), ("15day", "50.00"), ("3month", "300.00")]
)
def test_interest_by_the_period_is_a_round_share_of_the_year(every, interest):
    assert loan(10000, 12, 2, every=every).rows[0].interest == Decimal(interest)


def test_months_end_on_their_last_day_and_come_back():
    assert due_dates(date(2023, 12, 31), 4, Every.read("1 month")) == [
        date(2024, 1, 31),
        date(2024, 2, 29),
        date(2024, 3, 31),
        date(2024, 4, 30),
    ]


def test_weeks_and_fortnights_keep_their_weekday():
    days = [due_dates(NEW_YEAR, 2, Every.read(text)) for text in ("1week", "2weeks", "15day")]
    assert [[day.day for day in pair] for pair in days] == [[8, 15], [15, 29], [16, 31]]


@pytest.mark.parametrize("text", ["", "month", "0week", "1year", "1.5month", "-1day", "1000day"])
def test_a_rhythm_that_is_none_is_refused(text):
    with pytest.raises(Refused, match="could not be read"):
        Every.read(text)


def test_meetings_when_the_group_truly_meets():
    meetings = (date(2024, 2, 5), date(2024, 3, 4), date(2024, 4, 8))
    by_day = loan(3000, 12, dates=meetings, basis="act/365")
    by_period = loan(3000, 12, 3, dates=meetings)
    assert [row.due for row in by_day.rows] == list(meetings)
    assert by_day.rows[0].interest == round(3000 * Decimal("0.12") * 35 / 365, 2)
    assert by_period.rows[0].interest == 30
    assert loan(3000, 12, dates=meetings, basis="30/360").rows[0].interest == 34  # 34 days of 30 a month
    # A month's interest for what is nearer 33 days comes to less than 12.
    assert round(by_period.true_yearly_rate, 1) == Decimal("11.2")
    assert by_day.true_yearly_rate == pytest.approx(Decimal(12), abs=Decimal("0.02"))


# --------------------------------------------------------------------------------- grace


def test_interest_in_grace_waits_for_the_next_instalment():
    plan = loan(4000, 12, 4, kind="flat", grace_interest=2)
    assert column(plan, "interest") == ["0.00", "0.00", "120.00", "40.00"]
    assert column(plan, "total") == ["1000.00", "1000.00", "1120.00", "1040.00"]


def test_nothing_at_all_until_harvest():
    plan = loan(900, 12, 5, kind="equal-principal", grace_principal=2, grace_interest=2)
    assert column(plan, "total") == ["0.00", "0.00", "327.00", "306.00", "303.00"]


# --------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"principal": 0}, "above zero"),
        ({"principal": "-5"}, "below zero"),
        ({"principal": "a lot"}, "could not be read as a number"),
        ({"rate": -1}, "below zero"),
        ({"rate": (12, 6)}, "2 rates for 4 instalments"),
        ({"periods": 0}, "between 1 and 1200"),
        ({"periods": 1201}, "between 1 and 1200"),
        ({"kind": "balloon"}, "no kind of schedule"),
        ({"basis": "act/364"}, "no way to count days"),
        ({"every": "sometimes"}, "could not be read"),
        ({"rounding": "sideways"}, "no way to round"),
        ({"round_instalment": 0}, "above zero"),
        ({"grace_principal": 4}, "fewer than the 4"),
        ({"grace_interest": -1}, "fewer than the 4"),
        ({"dates": (date(2024, 2, 1), date(2024, 2, 1))}, "follow each other"),
        ({"dates": (NEW_YEAR,)}, "follow each other"),
        ({"dates": (date(2024, 2, 1),)}, "4 instalments, and 1 meetings"),
    ],
)
def test_terms_that_make_no_loan_are_refused_in_words(terms, words):
    with pytest.raises(Refused, match=words):
        loan(**{"principal": 1000, "rate": 12, "periods": 4} | terms)


def test_interest_by_the_period_needs_a_rhythm():
    with pytest.raises(Refused, match="no way to count days"):
        year_fraction("period", NEW_YEAR, date(2024, 2, 1))


# --------------------------------------------------------------------------------- for machines


def test_a_schedule_for_a_machine_is_made_of_strings():
    assert schedule_as_json(loan("1,000", "๑๒", 2)) == {
        "principal": "1000.00",
        "rows": [
            {
                "due": "2024-02-01",
                "principal": "497.51",
                "interest": "10.00",
                "total": "507.51",
                "balance": "502.49",
            },
            {
                "due": "2024-03-01",
                "principal": "502.49",
                "interest": "5.02",
                "total": "507.51",
                "balance": "0.00",
            },
        ],
        "total_interest": "15.02",
        "total": "1015.02",
        "true_yearly_rate": "11.996",
    }


# --------------------------------------------------------------------------------- laws

sums = st.decimals("0.01", "100000", places=2)


@st.composite
def agreed(draw):
    count = draw(st.integers(1, 30))
    irregular = draw(st.booleans())
    gaps = draw(st.lists(st.integers(1, 60), min_size=count, max_size=count)) if irregular else []
    return Terms(
        principal=draw(sums),
        rate=draw(st.one_of(st.decimals(0, 300, places=2), st.tuples(*[st.integers(0, 60)] * count))),
        start=draw(st.dates(date(2000, 1, 1), date(2060, 1, 1))),
        periods=count,
        kind=draw(st.sampled_from(KINDS)),
        every=draw(st.sampled_from(["1month", "1week", "2week", "15day", "7day", "3month"])),
        dates=tuple(date(2060, 1, 1) + timedelta(sum(gaps[: i + 1])) for i in range(len(gaps))),
        basis=draw(st.sampled_from(BASES)),
        grace_principal=draw(st.integers(0, count - 1)),
        grace_interest=draw(st.integers(0, count - 1)),
        round_instalment=draw(st.sampled_from([None, 1, 5, 20, 100])),
        smooth=draw(st.booleans()),
        rounding=draw(st.sampled_from(["half_even", "half_up", "down", "up"])),
    )


@settings(deadline=None, max_examples=300)
@given(agreed())
def test_every_loan_is_paid_back_exactly_and_no_figure_is_below_zero(terms):
    plan = schedule(terms)
    rows, principal = plan.rows, Decimal(terms.principal)
    assert sum(row.principal for row in rows) == principal == plan.principal
    assert rows[-1].balance == 0
    assert min(min(row.principal, row.interest, row.total, row.balance) for row in rows) >= 0
    assert all(row.total == row.principal + row.interest for row in rows)
    balances = [principal, *(row.balance for row in rows)]
    assert [before - after for before, after in pairwise(balances)] == [row.principal for row in rows]
    assert all(sum_ == round(sum_, 2) for row in rows for sum_ in (row.principal, row.interest))
    assert plan.total_interest == sum(row.interest for row in rows)
    assert [row.principal for row in rows[: terms.grace_principal]] == [0] * terms.grace_principal
    assert [row.interest for row in rows[: terms.grace_interest]] == [0] * terms.grace_interest
    assert all(earlier.due < later.due for earlier, later in pairwise(rows))


@settings(deadline=None)
@given(st.decimals(100, 100000, places=2), st.integers(1, 60), st.integers(2, 36))
def test_flat_costs_most_and_equal_parts_least(principal, rate, periods):
    flat, level, parts = (
        loan(principal, rate, periods, kind=kind).total_interest
        for kind in ("flat", "declining", "equal-principal")
    )
    slack = Decimal("0.01") * periods
    assert flat + slack >= level
    assert level + slack >= parts


@settings(deadline=None)
@given(st.integers(1000, 100000), st.integers(1, 60), st.integers(3, 36), st.sampled_from([1, 10]))
def test_all_instalments_but_the_last_are_alike_and_round(principal, rate, periods, multiple):
    for kind in ("flat", "declining"):
        rows = loan(principal, rate, periods, kind=kind, round_instalment=multiple).rows
        # Rounded up, many small instalments may pay the loan off before its time.
        totals = {row.total for row in rows if row.balance}
        assert len(totals) == 1
        assert totals.pop() % multiple == 0


@settings(deadline=None)
@given(st.decimals(100, 100000, places=2), st.decimals(0, 60, places=2), st.integers(2, 24))
def test_smoothing_never_makes_the_last_row_stand_out_more(principal, rate, periods):
    plain, smooth = (loan(principal, rate, periods, smooth=wish).rows for wish in (False, True))
    assert abs(smooth[-1].total - smooth[0].total) <= abs(plain[-1].total - plain[0].total)
    assert abs(smooth[-1].total - smooth[0].total) <= Decimal("0.01") * (periods + 2)


@settings(deadline=None)
@given(st.integers(1000, 100000), st.integers(1, 48), st.integers(1, 36))
def test_level_interest_on_what_is_owed_truly_costs_its_rate(principal, rate, periods):
    plan = loan(principal, rate, periods)
    assert plan.true_yearly_rate == pytest.approx(Decimal(rate), abs=Decimal("0.5"))
    flows = [principal, *(-row.total for row in plan.rows)]
    assert plan.true_yearly_rate == yearly_rate(flows)
