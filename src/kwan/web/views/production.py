"""Making: batches with their four checks, one batch, what was bought."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kwan.market import queries as market
from kwan.people import queries as people
from kwan.pictures import Picture, check_dots, dressed
from kwan.production import queries as production
from kwan.production.queries import Batch
from kwan.web.language import lang_now
from kwan.web.policy import Visit, check_can_look_inside
from kwan.web.views.visiting import page_of, visiting
from kwan.web.words.figures import thousandths

BATCHES_ON_A_PAGE: Final = 28


@visiting(check_can_look_inside)
def batches(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the batches, newest first: how many were checked in full, then each."""
    everything = production.batches(visit.number)
    wanted = (
        [batch for batch in everything if not batch.is_checked]
        if request.GET.get("only") == "missing"
        else everything
    )
    page, pages = page_of(request, wanted, BATCHES_ON_A_PAGE)
    return render(request, "kwan/batches.html", {
        "tab": "making",
        "everything": everything,
        "checked": checked(everything),
        "only": request.GET.get("only", ""),
        "page": page,
        "pages": pages,
        "picture": dots(everything),
        "declared": production.parts(visit.number),
    })  # fmt: skip


def checked(batches: list[Batch]) -> int:
    """Return how many batches had every check done."""
    return sum(batch.is_checked for batch in batches)


def dots(batches: list[Batch]) -> Picture | None:
    """Return the batches as dots, oldest first; None where nothing was made."""
    order = [batch.is_checked for batch in reversed(batches)]
    return check_dots(sum(order), len(order), in_order=order, lang=lang_now()) if order else None


@visiting(check_can_look_inside)
def batch(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw one batch, by its entry, with its checks and whoever got dressed for it."""
    found = next((each for each in production.batches(visit.number) if each.entry == number), None)
    if found is None:
        raise Http404
    maker = next((m for m in people.members(visit.number) if m.reference == found.maker), None)
    ordered = (
        next((o for o in market.orders(visit.number) if o.number == found.order), None)
        if found.order
        else None
    )
    passed = [check for check, done in found.checks.items() if done]
    return render(request, "kwan/batch.html", {
        "tab": "making",
        "batch": found,
        "maker": maker,
        "order": ordered,
        "picture": dressed(passed, lang=lang_now()),
    })  # fmt: skip


@visiting(check_can_look_inside)
def purchases(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw what was bought, newest first, and what each material came to."""
    bought = production.purchases(visit.number)
    sums: dict[str, int] = {}
    for each in bought:
        sums[each.material] = sums.get(each.material, 0) + each.satang
    return render(request, "kwan/purchases.html", {
        "tab": "more",
        "rows": [(each, thousandths(each.quantity, lang_now())) for each in bought],
        "sums": sorted(sums.items(), key=lambda pair: -pair[1]),
        "total": sum(sums.values()),
        "news": production.supply(visit.number),
    })  # fmt: skip
