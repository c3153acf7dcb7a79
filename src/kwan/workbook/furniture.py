"""Rows of a table that are not data: totals, headings once more, carried balances, notes below."""

import re
from collections.abc import Sequence
from typing import Final

from kwan.workbook.cells import blank
from kwan.workbook.sheetxml import Cell
from kwan.workbook.vocabulary import plain

_TOTAL: Final = re.compile(
    r"(?:รวม|ยอดรวม|ผลรวม|รวมยอด|รวมเงิน|รวมเป็นเงิน|จำนวนรวม|เงินรวม)"
    r"(?:ทั้งสิ้น|ทั้งหมด|ทั้งปี|ทั้งกลุ่ม|สุทธิ|เงิน|ยอด|เงินออม|เงินฝาก|ฝาก|ถอน|รับ|จ่าย|สะสม|คน|บาท|หน้านี้|หน้า\d*"
    r"|ประจำ.*|เดือน.*|ปี.*|รอบ.*|แผ่น.*|รายได้|เป็นเงิน|\d+(?:คน|ราย|รายการ))*"
    r"|(?:grand|sub|sum)?totals?(?:for.*|of.*|baht|amount)?|sum|subtotal|overall|เฉลี่ย|ค่าเฉลี่ย|average|mean"
)
_CARRIED: Final = re.compile(
    r"(?:ยอด|เงิน)?ยก(?:ไป|มา)(?:หน้า.*|จาก.*)?|carriedforward|broughtforward|c/?f|b/?f"
)
_NOTE_START: Final = re.compile(
    r"\s*(?:\*|หมายเหตุ|ลงชื่อ|ผู้จัดทำ|ผู้บันทึก|ผู้ตรวจ|ผู้รับรอง|ข้อมูล ณ|ที่มา\s*:"
    r"|note\s*:|signed|prepared by|source\s*:)",
    re.IGNORECASE,
)
SHARE_OF_HEADING: Final = 0.6
_LABEL_LENGTH: Final = 14


def is_heading(cells: Sequence[Cell], headings: Sequence[str]) -> bool:
    """Whether a row repeats the headings, as printed pages do."""
    pairs = [(plain(text), cells[i] if i < len(cells) else None) for i, text in enumerate(headings) if text]
    same = sum(isinstance(cell, str) and plain(cell) == text for text, cell in pairs)
    return same >= 2 and same >= SHARE_OF_HEADING * len(pairs)  # noqa: PLR2004 - one word is no heading


def is_total(cells: Sequence[Cell], free: frozenset[int]) -> bool:
    """Whether a row adds up others. Words in the `free` columns (notes, names of things) do not count."""
    return any(
        isinstance(cell, str) and i not in free and _TOTAL.fullmatch(plain(cell)) is not None
        for i, cell in enumerate(cells)
    )


def is_carried(cells: Sequence[Cell]) -> bool:
    """Whether a row carries a balance from one page to the next."""
    return any(isinstance(cell, str) and _CARRIED.fullmatch(plain(cell)) is not None for cell in cells)


def is_note(cells: Sequence[Cell], columns: frozenset[int]) -> bool:
    """Whether a row is words beside the table: a remark, a signature, the title of the next page."""
    filled = [(i, cell) for i, cell in enumerate(cells) if not blank(cell)]
    texts = [cell for _, cell in filled if isinstance(cell, str)]
    if len(texts) == len(filled) and texts and _NOTE_START.match(texts[0]):
        return True
    if len(filled) != 1 or not texts:
        return False
    return filled[0][0] not in columns or len(texts[0].strip()) > _LABEL_LENGTH
