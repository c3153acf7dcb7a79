import pytest

from kwan.fund.commands import ReceiveIntoFund, SpendFromFund
from kwan.lessons.claims.links import links_of, names_a_cause
from kwan.lessons.commands import PinNote
from kwan.lessons.rules import Quote
from kwan.market.commands import AddBuyer, OrderLine, PlaceOrder
from kwan.production.commands import DeclareParts, MakeBatch
from kwan.programme.commands import HoldActivity
from kwan.wellbeing.commands import Answer
from tests.lessons.asking import MEMBERS, answer, answers, books_of, entries, on, said, th, why

pytestmark = pytest.mark.django_db

CHECKED = {"cap": True, "gloves": True, "apron": True, "clean": True}


def workshop(month=2, attended=("ก01", "ก02"), others=0):
    return HoldActivity(
        on=on(month, 12), topic="ประชุมสรุปบทเรียน", theme="สรุปบทเรียน", attended=attended, others=others
    )


def note(text, sort="problem", small_group="กลุ่มย่อย 1", votes=3):
    return PinNote(on=on(2, 12), small_group=small_group, sort=sort, text=text, votes=votes)


def batch(lot, **more):
    return MakeBatch(
        on=on(2), lot=str(lot), product="ตะกร้า", part="ก้าน", used=100, good=1, maker="ก01", **more
    )


def test_the_workshop_is_told_with_its_day():
    assert said(answer(books_of(workshop()), "lessons.meeting")) == (
        "supported",
        "กลุ่มลองมีวงสรุปบทเรียน “ประชุมสรุปบทเรียน” เมื่อวันที่ 12 กุมภาพันธ์ 2564",
        "กลุ่มลอง held its lessons workshop “ประชุมสรุปบทเรียน” on 12 February 2021.",
    )


def test_only_those_signed_in_took_part():
    judged = answer(books_of(workshop(others=5)), "lessons.participants")
    assert said(judged) == (
        "supported",
        "ผู้ลงชื่อในวงสรุปบทเรียนของกลุ่มลองมีสมาชิก 2 คน และผู้อื่น 5 คน",
        "Signed in at the lessons workshop of กลุ่มลอง: 2 members and 5 others.",
    )
    assert entries(judged) == (9,)


def test_of_two_workshops_the_later_one_is_told():
    books = books_of(workshop(1, ("ก01", "ก02", "ก03")), workshop(3, ("ก04",)))
    assert th(answer(books, "lessons.participants"))[1] == "ผู้ลงชื่อในวงสรุปบทเรียนของกลุ่มลองมีสมาชิก 1 คน"
    assert entries(answer(books, "lessons.participants")) == (10,)


def test_a_workshop_where_nobody_signed_in_had_nobody_to_count():
    books = books_of(workshop(attended=()))
    assert answer(books, "lessons.participants").verdict == "not_enough_data"
    assert answer(books, "lessons.groups").verdict == "not_enough_data"


def test_another_training_is_no_workshop():
    books = books_of(HoldActivity(on=on(2), topic="การออม", theme="การเงิน", attended=("ก01",)))
    ids = ("lessons.meeting", "lessons.participants", "lessons.groups")
    assert [answer(books, id_).verdict for id_ in ids] == ["not_enough_data"] * 3


SMALL, OTHER, LARGE = "กลุ่มย่อย 1", "กลุ่มย่อย 2", "กลุ่มใหญ่"


@pytest.mark.parametrize(
    ("small_groups", "verdict"),
    [
        ((SMALL, OTHER, LARGE), "supported"),
        ((SMALL, OTHER), "partly"),
        ((SMALL, LARGE), "partly"),
        ((LARGE,), "not_supported"),
        ((), "not_enough_data"),
    ],
)
def test_small_groups_and_a_large_one_are_told_from_their_notes(small_groups, verdict):
    books = books_of(*(note(f"ข้อ {name}", small_group=name) for name in small_groups))
    assert answer(books, "lessons.process").verdict == verdict


def test_a_note_the_books_know_nothing_of_is_a_quotation_and_no_more():
    judged = answer(books_of(note("ช่วงระบาดขายของไม่ได้", votes=9)), "lessons.problem")
    assert said(judged) == (
        "not_enough_data",
        "กลุ่มย่อย 1 เขียนว่า “ช่วงระบาดขายของไม่ได้” ได้ 9 คะแนน",
        "กลุ่มย่อย 1 wrote “ช่วงระบาดขายของไม่ได้” (votes: 9).",
    )
    assert [span.slot.small_group for span in judged.finding.th if isinstance(span.slot, Quote)] == [
        "กลุ่มย่อย 1"
    ]
    assert entries(judged) == (9,)


def test_digits_in_a_note_stay_inside_its_quotation_marks():
    judged = answer(books_of(note("ขายได้ 50 ใบ", votes=0)), "lessons.problem")
    assert th(judged)[1] == "กลุ่มย่อย 1 เขียนว่า “ขายได้ 50 ใบ”"


def test_a_note_that_the_books_bear_out_says_so_beside_it():
    raised = (
        ReceiveIntoFund(on=on(1), purpose="raised", satang=600000),
        SpendFromFund(on=on(2), purpose="materials", satang=600000),
    )
    judged = answer(books_of(*raised, note("ระดมทุนซื้อวัตถุดิบร่วมกัน", "solution")), "lessons.solution")
    assert th(judged) == (
        "supported",
        "กลุ่มย่อย 1 เขียนว่า “ระดมทุนซื้อวัตถุดิบร่วมกัน” ได้ 3 คะแนน ส่วนในสมุด "
        "กลุ่มระดมทุนได้ 6,000 บาท และหลังจากนั้นกองทุนจ่ายซื้อวัตถุดิบ 6,000 บาท",
    )


