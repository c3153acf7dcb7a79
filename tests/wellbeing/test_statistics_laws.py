"""What must hold for every sample, and agreement with counting by hand and with SciPy."""

import math
import warnings
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, permutations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from kwan.wellbeing.statistics import (
    Friedman,
    HodgesLehmann,
    MannKendall,
    SignedRank,
    SignTest,
    friedman,
    hodges_lehmann,
    holm,
    mann_kendall,
    page,
    rank_biserial,
    sign_test,
    signed_rank,
    skillings_mack,
    wilson,
)
from kwan.wellbeing.statistics.numbers import chi_square_tail

ZEROS = st.sampled_from(["pratt", "drop", "split"])
changes = st.lists(st.integers(-5, 5), min_size=1, max_size=30)
few_changes = st.lists(st.integers(-4, 4), min_size=1, max_size=8)
rows = st.integers(2, 4).flatmap(
    lambda k: st.lists(st.lists(st.integers(0, 4), min_size=k, max_size=k), min_size=1, max_size=4)
)
three_rounds = st.lists(st.tuples(*[st.integers(0, 10)] * 3), min_size=2, max_size=25)


def close(expected):
    return pytest.approx(expected, abs=1e-12, rel=1e-9)


# ------------------------------------------------------------------------------- signed ranks


@settings(max_examples=50, deadline=None)
@given(few_changes, ZEROS)
def test_counting_every_sign_by_hand_gives_the_same_p(differences, zeros):
    kept = [d for d in differences if d] if zeros == "drop" else differences
    ranks = [2 * r for r in stats.rankdata(np.abs(kept))] if kept else []
    moved = [(d, r) for d, r in zip(kept, ranks, strict=True) if d]
    seen = abs(sum(math.copysign(r, d) for d, r in moved))
    everywhere = [
        abs(sum(sign * r for sign, (_, r) in zip(signs, moved, strict=True)))
        for signs in product((1, -1), repeat=len(moved))
    ]
    share = sum(s >= seen for s in everywhere) / len(everywhere)
    assert signed_rank(differences, zeros).p == close(share)


@given(changes, ZEROS)
def test_before_and_after_may_change_places(differences, zeros):
    there, back = signed_rank(differences, zeros), signed_rank([-d for d in differences], zeros)
    assert there == SignedRank(back.w_minus, back.w_plus, back.p, back.n, back.zeros, back.exact)
    assert rank_biserial(differences) == -rank_biserial([-d for d in differences])


@given(changes, st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter(differences, chance):
    shuffled = chance.sample(differences, len(differences))
    for test in (signed_rank, sign_test, rank_biserial, hodges_lehmann):
        assert test(differences) == test(shuffled)


@given(changes)
def test_ranks_of_all_add_up_with_those_of_the_zeros(differences):
    found, n, zeros = signed_rank(differences), len(differences), differences.count(0)
    assert found.w_plus + found.w_minus == (n * (n + 1) - zeros * (zeros + 1)) / 2
    assert (found.n, found.zeros, found.exact) == (n, zeros, True)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(-9, 9).filter(bool), min_size=2, max_size=6), st.integers(0, 2))
def test_scipy_permuting_all_signs_agrees(moved, zeros):
    differences = moved + [0] * zeros
    for ours, theirs in (("pratt", "pratt"), ("drop", "wilcox"), ("split", "zsplit")):
        found = signed_rank(differences, ours)
        oracle = stats.wilcoxon(differences, zero_method=theirs, method=stats.PermutationMethod())
        assert (found.statistic, found.p) == (oracle.statistic, close(oracle.pvalue))


def test_above_a_hundred_people_the_curve_is_used_and_says_so():
    differences = [(-1) ** (i % 3) * (i % 7) for i in range(130)]
    found = signed_rank(differences, "drop")
    oracle = stats.wilcoxon(differences, zero_method="wilcox", correction=True, method="asymptotic")
    assert (found.exact, found.p) == (False, close(oracle.pvalue))


@given(st.lists(st.integers(-9, 9).filter(bool), min_size=30, max_size=60))
def test_curve_and_count_are_never_far_apart(differences):
    counted, curve = signed_rank(differences), signed_rank(differences, exact_to=0)
    assert counted.p == pytest.approx(curve.p, abs=0.02)


