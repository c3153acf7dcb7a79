"""What a single file may hold: strangers, repetitions, orders of several lines, sheets missing or out of order."""

import json
from datetime import date
from itertools import count

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kwan.journal import queries
from kwan.journal.models import Entry
from kwan.market.queries import orders
from kwan.people.queries import members
from kwan.workbook.files import Sheet
from kwan.workbook.importing import Source, bring_in_group
from kwan.workbook.importing.looking import look_through
from tests.workbook.bringing import (
    BUYERS,
    DOOR,
    FUND,
    MEMBERS,
    ORDERS,
    PASSBOOK,
    a_group,
    breaches,
    bring,
    head,
    reasons,
    rows_of,
    value,
)

pytestmark = pytest.mark.django_db


def test_a_small_group_comes_in_whole():
    result = bring(a_group())
    assert (result.held, result.gone, result.remarks) == ([], [], [])
    assert result.posted == {"กลุ่ม": 3, "สมาชิก": 3, "สมุดออม": 4, "กองทุน": 2, "ลูกค้า": 2, "คำสั่งซื้อ": 3}
    assert value(result, "savings.balance") == 10000 + 15050 + 10000 - 5000


def test_a_stranger_is_held_and_whoever_is_written_alike_is_suggested():
    result = bring(a_group({"สมุดออม": [*PASSBOOK, ["6 ก.พ. 2564", "ก04", 70, None, None]]}))
    (held,) = result.held
    assert held.code == "unknown_member"
    assert held.suggestion_en.startswith("Is it ก0")
    assert list(result.strangers.values()) == ["ก04"]


def test_a_row_that_stands_twice_is_written_once():
    result = bring(a_group({"สมุดออม": [*PASSBOOK, PASSBOOK[1]]}))
    assert reasons(result) == [("สมุดออม", 6, "twice")]
    assert value(result, "savings.deposits") == 10000 + 15050 + 10000


def test_another_sum_of_the_same_member_and_day_is_held_not_added():
    result = bring(a_group({"สมุดออม": [*PASSBOOK, ["5 ก.พ. 2564", "ก01", 7, None, None]]}))
    (held,) = result.held
    assert (held.code, "with another content" in held.reason_en) == ("twice", True)


def test_lines_with_one_number_are_one_order():
    result = bring(a_group())
    assert [(o.number, len(o.lines), o.satang, o.paid) for o in reversed(orders(result.book))] == [
        ("1", 1, 60000, 60000),
        ("2", 2, 130000, 0),
    ]


def test_an_order_of_which_one_line_is_paid_is_paid_in_part():
    rows = [*ORDERS[:3], [*ORDERS[3][:6], "จ่ายแล้ว", None]]
    result = bring(a_group({"คำสั่งซื้อ": rows}))
    assert (value(result, "orders.paid"), value(result, "orders.receivable")) == (60000 + 20000, 110000)


def test_a_number_that_two_buyers_have_is_held_for_the_second():
    rows = [*ORDERS, ["1", "9 ก.พ. 2564", "รพ.พะเยา", "ปลาส้ม", 1, 60, "จ่ายแล้ว", None]]
    result = bring(a_group({"คำสั่งซื้อ": rows}))
    assert reasons(result) == [("คำสั่งซื้อ", 5, "number_used")]
    assert "row 2" in result.held[0].reason_en


def test_an_order_paid_before_it_was_written_down_comes_in():
    rows = [[*ORDERS[0], "วันที่ชำระ"], [*ORDERS[1], "20 ม.ค. 2564"]]
    result = bring(a_group({"คำสั่งซื้อ": rows}))
    assert (result.held, orders(result.book)[0].paid_on) == ([], date(2021, 1, 20))


def test_without_a_sheet_of_buyers_the_orders_name_them():
    result = bring(a_group({"ลูกค้า": None}))
    assert (result.held, value(result, "orders.count")) == ([], 2)


def test_a_buyer_who_is_not_in_the_sheet_is_held_with_the_name_that_is_near():
    result = bring(a_group({"ลูกค้า": [BUYERS[0], ["ร้านป้าแดงดี", "ร้านค้า"], BUYERS[2]]}))
    (held,) = result.held
    assert (held.code, held.number) == ("unknown_buyer", 2)
    assert "ร้านป้าแดงดี" in held.suggestion_th


