"""Rows that wait are asked about together, answered once on the screen, and known again in the next file."""

import html
import json
import os
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kwan.journal.queries import head, heads
from kwan.programme.queries import activities
from tests.web.answering import (
    FIRST,
    GROUP,
    MEMBERS,
    SAVINGS,
    STRANGER,
    answer,
    asked,
    counts,
    of,
    saved,
    write,
)
from tests.web.test_bringing_a_workbook_in import ABOUT, SAMPLE, head_named, page, send, send_all, workbook
from tests.web.village import OTHER_PROJECT, a_group, a_project, browser, seat
from tests.workbook.bringing import breaches


@pytest.fixture
def project(books, tmp_path, settings):
    """A project whose data folder remembers nothing yet."""
    settings.KWAN_DATA = tmp_path
    book = a_project()
    seat("pi", book, "facilitator")
    return book


@pytest.fixture
def pi(project):
    return browser("pi")


def test_who_is_meant_is_chosen_from_the_register_and_nothing_is_written_before_the_last_press(
    pi, project, tmp_path
):
    look, _ = send(pi, project, of(FIRST, STRANGER))
    assert [may for _, may in asked(pi, look).values()] == [["", "nobody", "is:ก01", "is:ก02"]]
    assert "ก02 คำปัน ใจงาม" in page(pi.get(look))
    assert answer(pi, look, "is:ก02").headers["Location"] == look
    assert counts(page(pi.get(look)))["สมุดออม"] == [2, 0, 0, 1]
    assert [each.kind for each in heads()] == ["project"]
    assert not (tmp_path / "mends.json").exists()
    write(pi, look)
    assert saved() == {"ก01": 10000, "ก02": 7000}
    assert breaches() == []


def test_the_next_file_with_the_same_words_needs_no_answer(pi, project):
    look, _ = send(pi, project, of(FIRST, STRANGER))
    answer(pi, look, "is:ก02")
    write(pi, look)
    later, _ = send(pi, project, of(FIRST, STRANGER, ("5 ก.ย. 64", "ไม่มี-99", 30, None)))
    assert (asked(pi, later), counts(page(pi.get(later)))["สมุดออม"]) == ({}, [1, 2, 0, 1])
    write(pi, later)
    assert saved() == {"ก01": 10000, "ก02": 10000}


def test_the_words_of_who_was_meant_cannot_be_read_where_they_are_remembered(pi, project, tmp_path):
    look, _ = send(pi, project, of(FIRST, ("5 ส.ค. 64", "ป้าจันทร์", 70, None)))
    answer(pi, look, "is:ก02")
    write(pi, look)
    assert "จันทร์" not in (tmp_path / "mends.json").read_text(encoding="utf-8")
    assert list((tmp_path / "incoming").iterdir()) == []


def test_who_is_no_member_is_left_out_wherever_the_words_stand_again(pi, project):
    look, _ = send(pi, project, of(FIRST, STRANGER))
    answer(pi, look, "nobody")
    assert counts(page(pi.get(look)))["สมุดออม"] == [1, 0, 0, 2]
    write(pi, look)
    later, _ = send(
        pi, project, of(FIRST, STRANGER, ("5 ก.ย. 64", "ไม่มี-99", 30, None), ("5 ก.ย. 64", "ไม่มี-99", 40, None))
    )
    assert counts(page(pi.get(later)))["สมุดออม"] == [0, 1, 0, 4]
    assert saved() == {"ก01": 10000}


def test_a_guest_of_an_activity_is_counted_and_the_row_stays(pi, project):
    came = [("วันที่", "เรื่อง", "ผู้เข้าร่วม"), ("5 ก.ย. 64", "อบรม", "ก01, ก02, อาจารย์สมศรี")]
    look, _ = send(pi, project, of(FIRST, กิจกรรม=came))
    assert "ไม่ใช่สมาชิก นับเป็นแขก" in page(pi.get(look))
    answer(pi, look, "nobody")
    write(pi, look)
    (one,) = activities(head_named(GROUP).book)
    assert (one.attended, one.others) == (("ก01", "ก02"), 1)


def test_alike_rows_are_one_question_wherever_the_same_stranger_stands(pi, project):
    paid = [("เดือน", "รหัส", "รายได้"), ("ก.ย. 64", "ไม่มี-99", 500)]
    look, _ = send(pi, project, of(FIRST, STRANGER, ("5 ก.ย. 64", "ไม่มี-99", 30, None), รายได้=paid))
    assert len(asked(pi, look)) == 1
    answer(pi, look, "is:ก02")
    assert [row[2] for row in counts(page(pi.get(look))).values()] == [0, 0, 0, 0]


def test_a_row_written_twice_may_be_two_or_one(pi, project):
    look, _ = send(pi, project, of(FIRST, FIRST))
    assert [may for _, may in asked(pi, look).values()] == [["", "keep", "leave_out"]]
    answer(pi, look, "keep")
    write(pi, look)
    assert saved() == {"ก01": 20000}
    again, _ = send(pi, project, of(FIRST, FIRST))
    assert (asked(pi, again), "ไม่มีอะไรใหม่" in page(pi.get(again))) == ({}, True)


