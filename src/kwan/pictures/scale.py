"""Units and scales: how a figure is written, and which round numbers stand at the rules."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

SATANG = 100
GRAMS = 1000


@dataclass(frozen=True)
class Unit:
    """A unit of the books: the smallest piece is an integer, people see ``per`` of them as one."""

    th: str
    en: str
    per: int = 1
    decimals: int = 0

    def word(self, lang: str) -> str:
        """Return the unit's word in one language."""
        return self.en if lang == "en" else self.th

    def write(self, value: int) -> str:
        """Write a figure as people read it: 1350350 satang is ``13,503.50``."""
        return f"{Decimal(value) / self.per:,.{self.decimals}f}"

    def write_short(self, value: int) -> str:
        """Write a figure without its empty decimals: 91000 grams is ``91``, 6100 is ``6.1``."""
        text = f"{(Decimal(value) / self.per).normalize():,f}"
        return text if text != "-0" else "0"


BAHT = Unit("บาท", "baht", SATANG, 2)
KILOGRAM = Unit("กก.", "kg", GRAMS, 1)


def counted(th: str, en: str) -> Unit:
    """Return a unit that is counted in whole pieces (คน, ใบ, รอบ)."""
    return Unit(th, en)


def rules(top: int, most: int = 4) -> list[int]:
    """Return the values of the printed rules: from 0 by 1, 2 or 5 × 10ⁿ, the last at or above ``top``.

    >>> rules(13503)
    [0, 5000, 10000, 15000]
    """
    step = next(
        factor * 10**power for power in range(40) for factor in (1, 2, 5) if factor * 10**power * most >= top
    )
    count = max(1, -(-top // step))
    return [step * place for place in range(count + 1)]


def gapless(count: int, room: float, width: float) -> int:
    """Return every how many labels one fits, when ``count`` labels of ``width`` share ``room``."""
    return max(1, math.ceil(count * width / room))
