"""Two people for what takes much of a member's money out: one asks here, another says yes or no, then it is paid."""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.fund.commands import AnswerWithdrawal, AskWithdrawal, Withdrawal
from kwan.fund.queries import Asked
from kwan.ids import uuid7
from kwan.journal.commands import Envelope, record
from kwan.journal.rules import Command, Refusal
from kwan.people import queries as people
from kwan.web import policy
from kwan.web.forms.boxes import Box, Mistyped, Reading, drawn
from kwan.web.forms.sent import WRITES, WRONG
from kwan.web.language import Pair, say
from kwan.web.policy import Visit, check_is_officer
from kwan.web.views.visiting import visiting

SORTS: Final[tuple[tuple[str, Pair], ...]] = (
    ("", ("เงินออม (สัจจะ)", "Regular savings")),
    ("special", ("ออมพิเศษ", "Special savings")),
    ("share", ("หุ้น", "Shares")),
)
CHOOSE: Final[tuple[str, Pair]] = ("", ("เลือกสมาชิก", "Choose a member"))
STATES: Final[dict[str, Pair]] = {
    "waiting": ("รอกรรมการอีกคนยืนยัน", "Waits for a second officer"),
    "agreed": ("ยืนยันแล้ว จ่ายได้", "Agreed: may be paid"),
    "refused": ("ไม่จ่าย", "Not paid"),
    "paid": ("จ่ายแล้ว", "Paid"),
}
DONE: Final[dict[str, Pair]] = {
    "ask": ("ส่งให้กรรมการอีกคนยืนยันแล้ว ยังไม่มีเงินออก", "A second officer is asked. No money has moved."),
    "yes": ("ยืนยันแล้ว เหรัญญิกจ่ายได้", "Agreed: the treasurer may pay it out."),
    "no": ("จดไว้แล้วว่าไม่จ่าย เงินออมอยู่ครบ", "Written: it is not paid, and the savings are all there."),
    "pay": ("ลงสมุดแล้วว่าจ่าย", "The payment is in the book."),
}


@visiting(check_is_officer, methods=WRITES)
def withdrawals(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw what was asked for, those waiting first; the treasurer asks here."""
    boxes = _boxes(visit, request)
    typed = request.POST.dict()
    reading = Reading(typed, timezone.localdate())
    said: Pair | None = None
    if request.method == "POST":
        policy.check_can_write_the_book(visit)
        try:
            record(visit.number, _envelope(request, _asking(reading)))
        except Mistyped:
            pass
        except Refusal as refused:
            said = (refused.th, refused.en)
        else:
            messages.success(request, say(DONE["ask"]))
            return redirect("withdrawals", visit.number)
    asked = fund.asked_withdrawals(visit.number)
    order = ("waiting", "agreed", "paid", "refused")
    names = _names(visit)
    limit = fund.bylaws(visit.number).two_signatures_above
    context = {
        "tab": "savings", "boxes": drawn(boxes, typed, reading.wrong), "form_id": typed.get("form_id") or uuid7(),
        "asked": [(one, names.get(one.member, one.member), say(STATES[one.state])) for one in
                  sorted(asked, key=lambda one: order.index(one.state))],
        "limit": limit, "may_write": policy.can_write_the_book(visit), "said": say(said) if said else "",
    }  # fmt: skip
    return render(request, "kwan/withdrawals.html", context, status=WRONG if said or reading.wrong else 200)


@visiting(check_is_officer, methods=WRITES)
def withdrawal(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw one that was asked for: another officer agrees or not, then the treasurer writes the payment."""
    asked = fund.asked_withdrawal(visit.number, number)
    if asked is None:
        raise Http404
    me, act = request.user.get_username(), request.POST.get("act", "")
    said: Pair | None = None
    if request.method == "POST" and act in ("yes", "no", "pay"):
        try:
            record(visit.number, _envelope(request, _next(request, visit, asked, act)))
        except Refusal as refused:
            said = (refused.th, refused.en)
        else:
            messages.success(request, say(DONE[act]))
            return redirect("withdrawals", visit.number)
    has = fund.balances(visit.number, asked.sort).get(asked.member, 0)
    context = {
        "tab": "savings", "asked": asked, "name": _names(visit).get(asked.member, asked.member), "has": has,
        "left": has - asked.satang, "state": say(STATES[asked.state]), "is_mine": asked.actor == me,
        "sort": say(dict(SORTS)[asked.sort or ""]), "form_id": uuid7(), "said": say(said) if said else "",
        "may_pay": policy.can_write_the_book(visit) and asked.state == "agreed",
    }  # fmt: skip
    return render(request, "kwan/withdrawal.html", context, status=WRONG if said else 200)


def _next(request: HttpRequest, visit: Visit, asked: Asked, act: str) -> Command:
    """Return what this button writes."""
    today = timezone.localdate()
    if act == "pay":
        policy.check_can_write_the_book(visit)
        return Withdrawal(
            on=today, member=asked.member, satang=asked.satang, sort=asked.sort, asked=asked.entry
        )
    reason = request.POST.get("reason", "").strip()[:300] or None
    return AnswerWithdrawal(
        on=today,
        member=asked.member,
        asked=asked.entry,
        agreed=act == "yes",
        reason=reason if act == "no" else None,
    )


def _asking(reading: Reading) -> AskWithdrawal:
    member, satang = reading.text("member", needed=True), reading.some_baht("sum")
    sort = reading.text("sort")
    reading.check()
    return AskWithdrawal(
        on=reading.today, member=member, satang=satang, note=reading.text("note") or None,
        sort="special" if sort == "special" else "share" if sort == "share" else None,
    )  # fmt: skip


def _boxes(visit: Visit, request: HttpRequest) -> tuple[Box, ...]:
    people_ = tuple((reference, (name, name)) for reference, name in _names(visit).items())
    return (
        Box("member", ("ใครจะถอน", "Who takes it out"), "choice", request.GET.get("member", ""), choices=(CHOOSE, *people_)),
        Box("sort", ("ถอนจาก", "Out of"), "choice", choices=SORTS),
        Box("sum", ("ถอนเท่าไร บาท", "How much, baht"), "money", request.GET.get("sum", "")[:20]),
        Box("note", ("เหตุผล ถ้าอยากจด", "Why, if you like"), "text",
            hint=("เห็นเฉพาะในกลุ่ม ไม่ออกในรายงาน", "Seen inside the group, in no report"), required=False),
    )  # fmt: skip


def _names(visit: Visit) -> dict[str, str]:
    return {member.reference: member.name or member.reference for member in people.members(visit.number)}


def _envelope(request: HttpRequest, command: Command) -> Envelope:
    form = request.POST.get("form_id", "")[:36]
    return Envelope(command, form, request.user.get_username(), timezone.now())
