"""The group opens its report to others, and replies beside a claim."""

import pytest
from django.urls import reverse

from kwan.journal.queries import head
from kwan.lessons.queries import released_upto, replies
from tests.web.village import Village, browser


@pytest.fixture
def own(books):
    return Village(5)


def form_id(page):
    return page.content.decode().split('name="form_id" value="')[1][:36]


def test_the_treasurer_opens_the_report_and_the_funder_reads_it(own):
    page = reverse("report", args=[own.unreleased])
    assert browser("funder").get(page).status_code == 404
    treasurer, upto = browser("neighbour"), head(own.unreleased).last_entry
    sent = {"form_id": form_id(treasurer.get(page)), "upto": upto}
    assert treasurer.post(reverse("release", args=[own.unreleased]), sent).headers["Location"] == page
    assert released_upto(own.unreleased) == upto
    assert browser("funder").get(page).status_code == 200


def test_a_form_sent_twice_is_written_once(own):
    treasurer, page = browser("neighbour"), reverse("report", args=[own.unreleased])
    sent = {"form_id": form_id(treasurer.get(page)), "upto": head(own.unreleased).last_entry}
    for _ in range(2):
        treasurer.post(reverse("release", args=[own.unreleased]), sent)
    assert head(own.unreleased).last_entry == sent["upto"] + 1


@pytest.mark.parametrize("upto", ["0", "999999", "x", "-1", ""])
def test_what_the_book_has_not_come_to_cannot_be_opened(own, upto):
    treasurer, page = browser("neighbour"), reverse("report", args=[own.unreleased])
    sent = {"form_id": form_id(treasurer.get(page)), "upto": upto}
    answer = treasurer.post(reverse("release", args=[own.unreleased]), sent, follow=True)
    assert "สมุดยังไม่มีรายการนี้" in answer.content.decode()
    assert released_upto(own.unreleased) is None


@pytest.mark.parametrize("who", ["facilitator", "funder", "treasurer"])
def test_only_the_groups_own_treasurer_speaks_for_it(own, who):
    sent = {"form_id": "x", "upto": 1}
    assert browser(who).post(reverse("release", args=[own.unreleased]), sent).status_code == 404
    reply = reverse("reply", args=[own.unreleased, "savings.rose"])
    assert browser(who).post(reply, {"form_id": "x", "text": "คำตอบ"}).status_code == 404


def test_a_reply_is_printed_beside_its_claim(own):
    treasurer, address = browser("treasurer"), reverse("reply", args=[own.group, "savings.rose"])
    sent = {"form_id": form_id(treasurer.get(address)), "text": "ปีนี้น้ำน้อย จึงออมได้ช้า"}
    answer = treasurer.post(address, sent)
    assert answer.headers["Location"].startswith(reverse("report", args=[own.group]) + "#claim-")
    assert [(reply.claim, reply.text) for reply in replies(own.group)] == [("savings.rose", sent["text"])]
    assert sent["text"] in treasurer.get(reverse("report", args=[own.group])).content.decode()


def test_an_empty_reply_is_handed_back(own):
    treasurer, address = browser("treasurer"), reverse("reply", args=[own.group, "savings.rose"])
    answer = treasurer.post(address, {"form_id": form_id(treasurer.get(address)), "text": "  "})
    assert answer.status_code == 200
    assert "ยังไม่ได้เขียนข้อความ" in answer.content.decode()
    assert replies(own.group) == []
