"""Phones that were paired and cards that were made, for tests of the way in."""

import re
from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import uuid4

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from kwan.journal.commands import open_book
from kwan.people.commands import DescribeGroup, Join
from tests.web.village import PROJECT, START, a_project, browser, member, name, seat, write_all

PIN, NOT_IT = "482915", "907465"


def a_small_village():
    """Two groups of five in one project, and who sits there; nothing else was ever written."""
    group, other = (a_small_group(title) for title in ("กลุ่มปลาส้ม", "อีกกลุ่มของโครงการ"))
    for number, role in enumerate(("treasurer", "chair", "secretary", "member"), 1):
        seat(role, group, role, member(number))
    seat("neighbour", other, "treasurer")
    seat("facilitator", a_project(), "facilitator")
    return SimpleNamespace(group=group, unreleased=other)


def a_small_group(title):
    book = open_book(str(uuid4()), "group", title)
    people = [Join(on=START, member=member(number), name=name(number)) for number in range(1, 6)]
    write_all(book, [DescribeGroup(on=START, project=PROJECT), *people])
    return book


def text(answer):
    return answer.content.decode()


def phones_page(village):
    return reverse("phones", args=[village.group])


def link_from(village, opener="facilitator", whose="treasurer"):
    """The link behind the square that somebody opens for an officer's phone."""
    user = User.objects.get(username=whose).pk
    page = text(browser(opener).post(reverse("pairing", args=[village.group]), {"user": user}))
    return re.search(r"http://testserver(/pair/[^<]+)<", page)[1]


def a_phone(village, pin=PIN, whose="treasurer"):
    """A phone that was paired; its owner is in."""
    phone = Client()
    phone.post(link_from(village, whose=whose))
    phone.post("/pin/new/", {"pin": pin, "again": pin})
    return phone


def come_back(phone, pin=PIN, then=""):
    phone.cookies.pop("sessionid", None)
    return phone.post("/pin/", {"pin": pin, "next": then})


def cards_made(village, *members, by="treasurer"):
    """Make cards as an officer; return the address on each and its start digits."""
    page = text(
        browser(by).post(
            reverse("cards", args=[village.group]), {"member": members, "form_id": str(len(members))}
        )
    )
    digits = [
        one.replace("\N{NO-BREAK SPACE}", "").replace("&nbsp;", "")
        for one in re.findall(r"<b>(\d{3}(?:&nbsp;|\s)\d{3})</b>", page)
    ]
    return page, digits


def a_card(village, who=1, form="form"):
    """The token of a new card, and its start digits."""
    from kwan.people.entrance.cards import make_card

    card = make_card(village.group, member(who), form, at=datetime.now(UTC), by="treasurer")
    return card.token, card.start_pin


def came_in(village, door, form="form"):
    if door == "phone":
        return a_phone(village)
    token, start = a_card(village, form=form)
    client = Client()
    client.get(f"/card/{token}/")
    client.post("/card/new/", {"before": start, "pin": PIN, "again": PIN})
    return client
