"""The beginning of a book in mid-life: the sheet one officer fills in, the other's signature, and each line mended."""

from dataclasses import dataclass, replace
from typing import Any, Final, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.fund.commands import AskOpening, BringMoney, BringSavings, open_books
from kwan.fund.commands.opening import refuse_a_second_beginning
from kwan.fund.queries import AskedSheet, BroughtLine
from kwan.fund.rules.opening import OpeningSheet
from kwan.ids import uuid7
from kwan.journal.commands import Envelope, OtherBody, record
from kwan.journal.rules import Command, Refusal
from kwan.people import queries as people
from kwan.web.forms.boxes import Box, Mistyped, Reading, plain_baht
from kwan.web.forms.form import Form, digest
from kwan.web.forms.opening import BLANK, UNIT_WORDS, drawn_sheet, has_sorts, places, sheet_of, typed_of
from kwan.web.forms.sent import TAKEN, WRITES, WRONG, id_of
from kwan.web.forms.writing import write
from kwan.web.language import Pair, say
from kwan.web.policy import Visit, can_write_the_book, check_can_write_the_book, check_is_officer
from kwan.web.views.visiting import visiting
from kwan.web.words.codes import ACCOUNTS

ASKED: Final[Pair] = ("ลงชื่อคนที่หนึ่งแล้ว รอกรรมการอีกคนลงชื่อ", "Signed by the first. Another officer signs next.")
OPENED: Final[Pair] = ("สมุดเริ่มแล้วตั้งแต่วันที่ในแผ่น", "The book begins on the day of the sheet.")
NO_SHEET: Final[Pair] = (
    "เหรัญญิกจดแผ่นยอดยกมาก่อน แล้วกรรมการอีกคนมาลงชื่อที่หน้านี้ กลุ่มที่จดตั้งแต่ต้นไม่ต้องมี",
    "The treasurer writes the sheet; another officer signs it here. A group that kept this book from its start needs none.",
)
OPENING: Final[Pair] = ("ยอดยกมา", "Brought forward")


@dataclass(frozen=True)
class _Page:
    form_id: UUID
    typed: dict[str, str]
    wrong: dict[str, Pair]
    said: str = ""
    command: AskOpening | None = None


