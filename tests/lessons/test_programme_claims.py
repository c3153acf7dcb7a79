import pytest

from kwan.lessons.commands import PinNote
from kwan.production.commands import MakeBatch
from kwan.programme.commands import HoldActivity, NoteEvent
from tests.lessons.asking import answer, books_of, entries, on, said, th, why

pytestmark = pytest.mark.django_db

SAVING = HoldActivity(on=on(2), topic="การออมในกลุ่ม", theme="การเงิน", attended=("ก01", "ก02"), others=1)
MIND = HoldActivity(on=on(3), topic="ดูแลใจ", theme="สุขภาพใจ", attended=("ก01",))
WORKSHOP = HoldActivity(on=on(4), topic="ประชุม", theme="สรุปบทเรียน", attended=("ก01", "ก02"))
LOCKDOWN = NoteEvent(on=on(1), what="ปิดเมือง")
NOTE = PinNote(on=on(4), small_group="กลุ่มย่อย 2", sort="adaptation", text="แบ่งงานกลับไปทำที่บ้าน", votes=7)


def made(place):
    return MakeBatch(on=on(2), lot=place, product="ตะกร้า", used=100, good=1, maker="ก01", place=place)


def test_trainings_are_told_by_theme_and_who_came_and_never_as_knowledge():
    judged = answer(books_of(SAVING, MIND, WORKSHOP), "programme.trained")
    assert said(judged) == (
        "supported",
        "กลุ่มลองจัดการอบรมและกิจกรรมการเรียนรู้ 2 ครั้ง เรื่องการเงิน และสุขภาพใจ คือ “การออมในกลุ่ม” มา 3 คน “ดูแลใจ” มา 1 คน",
        "กลุ่มลอง held trainings and learning activities on การเงิน and สุขภาพใจ, 2 in all: "
        "“การออมในกลุ่ม” (3 came), “ดูแลใจ” (1 came).",
    )
    assert entries(judged) == (9, 10)
    assert why(judged)[1] == "The notes tell who came to what; whether they know more was not measured."


@pytest.mark.parametrize("held", [[], [WORKSHOP], [HoldActivity(on=on(2), topic="การออม")]])
def test_without_anybody_who_came_nobody_was_taught(held):
    assert answer(books_of(*held), "programme.trained").verdict == "not_enough_data"


def test_know_how_is_taught_on_where_teacher_and_learners_are_noted():
    weaving = HoldActivity(on=on(2), topic="ลายสาน", attended=("ก01", "ก02", "ก03"), teacher="ก01")
    assert said(answer(books_of(weaving, SAVING), "programme.taught_on")) == (
        "supported",
        "สมาชิกถ่ายทอดความรู้กันเอง 1 ครั้ง โดยผู้สอน 1 คน คือ “ลายสาน” มีผู้เรียน 2 คน",
        "Members taught each other (sessions: 1, teachers: 1): “ลายสาน” (learners: 2).",
    )


@pytest.mark.parametrize(
    "held", [SAVING, HoldActivity(on=on(2), topic="ลายสาน", attended=("ก01",), teacher="ก01")]
)
def test_a_session_without_a_teacher_or_without_learners_teaches_nothing_on(held):
    assert answer(books_of(held), "programme.taught_on").verdict == "not_enough_data"


def test_an_adaptation_beside_a_dated_event_and_home_batches_is_borne_out():
    judged = answer(books_of(LOCKDOWN, made("home"), made("group"), NOTE), "programme.adaptations")
    assert said(judged) == (
        "supported",
        "ในเวลาที่มี “ปิดเมือง” กลุ่มลองจดการปรับวิธีทำงานไว้ มีการผลิตที่บ้าน 1 จาก 2 รอบ "
        "กลุ่มย่อย 2 เขียนว่า “แบ่งงานกลับไปทำที่บ้าน”",
        "In the time of “ปิดเมือง” กลุ่มลอง noted how it worked differently: 1 of 2 batches were made at home; "
        "กลุ่มย่อย 2 wrote “แบ่งงานกลับไปทำที่บ้าน”.",
    )


@pytest.mark.parametrize(
    ("written", "verdict"),
    [
        ((made("home"), NOTE), "partly"),
        ((made("home"),), "not_enough_data"),
        ((NOTE,), "not_enough_data"),
        ((made("group"),), "not_enough_data"),
        ((LOCKDOWN, made("home")), "partly"),
        ((LOCKDOWN, NOTE), "partly"),
        ((LOCKDOWN,), "not_enough_data"),
    ],
)
def test_how_far_an_adaptation_is_borne_out(written, verdict):
    assert answer(books_of(*written), "programme.adaptations").verdict == verdict


def test_home_batches_from_another_time_are_not_laid_beside_the_event():
    past = NoteEvent(on=on(-12), what="ปิดเมือง", until=on(-11))
    judged = answer(books_of(past, made("home"), NOTE), "programme.adaptations")
    assert "ปิดเมือง" not in th(judged)[1]
    assert judged.verdict == "partly"


def test_without_a_dated_event_nobody_says_what_the_work_was_adapted_to():
    judged = answer(books_of(made("home"), NOTE), "programme.adaptations")
    assert th(judged)[1] == "มีการผลิตที่บ้าน 1 จาก 1 รอบ กลุ่มย่อย 2 เขียนว่า “แบ่งงานกลับไปทำที่บ้าน”"
    assert why(judged)[1] == (
        "No dated event is noted for that time, so it is not said what the work was adapted to."
    )
