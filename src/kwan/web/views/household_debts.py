"""A member's debts elsewhere, each at one comparable price, and what a usual month bears."""

from decimal import Decimal
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kwan.fund.commands import StrikeHousehold
from kwan.fund.queries.household import Household, OutsideDebt, liquid_savings
from kwan.fund.queries.household_debts import GroupLoan, ToldDebt, debts_told_by, group_loans
from kwan.fund.rules import household as rules
from kwan.journal.rules import day_of
from kwan.pictures import Picture, Ranked, gauge, ranking
from kwan.web.forms.boxes import Reading, plain_baht, written
from kwan.web.forms.household import REASONS, Form, debt_typed, form_of, payment_typed, refused, write
from kwan.web.forms.sent import WRITES
from kwan.web.language import lang_now, say
from kwan.web.policy import Visit, check_can_see_own_page
from kwan.web.views.household import answered_already, month_number, own_book
from kwan.web.views.visiting import number_asked, visiting
from kwan.web.words import household as words
from kwan.web.words.loans import per_cent

TOLD: Final = ("จดหนี้แล้ว", "The debt is written")
PAID: Final = ("จดที่ส่งแล้ว", "The payment is written")
STRUCK: Final = ("เอาออกแล้ว", "Struck out")
RATES: Final = ("ดอกเบี้ยต่อปี", "Interest a year")
SHARE: Final = ("ผ่อนหนี้เป็นส่วนของรายได้", "Paid on debts, of income")
GROUPS_OWN: Final = ("เงินกู้ของกลุ่ม", "The group's own loan")


