"""Who may read along in a member's household book, by whose leave; and what is seen of all such books together."""

from datetime import date, timedelta
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kwan.fund.commands import CloseHousehold, OpenHousehold
from kwan.fund.queries.household import household, open_households
from kwan.fund.queries.households import households_overview
from kwan.fund.rules.household import READERS
from kwan.journal.rules import day_number
from kwan.people import queries as people
from kwan.web.forms.boxes import Reading
from kwan.web.forms.household import REASONS, Form, form_of, refused, write
from kwan.web.forms.sent import WRITES
from kwan.web.language import lang_now, say
from kwan.web.policy import (
    Visit,
    check_can_look_inside,
    check_can_read_household_of,
    check_can_see_own_page,
    household_leave,
)
from kwan.web.views.household import month_asked, month_shown, own_book
from kwan.web.views.household_debts import debts_shown
from kwan.web.views.household_plan import kept_way
from kwan.web.views.visiting import visiting
from kwan.web.words.codes import word

SPANS: Final = {"7": ("7 วัน", "7 days"), "30": ("30 วัน", "30 days"), "90": ("90 วัน", "90 days")}
OPENED: Final = ("เปิดให้ดูแล้ว ปิดเมื่อไรก็ได้", "It is open. You may close it whenever you like.")
CLOSED: Final = ("ปิดแล้ว เห็นคนเดียวเหมือนเดิม", "It is closed: only you see it.")


@visiting(check_can_see_own_page, methods=WRITES)
def leave(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw who may read along, or open one's book to a role for a time, or close it."""
    today, form = timezone.localdate(), form_of(request, role="", span="7")
    if request.method == "POST":
        reading = Reading(form.typed, today)
        closes = reading.text("act") == "close"
        try:
            command = (
                CloseHousehold(on=today, member=str(visit.member)) if closes else _opening(visit, reading)
            )
            write(request, visit, form, command)
        except REASONS as reason:
            return _leave_drawn(request, visit, refused(form, reading, reason))
        messages.success(request, say(CLOSED if closes else OPENED))
        return redirect("household-leave", visit.number)
    return _leave_drawn(request, visit, form)


def _opening(visit: Visit, reading: Reading) -> OpenHousehold:
    role, span = reading.text("role"), reading.text("span")
    until = reading.today + timedelta(days=int(span)) if span in SPANS else None
    return OpenHousehold(
        on=reading.today, member=str(visit.member), role=READERS.index(role) if role in READERS else None,
        until=day_number(until) if until else None,
    )  # fmt: skip


def _leave_drawn(request: HttpRequest, visit: Visit, form: Form) -> HttpResponse:
    today = timezone.localdate()
    openings = [each for each in own_book(visit).openings if each.until >= today]
    context = {
        "tab": "more",
        "form": form,
        "openings": [(each, word("role", each.role, lang_now())) for each in openings],
        "roles": [(role, word("role", role, lang_now())) for role in READERS],
        "spans": [(days, say(pair)) for days, pair in SPANS.items()],
    }
    return render(request, "kwan/household_leave.html", context, status=form.status)


@visiting(lambda _visit: None)
def read(request: HttpRequest, visit: Visit, member: str) -> HttpResponse:
    """Draw another member's book for whom they opened it to; its own member is led to where they write."""
    today = timezone.localdate()
    check_can_read_household_of(visit, member, today)
    if visit.member == member:
        return redirect("household", visit.number)
    book, asked = household(visit.number, member), month_asked(request, today)
    opening = household_leave(visit, member, today)
    months = month_shown(book, asked, today)
    debts = debts_shown(visit, book)
    return render(request, "kwan/household_read.html", {
        "tab": "more",
        "whose": named(visit).get(member, member),
        "member": member,
        "opening": opening,
        "kept": kept_way(visit, book),
        **months, **debts,
        "months_picture": months["picture"],
    })  # fmt: skip


def named(visit: Visit) -> dict[str, str]:
    """Return what each member is called; the reference where a name was erased."""
    return {each.reference: each.name or each.reference for each in people.members(visit.number)}


@visiting(check_can_look_inside)
def together(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw what may be seen of all household books together, and the books that were opened to this reader."""
    return render(request, "kwan/households.html", {
        "tab": "more",
        "seen": households_overview(visit.number),
        "opened": _opened_to(visit, timezone.localdate()),
    })  # fmt: skip


def _opened_to(visit: Visit, today: date) -> list[tuple[str, str, Any]]:
    if visit.role not in READERS:
        return []
    names = named(visit)
    found = open_households(visit.number, visit.role, today)
    return [
        (member, names.get(member, member), opening)
        for member, opening in found.items()
        if member != visit.member
    ]
