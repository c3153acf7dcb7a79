"""Ways out of debts, laid side by side: what follows from each. Nothing is advised."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kwan.fund.commands import KeepPlan
from kwan.fund.queries.household import Household, HouseholdPlan
from kwan.fund.queries.household_debts import group_loans
from kwan.fund.rules.debts import Debt
from kwan.fund.rules.outside_debts import ROUTES, Out, Route, ways_out
from kwan.pictures import Course, Picture, ways
from kwan.quantities import format_baht
from kwan.web.forms.boxes import Reading, plain_baht
from kwan.web.forms.household import REASONS, Form, form_of, refused, write
from kwan.web.forms.sent import WRITES
from kwan.web.language import lang_now, say
from kwan.web.policy import Visit, check_can_see_own_page
from kwan.web.views.household import own_book
from kwan.web.views.household_debts import GROUPS_OWN
from kwan.web.views.visiting import visiting
from kwan.web.words import household as words

TITLE: Final = ("หนี้ที่เหลือตามแต่ละทาง", "What is left to owe, by way")
KEPT: Final = ("เก็บแผนแล้ว", "The plan is kept")
MOST_EXTRA: Final = 10**9


@dataclass(frozen=True)
class Laid:
    """Debts laid beside each other for a plan: by the name the simulation knows them, and what they are called."""

    debts: list[Debt]
    names: dict[str, str]
    without_price: list[str]
    without_payment: list[str]


@visiting(check_can_see_own_page, methods=WRITES)
def plan(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw what follows from each way, or keep one. What is typed is only reckoned with until one is kept."""
    book, today = own_book(visit), timezone.localdate()
    typed = request.POST.dict() if request.method == "POST" else request.GET.dict()
    form = form_of(request, **(typed if "extra" in typed else _as_kept(book.plan)))
    reading = Reading(form.typed, today)
    asked = _asked(reading)
    if request.method == "POST":
        try:
            reading.check()
            write(request, visit, form, _command(str(visit.member), reading, asked))
        except REASONS as reason:
            return _drawn(request, visit, book, refused(form, reading, reason), asked)
        messages.success(request, say(KEPT))
        return redirect("household-plan", visit.number)
    if reading.wrong:
        form = Form(form.id, form.typed, {name: say(pair) for name, pair in reading.wrong.items()})
    return _drawn(request, visit, book, form, asked)


@dataclass(frozen=True)
class Asked:
    """What a plan reckons with: satang more a month, whether the group's own loan is in it, the household's own order."""

    extra: int
    with_group: bool
    own: tuple[str, ...]


def _asked(reading: Reading) -> Asked:
    extra = min(reading.baht("extra"), MOST_EXTRA)
    places = {
        name.removeprefix("place-"): reading.text(name) for name in reading.typed if name.startswith("place-")
    }
    ranked = sorted(
        (int(place), name)
        for name, place in places.items()
        if place.isascii() and place.isdigit() and len(place) < 4  # noqa: PLR2004 - a place
    )
    return Asked(extra, bool(reading.text("with_group")), tuple(name for _, name in ranked))


def _command(member: str, reading: Reading, asked: Asked) -> KeepPlan:
    route = reading.text("route")
    return KeepPlan(
        on=reading.today, member=member, route=ROUTES.index(route) if route in ROUTES else None, extra=asked.extra,
        own=",".join(asked.own) or None, with_group=1 if asked.with_group else None,
    )  # fmt: skip


def _as_kept(kept: HouseholdPlan | None) -> dict[str, str]:
    if kept is None:
        return {}
    places = {f"place-{name}": str(place) for place, name in enumerate(kept.own, 1)}
    return {"extra": plain_baht(kept.extra), **places} | ({"with_group": "1"} if kept.with_group else {})


