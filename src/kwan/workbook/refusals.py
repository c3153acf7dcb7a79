"""Why a file is not read, said so that a treasurer knows what to do next."""

from typing import Final

REASONS: Final[dict[str, tuple[str, str]]] = {
    "empty": (
        "ไฟล์นี้ว่างเปล่า ลองบันทึกไฟล์ใหม่แล้วส่งอีกครั้ง",
        "The file is empty. Save it again, then send it once more.",
    ),
    "too_big": (
        "ไฟล์ใหญ่เกิน {limit} แบ่งเป็นหลายไฟล์แล้วส่งทีละไฟล์",
        "The file is larger than {limit}. Split it and send the parts one by one.",
    ),
    "locked": (
        "ไฟล์นี้ตั้งรหัสผ่านไว้ จึงเปิดไม่ได้ เอารหัสผ่านออกแล้วส่งใหม่",
        "The file is locked with a password. Take the password off and send it again.",
    ),
    "not_a_workbook": (
        "ไฟล์นี้ไม่ใช่สมุดงาน Excel หรือ CSV",
        "The file is not an Excel workbook or a CSV file.",
    ),
    "other_format": (
        "ไฟล์ชนิดนี้ยังอ่านไม่ได้ เปิดใน Excel แล้วบันทึกเป็น .xlsx ก่อนส่ง",
        "This kind of file cannot be read yet. Open it in Excel and save it as .xlsx first.",
    ),
    "damaged": (
        "ไฟล์นี้เสียหรือส่งมาไม่ครบ ลองเปิดใน Excel บันทึกใหม่ แล้วส่งอีกครั้ง",
        "The file is damaged or incomplete. Open it in Excel, save it anew and send it again.",
    ),
    "unsafe": (
        "ไฟล์นี้มีส่วนที่สมุดงานธรรมดาไม่มี จึงไม่เปิดเพื่อความปลอดภัย",
        "The file holds parts that no ordinary workbook has. It was not opened, to be safe.",
    ),
    "too_many_rows": (
        "มีแผ่นงานที่ยาวเกิน {limit} แถว แบ่งเป็นหลายไฟล์แล้วส่งใหม่",
        "A sheet has more than {limit} rows. Split it into several files.",
    ),
    "too_many_columns": (
        "มีแผ่นงานที่กว้างเกิน {limit} คอลัมน์ ลบคอลัมน์ที่ไม่ใช้แล้วส่งใหม่",
        "A sheet has more than {limit} columns. Delete the unused ones and send it again.",
    ),
    "too_many_cells": (
        "ไฟล์นี้มีข้อมูลเกิน {limit} ช่อง แบ่งเป็นหลายไฟล์แล้วส่งใหม่",
        "The file has more than {limit} filled cells. Split it into several files.",
    ),
    "too_many_sheets": (
        "ไฟล์นี้มีเกิน {limit} แผ่นงาน แบ่งเป็นหลายไฟล์แล้วส่งใหม่",
        "The file has more than {limit} sheets. Split it into several files.",
    ),
    "too_slow": (
        "อ่านไฟล์นี้นานเกินไปจึงหยุด แบ่งเป็นหลายไฟล์แล้วส่งใหม่",
        "Reading the file took too long, so it was stopped. Split it into several files.",
    ),
    "unknown_letters": (
        "อ่านตัวอักษรในไฟล์ CSV ไม่ออก บันทึกจาก Excel เป็น “CSV UTF-8” แล้วส่งใหม่",
        "The letters in the CSV file could not be read. Save it from Excel as “CSV UTF-8”.",
    ),
}


class Unreadable(ValueError):
    """A file that is refused whole. Nothing of it was read.

    `code` is a key of `REASONS`; `th` and `en` are the sentences for people.
    """

    def __init__(self, code: str, limit: str = "") -> None:
        """Fill the sentences of `code` with `limit`, such as "200,000" or "20 MB"."""
        th, en = REASONS[code]
        self.code = code
        self.limit = limit
        self.th = th.format(limit=limit)
        self.en = en.format(limit=limit)
        super().__init__(self.en)
