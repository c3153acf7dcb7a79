"""The bank's book beside ours: what lies there, what was found on both sides, what waits, and its pages."""

from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.fund.commands import BankFee, BankInterest, KeepBankPage, MatchBankLine, StrikeBankEntry
from kwan.fund.queries import BankBook, BankBookLine
from kwan.fund.rules.bank import ALL, PURSES
from kwan.ids import uuid7
from kwan.journal import queries as journal
from kwan.journal.commands import Envelope, record
from kwan.journal.rules import Command, Refusal
from kwan.thai import Refused
from kwan.web.forms.bank import moving, noting
from kwan.web.forms.sent import WRITES, WRONG
from kwan.web.forms.writing import write
from kwan.web.incoming import photos as bank_pictures
from kwan.web.language import Pair, say
from kwan.web.policy import (
    Visit,
    can_write_the_book,
    check_can_look_inside,
    check_can_write_the_book,
    check_is_officer,
    is_officer,
)
from kwan.web.views.visiting import visiting
from kwan.web.words.codes import ACCOUNTS
from kwan.web.words.kinds import entry_title

DONE: Final[dict[str, Pair]] = {
    "match": ("จับคู่แล้ว", "Matched"),
    "interest": ("ลงดอกเบี้ยแล้ว", "The interest is written"),
    "fee": ("ลงค่าธรรมเนียมแล้ว", "The fee is written"),
    "strike": ("ยกเลิกแล้ว รายการเดิมยังเก็บไว้ให้เห็น", "Struck out; what was written can still be seen"),
}
KEPT: Final[Pair] = ("เก็บรูปแล้ว", "The photo is kept")


@visiting(check_can_look_inside)
def bank(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw what lies in the bank, and each bank book with what waits on either side."""
    inside = fund.in_the_bank(visit.number)
    books = [_drawn(visit, one) for one in fund.bankbooks(visit.number)]
    return render(request, "kwan/bank.html", {
        "tab": "more",
        "inside": [(f"bank:{purse}", satang) for purse, satang in inside.items()],
        "total": sum(inside.values()),
        "books": books,
        "bankbook": books[0]["book"].name if books else ALL,
        "may_write": can_write_the_book(visit),
        "may_see_pages": is_officer(visit),
        "form_id": uuid7(),
    })  # fmt: skip


def _drawn(visit: Visit, book: BankBook) -> dict[str, Any]:
    """Return a bank book as the page draws it: each waiting line with the entries that it may be."""
    ours = {one.entry: one for one in book.ours}
    names = {one.entry: _title(visit, one.entry) for one in book.ours}
    return {
        "book": book,
        "waiting": [
            {"line": line, "ours": [(ours[n], names[n]) for n in line.ours], "form_id": uuid7()}
            for line in book.lines_waiting
        ],
        "ours": [(one, names[one.entry]) for one in book.ours_waiting],
        "matched": [
            (line, [(n, names.get(n) or _title(visit, n)) for n in line.ours]) for line in book.matched
        ],
    }


def _title(visit: Visit, number: int) -> str:
    entry = journal.entry(visit.number, number)
    return entry_title(entry.kind, entry.body, "en" if say(("th", "en")) == "en" else "th")[0]


@visiting(check_can_write_the_book, methods=WRITES)
def move(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Take money to the bank, or from it."""
    return write(request, visit, moving(visit, timezone.localdate()))


@visiting(check_can_write_the_book, methods=WRITES)
def new_line(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write a line of the bank's book down."""
    return write(request, visit, noting(visit, timezone.localdate()))


@visiting(check_can_write_the_book, methods=WRITES)
def line(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw one line of the bank's, and say what it is: entries of ours, interest, a fee, or a line that never was."""
    book, found = _line_at(visit, number)
    said = ""
    if request.method == "POST":
        try:
            command, corrects = _command(request, found)
            number = record(visit.number, _envelope(request, command, corrects))
        except Refusal as refusal:
            said = say((refusal.th, refusal.en))
        else:
            messages.success(request, say(DONE[request.POST["act"]]))
            return redirect("bank", visit.number)
    context = {
        "tab": "more", "line": found, "book": book, "said": said, "form_id": uuid7(),
        "ours": [(one, _title(visit, one.entry), one.entry in found.ours) for one in book.ours_waiting],
        "matched": [(n, _title(visit, n)) for n in found.ours] if found.match else [],
        "purses": [(purse, ACCOUNTS[f"purse:{purse}"]) for purse in PURSES if book.name in (ALL, purse)],
    }  # fmt: skip
    return render(request, "kwan/bank_line.html", context, status=WRONG if said else 200)


def _line_at(visit: Visit, number: int) -> tuple[BankBook, BankBookLine]:
    for book in fund.bankbooks(visit.number):
        for line in book.lines:
            if line.entry == number:
                return book, line
    raise Http404


def _command(request: HttpRequest, line: BankBookLine) -> tuple[Command, int | None]:
    """Return what the page says of a line, and the entry that this corrects."""
    act, today = request.POST.get("act"), timezone.localdate()
    if act == "match":
        ours = tuple(int(n) for n in request.POST.getlist("ours") if n.isascii() and n.isdigit())
        return MatchBankLine(on=today, bank_line=line.entry, ours=ours), None
    if act in ("interest", "fee"):
        kind = BankInterest if act == "interest" else BankFee
        purse = request.POST.get("purse", "")
        return kind(on=line.on, bank_line=line.entry, purse=purse, satang=line.satang), None
    if act == "strike":
        return StrikeBankEntry(on=today), line.match or line.entry
    raise Http404


def _envelope(request: HttpRequest, command: Command, corrects: int | None = None) -> Envelope:
    try:
        form = UUID(request.POST.get("form_id", ""))
    except ValueError:
        form = uuid7()
    return Envelope(command, str(form), request.user.get_username(), timezone.now(), corrects=corrects)


@visiting(check_can_write_the_book, methods=("POST",))
def page(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Keep a photo of a page of the bank's book."""
    upload = request.FILES.get("photo")
    try:
        picture = bank_pictures.keep(upload if isinstance(upload, UploadedFile) else None)
        bankbook = request.POST.get("bankbook", ALL)
        command = KeepBankPage(on=timezone.localdate(), bankbook=bankbook, picture=picture)
        record(visit.number, _envelope(request, command))
        messages.success(request, say(KEPT))
    except (Refused, Refusal) as wrong:
        messages.warning(request, say((wrong.th, wrong.en)))
    return redirect("bank", visit.number)


@visiting(check_is_officer)
def picture(request: HttpRequest, visit: Visit, picture: str) -> FileResponse:  # noqa: ARG001 - every page is asked so
    """Return a photo as it was drawn anew, to officers of this group alone."""
    path = bank_pictures.path_of(picture)
    if not fund.has_picture(visit.number, picture) or not path.exists():
        raise Http404
    return FileResponse(
        path.open("rb"), content_type="image/jpeg",
        headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"},
    )  # fmt: skip
