"""What members told in confidence is seen of five or more, or not at all."""

import pytest

from kwan.fund.commands import TellDebt
from kwan.fund.queries import DebtsOverview, debts_overview
from kwan.people.commands import Erase, Join, erase
from tests.journal.hands import DAY, a_book, envelope, write

pytestmark = pytest.mark.django_db


def told(*principals):
    book = a_book()
    for number, principal in enumerate(principals, 1):
        write(book, Join(on=DAY, member=f"ก{number:02}", name="สมาชิก"))
        write(book, TellDebt(on=DAY, member=f"ก{number:02}", principal=principal))
    return book


def test_of_four_members_nothing_is_seen():
    assert debts_overview(told(100, 200, 300, 400)) is None


def test_five_members_show_a_median_and_no_more():
    assert debts_overview(told(100, 200, 300, 400, 50000)) == DebtsOverview(5, 5, 300.0, None, None)


def test_several_debts_of_one_member_are_one_member():
    book = told(100, 200, 300, 400)
    write(book, TellDebt(on=DAY, member="ก01", principal=500))
    assert debts_overview(book) is None


def test_a_rate_that_one_member_told_is_not_seen():
    book = told(100, 200, 300, 400, 500)
    write(book, TellDebt(on=DAY, member="ก01", principal=600, rate=12000))
    assert debts_overview(book) == DebtsOverview(5, 6, 350.0, None, None)


def test_whoever_is_erased_is_not_counted():
    book = told(100, 200, 300, 400, 500)
    erase(book, envelope(Erase(on=DAY, member="ก01")))
    assert debts_overview(book) is None
