"""A workbook that comes again: what is new in it is added, what differs waits for a person, what is gone is listed."""

from datetime import date

import pytest

from kwan.journal import queries
from kwan.journal.rules import Refusal
from kwan.market.queries import orders
from kwan.people.queries import members
from kwan.workbook.importing import post_correction
from tests.workbook.bringing import (
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
    value,
)

pytestmark = pytest.mark.django_db


def changed(rows, row, column, cell):
    """The rows with one cell changed; rows and columns count from 1, as people do."""
    return [
        [cell if (r, c) == (row, column) else old for c, old in enumerate(line, 1)]
        for r, line in enumerate(rows, 1)
    ]


def test_a_changed_sum_is_held_as_a_difference_from_its_entry():
    first = bring(a_group())
    before = head(first)
    again = bring(a_group({"สมุดออม": changed(PASSBOOK, 2, 3, 120)}))
    (held,) = again.held
    entry = queries.entry_of_key(first.book, "passbook/ก01/20210205/in")
    assert (held.sheet, held.number, held.code) == ("สมุดออม", 2, "differs")
    assert held.reason_en == f"This differs from entry {entry} of the book."
    assert list(again.differs) == [entry]
    assert head(again) == before


def test_one_call_posts_the_correction_and_both_entries_stay_visible():
    bring(a_group())
    again = bring(a_group({"สมุดออม": changed(PASSBOOK, 2, 3, 120)}))
    (entry,) = again.differs
    (number,) = post_correction(again, entry, DOOR)
    assert queries.entry(again.book, number).corrects == entry
    assert queries.entry(again.book, entry).corrected_by == number
    assert value(again, "savings.deposits") == 12000 + 15050 + 10000
    assert (again.held, again.differs, again.posted) == ([], {}, {"สมุดออม": 1})
    assert breaches() == []


def test_after_the_correction_the_changed_file_is_known():
    bring(a_group())
    sheets = a_group({"สมุดออม": changed(PASSBOOK, 2, 3, 120)})
    again = bring(sheets)
    post_correction(again, next(iter(again.differs)), DOOR)
    third = bring(sheets)
    assert (third.held, third.posted.total(), third.gone) == ([], 0, [])


def test_the_same_difference_is_not_corrected_twice():
    bring(a_group())
    sheets = a_group({"สมุดออม": changed(PASSBOOK, 2, 3, 120)})
    one, other = bring(sheets), bring(sheets)
    (entry,) = one.differs
    post_correction(one, entry, DOOR)
    with pytest.raises(Refusal, match="corrected"):
        post_correction(other, entry, DOOR)
    assert value(one, "savings.deposits") == 12000 + 15050 + 10000


def test_a_sealed_note_that_changed_is_a_difference_too():
    bring(a_group())
    again = bring(a_group({"สมุดออม": changed(PASSBOOK, 3, 5, "ออมเอง")}))
    assert reasons(again) == [("สมุดออม", 3, "differs")]


def test_a_new_row_is_added_and_nothing_else():
    first = bring(a_group())
    before = head(first)
    again = bring(a_group({"สมุดออม": [*PASSBOOK, ["5 เม.ย. 2564", "ก03", 80, None, None]]}))
    assert head(again)[0] == before[0] + 1
    assert (again.posted, again.held) == ({"สมุดออม": 1}, [])
    assert again.already == first.posted


def test_a_payment_and_a_delivery_that_came_later_are_posted_as_events():
    first = bring(a_group())
    before = head(first)
    paid = ORDERS
    for row in (3, 4):
        paid = changed(changed(paid, row, 7, "จ่ายแล้ว"), row, 8, "9 ก.พ. 2564")
    again = bring(a_group({"คำสั่งซื้อ": paid}))
    kinds = [queries.entry(again.book, n).kind for n in range(before[0] + 1, head(again)[0] + 1)]
    assert kinds == ["market.order_paid", "market.order_delivered"]
    assert (again.held, again.posted) == ([], {"คำสั่งซื้อ": 2})
    assert value(again, "orders.receivable") == 0
    assert orders(again.book)[0].delivered == date(2021, 2, 9)


