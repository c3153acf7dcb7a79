"""Rows become typed values, or are held with a reason and a mend, or skipped for what they are."""

from datetime import date
from decimal import Decimal

import pytest

from kwan.workbook.files import Sheet
from kwan.workbook.layout import understand
from kwan.workbook.outcomes import Tally
from kwan.workbook.rows import Held, Row, Skipped, read_rows, tally

PASSBOOK = ("วันที่", "รหัส", "ฝาก", "ถอน", "หมายเหตุ")
ORDERS = ("เลขที่", "วันที่สั่ง", "ลูกค้า", "สินค้า", "จำนวน", "ราคาต่อหน่วย", "การชำระเงิน")
BATCHES = ("เลขที่ผลิต", "วันที่", "สินค้า", "ใช้ (กก.)", "ได้สินค้าดี", "สถานที่", "ถุงมือ")


def outcomes(title, *rows, merges=()):
    sheet = Sheet(title, [tuple(row) for row in rows], list(merges))
    return list(read_rows(sheet, understand(sheet)))


def one(title, *rows):
    """What the last row became; the first is the heading."""
    return outcomes(title, *rows)[-1]


def passbook(*cells):
    return one("สมุดออม", PASSBOOK, ("5/7/64", "ก09", 1), cells)


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (("5 ก.ค. 64", "ก01", "1,200.-"), {"deposit": 120_000}),
        (("๕/๗/๒๕๖๔", "ก๐๑", None, "๕๐.๕๐"), {"withdrawal": 5_050}),
        (("2021-07-05", "ก01", "-", 20), {"withdrawal": 2_000}),
        ((44382, "ก01", 0.1 + 0.2), {"deposit": 30}),
        (("5/7/64", "ก01", 100, 50), {"deposit": 10_000, "withdrawal": 5_000}),
    ],
)
def test_a_movement_is_read_however_it_is_written(cells, values):
    assert passbook(*cells).values == {"date": date(2021, 7, 5), "member": "ก01", **values}


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (("5/13/64", "ก01", 100), "bad_date"),
        (("ไม่แน่ใจ", "ก01", 100), "bad_date"),
        (("5/7/64", "ก01", "ร้อย"), "bad_amount"),
        (("5/7/64", "ก01", -100), "negative"),
        (("5/7/64", "ก01", 0), "no_amount"),
        (("5/7/64", "ก01", None, None), "no_amount"),
        (("5/7/64", None, 100), "missing_member"),
        ((None, "ก01", 100), "missing_date"),
        (("5/7/64", "ก01", "#REF!"), "no_value"),
        (("5/7/64", "ก01", "#FORMULA!"), "no_value"),
        (("5/7/64", "ก01", "=1+1"), "bad_amount"),
        (("5/7/64", "ก01", True), "bad_amount"),
    ],
)
def test_what_cannot_be_booked_is_held_with_a_mend_in_both_languages(cells, code):
    held = passbook(*cells)
    assert isinstance(held, Held)
    assert (held.code, held.number, held.sheet, held.raw) == (code, 3, "สมุดออม", cells)
    assert all([held.reason_th, held.reason_en, held.suggestion_th, held.suggestion_en])


def test_a_missing_date_is_offered_from_the_row_above():
    held = passbook(None, "ก01", 100)
    assert "(5/7/64)" in held.suggestion_th


def test_nothing_is_lost_and_everything_is_counted():
    found = outcomes(
        "Sheet1", ("สมุดออมเงิน",), (), PASSBOOK, ("5/7/64", "ก01", 100), (), ("5/7/64", "ก02", "x"), PASSBOOK,
        ("6/8/64", "ก01", 100), ("รวม", None, 200, 0), ("หมายเหตุ: คนที่ไม่ได้ออมจะออมเดือนหน้า",), ("ลงชื่อ", "นางก"),
    )  # fmt: skip
    assert [(type(o), o.number) for o in found] == [
        (Skipped, 3), (Row, 4), (Held, 6), (Skipped, 7), (Row, 8), (Skipped, 9), (Skipped, 10), (Skipped, 11),
    ]  # fmt: skip
    assert [o.why for o in found if isinstance(o, Skipped)] == ["heading", "heading", "total", "note", "note"]
    assert tally(found) == Tally(read=8, understood=2, held=1, skipped=5)


