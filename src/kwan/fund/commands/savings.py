"""Saving and taking savings out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kwan.fund.commands.sums import positive
from kwan.fund.models import Saving
from kwan.journal.rules import Line, Move, day_number, held, owed
from kwan.people.commands import OfMember

SAVINGS_PURSE = held("purse:savings")


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
