"""Paying into the welfare fund."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kwan.fund.commands.sums import positive
from kwan.fund.models import WelfareLine
from kwan.journal.rules import Line, Move, Place, Refusal, day_number, held, world
from kwan.people.commands import OfMember, known_member

KEPT = ("purse", "bank")


def welfare_place(kept: str) -> Place:
    """The welfare money in the box ("purse") or in the bank ("bank")."""
    return held(f"{kept}:welfare")


def known_keeping(kept: str) -> None:
    """Refuse a place where no money is kept."""
    if kept not in KEPT:
        raise Refusal(
            "unknown_keeping",
            "เงินอยู่ในกล่องเงินสดหรือในธนาคารเท่านั้น",
            "Money is kept in the cash box or in the bank.",
        )


@dataclass(frozen=True, kw_only=True)
class PayIntoWelfare(OfMember):
    """A member pays into the welfare fund (satang). It is a contribution and not the member's savings.

    `kept` is "purse" for cash, or "bank" with the transfer's `slip` reference; `carried_by` the member who
    brought it for another.
    """

    kind: ClassVar = "fund.welfare_received"
    satang: int
    kept: str = "purse"
    slip: str | None = None
    carried_by: str | None = None

    def natural_key(self) -> str:
        """Member, day and direction."""
        return f"welfare/{self.member}/{day_number(self.on)}/in"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse people whom the book does not know, a sum that is none, and a place that is none."""
        positive(self.satang)
        known_keeping(self.kept)
        super().decide(book, memo)
        if self.carried_by:
            known_member(book, memo, self.carried_by)

    def moves(self) -> Iterator[Move]:
        """From the member's hand into the fund."""
        yield Move(world(f"hand:{self.member}"), welfare_place(self.kept), self.satang)

    def lines(self) -> Iterator[Line]:
        """One line of the welfare book."""
        yield WelfareLine.of(
            member=self.member, direction="in", satang=self.satang, kept=self.kept, day=day_number(self.on)
        )
