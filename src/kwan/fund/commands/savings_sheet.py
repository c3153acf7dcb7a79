"""A whole sheet becomes commands, and is written all or nothing; a line of it is answered by another."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from kwan.fund.commands.fines import PayFine
from kwan.fund.commands.repayments import RepayLoan, repaying
from kwan.fund.commands.savings import Deposit, Withdrawal
from kwan.fund.commands.savings_day import AddToSavingsDay, HoldSavingsDay
from kwan.fund.commands.transfers import CountTransfer
from kwan.fund.commands.welfare import PayIntoWelfare
from kwan.fund.queries.savings_sheet import Written, borrower_of, entry_of_command, sealed_of
from kwan.fund.rules.savings_day import SAVED, TAKEN, Sheet, Slip, slip_id, transfer_id
from kwan.journal.commands import Envelope, OtherBody, record_sheet
from kwan.journal.rules import Command, Refusal

SlipCommand = Deposit | Withdrawal | PayIntoWelfare | RepayLoan | PayFine
_COMMANDS: dict[str, type[SlipCommand]] = {
    command.kind: command for command in (Deposit, Withdrawal, PayIntoWelfare, RepayLoan, PayFine)
}


def day_of_sheet(sheet: Sheet) -> HoldSavingsDay | AddToSavingsDay:
    """Return what a sheet says of its cash: the savings day, or what a latecomer adds to it."""
    slips, counts = sheet.slips, sheet.counts
    deposits = sum(slip.column in SAVED for slip in slips)
    withdrawals = sum(slip.column in TAKEN for slip in slips)
    said: dict[str, Any] = {
        "on": sheet.on, "deposits": deposits, "withdrawals": withdrawals, "expected": sheet.expected,
        "counted": sheet.all_counted, "difference": sheet.difference, "opening": sheet.opening or None,
        "further": len(slips) - deposits - withdrawals + len(sheet.transfers) or None,
        "purses": counts if len(counts) > 1 else (),
    }  # fmt: skip
    return (
        HoldSavingsDay(**said)
        if sheet.added_to is None
        else AddToSavingsDay(savings_day=sheet.added_to, **said)
    )


def command_of(book: int, sheet: Sheet, slip: Slip, id_: str = "") -> SlipCommand:
    """Return the command of one slip. Raise Refusal where a loan does not take so much."""
    said: dict[str, Any] = {"on": sheet.on, "member": slip.member, "satang": slip.satang}
    came: dict[str, Any] = {"slip": slip.transfer or None, "carried_by": slip.carried_by or None}
    kept = "bank" if slip.transfer else None
    if slip.column in SAVED:
        return Deposit(**said, **came, sort=SAVED[slip.column], kept=kept)
    if slip.column in TAKEN:
        return Withdrawal(**said, sort=TAKEN[slip.column], asked=slip.asked or None)
    if slip.column == "welfare":
        return PayIntoWelfare(**said, **came, kept=kept)
    if slip.column == "fine":
        return PayFine(**said, **came, kept=kept, purse=slip.purse, cause=slip.cause or None)
    return replace(_repayment(book, sheet, slip, id_), **came, kept=kept)


def _repayment(book: int, sheet: Sheet, slip: Slip, id_: str) -> RepayLoan:
    """Split a repayment; a sheet that is sent again finds the split it made before."""
    try:
        split = repaying(book, slip.number, sheet.on, slip.satang, purse_name=slip.purse)
    except Refusal:
        known = entry_of_command(book, id_)
        if known is None:
            raise
        split = None
    known = entry_of_command(book, id_)
    if known is not None and known.kind == RepayLoan.kind:
        written = RepayLoan.from_body(known.on, known.said, {})
        if written.principal + written.interest + written.fine == slip.satang:
            return written
    if split is None or borrower_of(book, slip.number) != slip.member:
        raise OtherBody
    return split


def hold_savings_day(book: int, sheet: Sheet, form: UUID, *, actor: str, at: datetime) -> int:
    """Write a whole savings day, or a latecomer's line, all of it or nothing; return the number of its first entry.

    The entries stand in one run: the cash, the transfers, then the slips. Every id comes from the form's own, so the
    same sheet sent again gets the same number, and the same form with anything else on it is refused.

    Raises:
        OtherBody: this form was sent before with other sums.
        Refusal: what the book cannot take; nothing was written.
    """
    commands: list[tuple[Command, str]] = [(day_of_sheet(sheet), str(form))]
    for sent in sheet.transfers:
        counted = CountTransfer(on=sheet.on, member=sent.member, reference=sent.reference, satang=sent.satang)
        commands.append((counted, transfer_id(form, sent)))
    for slip in sheet.slips:
        id_ = slip_id(form, slip)
        commands.append((command_of(book, sheet, slip, id_), id_))
    with transaction.atomic():
        numbers = record_sheet(book, [Envelope(command, id_, actor, at) for command, id_ in commands])
        if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            raise OtherBody  # an old day with a new slip among its own: taken back as a whole
    return numbers[0]


def instead(book: int, written: Written, satang: int) -> SlipCommand:
    """Return what should stand in the place of this entry: the same with another sum (satang). Raise Refusal."""
    kind = _COMMANDS[written.kind]
    seals = sealed_of(book, written.number, *kind.sealed_fields)
    before = kind.from_body(written.on, written.said, seals)
    if not isinstance(before, RepayLoan):
        return replace(before, satang=satang)
    if satang <= 0:
        raise Refusal("not_positive", "จำนวนเงินต้องมากกว่าศูนย์", "The sum must be above zero.")
    split = repaying(book, before.number, before.on, satang, instead_of=written.number)
    return replace(before, principal=split.principal, interest=split.interest, fine=split.fine)


def recounted(written: Written, counted: dict[str, int]) -> HoldSavingsDay | AddToSavingsDay:
    """Return the cash of a day counted again, by purse (satang), to stand in the place of this entry."""
    kind: type[HoldSavingsDay | AddToSavingsDay] = (
        HoldSavingsDay if written.kind == HoldSavingsDay.kind else AddToSavingsDay
    )
    before = kind.from_body(written.on, written.said, {})
    boxes = tuple(replace(box, counted=counted.get(box.purse, box.counted)) for box in before.boxes)
    whole = sum(box.counted for box in boxes)
    return replace(
        before, counted=whole, difference=whole - before.expected, purses=boxes if before.purses else ()
    )
