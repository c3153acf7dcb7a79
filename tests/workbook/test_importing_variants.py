"""The same group, written down in the ways in which people write: the same figures come out."""

import io
from datetime import date

import openpyxl
import pytest

from kwan.journal import queries
from tests.workbook.bringing import a_group, bring, reasons, value
from tests.workbook.making import xls, xlsx

pytestmark = pytest.mark.django_db

MEMBERS_EN = [
    ["Member No.", "Full name", "Position", "Date joined"],
    ["M1", "Somchai Deejai", "Chair", "1 January 2021"],
    ["M2", "Mali Suksan", "Treasurer", "2021-01-15"],
]


def passbooks(result):
    """Each passbook's balance in satang, by member."""
    return {
        code.removeprefix("passbook:"): -balance
        for code, balance in queries.balances(result.book).items()
        if code.startswith("passbook:")
    }


def test_an_english_workbook():
    result = bring({
        "Summary of savings": [
            ["Northern Weavers' savings, 2021"],
            [None],
            ["Date", "Member No.", "Deposit", "Withdrawal", "Balance"],
            [date(2021, 2, 5), "M1", 120, None, 120],
            ["5 Mar 2021", "M2", "1,080.50", None, 1080.5],
            ["2021-04-05", "M1", None, 20, 100],
            ["Total", None, 1200.5, 20, 1180.5],
        ],
        "Register": MEMBERS_EN,
        "About": [["Group name", "Northern Weavers"], ["Province", "Phayao"], ["Founded", "1 January 2021"]],
        "Sales": [
            ["Order no.", "Order date", "Customer", "Product", "Qty", "Unit price", "Payment status"],
            ["A-1", "6 Feb 2021", "Phayao Hospital", "Shawl", 3, 250, "Paid"],
            ["A-2", "7 Feb 2021", "Night Market", "Shawl", 2, 200, "Unpaid"],
        ],
        "Production": [
            ["Lot no.", "Production date", "Product", "Material used", "Used (kg)", "Good pieces", "Made by",
             "Place", "Cap", "Gloves", "Apron", "Clean place"],
            ["L1", "4 Feb 2021", "Shawl", "Cotton", 2.5, 5, "M2", "at home", "yes", "yes", "yes", "no"],
        ],
        "Happiness": [
            ["Member No.", "Round", "Score"],
            ["M1", "before", 4], ["M1", "after", 7], ["M2", "before", 6], ["M2", "after", 6],
        ],
    })  # fmt: skip
    assert (result.group, result.held) == ("Northern Weavers", [])
    assert passbooks(result) == {"M1": 10000, "M2": 108050}
    assert {m: value(result, m) for m in ("orders.value", "orders.paid", "orders.receivable")} == {
        "orders.value": 75000 + 40000,
        "orders.paid": 75000,
        "orders.receivable": 40000,
    }
    assert (
        value(result, "batches.count"),
        value(result, "batches.checked"),
        value(result, "batches.at_home"),
    ) == (1, 0, 1)
    assert (value(result, "wellbeing.pairs"), value(result, "wellbeing.improved")) == (2, 1)


@pytest.mark.parametrize(
    "rows",
    [
        [["วันที่", "รหัส", "จำนวนเงิน"], ["5 ก.พ. 64", "ก01", 100], ["6 ก.พ. 64", "ก01", -30], ["7 ก.พ. 64", "ก02", 50]],
        [["วันที่", "รหัส", "ประเภท", "จำนวนเงิน"], ["5 ก.พ. 64", "ก01", "ฝาก", 100], ["6 ก.พ. 64", "ก01", "ถอน", 30],
         ["7 ก.พ. 64", "ก02", "ฝาก", 50]],
        [["วันที่", "รหัส", "รายการ", "จำนวนเงิน (บาท)"], ["5/2/64", "ก01", "ฝากเงิน", "100.-"],
         ["6/2/64", "ก01", "เบิกเงิน", "30 บาท"], ["7/2/2564", "ก02", "ฝากเงิน", "๕๐"]],
        [["ว/ด/ป", "เลขที่สมาชิก", "เงินฝาก", "เงินถอน", "คงเหลือ"], ["๕ ก.พ. ๒๕๖๔", "ก๐๑", "๑๐๐", None, "๑๐๐"],
         ["๖ ก.พ. ๒๕๖๔", "ก๐๑", None, "๓๐", "๗๐"], ["๗ ก.พ. ๒๕๖๔", "ก๐๒", "๕๐", None, "๕๐"]],
        [["หมายเหตุ", "ถอน", "ฝาก", "ชื่อ - สกุล", "วันที่"], [None, None, 100, "บัวผัน ใจดี", date(2564, 2, 5)],
         [None, 30, None, "บัวผัน ใจดี", "2021-02-06"], [None, None, 50, "สมพร กว๊านงาม", date(2021, 2, 7)]],
    ],
    ids=["signed", "direction", "two-digit years and 100.-", "Thai digits", "other order, names, eras mixed"],
)  # fmt: skip
def test_the_same_passbook_in_other_columns(rows):
    result = bring(a_group({"สมุดออม": rows}))
    assert (result.held, passbooks(result)) == ([], {"ก01": 7000, "ก02": 5000})
    assert value(result, "savings.withdrawals") == 3000


