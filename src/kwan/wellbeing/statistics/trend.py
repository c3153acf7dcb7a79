"""A row of periods, and whether it climbs."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from kwan.wellbeing.statistics.numbers import Number, normal_two_sided, on_a_grid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EXACT_TO = 100
"""Periods up to which every order is counted: a tenth of a second at the most."""


@dataclass(frozen=True, slots=True)
class MannKendall:
    """Pairs of periods that rose less pairs that fell, of n periods; p is two-sided.

    `tau` is Kendall's tau-b against time, from -1 (every step down) to 1 (every step up).
    """

    statistic: int
    tau: float
    p: float
    n: int
    exact: bool


def mann_kendall(values: Iterable[Number], *, exact_to: int = EXACT_TO) -> MannKendall:
    """Test values in order of time for a trend (Mann 1945, Kendall 1975).

    Up to `exact_to` values p counts every order of the very values observed, ties and all;
    above, it is the normal curve, corrected for ties and continuity. Values that are all
    alike, or only one, give a statistic of 0 and p = 1. Raises ValueError without a value.
    """
    series, _ = on_a_grid(values)
    if not series:
        raise ValueError("There is no period to look at.")
    n = len(series)
    statistic = sum((b > a) - (b < a) for a, b in combinations(series, 2))
    ties = sorted(Counter(series).values())
    unlike = math.comb(n, 2) - sum(math.comb(tied, 2) for tied in ties)
    tau = statistic / math.sqrt(math.comb(n, 2) * unlike) if unlike else 0.0
    exact = n <= exact_to
    p = _counted_p(statistic, unlike, ties) if exact else _curve_p(statistic, ties)
    return MannKendall(statistic, tau, p, n, exact)


def _counted_p(statistic: int, unlike: int, ties: Sequence[int]) -> float:
    # Of the pairs that are unlike, each falls (an inversion) or rises.
    fewest = (unlike - abs(statistic)) // 2
    ways = inversions(ties, unlike)
    return min(1.0, 2 * sum(ways[: fewest + 1]) / sum(ways))


def inversions(ties: Sequence[int], most: int) -> list[int]:
    """Return, at each index i up to `most`, how many orders of the values have i inversions.

    MacMahon's generating function of a multiset, (q)_n / product of (q)_t over ties t, with
    (q)_n = (1 - q)(1 - q²)…(1 - qⁿ): multiplied and divided as power series.
    """
    ways = [1] + [0] * most
    for power in range(1, sum(ties) + 1):
        for i in range(most, power - 1, -1):
            ways[i] -= ways[i - power]
    for power in (power for tied in ties for power in range(1, tied + 1)):
        for i in range(power, most + 1):
            ways[i] += ways[i - power]
    return ways


def _curve_p(statistic: int, ties: Sequence[int]) -> float:
    def spread(count: int) -> int:
        return count * (count - 1) * (2 * count + 5)

    variance = (spread(sum(ties)) - sum(map(spread, ties))) / 18
    return normal_two_sided(abs(statistic) - 1, math.sqrt(variance))
