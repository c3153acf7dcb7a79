"""The same people over several rounds, and whether anything changed at all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING, TypeAlias

from kwan.wellbeing.statistics.numbers import (
    Number,
    chi_square_tail,
    doubled_ranks,
    on_a_grid,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Columns: TypeAlias = tuple[int, ...]

EXACT_PEOPLE: Mapping[int, int] = {2: 200, 3: 40, 4: 12, 5: 6}
"""How many people are counted out in full, by number of rounds: half a second at the most."""


@dataclass(frozen=True, slots=True)
class Friedman:
    """Friedman's test of n people over k rounds.

    `p` is exact where `exact` says so, else it is `p_chi_square`.
    `kendall_w` is agreement, from 0 (none) to 1 (all rank the rounds alike).
    """

    statistic: float
    df: int
    kendall_w: float
    p: float
    p_chi_square: float
    exact: bool
    n: int
    k: int


def friedman(rows: Iterable[Sequence[Number]]) -> Friedman:
    """Test whether rounds differ; one row a person, one column a round, nobody missing.

    The statistic is corrected for ties. The exact p is conditional: each person's own ranks,
    ties and all, are dealt to the rounds in every possible order (EXACT_PEOPLE tells up to
    how many people). With every row tied throughout, the statistic is 0 and p = 1.
    Raises ValueError without a row, with ragged rows, fewer than two rounds or a missing
    answer.
    """
    ranks = [doubled_ranks(row) for row in _rectangle(rows)]
    n, k = len(ranks), len(ranks[0])
    deviations = [[rank - (k + 1) for rank in row] for row in ranks]
    between = sum(sum(column) ** 2 for column in zip(*deviations, strict=True))
    within = sum(deviation**2 for row in deviations for deviation in row)
    statistic = (k - 1) * between / within if within else 0.0
    p_chi_square = chi_square_tail(statistic, k - 1)
    exact = n <= EXACT_PEOPLE.get(k, 0)
    p = _counted_p(deviations, between) if exact else p_chi_square
    return Friedman(statistic, k - 1, statistic / (n * (k - 1)), p, p_chi_square, exact, n, k)


def _rectangle(rows: Iterable[Sequence[Number]]) -> list[list[int]]:
    table = [on_a_grid(row)[0] for row in rows]
    if not table:
        raise ValueError("Nobody answered every round, so there is nothing to test.")
    if any(len(row) != len(table[0]) for row in table):
        raise ValueError("Every person needs the same number of rounds, and the rows differ in length.")
    if len(table[0]) < 2:  # noqa: PLR2004 - two is what comparing takes
        raise ValueError("It takes two rounds or more to compare rounds.")
    return table


def _counted_p(deviations: Sequence[Sequence[int]], observed: int) -> float:
    """Return the share of all arrangements whose sum of squares is at least the observed.

    Rounds are interchangeable while every order of a row is dealt, so column sums are kept
    sorted: k! times fewer of them, and with three rounds and 40 people some 2,000.
    """
    sums: Counter[Columns] = Counter({(0,) * len(deviations[0]): 1})
    for row in deviations:
        # Orders that tied ranks make alike are dealt once: they weigh the same.
        sums = _dealt(sums, set(permutations(row)))
    as_far_out = sum(ways for columns, ways in sums.items() if sum(c * c for c in columns) >= observed)
    return as_far_out / sums.total()


def _dealt(sums: Counter[Columns], orders: set[Columns]) -> Counter[Columns]:
    dealt: Counter[Columns] = Counter()
    for columns, ways in sums.items():
        for order in orders:
            dealt[tuple(sorted(map(int.__add__, columns, order)))] += ways
    return dealt
