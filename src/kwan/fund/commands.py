"""What can happen to the group's money."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kwan.fund.models import Debt, FundLine, Pay, Saving
from kwan.journal.rules import Command, Line, Move, Refusal, day_number, held, owed, world
from kwan.people.commands import OfMember

SAVINGS_PURSE = held("purse:savings")
FUND_PURSE = held("purse:fund")


def positive(satang: int) -> None:
    """Refuse a sum that is not above zero."""
    if satang <= 0:
        raise Refusal("not_positive", "จำนวนเงินต้องมากกว่าศูนย์", "The sum must be above zero.")


@dataclass(frozen=True, kw_only=True)
class _PassbookCommand(OfMember):
    satang: int
    note: str | None = None
    sealed_fields: ClassVar = ("note",)

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a member whom the book does not know, and a sum that is none."""
        positive(self.satang)
        super().decide(book, memo)

    def passbook(self) -> Any:
        """The member's passbook."""
        return owed(f"passbook:{self.member}")


@dataclass(frozen=True, kw_only=True)
class Deposit(_PassbookCommand):
    """A member saves: the passbook and the savings purse grow by the same sum (satang)."""

    kind: ClassVar = "fund.deposit"

    def natural_key(self) -> str:
        """Member, day and direction."""
        return f"passbook/{self.member}/{day_number(self.on)}/in"

    def moves(self) -> Iterator[Move]:
        """From what is owed to the member into the purse."""
        yield Move(self.passbook(), SAVINGS_PURSE, self.satang)

    def lines(self) -> Iterator[Line]:
        """One line of the passbook."""
        yield Saving.of(member=self.member, direction="in", satang=self.satang, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class Withdrawal(_PassbookCommand):
    """A member takes savings out (satang)."""

    kind: ClassVar = "fund.withdrawal"

    def natural_key(self) -> str:
        """Member, day and direction."""
        return f"passbook/{self.member}/{day_number(self.on)}/out"

    def moves(self) -> Iterator[Move]:
        """From the purse back against what is owed to the member."""
        yield Move(SAVINGS_PURSE, self.passbook(), self.satang)

    def lines(self) -> Iterator[Line]:
        """One line of the passbook."""
        yield Saving.of(member=self.member, direction="out", satang=self.satang, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class NotePay(OfMember):
    """What a member earned from the group in a month. `on` is the first of that month; a fact without a transfer."""

    kind: ClassVar = "fund.pay_noted"
    satang: int

    def natural_key(self) -> str:
        """Member and month."""
        return f"pay/{self.member}/{day_number(self.on) // 100}"

    def lines(self) -> Iterator[Line]:
        """One month's pay."""
        yield Pay.of(member=self.member, month=day_number(self.on) // 100, satang=self.satang)


@dataclass(frozen=True, kw_only=True)
class _FundCommand(Command):
    """`item` says what it was for, in the group's own words. It is sealed: a name may stand in it."""

    purpose: str
    satang: int
    item: str | None = None
    sealed_fields: ClassVar = ("item",)
    direction: ClassVar[str]

    def decide(self, book: int, memo: dict[str, Any]) -> None:  # noqa: ARG002 - every command is asked this way
        """Refuse a sum that is none."""
        positive(self.satang)

    def natural_key(self) -> str:
        """Day, purpose and direction; what comes twice on one day is told apart by its sum."""
        return f"fund/{day_number(self.on)}/{self.direction}/{self.purpose}/{self.satang}"

    def lines(self) -> Iterator[Line]:
        """One line of the fund's book."""
        yield FundLine.of(
            direction=self.direction, purpose=self.purpose, satang=self.satang, day=day_number(self.on)
        )


@dataclass(frozen=True, kw_only=True)
class ReceiveIntoFund(_FundCommand):
    """The revolving fund receives a grant, or what was raised (satang)."""

    kind: ClassVar = "fund.received"
    direction: ClassVar = "in"

    def moves(self) -> Iterator[Move]:
        """From the giver into the fund's purse."""
        yield Move(world(f"giver:{self.purpose}"), FUND_PURSE, self.satang)


@dataclass(frozen=True, kw_only=True)
class SpendFromFund(_FundCommand):
    """The revolving fund pays for materials, equipment or welfare (satang)."""

    kind: ClassVar = "fund.spent"
    direction: ClassVar = "out"

    def moves(self) -> Iterator[Move]:
        """From the fund's purse to whoever was paid."""
        yield Move(FUND_PURSE, world(f"paid:{self.purpose}"), self.satang)


@dataclass(frozen=True, kw_only=True)
class TellDebt(OfMember):
    """A member tells of a debt outside the group. All about it is sealed.

    `principal` and `instalment` (a month) in satang, `rate` in hundredths of a percent a year.
    """

    kind: ClassVar = "fund.debt_told"
    sealed_fields: ClassVar = ("creditor", "nature", "principal", "rate", "instalment")
    creditor: str | None = None
    nature: str | None = None
    principal: int | None = None
    rate: int | None = None
    instalment: int | None = None

    def lines(self) -> Iterator[Line]:
        """That there is a debt; nothing more."""
        yield Debt.of(member=self.member, day=day_number(self.on))


COMMANDS: tuple[type[Command], ...] = (Deposit, Withdrawal, NotePay, ReceiveIntoFund, SpendFromFund, TellDebt)
