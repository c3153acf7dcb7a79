"""What a closing comes to, reckoned on plain values: published figures first, then what must always hold."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.fund.rules.cycle import (
    RULES,
    Amount,
    Bucket,
    Closing,
    Portion,
    Stake,
    Sums,
    Terms,
    close,
    rate_of,
    read_bucket,
    read_buckets,
    stage_after,
    terms_in_force,
)
from kwan.fund.rules.cycle.books import month_of, stakes_of
from kwan.fund.rules.cycle.changes import changes
from kwan.fund.rules.cycle.terms import written
from kwan.journal.rules import Flow
from kwan.thai import Refused

FIRST, LAST = date(2022, 1, 1), date(2022, 12, 31)
FIVE_HUNDRED_A_MONTH = (50_000,) * 12


def a_closing(stakes, sums=None, **terms):
    """A year in which the fund has what its members saved, and a profit in its box."""
    saved = sum(stake.savings for stake in stakes)
    sums = sums or Sums(cash=saved, owed=saved)
    return close(Closing(FIRST, LAST, 1, Terms(**terms), sums, tuple(stakes)))


def a_year(stakes, profit, buckets, **terms):
    saved = sum(stake.savings for stake in stakes)
    sums = Sums(cash=saved + profit, owed=saved, interest=profit)
    return a_closing(stakes, sums, buckets=read_buckets(buckets), **terms)


def gains(closing):
    return {portion.member: (portion.dividend, portion.refund) for portion in closing.outcome.portions}


# -- published figures --------------------------------------------------------------------------------


def test_a_dividend_of_seven_per_cent_by_months_is_the_passbook_of_the_air_force_wing():
    stake = Stake("ก01", regular=5_600_000, opening=5_000_000, net=FIVE_HUNDRED_A_MONTH)
    closing = a_year([stake], 1_000_000, "dividend rate 7")
    assert gains(closing) == {"ก01": (369_250, 0)}
    assert closing.outcome.carried == 1_000_000 - 369_250


def test_cut_off_month_by_month_ten_per_cent_is_the_figure_of_the_bank_of_thailands_co_operative():
    stake = Stake("ก01", regular=2_100_000, opening=1_500_000, net=FIVE_HUNDRED_A_MONTH)
    closing = a_year([stake], 1_000_000, "dividend rate 10", rounding="truncate")
    assert gains(closing) == {"ก01": (177_496, 0)}


def test_a_year_of_eleven_months_gives_ten_elevenths_for_the_first_and_nothing_for_the_last():
    net = (110_000, *(0,) * 9, 110_000)
    stake = Stake("ก01", regular=220_000, net=net)
    closing = a_year([stake], 100_000, "dividend rate 5.10", periods=11)
    assert gains(closing) == {"ก01": (5_100, 0)}  # 1,100 × 5.10 % × 10/11, and 1,100 × 0/11


def test_by_days_money_earns_from_the_day_after_it_came():
    stake = Stake("ก01", regular=365_000, net=(365_000,), days=365_000 * 100)
    assert gains(a_year([stake], 100_000, "dividend rate 10", basis="days")) == {"ก01": (10_000, 0)}


def test_five_per_cent_of_the_interest_paid_comes_back_as_it_is_printed():
    stake = Stake("ก01", regular=100, interest=1_852_115)
    assert gains(a_year([stake], 1_852_115, "refund rate 5")) == {"ก01": (0, 92_606)}


RTAF = (
    "reserve 3273026.27, fees 30000, dividend 22408612.28, refund 3705868.53, committee 900000, "
    "equalisation 10000, welfare 1120000, public 149100, education 32500"
)
RTAF_PROFIT = 3_162_910_708


def test_the_nine_parts_of_a_published_profit_add_up_to_it_to_the_satang():
    stakes = [
        Stake("ก01", regular=100, net=(100,), interest=70),
        Stake("ก02", regular=300, net=(300,), interest=30),
    ]
    outcome = a_year(stakes, RTAF_PROFIT, RTAF).outcome
    assert [(bucket.name, bucket.satang) for bucket in outcome.buckets] == [
        ("reserve", 327_302_627), ("fees", 3_000_000), ("dividend", 2_240_861_228), ("refund", 370_586_853),
        ("committee", 90_000_000), ("equalisation", 1_000_000), ("welfare", 112_000_000), ("public", 14_910_000),
        ("education", 3_250_000),
    ]  # fmt: skip
    assert (outcome.pool, outcome.carried, outcome.difference) == (RTAF_PROFIT, 0, 0)
    assert gains(close(replace(a_year(stakes, RTAF_PROFIT, RTAF)))) == {
        "ก01": (560_215_307, 259_410_797), "ก02": (1_680_645_921, 111_176_056),
    }  # fmt: skip


def test_a_share_of_forty_five_in_nine_hundred_brings_back_225_and_45_of_the_profit():
    stakes = [Stake("Ama", shares=22_500), Stake("others", shares=427_500)]
    sums = Sums(cash=540_000, owed=450_000, interest=90_000)
    closing = a_closing(stakes, sums, way="share_out")
    assert closing.outcome.portions[0] == Portion("Ama", shares=22_500, dividend=4_500)
    assert closing.outcome.portions[0].total == 27_000


def test_a_hundred_shares_of_a_thousand_are_a_tenth_of_the_pool():
    stakes = [Stake("ก01", shares=50_000), Stake("ก02", shares=450_000)]
    sums = Sums(cash=1_000_000, owed=500_000, fines=500_000)
    assert a_closing(stakes, sums, way="share_out").outcome.portions[0].total == 100_000


def test_a_share_of_two_thousand_that_grew_to_two_thousand_five_hundred_is_a_quarter_more():
    stakes = [Stake("ก01", shares=400_000), Stake("ก02", shares=200_000)]
    sums = Sums(cash=750_000, owed=600_000, interest=150_000)
    totals = [portion.total for portion in a_closing(stakes, sums, way="share_out").outcome.portions]
    assert totals == [500_000, 250_000]


# -- ways to share ------------------------------------------------------------------------------------

PAIR = (
    Stake("ก01", regular=100_000, opening=100_000, net=(0,) * 12, days=100_000 * 365, interest=3_000),
    Stake("ก02", regular=100_000, net=(*(0,) * 11, 100_000), days=0, interest=1_000),
)


@pytest.mark.parametrize(
    ("by", "gained"),
    [
        ("shares", (5_000, 5_000)),
        ("share_days", (10_000, 0)),
        ("share_months", (10_000, 0)),
        ("equal", (5_000, 5_000)),
        ("interest_paid", (7_500, 2_500)),
    ],
)
def test_a_gain_is_shared_the_way_the_group_chose(by, gained):
    sums = Sums(cash=210_000, owed=200_000, interest=10_000)
    closing = a_closing(PAIR, sums, way="share_out", by=by)
    assert tuple(portion.dividend for portion in closing.outcome.portions) == gained
    assert [portion.savings for portion in closing.outcome.portions] == [100_000, 100_000]


@pytest.mark.parametrize("by", ["shares", "equal", "interest_paid"])
def test_a_loss_is_borne_by_savings_whatever_a_gain_would_have_gone_by(by):
    stakes = [Stake("ก01", regular=300_000, interest=9_000), Stake("ก02", regular=100_000)]
    sums = Sums(cash=360_000, owed=400_000, losses=40_000)
    closing = a_closing(stakes, sums, way="share_out", by=by)
    assert [portion.dividend for portion in closing.outcome.portions] == [-30_000, -10_000]
    assert closing.outcome.difference == 0


def test_what_is_set_aside_comes_off_before_anything_is_shared():
    sums = Sums(cash=210_000, owed=200_000, interest=10_000)
    closing = a_closing(PAIR, sums, way="share_out", buckets=read_buckets("reserve 10%, welfare 40"))
    assert closing.outcome.buckets == (Amount("reserve", 1_000), Amount("welfare", 4_000))
    assert [portion.dividend for portion in closing.outcome.portions] == [2_500, 2_500]


def test_loans_are_in_the_pool_when_they_are_taken_off_and_out_of_it_when_they_go_on():
    stakes = [replace(PAIR[0], loan=50_000), PAIR[1]]
    sums = Sums(cash=160_000, lent=50_000, owed=200_000, interest=10_000)
    assert a_closing(stakes, sums, way="share_out").outcome.pool == 210_000
    with pytest.raises(Refused, match="give the savings back while"):
        a_closing(stakes, sums, way="share_out", loans="keep")
    rich = replace(sums, cash=260_000, interest=110_000)
    assert a_closing(stakes, rich, way="share_out", loans="keep").outcome.pool == 260_000


def test_a_loan_above_what_its_borrower_would_get_is_not_hidden_in_the_pool():
    stakes = [replace(PAIR[0], loan=150_000), PAIR[1]]
    sums = Sums(cash=60_000, lent=150_000, owed=200_000, interest=10_000)
    with pytest.raises(Refused, match="1 loans are more than"):
        a_closing(stakes, sums, way="share_out")


# -- the rules of a group -----------------------------------------------------------------------------


def test_who_missed_an_instalment_has_no_refund_where_the_group_says_so():
    stakes = [Stake("ก01", regular=100, interest=300), Stake("ก02", regular=100, interest=100, kept_up=False)]
    assert gains(a_year(stakes, 400, "refund rest")) == {"ก01": (0, 300), "ก02": (0, 100)}
    assert gains(a_year(stakes, 400, "refund rest", eligible="kept_up")) == {"ก01": (0, 400)}


def test_a_ceiling_holds_the_dividend_down_and_the_rest_is_carried():
    stake = Stake("ก01", regular=100_000, opening=100_000, net=(0,) * 12)
    closing = a_year([stake], 50_000, "dividend rest", cap=1_000)
    assert gains(closing) == {"ก01": (10_000, 0)}
    assert (closing.outcome.carried, rate_of(closing)) == (40_000, 10)
    assert gains(a_year([stake], 50_000, "dividend rate 20", cap=1_000)) == {"ก01": (10_000, 0)}


def test_whole_baht_leave_their_satang_to_be_carried():
    stakes = [Stake(f"ก0{n}", regular=100, opening=100, net=(0,) * 12) for n in (1, 2, 3)]
    closing = a_year(stakes, 10_050, "dividend rest", rounding="down_to_baht")
    assert [gain for gain, _ in gains(closing).values()] == [3_400, 3_300, 3_300]
    assert closing.outcome.carried == 50
    carried = a_year(stakes, 10_050, "dividend rest", rounding="down_to_baht", remainder="carry")
    assert [gain for gain, _ in gains(carried).values()] == [3_300, 3_300, 3_300]
    assert carried.outcome.carried == 150


def test_a_year_without_a_profit_shares_nothing_and_closes_all_the_same():
    stakes = [Stake("ก01", regular=100)]
    closing = a_closing(stakes, Sums(cash=50, owed=100, expenses=50), buckets=read_buckets("dividend rest"))
    assert (closing.outcome.portions, closing.outcome.carried, closing.outcome.difference) == ((), -50, 0)


def test_what_is_not_there_is_not_shared():
    stakes = [Stake("ก01", regular=100_000, net=(100_000,))]
    sums = Sums(cash=105_000, owed=100_000, interest=10_000)  # an older loss ate half of the profit
    with pytest.raises(Refused, match="50 baht beyond"):
        a_closing(stakes, sums, buckets=read_buckets("dividend rest"))


def test_parts_above_the_profit_are_refused_with_the_sum():
    with pytest.raises(Refused, match="1 baht more than the profit, which is 4 baht"):
        a_year([Stake("ก01", regular=100)], 400, "reserve 5")


def test_a_purse_of_its_own_takes_what_lies_in_the_bank_first():
    stakes = [Stake("ก01", regular=100, opening=100, net=(0,) * 12)]
    sums = Sums(cash=200, bank=1_000, owed=100, interest=1_100)
    closing = a_closing(stakes, sums, buckets=read_buckets("reserve 8, welfare 2.5, dividend rest"))
    assert closing.outcome.buckets == (
        Amount("reserve", 800, 800),
        Amount("welfare", 250, 200),
        Amount("dividend", 50),
    )


def test_a_cycle_longer_than_the_groups_year_is_told_apart():
    stake = Stake("ก01", regular=1_300, net=(100,) * 13)
    with pytest.raises(Refused, match="13 months; by the group's rule a cycle has 12"):
        a_year([stake], 100, "dividend rest")


@pytest.mark.parametrize("by", ["shares", "share_days", "equal", "interest_paid"])
def test_a_long_cycle_is_shared_out_all_the_same_where_months_do_not_count(by):
    stake = Stake("ก01", regular=1_300, net=(100,) * 13, days=1_300, interest=1)
    closing = a_closing([stake], Sums(cash=2_000, owed=1_300, fines=700), way="share_out", by=by)
    assert closing.outcome.portions[0].total == 2_000


def test_the_parts_are_read_as_people_write_them():
    assert read_bucket("reserve", " 10.25% ") == Bucket("reserve", "percent", 1_025)
    assert read_bucket("welfare", "๑,๕๐๐") == Bucket("welfare", "amount", 150_000)
    assert read_bucket("dividend", "อัตรา 5") == Bucket("dividend", "rate", 500)
    assert read_bucket("public", "ที่เหลือ") == Bucket("public", "rest")
    for text in ("10.25%", "1500", "อัตรา 5", "ที่เหลือ"):
        assert written(read_bucket("dividend", text)) == text


@pytest.mark.parametrize(
    "text",
    ["reserve 60%, welfare 50%", "reserve 1%, reserve 2%", "public rest, welfare rest", "reserve rate 5", "party 5%",
     "reserve -5", "reserve 120%", "reserve ten", "reserve 1.005"],
)  # fmt: skip
def test_parts_that_make_no_sense_are_refused(text):
    with pytest.raises(Refused):
        read_buckets(text)


def test_every_rule_reads_its_own_default_and_refuses_nonsense():
    assert terms_in_force({}) == Terms(
        buckets=(Bucket("reserve", "percent", 1_000), Bucket("dividend", "rest"))
    )
    for rule in RULES.values():
        with pytest.raises(Refused):
            rule.read("ขนม")


def test_a_cycles_months_are_counted_from_its_first_day():
    assert [
        month_of(date(2022, 1, 5), on) for on in (date(2022, 1, 5), date(2022, 2, 4), date(2022, 2, 5))
    ] == [1, 1, 2]


def test_a_step_is_taken_only_after_the_one_before():
    assert [stage_after("open", step) for step in ("proposed", "checked", "approved", "locked")] == [
        "proposed",
        None,
        None,
        None,
    ]
    assert stage_after("checked", "withdrawn") == "open"
    assert stage_after("approved", "withdrawn") is None
    assert stage_after("locked", "locked") is None


def test_what_changed_is_named_with_both_sums():
    frozen = a_closing(PAIR, Sums(cash=210_000, owed=200_000))
    now = replace(frozen, sums=replace(frozen.sums, cash=205_000))
    assert changes(frozen, now) == [("เงินสดในกล่อง 2,100 → 2,050 บาท", "cash in the box 2,100 → 2,050 baht")]
    assert changes(frozen, replace(frozen, stakes=())) == [
        ("เงินออมหรือเงินกู้ของสมาชิกบางคน", "savings or loans of some members")
    ]
    assert changes(frozen, frozen) == []


def test_a_dividend_by_weight_counts_the_groups_own_months():
    stakes = [
        Stake("ก01", regular=110_000, opening=110_000, net=(0,) * 11),
        Stake("ก02", regular=110_000, net=(110_000, *(0,) * 10)),
    ]
    assert gains(a_year(stakes, 21_000, "dividend rest", periods=11)) == {
        "ก01": (11_000, 0),
        "ก02": (10_000, 0),
    }


def test_what_an_earlier_closing_still_owes_is_not_shared_again():
    sums = Sums(cash=1_100, owed=500, waiting=100, fines=500)
    assert a_closing([Stake("ก01", regular=500)], sums, way="share_out").outcome.pool == 1_000


def test_money_brought_forward_on_the_first_day_counts_as_having_stood_there():
    moved = [
        Flow("passbook:ก01", "brought-forward", FIRST, 100),
        Flow("passbook:ก01", "purse:savings", FIRST, 50),
    ]
    assert stakes_of(moved, FIRST, LAST, {}) == (
        Stake("ก01", regular=150, opening=100, net=(50, *(0,) * 11), days=100 * 365 + 50 * 364),
    )


# -- what must always hold ----------------------------------------------------------------------------


def a_stake(number):
    satang = st.integers(0, 10_000_000)
    return st.builds(
        lambda opening, net, interest, kept_up: Stake(
            f"ก{number:02}", regular=opening + sum(net), opening=opening, net=tuple(net), days=opening * 365 + sum(net) * 30,
            interest=interest, kept_up=kept_up,
        ),
        satang, st.lists(satang, min_size=12, max_size=12), satang, st.booleans(),
    )  # fmt: skip


GROUPS = st.integers(1, 12).flatmap(lambda size: st.tuples(*(a_stake(n) for n in range(size))))
CHOICES = st.fixed_dictionaries({
    "rounding": st.sampled_from(["half_up", "truncate", "down_to_baht"]),
    "remainder": st.sampled_from(["largest", "carry"]),
    "basis": st.sampled_from(["months", "days"]),
    "eligible": st.sampled_from(["all", "kept_up"]),
    "cap": st.sampled_from([None, 500]),
})  # fmt: skip
PARTS = st.sampled_from(
    ["dividend rest", "reserve 10%, dividend 60%, refund 30%", "reserve 33.33%, refund rest, welfare 12.34%"]
)


@given(GROUPS, st.integers(1, 50_000_000), PARTS, CHOICES)
def test_every_satang_of_a_profit_is_in_a_part_or_carried_on(stakes, profit, parts, choices):
    outcome = a_year(stakes, profit, parts, **choices).outcome
    assert sum(bucket.satang for bucket in outcome.buckets) + outcome.carried == profit
    given_ = {bucket.name: bucket.satang for bucket in outcome.buckets}
    assert sum(portion.dividend for portion in outcome.portions) == given_.get("dividend", 0)
    assert sum(portion.refund for portion in outcome.portions) == given_.get("refund", 0)
    assert outcome.difference == 0
    assert min([portion.total for portion in outcome.portions] + [outcome.carried]) >= 0


@given(
    GROUPS,
    st.integers(0, 50_000_000),
    st.sampled_from(["shares", "share_days", "share_months", "equal", "interest_paid"]),
    CHOICES,
    st.randoms(),
)
def test_a_share_out_gives_all_of_the_pool_and_asks_for_no_order(stakes, gain, by, choices, chance):
    saved = sum(stake.savings for stake in stakes)
    sums = Sums(cash=saved + gain, owed=saved, interest=gain)
    try:
        closing = a_closing(stakes, sums, way="share_out", by=by, **choices)
    except Refused:
        return  # nobody to divide by
    assert closing.outcome.difference == 0
    shuffled = list(stakes)
    chance.shuffle(shuffled)
    other = a_closing(shuffled, sums, way="share_out", by=by, **choices)
    by_member = {portion.member: portion for portion in closing.outcome.portions}
    assert {portion.member: portion for portion in other.outcome.portions} == by_member


@given(GROUPS, st.integers(1, 50_000_000))
def test_nobody_is_a_satang_off_what_is_exactly_theirs(stakes, profit):
    closing = a_year(stakes, profit, "dividend rest")
    weights = {stake.member: stake.months(12) for stake in stakes}
    whole = sum(weights.values())
    if whole:
        for portion in closing.outcome.portions:
            assert abs(portion.dividend - Fraction(profit * weights[portion.member], whole)) < 1
