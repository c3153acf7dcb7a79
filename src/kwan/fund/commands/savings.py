"""Saving and taking savings out: regular savings, special savings, and shares."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from kwan.fund.commands.closed import refuse_closed
from kwan.fund.commands.sums import positive
from kwan.fund.commands.withdrawals import check_agreed
from kwan.fund.models import Saving
from kwan.fund.queries.bylaws import bylaws
from kwan.fund.rules.savings_day import PASSBOOKS, Sort
from kwan.journal.rules import Line, Move, Place, Refusal, day_number, held, owed
from kwan.people.commands import OfMember, known_member
from kwan.quantities import format_baht

SAVINGS_PURSE = held("purse:savings")
KEPT: Final = (None, "bank")


@dataclass(frozen=True, kw_only=True)
class _PassbookCommand(OfMember):
    """`sort` is None for regular savings, "special" or "share"; `kept` None for cash, "bank" for a transfer."""

    direction: ClassVar[str]
    satang: int
    note: str | None = None
    sort: Sort = None
    kept: str | None = None
    sealed_fields: ClassVar = ("note",)

    def natural_key(self) -> str:
        """Member, day and direction; the sort where it is not regular."""
        key = f"passbook/{self.member}/{day_number(self.on)}/{self.direction}"
        return f"{key}/{self.sort}" if self.sort else key

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a member whom the book does not know, a sum that is none, and a sort that there is not."""
        positive(self.satang)
        if self.sort not in PASSBOOKS or self.kept not in KEPT:
            raise Refusal("unknown_sort", "ไม่มีการออมชนิดนี้", "There is no such sort of saving.")
        super().decide(book, memo)

    def passbook(self) -> Place:
        """The member's passbook of this sort."""
        return owed(f"{PASSBOOKS[self.sort]}{self.member}")

    def purse(self) -> Place:
        """Where the money lies: in the box, or in the bank."""
        return held("bank:savings") if self.kept else SAVINGS_PURSE

    def more(self) -> dict[str, int | str | None]:
        """Return what else the line says."""
        return {"sort": self.sort}

    def lines(self) -> Iterator[Line]:
        """One line of the passbook."""
        yield Saving.of(
            member=self.member, direction=self.direction, satang=self.satang, day=day_number(self.on), **self.more()
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Deposit(_PassbookCommand):
    """A member saves: the passbook and the savings purse grow by the same sum (satang).

    `slip` is the reference of the transfer it came by, `carried_by` the member who brought it for another.
    """

    kind: ClassVar = "fund.deposit"
    direction: ClassVar = "in"
    slip: str | None = None
    carried_by: str | None = None

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a part of a share as well, and a carrier whom the book does not know."""
        super().decide(book, memo)
        refuse_closed(book, memo, self.member)
        if self.carried_by:
            known_member(book, memo, self.carried_by)
        if self.sort == "share" and memo.get("source") != "brought":
            _whole_shares(self.satang, bylaws(book).share_price)

    def moves(self) -> Iterator[Move]:
        """From what is owed to the member into the purse."""
        yield Move(self.passbook(), self.purse(), self.satang)


@dataclass(frozen=True, kw_only=True)
class Withdrawal(_PassbookCommand):
    """A member takes savings out (satang). `asked` is the entry that asked another officer for it."""

    kind: ClassVar = "fund.withdrawal"
    direction: ClassVar = "out"
    asked: int | None = None

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse as well what only two officers pay out, and was not agreed to."""
        super().decide(book, memo)
        if memo.get("source") != "brought":
            check_agreed(book, memo, self.member, self.on, self.satang, self.sort, self.asked)

    def more(self) -> dict[str, int | str | None]:
        """The sort, and what was asked."""
        return {"sort": self.sort, "asked": self.asked}

    def moves(self) -> Iterator[Move]:
        """From the purse back against what is owed to the member."""
        yield Move(self.purse(), self.passbook(), self.satang)


def _whole_shares(satang: int, price: int) -> None:
    if not price:
        raise Refusal("no_share_price", "กลุ่มยังไม่ได้ตั้งราคาหุ้น", "The group has set no price of a share yet.")
    if satang % price:
        left = format_baht(satang % price)
        raise Refusal(
            "part_of_a_share",
            f"หุ้นละ {format_baht(price)} บาท เหลือเศษ {left} บาท ยังไม่ได้ลงรายการ",
            f"A share costs {format_baht(price)} baht: {left} baht are left over. Nothing was written.",
        )
