"""The steps of a loan as forms: which boxes each has, and the command that what was typed makes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from kwan.fund import commands as fund
from kwan.fund.commands import Instalment, RepayLoan
from kwan.fund.queries import LoanView
from kwan.fund.rules.agreement import principal_of
from kwan.fund.rules.loans import RUNNING, Stage
from kwan.journal.rules import Command
from kwan.web.forms.boxes import Box, Reading, plain_baht, written
from kwan.web.forms.form import digest
from kwan.web.forms.loan_boxes import (
    RECEIPT,
    meeting_boxes,
    note_box,
    pay_out_boxes,
    purse_box,
    repay_boxes,
    reschedule_boxes,
    sum_box,
)
from kwan.web.forms.usual import on_box
from kwan.web.language import Pair


@dataclass(frozen=True)
class Case:
    """What a form is about: a loan of a book; `mends` the entry that it answers, `before` what that one says."""

    book: int
    loan: LoanView
    mends: int = 0
    before: Mapping[str, Any] = field(default_factory=dict)


Build = Callable[[Case, Reading], Command]


@dataclass(frozen=True)
class LoanForm:
    """One step. `is_seen_first`: what it comes to is shown before it may be written."""

    title: Pair
    about: Pair
    button: Pair
    done: Pair
    stages: tuple[Stage, ...]
    boxes: Callable[[LoanView, date], tuple[Box, ...]]
    build: Build
    icon: str = "pen"
    is_seen_first: bool = False


def seen(command: Command) -> str:
    """Return what the page remembers of the command that it showed: a repayment's parts, else a digest."""
    if isinstance(command, RepayLoan):
        return f"{command.fine}-{command.interest}-{command.principal}"
    return digest(command)


def rows_of(command: Command) -> tuple[Instalment, ...]:
    """Return the schedule that a command would freeze, if it freezes one."""
    return getattr(command, "rows", ())


def _meeting(case: Case, reading: Reading) -> dict[str, Any]:
    day = reading.day("on")
    return _of(case, day) | {"meeting": day, "minutes": reading.text("minutes")[:120] or None}


def _of(case: Case, day: date) -> dict[str, Any]:
    return {"number": case.loan.number, "member": case.loan.member, "on": day}


# -- commands ----------------------------------------------------------------------------------------


def _approve(case: Case, reading: Reading) -> Command:
    return fund.ApproveLoan(**_meeting(case, reading), conditions=reading.text("note") or None)


def _reject(case: Case, reading: Reading) -> Command:
    return fund.RejectLoan(**_meeting(case, reading), reason=reading.text("note") or None)


def _withdraw(case: Case, reading: Reading) -> Command:
    return fund.WithdrawRequest(**_of(case, reading.day("on")), reason=reading.text("note") or None)


def _pay_out(case: Case, reading: Reading) -> Command:
    """Hand out by the terms; what is corrected keeps its own schedule where the day and the sum are the same."""
    day, satang, purse = reading.day("on"), reading.some_baht("sum"), reading.text("purse")
    reading.check()
    if case.mends and day == _day_of(case):
        before = fund.PayOutLoan.from_body(day, dict(case.before), {})
        if principal_of(before.rows) == satang:
            return replace(before, purse=purse)
    return fund.paying_out(case.book, case.loan.number, day, purse, satang)


def _day_of(case: Case) -> date | None:
    return next((line.on for line in case.loan.history if line.entry == case.mends), None)


def _repay(case: Case, reading: Reading) -> Command:
    """Split the sum in the group's order; what the page showed stands, as long as it is of this sum."""
    day, satang, fine = reading.day("on"), reading.some_baht("sum"), reading.baht("fine")
    came: dict[str, Any] = {name: case.before.get(name) for name in ("kept", "slip", "carried_by")}
    came["receipt"] = reading.text("receipt")[:40] or None
    reading.check()
    shown = _parts(reading.text("seen"))
    if sum(shown) == satang and shown[0] == min(fine, satang):
        return RepayLoan(
            **_of(case, day), purse=reading.text("purse"), fine=shown[0], interest=shown[1], principal=shown[2], **came,
        )  # fmt: skip
    split = fund.repaying(
        case.book, case.loan.number, day, satang,
        fine=fine, purse_name=reading.text("purse"), instead_of=case.mends,
    )  # fmt: skip
    return replace(split, **came)


def _parts(text: str) -> tuple[int, int, int]:
    words = text.split("-")
    if len(words) != 3 or not all(w.isascii() and w.isdigit() and len(w) < 16 for w in words):  # noqa: PLR2004 - fine, interest, principal
        return (0, 0, 0)
    return (int(words[0]), int(words[1]), int(words[2]))


def _reschedule(case: Case, reading: Reading) -> Command:
    said = _meeting(case, reading)
    periods, rate = reading.count("periods"), reading.rate("rate")
    reading.check()
    rows = fund.schedule_of_rest(case.book, case.loan.number, said["on"], periods, rate, case.mends)
    note = reading.text("note") or None
    return fund.RescheduleLoan(**said, rows=rows, cause=reading.text("cause"), reason=note)


def _write_off(case: Case, reading: Reading) -> Command:
    satang = reading.some_baht("sum")
    return fund.WriteOffLoan(**_meeting(case, reading), satang=satang, reason=reading.text("note") or None)


def _recover(case: Case, reading: Reading) -> Command:
    day, satang = reading.day("on"), reading.some_baht("sum")
    receipt = reading.text("receipt")[:40] or None
    return fund.RecoverLoan(**_of(case, day), purse=reading.text("purse"), satang=satang, receipt=receipt)


# -- forms -------------------------------------------------------------------------------------------


