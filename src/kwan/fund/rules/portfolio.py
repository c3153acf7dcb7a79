"""Portfolio at risk: how much of the money lent is with borrowers who are behind.

The balance counts, not the arrears and not the borrowers, as in the consensus definitions of microfinance
(CGAP 2003): all principal outstanding of loans that are late, over all principal outstanding. A loan whose
schedule was eased because it could not be kept stays at risk until it is repaid.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from kwan.fund.rules.dues import days_late

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


def _is_at_risk(loan: Standing, day: date, band: int) -> bool:
    return loan.is_relieved or days_late(loan, day) > (0 if band == 1 else band)
