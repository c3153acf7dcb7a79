"""Loans from the first request to the last of the money, as the treasurer writes them on a phone."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from kwan.catalogue import COMMANDS
from kwan.fund import commands as fund
from kwan.fund.queries import loan, loans, money
from kwan.fund.rules.calendar import Every
from kwan.ids import uuid7
from kwan.journal.audit import check
from kwan.journal.commands import record
from kwan.journal.queries import head
from kwan.quantities import format_baht
from kwan.web.forms.boxes import written
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


def test_from_the_request_to_the_first_repayment_every_satang_is_where_it_belongs(treasurer, group):
    before = money(group).kept
    assert ask(treasurer, group).headers["Location"] == at(group)
    asked = loan(group, NUMBER)
    assert (asked.member, asked.agreed.principal, asked.agreed.rate, asked.agreed.method, asked.agreed.periods) == (
        member(2), 120_000, 1_200, "flat", 12,
    )  # fmt: skip
    assert (asked.guarantors, asked.purpose, asked.state, asked.requested_on) == (
        (member(3),),
        "ซื้อแห",
        "requested",
        today(),
    )
    take(treasurer, group, "agree", minutes="ข้อ 4", note="มีผู้ค้ำ")
    assert loan(group, NUMBER).state == "approved"
    assert [(line.step, line.minutes, line.note) for line in loan(group, NUMBER).history] == [
        ("approved", "ข้อ 4", "มีผู้ค้ำ")
    ]
    take(treasurer, group, "pay-out")
    paid = loan(group, NUMBER)
    month = Every.read("1month")
    assert [(row.due, row.principal, row.interest) for row in paid.schedule] == [
        (month.after(today(), number), 10_000, 1_200) for number in range(1, 13)
    ]
    take(treasurer, group, "repay")
    after = loan(group, NUMBER)
    assert (after.balance, after.standing.interest, after.schedule[0].is_paid) == (110_000, 1_200, True)
    assert money(group).kept == before + 1_200
    assert list(check(COMMANDS)) == []


def test_a_form_sent_twice_is_written_once(treasurer, group):
    asked = request_of(treasurer, group)
    first, second = (treasurer.post(reverse("loan-ask", args=[group]), asked) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    for step in ("agree", "pay-out", "repay", "write-off"):
        address = at(group, step)
        sent = drawn(treasurer.get(address)) | {"act": "post"}
        last = head(group).last_entry
        answers = [treasurer.post(address, sent).status_code for _ in range(2)]
        assert (answers, head(group).last_entry) == ([302, 302], last + 1)


@pytest.mark.parametrize("step", ["agree", "pay-out", "repay"])
def test_the_same_form_with_other_contents_is_not_written(treasurer, group, step):
    ask(treasurer, group)
    for before in ("agree", "pay-out", "repay"):
        if before == step:
            break
        take(treasurer, group, before)
    address = at(group, step)
    sent = drawn(treasurer.get(address)) | {"act": "post"}
    treasurer.post(address, sent)
    last = head(group).last_entry
    other = sent | {"minutes": "ข้อ 9", "purse": "fund", "receipt": "9"}
    answer = treasurer.post(address, other)
    assert (answer.status_code, head(group).last_entry) == (409, last)
    assert "เคยส่งมาแล้วด้วยเนื้อหาอื่น ของเดิมยังอยู่ครบ" in words(answer)
    assert drawn(answer)["form_id"] != sent["form_id"]


def test_above_fifteen_per_cent_the_law_must_be_named(treasurer, group):
    answer = ask(treasurer, group, rate="18")
    assert (answer.status_code, loans(group)) == (422, [])
    assert "ดอกเบี้ยเกินร้อยละ 15 ต่อปี ต้องบอกข้อกฎหมายที่ให้เก็บได้" in words(answer)
    typed = drawn(answer)
    assert (typed["principal"], typed["rate"], typed["member"], typed["guarantor1"]) == (
        "1,200",
        "18",
        member(2),
        member(3),
    )
    again = treasurer.post(
        reverse("loan-ask", args=[group]), typed | {"legal_basis": "พ.ร.บ. สถาบันการเงินประชาชน"}
    )
    assert again.status_code == 302
    assert loan(group, NUMBER).legal_basis == "พ.ร.บ. สถาบันการเงินประชาชน"


def test_the_groups_own_ceiling_is_said_before_and_after(treasurer, group):
    rule = fund.SetFundRule(on=date(2022, 1, 1), name="loan_savings_multiple", value="1", reason="มติกลุ่ม")
    record(group, envelope(rule, source="live"))
    assert "ตามระเบียบกลุ่ม ไม่เกิน 1 เท่าของเงินออม" in words(treasurer.get(reverse("loan-ask", args=[group])))
    answer = ask(treasurer, group)
    assert answer.status_code == 422
    assert "สมาชิกคนนี้กู้ได้ไม่เกิน 904.50 บาท (1 เท่าของเงินออม)" in words(answer)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"principal": ""}, "ช่องนี้ยังว่าง ใส่ก่อน"),
        ({"principal": "พันหนึ่ง"}, "พันหนึ่ง"),
        ({"periods": "0"}, "ต้องมากกว่าศูนย์"),
        ({"on": "31 ก.พ. 65"}, "เดือนกุมภาพันธ์ 2565 ไม่มีวันที่ 31"),
        ({"on": "1 ม.ค. 2699"}, "วันนี้ยังมาไม่ถึง"),
        ({"method": "แล้วแต่"}, "เลือกหนึ่งอย่าง"),
        ({"member": "ก99"}, "ก99"),
        ({"guarantor1": member(2)}, "ผู้ค้ำต้องเป็นสมาชิกคนอื่น"),
    ],
)
def test_what_cannot_be_read_is_handed_back_as_it_was_typed(treasurer, group, typed, said):
    answer = ask(treasurer, group, **typed)
    assert (answer.status_code, loans(group)) == (422, [])
    assert said in words(answer)
    assert drawn(answer)["number"] == NUMBER


def test_a_repayment_suggests_what_is_due_and_shows_its_split_before_it_is_written(treasurer, group):
    running(treasurer, group)
    page = treasurer.get(at(group, "repay"))
    suggested = drawn(page)
    assert (suggested["sum"], suggested["seen"]) == ("112", "0-1200-10000")
    assert "เงินก้อนนี้แบ่งเป็น ดอกเบี้ย 12.00 เงินต้น 100.00 รวม 112.00" in words(page)
    last = head(group).last_entry
    more = treasurer.post(at(group, "repay"), suggested | {"sum": "500", "fine": "5", "act": "post"})
    assert (more.status_code, head(group).last_entry) == (200, last)
    assert "ค่าปรับ 5.00 ดอกเบี้ย 12.00 เงินต้น 483.00 รวม 500.00" in words(more)
    treasurer.post(at(group, "repay"), drawn(more) | {"act": "post"})
    after = loan(group, NUMBER)
    assert (after.balance, after.standing.interest, after.standing.fines) == (71_700, 1_200, 500)


def test_more_than_everything_left_is_refused_with_the_exact_sum(treasurer, group):
    running(treasurer, group)
    answer = take(treasurer, group, "repay", sum="5,000")
    assert answer.status_code == 422
    assert "ทั้งหมดเหลือ 1,344 บาท รับเท่านี้ แล้วคืนส่วนเกิน 3,656 บาท" in words(answer)
    assert drawn(answer)["sum"] == "5,000"
    assert loan(group, NUMBER).balance == 120_000
    take_and_write(treasurer, group, sum="1,344")
    assert (loan(group, NUMBER).state, loan(group, NUMBER).balance, list(check(COMMANDS))) == (
        "closed",
        0,
        [],
    )


def take_and_write(treasurer, group, **typed):
    """Type another sum than the suggested one, look at its split, and write it."""
    shown = take(treasurer, group, "repay", **typed)
    return treasurer.post(at(group, "repay"), drawn(shown) | {"act": "post"})


def test_part_of_an_instalment_is_taken_and_the_rest_of_it_waits(treasurer, group):
    running(treasurer, group)
    take_and_write(treasurer, group, sum="50")
    first = loan(group, NUMBER).schedule[0]
    assert (first.principal_paid, first.interest_paid, first.is_paid) == (3_800, 1_200, False)
    assert drawn(treasurer.get(at(group, "repay")))["sum"] == "62"
    take(treasurer, group, "repay")
    assert (loan(group, NUMBER).schedule[0].is_paid, loan(group, NUMBER).balance) == (True, 110_000)


def test_a_late_repayment_takes_what_is_due_and_a_fine_that_the_group_asks(treasurer, group):
    begun = today() - timedelta(days=75)
    ask(treasurer, group, on=written(begun))
    take(treasurer, group, "agree", on=written(begun))
    shown = take(treasurer, group, "pay-out", on=written(begun))
    treasurer.post(at(group, "pay-out"), drawn(shown) | {"act": "post"})
    page = treasurer.get(at(group, "repay"))
    assert drawn(page)["sum"] == "224"
    take_and_write(treasurer, group, sum="234", fine="10")
    after = loan(group, NUMBER)
    assert (after.standing.fines, after.standing.interest, after.balance) == (1_000, 2_400, 100_000)
    assert (after.days_late(today()), list(check(COMMANDS))) == (0, [])


def test_a_loan_is_paid_off_early_with_the_interest_of_the_running_instalment(treasurer, group):
    running(treasurer, group, method="equal-principal", rate="12")
    take(treasurer, group, "repay")
    left = loan(group, NUMBER).settled_by(today())
    page = words(treasurer.get(at(group)))
    assert f"จ่ายทั้งหมด {format_baht(left.total, 2)}" in page
    take_and_write(treasurer, group, sum=format_baht(left.total))
    after = loan(group, NUMBER)
    assert (after.state, after.balance) == ("closed", 0)
    assert after.standing.paid_out == after.standing.principal + after.standing.written_off
    assert after.standing.interest < sum(row.interest for row in after.schedule)


def test_a_purse_that_does_not_hold_so_much_pays_nothing_out(treasurer, group):
    ask(treasurer, group, principal="9000")
    take(treasurer, group, "agree")
    answer = take(treasurer, group, "pay-out")
    assert answer.status_code == 422
    assert "เงินในกระเป๋านี้ไม่พอจ่าย" in words(answer)
    assert loan(group, NUMBER).state == "approved"


def test_what_is_left_is_agreed_anew_given_up_and_comes_back(treasurer, group):
    running(treasurer, group)
    shown = take(treasurer, group, "anew", periods="6", rate="0")
    assert shown.status_code == 200
    treasurer.post(at(group, "anew"), drawn(shown) | {"act": "post"})
    eased = loan(group, NUMBER)
    assert (eased.state, [(row.principal, row.interest) for row in eased.schedule]) == (
        "rescheduled",
        [(20_000, 0)] * 6,
    )
    take(treasurer, group, "write-off", note="ย้ายบ้าน")
    assert (loan(group, NUMBER).state, loan(group, NUMBER).balance) == ("written_off", 0)
    take(treasurer, group, "recover", sum="300")
    assert loan(group, NUMBER).standing.recovered == 30_000
    assert [line.step for line in loan(group, NUMBER).history] == [
        "approved", "paid_out", "rescheduled", "written_off", "recovered",
    ]  # fmt: skip


@pytest.mark.parametrize(("step", "state"), [("not-agree", "rejected"), ("take-back", "withdrawn")])
def test_a_request_ends_without_any_money(treasurer, group, step, state):
    ask(treasurer, group)
    kept = money(group).kept
    take(treasurer, group, step)
    assert (loan(group, NUMBER).state, money(group).kept) == (state, kept)


def test_a_step_out_of_its_time_says_where_the_loan_stands(treasurer, group):
    ask(treasurer, group)
    early = treasurer.get(at(group, "repay"))
    assert (early.status_code, "ยื่นขอแล้ว รอที่ประชุม" in words(early)) == (200, True)
    sent = {"form_id": str(uuid7()), "on": "", "minutes": "", "sum": "10", "purse": "savings", "act": "post"}
    answer = treasurer.post(at(group, "recover"), sent)
    assert answer.status_code == 422
    assert f"เงินกู้เลขที่ {NUMBER} ยื่นขอแล้ว รอที่ประชุม จึงลงรายการนี้ไม่ได้" in words(answer)
    assert (
        treasurer.get(reverse("loan-step", args=[group, loan(group, NUMBER).entry, "dance"])).status_code
        == 404
    )