def test_nobody_moved_is_an_answer():
    assert signed_rank([0, 0, 0]) == SignedRank(0, 0, 1, 3, 3, exact=True)
    assert signed_rank([0, 0, 0], exact_to=-1).p == 1
    assert sign_test([0, 0]) == SignTest(0, 2, 0, 1)
    assert rank_biserial([0, 0]) == 0
    assert hodges_lehmann([0, 0, 0]) == HodgesLehmann(0, 0, 0, 0.75)


@pytest.mark.parametrize("test", [signed_rank, sign_test, rank_biserial, hodges_lehmann])
def test_nobody_measured_is_not(test):
    with pytest.raises(ValueError, match=r"Nobody was measured twice"):
        test([])


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, "missing"), (math.nan, "not a number"), (math.inf, "not a number"), ("5", "not a number")],
)
def test_what_is_no_number_is_refused_in_words(value, words):
    for test in (signed_rank, sign_test, rank_biserial, hodges_lehmann, mann_kendall):
        with pytest.raises(ValueError, match=words):
            test([1, value, 2])
    with pytest.raises(ValueError, match=words):
        friedman([[1, 2], [value, 3]])


def test_an_unknown_way_with_zeros_is_refused():
    with pytest.raises(ValueError, match="drop"):
        signed_rank([1, 2], "wilcox")


@given(st.lists(st.tuples(st.integers(100, 999), st.integers(100, 999)), min_size=1, max_size=12))
def test_binary_round_off_breaks_no_tie(readings):
    exact = [Decimal(b - a) / 100 for a, b in readings]
    in_binary = [b / 100 - a / 100 for a, b in readings]
    assert signed_rank(in_binary) == signed_rank(exact)
    assert hodges_lehmann(in_binary) == hodges_lehmann(exact)


def test_numbers_of_every_kind_mean_the_same():
    kinds = [int, float, Decimal, Fraction, np.int64, np.float64]
    found = {signed_rank([kind(d) for d in (3, -1, 2, 2, 0)]) for kind in kinds}
    assert found == {signed_rank([3, -1, 2, 2, 0])}


# ------------------------------------------------------------------------------ size and signs


@given(changes)
def test_the_sign_test_is_the_exact_binomial(differences):
    found = sign_test(differences)
    assert (found.up, found.same, found.down) == (
        sum(d > 0 for d in differences),
        differences.count(0),
        sum(d < 0 for d in differences),
    )
    moved = found.up + found.down
    assert found.p == close(stats.binomtest(found.up, moved).pvalue if moved else 1)


@given(changes)
def test_the_typical_change_is_the_median_of_averages_of_two(differences):
    found = hodges_lehmann(differences)
    n = len(differences)
    averages = [(differences[i] + differences[j]) / 2 for i in range(n) for j in range(i, n)]
    assert found.estimate == float(np.median(averages))
    assert min(averages) <= found.low <= found.estimate <= found.high <= max(averages)


@given(changes, st.integers(-20, 20), st.sampled_from([Fraction(1, 2), 2, 10]))
def test_the_typical_change_moves_and_stretches_with_the_scale(differences, shift, factor):
    plain = hodges_lehmann(differences)
    moved = hodges_lehmann([factor * d + shift for d in differences])
    assert (moved.estimate, moved.low, moved.high) == tuple(
        float(factor * Fraction(end) + shift) for end in (plain.estimate, plain.low, plain.high)
    )


@given(st.integers(6, 60))
def test_the_interval_keeps_at_least_the_confidence_asked_for(n):
    found = hodges_lehmann(range(n))
    assert 0.95 <= found.achieved_confidence < 0.97 + 1 / n


def test_a_confidence_that_can_be_met_exactly_is_met_as_in_r():
    # qsignrank(1/64, 7) is 1, since P(W <= 1) is just 2 of 128: the ends are all there is.
    found = hodges_lehmann(range(7), confidence=Fraction(31, 32))
    assert found == HodgesLehmann(3, 0, 6, 1 - 2 / 128)


def test_the_interval_of_very_many_comes_from_the_curve():
    counted = hodges_lehmann(range(130), exact_to=130)
    curve = hodges_lehmann(range(130))
    assert (curve.low, curve.high) == (counted.low, counted.high)
    assert curve.achieved_confidence == pytest.approx(counted.achieved_confidence, abs=1e-4)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([1, -1]), min_size=6, max_size=12))
def test_a_shift_outside_the_interval_is_one_the_test_refuses(signs):
    # Powers of three: no two averages of two are alike, so there is no tie anywhere.
    exact = [sign * 3**power for power, sign in enumerate(signs)]
    found = hodges_lehmann(exact)
    for end, away in ((found.low, -1), (found.high, 1)):
        beyond = Fraction(str(end)) + away * Fraction(1, 10**6)
        assert signed_rank([d - beyond for d in exact]).p <= 0.05
        inside = Fraction(str(end)) - away * Fraction(1, 10**6)
        assert signed_rank([d - inside for d in exact]).p > 0.05