def _with_note(
    boxes: Callable[[LoanView, date], Iterable[Box]], label: Pair
) -> Callable[[LoanView, date], tuple[Box, ...]]:
    return lambda loan, today: (*boxes(loan, today), note_box("note", label))


FORMS: Final[Mapping[str, LoanForm]] = {
    "agree": LoanForm(
        ("ที่ประชุมอนุมัติ", "Agree at a meeting"),
        ("จดมติที่ประชุม ยังไม่มีเงินออกจากกระเป๋า", "Write down what the meeting decided. No money moves yet."),
        ("ลงมติ", "Write it down"), ("ลงมติแล้ว", "It is written"), ("requested",),
        _with_note(meeting_boxes, ("เงื่อนไข", "Conditions")), _approve, "people",
    ),
    "pay-out": LoanForm(
        ("จ่ายเงินกู้", "Pay the loan out"),
        ("งวดส่งคืนด้านล่างจะใช้ตั้งแต่วันนี้ ดูให้ตรงกับที่ตกลงกัน", "The instalments below hold from this day. See that they are as agreed."),
        ("จ่ายและลงสมุด", "Pay out and write"), ("จ่ายเงินกู้แล้ว พิมพ์สัญญาให้ผู้กู้ลงชื่อได้เลย", "Paid out. Print the agreement for the borrower to sign."),
        ("approved",), pay_out_boxes, _pay_out, "coins", is_seen_first=True,
    ),
    "repay": LoanForm(
        ("รับคืนเงินกู้", "Take a repayment"),
        ("ดูว่าเงินแบ่งเป็นอะไรบ้าง แล้วค่อยลงสมุด", "See how the sum is split, then write it."),
        ("ลงสมุด", "Write it down"), ("รับคืนลงสมุดแล้ว", "The repayment is written"), RUNNING,
        repay_boxes, _repay, "coins", is_seen_first=True,
    ),
    "anew": LoanForm(
        ("ตกลงงวดใหม่", "Agree on new instalments"),
        ("ใช้กับเงินต้นที่เหลือ ตั้งแต่วันประชุม", "For what is left of the principal, from the meeting on."),
        ("ใช้งวดใหม่", "Use the new instalments"), ("ใช้งวดใหม่แล้ว", "The new instalments hold"), RUNNING,
        reschedule_boxes, _reschedule, "clock", is_seen_first=True,
    ),
    "write-off": LoanForm(
        ("ตัดเป็นหนี้สูญ", "Write the rest off"),
        ("เมื่อที่ประชุมตกลงว่าไม่รอรับแล้ว ถ้าได้คืนทีหลัง จดเพิ่มได้", "When a meeting decides not to wait for it any longer. What comes back later can still be written."),
        ("ลงสมุด", "Write it down"), ("ตัดเป็นหนี้สูญแล้ว", "It is written off"), RUNNING,
        _with_note(
            lambda loan, today: (*meeting_boxes(loan, today), sum_box(("เงินต้นที่เหลือ บาท", "Principal left, baht"), loan.balance)),
            ("เหตุผล", "Reason"),
        ), _write_off,
    ),
    "recover": LoanForm(
        ("ได้คืนหลังตัดหนี้สูญ", "Something came back"),
        ("เงินกลับเข้ากระเป๋าของกลุ่ม", "The money goes back into the group's purse."),
        ("ลงสมุด", "Write it down"), ("ลงสมุดแล้ว", "It is written"), ("written_off",),
        lambda _loan, today: (on_box(today, ("วันที่รับเงิน", "Day it came")), sum_box(("รับเงินมา บาท", "Received, baht"), 0), purse_box(), RECEIPT),
        _recover, "coins",
    ),
    "not-agree": LoanForm(
        ("ที่ประชุมยังไม่อนุมัติ", "Not agreed at a meeting"),
        ("ขอใหม่ได้เมื่อพร้อม", "The member may ask again."),
        ("ลงมติ", "Write it down"), ("ลงมติแล้ว", "It is written"), ("requested",),
        _with_note(meeting_boxes, ("เหตุผล", "Reason")), _reject,
    ),
    "take-back": LoanForm(
        ("ผู้ขอถอนคำขอ", "The request is taken back"),
        ("ยังไม่มีเงินออกจากกระเป๋า", "No money has moved."),
        ("ลงสมุด", "Write it down"), ("ถอนคำขอแล้ว", "The request is taken back"), ("requested", "approved"),
        _with_note(lambda _loan, today: (on_box(today),), ("เหตุผล", "Reason")), _withdraw,
    ),
}  # fmt: skip


def offered(loan: LoanView) -> list[tuple[str, LoanForm]]:
    """Return the steps that a loan may take from where it stands, the likeliest first."""
    return [(name, form) for name, form in FORMS.items() if loan.state in form.stages]


FORM_OF: Final[Mapping[str, str]] = {
    "approved": "agree", "rejected": "not-agree", "withdrawn": "take-back", "paid_out": "pay-out",
    "repaid": "repay", "rescheduled": "anew", "written_off": "write-off", "recovered": "recover",
}  # fmt: skip


def as_written(boxes: tuple[Box, ...], case: Case) -> tuple[Box, ...]:
    """Return the boxes of a step with what its entry says, for it to be mended."""
    line = next(line for line in case.loan.history if line.entry == case.mends)
    said = {
        "on": written(line.on), "minutes": line.minutes, "note": line.note, "fine": plain_baht(line.fine) if line.fine else "",
        "sum": plain_baht(line.total), "purse": case.before.get("purse"), "receipt": case.before.get("receipt"),
        "periods": str(len(case.before.get("rows", ()))), "cause": case.before.get("cause"),
    }  # fmt: skip
    return tuple(
        replace(
            box,
            value=str(said.get(box.name, box.value) or ""),
            hint=("", "") if box.name == "sum" else box.hint,
        )
        for box in boxes
    )
