"""One difference a person, after less before: did it move, by how much, how surely."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from statistics import NormalDist, median
from typing import TYPE_CHECKING, Literal, TypeAlias

from kwan.wellbeing.statistics.numbers import (
    Number,
    doubled_ranks,
    normal_two_sided,
    on_a_grid,
    subset_sums,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Zeros: TypeAlias = Literal["pratt", "drop", "split"]

EXACT_TO = 100
"""Pairs up to which every pattern of signs is counted: a twentieth of a second at the most."""


@dataclass(frozen=True, slots=True)
class SignedRank:
    """Wilcoxon's signed-rank test of n differences, `zeros` of them zero; p is two-sided."""

    w_plus: float
    w_minus: float
    p: float
    n: int
    zeros: int
    exact: bool

    @property
    def statistic(self) -> float:
        """The smaller of the two rank sums, T in most tables."""
        return min(self.w_plus, self.w_minus)


@dataclass(frozen=True, slots=True)
class SignTest:
    """How many of n went up, stayed, went down; p is two-sided and exact, without the zeros."""

    up: int
    same: int
    down: int
    p: float

    @property
    def n(self) -> int:
        """All who were compared."""
        return self.up + self.same + self.down


@dataclass(frozen=True, slots=True)
class HodgesLehmann:
    """The typical difference, in points of the scale, and the interval that holds it."""

    estimate: float
    low: float
    high: float
    achieved_confidence: float


def signed_rank(
    differences: Iterable[Number], zeros: Zeros = "pratt", *, exact_to: int = EXACT_TO
) -> SignedRank:
    """Test whether differences lie evenly about zero (Wilcoxon 1945).

    `zeros` says what becomes of differences of nought: "pratt" ranks them with the rest and
    then leaves them out (Pratt 1959), "drop" leaves them out first, "split" is Pratt with
    their ranks given half to either side (the p is Pratt's, since only signs are permuted).

    p counts the signs of the non-zero differences, ranks and ties as observed; above
    `exact_to` of them it is the normal curve with the variance of these very ranks and a
    correction for continuity. With no difference but zero, p = 1.
    Raises ValueError if there is none at all.
    """
    if zeros not in {"pratt", "drop", "split"}:
        raise ValueError(f'zeros is "pratt", "drop" or "split", not {zeros!r}.')
    steps = _some(differences)
    nought = steps.count(0)
    ranked = [step for step in steps if step] if zeros == "drop" else steps
    ranks = doubled_ranks([abs(step) for step in ranked])
    signed = list(zip(ranked, ranks, strict=True))
    plus = sum(rank for step, rank in signed if step > 0)
    minus = sum(rank for step, rank in signed if step < 0)
    moved = [rank for step, rank in signed if step]
    exact = len(moved) <= exact_to
    p = _counted_p(moved, min(plus, minus)) if exact else _curve_p(moved, abs(plus - minus))
    split = sum(rank for step, rank in signed if not step) / 2 if zeros == "split" else 0
    return SignedRank((plus + split) / 2, (minus + split) / 2, p, len(steps), nought, exact)


def _counted_p(ranks: Sequence[int], smaller: int) -> float:
    as_far_out = sum(subset_sums(ranks)[: smaller + 1])
    return min(1.0, 2 * as_far_out / (1 << len(ranks)))


def _curve_p(ranks: Sequence[int], apart: int) -> float:
    """Read p from the normal curve: each rank is added or taken away, so variances add up.

    A continuity correction of half a rank sum is, doubled and on both sides, two.
    """
    deviation = math.sqrt(sum(rank * rank for rank in ranks))
    return normal_two_sided(apart - 2, deviation)


def sign_test(differences: Iterable[Number]) -> SignTest:
    """Count ups, sames and downs; p asks whether ups and downs are equally likely.

    With nobody moved, p = 1. Raises ValueError if there is no difference at all.
    """
    steps = _some(differences)
    up = sum(step > 0 for step in steps)
    down = sum(step < 0 for step in steps)
    moved = up + down
    as_far_out = sum(math.comb(moved, k) for k in range(min(up, down) + 1))
    return SignTest(up, len(steps) - moved, down, min(1.0, 2 * as_far_out / (1 << moved)))


def rank_biserial(differences: Iterable[Number]) -> float:
    """Return (W+ - W-) / (W+ + W-), from -1 (all fell) to 1 (all rose); zeros are dropped.

    The matched-pairs rank-biserial correlation (Kerby 2014). If nobody moved it is 0.
    Raises ValueError if there is no difference at all.
    """
    steps = [step for step in _some(differences) if step]
    ranks = doubled_ranks([abs(step) for step in steps])
    favour = sum(rank if step > 0 else -rank for step, rank in zip(steps, ranks, strict=True))
    return favour / sum(ranks) if steps else 0.0


def hodges_lehmann(
    differences: Iterable[Number], confidence: Number = 0.95, *, exact_to: int = EXACT_TO
) -> HodgesLehmann:
    """Return the median of all averages of two differences, zeros kept, with its interval.

    The ends are the averages that the signed-rank test at this confidence does not refuse
    (Hodges & Lehmann 1963; the index is that of R's qsignrank). Ranks come in steps, so the
    confidence achieved is seldom the one asked for, and is told. Few differences cannot
    reach it: then the ends are the smallest and the largest, and what that achieves.
    Raises ValueError if there is none, or the confidence is not between 0 and 1.
    """
    steps, per_one = on_a_grid(differences)
    _refuse_empty(steps)
    n = len(steps)
    # Sums of two, not averages, to stay whole; halved at the end.
    sums = sorted(a + b for i, a in enumerate(steps) for b in steps[i:])
    index, achieved = _interval_index(n, _outside(confidence), exact_to)
    ends = (median(sums), sums[index - 1], sums[-index])
    estimate, low, high = (float(Fraction(end) / (2 * per_one)) for end in ends)
    return HodgesLehmann(estimate, low, high, achieved)


def _interval_index(n: int, outside: Fraction, exact_to: int) -> tuple[int, float]:
    """Return which average from either end bounds the interval (1 = the last), and its worth."""
    if n > exact_to:
        middle, deviation = n * (n + 1) / 4, math.sqrt(n * (n + 1) * (2 * n + 1) / 24)
        curve = NormalDist(middle, deviation)
        index = max(1, math.ceil(curve.inv_cdf(float(outside / 2)) - 0.5))
        return index, 1 - 2 * curve.cdf(index - 0.5)
    arrangements = 1 << n
    at_most = list(accumulate(subset_sums(range(1, n + 1))))
    index = next(w for w, ways in enumerate(at_most) if ways >= outside / 2 * arrangements)
    index = max(1, index)
    return index, 1 - 2 * at_most[index - 1] / arrangements


def _outside(confidence: Number) -> Fraction:
    within = Fraction(str(confidence))
    if not 0 < within < 1:
        raise ValueError(f"A confidence lies between 0 and 1, as 0.95; {confidence} does not.")
    return 1 - within


def _some(differences: Iterable[Number]) -> list[int]:
    steps, _ = on_a_grid(differences)
    _refuse_empty(steps)
    return steps


def _refuse_empty(steps: Sequence[int]) -> None:
    if not steps:
        raise ValueError("Nobody was measured twice, so there is no difference to test.")
