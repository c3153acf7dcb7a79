"""The second step of signing in: who looks into a group from outside needs more than a password."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from tests.web.village import PASSWORD, a_project, seat

STEP = "/me/second-step/"


@pytest.fixture(autouse=True)
def _asked_for(settings):
    """The second step is asked for, and nobody has guessed before."""
    settings.SECOND_STEP = True
    cache.clear()


@pytest.fixture
def somporn(books):
    user = User.objects.create_user("somporn", password=PASSWORD, first_name="สมพร")
    seat("somporn", a_project(), "facilitator")
    return user


def with_a_password(client=None, password=PASSWORD):
    client = client or Client()
    return client, client.post("/sign-in/", {"username": "somporn", "password": password})


def code_of(secret):
    """The six digits that an app shows now for this key."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def set_up_an_app(client):
    """Set a code app up on its page; return its key."""
    page = client.get(STEP + "app/").content.decode()
    secret = re.search(r"<code>([A-Z2-7]+)</code>", page)[1]
    answer = client.post(STEP + "app/", {"code": code_of(secret)})
    assert (answer.status_code, answer.headers["Location"]) == (302, STEP + "codes/")
    return secret


def spare_codes(client):
    return re.findall(r"<code>(\d+)</code>", client.get(STEP + "codes/").content.decode())


def test_a_facilitator_with_a_password_alone_comes_to_where_the_second_step_is_set_up(somporn):
    client, _ = with_a_password()
    for page in ("/", "/me/"):
        assert client.get(page).headers["Location"] == STEP
    assert "ใช้แอปรหัส" in client.get(STEP).content.decode()


def test_a_treasurer_is_not_asked_for_a_second_step(books):
    User.objects.create_user("kaew", password=PASSWORD)
    seat("kaew", a_project(), "treasurer")
    client = Client()
    client.post("/sign-in/", {"username": "kaew", "password": PASSWORD})
    assert client.get("/me/").status_code == 200


def test_once_the_app_is_set_up_the_books_open_and_the_spare_codes_are_shown(somporn):
    client, _ = with_a_password()
    set_up_an_app(client)
    assert len(spare_codes(client)) == 10
    assert client.get("/me/").status_code == 200


def test_the_next_time_the_password_alone_opens_nothing(somporn):
    secret = set_up_an_app(with_a_password()[0])
    client, answer = with_a_password()
    assert answer.headers["Location"] == "/sign-in/second-step/"
    assert client.get("/me/").headers["Location"] == "/sign-in/?next=/me/"
    wrong = client.post("/sign-in/second-step/", {"code": "000000"})
    assert (wrong.status_code, "รหัสนี้ใช้ไม่ได้" in wrong.content.decode()) == (200, True)
    cache.clear()  # the code that set the app up is spent; a half minute later there is another
    assert client.post("/sign-in/second-step/", {"code": code_of(secret)}).headers["Location"] == "/"
    assert client.get("/me/").status_code == 200


def test_a_spare_code_opens_once(somporn):
    client, _ = with_a_password()
    set_up_an_app(client)
    spare = spare_codes(client)[0]
    for answer in (302, 200):
        fresh, _ = with_a_password()
        assert fresh.post("/sign-in/second-step/", {"code": spare}).status_code == answer


def test_codes_cannot_be_guessed_one_after_the_other(somporn):
    secret = set_up_an_app(with_a_password()[0])
    client, _ = with_a_password()
    for guess in range(12):
        client.post("/sign-in/second-step/", {"code": f"{guess:06}"})
    answer = client.post("/sign-in/second-step/", {"code": code_of(secret)})
    assert answer.status_code == 200
    assert client.get("/me/").status_code == 302


def test_the_key_of_the_app_does_not_stand_in_the_database(somporn):
    secret = set_up_an_app(with_a_password()[0])
    kept = Authenticator.objects.get(user=somporn, type="totp").data["secret"]
    assert secret not in kept
    assert Authenticator.objects.get(user=somporn, type="totp").wrap().validate_code("000000") is False


def test_ending_the_second_step_asks_once_more_who_it_is_and_then_leads_back_to_set_one_up(somporn):
    client, _ = with_a_password()
    set_up_an_app(client)
    User.objects.filter(pk=somporn.pk).update(last_login=timezone.now() - timedelta(hours=1))
    assert "/sure/" in client.get(STEP + "app/end/").headers["Location"]
    answer = client.post(STEP + "sure/password/", {"password": PASSWORD, "next": STEP + "app/end/"})
    assert answer.headers["Location"] == STEP + "app/end/"
    assert client.post(STEP + "app/end/").headers["Location"] == STEP
    fresh, _ = with_a_password()
    assert fresh.get("/me/").headers["Location"] == STEP


def test_who_lost_phone_and_spare_codes_is_let_in_by_the_keeper_of_the_server_to_set_one_up_anew(somporn):
    set_up_an_app(with_a_password()[0])
    said = StringIO()
    call_command("seat", "somporn", "--drop-second-step", stdout=said)
    assert said.getvalue() == "2\n"  # the app and its spare codes
    client, _ = with_a_password()
    assert client.get("/me/").headers["Location"] == STEP
