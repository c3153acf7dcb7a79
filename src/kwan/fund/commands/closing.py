"""The end of a passbook: a member leaves or dies, and all that stands in it is paid out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID, uuid5

from kwan.fund.commands.bank import bank, box
from kwan.fund.commands.loan_steps import kept_file
from kwan.fund.commands.repayments import RepayLoan
from kwan.fund.commands.savings_day import StrikeSaving
from kwan.fund.commands.withdrawals import check_agreed
from kwan.fund.models import BeneficiaryNamed, PassbookClosed, Saving
from kwan.fund.queries.closing import (
    closing,
    ending,
    is_closed,
    lender,
    repaid_with,
    running_loans,
    savings_of,
)
from kwan.fund.queries.loan_files import LoanFile, loan_files
from kwan.fund.rules.closing import CAUSES, PAID_TO, Cause, PaidTo
from kwan.fund.rules.dues import to_settle
from kwan.fund.rules.savings_day import PASSBOOKS, Sort
from kwan.journal.commands import Envelope, record_sheet
from kwan.journal.rules import Line, Move, Refusal, day_number, owed
from kwan.people.commands import OfMember
from kwan.quantities import format_baht


@dataclass(frozen=True, kw_only=True)
class NameBeneficiary(OfMember):
    """A member says who is to have the savings if they die. The name, and who that is to them, are sealed."""

    kind: ClassVar = "fund.beneficiary_named"
    sealed_fields: ClassVar = ("beneficiary", "relation")
    beneficiary: str | None = None
    relation: str | None = None

    def lines(self) -> Iterator[Line]:
        """That somebody was named; the newest holds."""
        yield BeneficiaryNamed.of(member=self.member, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class ClosePassbook(OfMember):
    """All that stands in a member's passbooks is paid out (satang by sort), and they take no more.

    `from_bank` of it leaves the bank, the rest the box. `repaid` names the loans that were settled with a part of
    it, in entries of their own beside this one. `asked` is what a second officer agreed to. Who had it is sealed.
    """

    kind: ClassVar = "fund.passbook_closed"
    sealed_fields: ClassVar = ("receiver",)
    cause: Cause
    paid_to: PaidTo
    regular: int = 0
    special: int = 0
    share: int = 0
    from_bank: int | None = None
    repaid: tuple[str, ...] = ()
    asked: int | None = None
    receiver: str | None = None

    @property
    def sums(self) -> dict[Sort, int]:
        """The sorts that held anything."""
        sums: dict[Sort, int] = {None: self.regular, "special": self.special, "share": self.share}
        return {sort: satang for sort, satang in sums.items() if satang}

    @property
    def total(self) -> int:
        """All sorts together."""
        return sum(self.sums.values())

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse another sum than what is there, a loan that still runs, and one hand where the group wants two."""
        super().decide(book, memo)
        if "correcting" in memo:
            raise Refusal(
                "strike_it", "ยกเลิกการปิดสมุดก่อน แล้วปิดใหม่", "Undo the closing first, then close again."
            )
        if is_closed(book, self.member):
            raise Refusal("closed", "สมุดเล่มนี้ปิดแล้ว", "This passbook is closed already.")
        known = self.cause in CAUSES and self.paid_to in PAID_TO
        if not known or (self.cause, self.paid_to) == ("died", "member"):
            raise Refusal(
                "paid_to",
                "สมาชิกที่เสียชีวิต จ่ายให้ผู้รับประโยชน์ที่บอกชื่อไว้",
                "Of a member who died, the beneficiary is paid.",
            )
        self._all_of_it(book)
        self._no_loan_runs(book, memo)
        check_agreed(book, memo, self.member, self.on, self.total, None, self.asked)

    def _all_of_it(self, book: int) -> None:
        there = savings_of(book, self.member)
        if self.sums != there or not 0 <= (self.from_bank or 0) <= self.total:
            raise Refusal(
                "not_all_of_it",
                f"ในสมุดมี {format_baht(sum(there.values()))} บาท ปิดสมุดต้องจ่ายครบ ดูยอดใหม่ ยังไม่ได้ลงอะไร",
                f"There are {format_baht(sum(there.values()))} baht in it; to close it is to pay all. Nothing was written.",
            )

    def _no_loan_runs(self, book: int, memo: dict[str, Any]) -> None:
        for number in loan_files(book, member=self.member):
            file = kept_file(book, memo, number)
            if file is None:
                continue
            if file.standing().is_running:
                raise Refusal(
                    "loan_runs",
                    f"ยังมีเงินกู้เลขที่ {number} หักจากเงินออมได้ หรือส่งคืนให้ครบก่อน ยังไม่ได้ปิดสมุด",
                    f"Loan {number} still runs. Settle it out of the savings, or repay it first. Nothing was closed.",
                )
            if file.standing().state in ("requested", "approved"):
                raise Refusal(
                    "loan_waits",
                    f"มีคำขอกู้เลขที่ {number} ค้างอยู่ ถอนคำขอก่อน",
                    f"Loan {number} is asked for and waits; take the request back first.",
                )

    def moves(self) -> Iterator[Move]:
        """From the bank and the box against what is owed to the member."""
        left = self.from_bank or 0
        for sort, satang in self.sums.items():
            passbook, by_bank = owed(f"{PASSBOOKS[sort]}{self.member}"), min(left, satang)
            left -= by_bank
            if by_bank:
                yield Move(bank("savings"), passbook, by_bank)
            if satang - by_bank:
                yield Move(box("savings"), passbook, satang - by_bank)

    def lines(self) -> Iterator[Line]:
        """The last line of each passbook, and that they are closed."""
        day = day_number(self.on)
        for sort, satang in self.sums.items():
            yield Saving.of(
                member=self.member, direction="out", satang=satang, day=day, sort=sort, asked=self.asked
            )
        yield PassbookClosed.of(
            member=self.member, cause=self.cause, paid_to=self.paid_to, satang=self.total, day=day
        )


