"""A way out of several debts, month by month. It shows what follows; it advises nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

from kwan.fund.rules.rounding import not_below_zero, rounded
from kwan.thai import Number, Refused, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Order: TypeAlias = "Literal['avalanche', 'snowball'] | Sequence[str]"

MOST_MONTHS = 1200
"""A hundred years: what is not paid by then is called never."""


@dataclass(frozen=True, slots=True)
class Debt:
    """What is owed to somebody: baht, per cent a year nominal, and the least to pay a month."""

    name: str
    balance: Number
    rate: Number
    minimum: Number


@dataclass(frozen=True, slots=True)
class Payoff:
    """What following one order leads to.

    `months` and `interest` (baht) are None where the debts are never paid off; then
    `never_paid_off` names those that remain. `paid_off` tells the month each debt ends,
    in the order that they end. `owed` is what all debts together come to at the start and after
    each month, `paid` what was paid in each (baht): both follow from the rest, and do not compare.
    """

    months: int | None
    interest: Decimal | None
    paid_off: tuple[tuple[str, int], ...]
    never_paid_off: tuple[str, ...] = ()
    owed: tuple[Decimal, ...] = field(default=(), compare=False, repr=False)
    paid: tuple[Decimal, ...] = field(default=(), compare=False, repr=False)


@dataclass(slots=True)
class _Owed:
    name: str
    balance: Decimal
    rate: Decimal
    minimum: Decimal

    def grow(self) -> Decimal:
        """Add one month's interest, a twelfth of the year's, rounded half up to the satang."""
        interest = rounded(self.balance * self.rate / 1200)
        self.balance += interest
        return interest

    def pay(self, most: Decimal) -> Decimal:
        """Pay up to so much; return what was paid."""
        paid = min(most, self.balance)
        self.balance -= paid
        return paid


def payoff(debts: Iterable[Debt], extra: Number = 0, order: Order = "avalanche") -> Payoff:
    """Simulate all debts together until the last is paid.

    Each month interest is added, every debt gets its minimum, and all the rest of the budget
    (the minimums of all debts at the start, and `extra`) goes to the first debt in the order
    that is still owed, then to the next: minimums set free roll on, with or without an extra.

    avalanche    the dearest first: least interest
    snowball     the smallest first: soonest one debt less
    [names]      as the household decides, the rest by avalanche: a dangerous lender first

    The order is settled at the start. Equals are taken by name.

    Raises:
        Refused: two debts of one name, a name in the order that is none, a figure below zero.
    """
    owed = [_read(debt) for debt in debts]
    queue = sorted(owed, key=lambda debt: (-debt.rate, debt.balance, debt.name))
    _refuse_doubles([debt.name for debt in owed])
    if order == "snowball":
        queue.sort(key=lambda debt: (debt.balance, -debt.rate, debt.name))
    elif order != "avalanche":
        queue.sort(key=_place_in(order, {debt.name for debt in owed}))
    return _simulate(queue, sum((debt.minimum for debt in owed), not_below_zero(extra)))


def _simulate(queue: Sequence[_Owed], budget: Decimal) -> Payoff:
    interest = Decimal(0)
    ends = {debt.name: 0 for debt in queue if not debt.balance}
    month, owed, paid = 0, [_all(queue)], list[Decimal]()
    while len(ends) < len(queue):
        if month == MOST_MONTHS:
            remain = tuple(debt.name for debt in queue if debt.balance)
            return Payoff(None, None, tuple(ends.items()), remain, tuple(owed), tuple(paid))
        month += 1
        interest += sum(debt.grow() for debt in queue)
        left = budget - sum(debt.pay(debt.minimum) for debt in queue)
        for debt in queue:
            left -= debt.pay(left)
        ends |= {debt.name: month for debt in queue if not debt.balance and debt.name not in ends}
        owed.append(_all(queue))
        paid.append(budget - left)
    return Payoff(month, interest, tuple(ends.items()), (), tuple(owed), tuple(paid))


def _all(queue: Iterable[_Owed]) -> Decimal:
    return sum((debt.balance for debt in queue), Decimal(0))


def _read(debt: Debt) -> _Owed:
    return _Owed(
        debt.name,
        rounded(not_below_zero(debt.balance)),
        not_below_zero(debt.rate),
        not_below_zero(debt.minimum),
    )


def _refuse_doubles(names: Sequence[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise Refused(f"มีหนี้ชื่อ {quoted(name)} มากกว่าหนึ่ง", f"There are two debts called {quoted(name)}.")


def _place_in(order: Sequence[str], known: set[str]) -> Callable[[_Owed], int]:
    places = {name: place for place, name in enumerate([order] if isinstance(order, str) else order)}
    for name in places:
        if name not in known:
            raise Refused(f"ไม่มีหนี้ชื่อ {quoted(name)}", f"There is no debt called {quoted(name)}.")
    return lambda debt: places.get(debt.name, len(places))
