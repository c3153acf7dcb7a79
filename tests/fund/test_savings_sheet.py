"""A sheet with columns: every sort of saving, welfare, loans, fines; slips that count once; two who sign."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.fund.commands import (
    CountTransfer,
    Deposit,
    PayFine,
    StrikeSaving,
)
from kwan.fund.queries import (
    all_balances,
    balances,
    loan,
    loans_to_repay,
    money,
    receipts,
    savings_day,
    usual_savings,
)
from kwan.fund.rules.savings_day import Brought, Part, PurseCount, Sheet, beyond_the_passbook, whole_shares
from kwan.ids import uuid7
from kwan.journal.commands import OtherBody
from kwan.journal.models import Entry
from kwan.journal.queries import balances as accounts
from kwan.journal.queries import head, names_in_seals
from kwan.journal.rules import Refusal
from tests.fund import lending
from tests.fund.saving import DAY, NEXT, a_group, hold, refusal, whole
from tests.journal.hands import breaches, write


@pytest.mark.django_db
class TestTheColumns:
    def test_one_post_writes_every_column_to_its_own_account(self):
        book = a_group()
        before, have = accounts(book), balances(book)
        hold(book, whole())
        after = accounts(book)
        grown = {
            code: after[code] - before.get(code, 0) for code in after if after[code] != before.get(code, 0)
        }
        assert grown == {
            "purse:savings": 122_300, "purse:welfare": 3_000, "bank:savings": 15_000, "bank:welfare": 2_000,
            "passbook:ก01": -10_000, "passbook:ก02": -15_000, "special:ก01": -5_300, "shares:ก01": -2_000,
            f"loan:{lending.LOAN}": -100_000, "hands": -5_000, "fines": -1_000,
            "hand:ก01": -2_000, "hand:ก02": -2_000,
        }  # fmt: skip
        assert balances(book) == {"ก01": have.get("ก01", 0) + 10_000, "ก02": have["ก02"] + 15_000}
        assert all_balances(book)["special"] == {"ก01": 5_300}
        assert all_balances(book)["share"] == {"ก01": 2_000}
        assert breaches() == []

    def test_the_money_is_told_twice_and_both_sides_meet(self):
        book = a_group()
        hold(book, whole())
        told = money(book)
        assert told.kept == told.owned
        assert {share.code: share.satang for share in told.whose}["fines"] == 1_000

    def test_the_day_says_its_cash_box_by_box_and_what_was_sent_is_no_cash(self):
        book = a_group()
        day = savings_day(book, hold(book, whole(counted=122_000)))
        assert (day.deposits, day.withdrawals, day.expected, day.counted, day.difference) == (
            4, 0, 125_300, 125_000, -300,
        )  # fmt: skip
        assert day.boxes == (PurseCount("savings", 122_300, 122_000), PurseCount("welfare", 3_000, 3_000))
        assert day.last - day.root == 9  # four saved, two for welfare, a repayment, a fine, a slip

    def test_the_same_sheet_sent_twice_is_one_day_though_the_loan_stands_otherwise_by_then(self):
        book, form = a_group(), uuid7()
        assert hold(book, whole(), form) == hold(book, whole(), form)
        assert loan(book, lending.LOAN).balance == 400_000
        assert breaches() == []

    def test_a_loan_repaid_to_the_end_is_known_again_too(self):
        book, form = a_group(), uuid7()
        sheet = Sheet(
            DAY, (Brought("ก01", 0, 0, (Part("loan", 525_000, "savings", lending.LOAN),)),), 525_000
        )
        assert hold(book, sheet, form) == hold(book, sheet, form)
        assert loans_to_repay(book, NEXT) == {}

    @pytest.mark.parametrize("other", [
        {"brought": (Brought("ก01", 10_000, 0, (Part("loan", 104_000, "savings", lending.LOAN),)),), "counted": 114_000, "others": ()},
        {"others": (("welfare", 2_999),)},
        {"counted": 1},
    ])  # fmt: skip
    def test_the_same_form_with_anything_else_on_it_is_refused_and_leaves_nothing(self, other):
        book, form = a_group(), uuid7()
        hold(book, whole(), form)
        last = head(book).last_entry
        with pytest.raises(OtherBody):
            hold(book, whole(**other), form)
        assert head(book).last_entry == last

    def test_one_sum_that_the_book_refuses_takes_every_column_back(self):
        book = a_group()
        last, bad = head(book).last_entry, Brought("ก02", 0, 0, (Part("share", 2_300),))
        assert refusal(lambda: hold(book, whole(brought=(*whole().brought, bad)))) == "part_of_a_share"
        assert head(book).last_entry == last
        assert breaches() == []

    def test_what_a_fine_is_for_stands_in_a_seal_and_not_in_the_entry(self):
        book = a_group()
        hold(book, whole())
        fine = Entry.objects.get(book=book, kind=PayFine.kind)
        assert "มาสาย" not in fine.body
        assert names_in_seals(book, "cause") == {fine.number: "มาสาย"}

    def test_what_each_loan_has_to_bring_is_suggested_from_the_purse_it_came_from(self):
        book = a_group()
        asked = loans_to_repay(book, DAY)
        assert [(one.number, one.due, one.left, one.purse) for one in asked["ก01"]] == [
            (lending.LOAN, 105_000, 525_000, "savings")
        ]

    def test_old_days_say_of_themselves_what_they_said_before(self):
        book = a_group()
        hold(book, Sheet(DAY, (Brought("ก01", 10_000),), 10_000))
        day = Entry.objects.get(book=book, kind="fund.savings_day_held")
        assert day.body == '{"counted":10000,"deposits":1,"difference":0,"expected":10000,"withdrawals":0}'
        assert (
            Entry.objects.filter(book=book, kind="fund.deposit").last().body
            == '{"member":"ก01","satang":10000}'
        )


class TestShares:
    def test_23_baht_at_5_are_four_shares_and_three_left_over(self):
        assert whole_shares(2_300, 500) == (4, 300)

    @given(st.integers(0, 10**9), st.integers(1, 10**6))
    def test_shares_and_what_is_left_over_are_all_of_the_money(self, satang, price):
        shares, left = whole_shares(satang, price)
        assert shares * price + left == satang
        assert 0 <= left < price

    @pytest.mark.django_db
    @pytest.mark.parametrize(("price", "code"), [("none", "no_share_price"), ("5", "part_of_a_share")])
    def test_a_part_of_a_share_is_refused_and_so_is_a_share_without_a_price(self, price, code):
        book = a_group(share_price=price)
        assert refusal(lambda: write(book, Deposit(on=DAY, member="ก01", satang=2_300, sort="share"))) == code

    def test_who_takes_out_of_one_sort_may_not_reach_into_another(self):
        lines = [Brought("ก01", 5_000, 0, (Part("special", 1_000), Part("out-special", 1_200)))]
        assert beyond_the_passbook(lines, {"ก01": 100}, "special") == {"ก01": 1_100}
        assert beyond_the_passbook(lines, {}) == {}


@pytest.mark.django_db
class TestTransfers:
    def test_a_slip_counts_once_and_the_second_time_it_says_where(self):
        book = a_group()
        day = hold(book, whole())
        line = Brought("ก01", 5_000, transfer="SLIP-77")
        with pytest.raises(Refusal) as refused:
            hold(book, Sheet(NEXT, (line,), 0))
        assert refused.value.code == "slip_counted"
        assert f"5 มี.ค. 65 รายการที่ {day + 1}" in refused.value.th
        assert breaches() == []

    def test_the_same_slip_on_two_lines_of_one_sheet_is_refused(self):
        lines = (Brought("ก01", 5_000, transfer="S1"), Brought("ก02", 5_000, transfer="S1"))
        assert refusal(lambda: hold(a_group(), Sheet(DAY, lines, 0))) == "slip_counted"

    def test_a_slip_written_by_mistake_may_be_struck_and_used_again(self):
        book = a_group()
        number = write(book, CountTransfer(on=DAY, member="ก01", reference="S1", satang=100))
        write(book, StrikeSaving(on=DAY, member="ก01"), corrects=number)
        hold(book, Sheet(DAY, (Brought("ก01", 5_000, transfer="S1"),), 0))
        assert accounts(book)["bank:savings"] == 5_000

    def test_a_receipt_names_the_slip_and_who_carried_it(self):
        book = a_group()
        number = hold(book, whole())
        slips = receipts(book, range(number, number + 10))
        second = [slip for slip in slips if slip.member == "ก02"]
        assert {(slip.slip, slip.carried_by, slip.cash) for slip in second} == {("SLIP-77", "ก01", 0)}

    def test_nobody_unknown_carries_money(self):
        line = Brought("ก01", 5_000, carried_by="ก77")
        assert refusal(lambda: hold(a_group(), Sheet(DAY, (line,), 5_000))) == "unknown_member"


def test_two_treasurers_post_the_same_day_with_every_column_and_one_of_them_is_told(books):
    all_at_once(2)


def test_sixty_four_phones_with_every_column_write_one_day(books):
    all_at_once(64)


def all_at_once(writers):
    book, together = a_group(), Barrier(writers)
    before = accounts(book)

    def send(number):
        from django.db import connection

        together.wait()
        try:
            return hold(book, whole(), actor=f"phone {number}")
        except Refusal as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(writers) as pool:
        answers = list(pool.map(send, range(writers)))
    assert sorted(map(str, answers))[1:] == ["day_held"] * (writers - 1)
    after = accounts(book)
    assert after["purse:savings"] - before["purse:savings"] == 122_300
    assert (after["bank:savings"], after["purse:welfare"]) == (15_000, 3_000)
    assert breaches() == []


def test_eight_who_send_one_form_with_every_column_write_one_day(books):
    book, form, together = a_group(), uuid7(), Barrier(8)

    def send(_):
        from django.db import connection

        together.wait()
        try:
            return hold(book, whole(), form)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(send, range(8)))
    assert len(answers) == 1
    assert breaches() == []


@pytest.mark.django_db
def test_a_share_bought_once_is_not_proposed_again_after_a_month_without_one():
    book = a_group()
    write(book, Deposit(on=DAY, member="ก01", satang=10_000))
    write(book, Deposit(on=DAY, member="ก01", satang=5_000, sort="share"))
    assert usual_savings(book, NEXT, "share") == {"ก01": (5_000, DAY)}
    write(book, Deposit(on=NEXT, member="ก01", satang=10_000))
    later = NEXT + timedelta(days=30)
    assert (usual_savings(book, later, "share"), usual_savings(book, later)["ก01"]) == ({}, (10_000, NEXT))
