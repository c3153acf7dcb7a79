"""A group whose savings sheet has every column, and a hand that sends it."""

import re
from datetime import timedelta
from html import unescape
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from kwan.fund.commands import ApproveLoan, Deposit, PayIntoWelfare, RequestLoan, SetFundRule, paying_out
from kwan.ids import uuid7
from kwan.journal.commands import open_book
from kwan.people.commands import Join
from tests.web.village import browser, seat, write_all

LAST = timedelta(days=30)
ALL = "regular,special,share,welfare,loan,fine,transfer,carried"


def rules(book, **values):
    on = timezone.localdate() - timedelta(days=90)
    write_all(book, [SetFundRule(on=on, name=n, value=v, reason="มติ") for n, v in values.items()])


def a_group_with_columns():
    """Three members, a loan of 1,000 to the second; last month 100 regular, 20 in shares and 10 for welfare each."""
    number, day = open_book(str(uuid4()), "group", "กลุ่มออม"), timezone.localdate() - LAST
    everybody = [f"ก0{n}" for n in (1, 2, 3)]
    write_all(number, [Join(on=day - LAST, member=m, name=f"ชื่อ{m[-1]} สกุล") for m in everybody])
    rules(number, savings_columns=ALL, share_price="5", two_signatures_above="500", fines_into="welfare")
    write_all(number, [Deposit(on=day - LAST, member="ก03", satang=200_000)])
    lent = {"principal": 100_000, "rate": 1200, "method": "flat", "periods": 5, "guarantors": ("ก03",)}
    write_all(number, [RequestLoan(on=day - LAST, number="1/69", member="ก02", **lent)])
    write_all(number, [ApproveLoan(on=day - LAST, number="1/69", member="ก02", meeting=day - LAST)])
    write_all(number, [paying_out(number, "1/69", timezone.localdate() - timedelta(days=31))])
    for member in everybody:
        write_all(number, [
            Deposit(on=day, member=member, satang=10_000), Deposit(on=day, member=member, satang=2_000, sort="share"),
            PayIntoWelfare(on=day, member=member, satang=1_000),
        ])  # fmt: skip
    for name, role in (("first", "treasurer"), ("chair", "chair"), ("guide", "facilitator")):
        seat(name, number, role)
    return number


def send(book, username="first", lang="th", name="savings-day", number=None, **typed):
    said = {"form_id": str(uuid7()), "act": "post", **{k.replace("__", "/"): v for k, v in typed.items()}}
    said = {re.sub(r"_(?=ก0)", "-", k): v for k, v in said.items()}
    args = [book] if number is None else [book, number]
    return browser(username, lang).post(reverse(name, args=args), said)


def page(answer):
    return unescape(answer.content.decode())


def open_page(username, name, *args):
    return browser(username).get(reverse(name, args=args))


def welfare(sum_):
    return {"counted-welfare": sum_}
