"""A cycle to write: opened, proposed, checked, approved, paid, locked. A form sent twice is written once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kwan.fund.commands import Handing, OpenCycle, pay_portion
from kwan.fund.queries.cycle import CycleView, cycle_now, cycle_terms, entry_of_form
from kwan.fund.rules.cycle import Terms
from kwan.ids import uuid7
from kwan.journal.closed_days import closed_upto
from kwan.journal.commands import Envelope, OtherBody, earlier_answer, record
from kwan.journal.pen import Pen
from kwan.journal.queries import balances
from kwan.journal.rules import Command, Refusal
from kwan.thai import Refused
from kwan.web import policy
from kwan.web.forms import cycle as asking
from kwan.web.forms.boxes import Box, Drawn, Mistyped, Reading, drawn
from kwan.web.forms.sent import TAKEN, WRITES, WRONG, id_of
from kwan.web.forms.writing import write
from kwan.web.language import Pair, say
from kwan.web.policy import Visit, check_can_write_the_book, check_is_officer
from kwan.web.views.cycle import closing_at, figures, pay_lines, taken_off, view_of
from kwan.web.views.visiting import visiting
from kwan.web.words.codes import HANDED_BY

NOT_ENOUGH: Final = (
    "เงินในกระเป๋านี้ไม่พอ ยังไม่ได้ลงรายการ นำเงินจากธนาคารมาก่อน หรือจ่ายทางอื่น",
    "There is not so much in this purse. Nothing was written; take money from the bank first, or pay another way.",
)
OPENED: Final = ("เปิดรอบแล้ว", "The cycle is open")
PROPOSED: Final = ("เสนอยอดแล้ว รอกรรมการอีกคนตรวจ", "Proposed; it waits for another officer")
PAID: Final = ("ลงว่าจ่ายแล้ว", "Written as paid")


@dataclass(frozen=True)
class Page:
    """A form as it is drawn: the id it writes under, what was typed, what is said about it."""

    form: UUID
    typed: Mapping[str, str]
    wrong: Mapping[str, Pair]
    said: Pair | None = None

    def boxes(self, boxes: tuple[Box, ...]) -> list[Drawn]:
        """Return these boxes with what was typed in them."""
        return drawn(boxes, self.typed, self.wrong)


def _page(request: HttpRequest) -> Page:
    return Page(id_of(request.POST), request.POST.dict(), {})


def _envelope(request: HttpRequest, page: Page, command: Command) -> Envelope:
    return Envelope(command, str(page.form), request.user.get_username(), timezone.now())


def _is_known(visit: Visit, envelope: Envelope) -> bool:
    """Was this very form written before? Raise OtherBody if it was, with other contents."""
    return earlier_answer(Pen(), visit.number, envelope) is not None


def _after(page: Page, reading: Reading, reason: Mistyped | Refusal) -> tuple[Page, int]:
    """Return the page with what is in the way, under an id of its own, and the answer's status."""
    if isinstance(reason, Mistyped):
        return replace(page, wrong=reading.wrong), WRONG
    said = NOT_ENOUGH if reason.code == "not_enough" else (reason.th, reason.en)
    return replace(page, form=uuid7(), wrong=reading.wrong, said=said), TAKEN if isinstance(
        reason, OtherBody
    ) else WRONG


def _context(page: Page, **more: Any) -> dict[str, Any]:
    return {
        "tab": "more",
        "form_id": page.form,
        "said": say(page.said) if page.said else "",
        "mistakes": [(name, say(pair)) for name, pair in page.wrong.items()],
        **more,
    }


