"""Asking for a loan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from kwan.fund.commands.loan_steps import keep, kept_file, refused
from kwan.fund.commands.sums import positive
from kwan.fund.models import Loan, LoanGuarantor, LoanMeeting
from kwan.fund.queries import balances, bylaws
from kwan.fund.queries.loan_files import LoanFile, Page, loan_files, pages_of
from kwan.fund.rules.agreement import Agreement, reckon
from kwan.fund.rules.bylaws import Bylaws
from kwan.fund.rules.calendar import Basis
from kwan.fund.rules.instalments import Kind
from kwan.journal.rules import Line, Refusal, day_number
from kwan.people.commands import OfMember, known_member
from kwan.quantities import format_baht


@dataclass(frozen=True, kw_only=True)
class RequestLoan(OfMember):
    """A member asks for a loan. What for is sealed.

    `principal` and `round_instalment` in satang, `rate` in hundredths of a percent a year. The days: `every`
    from the day of paying out, or from `first_due` on, or the group's own `meetings`. Above the group's ceiling
    a rate needs its `legal_basis`. `guarantors` are members.
    """

    kind: ClassVar = "fund.loan_requested"
    sealed_fields: ClassVar = ("purpose",)
    number: str
    principal: int
    rate: int
    method: Kind = "declining"
    basis: Basis = "period"
    periods: int | None = None
    every: str = "1month"
    first_due: date | None = None
    meetings: tuple[date, ...] = ()
    grace_principal: int = 0
    grace_interest: int = 0
    round_instalment: int | None = None
    guarantors: tuple[str, ...] = ()
    legal_basis: str | None = None
    purpose: str | None = None

    def natural_key(self) -> str:
        """The loan's number."""
        return f"loan/{self.number}"

    @property
    def agreed(self) -> Agreement:
        """The terms."""
        return Agreement(
            principal=self.principal, rate=self.rate, periods=self.periods or len(self.meetings) or None,
            method=self.method, basis=self.basis, every=self.every, first_due=self.first_due,
            meetings=self.meetings, grace_principal=self.grace_principal, grace_interest=self.grace_interest,
            round_instalment=self.round_instalment,
        )  # fmt: skip

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a number known already, unknown people, terms that make no loan, and what the group's rules forbid."""
        super().decide(book, memo)
        positive(self.principal)
        pages = self._earlier(book, memo)
        self._guarantors_are_good(book, memo)
        with refused():
            reckon(self.agreed, self.on)
        if memo.get("source") != "brought":
            self._rules_hold(book, memo)
        said = (self.number, self.member, self.agreed, self.legal_basis, self.guarantors, self.on)
        keep(memo, LoanFile(*said, entry=0, pages=pages))

    def _earlier(self, book: int, memo: dict[str, Any]) -> tuple[Page, ...]:
        """Refuse a number that is taken; return the steps that a corrected request has behind it."""
        correcting = memo.get("correcting", 0)
        if kept_file(book, memo, self.number) is not None:
            raise Refusal(
                "loan_known", f"มีเงินกู้เลขที่ {self.number} อยู่แล้ว", f"There is already a loan {self.number}."
            )
        if correcting:
            self._stays_the_same_loan(book, correcting)
        pages = tuple(pages_of(book, {"number": self.number})[self.number]) if correcting else ()
        paid_out = sum(page.happened.principal for page in pages if page.happened.step == "paid_out")
        if paid_out > self.principal:
            raise Refusal(
                "paid_out_more",
                f"จ่ายเงินกู้ไปแล้ว {format_baht(paid_out)} บาท แก้รายการจ่ายเงินกู้ก่อน",
                f"{format_baht(paid_out)} baht were paid out already. Correct that entry first.",
            )
        return pages

    def _stays_the_same_loan(self, book: int, correcting: int) -> None:
        """Refuse another number or borrower for a loan that has steps behind it: they name both."""
        before = Loan.objects.filter(book=book, entry=correcting).first()
        if before is None or (before.number, before.member) == (self.number, self.member):
            return
        if pages_of(book, {"number": before.number})[before.number]:
            raise Refusal(
                "loan_has_steps",
                "เงินกู้นี้มีรายการต่อจากคำขอแล้ว เปลี่ยนเลขที่หรือผู้กู้ไม่ได้ ยกเลิกรายการหลังก่อน",
                "More was written of this loan already: its number and borrower stay. Strike the later entries first.",
            )

    def _guarantors_are_good(self, book: int, memo: dict[str, Any]) -> None:
        for guarantor in self.guarantors:
            known_member(book, memo, guarantor)
        if self.member in self.guarantors or len(set(self.guarantors)) < len(self.guarantors):
            raise Refusal(
                "guarantor",
                "ผู้ค้ำต้องเป็นสมาชิกคนอื่น และใส่ชื่อคนละครั้ง",
                "A guarantor is another member, and is named once.",
            )

    def _rules_hold(self, book: int, memo: dict[str, Any]) -> None:
        rules = bylaws(book)
        if self.rate > rules.rate_ceiling and not (self.legal_basis or "").strip():
            most = f"{rules.rate_ceiling / 100:g}"
            raise Refusal(
                "rate_above_ceiling",
                f"ดอกเบี้ยเกินร้อยละ {most} ต่อปี ต้องบอกข้อกฎหมายที่ให้เก็บได้",
                f"The rate is above {most} per cent a year. Say which law allows it.",
            )
        self._sum_holds(book, rules, self._owed(book, memo))
        self._sureties_hold(book, memo, rules)

    def _owed(self, book: int, memo: dict[str, Any]) -> int:
        """Return the principal that this member still owes on other loans, satang."""
        files = loan_files(book, member=self.member, without=memo.get("correcting", 0)).values()
        return sum(file.standing().left for file in files if file.number != self.number)

    def _sum_holds(self, book: int, rules: Bylaws, owed: int) -> None:
        """Refuse more than the savings bear, or than one member may owe; what is owed already counts."""
        also_th, also_en = (
            (
                f" รวมที่ยังผ่อนอยู่ {format_baht(owed)} บาท",
                f", with the {format_baht(owed)} baht still being repaid",
            )
            if owed
            else ("", "")
        )
        if rules.savings_multiple is not None:
            most = int(balances(book).get(self.member, 0) * rules.savings_multiple)
            if self.principal + owed > most:
                raise Refusal(
                    "above_savings",
                    f"ตามระเบียบกลุ่ม สมาชิกคนนี้กู้ได้ไม่เกิน {format_baht(most)} บาท"
                    f" ({rules.savings_multiple} เท่าของเงินออม){also_th}",
                    f"By the group's rule this member may borrow {format_baht(most)} baht at most"
                    f" ({rules.savings_multiple} times the savings){also_en}.",
                )
        if rules.loan_ceiling and self.principal + owed > rules.loan_ceiling:
            most_th = format_baht(rules.loan_ceiling)
            raise Refusal(
                "above_ceiling",
                f"ตามระเบียบกลุ่ม คนหนึ่งกู้ได้ไม่เกิน {most_th} บาท{also_th}",
                f"By the group's rule one member may owe {most_th} baht at most{also_en}.",
            )

    def _sureties_hold(self, book: int, memo: dict[str, Any], rules: Bylaws) -> None:
        """Refuse too few guarantors, and one who stands surety for as many loans as the group allows."""
        if len(self.guarantors) < rules.guarantors:
            raise Refusal(
                "too_few_guarantors",
                f"ตามระเบียบกลุ่ม ต้องมีผู้ค้ำ {rules.guarantors} คน",
                f"By the group's rule a loan needs {rules.guarantors} guarantors.",
            )
        if not rules.guarantees or not self.guarantors:
            return
        others = loan_files(book, without=memo.get("correcting", 0)).values()
        held = [
            one
            for file in others
            if file.number != self.number and file.standing().is_running
            for one in file.guarantors
        ]
        for guarantor in self.guarantors:
            if held.count(guarantor) >= rules.guarantees:
                raise Refusal(
                    "surety_enough",
                    f"ตามระเบียบกลุ่ม สมาชิก {guarantor} ค้ำเพิ่มไม่ได้แล้ว เลือกผู้ค้ำคนอื่น",
                    f"By the group's rule member {guarantor} cannot stand surety for another loan. Choose somebody else.",
                )

    def lines(self) -> Iterator[Line]:
        """The request, its guarantors, and the days where they are the group's own."""
        agreed = self.agreed
        yield Loan.of(
            number=self.number, member=self.member, principal=self.principal, method=self.method,
            basis=self.basis, rate=self.rate, periods=agreed.periods or 0, every=self.every,
            first_due=day_number(self.first_due) if self.first_due else None,
            grace_principal=self.grace_principal, grace_interest=self.grace_interest,
            round_instalment=self.round_instalment, legal_basis=self.legal_basis or None, day=day_number(self.on),
        )  # fmt: skip
        for guarantor in self.guarantors:
            yield LoanGuarantor.of(number=self.number, member=guarantor)
        for meeting in self.meetings:
            yield LoanMeeting.of(number=self.number, day=day_number(meeting))
