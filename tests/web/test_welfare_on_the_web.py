"""Welfare on screen: a benefit is seen before it is paid, written once, and nobody else learns who was ill."""

import pytest
from django.urls import reverse

from kwan.fund.queries.welfare import payments, welfare_asks, welfare_book, welfare_rules
from kwan.fund.rules.welfare import Step
from kwan.journal.commands import record
from tests.web import caring
from tests.web.borrowing import drawn, today, words
from tests.web.caring import a_caring_group, an_empty_group
from tests.web.village import browser, envelope, first, member
from tests.web.village import name as called


@pytest.fixture
def group(books):
    return a_caring_group()


def at(name, group, *more):
    return reverse(name, args=[group, *more])


def sent(group, page, said, *more, who="treasurer", **query):
    address = at(page, group, *more) + "".join(f"?{key}={value}" for key, value in query.items())
    return caring.sent(address, said, who)


def pay_in(group, satang="1,000", **said):
    return sent(group, "welfare-pay-in", {"member": member(3), "sum": satang} | said)


STAY = {"member": member(3), "event": "hospital/", "units": "3"}


def given(group, said=STAY, **query):
    """Fill a benefit in, look at it, and press the button of what was seen."""
    seen = sent(group, "welfare-give", said | {"act": "look"}, **query)
    return seen, browser("treasurer").post(seen.wsgi_request.get_full_path(), drawn(seen) | {"act": "post"})


def test_a_contribution_is_written_and_stands_in_the_welfare_book(group):
    before = welfare_book(group)
    answer = pay_in(group, "120", kept="bank", slip="K77", carried_by=member(4))
    assert (answer.status_code, answer["Location"]) == (302, at("welfare", group))
    after = welfare_book(group)
    assert (after.bank - before.bank, after.purse - before.purse) == (12_000, 0)


def test_a_benefit_is_seen_line_by_line_before_it_is_paid(group):
    pay_in(group)
    before = welfare_book(group).times
    seen = sent(group, "welfare-give", STAY | {"act": "look"})
    assert "คืนละ 200 บาท × 3 คืน" in words(seen)
    assert welfare_book(group).times == before
    _, done = given(group)
    assert done.status_code == 302
    paid = payments(group, member(3))[0]
    assert (paid.satang, paid.units, paid.happened, paid.on) == (60_000, 3, today(), today())


def test_a_benefit_that_nobody_looked_at_is_shown_and_not_paid(group):
    pay_in(group)
    before = welfare_book(group)
    assert sent(group, "welfare-give", STAY | {"act": "post"}).status_code == 200
    assert welfare_book(group) == before


def test_what_is_changed_after_the_look_is_shown_again_before_it_is_paid(group):
    pay_in(group)
    seen = sent(group, "welfare-give", STAY | {"act": "look"})
    again = browser("treasurer").post(at("welfare-give", group), drawn(seen) | {"act": "post", "units": "1"})
    assert (again.status_code, payments(group, member(3))) == (200, [])
    assert "คืนละ 200 บาท × 1 คืน" in words(again)


