"""Money that lies in the bank: taken there, taken back, and found again in the bank's own book."""

from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.fund import commands as fund
from kwan.fund.queries import bankbooks, in_the_bank, money
from kwan.fund.rules.bank import Between, Dated, jumps, suggested
from kwan.journal.queries import balances
from kwan.people.commands import Join
from tests.journal.hands import a_book, breaches, refused, write

JULY = date(2022, 7, 5)


def day(number):
    return date(2022, 7, number)


def a_group():
    """Two members who saved 1,000 and 500 baht: entries 1 to 4."""
    book = a_book()
    for member, name in (("ก01", "บัวผัน"), ("ก02", "สมพร")):
        write(book, Join(on=JULY, member=member, name=name))
    write(book, fund.Deposit(on=JULY, member="ก01", satang=100_000))
    write(book, fund.Deposit(on=JULY, member="ก02", satang=50_000))
    return book


def taken(satang, on=JULY, **more):
    return fund.TakeToBank(on=on, purse="savings", satang=satang, **more)


def line(satang, balance, on=JULY, bankbook="savings", direction="in"):
    return fund.NoteBankLine(on=on, bankbook=bankbook, direction=direction, satang=satang, balance=balance)


def match(bank_line, *ours, on=JULY):
    return fund.MatchBankLine(on=on, bank_line=bank_line, ours=ours)


def the_book(book):
    (found,) = bankbooks(book)
    return found


@pytest.mark.django_db
class TestMoneyOnItsWay:
    def test_what_is_taken_to_the_bank_leaves_the_box(self):
        book = a_group()
        write(book, taken(120_000, reference="TR 7", carrier="ก02"))
        write(book, fund.TakeFromBank(on=day(9), purse="savings", satang=20_000))
        held = balances(book)
        assert (held["purse:savings"], held["bank:savings"]) == (50_000, 100_000)
        assert in_the_bank(book) == {"savings": 100_000}
        assert breaches() == []

    def test_no_more_goes_to_the_bank_than_the_box_holds_nor_comes_back_than_lies_there(self):
        book = a_group()
        assert refused(book, taken(150_001)) == "not_enough"
        write(book, taken(150_000))
        assert refused(book, fund.TakeFromBank(on=JULY, purse="savings", satang=150_001)) == "not_enough"
        assert refused(book, fund.TakeToBank(on=JULY, purse="gold", satang=1)) == "unknown_purse"
        assert refused(book, taken(1, carrier="ก99")) == "unknown_member"

    def test_the_money_of_the_group_is_the_same_wherever_it_lies(self):
        book = a_group()
        before = money(book).kept
        write(book, taken(150_000))
        told = money(book)
        assert (told.kept, told.owned) == (before, before)

    def test_a_way_to_the_bank_that_never_was_is_struck_out(self):
        book = a_group()
        number = write(book, taken(120_000))
        write(book, fund.StrikeBankEntry(on=JULY), corrects=number)
        assert balances(book)["bank:savings"] == 0
        assert the_books_are_empty(book)
        assert breaches() == []

    def test_nothing_but_a_matter_of_the_bank_is_struck_out_so(self):
        book = a_group()
        assert refused(book, fund.StrikeBankEntry(on=JULY), corrects=3) == "nothing_to_strike"
        assert refused(book, fund.StrikeBankEntry(on=JULY)) == "nothing_to_strike"


def the_books_are_empty(book):
    return [one for bank in bankbooks(book) for one in bank.ours] == []


@pytest.mark.django_db
class TestTheBanksOwnBook:
    def test_a_line_of_the_same_sum_and_a_near_day_is_suggested_and_a_person_says_that_it_is_so(self):
        book = a_group()
        ours = write(book, taken(100_000))
        other = write(book, taken(40_000))
        number = write(book, line(100_000, 100_000, on=day(7)))
        (waiting,) = the_book(book).lines_waiting
        assert waiting.ours == (ours,)
        write(book, match(number, ours, on=day(8)))
        found = the_book(book)
        assert [(one.entry, one.ours) for one in found.matched] == [(number, (ours,))]
        assert [one.entry for one in found.ours_waiting] == [other]
        assert breaches() == []

    def test_several_of_ours_may_be_one_line_of_the_banks(self):
        book = a_group()
        ours = [write(book, taken(satang)) for satang in (30_000, 45_000, 20_000)]
        number = write(book, line(75_000, 75_000, on=day(6)))
        assert the_book(book).lines_waiting[0].ours == tuple(ours[:2])
        write(book, match(number, *ours[:2]))
        assert [one.entry for one in the_book(book).ours_waiting] == ours[2:]

    def test_a_slip_that_came_by_the_bank_is_matched_like_any_other(self):
        book = a_group()
        ours = write(book, fund.Deposit(on=day(6), member="ก01", satang=30_000, kept="bank"))
        number = write(book, line(30_000, 30_000, on=day(6)))
        write(book, match(number, ours))
        assert the_book(book).ours_waiting == []

    def test_another_sum_is_no_match_and_nothing_is_matched_twice(self):
        book = a_group()
        ours = [write(book, taken(satang)) for satang in (30_000, 30_000)]
        number = write(book, line(30_000, 30_000))
        assert refused(book, match(number, *ours)) == "another_sum"
        assert refused(book, match(number)) == "another_sum"
        assert refused(book, match(number, 3)) == "not_waiting"
        assert refused(book, match(ours[0], ours[1])) == "no_bank_line"
        write(book, match(number, ours[0]))
        assert refused(book, match(number, ours[1])) == "line_matched"
        second = write(book, line(30_000, 60_000, on=day(6)))
        assert refused(book, match(second, ours[0])) == "not_waiting"

    def test_a_match_that_was_wrong_is_undone_and_made_again(self):
        book = a_group()
        first, second = (write(book, taken(30_000)) for _ in range(2))
        number = write(book, line(30_000, 30_000))
        wrong = write(book, match(number, second))
        assert refused(book, fund.StrikeBankEntry(on=JULY), corrects=number) == "line_matched"
        write(book, fund.StrikeBankEntry(on=JULY), corrects=wrong)
        assert [one.entry for one in the_book(book).lines_waiting] == [number]
        write(book, match(number, first))
        assert [one.entry for one in the_book(book).ours_waiting] == [second]
        assert breaches() == []

    def test_a_match_falls_when_the_entry_it_rests_on_is_corrected(self):
        book = a_group()
        ours = write(book, taken(30_000))
        number = write(book, line(30_000, 30_000))
        write(book, match(number, ours))
        mended = write(book, taken(20_000), corrects=ours)
        found = the_book(book)
        assert [one.entry for one in found.lines_waiting] == [number]
        assert [(one.entry, one.satang) for one in found.ours_waiting] == [(mended, 20_000)]
        write(book, taken(30_000), corrects=mended)
        last = the_book(book).ours_waiting[0].entry
        write(book, match(number, last))
        assert the_book(book).lines_waiting == []

    def test_the_same_line_is_noted_once(self):
        book = a_group()
        number = write(book, line(30_000, 30_000))
        assert refused(book, line(30_000, 30_000)) == "line_known"
        write(book, line(35_000, 35_000), corrects=number)
        assert [one.balance for one in the_book(book).lines] == [35_000]

    def test_bank_books_are_one_for_all_money_or_one_for_each_fund(self):
        book = a_group()
        write(book, line(30_000, 30_000, bankbook="all"))
        assert refused(book, line(30_000, 30_000, bankbook="savings")) == "bankbooks"
        assert refused(book, line(30_000, 30_000, bankbook="gold")) == "unknown_bankbook"
        assert refused(book, line(30_000, -1, bankbook="all")) == "bank_line"


