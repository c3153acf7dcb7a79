"""A facilitator sends a workbook, looks at what it says, says what was unclear, and writes it down."""

from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

import kwan
from kwan.journal.queries import heads
from tests.web.village import OTHER_PROJECT, PROJECT, a_group, a_project, browser, seat

ABOUT = (("รายการ", "ข้อมูล"), ("อาชีพ", "ขายปลา"), ("ตำบล", "เวียง"), ("อำเภอ", "เมืองพะเยา"))
SAMPLE = Path(kwan.__file__).parent / "samples" / "phak-top-chawa.xlsx"


@pytest.fixture
def project(books):
    book = a_project()
    seat("pi", book, "facilitator")
    return book


def head_named(name):
    return next(head for head in heads("group") if head.name == name)


def workbook(sheets):
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def of_group(name, *savings):
    return workbook({
        "กลุ่ม": [*ABOUT, ("ชื่อกลุ่ม", name)],
        "สมาชิก": [("รหัส", "ชื่อ - สกุล", "วันที่เข้า"), ("ก01", "บัวผัน ใจดี", "1 ก.ค. 64")],
        "สมุดออม": [("วันที่", "รหัส", "ฝาก", "ถอน"), *savings],
    })  # fmt: skip


def send(client, project, data, name="สมุด.xlsx"):
    return send_all(client, project, {name: data})


def send_all(client, project, files, **typed):
    sent = [SimpleUploadedFile(name, data) for name, data in files.items()]
    answer = client.post(reverse("import", args=[project]), {"file": sent, **typed})
    return answer.headers.get("Location"), answer


def page(answer):
    return answer.content.decode()


def test_looking_writes_nothing_and_writing_writes_it_all(project):
    client = browser("pi")
    look, _ = send(client, project, SAMPLE.read_bytes(), SAMPLE.name)
    before = page(client.get(look))
    assert "แปรรูปผักตบชวา" in before
    assert [head.kind for head in heads()] == ["project"]
    written = page(client.post(look, {"write": "1"}))
    assert "ลงสมุดแล้ว" in written
    group = head_named("แปรรูปผักตบชวา")
    assert group.last_entry > 500
    assert browser("pi").get(reverse("group", args=[group.book])).status_code == 200


def test_every_row_that_waits_says_why_and_what_to_do(project):
    look, _ = send(browser("pi"), project, b"")
    client = browser("pi")
    look, _ = send(client, project, of_group("กลุ่มใหม่", ("5 ก.ค. 64", "ก99", 100, None)))
    text = page(client.get(look))
    assert "แถวที่รออยู่" in text
    assert "ก99" in text


def test_twice_the_same_file_is_the_same_book(project):
    client = browser("pi")
    data = of_group("กลุ่มใหม่", ("5 ก.ค. 64", "ก01", 100, None))
    for _ in range(2):
        look, _ = send(client, project, data)
        client.post(look, {"write": "1"})
    first = head_named("กลุ่มใหม่").last_entry
    look, _ = send(client, project, data)
    assert "ไม่มีอะไรใหม่" in page(client.get(look))
    assert head_named("กลุ่มใหม่").last_entry == first


def test_a_sheet_that_nobody_knows_is_explained_once(project):
    client = browser("pi")
    strange = workbook({"กลุ่ม": [*ABOUT, ("ชื่อกลุ่ม", "กลุ่มใหม่")],
                        "แผ่น ก": [("หนึ่ง", "สอง", "สาม"), ("5 ก.ค. 64", "ก01", 100), ("5 ส.ค. 64", "ก01", 100)]})  # fmt: skip
    look, _ = send(client, project, strange)
    assert "ยังไม่รู้ว่าเรื่องอะไร" in page(client.get(look))
    meaning = look + "file/0/sheet/1/"
    assert "สมุดออม" in page(client.get(meaning))
    columns = {"kind": "passbook", "column-0": "date", "column-1": "member", "column-2": "deposit"}
    assert client.post(meaning, columns).headers["Location"] == look
    assert "ยังไม่รู้ว่าเรื่องอะไร" not in page(client.get(look))


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"", "ว่าง.xlsx"), (b"PK\x03\x04 not a zip", "เสีย.xlsx"), (b"\x00\x01\x02", "แปลก.csv")],
)
def test_a_strange_file_is_refused_in_plain_words(project, data, name):
    client = browser("pi")
    look, answer = send(client, project, data, name)
    answer = client.get(look) if look else answer
    assert answer.status_code == 400
    assert "ยังไม่ได้" in page(answer)


def test_no_file_is_said_so(project):
    answer = browser("pi").post(reverse("import", args=[project]))
    assert answer.status_code == 400
    assert "ยังไม่ได้เลือกไฟล์" in page(answer)


def test_a_group_of_another_project_cannot_be_written_into(project):
    a_project(OTHER_PROJECT)
    theirs = a_group("กลุ่มของเขา", 3, OTHER_PROJECT)
    before = head_named("กลุ่มของเขา").last_entry
    client = browser("pi")
    look, _ = send(client, project, of_group("กลุ่มของเขา", ("5 ก.ค. 64", "ก01", 100, None)))
    for answer in (client.get(look), client.post(look, {"write": "1"})):
        assert answer.status_code == 400
        assert "อยู่แล้วนอกโครงการนี้" in page(answer)
    assert head_named("กลุ่มของเขา").last_entry == before
    assert client.get(reverse("group", args=[theirs])).status_code == 404


def test_a_project_is_no_group(project):
    client = browser("pi")
    look, _ = send(client, project, of_group(PROJECT))
    assert client.get(look).status_code == 400


def test_a_file_is_seen_by_who_sent_it_and_by_nobody_else(project):
    seat("other", project, "facilitator")
    look, _ = send(browser("pi"), project, SAMPLE.read_bytes(), SAMPLE.name)
    assert browser("other").get(look).status_code == 404


def test_a_file_that_was_written_does_not_lie_about(project):
    client = browser("pi")
    look, _ = send(client, project, of_group("กลุ่มใหม่"))
    file = settings.KWAN_DATA / "incoming" / look.strip("/").split("/")[-1]
    assert file.exists()
    client.post(look, {"write": "1"})
    assert not file.exists()
    assert client.get(look).status_code == 404
