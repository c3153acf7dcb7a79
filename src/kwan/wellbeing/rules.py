"""What may be said of wellbeing rounds, and whether a measure rises.

A round is one list of answers, in the same order of people as every other round, with None
where somebody did not answer. Nothing here knows who they are.

The tests are fixed before any data are seen; nobody chooses one. The ladder lets a sentence
stand only as high as both a count (Wilson's interval) and a test (signed ranks, Holm over all
pairs of rounds) carry it. No rung says why anything changed: there is no control group.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import combinations, pairwise
from statistics import median
from typing import TYPE_CHECKING, Literal, TypeAlias

from kwan.wellbeing.statistics import (
    Friedman,
    HodgesLehmann,
    Interval,
    MannKendall,
    Number,
    SignedRank,
    SignTest,
    friedman,
    hodges_lehmann,
    holm,
    mann_kendall,
    rank_biserial,
    sign_test,
    signed_rank,
    wilson,
)
from kwan.wellbeing.statistics.numbers import on_a_grid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Answers: TypeAlias = "Sequence[Number | None]"
Verdict: TypeAlias = Literal["supported", "partly", "not_supported", "not_enough_data"]
Rung: TypeAlias = Literal["A", "B", "C", "D"]
Reason: TypeAlias = Literal[
    "most_of_all",
    "most_of_those_measured",
    "not_significant",
    "share_uncertain",
    "half_or_fewer",
    "other_way",
    "fewer_than_two_rounds",
    "no_baseline",
    "instrument_changed",
    "rounds_overlap",
    "few_pairs",
]
Direction: TypeAlias = Literal["rising", "falling", "flat", "too_few"]

FEWEST_PEOPLE = 5
"""Fewer than five are neither judged nor shown: their answers could be guessed."""

FEWEST_PERIODS = 6
SIGNIFICANT = 0.05
MOST = 0.5


@dataclass(frozen=True, slots=True)
class Round:
    """When a round was held, and with which instrument in which version."""

    instrument: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rounds, by the people who answered both; up is better.

    `share` is how many of these people improved, `worst_case` how many of all enrolled if
    nobody who is missing did. `p_holm` is the signed-rank p after Holm.
    """

    first: int
    last: int
    n: int
    improved: int
    same: int
    worse: int
    share: Interval
    worst_case: Interval
    signed_rank: SignedRank
    sign_test: SignTest
    p_holm: float
    rank_biserial: float
    hodges_lehmann: HodgesLehmann


@dataclass(frozen=True, slots=True)
class Ladder:
    """The verdict, the rung it stands on, why, and every figure it was read from.

    `headline` compares the first round with the last, `comparisons` every round with every
    other, `friedman` all of them by the `complete` people who answered each. Where data are not
    enough there are none of these, nor ever any from fewer than five people.
    """

    verdict: Verdict
    rung: Rung
    reason: Reason
    enrolled: int
    answered: tuple[int, ...]
    pairs: int
    complete: int
    headline: Comparison | None = None
    comparisons: tuple[Comparison, ...] = ()
    friedman: Friedman | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """Whether values in order of time rise, with the figures that say so."""

    direction: Direction
    n: int
    first_third: float | None = None
    last_third: float | None = None
    mann_kendall: MannKendall | None = None


def pairs(rows: Iterable[Answers], first: int, last: int) -> list[tuple[Number, Number]]:
    """Return (first, last) answers of the people who gave both; one row a person.

    `first` and `last` are columns, from 0. A missing answer takes a person out of this
    comparison only, not out of others.
    """
    both = ((row[first], row[last]) for row in rows)
    return [(a, b) for a, b in both if a is not None and b is not None]


def complete(rows: Iterable[Answers]) -> list[list[Number]]:
    """Return the rows of people who answered every round."""
    return [
        answers
        for row in rows
        if len(answers := [answer for answer in row if answer is not None]) == len(row)
    ]


def changes(rows: Iterable[Answers], first: int, last: int) -> list[Fraction]:
    """Return last less first for each pair, exact as the answers were written."""
    told = pairs(rows, first, last)
    steps, per_one = on_a_grid([answer for pair in told for answer in pair])
    return [Fraction(after - before, per_one) for before, after in zip(steps[::2], steps[1::2], strict=True)]


def judge(
    first: Answers,
    last: Answers,
    enrolled: int,
    *,
    during: Answers | None = None,
    rounds: Sequence[Round] = (),
    higher_is_better: bool = True,
) -> Ladder:
    """Say how far "most members are happier" may be claimed, from first round to last.

    `during` is the round between them, if one was held; `rounds` are the dates and instruments
    of the rounds given, in the same order; `enrolled` is everybody who could have answered.

    A  supported: of all enrolled most improved, whoever is missing counted as not improved.
    B  partly: so of those measured twice, and missing answers leave the rest open.
    C  partly: more than half of those measured improved; only the count may be told.
    D  not supported (half or fewer improved, or the data point the other way), or not enough
       data (fewer than two rounds or five pairs, no baseline, another instrument, rounds that
       overlap).

    Raises ValueError if rounds list different numbers of people, or more than are enrolled.
    """
    waves = [first, last] if during is None else [first, during, last]
    rows = _table(waves, enrolled)
    measured = _measure(rows, enrolled, 1 if higher_is_better else -1)
    missing = _what_is_missing(measured, rounds)
    if missing or measured.headline is None:
        reason = missing or "few_pairs"
        # Figures that may not be compared are not handed on either.
        return replace(measured, reason=reason, headline=None, comparisons=(), friedman=None)
    verdict, rung, reason = _climb(measured.headline)
    return replace(measured, verdict=verdict, rung=rung, reason=reason)


