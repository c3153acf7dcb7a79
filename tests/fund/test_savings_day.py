"""A savings day: written whole or not at all, once however often it is sent, and true to the last baht."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.fund.commands import Deposit, StrikeSaving, Withdrawal, command_of, hold_savings_day
from kwan.fund.queries import (
    balances,
    receipt,
    receipts,
    saved_on,
    savings_day,
    savings_day_on,
    savings_days,
    usual_savings,
)
from kwan.fund.rules.savings_day import (
    Brought,
    Sheet,
    beyond_the_passbook,
    expected,
    likely_forgotten,
    slip_id,
)
from kwan.ids import uuid7
from kwan.journal.commands import OtherBody
from kwan.journal.queries import head
from kwan.journal.rules import Refusal
from kwan.people.commands import Join
from tests.journal.hands import NOW, a_book, breaches, deposit, write

JULY, AUGUST = date(2022, 7, 5), date(2022, 8, 5)
MEMBERS = ("ก01", "ก02", "ก03")


def a_group():
    """Three members; the first two saved 100 and 200 in July. Six entries."""
    book = a_book()
    for member in MEMBERS:
        write(book, Join(on=JULY, member=member, name=f"ชื่อ {member}"))
    hold(book, Sheet(JULY, (Brought("ก01", 10_000), Brought("ก02", 20_000)), 30_000))
    return book


def hold(book, sheet, form=None, actor="treasurer"):
    return hold_savings_day(book, sheet, form or uuid7(), actor=actor, at=NOW)


def sheet(*brought, counted=None, opening=0, on=AUGUST):
    return Sheet(on, brought, expected(brought, opening) if counted is None else counted, opening)


@pytest.mark.django_db
class TestTheDay:
    def test_a_day_is_one_entry_for_the_cash_and_one_for_each_sum(self):
        book = a_group()
        number = hold(
            book, sheet(Brought("ก01", 15_000), Brought("ก02", 0, 5_000), Brought("ก03"), counted=10_100)
        )
        day = savings_day(book, number)
        assert (day.first, day.last, head(book).last_entry) == (8, 9, 9)
        assert (day.deposits, day.withdrawals, day.expected, day.counted, day.difference) == (
            1,
            1,
            10_000,
            10_100,
            100,
        )
        assert (day.on, day.actor) == (AUGUST, "treasurer")
        assert balances(book) == {"ก01": 25_000, "ก02": 15_000}
        assert breaches() == []

    def test_who_brought_nothing_gets_no_line(self):
        book = a_group()
        hold(book, sheet(Brought("ก01", 15_000), Brought("ก02"), Brought("ก03")))
        assert saved_on(book, AUGUST) == {("ก01", "in"): 8}

    def test_the_same_sheet_sent_twice_is_written_once(self):
        book, form, day = a_group(), uuid7(), sheet(Brought("ก01", 15_000), Brought("ก02", 0, 5_000))
        assert hold(book, day, form) == hold(book, day, form) == 7
        assert head(book).last_entry == 9

    @pytest.mark.parametrize("other", [
        sheet(Brought("ก01", 15_000), Brought("ก02", 10_000), counted=25_001),
        sheet(Brought("ก01", 10_000), Brought("ก02", 15_000)),
        sheet(Brought("ก01", 15_000), Brought("ก03", 10_000)),
        sheet(Brought("ก01", 25_000)),
        sheet(Brought("ก01", 15_000), Brought("ก02", 10_000), on=date(2022, 8, 6)),
    ])  # fmt: skip
    def test_the_same_form_with_anything_else_on_it_is_refused_and_leaves_nothing(self, other):
        book, form = a_group(), uuid7()
        hold(book, sheet(Brought("ก01", 15_000), Brought("ก02", 10_000)), form)
        with pytest.raises(OtherBody):
            hold(book, other, form)
        assert head(book).last_entry == 9
        assert balances(book) == {"ก01": 25_000, "ก02": 30_000}

    def test_a_second_treasurer_finds_the_day_in_the_book_and_doubles_nothing(self):
        book, day = a_group(), sheet(Brought("ก01", 15_000))
        hold(book, day, actor="first")
        with pytest.raises(Refusal) as refused:
            hold(book, day, actor="second")
        assert refused.value.code == "day_held"
        held = savings_day_on(book, AUGUST)
        assert (held.actor, held.entry, held.first, held.last) == ("first", 7, 8, 8)
        assert balances(book)["ก01"] == 25_000

    def test_one_line_that_the_book_refuses_takes_the_whole_day_back(self):
        book = a_group()
        with pytest.raises(Refusal) as refused:
            hold(book, sheet(Brought("ก01", 15_000), Brought("ก03", 0, 100)))
        assert refused.value.code == "not_enough"
        assert (head(book).last_entry, savings_day_on(book, AUGUST)) == (6, None)
        assert breaches() == []

    def test_what_was_refused_may_be_mended_and_sent_with_the_same_form(self):
        book, form = a_group(), uuid7()
        with pytest.raises(Refusal):
            hold(book, sheet(Brought("ก01", 15_000), Brought("ก09", 100)), form)
        assert hold(book, sheet(Brought("ก01", 15_000)), form) == 7

    def test_a_member_may_take_out_what_they_bring_on_the_same_day(self):
        book = a_group()
        hold(book, sheet(Brought("ก03", 5_000, 5_000), opening=1_000))
        assert balances(book)["ก03"] == 0
        assert breaches() == []

    def test_more_paid_out_than_the_box_held_is_refused(self):
        book = a_group()
        with pytest.raises(Refusal) as refused:
            hold(book, sheet(Brought("ก01", 0, 5_000), counted=0))
        assert refused.value.code == "empty_box"
        day = savings_day(book, hold(book, sheet(Brought("ก01", 0, 5_000), opening=6_000, counted=1_000)))
        assert (day.opening, day.expected, day.difference) == (6_000, 1_000, 0)

    def test_a_day_on_which_nobody_came_is_not_written(self):
        with pytest.raises(Refusal) as refused:
            hold(a_group(), sheet(Brought("ก01"), counted=0))
        assert refused.value.code == "does_not_add_up"

    def test_days_are_listed_newest_first(self):
        book = a_group()
        hold(book, sheet(Brought("ก01", 15_000)))
        assert [day.on for day in savings_days(book)] == [AUGUST, JULY]


@pytest.mark.django_db
class TestWhatIsUsual:
    def test_the_usual_sum_is_what_came_on_the_last_day_before(self):
        book = a_group()
        hold(book, sheet(Brought("ก01", 15_000), Brought("ก03", 5_000)))
        assert usual_savings(book, date(2022, 9, 5)) == {
            "ก01": (15_000, AUGUST),
            "ก02": (20_000, JULY),
            "ก03": (5_000, AUGUST),
        }
        assert usual_savings(book, AUGUST) == {"ก01": (10_000, JULY), "ก02": (20_000, JULY)}

    def test_two_sums_of_one_day_are_usual_together_and_a_corrected_one_is_not(self):
        book = a_group()
        write(book, deposit("ก01", 2_500, JULY))
        write(book, deposit("ก02", 30_000, JULY), corrects=6)
        assert {m: u.satang for m, u in usual_savings(book, AUGUST).items()} == {"ก01": 12_500, "ก02": 30_000}


@pytest.mark.django_db
class TestReceipts:
    def test_a_receipt_says_sum_balance_and_hash(self):
        from kwan.journal.queries import entry_hash

        book = a_group()
        number = hold(book, sheet(Brought("ก01", 15_000, 2_000)))
        into, out = receipts(book, [number + 1, number + 2])
        assert (into.member, into.direction, into.satang, into.balance) == ("ก01", "in", 15_000, 25_000)
        assert (out.direction, out.satang, out.balance, out.on) == ("out", 2_000, 23_000, AUGUST)
        assert (into.hash, into.corrected_by, into.root) == (entry_hash(book, 8), None, 8)

    def test_a_corrected_line_prints_what_stands_now_in_its_place(self):
        book = a_group()
        number = hold(book, sheet(Brought("ก01", 15_000), Brought("ก02", 20_000)))
        once = write(book, deposit("ก01", 16_000, AUGUST), corrects=number + 1)
        twice = write(book, deposit("ก01", 17_000, AUGUST), corrects=once)
        first, second = receipts(book, range(number + 1, number + 3))
        assert (first.entry, first.root, first.satang, first.balance) == (twice, 8, 17_000, 27_000)
        assert (second.entry, second.satang) == (9, 20_000)
        assert (receipt(book, 8).satang, receipt(book, 8).corrected_by) == (15_000, once)
        assert breaches() == []

    def test_a_struck_line_takes_the_sum_back_and_leaves_both_entries(self):
        book = a_group()
        number = hold(book, sheet(Brought("ก01", 15_000)))
        write(book, StrikeSaving(on=AUGUST, member="ก01"), corrects=number + 1)
        assert balances(book)["ก01"] == 10_000
        assert [(r.is_struck, r.satang, r.balance) for r in receipts(book, [number + 1])] == [
            (True, 0, 10_000)
        ]
        assert breaches() == []

    def test_only_a_correction_strikes_anything(self):
        with pytest.raises(Refusal) as refused:
            write(a_group(), StrikeSaving(on=AUGUST, member="ก01"))
        assert refused.value.code == "nothing_to_strike"

    def test_other_entries_have_no_receipt(self):
        assert receipt(a_group(), 1) is None


class TestTheSheet:
    def test_all_that_comes_in_is_written_before_anything_goes_out(self):
        day = sheet(Brought("ก01", 100, 50), Brought("ก02", 200))
        assert [command_of(0, day, slip) for slip in day.slips] == [
            Deposit(on=AUGUST, member="ก01", satang=100), Deposit(on=AUGUST, member="ก02", satang=200),
            Withdrawal(on=AUGUST, member="ก01", satang=50),
        ]  # fmt: skip

    @given(
        st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), max_size=30),
        st.integers(0, 10**9),
        st.integers(0, 10**12),
    )
    def test_expected_and_difference_come_to_what_was_counted(self, sums, opening, counted):
        brought = tuple(Brought(f"ก{n:02d}", *pair) for n, pair in enumerate(sums))
        day = Sheet(AUGUST, brought, counted, opening)
        assert day.expected + day.difference == counted
        signed = sum(slip.satang if slip.direction == "in" else -slip.satang for slip in day.slips)
        assert day.expected == opening + signed

    def test_a_member_may_not_take_more_than_the_passbook_and_todays_saving(self):
        lines = [Brought("ก01", 100, 301), Brought("ก02", 0, 50), Brought("ก03", 0, 1)]
        assert beyond_the_passbook(lines, {"ก01": 200, "ก02": 50}) == {"ก01": 300, "ก03": 0}

    @pytest.mark.parametrize(
        ("difference", "named"), [(100, "ก02"), (300, None), (-100, None), (0, None), (50, None)]
    )
    def test_a_sum_too_much_may_be_one_absent_members(self, difference, named):
        usual = {"ก01": 100, "ก02": 100, "ก03": 300, "ก04": 300}
        assert likely_forgotten(difference, usual, {"ก01"}) == named

    def test_each_slip_has_an_id_of_its_own_that_the_form_gives_again(self):
        form = UUID("01900000-0000-7000-8000-000000000000")
        slips = Sheet(AUGUST, (Brought("ก01", 1, 1), Brought("ก02", 1)), 1).slips
        ids = [slip_id(form, slip) for slip in slips]
        assert len(set(ids)) == 3
        assert ids == [slip_id(form, slip) for slip in slips]


def test_eight_who_send_one_form_at_once_write_one_day(books):
    book, form, together = a_group(), uuid7(), Barrier(8)
    day = sheet(*(Brought(member, 10_000) for member in MEMBERS))

    def send(_):
        from django.db import connection

        together.wait()
        try:
            return hold(book, day, form)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(send, range(8))) == [7] * 8
    assert balances(book) == {"ก01": 20_000, "ก02": 30_000, "ก03": 10_000}
    assert breaches() == []


@pytest.mark.parametrize("writers", [8, pytest.param(64, marks=pytest.mark.slow)])
def test_many_phones_with_a_form_each_write_one_day(books, writers):
    book, together = a_group(), Barrier(writers)
    day = sheet(*(Brought(member, 10_000) for member in MEMBERS))

    def send(number):
        from django.db import connection

        together.wait()
        try:
            return hold(book, day, actor=f"phone {number}")
        except Refusal as refusal:
            return refusal.code
        finally:
            connection.close()

    with ThreadPoolExecutor(writers) as pool:
        answers = list(pool.map(send, range(writers)))
    assert sorted(map(str, answers)) == ["7", *["day_held"] * (writers - 1)]
    assert balances(book) == {"ก01": 20_000, "ก02": 30_000, "ก03": 10_000}
    assert breaches() == []
