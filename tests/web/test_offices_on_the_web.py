"""Officers handed over on one page, and what the group says of itself before the law."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kwan.ids import uuid7
from kwan.journal.queries import head
from kwan.people import queries
from tests.web.registering import a_register, look, page, send
from tests.web.village import browser

YESTERDAY = timedelta(days=1)


@pytest.fixture
def book(books):
    with a_register() as number:
        yield number


def test_a_handover_is_seen_first_and_written_whole(book):
    chosen = {"office-chair": "ก02", "office-treasurer": "ก03", "office-committee": ["ก01", "ก03"]}
    seen = send(book, "handover", on="", **chosen)
    assert (seen.status_code, "จะลงสมุดว่า" in page(seen), head(book).last_entry) == (200, True, 5)
    changes = [
        "leave|chair|ก01",
        "take|chair|ก02",
        "take|treasurer|ก03",
        "take|committee|ก01",
        "take|committee|ก03",
    ]
    assert all(f'value="{change}"' in page(seen) for change in changes)
    form = uuid7()
    for _ in range(2):
        answer = send(book, "handover", form_id=form, on="", change=changes, **chosen)
        assert (answer.status_code, answer.url) == (302, reverse("offices", args=[book]))
    assert queries.holders(book) == {"chair": {"ก02"}, "treasurer": {"ก03"}, "committee": {"ก01", "ก03"}}
    assert head(book).last_entry == 10


def test_the_page_of_offices_shows_the_generations_and_whose_login_to_look_at(book):
    chosen = {"office-chair": "ก02"}
    send(book, "handover", on="", change=["leave|chair|ก01", "take|chair|ก02"], **chosen)
    said = look(book, "offices")
    assert [
        part in said
        for part in ("ชุดที่ 2".replace(" ", "\N{NO-BREAK SPACE}"), "ให้ทางเข้า สมพร", "ปิดทางเข้าของ บัวผัน")
    ] == [True] * 3


def test_a_handover_that_changes_nothing_or_that_somebody_else_wrote_first_is_told(book):
    same = send(book, "handover", on="", **{"office-chair": "ก01"})
    assert (same.status_code, "ตรงกับที่จดไว้แล้ว" in page(same)) == (422, True)
    changes = ["leave|chair|ก01", "take|chair|ก02"]
    send(book, "handover", on="", change=changes, **{"office-chair": "ก02"})
    late = send(
        book, "handover", on="", change=["leave|chair|ก01", "take|chair|ก03"], **{"office-chair": "ก03"}
    )
    assert (late.status_code, "จาก สมพร กว๊านงาม" in page(late), head(book).last_entry) == (200, True, 7)


def test_an_unknown_officer_is_refused_and_nothing_is_written(book):
    answer = send(
        book, "handover", on="", change=["leave|chair|ก01", "take|chair|ก99"], **{"office-chair": "ก99"}
    )
    assert (answer.status_code, "ไม่รู้จักสมาชิกรหัส ก99" in page(answer), head(book).last_entry) == (422, True, 5)


def test_the_first_page_reminds_of_a_renewal_in_words_that_accuse_nobody(book):
    today = timezone.localdate()
    for days, said in ((90, None), (30, "ต่อแล้วจดวันใหม่"), (-10, "ยังต่อได้")):
        day = today + timedelta(days=days)
        written = f"{day.day}/{day.month}/{day.year + 543}"
        answer = send(
            book, "group-form", form="community_enterprise", registration="5-56", renew_by=written, on=""
        )
        assert answer.status_code == 302
        first = look(book, "group")
        assert ("ถึงเวลาต่อทะเบียนวิสาหกิจชุมชน" in first) == (said is not None)
        assert said is None or said in first
    assert "วิสาหกิจชุมชน" in look(book, "about")
    assert "Community enterprise" in look(book, "about", lang="en")


@pytest.mark.parametrize(("form", "status"), [("bank", 422), ("", 422), ("cooperative", 302)])
def test_a_legal_form_is_one_of_the_list(book, form, status):
    assert browser("first").post(reverse("group-form", args=[book]), {"form": form}).status_code == status


def test_an_account_is_written_with_its_numbers_sealed_and_a_wrong_promptpay_is_not(book):
    wrong = send(book, "group-account", owner="group", bank="ธ.ก.ส.", promptpay="0812", on="")
    assert (wrong.status_code, "ธ.ก.ส." in page(wrong), head(book).last_entry) == (422, True, 5)
    right = send(
        book, "group-account", owner="people", bank="ธ.ก.ส.", holders="บัวผัน", promptpay="081-234-5678", on=""
    )
    assert (right.status_code, queries.bank_account(book).promptpay) == (302, "081-234-5678")
    about, entry = look(book, "about"), look(book, "entry", 6)
    assert ("081-234-5678" in about, "081-234-5678" in entry, "บัวผัน ใจดี" in about) == (True, False, True)


def test_the_words_on_a_receipt_follow_the_legal_form(book):
    from kwan.fund.commands import hold_savings_day
    from kwan.fund.rules.savings_day import Brought, Sheet

    sheet = Sheet(timezone.localdate(), (Brought("ก01", 5_000, 0),), 5_000, 0)
    number = hold_savings_day(book, sheet, uuid7(), actor="first", at=timezone.now())
    assert (
        "ใบรับเงินออม" in look(book, "savings-day-held", number),
        "ใบรับฝาก" in look(book, "savings-day-held", number),
    ) == (True, False)
    send(book, "group-form", form="cooperative", on="")
    assert "ใบรับฝาก" in look(book, "savings-day-held", number)
