"""The treasurer's sheet: nothing typed is lost, nothing is written twice, and what was printed can be compared."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from kwan.catalogue import COMMANDS
from kwan.fund.commands import Deposit
from kwan.fund.queries import balances, savings_day_on
from kwan.ids import uuid7
from kwan.journal.audit import check
from kwan.journal.commands import open_book
from kwan.journal.queries import head
from kwan.people.commands import Join
from tests.web.village import browser, envelope, seat, write_all

LAST = timedelta(days=30)


@pytest.fixture
def book(books):
    """Three members; the first two have 100 and 200 baht. Five entries. Two treasurers and a neighbour's facilitator."""
    number = open_book(str(uuid4()), "group", "กลุ่มออม")
    day = timezone.localdate() - LAST
    write_all(number, [
        *(Join(on=day, member=f"ก0{n}", name=f"ชื่อ{n} สกุล") for n in (1, 2, 3)),
        Deposit(on=day, member="ก01", satang=10_000), Deposit(on=day, member="ก02", satang=20_000),
    ])  # fmt: skip
    seat("first", number, "treasurer")
    seat("second", number, "treasurer")
    return number


def send(book, username="first", lang="th", form=None, **typed):
    """Send the sheet, nothing but the sums typed."""
    said = {
        "form_id": str(form or uuid7()),
        "act": typed.pop("act", "post"),
        **{k.replace("_", "-", 1): v for k, v in typed.items()},
    }
    if "form-id" in said:
        said["form_id"] = said.pop("form-id")
    return browser(username, lang).post(reverse("savings-day", args=[book]), said)


def page(answer):
    return unescape(answer.content.decode())


def value(answer, name):
    """What stands in a box of the page."""
    found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', page(answer))
    return found and found[1]


def test_a_day_is_written_and_leads_to_its_receipts(book):
    answer = send(book, same_ก01="1", in_ก03="50.50", counted="150.50")
    day = savings_day_on(book, timezone.localdate())
    assert (answer.status_code, answer.url) == (302, reverse("savings-day-held", args=[book, day.entry]))
    assert balances(book) == {"ก01": 20_000, "ก02": 20_000, "ก03": 5_050}
    assert (day.expected, day.counted, day.difference, day.actor) == (15_050, 15_050, 0, "first")
    assert list(check(COMMANDS)) == []


def test_a_sum_in_the_box_stands_before_the_tick(book):
    send(book, same_ก01="1", in_ก01="๑๕๐", counted="150")
    assert balances(book)["ก01"] == 25_000


def test_zero_in_the_box_unticks_a_member(book):
    answer = send(book, act="sum", same_ก01="1", in_ก01="0", same_ก02="1")
    assert '<b id="expected">200</b>' in page(answer)


def test_everybody_as_usual_is_one_button_of_the_form(book):
    answer = send(book, act="usual", in_ก02="500")
    assert page(answer).count(" checked") == 1
    assert '<b id="expected">600</b>' in page(answer)
    assert head(book).last_entry == 5


def test_adding_up_writes_nothing_and_says_the_difference(book):
    answer = send(book, act="sum", same_ก01="1", counted="90", lang="en")
    assert (answer.status_code, head(book).last_entry) == (200, 5)
    assert "10 baht short. Count once more; what differs is written down too." in page(answer)


def test_a_difference_is_said_before_it_is_written_and_then_recorded(book):
    first = send(book, same_ก01="1", counted="120")
    assert (first.status_code, head(book).last_entry) == (200, 5)
    assert "เงินเกิน 20 บาท" in page(first)
    again = send(book, same_ก01="1", counted="120", form=value(first, "form_id"), seen=value(first, "seen"))
    assert again.status_code == 302
    assert savings_day_on(book, timezone.localdate()).difference == 2_000
    assert "เงินเกินจากที่จด 20 บาท" in page(browser("first").get(again.url))


def test_a_sum_too_much_names_the_one_who_may_be_forgotten(book):
    assert "เท่าที่ชื่อ2ออมครั้งก่อน ลืมจดหรือเปล่า" in page(send(book, same_ก01="1", counted="300"))


