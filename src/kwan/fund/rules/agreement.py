"""What group and borrower agree on, in the book's own units: satang, hundredths of a percent a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kwan.fund.rules.calendar import Basis, Every, due_dates
from kwan.fund.rules.instalments import Kind, Schedule, Terms, schedule
from kwan.fund.rules.rates import yearly_rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Instalment:
    """What falls due on one day, satang. A schedule of these is frozen in the entry that made it."""

    due: date
    principal: int
    interest: int

    @property
    def total(self) -> int:
        """Both parts together, satang."""
        return self.principal + self.interest


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The terms of a loan.

    `rate` in hundredths of a percent a year; `principal` and `round_instalment` in satang. The days come from
    the rhythm `every`, counted from the day of paying out; from `first_due` on, if that is given; or they are
    the group's own `meetings`. The rest as in `instalments.Terms`.
    """

    principal: int
    rate: int
    periods: int | None = None
    method: Kind = "declining"
    basis: Basis = "period"
    every: str = "1month"
    first_due: date | None = None
    meetings: tuple[date, ...] = ()
    grace_principal: int = 0
    grace_interest: int = 0
    round_instalment: int | None = None


def reckon(agreed: Agreement, start: date) -> Schedule:
    """Return the schedule of a loan handed out on this day, in baht.

    Raises:
        kwan.thai.Refused: terms that make no loan, see `instalments.schedule`.
    """
    unit = agreed.round_instalment
    return schedule(
        Terms(
            principal=Decimal(agreed.principal) / 100,
            rate=Decimal(agreed.rate) / 100,
            start=start,
            periods=agreed.periods,
            kind=agreed.method,
            every=agreed.every,
            dates=_days(agreed, start),
            basis=agreed.basis,
            grace_principal=agreed.grace_principal,
            grace_interest=agreed.grace_interest,
            round_instalment=None if unit is None else Decimal(unit) / 100,
        )
    )


def _days(agreed: Agreement, start: date) -> tuple[date, ...]:
    """Return the days that the rhythm alone would not give, empty where it does."""
    if agreed.meetings or agreed.first_due is None:
        return agreed.meetings
    every, periods = Every.read(agreed.every), agreed.periods or 0
    regular = due_dates(start, periods, every)
    days = [every.after(agreed.first_due, number) for number in range(periods)]
    return () if days == regular else tuple(days)


def frozen(plan: Schedule) -> tuple[Instalment, ...]:
    """Return the rows of a schedule in satang, as an entry keeps them."""
    return tuple(Instalment(row.due, int(row.principal * 100), int(row.interest * 100)) for row in plan.rows)


def interest_of(rows: Iterable[Instalment]) -> int:
    """Return the interest of these instalments together, satang."""
    return sum(row.interest for row in rows)


def principal_of(rows: Iterable[Instalment]) -> int:
    """Return the principal of these instalments together, satang."""
    return sum(row.principal for row in rows)


def true_cost(agreed: Agreement, start: date, rows: Sequence[Instalment]) -> Decimal:
    """Return the nominal per cent a year that these rows truly cost, to six places.

    By the period where the rows are those of the agreement; by the day where the group wrote its own.

    Raises:
        kwan.thai.Refused: no rows, or terms that make no loan.
    """
    plan = reckon(agreed, start)
    if frozen(plan) == tuple(rows):
        return plan.true_yearly_rate
    paid = [(row.due, Decimal(-row.total) / 100) for row in rows]
    return yearly_rate([(start, Decimal(principal_of(rows)) / 100), *paid])
