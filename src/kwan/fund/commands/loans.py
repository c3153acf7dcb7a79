"""Agreeing to a loan, and handing the money out.

A loan is known by its number on paper. Every step names the borrower too, for what is said in confidence about
a loan (a purpose, a reason) is sealed with the borrower's key.
"""

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
from kwan.fund.queries.loan_files import LOAN, LoanFile
from kwan.fund.rules.agreement import Agreement, Instalment, frozen, interest_of, principal_of, reckon
from kwan.fund.rules.loans import Happened, Standing
from kwan.journal.rules import Move, Refusal, held
from kwan.quantities import format_baht

SLACK = 100  # satang a row, by which a group's own rounding may make an instalment dearer


@dataclass(frozen=True, kw_only=True)
class ApproveLoan(AgreedAtMeeting):
    """A meeting agrees to a loan; on which day, where it stands in the minutes. The conditions are sealed."""

    kind: ClassVar = "fund.loan_approved"
    sealed_fields: ClassVar = ("conditions",)
    step: ClassVar = "approved"
    conditions: str | None = None

    def judge(self, book: int, memo: dict[str, Any], file: LoanFile, standing: Standing) -> None:  # noqa: ARG002
        """Refuse what no longer waits for a meeting."""
        self.only_at(standing, "requested")


@dataclass(frozen=True, kw_only=True)
class RejectLoan(AgreedAtMeeting):
    """A meeting does not agree to a loan. The reason is sealed."""

    kind: ClassVar = "fund.loan_rejected"
    sealed_fields: ClassVar = ("reason",)
    step: ClassVar = "rejected"
    reason: str | None = None

    def judge(self, book: int, memo: dict[str, Any], file: LoanFile, standing: Standing) -> None:  # noqa: ARG002
        """Refuse what no longer waits for a meeting."""
        self.only_at(standing, "requested")


@dataclass(frozen=True, kw_only=True)
class WithdrawRequest(OfLoan):
    """The member takes the request back before any money was handed out. The reason is sealed."""

    kind: ClassVar = "fund.loan_withdrawn"
    sealed_fields: ClassVar = ("reason",)
    step: ClassVar = "withdrawn"
    reason: str | None = None

    def judge(self, book: int, memo: dict[str, Any], file: LoanFile, standing: Standing) -> None:  # noqa: ARG002
        """Refuse what was decided against or paid out."""
        self.only_at(standing, "requested", "approved")


@dataclass(frozen=True, kw_only=True)
class PayOutLoan(OfLoan):
    """The money is handed out: from a purse into what is lent. `rows` is the schedule that holds from now on.

    The group may lend less than was agreed; the principal is that of the rows (satang).
    """

    kind: ClassVar = "fund.loan_paid_out"
    step: ClassVar = "paid_out"
    purse: str
    rows: tuple[Instalment, ...]

    @property
    def happened(self) -> Happened:
        """The money went out, and the schedule began."""
        return Happened("paid_out", self.on, principal_of(self.rows), rows=self.rows)

    def judge(self, book: int, memo: dict[str, Any], file: LoanFile, standing: Standing) -> None:  # noqa: ARG002
        """Refuse what was not agreed to, more than was agreed, and a schedule dearer than the terms."""
        self.only_at(standing, "approved")
        known_purse(self.purse)
        good_rows(self.rows, self.on)
        principal = principal_of(self.rows)
        positive(principal)
        if principal > file.agreed.principal:
            most = format_baht(file.agreed.principal)
            raise Refusal(
                "more_than_agreed",
                f"ที่ประชุมอนุมัติไว้ {most} บาท จ่ายเกินกว่านั้นไม่ได้",
                f"The meeting agreed to {most} baht; more cannot be handed out.",
            )
        if memo.get("source") != "brought":
            self._no_dearer(file.agreed)

    def _no_dearer(self, agreed: Agreement) -> None:
        with refused():
            most = interest_of(frozen(reckon(replace(agreed, principal=principal_of(self.rows)), self.on)))
        if interest_of(self.rows) > most + SLACK * len(self.rows):
            raise Refusal(
                "dearer_than_agreed",
                f"ดอกเบี้ยตามตารางมากกว่าที่ตกลงไว้ ({format_baht(most)} บาท)",
                f"The schedule asks for more interest than was agreed ({format_baht(most)} baht).",
            )

    def moves(self) -> Iterator[Move]:
        """From the purse into what is lent."""
        yield Move(purse(self.purse), held(f"{LOAN}{self.number}"), principal_of(self.rows))


def paying_out(
    book: int, number: str, on: date, purse_name: str = "savings", satang: int | None = None
) -> PayOutLoan:
    """Return the command that hands out a loan on this day by its terms, all of it or `satang`. Raise Refusal."""
    file = known_file(book, number)
    with refused():
        rows = frozen(reckon(replace(file.agreed, principal=satang or file.agreed.principal), on))
    return PayOutLoan(on=on, number=number, member=file.member, purse=purse_name, rows=rows)