def test_the_same_form_twice_is_one_day(book):
    form = uuid7()
    first, again = (send(book, form=form, same_ก01="1", counted="100") for _ in range(2))
    assert (first.status_code, first.url) == (again.status_code, again.url)
    assert head(book).last_entry == 7


def test_the_same_form_sent_again_after_a_withdrawal_emptied_the_passbook_is_still_one_day(book):
    form = uuid7()
    first, again = (
        send(book, form=form, in_ก03="100", out_ก02="200", opening="200", counted="100") for _ in range(2)
    )
    assert (first.status_code, first.url) == (again.status_code, again.url)


def test_the_same_form_with_another_sum_is_refused_and_keeps_what_was_typed(book):
    form = uuid7()
    send(book, form=form, in_ก01="100", counted="100")
    answer = send(book, form=form, in_ก01="175", counted="175")
    assert answer.status_code == 409
    assert (value(answer, "in-ก01"), value(answer, "counted")) == ("175", "175")
    assert value(answer, "form_id") != str(form)
    assert balances(book)["ก01"] == 20_000


def test_a_second_treasurer_is_told_by_whom_and_where_and_doubles_nothing(book):
    send(book, same_ก01="1", counted="100")
    answer = send(book, username="second", in_ก01="100", in_ก02="33", counted="133")
    assert answer.status_code == 409
    told = re.sub(r"<[^>]+>|\s|\xa0", " ", page(answer))
    assert re.search(r"จดโดย\s+first\s+รายการที่\s+6–7", told)
    assert value(answer, "in-ก02") == "33"
    assert balances(book) == {"ก01": 20_000, "ก02": 20_000}


@pytest.mark.parametrize(("typed", "said"), [
    ({"out_ก02": "200.01", "in_ก01": "500", "counted": "299.99"}, "ถอนได้ไม่เกิน 200 บาท"),
    ({"in_ก01": "ร้อยบาท", "counted": "1"}, "ร้อยบาท"),
    ({"in_ก01": "100"}, "นับเงินในกล่องแล้วใส่ยอดที่นับได้"),
    ({"counted": "0"}, "ยังไม่มีใครออมหรือถอน"),
    ({"out_ก02": "150", "counted": "0"}, "ใส่เงินที่มีในกล่องก่อนเริ่มด้วย"),
    ({"in_ก01": "100", "counted": "100", "day": "31", "month": "2", "year": "2565"}, "ไม่มีวันนี้ในปฏิทิน"),
    ({"in_ก01": "100", "counted": "100", "day": "1", "month": "1", "year": "2699"}, "วันนี้ยังมาไม่ถึง"),
    ({"in_ก01": "-5", "counted": "100"}, "ติดลบ"),
])  # fmt: skip
def test_what_is_wrong_is_said_and_all_that_was_typed_is_kept(book, typed, said):
    answer = send(book, **typed)
    assert (answer.status_code, head(book).last_entry) == (422, 5)
    assert said in page(answer)
    boxes = {k.replace("_", "-", 1): v for k, v in typed.items() if k not in ("day", "month", "year")}
    assert {name: value(answer, name) for name in boxes} == boxes


def test_an_older_day_may_be_written_late_and_a_line_of_it_is_not_doubled(book):
    older = timezone.localdate() - LAST
    date = {"day": older.day, "month": older.month, "year": older.year + 543}
    doubled = send(book, in_ก01="100", counted="100", **date)
    assert (doubled.status_code, "วันนี้จดไว้แล้ว รายการที่ 4" in page(doubled)) == (422, True)
    assert send(book, in_ก03="70", counted="70", **date).status_code == 302
    assert savings_day_on(book, older).expected == 7_000


def test_a_receipt_carries_what_the_book_says(book):
    held = browser("first").get(send(book, same_ก01="1", counted="100").url)
    code = urlsplit(held.context["slips"][0].code)
    said = {name: values[0] for name, values in parse_qs(code.query).items()}
    here = head(book)
    assert said == {"b": here.uid.replace("-", ""), "e": "7", "s": "10000", "r": "20000", "h": here.hash[:16]}
    assert "หนึ่งร้อยบาทถ้วน" in page(held)
    assert "ไม่ใช่ธนาคาร" in page(held)


