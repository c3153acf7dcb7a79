"""A member writes their own household book on a phone: a tap, a sum, a debt with the price that its paper has."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest

from kwan.catalogue import COMMANDS
from kwan.fund.rules.household import SORTS
from kwan.fund.rules.outside_debts import Price
from kwan.ids import uuid7
from kwan.journal.audit import check
from kwan.journal.rules import day_number
from tests.web.borrowing import words
from tests.web.households import (
    OWN,
    a_group_with_phones,
    at,
    keep_books,
    kept,
    noted,
    own,
    send,
    this_month,
    today,
    write_own,
)
from tests.web.village import browser


@pytest.fixture
def group(books):
    """Six members; the treasurer and ก02 with a phone; the facilitator of their project and its funder."""
    return a_group_with_phones()


# ---------------------------------------------------------------------- income and expense


def test_a_kind_and_a_sum_are_a_line(phone, group):
    answer = send(phone, at(group), sort="31", sum="120.50", when="today", words="ปลาทู")
    assert answer.headers["Location"] == f"{at(group)}?month={this_month()}"
    (line,) = own(group).lines
    assert (line.day, line.sort, line.satang, line.words) == (day_number(today()), SORTS[31], 12_050, "ปลาทู")
    page = words(phone.get(at(group)))
    assert "ข้าวปลาอาหาร" in page
    assert "ปลาทู" in page
    assert list(check(COMMANDS)) == []


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ({"when": "yesterday"}, lambda: day_number(today() - timedelta(days=1))),
        ({"when": "month"}, lambda: this_month() * 100),
        ({"when": "other", "day": "5 มี.ค. 65"}, lambda: 20220305),
        ({}, lambda: day_number(today())),
    ],
)
def test_it_may_be_of_another_day_or_of_the_whole_month(phone, group, when, day):
    send(phone, at(group), sort="1", sum="500", **when)
    assert [line.day for line in own(group).lines] == [day()]


def test_the_same_form_sent_twice_is_one_line(phone, group):
    form = str(uuid7())
    for _ in range(2):
        phone.post(at(group), {"form_id": form, "sort": "1", "sum": "500", "when": "today"})
    assert len(own(group).lines) == 1


def test_the_same_form_with_another_sum_is_told_so_and_changes_nothing(phone, group):
    form = str(uuid7())
    answers = [
        phone.post(at(group), {"form_id": form, "sort": "1", "sum": sum_, "when": "today"})
        for sum_ in ("500", "600")
    ]
    assert [answer.status_code for answer in answers] == [302, 409]
    assert 'value="600"' in answers[1].content.decode()
    assert [line.satang for line in own(group).lines] == [50_000]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"sum": "500"}, "เลือกก่อนว่าเป็นเรื่องอะไร"),
        ({"sort": "31"}, "ช่องนี้ยังว่าง"),
        ({"sort": "31", "sum": "ห้าร้อย"}, "ห้าร้อย"),
        ({"sort": "31", "sum": "0"}, "ต้องมากกว่าศูนย์"),
        ({"sort": "31", "sum": "5", "when": "other", "day": "วันไหน"}, "วันไหน"),
        ({"sort": "31", "sum": "5", "when": "other", "day": "1 ม.ค. 2650"}, "ยังมาไม่ถึง"),
        ({"sort": "9" * 30, "sum": "5"}, "เลือกก่อนว่าเป็นเรื่องอะไร"),
        ({"again": "31-x"}, "จำนวนเงินต้องมากกว่าศูนย์"),
    ],
)
def test_what_cannot_be_read_is_asked_again_and_stays_in_the_form(phone, group, typed, said):
    answer = send(phone, at(group), words="ที่พิมพ์ไว้", **typed)
    assert answer.status_code == 422
    assert said in words(answer)
    assert "ที่พิมพ์ไว้" in answer.content.decode()
    assert own(group).lines == ()


def test_the_month_before_is_offered_and_written_with_one_tap(phone, group):
    before = date(today().year - (today().month == 1), (today().month - 2) % 12 + 1, 12)
    write_own(group, noted(OWN, before, 35, 45_000))
    write_own(group, noted(OWN, before, 31, 300_000))
    write_own(group, noted(OWN, today(), 31, 5_000))
    page = phone.get(at(group)).content.decode()
    assert re.findall(r'name="again" value="([^"]+)"', page) == ["35-45000"]
    send(phone, at(group), again="35-45000", when="today")
    assert [(line.day, line.satang) for line in own(group).lines if line.sort.number == 35] == [
        (this_month() * 100, 45_000),
        (day_number(before), 45_000),
    ]


def test_a_line_is_mended_and_struck_out_on_its_own_page(phone, group):
    first = write_own(group, noted(OWN, today(), 31, 5_000, words="น้ำปลา"))
    page = phone.get(at(group, "household-line", first)).content.decode()
    assert 'value="50"' in page
    assert "น้ำปลา" in page
    send(phone, at(group, "household-line", first), act="mend", sort="32", sum="60", when="today")
    (mended,) = own(group).lines
    assert (mended.sort, mended.satang, mended.words) == (SORTS[32], 6_000, "")
    assert send(phone, at(group, "household-line", first), act="strike").headers["Location"] == at(group)
    send(phone, at(group, "household-line", mended.entry), act="strike")
    assert own(group).lines == ()


def test_a_month_that_is_none_is_not_found(phone, group):
    for month in ("0", "202613", "199912", "299901", "x", "-1"):
        assert phone.get(f"{at(group)}?month={month}").status_code == 404


def test_months_are_turned_like_pages(phone, group):
    keep_books(group, OWN, today())
    page = phone.get(at(group)).content.decode()
    earlier = re.search(r'href="\?month=(\d+)"', page)[1]
    assert "6,500" in words(phone.get(f"{at(group)}?month={earlier}"))


# ----------------------------------------------------------------------------------- debts


DAILY = {
    "creditor": "หมวกกันน็อก", "nature": "informal", "known": "instalments", "received": "10,000", "each": "500",
    "times": "24", "every": "day", "left": "12",
}  # fmt: skip


def test_a_debt_of_which_only_the_instalments_are_known_gets_its_yearly_price(phone, group):
    answer = send(phone, at(group, "household-debt-new"), **DAILY)
    (debt,) = own(group).debts
    assert answer.headers["Location"] == at(group, "household-debt", debt.number)
    assert (debt.yearly, debt.balance, debt.pays, debt.pays_every) == (
        Decimal("552.28"),
        544_931,
        50_000,
        "day",
    )
    assert debt.price == Price("instalments", received=1_000_000, times=24, each=50_000, every="day")
    page = words(phone.get(at(group, "household-debt", debt.number)))
    assert "ดอกเบี้ยร้อยละ 552.28 ต่อปี (ร้อยละ 1.513 ต่อวัน × 365)" in page
    assert "23,919.09" in page


@pytest.mark.parametrize(
    ("typed", "yearly", "cost"),
    [
        ({"known": "rate", "rate": "5", "per": "month"}, "60", 6_000_00),
        ({"known": "rate", "rate": "6%", "per": "year"}, "6", 600_00),
        ({"known": "flat", "rate": "12", "per": "year", "flat_received": "10000", "flat_times": "12", "every": "month"}, "21.46", 2_146_00),
        ({"known": "flat", "rate": "2", "per": "month"}, "24", 2_400_00),
        ({"known": "none"}, "0", 0),
    ],
)  # fmt: skip
def test_any_price_becomes_one_that_can_be_compared(phone, group, typed, yearly, cost):
    send(phone, at(group, "household-debt-new"), creditor="เจ้าหนี้", balance="10000", **typed)
    (debt,) = own(group).debts
    assert (debt.yearly, debt.cost, debt.balance) == (Decimal(yearly), cost, 1_000_000)
    assert debt.pays == (93_333 if "flat_times" in typed else 0)


def test_a_price_that_is_not_known_may_stay_unknown(phone, group):
    send(
        phone,
        at(group, "household-debt-new"),
        creditor="เจ้าหนี้",
        balance="10000",
        known="nothing",
        purpose="ซื้อควาย",
    )
    (debt,) = own(group).debts
    assert (debt.yearly, debt.cost, debt.purpose) == (None, None, "ซื้อควาย")
    page = words(phone.get(at(group, "household-debt", debt.number)))
    assert "ยังไม่รู้ดอกเบี้ย" in page
    assert "ซื้อควาย" in page


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"creditor": ""}, "ช่องนี้ยังว่าง"),
        ({"known": ""}, "เลือกก่อนว่ารู้ดอกเบี้ยแค่ไหน"),
        ({"each": "400"}, "ทุกงวดรวมกันยังน้อยกว่าเงินที่ได้รับ"),
        ({"times": ""}, "ช่องนี้ยังว่าง"),
        ({"times": "9999"}, "จึงจะคิดได้ว่าแพงเท่าไร"),
        ({"since": "1 ม.ค. 2650"}, "ยังมาไม่ถึง"),
        ({"known": "rate", "rate": "แพง"}, "แพง"),
        ({"known": "rate", "rate": "5"}, "ช่องนี้ยังว่าง"),
    ],
)
def test_a_debt_that_cannot_be_read_is_asked_again_and_nothing_is_lost(phone, group, changed, said):
    typed = DAILY | {"purpose": "ค่าเทอมลูก"} | changed
    answer = send(phone, at(group, "household-debt-new"), **typed)
    assert answer.status_code == 422
    assert said in words(answer)
    assert "ค่าเทอมลูก" in answer.content.decode()
    assert own(group).debts == ()


def test_a_payment_counts_interest_to_its_day_where_nobody_said_what_is_left(phone, group):
    long_ago = today() - timedelta(days=73)
    debt = write_own(
        group, kept(OWN, long_ago, "นายทุน", "informal", 1_000_000, Price("rate", rate=500, per="month"))
    )
    send(phone, at(group, "household-debt", debt), act="post", paid="3000")
    send(phone, at(group, "household-debt", debt), act="post", paid="200", balance="8000")
    (found,) = own(group).debts
    assert [(page.paid, page.balance, page.cost) for page in found.pages] == [
        (0, 1_000_000, 600_000),
        (300_000, 820_000, 492_000),
        (20_000, 800_000, 480_000),
    ]


def test_a_debt_paid_off_costs_nothing_and_stands_among_those_that_ended(phone, group):
    debt = write_own(group, kept(OWN, today(), "ร้านค้า", "shop", 10_000, Price("nothing"), 5_000))
    send(phone, at(group, "household-debt", debt), act="post", paid="100", balance="0")
    (found,) = own(group).debts
    assert (found.balance, found.a_month, found.pages[-1].cost) == (0, 0, 0)
    assert "ที่หมดแล้ว (1)" in words(phone.get(at(group, "household-debts")))


def test_only_the_last_page_of_a_debt_is_struck_out_and_only_once(phone, group):
    debt = write_own(group, kept(OWN, today(), "ร้านค้า", "shop", 10_000, Price("nothing")))
    send(phone, at(group, "household-debt", debt), act="post", paid="40")
    last = own(group).debts[0].pages[-1].entry
    for _ in range(2):
        send(phone, at(group, "household-debt", debt), act="strike", page=str(last))
    assert [page.entry for page in own(group).debts[0].pages] == [debt]
    send(phone, at(group, "household-debt", debt), act="strike", page=str(debt))
    assert own(group).debts == ()


def test_new_figures_follow_and_wrong_ones_are_mended(phone, group):
    debt = write_own(group, kept(OWN, today(), "ร้านค้า", "shop", 10_000, Price("rate", rate=200, per="month")))
    address = at(group, "household-debt-tell", debt)
    page = phone.get(address).content.decode()
    assert 'value="100"' in page
    typed = {"creditor": "ร้านค้า", "nature": "shop", "known": "rate", "rate": "1", "per": "month"}
    send(phone, address, why="changed", balance="90", **typed)
    assert [page.balance for page in own(group).debts[0].pages] == [10_000, 9_000]
    send(phone, address, why="wrong", balance="95", **typed)
    assert [page.balance for page in own(group).debts[0].pages] == [10_000, 9_500]
    assert own(group).debts[0].number == debt


def test_what_the_group_was_told_before_is_offered_to_its_member(phone, group):
    page = phone.get(at(group, "household-debts")).content.decode()
    (link,) = re.findall(r'href="([^"]+\?told=\d+)"', page)
    form = phone.get(link).content.decode()
    assert "เจ้าหนี้ลับ" in form
    assert 'value="76543.21"' in form
    assert "เจ้าหนี้ลับ" not in browser("treasurer").get(link).content.decode()


def test_debts_stand_at_one_price_and_say_what_a_month_bears(phone, group):
    keep_books(group, OWN, today())
    page = words(phone.get(at(group, "household-debts")))
    assert [one in page for one in ("552.28%", "60%", "39.43%", "6%")] == [True] * 4
    assert (
        page.index("หมวกกันน็อก 5,449.31")
        < page.index("เจ้าหนี้ที่ไม่บอกใคร 75,000")
        < page.index("กองทุนหมู่บ้าน 30,000")
    )
    assert "159.0% ของรายได้ อยู่ในช่วงเกิน 40%" in page
    assert "บางกอกโพสต์ 2556" in page


def test_without_income_there_is_no_share_and_no_verdict(phone, group):
    send(phone, at(group, "household-debt-new"), **DAILY)
    page = words(phone.get(at(group, "household-debts")))
    assert "จดรายได้สักเดือน" in page
    assert "ของรายได้ อยู่" not in page