def test_rows_left_out_stay_left_out_in_the_next_file(pi, project):
    look, _ = send(pi, project, of(FIRST, FIRST))
    answer(pi, look, "leave_out")
    write(pi, look)
    again, _ = send(pi, project, of(FIRST, FIRST))
    assert (asked(pi, again), saved()) == ({}, {"ก01": 10000})


def test_what_differs_is_corrected_when_it_is_written_and_not_before(pi, project):
    look, _ = send(pi, project, of(FIRST))
    write(pi, look)
    look, _ = send(pi, project, of(("5 ก.ค. 64", "ก01", 150, None)))
    before = head(head_named(GROUP).book).last_entry
    assert [may for _, may in asked(pi, look).values()] == [["", "correct", "leave_out"]]
    assert "รายการแก้" in page(pi.get(look))
    answer(pi, look, "correct")
    assert head(head_named(GROUP).book).last_entry == before
    write(pi, look)
    assert (saved(), head(head_named(GROUP).book).last_entry) == ({"ก01": 15000}, before + 1)
    assert breaches() == []


def test_an_answer_may_be_for_some_of_the_rows(pi, project):
    look, _ = send(pi, project, of(FIRST, ("5 ส.ค. 64", "ก01", 100, None)))
    write(pi, look)
    look, _ = send(pi, project, of(("5 ก.ค. 64", "ก01", 150, None), ("5 ส.ค. 64", "ก01", 180, None)))
    ((number, _),) = asked(pi, look).items()
    answer(pi, look, "correct", **{f"row-{number}": "3"})
    assert [len(asked(pi, look)), counts(page(pi.get(look)))["สมุดออม"]] == [1, [1, 0, 1, 1]]
    write(pi, look)
    assert saved() == {"ก01": 10000 + 18000}


def test_an_answer_is_taken_back(pi, project):
    look, _ = send(pi, project, of(FIRST, STRANGER))
    answer(pi, look, "is:ก02")
    assert "“ไม่มี-99” → ก02" in page(pi.get(look))
    pi.post(look, {"forget": "0"})
    assert len(asked(pi, look)) == 1


def test_answers_sent_with_the_last_press_are_looked_at_before_anything_is_written(pi, project):
    look, _ = send(pi, project, of(FIRST, STRANGER))
    assert answer(pi, look, "is:ก02", write="1").headers["Location"] == look
    assert "ดูอีกครั้งแล้วจึงกดลงสมุด" in page(pi.get(look))
    assert [each.kind for each in heads()] == ["project"]


def test_a_question_that_was_not_asked_is_not_answered(pi, project):
    look, _ = send(pi, project, of(FIRST, STRANGER))
    other, _ = send(pi, project, of(FIRST, STRANGER, name="กลุ่มอื่น"))
    (signed, _) = asked(pi, other)[0]
    for forged in (signed, signed[:-1], json.dumps({"member": "ก01", "is": "ก02"})):
        assert pi.post(look, {"asked-0": forged, "answer-0": "is:ก02"}).status_code == 404
    assert pi.post(look, {"asked-0": asked(pi, look)[0][0], "answer-0": ""}).status_code == 302
    assert len(asked(pi, look)) == 1


def test_columns_explained_once_are_remembered_for_alike_files(pi, project, tmp_path):
    strange = [("หนึ่ง", "สอง", "สาม"), ("5 ก.ค. 64", "ก01", 100)]
    sheets = {"กลุ่ม": [*ABOUT, ("ชื่อกลุ่ม", GROUP)], "สมาชิก": MEMBERS, "แผ่น ก": strange}
    look, _ = send(pi, project, workbook(sheets))
    meaning = re.search(r'href="([^"]+/sheet/2/)"', page(pi.get(look)))[1]
    pi.post(meaning, {"kind": "passbook", "column-0": "date", "column-1": "member", "column-2": "deposit"})
    assert "แผ่น ก → สมุดออม" in page(pi.get(look))
    assert 'value="deposit" lang="th" selected' in page(pi.get(meaning))
    assert not (tmp_path / "mappings.json").exists()
    write(pi, look)
    later, _ = send(pi, project, workbook(sheets | {"แผ่น ก": [*strange, ("5 ส.ค. 64", "ก02", 50)]}))
    assert counts(page(pi.get(later)))["แผ่น ก"] == [1, 1, 0, 1]


def test_every_held_row_says_why_in_the_language_of_the_page(pi, project):
    look, _ = send(pi, project, of(FIRST, STRANGER))
    english = page(browser_like(pi, "en").get(look))
    assert "No member ไม่มี-99 in the register." in html.unescape(english)
    assert "Ask the group whose it is" in english
    assert (
        re.findall(r"[ก-๙]+", english[english.index('<fieldset class="ask"') : english.index("</fieldset>")])
        != []
    )


