"""Practice: the real screens on a made-up group, and nothing of it is kept."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from kwan.catalogue import COMMANDS
from kwan.journal.audit import check
from kwan.journal.queries import heads
from kwan.web.practice import BOOK
from tests.web.village import browser

HERE = f"/group/{BOOK}/"


@pytest.fixture
def practising(village):
    """The treasurer, practising."""
    client = browser("treasurer")
    assert client.post("/practice/").headers["Location"] == HERE + "savings/"
    return client


def a_sheet(client):
    """The savings day's form as it is drawn, with a hundred baht for the first member."""
    page = client.get(HERE + "savings-day/").content.decode()
    form = re.search(r'name="form_id" value="([^"]+)"', page)[1]
    return {"form_id": form, "in-01": "100", "counted": "100", "act": "post"}


def test_what_is_written_in_practice_is_there_while_one_practises(practising):
    answer = practising.post(HERE + "savings-day/", a_sheet(practising))
    assert answer.status_code == 302
    assert "500" in practising.get(HERE + "members/01/passbook/").content.decode()


def test_the_real_books_do_not_change_and_their_audit_is_green(village, practising):
    before = heads("group")
    practising.post(HERE + "savings-day/", a_sheet(practising))
    practising.post("/practice/end/")
    assert heads("group") == before
    assert list(check(COMMANDS)) == []


def test_every_screen_says_that_it_is_practice_and_no_real_one_does(practising):
    for page in (
        "",
        "more/",
        "members/",
        "savings/",
        "savings-day/",
        "loans/",
        "fund/",
        "report/",
        "entries/",
    ):
        assert "กำลังซ้อม" in practising.get(HERE + page).content.decode(), page
    practising.post("/practice/end/")
    assert "กำลังซ้อม" not in practising.get("/", follow=True).content.decode()


def test_a_form_drawn_in_practice_and_sent_later_finds_no_book(practising):
    sheet = a_sheet(practising)
    practising.post("/practice/end/")
    assert practising.post(HERE + "savings-day/", sheet).status_code == 404


@pytest.mark.parametrize("page", ["phones/", "cards/", "members/01/erase/", "members/01/data/", "bank/page/"])
def test_what_would_stay_behind_after_practice_is_not_there(practising, page):
    assert practising.get(HERE + page).status_code == 403
    assert practising.post(HERE + page).status_code == 403


def test_the_real_group_cannot_be_reached_while_one_practises(village, practising):
    assert practising.get(f"/group/{village.group}/").status_code == 404


def test_ending_it_throws_the_book_away(practising):
    token = practising.session["practice"]
    kept = settings.KWAN_DATA / "practice" / f"{token}.sqlite3"
    assert kept.exists()
    practising.post("/practice/end/")
    assert not kept.exists()


def test_two_who_practise_do_not_see_each_other(village, practising):
    other = browser("neighbour")
    other.post("/practice/")
    practising.post(HERE + "savings-day/", a_sheet(practising))
    assert "400" in other.get(HERE + "members/01/passbook/").content.decode()
    assert "500" not in other.get(HERE + "members/01/passbook/").content.decode()


def test_what_was_left_lying_for_a_day_is_swept_away(village):
    with practice_of_yesterday() as old:
        browser("treasurer").post("/practice/")
        assert not old.exists()


class practice_of_yesterday:  # noqa: N801 - reads as a sentence
    def __enter__(self):
        import os

        folder = settings.KWAN_DATA / "practice"
        folder.mkdir(exist_ok=True)
        self.old = folder / f"{'0' * 32}.sqlite3"
        self.old.write_bytes(b"")
        day = (timezone.now() - timedelta(days=2)).timestamp()
        os.utime(self.old, (day, day))
        return self.old

    def __exit__(self, *_):
        self.old.unlink(missing_ok=True)


def test_only_officers_practise(village):
    for role in ("facilitator", "funder"):
        assert browser(role).post("/practice/").status_code == 404
    assert browser(None).post("/practice/").status_code == 302
