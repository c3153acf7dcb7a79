"""The empty workbook for a group that starts from nothing: every sheet and heading we know best."""

from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kwan.workbook.vocabulary import KINDS, Column, Kind, Reads

LAST_ROW: Final = 1_000
NARROW, WIDE = 14, 30

# The columns of each sheet by meaning, in the order in which people fill them in.
SHEETS: Final[dict[str, tuple[str, ...]]] = {
    "members": ("member", "name", "office", "joined", "left", "subdistrict", "district"),
    "passbook": ("date", "member", "deposit", "withdrawal", "note"),
    "income": ("month", "member", "amount"),
    "rounds": ("member", "round", "date", "score"),
    "buyers": ("buyer", "channel", "district"),
    "orders": ("order_no", "date", "buyer", "product", "quantity", "unit", "unit_price", "due", "payment"),
    "materials": ("date", "material", "quantity", "unit", "unit_price", "total"),
    "batches": (
        "lot", "date", "product", "part", "used", "made", "waste", "maker", "place",
        "check_cap", "check_gloves", "check_apron", "check_clean_place",
    ),
    "activities": ("date", "title", "theme", "attendees"),
    "fund": ("date", "kind", "amount", "detail"),
    "debts": ("member", "creditor", "kind", "principal", "rate", "instalment"),
    "indicators": ("objective", "indicator", "unit", "baseline", "target", "source"),
    "notes": ("subgroup", "kind", "text", "votes"),
}  # fmt: skip
GROUP_LABELS: Final = ("name", "occupation", "project", "subdistrict", "district", "province", "founded")

# Where the heading says more than the word itself.
HEADINGS: Final[dict[tuple[str, str], str]] = {
    ("income", "amount"): "รายได้จากกลุ่ม (บาท)",
    ("batches", "date"): "วันที่",
    ("batches", "used"): "ใช้ (กก.)",
    ("batches", "waste"): "เศษทิ้ง (กก.)",
    ("materials", "date"): "วันที่",
    ("activities", "date"): "วันที่",
    ("activities", "attendees"): "ผู้เข้าร่วม (รหัส)",
    ("debts", "rate"): "ดอกเบี้ยต่อปี (%)",
}
# Choices that a cell offers. Only where people pick from a short list; other words still import.
CHOICES: Final[dict[Reads, str]] = {
    "office": "ประธาน,รองประธาน,เหรัญญิก,เลขานุการ,กรรมการ,สมาชิก",
    "round": "ก่อน,ระหว่าง,หลัง",
    "channel": "โรงพยาบาล,รพ.สต.,อปท.,หน่วยราชการ,ร้านค้า,ปลีก",
    "payment": "จ่ายแล้ว,ค้างจ่าย",
    "place": "ที่กลุ่ม,ที่บ้าน",
    "tick": "/",
    "fund_kind": "รับสมทบ,ระดมทุน,ซื้อวัตถุดิบ,ซื้ออุปกรณ์,สวัสดิการ",
    "debt_kind": "ในระบบ,นอกระบบ",
    "note_kind": "ปัญหา,การปรับตัว,แนวทางแก้ไข,องค์ความรู้",
}
HOW_TO_WRITE: Final[dict[Reads, str]] = {
    "date": "วันที่ เช่น 5 ก.ค. 64 หรือ 5/7/2564",
    "month": "เดือนและปี เช่น ก.ค. 64",
    "satang": "จำนวนเงินเป็นบาท เช่น 150 หรือ 1,200.50",
    "signed": "จำนวนเงินเป็นบาท",
    "price": "ราคาเป็นบาท",
    "grams": "น้ำหนักเป็นกิโลกรัม เช่น 2.5",
    "count": "จำนวนเต็ม",
    "number": "ตัวเลข",
    "score": "ตัวเลข 0 ถึง 10",
    "tick": "/ ถ้าทำ เว้นว่างถ้าไม่ได้ทำ",
}

_INK: Final = Font(name="Sarabun", bold=True)
_PAPER: Final = PatternFill("solid", fgColor="E3EFEC")
_RULE: Final = Border(bottom=Side(style="thin"))


def write_template(path: str | Path) -> None:
    """Write the empty workbook to `path`, as xlsx. Filled in, it imports without a question."""
    book = Workbook()
    _write_group(book.active or book.create_sheet())
    for kind, meanings in SHEETS.items():
        _write_sheet(book.create_sheet(KINDS[kind].th), KINDS[kind], meanings)
    book.save(path)


def heading_of(kind: Kind, column: Column) -> str:
    """Give the heading that the template uses for a column."""
    return HEADINGS.get((kind.code, column.meaning), column.names[0])


def _write_group(sheet: Worksheet) -> None:
    group = KINDS["group"]
    sheet.title = group.th
    sheet.append(["รายการ", "ข้อมูล"])
    for meaning in GROUP_LABELS:
        sheet.append([group.column(meaning).names[0]])
    for cell in sheet[1]:
        cell.font, cell.fill, cell.border = _INK, _PAPER, _RULE
    sheet.column_dimensions["A"].width = NARROW
    sheet.column_dimensions["B"].width = WIDE * 2


def _write_sheet(sheet: Worksheet, kind: Kind, meanings: tuple[str, ...]) -> None:
    for index, meaning in enumerate(meanings, start=1):
        column = kind.column(meaning)
        cell = sheet.cell(1, index, heading_of(kind, column))
        cell.font, cell.fill, cell.border = _INK, _PAPER, _RULE
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        note = column.note or HOW_TO_WRITE.get(column.reads, "")
        if note:
            cell.comment = Comment(note, "Kwan", height=60, width=240)
        letter = get_column_letter(index)
        sheet.column_dimensions[letter].width = WIDE if column.reads in {"text", "refs"} else NARROW
        _offer_choices(sheet, column, f"{letter}2:{letter}{LAST_ROW}")
    sheet.freeze_panes = "A2"


def _offer_choices(sheet: Worksheet, column: Column, cells: str) -> None:
    """Offer a list, or refuse what is no score; a list never refuses other words."""
    if column.reads in CHOICES:
        rule = DataValidation(type="list", formula1=f'"{CHOICES[column.reads]}"', allow_blank=True)
        rule.showErrorMessage = False
    elif column.reads == "score":
        rule = DataValidation(type="whole", operator="between", formula1="0", formula2="10", allow_blank=True)
        rule.error = "ใส่ตัวเลข 0 ถึง 10"
        rule.showErrorMessage = True
    else:
        return
    rule.add(cells)
    sheet.add_data_validation(rule)
