"""What every step of a loan has in common: it finds the loan's file, and is judged by how the loan stands there.

A correction is judged in the place of what it corrects, and once more with all that came later.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, ClassVar

from kwan.fund.models import LoanInstalment, LoanStep
from kwan.fund.queries.loan_files import LoanFile, corrected_places, loan_files, place_of
from kwan.fund.rules.agreement import Instalment
from kwan.fund.rules.loans import STAGES, STEPS, Happened, Stage, Standing, Step, first_unfit, stand
from kwan.journal.rules import Line, Place, Refusal, day_number, held
from kwan.people.commands import OfMember
from kwan.quantities import format_baht
from kwan.thai import Refused

PURSES = ("savings", "fund")


@contextmanager
def refused() -> Iterator[None]:
    """Let the rules' own sentence be the book's answer."""
    try:
        yield
    except Refused as reason:
        raise Refusal("terms", reason.th, reason.en) from reason


def kept_file(book: int, memo: dict[str, Any], number: str) -> LoanFile | None:
    """Return the file of a loan, the batch at hand included and without the entry being corrected."""
    if not memo.get("batch") or "correcting" in memo:
        return loan_files(book, number, without=memo.get("correcting", 0)).get(number)
    kept: dict[str, LoanFile | None] = memo.setdefault("loans", {})
    if number not in kept:
        kept[number] = loan_files(book, number).get(number)
    return kept[number]


def known_file(book: int, number: str, memo: dict[str, Any] | None = None) -> LoanFile:
    """Return the file of a loan. Raise Refusal if there is none."""
    file = kept_file(book, memo or {}, number)
    if file is None:
        raise Refusal("unknown_loan", f"ไม่มีเงินกู้เลขที่ {number}", f"There is no loan {number}.")
    return file


def keep(memo: dict[str, Any], file: LoanFile) -> None:
    """Remember the file as it will be, until the batch ends."""
    if memo.get("batch"):
        memo.setdefault("loans", {})[file.number] = file


def purse(name: str) -> Place:
    """The purse that loans are paid out of and repaid into: "savings" or "fund"."""
    return held(f"purse:{name}")


def known_purse(name: str) -> None:
    """Refuse a purse that lends nothing."""
    if name not in PURSES:
        raise Refusal(
            "unknown_purse",
            "เงินกู้ออกจากกระเป๋าเงินออมหรือกองทุนหมุนเวียนเท่านั้น",
            "Loans come from the savings purse or the fund's.",
        )


def good_rows(rows: tuple[Instalment, ...], start: date) -> None:
    """Refuse a schedule whose days do not follow each other, or with a sum below zero."""
    days = [start, *(row.due for row in rows)]
    if not rows or any(later <= earlier for earlier, later in pairwise(days)):
        raise Refusal(
            "schedule_days",
            "วันครบกำหนดต้องเรียงจากก่อนไปหลัง และหลังวันที่ทำรายการ",
            "The days of a schedule must follow each other, after the day of this entry.",
        )
    if any(min(row.principal, row.interest) < 0 for row in rows):
        raise Refusal("below_zero", "ตารางผ่อนมียอดติดลบ", "A sum of the schedule is below zero.")


def refuse_unfit(file: LoanFile, before: list[Happened], later: list[Happened]) -> None:
    """Refuse what a later step does not fit upon any more."""
    unfit = first_unfit(file.agreed.method, before, later)
    if unfit is not None:
        th, en = STEPS[unfit.step]
        raise Refusal(
            "depends_on_it",
            f"รายการ “{th}” ที่ลงไว้ทีหลังคิดจากรายการนี้ แก้หรือยกเลิกรายการนั้นก่อน ยังไม่ได้ลงอะไร",
            f"“{en}”, written later, rests on this entry. Mend or strike that one first. Nothing was written.",
        )


@dataclass(frozen=True, kw_only=True)
class OfLoan(OfMember):
    """A step in the life of a loan; `member` is the borrower."""

    step: ClassVar[Step]
    number: str

    @property
    def happened(self) -> Happened:
        """What this step does to the loan."""
        return Happened(self.step, self.on)

    def judge(self, book: int, memo: dict[str, Any], file: LoanFile, standing: Standing) -> None:
        """Refuse what the loan, as it stands, does not bear."""
        raise NotImplementedError

    def details(self) -> dict[str, int | str | None]:
        """Return what else the step's line says."""
        return {}

    def natural_key(self) -> str:
        """The loan's number and the step."""
        return f"loan/{self.number}/{self.step}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse an unknown loan or borrower, and whatever `judge` refuses."""
        super().decide(book, memo)
        file = self._file(book, memo)
        corrects = memo.get("correcting")
        place = file.end if corrects is None else place_of(corrects, corrected_places(book))
        before, later = file.around(place)
        self.judge(book, memo, file, stand(file.agreed.method, before))
        short = -stand(file.agreed.method, [*before, self.happened, *later]).left
        if short > 0:
            raise Refusal(
                "paid_later",
                f"หลังจากนั้นรับคืนไปแล้ว ยอดนี้จะทำให้รับคืนเกิน {format_baht(short)} บาท",
                f"More came back later: with this sum, {format_baht(short)} baht would be repaid too much.",
            )
        if corrects is not None:
            refuse_unfit(file, [*before, self.happened], later)
        keep(memo, file.having(self.happened, place))

    def _file(self, book: int, memo: dict[str, Any]) -> LoanFile:
        file = known_file(book, self.number, memo)
        if file.member != self.member:
            raise Refusal(
                "other_borrower",
                f"เงินกู้เลขที่ {self.number} เป็นของสมาชิกคนอื่น",
                f"Loan {self.number} is another member's.",
            )
        return file

    def only_at(self, standing: Standing, *stages: Stage) -> None:
        """Refuse this step at any other stage of the loan's life."""
        if standing.state not in stages:
            th, en = STAGES[standing.state]
            raise Refusal(
                "not_now",
                f"เงินกู้เลขที่ {self.number} {th} จึงลงรายการนี้ไม่ได้",
                f"Loan {self.number} is {en}: this cannot be written now.",
            )

    def lines(self) -> Iterator[Line]:
        """The step, and the schedule that it froze."""
        done = self.happened
        yield LoanStep.of(
            number=self.number, step=self.step, principal=done.principal, interest=done.interest,
            fine=done.fine, day=day_number(self.on), **self.details(),
        )  # fmt: skip
        for row in done.rows:
            yield LoanInstalment.of(
                number=self.number, due=day_number(row.due), principal=row.principal, interest=row.interest
            )


