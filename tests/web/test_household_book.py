"""A member writes their own household book on a phone, and nobody reads along unless they say so."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from kwan.catalogue import COMMANDS
from kwan.fund.queries.household import household
from kwan.fund.rules.household import SORTS
from kwan.fund.rules.outside_debts import Price
from kwan.ids import uuid7
from kwan.journal.audit import check
from kwan.journal.queries import head
from kwan.journal.rules import day_number
from tests.web.borrowing import words
from tests.web.households import keep_books, kept, noted, write_own
from tests.web.village import a_group, a_project, browser, member, name, seat

OWN = member(2)


@pytest.fixture
def group(books):
    """Six members; two of them with a phone, one of these the treasurer; a facilitator of their project and its funder."""
    project = a_project()
    book = a_group("กลุ่มปลาส้ม")
    seat("treasurer", book, "treasurer", member(1))
    seat("member", book, "member", OWN)
    seat("facilitator", project, "facilitator")
    seat("funder", project, "funder")
    return book


@pytest.fixture
def phone(group):
    return browser("member")


def today():
    return timezone.localdate()


def this_month():
    return day_number(today()) // 100


def own(group):
    return household(group, OWN)


def at(group, page="household", *more):
    return reverse(page, args=[group, *more])


def send(client, address, **typed):
    return client.post(address, {"form_id": str(uuid7()), **typed})


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


# -------------------------------------------------------------------------------- ways out


def three_debts(group):
    for creditor, balance, rate, pays in (
        ("กองทุนหมู่บ้าน", 3_000_000, 600, 60_000),
        ("นอกระบบ", 2_000_000, 6_000, 120_000),
        ("สหกรณ์", 800_000, 1_200, 40_000),
    ):
        write_own(group, kept(OWN, today(), creditor, "other", balance, Price("rate", rate=rate), pays))
    return [str(debt.number) for debt in own(group).debts]


def test_ways_out_stand_side_by_side_with_what_follows(phone, group):
    three_debts(group)
    page = words(phone.get(f"{at(group, 'household-plan')}?extra=1000"))
    assert "หมดใน 3 ปี 3 เดือน · ดอกเบี้ยรวม 27,294.07 บาท" in page
    assert "หมดใน 1 ปี 11 เดือน · ดอกเบี้ยรวม 13,557.82 บาท เร็วกว่า 16 เดือน ดอกเบี้ยน้อยกว่า 13,736.25 บาท" in page
    assert "หมดใน 1 ปี 10 เดือน · ดอกเบี้ยรวม 10,533.32 บาท เร็วกว่า 17 เดือน ดอกเบี้ยน้อยกว่า 16,760.75 บาท" in page
    assert own(group).plan is None


def test_the_households_own_order_is_one_more_way(phone, group):
    village, _, _ = three_debts(group)
    page = words(phone.get(f"{at(group, 'household-plan')}?extra=1000&place-{village}=1"))
    assert "ลำดับที่เราเรียงเอง" in page
    assert "22,005.43" in page


def test_a_way_is_kept_as_the_plan(phone, group):
    village, informal, _ = three_debts(group)
    typed = {
        "route": "own",
        "extra": "1,500.50",
        f"place-{informal}": "2",
        f"place-{village}": "1",
        "with_group": "1",
    }
    assert send(phone, at(group, "household-plan"), **typed).status_code == 302
    plan = own(group).plan
    assert (plan.route, plan.extra, plan.own, plan.with_group) == ("own", 150_050, (village, informal), True)
    assert "แผนที่เก็บไว้: ลำดับที่เราเรียงเอง +1,500.50" in words(phone.get(at(group, "household-plan")))


def test_the_groups_own_loan_may_be_one_of_the_debts(phone, group):
    from tests.web.village import lend

    lend(group)
    three_debts(group)
    apart = words(phone.get(at(group, "household-plan")))
    together = words(phone.get(f"{at(group, 'household-plan')}?extra=0&with_group=1"))
    assert "เงินกู้ของกลุ่ม 1/2564" not in apart
    assert "เงินกู้ของกลุ่ม 1/2564" in together


def test_what_never_ends_is_said_so(phone, group):
    write_own(
        group, kept(OWN, today(), "นายทุน", "informal", 2_000_000, Price("rate", rate=200, per="day"), 10_000)
    )
    page = words(phone.get(f"{at(group, 'household-plan')}?extra=0"))
    assert page.count("ส่งเท่านี้ หนี้ไม่หมด: นายทุน") == 3


@pytest.mark.parametrize(
    "query", ["extra=x", "extra=-5", "extra=9999999999999999", "place-x=1&extra=0", "extra=&place-1=99999"]
)
def test_whatever_is_typed_into_a_plan_draws_the_page(phone, group, query):
    three_debts(group)
    assert phone.get(f"{at(group, 'household-plan')}?{query}").status_code == 200


def test_a_plan_without_a_way_is_asked_again(phone, group):
    three_debts(group)
    assert send(phone, at(group, "household-plan"), extra="5").status_code == 422
    assert own(group).plan is None


# ------------------------------------------------------------------------------ by their leave


def let_in(phone, group, role="facilitator", span="7"):
    return send(phone, at(group, "household-leave"), act="open", role=role, span=span)


READ = "household-of"


def test_whom_a_member_lets_in_sees_it_with_a_line_saying_by_whose_leave(phone, group):
    keep_books(group, OWN, today())
    facilitator, treasurer = browser("facilitator"), browser("treasurer")
    assert facilitator.get(at(group, READ, OWN)).status_code == 404
    let_in(phone, group)
    page = words(facilitator.get(at(group, READ, OWN)))
    assert f"ดูได้เพราะเจ้าของอนุญาต {name(2)} เปิดให้ดูเมื่อ" in page
    assert "เจ้าหนี้ที่ไม่บอกใคร" in page
    assert "ปิดก้อนที่ดอกแพงก่อน" in page
    assert treasurer.get(at(group, READ, OWN)).status_code == 404
    assert name(2) in words(facilitator.get(at(group, "households")))
    assert name(2) not in words(treasurer.get(at(group, "households")))
    send(phone, at(group, "household-leave"), act="close")
    assert facilitator.get(at(group, READ, OWN)).status_code == 404


def test_who_reads_along_cannot_write_and_opens_nothing_else(phone, group):
    keep_books(group, OWN, today())
    let_in(phone, group, "treasurer")
    treasurer, before = browser("treasurer"), head(group).last_entry
    page = treasurer.get(at(group, READ, OWN)).content.decode()
    main = page[page.index("<main") : page.index("</main")]
    assert "<form" not in main
    assert re.findall(r'href="/group/\d+/household/[^"]+"', main) == []
    debt = own(group).debts[0].number
    for address in (
        at(group, "household-debt", debt),
        at(group, "household-line", own(group).lines[0].entry),
    ):
        assert treasurer.get(address).status_code == 404
        assert send(treasurer, address, act="strike", page=str(debt)).status_code == 404
    assert treasurer.get(at(group, "entry", debt)).status_code == 404
    assert head(group).last_entry == before


def test_a_leave_ends_by_itself(phone, group, monkeypatch):
    let_in(phone, group, span="7")
    after = timezone.localdate() + timedelta(days=8)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_, **__: after)
    assert browser("facilitator").get(at(group, READ, OWN)).status_code == 404
    assert "เห็นคนเดียว" in words(phone.get(at(group, "household-leave")))


@pytest.mark.parametrize(
    "typed", [{"role": "funder"}, {"role": "member"}, {"role": ""}, {"role": "chair", "span": "9999"}]
)
def test_nobody_else_can_be_let_in_and_not_for_ever(phone, group, typed):
    assert (
        send(phone, at(group, "household-leave"), **{"act": "open", "span": "7"} | typed).status_code == 422
    )
    assert own(group).openings == ()


def test_the_funder_reads_along_nowhere(phone, group):
    keep_books(group, OWN, today())
    for role in ("facilitator", "treasurer", "chair", "secretary"):
        let_in(phone, group, role)
    assert browser("funder").get(at(group, READ, OWN)).status_code == 404


def test_its_own_member_is_led_to_where_they_write(phone, group):
    assert phone.get(at(group, READ, OWN)).headers["Location"] == at(group)


# --------------------------------------------------------------------- the book of the group


def test_the_owner_opens_their_entry_and_reads_no_more_than_that_it_is_there(phone, group):
    number = write_own(group, noted(OWN, today(), 31, 5_000, words="ปลาทู"))
    page = words(phone.get(at(group, "entry", number)))
    assert "สมาชิกจดในสมุดของตนเอง" in page
    assert "ปลาทู" not in page


def test_before_and_next_lead_past_what_opens_for_its_owner_alone(phone, group):
    treasurer, last = browser("treasurer"), head(group).last_entry
    keep_books(group, OWN, today())
    page = treasurer.get(at(group, "entry", last)).content.decode()
    assert [number for number in re.findall(r"/entry/(\d+)/", page) if int(number) > last] == []
    after = write_own(group, noted(member(1), today(), 31, 5_000))
    assert treasurer.get(at(group, "entry", after)).status_code == 200


def test_in_the_list_own_books_lie_together_without_a_name_or_a_day(phone, group):
    last = head(group).last_entry
    keep_books(group, OWN, today())
    page = browser("treasurer").get(at(group, "entries")).content.decode()
    main = page[page.index("<main") : page.index("</main")]
    assert main.count("สมาชิกจดในสมุดของตนเอง") == 1
    first_of_page = head(group).last_entry
    assert f"{last + 1:,}–{first_of_page:,}" in words(browser("treasurer").get(at(group, "entries")))
    assert [number for number in re.findall(r"/entry/(\d+)/", main) if int(number) > last] == []


def test_the_pages_say_the_same_in_english(group):
    keep_books(group, OWN, today())
    english = browser("member", "en")
    pages = {
        name_: words(english.get(at(group, name_)))
        for name_ in (
            "household",
            "household-debts",
            "household-debt-new",
            "household-plan",
            "household-leave",
        )
    }
    assert "Only you see it" in pages["household"]
    assert "side by side" in pages["household-debts"]
    assert "159.0% of income, above 40%" in pages["household-debts"]
    assert "Only what must be paid" in pages["household-plan"]
    assert "Unless you open it, nobody sees it" in pages["household-leave"]
