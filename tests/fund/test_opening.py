"""A group that is years old begins its book on one day: one writes, another signs, and all of it stands."""

from datetime import date

import pytest

from kwan.fund import commands as fund
from kwan.fund.queries import balances, bankbooks, money, opening, savings_by_month, sheet_asked
from kwan.fund.rules.opening import BroughtLoan, BroughtMoney, BroughtSavings
from kwan.ids import uuid7
from kwan.journal import queries as journal
from kwan.journal.beginnings import beginning
from kwan.journal.rules import Refusal
from kwan.people.commands import Join
from kwan.programme.measures import take
from tests.fund.beginning import DAY, JOINED, SAVINGS, a_group, deposit, opened, sheet, sign
from tests.journal.hands import breaches, refused, write


@pytest.mark.django_db
class TestTheSheet:
    def test_what_the_group_has_above_what_it_owes_is_named_as_its_own(self):
        told = sheet().sheet
        assert (told.owed, told.cash, told.bank, told.lent) == (1_870_000, 370_000, 900_000, 600_000)
        assert (told.own, told.opinion) == (0, "even")
        assert sheet(loans=()).sheet.opinion == "missing"
        assert sheet(savings=SAVINGS[:1]).sheet.own == 800_000

    def test_a_sheet_that_waits_moves_nothing(self):
        book = a_group()
        asked = write(book, sheet(), actor="treasurer")
        assert sheet_asked(book).entry == asked
        assert sheet_asked(book).sheet == sheet().sheet
        assert journal.balances(book) == {}
        assert opening(book) is None

    @pytest.mark.parametrize(
        ("wrong", "code"),
        [
            ({"savings": (BroughtSavings("ก99", 1),)}, "unknown_member"),
            ({"savings": (SAVINGS[0], SAVINGS[0])}, "twice"),
            ({"savings": (BroughtSavings("ก01", -1),)}, "below_zero"),
            ({"money": (BroughtMoney("gold", 1),)}, "below_zero"),
            ({"loans": (BroughtLoan("1", "ก02", 100, 1200, 0, DAY),)}, "terms"),
            ({"loans": (BroughtLoan("1", "ก02", 100, 1200, 2, DAY, original=99),)}, "terms"),
            ({"loans": (BroughtLoan("1", "ก02", 100, 1200, 2, DAY, guarantors=("ก99",)),)}, "unknown_member"),
            ({"savings": (), "money": (), "loans": (), "stock": ()}, "empty_sheet"),
        ],
    )
    def test_a_sheet_that_makes_no_sense_is_refused(self, wrong, code):
        assert refused(a_group(), sheet(**wrong)) == code

    def test_a_second_sheet_waits_for_the_first_which_can_be_changed(self):
        book = a_group()
        first = write(book, sheet(), actor="treasurer")
        assert refused(book, sheet(stock=())) == "asked_already"
        second = write(book, sheet(stock=()), actor="treasurer", corrects=first)
        assert (sheet_asked(book).entry, sheet_asked(book).sheet.stock) == (second, ())

    def test_old_files_do_not_open_a_book(self):
        assert refused(a_group(), sheet(), source="brought") == "only_live"


