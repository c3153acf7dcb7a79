import pytest

from kwan.lessons.claims import capital, fund, welfare
from kwan.lessons.claims import debts as debt_claims
from kwan.people.commands import Join
from kwan.production.commands import BuyMaterial
from tests.lessons.hand_made import (
    START,
    debts,
    judged,
    member,
    members,
    month,
    received,
    said_in_english,
    spent,
    told,
)

pytestmark = pytest.mark.django_db
CLAIMS = (*fund.CLAIMS, *welfare.CLAIMS, *capital.CLAIMS)
IDS = [claim.id for claim in CLAIMS]


def ask(id_, *commands):
    return judged(CLAIMS, id_, *commands)


def purchases(*by_month):
    return [
        BuyMaterial(on=month(n, 2), material="กุ้งสด", quantity=1000, unit="กก.", satang=satang)
        for n, satang in enumerate(by_month)
    ]


@pytest.mark.parametrize("id_", IDS)
def test_without_a_fund_nothing_is_said_of_it(id_):
    answer = ask(id_, *members(3))
    assert answer.verdict == "not_enough_data"
    assert told(answer)[1].startswith("สมุดของกลุ่มทดสอบยังไม่มีสมุดกองทุน")


def test_the_fund_tells_what_it_received_spent_and_kept():
    answer = ask("fund.balance", received(2600000), spent(1940050, "equipment"))
    assert told(answer) == (
        "supported",
        "กองทุนของกลุ่มทดสอบรับ 26,000 บาท จ่าย 19,400.50 บาท เหลือ 6,599.50 บาท",
        "",
    )


def test_a_fund_that_notes_more_spent_than_received_says_by_how_much():
    answer = ask("fund.balance", received(100000), spent(150000, "equipment"))
    assert told(answer)[:2] == ("partly", "กองทุนของกลุ่มทดสอบจดว่ารับ 1,000 บาท จ่าย 1,500 บาท")
    assert told(answer)[2].startswith("ที่จดว่าจ่ายมากกว่าที่จดว่ารับอยู่ 500 บาท")


def test_money_raised_and_then_spent_on_materials_was_raised_for_them():
    answer = ask(
        "fund.raised_for_materials",
        received(2000000),
        received(600000, "raised", month(2, 3)),
        *purchases(0, 0, 900000),
        spent(850000, "materials", month(2, 6)),
    )
    assert told(answer) == (
        "supported",
        "กลุ่มระดมทุนได้ 6,000 บาท และหลังจากนั้นกองทุนจ่ายซื้อวัตถุดิบ 8,500 บาท",
        "",
    )


def test_exactly_what_was_raised_spent_on_materials_is_enough():
    lines = [received(600000, "raised"), *purchases(600000), spent(600000, "materials")]
    assert ask("fund.raised_for_materials", *lines).verdict == "supported"


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([], "หลังจากระดมทุน กองทุนยังไม่มีรายการซื้อวัตถุดิบ"),
        ([spent(100000, "materials", month(0))], "หลังจากระดมทุน กองทุนยังไม่มีรายการซื้อวัตถุดิบ"),
        ([spent(100000, "materials", month(1))], "จ่ายซื้อวัตถุดิบยังไม่ครบเท่าที่ระดมได้"),
    ],
    ids=["no materials", "materials before", "less than was raised"],
)
def test_money_raised_but_not_all_spent_on_materials_is_partly(lines, why):
    answer = ask(
        "fund.raised_for_materials",
        received(500000),
        received(600000, "raised", month(1)),
        *purchases(100000, 100000),
        *lines,
    )
    assert (answer.verdict, told(answer)[2]) == ("partly", why)


def test_materials_paid_from_a_grant_were_not_raised_for():
    answer = ask("fund.raised_for_materials", received(2000000), spent(850000, "materials", month(1)))
    assert told(answer) == (
        "not_supported",
        "กองทุนจ่ายซื้อวัตถุดิบ 8,500 บาท จากเงินที่กองทุนได้รับทางอื่น",
        "สมุดกองทุนไม่มีรายการระดมทุน",
    )


def test_a_fund_that_neither_raised_nor_bought_materials_says_so():
    assert ask("fund.raised_for_materials", received(2000000)).verdict == "not_supported"


def test_equipment_is_told_with_the_purse_that_paid_and_is_no_savings():
    answer = ask("fund.equipment_bought", received(2000000), spent(990000, "equipment", item="ตู้แช่แข็ง 9 คิว"))
    assert told(answer) == (
        "partly",
        "กลุ่มซื้ออุปกรณ์ ได้แก่ ตู้แช่แข็ง 9 คิว เป็นเงิน 9,900 บาท โดยใช้เงินกองทุนหมุนเวียน",
        "เงินที่ใช้ซื้อเป็นเงินกองทุน ไม่ใช่เงินออมในสมุดออมของสมาชิก",
    )


