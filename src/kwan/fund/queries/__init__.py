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

__all__ = [
    "PASSBOOK",
    "BylawLine",
    "Collection",
    "DebtsOverview",
    "FundEntry",
    "LoanLine",
    "LoanView",
    "Money",
    "PassbookLine",
    "ScheduleLine",
    "Share",
    "StepLine",
    "balances",
    "bylaw_lines",
    "bylaws",
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
    "savings_by_month",
]
