"""Questions about the group's money: what it keeps and for whom, passbooks, the fund's own book, loans."""

from kwan.fund.queries.bylaws import BylawLine, bylaw_lines, bylaws
from kwan.fund.queries.debts import DebtsOverview, debts_overview
from kwan.fund.queries.kept import Money, Share, money
from kwan.fund.queries.loans import (
    Collection,
    LoanLine,
    LoanView,
    ScheduleLine,
    StepLine,
    due_on,
    loan,
    loans,
    member_loans,
    par,
)
from kwan.fund.queries.pay import pay_by_month
from kwan.fund.queries.revolving import FundEntry, fund_book
from kwan.fund.queries.savings import PASSBOOK, PassbookLine, balances, passbook, savings_by_month
from kwan.fund.queries.savings_day import (
    Day,
    Receipt,
    Usual,
    day_of_form,
    day_of_slip,
    receipt,
    receipts,
    saved_on,
    savings_day,
    savings_day_on,
    savings_days,
    usual_savings,
)

__all__ = [
    "PASSBOOK",
    "BylawLine",
    "Collection",
    "Day",
    "DebtsOverview",
    "FundEntry",
    "LoanLine",
    "LoanView",
    "Money",
    "PassbookLine",
    "Receipt",
    "ScheduleLine",
    "Share",
    "StepLine",
    "Usual",
    "balances",
    "bylaw_lines",
    "bylaws",
    "day_of_form",
    "day_of_slip",
    "debts_overview",
    "due_on",
    "fund_book",
    "loan",
    "loans",
    "member_loans",
    "money",
    "par",
    "passbook",
    "pay_by_month",
    "receipt",
    "receipts",
    "saved_on",
    "savings_by_month",
    "savings_day",
    "savings_day_on",
    "savings_days",
    "usual_savings",
]
