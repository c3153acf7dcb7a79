"""What is about a member as files to take along: JSON for machines, a workbook, and a paper to print.

The same books give the same bytes: nothing here asks a clock.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pikepdf
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from kwan.journal.about import About
from kwan.journal.queries import last_day
from kwan.lessons.report import text_layer
from kwan.lessons.report.typeface import BOX, NO_DAY, printable, typeset
from kwan.web.own_data.gathering import OwnData
from kwan.web.own_data.wording import Table, tables

LAYOUT: Final = Path(__file__).with_name("own_data.typ")
STANDARDS: Final = ["a-3a", "ua-1"]
LONG_AGO: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - a workbook knows no zones
A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\N{MINUS SIGN}")
NARROW, WIDE, MOST_LETTERS = 14, 60, 31
_INK: Final = Font(name="Sarabun", bold=True)
_PAPER: Final = PatternFill("solid", fgColor="E3EFEC")
_RULE: Final = Border(bottom=Side(style="thin"))


def as_json(own: OwnData, lang: str) -> bytes:
    """Return everything as JSON: money in satang, days ISO, codes as the books have them."""
    del lang
    return (
        json.dumps(plain(own), ensure_ascii=False, indent=1, sort_keys=True, default=_iso) + "\n"
    ).encode()


def plain(own: OwnData) -> dict[str, Any]:
    """Return everything as plain values, each under a name that says what it is."""
    head = own.head
    return {
        "book": {"uid": head.uid, "group": head.name, "entry": head.last_entry, "mark": head.hash},
        "member": asdict(own.member),
        "balances": [{"account": code, "satang": satang} for code, satang in own.balances.items()],
        "entries": [_entry(one) for one in own.entries],
        "consents": [asdict(one) for one in own.consents],
        "doors": [asdict(one) for one in own.doors],
        "told_in_confidence_is_left_out": not own.is_whole,
    }


def _entry(one: About) -> dict[str, Any]:
    entry = one.entry
    return {
        "number": entry.number, "kind": entry.kind, "on": entry.on, "recorded_at": entry.recorded_at,
        "source": entry.source, "corrects": entry.corrects, "corrected_by": entry.corrected_by,
        "is_about_the_member": one.is_own, "says": one.said, "sealed": dict(one.sealed),
        "moved": [{"account": code, "satang": satang, "left": left} for code, satang, left in one.moved],
    }  # fmt: skip


def _iso(value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(repr(value))


def as_xlsx(own: OwnData, lang: str) -> bytes:
    """Return a workbook, a sheet for each part. No cell is ever read as a formula."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables(own, lang):
        _sheet(book, table)
    book.properties.created = book.properties.modified = LONG_AGO
    written = BytesIO()
    book.save(written)
    return _same_bytes(written.getvalue())


def safe(text: str) -> str:
    """Return a cell's text so that no program takes it for a formula: one that begins like one is quoted.

    What no workbook may hold (a bell, half a telegram) is an empty box, as on paper.
    """
    text = ILLEGAL_CHARACTERS_RE.sub(BOX, text)
    return f"'{text}" if text.startswith(A_FORMULA) else text


def _sheet(book: Workbook, table: Table) -> None:
    sheet = book.create_sheet(table.title.replace("/", " ")[:MOST_LETTERS])
    sheet.append(list(table.head))
    for row in table.rows:
        sheet.append([safe(text) for text in row])
    for cell in sheet[1]:
        cell.font, cell.fill, cell.border = _INK, _PAPER, _RULE
    for place in range(len(table.head)):
        longest = max((len(row[place]) for row in (table.head, *table.rows)), default=NARROW)
        sheet.column_dimensions[get_column_letter(place + 1)].width = min(WIDE, max(NARROW, longest))
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"


def _same_bytes(workbook: bytes) -> bytes:
    """Return the workbook with every part dated alike."""
    mended = BytesIO()
    with ZipFile(BytesIO(workbook)) as old, ZipFile(mended, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _undated(data)
            new.writestr(ZipInfo(name, LONG_AGO.timetuple()[:6]), data, ZIP_DEFLATED)
    return mended.getvalue()


def _undated(core: bytes) -> bytes:
    """Return the properties without the moment of saving, which the writer puts in whatever it is told."""
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", core)


def as_pdf(own: OwnData, lang: str) -> bytes:
    """Return everything as a paper to print, tagged for reading aloud."""
    given = {"paper": json.dumps(printable(_paper(own, lang)), ensure_ascii=False)}
    made = typeset(LAYOUT.read_bytes(), given, "pdf", pdf_standards=STANDARDS)
    mended = BytesIO()
    with pikepdf.open(BytesIO(made)) as pdf:
        text_layer.mend(pdf)
        pdf.save(mended, deterministic_id=True)
    return mended.getvalue()


def _paper(own: OwnData, lang: str) -> dict[str, Any]:
    english = lang == "en"
    day = last_day(own.head.book, own.head.last_entry) or NO_DAY
    name = own.member.name or own.member.reference
    return {
        "lang": lang,
        "day": [day.year, day.month, day.day],
        "title": f"What the book holds about {name}" if english else f"ข้อมูลของ {name} ในสมุด",
        "group": own.head.name,
        "upto": f"up to entry {own.head.last_entry:,}" if english else f"ถึงรายการที่ {own.head.last_entry:,}",
        "note": (LEFT_OUT if not own.is_whole else WHOLE)[english],
        "nothing": "Nothing." if english else "ไม่มี",
        "tables": [
            {"title": t.title, "head": t.head, "rows": t.rows, "figures": t.figures}
            for t in tables(own, lang)
        ],
    }


WHOLE: Final = (
    "เป็นข้อมูลของท่านทั้งหมดที่กลุ่มเก็บไว้ เก็บกระดาษนี้ให้ดี มีเรื่องส่วนตัวอยู่ เห็นว่าไม่ถูกบอกเหรัญญิกให้แก้ จะให้ลบก็บอกได้",
    "This is everything that the group keeps about you. Keep this paper safe: it is private. If something is wrong, ask the "
    "treasurer to mend it; you may also ask for it to be erased.",
)
LEFT_OUT: Final = (
    "คำตอบเรื่องความสุข–ทุกข์ หนี้ที่เล่าไว้ และเรื่องอื่นที่ผนึกไว้ ไม่อยู่ในแผ่นนี้ เพราะเหรัญญิกเป็นผู้เปิด เจ้าตัวเปิดด้วยมือถือหรือบัตรของตนจึงได้ครบ",
    "Answers about happiness, debts told and whatever else is sealed are not on this paper, for the treasurer opened it. With "
    "a phone or card of their own, the member gets everything.",
)
FORMS: Final[Mapping[str, tuple[Callable[[OwnData, str], bytes], str]]] = {
    "json": (as_json, "application/json"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "pdf": (as_pdf, "application/pdf"),
}
