"""What can happen to a group's people."""

from kwan.journal.rules import Command
from kwan.people.commands.consents import COMMANDS as CONSENTS
from kwan.people.commands.consents import GiveConsent, WithdrawConsent
from kwan.people.commands.group import DescribeGroup, TellAccount, TellForm
from kwan.people.commands.members import (
    DescribeMember,
    Erase,
    Join,
    Leave,
    Mention,
    OfMember,
    Return,
    TellApart,
    erase,
    known_member,
    members_in,
)
from kwan.people.commands.offices import LeaveOffice, TakeOffice

__all__ = [
    "COMMANDS",
    "DescribeGroup",
    "DescribeMember",
    "Erase",
    "GiveConsent",
    "Join",
    "Leave",
    "LeaveOffice",
    "Mention",
    "OfMember",
    "Return",
    "TakeOffice",
    "TellAccount",
    "TellApart",
    "TellForm",
    "WithdrawConsent",
    "erase",
    "known_member",
    "members_in",
]

COMMANDS: tuple[type[Command], ...] = (
    DescribeGroup, TellForm, TellAccount, Join, DescribeMember, TellApart, Leave, Return, TakeOffice, LeaveOffice, Erase, *CONSENTS,
)  # fmt: skip
