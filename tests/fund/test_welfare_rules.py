"""What welfare gives: the rules of two community funds, and the laws that hold for every rule."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.fund.rules.welfare import (
    Reckoned,
    Rule,
    Span,
    Step,
    check_rule,
    due,
    full_months,
    months_of_membership,
    told_of,
)
from kwan.thai import Refused

BAHT = 100
JOINED = date(2019, 1, 15)
SPANS = (Span(JOINED),)
ON = date(2022, 2, 5)
BIRTH = Rule("birth", 1000 * BAHT)
HOSPITAL = Rule("hospital", 200 * BAHT, "night", 600 * BAHT, 1000 * BAHT)
ELDER = Rule("elder", 200 * BAHT, year_most=200 * BAHT, waiting=36)
DEATH = Rule(
    "death", 3000 * BAHT, steps=(Step(2, 6000 * BAHT), Step(4, 10000 * BAHT), Step(12, 30000 * BAHT))
)


def baht(rule, units=1, on=ON, paid=0, spans=SPANS):
    return due(rule, units=units, on=on, spans=spans, paid_this_year=paid * BAHT).satang / BAHT


@pytest.mark.parametrize(
    ("rule", "units", "paid", "gives"),
    [
        (BIRTH, 1, 0, 1000),
        (HOSPITAL, 1, 0, 200),
        (HOSPITAL, 3, 0, 600),
        (HOSPITAL, 5, 0, 600),
        (HOSPITAL, 5, 600, 400),
        (HOSPITAL, 5, 1000, 0),
        (Rule("study", 500 * BAHT), 1, 0, 500),
        (ELDER, 1, 0, 200),
        (ELDER, 1, 200, 0),
    ],
)
def test_chamung_gives_what_it_published(rule, units, paid, gives):
    assert baht(rule, units, paid=paid) == gives


@pytest.mark.parametrize(
    ("rule", "units", "gives"),
    [(Rule("birth", 500 * BAHT), 1, 500), (Rule("hospital", 100 * BAHT, "night"), 2, 200)],
)
def test_thai_talat_gives_for_a_birth_and_for_the_stay(rule, units, gives):
    assert baht(rule, units) == gives


@pytest.mark.parametrize(
    ("joined", "gives"),
    [(date(2022, 2, 1), 3000), (date(2020, 2, 6), 3000), (date(2020, 2, 5), 6000), (date(2018, 2, 5), 10000), (date(2010, 2, 5), 30000), (date(1990, 1, 1), 30000)],
)  # fmt: skip
def test_a_death_is_answered_by_the_years_of_membership(joined, gives):
    assert baht(DEATH, spans=(Span(joined),)) == gives


def test_an_elder_waits_until_three_years_are_full():
    assert [baht(ELDER, on=day) for day in (date(2022, 1, 14), date(2022, 1, 15))] == [0, 200]


def test_who_is_no_member_on_that_day_is_given_nothing():
    before = due(BIRTH, units=1, on=JOINED - timedelta(days=1), spans=SPANS)
    assert before.lines == (Reckoned("ไม่ได้เป็นสมาชิกในวันนั้น", "Not a member on that day", 0),)


def test_the_last_day_of_a_membership_counts_and_the_next_does_not():
    spans = (Span(JOINED, ON),)
    assert (baht(BIRTH, spans=spans), baht(BIRTH, on=ON + timedelta(days=1), spans=spans)) == (1000, 0)


def test_who_left_and_came_back_begins_anew():
    spans = (Span(date(2010, 1, 1), date(2015, 1, 1)), Span(date(2021, 12, 1)))
    assert months_of_membership(spans, ON) == 2


def test_each_step_of_the_way_is_told():
    answer = due(HOSPITAL, units=5, on=ON, spans=SPANS, paid_this_year=600 * BAHT)
    assert answer.lines == (
        Reckoned("เป็นสมาชิกมา 3 ปี", "A member for 3 years", None),
        Reckoned("คืนละ 200 บาท × 5 คืน", "200 baht × 5 nights", 100000),
        Reckoned("ครั้งหนึ่งไม่เกิน 600 บาท", "At most 600 baht a time", 60000),
        Reckoned(
            "ปีหนึ่งไม่เกิน 1,000 บาท ปีนี้ให้ไปแล้ว 600 บาท",
            "At most 1,000 baht a year, and 600 baht were given this year",
            40000,
        ),
    )


def test_who_still_waits_is_told_how_long():
    answer = due(ELDER, units=1, on=date(2020, 3, 1), spans=SPANS)
    assert (answer.satang, answer.lines[-1].th) == (0, "เป็นสมาชิกมา 1 ปี 1 เดือน ระเบียบให้เมื่อครบ 3 ปี")


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [(date(2020, 1, 31), date(2020, 2, 29), 1), (date(2020, 1, 31), date(2020, 2, 28), 0), (date(2020, 1, 15), date(2020, 1, 15), 0), (date(2019, 12, 16), date(2020, 12, 15), 11)],
)  # fmt: skip
def test_a_month_is_full_on_its_day_or_on_the_last_of_a_shorter_one(since, until, months):
    assert full_months(since, until) == months


@pytest.mark.parametrize(
    "wrong",
    [
        Rule("flood", 100),
        Rule("birth", -1),
        Rule("birth", 100, "week"),
        Rule("birth", 100, year_most=0),
        Rule("birth", 100, waiting=-1),
        Rule("other", 100),
        Rule("birth", 100, name="รับขวัญ"),
        Rule("death", 100, steps=(Step(5, 200), Step(5, 300))),
        Rule("death", 100, steps=(Step(5, 200), Step(2, 300))),
        Rule("death", 100, steps=(Step(0, 200),)),
        Rule("death", 100, steps=(Step(1, -200),)),
    ],
)
def test_what_is_no_rule_is_refused(wrong):
    with pytest.raises(Refused):
        check_rule(wrong)


# -- laws --------------------------------------------------------------------------------------------

sums = st.integers(0, 5_000_000)
rising = st.lists(st.tuples(st.integers(1, 50), sums), max_size=5, unique_by=lambda step: step[0]).map(
    lambda steps: tuple(
        Step(years, amount)
        for years, amount in zip(sorted(y for y, _ in steps), sorted(a for _, a in steps), strict=True)
    )
)
rules = st.builds(
    Rule,
    st.just("hospital"),
    sums,
    st.sampled_from(["once", "night"]),
    st.none() | st.integers(1, 5_000_000),
    st.none() | st.integers(1, 5_000_000),
    st.integers(0, 60),
    rising,
)
days = st.dates(JOINED, date(2060, 1, 1))


@given(rules, st.integers(1, 366), days, sums)
def test_no_ceiling_is_ever_passed(rule, units, on, paid):
    gives = due(rule, units=units, on=on, spans=SPANS, paid_this_year=paid).satang
    assert gives >= 0
    assert rule.event_most is None or gives <= rule.event_most
    assert rule.year_most is None or gives <= max(0, rule.year_most - paid)


@given(rules, st.integers(1, 366), days, sums)
def test_the_last_line_told_is_the_sum(rule, units, on, paid):
    answer = due(rule, units=units, on=on, spans=SPANS, paid_this_year=paid)
    assert answer.satang == answer.lines[-1].satang


@given(
    rules,
    st.lists(st.tuples(st.integers(1, 20), st.dates(date(2025, 1, 1), date(2025, 12, 31))), max_size=6),
    st.randoms(),
)
def test_a_year_gives_no_more_than_its_ceiling_in_whatever_order_it_is_paid(rule, events, random):
    random.shuffle(events)
    paid = 0
    for units, on in events:
        paid += due(rule, units=units, on=on, spans=SPANS, paid_this_year=paid).satang
    assert rule.year_most is None or paid <= rule.year_most


@given(rules, st.integers(1, 20), days, days)
def test_who_belongs_longer_is_given_no_less_where_the_steps_rise(rule, units, one, other):
    rising_from_the_first = Rule(
        rule.event, min([rule.amount, *(step.amount for step in rule.steps)]), rule.unit, rule.event_most, rule.year_most, rule.waiting, rule.steps
    )  # fmt: skip
    earlier, later = sorted((one, other))
    less, more = (
        due(rising_from_the_first, units=units, on=on, spans=SPANS).satang for on in (earlier, later)
    )
    assert less <= more


@given(rules, st.integers(1, 20), st.integers(1, 20), days)
def test_more_nights_never_give_less(rule, fewer, more, on):
    fewer, more = sorted((fewer, more))
    assert (
        due(rule, units=fewer, on=on, spans=SPANS).satang <= due(rule, units=more, on=on, spans=SPANS).satang
    )


# -- what anybody may hear ---------------------------------------------------------------------------


def people(first, last):
    return {f"ก{number:02}" for number in range(first, last + 1)}


def test_an_event_of_fewer_than_five_members_is_not_told():
    assert told_of({("นอน", "Stay"): people(1, 4)}) == []


def test_an_event_of_five_is_told_where_nothing_is_left_to_subtract():
    assert told_of({("นอน", "Stay"): people(1, 5)}) == [(("นอน", "Stay"), 5)]


def test_what_would_tell_the_rest_by_subtraction_is_left_out_with_it():
    stay, birth, study = ("นอน", "Stay"), ("คลอด", "Birth"), ("เรียน", "Study")
    assert told_of({stay: people(1, 9), birth: people(10, 15), study: people(16, 16)}) == [(stay, 9)]


@given(
    st.dictionaries(
        st.tuples(st.text("กขค", min_size=1), st.just("x")),
        st.sets(st.integers(1, 12), min_size=1),
        max_size=5,
    )
)
def test_neither_what_is_told_nor_what_is_left_out_is_of_fewer_than_five(helped):
    told = dict(told_of(helped))
    rest = set().union(*(who for words, who in helped.items() if words not in told))
    assert all(many >= 5 for many in told.values())
    assert not told or not rest or len(rest) >= 5
