"""A sheet is understood by its words, in whatever order, language and place they stand."""


# ruff: noqa: DTZ001 - a spreadsheet's day has no zone

from datetime import date, datetime

import pytest

from kwan.workbook.files import Sheet
from kwan.workbook.layout import NotUnderstood, Understood, understand
from kwan.workbook.mapping import Mapping
from kwan.workbook.matching import fits
from kwan.workbook.vocabulary import KINDS, hint, plain

DAY = datetime(2021, 7, 5)


def sheet(title, *rows, merges=()):
    return Sheet(title, [tuple(row) for row in rows], list(merges))


def columns(found):
    return {
        meaning: index for meaning, index in found.columns.items() if meaning not in {"ordinal", "recorder"}
    }


@pytest.mark.parametrize(
    ("title", "headings", "first", "kind", "wanted"),
    [
        ("บัญชีออมทรัพย์", ["วัน เดือน ปี", "เลขที่สมาชิก", "เงินฝาก (บาท)", "ถอน (บาท)", "คงเหลือ"],
         ["5 ส.ค. 64", "001", "1,200.-", None, 1300], "passbook", "date member deposit withdrawal balance"),
        ("Sheet1", ["Member no.", "Date", "Withdrawal", "Deposit", "Balance"],
         ["M01", "2021-07-05", None, 100, 100], "passbook", "member date withdrawal deposit balance"),
        ("สมุดเงินฝาก", ["วันที่", "สมาชิก", "ประเภท", "จำนวนเงิน"],
         ["5/7/64", "ก01", "ถอน", 100], "passbook", "date member direction amount"),
        ("แผ่น2", ["เลขสมาชิก", "ชื่อ", "สกุล", "จำนวนเงินออม", "วันที่ออม"],
         ["1", "ก", "ข", 100, "5/7/64"], "passbook", "member name last_name deposit date"),
        ("Income", ["Month", "Member ID", "Amount (THB)"], ["July 2021", "A1", 450], "income", "month member amount"),
        ("รายได้สมาชิก", ["งวดเดือน", "ชื่อสมาชิก", "เลขสมาชิก", "จำนวนเงิน"],
         ["07/2564", "ก", "1", "450"], "income", "month name member amount"),
        ("wellbeing", ["Member", "Phase", "Score", "Date"], ["A1", "before", 5, DAY], "rounds",
         "member round score date"),
        ("รายชื่อลูกค้า", ["ชื่อหน่วยงาน/ร้าน", "ประเภท", "เบอร์โทร"], ["รพ.พะเยา", "รพ.", "081"], "buyers",
         "buyer channel phone"),
        ("ออเดอร์", ["ออเดอร์ที่", "วัน เดือน ปี", "ผู้สั่งซื้อ", "รายการ", "ปริมาณ", "ราคา/หน่วย", "ยอดเงิน", "นัดส่ง", "สถานะ"],
         ["1", "5/7/64", "รพ.", "กุ้ง", 2, "230", "460", "9/7/64", "ชำระแล้ว"], "orders",
         "order_no date buyer product quantity unit_price total due payment"),
        ("Orders", ["Order No", "Order date", "Customer", "Product", "Qty", "Unit", "Unit price", "Due date", "Paid?"],
         ["1", DAY, "H", "Prawn", 2, "pack", 230, DAY, "yes"], "orders",
         "order_no date buyer product quantity unit unit_price due payment"),
        ("จัดซื้อ", ["วันที่ซื้อ", "รายการ", "ปริมาณ", "หน่วยนับ", "ราคา/หน่วย", "รวมเงิน", "ร้าน"],
         ["5/7/64", "กุ้งสด", 5, "กก.", 220, "1,100.-", "ตลาด"], "materials",
         "date material quantity unit unit_price total supplier"),
        ("Purchases", ["Date", "Item", "Quantity", "Unit", "Price", "Total"], [DAY, "Prawn", 5, "kg", 220, 1100],
         "materials", "date material quantity unit unit_price total"),
        ("Production", ["Batch no.", "Date", "Product", "Part used", "Used (kg)", "Good units", "Waste (kg)", "Made by",
                        "Place", "Hair net", "Gloves"],
         ["B1", DAY, "Basket", "stem", 20, 2, 0.2, "A1", "home", "yes", "no"], "batches",
         "lot date product part used made waste maker place check_cap check_gloves"),
        ("อบรม", ["วันที่", "หัวข้ออบรม", "จำนวนคน", "รายชื่อผู้เข้าร่วม", "สถานที่"],
         ["5/7/64", "การออม", 3, "ก01 ,ก02", "วัด"], "activities", "date title heads attendees place"),
        ("รับจ่าย", ["วันที่", "รายการ", "รายรับ", "รายจ่าย", "คงเหลือ"], ["5/7/64", "รับเงินสนับสนุน", 20000, None, 1],
         "fund", "date kind in out balance"),
        ("หนี้", ["เลขที่สมาชิก", "แหล่งเงินกู้", "ยอดหนี้คงเหลือ", "อัตราดอกเบี้ย (%)", "ส่งต่อเดือน"],
         ["1", "ธกส", 1000, "6%", 100], "debts", "member creditor principal rate instalment"),
        ("KPI", ["Objective", "Indicator", "Unit", "Baseline", "Target", "Data source"],
         ["s", "x", "%", 0, 80, "passbook"], "indicators", "objective indicator unit baseline target source"),
        ("ถอดบทเรียน", ["วง", "หัวข้อ", "เนื้อหา", "โหวต"], ["1", "ปัญหา", "ก ข", 5], "notes", "subgroup kind text votes"),
        ("Members", ["No.", "Code", "Full name", "Position", "Joined", "Left", "District"],
         [1, "A1", "A B", "Chair", "2021-06-20", None, "y"], "members", "member name office joined left district"),
    ],
)  # fmt: skip
def test_other_names_and_orders_are_understood(title, headings, first, kind, wanted):
    found = understand(sheet(title, headings, first))
    assert isinstance(found, Understood)
    assert (found.kind, found.header_row) == (kind, 1)
    order = {
        meaning: headings_index
        for meaning, headings_index in columns(found).items()
        if meaning in wanted.split()
    }
    assert sorted(order, key=order.get) == wanted.split()
    assert found.unknown_columns == ()


