"""The group's money: savings all together, the revolving fund, and each purse line by line."""

from datetime import date
from itertools import accumulate
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kwan.fund import queries as fund
from kwan.journal import queries as journal
from kwan.people import queries as people
from kwan.pictures import Picture, Point, steps
from kwan.web.language import lang_now, say
from kwan.web.policy import Visit, can_write_the_book, check_can_look_inside, is_officer
from kwan.web.views.more import drawn
from kwan.web.views.visiting import before, visiting
from kwan.web.words.codes import ACCOUNTS, word
from kwan.web.words.dates import monthyear

LINES_ON_A_PAGE: Final = 30
WAITS: Final = ("เงินสิ้นรอบที่รอจ่าย", "End of the cycle, to be handed over,")


@visiting(check_can_look_inside)
def savings(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the members' savings: all together as stairs, then each passbook."""
    balances = fund.balances(visit.number)
    members = [m for m in people.members(visit.number) if m.left is None or balances.get(m.reference)]
    return render(request, "kwan/savings.html", {
        "tab": "savings",
        "rows": [(member, balances.get(member.reference, 0)) for member in members],
        "total": sum(balances.values()),
        "stairs": savings_stairs(visit.number),
        "others": _other_sorts(visit.number),
        "places": month_places(visit),
        "may_write": can_write_the_book(visit),
    })  # fmt: skip


def month_places(visit: Visit) -> list[dict[str, str]]:
    """Return where the money of a month is written besides the sheet; who does not write it is led to look."""
    writes = can_write_the_book(visit)
    two_sign = is_officer(visit) and bool(fund.bylaws(visit.number).two_signatures_above)
    return drawn(visit, [
        ("people", "เงินกู้", "Loans", "ขอกู้ จ่าย รับคืน", "Asked for, paid out, repaid", "loans"),
        ("heart", "จ่ายสวัสดิการ", "Pay welfare", "เจ็บป่วย คลอด งานศพ", "Illness, birth, funerals", "welfare-give") if writes
        else ("heart", "สวัสดิการ", "Welfare", "ให้อะไร มีเงินเท่าไร", "What is given, and what there is", "welfare"),
        ("coins", "เงินไป–กลับธนาคาร", "To and from the bank", "นำไปฝาก ถอนกลับมา", "Taken there, brought back", "bank-move") if writes
        else ("coins", "ธนาคาร", "The bank", "ในสมุดธนาคารมีเท่าไร", "What its own book says", "bank"),
        *[("pen", "ถอนที่ต้องสองคนลงชื่อ", "Withdrawals that two sign", "ขอ ยืนยัน จ่าย", "Asked for, agreed to, paid", "withdrawals")] * two_sign,
    ])  # fmt: skip


def _other_sorts(book: int) -> list[tuple[str, int]]:
    """Return what members have in special savings and in shares, and what they are still to be handed, all together (satang)."""
    sums = ((sort, sum(of_sort.values())) for sort, of_sort in fund.all_balances(book).items() if sort)
    found = [(word("sort", sort, lang_now()), satang) for sort, satang in sums if satang]
    waits = -sum(a.balance for a in journal.accounts(book, "owed") if a.code.startswith("payout:"))
    return [*found, (say(WAITS), waits)] if waits else found


def savings_stairs(book: int) -> Picture | None:
    """Return the stairs of what members saved up, month by month; None before the first saving."""
    net = dict(fund.savings_by_month(book))
    if began := fund.opening_savings(book):
        month = began[0].year * 100 + began[0].month
        net[month] = net.get(month, 0) + began[1]
    if not net:
        return None
    months = every_month(min(net), max(net))
    totals = accumulate(net.get(month, 0) for month in months)
    points = [
        Point(month_label(month), total, monthyear(first_of(month)))
        for month, total in zip(months, totals, strict=True)
    ]
    return steps(points, lang=lang_now())


def every_month(first: int, last: int) -> list[int]:
    """Return every month (yyyymm) from the first to the last."""
    count = (last // 100 - first // 100) * 12 + last % 100 - first % 100
    return [
        (first // 100 + place // 12) * 100 + place % 12 + 1
        for place in range(first % 100 - 1, first % 100 + count)
    ]


def first_of(month: int) -> date:
    """Return the first day of a month (yyyymm)."""
    return date(month // 100, month % 100, 1)


def month_label(month: int) -> str:
    """Return a month's short name without its year, for the foot of a picture."""
    return monthyear(first_of(month)).split(" ")[0]


@visiting(check_can_look_inside)
def fund_book(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the revolving fund: what came in, what went out, what is left."""
    lines = fund.fund_book(visit.number)
    came_in = sum(line.satang for line in lines if line.direction == "in")
    went_out = sum(line.satang for line in lines if line.direction == "out")
    brought = fund.brought_money(visit.number, "fund")
    return render(request, "kwan/fund.html", {
        "tab": "more",
        "lines": lines,
        "came_in": came_in,
        "went_out": went_out,
        "brought": brought,
        "left": brought + came_in - went_out,
        "money": fund.money(visit.number),
        "may_write": can_write_the_book(visit),
        "places": fund_places(visit),
    })  # fmt: skip


def fund_places(visit: Visit) -> list[dict[str, str]]:
    """Return the fund's other pages."""
    return drawn(visit, [
        ("clock", "เงินพอซื้อของไหม", "Is there enough to buy with", "แปดสัปดาห์ข้างหน้า", "The eight weeks ahead", "fund-plan"),
        ("heart", "ใครให้อะไรกับกองทุน", "Who gave to the fund", "ผู้ให้ และใบขอบคุณ", "Givers, and papers of thanks", "fund-givers"),
        ("box", "ทะเบียนอุปกรณ์", "Equipment", "ของอยู่ไหน ใครดูแล", "Where it stands, who looks after it", "equipment"),
    ])  # fmt: skip


@visiting(check_can_look_inside)
def purse(request: HttpRequest, visit: Visit, name: str) -> HttpResponse:
    """Draw one purse line by line, newest first. What is lent lies in no purse: it has pages of its own."""
    if name == "loans":
        return redirect("loans", visit.number)
    if name == "welfare" and not can_write_the_book(visit):
        return redirect("welfare", visit.number)  # a sum on a day would tell what befell somebody
    code = f"purse:{name}"
    held = {account.code: account.balance for account in journal.accounts(visit.number, "held")}
    if code not in ACCOUNTS or code not in held:
        raise Http404
    found = journal.statement(visit.number, code, before(request), LINES_ON_A_PAGE + 1)
    page = found[:LINES_ON_A_PAGE]
    older = page[-1].entry if len(found) > LINES_ON_A_PAGE else None
    context = {"tab": "more", "code": code, "balance": held[code], "lines": page, "older": older}
    return render(request, "kwan/purse.html", context)
