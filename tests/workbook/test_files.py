"""Files are opened by what they are, and hostile ones are refused quickly with a sentence."""

# ruff: noqa: DTZ001 - a spreadsheet's day has no zone

import os
import random
import zipfile
from contextlib import suppress
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.workbook.files import Unreadable, read
from kwan.workbook.refusals import REASONS
from kwan.workbook.sheetxml import UNCALCULATED
from tests.workbook.making import NAMESPACE, ole, with_part, with_shared_texts, with_sheet_xml, xls, xlsx

PASSBOOK = [["วันที่", "รหัส", "ฝาก"], [datetime(2021, 7, 5), "ก01", 150], ["5 ก.ค. 64", "ก02", "100.-"]]
LAUGHS = '<!DOCTYPE lolz [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'


def seconds_of_work():
    """What this process and its children have worked; a busy machine does not make it longer."""
    return sum(os.times()[:4])


def refusal(data, name="x.xlsx"):
    began = seconds_of_work()
    with pytest.raises(Unreadable) as caught:
        read(data, name)
    assert seconds_of_work() - began < 2
    assert caught.value.th
    assert caught.value.en
    return caught.value.code


def test_an_xlsx_gives_its_sheets_rows_and_fingerprint():
    book = read(xlsx({"สมุดออม": PASSBOOK, "ว่าง": []}), "ออม.xlsx")
    assert [(s.title, s.rows) for s in book.sheets] == [("สมุดออม", [tuple(r) for r in PASSBOOK]), ("ว่าง", [])]
    assert book.name == "ออม.xlsx"
    assert len(book.sha256) == 64


def test_a_file_is_read_from_its_path(tmp_path):
    path = tmp_path / "สมุด.csv"
    path.write_text("รหัส,ฝาก\nก01,100\n", encoding="utf-8")
    book = read(path)
    assert (book.name, book.sheets[0].title) == ("สมุด.csv", "สมุด")
    assert book.sheets[0].rows == [("รหัส", "ฝาก"), ("ก01", "100")]


