"""Members' cards: made once, shown once, opened with digits of one's own, to read one's own page."""

from django.test import Client
from django.urls import reverse

from kwan.people.models import DoorKey
from tests.web.entering import NOT_IT, PIN, a_card, a_phone, cards_made, come_back, link_from, text
from tests.web.village import browser, member, name


def test_a_card_opens_its_owners_page_after_the_start_digits_were_changed(small_village):
    token, start = a_card(small_village)
    phone = Client()
    assert phone.get(f"/card/{token}/").headers["Location"] == "/card/"
    assert phone.get("/card/").headers["Location"] == "/card/new/"
    answer = phone.post("/card/new/", {"before": start, "pin": PIN, "again": PIN}, follow=True)
    assert answer.redirect_chain[-1][0] == f"/group/{small_village.group}/mine/"
    assert name(1) in text(answer)
    assert phone.get(reverse("passbook", args=[small_village.group, member(1)])).status_code == 200
    assert phone.get(reverse("passbook", args=[small_village.group, member(2)])).status_code == 404
    assert phone.get(f"/group/{small_village.group}/").status_code == 404


def test_the_start_digits_alone_open_nothing(small_village):
    token, start = a_card(small_village)
    phone = Client()
    phone.get(f"/card/{token}/")
    assert phone.post("/card/", {"pin": start}).headers["Location"] == "/card/new/"
    assert phone.post("/card/new/", {"before": start, "pin": start, "again": start}).status_code == 422
    assert phone.get("/me/").status_code == 302


def test_a_card_with_its_own_digits_is_scanned_and_opened(small_village):
    token, start = a_card(small_village)
    phone = Client()
    phone.get(f"/card/{token}/")
    phone.post("/card/new/", {"before": start, "pin": PIN, "again": PIN})
    other = Client()
    other.get(f"/card/{token}/")
    assert (
        other.post("/card/", {"pin": PIN}, follow=True).redirect_chain[-1][0]
        == f"/group/{small_village.group}/mine/"
    )


def test_a_card_does_not_take_a_paired_phones_place(small_village):
    phone = a_phone(small_village)
    token, start = a_card(small_village)
    phone.get(f"/card/{token}/")
    phone.post("/card/new/", {"before": start, "pin": PIN, "again": PIN})
    assert phone.get(f"/group/{small_village.group}/").status_code == 404  # it is the member who looks now
    assert come_back(phone).status_code == 302
    assert phone.get(f"/group/{small_village.group}/").status_code == 200


def test_five_wrong_tries_rest_a_card_until_an_officer_opens_it(small_village):
    token, start = a_card(small_village)
    phone = Client()
    phone.get(f"/card/{token}/")
    wrong = {"before": NOT_IT, "pin": PIN, "again": PIN}
    answers = [phone.post("/card/new/", wrong).status_code for _ in range(5)]
    assert answers == [422, 422, 422, 422, 429]
    assert "บอกเหรัญญิก" in text(phone.post("/card/new/", wrong))
    page = reverse("cards", args=[small_village.group])
    assert "พักไว้" in text(browser("chair").get(page))
    browser("chair").post(reverse("card-kept", args=[small_village.group, member(1)]), {"again": "1"})
    assert phone.post("/card/new/", wrong | {"before": start}).status_code == 302


def test_cards_are_made_for_the_ticked_and_shown_once(small_village):
    page, digits = cards_made(small_village, member(1), member(3))
    assert [called for called in map(name, range(1, 6)) if called in page] == [name(1), name(3)]
    assert len(digits) == 2
    assert page.count('class="qr"') == 2
    again, digits = cards_made(small_village, member(1), member(3))
    assert (digits, 'class="qr"' in again) == ([], False)
    assert DoorKey.objects.count() == 2


def test_cards_are_made_for_all_who_have_none(small_village):
    cards_made(small_village, member(2))
    page = text(
        browser("secretary").post(reverse("cards", args=[small_village.group]), {"all": "1", "form_id": "x"})
    )
    assert [called for called in map(name, range(1, 6)) if called in page] == [
        name(1),
        name(3),
        name(4),
        name(5),
    ]


def test_a_page_of_new_cards_is_not_kept_by_the_browser(small_village):
    answer = browser("treasurer").post(
        reverse("cards", args=[small_village.group]), {"all": "1", "form_id": "x"}
    )
    assert "no-store" in answer.headers["Cache-Control"]


def test_no_card_is_made_for_nobody(small_village):
    answer = browser("treasurer").post(
        reverse("cards", args=[small_village.group]), {"member": "ก99"}, follow=True
    )
    assert "เลือกสมาชิกก่อน" in text(answer)
    assert DoorKey.objects.count() == 0


def test_an_ended_card_says_where_to_get_a_new_one(small_village):
    token, _ = a_card(small_village)
    browser("treasurer").post(reverse("card-kept", args=[small_village.group, member(1)]), {"end": "1"})
    answer = Client().get(f"/card/{token}/")
    assert (answer.status_code, "ขอบัตรใหม่จากเหรัญญิก" in text(answer)) == (410, True)


def test_from_where_many_strange_cards_come_none_is_taken_for_a_while(small_village):
    answers = [Client().get(f"/card/strange-{number}/").status_code for number in range(21)]
    assert answers == [410] * 20 + [429]
    link = link_from(small_village)
    assert Client().post(link).status_code == 429
    assert Client().post(link, REMOTE_ADDR="203.0.113.10").status_code == 302
