"""Import of 100,000 passbook rows against openpyxl's own reading of the same file, in one run.

.venv/bin/python bench/import_rows.py
"""

import shutil
import time
from datetime import date, timedelta

from desk import NOW, empty_books

ROWS, MEMBERS = 100_000, 200


def workbook(path):
    """Write a group with 200 members and 100,000 lines of passbooks, no two alike."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    group = book.create_sheet("กลุ่ม")
    for row in (("รายการ", "ข้อมูล"), ("ชื่อกลุ่ม", "กลุ่มใหญ่"), ("จังหวัด", "พะเยา"), ("วันก่อตั้ง", "1 ม.ค. 60")):
        group.append(row)
    members = book.create_sheet("สมาชิก")
    members.append(("รหัส", "ชื่อ - สกุล", "ตำแหน่ง", "วันที่เข้า"))
    for n in range(MEMBERS):
        members.append((f"ส{n:03}", f"สมาชิก คนที่{n}", "สมาชิก", "1 ม.ค. 60"))
    passbook = book.create_sheet("สมุดออม")
    passbook.append(("วันที่", "รหัส", "ฝาก", "ถอน", "หมายเหตุ"))
    for n in range(ROWS):
        on = date(2018, 1, 1) + timedelta(days=n // MEMBERS)
        passbook.append((on, f"ส{n % MEMBERS:03}", 100 + n % 7, None, None))
    book.save(path)


def main():
    """Read the file with openpyxl alone, then import it; print rows a second and the ratio."""
    place = empty_books()
    from openpyxl import load_workbook

    from kwan.workbook.importing import Door, bring_in

    path = place / "large.xlsx"
    workbook(path)
    begun = time.perf_counter()
    rows = sum(
        1
        for sheet in load_workbook(path, read_only=True, data_only=True)
        for _ in sheet.iter_rows(values_only=True)
    )
    alone = time.perf_counter() - begun
    begun = time.perf_counter()
    done = bring_in(path, path.name, Door("bench", NOW))
    ours = time.perf_counter() - begun
    assert done.posted["สมุดออม"] == ROWS, done.held[:3]
    print(f"openpyxl alone {rows / alone:10,.0f} rows/s")
    print(f"import         {rows / ours:10,.0f} rows/s")
    print(f"ratio          {alone / ours:10.2f}   (target ≥ 0.30)")
    shutil.rmtree(place)


if __name__ == "__main__":
    main()
