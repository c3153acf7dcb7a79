"""A group that closes its cycles: hands that open, propose, check, approve and pay."""

from datetime import date
from uuid import uuid4

import pytest

from kwan.fund import commands as fund
from kwan.fund.queries.cycle import cycle_terms
from kwan.journal import queries as journal
from kwan.journal.rules import Refusal
from kwan.people.commands import Join
from tests.journal.hands import NOW, a_book, write

FIRST, LAST, MEETING = date(2022, 1, 1), date(2022, 12, 31), date(2023, 1, 10)
TREASURER, CHAIR = "เหรัญญิก", "ประธาน"


def rule(book, name, value, on=FIRST):
    write(book, fund.SetFundRule(on=on, name=name, value=value, reason="มติที่ประชุม 1/2565"))


def a_cycle(members=2, **rules):
    """Members ก01 … of a group whose first cycle began with the year 2565, with these rules."""
    book = a_book()
    for number in range(1, members + 1):
        write(book, Join(on=date(2021, 12, 1), member=f"ก{number:02}", name=f"คนที่ {number}"))
    for name, value in rules.items():
        rule(book, name, value)
    write(book, fund.OpenCycle(on=FIRST, cycle=1))
    return book


def save(book, member, satang, on, **more):
    return write(book, fund.Deposit(on=on, member=member, satang=satang, **more))


def lend(book, member, number, principal, on=date(2022, 2, 1)):
    """A flat loan of five months at 12 % a year, paid out of the savings purse."""
    who = {"number": number, "member": member}
    write(book, fund.RequestLoan(on=on, principal=principal, rate=1200, method="flat", periods=5, **who))
    write(book, fund.ApproveLoan(on=on, meeting=on, **who))
    write(book, fund.paying_out(book, number, on))


def repay(book, member, number, on, **parts):
    write(book, fund.RepayLoan(on=on, number=number, member=member, purse="savings", **parts))


def propose(book, until=LAST, on=MEETING, cycle=1, **how):
    command = fund.proposing(book, cycle, until, on, how.pop("terms", None) or cycle_terms(book))
    return write(book, command, actor=TREASURER, **how)


def check(book, proposal, on=MEETING, actor=CHAIR, cycle=1):
    return write(book, fund.CheckCycle(on=on, cycle=cycle, proposal=proposal), actor=actor)


def approve(book, on=MEETING, cycle=1):
    return write(book, fund.approving(book, cycle, on, on, "1/2566 ข้อ 4", "ทุกคนเห็นชอบ"), actor=CHAIR)


def agreed(book, until=LAST, on=MEETING, cycle=1):
    """Take a cycle all the way to a meeting's approval."""
    check(book, propose(book, until, on, cycle), on, cycle=cycle)
    return approve(book, on, cycle)


def pay(book, member, how="cash", on=MEETING, form=None, actor=TREASURER):
    handing = fund.Handing(1, member, on, how, "ใบจ่าย 1")
    return fund.pay_portion(book, handing, form or uuid4(), actor=actor, at=NOW)


def lock(book, until=LAST, on=MEETING, cycle=1):
    return write(book, fund.LockCycle(on=on, cycle=cycle, until=until), actor=TREASURER)


def refused(step, *args, **how):
    with pytest.raises(Refusal) as reason:
        step(*args, **how)
    return reason.value.code


def of_month(month, day=5):
    return date(2022, month, day)


def a_year_of_savings(**rules):
    """Three members, a loan that came back with 250 baht of interest and 50 of fines; two of them had it."""
    book = a_cycle(3, **rules)
    save(book, "ก01", 600_000, FIRST)
    save(book, "ก02", 300_000, of_month(6, 30))
    save(book, "ก03", 100_000, of_month(12))
    lend(book, "ก01", "1/2565", 500_000, of_month(2))
    for month in (3, 4, 5, 6, 7):
        repay(book, "ก01", "1/2565", of_month(month), principal=100_000, interest=5_000, fine=1_000)
    return book


def where(book, *codes):
    stands = journal.balances(book)
    return [stands.get(code, 0) for code in codes]
