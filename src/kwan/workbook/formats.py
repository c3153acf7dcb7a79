"""Excel's two formats opened: runs only inside the child process (`kwan.workbook.child`)."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Final

import xlrd
from openpyxl.reader.excel import ExcelReader
from openpyxl.xml.constants import ARC_STYLE, SHARED_STRINGS

from kwan.workbook.refusals import Unreadable
from kwan.workbook.sheetxml import (
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Merge,
    SheetXML,
    Styles,
    number,
)
from kwan.workbook.workbookxml import MAX_STRINGS, read_strings, read_styles

MAX_SHEETS: Final = 60
MAX_CELLS: Final = 3_000_000
CHUNK: Final = 1024 * 1024
# Parts that openpyxl reads as a tree of objects: small in every honest workbook.
MAX_PART: Final = 2 * 1024 * 1024
_PARSED_WHOLE: Final = ("[Content_Types].xml", "xl/workbook.xml", ".rels")
# In the letter codes that XML parsers know: one byte or two bytes a letter.
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))

Rows = list[tuple[Cell, ...]]
# ("sheet", title), then ("rows", portion) as often as needed, then ("merges", list).
Event = tuple[str, str | Rows | list[Merge]]


def open_xlsx(data: bytes) -> Iterator[Event]:
    """Read an xlsx or xlsm. Values only: macros, links and formulas are left alone.

    openpyxl finds the parts. Its own reader of sheets goes through a sheet twice when the size
    tag is missing, and trusts it when it is wrong.
    """
    reader = ExcelReader(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    with reader.archive as archive:
        inspect(archive)
        reader.read_manifest()
        reader.read_workbook()
        sheets = [(s.name, link.target) for s, link in reader.parser.find_sheets() if _holds_rows(link.Type)]
        _cap_sheets(len(sheets))
        strings, styles = _shared(reader, archive)
        for title, part in sheets:
            yield "sheet", title
            sheet = SheetXML(strings, styles)
            with archive.open(part) as source:
                for portion in sheet.rows(source):
                    yield "rows", portion
            yield "merges", sheet.merges


def _shared(reader: ExcelReader, archive: zipfile.ZipFile) -> tuple[list[str], Styles]:
    """Read what the sheets share; either part may be missing."""
    strings: list[str] = []
    styles = Styles(set(), set(), reader.wb.epoch)
    texts = reader.package.find(SHARED_STRINGS)
    if texts is not None:
        with archive.open(texts.PartName.removeprefix("/")) as source:
            strings = read_strings(source)
    if ARC_STYLE in archive.namelist():
        with archive.open(ARC_STYLE) as source:
            styles = read_styles(source, reader.wb.epoch)
    return strings, styles


def _holds_rows(link_type: str) -> bool:
    """Whether a part of the workbook is a sheet of rows, and not a chart or a macro sheet."""
    return link_type.endswith("/worksheet")


def inspect(archive: zipfile.ZipFile) -> None:
    """Refuse document types anywhere, and sheets far too long: counting is faster than parsing.

    Empty formatted rows do not count, so a sheet coloured down to its last row still opens.
    """
    cells = 0
    for name in archive.namelist():
        if not name.endswith((".xml", ".rels")):
            continue
        if name.endswith(_PARSED_WHOLE) and archive.getinfo(name).file_size > MAX_PART:
            raise Unreadable("unsafe")
        rows, values = _count(archive, name)
        if name.endswith("/sharedStrings.xml") and values > MAX_STRINGS:
            raise Unreadable("too_many_cells", f"{MAX_STRINGS:,}")
        if not name.startswith("xl/worksheets/"):
            continue
        cells += values
        if values > rows * MAX_COLUMNS:
            raise Unreadable("too_many_columns", f"{MAX_COLUMNS:,}")
        if rows > MAX_ROWS and values > rows:
            raise Unreadable("too_many_rows", f"{MAX_ROWS:,}")
        if cells > MAX_CELLS:
            raise Unreadable("too_many_cells", f"{MAX_CELLS:,}")


def _count(archive: zipfile.ZipFile, name: str) -> tuple[int, int]:
    """Count rows and values of one part, and refuse it if it has a document type.

    A row or value torn between two pieces is missed: they are caps, not sums. A document type is
    not: each piece is looked at together with the end of the one before.
    """
    rows = values = 0
    tail = b""
    with archive.open(name) as source:
        while piece := source.read(CHUNK):
            if any(mark in tail + piece for mark in _DOCTYPES):
                raise Unreadable("unsafe")
            tail = piece[-32:]
            rows += piece.count(b"<row")
            values += piece.count(b"<v>") + piece.count(b"<is>") + piece.count(b"<si>")
    return rows, values


def open_xls(data: bytes) -> Iterator[Event]:
    """Read an xls of Excel 5 to 2003."""
    try:
        book = xlrd.open_workbook(file_contents=data, on_demand=True, logfile=io.StringIO())
    except xlrd.XLRDError as error:
        code = "locked" if "encrypted" in str(error).lower() else "damaged"
        raise Unreadable(code) from error
    _cap_sheets(book.nsheets)
    for index in range(book.nsheets):
        sheet = book.sheet_by_index(index)
        yield "sheet", sheet.name
        yield "rows", [_xls_row(sheet, row, book.datemode) for row in range(sheet.nrows)]
        yield "merges", [(r1, c1, r2 - 1, c2 - 1) for r1, r2, c1, c2 in sheet.merged_cells]
        book.unload_sheet(index)


def _xls_row(sheet: xlrd.sheet.Sheet, row: int, datemode: int) -> tuple[Cell, ...]:
    cells = [_xls_cell(cell, datemode) for cell in sheet.row(row)]
    while cells and cells[-1] in {None, ""}:
        cells.pop()
    if len(cells) > MAX_COLUMNS:
        raise Unreadable("too_many_columns", f"{MAX_COLUMNS:,}")
    return tuple(cells)


def _xls_cell(cell: xlrd.sheet.Cell, datemode: int) -> Cell:
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return number(repr(cell.value))
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _xls_date(cell.value, datemode)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#VALUE!"))
    return str(cell.value) or None


def _xls_date(value: float, datemode: int) -> datetime | float:
    try:
        when: datetime = xlrd.xldate_as_datetime(value, datemode)
    except (ValueError, OverflowError, xlrd.xldate.XLDateError):
        return value
    return when


def _cap_sheets(count: int) -> None:
    if count > MAX_SHEETS:
        raise Unreadable("too_many_sheets", str(MAX_SHEETS))