def test_titles_blank_rows_and_extra_columns_do_not_matter():
    found = understand(
        sheet("Sheet1", [], ["กลุ่มแม่บ้านร่องไผ่"], ["สมุดเงินออม ปี 2564"], [],
              ["สีเล่ม", "ว/ด/ป", "รหัส", "ฝาก", "ถอน"], ["เขียว", "5/7/64", "ก01", 100, None]),
    )  # fmt: skip
    assert (found.kind, found.header_row, found.unknown_columns) == ("passbook", 5, ("สีเล่ม",))
    assert found.title == "กลุ่มแม่บ้านร่องไผ่ สมุดเงินออม ปี 2564"


def test_headings_of_two_rows_are_read_together():
    rows = [["วันที่", "รหัส", "เงินออม", None], [None, None, "ฝาก", "ถอน"], ["5/7/64", "ก01", 100, None]]
    found = understand(sheet("ฝากถอน", *rows, merges=[(0, 2, 0, 3)]))
    assert (found.header_row, columns(found)) == (2, {"date": 0, "member": 1, "deposit": 2, "withdrawal": 3})


def test_months_across_a_passbook_are_spread():
    found = understand(
        sheet("ออม", ["รหัส", "ชื่อ-สกุล", "ก.ค. 64", "ส.ค. 64", "รวม"], ["ก01", "ก ข", 100, 200, 300])
    )
    assert (found.kind, found.spread) == ("passbook", {2: date(2021, 7, 1), 3: date(2021, 8, 1)})


def test_bare_months_take_their_year_from_above():
    rows = [["การออมปี 2564"], ["รหัส", "ชื่อ", "เงินออม", None], [None, None, "ก.ค.", "ส.ค."], ["ก01", "ก", 1, 2]]
    assert understand(sheet("ออม", *rows)).spread == {2: date(2021, 7, 1), 3: date(2021, 8, 1)}


def test_rounds_across_are_spread():
    found = understand(sheet("ความสุข", ["รหัส", "ก่อน", "ระหว่าง", "หลัง"], ["ก01", 5, 6, 7]))
    assert (found.kind, found.spread) == ("rounds", {1: 0, 2: 1, 3: 2})


