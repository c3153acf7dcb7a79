"""Many files: which of them are one group, twelve groups at once, and what was answered about their rows."""

import csv
import io
import json

import pytest

from kwan.fund.models import Saving
from kwan.journal import queries
from kwan.journal.models import Entry
from kwan.workbook.answers import NotAnAnswer, answers_in
from kwan.workbook.importing import Door, Source, run
from kwan.workbook.memory import remember_all, remembered
from kwan.workbook.mends import NAME, keep_mends, mends_kept_in
from tests.workbook.bringing import (
    BUYERS,
    GROUP,
    MEMBERS,
    NOW,
    ORDERS,
    PASSBOOK,
    a_group,
    breaches,
    reasons,
    value,
)
from tests.workbook.making import xlsx

pytestmark = pytest.mark.django_db
STRANGER = ["6 ก.พ. 2564", "ไม่มี-99", 70, None, None]
# Three ways in which people head the same passbook.
HEADINGS = [
    ["วันที่", "รหัส", "ฝาก", "ถอน", "หมายเหตุ"],
    ["ว/ด/ป", "เลขที่สมาชิก", "เงินออม", "เบิก", "บันทึก"],
    ["Date", "Member No.", "Deposit", "Withdrawal", "Remarks"],
]


def door(**how):
    return Door("operator", NOW, **how)


def workbook(name, sheets, group=None):
    return Source(name, xlsx(sheets), group or name.removesuffix(".xlsx"))


def table(name, rows, folder):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return Source(name, text.getvalue().encode("utf-8-sig"), folder)


def named(name, other=()):
    """The small group under another name."""
    return a_group({"กลุ่ม": [GROUP[0], ["ชื่อกลุ่ม", name], *GROUP[2:]], **dict(other)})


def answered(*answers):
    return answers_in(json.dumps(answers))


def test_tables_of_one_folder_are_one_group_called_as_one_of_them_says():
    sources = [
        table("กลุ่ม.csv", GROUP, "แฟ้ม ก"),
        table("ทะเบียนสมาชิก.csv", MEMBERS, "แฟ้ม ก"),
        table("สมุดออม.csv", PASSBOOK, "แฟ้ม ก"),
    ]
    (one,) = run(sources, door()).done
    assert (one.group, one.held, value(one, "savings.balance")) == ("ปลาส้มบ้านดอน", [], 30050)


def test_tables_of_a_folder_that_say_no_name_are_called_as_the_folder():
    sources = [table("สมาชิก.csv", MEMBERS, "ปลาส้ม"), table("สมุดออม.csv", PASSBOOK, "ปลาส้ม")]
    assert [(one.group, one.held) for one in run(sources, door()).done] == [("ปลาส้ม", [])]


def test_a_passbook_may_come_before_the_register_in_another_file():
    sources = [
        workbook("1.xlsx", {"กลุ่ม": GROUP, "สมุดออม": PASSBOOK}),
        workbook("2.xlsx", {"กลุ่ม": GROUP, "สมาชิก": MEMBERS}),
    ]
    (one,) = run(sources, door()).done
    assert (one.held, one.remarks, value(one, "savings.balance")) == ([], [], 30050)


def test_what_two_files_of_a_group_both_say_is_written_once():
    (one,) = run([workbook("2564.xlsx", a_group()), workbook("2564 แก้.xlsx", a_group())], door()).done
    assert one.held == []
    assert value(one, "savings.deposits") == 35050
    assert value(one, "orders.value") == 60000 + 130000


def test_what_two_files_of_a_group_say_otherwise_is_held_with_the_name_of_the_file():
    other = [PASSBOOK[0], ["5 ก.พ. 2564", "ก01", 999, None, None]]
    sources = [workbook("1.xlsx", a_group()), workbook("2.xlsx", a_group({"สมุดออม": other}))]
    (one,) = run(sources, door()).done
    (held,) = one.held
    assert (held.file, held.number, held.code) == ("2.xlsx", 2, "twice")
    assert "in 1.xlsx" in held.reason_en


def test_an_order_paid_in_the_later_of_two_files_is_paid():
    paid = [[*row[:6], "จ่ายแล้ว", row[7]] if n else row for n, row in enumerate(ORDERS)]
    sources = [workbook("1.xlsx", a_group()), workbook("2.xlsx", a_group({"คำสั่งซื้อ": paid}))]
    (one,) = run(sources, door()).done
    assert (one.held, value(one, "orders.receivable")) == ([], 0)


