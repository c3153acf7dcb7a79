"""Dividends, refunds, share-outs, true rates and ways out of debt."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kwan.fund.rules import (
    Debt,
    Payoff,
    ShareOut,
    dividend,
    dividend_parts,
    effective_rate,
    patronage_refund,
    payoff,
    rounded,
    share_out,
    shares_bought,
    yearly_rate,
)
from kwan.thai import Refused

BAHT = Decimal(1)


def decimals(text):
    return [Decimal(each) for each in text.split()]


# -------------------------------------------------------------------------------- dividends


def test_the_example_of_a_co_operative_that_rounds_half_up():
    # wing5-coop.com, "วิธีการคิดเงินปันผล": 7 % on 50,000 and 500 a month
    parts = dividend_parts("50,000", [500] * 12, 7)
    assert parts == decimals("3500 32.08 29.17 26.25 23.33 20.42 17.50 14.58 11.67 8.75 5.83 2.92 0")
    assert dividend("50,000", [500] * 12, 7) == Decimal("3692.50")
    assert patronage_refund("18,521.15", 5) == Decimal("926.06")


def test_the_example_of_a_co_operative_that_cuts_off():
    # Savings co-operative of the Bank of Thailand's staff: 10 % on 15,000 and 500 a month
    parts = dividend_parts(15000, [500] * 12, 10, rounding="truncate")
    assert parts == decimals("1500 45.83 41.66 37.50 33.33 29.16 25.00 20.83 16.66 12.50 8.33 4.16 0")
    assert dividend(15000, [500] * 12, 10, rounding="truncate") == Decimal("1774.96")
    assert dividend(15000, [500] * 12, 10) == Decimal("1775.00")


def test_a_year_of_eleven_months_weighs_ten_elevenths_down_to_nought():
    parts = dividend_parts(0, [1100] * 11, "5.10", periods=11)
    assert parts == [rounded(Decimal("5.10") * weight) for weight in (0, *range(10, -1, -1))]


def test_thirteen_months_of_savings_do_not_fit_a_year():
    with pytest.raises(Refused, match="13 months in a year of 12"):
        dividend(0, [1] * 13, 7)


@given(
    st.decimals(0, 10**6, places=2),
    st.lists(st.decimals(0, 10**5, places=2), max_size=12),
    st.decimals(0, 20, places=2),
)
def test_a_dividend_lies_between_that_of_the_opening_and_of_all(opening, deposits, rate):
    found = dividend(opening, deposits, rate)
    slack = Decimal("0.01") * 13
    assert dividend(opening, [], rate) <= found <= (opening + sum(deposits)) * rate / 100 + slack
    assert dividend(opening, deposits, rate, rounding="down") <= found
    assert found <= dividend(opening, deposits, rate, rounding="up")


def test_rounding_is_a_choice_with_names():
    ways = {way: rounded(Decimal("2.345"), way) for way in ("half_up", "half-even", "down", "ceiling")}
    assert ways == {
        "half_up": Decimal("2.35"),
        "half-even": Decimal("2.34"),
        "down": Decimal("2.34"),
        "ceiling": Decimal("2.35"),
    }
    assert str(rounded(Decimal("-0.001"))) == "0.00"


# -------------------------------------------------------------------------------- share-outs


def test_the_examples_of_village_savings_groups():
    # AgroCenta's pages on village savings and loans
    assert share_out(10000, {"Ama": 100, "rest": 900}).payouts["Ama"] == 1000
    profit = share_out(900, {"Ama": 45, "rest": 855}).payouts["Ama"]
    assert (profit, profit + 45 * 5) == (45, 270)
    assert shares_bought(23, 5) == (4, 3)


def test_a_published_allocation_of_profit_adds_up_to_the_profit():
    # Savings co-operative of the RTAF Directorate of Armament, annual report 2568
    parts = {
        "reserve": "3,273,026.27",
        "league": "30,000",
        "dividend": "22,408,612.28",
        "refund": "3,705,868.53",
        "bonus": "900,000",
        "equalisation": "10,000",
        "welfare": "1,120,000",
        "public": "149,100",
        "education": "32,500",
    }
    amounts = {name: Decimal(amount.replace(",", "")) for name, amount in parts.items()}
    assert share_out("31,629,107.08", parts) == ShareOut(amounts, Decimal(0))


def test_a_hundred_among_three_gives_the_odd_satang_to_the_lowest_number():
    payouts = {1: Decimal("33.34"), 2: Decimal("33.33"), 3: Decimal("33.33")}
    assert share_out(100, {3: 1, 1: 1, 2: 1}) == ShareOut(payouts, Decimal(0))


def test_between_two_who_lost_as_much_the_greater_weight_goes_first():
    assert share_out(2, {1: 1, 2: 3}, BAHT).payouts == {1: 0, 2: 2}


def test_the_odd_baht_may_be_carried_to_welfare():
    each = dict.fromkeys("กขค", Decimal(33))
    assert share_out(100, dict.fromkeys("กขค", 1), BAHT, "carry") == ShareOut(each, Decimal(1))


def test_less_than_a_unit_is_always_carried():
    assert share_out("100.75", {"ก": 1}, BAHT) == ShareOut({"ก": Decimal(100)}, Decimal("0.75"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((100, {}), "no share"),
        ((100, {"ก": 0}), "no share"),
        ((100, {"ก": 2, "ข": -1}), "below zero"),
        ((-1, {"ก": 1}), "below zero"),
        ((100, {"ก": 1}, Decimal(0)), "above zero"),
        ((100, {"ก": 1}, BAHT, "mine"), "largest or carry"),
    ],
)
def test_what_cannot_be_shared_is_refused_in_words(arguments, words):
    with pytest.raises(Refused, match=words):
        share_out(*arguments)


def test_a_share_that_costs_nothing_is_refused():
    with pytest.raises(Refused, match="above zero"):
        shares_bought(10, 0)


weights = st.dictionaries(st.integers(1, 99), st.integers(0, 500), min_size=1, max_size=25).filter(
    lambda given: any(given.values())
)


@given(
    st.decimals(0, 10**6, places=2),
    weights,
    st.sampled_from(["0.01", "0.25", "1", "20"]).map(Decimal),
    st.sampled_from(["largest", "carry"]),
    st.randoms(use_true_random=False),
)
def test_payouts_and_what_is_carried_are_the_pool_in_whatever_order(pool, heavy, unit, remainder, chance):
    payouts, carried = share_out(pool, heavy, unit, remainder)
    assert sum(payouts.values()) + carried == pool
    shuffled = dict(chance.sample(list(heavy.items()), len(heavy)))
    assert share_out(pool, shuffled, unit, remainder) == (payouts, carried)
    total = sum(heavy.values())
    whole = pool - pool % unit
    for member, weight in heavy.items():
        assert payouts[member] % unit == 0
        assert abs(payouts[member] * total - whole * weight) < unit * total
        assert weight or not payouts[member]
        assert all(payouts[member] >= payouts[other] for other in heavy if heavy[other] < weight)
    assert carried < (unit if remainder == "largest" else unit * (len(heavy) + 1))


# -------------------------------------------------------------------------------- true rates


def test_twelve_per_cent_flat_for_a_year():
    rate = yearly_rate([10000] + [-Decimal(11200) / 12] * 12)
    assert (round(rate, 3), round(effective_rate(rate), 3)) == (Decimal("21.457"), Decimal("23.698"))


def test_five_hundred_a_day_for_twenty_four_days():
    assert round(yearly_rate([10000] + [-500] * 24, per_year=1), 3) == Decimal("1.513")


def test_a_lender_sees_the_same_rate_as_the_borrower():
    flows = [5000, 0, -2000, -3500]
    assert yearly_rate(flows) == yearly_rate([-flow for flow in flows])


def test_dates_are_counted_by_the_day():
    a_year = [(date(2023, 1, 1), 1000), (date(2024, 1, 1), -1120)]
    assert round(effective_rate(yearly_rate(a_year)), 4) == 12


def test_paying_back_less_is_a_rate_below_zero_and_all_of_it_none():
    assert yearly_rate([100, -99], per_year=1) == -1
    assert yearly_rate([100, -50, -50]) == 0


@pytest.mark.parametrize(
    ("flows", "words"),
    [
        ([], "received and then paid"),
        ([100, 100], "received and then paid"),
        ([100, -200, 100], "received and then paid"),
        ([(date(2024, 1, 1), 100), -110], "its date"),
        ([(date(2024, 1, 2), 100), (date(2024, 1, 1), -110)], "order of time"),
    ],
)
def test_flows_without_one_turn_have_no_rate(flows, words):
    with pytest.raises(Refused, match=words):
        yearly_rate(flows)


@given(st.integers(1, 10**6), st.lists(st.integers(0, 10**5), min_size=1, max_size=24).filter(any))
def test_at_its_own_rate_what_comes_in_is_worth_what_goes_out(received, paid):
    rate = yearly_rate([received, *(-sum_ for sum_ in paid)], per_year=1)
    if rate <= -50:  # six places are too few to judge by there
        return
    factor = 1 / (1 + rate / 100)
    worth = sum(sum_ * factor**month for month, sum_ in enumerate(paid, start=1))
    assert float(worth) == pytest.approx(received, rel=1e-4)


@given(st.integers(100, 10**6), st.integers(1, 400), st.integers(1, 900))
def test_by_the_day_and_by_the_period_agree_where_they_meet(received, gain, days):
    start = date(2024, 1, 1)
    by_day = yearly_rate([(start, received), (start + timedelta(days), -(received + gain))])
    effective = (1 + Decimal(gain) / received) ** (Decimal(365) / days)
    assert (1 + by_day / 1200) ** 12 == pytest.approx(effective, rel=Decimal("0.0001"))


# -------------------------------------------------------------------------------- debts

HOUSEHOLD = [
    Debt("village fund", "30,000", 6, 600),
    Debt("informal", "20,000", 60, 1200),
    Debt("co-op", "8,000", 12, 400),
]


def test_a_household_on_minimums_alone():
    found = payoff(HOUSEHOLD, 0)
    assert (found.months, found.interest) == (39, Decimal("27294.07"))


def test_a_household_with_a_thousand_more_a_month():
    assert payoff(HOUSEHOLD, 1000, "avalanche") == Payoff(
        22, Decimal("10533.32"), (("informal", 13), ("co-op", 14), ("village fund", 22))
    )
    assert payoff(HOUSEHOLD, 1000, "snowball") == Payoff(
        23, Decimal("13557.82"), (("co-op", 6), ("informal", 16), ("village fund", 23))
    )


def test_the_household_may_put_one_lender_first():
    own = payoff(HOUSEHOLD, 1000, ["village fund"])
    assert own.months == payoff(HOUSEHOLD, 1000, "village fund").months
    assert own == payoff(HOUSEHOLD, 1000, ["village fund", "informal", "co-op"])
    assert own.interest > payoff(HOUSEHOLD, 1000).interest


def test_where_both_orders_are_the_same_so_are_both_results():
    debts = [Debt("store", 800, 22, 25), Debt("card", 3200, 19, 80), Debt("car", 5000, 6, 150)]
    assert payoff(debts, 200, "avalanche") == payoff(debts, 200, "snowball")


def test_a_minimum_below_the_interest_is_never_paid_off():
    two = [Debt("informal", 1000, 60, 10), Debt("friend", 100, 0, 20)]
    assert payoff(two) == Payoff(None, None, (("friend", 5),), ("informal",))
    assert payoff([Debt("informal", 1000, 60, 10)]) == Payoff(None, None, (), ("informal",))


def test_a_minimum_of_just_the_interest_is_never_paid_off_either():
    assert payoff([Debt("bank", 1200, 12, 12)]) == Payoff(None, None, (), ("bank",))


def test_nothing_owed_is_nothing_to_pay():
    assert payoff([]) == Payoff(0, Decimal(0), ())
    assert payoff([Debt("old", 0, 12, 100)]) == Payoff(0, Decimal(0), (("old", 0),))


@pytest.mark.parametrize(
    ("debts", "extra", "order", "words"),
    [
        ([Debt("a", 1, 1, 1), Debt("a", 2, 2, 2)], 0, "avalanche", "two debts called"),
        ([Debt("a", 1, 1, 1)], 0, ["b"], "no debt called"),
        ([Debt("a", -1, 1, 1)], 0, "avalanche", "below zero"),
        ([Debt("a", 1, 1, 1)], -1, "avalanche", "below zero"),
    ],
)
def test_debts_that_cannot_be_reckoned_are_refused_in_words(debts, extra, order, words):
    with pytest.raises(Refused, match=words):
        payoff(debts, extra, order)


debts = st.lists(
    st.tuples(st.integers(1, 50_000), st.integers(0, 60), st.integers(0, 2000)), min_size=1, max_size=5
).map(lambda each: [Debt(f"d{i}", *figures) for i, figures in enumerate(each)])


@settings(deadline=None)
@given(debts, st.integers(0, 3000), st.randoms(use_true_random=False))
def test_avalanche_never_costs_more_and_the_list_has_no_order(owed, extra, chance):
    steep, small = payoff(owed, extra, "avalanche"), payoff(owed, extra, "snowball")
    assert payoff(chance.sample(owed, len(owed)), extra) == steep
    if small.months is not None:
        assert steep.months <= small.months
        # Each month's interest is rounded to the satang, debt by debt.
        assert steep.interest <= small.interest + Decimal("0.01") * small.months * len(owed)


@settings(deadline=None)
@given(debts, st.integers(0, 3000), st.sampled_from(["avalanche", "snowball"]))
def test_the_budget_is_spent_in_full_and_no_more(owed, extra, order):
    found = payoff(owed, extra, order)
    if found.months is None:
        assert found.interest is None
        assert found.never_paid_off
        return
    budget = extra + sum(debt.minimum for debt in owed)
    everything = sum(debt.balance for debt in owed) + found.interest
    assert budget * (found.months - 1) < everything <= budget * found.months
    assert sorted(name for name, _ in found.paid_off) == sorted(debt.name for debt in owed)
    assert max(month for _, month in found.paid_off) == found.months
