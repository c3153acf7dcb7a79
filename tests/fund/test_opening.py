"""A group that is years old begins its book on one day: nothing before it is told, and everything after it works."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.fund import commands as fund
from kwan.fund.queries import balances, bankbooks, loan, money, opening, par, savings_by_month, sheet_asked
from kwan.fund.rules.agreement import interest_of, principal_of
from kwan.fund.rules.opening import (
    BroughtLoan,
    BroughtMoney,
    BroughtSavings,
    BroughtStock,
    rest_of,
)
from kwan.ids import uuid7
from kwan.journal import queries as journal
from kwan.journal.beginnings import beginning
from kwan.journal.rules import Refusal
from kwan.lessons.claims import records, savings
from kwan.lessons.claims.judging import Books, judge
from kwan.lessons.rules import plain
from kwan.people.commands import Join
from kwan.programme.measures import take
from kwan.thai import Refused
from tests.journal.hands import NOW, a_book, breaches, write

JOINED, DAY = date(2017, 3, 1), date(2022, 7, 1)
LOAN = BroughtLoan("3/2564", "ก02", 600_000, 1200, 6, date(2022, 7, 15), guarantors=("ก03",))
SAVINGS = (
    BroughtSavings("ก01", 1_000_000, 50_000, 20_000),
    BroughtSavings("ก02", 500_000),
    BroughtSavings("ก03", 300_000),
)
MONEY = (BroughtMoney("savings", 300_000, 900_000), BroughtMoney("welfare", 70_000))
STOCK = (BroughtStock("ผ้า", 12), BroughtStock("ข้าวสาร", 25_000, "g"))


def a_group(members=3, name="กลุ่มออมบ้านเหนือ"):
    book = a_book(name)
    for number in range(1, members + 1):
        write(book, Join(on=JOINED, member=f"ก{number:02d}", name=f"ชื่อ {number}"))
    return book


def sheet(**other):
    said = {"savings": SAVINGS, "money": MONEY, "loans": (LOAN,), "stock": STOCK}
    return fund.AskOpening(**{"on": DAY} | said | other)


def sign(book, asked, actor="chair", form=None):
    return fund.open_books(book, asked, form or uuid7(), actor=actor, at=NOW)


def opened(name="กลุ่มออมบ้านเหนือ", **other):
    """Three members, a sheet written by the treasurer, signed by the chair."""
    book = a_group(name=name)
    sign(book, write(book, sheet(**other), actor="treasurer"))
    return book


def refused(book, command, **how):
    with pytest.raises(Refusal) as caught:
        write(book, command, **how)
    return caught.value.code


def deposit(on, member="ก01", satang=10_000):
    return fund.Deposit(on=on, member=member, satang=satang)


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


@pytest.mark.django_db
class TestALoanThatRan:
    def test_it_is_repaid_like_any_other_from_its_next_instalment_on(self):
        book = opened()
        found = loan(book, "3/2564")
        assert (found.member, found.balance, found.state, found.guarantors) == (
            "ก02",
            600_000,
            "active",
            ("ก03",),
        )
        assert [row.due for row in found.schedule][:2] == [date(2022, 7, 15), date(2022, 8, 15)]
        assert found.history[0].step == "brought"
        write(book, fund.repaying(book, "3/2564", date(2022, 7, 15), 103_529))
        assert loan(book, "3/2564").days_late(date(2022, 8, 1)) == 0
        assert loan(book, "3/2564").days_late(date(2022, 8, 20)) == 5
        rest = loan(book, "3/2564").settled_by(date(2022, 8, 20)).total
        write(book, fund.repaying(book, "3/2564", date(2022, 8, 20), rest))
        assert loan(book, "3/2564").state == "closed"
        assert breaches() == []

    def test_one_that_was_late_already_is_late(self):
        book = opened(loans=(BroughtLoan("3/2564", "ก02", 600_000, 1200, 6, date(2022, 5, 15)),))
        assert loan(book, "3/2564").days_late(DAY) == 47
        assert par(book, DAY).outstanding == 600_000
        assert [band.satang for band in par(book, DAY).at_risk] == [600_000, 600_000, 0, 0]

    def test_nothing_of_its_life_before_that_day_is_told(self):
        found = loan(opened(), "3/2564")
        assert [line.step for line in found.history] == ["brought"]
        assert found.steps[0][:2] == ("เงินต้นที่ยกมา", "Brought forward")

    def test_its_sum_is_mended_until_something_came_back(self):
        book = opened()
        entry = loan(book, "3/2564").entry
        less = fund.BringLoan(
            on=DAY, number="3/2564", member="ก02", rate=0, method="declining", every="1month",
            first_due=date(2022, 7, 15), rows=(fund.Instalment(date(2022, 7, 15), 500_000, 0),),
        )  # fmt: skip
        number = write(book, less, corrects=entry)
        assert loan(book, "3/2564").balance == 500_000
        write(book, fund.repaying(book, "3/2564", date(2022, 7, 15), 100))
        assert refused(book, less, corrects=number) == "loan_went_on"
        assert breaches() == []

    def test_a_flat_loan_goes_on_asking_for_interest_on_what_was_lent(self):
        rows = rest_of(BroughtLoan("1", "ก01", 300_000, 1200, 3, DAY, "flat", original=1_200_000))
        assert [(row.principal, row.interest) for row in rows] == [(100_000, 12_000)] * 3

    def test_less_lent_than_is_left_is_no_loan(self):
        with pytest.raises(Refused):
            rest_of(BroughtLoan("1", "ก01", 300_000, 1200, 3, DAY, original=200_000))

    @given(
        st.integers(100, 10**8),
        st.integers(0, 1500),
        st.integers(1, 36),
        st.sampled_from(["flat", "declining", "equal-principal"]),
    )
    def test_what_is_left_is_what_the_rest_of_the_instalments_come_to(self, left, rate, periods, method):
        rows = rest_of(BroughtLoan("1", "ก01", left, rate, periods, DAY, method, original=left * 2))
        assert principal_of(rows) == left
        assert interest_of(rows) >= 0
        assert (len(rows), rows[0].due) == (periods, DAY)


@pytest.mark.django_db
class TestMending:
    def line(self, book, name, sort=""):
        return next(line for line in opening(book).lines if (line.name, line.sort) == (name, sort))

    def test_a_sum_that_was_wrong_is_mended_line_by_line(self):
        book = opened()
        wrong = self.line(book, "ก03")
        write(book, fund.BringSavings(on=DAY, member="ก03", satang=350_000), corrects=wrong.entry)
        assert balances(book)["ก03"] == 350_000
        assert opening(book).own == -50_000
        assert breaches() == []

    def test_a_line_that_never_was_is_mended_to_nothing(self):
        book = opened()
        wrong = self.line(book, "savings", "bank")
        write(book, fund.BringMoney(on=DAY, purse="savings", satang=0, kept="bank"), corrects=wrong.entry)
        assert journal.balance(book, "bank:savings") == 0
        assert breaches() == []

    def test_a_line_is_not_mended_into_another(self):
        book = opened()
        wrong = self.line(book, "ก03")
        for other in (
            fund.BringSavings(on=DAY, member="ก01", satang=1),
            fund.BringSavings(on=DAY, member="ก03", satang=1, sort="share"),
            fund.BringSavings(on=date(2022, 7, 2), member="ก03", satang=1),
        ):
            assert refused(book, other, corrects=wrong.entry) == "another_piece"
        first = next(one.entry for one in opening(book).lines) - 1
        assert refused(book, fund.OpenBooks(on=DAY, asked=4), corrects=first) == "not_to_be_undone"


@pytest.mark.django_db
class TestWhatTheReportSays:
    def answer(self, book, id_):
        books = Books(book, "กลุ่มออมบ้านเหนือ", journal.head(book).last_entry)
        claims = (*savings.CLAIMS, *records.CLAIMS)
        return judge(next(claim for claim in claims if claim.id == id_), books)

    def test_savings_are_told_from_the_opening_month_on_and_never_earlier(self):
        book = opened()
        for month in range(7, 13):
            write(book, deposit(date(2022, month, 5), satang=10_000))
        found = self.answer(book, "savings.rose")
        assert (found.verdict, plain(found.finding.th)) == (
            "supported",
            "เงินออมของสมาชิกเพิ่มขึ้นจาก 18,800 บาทเมื่อสิ้นเดือนกรกฎาคม 2565 "
            "เป็น 19,300 บาทเมื่อสิ้นเดือนธันวาคม 2565 (ดู 6 เดือน)",
        )

    def test_an_opening_sum_alone_is_no_rise(self):
        assert self.answer(opened(), "savings.rose").verdict == "not_enough_data"

    def test_who_has_savings_since_before_counts_among_those_who_save(self):
        found = self.answer(opened(), "savings.most_save")
        assert plain(found.finding.th) == "สมาชิกทุกคนมีเงินออมกับกลุ่ม คือ 3 จาก 3 คน"

    def test_the_books_say_since_when_money_stands_in_them(self):
        book = opened()
        found = self.answer(book, "records.kept")
        assert "เรื่องเงินเริ่มจากยอดยกมาวันที่ 1 กรกฎาคม 2565" in plain(found.finding.th)
        assert "2560" not in plain(found.finding.th)