@pytest.mark.django_db
class TestWhatOnlyTheBankKnowsOf:
    def test_interest_and_a_fee_are_booked_from_their_lines_and_belong_to_the_group(self):
        book = a_group()
        write(book, taken(100_000))
        write(book, line(100_000, 100_000))
        interest = write(book, line(125, 100_125, on=day(20)))
        fee = write(book, line(1_000, 99_125, on=day(21), direction="out"))
        write(book, fund.BankInterest(on=day(20), bank_line=interest, purse="savings", satang=125))
        write(book, fund.BankFee(on=day(21), bank_line=fee, purse="savings", satang=1_000))
        assert in_the_bank(book) == {"savings": 99_125}
        told = money(book)
        assert told.kept == told.owned == 149_125
        assert {share.code: share.satang for share in told.whose} == {
            "members": 150_000,
            "bank-earnings": -875,
        }
        assert [one.satang for one in the_book(book).lines_waiting] == [100_000]
        assert breaches() == []

    def test_interest_is_the_sum_of_its_line_in_the_book_of_its_fund(self):
        book = a_group()
        number = write(book, line(125, 125))
        for other in ({"satang": 126}, {"purse": "welfare"}):
            said = {"on": JULY, "bank_line": number, "purse": "savings", "satang": 125} | other
            assert refused(book, fund.BankInterest(**said)) == "another_sum"
        assert (
            refused(book, fund.BankFee(on=JULY, bank_line=number, purse="savings", satang=125))
            == "another_sum"
        )

    def test_the_difference_to_the_bank_is_told_whole_and_what_explains_it(self):
        book = a_group()
        write(book, taken(100_000))  # in no line yet
        write(book, line(125, 70_125, on=day(20)))  # interest that we do not know of
        assert the_book(book).between == Between(bank=70_125, books=100_000, theirs=125, ours=100_000)
        assert the_book(book).between.difference == -29_875
        assert the_book(book).between.unexplained == 70_000

    def test_a_photo_of_a_page_is_kept_by_its_digest(self):
        book = a_group()
        picture = sha256(b"page").hexdigest()
        number = write(book, fund.KeepBankPage(on=JULY, bankbook="all", picture=picture))
        assert the_book(book).pages == ((number, picture, JULY),)
        assert refused(book, fund.KeepBankPage(on=JULY, bankbook="all", picture="../../etc")) == "no_picture"


class TestSuggesting:
    def test_the_nearest_day_comes_first(self):
        ours = [Dated(1, day(1), 500), Dated(2, day(9), 500), Dated(3, day(12), 500)]
        assert suggested(Dated(9, day(10), 500), ours) == (2,)

    def test_money_that_went_out_is_no_money_that_came_in_and_a_month_is_not_near(self):
        line = Dated(9, day(25), 500)
        assert suggested(line, [Dated(1, day(25), -500), Dated(2, day(1), 500)]) == ()

    def test_a_whole_savings_day_may_be_one_line(self):
        ours = [Dated(n, day(5), 100 + n) for n in range(20)]
        together = sum(one.satang for one in ours)
        assert suggested(Dated(99, day(6), together), ours) == tuple(range(20))

    @given(st.lists(st.integers(1, 50), max_size=9), st.integers(1, 200))
    def test_what_is_suggested_always_adds_up_to_the_line(self, sums, wanted):
        ours = [Dated(n, day(5), satang) for n, satang in enumerate(sums)]
        found = suggested(Dated(99, day(6), wanted), ours)
        assert found == () or sum(sums[n] for n in found) == wanted

    def test_a_balance_that_does_not_follow_from_the_line_before_is_seen(self):
        assert jumps([(100, 100), (50, 150), (10, 165), (-65, 100)]) == [0, 0, 5, 0]
        assert jumps([]) == []
