"""Portfolio at risk: how much of the money lent is with borrowers who are behind.

The balance counts, not the arrears and not the borrowers, as in the consensus definitions of microfinance
(CGAP 2003): all principal outstanding of loans that are late, over all principal outstanding. A loan whose
schedule was eased because it could not be kept stays at risk until it is repaid.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from kwan.fund.rules.agreement import Instalment
from kwan.fund.rules.dues import days_late
from kwan.fund.rules.loans import still_open

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kwan.fund.rules.loans import Standing

BANDS: Final = (1, 30, 60, 90)


@dataclass(frozen=True, slots=True)
class AtRisk:
    """Money of loans late beyond a band, satang. PAR1 is one day late or more, PAR30 more than thirty days."""

    days: int
    satang: int


@dataclass(frozen=True, slots=True)
class LateLoan:
    """One loan at risk on a day: what is owed on it (satang), for how long, and which instalments wait. Nobody's name."""

    place: int
    balance: int
    days_late: int
    is_eased: bool
    waiting: tuple[Instalment, ...]

    def counts_in(self, band: int) -> bool:
        """Is all that is owed on it at risk by this band?"""
        return _is_beyond(band, self.days_late, is_eased=self.is_eased)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All running loans of a group on a day, together; satang. Nobody's name, no single loan."""

    loans: int
    outstanding: int
    eased: int
    at_risk: tuple[AtRisk, ...]

    def share(self, days: int) -> Fraction | None:
        """Return the share at risk of a band (1, 30, 60 or 90), None where nothing is lent."""
        satang = next(band.satang for band in self.at_risk if band.days == days)
        return Fraction(satang, self.outstanding) if self.outstanding else None


def portfolio(loans: Iterable[Standing], day: date) -> Portfolio:
    """Return what is lent on this day and how much of it is at risk, by band."""
    lent = [loan for loan in loans if loan.is_running and loan.left]
    return Portfolio(
        loans=len(lent),
        outstanding=sum(loan.left for loan in lent),
        eased=sum(loan.left for loan in lent if loan.is_relieved),
        at_risk=tuple(
            AtRisk(band, sum(loan.left for loan in lent if _is_at_risk(loan, day, band))) for band in BANDS
        ),
    )


def late_loans(loans: Iterable[Standing], day: date) -> list[LateLoan]:
    """Return the running loans at risk on this day, those longest late first; `place` is each one's in `loans`."""
    lent = [(place, loan) for place, loan in enumerate(loans) if loan.is_running and loan.left]
    found = [
        LateLoan(
            place, loan.left, days_late(loan, day), loan.is_relieved,
            tuple(row for row in still_open(loan) if row.due < day),
        )
        for place, loan in lent
        if _is_at_risk(loan, day, BANDS[0])
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.days_late, one.place))


def _is_at_risk(loan: Standing, day: date, band: int) -> bool:
    return _is_beyond(band, days_late(loan, day), is_eased=loan.is_relieved)


def _is_beyond(band: int, late: int, *, is_eased: bool) -> bool:
    return is_eased or late > (0 if band == BANDS[0] else band)
