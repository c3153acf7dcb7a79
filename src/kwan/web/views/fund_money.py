"""The revolving fund: money in and out, who gave, a paper of thanks, and whether there is enough for the coming weeks."""

from datetime import date
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kwan.fund.queries import fund_book, revolving
from kwan.fund.queries.revolving import FundEntry
from kwan.fund.rules.assets import GIVERS
from kwan.fund.rules.outlook import Expected, Outlook, outlook
from kwan.journal import queries as journal
from kwan.market import queries as market
from kwan.pictures import BAHT, Cell, Picture, Point, Table
from kwan.pictures import outlook as picture_of
from kwan.thai.baht import baht_text
from kwan.web.forms import fund as forms
from kwan.web.forms.sent import WRITES
from kwan.web.forms.writing import write
from kwan.web.language import lang_now, say
from kwan.web.policy import Visit, can_write_the_book, check_can_look_inside, check_can_write_the_book
from kwan.web.views.visiting import number_asked, visiting
from kwan.web.words.dates import shortdate

WEEKS: Final = 8
PLACES: Final = ("purse:fund", "bank:fund")


@visiting(check_can_write_the_book, methods=WRITES)
def received(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write what came into the fund."""
    return write(request, visit, forms.received_form(visit, timezone.localdate()))


@visiting(check_can_write_the_book, methods=WRITES)
def spent(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write what the fund paid; ?plan= names the plan that it answers."""
    wanted = number_asked(request, "plan")
    plan = None if wanted is None else revolving.plan(visit.number, wanted)
    if wanted is not None and plan is None:
        raise Http404
    return write(request, visit, forms.spent_form(visit, timezone.localdate(), plan))


@visiting(check_can_look_inside)
def givers(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw who gave to the fund, by sort of giver and one by one."""
    came_in = [line for line in fund_book(visit.number) if line.is_gift]
    sums: dict[str, int] = {}
    for line in came_in:
        sums[line.giver_kind or ""] = sums.get(line.giver_kind or "", 0) + line.satang
    kinds = sorted(sums.items(), key=lambda kind: (kind[0] == "", -kind[1]))
    return render(request, "kwan/fund_givers.html", {
        "tab": "more",
        "lines": came_in,
        "kinds": [(giver_words(kind), satang) for kind, satang in kinds],
        "total": sum(sums.values()),
        "may_write": can_write_the_book(visit),
    })  # fmt: skip


def giver_words(kind: str | None) -> str:
    """Return what a sort of giver is called."""
    return say(GIVERS[kind]) if kind and kind in GIVERS else say(("ไม่ได้ระบุ", "Not said"))


@visiting(check_can_write_the_book)
def thanks(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw the paper of thanks for what was given, to be printed and signed."""
    line = _line_at(visit, number)
    return render(request, "kwan/fund_thanks.html", {
        "tab": "more",
        "line": line,
        "kind": giver_words(line.giver_kind) if line.giver_kind else "",
        "in_words": baht_text(f"{line.satang // 100}.{line.satang % 100:02d}"),
    })  # fmt: skip


def _line_at(visit: Visit, number: int) -> FundEntry:
    for line in fund_book(visit.number):
        if line.entry == number and line.is_gift:
            return line
    raise Http404


@visiting(check_can_look_inside)
def plan(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the coming weeks: what is to be bought against what is there and what buyers will still pay."""
    today = timezone.localdate()
    plans, (coming, waiting) = revolving.plans(visit.number), _receipts(visit, today)
    balances = journal.balances(visit.number)
    there = sum(balances.get(code, 0) for code in PLACES)
    ahead = outlook(today, there, [Expected(p.due, p.satang) for p in plans], coming, WEEKS)
    return render(request, "kwan/fund_plan.html", {
        "tab": "more",
        "plans": plans,
        "there": there,
        "needed": sum(week.out for week in ahead.weeks),
        "coming": sum(week.into for week in ahead.weeks),
        "waiting": waiting,
        "ahead": ahead,
        "picture": drawn(ahead) if plans else None,
        "may_write": can_write_the_book(visit),
    })  # fmt: skip


def _receipts(visit: Visit, today: date) -> tuple[list[Expected], int]:
    """Return what buyers owe by the day they wanted their goods, and the sum of which nobody can say when it comes."""
    owed = [order for order in market.orders(visit.number) if order.owed > 0]
    coming = [Expected(order.due, order.owed) for order in owed if order.due and order.due >= today]
    return coming, sum(order.owed for order in owed) - sum(sum_.satang for sum_ in coming)


def drawn(ahead: Outlook) -> Picture:
    """Return the picture of the weeks, with their figures as its table."""
    lang = lang_now()
    heads = (
        ("Week from", "To be bought", "To come in", "Left")
        if lang == "en"
        else ("สัปดาห์จาก", "จะซื้อ", "รอรับ", "เหลือ")
    )
    rows = tuple(
        (Cell(shortdate(week.start)), *(Cell(BAHT.write(sum_), is_number=True) for sum_ in (week.out, week.into, week.left)))
        for week in ahead.weeks
    )  # fmt: skip
    points = [Point(_short(week.start), week.left, shortdate(week.end)) for week in ahead.weeks]
    table = Table(tuple(Cell(head, is_number=place > 0) for place, head in enumerate(heads)), rows)
    return picture_of(points, table=table, lang=lang)


def _short(day: date) -> str:
    return f"{day.day}/{day.month}"


@visiting(check_can_write_the_book, methods=WRITES)
def plan_new(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write what the group means to buy."""
    return write(request, visit, forms.plan_form(visit, timezone.localdate()))


@visiting(check_can_write_the_book, methods=WRITES)
def plan_drop(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Write that a planned purchase is not needed any more."""
    found = revolving.plan(visit.number, number)
    if found is None:
        raise Http404
    return write(request, visit, forms.drop_form(visit, found, timezone.localdate()))