@dataclass(frozen=True, kw_only=True)
class StrikeClosing(OfMember):
    """A closing that never was: the savings stand in the passbook again. Only ever a correction."""

    kind: ClassVar = "fund.closing_struck"
    strikes: ClassVar = ("fund.passbook_closed",)

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse to strike anything but a closing of this member."""
        super().decide(book, memo)
        closed = PassbookClosed.objects.filter(book=book, entry=memo.get("correcting", 0), member=self.member)
        if not closed.exists():
            raise Refusal("nothing_to_strike", "ไม่มีรายการที่จะยกเลิก", "There is no entry to strike.")
        for number in repaid_with(book, memo["correcting"]):
            if not loan_files(book, number)[number].standing().is_running:
                raise Refusal(
                    "loan_settled",
                    f"เงินกู้เลขที่ {number} หักจากเงินก้อนนี้ ต้องยกเลิกไปพร้อมกัน",
                    f"Loan {number} was settled out of this; the two are undone together.",
                )


def reopen_passbook(book: int, number: int, form: UUID, *, actor: str, at: datetime, on: date) -> int:
    """Undo the closing of entry `number`, and with it the repayments that came out of it; all or nothing.

    Raises:
        Refusal: what the book cannot take; nothing was undone.
    """
    member = closing(book, number).member
    settled = [loan_files(book, loan)[loan].pages[-1].entry for loan in repaid_with(book, number)]
    envelopes = [
        Envelope(StrikeSaving(on=on, member=member), str(uuid5(form, str(entry))), actor, at, corrects=entry)
        for entry in settled
    ]
    last = Envelope(StrikeClosing(on=on, member=member), str(form), actor, at, corrects=number)
    return record_sheet(book, [*envelopes, last])[-1]


def closing_of(
    book: int, member: str, on: date, *, cause: Cause, paid_to: PaidTo, out_of_savings: bool = False, by_bank: bool = False
) -> ClosePassbook:  # fmt: skip
    """Return the command that closes a passbook on this day, all of it paid out.

    `out_of_savings` settles the loans that run with it; `by_bank` hands over what is left from the bank.
    """
    found = ending(book, member, on)
    handed_over = found.handed_over if out_of_savings else found.saved
    return ClosePassbook(
        on=on, member=member, cause=cause, paid_to=paid_to,
        regular=found.savings.get(None, 0), special=found.savings.get("special", 0),
        share=found.savings.get("share", 0), from_bank=max(0, handed_over) if by_bank else None,
        repaid=tuple(found.loans) if out_of_savings else (),
    )  # fmt: skip


def close_passbook(book: int, command: ClosePassbook, form: UUID, *, actor: str, at: datetime) -> int:
    """Close a passbook and settle the loans it names out of it, all or nothing; return the closing's entry.

    Each loan is settled in an entry of its own, into the purse it came from; then all that was saved is paid out.

    Raises:
        Refusal: the savings do not cover the loans, or whatever the book cannot take; nothing was written.
    """
    running = {file.number: file for file in running_loans(book, command.member)}
    steps = [_settled(book, command, running[number], form) for number in command.repaid if number in running]
    short = sum(step.principal + step.interest for step in steps) - command.total
    if short > 0:
        raise Refusal(
            "does_not_cover",
            f"เงินออมน้อยกว่าเงินกู้อยู่ {format_baht(short)} บาท ตกลงงวดส่วนที่เหลือกันก่อน ยังไม่ได้ปิดสมุด",
            f"The savings are {format_baht(short)} baht less than the loan. Agree on the rest first; nothing was closed.",
        )
    envelopes = [Envelope(step, str(uuid5(form, f"repaid/{step.number}")), actor, at) for step in steps]
    return record_sheet(book, [*envelopes, Envelope(command, str(form), actor, at)])[-1]


def _settled(book: int, command: ClosePassbook, loan: LoanFile, form: UUID) -> RepayLoan:
    parts = to_settle(loan.standing(), command.on)
    return RepayLoan(
        on=command.on, number=loan.number, member=command.member, purse=lender(book, loan.number),
        principal=parts.principal, interest=parts.interest, receipt=str(form)[-8:],
    )  # fmt: skip