def test_without_a_sheet_of_the_group_the_file_names_it():
    assert bring(a_group({"กลุ่ม": None}), name="ปลาส้ม ๒.xlsx").group == "ปลาส้ม ๒"


def test_sheets_may_stand_in_any_order():
    sheets = a_group()
    forwards = bring(sheets)
    backwards = bring(dict(reversed(sheets.items())), group="กลุ่มกลับหลัง")
    assert (backwards.held, backwards.posted) == ([], forwards.posted)
    assert value(backwards, "savings.balance") == value(forwards, "savings.balance")


def test_days_out_of_order_bring_no_money_from_outside_the_books():
    rows = [PASSBOOK[0], ["9 มี.ค. 2564", "ก01", None, 150, None], *reversed(PASSBOOK[1:])]
    result = bring(a_group({"สมุดออม": rows, "กองทุน": [FUND[0], *reversed(FUND[1:])]}))
    assert value(result, "records.outside") == 0
    assert "world:not-in-the-books" not in queries.balances(result.book)


def test_money_that_no_row_explains_comes_from_outside_and_is_counted():
    result = bring(a_group({"สมุดออม": [*PASSBOOK, ["9 มี.ค. 2564", "ก03", None, 30, None]]}))
    assert (result.held, value(result, "records.outside")) == ([], 3000 * 1)


def test_two_years_in_one_workbook_come_in_as_two_years():
    second = [
        [cell.replace("2564", "2565") if isinstance(cell, str) else cell for cell in row] for row in PASSBOOK
    ]
    result = bring(a_group({"สมุดออม": [*PASSBOOK, *second[1:]]}))
    assert result.held == []
    assert value(result, "savings.deposits") == 2 * (10000 + 15050 + 10000)


def test_members_known_only_by_name_get_a_reference_and_no_name_stands_in_an_entry():
    register = [row[1:] for row in MEMBERS]
    by_name = {row[0]: row[1] for row in MEMBERS}
    passbook = [
        [by_name.get(cell, cell) if i == 1 else cell for i, cell in enumerate(row)] for row in PASSBOOK
    ]
    result = bring(a_group({"สมาชิก": register, "สมุดออม": passbook}))
    assert (result.held, value(result, "savings.balance")) == ([], 30050)
    assert sorted(m.name for m in members(result.book)) == sorted(row[0] for row in register[1:])
    written = " ".join(f"{e.key} {e.body}" for e in Entry.objects.all())
    for name in (row[0] for row in register[1:]):
        assert name not in written


def test_members_known_only_by_name_are_known_again():
    sheets = a_group({"สมาชิก": [row[1:] for row in MEMBERS], "สมุดออม": None})
    before = head(bring(sheets))
    mixed = sheets | {"สมาชิก": [sheets["สมาชิก"][0], *reversed(sheets["สมาชิก"][1:])]}
    again = bring(mixed)
    assert (head(again), again.held, again.gone) == (before, [], [])


def test_a_title_before_a_name_makes_nobody_a_stranger():
    rows = [
        PASSBOOK[0],
        ["5 ก.พ. 2564", "นางสาวสมพร กว๊านงาม", 100, None, None],
        ["6 ก.พ. 2564", "นาง บัวผัน  ใจดี", 50, None, None],
    ]
    result = bring(a_group({"สมุดออม": rows}))
    assert result.held == []
    assert {c: b for c, b in queries.balances(result.book).items() if c.startswith("passbook")} == {
        "passbook:ก02": -10000,
        "passbook:ก01": -5000,
    }


def test_two_members_of_one_name_are_both_offered():
    register = [*MEMBERS, ["ก07", "บัวผัน ใจดี", "สมาชิก", "1 ม.ค. 2564", None]]
    rows = [PASSBOOK[0], ["5 ก.พ. 2564", "บัวผัน ใจดี", 100, None, None]]
    (held,) = bring(a_group({"สมาชิก": register, "สมุดออม": rows})).held
    assert held.suggestion_en.startswith("Is it ก01 or ก07?")