@pytest.mark.django_db
class TestTwoHands:
    def test_whoever_wrote_the_sheet_does_not_sign_it(self):
        book = a_group()
        asked = write(book, sheet(), actor="treasurer")
        with pytest.raises(Refusal) as caught:
            sign(book, asked, actor="treasurer")
        assert caught.value.code == "same_hand"
        assert journal.balances(book) == {}

    def test_a_sheet_that_was_changed_meanwhile_is_looked_at_again(self):
        book = a_group()
        first = write(book, sheet(), actor="treasurer")
        write(book, sheet(stock=()), actor="treasurer", corrects=first)
        with pytest.raises(Refusal) as caught:
            sign(book, first)
        assert caught.value.code == "no_sheet"

    def test_the_same_signature_sent_twice_is_written_once(self):
        book = a_group()
        asked, form = write(book, sheet(), actor="treasurer"), uuid7()
        number = sign(book, asked, form=form)
        head = journal.head(book).last_entry
        assert sign(book, asked, form=form) == number
        assert journal.head(book).last_entry == head

    def test_all_of_it_is_written_or_nothing(self):
        book = a_group()
        asked = write(book, sheet(), actor="treasurer")
        write(book, fund.RequestLoan(on=DAY, number="3/2564", member="ก01", principal=1, rate=0, periods=1))
        write(book, deposit(DAY))
        before = journal.head(book).last_entry
        with pytest.raises(Refusal) as caught:
            sign(book, asked)
        assert caught.value.code == "money_in_book"
        assert (journal.head(book).last_entry, beginning(book)) == (before, None)

    def test_no_piece_of_a_sheet_is_written_by_itself(self):
        book = a_group()
        write(book, sheet(), actor="treasurer")
        assert refused(book, fund.BringSavings(on=DAY, member="ก01", satang=1)) == "not_on_the_sheet"


@pytest.mark.django_db
class TestTheBeginning:
    def test_every_sum_stands_in_its_place(self):
        book = opened()
        assert balances(book) == {"ก01": 1_000_000, "ก02": 500_000, "ก03": 300_000}
        held = journal.balances(book)
        assert {
            code: satang for code, satang in held.items() if code.startswith(("purse", "bank", "loan"))
        } == {
            "purse:savings": 300_000,
            "bank:savings": 900_000,
            "purse:welfare": 70_000,
            "loan:3/2564": 600_000,
        }
        assert (held["special:ก01"], held["shares:ก01"]) == (-50_000, -20_000)
        assert journal.balance(book, "store:ผ้า", "piece") == 12
        assert journal.balance(book, "store:ข้าวสาร", "g") == 25_000
        assert breaches() == []

    def test_what_the_group_had_of_its_own_or_missed_is_named_beside_whose_money_it_is(self):
        told = money(opened(savings=SAVINGS[:1]))
        assert told.kept == told.owned == 1_870_000
        assert {share.code: share.satang for share in told.whose} == {
            "members": 1_070_000,
            "brought-forward": 800_000,
        }
        told = money(opened("กลุ่มที่เงินขาด", loans=()))
        assert told.kept == told.owned == 1_270_000
        assert {share.code: share.satang for share in told.whose}["brought-forward"] == -600_000

    def test_a_book_begins_once_and_only_before_money_moved_in_it(self):
        book = opened()
        assert refused(book, sheet()) == "opened_already"
        lived = a_group(name="กลุ่มที่จดแล้ว")
        write(lived, deposit(DAY))
        assert refused(lived, sheet()) == "money_in_book"

    def test_money_that_moved_before_the_opening_day_is_refused_and_members_may_have_joined_earlier(self):
        book = opened()
        assert refused(book, deposit(date(2022, 6, 30))) == "before_opening"
        assert refused(book, deposit(date(2022, 6, 30)), source="brought") == "before_opening"
        write(book, deposit(DAY))
        write(book, Join(on=JOINED, member="ก04", name="คนเก่า"))

    def test_what_stood_in_a_passbook_is_no_saving_of_that_month(self):
        book = opened()
        write(book, deposit(date(2022, 8, 5), satang=15_000))
        assert savings_by_month(book) == {202208: 15_000}
        heads = [(book, journal.head(book).last_entry)]
        assert take("savings.by_month", heads).parts == {"202208": 15_000}
        assert take("savings.deposits", heads).value == 15_000
        assert take("savings.balance", heads).value == 1_885_000
        assert take("savings.opening", heads).parts == {"202207": 1_870_000}
        assert take("savings.members_saving", heads).value == 3
        assert take("savings.active_members_saving", heads).value == 3
        assert take("loans.outstanding", heads).value == 600_000
        assert take("loans.paid_out", heads).value == 0
        assert take("loans.count", heads).value == 0

    def test_what_is_brought_forward_waits_in_no_line_of_the_bank(self):
        (bank,) = bankbooks(opened())
        assert (bank.ours, bank.between) == ((), None)