@visiting(check_can_see_own_page)
def debts(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw all debts at one comparable price, and what they take of a usual month."""
    book = own_book(visit)
    known = {debt.creditor for debt in book.debts}
    context = {
        "tab": "more",
        "told": [told for told in debts_told_by(visit.number, book.member) if told.creditor not in known],
        **debts_shown(visit, book),
    }
    return render(request, "kwan/household_debts.html", context)


def debts_shown(visit: Visit, book: Household) -> dict[str, Any]:
    """Return a household's debts as its member, or who reads along, sees them."""
    loans = group_loans(visit.number, book.member)
    owed = sum(debt.balance for debt in book.debts) + sum(loan.balance for loan in loans)
    costs = [debt.cost for debt in book.running if debt.cost is not None]
    return {
        "running": [(debt, words.nature(debt.nature), words.price(debt)) for debt in book.running],
        "ended": [(debt, words.nature(debt.nature)) for debt in book.debts if not debt.balance],
        "loans": loans,
        "owed": owed,
        "cost": sum(costs) if costs else None,
        "picture": rates_picture(book, loans),
        **_borne(visit, book, loans, owed),
    }


def rates_picture(book: Household, loans: list[GroupLoan]) -> Picture | None:
    """Return the debts as bars of their yearly price, the group's own loan hatched; None with nothing to compare."""
    bars = [
        Ranked(debt.creditor, debt.yearly, f"{words.percent(debt.yearly)}%")
        for debt in book.running
        if debt.yearly is not None
    ]
    bars += [
        Ranked(say(GROUPS_OWN), loan.yearly, f"{words.percent(loan.yearly)}%", is_other=True)
        for loan in loans
    ]
    what = ("เป็นหนี้ใคร", "Owed to")
    return ranking(bars, RATES, what, lang=lang_now()) if bars else None


def _borne(visit: Visit, book: Household, loans: list[GroupLoan], owed: int) -> dict[str, Any]:
    """Return what debts take of a usual month, in bands; what is owed in months of income; how long savings last."""
    mean = rules.usual_month(book.months, month_number(timezone.localdate()))
    a_month = sum(debt.a_month for debt in book.debts) + sum(loan.a_month for loan in loans)
    saved = liquid_savings(visit.number, book.member)
    if mean is None:
        return {"mean": None, "a_month": a_month, "saved": saved}
    share, band = rules.per_cent_of(a_month, mean.came_in), rules.band_of(a_month, mean.came_in)
    return {
        "mean": mean,
        "a_month": a_month,
        "saved": saved,
        "share": share,
        "band": say(words.BANDS[band]) if band else "",
        "gauge": gauge(share, (rules.ADVISED, rules.COMMON), SHARE, lang=lang_now())
        if share is not None
        else None,
        "months_of_income": rules.how_many_times(owed, mean.came_in),
        "months_of_savings": rules.how_many_times(saved, mean.went_out),
    }


# -- one debt -----------------------------------------------------------------------------------------


@visiting(check_can_see_own_page, methods=WRITES)
def debt(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw one debt with what happened to it; write down a payment, or strike a page out."""
    today, found = timezone.localdate(), _debt_at(visit, number)
    form = form_of(request, day=written(today), paid=plain_baht(found.pays) if found.pays else "")
    if request.method == "POST":
        reading = Reading(form.typed, today)
        try:
            if request.POST.get("act") == "strike":
                return _struck(request, visit, form, found, reading)
            write(request, visit, form, payment_typed(str(visit.member), reading, found))
        except REASONS as reason:
            return _debt_drawn(request, found, refused(form, reading, reason))
        messages.success(request, say(PAID))
        return redirect("household-debt", visit.number, number)
    return _debt_drawn(request, found, form)


def _struck(
    request: HttpRequest, visit: Visit, form: Form, found: OutsideDebt, reading: Reading
) -> HttpResponse:
    """Strike out the last page of a debt; the only one takes the debt with it."""
    last = found.pages[-1].entry
    page = reading.text("page")
    if page != str(last):
        return answered_already(visit, int(page) if page.isascii() and page.isdigit() else 0)
    write(request, visit, form, StrikeHousehold(on=reading.today, member=str(visit.member)), corrects=last)
    messages.success(request, say(STRUCK))
    if len(found.pages) == 1:
        return redirect("household-debts", visit.number)
    return redirect("household-debt", visit.number, found.number)


def _debt_at(visit: Visit, number: int) -> OutsideDebt:
    found = next((each for each in own_book(visit).debts if each.number == number), None)
    if found is None:
        raise Http404
    return found


def _debt_drawn(request: HttpRequest, found: OutsideDebt, form: Form) -> HttpResponse:
    of_ten_thousand = None if found.yearly is None else int(found.yearly * 10_000)
    context = {
        "tab": "more",
        "form": form,
        "debt": found,
        "nature": words.nature(found.nature),
        "price": words.price(found),
        "reckoned": words.how_reckoned(found),
        "yearly": None if found.yearly is None else words.percent(found.yearly),
        "if_not_paid": words.percent(found.if_not_paid)
        if found.if_not_paid and found.if_not_paid != found.yearly
        else "",
        "of_ten_thousand": of_ten_thousand,
        "pays": say(words.EACH[found.pays_every]),
        "since": day_of(found.since) if found.since else None,
        "pages": found.pages[::-1],
    }
    return render(request, "kwan/household_debt.html", context, status=form.status)


@visiting(check_can_see_own_page, methods=WRITES)
def new(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write down a debt for the first time; `told` takes over what the group's older papers had of it."""
    return _told(request, visit, None, _taken_over(request, visit))


@visiting(check_can_see_own_page, methods=WRITES)
def tell(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Write down how a debt stands now, or mend what was written wrongly."""
    found = _debt_at(visit, number)
    return _told(request, visit, found, _as_typed(found))


def _told(
    request: HttpRequest, visit: Visit, found: OutsideDebt | None, suggested: dict[str, str]
) -> HttpResponse:
    today, form = timezone.localdate(), form_of(request, **suggested)
    if request.method == "POST":
        reading, was_wrong = Reading(form.typed, today), form.typed.get("why") == "wrong"
        try:
            command = debt_typed(str(visit.member), reading, found, was_wrong=was_wrong)
            corrects = found.latest if found and was_wrong else None
            entry = write(request, visit, form, command, corrects)
        except REASONS as reason:
            return _form_drawn(request, found, refused(form, reading, reason))
        messages.success(request, say(TOLD))
        return redirect("household-debt", visit.number, found.number if found else entry)
    return _form_drawn(request, found, form)


def _form_drawn(request: HttpRequest, found: OutsideDebt | None, form: Form) -> HttpResponse:
    context = {
        "tab": "more",
        "form": form,
        "debt": found,
        "natures": [(code, say(pair)) for code, pair in words.NATURES.items()],
        "prices": [(code, say(pair)) for code, pair in words.PRICES.items()],
        "per": [(code, say(pair)) for code, pair in words.PER.items()],
        "each": [(code, say(pair)) for code, pair in words.EACH.items()],
        "times": [(code, say(pair)) for code, pair in words.EACH.items()],
    }
    return render(request, "kwan/household_debt_form.html", context, status=form.status)


def _as_typed(found: OutsideDebt) -> dict[str, str]:
    """Return a debt as its form would have it."""
    price = found.price
    is_free = price.known == "rate" and not price.rate
    sums = {
        "balance": found.balance,
        "received": price.received,
        "each": price.each,
        "pays": found.pages and found.pays,
    }
    counts = {"times": price.times, "flat_times": price.times}
    return {
        "why": "changed", "creditor": found.creditor, "nature": found.nature, "due": found.due,
        "known": "none" if is_free else price.known, "rate": per_cent(Decimal(price.rate) / 100) if price.rate else "",
        "per": price.per, "every": price.every, "pays_every": found.pays_every, "collateral": found.collateral,
        "guarantor": found.guarantor, "purpose": found.purpose, "since": written(day_of(found.since)) if found.since else "",
        "flat_received": plain_baht(price.received) if price.received else "",
        **{name: plain_baht(satang) if satang else "" for name, satang in sums.items()},
        **{name: str(number) if number else "" for name, number in counts.items()},
    }  # fmt: skip


def _taken_over(request: HttpRequest, visit: Visit) -> dict[str, str]:
    """Return what a new debt's form begins with: nothing, or a debt that the member once told the group of."""
    asked = number_asked(request, "told")
    blank = {"nature": "", "known": "", "per": "month", "every": "month", "pays_every": "month"}
    told: ToldDebt | None = next(
        (t for t in debts_told_by(visit.number, str(visit.member)) if t.entry == asked), None
    )
    if told is None:
        return blank
    return blank | {
        "creditor": told.creditor, "balance": plain_baht(told.principal) if told.principal else "",
        "known": "nothing" if told.rate is None else "rate" if told.rate else "none", "per": "year",
        "rate": per_cent(Decimal(told.rate) / 100) if told.rate else "",
        "pays": plain_baht(told.instalment) if told.instalment else "",
    }  # fmt: skip
