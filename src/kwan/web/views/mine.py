"""A member's own page: what stands in their passbook and of their loans, and what else is theirs alone."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.fund.queries import LoanLine
from kwan.fund.rules import dues
from kwan.people import queries as people
from kwan.thai.baht import baht_text
from kwan.web import loan_words, policy
from kwan.web.language import lang_now
from kwan.web.policy import Visit, check_can_see_own_page
from kwan.web.views.people import printed
from kwan.web.views.visiting import visiting

NEWEST: Final = 5  # lines of the passbook that stand on the page itself
# Other pages of one's own: icon, name and what it is about in both languages, the address's name.
PLACES: Final[tuple[tuple[str, str, str, str, str, str], ...]] = (
    ("pen", "บัญชีครัวเรือนและหนี้ของฉัน", "My household book and debts", "เห็นคนเดียว", "Only you see it", "household"),
    ("heart", "สวัสดิการ", "Welfare", "กลุ่มให้อะไรบ้าง ขอรับที่นี่", "What the group gives; ask for it here", "welfare"),
)  # fmt: skip


@visiting(check_can_see_own_page)
def mine(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw what is the visitor's own, and nobody else's."""
    own = str(visit.member)
    person = next((each for each in people.members(visit.number) if each.reference == own), None)
    if person is None:
        raise Http404
    balance = fund.balances(visit.number).get(own, 0)
    lines = fund.passbook(visit.number, own, size=NEWEST)
    return render(request, "kwan/mine.html", {
        "tab": "more",
        "member": person,
        "balance": balance,
        "in_words": baht_text(f"{balance // 100}.{balance % 100:02d}"),
        "lines": [printed(visit, line) for line in lines[::-1]],
        "loans": [_loan(line) for line in fund.member_loans(visit.number, own)],
        "may_read_report": policy.can_read_report(visit),
        "places": _places(visit),
    })  # fmt: skip


def _loan(line: LoanLine) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "loan": line,
        "stage": loan_words.stage(line.state),
        "next": dues.next_instalment(line.standing, today),
        "due": dues.due_on(line.standing, today).total,
    }


def _places(visit: Visit) -> list[dict[str, str]]:
    en = lang_now() == "en"
    places = [
        {"icon": p[0], "name": p[1 + en], "about": p[3 + en], "href": reverse(p[5], args=[visit.number])}
        for p in PLACES
    ]
    return [*places, {
        "icon": "people", "name": ("ข้อมูลของฉัน", "What is about me")[en],
        "about": ("ดูทั้งหมด เก็บไว้เอง ยินยอมหรือไม่ ลบ", "See all of it, take it along, agree or not, erase")[en],
        "href": reverse("own-data", args=[visit.number, visit.member]),
    }]  # fmt: skip
