"""Files for the tests, made on the spot: honest ones with openpyxl, the others byte by byte."""

import io
import struct
import zipfile
from datetime import date

import openpyxl

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def xlsx(sheets, merges=()):
    """An xlsx of {title: rows}; `merges` are ranges of the first sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    for cells in merges:
        book.worksheets[0].merge_cells(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(data, name, content):
    """The zip `data` with one part replaced, or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry.filename))
        new.writestr(name, content)
    return out.getvalue()


def with_sheet_xml(inside, before=""):
    """An xlsx whose only sheet has `inside` as its rows."""
    text = f'{before}<worksheet xmlns="{NAMESPACE}"><sheetData>{inside}</sheetData></worksheet>'
    return with_part(xlsx({"แผ่น": [["ก"]]}), "xl/worksheets/sheet1.xml", text)


def with_shared_texts(texts, cells):
    """An xlsx whose texts stand apart from its one row, as Excel itself writes them."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    data = with_sheet_xml(f"<row>{cells}</row>")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml").decode()
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/>'
    if "sharedStrings" not in types:
        data = with_part(data, "[Content_Types].xml", types.replace("</Types>", f"{part}</Types>"))
    return with_part(data, "xl/sharedStrings.xml", f'<sst xmlns="{NAMESPACE}">{texts}</sst>')


def xls(title, rows):
    """An Excel 97 file (BIFF8 in an OLE container) of texts, numbers and dates."""
    records = b"".join(
        _cell(r, c, v) for r, row in enumerate(rows) for c, v in enumerate(row) if v is not None
    )
    sheet = _bof(0x10) + records + _record(0x0A)
    head = _bof(0x05) + _record(0xE0, _style(0)) + _record(0xE0, _style(14))
    name = title.encode("utf-16-le")
    place = len(head) + 4 + 8 + len(name) + 4
    bound = _record(0x85, struct.pack("<IBBBB", place, 0, 0, len(title), 1) + name)
    return ole({"Workbook": head + bound + _record(0x0A) + sheet})


def ole(streams):
    """A compound file of {name: bytes}, each stream in sectors of its own."""
    sectors, chain, entries = [], [], [_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)]
    for name, content in streams.items():
        padded = content.ljust(4096, b"\0")
        padded += b"\0" * (-len(padded) % 512)
        start, count = len(sectors) + 2, len(padded) // 512
        chain += [*range(start + 1, start + count), 0xFFFFFFFE]
        sectors += [padded[i : i + 512] for i in range(0, len(padded), 512)]
        entries.append(_entry(name, 2, start, len(padded)))
    fat = [0xFFFFFFFD, 0xFFFFFFFE, *chain]
    fat += [0xFFFFFFFF] * (128 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0,
                          0xFFFFFFFE, 0, 0)  # fmt: skip
    header += struct.pack("<108I", *([0xFFFFFFFF] * 108))
    directory = b"".join(entries).ljust(512, b"\0")
    return header[:512].ljust(512, b"\xff") + struct.pack("<128I", *fat) + directory + b"".join(sectors)


def _record(code, body=b""):
    return struct.pack("<HH", code, len(body)) + body


def _bof(kind):
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0x0DBB, 1996, 0, 6))


def _style(format_number):
    return struct.pack("<HH16x", 0, format_number)


def _cell(row, column, value):
    if isinstance(value, str):
        body = struct.pack("<HHHHB", row, column, 0, len(value), 1) + value.encode("utf-16-le")
        return _record(0x204, body)
    style = int(isinstance(value, date))
    figure = (value - date(1899, 12, 30)).days if style else value
    return _record(0x203, struct.pack("<HHHd", row, column, style, figure))


def _entry(name, kind, start, size, child=0xFFFFFFFF):
    text = (name + "\0").encode("utf-16-le")
    body = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    return body + b"\0" * 36 + struct.pack("<III", start, size, 0)