def test_twelve_groups_with_different_headings_come_in_at_once():
    sources = [
        workbook(f"{n}.xlsx", named(f"กลุ่มที่ {n}", {"สมุดออม": [HEADINGS[n % 3], *PASSBOOK[1:]]}))
        for n in range(12)
    ]
    done = run(sources, door()).done
    assert [one.group for one in done] == [f"กลุ่มที่ {n}" for n in range(12)]
    assert {value(one, "savings.balance") for one in done} == {30050}
    assert [one.held for one in done] == [[]] * 12
    assert breaches() == []


def test_a_file_that_cannot_be_read_does_not_hold_up_the_others():
    done = run([Source("พัง.xlsx", b"PK\x03\x04 not really", "พัง"), workbook("ดี.xlsx", a_group())], door())
    assert [no.file for no in done.refused] == ["พัง.xlsx"]
    assert [one.posted.total() for one in done.done] == [17]


def test_a_group_called_like_a_project_is_refused_and_said_so():
    project = [*GROUP, ["โครงการ", "ปลาส้มบ้านดอน"]]
    done = run([workbook("1.xlsx", a_group({"กลุ่ม": project})), workbook("2.xlsx", named("อื่น"))], door())
    assert ([no.file for no in done.refused], [one.group for one in done.done]) == (["1.xlsx"], ["อื่น"])
    assert [head.name for head in queries.heads()] == ["อื่น"]


# -- answers -----------------------------------------------------------------------------------------


def two_groups():
    return [workbook(f"{n}.xlsx", named(n, {"สมุดออม": [*PASSBOOK, STRANGER]})) for n in ("ก", "ข")]


def saved_by(one, member):
    return -queries.balance(one.book, f"passbook:{member}")


def test_a_stranger_is_named_once_for_one_group_and_the_other_still_waits():
    answers = answered({"group": "ก", "member": "ไม่มี-99", "is": "ก03"})
    first, second = run(two_groups(), door(), answers).done
    assert (first.held, saved_by(first, "ก03")) == ([], 7000)
    assert reasons(second) == [("สมุดออม", 6, "unknown_member")]


def test_an_answer_without_a_group_holds_for_all():
    done = run(two_groups(), door(), answered({"member": "ไม่มี-99", "is": "ก03"})).done
    assert [one.held for one in done] == [[], []]


def test_what_was_answered_is_remembered_and_no_name_can_be_read_there(tmp_path):
    passbook = [*PASSBOOK, ["6 ก.พ. 2564", "ป้าจันทร์", 70, None, None]]
    sources = [workbook("ก.xlsx", a_group({"สมุดออม": passbook}))]
    keep_mends(tmp_path, run(sources, door(dry_run=True), answered({"member": "ป้าจันทร์", "is": "ก03"})).mends)
    assert "จันทร์" not in (tmp_path / NAME).read_text(encoding="utf-8")
    assert Entry.objects.count() == 0
    (one,) = run(sources, door(mends=mends_kept_in(tmp_path))).done
    assert (one.held, saved_by(one, "ก03")) == ([], 7000)


def test_a_row_left_out_is_skipped_wherever_it_stands_later(tmp_path):
    sources = [workbook("ก.xlsx", a_group({"สมุดออม": [*PASSBOOK, STRANGER]}))]
    answers = answered({"sheet": "สมุดออม", "rows": [6], "do": "leave_out"})
    done = run(sources, door(), answers)
    keep_mends(tmp_path, done.mends)
    assert (done.done[0].held, done.done[0].skipped["สมุดออม"]) == ([], 2)
    moved = [workbook("ก.xlsx", a_group({"สมุดออม": [PASSBOOK[0], STRANGER, *PASSBOOK[1:]]}))]
    (again,) = run(moved, door(mends=mends_kept_in(tmp_path))).done
    assert (again.held, again.posted.total()) == ([], 0)


def test_of_two_rows_that_are_alike_only_the_one_is_left_out():
    sources = [workbook("ก.xlsx", a_group({"สมุดออม": [*PASSBOOK, PASSBOOK[1]]}))]
    (one,) = run(sources, door(), answered({"code": "twice", "do": "leave_out"})).done
    assert (one.held, value(one, "savings.deposits")) == ([], 35050)


def test_two_rows_that_are_both_right_are_both_written_and_known_again(tmp_path):
    sources = [workbook("ก.xlsx", a_group({"สมุดออม": [*PASSBOOK, PASSBOOK[1]]}))]
    done = run(sources, door(), answered({"code": "twice", "do": "keep"}))
    (one,) = done.done
    assert (one.held, value(one, "savings.deposits")) == ([], 45050)
    keep_mends(tmp_path, done.mends)
    (again,) = run(sources, door(mends=mends_kept_in(tmp_path))).done
    assert (again.held, again.posted.total(), again.gone) == ([], 0, [])


