"""What can happen to the group's money."""

from kwan.fund.commands.debts import TellDebt
from kwan.fund.commands.pay import NotePay
from kwan.fund.commands.revolving import FUND_PURSE, ReceiveIntoFund, SpendFromFund
from kwan.fund.commands.savings import SAVINGS_PURSE, Deposit, Withdrawal
from kwan.fund.commands.sums import positive
from kwan.journal.rules import Command

__all__ = [
    "COMMANDS",
    "FUND_PURSE",
    "SAVINGS_PURSE",
    "Deposit",
    "NotePay",
    "ReceiveIntoFund",
    "SpendFromFund",
    "TellDebt",
    "Withdrawal",
    "positive",
]

COMMANDS: tuple[type[Command], ...] = (Deposit, Withdrawal, NotePay, ReceiveIntoFund, SpendFromFund, TellDebt)
