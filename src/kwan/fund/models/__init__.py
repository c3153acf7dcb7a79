"""Savings, pay, the revolving fund, loans, and the debts that members chose to tell.

Sums are satang, days yyyymmdd.
"""

from kwan.fund.models.assets import Equipment, EquipmentGone, EquipmentKept, EquipmentSeen
from kwan.fund.models.bank import BankEarning, BankLine, BankMatch, BankMove, BankPage
from kwan.fund.models.closing import BeneficiaryNamed, PassbookClosed
from kwan.fund.models.costs import Cost
from kwan.fund.models.cycle import Cycle, CycleBucket, CyclePaid, CyclePortion, CycleResult, CycleStep
from kwan.fund.models.debts import Debt
from kwan.fund.models.household import HouseholdPage
from kwan.fund.models.loans import FundRule, Loan, LoanGuarantor, LoanInstalment, LoanMeeting, LoanStep
from kwan.fund.models.opening import OpeningAsked, OpeningMoney, OpeningPassbook, OpeningStock
from kwan.fund.models.pay import Pay
from kwan.fund.models.revolving import FundLine, PlanDropped, PurchasePlanned
from kwan.fund.models.savings import Fine, Saving, TransferCounted, WithdrawalAnswered, WithdrawalAsked
from kwan.fund.models.savings_day import SavingsDay, SavingsDayPurse
from kwan.fund.models.welfare import WelfareAsk, WelfareDeclined, WelfareLine, WelfareRule, WelfareStep

__all__ = [
    "BankEarning",
    "BankLine",
    "BankMatch",
    "BankMove",
    "BankPage",
    "BeneficiaryNamed",
    "Cost",
    "Cycle",
    "CycleBucket",
    "CyclePaid",
    "CyclePortion",
    "CycleResult",
    "CycleStep",
    "Debt",
    "Equipment",
    "EquipmentGone",
    "EquipmentKept",
    "EquipmentSeen",
    "Fine",
    "FundLine",
    "FundRule",
    "HouseholdPage",
    "Loan",
    "LoanGuarantor",
    "LoanInstalment",
    "LoanMeeting",
    "LoanStep",
    "OpeningAsked",
    "OpeningMoney",
    "OpeningPassbook",
    "OpeningStock",
    "PassbookClosed",
    "Pay",
    "PlanDropped",
    "PurchasePlanned",
    "Saving",
    "SavingsDay",
    "SavingsDayPurse",
    "TransferCounted",
    "WelfareAsk",
    "WelfareDeclined",
    "WelfareLine",
    "WelfareRule",
    "WelfareStep",
    "WithdrawalAnswered",
    "WithdrawalAsked",
]
