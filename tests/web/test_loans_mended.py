"""What the treasurer mends of a loan on the phone: each entry in its own place, or struck, never what others rest on."""

from datetime import date

import pytest
from django.urls import reverse

from kwan.catalogue import COMMANDS
from kwan.fund import commands as fund
from kwan.fund.queries import loan, loans
from kwan.journal.audit import check
from kwan.journal.commands import record
from kwan.journal.queries import balance, head
from kwan.thai.date_styles import buddhist_year
from tests.web.borrowing import NUMBER, ask, at, drawn, request_of, running, take, today, words
from tests.web.village import a_group, browser, envelope, member, seat


@pytest.fixture
def group(books):
    """Six members with their savings, and their treasurer."""
    book = a_group("กลุ่มที่ให้กู้")
    seat("treasurer", book, "treasurer")
    return book


@pytest.fixture
def treasurer(group):
    return browser("treasurer")


def entry_of(group, step):
    """The newest entry of this step."""
    return next(line.entry for line in loan(group, NUMBER).history[::-1] if line.step == step)


def page_of(group, entry):
    return reverse("loan-mend", args=[group, entry])


def mend(treasurer, group, entry, **typed):
    """Open the page of an entry, change some of it, look where that is asked, and write."""
    address = page_of(group, entry)
    sent = drawn(treasurer.get(address)) | {"act": "post"} | typed
    answer = treasurer.post(address, sent)
    if answer.status_code == 200:
        answer = treasurer.post(address, drawn(answer) | {"act": "post"})
    return answer


def strike(treasurer, group, entry):
    address = page_of(group, entry)
    return treasurer.post(address, drawn(treasurer.get(address)) | {"act": "strike"})


def test_every_entry_of_a_loan_is_one_tap_from_being_mended(treasurer, group):
    running(treasurer, group)
    take(treasurer, group, "repay")
    page = treasurer.get(at(group)).content.decode()
    found = loan(group, NUMBER)
    for entry in (found.entry, *(line.entry for line in found.history)):
        assert f'href="{page_of(group, entry)}"' in page
        assert treasurer.get(page_of(group, entry)).status_code == 200


def test_a_repayment_of_the_wrong_sum_is_mended_and_shows_how_the_right_one_is_split(treasurer, group):
    running(treasurer, group)
    take(treasurer, group, "repay")
    wrong = entry_of(group, "repaid")
    page = treasurer.get(page_of(group, wrong))
    assert (drawn(page)["sum"], drawn(page)["purse"]) == ("112", "savings")
    answer = mend(treasurer, group, wrong, sum="200", fine="8")
    assert answer.headers["Location"] == at(group)
    after = loan(group, NUMBER).standing
    assert (after.left, after.interest, after.fines, len(loan(group, NUMBER).history)) == (
        102_000,
        1_200,
        800,
        3,
    )
    assert list(check(COMMANDS)) == []


def test_a_mending_sent_twice_is_written_once(treasurer, group):
    running(treasurer, group)
    take(treasurer, group, "repay")
    address = page_of(group, entry_of(group, "repaid"))
    shown = treasurer.post(address, drawn(treasurer.get(address)) | {"act": "look", "sum": "200"})
    sent = drawn(shown) | {"act": "post"}
    last = head(group).last_entry
    answers = [treasurer.post(address, sent).headers["Location"] for _ in range(2)]
    assert (answers, head(group).last_entry) == ([at(group)] * 2, last + 1)


def test_the_wrong_purse_of_a_payout_is_mended_and_its_instalments_stay(treasurer, group):
    running(treasurer, group)
    before = balance(group, "purse:savings")
    rows = loan(group, NUMBER).schedule
    mend(treasurer, group, entry_of(group, "paid_out"), purse="fund")
    assert balance(group, "purse:savings") == before + 120_000
    assert (loan(group, NUMBER).schedule, loan(group, NUMBER).balance) == (rows, 120_000)
    assert list(check(COMMANDS)) == []


def test_the_terms_of_a_request_are_mended_until_the_loan_is_as_the_paper_says(treasurer, group):
    ask(treasurer, group, guarantor2=member(4))
    first = loan(group, NUMBER).entry
    page = drawn(treasurer.get(page_of(group, first)))
    assert (page["principal"], page["guarantor2"], page["purpose"], page["periods"]) == (
        "1200",
        member(4),
        "ซื้อแห",
        "12",
    )
    answer = mend(treasurer, group, first, principal="900", periods="", meetings="5 ม.ค. 80, 2 ก.พ. 80")
    found = loan(group, NUMBER)
    assert answer.headers["Location"] == at(group)
    assert (found.agreed.principal, found.agreed.meetings, found.purpose) == (
        90_000, (date(2037, 1, 5), date(2037, 2, 2)), "ซื้อแห",
    )  # fmt: skip
    assert treasurer.get(reverse("loan", args=[group, first])).status_code == 200
    again = drawn(treasurer.get(page_of(group, found.entry)))
    assert (again["meetings"], again["periods"]) == ("5 มกราคม 2580, 2 กุมภาพันธ์ 2580", "")


def test_what_was_mended_leads_back_to_the_loan(treasurer, group):
    running(treasurer, group)
    take(treasurer, group, "repay")
    wrong = entry_of(group, "repaid")
    strike(treasurer, group, wrong)
    assert (loan(group, NUMBER).balance, [line.step for line in loan(group, NUMBER).history]) == (
        120_000, ["approved", "paid_out"],
    )  # fmt: skip
    assert treasurer.get(page_of(group, wrong)).headers["Location"] == at(group)
    assert list(check(COMMANDS)) == []


