"""The group and its members: who belongs, who keeps which office, what stands in whose passbook."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kwan.fund import queries as fund
from kwan.fund.queries import PassbookLine
from kwan.ids import uuid7
from kwan.journal import queries as journal
from kwan.people import queries as people
from kwan.people.rules.offices import place_of
from kwan.pictures import Picture, Place, growth
from kwan.thai.baht import baht_text
from kwan.thai.date_styles import buddhist_year
from kwan.thai.places import names
from kwan.web import policy
from kwan.web.forms.register import why_alike
from kwan.web.language import lang_now
from kwan.web.policy import Visit, check_can_look_inside, check_can_see_member
from kwan.web.views.books import anybody
from kwan.web.views.fund import month_label
from kwan.web.views.passbook_paper import beside, sort_asked
from kwan.web.views.visiting import before, visiting

LINES_ON_A_PAGE: Final = 14
MOST_PAIRS: Final = 20  # of likely the same; the next come when these are answered
MOST_DISTRICTS: Final = 8  # a picture holds no more
TWO: Final = 2  # periods that a growth needs


@visiting(check_can_look_inside)
def about(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw what the group says of itself, what it is before the law, and who keeps which office."""
    members = people.members(visit.number)
    officers = [
        (m, term) for m in members for term in m.offices if term.until is None and term.office != "member"
    ]
    return render(request, "kwan/about.html", {
        "tab": "more",
        "group": people.group(visit.number, visit.book.name),
        "officers": sorted(officers, key=lambda pair: place_of(pair[1].office)),
        "active": sum(member.left is None for member in members),
        "everybody": len(members),
        "standing": people.standing(visit.number),
        "account": people.bank_account(visit.number),
        "may_write": policy.can_keep_the_register(visit),
    })  # fmt: skip


@visiting(check_can_look_inside)
def members(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the register: who belongs today, who has left, who may stand there twice, and where members live."""
    everybody = people.members(visit.number)
    balances = fund.balances(visit.number)
    rows = [(member, balances.get(member.reference, 0)) for member in everybody]
    pairs = people.likely_pairs(visit.number, everybody)
    return render(request, "kwan/members.html", {
        "tab": "more",
        "today": [row for row in rows if row[0].left is None],
        "left": [row for row in rows if row[0].left is not None],
        "pairs": [(pair, why_alike(pair.why)) for pair in pairs[:MOST_PAIRS]],
        "form_id": uuid7(),
        "growth": growth_of(visit),
        "may_write": policy.can_keep_the_register(visit),
    })  # fmt: skip


def growth_of(visit: Visit) -> Picture | None:
    """Return how many members lived in each district, until the last day of the book; None without two periods to compare."""
    last = journal.last_day(visit.number, visit.book.last_entry)
    found = people.growth(visit.number, last) if last else None
    if found is None or len(found.ends) < TWO or not any(district.code for district in found.districts):
        return None
    lang = lang_now()
    labels = [
        str(buddhist_year(end)) if found.is_by_year else month_label(end.year * 100 + end.month)
        for end in found.ends
    ]
    places = [
        Place(_district(district.code, lang), district.counts)
        for district in found.districts[:MOST_DISTRICTS]
    ]
    return growth(places, labels, lang=lang)


def _district(code: int, lang: str) -> str:
    """Return what a district is called; where none was written, that."""
    if not code:
        return "Not written" if lang == "en" else "ยังไม่ได้จดอำเภอ"
    place = names(code)
    return place.district_en if lang == "en" else place.district_th


@visiting(anybody)
def passbook(request: HttpRequest, visit: Visit, member: str) -> HttpResponse:
    """Draw one member's passbook, a page at a time."""
    check_can_see_member(visit, member)
    person = next((each for each in people.members(visit.number) if each.reference == member), None)
    if person is None:
        raise Http404
    sort = sort_asked(request)
    found = fund.passbook(visit.number, member, before(request), LINES_ON_A_PAGE + 1, sort)
    lines = [printed(visit, line) for line in found[:LINES_ON_A_PAGE][::-1]]
    balance = fund.balances(visit.number, sort).get(member, 0)
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
        **beside(visit, member, sort),
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
        "is_brought": line.is_brought,
    }
