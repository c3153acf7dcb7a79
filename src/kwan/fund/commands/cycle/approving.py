"""A meeting approves a closing: savings and profit become what each is to be handed. Then the books are locked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from kwan.fund.commands.cycle.proposing import refuse_uneven, view_closing
from kwan.fund.commands.cycle.steps import OfCycle, OfProposal, known_cycle, refuse_changed
from kwan.fund.models import CycleBucket, CyclePortion, CycleResult, Saving
from kwan.fund.queries.cycle import CycleView
from kwan.fund.rules.cycle import Closing, Outcome, Portion
from kwan.fund.rules.cycle.books import BANK, PAYOUT, PURSE, SHARED_OUT
from kwan.fund.rules.savings_day import PASSBOOKS, Sort
from kwan.journal.models import ClosedPeriod
from kwan.journal.queries import balances
from kwan.journal.rules import Line, Move, Place, Refusal, day_number, held, owed, world

GAIN: Final = world(SHARED_OUT)


def payout(member: str) -> Place:
    """What a closing owes a member until it is handed over."""
    return owed(f"{PAYOUT}{member}")


def returned(portion: Portion) -> Iterator[tuple[Sort, int]]:
    """Yield the member's own savings that go back, by sort."""
    sorts: tuple[tuple[Sort, int], ...] = (
        (None, portion.regular), ("special", portion.special), ("share", portion.shares),
    )  # fmt: skip
    for sort, satang in sorts:
        if satang:
            yield sort, satang


@dataclass(frozen=True, kw_only=True)
class ApproveCycle(OfProposal):
    """The meeting of a day approved what was proposed; `minutes` says where it stands, more of it is sealed.

    The rest repeats what the proposal froze, so that what moves follows from this entry alone. `weighed` is what the
    savings were on average over the cycle (satang).
    """

    kind: ClassVar = "fund.cycle_approved"
    step: ClassVar = "approved"
    sealed_fields: ClassVar = ("minutes_note",)
    meeting: date
    minutes: str
    closing_way: str
    since: date
    until: date
    profit: int
    weighed: int
    outcome: Outcome
    minutes_note: str | None = None

    def judge(self, book: int, memo: dict[str, Any], view: CycleView) -> None:
        """Refuse no minutes, a meeting before the closing day, other sums than were checked, and books that changed."""
        super().judge(book, memo, view)
        closing = view_closing(view)
        if not self.minutes.strip():
            raise Refusal("no_minutes", "ใส่เลขหรือข้อของบันทึกการประชุมด้วย", "Say where it stands in the minutes.")
        if not closing.until <= self.meeting <= self.on:
            raise Refusal(
                "meeting_day",
                "วันประชุมต้องไม่ก่อนวันปิดรอบ และมาถึงแล้ว",
                "The meeting is not before the closing day, and has been.",
            )
        if _said(self) != _said(_of(closing, self)):
            raise Refusal("other_sums", "ยอดไม่ตรงกับที่ตรวจแล้ว", "These are not the sums that were checked.")
        refuse_changed(book, closing)
        refuse_uneven(closing)
        _passbooks_still_hold(book, self.outcome)

    def details(self) -> dict[str, int | str | None]:
        """The meeting, and where it stands in the minutes."""
        return {**super().details(), "meeting": day_number(self.meeting), "minutes": self.minutes}

    def moves(self) -> Iterator[Move]:
        """Savings and gains become what is owed as a payout; parts of the profit go into purses of their own."""
        for portion in self.outcome.portions:
            yield from _owing(portion)
        for bucket in self.outcome.buckets:
            if bucket.is_personal:
                continue
            if bucket.cash:
                yield Move(held(PURSE), held(f"purse:{bucket.name}"), bucket.cash)
            if bucket.bank:
                yield Move(held(BANK), held(f"bank:{bucket.name}"), bucket.bank)

    def lines(self) -> Iterator[Line]:
        """The step; what came of the cycle in all, in parts, by member; and the savings that leave the passbooks."""
        yield from super().lines()
        day, outcome = day_number(self.on), self.outcome
        yield CycleResult.of(
            cycle=self.cycle, way=self.closing_way, since=day_number(self.since), until=day_number(self.until),
            members=len(outcome.portions), profit=self.profit, pool=outcome.pool, carried=outcome.carried,
            weighed=self.weighed, day=day,
        )  # fmt: skip
        for bucket in outcome.buckets:
            yield CycleBucket.of(cycle=self.cycle, bucket=bucket.name, satang=bucket.satang, day=day)
        for portion in outcome.portions:
            yield CyclePortion.of(
                cycle=self.cycle, member=portion.member, savings=portion.savings, gain=portion.gain, day=day
            )
            for sort, satang in returned(portion):
                yield Saving.of(member=portion.member, direction="out", satang=satang, day=day, sort=sort)


