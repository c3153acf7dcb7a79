"""The group and its members: who belongs, who keeps which office, what stands in whose passbook."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kwan.fund import queries as fund
from kwan.fund.queries import PassbookLine
from kwan.people import queries as people
from kwan.thai.baht import baht_text
from kwan.web.policy import Visit, check_can_look_inside, check_can_see_member
from kwan.web.views.books import anybody
from kwan.web.views.visiting import before, visiting

LINES_ON_A_PAGE: Final = 14


@visiting(check_can_look_inside)
def about(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw what the group says of itself, and who keeps which office."""
    members = people.members(visit.number)
    return render(request, "kwan/about.html", {
        "tab": "more",
        "group": people.group(visit.number, visit.book.name),
        "officers": [(m, term) for m in members for term in m.offices if term.until is None and term.office != "member"],
        "active": sum(member.left is None for member in members),
        "everybody": len(members),
    })  # fmt: skip


@visiting(check_can_look_inside)
def members(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the register: who belongs today, and who has left."""
    everybody = people.members(visit.number)
    balances = fund.balances(visit.number)
    rows = [(member, balances.get(member.reference, 0)) for member in everybody]
    return render(request, "kwan/members.html", {
        "tab": "more",
        "today": [row for row in rows if row[0].left is None],
        "left": [row for row in rows if row[0].left is not None],
    })  # fmt: skip


@visiting(anybody)
def passbook(request: HttpRequest, visit: Visit, member: str) -> HttpResponse:
    """Draw one member's passbook, a page at a time."""
    check_can_see_member(visit, member)
    person = next((each for each in people.members(visit.number) if each.reference == member), None)
    if person is None:
        raise Http404
    found = fund.passbook(visit.number, member, before(request), LINES_ON_A_PAGE + 1)
    lines = [printed(visit, line) for line in found[:LINES_ON_A_PAGE][::-1]]
    balance = fund.balances(visit.number).get(member, 0)
    return render(request, "kwan/passbook.html", {
        "tab": "savings",
        "member": person,
        "balance": balance,
        "in_words": baht_text(f"{balance // 100}.{balance % 100:02d}"),
        "lines": lines,
        "last": lines[-1] if lines else None,
        "blank": range(max(0, LINES_ON_A_PAGE - len(lines))),
        "older": lines[0]["number"] if len(found) > LINES_ON_A_PAGE else None,
        "is_newest": "before" not in request.GET,
    })  # fmt: skip


def printed(visit: Visit, line: PassbookLine) -> dict[str, Any]:
    """Return a line as it is printed: a column where nothing moved stays blank."""
    return {
        "on": line.on,
        "out": line.out or None,
        "into": line.into or None,
        "balance": line.balance,
        "number": line.entry,
        "href": reverse("entry", args=[visit.number, line.entry]),
        "is_mended": line.is_mended,
    }
