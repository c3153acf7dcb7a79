"""A cycle to look at: where it stands, how its sums came about, and what is printed of it."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kwan.fund.queries import bylaws
from kwan.fund.queries.cycle import CycleView, PaidLine, cycle_now, cycles, loans_left
from kwan.fund.queries.cycle import cycle as cycle_of
from kwan.fund.rules.cycle import BUCKETS, Amount, Closing, Portion, rate_of, workings
from kwan.fund.rules.loans import Working
from kwan.people import queries as people
from kwan.thai.baht import baht_text
from kwan.web import policy
from kwan.web.language import Pair, say
from kwan.web.policy import Visit, check_can_look_inside, check_is_officer
from kwan.web.views.books import anybody
from kwan.web.views.visiting import visiting
from kwan.web.words.codes import HANDED_BY

PATH: Final[tuple[tuple[str, Pair, Pair], ...]] = (
    ("proposed", ("เสนอยอด", "Propose"), ("เหรัญญิก", "the treasurer")),
    ("checked", ("ตรวจ", "Check"), ("กรรมการอีกคน", "another officer")),
    ("approved", ("ที่ประชุมรับรอง", "The meeting approves"), ("ที่ประชุมใหญ่", "the general meeting")),
    ("paid", ("จ่ายและเซ็นรับ", "Pay and sign"), ("เหรัญญิกกับสมาชิก", "treasurer and member")),
    ("locked", ("ปิดรอบ", "Lock"), ("เหรัญญิก", "the treasurer")),
)


@dataclass(frozen=True)
class PathStep:
    """One of the five steps as it is drawn; `state` is "done", "now" or "later"."""

    number: int
    name: str
    who: str
    state: str
    on: date | None
    actor: str
    entry: int | None
    note: str


@dataclass(frozen=True)
class PayLine:
    """A member in the list of payments."""

    portion: Portion
    name: str
    paid: PaidLine | None

    @property
    def how(self) -> str:
        """How it was handed over."""
        return say(HANDED_BY[self.paid.how]) if self.paid else ""


@visiting(check_is_officer)
def cycle(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the path by which the newest cycle closes, and what is to be done next."""
    view = cycle_now(visit.number)
    context: dict[str, Any] = {"tab": "more", "may_write": policy.can_write_the_book(visit)}
    if view is None:
        return render(request, "kwan/cycle.html", context)
    lines = pay_lines(visit, view)
    return render(request, "kwan/cycle.html", context | {
        "view": view,
        "path": path_of(view),
        "next": _next(view),
        "earlier": cycles(visit.number)[1:],
        "waiting": [line for line in lines if not line.paid],
        "paid": len([line for line in lines if line.paid]),
        **(figures(visit, view.closing) if view.closing else {}),
    })  # fmt: skip


def _next(view: CycleView) -> str:
    """Return which step comes next: its page's name."""
    following = {"open": "propose", "proposed": "check", "checked": "approve", "locked": "open"}
    return following.get(view.stage, "pay" if view.unpaid else "lock")


def path_of(view: CycleView) -> list[PathStep]:
    """Return the five steps, which are done, and which comes now."""
    done = {"open": 0, "proposed": 1, "checked": 2, "approved": 3 if view.unpaid else 4, "locked": 5}[
        view.stage
    ]
    return [_path_step(view, number, done) for number in range(1, len(PATH) + 1)]


def _path_step(view: CycleView, number: int, done: int) -> PathStep:
    code, name, who = PATH[number - 1]
    is_done = number <= done and not (code == "paid" and view.unpaid)
    step = view.step(code) if is_done else None
    state = (
        "done" if is_done else "now" if number == done + 1 or (code == "paid" and view.unpaid) else "later"
    )
    note = (
        f"{len(view.paid)}/{len([p for p in view.portions if p.total])}"
        if code == "paid" and view.portions
        else ""
    )
    return PathStep(
        number, say(name), say(who), state, step.on if step else None, step.actor if step else "",
        step.entry if step else None, (step.minutes or "") if step else note,
    )  # fmt: skip


def named(visit: Visit) -> dict[str, str]:
    """Return the members' names by their reference."""
    return {member.reference: member.name or member.reference for member in people.members(visit.number)}


def pay_lines(visit: Visit, view: CycleView) -> list[PayLine]:
    """Return what each member is to be handed, and whether it was."""
    names = named(visit)
    portions = (portion for portion in view.portions if portion.total)
    return [PayLine(p, names.get(p.member, p.member), view.paid.get(p.member)) for p in portions]


# -- the sums ----------------------------------------------------------------------------------------


def told(working: Working) -> list[tuple[str, int]]:
    """Return the lines of a working in the language of the page."""
    return [(say((th, en)), satang) for th, en, satang in working]


def percent(figure: Fraction) -> str:
    """Write a per cent with two decimals."""
    return f"{round(figure * 100) / 100:.2f}"