def test_an_xls_is_read_with_its_dates():
    rows = [["วันที่", "รหัส", "ฝาก"], [date(2021, 7, 5), "ก01", 150.5], [None, "ก02", 100]]
    sheet = read(xls("สมุดออม", rows), "old.xls").sheets[0]
    assert sheet.title == "สมุดออม"
    assert sheet.rows == [
        ("วันที่", "รหัส", "ฝาก"), (datetime(2021, 7, 5), "ก01", 150.5), (None, "ก02", 100),
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp874", "tis-620"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_csv_is_read_in_any_letters_and_with_any_separator(code, mark):
    rows = [("วันที่", "รหัส", "ฝาก"), ("๕ ก.ค. ๖๔", "ก01", "100"), ("6 ก.ค. 64", "ก02", None, "จำไม่ได้")]
    text = "\r\n".join(mark.join(cell or "" for cell in row) for row in rows)
    assert read(text.encode(code), "ออม.csv").sheets[0].rows == rows


def test_quoted_commas_and_newlines_stay_inside_their_cell():
    data = 'รหัส,หมายเหตุ,ฝาก\nก01,"ฝากแทน\nลูก, หลาน","1,200"\n'.encode()
    assert read(data, "a.csv").sheets[0].rows[1] == ("ก01", "ฝากแทน\nลูก, หลาน", "1,200")


def test_a_file_is_told_by_its_content_and_not_by_its_name():
    assert read(xlsx({"ก": [["ข"]]}), "really.csv").sheets[0].rows == [("ข",)]
    assert read(b"a,b\n1,2\n", "really.xlsx").sheets[0].rows == [("a", "b"), ("1", "2")]


def test_merged_ranges_come_along_for_cells_merged_downwards():
    data = xlsx({"ก": [["วันที่", "รหัส"], ["5/7/64", "ก01"], [None, "ก02"]]}, merges=["A2:A3"])
    assert read(data).sheets[0].merges == [(1, 0, 2, 0)]


def test_blank_rows_keep_their_place_and_trailing_ones_are_gone():
    data = with_sheet_xml('<row r="3"><c r="B3"><v>7</v></c></row><row r="9"><c r="A9" s="0"/></row>')
    assert read(data).sheets[0].rows == [(), (), (None, 7)]


def test_a_wrong_size_tag_is_not_believed():
    data = with_sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c></row>')
    part = "xl/worksheets/sheet1.xml"
    honest = zipfile.ZipFile(BytesIO(data)).read(part)
    lying = with_part(data, part, honest.replace(b"<sheetData>", b'<dimension ref="A1:A1"/><sheetData>'))
    assert read(lying).sheets[0].rows == [(1,), (None, None, 2)]


def test_cells_of_every_type_are_read_as_values():
    cells = (
        '<c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1"><v>0.1</v></c>'
        '<c r="D1" t="str"><f>A1&amp;"x"</f><v>ก&amp;ข</v></c><c r="E1" t="d"><v>2021-07-05</v></c>'
        '<c r="F1" t="inlineStr"><is><r><t>ก</t></r><r><t>ข</t></r><rPh><t>ค</t></rPh></is></c>'
        '<c><v>1e999</v></c><c><v>1e3</v></c>'
    )  # fmt: skip
    row = read(with_sheet_xml(f"<row>{cells}</row>")).sheets[0].rows[0]
    assert row == (True, "#REF!", 0.1, "ก&ข", date(2021, 7, 5), "กข", "1e999", 1000)


def test_a_formula_nobody_calculated_is_no_silent_blank():
    data = xlsx({"ก": [["ฝาก", "=1+1"]]})
    assert read(data).sheets[0].rows == [("ฝาก", UNCALCULATED)]


def test_text_that_begins_with_an_equals_sign_stays_text():
    data = with_sheet_xml('<row><c t="inlineStr"><is><t>=cmd|"/c calc"!A1</t></is></c></row>')
    assert read(data).sheets[0].rows == [('=cmd|"/c calc"!A1',)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b"%PDF-1.7 ...", "not_a_workbook"),
        (b"\x89PNG\r\n\x1a\n....", "not_a_workbook"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "other_format"),
        (b"PK\x03\x04 not really a zip", "damaged"),
        (b"\xff\xfe\x00", "unknown_letters"),
        (bytes(range(256)) * 4, "not_a_workbook"),
        (b"a,b\n" + b"\xdb\xdc\xfc,1\n", "unknown_letters"),
        (b"1," * 300, "too_many_columns"),
        (b"a,b\n" * 200_001, "too_many_rows"),
        (b"x" * (20 * 1024 * 1024 + 1), "too_big"),
    ],
)
def test_what_is_no_workbook_is_refused(data, code):
    if code == "too_many_columns":
        data = b",".join(b"%d" % i for i in range(300))
    if data.startswith(b"\xff\xfe\x00"):
        code = "not_a_workbook"
    assert refusal(data) == code


def test_a_locked_workbook_is_named_as_locked():
    assert refusal(ole({"EncryptedPackage": b"x", "EncryptionInfo": b"y"})) == "locked"


def test_a_word_document_of_old_is_no_workbook():
    assert refusal(ole({"WordDocument": b"x"}), "a.xls") == "not_a_workbook"


def test_a_damaged_xls_is_refused():
    assert refusal(ole({"Workbook": b"\x09\x08\x10\x00 nonsense"}), "a.xls") == "damaged"


def test_a_zip_with_a_password_is_locked():
    data = bytearray(xlsx({"ก": [["ข"]]}))
    place = data.find(b"PK\x01\x02")
    data[place + 8] |= 1
    assert refusal(bytes(data)) == "locked"


def test_a_truncated_workbook_is_damaged():
    data = xlsx({"ก": PASSBOOK})
    assert refusal(data[: len(data) // 2]) == "damaged"


def test_a_bomb_is_refused_before_it_unpacks():
    data = with_part(xlsx({"ก": [["ข"]]}), "xl/worksheets/sheet1.xml", b" " * 20_000_000)
    assert len(data) < 100_000
    assert refusal(data) == "unsafe"


def test_parts_that_share_bytes_are_refused():
    data = bytearray(xlsx({"ก": [["ข"]]}))
    place = data.find(b"PK\x01\x02")
    data[place + 20 : place + 24] = (len(data) * 2).to_bytes(4, "little")
    assert refusal(bytes(data)) == "unsafe"


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "xl\\x", "c:/x"])
def test_parts_with_climbing_names_are_refused(name):
    assert refusal(with_part(xlsx({"ก": [["ข"]]}), name, b"x")) == "unsafe"


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
@pytest.mark.parametrize("before", ["", "<!--" + "x" * 2_000_000 + "-->"])
def test_a_billion_laughs_are_refused_wherever_they_stand(part, before):
    text = f"<?xml version='1.0'?>{before}{LAUGHS}<x>&c;</x>"
    salt = random.Random(1).randbytes(30_000).hex()  # noise, so that it does not look like a bomb
    assert refusal(with_part(xlsx({"ก": [["ข"]]}), part, f"{text}<!--{salt}-->")) == "unsafe"


