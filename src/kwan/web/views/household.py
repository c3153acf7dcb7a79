"""A member's own household book, month by month: what came in, what went out, written with a tap and a sum."""

from datetime import date
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kwan.fund.commands import StrikeHousehold
from kwan.fund.queries.household import (
    Household,
    HouseholdLine,
    household,
    is_household_page_of,
    liquid_savings,
)
from kwan.fund.rules import household as rules
from kwan.pictures import Picture, Twin, twins
from kwan.web.forms.boxes import Reading, written
from kwan.web.forms.household import REASONS, Form, as_typed, form_of, line_typed, refused, write
from kwan.web.forms.sent import WRITES
from kwan.web.language import Pair, lang_now, say
from kwan.web.policy import Visit, check_can_see_own_page
from kwan.web.views.fund import first_of, month_label
from kwan.web.views.visiting import number_asked, visiting
from kwan.web.words.dates import monthyear

MONTHS_DRAWN: Final = 6
SUGGESTED: Final = 5
CAME_IN: Final = ("เงินเข้า", "Came in")
WENT_OUT: Final = ("เงินออก", "Went out")
WAYS: Final[tuple[tuple[rules.Way, Pair], ...]] = (("in", CAME_IN), ("out", WENT_OUT))
DONE: Final = ("จดแล้ว", "Written")
MENDED: Final = ("แก้แล้ว", "Mended")
STRUCK: Final = ("เอาออกแล้ว", "Struck out")


def own_book(visit: Visit) -> Household:
    """Return the visitor's own household book."""
    return household(visit.number, str(visit.member))


@visiting(check_can_see_own_page, methods=WRITES)
def month(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw one month of one's own book, or write a line into it."""
    today = timezone.localdate()
    asked = month_asked(request, today)
    form = form_of(request, when="today" if asked == month_number(today) else "month", day=written(today))
    if request.method == "POST":
        reading = Reading(form.typed, today)
        try:
            write(request, visit, form, line_typed(str(visit.member), reading, asked))
        except REASONS as reason:
            return _drawn(request, visit, asked, refused(form, reading, reason))
        messages.success(request, say(DONE))
        return redirect(f"{reverse('household', args=[visit.number])}?month={asked}")
    return _drawn(request, visit, asked, form)


def month_number(day: date) -> int:
    """Return a day's month as yyyymm."""
    return day.year * 100 + day.month


def month_asked(request: HttpRequest, today: date) -> int:
    """Return the month (yyyymm) that an address asks for, this one without any. Raise Http404 for none or one to come."""
    asked = number_asked(request, "month")
    if asked is None:
        return month_number(today)
    if not (1 <= asked % 100 <= 12 and asked // 100 >= 2000 and asked <= month_number(today)):  # noqa: PLR2004 - a month
        raise Http404
    return asked


def _drawn(request: HttpRequest, visit: Visit, asked: int, form: Form) -> HttpResponse:
    today, book = timezone.localdate(), own_book(visit)
    context = {
        "tab": "more",
        "form": form,
        "kinds": kinds(),
        "again": suggestions(book, asked),
        "is_now": asked == month_number(today),
        "owed": sum(debt.balance for debt in book.debts),
        "saved": liquid_savings(visit.number, book.member),
        **month_shown(book, asked, today),
    }
    return render(request, "kwan/household.html", context, status=form.status)


def kinds() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what may be chosen: the way ("in", "out") and its kinds with their numbers and words."""
    en = lang_now() == "en"
    named = [(sort.way, (str(number), sort.en if en else sort.th)) for number, sort in rules.SORTS.items()]
    return [(way, [kind for its, kind in named if its == way]) for way, _ in WAYS]


def sort_word(sort: rules.Sort) -> str:
    """Say what a kind is called."""
    return say((sort.th, sort.en))


def month_shown(book: Household, asked: int, today: date) -> dict[str, Any]:
    """Return what a month comes to, in figures, by kind, line by line and as a picture; for whoever may read it."""
    months = {each.month: each for each in book.months}
    place = _turned(asked, 1)
    return {
        "month": months.get(asked, rules.Month(asked)),
        "month_day": first_of(asked),
        "earlier": _turned(asked, -1) if any(number < asked for number in months) else None,
        "later": place if place <= month_number(today) else None,
        "sides": [
            (way, say(name), [(sort_word(sort), satang) for sort, satang in rules.by_sort(book.sums, asked, way)])
            for way, name in WAYS
        ],
        "lines": [(line, sort_word(line.sort)) for line in book.lines if line.month == asked],
        "picture": months_picture(list(months.values()), asked),
    }  # fmt: skip


def _turned(month: int, by: int) -> int:
    """Return the month so many months later."""
    years, place = divmod(month // 100 * 12 + month % 100 - 1 + by, 12)
    return years * 100 + place + 1


def months_picture(months: list[rules.Month], upto: int) -> Picture | None:
    """Return the last months side by side, None before there is one."""
    shown = [each for each in months if each.month <= upto][-MONTHS_DRAWN:]
    series = [
        Twin(month_label(each.month), monthyear(first_of(each.month)), each.came_in, each.went_out)
        for each in shown
    ]
    return twins(series, CAME_IN, WENT_OUT, lang=lang_now()) if series else None


def suggestions(book: Household, asked: int) -> list[tuple[str, str, int]]:
    """Return what the month before had and this one has not yet: code of its button, words, satang."""
    have = {line.sort.number for line in book.lines if line.month == asked}
    before = max((each.month for each in book.months if each.month < asked), default=0)
    found = [pair for way, _ in WAYS for pair in rules.by_sort(book.sums, before, way)]
    missing = [(sort, satang) for sort, satang in found if sort.number not in have]
    return [(f"{sort.number}-{satang}", sort_word(sort), satang) for sort, satang in missing[:SUGGESTED]]


@visiting(check_can_see_own_page, methods=WRITES)
def line(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw one line of one's own book to be mended or struck out, or do that."""
    today = timezone.localdate()
    found = next((each for each in own_book(visit).lines if each.entry == number), None)
    if found is None:
        return answered_already(visit, number)
    form = form_of(request, **as_typed(found, written(found.on or first_of(found.month))))
    if request.method == "POST":
        reading = Reading(form.typed, today)
        try:
            strikes = request.POST.get("act") == "strike"
            struck = StrikeHousehold(on=today, member=str(visit.member))
            command = struck if strikes else line_typed(str(visit.member), reading, found.month)
            write(request, visit, form, command, corrects=number)
        except REASONS as reason:
            return _line_drawn(request, found, refused(form, reading, reason))
        messages.success(request, say(STRUCK if strikes else MENDED))
        return redirect(f"{reverse('household', args=[visit.number])}?month={found.month}")
    return _line_drawn(request, found, form)


def answered_already(visit: Visit, number: int) -> HttpResponse:
    """Lead back from a page that was mended or struck out before, as by a form sent twice. Raise Http404 for another's."""
    if not is_household_page_of(visit.number, number, visit.member):
        raise Http404
    return redirect("household", visit.number)


def _line_drawn(request: HttpRequest, found: HouseholdLine, form: Form) -> HttpResponse:
    context = {
        "tab": "more",
        "form": form,
        "line": found,
        "word": sort_word(found.sort),
        "kinds": kinds(),
        "month_day": first_of(found.month),
    }
    return render(request, "kwan/household_line.html", context, status=form.status)
