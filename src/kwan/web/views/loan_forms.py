"""Loans to write: asking for one, and each step after that. A form sent twice is written once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kwan.fund.commands import PayOutLoan, RepayLoan, RequestLoan, RescheduleLoan
from kwan.fund.queries import LoanView
from kwan.fund.rules.agreement import Instalment, frozen, interest_of, principal_of, reckon
from kwan.ids import uuid7
from kwan.journal.commands import Envelope, OtherBody, earlier_answer, record
from kwan.journal.pen import Pen
from kwan.journal.rules import Command, Refusal
from kwan.thai import Refused
from kwan.web import loan_asking
from kwan.web.language import Pair, say
from kwan.web.loan_boxes import Box, Mistyped, Reading, drawn
from kwan.web.loan_steps import FORMS, LoanForm, rows_of, seen
from kwan.web.loan_words import per_cent, stage
from kwan.web.policy import Visit, check_can_write_the_book
from kwan.web.views.loans import loan_at, names_of, schedule_lines
from kwan.web.views.visiting import visiting

WRONG, TAKEN = 422, 409
WRITES: Final = ("GET", "HEAD", "POST")
NOT_ENOUGH: Final = (
    "เงินในกระเป๋านี้ไม่พอจ่าย ยังไม่ได้ลงรายการ เลือกกระเป๋าอื่นหรือจ่ายน้อยลง",
    "This purse does not hold so much. Nothing was written; choose the other purse or pay out less.",
)
ASKED: Final = ("ลงคำขอกู้แล้ว รอที่ประชุม", "The request is written; it waits for the meeting")


@dataclass(frozen=True)
class Page:
    """A form as it is drawn: the id it writes under, its boxes, what was typed, what is said about it."""

    form: UUID
    boxes: tuple[Box, ...]
    typed: Mapping[str, str]
    wrong: Mapping[str, Pair]
    said: Pair | None = None
    command: Command | None = None


@visiting(check_can_write_the_book, methods=WRITES)
def ask(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write down that a member asks for a loan; "look" shows what it would cost without writing."""
    today = timezone.localdate()
    boxes = loan_asking.boxes(visit.number, today)
    page = _page(request, boxes)
    if request.method != "POST":
        return _drawn(request, page, {"asks": True})
    reading = Reading(page.typed, today)
    try:
        command = loan_asking.request_of(reading)
        page = replace(page, command=command)
        if request.POST.get("act") == "look":
            return _drawn(request, page, {"asks": True, **_cost(command)})
        number = record(visit.number, _envelope(request, page, command))
    except (Mistyped, Refusal) as reason:
        return _refused(request, page, reading, reason, {"asks": True})
    messages.success(request, say(ASKED))
    return redirect("loan", visit.number, number)


@visiting(check_can_write_the_book, methods=WRITES)
def step(request: HttpRequest, visit: Visit, number: int, step: str) -> HttpResponse:
    """Take a loan one step further. What a sum is split into, or which days it makes, is shown before it is written."""
    if step not in FORMS:
        raise Http404
    form, loan, today = FORMS[step], loan_at(visit, number), timezone.localdate()
    page = _page(request, form.boxes(loan, today))
    about = {"loan": loan, "form": form, "borrower": names_of(visit).get(loan.member, loan.member)}
    if request.method != "POST":
        return _suggested(request, visit, page, loan, about)
    reading = Reading(page.typed, today)
    try:
        command = form.build(visit.number, loan, reading)
        reading.check()
        if _is_known(visit, _envelope(request, page, command)):
            return redirect("loan", visit.number, number)
        if form.is_seen_first:
            command = form.build(visit.number, loan, Reading({**page.typed, "seen": ""}, today))
            if seen(command) != page.typed.get("seen") or request.POST.get("act") == "look":
                return _drawn(request, replace(page, command=command), about)
        record(visit.number, _envelope(request, page, command))
    except (Mistyped, Refusal) as reason:
        return _refused(request, page, reading, reason, about)
    messages.success(request, say(form.done))
    return redirect("loan", visit.number, number)


