"""What was brought forward goes on: loans are repaid, wrong sums mended, and reports begin on that day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.fund import commands as fund
from kwan.fund.queries import balances, loan, opening, par
from kwan.fund.rules.agreement import interest_of, principal_of
from kwan.fund.rules.opening import BroughtLoan, BroughtMoney, rest_of
from kwan.journal import queries as journal
from kwan.lessons.claims import fund as fund_claims
from kwan.lessons.claims import records, savings
from kwan.lessons.claims.judging import Books, judge
from kwan.lessons.rules import plain
from kwan.thai import Refused
from tests.fund.beginning import DAY, MONEY, deposit, opened
from tests.journal.hands import breaches, refused, write


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
        claims = (*savings.CLAIMS, *records.CLAIMS, *fund_claims.CLAIMS)
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

    def test_a_fund_that_began_with_money_is_told_with_it(self):
        book = opened(money=(*MONEY, BroughtMoney("fund", 200_000)))
        write(book, fund.SpendFromFund(on=DAY, purpose="materials", satang=50_000))
        assert plain(self.answer(book, "fund.balance").finding.th) == (
            "กองทุนของกลุ่มออมบ้านเหนือมีเงินยกมา 2,000 บาทเมื่อเริ่มสมุดเล่มนี้ จากนั้นรับ 0 บาท จ่าย 500 บาท เหลือ 1,500 บาท"
        )
