"""What comes back of a loan, what is agreed anew, and what is given up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from kwan.fund.commands.loan_steps import (
    AgreedAtMeeting,
    OfLoan,
    good_rows,
    known_file,
    known_purse,
    purse,
    refused,
)
from kwan.fund.commands.sums import positive
from kwan.fund.queries import bylaws
from kwan.fund.queries.loan_files import HARDSHIP, LOAN, LoanFile, corrected_places, lent_from, place_of
from kwan.fund.rules.agreement import Instalment, frozen, principal_of, reckon
from kwan.fund.rules.dues import allocate, days_late
from kwan.fund.rules.loans import Happened, Standing, stand
from kwan.journal.rules import Move, Refusal, day_number, held, world
from kwan.quantities import format_baht

HANDS = world("hands")  # members' own money
GIVEN_UP = world("written-off")
PREPAID = "prepaid"
CAUSES = (HARDSHIP, PREPAID)
PURSE_WORDS = {"savings": ("กองเงินออม", "the savings purse"), "fund": ("กองทุนหมุนเวียน", "the revolving fund")}


@dataclass(frozen=True, kw_only=True)
class RepayLoan(OfLoan):
    """Money comes back, in part, early or late. What it paid is frozen in three parts, satang.

    `repaying` splits a sum in the group's order. Two repayments of a day are told apart by their `receipt`.
    `kept` is None for cash, "bank" for a transfer with its `slip`; `carried_by` who brought it for another.
    """

    kind: ClassVar = "fund.loan_repaid"
    step: ClassVar = "repaid"
    purse: str
    principal: int = 0
    interest: int = 0
    fine: int = 0
    receipt: str | None = None
    kept: str | None = None
    slip: str | None = None
    carried_by: str | None = None

    def natural_key(self) -> str:
        """The loan's number, and the receipt or else the day."""
        return f"{super().natural_key()}/{self.receipt or day_number(self.on)}"

    @property
    def happened(self) -> Happened:
        """The three parts were received."""
        return Happened("repaid", self.on, self.principal, self.interest, self.fine)

    def judge(self, book: int, memo: dict[str, Any], file: LoanFile, standing: Standing) -> None:  # noqa: ARG002
        """Refuse nothing at all, a day before the money was handed out, and more than is left."""
        self.only_at(standing, "active", "rescheduled")
        known_purse(self.purse)
        _back_to_its_purse(book, memo, self.number, self.purse)
        if self.kept not in (None, "bank"):
            raise Refusal("unknown_purse", "ไม่มีกระเป๋าเงินนี้", "There is no such purse.")
        positive(self.principal + self.interest + self.fine)
        if min(self.principal, self.interest, self.fine) < 0:
            raise Refusal("below_zero", "มีส่วนที่ติดลบ", "A part is below zero.")
        if standing.since and self.on < standing.since:
            raise Refusal(
                "before_paid_out", "วันที่รับคืนมาก่อนวันที่จ่ายเงินกู้", "This day is before the loan was paid out."
            )
        self._no_more_than_is_left(standing)

    def _no_more_than_is_left(self, standing: Standing) -> None:
        if self.principal > standing.left:
            left = format_baht(standing.left)
            raise Refusal(
                "more_than_left",
                f"เงินต้นเหลือ {left} บาท รับคืนเกินกว่านั้นไม่ได้ ยังไม่ได้ลงรายการ",
                f"{left} baht of the principal are left; more cannot come back. Nothing was written.",
            )
        if self.interest > standing.interest_left:
            left = format_baht(standing.interest_left)
            raise Refusal(
                "more_interest_than_left",
                f"ดอกเบี้ยตามตารางเหลือ {left} บาท รับเกินกว่านั้นไม่ได้ ยังไม่ได้ลงรายการ",
                f"{left} baht of interest are left on the schedule; more cannot be taken. Nothing was written.",
            )

    def moves(self) -> Iterator[Move]:
        """Principal from what is lent, interest and fine from the member's hands; all into the purse."""
        kept = held(f"bank:{self.purse}") if self.kept else purse(self.purse)
        if self.principal:
            yield Move(held(f"{LOAN}{self.number}"), kept, self.principal)
        if self.interest:
            yield Move(HANDS, kept, self.interest)
        if self.fine:
            yield Move(HANDS, kept, self.fine)


