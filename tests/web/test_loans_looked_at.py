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
    seat("chair", group, "chair")
    seat("helper", group, "facilitator")
    for other in ("chair", "helper"):
        page = words(browser(other).get(reverse("loans", args=[group])))
        assert ("PAR30" in page, "PAR90 เกิน 90 วัน 100%" in page) == (is_shown, is_shown)
        assert ("ยังไม่ถึงห้าคน ตัวเลขรวมจะบอกได้ว่าเป็นใคร" in page) != is_shown
        assert "มาจากไหน" not in page


def test_the_treasurer_sees_how_the_portfolio_at_risk_came_about(treasurer, group):
    lent_since(group, 2, date(2021, 8, 1))
    running(treasurer, group, method="declining")
    page = words(treasurer.get(reverse("loans", args=[group])))
    late = (today() - date(2021, 9, 1)).days
    assert "PAR90 เกิน 90 วัน 14.29%" in page
    assert f"{name(1)} · 1/2564 ครบกำหนดมา {late:,} วัน งวด 1 ก.ย. 64 10.00 งวด 1 ต.ค. 64 10.00" in page
    assert "PAR90 2 สัญญา เงินต้นรวม 200.00 หารด้วยเงินที่ให้กู้ทั้งหมด 1,400.00" in page


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
    assert [
        word for word in (told[0], told[2], "1/2564", "งวดหน้า", *map(name, range(1, 6))) if word in others
    ] == []
    assert "100.00" not in others  # no loan's own balance
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


STEPS = ("repaid", "rescheduled", "written_off")


def steps_of_somebody_behind(group):
    """A loan that was repaid once, eased and given up: its entries, in this order; and a fine."""
    lent_since(group, 1, date(2021, 8, 1))
    said = {"on": date(2021, 9, 20), "number": "1/2564", "member": member(1)}
    record(group, envelope(fund.RepayLoan(purse="savings", principal=1_000, **said)))
    anew = fund.schedule_of_rest(group, "1/2564", date(2021, 9, 20), 3)
    record(group, envelope(fund.RescheduleLoan(meeting=date(2021, 9, 20), rows=anew, **said)))
    record(group, envelope(fund.WriteOffLoan(meeting=date(2021, 9, 20), satang=9_000, **said)))
    fined = record(
        group, envelope(fund.PayFine(on=date(2021, 9, 20), member=member(1), satang=300, cause="ลืม"))
    )
    history = loan(group, "1/2564").history
    return [next(line.entry for line in history if line.step == step) for step in STEPS] + [fined]


@pytest.mark.parametrize("role", ["chair", "secretary", "facilitator"])
def test_an_entry_of_a_loan_tells_other_officers_only_that_it_exists(treasurer, group, role):
    entries = steps_of_somebody_behind(group)
    seat("other", group, role)
    telling = ("ส่งคืนเงินกู้", "ตกลงงวดส่งคืนใหม่", "ยกหนี้ให้", "รับค่าปรับ", "1/2564", name(1), "90.00", "10.00")
    list_ = words(browser("other").get(reverse("entries", args=[group])))
    assert "รายการเงินกู้หรือค่าปรับ" in list_
    assert [word for word in telling[:5] if word in list_] == []
    for entry in entries:
        page = words(browser("other").get(reverse("entry", args=[group, entry])))
        assert [word for word in telling if word in page] == []
        assert "เป็นเรื่องของเหรัญญิกกับสมาชิกคนนั้น" in page
        assert "1/2564" in words(treasurer.get(reverse("entry", args=[group, entry]))) or entry == entries[-1]


def test_borrowers_read_the_entries_of_their_own_loan_and_no_other_member_does(group):
    entries = steps_of_somebody_behind(group)
    seat("borrower", group, "member", member(1))
    seat("other-member", group, "member", member(2))
    for entry in entries:
        address = reverse("entry", args=[group, entry])
        assert browser("borrower").get(address).status_code == 200
        assert browser("other-member").get(address).status_code == 404
    assert "1/2564" in words(browser("borrower").get(reverse("entry", args=[group, entries[0]])))


def test_borrowers_see_what_comes_next_on_their_own_page_and_read_their_paper(treasurer, group):
    running(treasurer, group)
    entry = loan(group, NUMBER).entry
    seat("borrower", group, "member", member(2))
    seat("other-member", group, "member", member(4))
    own = browser("borrower")
    assert f"เงินต้นเหลือ 1,200.00 บาท เลขที่ {NUMBER} · กำลังผ่อน · งวดหน้า 112.00 บาท" in words(
        own.get(reverse("mine", args=[group]))
    )
    page = own.get(at(group))
    assert "งวดหน้า" in words(page)
    assert "สัญญาบนกระดาษ" in words(page)
    assert [one for one in ("/repay/", "loans/mend/", "/write-off/") if one in page.content.decode()] == []
    for name_, rest in (("loan", [entry]), ("loan-paper", [entry])):
        assert own.get(reverse(name_, args=[group, *rest])).status_code == 200
        assert browser("other-member").get(reverse(name_, args=[group, *rest])).status_code == 404
    assert own.get(reverse("loans", args=[group])).status_code == 404
    assert own.get(at(group, "repay")).status_code == 404
    assert own.get(reverse("loan-mend", args=[group, entry])).status_code == 404