def test_a_members_name_in_the_groups_own_words_is_left_out():
    answer = ask(
        "fund.equipment_bought",
        Join(on=START, member=member(1), name="บัวผัน ใจดี"),
        received(2000000),
        spent(990000, "equipment", item="ตู้แช่ของบัวผัน"),
    )
    assert told(answer)[1] == "กลุ่มซื้ออุปกรณ์ เป็นเงิน 9,900 บาท โดยใช้เงินกองทุนหมุนเวียน"


def test_a_fund_without_equipment_bought_none():
    assert ask("fund.equipment_bought", received(2000000)).verdict == "not_supported"


@pytest.mark.parametrize(
    ("lines", "verdict"),
    [
        ([received(50000, "welfare"), spent(20000, "welfare", month(1))], "supported"),
        ([received(50000), spent(20000, "welfare", month(1))], "partly"),
        ([received(50000, "welfare")], "partly"),
        ([received(50000)], "not_supported"),
    ],
    ids=["put in and paid", "paid from the fund", "only put in", "neither"],
)
def test_welfare_is_money_put_aside_and_paid_out(lines, verdict):
    assert ask("fund.welfare", *lines).verdict == verdict


def test_welfare_tells_how_often_and_how_much_never_for_what():
    answer = ask(
        "fund.welfare",
        received(500000),
        spent(100000, "welfare", item="เยี่ยมสมาชิกป่วย"),
        spent(50000, "welfare"),
    )
    assert told(answer)[1] == "กลุ่มจ่ายสวัสดิการให้สมาชิก 2 ครั้ง เป็นเงิน 1,500 บาท จากเงินกองทุนหมุนเวียน"


def test_a_fund_below_a_month_of_materials_is_short():
    answer = ask("fund.working_capital", received(100000), *purchases(900000, 100000, 200000, 300000))
    assert told(answer)[:2] == (
        "supported",
        "เงินกองทุนหมุนเวียนมี 1,000 บาท ค่าวัตถุดิบเฉลี่ยเดือนละ 2,000 บาท (คิดจากเดือนสิงหาคม 2564 "
        "ถึงเดือนตุลาคม 2564 ไม่นับเงินสดจากการขาย) เงินกองทุนก้อนเดียวไม่พอซื้อวัตถุดิบหนึ่งเดือน",
    )


def test_a_fund_of_exactly_a_month_of_materials_is_not_short():
    answer = ask("fund.working_capital", received(200000), *purchases(100000, 200000, 300000))
    assert (answer.verdict, told(answer)[2]) == ("not_supported", "เงินกองทุนพอซื้อวัตถุดิบได้หนึ่งเดือนขึ้นไป")


@pytest.mark.parametrize("bought", [(), (100000,), (100000, 200000)])
def test_less_than_three_months_of_purchases_do_not_say_what_a_month_needs(bought):
    assert ask("fund.working_capital", received(200000), *purchases(*bought)).verdict == "not_enough_data"


def test_a_fund_that_notes_more_spent_than_received_cannot_say_what_is_left():
    answer = ask("fund.working_capital", received(100), spent(200, "equipment"), *purchases(100, 100, 100))
    assert told(answer)[:2] == (
        "not_enough_data",
        "สมุดกองทุนของกลุ่มทดสอบจดว่าจ่ายมากกว่ารับ จึงยังบอกไม่ได้ว่าเหลือเงินหมุนเวียนเท่าใด",
    )


def ask_of_debts(*commands):
    return judged(debt_claims.CLAIMS, "fund.debts_managed", *commands)


def test_debts_of_five_among_more_members_are_counted():
    answer = ask_of_debts(*members(6), *debts(1, 2, 3, 4, 5, 5))
    assert told(answer)[:2] == ("partly", "สมาชิก 5 จาก 6 คนบอกเรื่องหนี้ของตนไว้ในทะเบียนหนี้ของกลุ่มทดสอบ")


@pytest.mark.parametrize("who", [(), (1,), (1, 1, 1, 1, 1), (1, 2, 3, 4)])
def test_debts_of_fewer_than_five_read_the_same_as_none(who):
    none, answer = ask_of_debts(*members(6)), ask_of_debts(*members(6), *debts(*who))
    assert told(answer) == told(none)
    assert answer.verdict == "not_enough_data"
    assert not any(letter.isdigit() for letter in told(answer)[1] + said_in_english(answer))
    assert (answer.finding.statistics, list(answer.readings)) == ({}, ["members.active"])
    assert answer.evidence == tuple((answer.book, entry) for entry in range(1, 7))


def test_debts_that_every_member_told_are_not_counted_either():
    assert ask_of_debts(*members(5), *debts(1, 2, 3, 4, 5)).verdict == "not_enough_data"