@dataclass(frozen=True, kw_only=True)
class RescheduleLoan(AgreedAtMeeting):
    """What is left is to be repaid by a new schedule, frozen in `rows` (satang). The reason is sealed.

    `cause` is "hardship" where the old one could not be kept: then the loan stays among those at risk until it
    is repaid. "prepaid" reckons the interest anew after an early repayment, of a loan that is not behind.
    """

    kind: ClassVar = "fund.loan_rescheduled"
    step: ClassVar = "rescheduled"
    sealed_fields: ClassVar = ("reason",)
    rows: tuple[Instalment, ...]
    cause: str = HARDSHIP
    reason: str | None = None

    def natural_key(self) -> str:
        """The loan's number, the step and the day."""
        return f"{super().natural_key()}/{day_number(self.on)}"

    @property
    def happened(self) -> Happened:
        """A new schedule holds."""
        return Happened("rescheduled", self.on, rows=self.rows, is_relief=self.cause == HARDSHIP)

    def details(self) -> dict[str, int | str | None]:
        """The meeting, and why."""
        return {**super().details(), "cause": self.cause}

    def judge(self, book: int, memo: dict[str, Any], file: LoanFile, standing: Standing) -> None:  # noqa: ARG002
        """Refuse a schedule for more or less than is left, no reason, and "prepaid" for a loan that is behind."""
        self.only_at(standing, "active", "rescheduled")
        good_rows(self.rows, self.on)
        if principal_of(self.rows) != standing.left:
            left = format_baht(standing.left)
            raise Refusal(
                "not_what_is_left",
                f"เงินต้นในตารางใหม่ต้องเท่ากับที่เหลือ คือ {left} บาท",
                f"The new schedule must be for what is left: {left} baht.",
            )
        if self.cause not in CAUSES or (self.cause == PREPAID and days_late(standing, self.on)):
            raise Refusal(
                "cause",
                "ปรับตารางเพราะจ่ายก่อนกำหนดได้เฉพาะเงินกู้ที่ไม่ค้างงวด",
                "Only a loan that is not behind is reckoned anew because it was repaid early.",
            )


@dataclass(frozen=True, kw_only=True)
class WriteOffLoan(AgreedAtMeeting):
    """The group gives up what is left of the principal (satang). The reason is sealed."""

    kind: ClassVar = "fund.loan_written_off"
    step: ClassVar = "written_off"
    sealed_fields: ClassVar = ("reason",)
    satang: int
    reason: str | None = None

    @property
    def happened(self) -> Happened:
        """What was left is lost."""
        return Happened("written_off", self.on, self.satang)

    def judge(self, book: int, memo: dict[str, Any], file: LoanFile, standing: Standing) -> None:  # noqa: ARG002
        """Refuse another sum than what is left. After a correction a second one may give up the rest."""
        self.only_at(standing, "active", "rescheduled", "written_off")
        if self.satang != standing.left or not self.satang:
            left = format_baht(standing.left)
            raise Refusal(
                "not_what_is_left",
                f"ตัดหนี้สูญต้องเท่ากับเงินต้นที่เหลือ คือ {left} บาท",
                f"What is given up must be what is left: {left} baht.",
            )

    def moves(self) -> Iterator[Move]:
        """From what is lent to what is lost."""
        yield Move(held(f"{LOAN}{self.number}"), GIVEN_UP, self.satang)


