"""The end of a passbook: who is to have it, what is paid out, and the paper that is signed."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.fund.commands import (
    AskWithdrawal,
    ClosePassbook,
    NameBeneficiary,
    close_passbook,
    closing_of,
    reopen_passbook,
)
from kwan.fund.queries import Asked
from kwan.ids import uuid7
from kwan.journal import queries as journal
from kwan.journal.commands import Envelope, OtherBody, record
from kwan.journal.rules import Command, Refusal
from kwan.people import queries as people
from kwan.people.queries import Member
from kwan.thai.baht import baht_text
from kwan.web.forms.boxes import Box, Mistyped, Reading, drawn
from kwan.web.forms.form import Form, digest
from kwan.web.forms.sent import TAKEN, WRITES, WRONG, id_of
from kwan.web.forms.usual import on_box
from kwan.web.forms.writing import write
from kwan.web.language import Pair, say
from kwan.web.policy import (
    Visit,
    can_write_the_book,
    check_can_see_loan_of,
    check_can_write_the_book,
)
from kwan.web.views.books import anybody
from kwan.web.views.visiting import visiting
from kwan.web.words.codes import CLOSING_WORDS, PAID_TO

CLOSED: Final[Pair] = (
    "ปิดสมุดแล้ว พิมพ์ใบนี้ให้ผู้รับลงชื่อ",
    "The passbook is closed. Print this for whoever had the money to sign.",
)
ASKED: Final[Pair] = ("ส่งให้กรรมการอีกคนยืนยันแล้ว ยังไม่มีเงินออก", "A second officer is asked. No money has moved.")
STRUCK: Final[Pair] = (
    "ยกเลิกการปิดสมุดแล้ว เงินออมกลับมาอยู่ในสมุด",
    "The closing is undone; the savings stand in the passbook again.",
)
NOTE: Final = "ปิดสมุดออม"
NOT_ENOUGH: Final[Pair] = (
    "เงินในกล่องหรือในธนาคารไม่พอจ่าย ยังไม่ได้ปิดสมุด เลือกจ่ายจากอีกที่",
    "The box, or the bank, does not hold so much. Nothing was closed; pay from the other place.",
)


def member_at(visit: Visit, reference: str) -> Member:
    """Return a member of the register. Raise Http404."""
    found = people.member(visit.number, reference)
    if found is None:
        raise Http404
    return found


@visiting(check_can_write_the_book, methods=WRITES)
def beneficiary(request: HttpRequest, visit: Visit, member: str) -> HttpResponse:
    """Write down whom a member named to have the savings if they die."""
    person, found = member_at(visit, member), fund.beneficiary(visit.number, member)
    back = reverse("passbook", args=[visit.number, member])

    def build(reading: Reading) -> Command:
        return NameBeneficiary(
            on=reading.day("on"), member=member, beneficiary=reading.text("name", needed=True)[:120],
            relation=reading.text("relation")[:80] or None,
        )  # fmt: skip

    called = person.name or person.reference
    form = Form(
        title=("ผู้รับเงินแทน", "The beneficiary"),
        about=(
            f"ถ้า{called}เสียชีวิต ใครรับเงินออมแทน สมาชิกบอกเอง แก้ได้ทุกเมื่อ เก็บเป็นความลับ กรรมการกับสมาชิกคนนี้เท่านั้นที่เห็น",
            f"Who has the savings if {called} dies. The member says so and may change it at any time. Only officers and this member see it.",
        ),
        button=("จดไว้", "Write it down"), done=("จดแล้ว", "It is written"),
        boxes=(
            Box("name", ("ชื่อผู้รับ", "Name"), value=(found.name or "") if found else ""),
            Box("relation", ("เป็นอะไรกัน", "Who that is to them"), value=(found.relation or "") if found else "",
                hint=("เช่น ลูก สามี พี่สาว", "A child, husband, sister …"), required=False),
            on_box(timezone.localdate(), ("บอกไว้เมื่อ", "Said on")),
        ),
        build=build, back=(back, ("สมุดออม", "Passbook")), then=lambda _: back,
    )  # fmt: skip
    return write(request, visit, form)


# -- closing -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Page:
    form_id: UUID
    typed: dict[str, str]
    wrong: dict[str, Pair]
    said: str = ""
    command: ClosePassbook | None = None


@visiting(check_can_write_the_book, methods=WRITES)
def close(request: HttpRequest, visit: Visit, member: str) -> HttpResponse:
    """Pay out all that stands in a passbook and close it: seen first, then written; or ask a second officer."""
    person = member_at(visit, member)
    form_id = id_of(request.POST)
    page = _Page(form_id, request.POST.dict(), {})
    if request.method != "POST":
        return _drawn(request, visit, person, page)
    reading = Reading(page.typed, timezone.localdate())
    actor, at = request.user.get_username(), timezone.now()
    try:
        if request.POST.get("act") == "second":
            return _ask_second(request, visit, member, form_id)
        command = _closing(visit, member, reading)
        known = journal.entry_of_command(visit.number, str(form_id))
        if known is None and (request.POST.get("act") != "post" or page.typed.get("seen") != digest(command)):
            return _drawn(request, visit, person, replace(page, command=command))
        number = known or close_passbook(visit.number, command, form_id, actor=actor, at=at)
    except Mistyped:
        return _drawn(request, visit, person, replace(page, wrong=reading.wrong), WRONG)
    except Refusal as refusal:
        said = say(NOT_ENOUGH if refusal.code == "not_enough" else (refusal.th, refusal.en))
        status = TAKEN if isinstance(refusal, OtherBody) else WRONG
        return _drawn(request, visit, person, replace(page, form_id=uuid7(), said=said), status)
    messages.success(request, say(CLOSED))
    return redirect("passbook-closed", visit.number, number)


def _closing(visit: Visit, member: str, reading: Reading) -> ClosePassbook:
    cause, paid_to = reading.text("cause"), reading.text("paid_to")
    command = closing_of(
        visit.number, member, reading.day("on"), cause=cast("Any", cause if cause in ("left", "died") else "left"),
        paid_to=cast("Any", paid_to if paid_to in PAID_TO else "member"),
        out_of_savings=reading.text("loan") == "settle", by_bank=reading.text("kept") == "bank",
    )  # fmt: skip
    reading.check()
    agreed = _second(visit.number, member, command.total)
    receiver = reading.text("receiver")[:120] or None
    return replace(
        command, receiver=receiver, asked=agreed.entry if agreed and agreed.state == "agreed" else None
    )


def _second(book: int, member: str, total: int) -> Asked | None:
    """Return what a second officer was asked about closing this passbook: agreed before waiting; None if nothing."""
    fits = [
        asked
        for state in ("agreed", "waiting")
        for asked in fund.open_withdrawals(book, state)
        if asked.member == member and asked.sort is None and asked.satang >= total
    ]
    return next(iter(fits), None)


def _ask_second(request: HttpRequest, visit: Visit, member: str, form_id: UUID) -> HttpResponse:
    today = timezone.localdate()
    total = fund.ending(visit.number, member, today).saved
    command = AskWithdrawal(on=today, member=member, satang=total, note=NOTE)
    record(visit.number, Envelope(command, str(form_id), request.user.get_username(), timezone.now()))
    messages.success(request, say(ASKED))
    return redirect("passbook-close", visit.number, member)


def _boxes(visit: Visit, member: str, today: date, *, has_loans: bool) -> tuple[Box, ...]:
    named = fund.beneficiary(visit.number, member)
    settle: tuple[tuple[str, Pair], ...] = (
        ("keep", ("ยังไม่หัก", "Do not settle it")),
        ("settle", ("หักเงินกู้จากเงินออม แล้วจ่ายส่วนที่เหลือ", "Settle it out of the savings, hand over the rest")),
    )
    return (
        Box("cause", ("เพราะ", "Because"), "choice", "left",
            choices=tuple((code, CLOSING_WORDS[code]) for code in ("left", "died"))),
        on_box(today, ("วันที่จ่าย", "Day of paying out")),
        Box("paid_to", ("จ่ายให้", "Paid to"), "choice", "member", choices=tuple(PAID_TO.items())),
        Box("receiver", ("ชื่อผู้รับ ถ้าไม่ใช่สมาชิกเอง", "Who had it, if not the member"), required=False,
            value=(named.name or "") if named else ""),
        Box("kept", ("จ่ายจาก", "Paid from"), "choice", "",
            choices=(("", ("กล่องเงินสด", "The cash box")), ("bank", ("บัญชีธนาคาร", "The bank account")))),
        *((Box("loan", ("เงินกู้ที่ยังผ่อนอยู่", "The loan that still runs"), "choice", "settle", choices=settle),) if has_loans else ()),
    )  # fmt: skip


def _drawn(
    request: HttpRequest, visit: Visit, person: Member, page: _Page, status: int = 200
) -> HttpResponse:
    today, member = timezone.localdate(), person.reference
    found = fund.ending(visit.number, member, today)
    limit = fund.bylaws(visit.number).two_signatures_above
    needs_two = bool(limit) and found.saved > limit
    boxes = _boxes(visit, member, today, has_loans=bool(found.loans))
    command = page.command
    settled = found.owing if command and command.repaid else 0
    context = {
        "tab": "savings",
        "member": person,
        "is_closed": fund.is_closed(visit.number, member),
        "form_id": page.form_id,
        "boxes": drawn(boxes, page.typed, page.wrong),
        "mistakes": [(name, say(pair)) for name, pair in page.wrong.items()],
        "said": page.said,
        "ending": found,
        "sums": sums_of(found.savings),
        "loans": list(found.loans.items()),
        "guarantees": [loan.number for loan in _guaranteed(visit.number, member)],
        "needs_two": needs_two,
        "second": _second(visit.number, member, found.saved) if needs_two else None,
        "limit": limit,
        "command": command,
        "settled": settled,
        "handed_over": command.total - settled if command else 0,
        "seen": digest(command) if command else "",
    }
    return render(request, "kwan/passbook_close.html", context, status=status)


def sums_of(savings: dict[str | None, int] | Any) -> list[tuple[str, int]]:
    """Return what stands in each sort, in words."""
    words: dict[str | None, Pair] = {
        None: ("เงินออม (สัจจะ)", "Regular savings"),
        "special": ("ออมพิเศษ", "Special savings"),
        "share": ("หุ้น", "Shares"),
    }
    return [(say(pair), savings[sort]) for sort, pair in words.items() if savings.get(sort)]


def _guaranteed(book: int, member: str) -> list[fund.LoanView]:
    """Return the running loans of others that this member stands surety for."""
    found = (fund.loan(book, line.number) for line in fund.loans(book) if line.standing.is_running)
    return [loan for loan in found if loan is not None and member in loan.guarantors]


@visiting(anybody, methods=WRITES)
def closed(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw the paper of a closing, for who had the money to sign; the treasurer may undo it."""
    found = fund.closing(visit.number, number)
    check_can_see_loan_of(visit, found.member)
    said = ""
    if request.method == "POST":
        check_can_write_the_book(visit)
        try:
            actor, today = request.user.get_username(), timezone.localdate()
            reopen_passbook(
                visit.number, number, id_of(request.POST), actor=actor, at=timezone.now(), on=today
            )
            messages.success(request, say(STRUCK))
            return redirect("passbook", visit.number, found.member)
        except Refusal as refusal:
            said = say((refusal.th, refusal.en))
    words = people.words_on_paper(visit.number)
    savings = {None: found.regular, "special": found.special, "share": found.share}
    return render(request, "kwan/passbook_closed.html", {
        "tab": "savings",
        "closing": found,
        "member": member_at(visit, found.member),
        "words": {name: say(getattr(words, name)) for name in ("passbook", "whose_money")},
        "sums": sums_of(savings),
        "cause": say(CLOSING_WORDS[found.cause]),
        "in_words": baht_text(f"{found.handed_over // 100}.{found.handed_over % 100:02d}"),
        "may_write": can_write_the_book(visit),
        "form_id": uuid7(),
        "said": said,
    }, status=WRONG if said else 200)  # fmt: skip
