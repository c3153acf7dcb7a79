"""The life of a loan: what happened to it, and how it stands.

Sums here are satang, for they come from frozen schedules and go into entries. Nothing is estimated:
interest counts when it is received, and a schedule holds until another was agreed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from kwan.fund.rules.agreement import Instalment, interest_of, principal_of
from kwan.fund.rules.instalments import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Step: TypeAlias = Literal[
    "approved",
    "rejected",
    "withdrawn",
    "paid_out",
    "brought",
    "repaid",
    "rescheduled",
    "written_off",
    "recovered",
]
Stage: TypeAlias = Literal[
    "requested", "approved", "rejected", "withdrawn", "active", "rescheduled", "written_off", "closed"
]
Working: TypeAlias = "tuple[tuple[str, str, int], ...]"
"""How a sum came about: (Thai, English, satang) line by line; the lines add up to it."""

STAGES: Final[Mapping[Stage, tuple[str, str]]] = {
    "requested": ("ยื่นขอแล้ว รอที่ประชุม", "requested, waiting for the meeting"),
    "approved": ("ที่ประชุมอนุมัติแล้ว รอรับเงิน", "approved, waiting for the money"),
    "rejected": ("ที่ประชุมยังไม่อนุมัติ", "not approved"),
    "withdrawn": ("ผู้ขอถอนคำขอ", "request withdrawn"),
    "active": ("กำลังผ่อน", "being repaid"),
    "rescheduled": ("กำลังผ่อนตามกำหนดใหม่", "being repaid on a new schedule"),
    "written_off": ("ตัดเป็นหนี้สูญแล้ว", "written off"),
    "closed": ("ชำระครบแล้ว", "repaid in full"),
}
STEPS: Final[Mapping[Step, tuple[str, str]]] = {
    "approved": ("ที่ประชุมอนุมัติ", "Agreed at a meeting"),
    "rejected": ("ที่ประชุมยังไม่อนุมัติ", "Not agreed"),
    "withdrawn": ("ผู้ขอถอนคำขอ", "Request taken back"),
    "paid_out": ("จ่ายเงินกู้", "Paid out"),
    "brought": ("ยกมาจากสมุดเดิม", "Brought forward"),
    "repaid": ("รับคืน", "Repaid"),
    "rescheduled": ("ตกลงงวดใหม่", "Agreed anew"),
    "written_off": ("ตัดเป็นหนี้สูญ", "Written off"),
    "recovered": ("ได้คืนหลังตัดหนี้สูญ", "Came back after all"),
}
RUNNING: Final[tuple[Stage, ...]] = ("active", "rescheduled")


@dataclass(frozen=True, slots=True)
class Happened:
    """One step in a loan's life. `rows` is the schedule that holds from then on.

    `is_relief` marks a new schedule that was agreed because the old one could not be kept.
    """

    step: Step
    on: date
    principal: int = 0
    interest: int = 0
    fine: int = 0
    rows: tuple[Instalment, ...] = ()
    is_relief: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How a loan stands after some steps; satang.

    `paid_out` is, of a loan that was brought forward from an older book, what was left of it then.
    `interest_before` was received under earlier schedules. `cleared_on` is the day on which the last of the
    principal came back.
    """

    method: Kind
    stage: Stage = "requested"
    rows: tuple[Instalment, ...] = ()
    since: date | None = None
    paid_out: int = 0
    principal: int = 0
    interest: int = 0
    fines: int = 0
    written_off: int = 0
    recovered: int = 0
    interest_before: int = 0
    cleared_on: date | None = None
    is_brought: bool = False
    is_relieved: bool = False

    @property
    def left(self) -> int:
        """The principal still owed: what the loan's account holds."""
        return self.paid_out - self.principal - self.written_off

    @property
    def is_running(self) -> bool:
        """Is anything still to come back by a schedule?"""
        return self.stage in RUNNING and self.state != "closed"

    @property
    def state(self) -> Stage:
        """The stage, told as closed once nothing is asked for any more."""
        return "closed" if self.stage in RUNNING and not self.left and not self.interest_left else self.stage

    @property
    def asked(self) -> tuple[Instalment, ...]:
        """The instalments whose interest is owed.

        All of them; but interest on what is owed ends with the running instalment once nothing is owed.
        """
        if self.cleared_on is None or self.method == "flat":
            return self.rows
        return running(self.rows, self.cleared_on)

    @property
    def interest_on_rows(self) -> int:
        """The interest received under the schedule in force."""
        return self.interest - self.interest_before

    @property
    def interest_left(self) -> int:
        """The interest that the schedule still asks for, to its end."""
        return max(0, interest_of(self.asked) - self.interest_on_rows)

    @property
    def principal_on_rows(self) -> int:
        """The principal that came back under the schedule in force."""
        return max(0, principal_of(self.rows) - self.left - self.written_off)


