"""Welfare: its book, its rules, and one benefit whole. Who was helped and why is the treasurer's and their own to see."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kwan.fund.queries import welfare as book_of
from kwan.fund.queries.welfare import WelfareAsked, WelfarePaid, WelfareRuleView
from kwan.fund.rules.welfare import FEWEST
from kwan.journal import queries as journal
from kwan.people import queries as people
from kwan.web.forms import welfare as forms
from kwan.web.forms.sent import WRITES
from kwan.web.forms.welfare_rule import rule_form
from kwan.web.forms.writing import write
from kwan.web.language import say
from kwan.web.policy import (
    Visit,
    can_write_the_book,
    check_can_ask_for_welfare,
    check_can_see_welfare,
    check_can_see_welfare_of,
    check_can_write_the_book,
)
from kwan.web.views.visiting import number_asked, page_of, visiting
from kwan.web.words.welfare import rule_words

ON_A_PAGE = 20
NEWEST = 6  # of a member's own contributions


@dataclass(frozen=True)
class RuleLine:
    """A rule on the page: what it is about, and what it gives in a few phrases."""

    view: WelfareRuleView
    name: str
    phrases: list[str]


@dataclass(frozen=True)
class GivenLine:
    """What was given, for those who may know: to whom and for what."""

    paid: WelfarePaid
    name: str
    what: str


@visiting(check_can_see_welfare)
def welfare(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw what welfare holds and gives in all; for the treasurer also who asked and who was helped, for members their own."""
    keeps = can_write_the_book(visit)
    names = names_of(visit)
    given = book_of.payments(visit.number) if keeps else own_payments(visit)
    page, pages = page_of(request, [_given_line(paid, names) for paid in given], ON_A_PAGE)
    sums = book_of.welfare_book(visit.number)
    context: dict[str, Any] = {
        "tab": "more",
        "sums": sums,
        "members_helped": sums.members_helped if keeps or sums.members_helped >= FEWEST else None,
        "given": page,
        "pages": pages,
        "rules": rule_lines(visit.number),
        "may_write": keeps,
        "may_ask": visit.member is not None,
        "kinds": [(say(words), many, satang) for words, many, satang in book_of.given_by_event(visit.number)] if keeps else [],
        "told": [] if keeps else [(say(words), many) for words, many in book_of.helped_by_event(visit.number)],
        "waiting": [(asked, names.get(asked.member, asked.member)) for asked in book_of.welfare_asks(visit.number)] if keeps else [],
    }  # fmt: skip
    if not keeps and visit.member:
        own = book_of.contributions(visit.number, visit.member)
        context |= {"own": own[:NEWEST], "own_times": len(own), "own_sum": sum(each.satang for each in own)}
        context["own_asks"] = [
            asked for asked in book_of.welfare_asks(visit.number) if asked.member == visit.member
        ]
    return render(request, "kwan/welfare.html", context)


def own_payments(visit: Visit) -> list[WelfarePaid]:
    """Return what the visitor was given; nothing for who is no member."""
    return book_of.payments(visit.number, visit.member) if visit.member else []


def names_of(visit: Visit) -> dict[str, str]:
    """Return what each member is called; the reference where a name was erased."""
    return {m.reference: m.name or m.reference for m in people.members(visit.number)}


def _given_line(paid: WelfarePaid, names: dict[str, str]) -> GivenLine:
    what = say(paid.rule.rule.words) if paid.rule else ""
    return GivenLine(paid, names.get(paid.member, paid.member), what)


def rule_lines(book: int) -> list[RuleLine]:
    """Return the rules in words, in the order they were set; those that ended come last."""
    views = sorted(book_of.welfare_rules(book), key=lambda view: view.rule.is_ended)
    return [RuleLine(view, say(view.rule.words), rule_words(view.rule)) for view in views]


