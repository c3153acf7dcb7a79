"""Two second looks, for an appendix: the order of the rounds, and the people with gaps."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from kwan.wellbeing.statistics.numbers import (
    Number,
    chi_square_tail,
    doubled_ranks,
    on_a_grid,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Page:
    """Page's test that rounds rise in their order; p is one-sided."""

    statistic: float
    p: float
    n: int
    k: int


@dataclass(frozen=True, slots=True)
class SkillingsMack:
    """Friedman's question asked of everybody with two answers or more; p from chi-square."""

    statistic: float
    df: int
    p: float
    n: int


def page(rows: Iterable[Sequence[Number]]) -> Page:
    """Test whether rounds rise in the order of their columns (Page 1963).

    p is that of Page's own tables, which know no ties: a statistic that ends in a half is
    looked up one half lower, so ties never make p smaller.
    Raises ValueError without a row, with ragged rows or a missing answer.
    """
    ranks = [doubled_ranks(on_a_grid(row)[0]) for row in rows]
    if not ranks or not ranks[0] or any(len(row) != len(ranks[0]) for row in ranks):
        raise ValueError("Page's test needs one row a person, all of the same number of rounds.")
    n, k = len(ranks), len(ranks[0])
    doubled = sum(place * rank for row in ranks for place, rank in enumerate(row, start=1))
    one_person = Counter(
        sum(place * rank for place, rank in enumerate(order, start=1))
        for order in permutations(range(1, k + 1))
    )
    sums = Counter({0: 1})
    for _ in range(n):
        sums = _added(sums, one_person)
    as_high = sum(ways for total, ways in sums.items() if total >= doubled // 2)
    return Page(doubled / 2, as_high / sums.total(), n, k)


def _added(sums: Counter[int], others: Counter[int]) -> Counter[int]:
    added: Counter[int] = Counter()
    for total, ways in sums.items():
        for other, other_ways in others.items():
            added[total + other] += ways * other_ways
    return added


def skillings_mack(rows: Iterable[Sequence[Number | None]]) -> SkillingsMack:
    """Compare rounds with gaps left as gaps (Skillings & Mack 1981); None is a gap.

    A person with fewer than two answers says nothing of change and is left out. Ties share
    their middle rank; the statistic is not corrected for them.
    Raises ValueError unless rounds hang together, that is, unless people's answers link each
    round with every other, directly or through a third.
    """
    table = [row for row in map(list, rows) if sum(answer is not None for answer in row) > 1]
    k = len(table[0]) if table else 0
    if not table or any(len(row) != k for row in table):
        raise ValueError("Nobody answered two rounds, or the rows differ in length.")
    leanings = [0.0] * k
    covariance = [[0.0] * k for _ in range(k)]
    for row in table:
        seen = [j for j, answer in enumerate(row) if answer is not None]
        answers = on_a_grid(answer for answer in row if answer is not None)[0]
        for j, rank in zip(seen, doubled_ranks(answers), strict=True):
            leanings[j] += math.sqrt(3 / (len(seen) + 1)) * (rank - len(seen) - 1)
        for i, j in combinations(seen, 2):
            _link(covariance, i, j)
    statistic = _quadratic(covariance, leanings)
    return SkillingsMack(statistic, k - 1, chi_square_tail(statistic, k - 1), len(table))


def _link(covariance: list[list[float]], i: int, j: int) -> None:
    covariance[i][j] -= 1
    covariance[j][i] -= 1
    covariance[i][i] += 1
    covariance[j][j] += 1


def _quadratic(covariance: list[list[float]], leanings: list[float]) -> float:
    """Return a' C⁻ a. Leanings add up to nought, so one round can be left out and C inverted."""
    size = len(leanings) - 1
    rows = [[*covariance[i][:size], leanings[i]] for i in range(size)]
    for i in range(size):
        # C without a round is positive definite where rounds hang together: no pivoting.
        if rows[i][i] < 1e-9:  # noqa: PLR2004 - sums of ones: nought, or not near it
            raise ValueError("Some rounds have no people in common with the others.")
        for below in rows[i + 1 :]:
            factor = below[i] / rows[i][i]
            for j in range(i, size + 1):
                below[j] -= factor * rows[i][j]
    return sum(row[size] ** 2 / row[i] for i, row in enumerate(rows))
