"""Closing a cycle, step by step: opened, proposed, checked, approved, paid, locked. Each step is its own entry."""

from kwan.fund.commands.cycle.approving import ApproveCycle, LockCycle, approving
from kwan.fund.commands.cycle.paying import Handing, PayPortion, pay_portion
from kwan.fund.commands.cycle.proposing import (
    CheckCycle,
    OpenCycle,
    ProposeCycle,
    WithdrawProposal,
    proposing,
)

__all__ = [
    "ApproveCycle",
    "CheckCycle",
    "Handing",
    "LockCycle",
    "OpenCycle",
    "PayPortion",
    "ProposeCycle",
    "WithdrawProposal",
    "approving",
    "pay_portion",
    "proposing",
]