def test_a_group_without_a_register_has_those_as_members_who_save():
    result = bring(a_group({"สมาชิก": None}))
    assert result.held == []
    assert [(m.reference, m.joined) for m in members(result.book)] == [
        ("ก01", date(2021, 2, 5)),
        ("ก02", date(2021, 2, 5)),
    ]
    ((_, _, remark),) = result.remarks
    assert remark.startswith("There is no register, so the 2 people named here")


def test_a_sheet_that_nobody_understands_waits_whole_and_is_counted():
    result = bring(a_group({"แปลก": [["ฮะ", "ฮู"], ["x", "y"], ["z", "w"]]}))
    assert reasons(result) == [("แปลก", 1, "sheet_not_understood")]
    assert result.read["แปลก"] == 3


def test_personal_words_stay_sealed():
    bring(a_group())
    written = json.dumps([[e.key, e.body] for e in Entry.objects.all()], ensure_ascii=False)
    for word in ("บัวผัน", "พี่สาว", "ป้าแดงจาก", "เครื่องซีล", "งบโครงการ"):
        assert word not in written


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the power cut is written for SQLite")
def test_a_crash_in_the_middle_leaves_nothing_half_written():
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TRIGGER power_cut BEFORE INSERT ON kwan_entry WHEN NEW.number = 9 "
            "BEGIN SELECT RAISE(ABORT, 'power cut'); END"
        )
    with pytest.raises(connection.Database.Error, match="power cut"):
        bring(a_group())
    assert (queries.heads(), Entry.objects.count()) == ([], 0)
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER power_cut")
    assert bring(a_group()).held == []
    assert breaches() == []


NUMBERS = count(1)  # every example has a book of its own
CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        ["-", "รวม", "5 ก.พ. 2564", "๑๒/๑๓/๒๕๖๔", "ก01", "ก09", "abc", "ถอน", "#REF!", " ", "'=1+1"]
    ),
    st.integers(-5, 5_000),
    st.floats(allow_nan=False, allow_infinity=False, width=16),
    st.dates(date(2019, 1, 1), date(2023, 1, 1)),
    st.text(max_size=6).filter(lambda text: text.isprintable()),
)


@st.composite
def a_mutated_group(draw):
    """The small group with cells changed, rows doubled, dropped or moved, and sheets left out."""
    sheets = {title: [list(row) for row in rows] for title, rows in a_group().items()}
    for title in draw(st.lists(st.sampled_from(sorted(sheets)), min_size=1, max_size=4)):
        rows = sheets[title]
        at = draw(st.integers(1, len(rows) - 1)) if len(rows) > 1 else 0
        how = draw(st.sampled_from(["cell", "cell", "double", "drop", "move"]))
        if how == "cell":
            rows[at][draw(st.integers(0, len(rows[at]) - 1))] = draw(CELLS)
        elif how == "double":
            rows.insert(draw(st.integers(1, len(rows))), list(rows[at]))
        elif how == "drop" and len(rows) > 2:
            del rows[at]
        else:
            rows.insert(draw(st.integers(1, len(rows) - 1)), rows.pop(at))
    if draw(st.booleans()):
        del sheets[draw(st.sampled_from(sorted(sheets)))]
    return sheets


def brought(sheets, name):
    """Bring sheets in as they were read; a file for each of hundreds of examples would take minutes."""
    read = [Sheet(title, [tuple(row) for row in rows]) for title, rows in sheets.items()]
    return bring_in_group(name, [look_through(Source("x.xlsx", b"", name), read, {})], DOOR)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(a_mutated_group())
def test_whatever_people_do_to_a_workbook_no_row_is_lost_and_twice_is_once(sheets):
    name = f"กลุ่มที่ {next(NUMBERS)}"
    first = brought(sheets, name)
    before = head(first)
    assert first.read == rows_of(first)
    again = brought(sheets, name)
    assert head(again) == before
    assert (again.read, reasons(again), again.gone) == (first.read, reasons(first), [])
    assert again.already == first.posted
