"""Names as they are heard, and who may therefore be one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.people.rules.likeness import Called, alike, one_letter_apart, pairs
from kwan.thai.sound import sounds, spelled, without_title

SAME = [
    ("นายศรีพรรณ ใจดี", "สีพัน ไจดี"), ("กิตติ", "กิติ"), ("ธันวา", "ทันวา"), ("จันทร์", "จันท์"), ("สิทธิ์", "สิท"),
    ("สมบัติ", "สมบัด"), ("ณรงค์", "นะรง"), ("วิไล", "วิลัย"), ("น.ส.มาลี", "นางสาวมารี"), ("เพ็ญ", "เพ็น"), ("กัญญา", "กันยา"),
    ("คำ", "คัม"), ("สร้อย", "ส้อย"), ("กรรณิการ์", "กันณิกา"), ("ทรงชัย", "ซงไช"), ("ไชยา", "ชัยญา"), ("ด.ช. ณัฐ", "นัด"),
    ("Mr Somchai", "somchai"), ("บัวผัน  ใจดี", "บัวพัน ใจดี"), ("อรทัย", "อรไท"), ("สมพร", "สมพอน"), ("มิตร", "มิด"), ("เพชร", "เพ็ด"), ("วรรณา", "วันนา"),
]  # fmt: skip
OTHERS = [("สมชาย", "สมหญิง"), ("มาลี", "มาลัย"), ("บัวผัน ใจดี", "บัวผัน วงศ์ชัย"), ("คำ", "แก้ว"), ("นิภา", "นิพนธ์")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_of_one_name_sound_the_same(one, other):
    assert sounds(one) == sounds(other) != ()


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_names_sound_otherwise(one, other):
    assert sounds(one) != sounds(other)


@pytest.mark.parametrize(
    ("name", "left"),
    [("นายบุญมี", "บุญมี"), ("นางสาว แก้ว", "แก้ว"), ("ดร.ปรีชา", "ปรีชา"), ("นาย", "นาย"), ("นิดา", "นิดา"), ("Mrs Daeng", "daeng")],
)  # fmt: skip
def test_a_title_is_no_part_of_a_name_and_a_name_is_no_title(name, left):
    assert without_title(name) == left


@given(st.text(alphabet="กขคงจชซฌญดตถทธนบปผพภมยรลวศษสหอะาิีุูเแโใไั่้์ำ รร", max_size=24))
def test_whatever_is_written_has_a_sound_and_tone_marks_do_not_change_it(name):
    without_tones = name.replace("่", "").replace("้", "")
    assert spelled(name) == spelled(without_tones)
    assert sounds(name.replace("ศ", "ส")) == sounds(name)


def test_why_two_people_may_be_one_the_strongest_reason_first():
    known = Called("ก01", "นางบัวผัน ใจดี", "บัว", "12/3")
    answers = {
        "บัวผัน ใจดี": "name", "บัวพัน ไจดี": "sound", "บัวผัน": "first", "บัวผัก ใจดี": "near", "สมพร กว๊านงาม": None, "": None,
    }  # fmt: skip
    assert {name: alike(known, Called("ก09", name)) for name in answers} == answers


def test_the_same_nickname_in_the_same_house_may_be_one_person():
    assert alike(Called("ก01", "บัวผัน ใจดี", "แดง", "12/3"), Called("ก02", "อรทัย ใจดี", "แดง", "๑๒/๓")) == "home"
    assert alike(Called("ก01", "บัวผัน ใจดี", "แดง", "12/3"), Called("ก02", "อรทัย ใจดี", "แดง")) is None


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [("abc", "abc", True), ("abc", "ab", True), ("abc", "adc", True), ("abc", "acb", True), ("abc", "adcb", False),
     ("abc", "cba", False), ("", "a", True), ("a1", "a2", False), ("abcd", "abdce", False)],
)  # fmt: skip
def test_one_letter_more_less_other_or_two_swapped(a, b, said):
    assert (one_letter_apart(a, b), one_letter_apart(b, a)) == (said, said)


@given(
    st.lists(
        st.sampled_from(["บัวผัน ใจดี", "บัวพัน ใจดี", "บัวผัน", "สมพร กว๊านงาม", "สมพร กว๊านงามๆ", ""]), max_size=6
    )
)
def test_the_register_points_out_just_those_who_are_alike_two_by_two(names):
    people = [Called(f"ก{n:02d}", name) for n, name in enumerate(names)]
    one_by_one = [
        (a, b, why) for place, a in enumerate(people) for b in people[place + 1 :] if (why := alike(a, b))
    ]
    assert list(pairs(people)) == one_by_one
