"""Two people for what takes much of a member's money out: one officer asks, another agrees, then it is taken."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from kwan.fund.commands.sums import positive
from kwan.fund.models import WithdrawalAnswered, WithdrawalAsked
from kwan.fund.queries.bylaws import bylaws
from kwan.fund.queries.withdrawals import Asked, asked_withdrawal, taken_alone
from kwan.fund.rules.savings_day import PASSBOOKS, Sort
from kwan.journal.rules import Line, Refusal, day_number
from kwan.people.commands import OfMember
from kwan.quantities import format_baht


@dataclass(frozen=True, kw_only=True)
class AskWithdrawal(OfMember):
    """An officer asks another one to agree that a member takes so much out (satang). Nothing moves yet."""

    kind: ClassVar = "fund.withdrawal_asked"
    sealed_fields: ClassVar = ("note",)
    satang: int
    sort: Sort = None
    note: str | None = None

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a member whom the book does not know, no sum, and a sort that there is not."""
        positive(self.satang)
        if self.sort not in PASSBOOKS:
            raise Refusal("unknown_sort", "ไม่มีการออมชนิดนี้", "There is no such sort of saving.")
        super().decide(book, memo)

    def lines(self) -> Iterator[Line]:
        """What is asked."""
        yield WithdrawalAsked.of(
            member=self.member, satang=self.satang, sort=self.sort, day=day_number(self.on)
        )


@dataclass(frozen=True, kw_only=True)
class AnswerWithdrawal(OfMember):
    """Another officer's answer to entry `asked`: agreed, or not. Who asked may only take it back."""

    kind: ClassVar = "fund.withdrawal_answered"
    sealed_fields: ClassVar = ("reason",)
    asked: int
    agreed: bool
    reason: str | None = None

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse what was not asked, what has its answer, and an agreement by the one who asked."""
        super().decide(book, memo)
        asked = _known(book, self.asked)
        if asked.member != self.member:
            raise _not_asked(self.asked)
        correcting = memo.get("correcting")
        if correcting is not None and asked.answer != correcting:
            raise _not_asked(self.asked)
        if asked.answer is not None and asked.answer != correcting:
            raise Refusal(
                "answered",
                f"รายการที่ {self.asked:,} มีคนตอบไปแล้ว ในรายการที่ {asked.answer:,}",
                f"Entry {self.asked:,} has its answer already, in entry {asked.answer:,}.",
            )
        if self.agreed and asked.actor == memo.get("actor"):
            raise Refusal(
                "same_person",
                "คนขอกับคนยืนยันต้องเป็นคนละคน ให้ประธานหรือเลขานุการเปิดหน้านี้",
                "Who asks and who agrees must be two people: let the chair or the secretary open this page.",
            )

    def lines(self) -> Iterator[Line]:
        """The answer."""
        yield WithdrawalAnswered.of(asked=self.asked, agreed=int(self.agreed), day=day_number(self.on))


def _known(book: int, entry: int) -> Asked:
    asked = asked_withdrawal(book, entry)
    if asked is None:
        raise _not_asked(entry)
    return asked


def _not_asked(entry: int) -> Refusal:
    return Refusal(
        "not_asked", f"รายการที่ {entry:,} ไม่ใช่คำขอถอนของสมาชิกคนนี้", f"Entry {entry:,} asks for no such withdrawal."
    )  # fmt: skip


def check_agreed(
    book: int, memo: dict[str, Any], member: str, on: date, satang: int, sort: Sort, asked: int | None
) -> None:
    """Refuse what is above the group's limit and was not agreed to, and an agreement used twice or for more."""
    if asked is not None:
        _check_used_once(book, memo, member, satang, sort, asked)
        return
    limit = bylaws(book).two_signatures_above
    if not limit:
        return
    alone: dict[tuple[str, date], int] = memo.setdefault("taken alone", {}) if memo.get("batch") else {}
    taken = alone.get((member, on), 0) + taken_alone(book, member, on, without=memo.get("correcting", 0))
    if taken + satang > limit:
        raise needs_two(limit)
    alone[member, on] = alone.get((member, on), 0) + satang


def needs_two(limit: int) -> Refusal:
    """Return the refusal of a sum (satang) that one officer does not pay out alone."""
    most = format_baht(limit)
    return Refusal(
        "needs_two",
        f"ถอนเกิน {most} บาทในวันเดียว ต้องให้กรรมการอีกคนยืนยันก่อน ยังไม่ได้ลงอะไร",
        f"More than {most} baht in a day needs a second officer to agree first. Nothing was written.",
    )


def _check_used_once(
    book: int, memo: dict[str, Any], member: str, satang: int, sort: Sort, entry: int
) -> None:
    asked = _known(book, entry)
    if (asked.member, asked.sort) != (member, sort) or satang > asked.satang:
        raise _not_asked(entry)
    if asked.answer is None or not asked.is_agreed:
        raise Refusal("not_agreed", "ยังไม่มีกรรมการอีกคนยืนยัน", "No second officer has agreed to this yet.")
    used: set[int] = memo.setdefault("asked and taken", set()) if memo.get("batch") else set()
    if entry in used or asked.paid not in (None, memo.get("correcting")):
        raise Refusal(
            "paid_already", f"คำขอรายการที่ {entry:,} จ่ายไปแล้ว", f"What entry {entry:,} asked for was paid already."
        )  # fmt: skip
    used.add(entry)
