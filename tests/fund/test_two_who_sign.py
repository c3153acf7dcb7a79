"""Two people for what takes much of a member's money out: one asks, another agrees, then it is paid, once."""

import pytest

from kwan.fund.commands import AnswerWithdrawal, AskWithdrawal, Deposit, Withdrawal
from kwan.fund.models import Saving
from kwan.fund.queries import asked_withdrawal, open_withdrawals
from kwan.fund.rules.savings_day import Brought, Part, Sheet
from kwan.journal.queries import head
from tests.fund.saving import DAY, NEXT, a_group, hold, refusal
from tests.journal.hands import breaches, write


@pytest.mark.django_db
class TestTwoWhoSign:
    def agreed(self, book, satang=300_000, by="chair"):
        asked = write(book, AskWithdrawal(on=DAY, member="ก02", satang=satang), actor="treasurer")
        write(book, AnswerWithdrawal(on=DAY, member="ก02", asked=asked, agreed=True), actor=by)
        return asked

    def test_above_the_limit_one_alone_pays_nothing_out_and_at_the_limit_they_do(self):
        book = a_group(two_signatures_above="1000")
        assert refusal(lambda: write(book, taking(100_001))) == "needs_two"
        write(book, taking(100_000))
        assert refusal(lambda: write(book, taking(1))) == "needs_two"
        write(book, taking(100_000, on=NEXT))

    def test_two_sums_of_one_sheet_count_together(self):
        book = a_group(two_signatures_above="1000")
        write(book, Deposit(on=DAY, member="ก02", satang=60_000, sort="special"))
        line = Brought("ก02", 0, 60_000, (Part("out-special", 60_000),))
        assert refusal(lambda: hold(book, Sheet(DAY, (line,), 0, 120_000))) == "needs_two"

    def test_without_a_limit_nobody_is_asked(self):
        write(a_group(), taking(450_000))

    def test_what_another_officer_agreed_to_is_paid_once(self):
        book = a_group(two_signatures_above="1000")
        asked = self.agreed(book)
        assert [one.entry for one in open_withdrawals(book, "agreed")] == [asked]
        line = Brought("ก02", more=(Part("out", 300_000, asked=asked),))
        hold(book, Sheet(DAY, (line,), 0, 300_000))
        assert asked_withdrawal(book, asked).state == "paid"
        assert Saving.objects.get(book=book, asked=asked).satang == 300_000
        assert refusal(lambda: write(book, taking(300_000, asked=asked))) == "paid_already"
        assert breaches() == []

    def test_who_asked_does_not_agree_to_it_but_may_take_it_back(self):
        book = a_group(two_signatures_above="1000")
        assert refusal(lambda: self.agreed(book, by="treasurer")) == "same_person"
        asked = head(book).last_entry
        assert asked_withdrawal(book, asked).state == "waiting"
        write(book, AnswerWithdrawal(on=DAY, member="ก02", asked=asked, agreed=False), actor="treasurer")
        assert asked_withdrawal(book, asked).state == "refused"
        assert refusal(lambda: write(book, taking(300_000, asked=asked))) == "not_agreed"

    def test_a_second_answer_is_refused(self):
        book = a_group()
        asked = self.agreed(book)
        again = AnswerWithdrawal(on=DAY, member="ก02", asked=asked, agreed=False)
        assert refusal(lambda: write(book, again, actor="secretary")) == "answered"

    @pytest.mark.parametrize(
        "other", [{"satang": 300_001}, {"sort": "special"}, {"member": "ก01"}, {"asked": 1}]
    )
    def test_an_agreement_is_for_this_member_this_sort_and_no_more_than_was_asked(self, other):
        book = a_group(two_signatures_above="1000")
        asked = self.agreed(book)
        said = {"satang": 300_000, "asked": asked} | other
        assert refusal(lambda: write(book, taking(**said))) == "not_asked"

    def test_mending_a_sum_up_does_not_get_around_the_second_officer(self):
        book = a_group(two_signatures_above="1000")
        number = write(book, taking(50_000))
        assert refusal(lambda: write(book, taking(200_000), corrects=number)) == "needs_two"
        write(book, taking(100_000), corrects=number)

    def test_what_older_books_say_was_taken_out_is_not_asked_for_again(self):
        write(a_group(two_signatures_above="1000"), taking(300_000), source="brought")


def taking(satang, member="ก02", on=DAY, **other):
    return Withdrawal(**{"on": on, "member": member, "satang": satang} | other)
