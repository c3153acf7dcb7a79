"""The rules by which a group lends: to read for all its people, set by the treasurer as a meeting decided."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.fund.rules.bylaws import NONE
from kwan.fund.rules.dues import read_order
from kwan.web.forms.loan_rules import OF_LENDING, order_told, rules_form
from kwan.web.forms.sent import WRITES
from kwan.web.forms.writing import was_written, write
from kwan.web.language import Pair, say
from kwan.web.policy import (
    Visit,
    can_look_inside,
    can_write_the_book,
    check_can_see_rules_of_lending,
    check_can_write_the_book,
)
from kwan.web.views.visiting import visiting

SHORT: Final = 12
NO_RULE: Final[Pair] = ("ไม่กำหนด", "no rule")


@dataclass(frozen=True)
class RuleTold:
    """One rule in words. `entry` and `reason` are None where the group never set it."""

    label: str
    value: str
    entry: int | None
    reason: str | None

    @property
    def is_short(self) -> bool:
        """Does it fit on one line of a phone?"""
        return len(self.value) <= SHORT


def _told(line: fund.BylawLine) -> RuleTold:
    value = say(NO_RULE) if line.value == NONE else line.value
    if line.name == "loan_repayment_order":
        value = say(order_told(read_order(line.value)))
    return RuleTold(say((line.th, line.en)), value, line.entry, line.reason)


@visiting(check_can_see_rules_of_lending)
def rules(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the rules as they hold, with who decided them."""
    lines = [line for line in fund.bylaw_lines(visit.number) if line.name in OF_LENDING]
    return render(request, "kwan/loan_rules.html", {
        "tab": "more",
        "rules": [_told(line) for line in lines],
        "sees_entries": can_look_inside(visit),
        "may_write": can_write_the_book(visit),
    })  # fmt: skip


@visiting(check_can_write_the_book, methods=WRITES)
def set_rules(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Set the rules; a form that was written already leads to the rules as they hold."""
    if request.method == "POST" and was_written(request, visit):
        return redirect("loan-rules", visit.number)
    return write(request, visit, rules_form(visit, timezone.localdate()))