def _table(waves: Sequence[Answers], enrolled: int) -> list[tuple[Number | None, ...]]:
    """Turn rounds of people into people of rounds."""
    if len({len(wave) for wave in waves}) > 1:
        raise ValueError("Every round lists the same people in the same order, None where one is missing.")
    rows = list(zip(*waves, strict=True))
    people = sum(any(answer is not None for answer in row) for row in rows)
    if people > enrolled:
        raise ValueError(f"{people} people answered, more than the {enrolled} enrolled.")
    return rows


def _measure(rows: Sequence[Answers], enrolled: int, better: int) -> Ladder:
    """Compute every figure there are people enough for; the verdict is still to come."""
    width = max(map(len, rows), default=0)
    spans = list(combinations(range(width), 2))
    moves = [[better * change for change in changes(rows, *span)] for span in spans]
    tests = [signed_rank(moved).p if len(moved) >= FEWEST_PEOPLE else 1.0 for moved in moves]
    # A pair of rounds that cannot be tested still counts: three were promised, three are paid for.
    compared = {
        span: _compare(span, moved, p_holm, enrolled)
        for span, moved, p_holm in zip(spans, moves, holm(tests), strict=True)
        if len(moved) >= FEWEST_PEOPLE
    }
    everywhere = complete(rows)
    return Ladder(
        verdict="not_enough_data",
        rung="D",
        reason="few_pairs",
        enrolled=enrolled,
        answered=tuple(sum(row[wave] is not None for row in rows) for wave in range(width)),
        pairs=len(pairs(rows, 0, width - 1)) if rows else 0,
        complete=len(everywhere),
        headline=compared.get((0, width - 1)),
        comparisons=tuple(compared.values()),
        friedman=friedman(everywhere) if len(everywhere) >= FEWEST_PEOPLE else None,
    )


def _compare(span: tuple[int, int], moved: Sequence[Fraction], p_holm: float, enrolled: int) -> Comparison:
    counts = sign_test(moved)
    return Comparison(
        first=span[0],
        last=span[1],
        n=counts.n,
        improved=counts.up,
        same=counts.same,
        worse=counts.down,
        share=wilson(counts.up, counts.n),
        worst_case=wilson(counts.up, enrolled),
        signed_rank=signed_rank(moved),
        sign_test=counts,
        p_holm=p_holm,
        rank_biserial=rank_biserial(moved),
        hodges_lehmann=hodges_lehmann(moved),
    )


def _what_is_missing(measured: Ladder, rounds: Sequence[Round]) -> Reason | None:
    """Name what keeps rounds from being compared at all, the plainest first."""
    if not measured.answered or not measured.answered[-1]:
        return "fewer_than_two_rounds"
    if not measured.answered[0]:
        return "no_baseline"
    if len({held.instrument for held in rounds}) > 1:
        return "instrument_changed"
    if any(later.first_day <= earlier.last_day for earlier, later in pairwise(rounds)):
        return "rounds_overlap"
    return None


def _climb(seen: Comparison) -> tuple[Verdict, Rung, Reason]:
    """Find the highest rung that both the count and the test carry."""
    if seen.worse > seen.improved or seen.hodges_lehmann.estimate < 0:
        return "not_supported", "D", "other_way"
    if 2 * seen.improved <= seen.n:
        return "not_supported", "D", "half_or_fewer"
    if seen.p_holm >= SIGNIFICANT:
        return "partly", "C", "not_significant"
    if seen.worst_case.low > MOST:
        return "supported", "A", "most_of_all"
    if seen.share.low > MOST:
        return "partly", "B", "most_of_those_measured"
    return "partly", "C", "share_uncertain"


def rises(values: Iterable[Number]) -> Trend:
    """Say whether values in order of time rise: one value a period, none left out.

    It takes six periods, an exact Mann-Kendall p under .05 and a last third whose median lies
    above that of the first third; falling is the mirror image, anything else is flat. A third
    of 7 or 8 periods is 2.
    """
    series = list(values)
    n = len(series)
    if n < FEWEST_PERIODS:
        return Trend("too_few", n)
    first, last = (_median(part) for part in (series[: n // 3], series[-(n // 3) :]))
    test = mann_kendall(series)
    direction: Direction = "flat"
    if test.p < SIGNIFICANT and test.statistic * (last - first) > 0:
        direction = "rising" if last > first else "falling"
    return Trend(direction, n, float(first), float(last), test)


def _median(values: Sequence[Number]) -> Fraction:
    steps, per_one = on_a_grid(values)
    return median(Fraction(step, per_one) for step in steps)
