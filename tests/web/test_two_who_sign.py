"""Much is taken out by two: one officer asks, another agrees. And a group sets what its sheet has."""

import re

import pytest
from django.utils import timezone

from kwan.catalogue import COMMANDS
from kwan.fund.commands import AskWithdrawal, SetFundRule, Withdrawal
from kwan.fund.queries import asked_withdrawals, balances, bylaws
from kwan.journal.audit import check
from kwan.journal.commands import record
from kwan.journal.queries import head
from kwan.journal.rules import Refusal
from kwan.people.commands import Join
from tests.web.saving import LAST, a_group_with_columns, open_page, page, rules, send
from tests.web.village import envelope, write_all


@pytest.fixture
def book(books):
    """A group with every column."""
    return a_group_with_columns()


class TestTwoWhoSign:
    def ask(self, book):
        answer = send(book, name="withdrawals", member="ก03", sum="1,000", sort="", note="ซ่อมหลังคา")
        assert answer.status_code == 302
        return asked_withdrawals(book)[0].entry

    def test_the_treasurer_asks_the_chair_agrees_and_the_sheet_pays_it(self, book):
        asked = self.ask(book)
        assert "รอกรรมการอีกคนยืนยันการถอน 1 เรื่อง" in page(open_page("chair", "group", book))
        assert "รอกรรมการอีกคน" not in page(open_page("guide", "group", book))
        own = send(book, name="withdrawal", number=asked, act="yes")
        assert (own.status_code, "ต้องเป็นคนละคน" in page(own)) == (422, True)
        assert send(book, "chair", name="withdrawal", number=asked, act="yes").status_code == 302
        assert "ตกลงให้ถอนแล้ว" in page(open_page("first", "savings-day", book))
        paid = send(book, out_ก03="1000", opening="1000", counted="0")
        assert (paid.status_code, asked_withdrawals(book)[0].state) == (302, "paid")
        assert list(check(COMMANDS)) == []

    def test_it_may_be_paid_apart_from_a_savings_day_by_the_treasurer_alone(self, book):
        asked = self.ask(book)
        assert send(book, name="withdrawal", number=asked, act="pay").status_code == 422
        send(book, "chair", name="withdrawal", number=asked, act="yes")
        assert send(book, "chair", name="withdrawal", number=asked, act="pay").status_code == 404
        assert send(book, name="withdrawal", number=asked, act="pay").status_code == 302
        assert balances(book)["ก03"] == 110_000

    def test_a_no_is_written_and_its_reason_is_sealed(self, book):
        asked = self.ask(book)
        send(book, "chair", name="withdrawal", number=asked, act="no", reason="รอประชุมก่อน")
        assert asked_withdrawals(book)[0].state == "refused"
        assert "รอประชุมก่อน" not in page(open_page("guide", "entry", book, head(book).last_entry))

    def test_the_sheet_leads_to_where_it_is_asked(self, book):
        answer = send(book, out_ก03="1500", opening="1500", counted="0")
        assert re.search(r'href="[^"]*/withdrawals/\?member=[^"]*sum=1500"', page(answer))

    @pytest.mark.parametrize(("typed", "said"), [
        ({"member": "", "sum": "5"}, "ช่องนี้ยังว่าง"), ({"member": "ก03", "sum": "x"}, "x"), ({"member": "ก99", "sum": "5"}, "ไม่รู้จักสมาชิก"),
    ])  # fmt: skip
    def test_what_cannot_be_asked_is_said_and_kept(self, book, typed, said):
        answer = send(book, name="withdrawals", sort="", **typed)
        assert (answer.status_code, said in page(answer), asked_withdrawals(book)) == (422, True, [])

    def test_other_officers_do_not_ask_and_outsiders_see_nothing(self, book):
        assert send(book, "chair", name="withdrawals", member="ก03", sum="5", sort="").status_code == 404
        assert open_page("guide", "withdrawals", book).status_code == 404

    def test_elsewhere_too_one_alone_is_refused(self, book):
        with pytest.raises(Refusal) as refused:
            record(
                book,
                envelope(Withdrawal(on=timezone.localdate(), member="ก03", satang=50_001), source="live"),
            )
        assert refused.value.code == "needs_two"
        asked = AskWithdrawal(on=timezone.localdate(), member="ก03", satang=50_001)
        record(book, envelope(asked, source="live"))


class TestWhatTheSheetHas:
    def test_a_group_sets_its_columns_and_only_what_changed_is_written(self, book):
        last = head(book).last_entry
        said = {
            "column-special": "1",
            "share_price": "5",
            "two_signatures_above": "",
            "fines_into": "welfare",
        }
        answer = send(book, name="savings-sheet-set", reason="มติ 5 มี.ค.", **said)
        assert answer.status_code == 302
        laws = bylaws(book)
        assert (laws.savings_columns, laws.two_signatures_above) == (("regular", "special"), 0)
        assert head(book).last_entry == last + 2

    @pytest.mark.parametrize(("typed", "said"), [
        ({"share_price": "สิบ", "reason": "มติ"}, "สิบ"), ({"share_price": "5"}, "ช่องนี้ยังว่าง"), ({"column-share": "1", "reason": "มติ"}, "ใส่ราคาหุ้นด้วย"),
    ])  # fmt: skip
    def test_what_cannot_be_set_is_said_and_kept(self, book, typed, said):
        last = head(book).last_entry
        answer = send(book, name="savings-sheet-set", **typed)
        assert (answer.status_code, said in page(answer), head(book).last_entry) == (422, True, last)

    def test_a_group_with_regular_savings_alone_sees_the_simple_sheet(self, book):
        rules(book, savings_columns="regular")
        write_all(book, [])
        shown = page(open_page("first", "savings-day", book))
        assert ("เท่าเดือนก่อน" in shown, "columned" in shown, "สวัสดิการ" in shown) == (True, False, False)

    def test_a_group_may_name_the_sum_of_who_saves_for_the_first_time(self, book):
        write_all(book, [Join(on=timezone.localdate() - LAST, member="ก04", name="คนใหม่")])
        on = timezone.localdate()
        record(
            book, envelope(SetFundRule(on=on, name="regular_sum", value="150", reason="มติ"), source="live")
        )
        assert send(book, same_ก04="1", counted="150").status_code == 302
        assert balances(book)["ก04"] == 15_000