def _owing(portion: Portion) -> Iterator[Move]:
    to = payout(portion.member)
    for sort, satang in returned(portion):
        yield Move(to, owed(f"{PASSBOOKS[sort]}{portion.member}"), satang)
    if portion.gain > 0:
        yield Move(to, GAIN, portion.gain)
    elif portion.gain < 0:
        yield Move(GAIN, to, -portion.gain)


def approving(
    book: int, number: int, on: date, meeting: date, minutes: str, note: str | None = None
) -> ApproveCycle:
    """Return the command by which a meeting approves what stands checked. Raise Refusal where nothing does."""
    view = known_cycle(book, number)
    closing = view_closing(view)
    return ApproveCycle(
        on=on, cycle=number, proposal=view.proposal or 0, meeting=meeting, minutes=minutes, minutes_note=note,
        closing_way=closing.terms.way, since=closing.since, until=closing.until, profit=closing.sums.profit,
        weighed=closing.weighed, outcome=closing.outcome,
    )  # fmt: skip


def _of(closing: Closing, said: ApproveCycle) -> ApproveCycle:
    return ApproveCycle(
        on=said.on, cycle=said.cycle, proposal=said.proposal, meeting=said.meeting, minutes=said.minutes,
        closing_way=closing.terms.way, since=closing.since, until=closing.until, profit=closing.sums.profit,
        weighed=closing.weighed, outcome=closing.outcome,
    )  # fmt: skip


def _said(command: ApproveCycle) -> dict[str, Any]:
    return command.body()


def _passbooks_still_hold(book: int, outcome: Outcome) -> None:
    """Refuse to give back what a member took out after the closing day."""
    stands = balances(book)
    for portion in outcome.portions:
        for sort, satang in returned(portion):
            if -stands.get(f"{PASSBOOKS[sort]}{portion.member}", 0) < satang:
                raise Refusal(
                    "taken_out_since",
                    f"สมาชิก {portion.member} ถอนเงินออมหลังวันปิดรอบ ยอดคืนจึงเกินที่มี ถอนยอดที่เสนอแล้วเสนอใหม่ด้วยวันปิดใหม่",
                    f"Member {portion.member} took savings out after the closing day; less is left than was to go back. "
                    "Withdraw the proposal, and propose anew with a later closing day.",
                )


@dataclass(frozen=True, kw_only=True)
class LockCycle(OfCycle):
    """The cycle is closed for good: nothing that happened up to its last day is written any more.

    What is not fetched yet stays owed, and is handed over later.
    """

    kind: ClassVar = "fund.cycle_locked"
    step: ClassVar = "locked"
    until: date

    def judge(self, book: int, memo: dict[str, Any], view: CycleView) -> None:  # noqa: ARG002
        """Refuse another day than the one that was approved."""
        if view_closing(view).until != self.until:
            raise Refusal(
                "cycle_days", "วันปิดรอบไม่ตรงกับที่รับรอง", "This is not the closing day that was approved."
            )

    def lines(self) -> Iterator[Line]:
        """The step, and the day up to which the book is closed."""
        yield from super().lines()
        yield ClosedPeriod.of(upto=day_number(self.until))
