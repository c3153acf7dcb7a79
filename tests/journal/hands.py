"""What the journal's tests share: a small book, a clock that stands still, and a pen."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from kwan.fund.commands import COMMANDS as FUND
from kwan.fund.commands import Deposit, TellDebt, Withdrawal
from kwan.journal.audit import check
from kwan.journal.commands import Envelope, open_book, record
from kwan.journal.queries import balances, head
from kwan.journal.rules import Refusal
from kwan.people.commands import COMMANDS as PEOPLE
from kwan.people.commands import Join

NOW = datetime(2022, 2, 12, 9, 30, tzinfo=UTC)
DAY = date(2022, 2, 5)
CATALOGUE = {command.kind: command for command in (*PEOPLE, *FUND)}


def a_book(name="กว๊านทะเลซีฟู๊ด"):
    return open_book(str(uuid4()), "group", name)


def envelope(command, **how):
    return Envelope(command, how.pop("id", None) or str(uuid4()), how.pop("actor", "user:1"), NOW, **how)


def write(book, command, **how):
    return record(book, envelope(command, **how))


def refused(book, command, **how):
    """Write what must be refused; return the code of the answer, said in both languages, nothing having been written."""
    before = head(book), balances(book)
    with pytest.raises(Refusal) as refusal:
        write(book, command, **how)
    assert (head(book), balances(book)) == before
    assert refusal.value.th
    assert refusal.value.en
    return refusal.value.code


def deposit(member="ก01", satang=10000, on=DAY, **more):
    return Deposit(on=on, member=member, satang=satang, **more)


def withdrawal(member="ก01", satang=10000, on=DAY):
    return Withdrawal(on=on, member=member, satang=satang)


def a_saving_group():
    """Two members, four deposits, a withdrawal, a debt told and a correction: eight entries."""
    book = a_book()
    write(book, Join(on=DAY, member="ก01", name="บัวผัน ใจดี"))
    write(book, Join(on=DAY, member="ก02", name="สมพร กว๊านงาม"))
    write(book, deposit(satang=15000))
    write(book, deposit("ก02", 20000, note="ออมประจำเดือน"))
    write(book, withdrawal(satang=5000))
    write(book, TellDebt(on=DAY, member="ก02", creditor="สหกรณ์", principal=3500000, rate=750))
    write(book, deposit(satang=12000), corrects=3)
    write(book, deposit("ก02", 10050, on=date(2022, 3, 5)))
    return book


def breaches():
    return [(breach.law, breach.entry) for breach in check(CATALOGUE)]