def test_a_leaving_date_that_came_later_is_posted_as_a_leaving():
    first = bring(a_group())
    before = head(first)
    again = bring(a_group({"สมาชิก": changed(MEMBERS, 4, 5, "1 ก.ค. 2564")}))
    assert head(again)[0] == before[0] + 1
    assert (again.held, again.posted) == ([], {"สมาชิก": 1})
    assert [(m.reference, m.left) for m in members(again.book) if m.left] == [("ก03", date(2021, 7, 1))]


def test_a_row_that_is_gone_from_the_file_is_listed_and_stays_in_the_book():
    first = bring(a_group())
    before = head(first)
    again = bring(a_group({"สมุดออม": [PASSBOOK[0], *PASSBOOK[2:]]}))
    key = "passbook/ก01/20210205/in"
    assert again.gone == [(key, queries.entry_of_key(first.book, key))]
    assert head(again) == before


def test_a_new_years_workbook_does_not_list_the_old_year_as_gone():
    bring(a_group())
    rows = [PASSBOOK[0], ["5 ก.พ. 2565", "ก01", 100, None, None]]
    again = bring(a_group({"สมุดออม": rows, "กองทุน": None, "คำสั่งซื้อ": None}))
    assert (again.gone, again.held, again.posted) == ([], [], {"สมุดออม": 1})


def test_a_changed_line_of_the_fund_does_not_count_its_money_twice():
    bring(a_group())
    again = bring(a_group({"กองทุน": changed(FUND, 3, 3, 1300)}))
    assert (reasons(again), again.gone) == ([("กองทุน", 3, "differs")], [])
    assert value(again, "fund.spent") == 120000
    post_correction(again, next(iter(again.differs)), DOOR)
    assert value(again, "fund.spent") == 130000


def test_a_changed_order_without_a_number_does_not_count_twice_and_is_corrected_whole():
    rows = [ORDERS[0][1:], *(line[1:] for line in ORDERS[1:3])]
    bring(a_group({"คำสั่งซื้อ": rows}))
    again = bring(a_group({"คำสั่งซื้อ": changed(rows, 2, 4, 12)}))
    assert reasons(again) == [("คำสั่งซื้อ", 2, "differs")]
    assert value(again, "orders.value") == 60000 + 110000
    assert len(post_correction(again, next(iter(again.differs)), DOOR)) == 2  # the order and its payment
    assert (value(again, "orders.value"), value(again, "orders.paid")) == (72000 + 110000, 72000)
    assert (again.differs, again.held) == ({}, [])
    assert breaches() == []


def test_an_earlier_day_in_a_later_file_does_not_move_what_had_no_day():
    sheets = a_group({"กลุ่ม": GROUP_WITHOUT_A_DAY})
    bring(sheets)
    earlier = [*PASSBOOK, ["5 ม.ค. 2563", "ก01", 10, None, None]]
    again = bring(sheets | {"สมุดออม": earlier})
    assert (again.held, again.posted) == ([], {"สมุดออม": 1})


GROUP_WITHOUT_A_DAY = [["รายการ", "ข้อมูล"], ["ชื่อกลุ่ม", "ปลาส้มบ้านดอน"], ["จังหวัด", "พะเยา"]]


def test_a_file_does_not_bring_back_a_member_who_was_erased():
    from kwan.journal.commands import Envelope
    from kwan.people.commands import Erase, erase
    from tests.workbook.bringing import NOW

    first = bring(a_group())
    erase(
        first.book,
        Envelope(
            Erase(on=date(2022, 3, 1), member="ก02"), "018f0000-0000-7000-8000-00000000000e", "user:1", NOW
        ),
    )
    before = head(first)
    again = bring(a_group())
    assert (head(again), again.held) == (before, [])
    assert {m.reference: m.name for m in members(first.book)}["ก02"] is None