def test_a_number_used_twice_may_be_two_orders():
    rows = [*ORDERS, ["1", "9 ก.พ. 2564", "รพ.พะเยา", "ปลาส้ม", 1, 60, "จ่ายแล้ว", None]]
    sources = [workbook("ก.xlsx", a_group({"คำสั่งซื้อ": rows}))]
    (one,) = run(sources, door(), answered({"code": "number_used", "do": "keep"})).done
    assert (one.held, value(one, "orders.count"), value(one, "orders.value")) == ([], 3, 190000 + 6000)


def test_all_differences_are_corrected_by_one_answer():
    run([workbook("ก.xlsx", a_group())], door())
    other = [PASSBOOK[0], *([*row[:2], 200, *row[3:]] for row in PASSBOOK[1:4]), PASSBOOK[4]]
    sources = [workbook("ก.xlsx", a_group({"สมุดออม": other}))]
    (one,) = run(sources, door(), answered({"code": "differs", "do": "correct"})).done
    assert (one.held, one.differs, value(one, "savings.deposits")) == ([], {}, 60000)
    assert breaches() == []


def test_a_sheet_explained_once_is_understood_in_every_group(tmp_path):
    strange = [["เมื่อใด", "ของใคร", "เท่าไร"], *([row[0], row[1], row[2]] for row in PASSBOOK[1:4])]
    files = [workbook(f"{n}.xlsx", named(n, {"สมุดออม": None, "Sheet1": strange})) for n in ("ก", "ข")]
    asked = run(files, door(dry_run=True)).done
    assert [reasons(one) for one in asked] == [[("Sheet1", 1, "sheet_not_understood")]] * 2
    columns = {"เมื่อใด": "date", "ของใคร": "member", "เท่าไร": "deposit"}
    done = run(
        files, door(), answered({"group": "ก", "sheet": "Sheet1", "kind": "passbook", "columns": columns})
    )
    remember_all(tmp_path, done.columns)
    assert [value(one, "savings.deposits") for one in done.done] == [35050, 35050]
    later = [workbook("ค.xlsx", named("ค", {"สมุดออม": None, "Sheet1": strange}))]
    (one,) = run(later, door(remembered=remembered(tmp_path))).done
    assert value(one, "savings.deposits") == 35050


def test_a_guest_is_nobody_of_the_group_and_counts_among_the_others():
    from kwan.programme.queries import activities

    rows = [["วันที่", "เรื่อง", "ผู้เข้าร่วม"], ["5 ก.พ. 2564", "อบรม", "ก01, ก02, อาจารย์สมศรี"]]
    sources = [workbook("ก.xlsx", a_group({"กิจกรรม": rows}))]
    (asked,) = run(sources, door(dry_run=True)).done
    assert list(asked.strangers.values()) == ["อาจารย์สมศรี"]
    (one,) = run(sources, door(), answered({"member": "อาจารย์สมศรี", "is": None})).done
    (held,) = activities(one.book)
    assert (one.held, held.attended, held.others) == ([], ("ก01", "ก02"), 1)


def test_an_answer_not_yet_filled_in_is_passed_over():
    assert answered({"member": "x", "is": ""}, {"rows": [1], "do": ""}, {"kind": "", "sheet": "x"}) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not JSON"),
        ('"yes"', "a list of answers"),
        ('[{"rows": [1], "do": "burn"}]', 'Answer 1: "do" is one of leave_out, keep, correct'),
        ('[{"do": "keep"}]', "which rows, or which code"),
        ('[{"sheet": "x", "kind": "poem", "columns": {}}]', "no kind poem"),
        ('[{"sheet": "x", "kind": "passbook", "columns": {"a": "b"}}]', "its columns are"),
        ('[{"memebr": "x", "is": "y"}]', "unknown: memebr"),
        ('[{"code": "twice", "rows": "3", "do": "keep"}]', "a list of row numbers"),
    ],
)
def test_answers_that_make_no_sense_are_refused_with_their_number(text, says):
    with pytest.raises(NotAnAnswer) as refused:
        answers_in(text)
    assert says in refused.value.en


def test_a_dry_run_tells_what_a_real_one_does_and_writes_nothing():
    sources = [*two_groups(), workbook("ค.xlsx", a_group()), workbook("ค แก้.xlsx", a_group())]
    told = run(sources, door(dry_run=True))
    assert (queries.heads(), Entry.objects.count(), Saving.objects.count()) == ([], 0, 0)
    done = run(sources, door())
    for field in ("posted", "skipped", "already", "held", "gone", "group", "file"):
        assert [getattr(one, field) for one in told.done] == [getattr(one, field) for one in done.done]


def test_buyers_of_two_files_are_known_once():
    sources = [workbook("1.xlsx", a_group()), workbook("2.xlsx", {"กลุ่ม": GROUP, "ลูกค้า": BUYERS})]
    assert [one.held for one in run(sources, door()).done] == [[]]
