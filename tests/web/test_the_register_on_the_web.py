"""The register as it is kept on a phone: a name is enough, nothing typed is lost, nothing is written twice."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from kwan.fund.queries import balances
from kwan.ids import uuid7
from kwan.journal.commands import open_book
from kwan.journal.queries import entries, entry_of_key, head
from kwan.people import queries
from kwan.people.commands import Join
from tests.web.registering import a_register, look, page, send
from tests.web.village import browser, seat, write_all

YESTERDAY = timedelta(days=1)


@pytest.fixture
def book(books):
    with a_register() as number:
        yield number


def test_a_name_is_enough_and_the_next_reference_is_suggested(book):
    assert 'value="ก04"' in look(book, "member-add")
    answer = send(book, "member-add", name="นิภา ปลาทอง", by="second")
    person = queries.member(book, "ก04")
    assert (answer.status_code, answer.url) == (302, reverse("members", args=[book]))
    assert (person.name, person.joined, person.district, entry_of_key(book, "member/ก04")) == (
        "นิภา ปลาทอง", timezone.localdate(), None, 6,
    )  # fmt: skip


def test_the_same_form_sent_twice_adds_one_member(book):
    form = uuid7()
    for _ in range(2):
        answer = send(book, "member-add", form_id=form, name="นิภา ปลาทอง", member="ก04")
        assert answer.status_code == 302
    assert (head(book).last_entry, len(queries.members(book))) == (6, 4)


def test_the_same_form_with_another_name_is_refused_and_what_was_typed_stays(book):
    form = uuid7()
    send(book, "member-add", form_id=form, name="นิภา ปลาทอง", member="ก04")
    answer = send(book, "member-add", form_id=form, name="มาลี ไชยวงค์", member="ก05")
    assert (answer.status_code, "มาลี ไชยวงค์" in page(answer), head(book).last_entry) == (409, True, 6)


def test_without_a_name_nothing_is_written_and_the_nickname_stays(book):
    answer = send(book, "member-add", name=" ", nickname="แดง")
    assert (answer.status_code, 'value="แดง"' in page(answer), head(book).last_entry) == (422, True, 5)


@pytest.mark.parametrize(
    ("typed", "said"),
    [({"amphoe": "อำเภอไม่มีจริง"}, "ไม่พบอำเภอ"), ({"tambon": "เวียง"}, "ยังไม่ได้กรอกอำเภอ"), ({"member": "ก/4"}, "เครื่องหมาย /"),
     ({"member": "ก01"}, "มีสมาชิกรหัส ก01 อยู่แล้ว"), ({"on": "32 ม.ค. 69"}, "32"), ({"on": "1 ม.ค. 2700"}, "ยังมาไม่ถึง"), ({"member": "ก" * 90}, "ยาวไป")],
)  # fmt: skip
def test_what_cannot_be_read_is_told_beside_its_box(book, typed, said):
    answer = send(book, "member-add", name="นิภา ปลาทอง", **typed)
    assert (
        answer.status_code,
        said in page(answer),
        "นิภา ปลาทอง" in page(answer),
        head(book).last_entry,
    ) == (422, True, True, 5)


def test_a_place_is_looked_up_where_the_group_lives(book):
    send(book, "member-add", name="นิภา ปลาทอง", tambon="ห้วยลาน", amphoe="ดอกคำใต้", nickname="นิ", house="7/1")
    person = queries.member(book, "ก04")
    assert (person.subdistrict // 100, person.district, person.nickname, person.house) == (
        5605,
        5605,
        "นิ",
        "7/1",
    )


def test_who_may_be_there_already_is_shown_first_and_never_stands_in_the_way(book):
    first = send(book, "member-add", name="นางบัวพัน ไจดี", member="ก04")
    assert (first.status_code, "ชื่อออกเสียงเหมือนกัน" in page(first), head(book).last_entry) == (200, True, 5)
    form = uuid7()
    for _ in range(2):
        answer = send(book, "member-add", form_id=form, name="นางบัวพัน ไจดี", member="ก04", apart="ก01")
        assert answer.status_code == 302
    assert [entry.kind for entry in entries(book, size=2)] == ["people.told_apart", "people.joined"]
    assert "อาจซ้ำกัน" not in look(book, "members")


def test_one_who_left_is_shown_with_the_way_back(book):
    send(book, "member-leave", "ก02", on="")
    answer = send(book, "member-add", name="สมพร")
    assert reverse("member-return", args=[book, "ก02"]) in answer.content.decode()


def test_two_of_the_register_are_told_apart_by_one_tap(book):
    write_all(book, [Join(on=timezone.localdate(), member="ก04", name="บัวผัน ใจดี")])
    assert "ชื่อที่อาจซ้ำกัน" in look(book, "members")
    assert "Names that may be one person" in look(book, "members", lang="en")
    assert "อาจเป็นคนเดียวกับ" in look(book, "member", "ก04")
    answer = send(book, "members-apart", member="ก04", other="ก01")
    assert (answer.status_code, "ชื่อที่อาจซ้ำกัน" in look(book, "members")) == (302, False)


def test_telling_apart_somebody_unknown_writes_nothing(book):
    answer = send(book, "members-apart", member="ก01", other="ก09")
    assert (answer.status_code, head(book).last_entry) == (302, 5)
    assert browser("first").post(reverse("members-apart", args=[book]), {"form_id": "x"}).status_code == 404


def test_a_changed_name_is_a_new_entry_and_a_wrong_one_a_correction(book):
    send(book, "member-change", "ก03", name="อรทัย กว๊านงาม", why="changed", told_in="3")
    send(book, "member-change", "ก03", name="อรไท กว๊านงาม", why="wrong", told_in="6")
    send(book, "member-change", "ก02", name="สมพร งาม", why="wrong", told_in="2", amphoe="ดอกคำใต้")
    told = [(each.number, each.kind, each.corrects) for each in entries(book, size=3)]
    assert told == [
        (8, "people.joined", 2), (7, "people.member_described", 6), (6, "people.member_described", None),
    ]  # fmt: skip
    people = {each.reference: (each.name, each.district) for each in queries.members(book)}
    assert (people["ก03"], people["ก02"]) == (("อรไท กว๊านงาม", 5601), ("สมพร งาม", 5605))


def test_a_change_sent_twice_is_written_once_and_one_that_changes_nothing_not_at_all(book):
    form = uuid7()
    for _ in range(2):
        answer = send(book, "member-change", "ก03", form_id=form, name="อรทัย ใหม่", why="wrong", told_in="3")
        assert answer.status_code == 302
    same = send(
        book,
        "member-change",
        "ก01",
        name="บัวผัน ใจดี",
        tambon="เวียง",
        amphoe="เมืองพะเยา",
        why="changed",
        told_in="1",
    )
    assert (same.status_code, "ยังไม่มีอะไรเปลี่ยน" in page(same), head(book).last_entry) == (422, True, 6)


@pytest.mark.parametrize("told_in", ["1", "4", "x", "", "99999999999999999999"])
def test_a_correction_answers_only_the_members_own_entry(book, told_in):
    answer = send(book, "member-change", "ก03", name="ใครก็ไม่รู้", why="wrong", told_in=told_in)
    assert (answer.status_code, head(book).last_entry) == (404, 5)


def test_who_leaves_with_money_is_told_of_it_and_nothing_is_lost(book):
    said = look(book, "member-leave", "ก01")
    assert ("100 บาท" in said, "ตำแหน่งประธานจะว่าง" in said) == (True, True)
    assert "100 baht" in look(book, "member-leave", "ก01", lang="en")
    assert send(book, "member-leave", "ก01", on="").status_code == 302
    assert (queries.has_left(book, "ก01"), balances(book)["ก01"], queries.holders(book)) == (True, 10_000, {})


def test_who_left_comes_back_under_the_same_reference_and_leaves_again(book):
    today = timezone.localdate()
    for name in ("member-leave", "member-return", "member-leave"):
        assert send(book, name, "ก02", on="").status_code == 302
    person = queries.member(book, "ก02")
    assert [(span.since, span.until) for span in person.spans] == [
        (today - 30 * YESTERDAY, today),
        (today, today),
    ]
    assert [each.key for each in entries(book, size=3)] == [
        f"left/ก02/{today:%Y%m%d}", None, "left/ก02",
    ]  # fmt: skip
    again = send(book, "member-leave", "ก02", on="")
    assert (again.status_code, "ออกจากกลุ่มไปแล้ว" in page(again)) == (422, True)


def test_where_members_live_is_drawn_once_there_is_something_to_compare(book):
    assert "สมาชิกแต่ละอำเภอ" not in look(book, "members")
    send(book, "member-add", name="นิภา ปลาทอง", amphoe="ดอกคำใต้", on="")
    assert "สมาชิกแต่ละอำเภอ" in look(book, "members")
    assert "Members in each district" in look(book, "members", lang="en")


def test_an_empty_register_says_what_to_do_next(books):
    number = open_book(str(uuid4()), "group", "กลุ่มใหม่")
    seat("first", number, "treasurer")
    assert ("ใส่ชื่อคนแรกได้เลย" in look(number, "members"), 'value="ก01"' in look(number, "member-add")) == (
        True,
        True,
    )
    assert "เลือกกรรมการ" in look(number, "offices")
