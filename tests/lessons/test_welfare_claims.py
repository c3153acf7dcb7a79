"""What a report says of the welfare book: sums; how often and to how many only of five; what happened never."""

from uuid import uuid4

import pytest

from kwan.fund import commands as fund
from kwan.journal.queries import head
from kwan.lessons.claims.agreement import gaps
from kwan.lessons.claims.judging import Books, judge
from kwan.lessons.claims.welfare import CLAIMS
from kwan.lessons.report import shown
from kwan.lessons.rules import plain
from kwan.people.commands import Join
from tests.fund.beginning import opened
from tests.fund.helping import BAHT, DAY, SINCE, a_group, give
from tests.journal.hands import write
from tests.lessons.hand_made import told

pytestmark = pytest.mark.django_db


def answer(book):
    books = Books(book, "กลุ่มทดสอบ", head(book).last_entry)
    return judge(CLAIMS[0], books, gaps(books))


def a_group_of(members, **how):
    book = a_group(name=f"กลุ่มทดสอบ {uuid4()}", **how)
    for number in range(3, members + 1):
        write(book, Join(on=SINCE, member=f"ก{number:02}", name=f"คนที่ {number}"))
    return book


def help_members(book, count, event="birth", baht=1000):
    for number in range(1, count + 1):
        give(book, event, baht * BAHT, member=f"ก{number:02}")


def test_money_put_in_and_none_paid_yet_is_half_of_it():
    assert told(answer(a_group())) == (
        "partly",
        "กองสวัสดิการของกลุ่มทดสอบ สมาชิกจ่ายเข้า 100,000 บาท มีอยู่ 100,000 บาท",
        "สมุดยังไม่มีรายการจ่ายสวัสดิการ",
    )


def test_five_who_were_helped_are_counted():
    book = a_group_of(6)
    help_members(book, 5)
    give(book, "study", 500 * BAHT)
    judged = answer(book)
    assert told(judged) == (
        "supported",
        "กองสวัสดิการของกลุ่มทดสอบ สมาชิกจ่ายเข้า 100,000 บาท จ่ายช่วยสมาชิก 5,500 บาท (5 คน 6 ครั้ง) เหลือ 94,500 บาท",
        "",
    )
    assert plain(judged.finding.en) == (
        "Members of กลุ่มทดสอบ paid 100,000 baht into welfare; 5,500 baht were paid to members (people: 5, payments: 6), "
        "94,500 baht are left."
    )


@pytest.mark.parametrize("helped", [1, 4])
def test_fewer_than_five_who_were_helped_are_a_sum_and_no_more(helped):
    book = a_group_of(6)
    help_members(book, helped)
    give(book, "study", 500 * BAHT)
    judged = answer(book)
    assert told(judged)[1] == (
        f"กองสวัสดิการของกลุ่มทดสอบ สมาชิกจ่ายเข้า 100,000 บาท จ่ายช่วยสมาชิก {helped},500 บาท เหลือ {100_000 - 1000 * helped - 500:,} บาท"
    )
    assert sorted(shown.measures(judged)) == ["welfare.received"]
    assert [entry for _, entry in judged.evidence] == [
        8
    ]  # what was paid in; no payment is listed, so none is counted


@pytest.mark.parametrize("helped", [1, 5])
def test_what_happened_changes_no_word(helped):
    rules = {"birth": {"amount": 1000 * BAHT}, "study": {"amount": 1000 * BAHT}}
    one, other = a_group_of(6, rules=rules), a_group_of(6, rules=rules)
    help_members(one, helped, "birth")
    help_members(other, helped, "study")
    assert told(answer(one)) == told(answer(other))


def test_what_was_brought_forward_is_told_apart():
    assert told(answer(opened()))[1] == (
        "กองสวัสดิการของกลุ่มทดสอบ สมาชิกจ่ายเข้า 0 บาท ยกมาหรือแบ่งจากกำไร 700 บาท มีอยู่ 700 บาท"
    )


def paid_by_the_fund(book, on):
    write(book, fund.ReceiveIntoFund(on=SINCE, purpose="grant", satang=1_000_000))
    write(book, fund.SpendFromFund(on=on, purpose="welfare", satang=30_000))


def test_welfare_in_two_books_of_one_month_is_named_with_both_sums():
    book = a_group_of(6)
    help_members(book, 1)
    paid_by_the_fund(book, DAY)
    judged = answer(book)
    assert (judged.verdict, told(judged)[2]) == (
        "partly",
        "สมุดกองทุนจดว่าจ่ายสวัสดิการ 300 บาท สมุดสวัสดิการจดว่าจ่าย 1,000 บาท มีเดือนที่จดทั้งสองเล่ม จึงยังบอกไม่ได้ว่าเป็นเงินก้อนเดียวกันหรือไม่",
    )


def test_welfare_of_the_fund_before_there_was_a_welfare_book_is_no_gap():
    book = a_group_of(6)
    paid_by_the_fund(book, SINCE)
    help_members(book, 1)
    assert answer(book).verdict == "supported"
