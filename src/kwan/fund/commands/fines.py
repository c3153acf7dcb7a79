"""Fines that members pay. What for is between the group and the member."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kwan.fund.commands.sums import positive
from kwan.fund.models import Fine
from kwan.fund.rules.bylaws import PURSES_OF_FINES
from kwan.journal.rules import Line, Move, Refusal, day_number, held, world
from kwan.people.commands import OfMember

FINES = world("fines")


@dataclass(frozen=True, kw_only=True)
class PayFine(OfMember):
    """A member pays a fine (satang) into a purse of the group. The cause is sealed."""

    kind: ClassVar = "fund.fine_paid"
    sealed_fields: ClassVar = ("cause",)
    satang: int
    purse: str = "savings"
    kept: str | None = None
    slip: str | None = None
    carried_by: str | None = None
    cause: str | None = None

    def natural_key(self) -> str:
        """The member and the day."""
        return f"fine/{self.member}/{day_number(self.on)}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a member whom the book does not know, no sum, and a purse that takes no fines."""
        positive(self.satang)
        if self.purse not in PURSES_OF_FINES or self.kept not in (None, "bank"):
            raise Refusal("unknown_purse", "ไม่มีกระเป๋าเงินนี้", "There is no such purse.")
        super().decide(book, memo)

    def moves(self) -> Iterator[Move]:
        """From outside into the purse."""
        yield Move(FINES, held(f"{self.kept or 'purse'}:{self.purse}"), self.satang)

    def lines(self) -> Iterator[Line]:
        """The fine."""
        yield Fine.of(member=self.member, satang=self.satang, purse=self.purse, day=day_number(self.on))
