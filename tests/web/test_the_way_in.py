"""Signing in and out, the language, the headers, and what a page says when it cannot be shown."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.web.village import PASSWORD, Village, a_project, browser, seat

SIGN_IN = "/sign-in/"


@pytest.fixture
def somporn(books):
    user = User.objects.create_user("somporn", password=PASSWORD, first_name="สมพร")
    seat("somporn", a_project(), "facilitator")
    return user


def signed_in(password=PASSWORD, client=None):
    client = client or Client()
    return client, client.post(SIGN_IN, {"username": "somporn", "password": password, "next": "/me/"})


def test_the_right_password_leads_where_one_wanted_to_go(somporn):
    client, answer = signed_in()
    assert (answer.status_code, answer.headers["Location"]) == (302, "/me/")
    assert "สมพร" in client.get("/me/").content.decode()


def test_a_wrong_password_accuses_nobody_and_says_what_to_do(somporn):
    _, answer = signed_in("ไม่ใช่")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "ชื่อหรือรหัสผ่านไม่ตรงกัน" in page
    assert 'role="alert"' in page


def test_after_five_wrong_passwords_the_name_rests_even_for_the_right_one(somporn):
    client = Client()
    answers = [signed_in("ไม่ใช่", client)[1].status_code for _ in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    _, answer = signed_in(client=client)
    assert answer.status_code == 429
    assert "พักสักครู่" in answer.content.decode()


def test_the_way_in_does_not_send_anybody_to_a_strange_house(somporn):
    answer = Client().post(
        SIGN_IN, {"username": "somporn", "password": PASSWORD, "next": "https://example.org/"}
    )
    assert answer.headers["Location"] == "/"


def test_signing_out_is_a_button_and_ends_the_visit(somporn):
    client, _ = signed_in()
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").headers["Location"] == SIGN_IN
    assert client.get("/me/").status_code == 302


def test_a_form_without_its_token_is_refused_in_plain_words(somporn):
    client = Client(enforce_csrf_checks=True)
    answer = client.post(SIGN_IN, {"username": "somporn", "password": PASSWORD})
    assert answer.status_code == 403
    assert "หน้านี้เปิดไว้นานเกินไป" in answer.content.decode()


# -- language ---------------------------------------------------------------------------------------


def lang_of(answer):
    return answer.content.decode().split('<html lang="')[1][:2], answer.headers["Content-Language"]


@pytest.mark.django_db
def test_thai_comes_first_whatever_the_browser_asks_for():
    assert lang_of(Client().get(SIGN_IN, headers={"accept-language": "en-GB,en"})) == ("th", "th")


@pytest.mark.django_db
def test_a_tap_changes_the_language_and_it_stays():
    client = Client()
    answer = client.post("/language/", {"language": "en", "next": SIGN_IN})
    assert (answer.status_code, answer.headers["Location"]) == (302, SIGN_IN)
    assert lang_of(client.get(SIGN_IN)) == ("en", "en")
    assert "Cookie" in client.get(SIGN_IN).headers["Vary"]


@pytest.mark.django_db
@pytest.mark.parametrize("strange", ["fr", "", "../th"])
def test_a_strange_language_is_thai(strange):
    client = Client()
    client.cookies["kwan_language"] = strange
    assert lang_of(client.get(SIGN_IN)) == ("th", "th")


@pytest.mark.django_db
def test_changing_the_language_does_not_send_anybody_to_a_strange_house():
    answer = Client().post("/language/", {"language": "en", "next": "https://example.org/"})
    assert answer.headers["Location"] == "/"


# -- headers ----------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("path", [SIGN_IN, "/nowhere/"])
def test_every_answer_is_guarded(path):
    headers = Client().get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_the_cookies_cannot_be_read_by_scripts_nor_sent_from_elsewhere(somporn):
    client, _ = signed_in()
    cookie = client.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


# -- what cannot be shown ---------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(("lang", "said"), [("th", "ไม่มีหน้านี้"), ("en", "There is no such page")])
def test_a_page_that_is_not_there_says_so_in_both_languages(lang, said):
    answer = browser(lang=lang).get("/nowhere/")
    assert answer.status_code == 404
    assert said in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(("lang", "said"), [("th", "ระบบสะดุด"), ("en", "Something broke on our side")])
def test_our_own_fault_is_ours_and_nothing_written_is_lost(lang, said, monkeypatch):
    def broken(*_args, **_kwargs):
        raise RuntimeError

    monkeypatch.setattr("kwan.web.views.signing.SignIn.get", broken)
    client = Client(raise_request_exception=False)
    client.cookies["kwan_language"] = lang
    answer = client.get(SIGN_IN)
    assert answer.status_code == 500
    assert said in answer.content.decode()


# -- no script needed -------------------------------------------------------------------------------


def test_no_page_carries_a_script_of_its_own_nor_a_style_in_its_tags(books):
    village = Village(5)
    client = browser("treasurer")
    for page in ("group", "savings", "orders", "batches", "report", "entries", "wellbeing", "workshop"):
        text = client.get(reverse(page, args=[village.group])).content.decode()
        scripts = [piece.split(">")[0] for piece in text.split("<script")[1:]]
        assert all("src=" in script for script in scripts), page
        assert " style=" not in text, page
        assert " onclick=" not in text, page
