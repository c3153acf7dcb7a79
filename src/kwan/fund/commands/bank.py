"""Money between the box and the bank."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kwan.fund.commands.sums import positive
from kwan.fund.models import BankMove
from kwan.fund.rules.bank import PURSES
from kwan.journal.rules import Command, Line, Move, Place, Refusal, day_number, held
from kwan.people.commands import known_member


def known_fund(purse: str) -> None:
    """Refuse a fund that a group does not keep."""
    if purse not in PURSES:
        raise Refusal("unknown_purse", f"ไม่มีกระเป๋าเงินชื่อ {purse}", f"There is no purse {purse}.")


def box(purse: str) -> Place:
    """A fund's money in the box."""
    return held(f"purse:{purse}")


def bank(purse: str) -> Place:
    """A fund's money in the bank."""
    return held(f"bank:{purse}")


@dataclass(frozen=True, kw_only=True)
class _BankMove(Command):
    """`reference` is how the bank's book calls the line, `carrier` the member who carried the money."""

    direction: ClassVar[str]
    purse: str
    satang: int
    reference: str | None = None
    carrier: str | None = None

    def natural_key(self) -> str:
        """Fund, day, direction, sum, and the bank's reference."""
        key = f"bank/{self.purse}/{day_number(self.on)}/{self.direction}/{self.satang}"
        return f"{key}/{self.reference}" if self.reference else key

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a sum that is none, a fund that there is not, and a carrier whom the book does not know."""
        positive(self.satang)
        known_fund(self.purse)
        if self.carrier:
            known_member(book, memo, self.carrier)

    def lines(self) -> Iterator[Line]:
        """The way of the money."""
        yield BankMove.of(
            direction=self.direction, purse=self.purse, satang=self.satang, reference=self.reference or None,
            carrier=self.carrier or None, day=day_number(self.on),
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class TakeToBank(_BankMove):
    """Money of a fund is taken from the box to the bank (satang)."""

    kind: ClassVar = "fund.taken_to_bank"
    direction: ClassVar = "in"

    def moves(self) -> Iterator[Move]:
        """From the box to the bank."""
        yield Move(box(self.purse), bank(self.purse), self.satang)


@dataclass(frozen=True, kw_only=True)
class TakeFromBank(_BankMove):
    """Money of a fund is taken out of the bank into the box (satang)."""

    kind: ClassVar = "fund.taken_from_bank"
    direction: ClassVar = "out"

    def moves(self) -> Iterator[Move]:
        """From the bank into the box."""
        yield Move(bank(self.purse), box(self.purse), self.satang)
