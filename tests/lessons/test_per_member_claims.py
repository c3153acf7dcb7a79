"""What a report says of savings per member: an average, which way it went, and nothing of fewer than five."""

import pytest

from kwan.lessons.claims.judging import judge
from kwan.lessons.claims.per_member import claims
from kwan.lessons.rules import plain
from kwan.people.commands import Leave
from tests.lessons.hand_made import books_of, member, members, month, savings, told

pytestmark = pytest.mark.django_db


def answers(*commands):
    books = books_of(*commands)
    return [judge(claim, books) for claim in claims(books)]


def answer(*commands):
    [judged] = answers(*commands)
    return judged


def test_where_nobody_saved_nothing_is_asked():
    assert answers(*members(6)) == []


def test_an_average_of_fewer_than_five_is_not_told():
    answer_of_four = answer(*members(4), *savings(123_400))
    assert told(answer_of_four)[:2] == (
        "not_enough_data",
        "กลุ่มทดสอบมีสมาชิกน้อยกว่าห้าคน จึงไม่บอกเงินออมเฉลี่ย เพื่อไม่ให้รู้ว่าใครออมเท่าใด",
    )
    assert not any(letter.isdigit() for letter in plain(answer_of_four.finding.en))
    assert "savings.balance" not in answer_of_four.readings


def test_the_average_is_all_savings_over_todays_members_to_the_baht():
    assert told(answer(*members(6), *savings(100_000), *savings(50_000, who=2))) == (
        "supported",
        "สมาชิกหนึ่งคนมีเงินออมกับกลุ่มเฉลี่ย 250 บาท (รวม 1,500 บาท สมาชิก 6 คน)",
        "",
    )


def test_six_months_that_rise_are_a_rise():
    rising = answer(*members(5), *savings(*[10_000] * 8))
    assert plain(rising.finding.en) == (
        "Each member keeps 160 baht with the group on average (800 baht in all, members: 5), up from 20 baht at the end of Jul 2021."
    )
    assert rising.finding.picture("th", "screen").table.rows[-1][1].text == "160.00"


def test_five_months_that_rise_are_only_an_average():
    assert "เพิ่มขึ้น" not in told(answer(*members(5), *savings(*[10_000] * 5)))[1]


def test_an_average_falls_when_many_join_who_save_nothing_yet():
    later = [
        type(one)(on=month(number), member=member(10 * number + place), name="ใหม่")
        for number in range(1, 8)
        for place, one in enumerate(members(5))
    ]
    assert "ลดลงจาก 200 บาทเมื่อสิ้นเดือนกรกฎาคม 2564" in told(answer(*members(5), *later, *savings(100_000)))[1]


def test_money_of_who_left_is_said_to_be_in_it():
    gone = Leave(on=month(2), member=member(1))
    assert told(answer(*members(6), *savings(100_000), gone))[::2] == (
        "partly",
        "ยอดรวมมีเงินของผู้ที่ออกจากกลุ่มแล้วอยู่ด้วย",
    )


def test_months_with_fewer_than_five_members_are_in_no_picture():
    few, more = members(6)[:4], [type(one)(on=month(3), member=one.member) for one in members(6)[4:]]
    judged = answer(*few, *more, *savings(10_000, 10_000, 10_000, 10_000, 10_000))
    assert [row[0].text for row in judged.finding.picture("en", "screen").table.rows] == [
        "Oct 2021",
        "Nov 2021",
    ]
