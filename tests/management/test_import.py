"""kwan import: what it answers, what it refuses, and that a dry run is only told."""

import json
import time

import pytest
from django.core.management import CommandError

from kwan.journal import queries
from kwan.samples import workbooks
from tests.management.speaking import said, told
from tests.workbook.bringing import PASSBOOK, a_group
from tests.workbook.making import xlsx

pytestmark = pytest.mark.django_db
STRANGER = ["6 ก.พ. 2564", "ไม่มี-99", 70, None, None]


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    """A data folder of its own for every test."""
    settings.KWAN_DATA = tmp_path / "data"
    settings.KWAN_DATA.mkdir()
    return settings.KWAN_DATA


@pytest.fixture
def file(tmp_path):
    """The small group with one stranger in its passbook."""
    path = tmp_path / "ปลาส้ม.xlsx"
    path.write_bytes(xlsx(a_group({"สมุดออม": [*PASSBOOK, STRANGER]})))
    return path


def test_both_samples_are_told_by_sheet_and_by_held_row():
    answer = told("import", *workbooks())
    assert list(answer) == ["read", "posted", "skipped", "already", "held", "gone", "remarks", "refused"]
    assert {title: answer["posted"][title] for title in ("สมาชิก", "สมุดออม", "คำสั่งซื้อ", "การผลิต")} == {
        "สมาชิก": 20, "สมุดออม": 138, "คำสั่งซื้อ": 218, "การผลิต": 168,
    }  # fmt: skip
    held = [(row["file"], row["sheet"], row["row"], row["code"]) for row in answer["held"]]
    assert held == [
        ("kwan-talay-seafood.xlsx", "สมุดออม", 11, "twice"),
        ("kwan-talay-seafood.xlsx", "สมุดออม", 94, "unknown_member"),
        ("phak-top-chawa.xlsx", "สมุดออม", 11, "twice"),
        ("phak-top-chawa.xlsx", "สมุดออม", 70, "unknown_member"),
    ]
    assert sum(answer["posted"].values()) + len(held) + sum(answer["skipped"].values()) == sum(
        answer["read"].values()
    )


def test_a_held_row_says_where_why_and_what_to_do_in_both_languages(file):
    (held,) = told("import", file)["held"]
    assert set(held) == {
        "file", "group", "sheet", "row", "code", "reason", "reason_en", "suggestion", "suggestion_en",
    }  # fmt: skip
    assert (held["file"], held["group"], held["row"]) == ("ปลาส้ม.xlsx", "ปลาส้มบ้านดอน", 6)
    assert held["reason"] == "ไม่รู้จักสมาชิกรหัส ไม่มี-99 ในทะเบียน"
    assert all(held.values())


def test_in_words_a_person_reads_both_languages(file):
    words = said("import", file)
    assert "ลงสมุด 17" in words
    assert "17 posted" in words
    assert "1 held" in words


def test_a_dry_run_answers_as_the_real_one_and_leaves_no_trace(file, data):
    dry = said("import", file, "--dry-run", "--json")
    assert (queries.heads(), sorted(data.iterdir())) == ([], [])
    assert said("import", file, "--json") == dry
    assert len(queries.heads()) == 1


def test_the_same_file_twice_is_told_as_known(file):
    first, again = told("import", file), told("import", file)
    assert (again["posted"], again["already"], again["gone"]) == ({}, first["posted"], [])


def test_hostile_files_are_refused_in_time_while_the_others_go_on(file, tmp_path):
    hostile = {
        "bomb.xlsx": b"PK\x03\x04" + b"\0" * 1000,
        "page.xls": b"<html>not a workbook</html>",
        "noise.csv": bytes(range(256)) * 40,
        "empty.xlsx": b"",
    }
    for name, content in hostile.items():
        (tmp_path / name).write_bytes(content)
    begun = time.perf_counter()
    answer = told("import", *(tmp_path / name for name in hostile), file)
    assert time.perf_counter() - begun < 2 * (len(hostile) + 1)
    assert {no["file"] for no in answer["refused"]} == set(hostile)
    assert all(no["reason"] and no["reason_en"] for no in answer["refused"])
    assert sum(answer["posted"].values()) == 17


def test_if_nothing_could_be_read_the_exit_code_says_so(tmp_path):
    path = tmp_path / "พัง.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(SystemExit) as stopped:
        said("import", path)
    assert stopped.value.code == 1


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"There is no file .*nowhere\.xlsx"):
        said("import", tmp_path / "nowhere.xlsx")


def test_a_folder_of_tables_is_one_group_and_what_excel_leaves_lying_is_passed_over(tmp_path):
    folder = tmp_path / "ปลาส้ม"
    folder.mkdir()
    (folder / "สมาชิก.csv").write_text("รหัส,ชื่อ - สกุล\nก01,บัวผัน ใจดี\n", encoding="utf-8")
    (folder / "ออม.csv").write_text("วันที่,รหัส,ฝาก\n5 ก.พ. 64,ก01,100\n", encoding="cp874")
    (folder / "~$ออม.xlsx").write_bytes(b"lock")
    (folder / "อ่านก่อน.txt").write_text("x", encoding="utf-8")
    answer = told("import", folder)
    assert (answer["held"], answer["refused"]) == ([], [])
    assert [head.name for head in queries.heads()] == ["ปลาส้ม"]


def test_group_and_project_may_be_named_on_the_line(tmp_path):
    path = tmp_path / "ออม.csv"
    path.write_text("วันที่,รหัส,ฝาก\n5 ก.พ. 64,ก01,100\n", encoding="utf-8")
    told("import", path, "--group", "ปลาส้ม", "--project", "กว๊านสร้างสุข")
    assert {(head.kind, head.name) for head in queries.heads()} == {
        ("group", "ปลาส้ม"),
        ("project", "กว๊านสร้างสุข"),
    }


def test_answers_are_applied_and_remembered(file, tmp_path):
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps([{"member": "ไม่มี-99", "is": "ก03"}]), encoding="utf-8")
    assert told("import", file, "--answers", answers)["held"] == []
    assert told("import", file)["held"] == []


def test_answers_to_a_dry_run_are_not_remembered(file, tmp_path, data):
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps([{"member": "ไม่มี-99", "is": "ก03"}]), encoding="utf-8")
    assert told("import", file, "--answers", answers, "--dry-run")["held"] == []
    assert list(data.iterdir()) == []
    assert len(told("import", file)["held"]) == 1


def test_answers_that_make_no_sense_stop_before_anything_is_written(file, tmp_path):
    answers = tmp_path / "answers.json"
    answers.write_text('[{"code": "twice", "do": "burn"}]', encoding="utf-8")
    with pytest.raises(CommandError, match="Answer 1"):
        said("import", file, "--answers", answers)
    assert queries.heads() == []


def test_questions_are_written_for_each_group_with_a_file_to_fill_in(file, tmp_path):
    folder = tmp_path / "คำถาม"
    told("import", file, "--dry-run", "--questions", folder)
    assert sorted(path.name for path in folder.iterdir()) == ["answers.json", "ปลาส้มบ้านดอน.html"]
    page = (folder / "ปลาส้มบ้านดอน.html").read_text(encoding="utf-8")
    assert "ไม่มี-99" in page
    waiting = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
    assert [(one["group"], one["member"], one["is"]) for one in waiting["answers"]] == [
        ("ปลาส้มบ้านดอน", "ไม่มี-99", "")
    ]
    waiting["answers"][0]["is"] = "ก03"
    (folder / "answers.json").write_text(json.dumps(waiting), encoding="utf-8")
    assert told("import", file, "--answers", folder / "answers.json")["held"] == []
