"""What borrowed money truly costs a year, whatever the contract calls it."""

from __future__ import annotations

from decimal import Decimal, localcontext
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from kwan.fund.rules.rounding import rounded
from kwan.thai import Number, Refused, read_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

Flow: TypeAlias = "Number | tuple[date, Number]"

MILLIONTH = Decimal("0.000001")
DAYS_A_MONTH = Decimal(365) / 12
HALVINGS = 130


def yearly_rate(flows: Iterable[Flow], per_year: Number = 12) -> Decimal:
    """Return the internal rate of return, in nominal per cent a year to six places.

    Flows are sums in order of time, received with one sign and paid with the other, and change
    sign once: 10,000 and then twelve times -933.33. Plain sums lie one period apart, of which
    there are `per_year`; the rate is that of a period times `per_year`. Sums with dates,
    `(date, sum)`, are discounted by the day, and the rate is twelve times that of a month of
    365/12 days, so that both can be laid side by side.

    Raises:
        Refused: flows that never change sign, or more than once, or dates out of order.
    """
    given = list(flows)
    with localcontext(prec=40):
        if any(isinstance(flow, tuple) for flow in given):
            return _rate_by_the_day(given)
        sums = [read_number(flow) for flow in given if not isinstance(flow, tuple)]
        factor = _root(sums, range(len(sums)))
        return rounded(100 * read_number(per_year) * (1 / factor - 1), "half_even", MILLIONTH)


def _rate_by_the_day(flows: Sequence[Flow]) -> Decimal:
    dated = [flow for flow in flows if isinstance(flow, tuple)]
    days = [day.toordinal() - dated[0][0].toordinal() for day, _ in dated]
    if len(dated) < len(flows) or days != sorted(days):
        raise Refused("ทุกยอดต้องมีวันที่ และเรียงตามวัน", "Give every sum its date, in order of time.")
    factor = _root([read_number(amount) for _, amount in dated], days)
    return rounded(1200 * (factor**-DAYS_A_MONTH - 1), "half_even", MILLIONTH)


def effective_rate(nominal: Number, per_year: int = 12) -> Decimal:
    """Return the per cent a year that a nominal rate comes to, interest on interest counted."""
    with localcontext(prec=40):
        grown = (1 + read_number(nominal) / 100 / per_year) ** per_year
        return rounded(100 * (grown - 1), "half_even", MILLIONTH)


def _root(sums: Sequence[Decimal], times: Sequence[int]) -> Decimal:
    """Find the discount factor at which sums at these times are worth nothing.

    With one change of sign there is exactly one above zero (Descartes), so halving finds it.
    """
    signs = [amount > 0 for amount in sums if amount]
    if sum(earlier != later for earlier, later in pairwise(signs)) != 1:
        raise Refused(
            "ต้องมีเงินรับก่อนแล้วจ่ายคืน หรือจ่ายก่อนแล้วรับคืน อย่างใดอย่างหนึ่ง จึงหาอัตราที่แท้จริงได้",
            "A rate needs money received and then paid back, or paid and then received, once.",
        )

    def is_too_low(factor: Decimal) -> bool:
        worth = sum((amount * factor**time for amount, time in zip(sums, times, strict=True)), Decimal(0))
        return (worth > 0) == signs[0]

    low, high = Decimal(0), Decimal(1)
    while is_too_low(high):
        low, high = high, 2 * high
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if is_too_low(middle) else (low, middle)
    return high
