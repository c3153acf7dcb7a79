"""Whether the fund's money is enough for the coming weeks."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kwan.fund.rules.outlook import Expected, Week, outlook

TODAY = date(2026, 3, 2)


def on(days):
    return TODAY + timedelta(days=days)


def test_each_week_tells_what_goes_out_what_comes_in_and_what_is_left():
    ahead = outlook(TODAY, 100, [Expected(on(0), 30), Expected(on(8), 90)], [Expected(on(13), 50)], weeks=3)
    assert ahead.weeks == (Week(on(0), 30, 0, 70), Week(on(7), 90, 50, 30), Week(on(14), 0, 0, 30))
    assert (ahead.short, ahead.most_short, ahead.end) == (None, 0, on(20))


def test_it_says_from_which_week_it_is_short_and_by_how_much_at_the_worst():
    ahead = outlook(
        TODAY, 100, [Expected(on(8), 150), Expected(on(15), 20)], [Expected(on(22), 200)], weeks=4
    )
    assert (ahead.short, ahead.most_short) == (Week(on(7), 150, 0, -50), 70)


def test_what_was_to_be_bought_before_today_is_due_now():
    assert outlook(TODAY, 100, [Expected(on(-30), 40)], [], weeks=1).weeks == (Week(TODAY, 40, 0, 60),)


def test_what_lies_beyond_the_weeks_is_left_out():
    ahead = outlook(TODAY, 100, [Expected(on(7), 40)], [Expected(on(7), 70), Expected(on(-1), 5)], weeks=1)
    assert ahead.weeks == (Week(TODAY, 0, 0, 100),)


sums = st.lists(st.builds(Expected, st.dates(TODAY, on(55)), st.integers(1, 10_000)), max_size=8)


@given(st.integers(0, 100_000), sums, sums)
def test_nothing_is_lost_on_the_way(there, plans, receipts):
    ahead = outlook(TODAY, there, plans, receipts)
    assert ahead.weeks[-1].left == there - sum(p.satang for p in plans) + sum(r.satang for r in receipts)
    assert (ahead.short is None) == (ahead.most_short == 0)
