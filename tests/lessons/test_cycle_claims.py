"""What a report says of the cycle closed last: what the savings earned, and whether it reached the members."""

from datetime import date
from uuid import uuid4

import pytest

from kwan.fund import commands as fund
from kwan.journal.queries import head
from kwan.lessons.claims.cycles import claims
from kwan.lessons.claims.judging import Books, judge
from kwan.lessons.report import shown
from kwan.lessons.rules import plain
from kwan.people.commands import Join
from tests.fund.cycling import FIRST, agreed, lend, lock, of_month, pay, repay, rule, save
from tests.journal.hands import a_book, write
from tests.lessons.hand_made import told

pytestmark = pytest.mark.django_db


def a_group(members=2, since=FIRST, interest=25_000, **rules):
    """The first has 6,000 baht from the first day, the others 4,000 each; interest came in on one loan."""
    book = a_book(f"กลุ่มทดสอบ {uuid4()}")
    for number in range(1, members + 1):
        write(book, Join(on=date(2021, 12, 1), member=f"ก{number:02}", name=f"คนที่ {number}"))
    for name, value in {"profit_buckets": "reserve 10%, dividend rest", **rules}.items():
        rule(book, name, value)
    write(book, fund.OpenCycle(on=since, cycle=1))
    for number in range(1, members + 1):
        save(book, f"ก{number:02}", 600_000 if number == 1 else 400_000, since)
    if interest:
        lend(book, "ก01", "1/2565", 500_000, since)
        repay(book, "ก01", "1/2565", since, principal=500_000, interest=interest)
    return book


def answers(book):
    books = Books(book, "กลุ่มทดสอบ", head(book).last_entry)
    return {claim.id: judge(claim, books) for claim in claims(books)}


def in_english(judged):
    return plain(judged.finding.en)


def test_before_a_cycle_is_closed_nothing_is_asked_of_it():
    assert answers(a_group()) == {}


def test_a_years_profit_is_told_over_the_average_savings():
    book = a_group()
    agreed(book)
    earned = answers(book)["cycles.earned"]
    assert told(earned) == (
        "supported",
        "รอบที่ปิดล่าสุด ตั้งแต่วันที่ 1 มกราคม 2565 ถึงวันที่ 31 ธันวาคม 2565 มีกำไรที่รับเป็นเงินแล้ว 250 บาท ต่อเงินออมเฉลี่ย 9,972.60 บาท คือร้อยละ 2.5",
        "",
    )
    assert in_english(earned) == (
        "The cycle closed last, 1 January 2022 to 31 December 2022, made a profit of 250 baht in cash on 9,972.60 baht of "
        "savings on average: 2.5 percent."
    )


def test_a_cycle_of_half_a_year_is_told_by_the_year_too():
    book = a_group(since=date(2022, 7, 1))
    agreed(book)
    earned = answers(book)["cycles.earned"]
    assert in_english(earned).endswith("average: 2.5 percent in 184 days, 5.0 percent by the year.")
    assert told(earned)[1].endswith("คือร้อยละ 2.5 ในเวลา 184 วัน เทียบเป็นหนึ่งปีร้อยละ 5.0")


def test_a_cycle_without_profit_says_so():
    book = a_group(interest=0)
    agreed(book)
    assert told(answers(book)["cycles.earned"]) == (
        "not_supported",
        "รอบที่ปิดล่าสุด ตั้งแต่วันที่ 1 มกราคม 2565 ถึงวันที่ 31 ธันวาคม 2565 รับและจ่ายเท่ากัน",
        "รอบนั้นไม่มีกำไร",
    )
    assert list(answers(book)) == ["cycles.earned"]


def a_loss(**rules):
    book = a_group(interest=0, **rules)
    write(book, fund.PayCosts(on=of_month(6), purse="savings", satang=30_000, item="สมุด"))
    agreed(book)
    return book


def test_a_loss_points_the_other_way():
    earned = answers(a_loss(cycle_way="share_out"))["cycles.earned"]
    assert (earned.verdict, in_english(earned)) == (
        "not_supported",
        "The cycle closed last, 1 January 2022 to 31 December 2022, spent 300 baht more than came in, with 9,972.60 baht of "
        "savings on average.",
    )


def test_what_everybody_has_is_told_with_its_parts():
    book = a_group()
    agreed(book)
    pay(book, "ก01")
    pay(book, "ก02", "passbook")
    back = answers(book)["cycles.given_back"]
    assert told(back) == (
        "supported",
        "ที่ประชุมรับรองให้คืนและแบ่งให้สมาชิกของรอบที่ปิดเมื่อวันที่ 31 ธันวาคม 2565 รวม 225 บาท ทุกคนได้รับแล้ว",
        "",
    )
    assert [(row[0].en, row[1].value) for row in back.finding.table] == [
        ("Reserve", 2_500),
        ("Dividend", 22_500),
    ]
    assert shown.measures(back)["cycles.paid"].parts == {"cash": 13_500, "passbook": 9_000}


def test_a_share_out_gives_the_savings_back_too():
    book = a_group(cycle_way="share_out")
    agreed(book)
    pay(book, "ก01")
    pay(book, "ก02")
    back = answers(book)["cycles.given_back"]
    assert in_english(back) == (
        "For the cycle closed on 31 December 2022 the meeting approved 10,225 baht for the members; everybody has it."
    )
    assert ("Savings given back", 1_000_000) in [(row[0].en, row[1].value) for row in back.finding.table]


def test_of_fewer_than_five_who_wait_neither_number_nor_sum_is_told():
    book = a_group(members=5)
    agreed(book)
    pay(book, "ก01")
    back = answers(book)["cycles.given_back"]
    assert (back.verdict, told(back)[2]) == ("partly", "มีผู้ที่ยังไม่ได้มารับ เงินรออยู่ครบ")
    assert "cycles.paid" not in shown.measures(back)
    assert {"waiting", "paid"} & shown.statistics(back).keys() == set()
    one_waits = plain(back.finding.en)
    for number in (2, 3, 4):
        pay(book, f"ก{number:02}")
    assert plain(answers(book)["cycles.given_back"].finding.en) == one_waits


def test_five_who_wait_are_a_number():
    book = a_group(members=6)
    agreed(book)
    pay(book, "ก01")
    assert told(answers(book)["cycles.given_back"])[2] == "สมาชิก 5 คนยังไม่ได้มารับ เงินรออยู่ครบ"


def test_an_approval_later_than_the_edition_is_not_in_it():
    book = a_group()
    upto = head(book).last_entry
    agreed(book)
    books = Books(book, "กลุ่มทดสอบ", upto)
    assert claims(books) == []


def test_the_newest_cycle_is_the_one_that_is_told():
    book = a_group()
    agreed(book)
    lock(book)
    pay(book, "ก01")
    pay(book, "ก02")
    write(book, fund.OpenCycle(on=date(2023, 1, 1), cycle=2))
    lend(book, "ก02", "1/2566", 300_000, date(2023, 2, 1))
    repay(book, "ก02", "1/2566", date(2023, 3, 1), principal=300_000, interest=9_000)
    agreed(book, until=date(2023, 12, 31), on=date(2024, 1, 10), cycle=2)
    found = answers(book)
    assert "90 baht" in in_english(found["cycles.earned"])
    assert found["cycles.given_back"].verdict == "partly"
