"""Loan schedules: what falls due when, and what the loan truly costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from kwan.fund.rules.calendar import Basis, Every, due_dates, meeting_dates, year_fraction
from kwan.fund.rules.rates import yearly_rate
from kwan.fund.rules.rounding import NOUGHT, SATANG, not_below_zero, rounded
from kwan.thai import Number, Refused, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Kind: TypeAlias = Literal["flat", "declining", "equal-principal"]

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What borrower and group agree on.

    principal          baht
    rate               per cent a year, or a tuple of one for each instalment if it changes
    start              the day the money is handed out
    periods            how many instalments; may be left out with `dates`
    kind               flat: interest on the whole loan to the end; declining: level instalments,
                       interest on what is owed; equal-principal: equal parts and that interest
    every              "1month", "1week", "2week", "15day"
    dates              the group's meeting days, in place of a regular calendar
    basis              how days make interest, see `year_fraction`
    grace_principal    so many first instalments pay interest only
    grace_interest     so many first instalments pay none; it is due with the next one
    round_instalment   level instalments are rounded to multiples of this many baht
    smooth             nudge the level instalment by single units while that brings the last
                       one nearer to it
    rounding           for each interest and instalment
    """

    principal: Number
    rate: Number | tuple[Number, ...]
    start: date
    periods: int | None = None
    kind: Kind = "declining"
    every: str = "1month"
    dates: tuple[date, ...] = ()
    basis: Basis = "period"
    grace_principal: int = 0
    grace_interest: int = 0
    round_instalment: Number | None = None
    smooth: bool = False
    rounding: str = "half_even"


@dataclass(frozen=True, slots=True)
class Row:
    """One instalment, in baht; `balance` is the principal still owed after it."""

    due: date
    principal: Decimal
    interest: Decimal
    total: Decimal
    balance: Decimal


@dataclass(frozen=True, slots=True)
class Schedule:
    """All instalments of a loan.

    `true_yearly_rate` is the nominal per cent a year that these very rows come to: periods a
    year times the internal rate of a period on a regular calendar, and by the day with meeting
    dates (see `yearly_rate`).
    """

    principal: Decimal
    rows: tuple[Row, ...]
    total_interest: Decimal
    true_yearly_rate: Decimal


@dataclass(frozen=True, slots=True)
class _Loan:
    """Terms, read and checked: a factor of interest for every instalment to come."""

    principal: Decimal
    dues: tuple[date, ...]
    factors: tuple[Decimal, ...]
    grace_principal: int
    grace_interest: int
    unit: Decimal  # of a level instalment
    rounding: str

    def satang(self, value: Decimal) -> Decimal:
        return rounded(value, self.rounding)

    def level(self, value: Decimal) -> Decimal:
        return rounded(value, self.rounding, self.unit)


# What one instalment repays: (its number from 0, the interest of its period, what is owed) -> baht.
Repays: TypeAlias = "Callable[[int, Decimal, Decimal], Decimal]"


def schedule(terms: Terms) -> Schedule:
    """Return the schedule of a loan, the last instalment taking what rounding left over.

    Interest is rounded to the satang row by row, on the rounded balance, as a passbook does.
    Principal parts add up to the loan, the last balance is nought, and no figure is below zero.

    Raises:
        Refused: a loan of nothing, no instalment, too many or too much grace, an unknown kind,
            basis, rhythm or way to round, meetings out of order, a rate below zero.
    """
    loan = _read(terms)
    if terms.kind == "flat":
        rows = _flat(loan)
    elif terms.kind == "equal-principal":
        part = loan.satang(loan.principal / (len(loan.dues) - loan.grace_principal))
        rows = _declining(loan, lambda _number, _interest, _balance: part)
    elif terms.kind == "declining":
        rows = _level(loan, smooth=terms.smooth)
    else:
        raise Refused(
            f"ไม่รู้จักแบบการผ่อน {quoted(terms.kind)} ใช้ได้: {', '.join(KINDS)}",
            f"{quoted(terms.kind)} is no kind of schedule. There are: {', '.join(KINDS)}.",
        )
    total = sum((row.interest for row in rows), NOUGHT)
    return Schedule(loan.principal, tuple(rows), total, _true_rate(terms, loan.principal, rows))


def _read(terms: Terms) -> _Loan:
    principal = rounded(not_below_zero(terms.principal))
    if not principal:
        raise Refused("เงินกู้ต้องมากกว่าศูนย์", "The loan must be above zero.")
    every = Every.read(terms.every)
    if terms.dates:
        dues = meeting_dates(terms.start, terms.dates)
    else:
        dues = due_dates(terms.start, terms.periods or 0, every)
    _check_counts(terms, len(dues))
    rates = terms.rate if isinstance(terms.rate, tuple) else (terms.rate,) * len(dues)
    # Interest "by the period" goes by the rhythm even where meetings drift about it.
    rhythm = every if terms.basis == "period" or not terms.dates else None
    years = (year_fraction(terms.basis, start, end, rhythm) for start, end in pairwise([terms.start, *dues]))
    return _Loan(
        principal=principal,
        dues=tuple(dues),
        factors=tuple(not_below_zero(rate) / 100 * part for rate, part in zip(rates, years, strict=True)),
        grace_principal=terms.grace_principal,
        grace_interest=terms.grace_interest,
        unit=SATANG if terms.round_instalment is None else not_below_zero(terms.round_instalment),
        rounding=terms.rounding,
    )


