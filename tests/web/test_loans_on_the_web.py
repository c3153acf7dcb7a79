"""Loans from the first request to the paper that is signed, as the treasurer writes them on a phone."""

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from kwan.catalogue import COMMANDS
from kwan.fund import commands as fund
from kwan.fund.queries import loan, loans, money
from kwan.fund.rules.calendar import Every
from kwan.ids import uuid7
from kwan.journal.audit import check
from kwan.journal.commands import record
from kwan.journal.queries import head
from kwan.thai.date_styles import buddhist_year
from tests.web.village import a_group, browser, envelope, member, name, seat

NUMBER = "7/2565"
TAG = re.compile(r"<[^>]+>")


@pytest.fixture
def group(books):
    """Six members with their savings, and their treasurer."""
    book = a_group("กลุ่มที่ให้กู้")
    seat("treasurer", book, "treasurer")
    return book


@pytest.fixture
def treasurer(group):
    return browser("treasurer")


def today():
    return timezone.localdate()


def words(answer):
    """What a person reads: no markup, no double space."""
    return " ".join(unescape(TAG.sub(" ", answer.content.decode())).split())


def drawn(answer):
    """The boxes of a form as they were drawn, by name, as a browser would send them back."""
    page = answer.content.decode()
    form = page[page.index("form_id") :]
    values = dict(re.findall(r'name="([\w]+)"[^>]*?value="([^"]*)"', 'name="' + form))
    for select, options in re.findall(r'<select[^>]*name="(\w+)"[^>]*>(.*?)</select>', form):
        chosen = re.search(r'value="([^"]*)" selected', options) or re.search(r'value="([^"]*)"', options)
        values[select] = chosen[1]
    return {key: unescape(value) for key, value in values.items()} | {
        "form_id": form.split('value="')[1][:36]
    }


def at(group, step="", number=NUMBER):
    entry = loan(group, number).entry
    return reverse("loan-step", args=[group, entry, step]) if step else reverse("loan", args=[group, entry])


def request_of(treasurer, group, **other):
    said = {
        "member": member(2), "number": NUMBER, "principal": "1,200", "rate": "12", "method": "flat", "periods": "12",
        "every": "1month", "guarantor1": member(3), "purpose": "ซื้อแห",
    }  # fmt: skip
    return drawn(treasurer.get(reverse("loan-ask", args=[group]))) | said | other


def ask(treasurer, group, **other):
    return treasurer.post(reverse("loan-ask", args=[group]), request_of(treasurer, group, **other))


def take(treasurer, group, step, **other):
    """Open a form as it is suggested, change some of it, and press its button."""
    address = at(group, step)
    return treasurer.post(address, drawn(treasurer.get(address)) | {"act": "post"} | other)


def running(treasurer, group, **terms):
    ask(treasurer, group, **terms)
    take(treasurer, group, "agree")
    take(treasurer, group, "pay-out")


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
    assert "เกินยอดที่เหลือ ทั้งหมดเหลือ 1,344 บาท" in words(answer)
    assert drawn(answer)["sum"] == "5,000"


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


def test_a_flat_rate_stands_beside_what_it_truly_costs(treasurer, group):
    """10,000 at 12 % flat for 12 months is 21.46 % a year, as every textbook's rate of return has it."""
    look = treasurer.post(
        reverse("loan-ask", args=[group]), request_of(treasurer, group, principal="10000", act="look")
    )
    assert "ต้นทุนจริงของผู้กู้ ร้อยละ 21.46 ต่อปี" in words(look)
    assert loans(group) == []
    running(treasurer, group)
    page = words(treasurer.get(at(group)))
    assert "ร้อยละ 12 ต่อปี" in page
    assert "ร้อยละ 21.46 ต่อปี" in page