def laid(visit: Visit, book: Household, *, with_group: bool) -> Laid:
    """Return the running debts of a household as the simulation takes them; the group's own loan where it is wanted."""
    debts = [
        Debt(str(debt.number), Decimal(debt.balance) / 100, debt.yearly or 0, Decimal(debt.a_month) / 100)
        for debt in book.running
    ]
    names = {str(debt.number): debt.creditor for debt in book.running}
    for loan in group_loans(visit.number, book.member) if with_group else ():
        debts.append(
            Debt(f"g{loan.entry}", Decimal(loan.balance) / 100, loan.yearly, Decimal(loan.a_month) / 100)
        )
        names[f"g{loan.entry}"] = f"{say(GROUPS_OWN)} {loan.number}"
    return Laid(
        debts, names, [debt.creditor for debt in book.running if debt.yearly is None],
        [debt.creditor for debt in book.running if not debt.a_month],
    )  # fmt: skip


def _drawn(request: HttpRequest, visit: Visit, book: Household, form: Form, asked: Asked) -> HttpResponse:
    together = laid(visit, book, with_group=asked.with_group)
    own = [name for name in asked.own if name in together.names]
    places = {name: place for place, name in enumerate(own, 1)}
    context = {
        "tab": "more",
        "form": form,
        "asked": asked,
        "plan": book.plan,
        "kept_route": words.route(book.plan.route) if book.plan else "",
        "has_loans": bool(group_loans(visit.number, book.member)),
        "order": [(name, together.names[name], places.get(name)) for name in together.names],
        "numbers": range(1, len(together.names) + 1),
        "without_price": together.without_price,
        "without_payment": together.without_payment,
        **ways_shown(together, asked.extra, own),
    }
    return render(request, "kwan/household_plan.html", context, status=form.status)


def ways_shown(together: Laid, extra: int, own: list[str]) -> dict[str, Any]:
    """Return each way with what follows from it, and all of them as one picture."""
    if not together.debts:
        return {"outs": [], "picture": None}
    found = ways_out(together.debts, extra, own)
    first = found[0]
    return {
        "outs": [_way(out, first, together) for out in found],
        "picture": _picture(found),
        "budget": int(sum((Decimal(debt.minimum) for debt in together.debts), Decimal(0)) * 100),
    }


def _way(out: Out, first: Out, together: Laid) -> dict[str, Any]:
    return {
        "route": out.route,
        "name": words.route(out.route),
        "about": say(words.ABOUT_ROUTES[out.route]),
        "months": out.months,
        "length": words.length(out.months) if out.months is not None else "",
        "interest": out.interest,
        "ends": [(together.names[name], words.length(month)) for name, month in out.ends],
        "never": [together.names[name] for name in out.never],
        "difference": difference(out, first),
    }


def difference(out: Out, first: Out) -> str:
    """Say how a way differs from paying only what must be paid; empty for that one, and where one of them never ends."""
    if out is first or None in (out.months, first.months) or out.interest is None or first.interest is None:
        return ""
    months, satang = (first.months or 0) - (out.months or 0), first.interest - out.interest
    if not months and not satang:
        return say(("เท่ากับทางแรก", "The same as the first way"))
    n = abs(months)
    sooner = (
        f"{'เร็วกว่า' if months > 0 else 'ช้ากว่า'} {n} เดือน",
        f"{n} month{'s' * (n != 1)} {'sooner' if months > 0 else 'later'}",
    )
    less = (
        f"ดอกเบี้ย{'น้อยกว่า' if satang >= 0 else 'มากกว่า'} {format_baht(abs(satang), 2)} บาท",
        f"{format_baht(abs(satang), 2)} baht {'less' if satang >= 0 else 'more'} interest",
    )
    return say((f"{sooner[0]} {less[0]}", f"{sooner[1]}, {less[1]}")) if months else say(less)


def _picture(found: list[Out]) -> Picture | None:
    if all(out.months is None for out in found):
        return None
    courses = [Course(words.route(out.route), out.owed, words.comes_to(out)) for out in found]
    return ways(courses, TITLE, lang=lang_now())


def kept_way(visit: Visit, book: Household) -> dict[str, Any] | None:
    """Return the way that the household chose and where it leads today, None before one is chosen."""
    if book.plan is None:
        return None
    together = laid(visit, book, with_group=book.plan.with_group)
    own = [name for name in book.plan.own if name in together.names]
    route: Route = book.plan.route if book.plan.route != "own" or own else "avalanche"
    found = ways_out(together.debts, book.plan.extra, own)
    chosen = next(out for out in found if out.route == route)
    return {"plan": book.plan, **_way(chosen, found[0], together)}
