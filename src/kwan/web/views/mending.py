"""What was written wrong on a savings day: one sum, or the cash as it was counted, answered by a correcting entry."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.fund.commands import StrikeSaving, instead, recounted
from kwan.fund.queries import Day, Receipt
from kwan.fund.rules.savings_day import PurseCount
from kwan.ids import uuid7
from kwan.journal.closed_days import open_day
from kwan.journal.commands import Envelope, record
from kwan.journal.rules import Command, Refusal
from kwan.people import queries as people
from kwan.quantities import format_baht, parse_baht
from kwan.thai import Refused
from kwan.web.forms.sent import WRITES, WRONG
from kwan.web.language import lang_now
from kwan.web.policy import Visit, check_can_write_the_book
from kwan.web.sheet import LABELS
from kwan.web.views.visiting import visiting
from kwan.web.words.codes import ACCOUNTS

NOT_ENOUGH = (
    "แก้เป็นยอดนี้ไม่ได้ เพราะสมาชิกถอนไปแล้วมากกว่านั้น ยังไม่ได้ลงอะไร",
    "It cannot become this sum: more than that was taken out since. Nothing was written.",
)


@visiting(check_can_write_the_book, methods=WRITES)
def mend(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Answer one sum of a sheet with a correcting entry: the old one stays to be seen."""
    slip = fund.receipt(visit.number, number)
    if slip is None or slip.is_struck:
        raise Http404
    typed, wrong = request.POST.get("sum", "").strip(), ""
    is_struck = "strike" in request.POST
    day = fund.day_of_slip(visit.number, fund.first_entry(visit.number, number))
    if request.method == "POST":
        wrong = _mended(request, visit, slip, typed, is_struck=is_struck)
        if not wrong:
            return (
                redirect("savings-day-held", visit.number, day)
                if day
                else redirect("passbook", visit.number, slip.member)
            )
    names = {member.reference: member.name for member in people.members(visit.number)}
    context = {
        "tab": "savings", "slip": slip, "name": names.get(slip.member) or slip.member, "typed": typed, "wrong": wrong,
        "is_struck": is_struck, "form_id": uuid7(), "day": day, "label": LABELS[slip.column][lang_now() == "en"],
    }  # fmt: skip
    return render(request, "kwan/mend.html", context, status=WRONG if wrong else 200)


def _mended(request: HttpRequest, visit: Visit, slip: Receipt, typed: str, *, is_struck: bool) -> str:
    """Write the correction; return what is wrong with it, nothing if it is written."""
    english = lang_now() == "en"
    try:
        command: Command = (
            StrikeSaving(on=slip.on, member=slip.member)
            if is_struck
            else instead(visit.number, fund.written(visit.number, slip.entry), parse_baht(typed))
        )
        command = replace(command, on=open_day(visit.number, slip.on, timezone.localdate()))
        record(visit.number, _envelope(request, command, slip.entry))
    except (Refused, Refusal) as refused:
        if getattr(refused, "code", "") == "not_enough":
            return NOT_ENOUGH[english]
        return refused.en if english else refused.th
    old, new = format_baht(slip.satang), "0" if is_struck else format_baht(parse_baht(typed))
    done = (
        f"Mended: {old} became {new} baht."
        if english
        else f"แก้จาก {old} เป็น {new} บาทแล้ว รายการเดิมยังเก็บไว้ให้เห็น"
    )
    messages.success(request, done)
    return ""


@visiting(check_can_write_the_book, methods=WRITES)
def recount(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Answer a cash count that was wrong with the right one; the first count stays to be seen."""
    day = fund.savings_day(visit.number, number)
    wrong: dict[str, str] = {}
    if request.method == "POST":
        counted, wrong = _counts(request, day)
        if not wrong and not (wrong := _recounted(request, visit, day, counted)):
            return redirect(
                "savings-day-held", visit.number, fund.day_of_slip(visit.number, day.first) or day.root
            )
    english = lang_now() == "en"
    boxes = [
        (box, f"counted-{box.purse}", ACCOUNTS[f"purse:{box.purse}"][english],
         request.POST.get(f"counted-{box.purse}", ""), wrong.get(box.purse, ""))
        for box in day.boxes
    ]  # fmt: skip
    context = {"tab": "savings", "day": day, "boxes": boxes, "form_id": uuid7(), "said": wrong.get("", "")}
    return render(request, "kwan/recount.html", context, status=WRONG if wrong else 200)


def _counts(request: HttpRequest, day: Day) -> tuple[dict[str, int], dict[str, str]]:
    """Read what was counted in each box; an empty box of the form stands as it was."""
    counted: dict[str, int] = {}
    wrong: dict[str, str] = {}
    for box in day.boxes:
        text = request.POST.get(f"counted-{box.purse}", "").strip()
        try:
            if text:
                counted[box.purse] = _signed(parse_baht(text), box)
        except Refused as refused:
            wrong[box.purse] = refused.en if lang_now() == "en" else refused.th
    return counted, wrong


def _signed(satang: int, box: PurseCount) -> int:
    """What a latecomer took out of the box is written below zero."""
    return -satang if box.expected < 0 else satang


def _recounted(request: HttpRequest, visit: Visit, day: Day, counted: dict[str, int]) -> dict[str, str]:
    """Write the right count; return what is wrong with it, nothing if it is written."""
    english = lang_now() == "en"
    if not {box.purse: box.counted for box in day.boxes}.items() - {**_now(day), **counted}.items():
        return {"": "This is what was counted before." if english else "เท่ากับที่นับไว้เดิม ใส่ยอดที่นับได้ใหม่"}
    try:
        command = recounted(fund.written(visit.number, day.entry), counted)
        record(visit.number, _envelope(request, command, day.entry))
    except Refusal as refused:
        return {"": refused.en if english else refused.th}
    messages.success(
        request, "The count is mended; the first one is kept." if english else "แก้ยอดนับแล้ว ยอดที่นับครั้งแรกยังเก็บไว้ให้เห็น"
    )  # fmt: skip
    return {}


def _now(day: Day) -> dict[str, int]:
    return {box.purse: box.counted for box in day.boxes}


def _envelope(request: HttpRequest, command: Command, corrects: int) -> Envelope:
    form = request.POST.get("form_id", "")[:36]
    return Envelope(command, form, request.user.get_username(), timezone.now(), corrects=corrects)
