"""Every command of every room has an icon, a field name for all it says, and words for its codes."""

from dataclasses import fields
from datetime import date

import pytest

from kwan.fund.commands import COMMANDS as FUND
from kwan.fund.rules.bylaws import BYLAWS
from kwan.journal.backup import COMMANDS as BACKUP
from kwan.journal.queries import EntryView
from kwan.journal.rules import canonical
from kwan.lessons.commands import COMMANDS as LESSONS
from kwan.market.commands import COMMANDS as MARKET
from kwan.people.commands import COMMANDS as PEOPLE
from kwan.production.commands import COMMANDS as PRODUCTION
from kwan.programme.commands import COMMANDS as PROGRAMME
from kwan.web.words.codes import account_name, word
from kwan.web.words.entries import FIELDS, Fact, told
from kwan.web.words.kinds import KINDS, SEALED, entry_title, is_about_a_person
from kwan.wellbeing.commands import COMMANDS as WELLBEING

COMMANDS = (*BACKUP, *PEOPLE, *FUND, *MARKET, *PRODUCTION, *PROGRAMME, *WELLBEING, *LESSONS)
OPEN = [command for command in COMMANDS if not is_about_a_person(command.kind)]


def entry(kind, **body):
    return EntryView(1, 7, kind, date(2022, 2, 5), "", "live", None, canonical(body), "0" * 64, None, None)


def facts(kind, lang="th", *, with_people=True, **body):
    return [(fact.label, fact.text) for fact in told(entry(kind, **body), lang, with_people=with_people)]


def test_every_command_has_a_place_in_the_list():
    assert sorted(KINDS) == sorted(command.kind for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.kind)
def test_every_public_field_has_a_name_on_screen(command):
    said = {field.name for field in fields(command)} - set(command.sealed_fields) - {"on"}
    assert said - set(FIELDS) == set()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.kind)
def test_every_kind_has_a_title_in_both_languages(command):
    body = canonical({"items": [], "good": 1, "used": 1, "satang": 1, "event": "scarce"})
    titles = [entry_title(command.kind, body, lang)[0] for lang in ("th", "en")]
    assert command.kind not in titles
    assert titles[0] != titles[1]


def test_what_is_sealed_has_words_that_tell_nothing():
    assert {kind for kind, words in KINDS.items() if words.shown == "sealed"} == set(SEALED)
    for kind, (th, en) in SEALED.items():
        assert entry_title(kind, canonical({"member": "ก01", "round": 2}), "th") == (th, "")
        assert entry_title(kind, canonical({"member": "ก01", "round": 2}), "en") == (en, "")


@pytest.mark.parametrize("command", OPEN, ids=lambda command: command.kind)
def test_no_open_entry_is_about_one_member(command):
    assert "member" not in {field.name for field in fields(command)}


def test_a_batch_is_told_field_by_field():
    body = {
        "lot": "L1",
        "product": "ปลาส้ม",
        "used": 2500,
        "good": 1200,
        "waste": 0,
        "maker": "ก01",
        "place": "home",
        "cap": False,
    }
    assert facts("production.batch_made", **body) == [
        ("เลขที่ผลิต", "L1"), ("สินค้า", "ปลาส้ม"), ("ใช้วัตถุดิบ", "2.5\N{NO-BREAK SPACE}กก."), ("ได้สินค้าดี", "1,200"),
        ("เศษทิ้ง", "0\N{NO-BREAK SPACE}กก."), ("คนทำ", "ก01"), ("ทำที่ไหน", "ที่บ้าน"), ("หมวกคลุมผม", "ยังไม่ครบ"),
    ]  # fmt: skip