@pytest.mark.parametrize(
    "word", ["รวม", "ยอดรวม", "รวมทั้งสิ้น", "Total", "Grand total", "รวมเดือน ก.ค. 64", "รวมเงิน"]
)
def test_totals_are_skipped(word):
    assert passbook(word, None, 500, 0).why == "total"
    assert passbook(None, word, 500, 0).why == "total"


def test_a_product_that_begins_with_the_word_total_is_sold_all_the_same():
    row = one("คำสั่งซื้อ", ORDERS, ("1", "5/7/64", "ร้านรวมมิตร", "รวมมิตรทะเล", 2, 50, "จ่ายแล้ว"))
    assert (row.values["product"], row.values["buyer"]) == ("รวมมิตรทะเล", "ร้านรวมมิตร")


def test_a_note_that_begins_with_the_word_total_is_a_lesson():
    row = one("บทเรียน", ("กลุ่มย่อย", "ประเภท", "ข้อความ"), ("1", "ปัญหา", "รวม"))
    assert row.values["text"] == "รวม"


def test_a_balance_carried_between_pages_is_no_movement_but_the_first_is_asked_about():
    found = outcomes("สมุดออม", (*PASSBOOK[:4], "คงเหลือ"), ("5/7/64", "ยอดยกมา", None, None, 500),
                     ("6/7/64", "ก01", 100, None, 600), (None, "ยอดยกไป", None, None, 600))  # fmt: skip
    assert [getattr(o, "code", getattr(o, "why", o.number)) for o in found] == [
        "heading",
        "opening_balance",
        3,
        "carried",
    ]


def test_ditto_marks_and_merged_cells_repeat_what_stands_above():
    found = outcomes("สมุดออม", PASSBOOK, ("5/7/64", "ก01", 100), ('"', "ก02", '"'), (None, "ก03", 50),
                     merges=[(2, 0, 3, 0)])  # fmt: skip
    assert [o.values.get("date") for o in found[1:3]] == [date(2021, 7, 5)] * 2
    assert found[2].values["deposit"] == 10_000


def test_a_column_of_signed_amounts_and_one_of_directions_are_the_same_book():
    signed = outcomes("เงินฝาก", ("วันที่", "รหัส", "จำนวนเงิน"), ("5/7/64", "ก", 100), ("5/7/64", "ก", -20))
    told = outcomes("เงินฝาก", ("วันที่", "รหัส", "ประเภท", "จำนวนเงิน"), ("5/7/64", "ก", "ฝาก", 100),
                    ("5/7/64", "ก", "ถอน", 20))  # fmt: skip
    assert [o.values for o in signed[1:]] == [o.values for o in told[1:]]


def test_a_wide_passbook_gives_a_row_for_each_filled_month():
    found = outcomes(
        "ออม", ("รหัส", "ก.ค. 64", "ส.ค. 64"), ("ก01", 100, 200), ("ก02", "-", "x"), ("รวม", 100, 200)
    )
    rows = [(o.number, o.column, o.values["date"], o.values["deposit"]) for o in found if isinstance(o, Row)]
    assert rows == [(2, 1, date(2021, 7, 1), 10_000), (2, 2, date(2021, 8, 1), 20_000)]
    assert [(o.number, o.column, o.code) for o in found if isinstance(o, Held)] == [(3, 2, "bad_amount")]
    assert [o.why for o in found if isinstance(o, Skipped)] == ["heading", "total"]


