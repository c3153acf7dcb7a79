"""How a passbook ends on the treasurer's screen: whose it is to be, what is paid out, who agrees, and the paper."""

import pytest
from django.urls import reverse
from django.utils import timezone

from kwan.fund.commands import Deposit, SetFundRule
from kwan.fund.queries import balances, beneficiary, closed_passbooks, closing, loan, loans, open_withdrawals
from kwan.ids import uuid7
from kwan.journal.queries import head
from tests.journal.hands import write
from tests.web.borrowing import drawn, words
from tests.web.village import Village, browser, member, name


@pytest.fixture
def village(books):
    return Village()


def at(village, page, *more):
    return reverse(page, args=[village.group, *more])


def close(client, village, who=4, **said):
    """Look first, then close, as the page asks."""
    address = at(village, "passbook-close", member(who))
    looked = client.post(address, drawn(client.get(address)) | {"act": "look"} | said)
    return client.post(address, drawn(looked) | said | {"act": "post"})


class TestTheBeneficiary:
    def test_the_treasurer_writes_it_and_officers_and_the_member_read_it(self, village):
        treasurer = browser("treasurer")
        address = at(village, "beneficiary", member(2))
        said = drawn(treasurer.get(address)) | {"name": "น้องผู้รับลับ", "relation": "ลูก", "act": "post"}
        assert treasurer.post(address, said).status_code == 302
        assert beneficiary(village.group, member(2)).name == "น้องผู้รับลับ"
        page = at(village, "passbook", member(2))
        for role, sees in (("treasurer", True), ("chair", True), ("member", True), ("facilitator", False)):
            assert ("น้องผู้รับลับ" in browser(role).get(page).content.decode()) is sees

    def test_no_page_of_entries_tells_the_name(self, village):
        treasurer = browser("treasurer")
        address = at(village, "beneficiary", member(2))
        treasurer.post(address, drawn(treasurer.get(address)) | {"name": "น้องผู้รับลับ", "act": "post"})
        number = head(village.group).last_entry
        assert "น้องผู้รับลับ" not in treasurer.get(at(village, "entry", number)).content.decode()


class TestClosing:
    def test_all_of_it_is_seen_then_paid_and_the_paper_is_there_to_sign(self, village):
        treasurer, had = browser("treasurer"), balances(village.group)[member(4)]
        answer = close(treasurer, village)
        number = head(village.group).last_entry
        assert (answer.status_code, answer.url) == (302, at(village, "passbook-closed", number))
        assert balances(village.group)[member(4)] == 0
        paper = words(treasurer.get(answer.url))
        assert f"{had / 100:,.2f}" in paper
        assert name(4) in paper
        assert "สมุดเล่มนี้ปิดแล้ว" in words(treasurer.get(at(village, "passbook", member(4))))

    def test_who_has_closed_stands_no_longer_on_the_savings_sheet(self, village):
        treasurer, sheet = browser("treasurer"), reverse("savings-day", args=[village.group])
        assert f'name="in-{member(4)}"' in treasurer.get(sheet).content.decode()
        close(treasurer, village)
        assert f'name="in-{member(4)}"' not in treasurer.get(sheet).content.decode()
        typed = treasurer.post(sheet, {f"in-{member(4)}": "50", "act": "sum"}).content.decode()
        assert f'name="in-{member(4)}"' in typed  # typed before it was closed: kept, to be answered

    def test_looking_closes_nothing(self, village):
        treasurer = browser("treasurer")
        address = at(village, "passbook-close", member(4))
        page = treasurer.post(address, drawn(treasurer.get(address)) | {"act": "look"})
        assert "จ่ายและปิดสมุด" in words(page)
        assert closed_passbooks(village.group) == {}

    def test_of_a_member_who_died_the_one_named_is_paid(self, village):
        treasurer = browser("treasurer")
        answer = close(treasurer, village, cause="died", paid_to="member")
        assert answer.status_code == 422
        assert "จ่ายให้ผู้รับประโยชน์" in words(answer)
        answer = close(treasurer, village, cause="died", paid_to="beneficiary", receiver="น้องผู้รับลับ")
        assert "น้องผู้รับลับ" in words(treasurer.get(answer.url))

    def test_savings_that_do_not_cover_a_loan_close_nothing(self, village):
        treasurer = browser("treasurer")
        assert "ยังมีเงินกู้เลขที่" in words(close(treasurer, village, who=2, loan="keep"))
        answer = close(treasurer, village, who=2, loan="settle")
        assert answer.status_code == 422
        assert "เงินออมน้อยกว่าเงินกู้" in words(answer)
        assert balances(village.group)[member(2)] > 0

    def test_a_loan_is_settled_out_of_it_and_the_rest_is_handed_over(self, village):
        treasurer, today = browser("treasurer"), timezone.localdate()
        write(village.group, Deposit(on=today, member=member(2), satang=100_000))
        (number,) = [line.number for line in loans(village.group) if line.standing.is_running]
        paper = close(treasurer, village, who=2, loan="settle").url
        assert loan(village.group, number).state == "closed"
        found = closing(village.group, head(village.group).last_entry)
        assert found.handed_over == found.satang - found.kept_back
        assert f"{found.handed_over / 100:,.2f}" in words(treasurer.get(paper))

    def test_the_same_form_sent_twice_closes_once(self, village):
        treasurer = browser("treasurer")
        address = at(village, "passbook-close", member(4))
        looked = treasurer.post(address, drawn(treasurer.get(address)) | {"act": "look"})
        form = drawn(looked) | {"act": "post"}
        first, second = (treasurer.post(address, form) for _ in range(2))
        assert (first.url, second.status_code) == (second.url, 302)

    def test_a_closing_by_mistake_is_undone(self, village):
        treasurer, had = browser("treasurer"), balances(village.group)[member(4)]
        paper = close(treasurer, village).url
        assert browser("chair").post(paper, {"form_id": str(uuid7())}).status_code == 404
        assert treasurer.post(paper, {"form_id": str(uuid7())}).status_code == 302
        assert balances(village.group)[member(4)] == had
        assert treasurer.get(paper).status_code == 404

    def test_the_paper_is_the_treasurers_and_the_members_own(self, village):
        paper = close(browser("treasurer"), village, who=5).url
        assert browser("other-member").get(paper).status_code == 200
        for role in ("chair", "facilitator", "funder", "member", "neighbour"):
            assert browser(role).get(paper).status_code == 404


class TestTwoHands:
    def test_above_the_groups_limit_a_second_officer_is_asked_first(self, village):
        write(
            village.group,
            SetFundRule(on=timezone.localdate(), name="two_signatures_above", value="10", reason="มติ"),
        )
        treasurer = browser("treasurer")
        address = at(village, "passbook-close", member(4))
        page = treasurer.get(address)
        assert "ต้องมีกรรมการสองคน" in words(page)
        assert "จ่ายและปิดสมุด" not in words(page)
        treasurer.post(address, drawn(page) | {"act": "second"})
        (asked,) = [one for one in open_withdrawals(village.group, "waiting") if one.member == member(4)]
        chair = browser("chair")
        answer = at(village, "withdrawal", asked.entry)
        chair.post(answer, drawn(chair.get(answer)) | {"act": "yes"})
        done = close(treasurer, village)
        assert done.status_code == 302
        assert closing(village.group, head(village.group).last_entry).satang == asked.satang
