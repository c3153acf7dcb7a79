"""Loans to look at: all of them, one whole, and the agreement on paper."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.fund.queries import LoanLine, LoanView
from kwan.fund.rules import dues
from kwan.fund.rules.agreement import Agreement, Instalment, frozen, interest_of, principal_of, reckon
from kwan.fund.rules.portfolio import LateLoan, Portfolio, late_loans
from kwan.journal import queries as journal
from kwan.people import queries as people
from kwan.thai import Refused
from kwan.thai.baht import baht_text
from kwan.web.forms.loan_steps import FORM_OF, offered
from kwan.web.policy import (
    Visit,
    can_see_arrears,
    can_write_the_book,
    check_can_look_inside,
    check_can_see_loan_of,
)
from kwan.web.views.books import anybody
from kwan.web.views.visiting import page_of, visiting
from kwan.web.words import loans as words

SOON: Final = 14  # days ahead that count as soon
FEWEST: Final = 5  # borrowers behind a figure of the whole group
ON_A_PAGE: Final = 40
REQUESTED: Final = "fund.loan_requested"


@dataclass(frozen=True)
class Line:
    """A loan in the list, with whose it is and what comes next."""

    loan: LoanLine
    name: str
    next: Instalment | None
    due: int
    days_late: int

    @property
    def stage(self) -> str:
        """Where it stands."""
        return words.stage(self.loan.state)


@visiting(check_can_look_inside)
def loans(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw all loans: what is due soon, those that run, those that wait, those that ended, and how much is at risk.

    Whoever is not the group's treasurer sees what is lent in all, and nobody's loan: a schedule with its
    paid lines would tell who is behind.
    """
    today = timezone.localdate()
    found = fund.loans(visit.number)
    names = names_of(visit)
    lines = [_line(loan, names, today) for loan in found]
    running = [line for line in lines if line.loan.standing.is_running]
    sees = can_see_arrears(visit)
    bands, late = at_risk(visit, running, today)
    shown = lines if sees else []
    ended, pages = page_of(request, [line for line in reversed(shown) if _is_over(line.loan)], ON_A_PAGE)
    return render(request, "kwan/loans.html", {
        "tab": "more",
        "today": today,
        "lines": lines,
        "soon": _soon(running, today) if sees else [],
        "running": running if sees else [],
        "waiting": [line for line in shown if line.loan.state in ("requested", "approved")],
        "ended": ended,
        "pages": pages,
        "running_many": any(line.loan.balance for line in running),
        "lent": sum(line.loan.balance for line in running),
        "sees": sees,
        "at_risk": bands,
        "late": late,
        "may_write": can_write_the_book(visit),
    })  # fmt: skip


def _line(loan: LoanLine, names: dict[str, str], today: date) -> Line:
    due = dues.due_on(loan.standing, today)
    coming = dues.next_instalment(loan.standing, today)
    return Line(loan, names.get(loan.member, loan.member), coming, due.total, due.days_late)


def _is_over(loan: LoanLine) -> bool:
    return not loan.standing.is_running and loan.state not in ("requested", "approved")


def _soon(running: list[Line], today: date) -> list[Line]:
    """Return what falls due within a fortnight, the earliest first, and before it what waits since earlier."""
    until = today + timedelta(days=SOON)
    soon = [line for line in running if (line.next and line.next.due <= until) or line.days_late]
    return sorted(soon, key=lambda line: (-line.days_late, line.next.due if line.next else today))


@dataclass(frozen=True)
class Band:
    """One band of the portfolio at risk: its share, and for the treasurer how many loans and how much (satang)."""

    days: int
    share: str
    loans: int = 0
    satang: int = 0


@dataclass(frozen=True)
class LateLine:
    """A loan at risk and whose it is, for the treasurer alone."""

    line: Line
    late: LateLoan


def at_risk(visit: Visit, running: list[Line], today: date) -> tuple[list[Band], list[LateLine]]:
    """Return the portfolio at risk by band, and for the treasurer each loan behind it.

    For others nothing while fewer than five members' loans run: a share of so few would tell who is behind. Their
    shares are whole per cents, and no sum stands beside them, so that no balance can be recognised.
    """
    lent = [line for line in running if line.loan.balance]
    whole = fund.par(visit.number, today)
    if can_see_arrears(visit) and lent:
        late = late_loans((line.loan.standing for line in lent), today)
        bands = [
            Band(
                one.days,
                _share(whole, one.days, 2),
                sum(each.counts_in(one.days) for each in late),
                one.satang,
            )
            for one in whole.at_risk
        ]
        return bands, [LateLine(lent[one.place], one) for one in late]
    if len({line.loan.member for line in lent}) < FEWEST:
        return [], []
    return [Band(one.days, _share(whole, one.days, 0)) for one in whole.at_risk], []