def test_a_note_that_names_a_cause_is_borne_out_in_part_at_most():
    raised = (
        ReceiveIntoFund(on=on(1), purpose="raised", satang=600000),
        SpendFromFund(on=on(2), purpose="materials", satang=600000),
    )
    text = "ระดมทุนซื้อวัตถุดิบเพราะขายไม่ได้"
    assert answer(books_of(*raised, note(text)), "lessons.problem").verdict == "partly"


def test_every_time_on_a_note_is_held_against_the_batches():
    books = books_of(batch(1, **CHECKED), batch(2), note("สวมหมวก ถุงมือ ทุกครั้ง", "adaptation"))
    assert th(answer(books, "lessons.adaptation")) == (
        "not_supported",
        "กลุ่มย่อย 1 เขียนว่า “สวมหมวก ถุงมือ ทุกครั้ง” ได้ 3 คะแนน ส่วนในสมุด "
        "กลุ่มจดการตรวจก่อนผลิตไว้ และตรวจครบทั้ง 4 ข้อ 1 จาก 2 รอบ",
    )


def test_a_note_that_says_more_than_the_books_count_is_borne_out_in_part():
    parts = DeclareParts(on=on(1), material="ผักตบชวา", parts=("ก้าน",))
    text = "ใช้ครบทุกส่วน ตามที่ลูกค้าต้องการ"
    assert answer(books_of(parts, batch(1), note(text, "knowledge")), "lessons.knowledge").verdict == "partly"
    assert (
        answer(books_of(batch(1), note(text, "knowledge")), "lessons.knowledge").verdict == "not_enough_data"
    )


def test_happier_because_they_learn_from_the_experienced_is_never_a_finding():
    rounds = (
        Answer(on=on(month, 9), member=member, round=place, score=score)
        for member in MEMBERS
        for month, place, score in ((1, 0, 4), (2, 2, 9))
    )
    text = "สมาชิกมีความสุขมากขึ้น เพราะได้เรียนรู้จากคนที่มีประสบการณ์ ตรวจหมวกทุกครั้ง"
    judged = answer(books_of(*rounds, batch(1, **CHECKED), note(text, "success")), "lessons.knowledge")
    assert judged.verdict == "not_enough_data"
    assert sorted(judged.readings) == ["lessons.votes"]
    assert why(judged)[1] == ("These are words of the workshop; no record of the books stands beside them.")


@pytest.mark.parametrize(
    ("words", "links"),
    [
        ("ต้นทุนวัตถุดิบสูง ไม่มีเงินหมุน", 2),
        ("จัดการตลาดเป็นระบบ: รู้ลูกค้า รู้ต้นทุน", 0),
        ("แบ่งงานกลับไปทำที่บ้าน", 1),
        ("วัตถุดิบมีน้อย หน่วยงานกำจัดผักตบในแม่น้ำ", 1),
        ("นัดหน่วยงานก่อนกำจัด ขอเก็บก้านก่อน", 0),
        ("มีความสุขที่ได้ทำที่บ้าน", 0),
    ],
)
def test_a_link_is_made_by_the_table_alone(words, links):
    assert len(links_of(words)) == links


def test_a_cause_is_known_by_its_words():
    assert names_a_cause("ขายไม่ได้เพราะระบาด")
    assert not names_a_cause("ขายไม่ได้ช่วงระบาด")


def test_notes_are_told_by_their_votes_and_none_is_left_out():
    sorts = ("problem", "cause", "adaptation", "solution", "knowledge", "success", "other")
    books = books_of(*(note(f"ข้อ {sort}", sort, votes=votes) for votes, sort in enumerate(sorts)))
    ids = ("lessons.problem", "lessons.adaptation", "lessons.solution", "lessons.knowledge")
    told = {id_: [one.claim.about for one in answers(books, id_)] for id_ in ids}
    assert told == {
        "lessons.problem": ["10", "9"],
        "lessons.adaptation": ["11"],
        "lessons.solution": ["12"],
        "lessons.knowledge": ["15", "14", "13"],
    }


def test_a_heading_without_notes_says_so():
    assert th(answer(books_of(), "lessons.solution")) == ("not_enough_data", "สมุดของกลุ่มลองยังไม่มีบัตรคำในหัวข้อนี้")


def test_orders_of_agencies_stand_beside_a_note_of_them():
    kinds = (("รพ.พะเยา", "hospital"), ("อบต.แม่ใส", "local_government"))
    buyers = [AddBuyer(on=on(1), buyer=name, channel=channel) for name, channel in kinds]
    item = OrderLine(product="ชุดรวม", quantity=1, unit_price=100)
    orders = [PlaceOrder(on=on(2), number=name, buyer=name, items=(item,)) for name, _ in kinds]
    text = "เปิดสั่งล่วงหน้าและส่งถึงหน่วยงาน"
    judged = answer(books_of(*buyers, *orders, note(text, "solution")), "lessons.solution")
    assert judged.verdict == "partly"
    assert entries(judged) == (11, 12, 13)