@visiting(check_can_see_welfare)
def rules(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the rules, each with its reason and the day it holds from."""
    return render(request, "kwan/welfare_rules.html", {
        "tab": "more", "rules": rule_lines(visit.number), "may_write": can_write_the_book(visit),
    })  # fmt: skip


@visiting(check_can_see_welfare)
def given(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw one benefit whole, with how the sum came about, and room for signatures on paper."""
    paid = payment_at(visit, number)
    check_can_see_welfare_of(visit, paid.member)
    sealed = book_of.welfare_words(visit.number, number)
    due = (
        book_of.welfare_due(visit.number, paid.member, paid.rule, paid.units or 1, paid.happened, upto=number)
        if paid.rule and paid.happened
        else None
    )
    return render(request, "kwan/welfare_given.html", {
        "tab": "more",
        "paid": paid,
        "what": say(paid.rule.rule.words) if paid.rule else "",
        "name": names_of(visit).get(paid.member, paid.member),
        "how": [(say((line.th, line.en)), line.satang) for line in due.lines] if due else [],
        "less": due is not None and paid.satang < due.satang,
        "said": sealed,
        "may_write": can_write_the_book(visit),
    })  # fmt: skip


def payment_at(visit: Visit, number: int) -> WelfarePaid:
    """Return the benefit that this entry gave. Raise Http404 if it gave none that stands."""
    for paid in book_of.payments(visit.number):
        if paid.entry == number:
            return paid
    raise Http404


def _still(request: HttpRequest, visit: Visit, number: int) -> WelfarePaid | None:
    """Return the benefit of this entry; None where a form was sent about one that is corrected by now. Raise Http404."""
    try:
        return payment_at(visit, number)
    except Http404:
        if request.method == "POST" and welfare_kind(visit.number, number):
            return None
        raise


def welfare_kind(book: int, number: int) -> bool:
    """Return whether this entry gave welfare, corrected since or not."""
    return journal.kinds_of(book, [number]).get(number) == "fund.welfare_paid"


# -- writing -----------------------------------------------------------------------------------------


def _today() -> date:
    return timezone.localdate()


@visiting(check_can_write_the_book, methods=WRITES)
def pay_in(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write what a member pays into welfare."""
    return write(request, visit, forms.pay_in_form(visit, _today()))


@visiting(check_can_write_the_book, methods=WRITES)
def give(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give welfare; ?asked= names the request that it answers."""
    number = number_asked(request, "asked")
    asked = None if number is None else asked_at(visit, number)
    return write(request, visit, forms.give_form(visit, _today(), asked))


@visiting(check_can_write_the_book, methods=WRITES)
def mend(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Correct a benefit that was typed wrongly."""
    if paid := _still(request, visit, number):
        return write(request, visit, forms.give_form(visit, _today(), mends=paid))
    return redirect("welfare", visit.number)


@visiting(check_can_write_the_book, methods=WRITES)
def strike(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Strike out a benefit that never was."""
    if paid := _still(request, visit, number):
        return write(request, visit, forms.strike_form(visit, paid, _today()))
    return redirect("welfare", visit.number)


@visiting(check_can_ask_for_welfare, methods=WRITES)
def ask(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask for welfare, for oneself; the treasurer writes down any member's request."""
    back = (reverse("welfare", args=[visit.number]), forms.WELFARE)
    return write(request, visit, forms.ask_form(visit, _today(), back))


@visiting(check_can_write_the_book, methods=WRITES)
def decline(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Answer a request without money."""
    asked = asked_at(visit, number)
    return write(request, visit, forms.decline_form(visit, asked, _today()))


@visiting(check_can_write_the_book, methods=WRITES)
def set_rule(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Set a rule; ?rule= names the entry of the one that it follows."""
    wanted = number_asked(request, "rule")
    view = book_of.welfare_rule(visit.number, wanted) if wanted is not None else None
    if wanted is not None and view is None:
        raise Http404
    return write(request, visit, rule_form(visit, _today(), view))


def asked_at(visit: Visit, number: int) -> WelfareAsked:
    """Return the request of this entry. Raise Http404 if it is none."""
    found = book_of.welfare_asked(visit.number, number)
    if found is None:
        raise Http404
    return found
