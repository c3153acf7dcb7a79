"""Receipts: a savings day to print and sign, a slip for each member, one sum mended, and a printed slip compared."""

import re
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.fund.commands import Deposit, StrikeSaving, Withdrawal
from kwan.fund.queries import Receipt
from kwan.ids import uuid7
from kwan.journal import queries as journal
from kwan.journal.commands import Envelope, record
from kwan.journal.rules import Refusal
from kwan.people import queries as people
from kwan.pictures import Svg, qr
from kwan.quantities import format_baht, parse_baht
from kwan.thai import Refused
from kwan.thai.baht import baht_text
from kwan.web import policy
from kwan.web.policy import Visit, check_can_look_inside, check_can_write_the_book
from kwan.web.templatetags.kwan_words import lang_now
from kwan.web.views.visiting import MOST_DIGITS, visiting

HASH_SHOWN: Final = 16  # hexadecimal digits of an entry's hash on a slip
A_NUMBER: Final = re.compile(rf"[0-9]{{1,{MOST_DIGITS}}}", re.ASCII)
NOT_ENOUGH: Final = (
    "แก้เป็นยอดนี้ไม่ได้ เพราะสมาชิกถอนไปแล้วมากกว่านั้น ยังไม่ได้ลงอะไร",
    "It cannot become this sum: more than that was taken out since. Nothing was written.",
)


@dataclass(frozen=True)
class Printed:
    """A receipt as it is printed: with a name, the sum in words, and what a camera reads."""

    receipt: Receipt
    name: str
    in_words: str
    code: str
    picture: Svg


@visiting(check_can_look_inside)
def savings_day_held(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw a savings day that is in the book: the page to sign, and each member's receipt."""
    day = fund.savings_day(visit.number, number)
    slips = fund.receipts(visit.number, range(day.first, day.last + 1))
    names = {member.reference: member.name or member.reference for member in people.members(visit.number)}
    now = day.opening + sum(_signed(slip) for slip in slips)
    return render(request, "kwan/savings_day_held.html", {
        "tab": "savings",
        "day": day,
        "slips": [_printed(request, visit, slip, names.get(slip.member, slip.member)) for slip in slips],
        "came_in": sum(slip.satang for slip in slips if slip.direction == "in"),
        "went_out": sum(slip.satang for slip in slips if slip.direction == "out"),
        "now": now,
        "is_mended": now != day.expected,
        "difference": told_difference(day.counted - now),
        "may_write": policy.can_write_the_book(visit),
    })  # fmt: skip


def told_difference(satang: int) -> str:
    """Say a difference of the cash in one sentence."""
    english, sum_ = lang_now() == "en", format_baht(abs(satang))
    if not satang:
        return "The cash agrees." if english else "เงินพอดีกับที่จด"
    if satang > 0:
        return f"{sum_} baht more than was written." if english else f"เงินเกินจากที่จด {sum_} บาท"
    return f"{sum_} baht less than was written." if english else f"เงินขาดจากที่จด {sum_} บาท"


def _signed(slip: Receipt) -> int:
    return slip.satang if slip.direction == "in" else -slip.satang


def _printed(request: HttpRequest, visit: Visit, slip: Receipt, name: str) -> Printed:
    """Return a slip with its code: the address at which it can be compared with the book."""
    said = {
        "b": UUID(visit.book.uid).hex,
        "e": slip.entry,
        "s": slip.satang,
        "r": slip.balance,
        "h": slip.hash[:HASH_SHOWN],
    }
    code = request.build_absolute_uri(f"{reverse('receipt')}?{urlencode(said)}")
    label = "The receipt's code" if lang_now() == "en" else "รหัสของใบรับเงิน"
    words = baht_text(f"{slip.satang // 100}.{slip.satang % 100:02d}")
    return Printed(slip, name, words, code, qr(code, f"{label} {slip.entry}"))


@visiting(check_can_write_the_book, methods=("GET", "HEAD", "POST"))
def mend(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Answer one sum of a passbook with a correcting entry: the old one stays to be seen."""
    slip = fund.receipt(visit.number, number)
    if slip is None or slip.is_struck:
        raise Http404
    typed, wrong = request.POST.get("sum", "").strip(), ""
    is_struck = "strike" in request.POST
    if request.method == "POST":
        wrong = _mended(request, visit, slip, typed, is_struck=is_struck)
        if not wrong:
            day = fund.day_of_slip(visit.number, _root(visit.number, number))
            return (
                redirect("savings-day-held", visit.number, day)
                if day
                else redirect("passbook", visit.number, slip.member)
            )
    names = {member.reference: member.name for member in people.members(visit.number)}
    context = {
        "tab": "savings", "slip": slip, "name": names.get(slip.member) or slip.member, "typed": typed, "wrong": wrong,
        "is_struck": is_struck, "form_id": uuid7(), "day": fund.day_of_slip(visit.number, _root(visit.number, number)),
    }  # fmt: skip
    return render(request, "kwan/mend.html", context, status=422 if wrong else 200)


def _root(book: int, number: int) -> int:
    """Return the entry that stood here first."""
    corrects = journal.entry(book, number).corrects
    return number if corrects is None else _root(book, corrects)


def _mended(request: HttpRequest, visit: Visit, slip: Receipt, typed: str, *, is_struck: bool) -> str:
    """Write the correction; return what is wrong with it, nothing if it is written."""
    english = lang_now() == "en"
    try:
        command = (
            StrikeSaving(on=slip.on, member=slip.member) if is_struck else _instead(slip, parse_baht(typed))
        )
        record(visit.number, _envelope(request, command, slip))
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


def _instead(slip: Receipt, satang: int) -> Deposit | Withdrawal:
    command = Deposit if slip.direction == "in" else Withdrawal
    return command(on=slip.on, member=slip.member, satang=satang)


def _envelope(request: HttpRequest, command: Deposit | Withdrawal | StrikeSaving, slip: Receipt) -> Envelope:
    form = request.POST.get("form_id", "")[:36]
    return Envelope(command, form, request.user.get_username(), timezone.now(), corrects=slip.entry)


def receipt(request: HttpRequest) -> HttpResponse:
    """Compare a slip that was printed with the book: the same sum, balance and mark, or not."""
    said = {name: request.GET.get(name, "") for name in "besrh"}
    visit = _visit_of_slip(request, said["b"])
    numbers = [int(said[name]) for name in "esr" if A_NUMBER.fullmatch(said[name])]
    if len(numbers) < len("esr"):
        raise Http404
    entry, satang, balance = numbers
    slip = fund.receipt(visit.number, entry)
    same = slip is not None and (slip.satang, slip.balance, slip.hash[:HASH_SHOWN]) == (
        satang,
        balance,
        said["h"],
    )
    if not policy.can_look_inside(visit) and not (slip and policy.is_own(visit, slip.member)):
        raise Http404
    names: dict[str, Any] = {member.reference: member.name for member in people.members(visit.number)}
    return render(request, "kwan/receipt.html", {
        "visit": visit,
        "group_name": visit.book.name,
        "entry": entry,
        "satang": satang,
        "balance": balance,
        "slip": slip,
        "name": names.get(slip.member) if slip else None,
        "is_same": same,
    })  # fmt: skip


def _visit_of_slip(request: HttpRequest, uid: str) -> Visit:
    """Return the visit to the book that a slip names. Raise Http404 for one that is not this person's."""
    for visit in policy.visits(policy.user_of(request)):
        if visit.book.kind == "group" and visit.role != "funder" and UUID(visit.book.uid).hex == uid:
            return visit
    raise Http404