def running(rows: tuple[Instalment, ...], day: date) -> tuple[Instalment, ...]:
    """Return the instalments up to the one that runs on this day, that one included."""
    return rows[: sum(row.due < day for row in rows) + 1]


def stand(method: Kind, steps: Iterable[Happened]) -> Standing:
    """Return how a loan stands after these steps, in the order of the book."""
    return reduce(after, steps, Standing(method))


def after(loan: Standing, event: Happened) -> Standing:
    """Return how the loan stands after one more step. Whether it may happen is asked elsewhere."""
    match event.step:
        case "repaid":
            return _repaid(loan, event)
        case "paid_out" | "brought":
            return replace(_begun(loan, event), is_brought=event.step == "brought")
        case "rescheduled":
            return _rescheduled(loan, event)
        case "written_off":
            return replace(loan, stage="written_off", written_off=loan.written_off + event.principal)
        case "recovered":
            return replace(loan, recovered=loan.recovered + event.principal)
        case "approved" | "rejected" | "withdrawn":
            return replace(loan, stage=event.step)


def first_unfit(method: Kind, before: Iterable[Happened], later: Iterable[Happened]) -> Happened | None:
    """Return the first of the later steps that does not fit any more upon what is before; None if all do."""
    loan = stand(method, before)
    for event in later:
        if not _bears(loan, event):
            return event
        loan = after(loan, event)
    return None


def _bears(loan: Standing, event: Happened) -> bool:
    """Does this step fit a loan that stands so? Of a schedule only what is left counts, of interest nothing."""
    running = loan.stage in RUNNING and loan.since is not None and event.on >= loan.since
    fits = {
        "paid_out": loan.stage == "approved",
        "repaid": running and event.principal <= loan.left,
        "rescheduled": running and principal_of(event.rows) == loan.left,
        "written_off": loan.since is not None and event.principal <= loan.left,
        "recovered": loan.recovered + event.principal <= loan.written_off,
    }
    return fits.get(event.step, loan.stage in ("requested", "approved"))


def _begun(loan: Standing, event: Happened) -> Standing:
    return replace(loan, stage="active", rows=event.rows, since=event.on, paid_out=event.principal)


def _repaid(loan: Standing, event: Happened) -> Standing:
    paid = replace(
        loan,
        principal=loan.principal + event.principal,
        interest=loan.interest + event.interest,
        fines=loan.fines + event.fine,
    )
    return paid if paid.left else replace(paid, cleared_on=loan.cleared_on or event.on)


def _rescheduled(loan: Standing, event: Happened) -> Standing:
    return replace(
        loan,
        stage="rescheduled" if event.is_relief or loan.is_relieved else "active",
        rows=event.rows,
        interest_before=loan.interest,
        is_relieved=loan.is_relieved or event.is_relief,
    )


def paid_parts(loan: Standing) -> tuple[Instalment, ...]:
    """Return beside each instalment in force what was paid of it: the oldest is paid first."""
    principal = _filled([row.principal for row in loan.rows], loan.principal_on_rows)
    interest = _filled([row.interest for row in loan.rows], loan.interest_on_rows)
    return tuple(Instalment(row.due, p, i) for row, p, i in zip(loan.rows, principal, interest, strict=True))


def _filled(wanted: Sequence[int], sum_: int) -> list[int]:
    return [
        max(0, min(each, sum_ - (upto - each))) for each, upto in zip(wanted, accumulate(wanted), strict=True)
    ]


def still_open(loan: Standing) -> list[Instalment]:
    """Return what is left of each instalment that is not paid whole, in order of days."""
    asked = len(loan.asked)
    left = (
        Instalment(row.due, row.principal - paid.principal, row.interest - paid.interest if n < asked else 0)
        for n, (row, paid) in enumerate(zip(loan.rows, paid_parts(loan), strict=True))
    )
    return [row for row in left if row.total]


def balance_working(loan: Standing) -> Working:
    """Return how the principal still owed came about."""
    began = ("เงินต้นที่ยกมา", "Brought forward") if loan.is_brought else ("เงินกู้ที่จ่ายออกไป", "Paid out")
    return (
        (*began, loan.paid_out),
        ("เงินต้นที่รับคืนแล้ว", "Principal received back", -loan.principal),
        ("ตัดเป็นหนี้สูญ", "Written off", -loan.written_off),
    )
