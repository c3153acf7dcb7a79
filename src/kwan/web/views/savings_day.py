"""A savings day: the sheet on the treasurer's phone, added up and written into the book; and who came after it."""

from dataclasses import dataclass, replace
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.fund.commands import hold_savings_day
from kwan.ids import uuid7
from kwan.journal.commands import OtherBody
from kwan.journal.rules import Refusal
from kwan.people import queries as people
from kwan.quantities import format_baht
from kwan.thai.date_styles import buddhist_year
from kwan.thai.months import ENGLISH, THAI
from kwan.web.forms.sent import TAKEN, WRONG
from kwan.web.language import Pair, lang_now
from kwan.web.policy import Visit, check_can_write_the_book
from kwan.web.sheet import YEARS_BACK, PurseBox, Typing, all_as_usual, judged, late_typing, typing
from kwan.web.views.visiting import visiting
from kwan.web.words.codes import ACCOUNTS

NOT_ENOUGH: Final = {
    "not_enough": (
        "เงินในกระเป๋าเงินออมไม่พอจ่าย ยังไม่ได้ลงรายการใด ดูยอดถอนอีกครั้ง",
        "The savings purse does not hold this much. Nothing was written; look at the sums taken out.",
    )
}
SENT_BEFORE: Final = (
    "แผ่นนี้ลงสมุดไปแล้วด้วยยอดอื่น ของเดิมยังอยู่ครบ ที่พิมพ์ตอนนี้ยังไม่ได้ลง ถ้ายอดไหนผิด แก้ที่ใบรับเงิน",
    "This sheet was written with other sums; those stand. What is typed here was not written. Mend a sum at its receipt.",
)


@dataclass(frozen=True)
class DrawnBox:
    """The cash of one purse as it stands on the page; `verdict` is "even", "differs" or nothing, with its sentence."""

    box: PurseBox
    label: str
    verdict: str
    said: str
    wrong: str


