"""A group whose sheet has every column, and a hand that holds its day."""

from datetime import date

import pytest

from kwan.fund.commands import SetFundRule, hold_savings_day
from kwan.fund.rules.savings_day import Brought, Part, Sheet
from kwan.ids import uuid7
from kwan.journal.rules import Refusal
from tests.fund import lending
from tests.journal.hands import NOW, write

DAY, NEXT = date(2022, 3, 5), date(2022, 4, 5)


def a_group(**rules):
    """Two members, a loan of 5,000 to the first (1,000 and 50 a month), shares at 5 baht, and the group's rules."""
    book = lending.a_loan()
    for name, value in ({"share_price": "5"} | rules).items():
        write(book, SetFundRule(on=date(2022, 1, 1), name=name, value=value, reason="มติที่ประชุม"))
    return book


def whole(**other):
    """A sheet with something in each column."""
    first = Brought("ก01", 10_000, 0, (
        Part("special", 5_300), Part("share", 2_000), Part("welfare", 2_000, "welfare"),
        Part("loan", 105_000, "savings", lending.LOAN), Part("fine", 1_000, "welfare", cause="มาสาย"),
    ))  # fmt: skip
    second = Brought("ก02", 15_000, 0, (Part("welfare", 2_000, "welfare"),), "SLIP-77", "ก01")
    said = {"on": DAY, "brought": (first, second), "counted": 122_300, "others": (("welfare", 3_000),)}
    return Sheet(**(said | other))


def hold(book, sheet, form=None, actor="treasurer"):
    return hold_savings_day(book, sheet, form or uuid7(), actor=actor, at=NOW)


def refusal(act):
    with pytest.raises(Refusal) as refused:
        act()
    return refused.value.code