def test_an_order_is_read_with_money_in_satang_and_quantity_exact():
    row = one("คำสั่งซื้อ", ORDERS, ("001/64", "5/7/64", "รพ.", "กุ้ง", "1.5", 100 / 3, "โอนแล้ว"))
    assert row.values == {
        "order_no": "001/64", "date": date(2021, 7, 5), "buyer": "รพ.", "product": "กุ้ง",
        "quantity": Decimal("1.5"), "unit_price": 3_333, "payment": "paid",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("word", "payment"),
    [("จ่ายแล้ว", "paid"), ("ชำระแล้ว", "paid"), ("paid", "paid"), ("/", "paid"), ("9/7/64", "paid"),
     ("ค้างจ่าย", "unpaid"), ("ค้างชำระ", "unpaid"), ("เครดิต", "unpaid"), ("ยังไม่ได้จ่าย", "unpaid"), ("not paid", "unpaid")],
)  # fmt: skip
def test_payment_words(word, payment):
    row = one(
        "คำสั่งซื้อ", ORDERS, ("1", "5/7/64", "รพ.", "กุ้ง", 1, 1, "จ่ายแล้ว"), ("2", "5/7/64", "ก", "ข", 1, 1, word)
    )
    assert row.values["payment"] == payment


@pytest.mark.parametrize(
    ("word", "tick"),
    [("/", True), ("✓", True), ("ใช่", True), ("มี", True), (1, True), (True, True),
     (None, False), ("-", False), ("ไม่", False), (0, False), (False, False), ("ไม่มี", False), ("x", False)],
)  # fmt: skip
def test_ticks(word, tick):
    row = one(
        "การผลิต",
        BATCHES,
        ("L1", "5/7/64", "กุ้ง", 5, 9, "ที่บ้าน", "/"),
        ("L2", "5/7/64", "กุ้ง", 5, 9, "ที่กลุ่ม", word),
    )
    assert row.values["checks"] == {"gloves": tick}
    assert row.values["place"] == "group"


@pytest.mark.parametrize(
    ("heading", "cell", "grams"),
    [("ใช้ (กก.)", "2.5", 2_500), ("ใช้ (กรัม)", 250, 250), ("ใช้ (ขีด)", 3, 300), ("ใช้", "500 กรัม", 500),
     ("Used (kg)", 0.2, 200)],
)  # fmt: skip
def test_the_unit_of_a_heading_counts(heading, cell, grams):
    headings = ("เลขที่ผลิต", "วันที่", "สินค้า", heading, "ได้สินค้าดี")
    assert one("การผลิต", headings, ("L1", "5/7/64", "กุ้ง", cell, 9)).values["used"] == grams


@pytest.mark.parametrize(
    ("words", "rounds"),
    [(("ก่อน", "ระหว่าง", "หลัง"), [0, 1, 2]), (("ครั้งที่ 1", "รอบ 2", "ครั้งที่ ๓"), [0, 1, 2]), ((1, 2, 3), [0, 1, 2]),
     ((0, 1, 2), [0, 1, 2]), (("T0", "T1", "T2"), [0, 1, 2]), (("before", "during", "after"), [0, 1, 2])],
)  # fmt: skip
def test_rounds_are_numbered_from_nought(words, rounds):
    rows = [("ก01", word, "5/7/64", 5) for word in words]
    found = outcomes("ประเมินความสุข", ("รหัส", "ระยะ", "วันที่ประเมิน", "ระดับความสุข"), *rows)
    assert [o.values["round"] for o in found[1:]] == rounds


@pytest.mark.parametrize("score", [11, -1, 7.5, "ดี"])
def test_a_score_outside_nought_to_ten_is_held(score):
    headings = ("รหัส", "ระยะ", "ระดับความสุข")
    held = one("ประเมินความสุข", headings, ("ก01", "ก่อน", 5), ("ก01", "หลัง", score))
    assert held.code == "bad_score"


@pytest.mark.parametrize(
    ("word", "code"),
    [("รพ.สต.", "health_centre"), ("โรงพยาบาล", "hospital"), ("รพ.", "hospital"), ("อปท.", "local_government"),
     ("เทศบาลเมือง", "local_government"), ("หน่วยราชการ", "agency"), ("ร้านค้า", "shop"), ("ปลีก", "retail"), ("วัด", "other")],
)  # fmt: skip
def test_channels(word, code):
    row = one("ลูกค้า", ("ลูกค้า", "ประเภทช่องทาง"), ("ก", "ร้านค้า"), ("ข", word))
    assert (row.values["channel"], row.values["channel_text"]) == (code, word)