@pytest.mark.parametrize("confidence", [0, 1, 95, -0.5])
def test_a_confidence_is_a_share(confidence):
    for ask in (lambda: hodges_lehmann([1, 2], confidence), lambda: wilson(1, 2, confidence)):
        with pytest.raises(ValueError, match="between 0 and 1"):
            ask()


# ----------------------------------------------------------------------------------- Friedman


@settings(max_examples=50, deadline=None)
@given(rows)
def test_dealing_every_order_by_hand_gives_the_same_p(table):
    ranks = [stats.rankdata(row) for row in table]

    def spread(arranged):
        return round(sum(float(sum(column)) ** 2 for column in zip(*arranged, strict=True)) * 4)

    if math.factorial(len(table[0])) ** len(table) > 20_000:
        return
    everywhere = [spread(each) for each in product(*(list(permutations(row)) for row in ranks))]
    share = sum(s >= spread(ranks) for s in everywhere) / len(everywhere)
    assert friedman(table).p == close(share)


@settings(max_examples=50, deadline=None)
@given(three_rounds)
def test_the_statistic_and_the_curve_are_scipys(table):
    found = friedman(table)
    if found.statistic == 0:
        return
    oracle = stats.friedmanchisquare(*zip(*table, strict=True))
    assert (found.statistic, found.p_chi_square) == (close(oracle.statistic), close(oracle.pvalue))


@settings(max_examples=50, deadline=None)
@given(three_rounds, st.randoms(use_true_random=False))
def test_neither_people_nor_rounds_have_an_order(table, chance):
    order = chance.sample(range(3), 3)
    shuffled = [[row[i] for i in order] for row in chance.sample(table, len(table))]
    assert friedman(shuffled) == friedman(table)


def test_two_rounds_are_a_sign_test():
    table = [[1, 2], [3, 4], [5, 5], [2, 1], [0, 9], [4, 7]]
    assert friedman(table).p == close(sign_test([b - a for a, b in table]).p)


def test_forty_are_counted_and_forty_one_are_not():
    rising = [[1, 2, 3], [2, 1, 3]]
    forty, more = friedman(rising * 20), friedman(rising * 20 + [[1, 2, 3]])
    assert (forty.exact, forty.p < forty.p_chi_square) == (True, True)
    assert (more.exact, more.p) == (False, more.p_chi_square)


def test_six_rounds_are_not_counted():
    found = friedman([[1, 2, 3, 4, 5, 6]] * 3)
    assert (found.exact, found.p, found.kendall_w) == (False, found.p_chi_square, 1)


def test_a_single_person_proves_nothing():
    assert friedman([[1, 2, 3]]) == Friedman(2, 2, 1, 1, close(math.exp(-1)), exact=True, n=1, k=3)


def test_people_who_never_changed_are_an_answer():
    assert friedman([[5, 5, 5], [2, 2, 2]]) == Friedman(0, 2, 0, 1, 1, exact=True, n=2, k=3)


@pytest.mark.parametrize(
    ("table", "words"), [([], "Nobody"), ([[1, 2], [1]], "differ in length"), ([[1], [2]], "two rounds")]
)
def test_a_table_that_is_none_is_refused_in_words(table, words):
    with pytest.raises(ValueError, match=words):
        friedman(table)


@given(st.floats(0, 300), st.integers(1, 40))
def test_the_chi_square_curve_is_scipys(statistic, df):
    assert chi_square_tail(statistic, df) == pytest.approx(stats.chi2.sf(statistic, df), rel=1e-10)


# -------------------------------------------------------------------------- shares and families


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_is_scipys_and_stays_between_nobody_and_everybody(counts):
    k, n = counts
    found = wilson(k, n)
    oracle = stats.binomtest(k, n).proportion_ci(method="wilson")
    assert tuple(found) == (close(oracle.low), close(oracle.high))
    assert 0 <= found.low <= k / n <= found.high <= 1
    assert (found.low == 0, found.high == 1) == (k == 0, k == n)
    mirrored = wilson(n - k, n)
    assert (found.low, found.high) == (close(1 - mirrored.high), close(1 - mirrored.low))


