"""A group that lends: four members, ten thousand baht saved, and a loan that runs from February to July."""

from datetime import date

from kwan.fund import commands as fund
from kwan.people.commands import Join
from tests.journal.hands import a_book, write

JANUARY, FEBRUARY = date(2022, 1, 20), date(2022, 2, 5)
MEETING = date(2022, 2, 1)
LOAN = "1/2565"


def a_lending_group():
    """Four members who saved 10,000 baht together: entries 1 to 6."""
    book = a_book()
    for member, name in (("ก01", "บัวผัน"), ("ก02", "สมพร"), ("ก03", "อรทัย"), ("ก04", "นิภา")):
        write(book, Join(on=JANUARY, member=member, name=name))
    write(book, fund.Deposit(on=JANUARY, member="ก01", satang=300000))
    write(book, fund.Deposit(on=JANUARY, member="ก02", satang=700000))
    return book


def request(**other):
    """Five thousand baht at 12 % flat, in five months: 1,000 and 50 each."""
    said = {
        "number": LOAN,
        "member": "ก01",
        "principal": 500000,
        "rate": 1200,
        "method": "flat",
        "periods": 5,
    }
    return fund.RequestLoan(**{"on": JANUARY, "guarantors": ("ก02",), "purpose": "ซื้อแหใหม่"} | said | other)


def approve(**other):
    return fund.ApproveLoan(**{"on": MEETING, "number": LOAN, "member": "ก01", "meeting": MEETING} | other)


def repay(on, principal=0, interest=0, fine=0, **other):
    said = {"number": LOAN, "member": "ก01", "purse": "savings"}
    return fund.RepayLoan(
        **said | {"on": on, "principal": principal, "interest": interest, "fine": fine} | other
    )


def a_loan(**terms):
    """Open a lending group and pay a loan out on 5 February: request 7, approval 8, paying out 9."""
    book = a_lending_group()
    write(book, request(**terms))
    write(book, approve())
    write(book, fund.paying_out(book, LOAN, FEBRUARY))
    return book


def of_month(month, day=5):
    return date(2022, month, day)


def rows(*each):
    """Instalments from (month, principal, interest), in satang, on the 5th."""
    return tuple(fund.Instalment(of_month(month), principal, interest) for month, principal, interest in each)
