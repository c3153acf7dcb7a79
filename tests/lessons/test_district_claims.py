"""What a report says of members by district: of five or more, at the ends of years, and nobody by subtraction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.lessons.claims.districts import OTHERS, claims, may_be_told, told_of
from kwan.lessons.claims.judging import judge
from kwan.lessons.report import shown
from kwan.lessons.rules import plain
from kwan.people.commands import Join, Leave
from tests.lessons.hand_made import books_of, member, month, told

MUEANG, DOK_KHAMTAI, CHIANG_KHAM = 5601, 5605, 5603
database = pytest.mark.django_db


def from_(district, numbers, on=0):
    return [Join(on=month(on), member=member(number), district=district) for number in numbers]


def answers(*commands):
    books = books_of(*commands)
    return [judge(claim, books) for claim in claims(books)]


@database
def test_two_districts_of_five_are_told_at_the_ends_of_years():
    [judged] = answers(
        *from_(MUEANG, range(1, 7)), *from_(DOK_KHAMTAI, range(7, 12), on=8), *from_(MUEANG, [12], on=9)
    )
    assert told(judged) == (
        "supported",
        "ตั้งแต่สิ้นเดือนธันวาคม 2564 ถึงเดือนเมษายน 2565 สมาชิกตามอำเภอที่จดไว้เมื่อเข้ากลุ่ม: "
        "อำเภอเมืองพะเยา จาก 6 เป็น 7 คน อำเภอดอกคำใต้ จาก 0 เป็น 5 คน",
        "",
    )
    table = judged.finding.picture("en", "screen").table
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Dec 2021", "6", "0"],
        ["Apr 2022", "7", "5"],
    ]


@database
def test_within_the_first_year_only_today_is_told():
    [judged] = answers(*from_(MUEANG, range(1, 6)))
    assert plain(judged.finding.en) == "Members at the end of Jul 2021: Mueang Phayao 5."


@database
def test_four_of_a_district_are_told_with_others_until_they_are_five():
    [judged] = answers(
        *from_(MUEANG, range(1, 7)), *from_(DOK_KHAMTAI, [7, 8, 9]), *from_(CHIANG_KHAM, [10, 11])
    )
    assert (
        plain(judged.finding.en)
        == "Members at the end of Jul 2021: Mueang Phayao 6, elsewhere or not written 5."
    )


@database
@pytest.mark.parametrize("elsewhere", [1, 4])
def test_where_subtraction_would_find_a_few_no_district_is_told(elsewhere):
    assert answers(*from_(MUEANG, range(1, 7)), *from_(DOK_KHAMTAI, range(7, 7 + elsewhere))) == []


@database
@pytest.mark.parametrize("district", [None, 9999])
def test_without_a_district_that_is_written_nothing_is_asked(district):
    assert answers(*from_(district, range(1, 7))) == []


@database
def test_who_left_is_counted_no_more_and_the_measure_puts_no_month_out():
    [judged] = answers(*from_(MUEANG, range(1, 8)), Leave(on=month(7), member=member(1)))
    assert "Mueang Phayao from 7 to 6" in plain(judged.finding.en)
    assert shown.measures(judged)["members.by_district_month"].parts == {}


COUNTS = st.integers(1, 4).flatmap(
    lambda ends: st.dictionaries(
        st.sampled_from(["0", "5601", "5602", "5603", "5605"]),
        st.tuples(*[st.integers(0, 9)] * ends),
        min_size=1,
    )
)


@given(COUNTS)
def test_nothing_that_is_told_and_no_difference_from_the_whole_is_of_one_to_four(counted):
    known = told_of(counted)
    assert all(may_be_told(counts) for counts in known.values())
    if known:
        assert [sum(at_end) for at_end in zip(*known.values(), strict=True)] == [
            sum(at_end) for at_end in zip(*counted.values(), strict=True)
        ]
    assert {code for code in known if code != OTHERS} <= counted.keys()
