"""Order, spelling, places, digits and ids."""

import pickle
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.ids import short, uuid7
from kwan.thai import (
    Refused,
    from_thai_digits,
    normalise,
    quoted,
    sara_am_for_resvg,
    sort_key,
    to_thai_digits,
)
from kwan.thai.places import Place, district_code, names, subdistrict_code

THAI_LETTERS = [chr(code) for code in (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E5C))]
TANGLED = "กเ\u0e31\u0e34\u0e38\u0e3a\u0e48\u0e49\u0e4c\u0e4d\u0e32 "
THAI_TEXT = st.text(alphabet=THAI_LETTERS) | st.text(alphabet=TANGLED)


@pytest.mark.parametrize(
    "in_order",
    [
        ["กา", "เก้า", "แกะ", "ไก่", "ขาว", "เขา"],
        ["กะ", "กา", "กำ", "กิน", "กุ้ง", "เกลือ", "แกง", "โกโก้", "ใกล้", "ไกล"],
        ["ปา", "ป่า", "ป้า", "ป๊า", "ป๋า", "ปาก"],
        ["จตุจักร", "จ.ป.ร.", "แม่ต๋ำ", "แม่ใส", "เวียง", "สันป่าม่วง"],
        ["Anong", "กุ้งสด", "ปลาหมึกสด"],
        ["ก01", "ก02", "ก10", "ผ01"],
    ],
)
def test_words_stand_as_in_the_dictionary(in_order):
    keys = [sort_key(word) for word in in_order]
    assert keys == sorted(set(keys))


@given(THAI_TEXT, THAI_TEXT)
def test_two_texts_stand_at_one_place_only_if_they_are_one_text(one, other):
    assert (sort_key(one) == sort_key(other)) == (one == other)
    assert (sort_key(one) < sort_key(other)) + (sort_key(other) < sort_key(one)) == (one != other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("นํา", "นำ"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("เเม่", "แม่"),
        ("ท่ี", "ที่"),
        ("  กว๊าน\u200bทะเล \u00a0 ซีฟู๊ด\n", "กว๊านทะเล ซีฟู๊ด"),
        ("\ufeffก01", "ก01"),
    ],
)
def test_what_looks_the_same_on_paper_is_one_spelling(typed, meant):
    assert normalise(typed) == meant


@given(THAI_TEXT)
def test_a_tidy_text_stays_as_it_is(text):
    assert normalise(normalise(text)) == normalise(text)


def test_sara_am_is_taken_apart_for_the_rasteriser():
    assert sara_am_for_resvg("<text>คณะทำงาน ย่ำน้ำ</text>") == (
        "<text>คณะท\u0e4d\u0e32งาน ย\u0e4d\u0e48\u0e32น\u0e4d\u0e49\u0e32</text>"
    )


@given(st.text())
def test_digits_go_to_thai_and_back(text):
    assert from_thai_digits(to_thai_digits(text)) == from_thai_digits(text)


def test_thai_digits_are_the_ordinary_ones():
    assert (to_thai_digits("0123456789 บาท"), from_thai_digits("๐๑๒๓๔๕๖๗๘๙ บาท")) == (
        "๐๑๒๓๔๕๖๗๘๙ บาท",
        "0123456789 บาท",
    )


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (("ดอกคำใต้", "ดอกคำใต้", "พะเยา"), 560501),
        (("เวียง", "เมืองพะเยา", "พะเยา"), 560101),
        (("ต.เวียง", "อ.เมือง", "จ.พะเยา"), 560101),
        (("ตำบล แม่ต๋ำ", "อำเภอเมืองพะเยา", "จังหวัดพะเยา"), 560102),
        (("แม่ ใส", "เมือง", "พะเยา"), 560114),
        (("สันป่าม่วง", "พะเยา", "พะเยา"), 560118),
        (("เวียง", "เมืองเชียงราย", "พะเยา"), 570101),
        (("Wiang", "Mueang Phayao", "Phayao"), 560101),
        (("พระบรมมหาราชวัง", "เขตพระนคร", "กทม."), 100101),
        (("แขวงพระบรมมหาราชวัง", "พระนคร", "กรุงเทพฯ"), 100101),
    ],
)
def test_a_sub_district_is_found_however_it_is_written(written, code):
    assert subdistrict_code(*written) == code


@pytest.mark.parametrize(
    ("written", "english"),
    [
        (("เวียงง", "เมืองพะเยา", "พะเยา"), "There is no sub-district “เวียงง”. Near it: Wiang."),
        (("เวียง", "เมืองพะยา", "พะเยา"), "There is no district “เมืองพะยา”. Near it: Mueang Phayao."),
        (("เวียง", "เมืองพะเยา", "พะเยาา"), "There is no province “พะเยาา”. Near it: Phayao."),
        (("เวียง", "zzz", "พะเยา"), "There is no district “zzz”."),
        (("", "เมืองพะเยา", "พะเยา"), "No sub-district was written."),
        (("เวียง", "", "พะเยา"), "No district was written."),
        (
            ("เวียง", "เฉลิมพระเกียรติ", "พะเยา"),
            "Several provinces have a district “เฉลิมพระเกียรติ”. Please write the province too.",
        ),
        (
            ("เวียง", "เมือง", ""),
            "Several provinces have a district “เมือง”. Please write the province too.",
        ),
    ],
)
def test_an_unknown_place_is_refused_with_the_nearest_ones(written, english):
    with pytest.raises(Refused) as refusal:
        subdistrict_code(*written)
    assert refusal.value.en == english


def test_a_district_alone_is_found_and_none_written_is_none():
    assert [
        district_code("เมืองเชียงราย", "พะเยา"), district_code("ดอกคำใต้", ""), district_code(" ", "พะเยา"),
    ] == [5701, 5605, None]  # fmt: skip


def test_a_code_gives_the_names_that_it_covers():
    phayao = {"province_th": "พะเยา", "province_en": "Phayao"}
    town = {"district_th": "เมืองพะเยา", "district_en": "Mueang Phayao"}
    assert [names(code) for code in (56, 5601, 560101)] == [
        Place(code=56, **phayao),
        Place(code=5601, **phayao, **town),
        Place(code=560101, **phayao, **town, subdistrict_th="เวียง", subdistrict_en="Wiang"),
    ]


@pytest.mark.parametrize("code", [0, -5, 1, 99, 5699, 56010, 560199, 5601010])
def test_a_code_of_no_place_is_refused(code):
    with pytest.raises(Refused):
        names(code)


def test_an_id_begins_with_its_time_and_is_of_version_seven():
    minted = uuid7(at_ms=1_644_624_000_123)
    assert (type(minted), minted.version, minted.int >> 80) == (UUID, 7, 1_644_624_000_123)


def test_ids_ascend_as_they_are_minted():
    minted = [uuid7() for _ in range(1000)]
    assert minted == sorted(set(minted))


def test_the_short_form_is_the_random_end():
    assert short(UUID("017eeb3a-b47b-7d16-89a5-fcd00a3b9520")) == "0a3b9520"


def test_a_refusal_can_be_sent_to_another_process():
    refusal = pickle.loads(pickle.dumps(Refused("ไม่ได้", "No.")))
    assert (refusal.th, refusal.en, str(refusal)) == ("ไม่ได้", "No.", "ไม่ได้ · No.")


def test_a_long_scribble_is_quoted_short():
    assert quoted("ก" * 100) == "“" + "ก" * 39 + "…”"
