"""The ladder: how far "most members are happier" may be claimed. And what counts as a rise."""

import json
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kwan.wellbeing.rules import (
    Interval,
    Ladder,
    Round,
    Trend,
    changes,
    complete,
    judge,
    pairs,
    rises,
)
from kwan.wellbeing.statistics import friedman, hodges_lehmann, mann_kendall, signed_rank

TWENTY = json.loads((Path(__file__).parent / "data" / "statistics.json").read_text("utf-8"))["kwan20"]
BEFORE, DURING, AFTER = (list(wave) for wave in zip(*TWENTY["input"], strict=True))
MARCH = Round("0-10 v1", date(2022, 3, 1), date(2022, 3, 5))
JUNE = Round("0-10 v1", date(2022, 6, 1), date(2022, 6, 5))
SEPTEMBER = Round("0-10 v1", date(2022, 9, 1), date(2022, 9, 5))

scores = st.one_of(st.none(), st.integers(0, 10))
people = st.lists(st.tuples(scores, scores, scores), max_size=14)


def of(*moves, start=5, missing=0):
    """People who start alike and move so, and some who were not there for the last round."""
    first = [start] * (len(moves) + missing)
    return first, [start + move for move in moves] + [None] * missing


def said(ladder):
    return ladder.verdict, ladder.rung, ladder.reason


# ---------------------------------------------------------------------------- who is compared


def test_a_missing_answer_takes_a_person_out_of_that_comparison_only():
    rows = [[1, 2, 3], [4, None, 6], [None, 7, 8]]
    assert pairs(rows, 0, 2) == [(1, 3), (4, 6)]
    assert pairs(rows, 1, 2) == [(2, 3), (7, 8)]
    assert changes(rows, 1, 2) == [1, 1]
    assert complete(rows) == [[1, 2, 3]]


def test_changes_are_as_exact_as_the_answers():
    assert changes([[5.4, 5.55], [5.45, 5.6], [3, 2]], 0, 1) == [Fraction(3, 20), Fraction(3, 20), -1]


# -------------------------------------------------------------------------------- the ladder


def test_all_twenty_measured_and_most_of_all_improved_is_supported():
    first, last = of(*[2] * 8, *[1] * 7, 0, 0, -1, -1, -1)
    found = judge(first, last, enrolled=20)
    assert said(found) == ("supported", "A", "most_of_all")
    assert (found.headline.improved, found.headline.same, found.headline.worse) == (15, 2, 3)


def test_the_twenty_with_gaps_are_only_most_of_those_measured():
    found = judge(BEFORE, AFTER, 20, during=DURING, rounds=[MARCH, JUNE, SEPTEMBER])
    assert said(found) == ("partly", "B", "most_of_those_measured")
    assert (found.answered, found.pairs, found.complete, found.enrolled) == ((19, 18, 18), 17, 16, 20)
    head = found.headline
    assert (head.first, head.last, head.n, head.improved, head.same, head.worse) == (0, 2, 17, 14, 2, 1)
    expected = TWENTY["expected"]["pairs"]["before-after"]
    assert head.share == pytest.approx(Interval(*expected["wilson"]), abs=1e-9)
    assert head.worst_case == pytest.approx(Interval(*expected["worst_wilson"]), abs=1e-9)
    assert [each.p_holm for each in found.comparisons] == TWENTY["expected"]["holm"]
    assert [(each.first, each.last) for each in found.comparisons] == [(0, 1), (0, 2), (1, 2)]
    assert found.friedman == friedman(complete(TWENTY["input"]))
    moved = changes(TWENTY["input"], 0, 2)
    assert (head.signed_rank, head.hodges_lehmann) == (signed_rank(moved), hodges_lehmann(moved))


def test_more_than_half_of_too_few_is_a_count_and_no_more():
    found = judge(*of(2, 1, 1, 0, -1), enrolled=5)
    assert said(found) == ("partly", "C", "not_significant")


def test_a_sure_shift_of_an_unsure_share_is_a_count_too():
    # 12 of 19 up is significant by size, yet Wilson's interval reaches below half.
    found = judge(*of(*[4] * 12, *[0] * 5, -1, -1), enrolled=19)
    assert found.headline.p_holm < 0.05
    assert said(found) == ("partly", "C", "share_uncertain")


def test_a_share_without_a_shift_is_a_count_too():
    # 10 of 12 up by a little, two down by much: the share is sure, the test is not.
    found = judge(*of(*[1] * 10, -5, -5), enrolled=12)
    assert found.headline.share.low > 0.5
    assert said(found) == ("partly", "C", "not_significant")


def test_three_questions_cost_more_than_one():
    first, last = of(*[1] * 6)
    alone, among_three = judge(first, last, 6), judge(first, last, 6, during=first)
    assert (alone.headline.p_holm, among_three.headline.p_holm) == (0.03125, 0.09375)
    assert (said(alone)[1], said(among_three)[1]) == ("A", "C")


@pytest.mark.parametrize("moves", [(1, 1, 1, 0, 0, 0), (1, 1, 1, 0, 0, -1), (0,) * 5, (2, 2, -1, -1)])
def test_half_or_fewer_is_not_yet_enough(moves):
    found = judge(*of(*moves, *(0,) * (5 - len(moves))), enrolled=6)
    assert said(found) == ("not_supported", "D", "half_or_fewer")


@pytest.mark.parametrize("moves", [(-1, -1, -1, 1, 1), (1, 1, 1, 1, -9, -9, -9), (-3,) * 9])
def test_data_that_point_the_other_way_say_so(moves):
    found = judge(*of(*moves), enrolled=9)
    assert said(found) == ("not_supported", "D", "other_way")


