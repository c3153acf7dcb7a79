"""The first page of a group's book: what there is to do, what the group keeps, how it goes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.lessons import queries as lessons
from kwan.market import queries as market
from kwan.people import queries as people
from kwan.production import queries as production
from kwan.web import policy
from kwan.web.notices import notices
from kwan.web.policy import Visit, check_can_look_inside
from kwan.web.views.fund import savings_stairs
from kwan.web.views.market import by_channel
from kwan.web.views.production import checked, dots
from kwan.web.views.visiting import visiting
from kwan.web.views.wellbeing import garden, improved_of
from kwan.wellbeing import queries as wellbeing


@visiting(check_can_look_inside)
def today(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the group's first page."""
    orders, batches = market.orders(visit.number), production.batches(visit.number)
    rounds, day = wellbeing.rounds(visit.number), timezone.localdate()
    improved = improved_of(visit, rounds)
    money = fund.money(visit.number)
    return render(request, "kwan/today.html", {
        "tab": "today",
        "day": day,
        "group": people.group(visit.number, visit.book.name),
        "notices": notices(visit, request.user.get_username(), day, orders, batches, money),
        "money": money,
        "may_write": policy.can_write_the_book(visit),
        "may_begin": policy.can_keep_the_register(visit),
        "held": next(iter(fund.savings_days(visit.number, 1)), None),
        "may_open": policy.is_officer(visit),
        "savings": sum(share.satang for share in money.whose if share.code == "members"),
        "stairs": savings_stairs(visit.number),
        "orders": orders,
        "ordered": sum(order.satang for order in orders),
        "channels": by_channel(visit.number, orders),
        "rounds": rounds,
        "improved": improved,
        "flowers": garden(improved),
        "batches": batches,
        "checked": checked(batches),
        "dots": dots(batches),
        "released": policy.released_upto(visit),
        "replies": lessons.replies(visit.number),
    })  # fmt: skip
