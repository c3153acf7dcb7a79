"""A member's own page: what stands in their passbook and of their loans, and what else is theirs alone."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.fund.queries import LoanLine
from kwan.fund.queries.cycle import cycles
from kwan.fund.rules import dues
from kwan.people import queries as people
from kwan.quantities import format_baht
from kwan.thai.baht import baht_text
from kwan.web import policy
from kwan.web.language import lang_now
from kwan.web.policy import Visit, check_can_see_own_page
from kwan.web.views.people import printed
from kwan.web.views.visiting import visiting
from kwan.web.words import loans as loan_words

NEWEST: Final = 5  # lines of the passbook that stand on the page itself
# Other pages of one's own: icon, name and what it is about in both languages, the address's name.
PLACES: Final[tuple[tuple[str, str, str, str, str, str], ...]] = (
    ("pen", "บัญชีครัวเรือนและหนี้ของฉัน", "My household book and debts", "เห็นคนเดียว", "Only you see it", "household"),
    ("heart", "สวัสดิการ", "Welfare", "กลุ่มให้อะไรบ้าง ขอรับที่นี่", "What the group gives; ask for it here", "welfare"),
)  # fmt: skip
OF_MINE: Final[tuple[tuple[str, str, str, str, str, str], ...]] = (
    ("print", "สมุดออมสำหรับพิมพ์", "My passbook on paper", "ไฟล์ PDF ขนาด A6", "A PDF for A6 paper", "passbook-pdf"),
    ("ask", "ความยินยอมของฉัน", "What I agree to", "ตอบทีละเรื่อง เปลี่ยนใจได้", "One thing at a time; it can be changed", "consents"),
    ("people", "ข้อมูลของฉัน", "What is about me", "ดูทั้งหมด เก็บไว้เอง ลบ", "See all of it, take it along, erase", "own-data"),
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
    """Return the other pages of one's own: what the book keeps of them, what they may take along, what they agreed to."""
    en = lang_now() == "en"
    places = [(*each[:5], reverse(each[5], args=[visit.number])) for each in PLACES]
    places += [(*each[:5], reverse(each[5], args=[visit.number, visit.member])) for each in OF_MINE]
    return [
        {"icon": icon, "name": (th, name)[en], "about": (th_about, about)[en], "href": href}
        for icon, th, name, th_about, about, href in [*_slips(visit), *places]
    ]


def _slips(visit: Visit) -> list[tuple[str, str, str, str, str, str]]:
    """Return one's own slip of the newest cycle that a meeting approved, if there is anything on it."""
    own = str(visit.member)
    view = next((view for view in cycles(visit.number) if view.stage in ("approved", "locked")), None)
    portion = view.closing.portion(own) if view and view.closing else None
    if view is None or portion is None or not portion.total:
        return []
    sum_ = format_baht(portion.total)
    about = ("รับแล้ว", "handed over") if own in view.paid else ("รอรับ", "still to be handed over")
    return [(
        "goal", f"เงินสิ้นรอบที่ {view.cycle} ของฉัน", f"My end of cycle {view.cycle}", f"{sum_} บาท · {about[0]}", f"{sum_} baht · {about[1]}",
        reverse("cycle-slip", args=[visit.number, view.cycle, own]),
    )]  # fmt: skip
