"""The end of a passbook: all of it is paid out, to the member or to the one they named, and it takes no more."""

from dataclasses import replace
from datetime import date

import pytest

from kwan.fund import commands as fund
from kwan.fund.queries import balances, beneficiary, closed_passbooks, closing, ending, is_closed, loan, money
from kwan.ids import uuid7
from kwan.journal import queries as journal
from kwan.journal.models import Entry
from kwan.journal.rules import Refusal
from kwan.people.commands import Erase, Leave, Return, erase
from tests.fund.lending import FEBRUARY, JANUARY, LOAN, a_lending_group, approve, request
from tests.journal.hands import NOW, breaches, envelope, write

MARCH = date(2022, 3, 10)


def close(book, form=None, actor="treasurer", **said):
    said = {"cause": "left", "paid_to": "member"} | said
    written = {name: said.pop(name) for name in ("receiver", "asked") if name in said}
    command = fund.closing_of(book, said.pop("member", "ก02"), said.pop("on", MARCH), **said)
    return fund.close_passbook(book, replace(command, **written), form or uuid7(), actor=actor, at=NOW)


def refused(act, *args, **how):
    with pytest.raises(Refusal) as caught:
        act(*args, **how)
    return caught.value.code


def a_loan(book, member="ก01", principal=200_000, **terms):
    write(book, request(member=member, principal=principal, guarantors=("ก03",), **terms))
    write(book, approve(member=member))
    write(book, fund.paying_out(book, LOAN, FEBRUARY))


@pytest.mark.django_db
class TestClosing:
    def test_all_sorts_are_paid_out_and_the_passbook_is_empty(self):
        book = a_lending_group()
        write(book, fund.SetFundRule(on=JANUARY, name="share_price", value="100", reason="มติ"))
        write(book, fund.Deposit(on=JANUARY, member="ก02", satang=30_000, sort="special"))
        write(book, fund.Deposit(on=JANUARY, member="ก02", satang=20_000, sort="share"))
        number = close(book)
        found = closing(book, number)
        assert (found.regular, found.special, found.share, found.handed_over) == (
            700_000,
            30_000,
            20_000,
            750_000,
        )
        assert [journal.balance(book, f"{sort}:ก02") for sort in ("passbook", "special", "shares")] == [
            0,
            0,
            0,
        ]
        assert journal.balance(book, "purse:savings") == 300_000
        assert (is_closed(book, "ก02"), is_closed(book, "ก01")) == (True, False)
        assert breaches() == []

    def test_a_closed_passbook_takes_no_more_until_the_member_comes_back(self):
        book = a_lending_group()
        close(book)
        saving = fund.Deposit(on=MARCH, member="ก02", satang=100)
        assert refused(write, book, saving) == "passbook_closed"
        write(book, Leave(on=MARCH, member="ก02"))
        write(book, Return(on=MARCH, member="ก02"))
        assert closed_passbooks(book) == {}
        write(book, saving)
        assert balances(book)["ก02"] == 100

    def test_a_passbook_is_closed_once_and_whole(self):
        book = a_lending_group()
        part = fund.ClosePassbook(on=MARCH, member="ก02", cause="left", paid_to="member", regular=1)
        assert refused(write, book, part) == "not_all_of_it"
        close(book)
        assert refused(close, book) == "closed"

    def test_an_empty_passbook_can_be_closed(self):
        book = a_lending_group()
        assert closing(book, close(book, member="ก03")).satang == 0

    def test_the_same_form_sent_twice_closes_once(self):
        book, form = a_lending_group(), uuid7()
        command = fund.closing_of(book, "ก02", MARCH, cause="left", paid_to="member")
        numbers = [fund.close_passbook(book, command, form, actor="treasurer", at=NOW) for _ in range(2)]
        assert numbers == [numbers[0]] * 2
        assert journal.head(book).last_entry == numbers[0]

    def test_money_that_lies_in_the_bank_is_paid_from_there(self):
        book = a_lending_group()
        write(book, fund.TakeToBank(on=MARCH, purse="savings", satang=700_000))
        close(book, by_bank=True)
        assert (journal.balance(book, "bank:savings"), journal.balance(book, "purse:savings")) == (0, 300_000)

    def test_a_box_that_does_not_hold_so_much_pays_nothing(self):
        book = a_lending_group()
        write(book, fund.TakeToBank(on=MARCH, purse="savings", satang=700_000))
        assert refused(close, book) == "not_enough"
        assert balances(book)["ก02"] == 700_000


