"""Officers' phones: paired by a link, opened with six digits, struck off when lost; and how long a visit lasts."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from kwan.people.models import DoorKey
from tests.web.entering import NOT_IT, PIN, a_phone, came_in, come_back, link_from, phones_page, text
from tests.web.village import browser, member

NOON = datetime(2026, 3, 1, 5, tzinfo=UTC)


# -- pairing ------------------------------------------------------------------------------------------


def test_a_phone_is_paired_by_a_link_and_comes_back_with_six_digits(small_village):
    link, phone = link_from(small_village), Client()
    assert "จับคู่เครื่องนี้" in text(phone.get(link))
    assert phone.post(link).headers["Location"] == "/pin/new/"
    assert phone.post("/pin/new/", {"pin": PIN, "again": PIN}).headers["Location"] == "/"
    assert phone.get(f"/group/{small_village.group}/savings-day/").status_code == 200
    phone.post("/sign-out/")
    wanted = f"/group/{small_village.group}/savings/"
    to_sign_in = phone.get(wanted).headers["Location"]
    to_pin = phone.get(to_sign_in).headers["Location"]
    assert to_pin.startswith("/pin/?next=")
    assert phone.post(to_pin, {"pin": PIN, "next": wanted}).headers["Location"] == wanted
    assert phone.get(wanted).status_code == 200


def test_a_preview_of_the_link_does_not_use_it_up(small_village):
    link = link_from(small_village)
    for _ in range(3):
        assert Client().get(link).status_code == Client().head(link).status_code == 200
    assert Client().post(link).status_code == 302


def test_a_used_link_says_what_to_do(small_village):
    link = link_from(small_village)
    Client().post(link)
    for answer in (Client().get(link), Client().post(link)):
        assert answer.status_code == 410
        assert "ใช้ได้ครั้งเดียว ภายใน 10 นาที" in text(answer)
    assert DoorKey.objects.count() == 1


def test_nobody_pairs_a_phone_of_their_own(small_village):
    own = User.objects.get(username="treasurer").pk
    assert (
        browser("treasurer").post(reverse("pairing", args=[small_village.group]), {"user": own}).status_code
        == 404
    )
    assert (
        browser("chair").post(reverse("pairing", args=[small_village.group]), {"user": own}).status_code
        == 200
    )


@pytest.mark.parametrize("whose", ["member", "neighbour", "facilitator", "nobody"])
def test_a_phone_is_paired_for_officers_of_the_group_alone(small_village, whose):
    user = User.objects.filter(username=whose).values_list("pk", flat=True).first() or "x"
    answer = browser("facilitator").post(reverse("pairing", args=[small_village.group]), {"user": user})
    assert answer.status_code == 404


def test_the_cookie_of_a_phone_is_for_the_server_alone(small_village, settings):
    settings.SESSION_COOKIE_SECURE = True
    phone = Client()
    phone.post(link_from(small_village))
    cookie = phone.cookies["kwan_phone"]
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", True)
    assert cookie["max-age"] > 86_400 * 365
    assert not DoorKey.objects.filter(token=cookie.value).exists()


@pytest.mark.parametrize(
    ("pin", "again", "said"),
    [("123456", "123456", "เดาได้ง่าย"), ("251203", "251203", "เดาได้ง่าย"), ("48291", "48291", "ใส่ตัวเลข 6 ตัว"), (PIN, NOT_IT, "สองครั้งไม่เหมือนกัน")],
)  # fmt: skip
def test_six_digits_that_will_not_do_are_said_why(small_village, pin, again, said):
    phone = Client()
    phone.post(link_from(small_village))
    answer = phone.post("/pin/new/", {"pin": pin, "again": again})
    assert answer.status_code == 422
    assert said in text(answer)
    assert phone.get("/me/").status_code == 302


def test_to_change_the_digits_one_types_the_old_ones(small_village):
    phone = a_phone(small_village)
    assert "รหัสเดิม" in text(phone.get("/pin/new/"))
    answer = phone.post("/pin/new/", {"before": NOT_IT, "pin": "730184", "again": "730184"})
    assert (answer.status_code, "ลองได้อีก 4 ครั้ง" in text(answer)) == (422, True)
    phone.post("/pin/new/", {"before": PIN, "pin": "730184", "again": "730184"})
    assert come_back(phone).status_code == 422
    assert come_back(phone, "730184").status_code == 302


# -- six digits -----------------------------------------------------------------------------------------


def test_wrong_digits_say_how_many_tries_are_left_and_then_what_to_do(small_village):
    phone = a_phone(small_village)
    answers = [come_back(phone, NOT_IT) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [422, 422, 422, 422, 429]
    assert "ลองได้อีก 1 ครั้ง" in text(answers[3])
    assert "หยุดรับรหัส 15 นาที" in text(answers[4])
    assert come_back(phone).status_code == 429
    assert phone.get("/me/").status_code == 302


def test_another_officer_lets_a_phone_try_again_and_its_owner_does_not(small_village):
    phone = a_phone(small_village)
    for _ in range(5):
        come_back(phone, NOT_IT)
    again = reverse("phone-strike", args=[small_village.group, DoorKey.objects.get().pk])
    assert browser("treasurer").post(again, {"again": "1"}).status_code == 404
    assert "ให้ลองใหม่ได้" in text(browser("chair").get(phones_page(small_village)))
    browser("chair").post(again, {"again": "1"})
    assert come_back(phone).status_code == 302


def test_six_digits_do_not_send_anybody_to_a_strange_house(small_village):
    phone = a_phone(small_village)
    assert come_back(phone, then="https://example.org/").headers["Location"] == "/"


def test_a_strange_cookie_is_nobody(small_village):
    phone = Client()
    phone.cookies["kwan_phone"] = "x" * 5_000
    assert phone.get("/pin/").headers["Location"] == "/sign-in/"
    assert phone.get("/sign-in/").status_code == 200


def test_on_a_paired_phone_a_name_and_password_are_still_taken(small_village):
    phone = a_phone(small_village)
    phone.post("/sign-out/")
    assert phone.get("/sign-in/").status_code == 302
    assert phone.get("/sign-in/?by=name").status_code == 200


# -- lost phones ------------------------------------------------------------------------------------------


def struck(small_village, by, what="strike"):
    key = DoorKey.objects.get().pk
    return browser(by).post(
        reverse("phone-strike", args=[small_village.group, key]), {what: "1"}, follow=True
    )


def test_a_phone_that_was_struck_off_is_out_at_once(small_village):
    phone = a_phone(small_village)
    assert phone.get("/me/").status_code == 200
    assert "เปิดสมุดไม่ได้อีก" in text(struck(small_village, "facilitator"))
    answer = phone.get("/me/", follow=True)
    assert answer.redirect_chain[0][0] == "/sign-in/?next=/me/"
    assert "เลิกใช้แล้ว" in text(answer)
    assert come_back(phone).headers["Location"] == "/sign-in/"


def test_two_officers_strike_a_phone_off_and_one_alone_does_not(small_village):
    phone = a_phone(small_village)
    assert "รอกรรมการอีกคนยืนยัน" in text(struck(small_village, "chair"))
    assert phone.get("/me/").status_code == 200
    page = text(browser("secretary").get(phones_page(small_village)))
    assert "ยืนยัน ตัดเครื่องนี้ออก" in page
    struck(small_village, "secretary")
    assert phone.get("/me/").status_code == 302
    assert "ตัดโดย secretary" in text(browser("chair").get(phones_page(small_village)))


def test_a_phone_that_was_found_stays(small_village):
    a_phone(small_village)
    struck(small_village, "chair")
    struck(small_village, "chair", "found")
    assert "รอกรรมการอีกคนยืนยัน" in text(struck(small_village, "secretary"))
    assert DoorKey.objects.get().ended_at is None


def test_the_phones_of_another_group_are_not_there(small_village):
    a_phone(small_village)
    key = DoorKey.objects.get().pk
    answer = browser("neighbour").post(
        reverse("phone-strike", args=[small_village.unreleased, key]), {"strike": "1"}
    )
    assert answer.status_code == 404
    assert DoorKey.objects.get().ended_at is None


def test_the_facilitator_seats_an_officer_who_then_rises(small_village):
    page = reverse("officer", args=[small_village.group])
    answer = browser("facilitator").post(page, {"member": member(5), "role": "secretary"}, follow=True)
    assert "ต่อไปจับคู่โทรศัพท์ของเขา" in text(answer)
    login = f"{member(5)}@{small_village.group}"
    phone = a_phone(small_village, whose=login)
    assert phone.get(f"/group/{small_village.group}/entries/").status_code == 200
    assert phone.get(f"/group/{small_village.group}/savings-day/").status_code == 404
    browser("facilitator").post(page, {"rise": User.objects.get(username=login).pk})
    assert phone.get(f"/group/{small_village.group}/entries/").status_code == 404


@pytest.mark.parametrize(
    "wrong", [{"member": "ก99", "role": "chair"}, {"member": "ก01", "role": "funder"}, {}]
)
def test_a_seat_needs_a_member_and_an_office(small_village, wrong):
    before = User.objects.count()
    answer = browser("facilitator").post(reverse("officer", args=[small_village.group]), wrong, follow=True)
    assert "เลือกสมาชิกและตำแหน่งก่อน" in text(answer)
    assert User.objects.count() == before


# -- how long a visit lasts -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("door", "rests", "lasts"), [("phone", 240, 720), ("card", 15, 60)])
def test_a_visit_ends_when_it_rested_or_lasted_long_enough(small_village, door, rests, lasts):
    with time_machine.travel(NOON, tick=False) as clock:
        client = came_in(small_village, door)
        clock.shift(timedelta(minutes=rests - 1))
        assert client.get("/me/").status_code == 200
        clock.shift(timedelta(minutes=rests + 1))
        assert client.get("/me/").status_code == 302
        client = came_in(small_village, door, form="again")
        for _ in range(lasts // 10):
            clock.shift(timedelta(minutes=10))
            assert client.get("/me/").status_code == 200
        clock.shift(timedelta(minutes=1))
        assert client.get("/me/").status_code == 302


def test_a_visit_by_password_rests_at_most_four_hours(small_village):
    with time_machine.travel(NOON, tick=False) as clock:
        client = browser("treasurer")
        assert client.get("/me/").status_code == 200
        clock.shift(timedelta(hours=4, minutes=1))
        answer = client.get("/me/", follow=True)
        assert answer.redirect_chain[0][0] == "/sign-in/?next=/me/"
        assert "พักไว้นานแล้ว" in text(answer)
