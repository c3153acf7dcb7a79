"""What a household's figures come to: months, shares of income, what a debt costs, ways out side by side."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kwan.fund.rules import effective_rate
from kwan.fund.rules.household import (
    SORTS,
    Mean,
    Month,
    Sum,
    about,
    band_of,
    by_sort,
    how_many_times,
    months_of,
    per_cent_of,
    usual_month,
)
from kwan.fund.rules.outside_debts import (
    EVERY,
    KNOWN,
    NATURES,
    ROUTES,
    Price,
    a_month,
    a_year_of,
    after_paying,
    left_of,
    period_of,
    price_a_year,
    with_interest_on_interest,
)
from kwan.thai import Refused

# ---------------------------------------------------------------------------------- months

LINES = [Sum(202601, 1, 500_000), Sum(202601, 31, 200_000), Sum(202601, 31, 50_000), Sum(202603, 2, 90_001)]


def test_a_month_is_what_came_in_and_what_went_out():
    assert months_of(LINES) == [Month(202601, 500_000, 250_000), Month(202603, 90_001, 0)]
    assert [month.left for month in months_of(LINES)] == [250_000, 90_001]


def test_each_kind_is_added_up_and_the_largest_stands_first():
    lines = [
        Sum(202601, 35, 1_000),
        Sum(202601, 31, 900),
        Sum(202601, 31, 200),
        Sum(202602, 31, 5),
        Sum(202601, 1, 9),
    ]
    assert by_sort(lines, 202601, "out") == [(SORTS[31], 1_100), (SORTS[35], 1_000)]
    assert by_sort(lines, 202601, "in") == [(SORTS[1], 9)]


def test_kinds_that_come_to_the_same_stand_in_the_order_of_the_list():
    assert by_sort([Sum(202601, 33, 5), Sum(202601, 31, 5)], 202601, "out") == [
        (SORTS[31], 5),
        (SORTS[33], 5),
    ]


def test_a_usual_month_is_the_mean_of_the_last_three_whole_ones():
    months = [
        Month(202512, 999_999, 999_999),
        Month(202601, 100, 10),
        Month(202602, 200, 20),
        Month(202604, 301, 31),
    ]
    assert usual_month(months, 202605) == Mean(3, 200, 20)
    assert usual_month(months, 202604) == Mean(3, 333_433, 333_343)


def test_a_book_that_begins_this_month_has_only_this_month():
    assert usual_month([Month(202605, 700, 300)], 202605) == Mean(1, 700, 300)
    assert usual_month([Month(202604, 100, 50), Month(202605, 700, 300)], 202605) == Mean(1, 100, 50)
    assert usual_month([], 202605) is None


def test_a_mean_is_rounded_half_up_to_the_satang():
    assert usual_month([Month(202601, 1, 2), Month(202602, 2, 3)], 202603) == Mean(2, 2, 3)


# -------------------------------------------------------------------- what a month bears


def test_twenty_thousand_of_sixty_thousand_is_a_third():
    assert per_cent_of(2_000_000, 6_000_000) == Decimal("33.3")
    assert per_cent_of(1, 0) is None


@pytest.mark.parametrize(
    ("part", "band"),
    [
        (0, "to_36"),
        (36_000, "to_36"),
        (36_001, "to_40"),
        (40_000, "to_40"),
        (40_001, "over_40"),
        (500_000, "over_40"),
    ],
)
def test_a_share_lies_in_a_band_and_a_bound_belongs_below(part, band):
    assert band_of(part, 100_000) == band


def test_without_income_there_is_no_band():
    assert band_of(5_000, 0) is None


def test_a_sum_in_months_of_income_or_expense():
    assert how_many_times(6_200_000, 900_000) == Decimal("6.9")
    assert how_many_times(0, 900_000) == Decimal("0.0")
    assert how_many_times(5, 0) is None


@pytest.mark.parametrize(
    ("satang", "told"),
    [(0, 0), (949, 900), (1_234_567, 1_200_000), (1_250_000, 1_300_000), (99_950_00, 10_000_000)],
)
def test_a_middle_figure_is_told_to_two_figures(satang, told):
    assert about(satang) == told


# --------------------------------------------------------------------- what a debt costs

DAILY = Price("instalments", received=1_000_000, times=24, each=50_000, every="day")


def test_ten_thousand_repaid_as_five_hundred_a_day_for_twenty_four_days():
    rate = price_a_year(DAILY)
    assert rate == Decimal("552.28")
    assert (rate / 365).quantize(Decimal("0.001")) == Decimal("1.513")
    assert with_interest_on_interest(rate, "day") == Decimal("23919.09")


def test_a_flat_rate_costs_nearly_twice_what_it_says():
    flat = Price("flat", rate=1_200, per="year", received=1_000_000, times=12, every="month")
    assert price_a_year(flat) == Decimal("21.46")
    assert with_interest_on_interest(Decimal("21.457"), "month") == Decimal("23.70")


@pytest.mark.parametrize(
    ("price", "yearly"),
    [
        (Price("rate", rate=600, per="year"), "6"),
        (Price("rate", rate=500, per="month"), "60"),
        (Price("rate", rate=100, per="week"), "52"),
        (Price("rate", rate=200, per="day"), "730"),
        (Price("rate"), "0"),
        (Price("flat", rate=200, per="month"), "24"),
        (Price("instalments", received=1_200_00, times=12, each=100_00, every="month"), "0"),
    ],
)
def test_a_rate_by_any_period_becomes_a_year(price, yearly):
    assert price_a_year(price) == Decimal(yearly)


def test_a_price_that_nobody_knows_is_not_guessed():
    assert price_a_year(Price("nothing")) is None
    assert a_year_of(500_000, None) is None


@pytest.mark.parametrize(
    "price",
    [
        Price("instalments", received=1_000_000, times=10, each=50_000, every="day"),
        Price("instalments", received=0, times=10, each=50_000),
        Price("instalments", received=100, times=0, each=50_000),
        Price("instalments", received=100, times=1201, each=50_000),
        Price("instalments", received=100, times=5, each=0),
    ],
)
def test_figures_that_make_no_price_are_refused_in_words(price):
    with pytest.raises(Refused, match=r"instalments"):
        price_a_year(price)


def test_instalments_still_to_come_are_worth_less_than_their_sum():
    rate = price_a_year(DAILY)
    assert left_of(DAILY, rate, 24) == 999_999  # the rate has two places
    assert left_of(DAILY, rate, 12) == 544_931
    assert left_of(DAILY, rate, 0) == 0
    assert left_of(Price("instalments", received=1_200_00, times=12, each=100_00), Decimal(0), 5) == 500_00


def test_the_period_of_a_debt_is_that_at_which_interest_is_reckoned():
    assert period_of(DAILY) == "day"
    assert period_of(Price("rate", rate=500, per="week")) == "week"
    assert period_of(Price("flat", rate=1, per="year", received=1, times=3, every="month")) == "month"
    assert period_of(Price("flat", rate=1, per="year")) == "year"


def test_what_is_paid_by_the_day_the_week_or_the_year_becomes_a_month():
    assert a_month(50_000, "day") == 1_520_833
    assert a_month(10_000, "week") == 43_333
    assert a_month(10_000, "month") == 10_000
    assert a_month(1_200_000, "year") == 100_000


def test_a_payment_pays_the_interest_to_its_day_first():
    assert after_paying(1_000_000, Decimal(60), 73, 300_000) == 820_000
    assert after_paying(1_000_000, None, 73, 300_000) == 700_000
    assert after_paying(1_000, Decimal(0), 10, 5_000) == 0


@settings(deadline=None)
@given(st.integers(100_00, 10**8), st.integers(1, 400), st.sampled_from(EVERY), st.integers(0, 5_000))
def test_instalments_discounted_at_their_own_price_are_what_was_received(received, times, every, gain):
    each = (received * (10_000 + gain) // 10_000 + times) // times + 1
    price = Price("instalments", received=received, times=times, each=each, every=every)
    assert left_of(price, price_a_year(price), times) == pytest.approx(received, rel=0.01)


def test_codes_in_seals_keep_their_places():
    """A seal holds a place in a list: an entry of years ago must still mean what it meant."""
    assert KNOWN == ("rate", "flat", "instalments", "nothing")
    assert EVERY == ("day", "week", "month", "year")
    assert NATURES == (
        "village_fund", "baac", "cooperative", "leasing", "informal", "shop", "relatives", "bank", "other",
    )  # fmt: skip
    assert ROUTES == ("as_now", "snowball", "avalanche", "own")
    assert sorted(SORTS) == [1, 2, 3, 4, 5, 6, 29, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 59]
    assert all((sort.way == "in") == (number < 30) for number, sort in SORTS.items())


@given(st.integers(0, 60_000))
def test_interest_on_interest_is_never_less(rate):
    yearly = Decimal(rate) / 100
    assert with_interest_on_interest(yearly, "month") >= yearly
    assert with_interest_on_interest(yearly, "year") == yearly
    assert effective_rate(yearly, 1) == yearly