def test_the_paper_says_the_sum_in_words_and_that_a_group_is_no_bank(treasurer, group):
    running(treasurer, group)
    paper = words(treasurer.get(reverse("loan-paper", args=[group, loan(group, NUMBER).entry])))
    assert f"{name(2)} (รหัสสมาชิก {member(2)}) กู้เงินจากกลุ่ม 1,200.00" in paper
    assert "(หนึ่งพันสองร้อยบาทถ้วน)" in paper
    assert "กลุ่มไม่ใช่ธนาคาร" in paper
    assert f"ผู้ค้ำ ({name(3)})" in paper
    assert [word for word in ("สินเชื่อ", "เงินฝาก", "ซื้อแห") if word in paper] == []


def test_agreed_anew_the_paper_still_names_the_sum_that_was_lent(treasurer, group):
    running(treasurer, group)
    take(treasurer, group, "repay")
    shown = take(treasurer, group, "anew", periods="6", rate="0")
    treasurer.post(at(group, "anew"), drawn(shown) | {"act": "post"})
    paper = words(treasurer.get(reverse("loan-paper", args=[group, loan(group, NUMBER).entry])))
    assert "กู้เงินจากกลุ่ม 1,200.00 บาท (หนึ่งพันสองร้อยบาทถ้วน)" in paper
    assert "งวดใหม่สำหรับเงินต้นที่เหลือ 1,100.00 บาท ผู้กู้ส่งคืน 6 งวด" in paper


def test_where_the_loan_stands_decides_what_is_offered_first(treasurer, group):
    first = re.compile(r'class="do wide" href="[^"]*/([\w-]+)/"')
    ask(treasurer, group)
    offered = []
    for step in ("agree", "pay-out", "repay"):
        offered += first.findall(treasurer.get(at(group)).content.decode())
        take(treasurer, group, step)
    assert offered == ["agree", "pay-out", "repay"]


def lent_since(group, people, first_day):
    """Loans of ten months and a hundred baht each, by entries brought in, paid out on that day."""
    for place in range(1, people + 1):
        number, who = f"{place}/2564", member(place)
        terms = {"principal": 10_000, "rate": 0, "periods": 10}
        said = {"on": first_day, "number": number, "member": who}
        record(group, envelope(fund.RequestLoan(**said, **terms)))
        record(group, envelope(fund.ApproveLoan(**said, meeting=first_day)))
        record(group, envelope(fund.paying_out(group, number, first_day)))


@pytest.mark.parametrize(("people", "is_shown"), [(4, False), (5, True)])
def test_the_portfolio_at_risk_needs_five_members_behind_it(treasurer, group, people, is_shown):
    lent_since(group, people, date(2021, 8, 1))
    page = words(treasurer.get(reverse("loans", args=[group])))
    assert ("PAR30" in page, "PAR90 เกิน 90 วัน 100%" in page) == (is_shown, is_shown)


def test_who_is_behind_is_between_the_treasurer_and_the_borrower(treasurer, group):
    lent_since(group, 5, date(2021, 8, 1))
    seat("helper", group, "facilitator")
    entry = loan(group, "1/2564").entry
    for address in (reverse("loans", args=[group]), reverse("loan", args=[group, entry])):
        own, others = words(treasurer.get(address)), words(browser("helper").get(address))
        told = ("นัดคุยกันได้", "PAR", "ถึงกำหนดแล้ว")
        assert any(word in own for word in told)
        assert [word for word in told if word in others] == []
        assert [word for word in ("ค้าง", "ผิดนัด", "ล่าช้า", "เบี้ยว") if word in own] == []


def test_the_sum_lent_is_one_tap_from_its_loans(treasurer, group):
    running(treasurer, group)
    for page in ("group", "fund"):
        assert (
            f'href="{reverse("loans", args=[group])}">1,200.00'
            in treasurer.get(reverse(page, args=[group])).content.decode()
        )
    assert treasurer.get(reverse("purse", args=[group, "loans"])).headers["Location"] == reverse(
        "loans", args=[group]
    )


def test_the_next_number_follows_the_years_last(treasurer, group):
    year = buddhist_year(today())
    ask(treasurer, group, number=f"9/{year}")
    assert drawn(treasurer.get(reverse("loan-ask", args=[group])))["number"] == f"10/{year}"