def figures(visit: Visit, closing: Closing) -> dict[str, Any]:
    """Return the sums of a closing, of the whole group, and how each came about."""
    outcome, price = closing.outcome, bylaws(visit.number).share_price
    value = workings.value_of_a_share(closing, price)
    return {
        "closing": closing,
        "profit": closing.sums.profit,
        "profit_lines": told(workings.profit_working(closing)),
        "asset_lines": told(workings.assets_working(closing)),
        "assets": closing.sums.assets,
        "owner_lines": told(workings.owners_working(closing)),
        "pool": outcome.pool,
        "pool_lines": told(workings.pool_working(closing)),
        "buckets": [(bucket_name(bucket), bucket.satang, _of_the_pool(bucket, closing)) for bucket in outcome.buckets],
        "rules": [(say(what), say(how)) for what, how in workings.rules_told(closing)],
        "rate": percent(rate_of(closing)) if closing.terms.way == "yearly" else "",
        "return_on_savings": percent(workings.return_on_savings(closing)),
        "share_price": price,
        "share_value": int(value) if value else None,
    }  # fmt: skip


def bucket_name(bucket: Amount) -> str:
    """Return what a part of the profit is called."""
    return say(BUCKETS[bucket.name])


def _of_the_pool(bucket: Amount, closing: Closing) -> str:
    profit = closing.sums.profit
    return percent(Fraction(100 * bucket.satang, profit)) if profit > 0 else ""


def view_of(visit: Visit, number: int) -> CycleView:
    """Return a cycle of which a closing stands. Raise Http404 for another."""
    view = cycle_of(visit.number, number)
    if view is None or view.closing is None:
        raise Http404
    return view


def closing_at(visit: Visit, number: int) -> tuple[CycleView, Closing]:
    """Return a cycle and its closing. Raise Http404 where there is none."""
    view = view_of(visit, number)
    if view.closing is None:
        raise Http404
    return view, view.closing


@visiting(check_is_officer)
def sums(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw how a closing came about. What each sum is made of is for the treasurer, for it tells of loans."""
    view, closing = closing_at(visit, number)
    sees = policy.can_see_arrears(visit)
    lines = [
        {"name": line.name, "member": line.portion.member, "total": line.portion.total,
         **(_made_of(closing, line.portion) if sees else {})}
        for line in pay_lines(visit, view)
    ]  # fmt: skip
    return render(request, "kwan/cycle_sums.html", {
        "tab": "more", "view": view, "lines": lines, "sees": sees, "paid_out": closing.outcome.paid, **figures(visit, closing),
    })  # fmt: skip


def _made_of(closing: Closing, portion: Portion) -> dict[str, Any]:
    stake = closing.stake(portion.member)
    return {
        "made_of": told(workings.portion_working(portion)),
        "months": told(workings.dividend_working(closing, stake)),
        "dividend": portion.dividend,
        "shares": [
            (say(share.words), share.whole, percent(Fraction(100 * share.weight, share.total)))
            for share in workings.shares_of(closing, stake)
        ],
    }  # fmt: skip


# -- on paper ----------------------------------------------------------------------------------------


@visiting(check_can_look_inside)
def minutes(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw the minutes to be signed: sums and rules, and nobody's name."""
    view, closing = closing_at(visit, number)
    return render(request, "kwan/cycle_minutes.html", {
        "tab": "more",
        "view": view,
        "approved": view.step("approved"),
        "checked": view.step("checked"),
        "proposed": view.step("proposed"),
        "members": len([portion for portion in closing.outcome.portions if portion.total]),
        "paid_out": closing.outcome.paid,
        "in_words": baht_text(f"{closing.outcome.paid // 100}.{closing.outcome.paid % 100:02d}"),
        "is_officer": policy.is_officer(visit),
        **figures(visit, closing),
    })  # fmt: skip


@visiting(check_is_officer)
def pay_list(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw the list on which members sign: a name, a sum, a line to sign on."""
    view, closing = closing_at(visit, number)
    return render(request, "kwan/cycle_list.html", {
        "tab": "more", "view": view, "closing": closing, "lines": pay_lines(visit, view),
        "paid_out": closing.outcome.paid, "approved": view.step("approved"),
    })  # fmt: skip


def taken_off(visit: Visit, view: CycleView, closing: Closing, member: str) -> int:
    """Return what of a member's sum repays their loan (satang), or did."""
    paid = view.paid.get(member)
    if paid:
        return paid.repaid
    if (closing.terms.way, closing.terms.loans) != ("share_out", "net"):
        return 0
    return sum(satang for _, satang in loans_left(visit.number, member, closing.until))


@visiting(anybody)
def slip(request: HttpRequest, visit: Visit, number: int, member: str) -> HttpResponse:
    """Draw a member's own slip: between the treasurer and that member, for it tells of their loans."""
    policy.check_can_see_loan_of(visit, member)
    view, closing = closing_at(visit, number)
    portion = closing.portion(member)
    if portion is None or not portion.total or view.stage not in ("approved", "locked"):
        raise Http404
    paid = view.paid.get(member)
    kept = taken_off(visit, view, closing, member)
    return render(request, "kwan/cycle_slip.html", {
        "tab": "more", "view": view, "closing": closing, "portion": portion, "member": member,
        "name": named(visit).get(member, member), "paid": paid, "how": say(HANDED_BY[paid.how]) if paid else "",
        "kept": kept, "handed": portion.total - kept, "approved": view.step("approved"), "today": timezone.localdate(),
        "in_words": baht_text(f"{portion.total // 100}.{portion.total % 100:02d}"),
        "rules": [(say(what), say(how)) for what, how in workings.rules_told(closing)],
        "may_write": policy.can_write_the_book(visit), **_made_of(closing, portion),
    })  # fmt: skip