def browser_like(client, lang):
    client.cookies["kwan_language"] = lang
    return client


# -- several files -----------------------------------------------------------------------------------


def test_files_of_several_groups_come_in_together_each_with_its_own_questions(pi, project):
    names = ("ก", "ข")
    look, _ = send_all(pi, project, {f"{name}.xlsx": of(FIRST, STRANGER, name=name) for name in names})
    assert len(asked(pi, look)) == 2
    answer(pi, look, "is:ก01", "is:ก02")
    write(pi, look)
    assert [saved(name) for name in names] == [{"ก01": 17000}, {"ก01": 10000, "ก02": 7000}]


def test_tables_of_one_folder_are_one_group_under_the_name_that_was_typed(pi, project):
    tables = {"สมาชิก.csv": MEMBERS, "สมุดออม.csv": [SAVINGS, FIRST]}
    files = {
        name: "\n".join(",".join(str(cell or "") for cell in row) for row in rows).encode()
        for name, rows in tables.items()
    }
    look, _ = send_all(pi, project, files, group="บ้านดอน")
    write(pi, look)
    assert saved("บ้านดอน") == {"ก01": 10000}


def test_two_files_of_one_name_are_told_apart(pi, project):
    sent = [SimpleUploadedFile("ออม.xlsx", of(FIRST, name=name)) for name in ("ก", "ข")]
    look = pi.post(reverse("import", args=[project]), {"file": sent}).headers["Location"]
    assert "ออม.xlsx, ออม (2).xlsx" in page(pi.get(look))


def test_one_file_that_cannot_be_read_does_not_hold_up_the_others(pi, project):
    look, _ = send_all(pi, project, {"ดี.xlsx": of(FIRST), "เสีย.xlsx": b"PK\x03\x04 not a zip"})
    assert "เสีย.xlsx" in page(pi.get(look))
    assert "ไฟล์ที่ยังไม่ได้นำเข้า" in write(pi, look)
    assert saved() == {"ก01": 10000}


def test_a_group_of_another_project_is_left_alone_beside_one_that_is_ours(pi, project):
    a_project(OTHER_PROJECT)
    theirs = a_group("ของเขา", 3, OTHER_PROJECT)
    before = head(theirs).last_entry
    look, _ = send_all(pi, project, {"เรา.xlsx": of(FIRST), "เขา.xlsx": of(STRANGER, name="ของเขา")})
    assert (asked(pi, look), "อยู่แล้วนอกโครงการนี้" in page(pi.get(look))) == ({}, True)
    write(pi, look)
    assert (saved(), head(theirs).last_entry) == ({"ก01": 10000}, before)


# -- the sheet of questions --------------------------------------------------------------------------


def test_each_group_has_a_sheet_of_questions_to_print_or_to_share(pi, project):
    look, _ = send(pi, project, SAMPLE.read_bytes(), SAMPLE.name)
    answered = pi.get(look + "questions/0/")
    assert answered.headers["Content-Disposition"].startswith("inline; filename*=utf-8''")
    assert "'sha256-" in answered.headers["Content-Security-Policy"]
    text = page(answered)
    assert ("แปรรูปผักตบชวา" in text, "ไม่มี-99" in text, text.count("คำตอบ</p>")) == (True, True, 2)
    assert pi.get(look + "questions/1/").status_code == 404


def test_what_one_person_told_in_confidence_stands_neither_on_the_screen_nor_on_the_sheet(pi, project):
    debts = [("รหัส", "เจ้าหนี้", "ยอดหนี้"), ("ไม่มี-99", "เจ้าหนี้ลับ", 76543)]
    look, _ = send(pi, project, of(FIRST, หนี้สิน=debts))
    for text in (page(pi.get(look)), page(pi.get(look + "questions/0/"))):
        assert "ไม่มี-99" in text
        assert [word for word in ("เจ้าหนี้ลับ", "76543", "76,543") if word in text] == []


def test_nobody_else_gets_the_sheet_of_questions(pi, project):
    seat("other", project, "facilitator")
    seat("giver", project, "funder")
    look, _ = send(pi, project, of(FIRST, STRANGER))
    assert [browser(who).get(look + "questions/0/").status_code for who in ("other", "giver")] == [404, 404]


def test_files_that_nobody_can_ask_for_any_more_are_thrown_away(pi, project, tmp_path):
    send(pi, project, of(FIRST))
    (old,) = (tmp_path / "incoming").iterdir()
    os.utime(old, (0, 0))
    send(pi, project, of(FIRST))
    assert [each != old for each in (tmp_path / "incoming").iterdir()] == [True]


def test_a_page_of_another_place_cannot_answer(pi, project):
    from django.test import Client

    look, _ = send(pi, project, of(FIRST, STRANGER))
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = pi.cookies
    assert strict.post(look, {"write": "1"}).status_code == 403
    assert [each.kind for each in heads()] == ["project"]
