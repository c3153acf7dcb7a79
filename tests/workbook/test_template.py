"""The empty workbook imports without a question, and helps whoever fills it in."""

import openpyxl

from kwan.workbook.files import read
from kwan.workbook.layout import understand
from kwan.workbook.template import GROUP_LABELS, SHEETS, heading_of, write_template
from kwan.workbook.vocabulary import KINDS


def test_every_sheet_of_the_template_is_understood(tmp_path):
    write_template(tmp_path / "ว่าง.xlsx")
    found = [understand(sheet) for sheet in read(tmp_path / "ว่าง.xlsx").sheets]
    assert [sheet.kind for sheet in found] == ["group", *SHEETS]
    assert all(sheet.unknown_columns == () for sheet in found)
    assert [tuple(sheet.columns) for sheet in found[1:]] != []
    for sheet, meanings in zip(found[1:], SHEETS.values(), strict=True):
        assert sheet.columns == {meaning: index for index, meaning in enumerate(meanings)}


def test_every_heading_of_a_date_or_sum_has_a_note_and_short_lists_are_offered(tmp_path):
    write_template(tmp_path / "t.xlsx")
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert [row[0].value for row in book["กลุ่ม"].iter_rows(min_row=2)] == [
        KINDS["group"].column(meaning).names[0] for meaning in GROUP_LABELS
    ]
    assert all(cell.comment for cell in book["สมุดออม"][1])
    lists = [rule.formula1 for rule in book["คำสั่งซื้อ"].data_validations.dataValidation]
    assert lists == ['"จ่ายแล้ว,ค้างจ่าย"']


def test_the_headings_are_those_that_people_know():
    orders = KINDS["orders"]
    assert [heading_of(orders, orders.column(meaning)) for meaning in SHEETS["orders"]] == [
        "เลขที่", "วันที่สั่ง", "ลูกค้า", "สินค้า", "จำนวน", "หน่วย", "ราคาต่อหน่วย", "กำหนดส่ง", "การชำระเงิน",
    ]  # fmt: skip