def test_where_low_is_good_a_fall_is_an_improvement():
    first, last = of(*[-2] * 12)
    assert said(judge(first, last, 12, higher_is_better=False)) == ("supported", "A", "most_of_all")
    assert said(judge(first, last, 12)) == ("not_supported", "D", "other_way")


# --------------------------------------------------------------------------- not enough data

TWELVE = of(*[2] * 12)


@pytest.mark.parametrize(
    ("first", "last", "rounds", "reason"),
    [
        ([], [], (), "fewer_than_two_rounds"),
        ([5] * 9, [None] * 9, (), "fewer_than_two_rounds"),
        ([None] * 9, [7] * 9, (), "no_baseline"),
        (*of(1, 1, 1, 1, missing=8), (), "few_pairs"),
        (*TWELVE, (MARCH, Round("0-10 v2", date(2022, 9, 1), date(2022, 9, 1))), "instrument_changed"),
        (*TWELVE, (MARCH, Round("0-10 v1", date(2022, 3, 5), date(2022, 3, 9))), "rounds_overlap"),
        (*TWELVE, (JUNE, MARCH), "rounds_overlap"),
    ],
)
def test_what_cannot_be_compared_is_not(first, last, rounds, reason):
    found = judge(first, last, 12, rounds=rounds)
    assert said(found) == ("not_enough_data", "D", reason)
    assert (found.headline, found.comparisons, found.friedman) == (None, (), None)


def test_rounds_that_follow_each_other_may_be_compared():
    assert judge(*TWELVE, 12, rounds=(MARCH, JUNE)).rung == "A"


def test_who_was_there_is_told_even_where_nothing_is_judged():
    assert judge([5, 5, None], [6, None, 7], 4) == Ladder(
        "not_enough_data", "D", "few_pairs", enrolled=4, answered=(2, 2), pairs=1, complete=1
    )


def test_a_middle_round_of_four_people_is_not_looked_at_but_paid_for():
    first, last = of(*[1] * 9)
    found = judge(first, last, 9, during=[5] * 4 + [None] * 5)
    assert [(each.first, each.last) for each in found.comparisons] == [(0, 2)]
    assert (found.headline.p_holm, found.friedman) == (3 * found.headline.signed_rank.p, None)


def test_lists_of_different_people_are_refused():
    with pytest.raises(ValueError, match="same people in the same order"):
        judge([1, 2], [1, 2, 3], 3)


def test_more_answers_than_people_are_refused():
    with pytest.raises(ValueError, match="6 people answered, more than the 5 enrolled"):
        judge([1] * 6, [2] * 6, 5)


@settings(deadline=None)
@given(people, st.integers(0, 9), st.randoms(use_true_random=False))
def test_the_verdict_knows_no_names_and_more_who_are_missing_never_raise_it(table, more, chance):
    def on(rows, enrolled):
        first, during, last = (list(wave) for wave in zip(*rows, strict=True)) if rows else ([], [], [])
        return judge(first, last, enrolled, during=during)

    found = on(table, len(table))
    assert on(chance.sample(table, len(table)), len(table)) == found
    assert "ABCD".index(on(table, len(table) + more).rung) >= "ABCD".index(found.rung)


@settings(deadline=None)
@given(people)
def test_what_is_claimed_is_so(table):
    first, last = ([row[wave] for row in table] for wave in (0, 2))
    found = judge(first, last, len(table))
    ups = sum(b > a for a, b in pairs(table, 0, 2))
    assert {"supported": "A", "partly": "BC"}.get(found.verdict, "D").count(found.rung) == 1
    if found.rung in "ABC":
        assert found.pairs >= 5
        assert 2 * ups > found.pairs
    if found.rung == "A":
        assert 2 * ups > found.enrolled


# ------------------------------------------------------------------------------------- rises


def test_five_months_are_too_few_however_they_climb():
    assert rises([1, 2, 3, 4, 5]) == Trend("too_few", 5)


def test_the_income_of_eight_months_rises():
    income = [2920, 3670, 4490, 5730, 7850, 9280, 9310, 10480]
    assert rises(income) == Trend("rising", 8, 3295, 9895, mann_kendall(income))


def test_time_run_backwards_falls():
    assert rises([6, 5, 4, 3, 2, 1]) == Trend("falling", 6, 5.5, 1.5, mann_kendall([6, 5, 4, 3, 2, 1]))


@pytest.mark.parametrize(
    "values",
    [
        [4] * 9,
        [1, 2, 3, 4, 3, 2],  # up and down again
        [0, 0, 0, 0, 0, 9],  # one good month at the end
        [5, 5, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5],  # climbs back to where it was
        [*range(10)] * 3,  # three seasons that each climb: p is .02, yet the last is as the first
    ],
)
def test_what_does_not_climb_all_along_is_flat(values):
    assert rises(values).direction == "flat"


@given(st.lists(st.integers(0, 50), min_size=6, max_size=24), st.integers(1, 9), st.integers(-9, 9))
def test_a_rise_depends_on_order_alone(values, factor, shift):
    there = rises(values)
    assert rises([factor * value + shift for value in values]).direction == there.direction
    mirror = {"rising": "falling", "falling": "rising", "flat": "flat"}
    assert rises(values[::-1]).direction == mirror[there.direction]
    assert (there.direction == "flat") or there.mann_kendall.p < 0.05