@pytest.mark.parametrize(("k", "n"), [(0, 0), (-1, 5), (6, 5), (0, -1)])
def test_a_share_of_nobody_is_refused(k, n):
    with pytest.raises(ValueError, match="not a share"):
        wilson(k, n)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(0, 1), max_size=8))
def test_holm_keeps_the_order_and_never_flatters(raw):
    adjusted = holm(raw)
    assert all(p <= q <= 1 for p, q in zip(raw, adjusted, strict=True))
    by_size = [q for _, q in sorted(zip(raw, adjusted, strict=True))]
    assert all(a <= b for a, b in pairwise(by_size))
    if raw:
        assert min(adjusted) == min(1, len(raw) * min(raw))


def test_holm_of_nothing_is_nothing_and_of_no_p_is_refused():
    assert holm([]) == []
    with pytest.raises(ValueError, match="not a p value"):
        holm([0.2, 1.2])


# -------------------------------------------------------------------------------------- trends


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 4), min_size=1, max_size=6))
def test_counting_every_order_of_the_periods_gives_the_same_p(values):
    def climb(series):
        n = len(series)
        return sum(
            (series[j] > series[i]) - (series[j] < series[i]) for i in range(n) for j in range(i + 1, n)
        )

    everywhere = [abs(climb(each)) for each in permutations(values)]
    found = mann_kendall(values)
    assert found.statistic == climb(values)
    assert found.p == close(sum(s >= abs(climb(values)) for s in everywhere) / len(everywhere))


@given(st.lists(st.integers(-999, 999), min_size=3, max_size=40, unique=True))
def test_without_ties_the_trend_is_scipys_exact_tau(values):
    found = mann_kendall(values)
    oracle = stats.kendalltau(range(len(values)), values, method="exact")
    assert (found.tau, found.p, found.exact) == (close(oracle.statistic), close(oracle.pvalue), True)


@given(st.lists(st.integers(0, 5), min_size=3, max_size=40).filter(lambda v: len(set(v)) > 1))
def test_with_ties_tau_is_scipys(values):
    assert mann_kendall(values).tau == close(stats.kendalltau(range(len(values)), values).statistic)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=60))
def test_time_run_backwards_falls_as_far(values):
    there, back = mann_kendall(values), mann_kendall(values[::-1])
    assert there == MannKendall(-back.statistic, -back.tau, back.p, back.n, back.exact)


@given(st.permutations([i // 2 for i in range(30)]))
def test_the_curve_of_a_long_series_is_near_the_count(values):
    counted, curve = mann_kendall(values), mann_kendall(values, exact_to=0)
    assert (counted.exact, curve.exact) == (True, False)
    assert counted.p == pytest.approx(curve.p, abs=0.005)


def test_a_flat_series_is_an_answer_and_an_empty_one_is_not():
    assert mann_kendall([7]) == MannKendall(0, 0, 1, 1, exact=True)
    assert mann_kendall([7, 7, 7], exact_to=0) == MannKendall(0, 0, 1, 3, exact=False)
    with pytest.raises(ValueError, match="no period"):
        mann_kendall([])


# -------------------------------------------------------------------------------- second looks


@settings(max_examples=50, deadline=None)
@given(st.lists(st.permutations([1, 2, 3, 4]), min_size=2, max_size=8))
def test_without_ties_page_is_scipys(table):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        oracle = stats.page_trend_test(table, ranked=True, method="exact")
    found = page(table)
    assert (found.statistic, found.p) == (oracle.statistic, close(oracle.pvalue))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.permutations([1, 2, 3, 4]), min_size=1, max_size=12))
def test_without_gaps_and_ties_skillings_mack_is_friedman(table):
    found, plain = skillings_mack(table), friedman(table)
    assert (found.statistic, found.p) == (close(plain.statistic), close(plain.p_chi_square))


def test_one_answer_says_nothing_of_change():
    table = [[1, 2, 3], [2, 3, 1], [1, 3, 2]]
    assert skillings_mack([*table, [None, 9, None], [None, None, None]]) == skillings_mack(table)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ([], "Nobody"),
        ([[1, None], [None, 2]], "Nobody"),
        ([[1, 2], [1, 2, 3]], "differ in length"),
        ([[1, 2, None, None], [None, None, 1, 2]], "in common"),
    ],
)
def test_rounds_that_do_not_hang_together_are_refused(table, words):
    with pytest.raises(ValueError, match=words):
        skillings_mack(table)


@pytest.mark.parametrize("table", [[], [[]], [[1, 2], [1]]])
def test_page_needs_a_table(table):
    with pytest.raises(ValueError, match="one row a person"):
        page(table)