def test_what_later_entries_rest_on_is_refused_in_plain_words(treasurer, group):
    running(treasurer, group)
    take(treasurer, group, "repay")
    last = head(group).last_entry
    answer = strike(treasurer, group, entry_of(group, "paid_out"))
    assert (answer.status_code, head(group).last_entry) == (422, last)
    assert "รายการ “รับคืน” ที่ลงไว้ทีหลังคิดจากรายการนี้ แก้หรือยกเลิกรายการนั้นก่อน ยังไม่ได้ลงอะไร" in words(answer)
    asked = strike(treasurer, group, loan(group, NUMBER).entry)
    assert "ยกเลิกรายการหลังก่อน" in words(asked)
    other = mend(treasurer, group, loan(group, NUMBER).entry, member=member(4))
    assert "เปลี่ยนเลขที่หรือผู้กู้ไม่ได้" in words(other)


def test_a_request_that_never_was_is_struck_and_the_list_is_empty_again(treasurer, group):
    ask(treasurer, group)
    answer = strike(treasurer, group, loan(group, NUMBER).entry)
    assert (answer.headers["Location"], loans(group)) == (reverse("loans", args=[group]), [])


def test_only_entries_of_loans_are_mended_here(treasurer, group):
    assert treasurer.get(page_of(group, 2)).status_code == 404
    assert treasurer.get(page_of(group, 9_999)).status_code == 404


# -- more boxes of a request ---------------------------------------------------------------------------


def test_all_that_can_be_agreed_is_asked_under_more(treasurer, group):
    typed = {
        "periods": "4", "every": "15day", "first_due": "1 ก.พ. 2580", "grace_principal": "1", "grace_interest": "2",
        "round_instalment": "1000", "basis": "30/360", "method": "declining",
    }  # fmt: skip
    look = treasurer.post(
        reverse("loan-ask", args=[group]), request_of(treasurer, group, act="look", **typed)
    )
    assert ("1 ก.พ. 80" in words(look), loans(group)) == (True, [])
    ask(treasurer, group, **typed)
    agreed = loan(group, NUMBER).agreed
    assert (agreed.every, agreed.first_due, agreed.grace_principal, agreed.grace_interest) == (
        "15day", date(2037, 2, 1), 1, 2,
    )  # fmt: skip
    assert (agreed.round_instalment, agreed.basis, agreed.periods) == (1_000, "30/360", 4)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"meetings": "5 ม.ค. 80, เร็ว ๆ นี้"}, "เร็ว ๆ นี้"),
        ({"meetings": "2 ก.พ. 80, 5 ม.ค. 80", "periods": ""}, "วันประชุมต้องเรียงจากก่อนไปหลัง"),
        ({"meetings": "5 ม.ค. 80"}, "บอกไว้ 12 งวด แต่มีวันประชุม 1 วัน"),
        ({"first_due": "1 ม.ค. 2560"}, "งวดแรกต้องหลังวันที่ขอ"),
        ({"grace_principal": "12"}, "งวดปลอดเงินต้นหรือดอกเบี้ยต้องน้อยกว่า 12 งวด"),
        ({"basis": "โหร"}, "เลือกหนึ่งอย่าง"),
        ({"round_instalment": "7"}, "เลือกหนึ่งอย่าง"),
        ({"periods": ""}, "ช่องนี้ยังว่าง ใส่ก่อน"),
        ({"meetings": ", ".join(["5 ม.ค. 80"] * 121)}, "ใส่ได้ไม่เกิน 120 วัน"),
    ],
)
def test_more_boxes_typed_wrongly_say_so_and_stay_as_typed(treasurer, group, typed, said):
    answer = ask(treasurer, group, **typed)
    assert (answer.status_code, loans(group)) == (422, [])
    assert said in words(answer)
    assert '<details class="more" open>' in answer.content.decode() or "periods" in typed


def test_the_groups_own_rounding_is_suggested(treasurer, group):
    rule = fund.SetFundRule(on=date(2022, 1, 1), name="loan_round_instalment", value="10", reason="มติกลุ่ม")
    record(group, envelope(rule, source="live"))
    assert drawn(treasurer.get(reverse("loan-ask", args=[group])))["round_instalment"] == "1000"
    odd = fund.SetFundRule(on=date(2022, 2, 1), name="loan_round_instalment", value="20", reason="มติกลุ่ม")
    record(group, envelope(odd, source="live"))
    assert ask(treasurer, group).status_code == 302
    assert loan(group, NUMBER).agreed.round_instalment == 2_000


def test_the_suggested_number_follows_the_year_of_the_request(treasurer, group):
    page = drawn(treasurer.get(reverse("loan-ask", args=[group])))
    old, now = buddhist_year(today()) - 2, buddhist_year(today())
    assert page["number"] == f"1/{now}"
    ask(treasurer, group, number=f"4/{old}", on=f"1 ก.พ. {old}")
    sent = request_of(treasurer, group, number=f"1/{now}", on=f"5 มี.ค. {old}", act="post")
    shown = treasurer.post(reverse("loan-ask", args=[group]), sent)
    assert (shown.status_code, len(loans(group)), drawn(shown)["number"]) == (200, 1, f"5/{old}")
    assert "เลขที่เปลี่ยนตามปีของวันที่ขอ" in words(shown)
    treasurer.post(reverse("loan-ask", args=[group]), drawn(shown) | {"act": "post"})
    assert [line.number for line in loans(group)] == [f"4/{old}", f"5/{old}"]


def test_a_number_of_the_groups_own_stays_whatever_the_day(treasurer, group):
    old = buddhist_year(today()) - 2
    ask(treasurer, group, number="ก-7", on=f"5 มี.ค. {old}")
    assert [line.number for line in loans(group)] == ["ก-7"]