def _suggested(
    request: HttpRequest, visit: Visit, page: Page, loan: LoanView, about: dict[str, Any]
) -> HttpResponse:
    """Draw a form before anybody typed: with what its suggestion comes to, or why this is not the time for it."""
    form: LoanForm = about["form"]
    if loan.state not in form.stages:
        return _drawn(request, replace(page, boxes=()), {**about, "not_now": stage(loan.state)})
    if not form.is_seen_first:
        return _drawn(request, page, about)
    reading = Reading({box.name: box.value for box in page.boxes}, timezone.localdate())
    try:
        page = replace(page, command=form.build(visit.number, loan, reading))
    except Mistyped:
        pass  # a box that nobody can fill in beforehand
    except Refusal as refusal:
        page = replace(page, said=_sentence(refusal))
    return _drawn(request, page, about)


def _page(request: HttpRequest, boxes: tuple[Box, ...]) -> Page:
    typed = request.POST.dict()
    try:
        form = UUID(typed.get("form_id", ""))
    except ValueError:
        form = uuid7()
    return Page(form, boxes, typed, {})


def _envelope(request: HttpRequest, page: Page, command: Command) -> Envelope:
    return Envelope(command, str(page.form), request.user.get_username(), timezone.now())


def _is_known(visit: Visit, envelope: Envelope) -> bool:
    """Was this very form written before? Raise OtherBody if it was, with other contents."""
    return earlier_answer(Pen(), visit.number, envelope) is not None


def _sentence(refusal: Refusal) -> Pair:
    return NOT_ENOUGH if refusal.code == "not_enough" else (refusal.th, refusal.en)


def _refused(
    request: HttpRequest, page: Page, reading: Reading, reason: Mistyped | Refusal, about: dict[str, Any]
) -> HttpResponse:
    """Draw the form again as it was typed, with the sentence, under an id of its own: the old one has its answer."""
    status = TAKEN if isinstance(reason, OtherBody) else WRONG
    said = _sentence(reason) if isinstance(reason, Refusal) else None
    page = replace(page, form=uuid7() if said else page.form, wrong=reading.wrong, said=said, command=None)
    return _drawn(request, page, about, status)


def _drawn(request: HttpRequest, page: Page, about: dict[str, Any], status: int = 200) -> HttpResponse:
    context = {
        "tab": "more",
        "form_id": page.form,
        "boxes": drawn(page.boxes, page.typed, page.wrong),
        "said": say(page.said) if page.said else "",
        "mistakes": [(name, say(pair)) for name, pair in page.wrong.items()],
        **_shown(page.command),
        **_titled(about.get("form")),
    }
    return render(request, "kwan/loan_form.html", context | about, status=status)


def _titled(form: LoanForm | None) -> dict[str, str]:
    if form is None:
        return {}
    return {"title": say(form.title), "about": say(form.about), "button": say(form.button)}


def _shown(command: Command | None) -> dict[str, Any]:
    """Return what a command comes to, to be seen before it is written."""
    if isinstance(command, RepayLoan):
        total = command.fine + command.interest + command.principal
        return {"seen": seen(command), "split": command, "split_total": total}
    if isinstance(command, PayOutLoan | RescheduleLoan):
        return {"seen": seen(command), **_rows(rows_of(command))}
    return {}


def _cost(command: RequestLoan) -> dict[str, Any]:
    """Return what a loan of these terms would cost, handed out on the day it is asked for. Raise Refusal."""
    try:
        plan = reckon(command.agreed, command.on)
    except Refused as reason:
        raise Refusal("terms", reason.th, reason.en) from reason
    cost = {"true_rate": per_cent(plan.true_yearly_rate), "is_flat": command.method == "flat"}
    return cost | _rows(frozen(plan))


def _rows(rows: tuple[Instalment, ...]) -> dict[str, Any]:
    principal, interest = principal_of(rows), interest_of(rows)
    return {
        "rows": schedule_lines(rows), "principal": principal, "interest": interest, "all_of_it": principal + interest,
    }  # fmt: skip