def test_a_document_type_in_wide_letters_is_refused_too():
    text = f'<?xml version="1.0" encoding="utf-16"?>{LAUGHS}<worksheet/>'
    assert (
        refusal(with_part(xlsx({"ก": [["ข"]]}), "xl/worksheets/sheet1.xml", text.encode("utf-16")))
        == "unsafe"
    )


def test_a_million_columns_are_refused():
    cells = "".join(f"<c><v>{i % 97}</v></c>" for i in range(1_000_000))
    assert refusal(with_sheet_xml(f"<row>{cells}</row>")) == "too_many_columns"


def test_a_million_rows_are_refused():
    rows = "".join(f"<row><c><v>{i}</v></c><c><v>{i % 7}</v></c></row>" for i in range(1_000_000))
    assert refusal(with_sheet_xml(rows)) == "too_many_rows"


def test_a_row_number_beyond_the_last_is_refused_and_not_padded():
    assert refusal(with_sheet_xml('<row r="2000000000"><c><v>1</v></c></row>')) == "too_many_rows"


def test_a_sheet_coloured_to_its_last_row_still_opens():
    rows = "".join(f'<row r="{i}"><c r="A{i}" s="0"/></row>' for i in range(2, 210_001))
    data = with_sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>' + rows)
    assert read(data).sheets[0].rows == [(1,)]


def test_texts_that_stand_apart_are_found_by_number():
    texts = "<si><t>ก</t></si><si><r><t>ข</t></r><r><t>ค</t></r></si>"
    data = with_shared_texts(texts, '<c t="s"><v>1</v></c><c t="s"><v>0</v></c>')
    assert read(data).sheets[0].rows == [("ขค", "ก")]


def test_a_million_shared_texts_are_refused():
    texts = "".join(f"<si><t>{i % 1009}</t></si>" for i in range(1_000_001))
    assert refusal(with_shared_texts(texts, '<c t="s"><v>0</v></c>')) == "too_many_cells"


def test_a_workbook_part_beyond_all_measure_is_refused():
    names = "".join(f'<definedName name="n{i}">{i * 7919}</definedName>' for i in range(60_000))
    data = with_part(
        xlsx({"ก": [["ข"]]}), "xl/workbook.xml", f'<workbook xmlns="{NAMESPACE}">{names}</workbook>'
    )
    assert refusal(data) == "unsafe"


def test_times_and_dates_are_told_apart_from_figures():
    book = openpyxl.Workbook()
    book.active.append([datetime(2021, 7, 5), 44382, time_of_day(9, 30), timedelta(hours=26)])
    book.active["B1"].number_format = "#,##0.00"
    book.active["D1"].number_format = "[h]:mm"
    file = BytesIO()
    book.save(file)
    assert read(file.getvalue()).sheets[0].rows == [
        (datetime(2021, 7, 5), 44382, time_of_day(9, 30), timedelta(hours=26)),
    ]


def test_too_many_sheets_are_refused():
    assert refusal(xlsx({f"ก{i}": [[1]] for i in range(61)})) == "too_many_sheets"


def test_other_zips_are_named_for_what_they_are():
    plain = BytesIO()
    with zipfile.ZipFile(plain, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert refusal(plain.getvalue(), "a.docx") == "not_a_workbook"
    assert refusal(with_part(xlsx({"ก": [["ข"]]}), "xl/workbook.bin", b"x")) == "other_format"


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Unreadable):
        read(tmp_path / "none.xlsx")


def test_every_refusal_speaks_both_languages():
    assert all(th and en and th != en for th, en in REASONS.values())


def test_no_mutation_of_a_workbook_does_more_than_be_refused():
    good, chance = xlsx({"สมุดออม": PASSBOOK}), random.Random(7)
    for _ in range(12):
        bad = bytearray(good)
        for _ in range(chance.randint(1, 20)):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        with suppress(Unreadable):
            assert read(bytes(bad)).sheets is not None


@given(st.binary(max_size=300))
def test_no_bytes_do_more_than_be_refused_as_csv(data):
    if data.startswith((b"PK", b"\xd0\xcf", b"\x09")):
        return
    with suppress(Unreadable):
        assert len(read(data, "x.csv").sheets) == 1
