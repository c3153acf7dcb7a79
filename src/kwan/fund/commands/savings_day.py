"""A savings day: one entry for the cash of the day, and one for every sum that a member brought or took."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kwan.fund.commands.loan_steps import StrikeLoan
from kwan.fund.models import SavingsDay, SavingsDayPurse
from kwan.fund.queries.savings_sheet import SLIP_KINDS, written
from kwan.fund.rules.savings_day import PurseCount
from kwan.journal.rules import Command, Line, Refusal, day_number
from kwan.journal.standing import stands, will_stand
from kwan.people.commands import OfMember


@dataclass(frozen=True, kw_only=True)
class _CashOfADay(Command):
    """The cash of a day, satang: what the box should hold, what was counted, and the difference as it is.

    `deposits`, `withdrawals` and `further` say how many slips were written with it; `opening` what lay in the box
    before. Where several purses have a box each, `purses` says it of each, and the sums are of all of them.
    """

    deposits: int
    withdrawals: int
    expected: int
    counted: int
    difference: int
    opening: int | None = None
    further: int | None = None
    purses: tuple[PurseCount, ...] = ()

    def decide(self, book: int, memo: dict[str, Any]) -> None:  # noqa: ARG002 - every command is asked this way
        """Refuse sums that do not agree."""
        if not self._adds_up():
            raise Refusal(
                "does_not_add_up", "ยอดของวันออมไม่ตรงกันเอง", "The sums of this savings day do not agree."
            )

    def _adds_up(self) -> bool:
        slips = self.deposits + self.withdrawals + (self.further or 0)
        if self.difference != self.counted - self.expected or slips < 1:
            return False
        sums = [(count.expected, count.counted, count.opening) for count in self.purses]
        whole = (self.expected, self.counted, self.opening or 0)
        return not sums or tuple(map(sum, zip(*sums, strict=True))) == whole

    @property
    def boxes(self) -> tuple[PurseCount, ...]:
        """The cash of each box; of the only one, if there are no more."""
        return self.purses or (PurseCount("savings", self.expected, self.counted, self.opening or 0),)

    def row(self, added_to: int | None = None) -> Iterator[Line]:
        """The line of the day, and one for each purse."""
        yield SavingsDay.of(
            day=day_number(self.on), deposits=self.deposits, withdrawals=self.withdrawals, opening=self.opening or 0,
            expected=self.expected, counted=self.counted, difference=self.difference, further=self.further,
            added_to=added_to,
        )  # fmt: skip
        for count in self.purses:
            yield SavingsDayPurse.of(
                purse=count.purse, opening=count.opening, expected=count.expected, counted=count.counted
            )


@dataclass(frozen=True, kw_only=True)
class HoldSavingsDay(_CashOfADay):
    """A savings day is held. A correction answers a cash count that was wrong; its slips stay where they are."""

    kind: ClassVar = "fund.savings_day_held"

    def natural_key(self) -> str:
        """A group holds one savings day a day."""
        return f"savings-day/{day_number(self.on)}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse as well a box paid out of more than it held, and a day that is in the book already."""
        super().decide(book, memo)
        if any(min(count.expected, count.counted, count.opening) < 0 for count in self.boxes):
            raise Refusal(
                "empty_box",
                "เงินจ่ายถอนมากกว่าเงินในกล่อง ใส่เงินที่มีในกล่องก่อนเริ่มด้วย",
                "More was paid out than the box held: say what lay in it before.",
            )
        day = day_number(self.on)
        if stands(SavingsDay, book, memo, day=day, added_to=None):
            raise Refusal(
                "day_held", "วันออมของวันนี้อยู่ในสมุดแล้ว", "The savings day of this date is in the book already."
            )
        will_stand(SavingsDay, book, memo, day=day, added_to=None)

    def lines(self) -> Iterator[Line]:
        """The day."""
        return self.row()


@dataclass(frozen=True, kw_only=True)
class AddToSavingsDay(_CashOfADay):
    """Somebody came after the day was written: what they brought, and what it adds to the cash.

    `savings_day` is the entry of the savings day. `expected` and `counted` are what lies in the box more than before; for
    somebody who only took money out both are below zero.
    """

    kind: ClassVar = "fund.savings_day_added"
    savings_day: int

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse as well a savings day that there is not."""
        super().decide(book, memo)
        day = SavingsDay.objects.filter(book=book, entry=self.savings_day, added_to__isnull=True).first()
        if day is None or day.day != day_number(self.on):
            raise Refusal(
                "no_such_day", "ไม่มีวันออมของวันนี้ในสมุด", "There is no savings day of this date in the book."
            )

    def lines(self) -> Iterator[Line]:
        """What the day grew by."""
        return self.row(added_to=self.savings_day)


@dataclass(frozen=True, kw_only=True)
class StrikeSaving(OfMember):
    """A sum on a member's line that never was: nothing stands in its place. Only ever a correction."""

    kind: ClassVar = "fund.saving_struck"
    strikes: ClassVar = (*SLIP_KINDS, "fund.transfer_counted")

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse to strike nothing, and what is another member's."""
        if "correcting" not in memo:
            raise Refusal("nothing_to_strike", "ไม่มีรายการที่จะยกเลิก", "There is no entry to strike.")
        super().decide(book, memo)
        line = written(book, memo["correcting"])
        if line.said.get("member") != self.member:
            raise Refusal(
                "other_member",
                "รายการนี้เป็นของสมาชิกคนอื่น ยังไม่ได้ยกเลิก",
                "This entry is another member's; nothing was struck.",
            )
        if "number" in line.said:  # a repayment: what was written later of the loan may rest on it
            StrikeLoan(on=self.on, member=self.member, number=line.said["number"]).decide(book, memo)
