import pytest

from kwan.fund.commands import Withdrawal
from kwan.lessons.claims.savings import CLAIMS
from kwan.people.commands import Leave
from tests.lessons.hand_made import judged, member, members, month, savings, told

pytestmark = pytest.mark.django_db


def ask(id_, *commands):
    return judged(CLAIMS, id_, *commands)


def withdrawal(satang, on, who=1):
    return Withdrawal(on=on, member=member(who), satang=satang)


def test_more_than_half_of_todays_members_are_most():
    answer = ask("savings.most_save", *members(5), *[s for n in (1, 2, 3) for s in savings(10000, who=n)])
    assert told(answer) == ("supported", "สมาชิกส่วนใหญ่มีเงินออมกับกลุ่ม คือ 3 จาก 5 คน (ร้อยละ 60)", "")


def test_where_all_save_all_are_said_to():
    answer = ask("savings.most_save", *members(2), *[s for n in (1, 2) for s in savings(10000, who=n)])
    assert told(answer) == ("supported", "สมาชิกทุกคนมีเงินออมกับกลุ่ม คือ 2 จาก 2 คน", "")


def test_half_of_the_members_are_not_most():
    answer = ask("savings.most_save", *members(4), *[s for n in (1, 2) for s in savings(10000, who=n)])
    assert told(answer) == (
        "not_supported",
        "มีสมาชิก 2 จาก 4 คน (ร้อยละ 50) ที่มีเงินออมกับกลุ่ม",
        "ยังไม่เกินครึ่งของสมาชิกปัจจุบัน จึงยังไม่พูดว่า “ส่วนใหญ่”",
    )


def test_an_emptied_passbook_and_one_of_somebody_who_left_do_not_count():
    gone = Leave(on=month(2), member=member(3))
    deposits = [s for n in (1, 2, 3) for s in savings(10000, who=n)]
    answer = ask("savings.most_save", *members(3), *deposits, withdrawal(10000, month(1), who=2), gone)
    assert told(answer)[:2] == ("not_supported", "มีสมาชิก 1 จาก 2 คน (ร้อยละ 50) ที่มีเงินออมกับกลุ่ม")


def test_without_passbooks_nothing_is_said_of_saving():
    assert ask("savings.most_save", *members(3)).verdict == "not_enough_data"


def test_savings_that_grow_for_six_months_rose():
    answer = ask("savings.rose", *members(1), *savings(*[10000] * 6))
    assert told(answer) == (
        "supported",
        "เงินออมของสมาชิกเพิ่มขึ้นจาก 100 บาทเมื่อสิ้นเดือนกรกฎาคม 2564 เป็น 600 บาทเมื่อสิ้นเดือนธันวาคม 2564 (ดู 6 เดือน)",
        "",
    )


def test_savings_drawn_month_by_month_fell():
    draws = [withdrawal(10000, month(n)) for n in range(1, 7)]
    answer = ask("savings.rose", *members(1), *savings(100000), *draws)
    assert told(answer) == (
        "not_supported",
        "เงินออมของสมาชิกลดลงจาก 1,000 บาทเมื่อสิ้นเดือนกรกฎาคม 2564 เป็น 400 บาทเมื่อสิ้นเดือนมกราคม 2565",
        "ข้อมูลชี้ไปอีกทางหนึ่ง",
    )


def test_savings_that_grew_and_were_drawn_at_the_end_are_not_said_to_have_risen():
    answer = ask("savings.rose", *members(1), *savings(*[10000] * 9), withdrawal(85000, month(9)))
    assert told(answer)[:2] == (
        "not_supported",
        "เงินออมของสมาชิกมี 100 บาทเมื่อสิ้นเดือนกรกฎาคม 2564 และ 50 บาทเมื่อสิ้นเดือนเมษายน 2565",
    )


def test_three_months_are_too_few_for_a_rise():
    answer = ask("savings.rose", *members(1), *savings(10000, 10000, 10000))
    assert told(answer)[0] == "not_enough_data"


def test_one_month_has_no_two_ends():
    assert told(ask("savings.rose", *members(1), *savings(10000))) == (
        "not_enough_data",
        "สมุดออมของกลุ่มทดสอบมีบันทึกไม่ถึงสองเดือน จึงยังบอกไม่ได้ว่าเงินออมเพิ่มขึ้นหรือไม่",
        "",
    )


def test_a_withdrawal_of_what_was_never_paid_in_keeps_the_rise_at_partly():
    answer = ask("savings.rose", *members(2), withdrawal(5000, month(0), who=2), *savings(*[10000] * 7))
    assert (answer.verdict, [gap.code for gap in answer.gaps]) == ("partly", ["outside"])
