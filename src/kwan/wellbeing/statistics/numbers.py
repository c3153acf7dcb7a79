"""Numbers as people wrote them, their ranks, and the curves that p is read from."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from decimal import Decimal
from fractions import Fraction
from numbers import Rational
from statistics import NormalDist
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Number: TypeAlias = int | float | Decimal | Fraction

SIGNIFICANT_DIGITS = 12
"""What a float is trusted to: 5.55 - 5.4 is then 0.15, and ties with 5.60 - 5.45."""


def on_a_grid(values: Iterable[Number]) -> tuple[list[int], int]:
    """Return the sample as whole steps of a common grid, and how many steps make one.

    Order, ties and sums of the steps are those of the numbers that were written down.
    Raises ValueError for what is not a finite number.
    """
    sample = list(values)
    fractions = _as_fractions(sample)
    steps = math.lcm(*(each.denominator for each in fractions))
    return [int(each * steps) for each in fractions], steps


def _as_fractions(sample: Sequence[Number]) -> list[Fraction]:
    for value in sample:
        _refuse_what_is_no_number(value)
    largest = max((abs(value) for value in sample if isinstance(value, float)), default=0.0)
    places = SIGNIFICANT_DIGITS - 1 - (math.floor(math.log10(largest)) if largest else 0)
    return [
        _float_as_written(value, places) if isinstance(value, float) else Fraction(value) for value in sample
    ]


def _refuse_what_is_no_number(value: object) -> None:
    if value is None:
        raise ValueError("An answer is missing. Leave the person out, or use pairs() to do so.")
    if not isinstance(value, Rational | Decimal | float) or not math.isfinite(value):
        raise ValueError(f"{value!r} is not a number that can be ranked.")


def _float_as_written(value: float, places: int) -> Fraction:
    """Round off what binary subtraction left behind, seen from the largest of the sample."""
    return round(Fraction(value), places)


def doubled_ranks(values: Sequence[int]) -> list[int]:
    """Return twice the rank of each value from the smallest, ties sharing their middle rank.

    Doubled, a middle rank is a whole number: [7, 5, 5] gives [6, 3, 3].
    """
    ordered = sorted(values)
    return [bisect_left(ordered, value) + 1 + bisect_right(ordered, value) for value in values]


def subset_sums(parts: Iterable[int]) -> list[int]:
    """Return, at each index s, how many subsets of the parts add up to s."""
    ways = [1]
    for part in parts:
        longer = ways + [0] * part
        for total, count in enumerate(ways):
            longer[total + part] += count
        ways = longer
    return ways


def normal_two_sided(distance: float, deviation: float) -> float:
    """Return the share of a normal curve at least `distance` from its middle, both ways.

    Where nothing varies, everything lies in the middle: 1.
    """
    return 2 * NormalDist(0, deviation).cdf(-max(0.0, distance)) if deviation else 1.0


def chi_square_tail(statistic: float, df: int) -> float:
    """Return P(chi-square with df degrees of freedom >= statistic).

    The upper incomplete gamma function has a finite sum for every whole df
    (Abramowitz & Stegun 26.4.4 and 26.4.5), so nothing is approximated.
    """
    half = statistic / 2
    if half <= 0:
        return 1.0
    if df % 2:
        powers = (i + 0.5 for i in range(df // 2))
        start = math.erfc(math.sqrt(half))
    else:
        powers = (float(i) for i in range(df // 2))
        start = 0.0
    logarithms = (power * math.log(half) - half - math.lgamma(power + 1) for power in powers)
    return min(1.0, start + math.fsum(math.exp(each) for each in logarithms))
