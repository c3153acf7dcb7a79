"""A sheet with columns on the screen: what is typed is kept, and what is in the way is said by name."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone

from kwan.catalogue import COMMANDS
from kwan.fund.queries import all_balances, balances, loan, savings_day, savings_day_on
from kwan.journal.audit import check
from kwan.journal.queries import balances as accounts
from kwan.journal.queries import head
from tests.web.saving import a_group_with_columns, open_page, page, send, welfare
from tests.web.village import browser


@pytest.fixture
def book(books):
    """A group with every column."""
    return a_group_with_columns()


def test_a_tick_takes_what_is_usual_in_every_column_and_what_is_due_of_a_loan(book):
    answer = send(book, same_ก02="1", counted="330", **welfare("10"))
    assert answer.status_code == 302
    assert accounts(book)["loan:1/69"] == 80_000
    assert (all_balances(book)["share"]["ก02"], accounts(book)["purse:welfare"]) == (4_000, 4_000)
    assert list(check(COMMANDS)) == []


def test_all_as_usual_adds_up_box_by_box(book):
    answer = send(book, act="usual")
    assert '<b id="expected">570</b>' in page(answer)  # 3 × 120 and 210 of the loan
    assert '<b id="expected-welfare">30</b>' in page(answer)


def test_what_a_share_leaves_over_is_asked_about_and_kept_or_given_back(book):
    asked = send(book, share_ก01="23", counted="23")
    assert asked.status_code == 422
    assert "ได้ 4 หุ้น เหลือ 3 บาท จะเก็บไว้ไหน" in page(asked)
    assert send(book, **{"share-ก01": "23", "rest-ก01": "keep", "counted": "23"}).status_code == 302
    assert (all_balances(book)["share"]["ก01"], all_balances(book)["special"]) == (4_000, {"ก01": 300})


def test_what_is_given_back_is_not_in_the_box(book):
    assert send(book, **{"share-ก01": "23", "rest-ก01": "back", "counted": "20"}).status_code == 302
    assert (all_balances(book)["share"]["ก01"], balances(book)["ก01"]) == (4_000, 10_000)


def test_what_came_by_the_bank_is_not_counted_in_the_box_and_a_slip_counts_once(book):
    first = send(book, **{"in-ก01": "100", "slip-ก01": "A77", "in-ก02": "50", "counted": "50"})
    assert first.status_code == 302
    assert accounts(book)["bank:savings"] == 10_000
    held = page(browser("first").get(first.url))
    assert ("A77" in held, "โอนเข้าธนาคาร ไม่อยู่ในกล่อง" in held) == (True, True)
    day = savings_day_on(book, timezone.localdate()).root
    again = send(
        book, name="savings-day-late", number=day, member="ก03", **{"in-ก03": "100", "slip-ก03": "A77"}
    )
    assert again.status_code == 422
    assert "สลิปนี้นับไปแล้ววันที่" in page(again)
    assert f"รายการที่ {day + 1}" in page(again)


@pytest.mark.parametrize(("typed", "said"), [
    ({"slip-ก01": "A1", "counted": "0"}, "ใส่ยอดที่โอนมาด้วย"),
    ({"in-ก01": "1", "slip-ก01": "A1", "in-ก02": "1", "slip-ก02": "A1", "counted": "0"}, "สลิปนี้อยู่ในแผ่นนี้สองที่"),
    ({"in-ก01": "1", "carried-ก01": "ก01", "counted": "1"}, "เลือกเพื่อนสมาชิกที่ถือเงินมา"),
    ({"loan-ก02/1/69": "2000", "counted": "2000"}, "รับคืนเกินไม่ได้"),
    ({"out-special-ก01": "5", "counted": "0"}, "ยังไม่มีใครออมหรือถอน"),
    ({"out-share-ก01": "25", "in-ก02": "50", "counted": "25"}, "ถอนได้ไม่เกิน 20 บาท"),
    ({"out-ก03": "501", "opening": "501", "counted": "0"}, "ต้องให้กรรมการอีกคนยืนยันก่อน"),
    ({"in-ก01": "10", "welfare-ก01": "5", "counted": "10"}, "นับเงินกล่องเงินสวัสดิการ"),
    ({"fine-ก01": "x", "counted": "0"}, "ชื่อ1:"),
])  # fmt: skip
def test_what_is_wrong_is_said_by_name_and_all_that_was_typed_is_kept(book, typed, said):
    last = head(book).last_entry
    answer = send(book, **typed)
    assert (answer.status_code, head(book).last_entry) == (422, last)
    assert said in page(answer)
    for name, value in typed.items():
        if not name.startswith(("carried", "out-special")):
            found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', page(answer))
            assert (name, found and found[1]) == (name, value)


def test_a_difference_is_said_of_the_box_that_it_is_in(book):
    first = send(book, same_ก01="1", counted="120", **welfare("9"))
    assert (first.status_code, "เงินขาด 1 บาท" in page(first)) == (200, True)
    seen = re.search(r'name="seen" id="seen" value="([^"]*)"', page(first))[1]
    form = re.search(r'name="form_id" value="([^"]*)"', page(first))[1]
    again = send(book, same_ก01="1", counted="120", form_id=form, seen=seen, **welfare("9"))
    assert again.status_code == 302
    day = savings_day_on(book, timezone.localdate())
    assert [(box.purse, box.difference) for box in day.boxes] == [("savings", 0), ("welfare", -100)]


def test_one_receipt_has_all_of_a_members_lines_and_its_code_is_compared_whole(book):
    url = send(book, same_ก02="1", counted="330", **welfare("10")).url
    held = browser("first").get(url)
    (slip,) = held.context["slips"]
    assert [line.label for line in slip.lines] == ["ออม", "หุ้น", "สวัสดิการ", "คืนเงินกู้ 1/69"]
    assert (slip.came, slip.in_words) == (34_000, "สามร้อยสี่สิบบาทถ้วน")
    code = {name: values[0] for name, values in parse_qs(urlsplit(slip.code).query).items()}
    assert "ตรงกับสมุด</h2>" in page(browser("first").get(reverse("receipt"), code))
    for changed in (
        {"s": code["s"].replace("10000", "10001")},
        {"h": "0" * 16},
        {"e": code["e"].replace(".", ".1", 1)},
    ):
        assert "ไม่ตรงกับสมุด</h2>" in page(browser("first").get(reverse("receipt"), code | changed))
    assert browser("first").get(reverse("receipt"), code | {"s": "1.2"}).status_code == 404


def test_a_facilitator_sees_the_day_but_nobodys_loan_or_fine(book):
    url = send(book, same_ก02="1", fine_ก01="5", counted="330", **{"cause-ก01": "มาสาย"}, **welfare("15")).url
    seen, mine = page(browser("guide").get(url)), page(browser("first").get(url))
    assert ("คืนเงินกู้" in mine, "ค่าปรับ" in mine) == (True, True)
    assert ("คืนเงินกู้ 1/69" in seen, "210.00" in seen, "ค่าปรับ</th>" in seen) == (False, False, False)
    assert "มาสาย" not in seen + mine
    loans = [
        line.receipt for line in browser("first").get(url).context["slips"][1].lines if line.receipt.number
    ]
    said = {"b": head(book).uid.replace("-", ""), "e": loans[0].entry, "s": 1, "r": 1, "h": "0"}
    assert browser("guide").get(reverse("receipt"), said).status_code == 404


def test_each_line_is_mended_at_its_receipt(book):
    url = send(book, same_ก02="1", counted="330", **welfare("10")).url
    lines = {
        line.receipt.column: line.receipt for line in browser("first").get(url).context["slips"][0].lines
    }
    for column, typed in (("in", "150"), ("share", "25"), ("welfare", "20"), ("loan", "420")):
        answer = send(book, name="mend", number=lines[column].entry, sum=typed)
        assert (column, answer.status_code, answer.url) == (column, 302, url)
    assert "เหลือเศษ 3 บาท" in page(send(book, name="mend", number=head(book).last_entry - 2, sum="23"))
    assert loan(book, "1/69").balance == 59_000
    send(book, name="mend", number=lines["welfare"].entry + 5, strike="1")
    assert list(check(COMMANDS)) == []


def test_a_latecomer_is_added_to_the_day_and_stands_on_its_page(book):
    url = send(book, same_ก01="1", counted="120", **welfare("10")).url
    day = savings_day_on(book, timezone.localdate()).root
    assert 'name="in-ก03"' in page(open_page("first", "savings-day-late", book, day)) + page(
        browser("first").get(reverse("savings-day-late", args=[book, day]), {"member": "ก03"})
    )
    late = send(
        book, name="savings-day-late", number=day, member="ก03", same_ก03="1", counted="120", **welfare("10")
    )
    assert (late.status_code, late.url) == (302, url)
    held = page(browser("first").get(url))
    assert ("และคนมาทีหลัง" in held, held.count("เงินพอดีกับที่จด")) == (True, 2)
    twice = send(book, name="savings-day-late", number=day, member="ก03", in_ก03="5", counted="5")
    assert (twice.status_code, "วันนี้จดไว้แล้ว" in page(twice)) == (422, True)
    assert list(check(COMMANDS)) == []


def test_a_wrong_count_is_mended_on_a_page_of_its_own(book):
    send(book, same_ก01="1", counted="120", **welfare("10"))
    day = savings_day_on(book, timezone.localdate()).root
    nothing = send(book, name="savings-day-count", number=day)
    assert (nothing.status_code, "เท่ากับที่นับไว้เดิม" in page(nothing)) == (422, True)
    wrong = send(book, name="savings-day-count", number=day, **{"counted-savings": "สิบ"})
    assert (wrong.status_code, 'value="สิบ"' in page(wrong)) == (422, True)
    right = send(book, name="savings-day-count", number=day, **{"counted-savings": "119"})
    assert (right.status_code, right.url) == (302, reverse("savings-day-held", args=[book, day]))
    assert "เงินขาดจากที่จด 1 บาท" in page(browser("first").get(right.url))
    assert savings_day(book, day).counted == 12_900
    again = send(book, name="savings-day-count", number=day, **{"counted-savings": "120"})
    assert (again.status_code, savings_day(book, day).difference) == (302, 0)
