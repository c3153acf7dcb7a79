"""What every step of a closing has in common."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kwan.fund.models import CycleStep
from kwan.fund.queries.cycle import CycleView, cycle, inputs
from kwan.fund.rules.cycle import STAGES, Closing, stage_after
from kwan.fund.rules.cycle.changes import changes
from kwan.journal.rules import Command, Line, Refusal, day_number


def known_cycle(book: int, number: int) -> CycleView:
    """Return a cycle. Raise Refusal if there is none."""
    found = cycle(book, number)
    if found is None:
        raise Refusal("unknown_cycle", f"ยังไม่ได้เปิดรอบที่ {number}", f"There is no cycle {number}.")
    return found


def refuse_changed(book: int, closing: Closing) -> None:
    """Refuse to go on where the books no longer say what was frozen, and say what is different."""
    now = inputs(book, closing.since, closing.until, closing.terms)
    found = changes(closing, now)
    if found:
        th, en = " · ".join(th for th, _ in found), " · ".join(en for _, en in found)
        raise Refusal(
            "books_changed",
            f"สมุดเปลี่ยนไปหลังจากเสนอ: {th} ยอดที่เสนอยังอยู่ครบ ถอนแล้วเสนอใหม่",
            f"The books changed since this was proposed: {en}. What was proposed still stands; withdraw it and propose anew.",
        )


@dataclass(frozen=True, kw_only=True)
class OfCycle(Command):
    """A step of closing a cycle. None of them is corrected: a proposal is withdrawn, the rest stays."""

    step: ClassVar[str]
    cycle: int

    def natural_key(self) -> str:
        """The cycle and the step."""
        return f"cycle/{self.cycle}/{self.step}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a cycle that there is not, a step that is not the next, and whatever `judge` refuses."""
        if "correcting" in memo:
            raise Refusal(
                "not_corrected",
                "ขั้นตอนปิดรอบไม่แก้ทับ ถอนยอดที่เสนอแล้วเสนอใหม่",
                "A step of closing is not corrected: withdraw what was proposed, and propose anew.",
            )
        view = known_cycle(book, self.cycle)
        if stage_after(view.stage, self.step) is None:
            th, en = STAGES[view.stage]
            raise Refusal(
                "not_now",
                f"รอบที่ {self.cycle} {th} จึงทำขั้นนี้ไม่ได้ ยังไม่ได้ลงรายการ",
                f"Cycle {self.cycle} is {en}: this cannot be done now. Nothing was written.",
            )
        self.judge(book, memo, view)

    def judge(self, book: int, memo: dict[str, Any], view: CycleView) -> None:
        """Refuse what the cycle, as it stands, does not bear."""

    def details(self) -> dict[str, int | str | None]:
        """Return what else the step's line says."""
        return {}

    def lines(self) -> Iterator[Line]:
        """The step."""
        yield CycleStep.of(cycle=self.cycle, step=self.step, day=day_number(self.on), **self.details())


@dataclass(frozen=True, kw_only=True)
class OfProposal(OfCycle):
    """A step about one proposal: the entry that froze it."""

    proposal: int

    def judge(self, book: int, memo: dict[str, Any], view: CycleView) -> None:  # noqa: ARG002
        """Refuse another proposal than the one that stands."""
        if view.proposal != self.proposal:
            raise Refusal(
                "other_proposal",
                "มีการเสนอยอดใหม่แล้ว เปิดหน้านี้อีกครั้งแล้วดูยอดใหม่",
                "Something else was proposed meanwhile. Open the page again and look at the new sums.",
            )

    def details(self) -> dict[str, int | str | None]:
        """The proposal's entry."""
        return {"proposal": self.proposal}
