"""Ways out of debts side by side, and a household book that nobody reads but by its member's leave."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kwan.catalogue import COMMANDS
from kwan.fund.rules.outside_debts import Price
from kwan.journal.queries import head
from kwan.people import queries as people
from kwan.web.own_data.erasing import stakes_of
from kwan.web.words import household as household_words
from kwan.web.words.kinds import is_in_own_book
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
    today,
    write_own,
)
from tests.web.village import browser, member, name


@pytest.fixture
def group(books):
    """Six members; the treasurer and ก02 with a phone; the facilitator of their project and its funder."""
    return a_group_with_phones()


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


def test_one_own_data_taken_along_reads_in_words(phone, group):
    keep_books(group, OWN, today())
    let_in(phone, group)
    page = words(phone.get(reverse("own-data", args=[group, OWN])))
    told = (
        "เรื่อง: ข้าวปลาอาหาร",
        "หนี้แบบไหน: เงินกู้นอกระบบ",
        "ดอกเบี้ยต่อปีที่เทียบกันได้: ร้อยละ 552.28",
        "ทางที่เลือก: ปิดก้อนที่ดอกแพงก่อน",
        "เปิดให้: พี่เลี้ยง",
        "เขียนกันลืม: คำที่เขียนกันลืม",
    )
    assert [words_ for words_ in told if words_ not in page] == []
    assert [
        one for one in told if one in words(browser("treasurer").get(reverse("own-data", args=[group, OWN])))
    ] == []


def test_every_sealed_field_of_a_household_book_has_its_words():
    named = set(household_words.SEALED) | set(household_words.TEXTS)
    assert {
        field
        for command in COMMANDS.values()
        if is_in_own_book(command.kind)
        for field in command.sealed_fields
    } == named


def test_who_carries_out_an_erasure_reads_nothing_of_other_household_books(group):
    """Neither the whole name nor the first one alone, both of which are looked for in all other sealed words."""
    for said in (name(3), name(3).split(" ")[0]):
        write_own(group, noted(OWN, today(), 31, 5_000, words=f"ยืม{said}ไปก่อน"))
    found = own_words_named(group)
    assert (found.named, found.maybe) == ((), ())
    assert "ยืม" not in words(browser("treasurer").get(reverse("erase-member", args=[group, member(3)])))


def own_words_named(group):
    person = next(each for each in people.members(group) if each.reference == member(3))
    return stakes_of(group, person)
