from datetime import date

import pytest

from kwan.lessons.claims.people import CLAIMS
from kwan.people.commands import Join, Leave, LeaveOffice, TakeOffice
from tests.lessons.hand_made import START, judged, member, members, month, said_in_english, told

pytestmark = pytest.mark.django_db
MUEANG, DOK_KHAMTAI, CHIANG_KHAM = 5601, 5605, 5603


def ask(id_, *commands):
    return judged(CLAIMS, id_, *commands)


def newcomer(number, district=None, on=None):
    return Join(on=on or month(3), member=member(number), district=district)


def left(number):
    return Leave(on=month(4), member=member(number))


def takes(number, office, on):
    return TakeOffice(on=on, member=member(number), office=office)


def lays_down(number, office, on):
    return LeaveOffice(on=on, member=member(number), office=office)


def test_a_group_without_a_register_is_not_counted():
    assert told(ask("members.joined")) == (
        "not_enough_data",
        "สมุดของกลุ่มทดสอบยังไม่มีทะเบียนสมาชิก จึงยังบอกจำนวนสมาชิกไม่ได้",
        "",
    )


def test_a_group_whose_members_all_stayed_says_so():
    answer = ask("members.joined", *members(3))
    assert told(answer) == ("supported", "มีผู้เข้าเป็นสมาชิกกลุ่มทดสอบ 3 คน ปัจจุบันยังเป็นสมาชิกอยู่ทั้ง 3 คน", "")


def test_a_member_who_left_has_joined_but_is_none_today():
    answer = ask("members.joined", *members(3), left(2))
    assert said_in_english(answer) == "3 people have joined กลุ่มทดสอบ; 2 are members today."
    assert answer.evidence == tuple((answer.book, entry) for entry in (1, 2, 3))


def test_a_group_that_all_have_left_has_no_members():
    assert ask("members.joined", *members(2), left(1), left(2)).verdict == "not_supported"


def test_newcomers_from_other_districts_are_told_by_district_and_never_by_day():
    answer = ask(
        "members.districts_grew",
        *members(2, district=MUEANG),
        newcomer(3, DOK_KHAMTAI),
        newcomer(4, CHIANG_KHAM),
    )
    assert told(answer) == (
        "supported",
        "ตอนเริ่มต้นสมาชิกมาจาก 1 อำเภอ คืออำเภอเมืองพะเยา ปัจจุบันมาจาก 3 อำเภอ ที่มีเพิ่มคืออำเภอเชียงคำ และอำเภอดอกคำใต้",
        "",
    )


def test_members_who_all_come_from_one_district_have_not_spread():
    answer = ask("members.districts_grew", *members(3, district=MUEANG), newcomer(4, MUEANG))
    assert told(answer) == (
        "not_supported",
        "สมาชิกมาจากอำเภอเมืองพะเยาตั้งแต่เริ่มต้นจนถึงปัจจุบัน",
        "ทะเบียนยังไม่มีสมาชิกจากอำเภออื่นเพิ่ม",
    )


def test_a_district_that_all_have_left_points_the_other_way():
    elsewhere = Join(on=START, member=member(3), district=DOK_KHAMTAI)
    answer = ask("members.districts_grew", *members(2, district=MUEANG), elsewhere, left(3))
    assert told(answer) == (
        "not_supported",
        "ตอนเริ่มต้นสมาชิกมาจากอำเภอเมืองพะเยา และอำเภอดอกคำใต้ ปัจจุบันมาจากอำเภอเมืองพะเยา",
        "ข้อมูลชี้ไปอีกทางหนึ่ง",
    )


def test_a_district_that_came_for_one_that_went_is_no_growth():
    elsewhere = Join(on=START, member=member(2), district=DOK_KHAMTAI)
    answer = ask(
        "members.districts_grew", *members(1, district=MUEANG), elsewhere, left(2), newcomer(3, CHIANG_KHAM)
    )
    assert (answer.verdict, told(answer)[2]) == ("partly", "มีอำเภอใหม่ แต่จำนวนอำเภอไม่ได้มากกว่าตอนเริ่มต้น")


def test_an_early_member_without_a_district_may_have_come_from_anywhere():
    unknown = Join(on=START, member=member(2))
    answer = ask("members.districts_grew", *members(1, district=MUEANG), unknown, newcomer(3, CHIANG_KHAM))
    assert (answer.verdict, told(answer)[2]) == (
        "partly",
        "ทะเบียนไม่ได้จดอำเภอของผู้ที่เป็นสมาชิกตั้งแต่เริ่มต้นไว้ 1 คน",
    )


