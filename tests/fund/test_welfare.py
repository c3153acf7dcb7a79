"""Welfare in the books: paid in, asked for, given by the rule, and what nobody else may learn of it."""

import json
from datetime import date

import pytest

from kwan.fund.commands import (
    AskWelfare,
    DeclineWelfare,
    PayIntoWelfare,
    PayWelfare,
    SetWelfareRule,
    YearsStep,
)
from kwan.fund.queries import money
from kwan.fund.queries.welfare import (
    WelfareAsked,
    WelfareBook,
    contributions,
    payments,
    welfare_asks,
    welfare_book,
    welfare_rules,
)
from kwan.journal import queries as journal
from kwan.journal.rules import Refusal
from tests.fund.helping import BAHT, CHAMUNG, DAY, SINCE, a_group, give, rule, rule_of
from tests.journal.hands import a_book, breaches, write

LATER = date(2022, 6, 1)


def code_of(refused):
    return refused.value.code


def test_what_a_member_pays_in_is_the_funds_and_not_the_members(books):
    book = a_group(paid_in=0)
    write(book, PayIntoWelfare(on=DAY, member="ก01", satang=2000))
    write(book, PayIntoWelfare(on=DAY, member="ก02", satang=3000, kept="bank", slip="K123", carried_by="ก01"))
    assert welfare_book(book) == WelfareBook(2000, 3000, 5000, 0, 0, 2, 0)
    assert [(each.member, each.satang, each.kept) for each in contributions(book)] == [
        ("ก02", 3000, "bank"),
        ("ก01", 2000, None),
    ]
    assert [(share.code, share.satang) for share in money(book).whose] == [("welfare", 5000)]
    assert money(book).kept == money(book).owned == 5000
    assert breaches() == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [({"satang": 0}, "not_positive"), ({"member": "ก99"}, "unknown_member"), ({"carried_by": "ก99"}, "unknown_member"), ({"kept": "tin"}, "unknown_keeping")],
)  # fmt: skip
def test_what_cannot_be_paid_in_is_refused(db, wrong, code):
    book = a_group()
    with pytest.raises(Refusal) as refused:
        write(book, PayIntoWelfare(**{"on": DAY, "member": "ก01", "satang": 100} | wrong))
    assert code_of(refused) == code


@pytest.mark.parametrize(
    ("event", "more", "satang"),
    [
        ("birth", {}, 1000 * BAHT),
        ("hospital", {"units": 2}, 400 * BAHT),
        ("hospital", {"units": 9}, 600 * BAHT),
        ("study", {}, 500 * BAHT),
        ("elder", {}, 200 * BAHT),
        ("death", {}, 6000 * BAHT),
    ],
)
def test_chamungs_rules_are_paid_to_the_baht_and_no_more(db, event, more, satang):
    book = a_group()
    with pytest.raises(Refusal) as refused:
        give(book, event, satang + 1, **more)
    assert code_of(refused) == "above_the_rule"
    give(book, event, satang, **more)
    assert welfare_book(book) == WelfareBook(100_000 * BAHT - satang, 0, 100_000 * BAHT, satang, 1, 1, 1)


def test_a_refusal_says_why_there_is_no_more(db):
    book = a_group()
    give(book, "hospital", 600 * BAHT, units=3)
    with pytest.raises(Refusal) as refused:
        give(book, "hospital", 600 * BAHT, units=3)
    assert refused.value.th == "ตามระเบียบให้ได้ไม่เกิน 400 บาท (ปีหนึ่งไม่เกิน 1,000 บาท ปีนี้ให้ไปแล้ว 600 บาท) ยังไม่ได้จ่าย"


def test_less_than_the_rule_needs_a_reason_and_keeps_it_sealed(db):
    book = a_group()
    with pytest.raises(Refusal) as refused:
        give(book, "birth", 800 * BAHT)
    assert code_of(refused) == "less_without_reason"
    number = give(book, "birth", 800 * BAHT, reason="เงินในกล่องเหลือเท่านี้")
    assert journal.names_in_seals(book, "reason") == {number: "เงินในกล่องเหลือเท่านี้"}


def test_the_entry_says_neither_what_happened_nor_by_which_rule(db):
    book = a_group()
    number = give(book, "hospital", 400 * BAHT, units=2, evidence="ใบรับรองแพทย์ รพ.พะเยา")
    assert json.loads(journal.entry(book, number).body) == {"member": "ก01", "satang": 40000}
    assert journal.transfers_of(book, number) == [("purse:welfare", "paid:welfare", 40000, "THB")]
    paid = payments(book)[0]
    assert (paid.rule.rule.event, paid.units, paid.happened) == ("hospital", 2, DAY)


def test_the_sum_is_that_of_the_rule_on_the_day_it_happened(db):
    book = a_group()
    write(book, rule("birth", on=LATER, amount=1500 * BAHT))
    with pytest.raises(Refusal) as refused:
        give(book, "birth", 1500 * BAHT, on=LATER, happened=DAY)
    assert code_of(refused) == "above_the_rule"
    give(book, "birth", 1000 * BAHT, on=LATER, happened=DAY)
    give(book, "birth", 1500 * BAHT, member="ก02", on=LATER)
    assert [paid.satang for paid in payments(book)] == [150000, 100000]


def test_what_happened_in_december_counts_to_that_year_though_it_is_paid_in_january(db):
    book = a_group()
    new_year, december = date(2022, 1, 5), date(2021, 12, 28)
    give(book, "hospital", 600 * BAHT, units=3, on=new_year, happened=december)
    give(book, "hospital", 600 * BAHT, units=3, on=new_year)
    with pytest.raises(Refusal) as refused:
        give(book, "hospital", 600 * BAHT, units=3, on=new_year, happened=december)
    assert refused.value.code == "above_the_rule"


