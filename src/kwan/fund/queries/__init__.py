"""Questions about the group's money: what it keeps and for whom, passbooks, the fund's own book."""

from kwan.fund.queries.debts import DebtsOverview, debts_overview
from kwan.fund.queries.kept import Money, Share, money
from kwan.fund.queries.pay import pay_by_month
from kwan.fund.queries.revolving import FundEntry, fund_book
from kwan.fund.queries.savings import PASSBOOK, PassbookLine, balances, passbook, savings_by_month

__all__ = [
    "PASSBOOK",
    "DebtsOverview",
    "FundEntry",
    "Money",
    "PassbookLine",
    "Share",
    "balances",
    "debts_overview",
    "fund_book",
    "money",
    "passbook",
    "pay_by_month",
    "savings_by_month",
]
