"""The boxes of a loan's steps: when, which meeting, how much, out of which purse."""

from datetime import date
from typing import Final

from kwan.fund.commands.loan_steps import PURSES
from kwan.fund.queries import LoanView
from kwan.web.forms.boxes import Box, plain_baht
from kwan.web.forms.usual import on_box
from kwan.web.language import Pair
from kwan.web.words.codes import ACCOUNTS
from kwan.web.words.loans import CAUSES

NOTE: Final = ("เก็บเป็นความลับของผู้กู้ เหรัญญิกเท่านั้นที่เห็น", "Kept in confidence: only the treasurer reads it.")


def purse_box() -> Box:
    """Return the choice of a purse."""
    choices = tuple((code, ACCOUNTS[f"purse:{code}"]) for code in PURSES)
    return Box("purse", ("กระเป๋าเงิน", "Purse"), "choice", "savings", choices=choices)


def meeting_boxes(_loan: LoanView, today: date) -> tuple[Box, ...]:
    """Return the day of the meeting, and where its minutes have it."""
    return (
        on_box(today, ("วันประชุม", "Day of the meeting")),
        Box("minutes", ("อยู่ในบันทึกการประชุมข้อไหน", "Where in the minutes"), required=False),
    )


def note_box(name: str, label: Pair) -> Box:
    """Return the box of a note that is kept in confidence."""
    return Box(name, label, "textarea", hint=NOTE, required=False)


RECEIPT: Final = Box(
    "receipt", ("ใบเสร็จเลขที่", "Receipt No."), required=False,
    hint=("ถ้ารับสองครั้งในวันเดียว ใส่เลขใบเสร็จให้ต่างกัน", "If there are two in a day, give each its number."),
)  # fmt: skip


def sum_box(label: Pair, satang: int, hint: Pair = ("", "")) -> Box:
    """Return the box of a sum, with what it probably is."""
    return Box("sum", label, "money", plain_baht(satang) if satang else "", hint)


def suggested(loan: LoanView, today: date) -> int:
    """Return what a repayment may be today, satang: what is due, else what is left of the next instalment."""
    due = loan.due(today).total
    coming = loan.next(today)
    return due or (coming.total if coming else 0)


def repay_boxes(loan: LoanView, today: date) -> tuple[Box, ...]:
    """Return the boxes of a repayment."""
    hint = ("ใส่ยอดที่ถึงกำหนดไว้ให้แล้ว แก้ได้", "What is due stands here; change it if another sum came.")
    return (
        on_box(today, ("วันที่รับเงิน", "Day it came")),
        sum_box(("รับเงินมา บาท", "Received, baht"), suggested(loan, today), hint),
        Box("fine", ("ในนี้เป็นค่าปรับ บาท", "Of this a fine, baht"), "money", required=False,
            hint=("ว่างไว้ถ้าไม่มี", "Leave empty if there is none.")),
        purse_box(), RECEIPT,
    )  # fmt: skip


def reschedule_boxes(loan: LoanView, today: date) -> tuple[Box, ...]:
    """Return the boxes of a new agreement."""
    return (
        *meeting_boxes(loan, today),
        Box("periods", ("เหลืออีกกี่งวด", "How many instalments from now"), "number"),
        Box("rate", ("ดอกเบี้ยร้อยละต่อปี", "Per cent a year"), "number", f"{loan.agreed.rate / 100:g}"),
        Box("cause", ("เพราะ", "Because"), "choice", "hardship", choices=tuple(CAUSES.items())),
        note_box("note", ("เหตุผล", "Reason")),
    )


def pay_out_boxes(loan: LoanView, today: date) -> tuple[Box, ...]:
    """Return the boxes of a loan that is handed out."""
    hint = ("จ่ายน้อยกว่าที่อนุมัติได้ มากกว่าไม่ได้", "Less than was agreed is possible, more is not.")
    return (
        on_box(today, ("วันที่รับเงินกู้", "Day it is handed out")),
        sum_box(("จ่าย บาท", "Paid out, baht"), loan.agreed.principal, hint),
        purse_box(),
    )
