"""A passbook as its member holds it: which sorts it has, and the booklet of A6 to print."""

from typing import Any, Final, cast

from django.http import Http404, HttpRequest, HttpResponse

from kwan.fund import queries as fund
from kwan.fund.rules.savings_day import PASSBOOKS, Sort
from kwan.journal import queries as journal
from kwan.people import queries as people
from kwan.people.queries import Member
from kwan.web.language import Pair, say
from kwan.web.papers.passbook import Booklet, to_pdf
from kwan.web.policy import (
    Visit,
    can_see_loan_of,
    can_write_the_book,
    check_can_see_member,
    is_officer,
    is_own,
)
from kwan.web.views.books import anybody
from kwan.web.views.visiting import number_asked, visiting

MOST_LINES: Final = 20_000
NAMES: Final[dict[Sort, Pair]] = {
    None: ("สัจจะ", "Regular"),
    "special": ("ออมพิเศษ", "Special"),
    "share": ("หุ้น", "Shares"),
}


def sort_asked(request: HttpRequest) -> Sort:
    """Return the sort of savings that an address asks for. Raise Http404 for one that there is not."""
    asked = request.GET.get("sort") or None
    if asked not in PASSBOOKS:
        raise Http404
    return cast("Sort", asked)


def beside(visit: Visit, member: str, sort: Sort) -> dict[str, Any]:
    """Return what stands beside the lines of a passbook: its other sorts, the beneficiary, and how it ends."""
    had = {code: balances.get(member, 0) for code, balances in fund.all_balances(visit.number).items()}
    used = {code for code, balances in fund.all_balances(visit.number).items() if member in balances}
    told = fund.beneficiary(visit.number, member) if is_officer(visit) or is_own(visit, member) else None
    return {
        "sort": sort or "",
        "sort_name": say(NAMES[sort]),
        "sorts": [
            (code or "", say(NAMES[code]), had[code]) for code in NAMES if code in used or code == sort
        ],
        "all_sorts": sum(had.values()),
        "beneficiary": told,
        "may_see_beneficiary": is_officer(visit) or is_own(visit, member),
        "may_write_passbook": can_write_the_book(visit),
        "may_see_closing": can_see_loan_of(visit, member),
        "closed_in": fund.closed_passbooks(visit.number).get(member),
    }


@visiting(anybody)
def passbook_pdf(request: HttpRequest, visit: Visit, member: str) -> HttpResponse:
    """Return a member's passbook for A6 paper; "from" prints on in a started one."""
    check_can_see_member(visit, member)
    person = people.member(visit.number, member)
    if person is None:
        raise Http404
    book = booklet(visit, person, sort_asked(request))
    first = min(max(1, number_asked(request, "from") or 1), max(1, len(book.lines)))
    made = to_pdf(book, first)
    return HttpResponse(made, content_type="application/pdf", headers={
        "Content-Disposition": 'inline; filename="passbook.pdf"', "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
    })  # fmt: skip


def booklet(visit: Visit, person: Member, sort: Sort) -> Booklet:
    """Return what is printed of a member's passbook of one sort."""
    lines = fund.passbook(visit.number, person.reference, size=MOST_LINES, sort=sort)[::-1]
    words = people.words_on_paper(visit.number)
    last = journal.entry_hash(visit.number, lines[-1].entry) if lines else None
    return Booklet(
        group=visit.book.name, name=person.name or person.reference, reference=person.reference,
        joined=person.joined, sort=sort, lines=tuple(lines), hash=last or visit.book.hash,
        passbook=say(words.passbook), members_only=say(words.members_only),
    )  # fmt: skip
