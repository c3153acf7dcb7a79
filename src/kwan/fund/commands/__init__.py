"""What can happen to the group's money."""

from kwan.fund.commands.bylaws import SetFundRule
from kwan.fund.commands.debts import TellDebt
from kwan.fund.commands.loan_requests import RequestLoan
from kwan.fund.commands.loans import ApproveLoan, PayOutLoan, RejectLoan, WithdrawRequest, paying_out
from kwan.fund.commands.pay import NotePay
from kwan.fund.commands.repayments import (
    RecoverLoan,
    RepayLoan,
    RescheduleLoan,
    WriteOffLoan,
    repaying,
    schedule_of_rest,
)
from kwan.fund.commands.revolving import FUND_PURSE, ReceiveIntoFund, SpendFromFund
from kwan.fund.commands.savings import SAVINGS_PURSE, Deposit, Withdrawal
from kwan.fund.commands.savings_day import HoldSavingsDay, StrikeSaving, commands_of, hold_savings_day
from kwan.fund.commands.sums import positive
from kwan.fund.commands.welfare import PayIntoWelfare
from kwan.fund.rules.agreement import Instalment
from kwan.journal.rules import Command

__all__ = [
    "COMMANDS",
    "FUND_PURSE",
    "SAVINGS_PURSE",
    "ApproveLoan",
    "Deposit",
    "HoldSavingsDay",
    "Instalment",
    "NotePay",
    "PayIntoWelfare",
    "PayOutLoan",
    "ReceiveIntoFund",
    "RecoverLoan",
    "RejectLoan",
    "RepayLoan",
    "RequestLoan",
    "RescheduleLoan",
    "SetFundRule",
    "SpendFromFund",
    "StrikeSaving",
    "TellDebt",
    "WithdrawRequest",
    "Withdrawal",
    "WriteOffLoan",
    "commands_of",
    "hold_savings_day",
    "paying_out",
    "positive",
    "repaying",
    "schedule_of_rest",
]

COMMANDS: tuple[type[Command], ...] = (
    Deposit,
    Withdrawal,
    HoldSavingsDay,
    StrikeSaving,
    NotePay,
    ReceiveIntoFund,
    SpendFromFund,
    TellDebt,
    RequestLoan,
    ApproveLoan,
    RejectLoan,
    WithdrawRequest,
    PayOutLoan,
    RepayLoan,
    RescheduleLoan,
    WriteOffLoan,
    RecoverLoan,
    SetFundRule,
    PayIntoWelfare,
)