@visiting(check_can_write_the_book, methods=("GET", "HEAD", "POST"))
def savings_day(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the sheet; add it up without writing ("sum", "usual"); or write it ("post")."""
    act = request.POST.get("act")
    sheet = typing(visit.number, timezone.localdate(), request.POST.dict())
    if act == "post":
        return _post(request, visit, sheet)
    return _drawn(request, visit, all_as_usual(sheet) if act == "usual" else sheet)


@visiting(check_can_write_the_book, methods=("GET", "HEAD", "POST"))
def late(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw one line for somebody who came after the day was written, and add it to that day."""
    day = fund.savings_day(visit.number, number)
    member = request.POST.get("member", request.GET.get("member", ""))
    sheet = late_typing(visit.number, day.on, day.root, member, request.POST.dict())
    if request.POST.get("act") == "post" and sheet.rows:
        return _post(request, visit, sheet)
    return _drawn(request, visit, sheet)


def _post(request: HttpRequest, visit: Visit, sheet: Typing) -> HttpResponse:
    """Write the sheet once, and lead to its receipts; or say what is in the way, everything typed kept."""
    known = fund.day_of_form(visit.number, str(sheet.form))
    if known is None:
        sheet = judged(visit.number, sheet)
        held = None if sheet.added_to else fund.savings_day_on(visit.number, sheet.on)
        in_the_way = held or sheet.mistakes
        if in_the_way and fund.day_of_form(visit.number, str(sheet.form)) is None:
            return _drawn(request, visit, sheet, status=TAKEN if held else WRONG)
        if sheet.differs and sheet.seen != sheet.differences:
            return _drawn(request, visit, sheet)
    actor = request.user.get_username()
    try:
        number = hold_savings_day(visit.number, sheet.sheet, sheet.form, actor=actor, at=timezone.now())
    except OtherBody:
        return _drawn(request, visit, replace(sheet, form=uuid7()), said=SENT_BEFORE, status=TAKEN)
    except Refusal as refusal:
        status = TAKEN if refusal.code == "day_held" else WRONG
        said = NOT_ENOUGH.get(refusal.code, (refusal.th, refusal.en))
        return _drawn(request, visit, judged(visit.number, sheet), said=said, status=status)
    return redirect("savings-day-held", visit.number, sheet.added_to or number)


def _drawn(
    request: HttpRequest, visit: Visit, sheet: Typing, *, said: Pair | None = None, status: int = 200
) -> HttpResponse:
    """Draw the sheet as it stands, and what is to be said of it."""
    english = lang_now() == "en"
    context: dict[str, Any] = {
        "tab": "savings",
        "sheet": sheet,
        "said": said[english] if said else "",
        "mistakes": [(place, pair[english]) for place, pair in sheet.mistakes],
        "wrong": {name: pair[english] for name, pair in sheet.wrong.items()},
        "boxes": [_box(sheet, box, english=english) for box in sheet.purses],
        "many_usual": sum(bool(row.usual) for row in sheet.rows),
        "english": english,
        "names": _names(visit) if sheet.takes_carried or sheet.added_to else [],
    }
    context |= _of_latecomer(visit, sheet) if sheet.added_to else _of_day(visit, sheet, english=english)
    return render(request, "kwan/savings_day.html", context, status=status)


def _of_day(visit: Visit, sheet: Typing, *, english: bool) -> dict[str, Any]:
    """Return what only the whole day's sheet shows: which day, whether it is held, the days before."""
    today = timezone.localdate()
    return {
        "held": fund.savings_day_on(visit.number, sheet.on),
        "address": reverse("savings-day", args=[visit.number]),
        "days": [str(day) for day in range(1, 32)],
        "months": [(str(n), name) for n, name in enumerate(ENGLISH if english else THAI, 1)],
        "years": [str(buddhist_year(today) - back) for back in range(YEARS_BACK)],
        "past": fund.savings_days(visit.number, 3),
    }


def _of_latecomer(visit: Visit, sheet: Typing) -> dict[str, Any]:
    return {
        "late": sheet.added_to,
        "address": reverse("savings-day-late", args=[visit.number, sheet.added_to]),
        "member": sheet.rows[0].member if sheet.rows else "",
    }


def _names(visit: Visit) -> list[tuple[str, str]]:
    closed = fund.closed_passbooks(visit.number)
    here = (m for m in people.members(visit.number) if m.left is None and m.reference not in closed)
    return [(m.reference, m.name or m.reference) for m in here]


def _box(sheet: Typing, box: PurseBox, *, english: bool) -> DrawnBox:
    kind, said = verdict(sheet, box, english=english)
    wrong = sheet.wrong.get(box.name)
    return DrawnBox(box, ACCOUNTS[f"purse:{box.purse}"][english], kind, said, wrong[english] if wrong else "")


def verdict(sheet: Typing, box: PurseBox, *, english: bool) -> tuple[str, str]:
    """Return how the cash of a box stands to the sheet ("", "even", "differs") and the one sentence that says it."""
    if box.difference is None or not (box.typed or box.difference):
        return "", ""
    if not box.difference:
        return "even", "It adds up" if english else "พอดี"
    sum_ = format_baht(abs(box.difference))
    if box.purse == sheet.purses[0].purse and sheet.forgotten:
        who = sheet.forgotten.first
        return "differs", (
            f"{sum_} baht over: {who}'s usual sum. Not written yet?"
            if english
            else f"เงินเกิน {sum_} บาท เท่าที่{who}ออมครั้งก่อน ลืมจดหรือเปล่า"
        )
    over = box.difference > 0
    word = ("over" if over else "short") if english else ("เงินเกิน" if over else "เงินขาด")
    return "differs", (
        f"{sum_} baht {word}. Count once more; what differs is written down too."
        if english
        else f"{word} {sum_} บาท ลองนับอีกครั้ง ส่วนต่างจะจดไว้ด้วย"
    )