@pytest.mark.parametrize(("changed", "answered"), [
    ({}, "ตรงกับสมุด"), ({"s": "10001"}, "ไม่ตรงกับสมุด"), ({"r": "1"}, "ไม่ตรงกับสมุด"), ({"h": "0" * 16}, "ไม่ตรงกับสมุด"),
    ({"e": "1"}, "ไม่ตรงกับสมุด"), ({"e": "99"}, "ไม่ตรงกับสมุด"),
])  # fmt: skip
def test_a_slip_that_was_printed_is_compared_with_the_book(book, changed, answered):
    send(book, same_ก01="1", counted="100")
    here = head(book)
    said = {
        "b": here.uid.replace("-", ""),
        "e": "7",
        "s": "10000",
        "r": "20000",
        "h": here.hash[:16],
    } | changed
    answer = browser("first").get(reverse("receipt"), said)
    assert re.search(r'<h2 id="answer">([^<]+)<', page(answer))[1] == answered


@pytest.mark.parametrize("changed", [{"b": "0" * 32}, {"e": "x"}, {"s": ""}, {"r": "9" * 16}, {"e": "๗"}])
def test_a_slip_of_no_book_of_ours_is_not_found(book, changed):
    here = head(book)
    said = {"b": here.uid.replace("-", ""), "e": "4", "s": "1", "r": "1", "h": "0"} | changed
    assert browser("first").get(reverse("receipt"), said).status_code == 404


def test_a_funder_compares_no_slip(book):
    seat("giver", book, "funder")
    said = {"b": head(book).uid.replace("-", ""), "e": "4", "s": "1", "r": "1", "h": "0"}
    assert browser("giver").get(reverse("receipt"), said).status_code == 404


def test_a_line_is_mended_by_a_correcting_entry_and_both_stay(book):
    held = send(book, same_ก01="1", counted="100").url
    answer = browser("first").post(reverse("mend", args=[book, 7]), {"form_id": str(uuid7()), "sum": "120"})
    assert (answer.status_code, answer.url, balances(book)["ก01"]) == (302, held, 22_000)
    shown = page(browser("first").get(held))
    assert ("หลังแก้รายการแล้ว" in shown, "เงินขาดจากที่จด 20 บาท" in shown) == (True, True)
    again = browser("first").post(reverse("mend", args=[book, 8]), {"form_id": str(uuid7()), "strike": "1"})
    assert (again.url, balances(book)["ก01"]) == (held, 10_000)
    assert list(check(COMMANDS)) == []


@pytest.mark.parametrize(
    ("typed", "said"), [("0", "มากกว่าศูนย์"), ("ห้า", "ห้า"), ("", ""), ("20", "ถอนไปแล้วมากกว่านั้น")]
)
def test_a_mend_that_cannot_be_is_refused_and_kept(book, typed, said):
    send(book, same_ก01="1", counted="100")
    write_all(book, [])
    from kwan.fund.commands import Withdrawal
    from kwan.journal.commands import record

    record(book, envelope(Withdrawal(on=timezone.localdate(), member="ก01", satang=15_000), source="live"))
    answer = browser("first").post(reverse("mend", args=[book, 7]), {"form_id": str(uuid7()), "sum": typed})
    assert (answer.status_code, value(answer, "sum"), balances(book)["ก01"]) == (422, typed, 5_000)
    assert said in page(answer)


def test_only_sums_of_a_passbook_are_mended_here(book):
    assert browser("first").get(reverse("mend", args=[book, 1])).status_code == 404
    assert browser("first").get(reverse("mend", args=[book, 99])).status_code == 404


def test_the_second_mend_of_one_line_is_led_to_the_first(book):
    send(book, same_ก01="1", counted="100")
    browser("first").post(reverse("mend", args=[book, 7]), {"form_id": str(uuid7()), "sum": "120"})
    assert reverse("mend", args=[book, 8]) in page(browser("first").get(reverse("mend", args=[book, 7])))
    answer = browser("first").post(reverse("mend", args=[book, 7]), {"form_id": str(uuid7()), "sum": "130"})
    assert (answer.status_code, balances(book)["ก01"]) == (422, 22_000)
