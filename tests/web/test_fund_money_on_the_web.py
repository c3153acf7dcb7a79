"""The fund's money and its equipment on screen: gifts with their givers, plans against what is there, a register."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kwan.fund.queries import fund_book
from kwan.fund.queries.assets import equipment, register
from kwan.fund.queries.revolving import plans
from kwan.journal import queries as journal
from kwan.web.forms.boxes import written
from tests.web import caring
from tests.web.borrowing import drawn, today, words
from tests.web.caring import a_caring_group, an_empty_group
from tests.web.village import browser, first, member


@pytest.fixture
def group(books):
    return a_caring_group()


def at(name, group, *more):
    return reverse(name, args=[group, *more])


def sent(group, page, said, *more, **query):
    address = at(page, group, *more) + "".join(f"?{key}={value}" for key, value in query.items())
    return caring.sent(address, said)


def there(group):
    return journal.balance(group, "purse:fund") + journal.balance(group, "bank:fund")


GIFT = {
    "sum": "3,500",
    "purpose": "raised",
    "giver_kind": "person",
    "giver": "แม่คำลับ",
    "item": "ซื้อเข่ง",
    "kept": "bank",
}


def test_a_gift_is_written_with_its_giver_and_leads_to_a_paper_of_thanks(group):
    before = there(group)
    answer = sent(group, "fund-in", GIFT)
    line = fund_book(group)[0]
    assert (line.giver, line.giver_kind, line.kept, there(group) - before) == (
        "แม่คำลับ",
        "person",
        "bank",
        350_000,
    )
    assert answer["Location"] == at("fund-thanks", group, line.entry)
    paper = words(browser("treasurer").get(answer["Location"]))
    assert "กลุ่มขอขอบคุณ แม่คำลับ" in paper
    assert "สามพันห้าร้อยบาทถ้วน" in paper


def test_the_givers_name_is_read_inside_the_group_and_by_nobody_else(group):
    sent(group, "fund-in", GIFT)
    assert "แม่คำลับ" in words(browser("chair").get(at("fund-givers", group)))
    entry = browser("funder").get(at("entry", group, fund_book(group)[0].entry))
    assert "แม่คำลับ" not in entry.content.decode()


def test_what_came_for_goods_is_no_gift(group):
    answer = sent(group, "fund-in", {"sum": "200", "purpose": "sales"})
    assert answer["Location"] == at("fund", group)
    number = fund_book(group)[0].entry
    assert browser("treasurer").get(at("fund-thanks", group, number)).status_code == 404


def test_more_than_the_fund_holds_is_not_paid_and_what_was_typed_stays(group):
    before = there(group)
    answer = sent(group, "fund-out", {"sum": "99,999", "purpose": "materials", "item": "ผักตบชวา"})
    assert (answer.status_code, there(group)) == (422, before)
    assert "เงินตรงนี้ไม่พอจ่าย" in words(answer)
    assert drawn(answer)["item"] == "ผักตบชวา"


def test_a_plan_is_written_bought_and_gone(group):
    assert (
        sent(
            group,
            "fund-plan-new",
            {"what": "เชือก", "sum": "250", "due": written(today() + timedelta(days=9))},
        ).status_code
        == 302
    )
    rope = next(plan for plan in plans(group) if plan.what == "เชือก")
    form = drawn(browser("treasurer").get(at("fund-out", group) + f"?plan={rope.entry}"))
    assert (form["sum"], form["item"]) == ("250", "เชือก")
    assert sent(group, "fund-out", {"sum": "240"}, plan=rope.entry)["Location"] == at("fund-plan", group)
    assert "เชือก" not in [plan.what for plan in plans(group)]


def test_a_plan_of_the_past_and_one_of_nothing_are_refused(group):
    for wrong in ({"what": "เชือก", "sum": "250", "due": "1 ม.ค. 2560"}, {"what": "", "sum": "0"}):
        assert sent(group, "fund-plan-new", wrong).status_code == 422


def test_a_plan_is_dropped(group):
    salt = first(group, "fund.purchase_planned")
    assert sent(group, "fund-plan-drop", {}, salt).status_code == 302
    assert plans(group) == []


def test_the_page_says_until_when_there_is_enough_and_from_when_not(group):
    assert "ถ้าเป็นไปตามแผน เงินพอถึง" in words(browser("treasurer").get(at("fund-plan", group)))
    sent(
        group,
        "fund-plan-new",
        {"what": "เครื่องบด", "sum": "50,000", "due": written(today() + timedelta(days=20))},
    )
    page = words(browser("chair").get(at("fund-plan", group)))
    short = (50_000_00 + 300_00 - there(group)) // 100
    assert f"ขาด {short:,}.00 บาท" in page


MACHINE = {
    "what": "จักรเย็บผ้า",
    "number": "อ9",
    "pieces": "1",
    "sum": "4,500",
    "spot": "ศาลา",
    "keeper": member(3),
}


def test_equipment_is_bought_from_the_fund_and_stands_in_the_register(group):
    before = there(group)
    answer = sent(group, "equipment-bought", MACHINE)
    view = equipment(group, "อ9")
    assert answer["Location"] == at("equipment-one", group, view.entry)
    assert (view.piece.keeper, view.piece.place, before - there(group)) == (member(3), "ศาลา", 450_000)


def test_equipment_is_given_counted_moved_and_retired(group):
    sent(
        group,
        "equipment-given",
        {"what": "เก้าอี้", "number": "อ8", "pieces": "20", "giver_kind": "community", "giver": "วัดลับ"},
    )
    number = equipment(group, "อ8").entry
    steps = (
        ("look", {"pieces": "18", "state": "good", "note": "สองตัวอยู่วัด"}),
        ("move", {"spot": "โรงเรียน", "keeper": member(4)}),
        ("retire", {"how": "not_found", "pieces": "2"}),
    )
    for step, said in steps:
        assert sent(group, "equipment-step", said, number, step).status_code == 302
    piece = equipment(group, "อ8").piece
    assert (piece.pieces, piece.place, piece.keeper, piece.seen, piece.differs) == (
        18,
        "โรงเรียน",
        member(4),
        18,
        0,
    )
    page = words(browser("facilitator").get(at("equipment-one", group, number)))
    assert [
        told for told in ("รับมอบ 20 ชิ้น", "นับได้ 18 ชิ้น", "หาไม่พบ 2 ชิ้น", "ตั้งอยู่ที่ โรงเรียน") if told not in page
    ] == []


def test_a_count_of_none_is_a_count(group):
    number = register(group)[0].entry
    assert sent(group, "equipment-step", {"pieces": "0"}, number, "look").status_code == 302
    assert "ตรวจนับได้ 0 ชิ้น" in words(browser("treasurer").get(at("equipment-one", group, number)))


def test_a_number_that_is_taken_is_refused_and_what_was_typed_stays(group):
    answer = sent(
        group, "equipment-given", {"what": "เก้าอี้", "number": "อ1", "pieces": "2", "giver_kind": "person"}
    )
    assert answer.status_code == 422
    assert "มีของเลขที่ อ1 อยู่แล้ว" in words(answer)
    assert drawn(answer)["what"] == "เก้าอี้"


def test_what_is_not_in_the_book_is_not_found(group):
    treasurer = browser("treasurer")
    for page, more in (
        ("equipment-one", [1]),
        ("equipment-step", [register(group)[0].entry, "paint"]),
        ("fund-thanks", [1]),
        ("fund-plan-drop", [1]),
    ):
        assert treasurer.get(at(page, group, *more)).status_code == 404
    assert treasurer.get(at("fund-out", group) + "?plan=1").status_code == 404


def test_the_same_form_sent_twice_buys_once(group):
    form = drawn(browser("treasurer").get(at("equipment-bought", group))) | MACHINE
    answers = [browser("treasurer").post(at("equipment-bought", group), form) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]


@pytest.mark.parametrize("page", ["fund-givers", "fund-plan", "equipment"])
def test_an_empty_page_says_what_to_do_next(books, page):
    empty = an_empty_group()
    said = words(browser("beginner").get(at(page, empty)))
    assert "ยังไม่มี" in said or "ยังว่าง" in said
