from datetime import date

import pytest

from kwan.journal.queries import head
from kwan.programme import measures
from kwan.programme.commands import HoldActivity
from tests.journal.hands import write
from tests.programme.a_year import a_year

pytestmark = pytest.mark.django_db

HELD = {
    "lessons": HoldActivity(
        on=date(2022, 2, 12), topic="ประชุม", theme="สรุปบทเรียน", attended=("ก01", "ก02"), others=4
    ),
    "taught": HoldActivity(
        on=date(2022, 2, 13), topic="ลายสาน", attended=("ก01", "ก02", "ก03"), teacher="ก01"
    ),
}


@pytest.fixture
def readings():
    book = a_year()
    numbers = {name: write(book, command) for name, command in HELD.items()}
    heads = [(book, head(book).last_entry)]

    def reading(id_):
        taken = measures.take(id_, heads)
        return taken.parts, tuple(entry for _, entry in taken.evidence)

    return numbers, reading


def test_only_the_workshop_is_signed_in_at(readings):
    numbers, reading = readings
    held = numbers["lessons"]
    assert reading("workshop.signed_in") == ({f"{held}/members": 2, f"{held}/others": 4}, (held,))


def test_learners_are_those_who_came_to_a_teacher_and_are_not_the_teacher(readings):
    numbers, reading = readings
    held = numbers["taught"]
    assert reading("activities.taught") == ({str(held): 2}, (held,))


def test_cards_events_and_indicators_are_found_by_their_names(readings):
    _, reading = readings
    assert reading("lessons.by_small_group") == ({"กลุ่มย่อย 1": 1, "กลุ่มใหญ่": 1}, (49, 50))
    assert reading("lessons.votes") == ({"49": 7, "50": 9}, (49, 50))
    assert reading("indicators.set") == ({"สมาชิกที่ออม": 1}, (51,))
    assert reading("events.noted") == ({"ปิดเมือง": 1}, (52,))
