from dataclasses import replace
from datetime import date

import pytest

from kwan.catalogue import COMMANDS
from kwan.journal.audit import check
from kwan.people.commands import Join
from kwan.programme.commands import HoldActivity, MapIndicator, NoteEvent, SetIndicator
from kwan.programme.queries import Activity, Event, Indicator, activities, events, indicators
from tests.journal.hands import DAY, a_book, refused, write

pytestmark = pytest.mark.django_db

WEAVING = HoldActivity(
    on=DAY, topic="ลายสาน", theme="องค์ความรู้", attended=("ผ01", "ผ02"), others=3, teacher="ผ01"
)
SAVERS = SetIndicator(
    on=DAY, objective="ออม", name="สมาชิกที่มีเงินออม", unit="ร้อยละ", baseline=0, target=8000, source="สมุดออม"
)
SHARE = "savings.active_members_saving/members.active"


@pytest.fixture
def book():
    book = a_book()
    for member in ("ผ01", "ผ02"):
        write(book, Join(on=DAY, member=member, name="สมาชิก"))
    return book


def test_an_activity_counts_members_and_others(book):
    write(book, WEAVING)
    (found,) = activities(book)
    assert found == Activity(3, DAY, "ลายสาน", "องค์ความรู้", ("ผ01", "ผ02"), 3, "ผ01")
    assert found.people == 5


def test_the_newest_mapping_of_an_indicator_stands(book):
    write(book, SAVERS)
    write(book, MapIndicator(on=DAY, indicator="สมาชิกที่มีเงินออม", measure="savings.members_saving"))
    write(book, MapIndicator(on=DAY, indicator="สมาชิกที่มีเงินออม", measure=SHARE))
    assert indicators(book) == [Indicator(3, "ออม", "สมาชิกที่มีเงินออม", "ร้อยละ", 0, 8000, "สมุดออม", SHARE)]


def test_a_baseline_of_zero_is_not_a_baseline_never_measured(book):
    write(book, SAVERS)
    write(book, replace(SAVERS, name="หน่วยงานที่สั่งซื้อ", baseline=None))
    assert [one.baseline for one in indicators(book)] == [0, None]


def test_an_event_has_its_days(book):
    write(book, NoteEvent(on=DAY, what="ปิดเมือง", until=date(2022, 3, 1)))
    write(book, NoteEvent(on=DAY, what="น้ำท่วม"))
    assert events(book) == [Event(3, DAY, date(2022, 3, 1), "ปิดเมือง"), Event(4, DAY, None, "น้ำท่วม")]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (replace(WEAVING, attended=("ผ99",)), "unknown_member"),
        (replace(WEAVING, teacher="ผ99"), "unknown_member"),
        (replace(WEAVING, attended=("ผ01", "ผ01")), "named_twice"),
        (replace(WEAVING, others=-1), "named_twice"),
        (replace(SAVERS, measure="savings.moon"), "unknown_measure"),
        (replace(SAVERS, measure="members.active/members.active/members.active"), "unknown_measure"),
        (MapIndicator(on=DAY, indicator="ไม่มี", measure="members.active"), "unknown_indicator"),
        (NoteEvent(on=DAY, what="ปิดเมือง", until=date(2022, 1, 1)), "ends_first"),
    ],
)
def test_what_cannot_be_is_refused(book, command, code):
    assert refused(book, command) == code


def test_an_indicator_is_set_once(book):
    write(book, SAVERS)
    assert refused(book, SAVERS) == "indicator_known"


def test_the_audit_finds_nothing(book):
    write(book, WEAVING)
    write(book, replace(WEAVING, others=4), corrects=3)
    write(book, replace(SAVERS, measure=SHARE))
    assert list(check(COMMANDS)) == []
