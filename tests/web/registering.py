"""A small register to be kept on a phone, and the hands that keep it."""

from contextlib import contextmanager
from datetime import timedelta
from html import unescape
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from kwan.catalogue import COMMANDS
from kwan.fund.commands import Deposit
from kwan.ids import uuid7
from kwan.journal.audit import check
from kwan.journal.commands import open_book
from kwan.people.commands import Join, TakeOffice
from tests.web.village import browser, seat, write_all

YESTERDAY = timedelta(days=1)


@contextmanager
def a_register():
    """Three members, the first with 100 baht and the chair. Five entries; a treasurer, a secretary and a facilitator."""
    number = open_book(str(uuid4()), "group", "กลุ่มออม")
    day = timezone.localdate() - 30 * YESTERDAY
    names = ("บัวผัน ใจดี", "สมพร กว๊านงาม", "อรทัย วงศ์ชัย")
    write_all(number, [
        *(Join(on=day, member=f"ก0{n}", name=name, subdistrict=560101, district=5601) for n, name in enumerate(names, 1)),
        Deposit(on=day, member="ก01", satang=10_000), TakeOffice(on=day, member="ก01", office="chair"),
    ])  # fmt: skip
    seat("first", number, "treasurer")
    seat("second", number, "secretary")
    yield number
    assert list(check(COMMANDS)) == []


def send(book, page_, *place, by="first", lang="th", form_id=None, **typed):
    said = {"form_id": str(form_id or uuid7()), **typed}
    return browser(by, lang).post(reverse(page_, args=[book, *place]), said)


def page(answer):
    return unescape(answer.content.decode())


def look(book, name, *place, lang="th"):
    return page(browser("first", lang).get(reverse(name, args=[book, *place])))
