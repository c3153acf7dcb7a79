"""After the day was written: who came late, a sum that was wrong, a box that was counted wrong."""

import pytest

from kwan.fund.commands import StrikeSaving, instead, recounted
from kwan.fund.models import SavingsDay
from kwan.fund.queries import additions, day_of_slip, loan, receipts, savings_day, written
from kwan.fund.rules.savings_day import Brought, Part, PurseCount, Sheet
from kwan.journal.queries import balances as accounts
from kwan.journal.queries import head, names_in_seals
from tests.fund import lending
from tests.fund.saving import DAY, NEXT, a_group, hold, refusal, whole
from tests.journal.hands import breaches, write


@pytest.mark.django_db
class TestWhoCameLate:
    def late(self, day, **other):
        line = Brought("ก02", 7_000, 0, (Part("welfare", 2_000, "welfare"),))
        return Sheet(**{"on": DAY, "brought": (line,), "counted": 7_000, "others": (("welfare", 2_000),), "added_to": day} | other)  # fmt: skip

    def test_a_latecomer_adds_slips_and_cash_to_the_day_that_is_in_the_book(self):
        book = a_group()
        day = hold(book, Sheet(DAY, (Brought("ก01", 10_000),), 10_000))
        number = hold(book, self.late(day))
        (added,) = additions(book, day)
        assert (added.root, added.expected, added.counted, added.last) == (number, 9_000, 9_000, number + 2)
        assert [day_of_slip(book, n) for n in (day + 1, number + 1, number + 2)] == [day, day, day]
        assert SavingsDay.objects.filter(book=book, added_to=None).count() == 1
        assert breaches() == []

    def test_a_latecomer_who_only_takes_money_out_makes_the_box_lighter(self):
        book = a_group()
        day = hold(book, Sheet(DAY, (Brought("ก01", 10_000),), 10_000))
        hold(book, self.late(day, brought=(Brought("ก02", 0, 4_000),), counted=-4_000, others=()))
        assert additions(book, day)[0].difference == 0

    def test_a_latecomer_to_no_day_is_refused(self):
        book = a_group()
        assert refusal(lambda: hold(book, self.late(1))) == "no_such_day"
        day = hold(book, Sheet(DAY, (Brought("ก01", 10_000),), 10_000))
        assert refusal(lambda: hold(book, self.late(day, on=NEXT))) == "no_such_day"


@pytest.mark.django_db
class TestMending:
    def test_each_column_is_mended_by_a_correcting_entry(self):
        book = a_group()
        number = hold(book, whole())
        slips = {(s.member, s.column): s for s in receipts(book, range(number, number + 10))}
        wanted = {
            "in": 20_000,
            "special": 6_000,
            "share": 2_500,
            "welfare": 3_000,
            "loan": 205_000,
            "fine": 500,
        }
        for column, satang in wanted.items():
            entry = slips["ก01", column].entry
            write(book, instead(book, written(book, entry), satang), corrects=entry)
        now = {s.column: s.satang for s in receipts(book, range(number, number + 10)) if s.member == "ก01"}
        assert now == wanted
        assert loan(book, lending.LOAN).balance == 300_000
        assert names_in_seals(book, "cause")[head(book).last_entry] == "มาสาย"
        assert breaches() == []

    def test_each_column_can_be_struck(self):
        book = a_group()
        before = accounts(book)
        number = hold(book, whole())
        for slip in receipts(book, range(number, number + 10)):
            write(book, StrikeSaving(on=DAY, member=slip.member), corrects=slip.entry)
        after = accounts(book)
        assert {code: sum_ for code, sum_ in after.items() if sum_ != before.get(code, 0)} == {}
        assert all(slip.is_struck for slip in receipts(book, range(number, number + 10)))
        assert loan(book, lending.LOAN).balance == 500_000
        assert breaches() == []

    def test_a_wrong_count_is_answered_and_the_slips_stay_where_they_are(self):
        book = a_group()
        number = hold(book, whole(counted=122_000))
        right = recounted(written(book, number), {"savings": 122_300})
        write(book, right, corrects=number)
        day = savings_day(book, number)
        assert (day.root, day.entry, day.difference) == (number, head(book).last_entry, 0)
        assert (day.first, day.last) == (number + 1, number + 9)
        assert day.boxes == (PurseCount("savings", 122_300, 122_300), PurseCount("welfare", 3_000, 3_000))
        assert day_of_slip(book, number + 3) == number
        assert refusal(lambda: hold(book, whole())) == "day_held"
        assert breaches() == []
