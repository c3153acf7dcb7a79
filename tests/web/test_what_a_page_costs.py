"""A page asks the books as often for three members as for thirty."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.village import a_group, browser, care, first, member, seat

PAGES = (
    "more", "about", "members", "member-add", "offices", "handover", "savings", "savings-day", "fund", "orders", "batches", "purchases",
    "activities", "indicators", "workshop", "entries", "welfare", "welfare-rules", "welfare-give", "welfare-pay-in", "fund-in",
    "fund-givers", "fund-plan", "equipment", "equipment-bought",
)  # fmt: skip


@pytest.fixture(scope="module")
def groups(shelf, django_db_blocker):
    """Groups of three, six and thirty, each with a treasurer."""
    with django_db_blocker.unblock(), shelf.copy():
        books = {people: a_group(f"กลุ่ม {people} คน", people) for people in (3, 6, 30)}
        for people, book in books.items():
            care(book)
            seat(f"treasurer{people}", book, "treasurer")
        yield books


def asked(people, address):
    client = browser(f"treasurer{people}")
    client.get(address)  # what is asked once a process is asked now
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("page", PAGES)
def test_as_many_questions_for_thirty_members_as_for_three(groups, page):
    few, _, many = (asked(people, reverse(page, args=[book])) for people, book in groups.items())
    assert few == many


@pytest.mark.parametrize("page", ["report", "group", "wellbeing"])
def test_what_tells_of_wellbeing_too_from_five_members_on(groups, page):
    """Below five it keeps answers to itself, and so has less to ask for."""
    _, few, many = (asked(people, reverse(page, args=[book])) for people, book in groups.items())
    assert few == many


def test_a_passbook_and_an_entry_too(groups):
    passbooks = [asked(n, reverse("passbook", args=[book, member(1)])) for n, book in groups.items()]
    entries = [
        asked(n, reverse("entry", args=[book, first(book, "fund.withdrawal")])) for n, book in groups.items()
    ]
    assert len(set(passbooks)) == len(set(entries)) == 1
