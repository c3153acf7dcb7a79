"""The revolving fund: what it receives and what it spends."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kwan.fund.commands.sums import positive
from kwan.fund.models import FundLine
from kwan.journal.rules import Command, Line, Move, day_number, held, world

FUND_PURSE = held("purse:fund")


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
