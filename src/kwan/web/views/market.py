"""Who orders from the group: all orders, and one order with what became of it."""

from collections.abc import Iterable, Sequence
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kwan.market import queries as market
from kwan.market.commands import AGENCIES
from kwan.market.queries import Order
from kwan.pictures import Channel, Picture, channels
from kwan.production import queries as production
from kwan.web.language import lang_now
from kwan.web.policy import Visit, check_can_look_inside
from kwan.web.views.visiting import page_of, visiting
from kwan.web.words.codes import word

ORDERS_ON_A_PAGE: Final = 30


@visiting(check_can_look_inside)
def orders(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the orders, newest first: who orders, what waits to be paid, each order."""
    everything = market.orders(visit.number)
    wanted = _chosen(everything, request.GET.get("only", ""))
    page, pages = page_of(request, wanted, ORDERS_ON_A_PAGE)
    return render(request, "kwan/orders.html", {
        "tab": "orders",
        "everything": everything,
        "only": request.GET.get("only", ""),
        "chosen": wanted,
        "page": page,
        "pages": pages,
        "total": sum(order.satang for order in everything),
        "waiting": [order for order in everything if order.owed > 0],
        "owed": sum(order.owed for order in everything),
        "picture": by_channel(visit.number, everything),
    })  # fmt: skip


def _chosen(orders: Sequence[Order], only: str) -> list[Order]:
    """Return the orders of a channel, those that wait to be paid ("waiting"), or all."""
    if only == "waiting":
        return [order for order in orders if order.owed > 0]
    return [order for order in orders if only in ("", order.channel)]


def by_channel(book: int, orders: Iterable[Order]) -> Picture | None:
    """Return the picture of who orders; None where nobody did."""
    sums: dict[str, int] = {}
    for order in orders:
        sums[order.channel] = sums.get(order.channel, 0) + order.satang
    if not sums:
        return None
    lang, page = lang_now(), reverse("orders", args=[book])
    bars = [
        Channel(word("channel", code, lang), satang, code in AGENCIES, f"{page}?only={code}")
        for code, satang in sums.items()
    ]
    return channels(bars, lang=lang)


@visiting(check_can_look_inside)
def order(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw one order, by its entry: what was ordered, delivered, paid, and the batches made for it."""
    found = next((each for each in market.orders(visit.number) if each.entry == number), None)
    if found is None:
        raise Http404
    made = [batch for batch in production.batches(visit.number) if batch.order == found.number]
    return render(request, "kwan/order.html", {"tab": "orders", "order": found, "batches": made})