def test_a_newcomer_without_a_district_leaves_the_question_open():
    answer = ask("members.districts_grew", *members(2, district=MUEANG), newcomer(3))
    assert answer.verdict == "not_enough_data"


@pytest.mark.parametrize("district", [None, 9999])
def test_members_with_no_known_district_say_nothing_of_districts(district):
    assert ask("members.districts_grew", *members(3, district=district)).verdict == "not_enough_data"


def test_an_office_with_two_holders_and_their_dates_was_handed_over():
    answer = ask(
        "people.handover",
        *members(2),
        takes(1, "chair", START),
        lays_down(1, "chair", date(2021, 9, 30)),
        takes(2, "chair", date(2021, 10, 1)),
    )
    assert told(answer) == (
        "supported",
        "ตำแหน่งประธานส่งต่อให้คนใหม่แล้ว คนก่อนดำรงตำแหน่งถึงวันที่ 30 กันยายน 2564 คนต่อมารับตั้งแต่วันที่ 1 ตุลาคม 2564",
        "",
    )
    assert answer.evidence == tuple((answer.book, entry) for entry in (3, 4, 5))


def test_a_former_chair_beside_one_with_no_date_of_taking_over_is_half_of_it():
    answer = ask("people.handover", *members(2), takes(1, "chair", START), takes(2, "chair", START), left(1))
    assert told(answer) == (
        "partly",
        "ผู้ดำรงตำแหน่งประธานคนก่อนอยู่ในตำแหน่งถึงวันที่ 1 พฤศจิกายน 2564",
        "ปัจจุบันมีผู้ดำรงตำแหน่งนี้ แต่สมุดไม่ได้จดว่ารับต่อเมื่อใด",
    )


def test_an_office_laid_down_with_nobody_after_is_half_of_it():
    answer = ask(
        "people.handover", *members(1), takes(1, "treasurer", START), lays_down(1, "treasurer", month(2))
    )
    assert (answer.verdict, told(answer)[2]) == ("partly", "สมุดยังไม่ได้จดว่ามีผู้รับตำแหน่งต่อ")


@pytest.mark.parametrize(
    "commands",
    [
        (),
        (takes(1, "chair", START),),
        (takes(1, "committee", START), takes(2, "committee", month(2)), lays_down(1, "committee", month(2))),
    ],
    ids=["no offices", "one holder", "an office of many"],
)
def test_without_an_end_of_an_office_of_one_nothing_is_said_of_a_handover(commands):
    assert ask("people.handover", *members(2), *commands).verdict == "not_enough_data"


def test_who_held_the_office_before_and_stayed_in_it_did_not_take_over():
    answer = ask(
        "people.handover",
        *members(2),
        takes(2, "chair", START),
        takes(1, "chair", month(1)),
        lays_down(1, "chair", month(2)),
    )
    assert answer.verdict == "partly"


@pytest.mark.parametrize(("second_left", "verdict"), [(month(4), "supported"), (month(2), "partly")])
def test_a_successor_outlasts_the_one_before(second_left, verdict):
    answer = ask(
        "people.handover",
        *members(2),
        takes(1, "chair", START),
        takes(2, "chair", month(1)),
        lays_down(1, "chair", month(3)),
        lays_down(2, "chair", second_left),
    )
    assert answer.verdict == verdict


def test_offices_that_passed_on_more_than_once_are_counted_and_named():
    answer = ask(
        "people.handover",
        *members(3),
        takes(1, "chair", START),
        takes(1, "treasurer", START),
        lays_down(1, "chair", month(1)),
        takes(2, "chair", month(1)),
        lays_down(2, "chair", month(2)),
        takes(3, "chair", month(2)),
        lays_down(1, "treasurer", month(2)),
        takes(2, "treasurer", month(2)),
    )
    assert told(answer)[1].endswith("ทั้งหมดส่งต่อแล้ว 3 ครั้ง ในตำแหน่งประธาน และเหรัญญิก")
    assert said_in_english(answer).endswith("In all, offices passed on 3 times (chair and treasurer).")


def test_an_office_handed_over_in_one_step_passed_on():
    """The new holder begins on the day on which the earlier one ends."""
    answer = ask(
        "people.handover",
        *members(2),
        takes(1, "secretary", START),
        lays_down(1, "secretary", month(3)),
        takes(2, "secretary", month(3)),
    )
    assert answer.verdict == "supported"
