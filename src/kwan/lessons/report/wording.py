"""The renderers' own words: what stands around the sentences of a report."""

from collections.abc import Mapping
from typing import Final

from kwan.lessons.rules import Lang

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "contents": ("ในรายงานนี้", "In this report"),
    "number": ("ข้อ", "No."),
    "behind": ("หลักฐานของข้อนี้", "What stands behind this"),
    "entries": ("รายการ", "entries"),
    "how_many": ("รายการ", "Entries"),
    "entry": ("รายการที่", "Entry"),
    "date": ("วันที่", "Date"),
    "what": ("เรื่อง", "What"),
    "amount": ("จำนวน", "How much"),
    "in_the_book": ("รายการในสมุด", "Entries of the book"),
    "working": ("คิดอย่างไร", "How it was worked out"),
    "why": ("ทำไมจึงสรุปอย่างนี้", "Why it is said this way"),
    "reply": ("กลุ่มเขียนตอบ", "The group replies"),
    "as_table": ("ดูเป็นตาราง", "See it as a table"),
    "whole": ("ทั้งรอบ", "whole round"),
    "sealed": (
        "คำตอบที่บอกไว้เป็นความลับ แสดงเป็นทั้งรอบเท่านั้น ไม่เปิดของรายคน",
        "Told in confidence: shown by whole rounds only, never by person.",
    ),
    "own": (
        "เรื่องของสมาชิกรายคนไม่เปิด แสดงเฉพาะที่เป็นของทั้งกลุ่ม",
        "What is one member's own is not opened: only what holds for the whole group is shown.",
    ),
    "latest": (
        "แสดงรายการล่าสุด {shown} จาก {all} รายการ ครบทุกรายการอยู่ในแฟ้มหลักฐาน",
        "The latest {shown} of {all} entries; the evidence file has every one.",
    ),
    "nothing": ("สมุดไม่มีรายการเรื่องนี้", "The books hold no entry of this."),
    "rests": ("รายการในสมุดที่อ้างอิง: {all}", "Entries of the book behind this: {all}"),
    "question": ("คำถาม", "Question"),
    "verdict": ("ผล", "Finding"),
    "sentence": ("ข้อความ", "Sentence"),
    "mark": ("ลายข้อ", "Mark"),
    "page": ("หน้า", "page"),
    "legend": ("อ่านเครื่องหมายอย่างไร", "How to read the marks"),
    "bound": ("เขียนจากสมุด", "Written from the books"),
    "group": ("กลุ่ม", "Group"),
    "attached": (
        "แฟ้ม evidence.json ที่แนบมากับเอกสารนี้มีทุกข้อ ทุกตัวเลข และทุกรายการที่อยู่ข้างหลัง",
        "The file evidence.json attached to this document holds every claim, every number, every entry behind it.",
    ),
    "evidence_file": ("หลักฐานของทุกข้อในรายงาน", "The evidence of every claim of the report"),
}


def word(name: str, lang: Lang, **filled: str) -> str:
    """Return one of the renderers' words, what varies in it filled in. Raise KeyError for an unknown one."""
    return WORDS[name][lang == "en"].format(**filled)