@visiting(check_can_write_the_book, methods=WRITES)
def costs(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write down what was spent of the savings purse, or of what a closing set aside."""
    stands = balances(visit.number)
    holding = frozenset(code.partition(":")[2] for code, satang in stands.items() if satang)
    return write(request, visit, asking.costs_form(visit, timezone.localdate(), holding))


@visiting(check_can_write_the_book, methods=WRITES)
def open_cycle(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Begin a cycle: the first, or the one after the last."""
    last, today, page = cycle_now(visit.number), timezone.localdate(), _page(request)
    number, status = (last.cycle + 1 if last else 1), 200
    boxes = asking.opening_boxes(today, closed_upto(visit.number))
    if request.method == "POST":
        reading = Reading(page.typed, today)
        try:
            number = (
                int(page.typed.get("cycle", number)) if page.typed.get("cycle", "").isdecimal() else number
            )
            command = OpenCycle(on=reading.day("on"), cycle=number)
            reading.check()
            record(visit.number, _envelope(request, page, command))
        except (Mistyped, Refusal) as reason:
            page, status = _after(page, reading, reason)
        else:
            messages.success(request, say(OPENED))
            return redirect("cycle", visit.number)
    context = _context(page, boxes=page.boxes(boxes), number=number)
    return render(request, "kwan/cycle_open.html", context, status=status)


@visiting(check_can_write_the_book, methods=WRITES)
def propose(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Reckon how the cycle would close, show all of it, and propose what was seen."""
    view, today, page = cycle_now(visit.number), timezone.localdate(), _page(request)
    if view is None:
        return redirect("cycle-open", visit.number)
    parts = asking.proposal_boxes(view, _terms(visit), today)
    shown: dict[str, Any] = {}
    status = 200
    if request.method == "POST":
        reading = Reading(page.typed, today)
        try:
            command = asking.proposal_of(visit.number, view, reading)
            shown = {"seen": asking.seen(command.closing), "names": len(command.closing.outcome.portions),
                     "paid_out": command.closing.outcome.paid, **figures(visit, command.closing)}  # fmt: skip
            if page.typed.get("act") == "post" and page.typed.get("seen") == shown["seen"]:
                if entry_of_form(visit.number, str(page.form)) is not None:
                    return redirect("cycle", visit.number)
                record(visit.number, _envelope(request, page, command))
                messages.success(request, say(PROPOSED))
                return redirect("cycle", visit.number)
        except (Mistyped, Refusal) as reason:
            page, status = _after(page, reading, reason)
            shown = {}
    boxes = {name: page.boxes(found) for name, found in parts.items()}
    return render(
        request, "kwan/cycle_propose.html", _context(page, asked=boxes, view=view, **shown), status=status
    )


def _terms(visit: Visit) -> Terms:
    try:
        return cycle_terms(visit.number)
    except Refused:  # a rule from before this one could be read; the form shows what holds without it
        return Terms()


@visiting(check_is_officer, methods=WRITES)
def step(request: HttpRequest, visit: Visit, number: int, step: str) -> HttpResponse:
    """Take a closing one step further, or its proposal back."""
    form = asking.STEPS.get(step)
    if form is None or (step != "check" and not policy.can_write_the_book(visit)):
        raise Http404
    view, today, page, status = view_of(visit, number), timezone.localdate(), _page(request), 200
    if request.method == "POST":
        reading = Reading(page.typed, today)
        try:
            command = form.build(visit.number, view, reading)
            envelope = _envelope(request, page, command)
            if not _is_known(visit, envelope):
                record(visit.number, envelope)
        except (Mistyped, Refusal) as reason:
            page, status = _after(page, reading, reason)
        else:
            messages.success(request, say(form.done))
            return redirect("cycle", visit.number)
    context = _context(
        page, view=view, form=form, title=say(form.title), about=say(form.about), button=say(form.button),
        boxes=page.boxes(form.boxes(today)), is_now=view.stage in form.stages, step=step,
        is_own=step == "check" and _proposed_by(view) == request.user.get_username(), **_sums(visit, view),
    )  # fmt: skip
    return render(request, "kwan/cycle_step.html", context, status=status)


def _proposed_by(view: CycleView) -> str:
    proposed = view.step("proposed")
    return proposed.actor if proposed else ""


def _sums(visit: Visit, view: CycleView) -> dict[str, Any]:
    if view.closing is None:
        return {}
    return {
        "paid_out": view.closing.outcome.paid,
        "waiting": len(view.unpaid),
        **figures(visit, view.closing),
    }


@visiting(check_can_write_the_book)
def paying(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw who is still to be paid, and who has it."""
    view, closing = closing_at(visit, number)
    if view.stage not in ("approved", "locked"):
        raise Http404
    lines = pay_lines(visit, view)
    return render(request, "kwan/cycle_paying.html", {
        "tab": "more", "view": view, "closing": closing,
        "waiting": [line for line in lines if not line.paid], "done": [line for line in lines if line.paid],
        "left": sum(line.portion.total for line in lines if not line.paid),
    })  # fmt: skip


@visiting(check_can_write_the_book, methods=WRITES)
def pay(request: HttpRequest, visit: Visit, number: int, member: str) -> HttpResponse:
    """Hand one member what the meeting approved."""
    view, closing = closing_at(visit, number)
    today, page, status = timezone.localdate(), _page(request), 200
    line = next((line for line in pay_lines(visit, view) if line.portion.member == member), None)
    if line is None or view.stage not in ("approved", "locked"):
        raise Http404
    boxes = (
        Box("how", ("จ่ายอย่างไร", "How it is paid"), "choice", "cash", choices=tuple(HANDED_BY.items())),
        Box("receipt", ("หลักฐาน", "Receipt"), "text", hint=("เลขสลิป หรือ เซ็นในใบจ่ายเงิน", "The slip's number, or: signed on the list"), required=False),
    )  # fmt: skip
    if request.method == "POST":
        reading = Reading(page.typed, today)
        handing = Handing(number, member, today, reading.text("how") or "cash", reading.text("receipt")[:120])
        try:
            pay_portion(
                visit.number, handing, page.form, actor=request.user.get_username(), at=timezone.now()
            )
        except Refusal as reason:
            page, status = _after(page, reading, reason)
        else:
            messages.success(request, f"{say(PAID)} · {line.name}")
            return redirect("cycle-paying", visit.number, number)
    kept = taken_off(visit, view, closing, member)
    context = _context(
        page, view=view, line=line, boxes=page.boxes(boxes), member=member, kept=kept,
        handed=line.portion.total - kept,
    )  # fmt: skip
    return render(request, "kwan/cycle_pay.html", context, status=status)
