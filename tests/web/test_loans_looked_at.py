"""What the pages of a loan say: its true cost, the paper, who may see what is behind."""

import re
from datetime import date

import pytest
from django.urls import reverse

from kwan.fund import commands as fund
from kwan.fund.queries import loan, loans
from kwan.journal.commands import record
from kwan.thai.date_styles import buddhist_year
from tests.web.borrowing import NUMBER, ask, at, drawn, request_of, running, take, today, words
from tests.web.village import a_group, browser, envelope, member, name, seat


@pytest.fixture
def group(books):
    """Six members with their savings, and their treasurer."""
    book = a_group("กลุ่มที่ให้กู้")
    seat("treasurer", book, "treasurer")
    return book


@pytest.fixture
def treasurer(group):
    return browser("treasurer")


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
    told = ("นัดคุยกันได้", "PAR", "ถึงกำหนดแล้ว")
    for address in (reverse("loans", args=[group]), reverse("loan", args=[group, entry])):
        own = words(treasurer.get(address))
        assert any(word in own for word in told)
        assert [word for word in ("ค้าง", "ผิดนัด", "ล่าช้า", "เบี้ยว") if word in own] == []
    others = words(browser("helper").get(reverse("loans", args=[group])))
    assert "เงินที่ให้สมาชิกกู้" in others
    assert [word for word in (*told, "1/2564", "งวดหน้า") if word in others] == []
    assert browser("helper").get(reverse("loan", args=[group, entry])).status_code == 404


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
