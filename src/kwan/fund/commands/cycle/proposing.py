"""A cycle is opened; its closing is proposed, taken back, or checked by another officer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from kwan.fund.commands.cycle.steps import OfCycle, OfProposal, known_cycle, refuse_changed
from kwan.fund.commands.loan_steps import refused
from kwan.fund.models import Cycle
from kwan.fund.queries.cycle import CycleView, cycle_now, inputs
from kwan.fund.rules.cycle import Closing, Terms, close
from kwan.journal.rules import Command, Line, Refusal, day_number


@dataclass(frozen=True, kw_only=True)
class OpenCycle(Command):
    """A cycle begins on this day. Cycles are numbered one after another; the one before was locked."""

    kind: ClassVar = "fund.cycle_opened"
    cycle: int

    def natural_key(self) -> str:
        """The cycle."""
        return f"cycle/{self.cycle}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse another number than the next, and a new cycle before the last was locked."""
        last = cycle_now(book)
        if "correcting" in memo and last and last.entry == memo["correcting"] and last.stage == "open":
            return
        if "correcting" in memo or (last is not None and last.stage != "locked"):
            raise Refusal(
                "cycle_open",
                "รอบก่อนยังไม่ได้ปิด ปิดรอบนั้นก่อน",
                "The cycle before is not closed yet. Close it first.",
            )
        following = last.cycle + 1 if last else 1
        if self.cycle != following:
            raise Refusal(
                "cycle_number", f"รอบต่อไปคือรอบที่ {following}", f"The next cycle is number {following}."
            )

    def lines(self) -> Iterator[Line]:
        """The beginning."""
        yield Cycle.of(cycle=self.cycle, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class ProposeCycle(OfCycle):
    """The treasurer proposes how a cycle closes: all that goes in, the rules, and all that comes of it, frozen."""

    kind: ClassVar = "fund.cycle_proposed"
    step: ClassVar = "proposed"
    closing: Closing

    def judge(self, book: int, memo: dict[str, Any], view: CycleView) -> None:  # noqa: ARG002
        """Refuse days that do not fit, and anything else than what the books say and the rules make of it."""
        closing = self.closing
        if closing.since != view.since or not closing.since <= closing.until <= self.on:
            raise Refusal(
                "cycle_days",
                "วันปิดรอบต้องไม่ก่อนวันเริ่มรอบ และมาถึงแล้ว",
                "The closing day is not before the cycle began, and has come.",
            )
        refuse_changed(book, closing)
        with refused():
            if close(closing) != closing:
                raise Refusal(
                    "not_reckoned_so",
                    "ผลที่เสนอไม่ตรงกับที่คิดได้",
                    "What is proposed is not what the rules come to.",
                )


def proposing(book: int, number: int, until: date, on: date, terms: Terms) -> ProposeCycle:
    """Return the command that proposes to close a cycle by these rules, as the books stand now.

    Raises:
        Refusal: no such cycle; days that do not fit; what the rules cannot reckon.
    """
    view = known_cycle(book, number)
    if not view.since <= until <= on:
        raise Refusal(
            "cycle_days",
            "วันปิดรอบต้องไม่ก่อนวันเริ่มรอบ และมาถึงแล้ว",
            "The closing day is not before the cycle began, and has come.",
        )
    with refused():
        return ProposeCycle(on=on, cycle=number, closing=close(inputs(book, view.since, until, terms)))


@dataclass(frozen=True, kw_only=True)
class WithdrawProposal(OfProposal):
    """What was proposed is taken back before a meeting approved it. Why is sealed."""

    kind: ClassVar = "fund.cycle_withdrawn"
    step: ClassVar = "withdrawn"
    sealed_fields: ClassVar = ("reason",)
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class CheckCycle(OfProposal):
    """Another officer looked: nothing is missing between what is divided and what becomes of it, and the books still say so."""

    kind: ClassVar = "fund.cycle_checked"
    step: ClassVar = "checked"

    def judge(self, book: int, memo: dict[str, Any], view: CycleView) -> None:
        """Refuse the hand that proposed it, books that changed, a difference, and more than the fund has."""
        super().judge(book, memo, view)
        proposed = view.step("proposed")
        if proposed is None or proposed.actor == memo.get("actor"):
            raise Refusal(
                "same_hand",
                "คนที่เสนอตรวจเองไม่ได้ ให้กรรมการอีกคนตรวจ",
                "Who proposed it does not check it: another officer does.",
            )
        refuse_changed(book, view_closing(view))
        refuse_uneven(view_closing(view))


def view_closing(view: CycleView) -> Closing:
    """Return what stands proposed. Raise Refusal if nothing does."""
    if view.closing is None:
        raise Refusal("nothing_proposed", "ยังไม่มีใครเสนอยอด", "Nothing is proposed yet.")
    return view.closing


def refuse_uneven(closing: Closing) -> None:
    """Refuse a closing in which money is missing, or that is not what its own inputs come to."""
    with refused():
        again = close(replace(closing))
    if closing.outcome.difference or again != closing:
        raise Refusal(
            "uneven", "ยอดที่แบ่งกับยอดรวมยังไม่ตรงกัน", "What is divided and what becomes of it do not agree."
        )