@dataclass(frozen=True, kw_only=True)
class RecoverLoan(OfLoan):
    """Something comes back of a loan that was given up (satang)."""

    kind: ClassVar = "fund.loan_recovered"
    step: ClassVar = "recovered"
    purse: str
    satang: int
    receipt: str | None = None

    def natural_key(self) -> str:
        """The loan's number, and the receipt or else the day."""
        return f"{super().natural_key()}/{self.receipt or day_number(self.on)}"

    @property
    def happened(self) -> Happened:
        """A part of what was lost is there again."""
        return Happened("recovered", self.on, self.satang)

    def judge(self, book: int, memo: dict[str, Any], file: LoanFile, standing: Standing) -> None:  # noqa: ARG002
        """Refuse more than was given up and is still missing."""
        self.only_at(standing, "written_off")
        known_purse(self.purse)
        _back_to_its_purse(book, memo, self.number, self.purse)
        positive(self.satang)
        lost = standing.written_off - standing.recovered
        if self.satang > lost:
            raise Refusal(
                "more_than_left",
                f"ยอดที่ตัดไว้เหลือ {format_baht(lost)} บาท รับคืนเกินกว่านั้นไม่ได้",
                f"{format_baht(lost)} baht of what was given up are left; more cannot come back.",
            )

    def moves(self) -> Iterator[Move]:
        """From what was lost into the purse."""
        yield Move(GIVEN_UP, purse(self.purse), self.satang)


def _back_to_its_purse(book: int, memo: dict[str, Any], number: str, purse: str) -> None:
    """Refuse to let the money of one fund come back into another's. What old books did is not asked."""
    if memo.get("source") == "brought":
        return
    came_from = lent_from(book, number)
    if came_from not in (None, purse):
        th, en = PURSE_WORDS[str(came_from)]
        raise Refusal(
            "other_purse",
            f"เงินกู้เลขที่ {number} จ่ายจาก{th} จึงรับคืนเข้า{th} ยังไม่ได้ลงรายการ",
            f"Loan {number} was paid out of {en} and comes back there. Nothing was written.",
        )


def _where(book: int, number: str, instead_of: int) -> tuple[LoanFile, Standing]:
    """Return a loan's file, and how it stands now, or stood where the entry is that is to be corrected."""
    file = known_file(book, number, {"correcting": instead_of} if instead_of else None)
    if not instead_of:
        return file, file.standing()
    before, _ = file.around(place_of(instead_of, corrected_places(book)))
    return file, stand(file.agreed.method, before)


def repaying(
    book: int,
    number: str,
    on: date,
    satang: int,
    *,
    fine: int = 0,
    purse_name: str = "savings",
    instead_of: int = 0,
) -> RepayLoan:
    """Return the command that takes this sum on this day, split in the group's order.

    `fine` is what the group asks for being late, part of the sum; `instead_of` an entry that this one is to
    correct. Raise Refusal for more than everything left.
    """  # fmt: skip
    file, standing = _where(book, number, instead_of)
    with refused():
        parts = allocate(standing, on, satang, fine, bylaws(book).repayment_order)
    return RepayLoan(
        on=on, number=number, member=file.member, purse=purse_name,
        principal=parts.principal, interest=parts.interest, fine=parts.fine,
    )  # fmt: skip


def schedule_of_rest(
    book: int, number: str, on: date, periods: int, rate: int | None = None, instead_of: int = 0
) -> tuple[Instalment, ...]:
    """Return a new schedule for what is left of a loan: its terms, so many periods from this day on, no grace.

    `rate` in hundredths of a percent a year, if it changes too; `instead_of` an entry that this one is to correct,
    which counts as what was left there. Raise Refusal where nothing is left.
    """
    file, standing = _where(book, number, instead_of)
    terms = replace(
        file.agreed, principal=standing.left, periods=periods, first_due=None, meetings=(),
        grace_principal=0, grace_interest=0, rate=file.agreed.rate if rate is None else rate,
    )  # fmt: skip
    with refused():
        return frozen(reckon(terms, on))
