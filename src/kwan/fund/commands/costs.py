"""Costs: what the savings fund spends in a cycle, and what is spent of the money that a closing set aside."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from kwan.fund.commands.sums import positive
from kwan.fund.models import Cost
from kwan.fund.rules.cycle.books import COST
from kwan.fund.rules.cycle.terms import BUCKETS, PERSONAL
from kwan.journal.rules import Command, Line, Move, Refusal, day_number, held, world

SAVINGS, WELFARE = "savings", "welfare"
PURSES: Final = (SAVINGS, *(name for name in BUCKETS if name not in (*PERSONAL, WELFARE)))


@dataclass(frozen=True, kw_only=True)
class PayCosts(Command):
    """Paper for the books, a journey, the committee's share: money goes out (satang). What for is sealed.

    `purse` is "savings", which makes the cycle's profit smaller, or one that a closing filled; `kept` is "bank" for
    what lies there.
    """

    kind: ClassVar = "fund.costs_paid"
    sealed_fields: ClassVar = ("item",)
    purse: str
    satang: int
    kept: str | None = None
    receipt: str | None = None
    item: str | None = None

    def natural_key(self) -> str:
        """The purse and the day, and the receipt or else the sum."""
        return f"costs/{self.purse}/{day_number(self.on)}/{self.receipt or self.satang}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:  # noqa: ARG002 - every command is asked this way
        """Refuse a sum that is none, and a purse that has its own way to spend."""
        positive(self.satang)
        if self.purse not in PURSES or self.kept not in (None, "bank"):
            raise Refusal("unknown_purse", "ไม่มีกระเป๋าเงินนี้", "There is no such purse.")

    def moves(self) -> Iterator[Move]:
        """From the purse, or its part in the bank, to whoever was paid."""
        place = "bank" if self.kept else "purse"
        yield Move(held(f"{place}:{self.purse}"), world(f"{COST}{self.purse}"), self.satang)

    def lines(self) -> Iterator[Line]:
        """The cost."""
        yield Cost.of(purse=self.purse, satang=self.satang, kept=self.kept, day=day_number(self.on))