def test_a_rule_of_another_day_is_not_taken(db):
    book = a_group()
    old = rule_of(book, "birth").entry
    write(book, rule("birth", on=LATER, amount=500 * BAHT))
    with pytest.raises(Refusal) as refused:
        write(book, PayWelfare(on=LATER, member="ก01", satang=1000 * BAHT, rule=old))
    assert code_of(refused) == "other_rule_then"


def test_a_new_rule_leaves_what_was_given_as_it_was(db):
    book = a_group()
    give(book, "birth", 1000 * BAHT)
    write(book, rule("birth", on=LATER, amount=10 * BAHT))
    paid = payments(book)[0]
    assert (paid.satang, paid.rule.rule.amount) == (1000 * BAHT, 1000 * BAHT)


def test_an_empty_purse_refuses_plainly_and_a_request_waits_until_there_is_money(db):
    book = a_group(paid_in=300 * BAHT)
    asked = write(book, AskWelfare(on=DAY, member="ก02", words="คลอดลูกคนแรก"))
    with pytest.raises(Refusal) as refused:
        give(book, "birth", 1000 * BAHT, member="ก02", asked=asked)
    assert (code_of(refused), refused.value.en[:46]) == (
        "welfare_short",
        "There are 300 baht of welfare money here, whic",
    )
    assert welfare_asks(book) == [WelfareAsked(asked, "ก02", DAY, "คลอดลูกคนแรก")]
    write(book, PayIntoWelfare(on=DAY, member="ก01", satang=900 * BAHT))
    give(book, "birth", 1000 * BAHT, member="ก02", asked=asked)
    assert welfare_asks(book) == []
    assert breaches() == []


def test_a_request_is_answered_once(db):
    book = a_group()
    asked = write(book, AskWelfare(on=DAY, member="ก02", words="ไฟไหม้ครัว"))
    write(book, DeclineWelfare(on=DAY, member="ก02", asked=asked, reason="ระเบียบยังไม่มีเรื่องนี้ ขอเข้าที่ประชุม"))
    with pytest.raises(Refusal) as refused:
        give(book, "birth", 1000 * BAHT, member="ก02", asked=asked)
    assert code_of(refused) == "answered"
    with pytest.raises(Refusal) as refused:
        write(book, DeclineWelfare(on=DAY, member="ก01", asked=asked, reason="ก"))
    assert code_of(refused) == "not_asked"


def test_an_answer_without_money_says_why(db):
    book = a_group()
    asked = write(book, AskWelfare(on=DAY, member="ก02", words="ไฟไหม้ครัว"))
    with pytest.raises(Refusal) as refused:
        write(book, DeclineWelfare(on=DAY, member="ก02", asked=asked))
    assert code_of(refused) == "no_reason"


def test_the_bank_pays_as_well_as_the_box(books):
    book = a_group(paid_in=0)
    write(book, PayIntoWelfare(on=DAY, member="ก01", satang=1000 * BAHT, kept="bank"))
    give(book, "study", 500 * BAHT, kept="bank")
    assert (journal.balance(book, "bank:welfare"), journal.balance(book, "purse:welfare")) == (50000, 0)
    assert breaches() == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [({"rule": None}, "no_welfare_rule"), ({"rule": 1}, "no_welfare_rule"), ({"units": 0}, None), ({"units": 999}, "terms"), ({"happened": 20230101}, "not_yet"), ({"member": "ก99"}, "unknown_member"), ({"asked": 1}, "not_asked")],
)  # fmt: skip
def test_what_cannot_be_given_is_refused(db, wrong, code):
    book = a_group()
    said = {
        "on": DAY,
        "member": "ก01",
        "satang": 200 * BAHT,
        "rule": rule_of(book, "hospital").entry,
        "units": 1,
    }
    command = PayWelfare(**said | wrong)
    if code is None:
        write(book, command)
        return
    with pytest.raises(Refusal) as refused:
        write(book, command)
    assert code_of(refused) == code


def test_the_newest_rule_of_an_event_holds_and_others_stand_beside_it(db):
    book = a_group(rules={})
    write(book, rule("birth", amount=500 * BAHT))
    write(book, rule("birth", amount=700 * BAHT, on=DAY))
    write(book, rule("other", name="บวชลูก", amount=300 * BAHT))
    write(book, rule("other", name="ขึ้นบ้านใหม่", amount=200 * BAHT))
    assert [(view.rule.words[0], view.rule.amount) for view in welfare_rules(book)] == [
        ("คลอดบุตร", 70000), ("บวชลูก", 30000), ("ขึ้นบ้านใหม่", 20000),
    ]  # fmt: skip
    assert next(view.rule.amount for view in welfare_rules(book, SINCE)) == 50000


def test_a_rule_needs_a_reason_and_must_be_one(db):
    book = a_book()
    for wrong, code in (
        (rule("birth", amount=1, reason=" "), "no_reason"),
        (rule("flood", amount=1), "terms"),
    ):
        with pytest.raises(Refusal) as refused:
            write(book, wrong)
        assert code_of(refused) == code


def test_a_rule_reads_back_from_its_entry_as_it_was(db):
    book = a_group(rules={})
    said = rule("death", **CHAMUNG["death"], waiting=6, evidence="ใบมรณบัตร")
    number = write(book, said)
    body = json.loads(journal.entry(book, number).body)
    assert SetWelfareRule.from_body(SINCE, body, {}) == said
    assert said.steps[0] == YearsStep(years=2, amount=6000 * BAHT)
