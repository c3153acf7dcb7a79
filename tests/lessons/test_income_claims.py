import pytest

from kwan.fund.commands import NotePay
from kwan.lessons.claims.income import CLAIMS
from kwan.people.commands import Leave
from tests.lessons.hand_made import judged, member, members, month, pay, said_in_english, told

pytestmark = pytest.mark.django_db
RISING = [10000, 20000, 30000, 40000, 50000, 60000]


def ask(id_, *commands):
    return judged(CLAIMS, id_, *commands)


def test_members_with_pay_in_the_books_are_counted_among_todays_members():
    answer = ask("income.total", *members(4), *pay([10000, 20050], 1, 2, 3))
    assert told(answer) == (
        "supported",
        "สมาชิกปัจจุบัน 3 จาก 4 คน (ร้อยละ 75) มีรายได้จากกลุ่มตามที่จดไว้ "
        "รายได้ของทุกคนตั้งแต่เดือนกรกฎาคม 2564 ถึงเดือนสิงหาคม 2564 รวมเป็นเงิน 901.50 บาท",
        "",
    )


def test_pay_of_half_the_members_is_only_part_of_it():
    answer = ask("income.total", *members(4), *pay([10000], 1, 2))
    assert (answer.verdict, told(answer)[2]) == ("partly", "ยังไม่เกินครึ่งของสมาชิกปัจจุบันที่มีรายได้จดไว้")


def test_pay_of_those_who_left_is_no_income_of_members():
    answer = ask("income.total", *members(2), *pay([10000], 1), Leave(on=month(2), member=member(1)))
    assert (answer.verdict, told(answer)[2]) == (
        "not_supported",
        "รายได้ที่จดไว้เป็นของผู้ที่ออกจากกลุ่มแล้ว",
    )


def test_without_pay_nothing_is_said_of_income():
    assert {ask(id_, *members(3)).verdict for id_ in ("income.total", "income.rose")} == {"not_enough_data"}


def test_pay_that_rises_in_all_and_for_each_rose():
    answer = ask("income.rose", *members(5), *pay(RISING, 1, 2, 3, 4, 5))
    assert told(answer) == (
        "supported",
        "รายได้ที่สมาชิกได้จากกลุ่มเพิ่มขึ้น รวมจาก 500 บาทในเดือนกรกฎาคม 2564 เป็น 3,000 บาทในเดือนธันวาคม 2564 "
        "เฉลี่ยต่อคนที่ได้รับ จาก 100 บาท เป็น 600 บาท (ดู 6 เดือน)",
        "",
    )


def test_pay_that_falls_points_the_other_way():
    answer = ask("income.rose", *members(2), *pay(RISING[::-1], 1, 2))
    assert told(answer) == (
        "not_supported",
        "รายได้ที่สมาชิกได้จากกลุ่มรวมกันลดลงจาก 1,200 บาทในเดือนกรกฎาคม 2564 เป็น 200 บาทในเดือนธันวาคม 2564",
        "ข้อมูลชี้ไปอีกทางหนึ่ง",
    )


def test_pay_that_goes_up_and_down_shows_no_trend():
    answer = ask("income.rose", *members(2), *pay([10000, 30000, 20000, 30000, 10000, 20000], 1, 2))
    assert told(answer)[0] == "not_supported"
    assert (
        said_in_english(answer)
        == "Members' pay from the group was 200 baht in Jul 2021 and 400 baht in Dec 2021."
    )


def test_a_sum_that_rises_only_because_more_are_paid_is_partly():
    staggered = [p for n in range(6) for p in pay([*[None] * n, *[10000] * (6 - n)], n + 1)]
    answer = ask("income.rose", *members(6), *staggered)
    assert (answer.verdict, told(answer)[2]) == ("partly", "เมื่อคิดเฉลี่ยต่อคนที่ได้รับ ยังไม่เห็นแนวโน้มที่ชัด")


def test_a_sum_that_rises_while_each_gets_less_says_so():
    shares = [[100000], [55000] * 2, [40000] * 3, [32500] * 4, [28000] * 5, [25000] * 6]
    paid = [
        NotePay(on=month(n), member=member(who), satang=satang)
        for n, share in enumerate(shares)
        for who, satang in enumerate(share, 1)
    ]
    assert told(ask("income.rose", *members(6), *paid)) == (
        "partly",
        "รายได้ที่สมาชิกได้จากกลุ่มรวมกันเพิ่มขึ้นจาก 1,000 บาทในเดือนกรกฎาคม 2564 เป็น 1,500 บาทในเดือนธันวาคม 2564 (ดู 6 เดือน)",
        "เฉลี่ยต่อคนที่ได้รับลดลง จาก 1,000 บาท เป็น 250 บาท",
    )


@pytest.mark.parametrize(("count", "verdict"), [(5, "supported"), (6, "partly")])
def test_four_of_five_members_at_both_ends_are_enough_and_four_of_six_are_not(count, verdict):
    answer = ask("income.rose", *members(count), *pay(RISING, 1, 2, 3, 4))
    assert answer.verdict == verdict


def test_those_who_left_do_not_speak_for_todays_members():
    gone = [Leave(on=month(6), member=member(who)) for who in (1, 2)]
    answer = ask("income.rose", *members(4), *pay(RISING, 1, 2, 3), *gone)
    assert answer.finding.statistics["at_both_ends"] == 1
    assert (answer.verdict, told(answer)[2]) == (
        "partly",
        "สมาชิกปัจจุบันที่มีรายได้จดไว้ทั้งช่วงต้นและช่วงท้ายมี 1 จาก 2 คน จึงยังไม่พูดแทนสมาชิกทุกคน",
    )


def test_months_without_pay_in_between_keep_it_at_partly():
    answer = ask("income.rose", *members(1), *pay([10000, None, 30000, 40000, 50000, 60000, 70000, 80000], 1))
    assert (answer.verdict, told(answer)[2]) == ("partly", "ระหว่างนั้นมี 1 เดือนที่ไม่ได้จดรายได้ไว้")


def test_five_months_are_too_few_and_one_has_no_two_ends():
    five, one = (ask("income.rose", *members(1), *pay(RISING[:n], 1)) for n in (5, 1))
    assert (five.verdict, one.verdict) == ("not_enough_data", "not_enough_data")
    assert told(one)[1] == "รายได้จากกลุ่มของกลุ่มทดสอบมีบันทึกไม่ถึงสองเดือน จึงยังบอกไม่ได้ว่ารายได้เพิ่มขึ้นหรือไม่"