def _share(whole: Portfolio, days: int, places: int) -> str:
    """Write a band's share of all that is lent in per cent, to so many places."""
    share = whole.share(days) or Fraction(0)
    percent = Decimal(share.numerator * 100) / share.denominator
    return words.per_cent(percent) if places else f"{percent:.0f}"


def names_of(visit: Visit) -> dict[str, str]:
    """Return what each member is called; the reference where a name was erased."""
    return {m.reference: m.name or m.reference for m in people.members(visit.number)}


def _standing(visit: Visit, number: int) -> int:
    """Return the request that stands in the place of this one."""
    while journal.kinds_of(visit.number, [number]).get(number) == REQUESTED:
        mended = journal.entry(visit.number, number).corrected_by
        if mended is None:
            break
        number = mended
    return number


def loan_at(visit: Visit, number: int) -> LoanView:
    """Return the loan that this entry asked for; a request that was mended leads to what stands instead. Raise Http404."""
    number = _standing(visit, number)
    for line in fund.loans(visit.number):
        found = fund.loan(visit.number, line.number) if line.entry == number else None
        if found:
            return found
    raise Http404


@visiting(anybody)
def loan(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw one loan: how it stands, its schedule, what it truly costs, what happened."""
    found = loan_at(visit, number)
    check_can_see_loan_of(visit, found.member)
    today = timezone.localdate()
    due = found.due(today)
    settling = found.settled_by(today)
    return render(request, "kwan/loan.html", {
        "tab": "more",
        "loan": found,
        "steps": [(name, form) for name, form in offered(found)] if can_write_the_book(visit) else [],
        "due": due,
        "due_steps": words.told(due.working),
        "next": found.next(today),
        "balance_steps": words.told(found.steps),
        "settling": settling if found.standing.is_running else None,
        "settling_steps": words.told(found.settling_steps(today)),
        "history": [(line, words.step(line.step), line.step in FORM_OF) for line in found.history],
        "may_write": can_write_the_book(visit),
        **terms_of(visit, found, today),
    })  # fmt: skip


def terms_of(visit: Visit, loan: LoanView, today: date) -> dict[str, Any]:
    """Return what was agreed, in words; before the money is handed out the schedule is as if that were today."""
    names = names_of(visit)
    plan = loan.schedule or expected(loan.agreed, today)
    rows = [Instalment(row.due, row.principal, row.interest) for row in plan]
    return {
        "stage": words.stage(loan.state),
        "borrower": names.get(loan.member, loan.member),
        "guarantors": [(reference, names.get(reference, reference)) for reference in loan.guarantors],
        "method": words.method(loan.agreed.method),
        "rhythm": words.rhythm(loan.agreed.every),
        "rate": words.per_cent(Decimal(loan.agreed.rate) / 100),
        "true_rate": words.per_cent(_true_rate(loan, today)),
        "schedule": plan,
        "is_frozen": bool(loan.schedule),
        "interest": interest_of(rows),
        "principal": principal_of(rows),
        "all_of_it": principal_of(rows) + interest_of(rows),
    }


def _true_rate(loan: LoanView, today: date) -> Decimal:
    if loan.true_yearly_rate is not None:
        return loan.true_yearly_rate
    try:
        return reckon(loan.agreed, today).true_yearly_rate
    except Refused:  # days of the group's own that have passed: no schedule begins today
        return Decimal(loan.agreed.rate) / 100


def expected(agreed: Agreement, start: date) -> list[fund.ScheduleLine]:
    """Return the schedule that would hold if the money were handed out on this day; nothing where none would."""
    try:
        return schedule_lines(frozen(reckon(agreed, start)))
    except Refused:
        return []


def schedule_lines(rows: tuple[Instalment, ...]) -> list[fund.ScheduleLine]:
    """Return a schedule of which nothing is paid yet."""
    left, lines = principal_of(rows), []
    for row in rows:
        left -= row.principal
        lines.append(fund.ScheduleLine(row.due, row.principal, row.interest, 0, 0, left))
    return lines


@visiting(anybody)
def paper(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw the agreement that the borrower signs, for a sheet of A4."""
    found = loan_at(visit, number)
    check_can_see_loan_of(visit, found.member)
    today = timezone.localdate()
    terms = terms_of(visit, found, today)
    lent = found.standing.paid_out or found.agreed.principal
    return render(request, "kwan/loan_paper.html", {
        "tab": "more",
        "words": people.words_on_paper(visit.number),
        "loan": found,
        "on": found.standing.since or today,
        "in_words": in_words(lent),
        "sum": lent,
        "is_anew": any(line.step == "rescheduled" for line in found.history),
        "agreed_on": next((line.meeting for line in found.history if line.step == "approved"), None),
        **terms,
    })  # fmt: skip


def in_words(satang: int) -> str:
    """Write a sum out in Thai words, as a paper must."""
    return baht_text(f"{satang // 100}.{satang % 100:02d}")