def _check_counts(terms: Terms, count: int) -> None:
    if terms.periods not in {None, count}:
        raise Refused(
            f"บอกไว้ {terms.periods} งวด แต่มีวันประชุม {count} วัน",
            f"There are {terms.periods} instalments, and {count} meetings.",
        )
    if isinstance(terms.rate, tuple) and len(terms.rate) != count:
        raise Refused(
            f"มีอัตราดอกเบี้ย {len(terms.rate)} อัตรา แต่ผ่อน {count} งวด",
            f"There are {len(terms.rate)} rates for {count} instalments.",
        )
    if not (0 <= terms.grace_principal < count and 0 <= terms.grace_interest < count):
        raise Refused(
            f"งวดปลอดเงินต้นหรือดอกเบี้ยต้องน้อยกว่า {count} งวด",
            f"Grace must be for fewer than the {count} instalments.",
        )


def _flat(loan: _Loan) -> list[Row]:
    """Interest on the whole loan each period, whatever is still owed; the last makes it exact."""
    exact = [loan.principal * factor for factor in loan.factors]
    part = loan.principal / (len(loan.dues) - loan.grace_principal)

    def repays(number: int, interest: Decimal, _balance: Decimal) -> Decimal:
        return loan.satang(part) if loan.unit == SATANG else loan.level(part + exact[number]) - interest

    left = loan.satang(sum(exact, Decimal(0)))
    interests = []
    for each in exact[:-1]:
        interests.append(min(loan.satang(each), left))
        left -= interests[-1]
    return _rows(loan, repays, lambda number, _balance: [*interests, left][number])


def _declining(loan: _Loan, repays: Repays) -> list[Row]:
    """Interest on what is owed."""
    return _rows(loan, repays, lambda number, balance: loan.satang(balance * loan.factors[number]))


def _level(loan: _Loan, *, smooth: bool) -> list[Row]:
    """Level instalments, nudged a unit at a time while the last one comes nearer, if wanted."""
    instalment = loan.level(_annuity(loan))
    best = _at(loan, instalment)
    for step in (1, -1) if smooth else ():
        unit = step * loan.unit
        while _unevenness(nudged := _at(loan, instalment + unit)) < _unevenness(best):
            best, instalment = nudged, instalment + unit
    return best


def _at(loan: _Loan, instalment: Decimal) -> list[Row]:
    return _declining(loan, lambda _number, interest, _balance: instalment - interest)


def _annuity(loan: _Loan) -> Decimal:
    """Return the level instalment before rounding, for periods of any length.

    P (1+f1)(1+f2)… / (1 + (1+fn) + (1+fn)(1+fn-1) + …), which for equal periods is the textbook
    P f / (1 - (1+f)^-n).
    """
    growth, value = Decimal(1), Decimal(0)
    for factor in reversed(loan.factors[loan.grace_principal :]):
        value += growth
        growth *= 1 + factor
    return loan.principal * growth / value


def _unevenness(rows: Sequence[Row]) -> Decimal:
    """How far the last instalment is from the one before."""
    return abs(rows[-1].total - rows[-2].total) if len(rows) > 1 else Decimal(0)


def _rows(loan: _Loan, repays: Repays, interest_of: Callable[[int, Decimal], Decimal]) -> list[Row]:
    rows: list[Row] = []
    balance, waiting = loan.principal, NOUGHT
    for number, due in enumerate(loan.dues):
        interest = interest_of(number, balance)
        principal = NOUGHT
        if number == len(loan.dues) - 1:
            principal = balance
        elif number >= loan.grace_principal:
            principal = max(NOUGHT, min(balance, repays(number, interest, balance)))
        balance -= principal
        waiting += interest
        paid = waiting if number >= loan.grace_interest else NOUGHT
        waiting -= paid
        rows.append(Row(due, principal, paid, principal + paid, balance))
    return rows


def _true_rate(terms: Terms, principal: Decimal, rows: Sequence[Row]) -> Decimal:
    if terms.dates:
        return yearly_rate([(terms.start, principal), *((row.due, -row.total) for row in rows)])
    years = Every.read(terms.every).years()
    per_year = Decimal(years.denominator) / years.numerator
    return yearly_rate([principal, *(-row.total for row in rows)], per_year)


def schedule_as_json(plan: Schedule) -> dict[str, Any]:
    """Return a schedule for a machine: baht as strings of two places, days as ISO dates."""
    return {
        "principal": f"{plan.principal:.2f}",
        "rows": [
            {"due": row.due.isoformat()}
            | {name: f"{getattr(row, name):.2f}" for name in ("principal", "interest", "total", "balance")}
            for row in plan.rows
        ],
        "total_interest": f"{plan.total_interest:.2f}",
        "total": f"{plan.principal + plan.total_interest:.2f}",
        "true_yearly_rate": f"{plan.true_yearly_rate:.3f}",
    }