def test_the_same_form_sent_twice_pays_once(group):
    pay_in(group, "5,000")
    seen = sent(group, "welfare-give", STAY | {"act": "look"})
    typed = drawn(seen) | {"act": "post"}
    answers = [browser("treasurer").post(at("welfare-give", group), typed) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert len(payments(group, member(3))) == 1


def test_an_empty_purse_is_said_plainly_and_what_was_typed_stays(group):
    _, answer = given(group)
    assert answer.status_code == 422
    assert "เงินสวัสดิการตรงนี้มี 200 บาท ไม่พอจ่าย" in words(answer)
    assert drawn(answer)["units"] == "3"


def test_less_than_the_rule_wants_a_reason(group):
    pay_in(group)
    _, refused = given(group, STAY | {"sum": "500"})
    assert "ระเบียบให้ 600 บาท ถ้าให้น้อยกว่า บอกเหตุผลด้วย" in words(refused)
    _, done = given(group, STAY | {"sum": "500", "reason": "เงินเหลือเท่านี้"})
    assert (done.status_code, payments(group, member(3))[0].satang) == (302, 50_000)


def test_a_day_before_the_rules_says_so(group):
    answer = sent(group, "welfare-give", STAY | {"happened": "1 ม.ค. 2560", "act": "look"})
    assert "วันที่เกิดเรื่อง กลุ่มยังไม่มีระเบียบข้อนี้" in words(answer)


def test_a_request_is_answered_by_paying(group):
    asked = welfare_asks(group)[0]
    pay_in(group)
    assert "เรื่องลับที่ขอ" in words(browser("treasurer").get(at("welfare", group)))
    _, done = given(group, {"event": "hospital/", "units": "1"}, asked=asked.entry)
    assert done.status_code == 302
    assert (welfare_asks(group), payments(group)[0].member) == ([], asked.member)


def test_a_request_is_answered_without_money_and_says_why(group):
    asked = welfare_asks(group)[0]
    assert sent(group, "welfare-decline", {"reason": " "}, asked.entry).status_code == 422
    assert sent(group, "welfare-decline", {"reason": "ขอเข้าที่ประชุมก่อน"}, asked.entry).status_code == 302
    assert welfare_asks(group) == []


def test_a_member_asks_for_themselves_and_for_nobody_else(group):
    said = {"words": "ไฟไหม้ครัว", "member": member(5)}
    assert sent(group, "welfare-ask", said, who="member").status_code == 302
    newest = welfare_asks(group)[-1]
    assert (newest.member, newest.words) == (member(2), "ไฟไหม้ครัว")
    assert "ไฟไหม้ครัว" in words(browser("member").get(at("welfare", group)))
    assert "ไฟไหม้ครัว" not in words(browser("other-member").get(at("welfare", group)))


def test_a_payment_is_mended_and_struck(group):
    pay_in(group, "2,000")
    given(group)
    number = payments(group, member(3))[0].entry
    seen = sent(group, "welfare-mend", {"units": "2", "act": "look"}, number)
    done = browser("treasurer").post(at("welfare-mend", group, number), drawn(seen) | {"act": "post"})
    assert done.status_code == 302
    mended = payments(group, member(3))
    assert [paid.satang for paid in mended] == [40_000]
    form = drawn(browser("treasurer").get(at("welfare-strike", group, mended[0].entry)))
    answers = [
        browser("treasurer").post(at("welfare-strike", group, mended[0].entry), form) for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert payments(group, member(3)) == []


def test_a_rule_is_set_with_its_steps_and_read_in_words(group):
    said = {
        "event": "death", "amount": "3,000", "unit": "once", "waiting": "6", "reason": "มติประชุมใหญ่",
        "years1": "2", "gives1": "6,000", "years2": "12", "gives2": "30,000",
    }  # fmt: skip
    assert sent(group, "welfare-rule", said).status_code == 302
    rule = welfare_rules(group)[-1].rule
    assert (rule.amount, rule.waiting, rule.steps) == (300_000, 6, (Step(2, 600_000), Step(12, 3_000_000)))
    page = words(browser("member").get(at("welfare-rules", group)))
    assert "ครั้งละ 3,000 บาท เป็นสมาชิกครบ 2 ปี ได้ 6,000 บาท" in page


def test_a_rule_that_is_changed_begins_with_what_holds(group):
    entry = welfare_rules(group)[0].entry
    values = drawn(browser("treasurer").get(at("welfare-rule", group) + f"?rule={entry}"))
    assert (values["event"], values["amount"], values["unit"]) == ("hospital", "200", "night")


def test_a_wrong_rule_is_refused_and_what_was_typed_stays(group):
    answer = sent(group, "welfare-rule", {"event": "other", "name": "", "amount": "100", "reason": "มติ"})
    assert answer.status_code == 422
    assert "เรื่องอื่นต้องมีชื่อของกลุ่มเอง" in words(answer)
    assert drawn(answer)["amount"] == "100"


@pytest.mark.parametrize("who", ["chair", "secretary", "facilitator", "other-member", "funder"])
def test_nobody_else_learns_who_was_ill(group, who):
    client = browser(who)
    pages = ["welfare", "welfare-rules", "entries", "more", "fund", "group"]
    read = " ".join(client.get(at(page, group), follow=True).content.decode() for page in pages)
    paid, asked = first(group, "fund.welfare_paid"), first(group, "fund.welfare_asked")
    read += " ".join(client.get(at("entry", group, number)).content.decode() for number in (paid, asked))
    read += client.get(at("purse", group, "welfare"), follow=True).content.decode()
    assert [secret for secret in ("หลักฐานลับ", "เรื่องลับที่ขอ", "400.00&nbsp;บาท") if secret in read] == []
    assert f"welfare/given/{paid}" not in read


def test_the_entry_of_a_benefit_says_that_it_is_and_no_more(group):
    page = words(browser("chair").get(at("entry", group, first(group, "fund.welfare_paid"))))
    assert "จ่ายสวัสดิการให้สมาชิก" in page
    assert [secret for secret in (called(2), member(2), "400") if secret in page] == []


def test_the_purse_line_by_line_is_the_treasurers(group):
    assert browser("treasurer").get(at("purse", group, "welfare")).status_code == 200
    assert browser("chair").get(at("purse", group, "welfare"))["Location"] == at("welfare", group)


def test_the_member_sees_their_own_benefit_with_how_it_came_about(group):
    page = words(browser("member").get(at("welfare-given", group, first(group, "fund.welfare_paid"))))
    assert "คืนละ 200 บาท × 2 คืน" not in page  # brought in without the day it happened: nothing to reckon from
    assert "นอนโรงพยาบาล" in page


def test_how_many_were_helped_is_told_from_five_on(group):
    from kwan.fund.commands import PayIntoWelfare, PayWelfare

    told = "จ่ายให้สมาชิก 400.00"
    assert told in words(browser("facilitator").get(at("welfare", group)))
    record(group, envelope(PayIntoWelfare(on=today(), member=member(1), satang=500_000), source="live"))
    rule = welfare_rules(group)[0].entry
    for number in (1, 3, 4, 5):
        record(
            group,
            envelope(PayWelfare(on=today(), member=member(number), satang=20_000, rule=rule), source="live"),
        )
    page = words(browser("facilitator").get(at("welfare", group)))
    assert "จ่ายให้สมาชิก 5 คน 1,200.00" in page
    assert "นอนโรงพยาบาล 5 คน" in page


def test_an_empty_book_says_what_to_do_next(books):
    empty = an_empty_group()
    page = words(browser("beginner").get(at("welfare", empty)))
    assert "กลุ่มยังไม่ได้ตั้งระเบียบ" in page
    assert "ตั้งระเบียบข้อแรก" in page