def test_an_order_is_told_with_its_products_and_without_its_buyer_to_strangers():
    items = [{"product": "ปลาส้ม", "quantity": 4, "unit": "ถุง", "unit_price": 5000}]
    body = {"number": "001/64", "buyer": "ลุงมี", "items": items, "due": 20210712}
    with_buyer = facts("market.order_placed", "en", **body)
    assert with_buyer == [
        ("Buyer", "ลุงมี"), ("Number", "001/64"),
        ("Products", "ปลาส้ม 4 ถุง × 50.00\N{NO-BREAK SPACE}baht"), ("Wanted by", "12 July 2564 BE"),
    ]  # fmt: skip
    assert facts("market.order_placed", "en", with_people=False, **body) == with_buyer[1:]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("quantity", 12_500, "12.5"), ("quantity", 29_000, "29"), ("target", 8_000, "80"), ("baseline", 30_050, "300.5"),
        ("attended", ["ก01", "ก02"], "2\N{NO-BREAK SPACE}คน"), ("parts", ["ใบ", "ราก"], "ใบ · ราก"), ("district", 5601, "อ.เมืองพะเยา"),
        ("subdistrict", 560101, "ต.เวียง อ.เมืองพะเยา"), ("upto", 1_234, "1,234"),
    ],
)  # fmt: skip
def test_a_field_is_written_as_people_write_it(field, value, said):
    assert [text for _, text in facts("x", **{field: value})] == [said]


def test_what_nobody_named_yet_is_shown_as_it_is():
    assert told(entry("x", strange="อะไรก็ไม่รู้"), "th", with_people=True) == [Fact("strange", "อะไรก็ไม่รู้")]
    assert word("office", "admiral", "th") == "admiral"


@pytest.mark.parametrize(
    ("code", "th"),
    [("purse:fund", "เงินกองทุนหมุนเวียน"), ("passbook:ก01", "สมุดออมของ ก01"), ("paid:materials", "จ่ายเป็น: วัตถุดิบ"),
     ("giver:grant", "ผู้ให้: เงินสมทบ"), ("store:ปลา", "ในคลัง: ปลา"), ("gold:ปลา", "gold:ปลา")],
)  # fmt: skip
def test_an_account_has_a_name(code, th):
    assert account_name(code, "th") == th


def test_the_terms_of_a_loan_are_told_in_words_and_not_in_codes():
    body = {
        "number": "1/2565", "principal": 100_000, "rate": 1_200, "method": "equal-principal", "basis": "act/365",
        "every": "15day", "round_instalment": 1_000,
    }  # fmt: skip
    assert facts("fund.loan_requested", **body)[3:] == [
        ("วิธีคิดดอกเบี้ย", "ลดต้นลดดอก เงินต้นเท่ากันทุกงวด"), ("นับวันแบบ", "นับวันจริง ปีละ 365 วัน"),
        ("งวดละ", "ทุก 15 วัน"), ("ปัดงวดเป็นทีละ", "10.00\N{NO-BREAK SPACE}บาท"),
    ]  # fmt: skip
    assert ("Every", "every 15 days") in facts("fund.loan_requested", "en", **body)
    assert facts("fund.loan_requested", method="a way of old", every="5week") == [
        ("วิธีคิดดอกเบี้ย", "a way of old"), ("งวดละ", "5week"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "told_th", "told_en"),
    [
        (
            "loan_repayment_order",
            "fine,interest,principal",
            "ค่าปรับ, ดอกเบี้ย, เงินต้น",
            "fine, interest, principal",
        ),
        ("loan_savings_multiple", "none", "ไม่กำหนด", "none"),
        ("loan_rate_ceiling", "12", "12", "12"),
        ("savings_columns", "regular,welfare", "สัจจะ, สวัสดิการ", "regular savings, welfare"),
    ],
)
def test_a_rule_of_the_group_is_told_by_its_name(name, value, told_th, told_en):
    law = BYLAWS[name]
    assert facts("fund.rule_set", name=name, value=value) == [("ชื่อ", law.th), ("ตั้งไว้เป็น", told_th)]
    assert facts("fund.rule_set", "en", name=name, value=value) == [("Name", law.en), ("Set to", told_en)]