@pytest.mark.parametrize(
    ("cells", "kind", "direction"),
    [(("รับสมทบ", 100), "grant", "in"), (("ระดมทุน", 100), "raised", "in"), (("ซื้อวัตถุดิบ", 100), "materials", "out"),
     (("ซื้ออุปกรณ์", 100), "equipment", "out"), (("สวัสดิการ", 100), "welfare", "out"), (("ซื้อพวงหรีด", -5), "other_out", "out")],
)  # fmt: skip
def test_the_fund_knows_in_from_out(cells, kind, direction):
    row = one("กองทุน", ("วันที่", "รายการ", "จำนวนเงิน"), ("5/7/64", "รับสมทบ", 1), ("5/7/64", *cells))
    assert (row.values["kind"], row.values["direction"]) == (kind, direction)
    assert row.values["amount"] == abs(cells[1]) * 100


def test_a_fund_word_that_says_neither_is_held():
    assert (
        one("กองทุน", ("วันที่", "รายการ", "จำนวนเงิน"), ("5/7/64", "รับสมทบ", 1), ("5/7/64", "แปลก", 5)).code
        == "in_or_out"
    )
    both = ("วันที่", "รายการ", "รายรับ", "รายจ่าย")
    assert one("กองทุน", both, ("5/7/64", "ก", 1, None), ("5/7/64", "ก", 1, 1)).code == "both_ways"
    assert one("กองทุน", both, ("5/7/64", "ก", 1, None), ("5/7/64", "ก", None, None)).code == "no_amount"


def test_offices_former_ones_too():
    row = one("สมาชิก", ("รหัส", "ชื่อ - สกุล", "ตำแหน่ง"), ("ผ08", "บุญมา ริมกว๊าน", "ประธาน (เดิม)"))
    assert (row.values["office"], row.values["office_former"]) == ("chair", True)


def test_a_national_id_is_neither_read_nor_kept():
    row = one(
        "สมาชิก", ("รหัส", "ชื่อ", "สกุล", "เลขบัตรประชาชน", "ตำบล"), ("1", "ก", "ข", "1234567890123", "เวียง")
    )
    assert row.values == {"member": "1", "name": "ก ข", "subdistrict": "เวียง"}
    assert row.raw == ("1", "ก", "ข", None, "เวียง")


@pytest.mark.parametrize(
    "cell", ["ก01, ก02,ก03", "ก01;ก02 ; ก03", "ก01 ก02 ก03", "ก01\nก02\nก03", "ก01 และ ก02, ก03, ก01"]
)
def test_attendees_are_cut_apart(cell):
    row = one("กิจกรรม", ("วันที่", "เรื่อง", "ผู้เข้าร่วม"), ("5/7/64", "การออม", cell))
    assert row.values["attendees"] == ("ก01", "ก02", "ก03")


def test_an_order_number_that_became_a_date_is_held():
    headings = ORDERS[:5]
    held = one("คำสั่งซื้อ", headings, ("1", "5/7/64", "ก", "ข", 1), (date(2064, 1, 1), "5/7/64", "ก", "ข", 1))
    assert held.code == "bad_reference"


def test_the_group_is_one_meaning_a_row():
    found = outcomes("กลุ่ม", ("รายการ", "ข้อมูล"), ("ชื่อกลุ่ม", "กว๊าน"), ("ตำบล", "เวียง"), ("อาชีพ", None), ("สีเสื้อ", "ฟ้า"),
                     ("ก่อตั้งเมื่อ", "เมื่อนานมาแล้ว"))  # fmt: skip
    assert [o.values for o in found if isinstance(o, Row)] == [{"name": "กว๊าน"}, {"subdistrict": "เวียง"}]
    assert [o.why for o in found if isinstance(o, Skipped)] == ["heading", "note", "unknown"]
    assert [o.code for o in found if isinstance(o, Held)] == ["bad_date"]
