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
from kwan.fund.rules.agreement import Instalment, frozen, interest_of, principal_of, reckon
from kwan.ids import uuid7
from kwan.journal.commands import Envelope, OtherBody, earlier_answer, record
from kwan.journal.pen import Pen
from kwan.journal.rules import Command, Refusal
from kwan.thai import Refused
from kwan.web.forms import loan_request as loan_asking
from kwan.web.forms.boxes import Box, Mistyped, Reading, drawn
from kwan.web.forms.loan_request import Boxes
from kwan.web.forms.loan_steps import FORMS, Case, LoanForm, as_written, rows_of, seen
from kwan.web.language import Pair, say
from kwan.web.policy import Visit, check_can_write_the_book
from kwan.web.views.loans import loan_at, names_of, schedule_lines
from kwan.web.views.visiting import visiting
from kwan.web.words.loans import per_cent, stage

WRONG, TAKEN = 422, 409
WRITES: Final = ("GET", "HEAD", "POST")
NOT_ENOUGH: Final = (
    "เงินในกระเป๋านี้ไม่พอจ่าย ยังไม่ได้ลงรายการ เลือกกระเป๋าอื่นหรือจ่ายน้อยลง",
    "This purse does not hold so much. Nothing was written; choose the other purse or pay out less.",
)
ASKED: Final = ("ลงคำขอกู้แล้ว รอที่ประชุม", "The request is written; it waits for the meeting")
MENDED: Final = ("แก้แล้ว รายการเดิมยังเก็บไว้ให้เห็น", "Mended. The first entry is kept to be seen.")


@dataclass(frozen=True)
class Page:
    """A form as it is drawn: the id it writes under, its boxes, what was typed, what is said about it.

    `folded` boxes lie under "more"; `mends` is the entry that this form answers, 0 for none.
    """

    form: UUID
    boxes: tuple[Box, ...]
    typed: Mapping[str, str]
    wrong: Mapping[str, Pair]
    said: Pair | None = None
    command: Command | None = None
    folded: tuple[Box, ...] = ()
    mends: int = 0


