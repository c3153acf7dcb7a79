"""What the group is before the law, and where its money lies outside the box."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from kwan.people import queries as people
from kwan.people.commands import TellAccount, TellForm
from kwan.people.rules.forms import FORMS
from kwan.thai import Refused, promptpay
from kwan.web.forms.boxes import Box, Reading, written
from kwan.web.forms.form import Form, Planned, as_it_stands
from kwan.web.forms.sent import WRITES
from kwan.web.forms.usual import on_box
from kwan.web.forms.writing import write
from kwan.web.policy import Visit, check_can_keep_the_register
from kwan.web.views.visiting import visiting
from kwan.web.words.codes import OWNERS

ABOUT: Final = ("เกี่ยวกับกลุ่ม", "About the group")
WRITE: Final = ("ลงสมุด", "Write it down")
WRITTEN: Final = ("ลงสมุดแล้ว", "It is written")
ABOUT_THE_ACCOUNT: Final = ("bank", "holders", "account", "promptpay")
SEALED: Final = ("เก็บเป็นความลับ กรรมการและพี่เลี้ยงเท่านั้นที่เห็น", "Kept sealed: officers and facilitator read it.")


@visiting(check_can_keep_the_register, methods=WRITES)
def legal_form(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Tell what the group is before the law: the words on its papers follow."""
    told = people.standing(visit.number)
    back = reverse("about", args=[visit.number])
    form = Form(
        title=("รูปแบบของกลุ่ม", "Legal form"), button=WRITE, done=WRITTEN, build=_form_told, back=(back, ABOUT), then=lambda _: back,
        boxes=as_it_stands(
            _form_boxes(timezone.localdate()),
            form=told.code if told else None,
            registration=told.registration if told else None,
            renew_by=written(told.renew_by) if told and told.renew_by else None,
        ),
        about=(
            "คำบนใบรับเงินจะตามรูปแบบนี้ “เงินฝาก” ใช้ได้เฉพาะสหกรณ์ กลุ่มอื่นใช้ “เงินออม”",
            "The words on receipts follow it. Only a co-operative takes “deposits”; others keep “savings”.",
        ),
    )  # fmt: skip
    return write(request, visit, form)


def _form_told(reading: Reading) -> Sequence[Planned]:
    told = TellForm(
        on=reading.day("on"), form=reading.text("form"), registration=reading.text("registration")[:80] or None,
        renew_by=reading.any_day("renew_by"),
    )  # fmt: skip
    return [Planned(told)]


def _form_boxes(today: date) -> tuple[Box, ...]:
    return (
        Box("form", ("กลุ่มเป็น", "The group is a"), "choice", choices=tuple((code, form.name) for code, form in FORMS.items())),
        Box("registration", ("เลขทะเบียน", "Registration No."), required=False, hint=("ว่างไว้ถ้ายังไม่จดทะเบียน", "Leave empty if it is not registered.")),
        Box("renew_by", ("ต่อทะเบียนภายในวันที่", "To be renewed by"), "day", required=False,
            hint=("จะเตือนบนหน้าแรกก่อน 60 วัน", "The first page reminds of it 60 days before.")),
        on_box(today, ("ตั้งแต่วันที่", "From this day")),
    )  # fmt: skip


@visiting(check_can_keep_the_register, methods=WRITES)
def account(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Tell at which bank the group's money lies, in whose name, and its PromptPay number."""
    told = people.bank_account(visit.number)
    known = told and {name: getattr(told, name) for name in (*ABOUT_THE_ACCOUNT, "owner")}
    back = reverse("about", args=[visit.number])
    form = Form(
        title=("บัญชีธนาคารของกลุ่ม", "The group's bank account"), about=("", ""), button=WRITE, done=WRITTEN,
        boxes=as_it_stands(_account_boxes(timezone.localdate()), **(known or {})),
        build=_account_told, back=(back, ABOUT), then=lambda _: back,
    )  # fmt: skip
    return write(request, visit, form)


def _account_told(reading: Reading) -> Sequence[Planned]:
    said = {name: reading.text(name)[:200] or None for name in ABOUT_THE_ACCOUNT}
    _check_promptpay(reading)
    return [Planned(TellAccount(on=reading.day("on"), owner=reading.text("owner"), **said))]


def _account_boxes(today: date) -> tuple[Box, ...]:
    return (
        Box("bank", ("ธนาคาร", "Bank"), required=False, hint=("เช่น ธ.ก.ส. ออมสิน", "Such as BAAC or GSB.")),
        Box("owner", ("บัญชีเป็น", "The account is in"), "choice", "group", choices=tuple(OWNERS.items())),
        Box("holders", ("ชื่อคนที่เป็นเจ้าของบัญชี", "Names of its holders"), required=False, hint=SEALED),
        Box("account", ("เลขที่บัญชี", "Account number"), required=False, hint=SEALED),
        Box("promptpay", ("พร้อมเพย์ของกลุ่ม", "PromptPay number"), required=False, hint=SEALED),
        on_box(today, ("ตั้งแต่วันที่", "From this day")),
    )


def _check_promptpay(reading: Reading) -> None:
    """A number that is none would pay a stranger."""
    typed = reading.text("promptpay")
    if typed:
        try:
            promptpay(typed)
        except Refused as refused:
            reading.wrong["promptpay"] = (refused.th, refused.en)