@dataclass(frozen=True, kw_only=True)
class AgreedAtMeeting(OfLoan):
    """A step that a meeting decided, on which day and where it stands in the minutes."""

    meeting: date
    minutes: str | None = None

    def details(self) -> dict[str, int | str | None]:
        """The day of the meeting and the place in the minutes."""
        return {"meeting": day_number(self.meeting), "minutes": self.minutes or None}


@dataclass(frozen=True, kw_only=True)
class StrikeLoan(OfMember):
    """A request or a step of a loan that never was: nothing stands in its place. Only ever a correction."""

    kind: ClassVar = "fund.loan_struck"
    strikes: ClassVar = tuple(
        f"fund.loan_{what}"
        for what in (
            "requested", "approved", "rejected", "withdrawn", "paid_out", "repaid", "rescheduled", "written_off",
            "recovered",
        )
    )  # fmt: skip
    number: str

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse to strike nothing, and what later steps rest on."""
        super().decide(book, memo)
        file, struck = loan_files(book, self.number).get(self.number), memo.get("correcting", 0)
        page = next((page for page in file.pages if page.entry == struck), None) if file else None
        if file is None or file.member != self.member or (page is None and file.entry != struck):
            raise Refusal("nothing_to_strike", "ไม่มีรายการที่จะยกเลิก", "There is no entry to strike.")
        if page is None and file.pages:
            raise Refusal(
                "loan_has_steps",
                "เงินกู้นี้มีรายการต่อจากคำขอแล้ว ยกเลิกรายการหลังก่อน ยังไม่ได้ลงอะไร",
                "More was written of this loan already. Strike the later entries first. Nothing was written.",
            )
        if page is not None:
            refuse_unfit(file, *file.around(page.place))
        memo.get("loans", {}).pop(self.number, None)
