"""What a report says of what members' debts cost: k of n, where five or more told twice, and never of none or all."""

import pytest

from kwan.journal.queries import head
from kwan.lessons.claims.households import claims
from kwan.lessons.claims.judging import Books, judge
from kwan.lessons.report import shown
from kwan.lessons.rules import plain
from tests.fund.test_households_together import group, owing, paid
from tests.lessons.hand_made import told

pytestmark = pytest.mark.django_db


def told_twice(people, *cheaper, among=None):
    """Each of these people owes 10,000 baht at 12 percent; later the debt of some costs 600 baht a year, of the others as before."""
    book = group(among or people)
    debts = {number: owing(book, number, 10_000) for number in range(1, people + 1)}
    for number, debt in debts.items():
        paid(book, number, debt, 9_000, 600 if number in cheaper else 1_200)
    return book


def answers(book):
    books = Books(book, "กลุ่มทดสอบ", head(book).last_entry)
    return [judge(claim, books) for claim in claims(books)]


def test_most_of_all_members_is_borne_out():
    [judged] = answers(told_twice(5, 1, 2, 3))
    assert told(judged) == (
        "supported",
        "สมาชิกกลุ่มทดสอบที่จดหนี้ของตนไว้สองวันขึ้นไปมี 5 คน ในจำนวนนี้ 3 คนหนี้มีต้นทุนต่อปีลดลงจากครั้งแรก",
        "",
    )
    assert plain(judged.finding.en).startswith(
        "Of the 5 members of กลุ่มทดสอบ who told of their debts on two days or more, the debts of 3"
    )


def test_most_of_those_who_told_is_not_said_of_all():
    [judged] = answers(told_twice(5, 1, 2, 3, among=9))
    assert told(judged)[::2] == ("partly", "ผู้ที่จดมี 5 จากสมาชิก 9 คน จึงยังไม่พูดแทนสมาชิกทุกคน")


def test_half_is_not_most():
    [judged] = answers(told_twice(10, 1, 2, 3, 4, 5))
    assert told(judged)[::2] == ("not_supported", "ยังไม่เกินครึ่งของผู้ที่จด จึงยังไม่พูดว่า “ส่วนใหญ่”")


@pytest.mark.parametrize(
    ("people", "cheaper"),
    [(4, (1, 2)), (5, ()), (5, (1, 2, 3, 4, 5))],
    ids=["four who told", "none of them", "all of them"],
)
def test_what_would_tell_of_anybody_is_not_even_asked(people, cheaper):
    assert answers(told_twice(people, *cheaper, among=9)) == []


def test_no_entry_and_no_sum_of_a_household_is_put_out():
    [judged] = answers(told_twice(5, 1, 2, 3, among=9))
    assert shown.statistics(judged) == {"cheaper": 3, "telling": 5}
    assert shown.evidence(judged) == ()
    assert list(shown.measures(judged)) == ["members.active"]
