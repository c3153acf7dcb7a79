"""What a year's surplus gives back: on savings (ปันผล) and on interest paid (เฉลี่ยคืน)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kwan.fund.rules.rounding import not_below_zero, rounded
from kwan.thai import Number, Refused, read_number

if TYPE_CHECKING:
    from collections.abc import Sequence


def dividend(
    opening: Number, deposits: Sequence[Number], rate: Number, periods: int = 12, rounding: str = "half_up"
) -> Decimal:
    """Return a member's dividend for one year, in baht.

    `opening` is what stood in the passbook when the year began, `deposits` what came in month
    by month from the first, `rate` per cent a year. Money put in during month m of `periods`
    earns for the (periods - m) months after it, so the last month earns nothing. A year of
    eleven months has periods=11. Each month is rounded by itself, as co-operatives print it:
    7 % on 50,000 and 12 times 500 is 3,692.50 rounding half up, and 10 % on 15,000 and 12 times
    500 is 1,774.96 cutting off.

    Raises:
        Refused: more deposits than periods, a rate below zero, an unknown way to round.
    """
    return sum(dividend_parts(opening, deposits, rate, periods, rounding), Decimal(0))


def dividend_parts(
    opening: Number, deposits: Sequence[Number], rate: Number, periods: int = 12, rounding: str = "half_up"
) -> list[Decimal]:
    """Return the dividend as it is printed: on the opening balance, then on each month's money."""
    if len(deposits) > periods:
        raise Refused(
            f"มีเงินออม {len(deposits)} เดือน แต่ปีนี้มี {periods} เดือน",
            f"There are savings for {len(deposits)} months in a year of {periods}.",
        )
    share = not_below_zero(rate) / 100
    months = (
        read_number(deposit) * share * (periods - month) / periods
        for month, deposit in enumerate(deposits, start=1)
    )
    return [rounded(part, rounding) for part in (read_number(opening) * share, *months)]


def patronage_refund(interest_paid: Number, rate: Number, rounding: str = "half_up") -> Decimal:
    """Return the share of a year's loan interest that a borrower gets back, in baht.

    5 % of 18,521.15 paid is 926.06. Whether somebody who missed an instalment gets one is the
    group's rule, and asked before this.

    Raises:
        Refused: a sum or a rate below zero, an unknown way to round.
    """
    return rounded(not_below_zero(interest_paid) * not_below_zero(rate) / 100, rounding)