def test_a_check_no_list_knows_is_kept_under_its_own_words():
    found = understand(
        sheet("ผลิต", ["ล็อต", "วันที่", "สินค้า", "ใช้ (กก.)", "ได้", "ตรวจตู้เย็น"], ["1", "5/7/64", "กุ้ง", 5, 9, "/"])
    )
    assert found.checks == {5: "ตรวจตู้เย็น"}


@pytest.mark.parametrize("rows", [[["a", "b", "c"], [1, 2, 3]], [["ชนิด", "สี"], ["ดอกไม้", "แดง"]]])
def test_a_strange_sheet_is_not_understood_but_guessed_at(rows):
    found = understand(sheet("อะไรก็ไม่รู้", *rows))
    assert isinstance(found, NotUnderstood)
    assert len(found.guesses) == 3
    assert not found.empty


def test_a_sheet_that_could_be_two_things_is_asked_about():
    found = understand(sheet("Sheet1", ["รหัส", "ชื่อ", "ก.ค. 64", "ส.ค. 64"], ["ก01", "ก", 100, 200]))
    assert isinstance(found, NotUnderstood)
    assert {guess.kind for guess in found.guesses[:2]} == {"passbook", "income"}


def test_an_empty_sheet_is_said_to_be_empty():
    assert understand(sheet("ว่าง", [None, " "])) == NotUnderstood("ว่าง", empty=True)


def test_what_a_person_decided_is_remembered_for_alike_files():
    unknown = understand(sheet("Sheet1", ["กขค", "งจฉ", "ชซฌ"], ["5/7/64", "ก01", 100]))
    told = Mapping("passbook", {"กขค": "date", "งจฉ": "member", "ชซฌ": "deposit"})
    again = Mapping.from_json(told.to_json())
    assert again == told
    other_order = sheet("อื่น", ["ชซฌ", "กขค", "งจฉ"], [100, "5/8/64", "ก02"])
    found = understand(other_order, {unknown.fingerprint: again})
    assert (found.kind, found.confidence) == ("passbook", 1.0)
    assert found.columns == {"deposit": 0, "date": 1, "member": 2}


def test_an_understanding_can_be_kept_as_a_mapping():
    found = understand(sheet("สมุดออม", ["วันที่", "รหัส", "ฝาก"], ["5/7/64", "ก01", 1]))
    assert found.mapping() == Mapping("passbook", {"วันที่": "date", "รหัส": "member", "ฝาก": "deposit"})


@pytest.mark.parametrize(
    "text", ['{"kind":"x","columns":{}}', '{"kind":"passbook","columns":{"a":"password"}}']
)
def test_a_mapping_of_strangers_is_refused(text):
    with pytest.raises(ValueError, match="unknown"):
        Mapping.from_json(text)


def test_the_group_is_read_from_labels_in_any_language():
    rows = [["Group name", "Kwan"], ["Occupation", "seafood"], ["Founded", "20 June 2021"]]
    found = understand(sheet("About", *rows))
    assert (found.kind, found.vertical, found.header_row) == ("group", True, 0)


def test_headings_are_compared_without_their_dress():
    assert plain("วัน  เดือน  ปี (พ.ศ.)") == plain("วันเดือนปี")
    assert plain("Order No.") == plain("ORDER-NO")
    assert plain("ครั้งที่ ๑") == plain("ครั้งที่ 1")
    assert hint("ใช้ (กก.)") == "กก"


def test_a_slip_of_the_pen_in_a_heading_is_forgiven():
    assert fits("passbook", "เงินฝากก")[0].meaning == "deposit"
    assert fits("orders", "กำหนดสง")[0].meaning == "due"


def test_every_name_of_a_column_means_that_column_first():
    for kind in KINDS.values():
        for column in kind.columns:
            for name in column.names:
                best = fits(kind.code, name)
                assert column.meaning in {fit.meaning for fit in best if fit.score == best[0].score}, (
                    kind.code,
                    name,
                )


def test_no_kind_needs_a_meaning_that_it_has_not():
    for kind in KINDS.values():
        meanings = {column.meaning for column in kind.columns}
        assert all(need <= meanings for need in kind.needs)
        assert len(meanings) == len(kind.columns)
