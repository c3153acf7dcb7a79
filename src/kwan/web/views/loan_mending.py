"""What was written wrong of a loan: each entry of its history is mended in its own place, or struck."""

import json
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.fund.commands import StrikeLoan
from kwan.fund.queries import LoanView
from kwan.journal import queries as journal
from kwan.journal.closed_days import open_day
from kwan.journal.commands import Envelope, record
from kwan.journal.queries import EntryView
from kwan.journal.rules import Refusal
from kwan.web.forms import loan_request as loan_asking
from kwan.web.forms.loan_steps import FORM_OF, FORMS, Case, as_written
from kwan.web.language import say
from kwan.web.policy import Visit, check_can_write_the_book
from kwan.web.views.loan_forms import WRITES, asked, refused_with, stepped
from kwan.web.views.loans import names_of
from kwan.web.views.visiting import visiting

STRUCK: Final = ("ยกเลิกรายการแล้ว รายการเดิมยังเก็บไว้ให้เห็น", "Struck. The entry is kept to be seen.")


@visiting(check_can_write_the_book, methods=WRITES)
def mend(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Mend one entry of a loan, or strike it; what was mended already leads back to the loan."""
    if not journal.kinds_of(visit.number, [number]).get(number, "").startswith("fund.loan_"):
        raise Http404
    found = journal.entry(visit.number, number)
    loan = fund.loan(visit.number, json.loads(found.body).get("number", ""))
    if found.corrected_by is not None or loan is None:
        return redirect("loan", visit.number, loan.entry) if loan else redirect("loans", visit.number)
    line = next((line for line in loan.history if line.entry == number), None)
    if number != loan.entry and (line is None or line.step not in FORM_OF):
        raise Http404
    if request.method == "POST" and request.POST.get("act") == "strike":
        return _strike(request, visit, loan, found)
    if line is None:
        boxes = loan_asking.boxes(visit.number, timezone.localdate())
        return asked(request, visit, loan_asking.as_asked(boxes, loan), number)
    return stepped(request, visit, FORMS[FORM_OF[line.step]], _case(visit, loan, found))


def _case(visit: Visit, loan: LoanView, entry: EntryView) -> Case:
    return Case(visit.number, loan, entry.number, json.loads(entry.body))


def _strike(request: HttpRequest, visit: Visit, loan: LoanView, entry: EntryView) -> HttpResponse:
    on = open_day(visit.number, entry.on, timezone.localdate())
    command = StrikeLoan(on=on, number=loan.number, member=loan.member)
    actor, form = request.user.get_username(), request.POST.get("form_id", "")[:36]
    try:
        record(visit.number, Envelope(command, form, actor, timezone.now(), corrects=entry.number))
    except Refusal as refusal:
        return refused_with(request, _about(visit, loan, entry), refusal)
    messages.success(request, say(STRUCK))
    if entry.number == loan.entry:
        return redirect("loans", visit.number)
    return redirect("loan", visit.number, loan.entry)


def _about(visit: Visit, loan: LoanView, entry: EntryView) -> dict[str, Any]:
    """Return what the page of this entry is drawn with."""
    today = timezone.localdate()
    if entry.number == loan.entry:
        boxes = loan_asking.as_asked(loan_asking.boxes(visit.number, today), loan)
        return {"asks": True, "mends": entry.number, "boxes": boxes.main, "folded": boxes.more}
    step = next(line.step for line in loan.history if line.entry == entry.number)
    form = FORMS[FORM_OF[step]]
    return {
        "loan": loan, "form": form, "mends": entry.number,
        "borrower": names_of(visit).get(loan.member, loan.member),
        "boxes": as_written(form.boxes(loan, today), _case(visit, loan, entry)),
    }  # fmt: skip
