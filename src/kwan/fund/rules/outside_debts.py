"""A debt to somebody outside the group: what it costs a year, whatever its paper calls it.

Sums are satang, rates hundredths of a per cent, each of its own period.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from kwan.fund.rules.debts import Debt, Order, Payoff, payoff
from kwan.fund.rules.rates import effective_rate, yearly_rate
from kwan.fund.rules.rounding import rounded
from kwan.thai import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Period = Literal["day", "week", "month", "year"]
PERIODS: Final[Mapping[Period, int]] = {"day": 365, "week": 52, "month": 12, "year": 1}
HUNDREDTH: Final = Decimal("0.01")
DAYS_A_YEAR: Final = 365
MOST_TIMES: Final = 1200

Known = Literal["rate", "flat", "instalments", "nothing"]
"""What of the price is known: a rate on what is still owed, a flat one, only the instalments, nothing."""

# A seal keeps the place of a code in its list: these lists only grow at their end.
KNOWN: Final[tuple[Known, ...]] = ("rate", "flat", "instalments", "nothing")
EVERY: Final[tuple[Period, ...]] = ("day", "week", "month", "year")
NATURES: Final = (
    "village_fund",
    "baac",
    "cooperative",
    "leasing",
    "informal",
    "shop",
    "relatives",
    "bank",
    "other",
)


@dataclass(frozen=True, slots=True)
class Price:
    """What is known of a debt's price.

    rate         `rate` hundredths of a per cent every `per`, on what is still owed
    flat         the same on the whole `received`, paid back in `times` instalments, one `every` so often
    instalments  `received` satang, paid back as `times` × `each` satang, one `every` so often
    """

    known: Known
    rate: int = 0
    per: Period = "year"
    received: int = 0
    times: int = 0
    each: int = 0
    every: Period = "month"


def price_a_year(price: Price) -> Decimal | None:
    """Return what a debt costs, in nominal per cent a year to two places: that of a period times periods a year.

    A flat rate whose number of instalments is not known is taken as if on what is still owed, which is the least
    that it can be. None where nothing is known.

    Raises:
        Refused: instalments that together are less than was received, or no sum or number of them.
    """
    if price.known == "nothing":
        return None
    if price.known == "rate" or (price.known == "flat" and not (price.times and price.received)):
        return rounded(Decimal(price.rate) * PERIODS[price.per] / 100, unit=HUNDREDTH)
    each = instalment_of(price)
    if price.received <= 0 or price.each < 0 or not 0 < price.times <= MOST_TIMES or each <= 0:
        raise Refused(
            "ใส่เงินที่ได้รับ จำนวนงวด และเงินแต่ละงวด จึงจะคิดได้ว่าแพงเท่าไร",
            "Say what was received, how many instalments there are, and what each comes to.",
        )
    if each * price.times < price.received:
        raise Refused(
            "ทุกงวดรวมกันยังน้อยกว่าเงินที่ได้รับ ดูตัวเลขอีกครั้ง",
            "All instalments together are less than what was received. Please look at the figures again.",
        )
    return rounded(
        yearly_rate([price.received, *[-each] * price.times], PERIODS[price.every]), unit=HUNDREDTH
    )


def instalment_of(price: Price) -> Decimal:
    """Return what one instalment comes to, satang: as it was told, or a flat rate's share. Nothing where neither is known."""
    if price.known != "flat" or not price.times:
        return Decimal(price.each)
    interest = Decimal(price.received) * price.rate * PERIODS[price.per] / PERIODS[price.every] / 10_000
    return (price.received + interest * price.times) / price.times


def with_interest_on_interest(rate: Decimal, every: Period) -> Decimal:
    """Return the per cent a year that a nominal rate comes to if what is not paid is borrowed again, to two places."""
    return rounded(effective_rate(rate, PERIODS[every]), unit=HUNDREDTH)


def period_of(price: Price) -> Period:
    """Return the period at which a debt's interest is reckoned."""
    by_instalment = price.known == "instalments" or (price.known == "flat" and price.times)
    return price.every if by_instalment else price.per


def left_of(price: Price, rate: Decimal, left: int) -> int:
    """Return what is owed today of a debt of which `left` equal instalments are still to come, satang.

    That is what they are worth at the debt's own price, so that interest is not counted twice.
    """
    per_period = rate / 100 / PERIODS[price.every]
    if not per_period:
        return left * price.each
    worth = price.each * (1 - (1 + per_period) ** -left) / per_period
    return int(rounded(worth, unit=Decimal(1)))


def a_month(satang: int, every: Period) -> int:
    """Return what so much every so often comes to in a month, satang, half up."""
    return int(rounded(Decimal(satang) * PERIODS[every] / 12, unit=Decimal(1)))


def this_month(balance: int, rate: Decimal | None, satang: int, every: Period) -> int:
    """Return what must be paid in a month of a debt, satang: never more than what is owed and its month's interest."""
    interest = int(rounded(balance * (rate or Decimal(0)) / 1200, unit=Decimal(1)))
    return min(a_month(satang, every), balance + interest)


def a_year_of(balance: int, rate: Decimal | None) -> int | None:
    """Return what a balance costs in a year at a nominal rate, satang, half up; None where the rate is not known."""
    return None if rate is None else int(rounded(balance * rate / 100, unit=Decimal(1)))


def after_paying(balance: int, rate: Decimal | None, days: int, paid: int) -> int:
    """Return what is owed after so many days of interest and a payment, satang; never below zero."""
    interest = balance * (rate or Decimal(0)) / 100 * days / DAYS_A_YEAR
    return max(0, balance + int(rounded(interest, unit=Decimal(1))) - paid)


# -- ways out ---------------------------------------------------------------------------------------

Route = Literal["as_now", "snowball", "avalanche", "own"]
ROUTES: Final[tuple[Route, ...]] = ("as_now", "snowball", "avalanche", "own")


@dataclass(frozen=True, slots=True)
class Out:
    """One way out of all debts together; sums satang, `months` and `interest` None where it never ends."""

    route: Route
    months: int | None
    interest: int | None
    ends: tuple[tuple[str, int], ...]
    never: tuple[str, ...]
    owed: tuple[int, ...]


def ways_out(debts: Iterable[Debt], extra: int, own: Sequence[str] = ()) -> list[Out]:
    """Return what follows from each way: only what must be paid, smallest first, dearest first, and the household's own order.

    `extra` is satang a month on top of what must be paid. All debts are simulated together; what a paid-off debt
    set free goes on to the next in every way, the first included.

    Raises:
        Refused: see `payoff`.
    """
    owed, more = list(debts), Decimal(extra) / 100
    routes: list[tuple[Route, Decimal, Order]] = [
        ("as_now", Decimal(0), "avalanche"),
        ("snowball", more, "snowball"),
        ("avalanche", more, "avalanche"),
    ]
    routes += [("own", more, list(own))] if own else []
    return [_out(route, payoff(owed, extra=add, order=order)) for route, add, order in routes]


def _out(route: Route, found: Payoff) -> Out:
    interest = None if found.interest is None else int(found.interest * 100)
    owed = tuple(int(left * 100) for left in found.owed) if found.months is not None else ()
    return Out(route, found.months, interest, found.paid_off, found.never_paid_off, owed)
