"""Savings, pay, the revolving fund, loans, and the debts that members chose to tell.

Sums are satang, days yyyymmdd.
"""

from kwan.fund.models.debts import Debt
from kwan.fund.models.loans import FundRule, Loan, LoanGuarantor, LoanInstalment, LoanMeeting, LoanStep
from kwan.fund.models.pay import Pay
from kwan.fund.models.revolving import FundLine
from kwan.fund.models.savings import Saving
from kwan.fund.models.savings_day import SavingsDay
from kwan.fund.models.welfare import WelfareLine, WelfareRule, WelfareStep

__all__ = [
    "Debt",
    "FundLine",
    "FundRule",
    "Loan",
    "LoanGuarantor",
    "LoanInstalment",
    "LoanMeeting",
    "LoanStep",
    "Pay",
    "Saving",
    "SavingsDay",
    "WelfareLine",
    "WelfareRule",
    "WelfareStep",
]
