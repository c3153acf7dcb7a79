"""A savings day: one entry for the cash of the day, and one for every sum that a member brought or took."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from django.db import transaction

from kwan.fund.commands.savings import Deposit, Withdrawal
from kwan.fund.models import SavingsDay
from kwan.fund.rules.savings_day import Sheet, Slip, slip_id
from kwan.journal.commands import Envelope, OtherBody, record_sheet
from kwan.journal.rules import Command, Line, Refusal, day_number
from kwan.journal.standing import stands, will_stand
from kwan.people.commands import OfMember


@dataclass(frozen=True, kw_only=True)
class HoldSavingsDay(Command):
    """The cash of a day, satang: what the box should hold, what was counted, and the difference as it is.

    `deposits` and `withdrawals` say how many slips were written with it; `opening` what lay in the box before.
    """

    kind: ClassVar = "fund.savings_day_held"
    deposits: int
    withdrawals: int
    expected: int
    counted: int
    difference: int
    opening: int | None = None

    def natural_key(self) -> str:
        """A group holds one savings day a day."""
        return f"savings-day/{day_number(self.on)}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse sums that do not agree, a box paid out of more than it held, and a day that is in the book already."""
        if self.difference != self.counted - self.expected or self.deposits + self.withdrawals < 1:
            raise Refusal(
                "does_not_add_up", "ยอดของวันออมไม่ตรงกันเอง", "The sums of this savings day do not agree."
            )
        if min(self.expected, self.counted, self.opening or 0) < 0:
            raise Refusal(
                "empty_box",
                "เงินจ่ายถอนมากกว่าเงินในกล่อง ใส่เงินที่มีในกล่องก่อนเริ่มด้วย",
                "More was paid out than the box held: say what lay in it before.",
            )
        day = day_number(self.on)
        if stands(SavingsDay, book, memo, day=day):
            raise Refusal(
                "day_held", "วันออมของวันนี้อยู่ในสมุดแล้ว", "The savings day of this date is in the book already."
            )
        will_stand(SavingsDay, book, memo, day=day)

    def lines(self) -> Iterator[Line]:
        """The day."""
        yield SavingsDay.of(
            day=day_number(self.on), deposits=self.deposits, withdrawals=self.withdrawals, opening=self.opening or 0,
            expected=self.expected, counted=self.counted, difference=self.difference,
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class StrikeSaving(OfMember):
    """A saving, or one taken out, that never was: nothing stands in its place. Only ever a correction."""

    kind: ClassVar = "fund.saving_struck"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse to strike nothing."""
        if "correcting" not in memo:
            raise Refusal("nothing_to_strike", "ไม่มีรายการที่จะยกเลิก", "There is no entry to strike.")
        super().decide(book, memo)


def commands_of(sheet: Sheet) -> tuple[HoldSavingsDay, tuple[Deposit | Withdrawal, ...]]:
    """Return what a sheet becomes: the day, and its slips in their order."""
    slips = sheet.slips
    deposits = sum(slip.direction == "in" for slip in slips)
    day = HoldSavingsDay(
        on=sheet.on, deposits=deposits, withdrawals=len(slips) - deposits, expected=sheet.expected,
        counted=sheet.counted, difference=sheet.difference, opening=sheet.opening or None,
    )  # fmt: skip
    return day, tuple(command_of(sheet, slip) for slip in slips)


def command_of(sheet: Sheet, slip: Slip) -> Deposit | Withdrawal:
    """Return the command of one slip."""
    command = Deposit if slip.direction == "in" else Withdrawal
    return command(on=sheet.on, member=slip.member, satang=slip.satang)


def hold_savings_day(book: int, sheet: Sheet, form: UUID, *, actor: str, at: datetime) -> int:
    """Write a whole savings day, all of it or nothing; return the number of the day's entry.

    The entries stand in one run: the day, then its slips. Every id comes from the form's own, so the same sheet
    sent again gets the same number, and the same form with anything else on it is refused.

    Raises:
        OtherBody: this form was sent before with other sums.
        Refusal: what the book cannot take; nothing was written.
    """
    day, slips = commands_of(sheet)
    ids = (slip_id(form, slip) for slip in sheet.slips)
    envelopes = [Envelope(day, str(form), actor, at)]
    envelopes += [Envelope(slip, id_, actor, at) for slip, id_ in zip(slips, ids, strict=True)]
    with transaction.atomic():
        numbers = record_sheet(book, envelopes)
        if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            raise OtherBody  # an old day with a new slip among its own: taken back as a whole
    return numbers[0]
