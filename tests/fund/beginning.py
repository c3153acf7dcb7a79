"""A group of three that begins its book in mid-life: its sheet, and who signs it."""

from datetime import date

from kwan.fund import commands as fund
from kwan.fund.rules.opening import BroughtLoan, BroughtMoney, BroughtSavings, BroughtStock
from kwan.ids import uuid7
from kwan.people.commands import Join
from tests.journal.hands import NOW, a_book, write

JOINED, DAY = date(2017, 3, 1), date(2022, 7, 1)
LOAN = BroughtLoan("3/2564", "ก02", 600_000, 1200, 6, date(2022, 7, 15), guarantors=("ก03",))
SAVINGS = (
    BroughtSavings("ก01", 1_000_000, 50_000, 20_000),
    BroughtSavings("ก02", 500_000),
    BroughtSavings("ก03", 300_000),
)
MONEY = (BroughtMoney("savings", 300_000, 900_000), BroughtMoney("welfare", 70_000))
STOCK = (BroughtStock("ผ้า", 12), BroughtStock("ข้าวสาร", 25_000, "g"))


def a_group(members=3, name="กลุ่มออมบ้านเหนือ"):
    book = a_book(name)
    for number in range(1, members + 1):
        write(book, Join(on=JOINED, member=f"ก{number:02d}", name=f"ชื่อ {number}"))
    return book


def sheet(**other):
    said = {"savings": SAVINGS, "money": MONEY, "loans": (LOAN,), "stock": STOCK}
    return fund.AskOpening(**{"on": DAY} | said | other)


def sign(book, asked, actor="chair", form=None):
    return fund.open_books(book, asked, form or uuid7(), actor=actor, at=NOW)


def opened(name="กลุ่มออมบ้านเหนือ", **other):
    """Three members, a sheet written by the treasurer, signed by the chair."""
    book = a_group(name=name)
    sign(book, write(book, sheet(**other), actor="treasurer"))
    return book


def deposit(on, member="ก01", satang=10_000):
    return fund.Deposit(on=on, member=member, satang=satang)
