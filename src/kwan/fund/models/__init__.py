"""Savings, pay, the revolving fund, and the debts that members chose to tell.

Sums are satang, days yyyymmdd.
"""

from kwan.fund.models.debts import Debt
from kwan.fund.models.pay import Pay
from kwan.fund.models.revolving import FundLine
from kwan.fund.models.savings import Saving

__all__ = ["Debt", "FundLine", "Pay", "Saving"]
