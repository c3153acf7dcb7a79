"""Welfare in the books: paid in, asked for, given by the rule, and what nobody else may learn of it."""

import json
from datetime import date
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kwan.fund.commands import (
    AskWelfare,
    DeclineWelfare,
    PayIntoWelfare,
    PayWelfare,
    SetWelfareRule,
    StrikeWelfare,
    YearsStep,
)
from kwan.fund.models import WelfareLine
from kwan.fund.queries import money
from kwan.fund.queries.welfare import (
    WelfareAsked,
    WelfareBook,
    contributions,
    given_by_event,
    helped_by_event,
    payments,
    welfare_asks,
    welfare_book,
    welfare_due,
    welfare_rules,
)
from kwan.fund.rules.welfare import EVENTS
from kwan.journal import queries as journal
from kwan.journal.rules import Refusal
from kwan.people.commands import Join
from tests.fund.helping import BAHT, CHAMUNG, DAY, SINCE, a_group, give, giving, rule, rule_of
from tests.journal.hands import a_book, breaches, envelope, write

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


def test_a_payment_that_was_typed_wrong_is_mended_within_the_same_ceilings(books):
    book = a_group()
    first = give(book, "hospital", 200 * BAHT, units=1)
    give(book, "hospital", 600 * BAHT, units=3)
    with pytest.raises(Refusal) as refused:
        write(book, giving(book, "hospital", 600 * BAHT, units=3), corrects=first)
    assert code_of(refused) == "above_the_rule"
    write(book, giving(book, "hospital", 400 * BAHT, units=2), corrects=first)
    assert welfare_book(book).paid_out == 1000 * BAHT
    assert breaches() == []


def test_a_payment_that_never_was_is_struck_and_its_money_is_there_again(books):
    book = a_group()
    number = give(book, "birth", 1000 * BAHT)
    with pytest.raises(Refusal) as refused:
        write(book, StrikeWelfare(on=DAY, member="ก02"), corrects=number)
    assert code_of(refused) == "nothing_to_strike"
    write(book, StrikeWelfare(on=DAY, member="ก01"), corrects=number)
    assert welfare_book(book).balance == 100_000 * BAHT
    assert payments(book) == []
    assert breaches() == []


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


def test_older_books_tell_the_sum_alone(books):
    book = a_group()
    write(book, PayWelfare(on=DAY, member="ก02", satang=70000), source="brought")
    assert [(paid.satang, paid.rule) for paid in payments(book)] == [(70000, None)]
    assert breaches() == []


def test_two_payments_of_one_batch_keep_the_years_ceiling_between_them(books):
    from kwan.journal.commands import record_sheet

    book = a_group()
    both = [envelope(giving(book, "hospital", 600 * BAHT, units=3)) for _ in range(2)]
    with pytest.raises(Refusal) as refused:
        record_sheet(book, both)
    assert code_of(refused) == "above_the_rule"
    assert payments(book) == []


def test_the_same_form_sent_twice_gives_once(books):
    book = a_group()
    form = "01900000-0000-7000-8000-000000000001"
    numbers = {write(book, giving(book, "birth", 1000 * BAHT), id=form) for _ in range(2)}
    assert len(numbers) == 1
    assert welfare_book(book).times == 1


def test_what_befell_fewer_than_five_is_told_to_the_treasurer_alone(db):
    book = a_group()
    for number in range(3, 8):
        write(book, Join(on=SINCE, member=f"ก{number:02}", name=f"คนที่ {number}"))
        give(book, "birth", 1000 * BAHT, member=f"ก{number:02}")
    give(book, "hospital", 200 * BAHT, units=1)
    assert given_by_event(book) == [(EVENTS["birth"], 5, 500000), (EVENTS["hospital"], 1, 20000)]
    assert helped_by_event(book) == []
    for number in range(3, 7):
        give(book, "hospital", 200 * BAHT, units=1, member=f"ก{number:02}")
    assert helped_by_event(book) == [(EVENTS["birth"], 5), (EVENTS["hospital"], 5)]


def test_what_happened_goes_with_an_erasure_and_the_sum_stays(books):
    from kwan.people.commands import Erase, erase

    book = a_group()
    give(book, "hospital", 200 * BAHT, units=1, evidence="ใบรับรองแพทย์")
    erase(book, envelope(Erase(on=DAY, member="ก01")))
    paid = payments(book)[0]
    assert (paid.satang, paid.rule, paid.units, paid.happened) == (20000, None, None, None)
    assert breaches() == []


names = (f"กลุ่มที่ {number}" for number in count(1))
stays = st.lists(
    st.tuples(st.integers(1, 6), st.integers(1, 28), st.sampled_from(["ก01", "ก02"])), min_size=1, max_size=6
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stays)
def test_in_whatever_order_stays_are_paid_nobody_passes_the_years_ceiling(db, stays):
    book = a_group(name=next(names))
    for nights, day, member in stays:
        happened = date(2022, 1, day)
        due = welfare_due(book, member, rule_of(book, "hospital"), nights, happened)
        if due.satang:
            give(book, "hospital", due.satang, member=member, happened=happened, units=nights)
    given_to = {m: sum(p.satang for p in payments(book, m)) for m in ("ก01", "ก02")}
    assert all(satang <= 1000 * BAHT for satang in given_to.values())
    assert welfare_book(book).balance == 100_000 * BAHT - sum(given_to.values())
    assert sum(line.satang for line in WelfareLine.objects.filter(book=book, direction="out")) == sum(
        given_to.values()
    )
