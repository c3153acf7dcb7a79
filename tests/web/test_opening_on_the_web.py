"""A group begins its book in mid-life: the treasurer fills one sheet in, another officer signs it."""

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from kwan.fund.queries import balances, loan, opening, sheet_asked
from kwan.ids import uuid7
from kwan.people.commands import Join
from tests.journal.hands import a_book, breaches, write
from tests.web.borrowing import words
from tests.web.village import browser, seat

NAMES = {"ก01": "บัวผัน ใจดี", "ก02": "สมพร กว๊านงาม"}


@pytest.fixture
def book(books):
    book = a_book("กลุ่มออมทรัพย์บ้านสันเวียง")
    for member, name in NAMES.items():
        write(book, Join(on=timezone.localdate().replace(year=2018), member=member, name=name))
    seat("treasurer", book, "treasurer", "ก01")
    seat("chair", book, "chair", "ก02")
    seat("facilitator", book, "facilitator")
    return book


def at(book, name="opening", *more):
    return reverse(name, args=[book, *more])


def boxes(answer):
    """What a browser would send back of the sheet, by name."""
    page = answer.content.decode()
    values = dict(re.findall(r'<input[^>]*name="([\w-]+)"[^>]*value="([^"]*)"', page))
    for select, options in re.findall(r'<select[^>]*name="([\w-]+)"[^>]*>(.*?)</select>', page):
        chosen = re.search(r'value="([^"]*)" selected', options) or re.search(r'value="([^"]*)"', options)
        values[select] = chosen[1]
    return {key: unescape(value) for key, value in values.items() if key != "csrfmiddlewaretoken"}


def filled(client, book, **other):
    """The sheet as the treasurer types it: two passbooks, a box, a bank, a loan and goods."""
    said = {
        "regular1": "1,000", "regular2": "500", "cash-savings": "400", "bank-savings": "600", "loan1-member": "ก02",
        "loan1-number": "3/2568", "loan1-left": "600", "loan1-rate": "12", "loan1-periods": "6", "loan1-due": "15 ม.ค. 2600",
        "stock1-what": "ผ้าทอ", "stock1-many": "12",
    }  # fmt: skip
    return boxes(client.get(at(book))) | said | other


def ask(client, book, **other):
    looked = client.post(at(book), filled(client, book, act="look", **other))
    return client.post(at(book), boxes(looked) | {"act": "ask"})


def sign(client, book, **other):
    said = {"act": "sign", "asked": sheet_asked(book).entry, "form_id": str(uuid7())}
    return client.post(at(book), said | other)


class TestTheSheet:
    def test_it_is_added_up_and_the_difference_has_its_name_before_anything_is_written(self, book):
        treasurer = browser("treasurer")
        page = words(treasurer.post(at(book), filled(treasurer, book, act="look")))
        assert "ส่วนของกลุ่มเอง 100.00" in page
        page = words(treasurer.post(at(book), filled(treasurer, book, act="look", regular1="2,000")))
        assert "ยังขาดอยู่ -900.00" in page
        assert sheet_asked(book) is None

    def test_what_cannot_be_read_is_told_and_all_that_was_typed_stays(self, book):
        treasurer = browser("treasurer")
        answer = treasurer.post(
            at(book), filled(treasurer, book, act="look", regular2="ห้าร้อย", **{"loan1-member": ""})
        )
        assert answer.status_code == 422
        kept = boxes(answer)
        assert (kept["regular1"], kept["regular2"], kept["stock1-what"]) == ("1,000", "ห้าร้อย", "ผ้าทอ")
        assert "เลือกว่าเงินกู้ของใคร" in words(answer)

    def test_more_places_for_loans_and_goods_keep_what_is_typed(self, book):
        treasurer = browser("treasurer")
        more = boxes(treasurer.post(at(book), filled(treasurer, book, act="loan")))
        assert "loan4-number" in more
        assert more["loan1-number"] == "3/2568"
        assert "special1" not in more
        assert "special1" in boxes(treasurer.post(at(book), filled(treasurer, book, act="sorts")))

    def test_signing_without_having_seen_the_sum_shows_it_first(self, book):
        treasurer = browser("treasurer")
        answer = treasurer.post(at(book), filled(treasurer, book, act="ask"))
        assert answer.status_code == 200
        assert sheet_asked(book) is None

    def test_a_sheet_that_waits_may_be_changed(self, book):
        treasurer = browser("treasurer")
        ask(treasurer, book)
        again = boxes(treasurer.get(at(book) + "?change=1"))
        assert (again["regular1"], again["loan1-left"], again["stock1-many"]) == ("1000", "600", "12")
        looked = treasurer.post(at(book), again | {"act": "look", "regular1": "900"})
        treasurer.post(at(book), boxes(looked) | {"act": "ask"})
        assert sheet_asked(book).sheet.owed == 140_000