@visiting(check_is_officer, methods=WRITES)
def opening(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the beginning of the book: what was brought forward; or the sheet that waits; or one to fill in."""
    began, asked = fund.opening(visit.number), fund.sheet_asked(visit.number)
    if began:
        return render(request, "kwan/opening.html", {"tab": "more", **_begun(visit)})
    if request.method == "POST" and request.POST.get("act") == "sign":
        return _signed(request, visit)
    wants_to_change = can_write_the_book(visit) and ("change" in request.GET or request.method == "POST")
    if asked and not wants_to_change:
        return _waiting(request, visit, asked)
    if not can_write_the_book(visit):
        return _shut(request, say(NO_SHEET))
    if request.method == "POST":
        return _post(request, visit, asked)
    typed = typed_of(asked.sheet, visit.number) if asked else {}
    return _sheet(request, visit, _Page(uuid7(), typed, {}))


# -- filling the sheet in ------------------------------------------------------------------------------


def _post(request: HttpRequest, visit: Visit, asked: AskedSheet | None) -> HttpResponse:
    """Add the sheet up; with "ask" sign it as the first; with "more" draw more places."""
    page = _Page(id_of(request.POST), request.POST.dict(), {})
    act = request.POST.get("act")
    if act == "sorts":
        return _sheet(request, visit, replace(page, typed=page.typed | {"sorts": "1"}))
    if act in ("loan", "stock"):
        more = str(places(page.typed, act) + BLANK)
        return _sheet(request, visit, replace(page, typed=page.typed | {f"many-{act}": more}))
    reading = Reading(page.typed, timezone.localdate())
    try:
        command = _command(sheet_of(visit.number, reading))
        if act != "ask" or page.typed.get("seen") != digest(command):
            command.decide(visit.number, {"correcting": asked.entry} if asked else {})
            return _sheet(request, visit, replace(page, command=command))
        actor = request.user.get_username()
        corrects = asked.entry if asked else None
        record(visit.number, Envelope(command, str(page.form_id), actor, timezone.now(), corrects=corrects))
    except Mistyped:
        return _sheet(request, visit, replace(page, wrong=reading.wrong), WRONG)
    except Refusal as refusal:
        status = TAKEN if isinstance(refusal, OtherBody) else WRONG
        said = say((refusal.th, refusal.en))
        return _sheet(request, visit, replace(page, form_id=uuid7(), said=said), status)
    messages.success(request, say(ASKED))
    return redirect("opening", visit.number)


def _command(sheet: OpeningSheet) -> AskOpening:
    return AskOpening(
        on=sheet.on, savings=sheet.savings, money=sheet.money, loans=sheet.loans, stock=sheet.stock
    )


def _sheet(request: HttpRequest, visit: Visit, page: _Page, status: int = 200) -> HttpResponse:
    if in_the_way := _in_the_way(visit):
        return _shut(request, in_the_way)
    context = {
        "tab": "more",
        "form_id": page.form_id,
        "sheet": drawn_sheet(visit.number, page.typed, page.wrong, timezone.localdate()),
        "has_sorts": has_sorts(visit.number, page.typed),
        "many_loan": places(page.typed, "loan"),
        "many_stock": places(page.typed, "stock"),
        "said": page.said,
        "mistakes": [(name, say(pair)) for name, pair in page.wrong.items()],
        "sum": page.command.sheet if page.command else None,
        "seen": digest(page.command) if page.command else "",
    }
    return render(request, "kwan/opening_sheet.html", context, status=status)


def _shut(request: HttpRequest, said: str) -> HttpResponse:
    return render(request, "kwan/opening_sheet.html", {"tab": "more", "said": said, "is_shut": True})


def _in_the_way(visit: Visit) -> str:
    try:
        refuse_a_second_beginning(visit.number)
    except Refusal as refusal:
        return say((refusal.th, refusal.en))
    return ""


# -- the second signature -------------------------------------------------------------------------------


def _waiting(request: HttpRequest, visit: Visit, asked: AskedSheet, said: str = "") -> HttpResponse:
    """Draw the sheet as it waits; whoever did not write it may sign."""
    names = _names(visit)
    sheet = asked.sheet
    context = {
        "tab": "more",
        "asked": asked,
        "sum": sheet,
        "savings": [(line, names.get(line.member, line.member)) for line in sheet.savings],
        "money": [(say(ACCOUNTS[f"purse:{line.purse}"]), line) for line in sheet.money],
        "loans": [(loan, names.get(loan.member, loan.member)) for loan in sheet.loans],
        "stock": [(goods.what, _many(goods.quantity, goods.unit)) for goods in sheet.stock],
        "is_mine": asked.actor == request.user.get_username(),
        "may_change": can_write_the_book(visit),
        "said": said,
        "form_id": uuid7(),
    }
    return render(request, "kwan/opening_asked.html", context, status=WRONG if said else 200)


def _signed(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write all of the sheet that was looked at, and lead to the beginning."""
    asked = request.POST.get("asked", "")
    number = int(asked) if asked.isascii() and asked.isdigit() else 0
    try:
        actor = request.user.get_username()
        open_books(visit.number, number, id_of(request.POST), actor=actor, at=timezone.now())
    except Refusal as refusal:
        waits = fund.sheet_asked(visit.number)
        if waits is None:
            raise Http404 from refusal
        return _waiting(request, visit, waits, say((refusal.th, refusal.en)))
    messages.success(request, say(OPENED))
    return redirect("opening", visit.number)


# -- what was brought forward ----------------------------------------------------------------------------


def _begun(visit: Visit) -> dict[str, Any]:
    began = fund.opening(visit.number)
    names = _names(visit)
    lines = [(line, _called(line, names), _quantity(line)) for line in began.lines] if began else []
    kinds = ("savings", "money", "loan", "stock")
    return {
        "began": began,
        "pieces": [(kind, [line for line in lines if line[0].kind == kind]) for kind in kinds],
        "may_write": can_write_the_book(visit),
    }


def _called(line: BroughtLine, names: dict[str, str]) -> str:
    if line.kind == "savings":
        sort = {"special": (" · ออมพิเศษ", " · special"), "share": (" · หุ้น", " · shares")}.get(line.sort)
        return names.get(line.name, line.name) + (say(sort) if sort else "")
    if line.kind == "money":
        return say(ACCOUNTS[f"{line.sort or 'purse'}:{line.name}"])
    return f"{say(('เงินกู้เลขที่', 'Loan'))} {line.name}" if line.kind == "loan" else line.name


def _quantity(line: BroughtLine) -> str:
    return _many(line.quantity, line.sort) if line.kind == "stock" else ""


def _many(quantity: int, unit: str) -> str:
    figure = f"{quantity / 1000:,g}" if unit == "g" else f"{quantity:,}"
    return f"{figure} {say(UNIT_WORDS[unit])}"


def _names(visit: Visit) -> dict[str, str]:
    return {m.reference: m.name or m.reference for m in people.members(visit.number)}


@visiting(check_can_write_the_book, methods=WRITES)
def mend(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Mend one sum that was brought forward, of a passbook or of a purse; nought takes the line away."""
    began = fund.opening(visit.number)
    found = [line for line in began.lines if line.entry == number] if began else []
    if began is None or not found or found[0].kind not in ("savings", "money"):
        raise Http404
    line, back = found[0], reverse("opening", args=[visit.number])

    def build(reading: Reading) -> Command:
        satang = reading.baht("sum")
        reading.text("sum", needed=True)
        reading.check()
        if line.kind == "savings":
            return BringSavings(
                on=began.on, member=line.name, satang=satang, sort=cast("Any", line.sort or None)
            )
        return BringMoney(on=began.on, purse=line.name, satang=satang, kept=line.sort or None)

    called = _called(line, _names(visit))
    form = Form(
        title=("แก้ยอดยกมา", "Mend what was brought forward"), about=(called, called),
        button=("แก้เป็นยอดนี้", "Mend it to this sum"), done=("แก้แล้ว ยอดเดิมยังเก็บไว้ให้เห็น", "Mended; the old sum can still be seen."),
        boxes=(Box("sum", ("ยอดที่ถูก บาท", "The right sum, baht"), "money", plain_baht(line.quantity),
                   hint=("ถ้าไม่มีเลย ใส่ 0", "If there was none, write 0.")),),
        build=build, back=(back, OPENING), then=lambda _: back, corrects=number,
    )  # fmt: skip
    return write(request, visit, form)