@visiting(check_can_write_the_book, methods=WRITES)
def ask(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write down that a member asks for a loan; "look" shows what it would cost without writing."""
    return asked(request, visit, loan_asking.boxes(visit.number, timezone.localdate()))


def asked(request: HttpRequest, visit: Visit, found: Boxes, mends: int = 0) -> HttpResponse:
    """Draw the boxes of a request and write it: a new one, or in the place of the entry that it mends."""
    page = replace(_page(request, found.main), folded=found.more, mends=mends)
    about: dict[str, Any] = {"asks": True, "mends": mends}
    if request.method != "POST":
        return _drawn(request, page, about)
    reading = Reading(page.typed, timezone.localdate())
    try:
        command = loan_asking.request_of(reading, found)
        page = replace(page, command=command)
        number = loan_asking.renumbered(visit.number, reading)
        if number or request.POST.get("act") == "look":
            return _drawn(request, _numbered(page, number), {**about, **_cost(command)})
        entry = record(visit.number, _envelope(request, page, command))
    except (Mistyped, Refusal) as reason:
        return _refused(request, page, reading, reason, about)
    messages.success(request, say(MENDED if mends else ASKED))
    return redirect("loan", visit.number, entry)


def _numbered(page: Page, number: str | None) -> Page:
    """Return the page with the number that follows the year of the request, where that is another one."""
    if number is None:
        return page
    typed = {**page.typed, "number": number, loan_asking.SUGGESTED: number}
    return replace(page, typed=typed, said=loan_asking.RENUMBERED)


@visiting(check_can_write_the_book, methods=WRITES)
def step(request: HttpRequest, visit: Visit, number: int, step: str) -> HttpResponse:
    """Take a loan one step further. What a sum is split into, or which days it makes, is shown before it is written."""
    if step not in FORMS:
        raise Http404
    loan = loan_at(visit, number)
    return stepped(request, visit, FORMS[step], Case(visit.number, loan))


def stepped(request: HttpRequest, visit: Visit, form: LoanForm, case: Case) -> HttpResponse:
    """Draw a step's boxes and write it: the loan's next one, or in the place of the entry that it mends."""
    today, loan = timezone.localdate(), case.loan
    boxes = form.boxes(loan, today)
    page = replace(_page(request, as_written(boxes, case) if case.mends else boxes), mends=case.mends)
    about = {
        "loan": loan, "form": form, "mends": case.mends,
        "borrower": names_of(visit).get(loan.member, loan.member),
    }  # fmt: skip
    if request.method != "POST":
        return _suggested(request, page, case, about)
    reading = Reading(page.typed, today)
    try:
        command = form.build(case, reading)
        reading.check()
        if _is_known(visit, _envelope(request, page, command)):
            return redirect("loan", visit.number, loan.entry)
        if form.is_seen_first:
            command = form.build(case, Reading({**page.typed, "seen": ""}, today))
            if seen(command) != page.typed.get("seen") or request.POST.get("act") == "look":
                return _drawn(request, replace(page, command=command), about)
        record(visit.number, _envelope(request, page, command))
    except (Mistyped, Refusal) as reason:
        return _refused(request, page, reading, reason, about)
    messages.success(request, say(MENDED if case.mends else form.done))
    return redirect("loan", visit.number, loan.entry)


def _suggested(request: HttpRequest, page: Page, case: Case, about: dict[str, Any]) -> HttpResponse:
    """Draw a form before anybody typed: with what its suggestion comes to, or why this is not the time for it."""
    form: LoanForm = about["form"]
    if not case.mends and case.loan.state not in form.stages:
        return _drawn(request, replace(page, boxes=()), {**about, "not_now": stage(case.loan.state)})
    if not form.is_seen_first:
        return _drawn(request, page, about)
    reading = Reading({box.name: box.value for box in page.boxes}, timezone.localdate())
    try:
        page = replace(page, command=form.build(case, reading))
    except Mistyped:
        pass  # a box that nobody can fill in beforehand
    except Refusal as refusal:
        page = replace(page, said=_sentence(refusal))
    return _drawn(request, page, about)


def refused_with(request: HttpRequest, about: dict[str, Any], refusal: Refusal) -> HttpResponse:
    """Draw a page that could not be written, with the sentence why."""
    page = replace(_page(request, about.pop("boxes")), folded=about.pop("folded", ()), mends=about["mends"])
    return _refused(request, page, Reading({}, timezone.localdate()), refusal, about)


def _page(request: HttpRequest, boxes: tuple[Box, ...]) -> Page:
    typed = request.POST.dict()
    try:
        form = UUID(typed.get("form_id", ""))
    except ValueError:
        form = uuid7()
    return Page(form, boxes, typed, {})


def _envelope(request: HttpRequest, page: Page, command: Command) -> Envelope:
    actor, now = request.user.get_username(), timezone.now()
    return Envelope(command, str(page.form), actor, now, corrects=page.mends or None)


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
    folded = drawn(page.folded, page.typed, page.wrong)
    context = {
        "tab": "more",
        "form_id": page.form,
        "boxes": drawn(page.boxes, page.typed, page.wrong),
        "folded": folded,
        "is_open": any(one.wrong or one.value != one.box.value for one in folded) or _says_more(page),
        "said": say(page.said) if page.said else "",
        "mistakes": [(name, say(pair)) for name, pair in page.wrong.items()],
        **_shown(page.command),
        **_titled(about.get("form")),
    }
    return render(request, "kwan/loan_form.html", context | about, status=status)


def _says_more(page: Page) -> bool:
    """Does the request that is mended say something in a folded box?"""
    return bool(page.mends) and any(box.value for box in page.folded if box.kind != "choice")


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
