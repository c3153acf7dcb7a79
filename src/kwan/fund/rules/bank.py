"""The bank's book beside ours: which entries of ours a line of the bank's may be, and what lies between the two.

Sums are satang, with the sign of our side: above zero came into the bank.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Direction: TypeAlias = Literal["in", "out"]

PURSES: Final = ("savings", "welfare", "fund", "trade")
ALL: Final = "all"
BANKBOOKS: Final = (ALL, *PURSES)
NEAR: Final = 10  # days between a slip and the line that the bank printed
MOST_TOGETHER: Final = 6  # of our entries that are looked for in one line
MOST_LOOKED_AT: Final = 12


@dataclass(frozen=True, slots=True)
class Dated:
    """A sum on a day, and the entry that says it."""

    entry: int
    on: date
    satang: int


@dataclass(frozen=True, slots=True)
class Between:
    """How the bank's balance stands to ours, satang: the bank's less ours is `difference`.

    `theirs` came into (or, below zero, went out of) the bank's book and waits for an entry of ours; `ours` the
    other way round. What both do not explain is `unexplained`.
    """

    bank: int
    books: int
    theirs: int
    ours: int

    @property
    def difference(self) -> int:
        """What the bank has more than our books say."""
        return self.bank - self.books

    @property
    def unexplained(self) -> int:
        """What is left of the difference once everything that waits has found its other side."""
        return self.difference - self.theirs + self.ours


def signed(direction: str, satang: int) -> int:
    """Return a sum with the sign of our side."""
    return satang if direction == "in" else -satang


def suggested(line: Dated, ours: Iterable[Dated]) -> tuple[int, ...]:
    """Return the entries that this line may be: one of its sum, the nearest day first, else the fewest that add up to it.

    Only a suggestion: a person says whether it is so. Empty where nothing near fits.
    """
    near = [one for one in ours if abs((one.on - line.on).days) <= NEAR and one.satang * line.satang > 0]
    near.sort(key=lambda one: (abs((one.on - line.on).days), one.entry))
    same = next((one for one in near if one.satang == line.satang), None)
    if same is not None:
        return (same.entry,)
    for many in range(2, MOST_TOGETHER + 1):
        for group in combinations(near[:MOST_LOOKED_AT], many):
            if sum(one.satang for one in group) == line.satang:
                return tuple(sorted(one.entry for one in group))
    by_day = _whole_day(line, near)
    return tuple(sorted(one.entry for one in by_day))


def _whole_day(line: Dated, near: Sequence[Dated]) -> list[Dated]:
    """Return all sums of one day, where they are the line: what a savings day brought goes to the bank in one."""
    for day in dict.fromkeys(one.on for one in near):
        together = [one for one in near if one.on == day]
        if sum(one.satang for one in together) == line.satang:
            return together
    return []


def jumps(lines: Sequence[tuple[int, int]]) -> list[int]:
    """Return for each line (signed sum, balance after) by how much its balance is off what the line before leads to."""
    off = [0] * min(1, len(lines))
    for (_, before), (satang, after) in pairwise(lines):
        off.append(after - before - satang)
    return off