def test_a_passbook_with_its_months_across():
    rows = [
        ["สมุดออม ปี 2564"],
        ["ลำดับ", "รหัส", "ชื่อ - สกุล", "ม.ค. 64", "ก.พ. 64", "มี.ค. 64", "รวม"],
        [1, "ก01", "บัวผัน ใจดี", 100, 100, 50, 250],
        [2, "ก02", "สมพร กว๊านงาม", None, 80, "-", 80],
        ["รวม", None, None, 100, 180, 50, 330],
    ]
    result = bring(a_group({"สมุดออม": rows}))
    assert (result.held, passbooks(result)) == ([], {"ก01": 25000, "ก02": 8000})
    assert value(result, "savings.deposits") == 33000


def test_totals_and_headings_in_the_middle_are_no_money():
    head = ["วันที่", "รหัส", "ฝาก", "ถอน"]
    rows = [
        head, ["5 ก.พ. 64", "ก01", 100, None], ["รวมเดือน ก.พ.", None, 100, None], [None] * 4, head,
        ["5 มี.ค. 64", "ก01", 100, None], ["ยอดยกไป", None, 200, None], ["รวมทั้งสิ้น", None, 200, None],
    ]  # fmt: skip
    result = bring(a_group({"สมุดออม": rows}))
    assert passbooks(result) == {"ก01": 20000}
    assert [code for _, _, code in reasons(result)] == [
        "bad_date"
    ]  # the carried balance stands among the deposits: it waits


def test_merged_titles_above_the_headings():
    book = openpyxl.load_workbook(io.BytesIO(xlsx(a_group())))
    sheet = book["สมุดออม"]
    sheet.insert_rows(1, 3)
    sheet["A1"], sheet["A2"] = "กลุ่มปลาส้มบ้านดอน", "บัญชีเงินออม ประจำปี ๒๕๖๔"
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("A2:E2")
    file = io.BytesIO()
    book.save(file)
    result = bring(file.getvalue())
    assert (result.held, passbooks(result)) == ([], {"ก01": 20000, "ก02": 10050})


def test_a_formula_without_a_value_is_held_and_says_so():
    rows = [["วันที่", "รหัส", "ฝาก"], ["5 ก.พ. 64", "ก01", "=50+50"], ["5 ก.พ. 64", "ก02", 80]]
    result = bring(a_group({"สมุดออม": rows}))
    (held,) = result.held
    assert (held.number, "formula" in held.reason_en) == (2, True)
    assert passbooks(result) == {"ก02": 8000}


def test_an_order_list_with_totals_by_formula_still_knows_quantity_and_price():
    rows = [
        ["เลขที่", "วันที่สั่ง", "ลูกค้า", "สินค้า", "จำนวน", "ราคาต่อหน่วย", "เป็นเงิน"],
        ["1", "1 ก.พ. 64", "ร้านป้าแดง", "ปลาส้ม", 10, 60, "=E2*F2"],
    ]
    result = bring(a_group({"คำสั่งซื้อ": rows}))
    assert (result.held, value(result, "orders.value")) == ([], 60000)


def test_an_old_excel_file():
    rows = [["วันที่", "รหัส", "ชื่อ - สกุล", "ฝาก", "ถอน"], [date(2021, 2, 5), "ก01", "บัวผัน ใจดี", 100.0, None]]
    result = bring(xls("สมุดออม", rows), name="ปลาส้ม.xls")
    assert (result.group, result.held, passbooks(result)) == ("ปลาส้ม", [], {"ก01": 10000})


def test_a_table_in_the_letters_of_windows():
    text = "วันที่;เลขที่สมาชิก;เงินออม\r\n5 ก.พ. 64;ก01;1,200.50\r\n6 ก.พ. 64;ก02;80\r\nรวม;;1,280.50\r\n"
    result = bring(text.encode("cp874"), name="ออม 64.csv")
    assert (result.group, result.held, passbooks(result)) == ("ออม 64", [], {"ก01": 120050, "ก02": 8000})


def test_sheets_with_names_that_say_nothing():
    sheets = {f"Sheet{n}": rows for n, rows in enumerate(a_group().values(), 1)}
    result = bring(sheets)
    assert (result.group, result.held, value(result, "savings.balance")) == ("ปลาส้มบ้านดอน", [], 30050)


def test_pay_with_two_jobs_in_a_month_is_one_sum():
    rows = [
        ["เดือน", "รหัส", "งาน", "จำนวนเงิน"],
        ["ก.พ. 64", "ก01", "แพ็ค", 300],
        ["ก.พ. 64", "ก01", "ส่งของ", 150],
    ]
    result = bring(a_group({"รายได้": rows}))
    assert (result.held, value(result, "income.total")) == ([], 45000)


def test_material_by_weight_and_by_piece():
    rows = [
        ["วันที่ซื้อ", "วัตถุดิบ", "จำนวน", "หน่วย", "ราคาต่อหน่วย", "เป็นเงิน"],
        ["1 ก.พ. 64", "ปลานิล", 12.5, "กก.", 60, None],
        ["1 ก.พ. 64", "ถุง", "200 ใบ", None, None, "1,000 บาท"],
    ]
    result = bring(a_group({"ซื้อวัตถุดิบ": rows}))
    assert (result.held, value(result, "materials.spent")) == ([], 75000 + 100000)
    assert value(result, "materials.bought_grams") == 12500
