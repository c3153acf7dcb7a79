"""Ways out of debts side by side: none is advised, each follows from the figures alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kwan.fund.rules import payoff
from kwan.fund.rules.debts import Debt
from kwan.fund.rules.outside_debts import Out, ways_out

HOUSEHOLD = [
    Debt("village fund", 30_000, 6, 600),
    Debt("informal", 20_000, 60, 1_200),
    Debt("co-op", 8_000, 12, 400),
]


def told(outs):
    return [(out.route, out.months, out.interest) for out in outs]


def test_a_household_sees_each_way_beside_the_others():
    assert told(ways_out(HOUSEHOLD, 100_000, ["village fund"])) == [
        ("as_now", 39, 2_729_407),
        ("snowball", 23, 1_355_782),
        ("avalanche", 22, 1_053_332),
        ("own", 26, 2_200_543),
    ]


def test_nothing_more_a_month_still_has_months_and_interest():
    assert told(ways_out(HOUSEHOLD, 0)) == [
        ("as_now", 39, 2_729_407), ("snowball", 39, 2_729_407), ("avalanche", 39, 2_729_407),
    ]  # fmt: skip


def test_what_never_ends_is_said_and_drawn_as_nothing():
    out = ways_out([Debt("informal", 20_000, 552, 100), Debt("friend", 100, 0, 50)], 0)[0]
    assert out == Out("as_now", None, None, (("friend", 2),), ("informal",), ())


def test_what_is_owed_begins_with_all_of_it_and_ends_with_nothing():
    out = ways_out(HOUSEHOLD, 100_000)[2]
    assert (out.owed[0], out.owed[-1], len(out.owed)) == (5_800_000, 0, 23)


owed = st.lists(
    st.tuples(st.integers(1, 50_000), st.integers(0, 60), st.integers(0, 2_000)), min_size=1, max_size=5
).map(lambda each: [Debt(f"d{i}", *figures) for i, figures in enumerate(each)])


@settings(deadline=None)
@given(owed, st.integers(0, 300_000))
def test_the_dearest_first_never_costs_more_than_the_smallest_first(debts, extra):
    _, snowball, avalanche = ways_out(debts, extra)
    if snowball.months is None:
        return
    rounding = snowball.months * len(debts)  # each month's interest is rounded to the satang, debt by debt
    assert avalanche.interest <= snowball.interest + rounding


@settings(deadline=None)
@given(owed, st.integers(0, 3_000), st.sampled_from(["avalanche", "snowball"]))
def test_every_month_but_the_last_pays_the_whole_budget(debts, extra, order):
    found = payoff(debts, extra, order)
    budget = extra + sum(debt.minimum for debt in debts)
    assert all(paid == budget for paid in found.paid[:-1])
    assert all(0 <= paid <= budget for paid in found.paid[-1:])
    if found.months is not None:
        assert sum(found.paid) == sum(debt.balance for debt in debts) + found.interest
        assert (found.owed[-1], len(found.owed)) == (0, found.months + 1)


@settings(deadline=None)
@given(owed, st.integers(0, 300_000), st.randoms(use_true_random=False))
def test_the_same_order_gives_the_same_way_however_the_debts_are_written(debts, extra, chance):
    names = [debt.name for debt in debts]
    shuffled = chance.sample(debts, len(debts))
    assert ways_out(shuffled, extra, names) == ways_out(debts, extra, names)