class TestTheSecondSignature:
    def test_the_chair_sees_every_line_signs_and_the_book_begins(self, book):
        assert ask(browser("treasurer"), book).status_code == 302
        chair = browser("chair")
        page = words(chair.get(at(book)))
        assert "บัวผัน ใจดี" in page
        assert "3/2568" in page
        assert sign(chair, book).status_code == 302
        assert balances(book) == {"ก01": 100_000, "ก02": 50_000}
        assert loan(book, "3/2568").balance == 60_000
        assert opening(book).own == 10_000
        assert breaches() == []
        assert "สมุดเล่มนี้เริ่มวันนั้น" in words(chair.get(at(book)))

    def test_who_wrote_it_cannot_sign_it(self, book):
        treasurer = browser("treasurer")
        ask(treasurer, book)
        assert "ลงชื่อ เริ่มสมุด" not in words(treasurer.get(at(book)))
        answer = sign(treasurer, book)
        assert answer.status_code == 422
        assert "ต้องเป็นกรรมการอีกคน" in words(answer)
        assert opening(book) is None

    def test_a_sheet_that_was_changed_under_the_chairs_eyes_is_looked_at_again(self, book):
        ask(browser("treasurer"), book)
        answer = sign(browser("chair"), book, asked="1")
        assert answer.status_code == 422
        assert opening(book) is None

    def test_before_there_is_a_sheet_the_chair_is_told_what_comes_first(self, book):
        assert "เหรัญญิกจดแผ่นยอดยกมาก่อน" in words(browser("chair").get(at(book)))
        assert browser("facilitator").get(at(book)).status_code == 404


class TestAfterwards:
    def opened(self, book):
        ask(browser("treasurer"), book)
        sign(browser("chair"), book)

    def test_a_wrong_sum_is_mended_on_its_line(self, book):
        self.opened(book)
        treasurer = browser("treasurer")
        line = next(one for one in opening(book).lines if one.name == "ก02")
        address = at(book, "opening-mend", line.entry)
        form = boxes(treasurer.get(address)) | {"sum": "450", "act": "post"}
        assert treasurer.post(address, form).status_code == 302
        assert balances(book)["ก02"] == 45_000
        assert breaches() == []

    def test_it_is_done_once_and_later_pages_say_so(self, book):
        self.opened(book)
        treasurer = browser("treasurer")
        answer = treasurer.post(at(book), {"act": "look", "regular1": "1"})
        assert "ยอดยกมา" in words(answer)
        assert balances(book)["ก01"] == 100_000

    def test_a_passbook_shows_what_was_brought_forward_as_that(self, book):
        self.opened(book)
        page = words(browser("treasurer").get(at(book, "passbook", "ก01")))
        assert "ยกมา 1,000.00" in page

    def test_money_before_that_day_is_refused_in_words(self, book):
        self.opened(book)
        treasurer = browser("treasurer")
        form = boxes(treasurer.get(at(book, "bank-move"))) | {"sum": "1", "on": "1 ม.ค. 2560", "act": "post"}
        answer = treasurer.post(at(book, "bank-move"), form)
        assert answer.status_code == 422
        assert "สมุดเล่มนี้เริ่มด้วยยอดยกมาวันที่" in words(answer)


def test_a_book_in_which_money_moved_is_not_opened(books):
    from tests.web.village import Village

    village = Village()
    assert "มีเงินเข้าออกแล้ว" in words(browser("treasurer").get(at(village.group)))
