"""A share of people with its interval, and the price of asking more than once."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Interval(NamedTuple):
    """Both ends of what the data bear."""

    low: float
    high: float


def wilson(successes: int, n: int, confidence: float = 0.95) -> Interval:
    """Return Wilson's score interval (1927) for a share of `successes` out of n.

    It stays inside 0 and 1 and touches them only where nobody, or everybody, is counted.
    Raises ValueError unless 0 <= successes <= n, n > 0 and 0 < confidence < 1.
    """
    if n <= 0 or not 0 <= successes <= n:
        raise ValueError(f"{successes} of {n} is not a share of people.")
    if not 0 < confidence < 1:
        raise ValueError(f"A confidence lies between 0 and 1, as 0.95; {confidence} does not.")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    failures = n - successes
    middle = (successes + z * z / 2) / (n + z * z)
    reach = z * math.sqrt(successes * failures / n + z * z / 4) / (n + z * z)
    return Interval(
        max(0.0, middle - reach) if successes else 0.0,
        min(1.0, middle + reach) if failures else 1.0,
    )


def holm(p_values: Iterable[float]) -> list[float]:
    """Return Holm's adjusted p (1979), in the order given: as many tests, one promise.

    The smallest p is multiplied by the number of tests, the next by one less, and so on;
    none comes out below one before it, or above 1. No p gives none.
    Raises ValueError for a p outside 0 to 1.
    """
    raw = list(p_values)
    for p in raw:
        if not 0 <= p <= 1:
            raise ValueError(f"{p} is not a p value.")
    adjusted = [1.0] * len(raw)
    highest = 0.0
    for place, index in enumerate(sorted(range(len(raw)), key=raw.__getitem__)):
        highest = max(highest, min(1.0, (len(raw) - place) * raw[index]))
        adjusted[index] = highest
    return adjusted