@pytest.mark.django_db
class TestAnOpenLoan:
    def test_it_is_refused_while_the_loan_runs(self):
        book = a_lending_group()
        a_loan(book)
        assert refused(close, book, member="ก01") == "loan_runs"
        assert balances(book)["ก01"] == 300_000

    def test_it_may_be_settled_out_of_the_savings_and_the_rest_is_handed_over(self):
        book = a_lending_group()
        a_loan(book)
        assert ending(book, "ก01", MARCH).loans == {LOAN: 210_000}
        number = close(book, member="ก01", out_of_savings=True)
        found = closing(book, number)
        assert (found.satang, found.repaid, found.handed_over) == (300_000, ((LOAN, 210_000),), 90_000)
        assert loan(book, LOAN).state == "closed"
        assert journal.balance(book, "purse:savings") == 1_000_000 - 200_000 - 90_000
        assert [one.satang for one in money(book).whose if one.code == "loan-earnings"] == [10_000]
        assert breaches() == []

    def test_what_is_handed_over_after_a_loan_may_come_from_the_bank(self):
        book = a_lending_group()
        a_loan(book)
        write(book, fund.TakeToBank(on=MARCH, purse="savings", satang=800_000))
        close(book, member="ก01", out_of_savings=True, by_bank=True)
        assert journal.balance(book, "bank:savings") == 710_000
        assert journal.balance(book, "purse:savings") == 0
        assert breaches() == []

    def test_savings_that_do_not_cover_the_loan_close_nothing(self):
        book = a_lending_group()
        a_loan(book, principal=400_000)
        before = journal.head(book).last_entry
        assert refused(close, book, member="ก01", out_of_savings=True) == "does_not_cover"
        assert (journal.head(book).last_entry, loan(book, LOAN).balance) == (before, 400_000)

    def test_a_loan_of_the_fund_goes_back_to_the_fund(self):
        book = a_lending_group()
        write(book, fund.ReceiveIntoFund(on=JANUARY, purpose="grant", satang=500_000))
        write(book, request(principal=200_000))
        write(book, approve())
        write(book, fund.paying_out(book, LOAN, FEBRUARY, "fund"))
        close(book, member="ก01", out_of_savings=True)
        assert journal.balance(book, "purse:fund") == 510_000
        assert journal.balance(book, "purse:savings") == 700_000

    def test_a_request_that_still_waits_is_taken_back_first(self):
        book = a_lending_group()
        write(book, request())
        assert refused(close, book, member="ก01") == "loan_waits"


@pytest.mark.django_db
class TestTheBeneficiary:
    def test_the_one_named_last_has_it_and_the_name_is_sealed(self):
        book = a_lending_group()
        assert beneficiary(book, "ก02") is None
        write(book, fund.NameBeneficiary(on=JANUARY, member="ก02", beneficiary="นายเก่า", relation="สามี"))
        write(book, fund.NameBeneficiary(on=MARCH, member="ก02", beneficiary="ด.ญ.ใหม่ ใจดี", relation="ลูก"))
        found = beneficiary(book, "ก02")
        assert (found.name, found.relation, found.on) == ("ด.ญ.ใหม่ ใจดี", "ลูก", MARCH)
        bodies = Entry.objects.filter(book=book).values_list("body", flat=True)
        assert [body for body in bodies if "ใหม่" in body or "เก่า" in body] == []

    def test_of_a_member_who_died_the_beneficiary_is_paid(self):
        book = a_lending_group()
        assert refused(close, book, cause="died") == "paid_to"
        number = close(book, cause="died", paid_to="beneficiary", receiver="ด.ญ.ใหม่ ใจดี")
        found = closing(book, number)
        assert (found.cause, found.paid_to, found.receiver) == ("died", "beneficiary", "ด.ญ.ใหม่ ใจดี")
        assert breaches() == []

    def test_who_asks_to_be_forgotten_takes_the_beneficiary_along(self):
        book = a_lending_group()
        write(book, fund.NameBeneficiary(on=JANUARY, member="ก02", beneficiary="นายเก่า"))
        erase(book, envelope(Erase(on=MARCH, member="ก02")))
        assert beneficiary(book, "ก02").name is None
        assert breaches() == []


@pytest.mark.django_db
class TestTwoHands:
    def asked(self, book, satang, actor="chair"):
        write(book, fund.SetFundRule(on=JANUARY, name="two_signatures_above", value="5000", reason="มติ"))
        number = write(book, fund.AskWithdrawal(on=MARCH, member="ก02", satang=satang), actor="treasurer")
        write(book, fund.AnswerWithdrawal(on=MARCH, member="ก02", asked=number, agreed=True), actor=actor)
        return number

    def test_above_the_groups_limit_one_hand_closes_nothing(self):
        book = a_lending_group()
        write(book, fund.SetFundRule(on=JANUARY, name="two_signatures_above", value="5000", reason="มติ"))
        assert refused(close, book) == "needs_two"
        assert balances(book)["ก02"] == 700_000

    def test_what_a_second_officer_agreed_to_is_paid_once(self):
        book = a_lending_group()
        number = self.asked(book, 700_000)
        assert closing(book, close(book, asked=number)).satang == 700_000

    def test_an_agreement_to_less_is_none(self):
        book = a_lending_group()
        assert refused(close, book, asked=self.asked(book, 699_999)) == "not_asked"


@pytest.mark.django_db
class TestAClosingThatNeverWas:
    def test_it_is_struck_and_the_savings_stand_again(self):
        book = a_lending_group()
        number = close(book)
        write(book, fund.StrikeClosing(on=MARCH, member="ก02"), corrects=number)
        assert (balances(book)["ก02"], is_closed(book, "ก02")) == (700_000, False)
        close(book)
        assert breaches() == []

    def test_a_loan_that_was_settled_with_it_runs_again(self):
        book = a_lending_group()
        a_loan(book)
        number = close(book, member="ก01", out_of_savings=True)
        strike = fund.StrikeClosing(on=MARCH, member="ก01")
        assert refused(write, book, strike, corrects=number) == "loan_settled"
        last = fund.reopen_passbook(book, number, uuid7(), actor="treasurer", at=NOW, on=MARCH)
        assert last == journal.head(book).last_entry
        assert (balances(book)["ก01"], loan(book, LOAN).balance) == (300_000, 200_000)
        assert journal.balance(book, "purse:savings") == 800_000
        assert breaches() == []

    def test_nothing_else_is_struck_so(self):
        book = a_lending_group()
        assert (
            refused(write, book, fund.StrikeClosing(on=MARCH, member="ก02"), corrects=6)
            == "nothing_to_strike"
        )
        number = close(book)
        again = fund.ClosePassbook(on=MARCH, member="ก02", cause="left", paid_to="member", regular=700_000)
        assert refused(write, book, again, corrects=number) == "strike_it"
